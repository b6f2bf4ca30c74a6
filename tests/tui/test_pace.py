"""The pace in the status line: when it is told, and what gives way first where there is little room."""

from datetime import UTC, datetime, timedelta

import pytest

from annotations.store.history import Act
from tests.tui.conftest import Driver, Opened
from tui.widgets.status_line import StatusLine


def work(app: Driver, decided: int = 31) -> None:
    """Have the session remember so many candidates, one every five seconds up to now."""
    now = datetime.now(UTC)
    for number in range(decided, 0, -1):
        app.session.pace.take(Act(now - timedelta(seconds=5 * number), f"earlier {number}", True, "accept"))


async def shown(app: Driver) -> str:
    await app.press("j", "k")
    return app.text(StatusLine)


async def test_it_is_told_once_there_is_enough_to_go_by(opened: Opened) -> None:
    async with opened() as app:
        assert "a minute" not in await shown(app)
        work(app)
        assert "12 a minute, 1 min left" in await shown(app)


async def test_it_keeps_to_what_is_left(opened: Opened) -> None:
    async with opened() as app:
        work(app, decided=120)
        await app.press("a", "a", "a", "a", "a", "d", "a", "a")
        assert " a minute" in app.text(StatusLine)
        assert "left" not in app.text(StatusLine)


@pytest.mark.parametrize(("columns", "is_told"), [(120, True), (84, True), (70, False), (60, False)])
async def test_it_is_the_first_to_give_way(opened: Opened, columns: int, is_told: bool) -> None:
    async with opened(size=(columns, 24)) as app:
        work(app)
        said = await shown(app)
        assert ("12 a minute" in said) == is_told
        assert "1 of 2 · candidate 1 of 5 · 0 of 7 decided" in said


async def test_a_message_is_not_cut_for_it(opened: Opened) -> None:
    async with opened(size=(80, 24)) as app:
        work(app)
        await app.press("f")
        assert app.text(StatusLine).endswith("flagged")
        assert "0 of 7 decided" in app.text(StatusLine)
