"""The selected event as a card: type and what it means, status, trigger, each role with what fills it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui import pieces
from tui.glyphs import GLYPHS
from tui.safe import one_line
from tui.widgets.kept_lines import KeptLines
from tui.widgets.lines import UNLINED, fitted, pressing
from tui.wrap import rows_of

AIRY = 16
"""With more rows than these a card has blank ones between its parts."""
PAGES = 8
"""How many layouts are kept."""

_STRUCK = Style(strike=True)


class Item(NamedTuple):
    """One row of the card: what is in a slot of the event, or that nothing is."""

    tag: str
    name: str
    text: str
    style: str
    """The style of its tag and text."""
    press: str
    """What is said when it is clicked."""
    focused: bool = False
    struck: bool = False


class Content(NamedTuple):
    """What a card says. Texts may come from outside."""

    type: str = ""
    gloss: str = ""
    status: str = ""
    state: str = "undecided"
    items: tuple[Item, ...] = ()
    absent: tuple[str, ...] = ()
    """Roles that nothing fills."""
    notes: tuple[str, ...] = ()
    """What was decided, by whom it was proposed, the comment."""


class Card(KeptLines, can_focus=False):
    """Draws a `Content`; its type, status and items can be clicked."""

    PIECES = pieces.CARD

    @dataclass
    class Pressed(Message):
        """Something on the card was clicked."""

        press: str
        time_pressed: float
        """When, in monotonic seconds."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._content: Content | None = None
        self._strips: list[Strip] = []
        self._pages: dict[tuple[Content, Size], _Page] = {}

    def show(self, content: Content | None) -> None:
        """Show an event, or nothing."""
        if content == self._content:
            return
        self._content = content
        self._lay_out()

    def prepare(self, content: Content) -> None:
        """Lay out what will be shown next, if nothing unforeseen comes."""
        self._page(content)

    def on_resize(self) -> None:
        """Lay the card out for its new size."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Draw in the new colours."""
        super().notify_style_update()
        self._pages.clear()
        if self.is_mounted:
            self.call_after_refresh(self._lay_out)

    def _page(self, content: Content) -> "_Page":
        """The layout for the size there is: the last few are kept, for a way back."""
        size = self.viewport
        page = self._pages.pop((content, size), None)
        if page is None:
            page = _Page(self, size.width)
            if size.width:
                page.draw(content, height=size.height)
        self._pages[content, size] = page
        if len(self._pages) > PAGES:
            del self._pages[next(iter(self._pages))]
        return page

    def _lay_out(self) -> None:
        page = self._page(self._content) if self._content is not None else None
        before, self._strips = self._strips, page.strips if page is not None else []
        self.resize_content(len(self._strips))
        # With its neighbour below, where there is one.
        top = max(0, page.focus + 2 - self.viewport.height) if page is not None else 0
        if top != self.top:
            self.scroll_to(y=top, animate=False)
        pairs = enumerate(zip_longest(before, self._strips))
        self.redraw(*(row for row, (old, new) in pairs if old != new))

    def row(self, number: int) -> Strip:
        """A row of the layout."""
        return self._strips[number] if number < len(self._strips) else Strip.blank(self.viewport.width, self.piece(""))

    def on_click(self, event: events.Click) -> None:
        """Say what was clicked."""
        press = event.style.meta.get("press")
        if isinstance(press, str):
            self.post_message(self.Pressed(press, event.time))


