"""A line that asks for text at the foot of the screen. It draws; its screen feeds it keys."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui import pieces
from tui.line_editor import LineEditor
from tui.safe import safe
from tui.widgets.lines import Styled
from tui.wrap import Ruler


class Prompt(Styled, can_focus=False):
    """What is asked for, and the line typed so far with its caret always in view."""

    PIECES = pieces.PROMPT

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._question = ""
        self._line = LineEditor()

    def show(self, question: str, line: LineEditor) -> None:
        """Show the line as it stands."""
        self._question, self._line = question, line
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one row."""
        width, blank = self.size.width, self.piece("")
        if y:
            return Strip.blank(width, blank)
        question = Segment(f" {self._question} ", self.piece("question"))
        ruler, caret = Ruler(self._line.text), self._line.caret
        room = max(4, width - question.cell_length - 2)
        start = 0
        while ruler.cells(start, caret) > room - 2:
            start += max(1, room // 2)
        start = min(start, caret)
        shown = safe(self._line.text) + " "
        segments = [
            question,
            Segment(" " if not start else "…", blank),
            Segment(shown[start:caret], blank),
            Segment(shown[caret], blank + Style(reverse=True)),
            Segment(shown[caret + 1 :], blank),
        ]
        return Strip(segments).adjust_cell_length(width, blank)
