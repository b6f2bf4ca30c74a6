"""The record: what one line of a JSONL file says of one article. Gold and predictions have this one form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotations.errors import RecordError
from annotations.model import Article, Event, Occurrence

SCHEMA = "goldwire/1"
"""The version of the form that is written, and the only one that is read."""

LINE_KEYS = (
    "schema", "ontology", "id", "source", "start", "end", "also", "cluster", "title", "meta", "text", "zones",
    "complete", "events", "rejected", "skipped",
)  # fmt: skip
"""What goldwire knows of a line, in the order in which it is written."""

ANNOTATION_KEYS = (
    "id", "type", "status", "trigger", "arguments", "extractor", "confidence", "decision", "reviewer", "decided_at",
    "comment", "flag", "reason",
)  # fmt: skip
"""What goldwire knows of an event, in the order in which it is written."""

SPAN_KEYS = ("start", "end", "text")
ARGUMENT_KEYS = ("role", *SPAN_KEYS)
PLACE_KEYS = ("source", "start", "end")
ZONE_KEYS = ("zone", "start", "end")
META_KEYS = ("dateline", "published", "outlet", "url")

LAST_OFFSET = 2**53 - 1
"""The largest place in a source: what every reader of JSON holds exactly."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """An event with who proposed it and what was decided of it; None where the line does not say."""

    event: Event
    extractor: str | None = None
    confidence: float | None = None
    """In 0–1."""
    decision: str | None = None
    """The verdict in a word."""
    reviewer: str | None = None
    decided_at: str | None = None
    """UTC, ISO 8601."""
    comment: str | None = None
    flag: bool = False
    reason: str | None = None
    """Why it was rejected."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that goldwire does not know, as ``unknown.py`` keeps them."""


@dataclass(frozen=True, slots=True)
class Record:
    """An article with its place, its gold or predicted events, and what was rejected or skipped.

    ``start`` is the article's place in the decoded source in code points, so a span's place there is
    ``start + span.start``.
    """

    article: Article
    source: str
    """The label of the source: a file's name without folders."""
    start: int = 0
    also: tuple[Occurrence, ...] = ()
    """Other places where the same text stands."""
    cluster: str | None = None
    ontology: str | None = None
    complete: bool | None = None
    events: tuple[Annotation, ...] = ()
    rejected: tuple[Annotation, ...] = ()
    skipped: tuple[Annotation, ...] = ()
    located: bool = True
    """Whether the line itself says where its article stands; if not, ``source`` is the label of the file it came in."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that goldwire does not know, as ``unknown.py`` keeps them."""

    @property
    def end(self) -> int:
        """Where the article ends in its source."""
        return self.start + len(self.article.text)

    def places(self) -> Iterator[Occurrence]:
        """Every place where the article is known to stand, by source label; none where the line says nothing of it."""
        if self.located:
            yield Occurrence(self.source, self.start, self.end)
        yield from self.also

    def annotations(self) -> Iterator[Annotation]:
        """Events, then what was rejected, then what was skipped."""
        yield from self.events
        yield from self.rejected
        yield from self.skipped

    def check(self) -> None:
        """Raise unless the record is whole: offsets fit the text and every span reads as the text does (law 2).

        Raises:
            RecordError: the text is empty, or a place, zone, confidence or event does not belong to it.
            SpanError: a span lies outside the text or carries other text.
        """
        text = self.article.text
        if not text:
            raise RecordError("the text is empty")
        for place in (Occurrence(self.source, self.start, self.end), *self.also):
            if not 0 <= place.start <= LAST_OFFSET - len(text):
                raise RecordError(f"no source has a place {place.start}")
            if place.end - place.start != len(text):
                raise RecordError(f"{place.start}–{place.end} has not the length of the text, {len(text)} characters")
        self._check_zones()
        article = self.article.id
        for annotation in self.annotations():
            if annotation.event.article != article:
                raise RecordError(f"an event of article {annotation.event.article} stands in article {article}")
            if annotation.confidence is not None and not 0 <= annotation.confidence <= 1:
                raise RecordError(f"confidence {annotation.confidence} is not between 0 and 1")
            annotation.event.check(text)

    def _check_zones(self) -> None:
        end = 0
        for zone in self.article.zones:
            if not end <= zone.start < zone.end <= len(self.article.text):
                raise RecordError(
                    f"zone {zone.start}–{zone.end} is out of order, empty, or not inside the text of "
                    f"{len(self.article.text)} characters"
                )
            end = zone.end
