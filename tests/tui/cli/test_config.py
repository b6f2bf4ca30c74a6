"""``goldwire config``, and the commands that go by what it says."""

import sqlite3
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.tui.cli.conftest import Program
from tests.tui.newsroom import build

MISTAKEN = """\
theme = "drak"
[keys.review]
accept = "x"
skip = "esc"
"""


@pytest.fixture
def config(goldwire: Program) -> Path:
    """Where the config lies: nothing is there yet."""
    path = goldwire.folder / "mine" / "config.toml"
    goldwire.environment["GOLDWIRE_CONFIG"] = str(path)
    return path


def test_it_writes_a_config_without_mistakes_and_says_where(goldwire: Program, config: Path) -> None:
    assert goldwire.done("config") == f"{config}\n"
    assert "# accept = " in config.read_text()
    assert goldwire.done("config", "--check") == f"{config}: no mistakes\n"


def test_it_never_overwrites_one(goldwire: Program, config: Path) -> None:
    goldwire.done("config")
    config.write_text('theme = "light"\n')
    assert "is there already" in goldwire.refusal("config")
    assert config.read_text() == 'theme = "light"\n'


def test_it_shows_where_it_lies(goldwire: Program, config: Path) -> None:
    assert goldwire.done("config", "--path") == f"{config}\n"
    assert goldwire.done("config", "--path", "--config", "own.toml") == "own.toml\n"
    assert not config.exists()


def test_without_a_word_it_lies_in_the_users_config_folder(goldwire: Program) -> None:
    del goldwire.environment["GOLDWIRE_CONFIG"]
    goldwire.environment["XDG_CONFIG_HOME"] = str(goldwire.folder)
    goldwire.environment["HOME"] = str(goldwire.folder)
    path = Path(goldwire.done("config", "--path").strip())
    assert path.is_relative_to(goldwire.folder)
    assert path.name == "config.toml"


def test_checking_one_that_is_not_there_is_refused(goldwire: Program, config: Path) -> None:
    assert "`goldwire config` writes one" in goldwire.refusal("config", "--check")


@pytest.mark.parametrize("command", [["config", "--check"], ["review"]])
def test_every_mistake_is_a_line_and_nothing_starts(goldwire: Program, config: Path, command: list[str]) -> None:
    build(goldwire.folder / "goldwire.db")
    config.parent.mkdir()
    config.write_text(MISTAKEN)
    ended = goldwire(*command)
    assert (ended.code, ended.out) == (1, "")
    assert [line.removeprefix(f"{config}:")[:2] for line in ended.lines] == ["1:", "3:", "4:"]


def test_the_app_goes_by_it(tmp_path: Path) -> None:
    build(tmp_path / "goldwire.db")
    own = tmp_path / "own.toml"
    own.write_text('reviewer = "cleo"\n[keys.review]\naccept = "ctrl+t"\n')
    with Terminal("review", "--extractor", "desk", "--config", own, folder=tmp_path) as terminal:
        terminal.wait_for("candidate 1 of 5")
        assert terminal.rows[-1].startswith(" ctrl+t accept  x reject")
        terminal.rest()
        terminal.press("\x14")
        terminal.wait_for("1 accepted")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    with sqlite3.connect(tmp_path / "goldwire.db") as connection:
        assert connection.execute("select distinct reviewer from decision").fetchall() == [("cleo",)]


def test_a_theme_chosen_in_the_palette_is_there_at_the_next_start(tmp_path: Path) -> None:
    build(tmp_path / "goldwire.db")
    own = tmp_path / "config" / "own.toml"
    own.parent.mkdir()
    own.write_text("# mine\n")
    with Terminal("review", "--extractor", "desk", "--config", own, folder=tmp_path) as terminal:
        terminal.wait_for("candidate 1 of 5")
        terminal.press("ctrl+p")
        terminal.send("theme")
        terminal.wait_for("Change the current theme")
        terminal.press("enter")
        terminal.send("light")
        terminal.rest()
        terminal.press("enter")
        terminal.wait_for("theme light, kept")
    assert own.read_text() == 'theme = "light"\n# mine\n'
