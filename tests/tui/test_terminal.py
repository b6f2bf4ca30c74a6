"""The app in a real terminal: keys that arrive together, sizes, colours that are not there."""

import sqlite3
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.tui.newsroom import build


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return build(tmp_path / "goldwire.db")


def review(database: Path, *, columns: int = 120, rows: int = 40, **environment: str) -> Terminal:
    """Review what an outside extractor proposed, so that no extraction runs beside it."""
    arguments = ("review", "--db", database, "--reviewer", "ana", "--extractor", "desk")
    return Terminal(*arguments, folder=database.parent, columns=columns, rows=rows, variables=environment)


def verdicts(database: Path) -> int:
    """How many verdicts the database has."""
    connection = sqlite3.connect(database)
    try:
        return int(connection.execute("select count(*) from decision where facet = 'verdict'").fetchone()[0])
    finally:
        connection.close()


def test_a_burst_of_deciding_keys_in_one_write_decides_only_what_was_painted(database: Path) -> None:
    with review(database) as terminal:
        terminal.wait_for("candidate 1 of 5")
        terminal.rest()
        terminal.send("aaaa")
        terminal.wait_for("key dropped")
        assert verdicts(database) == 1
        terminal.press("a")
        terminal.wait_for("candidate 3 of 5")
        assert verdicts(database) == 2


def test_queued_moves_arrive_at_the_end(database: Path) -> None:
    with review(database) as terminal:
        terminal.wait_for("candidate 1 of 5")
        terminal.send("jjkjjj")
        terminal.wait_for("candidate 5 of 5")


def test_a_decision_is_in_the_database_when_the_screen_has_moved_on(database: Path) -> None:
    with review(database) as terminal:
        terminal.wait_for("candidate 1 of 5")
        terminal.rest()
        terminal.press("a")
        terminal.wait_for("candidate 2 of 5")
        terminal.kill()
    assert verdicts(database) == 1


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "xterm-16color", "COLORTERM": ""}])
def test_few_or_no_colours_leave_glyphs_and_tags(database: Path, environment: dict[str, str]) -> None:
    with review(database, columns=60, rows=18, **environment) as terminal:
        terminal.wait_for("candidate 1 of 5")
        terminal.rest()
        terminal.press("a")
        screen = terminal.wait_for("1 accepted")
        assert "✓" in screen
        assert "ᵃGunners" in screen


def test_ctrl_c_says_how_to_quit_and_ctrl_q_quits_wherever_they_are_pressed(database: Path) -> None:
    with review(database) as terminal:
        terminal.wait_for("candidate 1 of 5")
        terminal.rest()
        terminal.press("ctrl+p")
        terminal.wait_for("Search for commands")
        terminal.send("\x03")
        terminal.wait_for("all is saved: q quits")
        terminal.press("o")
        terminal.wait_for("esc back")
        terminal.send("\x11")
        assert terminal.wait_for_exit() == 0
