"""Two windows of one reviewer at one database: neither overturns what it has not shown."""

from contextlib import closing
from pathlib import Path

import pytest

from annotations.ontology import Ontology
from annotations.review.session import ReviewSession
from annotations.store.connection import open_database
from tests.tui.conftest import Opened

SEVERAL_LOOKS = 0.3
"""Seconds."""


@pytest.fixture(autouse=True)
def frequent_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app looks all the time for what others wrote."""
    monkeypatch.setattr("tui.app.LOOK_EVERY", 0.02)
    monkeypatch.setattr("tui.app.LOOK_SELDOM", 0.0)


def reject_elsewhere(database: Path, conflict: Ontology) -> None:
    """Have the first candidate rejected in another window."""
    with closing(open_database(database)) as connection:
        other = ReviewSession(connection, conflict, "ana")
        other.shown(0.0)
        assert other.reject(1.0).ok


async def test_an_edit_is_not_saved_over_what_was_decided_meanwhile(
    opened: Opened, database: Path, conflict: Ontology
) -> None:
    async with opened() as app:
        await app.press("e", "v", "p")
        reject_elsewhere(database, conflict)
        await app.pilot.pause(SEVERAL_LOOKS)
        await app.press("enter")
        assert app.message == "not saved: another window was faster, 1 is rejected"
        assert app.states[0] == "rejected"
        await app.press("enter")
        assert app.states[0] == "edited"


async def test_a_choice_is_not_saved_over_what_was_decided_meanwhile(
    opened: Opened, database: Path, conflict: Ontology
) -> None:
    async with opened() as app:
        await app.press("v")
        reject_elsewhere(database, conflict)
        await app.pilot.pause(SEVERAL_LOOKS)
        await app.press("p")
        assert app.message == "not saved: another window was faster, 1 is rejected"
        assert app.states[0] == "rejected"


async def test_a_comment_is_not_saved_over_one_that_was_never_seen(
    opened: Opened, database: Path, conflict: Ontology
) -> None:
    async with opened() as app:
        await app.press("c", "x")
        with closing(open_database(database)) as connection:
            other = ReviewSession(connection, conflict, "ana")
            assert other.comment("theirs", other.selected).ok
        await app.pilot.pause(SEVERAL_LOOKS)
        await app.press("enter")
        assert app.message == "not saved: another window was faster: “theirs”"
        assert app.session.candidates[0].comment == "theirs"


async def test_what_was_decided_meanwhile_shows_where_nothing_is_open(
    opened: Opened, database: Path, conflict: Ontology
) -> None:
    async with opened() as app:
        reject_elsewhere(database, conflict)
        await app.pilot.pause(SEVERAL_LOOKS)
        assert app.states[0] == "rejected"