class _Page:
    """One layout of a card at a width."""

    def __init__(self, card: Card, width: int) -> None:
        self._card, self._width = card, width
        self._blank = card.piece("")
        self.strips: list[Strip] = []
        self.focus = 0
        """The row of what is in focus."""

    def draw(self, content: Content, *, height: int) -> None:
        """Lay everything out, what matters most first, so that it keeps its place from card to card.

        What roles and notes leave of the height goes to the roles that nothing fills, then to what the type means.
        Where the roles want more than there is, they flow.
        """
        self._head(content)
        if height > AIRY:
            self._line([])
        self._columns(content.items)
        if len(self.strips) > height:
            del self.strips[1:]
            self._flow(content.items)
        if content.notes:
            if height > AIRY:
                self._line([])
            for note in content.notes:
                self._rows(rows_of(note, self._width - 1), "note")
        if content.absent:
            self._fold(f"no {', '.join(content.absent)}", "absent", height)
        self._fold(content.gloss, "gloss", height)

    def _fold(self, text: str, piece: str, height: int) -> None:
        """A text below a blank row, in as many rows as are left of ``height``."""
        rows, left = rows_of(text, self._width - 1), height - 1 - len(self.strips)
        if rows and left > 0:
            self._line([])
            self._rows(rows if len(rows) <= left else [*rows[: left - 1], f"{rows[left - 1]} …"], piece)

    def _line(self, segments: list[Segment]) -> None:
        self.strips.append(Strip(fitted(segments, self._width, self._blank), self._width))

    def _rows(self, rows: Sequence[str], piece: str) -> None:
        for row in rows:
            self._line([Segment(" ", self._blank), Segment(row, self._card.piece(piece))])

    def _head(self, content: Content) -> None:
        piece, status = self._card.piece, one_line(content.status)
        glyph = [Segment(f" {GLYPHS.get(content.state, ' ')} ", piece(content.state) + UNLINED)]
        kind = Segment(one_line(content.type), piece("type") + pressing("type"))
        room = self._width - cell_len(status) - 2
        left = fitted([*glyph, kind], max(1, room), self._blank)
        self._line([*left, Segment("  ", self._blank), Segment(status, piece("status") + pressing("status"))])

    def _columns(self, items: Sequence[Item]) -> None:
        names = max((cell_len(one_line(item.name)) for item in items), default=0)
        before = ""
        for item in items:
            name = "" if item.name == before else one_line(item.name)
            before = item.name
            self._note_focus(item)
            room = self._width - names - 5
            for number, row in enumerate(rows_of(item.text, max(4, room)) or [""]):
                first = number == 0
                tag = self._tag(item) if first else Segment("   ", self._blank)
                self._line(
                    [
                        tag,
                        Segment(
                            set_cell_size(name if first else "", names + 2),
                            self._card.piece("name") + pressing(item.press),
                        ),
                        Segment(row, self._text_style(item)),
                    ]
                )

    def _flow(self, items: Sequence[Item]) -> None:
        """One item after the other like words of a text; a role's name stands before its first filler."""
        line: list[Segment] = []
        room, before = self._width, ""
        for item in items:
            head = [self._tag(item)]
            if item.name != before:
                head.append(Segment(f"{one_line(item.name)} ", self._card.piece("name") + pressing(item.press)))
            before = item.name
            for word in one_line(item.text).split(" "):
                piece = [*(head or [Segment(" ", self._blank)]), Segment(word, self._text_style(item))]
                cells, gap = sum(segment.cell_length for segment in piece), int(bool(head and line))
                if line and gap + cells > room:
                    self._line(line)
                    line, room, gap = [], self._width, 0
                if head:
                    self._note_focus(item)
                line += [Segment(" " * gap, self._blank), *piece]
                room -= gap + cells
                head = []
        self._line(line)

    def _note_focus(self, item: Item) -> None:
        if item.focused:
            self.focus = len(self.strips)

    def _tag(self, item: Item) -> Segment:
        if item.focused:
            return Segment(f"▸{item.tag} ", self._card.piece("focused") + pressing(item.press))
        style = self._blank + self._card.over(item.style) + UNLINED
        return Segment(f" {item.tag} ", style + pressing(item.press))

    def _text_style(self, item: Item) -> Style:
        style = self._card.piece(item.style) if item.text else self._card.piece("empty")
        focused = self._card.over("focused") if item.focused else Style.null()
        return style + focused + (_STRUCK if item.struck else Style.null()) + pressing(item.press)
