"""The article: wrapped, its zones told apart, its candidates marked, drawn row by row so that length costs nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from annotations.model import Zone, ZoneName
from annotations.review.hints import BLANKS
from tui import pieces
from tui.glyphs import BAR, GLYPHS, RAISED
from tui.safe import JOINED
from tui.widgets.kept_lines import KeptLines
from tui.widgets.lines import UNLINED, fitted
from tui.widgets.marks import Focus, Mark, Marks, Sign
from tui.wrap import Row, Ruler, Wrapped

GUTTER = 4
"""Cells left of the text: reading bar, state, how many more, blank."""
MEASURE = 96
"""The widest a row of text gets, in cells: longer ones are hard to read."""
INDENTS: dict[ZoneName, int] = {"caption": 2, "debris": 2}

_NOTHING = Style()
_UPRIGHT = Style(bold=False, italic=False)


class ArticleView(KeptLines, can_focus=False):
    """Shows one article. Offsets in its messages are code points of the article's text."""

    PIECES = pieces.ARTICLE
    OVERLAP = 2

    @dataclass
    class Clicked(Message):
        """The text was clicked."""

        offset: int

    @dataclass
    class Dragged(Message):
        """The mouse was drawn over a stretch of the text."""

        start: int
        end: int

    @dataclass
    class Painted(Message):
        """What stands at the subject has reached the screen."""

        token: object
        """What `ArticleView.mark` was given."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ruler = Ruler("")
        self._zones: list[ZoneName] = ["body"]
        self._wrapped = Wrapped(self._ruler, MEASURE, [0])
        self._triggers, self._matches, self._focus = Marks(), Marks(), Focus()
        self._token: object = None
        self._painted = True
        self._height_before = 1
        self._covered = 0
        self._uncovered: int | None = None
        """Where the view was scrolled to before its foot was covered; None once that means nothing any more."""
        self._drag: tuple[int, int] | None = None

    def show(self, text: str, zones: Sequence[Zone]) -> None:
        """Show another article, from its beginning, with nothing marked."""
        self._ruler = Ruler(text)
        self._zones = _zone_of_lines(self._ruler, zones)
        self._triggers, self._matches, self._focus, self._token = Marks(), Marks(), Focus(), None
        self._wrap()
        self.scroll_to(0, 0, animate=False)
        self.refresh()

    def mark(self, triggers: Marks, matches: Marks, focus: Focus, token: object = None) -> None:
        """Mark what the article holds and what stands out; redraw only the rows where that changed.

        Once the subject's row has been drawn with this ``token``, `Painted` says so.
        """
        before, self._focus = self._focus, focus
        stretches = [*self._triggers.changed(triggers), *self._matches.changed(matches)]
        stretches += set(before.marks) ^ set(focus.marks)
        rows = {row for mark in stretches for row in self._wrapped.rows_of(mark.start, mark.end)}
        for sign in set(before.signs) ^ set(focus.signs):
            # One that covers the blank at a row's end stands before the next row.
            rows.update(self._wrapped.rows_of(sign.start, sign.end + 1))
        if before.reading != focus.reading:
            for reading in filter(None, (before.reading, focus.reading)):
                rows.update(self._wrapped.rows_of(*reading))
        another = token != self._token
        if another:
            self._painted = False
            rows.add(self._wrapped.row_of(focus.subject))
        self._triggers, self._matches, self._token = triggers, matches, token
        self.redraw(*rows)
        if focus.anchor is not None and (another or focus.anchor != before.anchor):
            self._bring_into_view(focus.anchor)

    def cover(self, rows: int) -> None:
        """Have so many rows at the foot covered: the anchor comes out from under, and with 0 all goes back."""
        before, self._covered = self._covered, rows
        if rows == before:
            return
        if not before:
            self._uncovered = self.top
        self.resize_content(len(self._wrapped) + rows)
        if not rows:
            if self._uncovered is not None:
                self.scroll_to(y=self._uncovered, animate=False)
        elif self._focus.anchor is not None:
            row, height = self._wrapped.row_of(self._focus.anchor[0]), self._height
            if not self.top <= row < self.top + height:
                self.scroll_to(y=row - height // 3, animate=False)

    @property
    def _height(self) -> int:
        """The rows that can be seen."""
        return max(1, self.viewport.height - self._covered)

    # Wrapping and scrolling

    def on_resize(self) -> None:
        """Wrap to the new width and keep the place."""
        self._wrap()

    def _wrap(self) -> None:
        width = max(1, min(MEASURE, self.viewport.width - GUTTER))
        kept = self._focus.anchor[0] if self._focus.anchor else None
        top = self.top
        # What was in view is judged by the height there was: the new one is in force already.
        if kept is None or not top <= self._wrapped.row_of(kept) < top + self._height_before:
            kept = self._wrapped[min(top, len(self._wrapped) - 1)].start
        above = self._wrapped.row_of(kept) - top
        self._height_before = self._height
        if self._wrapped.ruler is not self._ruler or self._wrapped.width != width:
            self._wrapped = Wrapped(self._ruler, width, [INDENTS.get(zone, 0) for zone in self._zones])
        self._uncovered = None
        self.resize_content(len(self._wrapped) + self._covered)
        if above > self._height - 3:
            above = self._height // 3
        self.scroll_to(y=self._wrapped.row_of(kept) - above, animate=False)
        self.refresh()

    def _bring_into_view(self, stretch: tuple[int, int]) -> None:
        """Leave the page as it is while the stretch stands in its middle; else set it at a third of the height."""
        row, height = self._wrapped.row_of(stretch[0]), self._height
        margin = min(3, height // 4)
        if not self.top + margin <= row < self.top + max(1, height - margin - height // 5):
            self.scroll_to(y=row - height // 3, animate=False)

    # Drawing

    def row(self, number: int) -> Strip:
        """A row of the wrapped text, with its gutter."""
        width = self.viewport.width
        if number >= len(self._wrapped):
            return Strip.blank(width, self.piece(""))
        row = self._wrapped[number]
        self._announce(number)
        return Strip(fitted([*self._gutter(row), *self._text(row)], width, self.piece("")), width)

    def _announce(self, number: int) -> None:
        """Say that the subject is drawn. The message is handled after this frame has been written."""
        if not self._painted and self._token is not None and number == self._wrapped.row_of(self._focus.subject):
            self._painted = True
            self.post_message(self.Painted(self._token))

    def _gutter(self, row: Row) -> list[Segment]:
        blank = self.piece("")
        reading = self._focus.reading
        read = reading is not None and reading[0] < max(row.end, row.start + 1) and row.start < reading[1]
        here = [mark for mark in self._triggers.within(row.start, row.end) if mark.start >= row.start]
        shown = next((mark for mark in here if self._is_selected(mark)), None)
        shown = shown or next((mark for mark in here if mark.style == "undecided"), here[0] if here else None)
        more = len(here) - 1
        return [
            Segment(BAR if read else " ", self.piece("reading")),
            Segment(GLYPHS[shown.style], blank + self.over(shown.style) + UNLINED) if shown else Segment(" ", blank),
            Segment(" " if more < 1 else str(more + 1) if more < 9 else "+", self.piece("gutter")),
            Segment(" " * row.indent, blank),
            self._lead(row, blank),
        ]

    def _lead(self, row: Row, blank: Style) -> Segment:
        """The cell before the row's text, for what stands in the blank or line end before its first word."""
        if (sign := self._leading(row)) is not None:
            return Segment(sign.text[0], self._sign_style(sign, 0, blank))
        tag = next((mark for mark in self._focus.marks if mark.tag and mark.start == row.start), None)
        return Segment(" ", blank) if tag is None else Segment(tag.tag, self._tag_style(tag, blank))

    def _leading(self, row: Row) -> Sign | None:
        """The sign that begins in the blank or line end before the row."""
        if not row.start or self._ruler.text[row.start - 1] not in BLANKS:
            return None
        return next((sign for sign in self._focus.signs if sign.start == row.start - 1), None)

    def _is_selected(self, mark: Mark) -> bool:
        return any(focused.style == "selected" and focused[:2] == mark[:2] for focused in self._focus.marks)

    def _tag_style(self, mark: Mark, ground: Style) -> Style:
        return ground + self.over(mark.style) + self.over("tag" if mark.tag in RAISED else "tag-plain")

    def _text(self, row: Row) -> list[Segment]:
        ground = self.piece(self._zones[row.line])
        letters = ["" if letter == JOINED else letter for letter in self._ruler.shown[row.start : row.end]]
        styles = [ground] * len(letters)

        def lay(mark: Mark, under: Style = _NOTHING) -> None:
            style = under + self.over(mark.style)
            below = laid = style
            for index in range(max(0, mark.start - row.start), min(len(letters), mark.end - row.start)):
                if styles[index] is not below:
                    below, laid = styles[index], styles[index] + style
                styles[index] = laid

        # A state's weight is its own: in a bold headline a decided trigger would look undecided.
        for mark in sorted(self._triggers.within(row.start, row.end), key=lambda mark: mark.style == "undecided"):
            lay(mark, _UPRIGHT)
        for mark in (*self._matches.within(row.start, row.end), *self._focus.marks):
            lay(mark)
        for mark in self._focus.marks:
            index = mark.start - row.start - 1
            if mark.tag and 0 <= index < len(letters) and letters[index] == " ":
                letters[index] = mark.tag
                styles[index] = self._tag_style(mark, ground)
        if self._drag and self._drag[0] != self._drag[1]:
            lay(Mark(*_ordered(self._drag), "dragged"))
        for sign in self._focus.signs:
            self._sign(sign, row, ground, letters, styles)
        segments, begun, end = [], 0, len(letters)
        for index in range(1, end + 1):
            if index == end or styles[index] is not styles[begun]:
                segments.append(Segment("".join(letters[begun:index]), styles[begun]))
                begun = index
        return segments

    def _sign(self, sign: Sign, row: Row, ground: Style, letters: list[str], styles: list[Style]) -> None:
        """Put the sign over what it covers of the row, in exactly as many cells."""
        at = self._ruler.cells(sign.start, max(sign.start, row.start))
        for offset in range(max(sign.start, row.start), min(sign.end, row.end)):
            cells = self._ruler.cells(offset, offset + 1)
            letters[offset - row.start] = sign.text[at : at + cells].ljust(cells)
            styles[offset - row.start] = self._sign_style(sign, at, ground)
            at += cells

    def _sign_style(self, sign: Sign, at: int, ground: Style) -> Style:
        name = "typed" if at < sign.typed else "sign" if len(sign.text) - sign.typed == 1 else "sign-long"
        return ground + self.over(name)

    # The mouse

    def _offset_under(self, event: events.MouseEvent) -> int:
        number = min(max(0, self.top + event.y), len(self._wrapped) - 1)
        row = self._wrapped[number]
        if event.x == GUTTER + row.indent - 1 and (sign := self._leading(row)) is not None:
            return sign.start
        return self._wrapped.offset_at(number, event.x - GUTTER)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag."""
        if event.button == 1:
            offset = self._offset_under(event)
            self._drag = (offset, offset)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the stretch that is being dragged over."""
        if self._drag is None:
            return
        before, offset = self._drag, self._offset_under(event)
        self._drag = (before[0], offset)
        self.redraw(*self._wrapped.rows_of(*_ordered(before)), *self._wrapped.rows_of(*_ordered(self._drag)))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Say what was clicked or dragged over."""
        if self._drag is None:
            return
        drag, self._drag = self._drag, None
        self.release_mouse()
        start, end = _ordered(drag)
        self.redraw(*self._wrapped.rows_of(start, end))
        if drag[0] == drag[1]:
            self.post_message(self.Clicked(start))
        else:
            self.post_message(self.Dragged(start, end))


def _ordered(drag: tuple[int, int]) -> tuple[int, int]:
    """The dragged stretch in text order, with the code point under the mouse in it."""
    return min(drag), max(drag) + 1


def _zone_of_lines(ruler: Ruler, zones: Sequence[Zone]) -> list[ZoneName]:
    """The zone of each line: that of the last zone that begins at or before it and reaches into it, else body."""
    found: list[ZoneName] = []
    index = 0
    for start, end in ruler.lines():
        while index < len(zones) and zones[index].end <= start < end:
            index += 1
        inside = index < len(zones) and zones[index].start < max(end, start + 1) and start < zones[index].end
        found.append(zones[index].zone if inside else "body")
    return found
