"""What the whole house speaks of: spans, events, articles, sources, runs. Values only; this module knows nobody.

Offsets are Unicode code points in the article's text, end-exclusive.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from annotations.errors import SpanError

ZoneName = Literal["headline", "byline", "caption", "body", "crosshead", "credit", "debris"]
ZONES: tuple[ZoneName, ...] = get_args(ZoneName)
EVENT_ZONES: frozenset[ZoneName] = frozenset({"headline", "body"})
"""The zones that events live in."""

MentionKind = Literal["entity", "noun_phrase", "number", "time"]

ID_DIGITS = 16
"""Hex digits of a SHA-256 that serve as the id of an article or an event."""
_IDS_KEPT = 4096
"""Ids of events that need not be made again: more than the candidates of a long article."""


def content_id(content: str) -> str:
    """The first 16 hex digits of the SHA-256 of ``content`` in UTF-8."""
    # To hash is to load OpenSSL, and a review begins without.
    import hashlib  # noqa: PLC0415

    return hashlib.sha256(content.encode()).hexdigest()[:ID_DIGITS]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article that carries its own text."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span of ``text`` from ``start`` to ``end``.

        Raises:
            SpanError: the offsets are not inside the text, or the span is empty.
        """
        if not 0 <= start < end <= len(text):
            raise SpanError(f"span {start}–{end} is not inside the text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def check(self, text: str) -> None:
        """Raise SpanError unless ``text`` has exactly this span's text at this span's place (law 2)."""
        found = Span.of(text, self.start, self.end).text
        if found != self.text:
            raise SpanError(f"span {self.start}–{self.end} says {self.text[:60]!r}, the text has {found[:60]!r}")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Argument:
    """One filler of one role. A role may be filled several times."""

    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class Event:
    """A trigger with its type, arguments and status, in one article."""

    article: str
    type: str
    trigger: Span
    status: str
    arguments: tuple[Argument, ...] = ()

    @property
    def id(self) -> str:
        """Identity is content: article, trigger and type; arguments and status are not in it (law 3)."""
        return event_id(self.article, self.trigger.start, self.trigger.end, self.type)

    def fillers(self, role: str) -> tuple[Span, ...]:
        """The spans that fill ``role``, in the order they are kept."""
        return tuple(argument.span for argument in self.arguments if argument.role == role)

    def spans(self) -> Iterator[Span]:
        """The trigger, then every argument's span."""
        yield self.trigger
        for argument in self.arguments:
            yield argument.span

    def agrees_with(self, other: "Event") -> bool:
        """Whether both are one event that says the same: of one status, with the same arguments in whatever order."""
        return self == other or (
            (self.id, self.status, set(self.arguments)) == (other.id, other.status, set(other.arguments))
        )

    def check(self, text: str) -> None:
        """Raise SpanError unless every span of the event reads as ``text`` does."""
        for span in self.spans():
            span.check(text)


@lru_cache(_IDS_KEPT)
def event_id(article: str, start: int, end: int, event_type: str) -> str:
    """The id of the event of ``event_type`` whose trigger stands at ``start``–``end`` of ``article``."""
    return content_id(f"{article}:{start}:{end}:{event_type}")


class Zone(NamedTuple):
    """What one line of an article is. Zones are in text order and do not overlap."""

    start: int
    end: int
    zone: ZoneName


class Meta(NamedTuple):
    """What the text (or its record) says of its own publication; None where it says nothing."""

    dateline: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One news story: its exact text, known by that text."""

    text: str
    zones: tuple[Zone, ...] = ()
    title: str = ""
    meta: Meta = field(default_factory=Meta)

    @property
    def id(self) -> str:
        """The first 16 hex digits of the SHA-256 of the text."""
        return content_id(self.text)

    @property
    def story(self) -> str:
        """The lines that tell it, headline and body, without captions, credits and debris."""
        return "\n".join(self.text[zone.start : zone.end] for zone in self.zones if zone.zone in EVENT_ZONES)


class Occurrence(NamedTuple):
    """A place where an article stands: offsets in the decoded text of a source."""

    source: str
    start: int
    end: int


class Source(NamedTuple):
    """A file or stream that was imported whole: known by its bytes, labelled by its file name."""

    id: str
    label: str
    encoding: str
    length: int
    """Code points of the decoded text, without a BOM."""


class SourceText(NamedTuple):
    """A source that was read: its articles, each with its place in the decoded text."""

    source: Source
    articles: tuple[tuple[Article, Occurrence], ...]


class Mention(NamedTuple):
    """An entity, noun phrase, number or time found by spaCy. ``label`` is the entity label, else empty."""

    start: int
    end: int
    kind: MentionKind
    label: str = ""


class Analysis(NamedTuple):
    """What spaCy saw of an article's headline and body, kept so that review needs no spaCy.

    Sentences and words are (start, end) pairs in text order; words exclude white space.
    """

    sentences: tuple[tuple[int, int], ...] = ()
    words: tuple[tuple[int, int], ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """One run's version of an event."""

    event: Event
    confidence: float
    """In 0–1: how likely the proposer holds the event to be right."""
    evidence: Mapping[str, str] = field(default_factory=dict)
    """What the extractor saw, for explanation: the rule, the part of speech, the zone …"""


class Run(NamedTuple):
    """One execution of an extractor."""

    id: str
    """Sorts by the time it began."""
    extractor: str
    version: str
    model: str
    rules: str
    """Hash of the ontology, lexicon and patterns that were in force, or of the file that predictions came from."""
    ontology: str
