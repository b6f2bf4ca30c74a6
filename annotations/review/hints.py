"""Labels on a sentence: for everything that can be chosen some letters, and a place to show them.

A label covers characters and moves none. It begins in the blank before what it means, so that of most words
nothing is covered, and of others their first letter; at the first character where there is no blank; at the last ones
where another label stands there, so that phrases which begin together still show a label each.
"""

import unicodedata
from collections.abc import Container, Iterable
from typing import NamedTuple

from annotations.model import Span
from annotations.review.lettering import lettering

BLANKS = " \n"
"""What a label may cover before its span: a cell of the row, or the one before the row where a line is broken there."""


class Hint(NamedTuple):
    """Letters that choose a span, and the characters of it that they cover while they show."""

    key: str
    span: Span
    start: int
    """Offset of the first covered character: the blank or line end before the span, or one of the span's own."""
    end: int
    """Offset after the last covered character. Only the first may be white space; all have cells enough for the key."""


def hints(text: str, spans: Iterable[Span], reserved: Container[str]) -> tuple[Hint, ...]:
    """Labels for ``spans`` of ``text`` (likeliest first) without the ``reserved`` characters, in the order they stand.

    No two cover the same character, and a cell is free between any two. A span that has no such place left for
    a label gets none: it is reached from its neighbour by moving an end.
    """
    board = _Board(text)
    ranked = list(spans)
    found = []
    for span, key in zip(ranked, lettering(len(ranked), reserved), strict=False):
        place = board.place(span, len(key))
        if place:
            found.append(Hint(key, span, *place))
    return tuple(sorted(found, key=lambda hint: hint.start))


class _Board:
    """Which characters of a text labels cover already."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._covered: set[int] = set()
        self._gaps: set[int] = set()

    def place(self, span: Span, width: int) -> tuple[int, int] | None:
        """Take the first free place of ``span`` for a label of ``width`` cells: blank, start, end, then in between."""
        last, cells = span.end, 0
        while last > span.start and cells < width:
            last -= 1
            cells += _cells(self._text[last])
        blank = () if span.start == 0 or self._text[span.start - 1] not in BLANKS else (span.start - 1,)
        for start in (*blank, span.start, last, *range(span.start + 1, last)):
            place = self._free(start, span, width)
            if place:
                return place
        return None

    def _free(self, start: int, span: Span, width: int) -> tuple[int, int] | None:
        end, cells = start, 0
        # A label covers a character with all the marks that join it.
        while end < span.end and (cells < width or not _cells(self._text[end])):
            if end in self._covered or end in self._gaps or (end >= span.start and self._text[end].isspace()):
                return None
            cells += _cells(self._text[end])
            end += 1
        if cells < width or not _cells(self._text[start]):
            return None
        if cells == width:
            if end in self._covered:
                return None
            self._gaps.add(end)
        self._covered.update(range(start, end))
        return start, end


def _cells(char: str) -> int:
    """Cells that a terminal gives a character: none for marks that join the one before."""
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
