"""Paragraphs: the lines of a text that are not blank, those of a hard-wrapped paragraph together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

LINE = re.compile(r"[^\r\n\u2028\u2029]+")

WRAP = range(40, 101)
"""Line widths, in characters, that say that a text was wrapped by a machine."""

INDENT = 16
"""Blanks before a line beyond which they are not counted. More than before the line above begin a paragraph."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What reads as one: a line, or the lines of a hard-wrapped paragraph with a space between them."""

    lines: tuple[tuple[int, int], ...]
    """(start, end) of each line in the text, without the white space around it."""
    text: str

    @property
    def start(self) -> int:
        """Where the first line starts."""
        return self.lines[0][0]

    @property
    def end(self) -> int:
        """Where the last line ends."""
        return self.lines[-1][1]


def lines(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every line that is not blank, without the white space around it."""
    for match in LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + line.index(stripped[0])
            yield start, start + len(stripped)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of ``text`` in order. Every line that is not blank is in exactly one."""
    spans = list(lines(text))
    width = _wrap_width(text, spans)
    groups: list[list[tuple[int, int]]] = []
    for span in spans:
        if width and groups and _flows(text, groups[-1][-1], span, width):
            groups[-1].append(span)
        else:
            groups.append([span])
    return tuple(Paragraph(tuple(group), " ".join(text[start:end] for start, end in group)) for group in groups)


def _wrap_width(text: str, spans: list[tuple[int, int]]) -> int:
    """The width that ``text`` was wrapped to; 0 where its lines were not broken by a machine.

    A machine breaks a line where the next word would not fit, so in wrapped text most lines that are followed at
    once by another are full. One line in twenty may stick out: an address, a long word.
    """
    lengths = sorted(end - start for start, end in spans)
    width = lengths[len(lengths) * 19 // 20] if lengths else 0
    if width not in WRAP:
        return 0
    close = [(before, after) for before, after in pairwise(spans) if _is_close(text, before, after)]
    full = sum(_flows(text, before, after, width) for before, after in close)
    return width if full * 2 > len(close) else 0


def _flows(text: str, before: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Whether ``after`` stands in the next line because its first word did not fit into the line before."""
    if not _is_close(text, before, after) or _indent(text, after) > _indent(text, before):
        return False
    word = text[after[0] : min(after[1], after[0] + width)].split(maxsplit=1)[0]
    return before[1] - before[0] + 1 + len(word) > width


def _is_close(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether exactly one line break stands between the two lines."""
    return len(text[before[1] : after[0]].replace("\r\n", "\n").strip(" \t\xa0")) == 1


def _indent(text: str, line: tuple[int, int]) -> int:
    """Blanks before a line, as far as they matter."""
    before = text[max(0, line[0] - INDENT) : line[0]]
    return len(before) - len(before.rstrip(" \t\xa0"))
