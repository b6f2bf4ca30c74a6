"""Textual's compositor, made to render no more than what changed.

Textual's own renders, for whatever changed, every row of every widget between the topmost and the lowest change. Here a
widget is asked for the rows that are to be painted and are not covered by what stands before it; what comes to the
screen is the same.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple, cast

from rich.console import Console, ConsoleOptions, RenderResult
from rich.control import Control
from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.kept_lines import runs

Stretches = list[tuple[int, int]]
"""Of the cells of a row, each from its first to before its last."""


class Part(NamedTuple):
    """A piece of one row, and the cell that it begins at."""

    y: int
    x: int
    strip: Strip


class PartsUpdate(CompositorUpdate):
    """Writes the parts, each at its place."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts

    def render_segments(self, console: Console) -> str:
        """What is written to the terminal."""
        return "".join([f"\x1b[{y + 1};{x + 1}H{strip.render(console)}" for y, x, strip in self.parts])

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for y, x, strip in self.parts:
            yield Control.move_to(x, y).segment
            yield from strip


class RowCompositor(Compositor):
    """Renders changed rows alone."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """The cells that changed since the last update; None where there are none."""
        screen = self.size.region
        dirty = [region for one in self._dirty_regions if (region := one.intersection(screen))]
        self._dirty_regions.clear()
        if not dirty:
            return None
        wanted: dict[int, Stretches] = {}
        for y, left, right in self._regions_to_spans(dirty):
            wanted.setdefault(y, []).append((left, right))
        # Whoever asks for it displays it, and no more.
        return cast("ChopsUpdate", PartsUpdate(self._parts(wanted)))

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        """As Textual's, which renders what is covered too."""
        left, right = crop.column_span
        rows = filter(is_rendered_line, crop.intersection(self.size.region).line_range)
        chops: list[dict[int, Strip]] = [{} for _ in range(self.size.height)]
        # The screen stands behind all, so that nothing stays empty.
        for y, x, strip in self._parts({y: [(left, right)] for y in rows}):
            chops[y][x] = strip
        return chops

    def _parts(self, wanted: dict[int, Stretches]) -> list[Part]:
        """What stands in each row's stretches, looked for from front to back; in the order in which one reads."""
        parts: list[Part] = []
        for widget, (region, clip) in self.visible_widgets.items():
            if not wanted:
                break
            area = region.intersection(clip)
            left, right = area.column_span
            top, bottom = area.line_span
            rows = []
            for y, stretches in wanted.items():
                for begin, end in stretches if top <= y < bottom else ():
                    if begin < right and end > left:
                        rows.append(y)
                        break
            for first, last in runs(rows, top, bottom):
                crop = Region(left - region.x, first - region.y, area.width, last - first)
                for y, strip in zip(range(first, last), widget.render_lines(crop), strict=False):
                    covered, rest = _split(wanted[y], left, right)
                    # Rows stay in their order.
                    wanted[y] = rest
                    if not rest:
                        del wanted[y]
                    for begin, end in covered:
                        is_whole = begin == left and end == right
                        parts.append(Part(y, begin, strip if is_whole else strip.crop(begin - left, end - left)))
        # Where a terminal draws a sign wider than it counts, what stands at its right is written after it.
        return sorted(parts, key=itemgetter(0, 1))


def _split(stretches: Stretches, left: int, right: int) -> tuple[Stretches, Stretches]:
    """What of the stretches lies between ``left`` and ``right``, and what lies beside it."""
    covered, rest = [], []
    for begin, end in stretches:
        inner, outer = max(begin, left), min(end, right)
        if inner >= outer:
            rest.append((begin, end))
            continue
        covered.append((inner, outer))
        rest += [one for one in ((begin, inner), (outer, end)) if one[0] < one[1]]
    return covered, rest
