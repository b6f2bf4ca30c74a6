"""The article's candidates in reading order, each with its state."""

from collections.abc import Sequence

from rich.segment import Segment

from annotations.review.candidates import Candidate
from tui import pieces
from tui.glyphs import COMMENT, FLAG, GLYPHS
from tui.safe import one_line
from tui.widgets.lines import UNLINED, fitted
from tui.widgets.rows import Rows

FULL_TYPES = 44
"""From so many cells on types are written out; below, only what follows their last point."""


class CandidateList(Rows, can_focus=False):
    """One row a candidate: number, state, trigger, type, flag and comment."""

    PIECES = pieces.CANDIDATES

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._candidates: Sequence[Candidate] = ()

    def show(self, candidates: Sequence[Candidate], changed: Sequence[int] | None, selected: int | None) -> None:
        """Show the candidates; of those that are no others than before only rows that ``changed`` are drawn anew."""
        self._candidates = candidates
        if changed is None:
            self.resize_to(len(candidates))
        self.select(selected, changed or ())

    def line(self, index: int, number: int) -> list[Segment]:
        """Pointer, number, glyph, trigger, then the type at the right edge."""
        candidate = self._candidates[index]
        digits = len(str(len(self._candidates)))
        state, blank = self.piece(candidate.state), self.piece("")
        width = self.viewport.width
        room = width - digits - 7
        kind = one_line(candidate.event.type)
        if width < FULL_TYPES:
            kind = kind.rpartition(".")[2]
        pointer = "▸" if index == self.selected else " "
        trigger = fitted([Segment(one_line(candidate.event.trigger.text), state)], max(1, room - len(kind) - 1), blank)
        signs = (FLAG if candidate.flag else " ") + (COMMENT if candidate.comment else " ")
        return [
            Segment(f"{pointer}{candidate.number:>{digits}} ", self.piece("number")),
            Segment(f"{GLYPHS[candidate.state]} ", state + UNLINED),
            *trigger,
            Segment(" ", blank),
            Segment(kind, self.piece("type")),
            Segment(f" {signs}", self.piece("flag")),
        ]
