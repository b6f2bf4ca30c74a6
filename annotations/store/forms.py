"""How events and verdicts are kept as JSON in a column."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal, TypedDict, cast

from annotations.model import Argument, Event, Span

VerdictName = Literal["accept", "edit", "add", "reject", "skip"]
GOLD_VERDICTS: frozenset[VerdictName] = frozenset({"accept", "edit", "add"})

_COMPACT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_READ_AGAIN: Final = 4
"""Verdicts kept as they were read: to decide or to undo is to ask several times of the same two."""


class SpanForm(TypedDict):
    """A span: code point offsets, end-exclusive, and the text there."""

    start: int
    end: int
    text: str


class ArgumentForm(SpanForm):
    """A filler with its role."""

    role: str


class EventForm(TypedDict):
    """An event as a column holds it; the article is the row's."""

    id: str
    type: str
    status: str
    trigger: SpanForm
    arguments: list[ArgumentForm]


class VerdictForm(TypedDict, total=False):
    """The whole state of a verdict."""

    verdict: VerdictName
    event: EventForm
    reason: str
    extra: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer decided of an event. ``event`` is the event as decided; for a rejection, as it was shown."""

    verdict: VerdictName
    event: Event
    reason: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that its record had and goldwire does not know."""

    @property
    def is_gold(self) -> bool:
        """Whether the event is gold by this verdict."""
        return self.verdict in GOLD_VERDICTS


def dump(value: object) -> str:
    """Compact JSON as the database keeps it."""
    return _COMPACT.encode(value)


def arguments_form(arguments: Sequence[Argument]) -> list[ArgumentForm]:
    """The arguments in the order they are kept."""
    return [
        {"role": argument.role, "start": argument.span.start, "end": argument.span.end, "text": argument.span.text}
        for argument in arguments
    ]


def event_form(event: Event) -> EventForm:
    """The event without its article."""
    trigger = event.trigger
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        "trigger": {"start": trigger.start, "end": trigger.end, "text": trigger.text},
        "arguments": arguments_form(event.arguments),
    }


def arguments_from(forms: Sequence[ArgumentForm]) -> tuple[Argument, ...]:
    """What ``arguments_form`` made."""
    return tuple(Argument(Span(form["start"], form["end"], form["text"]), form["role"]) for form in forms)


def event_from(article: str, form: EventForm) -> Event:
    """What ``event_form`` made, in ``article``."""
    trigger = form["trigger"]
    return Event(
        article,
        form["type"],
        Span(trigger["start"], trigger["end"], trigger["text"]),
        form["status"],
        arguments_from(form["arguments"]),
    )


def verdict_form(verdict: Verdict) -> VerdictForm:
    """The verdict as a decision's state."""
    form: VerdictForm = {"verdict": verdict.verdict, "event": event_form(verdict.event)}
    if verdict.reason is not None:
        form["reason"] = verdict.reason
    if verdict.extra:
        form["extra"] = verdict.extra
    return form


@lru_cache(_READ_AGAIN)
def verdict_from(article: str, state: str) -> Verdict:
    """The verdict that a decision's state holds."""
    form = cast("VerdictForm", json.loads(state))
    return Verdict(form["verdict"], event_from(article, form["event"]), form.get("reason"), form.get("extra", {}))
