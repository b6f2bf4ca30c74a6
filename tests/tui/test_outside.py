"""Names from outside, whatever stands in them: each is shown as it reads, and neither the app nor the terminal obeys.

What an article's own text could do is tried in a real terminal (`tests.end_to_end.test_hostile_article`).
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.ontology import Label, Ontology
from annotations.review.session import ReviewSession
from annotations.store.connection import close, open_database
from tests.tui.conftest import Opened
from tests.tui.newsroom import FIRST, FIRST_EVENTS, SECOND, SECOND_EVENTS, Told, add, build
from tui.app import GoldwireApp
from tui.screens.guidelines import GuidelinesScreen

HOSTILE = "x[/b]y[red]\x1b]0;z\x07\u202e"
SHOWN = "x[/b]y[red]␛]0;z␇⇄"


def named(name: str) -> str:
    return f"{name}{HOSTILE}"


def labels(table: Mapping[str, Label]) -> dict[str, Label]:
    return {
        named(name): label._replace(name=named(name), gloss=f"{HOSTILE} {label.gloss}") for name, label in table.items()
    }


@pytest.fixture
def ontology(conflict: Ontology, tmp_path: Path) -> Ontology:
    """The project's, but every name and meaning in it would do harm, and so would its guidelines."""
    (tmp_path / "guidelines.md").write_text(f"# Rules {HOSTILE}\n\n- {HOSTILE}\n\n```\n{HOSTILE}\n```\n", "utf-8")
    types = {
        named(name): one._replace(name=named(name), gloss=f"{HOSTILE} {one.gloss}", roles=tuple(map(named, one.roles)))
        for name, one in conflict.types.items()
    }
    return replace(
        conflict,
        folder=tmp_path,
        types=types,
        roles=labels(conflict.roles),
        statuses=labels(conflict.statuses),
        rejects=labels(conflict.rejects),
    )


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Two articles under such names, with candidates of such types."""

    def told(events: list[Told]) -> list[Told]:
        return [
            (trigger, named(kind), {named(role): words for role, words in roles.items()})
            for trigger, kind, roles in events
        ]

    path = tmp_path / "hostile.db"
    connection = open_database(path, create=True)
    for text, events in ((FIRST, FIRST_EVENTS), (SECOND, SECOND_EVENTS)):
        add(connection, f"{HOSTILE} {text}", told(events), source=f"{HOSTILE}.txt", extractor=HOSTILE)
    close(connection)
    return path


WAYS = (
    ("j",),
    ("tab",),
    ("a", "k"),
    ("c", *"[/b]", "enter"),
    ("x",),
    ("e", "a"),
    ("y",),
    ("y", "a"),
    ("v",),
    ("i", "a"),
    ("/", *"[/b]", "enter"),
    ("?",),
    ("o", "j"),
    ("o", "/", *"[/b]"),
    ("ctrl+f", *"[/b]", "enter"),
    ("h",),
    ("h", "/", *"[/b]", "enter"),
    ("y", "a", "f2"),
    ("#",),
    ("ctrl+p",),
)
"""The keys to all that can stand on the screen; from each, escape leads back."""


@pytest.mark.parametrize("size", [(120, 40), (60, 18)], ids=str)
async def test_no_name_steers_the_app_or_the_terminal(
    opened: Opened, hostile: Path, ontology: Ontology, size: tuple[int, int]
) -> None:
    async with opened(size=size, path=hostile, reviewer=HOSTILE, ontology=ontology) as app:
        for keys in WAYS:
            await app.pilot.press(*keys)
            await app.app.workers.wait_for_complete()
            await app.rest()
            assert app.painted.replace("\n", "").isprintable(), keys
            await app.pilot.press("escape", "escape", "escape")
            await app.rest()
            assert len(app.app.screen_stack) == 1, keys


async def test_the_reviewers_name_stands_over_the_numbers_as_it_reads(opened: Opened) -> None:
    async with opened(reviewer=HOSTILE) as app:
        await app.press("#")
        await app.app.workers.wait_for_complete()
        await app.rest()
        assert f"numbers · {SHOWN} · " in app.painted


async def test_a_types_name_stands_over_its_guide_as_it_reads(
    opened: Opened, hostile: Path, ontology: Ontology
) -> None:
    async with opened(size=(80, 24), path=hostile, ontology=ontology) as app:
        await app.press("h")
        assert isinstance(app.app.screen, GuidelinesScreen)
        assert f"Attack.Shelling{SHOWN}" in app.painted


async def test_what_was_searched_for_stands_over_what_was_found_as_it_reads(opened: Opened) -> None:
    async with opened() as app:
        await app.press("ctrl+f", *"[/b]x[red]", "enter")
        await app.app.workers.wait_for_complete()
        await app.rest()
        assert "“[/b]x[red]” · in no article" in app.painted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose path has it all."""
    folder = tmp_path / HOSTILE
    folder.mkdir(parents=True)
    return folder


async def test_the_databases_path_does_no_harm_after_the_end(
    folder: Path, conflict: Ontology, capsys: pytest.CaptureFixture[str]
) -> None:
    connection = open_database(build(folder / "goldwire.db"))
    app = GoldwireApp(ReviewSession(connection, conflict, "ana"))
    connection.execute("pragma query_only = on")
    async with app.run_test():
        pass
    app._print_error_renderables()
    said = capsys.readouterr().err.replace("\n", "")
    assert SHOWN in said
    assert said.isprintable()
    close(connection)


async def test_a_screenshot_says_where_it_is_whatever_the_folder_is_called(
    opened: Opened, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.app.user_downloads_path", lambda: folder)
    async with opened() as app:
        app.app.deliver_screenshot()
        for _ in range(60):
            await app.rest()
            if app.app._notifications:
                break
        await app.rest()
        (said,), (picture,) = app.app._notifications, folder.glob("*.svg")
        assert said.message.endswith(f"{SHOWN}/{picture.name}")
        assert "saved as" in app.painted
