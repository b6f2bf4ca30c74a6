"""The sentence that an event stands in: its words and mentions, and how a span moves over them word by word.

All offsets are code points of the article's text, end-exclusive. Where the analysis has no sentence (a zone
that only the user cares for, or an article not yet analysed) a line of the text stands in for it, and where
it has no words, what white space separates does.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Literal

from annotations.errors import SpanError
from annotations.model import Analysis, Mention, Span

Side = Literal["start", "end"]
Direction = Literal[-1, 1]

_LINE = re.compile(r"[^\r\n]*[^\r\n\s][^\r\n]*")
_VISIBLE = re.compile(r"\S+")


def sentences(text: str, analysis: Analysis) -> tuple[tuple[int, int], ...]:
    """Where the sentences of ``text`` stand: the analysis's, or without any the lines that are not blank."""
    return analysis.sentences or tuple(line.span() for line in _LINE.finditer(text))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of an article, with the words and mentions that lie in it, both in text order."""

    text: str
    """The article's whole text."""
    start: int
    end: int
    tokens: tuple[tuple[int, int], ...]
    """Words and punctuation marks."""
    words: tuple[tuple[int, int], ...]
    """The tokens that a span may begin or end with: all but punctuation marks."""
    mentions: tuple[Mention, ...]

    @classmethod
    def within(cls, text: str, analysis: Analysis, start: int, end: int) -> "Sentence":
        """What stands between ``start`` and ``end``."""
        tokens = _tokens(text, analysis, start, end)
        words = tuple(token for token in tokens if _bounds_a_span(text[slice(*token)])) or tokens
        mentions = tuple(sorted(one for one in analysis.mentions if start <= one.start and one.end <= end))
        return cls(text, start, end, tokens, words, mentions)

    @classmethod
    def at(cls, text: str, analysis: Analysis, index: int) -> "Sentence":
        """The sentence that is number ``index`` of ``sentences(text, analysis)``.

        Raises:
            SpanError: there is no such sentence.
        """
        known = sentences(text, analysis)
        if not 0 <= index < len(known):
            raise SpanError(f"sentence {index} is none of the article's {len(known)}")
        return cls.within(text, analysis, *known[index])

    @classmethod
    def around(cls, text: str, analysis: Analysis, span: Span) -> "Sentence":
        """The sentence that ``span`` begins in, lengthened where the span outruns it."""
        index = bisect_right(analysis.sentences, (span.start, len(text) + 1)) - 1
        if index >= 0 and span.start < analysis.sentences[index][1]:
            start, end = analysis.sentences[index]
        else:
            start = max(text.rfind(mark, 0, span.start) for mark in "\r\n") + 1
            end = min((at for mark in "\r\n" if (at := text.find(mark, span.end)) >= 0), default=len(text))
        return cls.within(text, analysis, start, max(end, span.end))

    def holds(self, span: Span) -> bool:
        """Whether ``span`` lies in the sentence whole."""
        return self.start <= span.start and span.end <= self.end

    def move(self, span: Span, side: Side, by: Direction) -> Span | None:
        """``span`` with one side moved a word to the left (-1) or right (1).

        None where the sentence ends or no word of the span would be left.
        """
        if side == "start":
            starts = [start for start, _ in self.words]
            index = bisect_left(starts, span.start) - 1 if by < 0 else bisect_right(starts, span.start)
            if 0 <= index < len(starts) and starts[index] < span.end:
                return Span.of(self.text, starts[index], span.end)
        else:
            ends = [end for _, end in self.words]
            index = bisect_left(ends, span.end) - 1 if by < 0 else bisect_right(ends, span.end)
            if 0 <= index < len(ends) and span.start < ends[index]:
                return Span.of(self.text, span.start, ends[index])
        return None

    def snap(self, start: int, end: int) -> Span | None:
        """The span of all tokens that ``start``–``end`` touches, None where it touches none of the sentence's."""
        touched = [token for token in self.tokens if token[0] < end and start < token[1]]
        return Span.of(self.text, touched[0][0], touched[-1][1]) if touched else None


def _tokens(text: str, analysis: Analysis, start: int, end: int) -> tuple[tuple[int, int], ...]:
    first = bisect_left(analysis.words, (start, start))
    after = bisect_left(analysis.words, (end, end))
    known = tuple(word for word in analysis.words[first:after] if word[0] < word[1] <= end)
    return known or tuple(_trimmed(text, *word.span()) for word in _VISIBLE.finditer(text, start, end))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the punctuation marks around it, unless there is nothing else."""
    inner = [at for at in range(start, end) if not _is_mark(text[at])]
    return (inner[0], inner[-1] + 1) if inner else (start, end)


def _bounds_a_span(token: str) -> bool:
    return not all(map(_is_mark, token))


def _is_mark(char: str) -> bool:
    # A percent sign counts as a word: "40 %" ends with it.
    return unicodedata.category(char).startswith("P") and char not in "%‰"
