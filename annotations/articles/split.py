"""Splitting: the stories of a source that holds several glued together.

A story runs from its headline to the last line of its credit; a web page's debris above and below belongs to it.
Where a story has no credit, the next one shows itself after body text: by a headline with its byline or dateline
under it, by what a page puts above its stories, or by a rule across the page.
"""

from collections.abc import Container, Sequence
from itertools import pairwise

from annotations.articles.captions import is_pictorial
from annotations.articles.cues import BODY, FURNITURE, Cue, cues
from annotations.articles.debris import is_rule, is_section
from annotations.articles.headlines import is_crosshead
from annotations.articles.paragraphs import paragraphs

REACH = 7
"""Paragraphs under a headline among which its byline or dateline is looked for."""


def stories(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of every story in ``text``, in order, without blank lines around them; no other line is left out."""
    found = paragraphs(text)
    texts = [paragraph.text for paragraph in found]
    return tuple((found[start].start, found[end - 1].end) for start, end in group(texts, cues(texts)))


def whole(text: str) -> tuple[tuple[int, int], ...]:
    """``text`` as one story, without the blank lines around it; nothing where all of it is blank."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return ((start, end),) if start < end else ()


def group(texts: Sequence[str], signs: Sequence[Cue]) -> list[tuple[int, int]]:
    """(first, end) of every story among paragraphs, given the text and cue of each. All but one have body text."""
    source = _Source(texts, signs)
    starts = [0] if texts else []
    has_body = is_closed = False
    for at, sign in enumerate(signs):
        if has_body and source.is_head(at, is_closed):
            starts.append(source.top(at, starts[-1]))
            has_body = is_closed = False
        has_body = has_body or sign in BODY
        is_closed = is_closed or (has_body and sign in ("closing", "ending"))
    return list(pairwise([*starts, len(texts)]))


class _Source:
    """A source's paragraphs, asked where its stories begin."""

    def __init__(self, texts: Sequence[str], signs: Sequence[Cue]) -> None:
        self.texts = texts
        self.signs = signs
        self.next_body = _next(signs, BODY)
        self.next_above = _next(signs, ("above",))
        self.next_line = _next(signs, ("line",))

    def is_head(self, at: int, is_closed: bool) -> bool:
        """Whether a story begins at ``at``, below body text; ``is_closed`` says that a credit ended the story above."""
        if self.signs[at] == "dateline":
            return is_closed
        if self.signs[at] != "line" or self.next_body[at] == len(self.signs):
            return False
        if is_closed:
            return not self._is_link(at)
        return self._may_be_headline(at) and (
            self._has_proof(at) or self._is_under_page_top(at) or (is_rule(self.texts[at - 1]) and self._leads(at))
        )

    def top(self, head: int, floor: int) -> int:
        """Where the story with this headline begins: at the highest of the lines that a page puts above stories."""
        top = at = head
        while at - 1 > floor and self.signs[at - 1] in ("above", "byline", "debris", "publication"):
            at -= 1
            if self.signs[at] != "debris" or is_section(self.texts[at]):
                top = at
        return top

    def _is_link(self, at: int) -> bool:
        """Whether a line under a closed story is another's headline: the next story's page begins below it."""
        return self.next_above[at + 1] < self.next_body[at + 1]

    def _may_be_headline(self, at: int) -> bool:
        text = self.texts[at]
        return len(text.split()) >= 3 and not is_pictorial(text) and not text.startswith(("A ", "An "))

    def _has_proof(self, at: int) -> bool:
        """Whether a byline, dateline or date of publication follows, with at most one other paragraph before it."""
        others = 0
        for sign in self.signs[at + 1 : at + 1 + REACH]:
            if sign in ("byline", "publication") or (sign == "dateline" and not is_crosshead(self.texts[at])):
                return True
            if sign not in FURNITURE:
                others += 1
            if others > 1:
                return False
        return False

    def _is_under_page_top(self, at: int) -> bool:
        """Whether what a page puts above its stories stands right above, and body text follows."""
        return self.signs[self.top(at, 0)] == "above" and self._leads(at)

    def _leads(self, at: int) -> bool:
        """Whether the first paragraph below that is no furniture is body text."""
        return self.next_body[at + 1] < self.next_line[at + 1]


def _next(signs: Sequence[Cue], wanted: Container[Cue]) -> list[int]:
    """Where, from each paragraph and from below the last, the next of the ``wanted`` cues is; past the end for none."""
    found = [len(signs)] * (len(signs) + 1)
    for at in range(len(signs) - 1, -1, -1):
        found[at] = at if signs[at] in wanted else found[at + 1]
    return found
