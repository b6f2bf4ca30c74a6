"""Three invented articles for tests that import, export and score, and events in them by their words."""

import json
from collections.abc import Mapping
from pathlib import Path

from annotations.model import Argument, Article, Event, Span, content_id

BRIDGE = (
    "Rebels seize bridge over the Orva\n\n"
    "By Mila Stern\n\n"
    "TOREN (Coastal Wire) – Rebels seized the old bridge on Tuesday and killed two guards.\r\n\r\n"
    "The council urged both sides to meet in Lind.\n\n"
    "(Reporting by Mila Stern; Editing by Jon Abel)"
)
FERRY = (
    "Ferry strike enters third week\n\n"
    "LIND (Coastal Wire) – Dockers marched through the harbour on Friday. “We will not yield” 𝛼, one said.\n\n"
    "(Reporting by Jon Abel)"
)
DAM = (
    "Engineers freed from the Kessel dam\n\n"
    "KESSEL (Coastal Wire) – Gunmen released three engineers on Sunday, the operator said.\n\n"
    "(Reporting by Mila Stern)"
)


def span(text: str, words: str) -> Span:
    """The first place where the words stand."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def event(text: str, event_type: str, trigger: str, status: str = "occurred", **roles: str) -> Event:
    """An event whose spans are the first places where the words stand."""
    arguments = tuple(Argument(span(text, words), role) for role, words in roles.items())
    return Event(Article(text).id, event_type, span(text, trigger), status, arguments)


def as_json(found: Event, **members: object) -> dict[str, object]:
    """The event as a record has it, with more members."""
    trigger = found.trigger
    return {
        "type": found.type,
        "status": found.status,
        "trigger": {"start": trigger.start, "end": trigger.end, "text": trigger.text},
        "arguments": [
            {"role": each.role, "start": each.span.start, "end": each.span.end, "text": each.span.text}
            for each in found.arguments
        ],
        **members,
    }


def line(text: str, *events: Mapping[str, object], **members: object) -> str:
    """A record of the article as a line of JSON."""
    record = {"schema": "goldwire/1", "id": content_id(text), "text": text, "events": list(events), **members}
    return json.dumps(record, ensure_ascii=False) + "\n"


def write(path: Path, *lines: str) -> Path:
    """A file of these lines, as bytes just so."""
    path.write_bytes("".join(lines).encode())
    return path


SEIZED = event(BRIDGE, "Territory.Seize", "seized", actor="Rebels", target="old bridge", time="Tuesday")
KILLED = event(BRIDGE, "Harm.Kill", "killed", target="guards", count="two")
URGED = event(BRIDGE, "Statement.Demand", "urged", actor="council")
MARCHED = event(FERRY, "Protest.Stage", "marched", actor="Dockers", place="harbour", time="Friday")
FREED = event(DAM, "People.Return", "freed", target="Engineers")
RELEASED = event(DAM, "People.Return", "released", actor="Gunmen", target="engineers", count="three", time="Sunday")
