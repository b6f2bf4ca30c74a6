"""What is painted piece by piece, as it changes, is what a whole painting would show."""

import pyte
import pytest
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor
from textual.strip import Strip

from tests.tui.conftest import Driver, Opened
from tui.compositor import RowCompositor


class Emulated:
    """A terminal that is given what the screen writes, as if there were one."""

    def __init__(self, app: Driver, patch: pytest.MonkeyPatch) -> None:
        compositor = app.review._compositor
        assert isinstance(compositor, RowCompositor)
        self._compositor, self._console, partly = compositor, app.app.console, compositor.render_partial_update
        self.screen = pyte.Screen(*compositor.size)
        self._stream = pyte.Stream(self.screen)
        self._stream.feed(compositor.render_full_update().render_segments(self._console))

        def recorded() -> ChopsUpdate | None:
            update = partly()
            if update is not None:
                self._stream.feed(update.render_segments(self._console))
            return update

        patch.setattr(compositor, "render_partial_update", recorded)

    @property
    def whole(self) -> list[str]:
        """What a whole painting would show."""
        return [strip.text for strip in self._compositor.render_strips()]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
async def test_rows_painted_alone_leave_the_screen_as_a_whole_painting_would(
    opened: Opened, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(size=size) as app:
        terminal = Emulated(app, monkeypatch)
        for key in "jjaxuKKGgjfi":
            await app.press(key)
            assert terminal.screen.display == terminal.whole, key
        await app.press("escape", "y")
        assert terminal.screen.display == terminal.whole
        await app.press("escape", "]")
        assert terminal.screen.display == terminal.whole


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
async def test_a_whole_painting_shows_what_textuals_own_would(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size=size) as app:
        compositor = app.review._compositor
        for keys in ("tab", "e", "y"):
            await app.press(keys)
            own = Compositor._render_chops(compositor, compositor.size.region, lambda _row: True)
            # Textual's has seams wherever a widget's edge runs above or below.
            assert cells(compositor.render_strips()) == cells([Strip.join(chops.values()) for chops in own])


def cells(strips: list[Strip]) -> list[list[tuple[str, Style | None]]]:
    """Each row's letters, with the style of each."""
    return [[(letter, segment.style) for segment in strip for letter in segment.text] for strip in strips]


async def test_nothing_is_painted_where_nothing_changed(opened: Opened) -> None:
    async with opened() as app:
        assert app.review._compositor.render_partial_update() is None
