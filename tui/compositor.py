"""Textual's compositor, made to render no more than what changed.

Textual's own renders, for whatever changed, every row of every widget between the topmost and the lowest change. Here a
widget is asked for the rows that are to be painted and are not covered by what stands before it; what comes to the
screen is the same.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import cast

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.kept_lines import runs


class RowCompositor(Compositor):
    """Renders changed rows alone."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """The cells that changed since the last update; None where there are none."""
        screen = self.size.region
        dirty = [region for one in self._dirty_regions if (region := one.intersection(screen))]
        self._dirty_regions.clear()
        if not dirty:
            return None
        spans = list(self._regions_to_spans(dirty))
        chops = self._fill(self._open_cuts(spans))
        return ChopsUpdate(chops, spans, [cuts[1:] for cuts in self.cuts])

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        """As Textual's, which renders what is covered too."""
        rows = filter(is_rendered_line, crop.intersection(self.size.region).line_range)
        # The screen stands behind all, so that nothing stays empty.
        return cast("Sequence[Mapping[int, Strip]]", self._fill({y: set(self.cuts[y][:-1]) for y in rows}))

    def _open_cuts(self, spans: Iterable[tuple[int, int, int]]) -> dict[int, set[int]]:
        """By row, where the stretches between widgets' edges begin that the spans touch."""
        found: dict[int, set[int]] = {}
        for y, left, right in spans:
            cuts = self.cuts[y]
            found.setdefault(y, set()).update(cut for cut, end in pairwise(cuts) if cut < right and end > left)
        return found

    def _fill(self, wanted: dict[int, set[int]]) -> list[dict[int, Strip | None]]:
        """For each row of the screen what stands from each cut on, from the front to the back until all is there."""
        chops: list[dict[int, Strip | None]] = [
            dict.fromkeys(cuts[:-1]) if y in wanted else {} for y, cuts in enumerate(self.cuts)
        ]
        for widget, (region, clip) in self.visible_widgets.items():
            if not wanted:
                break
            area = region.intersection(clip)
            left, right = area.column_span
            rows = [y for y in area.line_range if y in wanted and any(left <= cut < right for cut in wanted[y])]
            for first, last in runs(rows, area.y, area.bottom):
                crop = Region(left - region.x, first - region.y, area.width, last - first)
                for y, strip in zip(range(first, last), widget.render_lines(crop), strict=False):
                    cuts = [cut for cut in self.cuts[y] if left <= cut <= right]
                    for cut, part in zip(cuts, strip.divide([cut - left for cut in cuts[1:]]), strict=False):
                        if cut in wanted[y]:
                            wanted[y].remove(cut)
                            chops[y][cut] = part
                    if not wanted[y]:
                        del wanted[y]
        return chops
