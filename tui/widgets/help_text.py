"""All keys in groups, and what the signs and colours mean."""

from collections.abc import Sequence
from itertools import groupby

from rich.segment import Segment

from annotations.ontology import Label, Ontology
from tui import pieces
from tui.actions import ACTIONS, keys_name, letters_name
from tui.glyphs import BAR, COMMENT, FLAG, GLYPHS, NEAR, STATE_GLYPHS
from tui.keys import Keymap
from tui.picture import role_styles
from tui.safe import one_line
from tui.widgets.columns import Block, Columns
from tui.widgets.lines import fitted
from tui.wrap import rows_of

_LABELS = (
    "While labels stand on the text, their letters choose the word or phrase that they stand before. "
    "Where several begin together, a label on the last letters of one chooses it up to there."
)
_SIGNS = (
    (f"{GLYPHS['undecided']}2", "a row of the article with two triggers"),
    (BAR, "the reading sentence"),
    (FLAG, "flagged"),
    (COMMENT, "commented on"),
    (" ".join(STATE_GLYPHS.values()), f"in the queue: {', '.join(STATE_GLYPHS)} (for an extractor)"),
    (NEAR, "in the queue: how many more articles tell the story in nearly the same words"),
)


class HelpText(Columns, can_focus=False):
    """Blocks of keys and signs."""

    PIECES = pieces.HELP
    COLUMN = 54

    def __init__(self, keymap: Keymap, ontology: Ontology, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keymap, self._ontology = keymap, ontology

    def blocks(self, width: int) -> list[Block]:
        """Each group of keys, then the signs and the ontology's labels."""
        ontology = self._ontology
        blocks = []
        for group, actions in groupby(ACTIONS, key=lambda action: action.group):
            rows = []
            for action in actions:
                own = self._keymap.keys(action.id)
                keys = letters_name(action.letters, ontology) if action.letters else keys_name(own)
                rows.append(([Segment(keys, self.piece("key"))], action.help))
            blocks.append(self._block(group, rows, width))
        blocks[-1] += [[Segment(f"  {row}", self.piece("gloss"))] for row in rows_of(_LABELS, width - 2)]
        signs = [
            ([Segment(f"{glyph} ", self.piece("key")), Segment("trigger", self.piece(state))], state)
            for state, glyph in GLYPHS.items()
        ]
        signs += [([Segment(sign, self.piece("key"))], meaning) for sign, meaning in _SIGNS]
        blocks.append(self._block("Signs", signs, width))
        tables = (("Roles", ontology.roles), ("Statuses", ontology.statuses), ("Reasons to reject", ontology.rejects))
        for title, table in tables:
            blocks.append(self._block(title, [(self._label(label), label.gloss) for label in table.values()], width))
        return blocks

    def _label(self, label: Label) -> list[Segment]:
        style = role_styles(self._ontology).get(label.name, "") if label.name in self._ontology.roles else ""
        return [Segment(f"{one_line(label.key)} ", self.piece("key")), Segment(one_line(label.name), self.piece(style))]

    def _block(self, title: str, rows: Sequence[tuple[list[Segment], str]], width: int) -> Block:
        block = [[Segment(title, self.piece("title"))]]
        left = max(sum(segment.cell_length for segment in head) for head, _ in rows) + 4
        blank = self.piece("")
        for head, text in rows:
            first = [Segment("  ", blank), *head]
            for row in rows_of(text, max(8, width - left)):
                block.append([*fitted(first, left, blank), Segment(row, self.piece("gloss"))])
                first = []
        return block
