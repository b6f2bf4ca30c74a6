"""What the editor says: which keys do what now, and how spans and roles read in one line."""

from collections.abc import Iterable

from annotations.model import Argument, Span
from annotations.ontology import EventType, Ontology
from annotations.review.edit_keys import EditKeys
from annotations.review.stage import Stage

_LONGEST = 32
"""Characters of a span that are quoted."""

_SHORT = {"escape": "esc"}


def quoted(span: Span) -> str:
    """A span's text for a status line: in quotes, on one line, cut where it is long."""
    text = " ".join(span.text.split())
    return f"‘{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}’"


def listed(arguments: Iterable[Argument]) -> str:
    """Roles with their fillers, in one line."""
    return ", ".join(f"{argument.role} {quoted(argument.span)}" for argument in arguments)


def roles_of(event_type: EventType, ontology: Ontology) -> str:
    """A type's roles in one line, each after its key."""
    return ", ".join(f"{ontology.roles[role].key} {role}" for role in event_type.roles)


def prompt(stage: Stage, event_type: EventType | None, ontology: Ontology, keys: EditKeys) -> str:
    """One line that says what keys do at ``stage``, what is nearest first."""
    if stage.pending == "type":
        return _choosing("type", stage, "two letters choose", keys)
    if stage.pending == "status":
        choices = ", ".join(f"{status.key} {status.name}" for status in ontology.statuses.values())
        return _choosing("status", stage, choices, keys)
    if stage.held:
        return f"{quoted(stage.held)}: a role's letter takes it · {keys.trigger} makes it the trigger"
    focus = _focus(stage, ontology, keys)
    ways_out = f"{_name(keys.save)} saves · {_name(keys.leave)} leaves"
    if stage.pending == "label":
        return focus if stage.typed or stage.trigger is None else f"{focus} · {_name(keys.save)} saves"
    dropped = f"{listed(aside)}: dropped on save · " if event_type and (aside := stage.aside(event_type)) else ""
    roles = roles_of(event_type, ontology) if event_type else "no type yet"
    return f"{dropped}{focus} · {roles} · {keys.trigger} trigger · {keys.type} type · {keys.status} status · {ways_out}"


def _choosing(what: str, stage: Stage, how: str, keys: EditKeys) -> str:
    if stage.typed:
        return f"{what} {stage.typed}… · {_name(keys.back)} takes the letter back"
    return f"{what}: {how} · {_name(keys.back)} steps back"


def _focus(stage: Stage, ontology: Ontology, keys: EditKeys) -> str:
    name = stage.role or "trigger"
    if stage.pending == "label" and stage.typed:
        return f"{name}: label {stage.typed}… · {_name(keys.back)} takes the letter back"
    span = stage.span
    if span is None:
        if stage.pending != "label":
            return f"{name}: none"
        return f"{name}: a label {'chooses it' if stage.role is None else 'adds a filler'}"
    ends = f"{''.join(keys.moves)} move its ends"
    replaced = "a label replaces it · " if stage.pending == "label" else ""
    if stage.role is None:
        return f"{name} {quoted(span)}: {replaced}{ends}"
    count = len(stage.fillers(stage.role))
    which = f" {(stage.filler or 0) + 1}/{count}" if count > 1 else ""
    again = f"{ontology.roles[stage.role].key} next · " if count > 1 else ""
    return f"{name}{which} {quoted(span)}: {replaced}{again}{keys.add} adds · {keys.drop} drops · {ends}"


def _name(key: str) -> str:
    return _SHORT.get(key, key)
