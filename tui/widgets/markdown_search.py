"""Search in a rendered Markdown document: every match is marked, and one walks from block to block."""

from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Markdown, Static

from annotations.review.searching import search

_MATCH = Style(bold=True, underline=True)
_CURRENT = Style(bold=True, reverse=True)


class MarkdownSearch:
    """What was searched for in a document, and where one stands."""

    def __init__(self, document: Markdown) -> None:
        self._document = document
        self._plain: dict[Static, Content] = {}
        """What the blocks with a match hold when nothing is marked."""
        self._found: list[tuple[Static, int, int]] = []
        """Every match: its block, and where it begins and ends in the block's text."""
        self._at = -1
        self.pattern = ""

    @property
    def words(self) -> str:
        """Where one stands, in words; empty where nothing is searched for."""
        if not self.pattern:
            return ""
        return f"match {self._at + 1} of {len(self._found)}" if self._found else "not found"

    @property
    def found(self) -> bool:
        """Whether there is a match to go to."""
        return bool(self._found)

    def find(self, pattern: str) -> Widget | None:
        """Mark what matches, in place of what did before; the block of the first match."""
        for block, content in self._plain.items():
            block.update(content)
        self.pattern, self._at = pattern, -1
        held = ((block, block.content) for block in self._document.query(Static))
        contents = [(block, content) for block, content in held if isinstance(content, Content)]
        self._plain = {block: content for block, content in contents if search(content.plain, pattern, 0).hits}
        self._found = [
            (block, *hit) for block, content in self._plain.items() for hit in search(content.plain, pattern, 0).hits
        ]
        found = self.step(1)
        for block in self._plain:
            self._mark(block)
        return found

    def step(self, by: int) -> Widget | None:
        """The block of the next match (or the one before), round the end to the beginning."""
        if not self._found:
            return None
        before, self._at = self._at, (self._at + by) % len(self._found)
        block = self._found[self._at][0]
        for one in {self._found[before][0], block}:
            self._mark(one)
        return block

    def _mark(self, block: Static) -> None:
        content = self._plain[block]
        for number, (where, start, end) in enumerate(self._found):
            if where is block:
                content = content.stylize(_CURRENT if number == self._at else _MATCH, start, end)
        block.update(content)
