"""What is marked in an article: stretches with a style, and labels that stand on the text without moving it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from weakref import ref


class Mark(NamedTuple):
    """A stretch of the article drawn in a style of its own."""

    start: int
    end: int
    style: str
    """The name of its style, without the widget's prefix."""
    tag: str = ""
    """One sign, drawn in the blank cell before the stretch where there is one."""


class Sign(NamedTuple):
    """Letters that stand over the text between ``start`` and ``end``."""

    start: int
    end: int
    text: str
    typed: int
    """How many of its letters were pressed."""


class Marks:
    """Marks in text order, of which those that touch a stretch are found without looking at the others."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = sorted(marks)
        self._starts = [mark.start for mark in self._marks]
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)
        self._former: ref[Marks] | None = None
        self._restyled: list[tuple[Mark, Mark]] = []
        """Where these are others with some restyled: the others, and what became of which mark."""

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)

    def within(self, start: int, end: int) -> Iterator[Mark]:
        """The marks that share a code point with ``start``–``end``, in text order."""
        for index in range(bisect_left(self._starts, start - self._longest), len(self._marks)):
            mark = self._marks[index]
            if mark.start >= end:
                return
            if mark.end > start:
                yield mark

    def changed(self, other: "Marks") -> Iterator[Mark]:
        """The marks that only one of the two has, and perhaps a few more."""
        if self is other:
            return
        if other._former is not None and other._former() is self:
            yield from (mark for pair in other._restyled for mark in pair)
        else:
            yield from set(self._marks) ^ set(other._marks)

    def restyled(self, pairs: Iterable[tuple[Mark, Mark]]) -> "Marks":
        """These marks with some in other styles: each pair is one of them and the same stretch as it is now."""
        found = Marks()
        found._marks, found._starts, found._longest = [*self._marks], self._starts, self._longest
        found._former, found._restyled = ref(self), [*pairs]
        for old, new in found._restyled:
            index = found._marks.index(old, bisect_left(self._starts, old.start))
            found._marks[index] = new
        return found


class Focus(NamedTuple):
    """What stands out at this moment; little of it, and it changes with every move."""

    marks: tuple[Mark, ...] = ()
    """The selected event's trigger and arguments, the match one stands at, what the mouse drags over."""
    signs: tuple[Sign, ...] = ()
    reading: tuple[int, int] | None = None
    """The reading sentence."""
    anchor: tuple[int, int] | None = None
    """The stretch that is brought into view: the trigger, the reading sentence, the match."""
    subject: int = 0
    """The offset that must have been drawn before anything may be decided: where the selected trigger begins."""
