"""What the editor says: which keys do what now, and how spans and roles read in one line."""

from collections.abc import Iterable

from annotations.model import Argument, Span
from annotations.ontology import EventType, Ontology
from annotations.review.edit_keys import EditKeys
from annotations.review.stage import Stage

_LONGEST = 32
"""Characters of a span that are quoted."""


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


def prompts(stage: Stage, event_type: EventType | None, ontology: Ontology, keys: EditKeys) -> tuple[str, ...]:
    """One line that says what keys do at ``stage``, what is nearest first, from the fullest wording to the tersest.

    ``keys`` are those of the editor, as they are shown to a person.
    """
    if stage.pending == "type":
        return _choosing("type", stage, "two letters choose", keys)
    if stage.pending == "status":
        choices = ", ".join(f"{status.key} {status.name}" for status in ontology.statuses.values())
        return _choosing("status", stage, choices, keys)
    if stage.held:
        held = quoted(stage.held)
        return f"{held}: a role's letter takes it · {keys.trigger} makes it the trigger", f"{held}: a role's letter"
    focus = _focus(stage)
    if stage.pending == "label":
        return _labels(focus, stage, ontology, keys)
    dropped = f"{listed(aside)}: dropped on save · " if event_type and (aside := stage.aside(event_type)) else ""
    ends = f"{focus}: {_ends(keys)}" if stage.span else focus
    roles = roles_of(event_type, ontology) if event_type else "no roles yet"
    others = f"{keys.trigger} trigger · {keys.type} type · {keys.status} status"
    saves = f"{keys.save} saves" if event_type and stage.trigger else f"{keys.type} chooses its type"
    return (
        f"{dropped}{ends} · {roles} · {others} · {saves} · {keys.leave} leaves",
        f"{dropped}{ends} · a role's letter goes to it · {saves}",
        f"{dropped}{ends} · {saves}",
        f"{dropped}{focus}",
        focus,
    )


def _choosing(what: str, stage: Stage, how: str, keys: EditKeys) -> tuple[str, ...]:
    if stage.typed:
        return f"{what} {stage.typed}… · {keys.back} takes the letter back", f"{what} {stage.typed}…"
    return f"{what}: {how} · {keys.back} steps back", f"{what}: {how}", what


def _labels(focus: str, stage: Stage, ontology: Ontology, keys: EditKeys) -> tuple[str, ...]:
    if stage.typed:
        typed = f"{stage.role or 'trigger'}: label {stage.typed}…"
        return f"{typed} · {keys.back} takes the letter back", typed
    if stage.span is None:
        what = "chooses it" if stage.role is None else "adds a filler"
        saves = f" · {keys.save} saves" if stage.trigger else ""
        return f"{focus}: a label {what}{saves}", f"{focus}: a label {what}"
    again = ""
    if stage.role is not None and len(stage.fillers(stage.role)) > 1:
        again = f" · {ontology.roles[stage.role].key} next"
    more = "" if stage.role is None else f" · {keys.add} adds · {keys.drop} drops"
    ends = f" · {_ends(keys)}"
    replaced = f"{focus}: a label replaces it{again}"
    return f"{replaced}{more}{ends} · {keys.save} saves", f"{replaced}{more}", replaced, focus


def _focus(stage: Stage) -> str:
    """What is in focus, and its text where there is any."""
    name = stage.role or "trigger"
    if stage.span is None:
        return name if stage.pending == "label" else f"{name}: none"
    count = len(stage.fillers(name)) if stage.role else 1
    which = f" {(stage.filler or 0) + 1}/{count}" if count > 1 else ""
    return f"{name}{which} {quoted(stage.span)}"


def _ends(keys: EditKeys) -> str:
    parted = any(len(key) > 1 for key in keys.moves)
    return f"{(' ' * parted).join(keys.moves)} move its ends"
