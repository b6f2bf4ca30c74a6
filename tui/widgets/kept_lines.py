"""Rows that are kept as they were drawn, until something says that they read otherwise."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Self

from rich.segment import Segment
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.lines import Lines, Styled

KEPT = 500
"""How many drawn rows are kept at most."""
_EIGHTHS = 8
"""The steps of a cell in which Textual draws a scrollbar's thumb."""


class Kept(Styled, can_focus=False):
    """A styled widget whose rows are kept by their number, so that scrolling draws only those that come into view.

    Whoever derives from it says how a ``row`` is drawn. `redraw` and ``refresh`` have them drawn anew.
    """

    def __init__(self, *, id: str | None = None) -> None:
        self._kept: dict[int, Strip] = {}
        self._kept_width = 0
        self._ground_color: Color | None = None
        self._plain, self._judged = False, -1
        super().__init__(id=id)

    @abstractmethod
    def row(self, number: int) -> Strip:
        """A row of the whole content, as wide as it is or less."""

    @property
    def top(self) -> int:
        """The number of the row that is in view first."""
        return round(self.scroll_y)

    def render_line(self, y: int) -> Strip:
        """Row ``y`` of the viewport."""
        return self.row(self.top + y)

    def redraw(self, *rows: int | None) -> None:
        """Draw rows anew, by their numbers in the whole content: those in view now, the others when they come."""
        top, (width, height) = self.top, self.viewport
        there = sorted({row for row in rows if row is not None})
        for row in there:
            self._kept.pop(row, None)
        regions = [Region(0, first - top, width, last - first) for first, last in runs(there, top, top + height)]
        if regions:
            super().refresh(*regions)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As Textual's, which draws anew whatever stands in the regions, or all."""
        if repaint:
            if not regions:
                self._kept.clear()
            top = self.top
            for region in regions:
                for y in region.line_range:
                    self._kept.pop(top + y, None)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of ``crop``, kept ones as they are, without what the scrollbar covers; the border is Textual's."""
        gutter = self.styles.gutter
        if gutter.width or gutter.bottom:
            return super().render_lines(crop)
        width, border = self.viewport.width, gutter.top
        if width != self._kept_width or len(self._kept) > KEPT:
            self._kept_width = width
            self._kept.clear()
        strips = []
        if crop.y < border:
            strips = super().render_lines(Region(0, crop.y, self.outer_size.width, min(border, crop.bottom) - crop.y))
        kept, first = self._kept, self.top - border
        for y in range(max(crop.y, border), crop.bottom):
            strip = kept.get(first + y)
            if strip is None:
                strip = kept[first + y] = self._drawn(first + y)
            strips.append(strip)
        if crop.x or crop.width < width:
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _drawn(self, number: int) -> Strip:
        """A row as it comes to the screen."""
        strip = self.row(number)
        if strip.cell_length != self._kept_width:
            strip = strip.adjust_cell_length(self._kept_width, self.piece(""))
        return strip if self._is_plain else Strip(self._filtered([*strip]), strip.cell_length)

    @property
    def _is_plain(self) -> bool:
        """Whether the filters leave all styles that rows are made of as they are; then they leave the rows so too."""
        if self._judged != len(self._piece_styles):
            self._judged = len(self._piece_styles)
            styles = [*self._piece_styles.values()]
            filtered = [segment.style for segment in self._filtered([Segment(" ", style) for style in styles])]
            # What is dim may be so over a colour that another piece brings.
            is_dim = bool(self.get_line_filters()) and any(style.dim for style in styles)
            self._plain = filtered == styles and not is_dim
        return self._plain

    def _filtered(self, segments: list[Segment]) -> list[Segment]:
        for line_filter in self.get_line_filters():
            segments = line_filter.apply(segments, self._ground)
        return segments

    @property
    def _ground(self) -> Color:
        """The widget's background, for filters that mix colours with it."""
        if self._ground_color is None:
            self._ground_color = self.background_colors[1]
        return self._ground_color

    def notify_style_update(self) -> None:
        """Forget what was drawn: the theme or the style sheet changed."""
        self._ground_color = None
        self._judged = -1
        self._kept.clear()
        super().notify_style_update()


class KeptLines(Lines, Kept, can_focus=False):
    """Lines whose rows are kept."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Show other rows, and move the scrollbar's thumb where that can be seen."""
        if self.show_vertical_scrollbar and self._thumb(old_value) != self._thumb(new_value):
            self.vertical_scrollbar.position = new_value
        if round(old_value) != round(new_value):
            super(Kept, self).refresh(self.viewport.region)

    def _thumb(self, position: float) -> int:
        """Where the thumb begins, in eighths of a cell."""
        height, rows = self.viewport.height, self.virtual_size.height
        if rows <= height:
            return 0
        thumb = max(1.0, height * height / rows)
        return int(_EIGHTHS * (height - thumb) * position / (rows - height))


def runs(rows: Iterable[int], top: int, bottom: int) -> Iterable[tuple[int, int]]:
    """Of sorted rows those from ``top`` to before ``bottom``, as stretches that follow one another, end-exclusive."""
    begun: int | None = None
    before = top
    for row in rows:
        if not top <= row < bottom:
            continue
        if begun is not None and row != before + 1:
            yield begun, before + 1
            begun = None
        begun = row if begun is None else begun
        before = row
    if begun is not None:
        yield begun, before + 1
