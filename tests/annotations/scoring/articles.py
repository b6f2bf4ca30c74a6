"""Gold and predicted records over a source of letters, for tests of alignment."""

from annotations.formats.record import Annotation, Record
from annotations.model import Argument, Article, Event, Span

SOURCE_TEXT = "".join(chr(ord("a") + (number * 7 + number // 26) % 26) for number in range(100))


def article(start: int, end: int, *triggers: int, complete: bool | None = None, source: str = "a.txt") -> Record:
    """What stands at ``start``–``end`` of the source, with an event at each place of the source named."""
    return record(SOURCE_TEXT[start:end], start, *triggers, complete=complete, source=source)


def record(text: str, start: int, *triggers: int, complete: bool | None = None, source: str = "a.txt") -> Record:
    return Record(
        Article(text),
        source,
        start,
        complete=complete,
        events=tuple(Annotation(event(text, place - start)) for place in triggers),
    )


def event(text: str, start: int, kind: str = "T", argument: int | None = None) -> Event:
    fillers = () if argument is None else (Argument(Span.of(text, argument, argument + 2), "r"),)
    return Event(Article(text).id, kind, Span.of(text, start, start + 2), "s", fillers)
