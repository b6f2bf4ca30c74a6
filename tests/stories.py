"""Three invented articles for tests that import, export and score, and events in them by their words."""

import json
from collections.abc import Mapping
from pathlib import Path

from annotations.model import Event, content_id
from tests.events import event

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


SEIZED = event(BRIDGE, "seized", "Territory.Seize", actor="Rebels", target="old bridge", time="Tuesday")
KILLED = event(BRIDGE, "killed", "Harm.Kill", target="guards", count="two")
URGED = event(BRIDGE, "urged", "Statement.Demand", actor="council")
MARCHED = event(FERRY, "marched", "Protest.Stage", actor="Dockers", place="harbour", time="Friday")
FREED = event(DAM, "freed", "People.Return", target="Engineers")
RELEASED = event(DAM, "released", "People.Return", actor="Gunmen", target="engineers", count="three", time="Sunday")
