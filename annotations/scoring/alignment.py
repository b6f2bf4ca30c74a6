"""Predictions aligned with gold: which events are compared, each in the terms of its gold article.

An article is aligned by its id; one that gold does not have, by the places where it stands: other boundaries in the
same source only shift its spans. Where two articles claim the same place, their texts must agree there.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from annotations.errors import RecordError
from annotations.formats.record import Record
from annotations.model import Argument, Event, Occurrence, Span


@dataclass(frozen=True, slots=True)
class Aligned:
    """What is compared with what."""

    articles: int
    """Complete gold articles."""
    unmatched: int
    """Those of them that no prediction line reaches; their events count as missed."""
    gold: tuple[Event, ...]
    predicted: tuple[Event, ...]
    """Predictions whose trigger lies in a complete gold article, shifted to its offsets."""
    left_out: int
    """Distinct predicted events whose trigger lies in no complete gold article."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A gold article, and what to add to a prediction's offsets to have gold's."""

    article: str
    length: int
    shift: int
    is_complete: bool

    def holds(self, trigger: Span) -> bool:
        """Whether a prediction's trigger lies in the gold article."""
        return trigger.start + self.shift >= 0 and trigger.end + self.shift <= self.length

    def moved(self, event: Event) -> Event:
        """A prediction's event at its place in the gold article."""
        return replace(
            event,
            article=self.article,
            trigger=_moved(event.trigger, self.shift),
            arguments=tuple(Argument(_moved(each.span, self.shift), each.role) for each in event.arguments),
        )


def align(gold: Iterable[Record], predictions: Iterable[Record]) -> Aligned:
    """Align two files, or a database and a file. A gold record that does not say whether it is complete is.

    Raises:
        RecordError: at one place of a source, the two have different texts; both are named.
    """
    gold = list(gold)
    complete: dict[str, bool] = {}
    for record in gold:
        # An article that stands on two lines is complete only if both say so.
        complete[record.article.id] = complete.get(record.article.id, True) and record.complete is not False
    places = _Places(gold)

    predicted: list[Event] = []
    left_out: set[str] = set()
    reached: set[str] = set()
    for record in predictions:
        matches = _matches(record, complete, places)
        reached.update(match.article for match in matches)
        for annotation in record.events:
            event = annotation.event
            placed = [match.moved(event) for match in matches if match.is_complete and match.holds(event.trigger)]
            predicted.extend(placed)
            if not placed:
                left_out.add(event.id)
    scored = {article for article, is_complete in complete.items() if is_complete}
    return Aligned(
        articles=len(scored),
        unmatched=len(scored - reached),
        gold=tuple(each.event for record in gold if record.article.id in scored for each in record.events),
        predicted=tuple(predicted),
        left_out=len(left_out),
    )


class _Places:
    """Where gold articles stand."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._by_source = defaultdict[str, list[tuple[Occurrence, Record]]](list)
        self._longest = 0
        for record in records:
            for place in record.places():
                self._by_source[place.source].append((place, record))
                self._longest = max(self._longest, len(record.article.text))
        for places in self._by_source.values():
            places.sort(key=_start)

    def overlapping(self, place: Occurrence) -> Iterator[tuple[Occurrence, Record]]:
        """The places, with their articles, that share at least one character with ``place``."""
        places = self._by_source.get(place.source, [])
        first = bisect_left(places, place.start - self._longest, key=_start)
        last = bisect_left(places, place.end, key=_start)
        for found in places[first:last]:
            if place.start < found[0].end:
                yield found


def _start(placed: tuple[Occurrence, Record]) -> int:
    return placed[0].start


def _matches(record: Record, complete: Mapping[str, bool], gold: _Places) -> list[_Match]:
    article = record.article.id
    if article in complete:
        return [_Match(article, len(record.article.text), 0, complete[article])]
    overlaps = [
        _Overlap(record, place, gold_record, gold_place)
        for place in record.places()
        for gold_place, gold_record in gold.overlapping(place)
    ]
    agreeing = [overlap for overlap in overlaps if overlap.agrees]
    for overlap in overlaps:
        # Two files in different folders may have one name, and gold two texts at one place: one that agrees is enough.
        if not overlap.agrees and not any(overlap.rivals(other) for other in agreeing):
            raise overlap.disagreement()
    # A copy within one prediction has a shift of its own.
    return list(dict.fromkeys(overlap.match(complete) for overlap in agreeing))


class _Overlap:
    """A prediction's article and a gold article that claim the same stretch of a source."""

    def __init__(self, record: Record, place: Occurrence, gold: Record, gold_place: Occurrence) -> None:
        self.record, self.place, self.gold, self.gold_place = record, place, gold, gold_place
        self.start, self.end = max(place.start, gold_place.start), min(place.end, gold_place.end)
        self.agrees = self._text(record, place) == self._text(gold, gold_place)

    def rivals(self, other: "_Overlap") -> bool:
        """Whether the other's gold article claims some of the same stretch for the same prediction."""
        return self.place == other.place and self.start < other.end and other.start < self.end

    def match(self, complete: Mapping[str, bool]) -> _Match:
        """The gold article as what the prediction is compared with."""
        article = self.gold.article.id
        shift = self.place.start - self.gold_place.start
        return _Match(article, len(self.gold.article.text), shift, complete[article])

    def disagreement(self) -> RecordError:
        """What to tell the user, naming both."""
        return RecordError(
            f"{self.place.source!r} has two texts at {self.start}–{self.end}: gold's article {self.gold.article.id} at "
            f"{self.gold_place.start}–{self.gold_place.end} and the predictions' article {self.record.article.id} at "
            f"{self.place.start}–{self.place.end} disagree; both must be made from the same file"
        )

    def _text(self, record: Record, place: Occurrence) -> str:
        return record.article.text[self.start - place.start : self.end - place.start]


def _moved(span: Span, shift: int) -> Span:
    # An argument may reach out of the gold article, where no gold span is: it is then wrong, as it should be.
    return Span(span.start + shift, span.end + shift, span.text)
