"""Search in a rendered Markdown document: every match is marked, and one walks from block to block."""

from collections.abc import Iterator

from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Markdown, Static

from annotations.review.searching import search

_MARK = Style(reverse=True)


class MarkdownSearch:
    """What was searched for in a document, and where one stands."""

    def __init__(self, document: Markdown) -> None:
        self._document = document
        self._before: dict[Static, Content] = {}
        """What the marked blocks held before."""
        self._found: list[tuple[Static, int]] = []
        """Every match: its block, and the place in its text."""
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
        for block, content in self._before.items():
            block.update(content)
        self.pattern, self._at = pattern, -1
        self._before.clear()
        self._found.clear()
        for block, content in self._blocks():
            hits = search(content.plain, pattern, 0).hits
            if hits:
                self._before[block] = content
                self._found += [(block, start) for start, _ in hits]
                for start, end in hits:
                    content = content.stylize(_MARK, start, end)  # noqa: PLW2901
                block.update(content)
        return self.step(1)

    def step(self, by: int) -> Widget | None:
        """The block of the next match (or the one before), round the end to the beginning."""
        if not self._found:
            return None
        self._at = (self._at + by) % len(self._found)
        return self._found[self._at][0]

    def _blocks(self) -> Iterator[tuple[Static, Content]]:
        for block in self._document.query(Static):
            content = block.content
            if isinstance(content, Content) and content.plain:
                yield block, content
