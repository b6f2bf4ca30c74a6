"""The base of what draws its own rows: pieces in styles by name, and keyboard focus never."""

from functools import lru_cache
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.pieces import Pieces
from tui.widgets.titled import Titled

UNLINED: Final = Style(underline=False, strike=False)
"""Laid over the style of a sign: what underlines or strikes out is said of words."""


class Styled(Titled, can_focus=False):
    """A widget whose pieces are drawn in styles of their own."""

    PIECES: ClassVar[Pieces]
    """Each by its name; what is not among them is no piece."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._piece_styles: dict[str, Style] = {}
        self._viewport: tuple[Size, bool, Size] | None = None

    def notify_style_update(self) -> None:
        """Forget the styles, and draw anew: the theme or the style sheet changed."""
        self._piece_styles.clear()
        self._viewport = None
        super().notify_style_update()
        self.refresh()

    @property
    def viewport(self) -> Size:
        """The cells that rows are drawn in: what border and scrollbar leave. Textual looks it up anew each time."""
        outer, bar = self.outer_size, self.show_vertical_scrollbar
        if self._viewport is None or self._viewport[:2] != (outer, bar):
            self._viewport = (outer, bar, self.scrollable_content_region.size)
        return self._viewport[2]

    def piece(self, name: str) -> Style:
        """The style of one piece, over the widget's own; an empty name is the widget's own style."""
        style = self._piece_styles.get(name)
        if style is None:
            style = self._piece_styles[name] = self.rich_style + self.over(name)
        return style

    def over(self, name: str) -> Style:
        """A piece's own style alone, to be laid over another one; of several pieces, one over the other."""
        key = f"+{name}"
        style = self._piece_styles.get(key)
        if style is None:
            style = self._piece_styles[key] = sum(map(self._part, name.split()), Style.null())
        return style

    def _part(self, name: str) -> Style:
        styles = self.PIECES[name]
        style = styles if isinstance(styles, str) else styles[-1 if self.app.has_class("-few-colors") else 0]
        return self.app.stylesheet.parse_style(style).rich_style


class Lines(Styled, ScrollView, can_focus=False):
    """A styled widget of many rows, of which only those in view are drawn."""

    OVERLAP: ClassVar[int] = 1
    """Rows of a page that the next one shows again."""

    def resize_content(self, rows: int) -> None:
        """Have so many rows. The screen is laid out anew only where the scrollbar comes or goes."""
        before, height = self.virtual_size.height, self.viewport.height
        self.set_reactive(Lines.virtual_size, Size(0, rows))
        if max(rows, height) != max(before, height):
            self._scroll_update(self.virtual_size)

    def page(self, pages: int) -> None:
        """Scroll by whole pages."""
        page = max(1, self.viewport.height - self.OVERLAP)
        self.scroll_to(y=self.scroll_offset.y + pages * page, animate=False)


@lru_cache(256)
def pressing(press: str) -> Style:
    """The style of what can be clicked, laid over its own: ``press`` is what is said then."""
    return Style(meta={"press": press})


def fitted(segments: list[Segment], width: int, blank: Style) -> list[Segment]:
    """The segments in exactly ``width`` cells, cut with an ellipsis or filled with blanks."""
    cells = sum([segment.cell_length for segment in segments])
    if cells == width:
        return segments
    if cells < width:
        return [*segments, Segment(" " * (width - cells), blank)]
    if width <= 0:
        return []
    last = next((segment.style for segment in reversed(segments) if segment.text), blank)
    return [*Strip(segments, cells).crop(0, width - 1), Segment("…", last)]
