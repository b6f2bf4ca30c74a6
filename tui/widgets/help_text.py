"""All keys in groups, and what the signs and colours mean."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from annotations.ontology import Label, Ontology
from tui.actions import ACTIONS, key_name, letters_name
from tui.glyphs import GLYPHS
from tui.keys import Keymap
from tui.picture import role_styles
from tui.safe import one_line
from tui.theme import HUES
from tui.widgets.lines import Lines, fitted

Block = list[list[Segment]]
COLUMN = 54
"""The least cells a column of help wants."""


class HelpText(Lines, can_focus=False):
    """Blocks of keys and signs in as many columns as fit."""

    PREFIX = "help"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"help--{name}"
        for name in (*GLYPHS, *(f"role-{number}" for number in range(1, HUES + 1)), "title", "key", "gloss")
    }

    def __init__(self, keymap: Keymap, ontology: Ontology, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keymap, self._ontology = keymap, ontology
        self._strips: list[Strip] = []

    def page(self, pages: int) -> None:
        """Scroll by whole pages."""
        self.scroll_to(y=self.scroll_offset.y + pages * max(1, self.size.height - 1), animate=False)

    def line(self, lines: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def on_resize(self) -> None:
        """Lay the blocks out for the new width."""
        width = self.scrollable_content_region.width
        across = max(1, width // COLUMN)
        column = width // across
        columns: list[Block] = [[] for _ in range(across)]
        for block in self._blocks():
            shortest = min(columns, key=len)
            shortest += [*block, []]
        blank = self.piece("")
        self._strips = []
        for row in range(max(map(len, columns))):
            cells = [fitted(lines[row] if row < len(lines) else [], column - 2, blank) for lines in columns]
            self._strips.append(Strip([part for cell in cells for part in (*cell, Segment("  ", blank))]))
        self.virtual_size = Size(0, len(self._strips))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Row ``y`` of the viewport."""
        index = self.scroll_offset.y + y
        strip = self._strips[index] if index < len(self._strips) else Strip([])
        return strip.adjust_cell_length(self.size.width, self.piece(""))

    def _blocks(self) -> list[Block]:
        blocks = []
        for group, actions in groupby(ACTIONS, key=lambda action: action.group):
            rows = []
            for action in actions:
                keys = " ".join(map(key_name, self._keymap.keys(action.id)))
                if action.letters:
                    keys = letters_name(action.letters, self._ontology)
                rows.append((keys, action.help))
            blocks.append(self._block(group, rows))
        labels = "while labels stand on the text, their letters choose the word or phrase"
        blocks[-1].append([Segment(f"  {labels}", self.piece("gloss"))])
        blocks.append(self._signs())
        blocks.append(self._labels("Roles", self._ontology.roles.values(), role_styles(self._ontology)))
        blocks.append(self._labels("Statuses", self._ontology.statuses.values(), {}))
        blocks.append(self._labels("Reasons to reject", self._ontology.rejects.values(), {}))
        return blocks

    def _block(self, title: str, rows: Sequence[tuple[str, str]]) -> Block:
        block = [[Segment(title, self.piece("title"))]]
        keys = min(12, max(cell_len(key) for key, _ in rows))
        for key, text in rows:
            gap = " " * max(1, keys + 2 - cell_len(key))
            block.append([Segment(f"  {key}", self.piece("key")), Segment(gap + text, self.piece("gloss"))])
        return block

    def _signs(self) -> Block:
        block = [[Segment("Signs", self.piece("title"))]]
        for state, glyph in GLYPHS.items():
            block.append(
                [
                    Segment(f"  {glyph} ", self.piece("key")),
                    Segment("trigger", self.piece(state)),
                    Segment(f"  {state}", self.piece("gloss")),
                ]
            )
        return block

    def _labels(self, title: str, labels: Iterable[Label], styles: Mapping[str, str]) -> Block:
        block = [[Segment(title, self.piece("title"))]]
        for label in labels:
            block.append(
                [
                    Segment(f"  {one_line(label.key)} ", self.piece("key")),
                    Segment(f" {one_line(label.name)} ", self.piece(styles.get(label.name, ""))),
                    Segment(f" {one_line(label.gloss)}", self.piece("gloss")),
                ]
            )
        return block
