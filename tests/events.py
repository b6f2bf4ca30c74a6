"""Events by their words: each span is the first place where the words stand."""

from annotations.model import Argument, Event, Span, content_id


def span(text: str, words: str) -> Span:
    """The first place of the words."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def event(text: str, trigger: str, event_type: str, status: str = "occurred", **roles: str) -> Event:
    """An event of the article that ``text`` is, with the words that fill each role."""
    arguments = tuple(Argument(span(text, words), role) for role, words in roles.items())
    return Event(content_id(text), event_type, span(text, trigger), status, arguments)
