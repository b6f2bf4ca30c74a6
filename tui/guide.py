"""The guide as Markdown: what the types in question mean, what the guidelines say of it, then the guidelines whole."""

import re
from collections.abc import Iterable, Iterator, Sequence

from annotations.guidelines import said_of
from annotations.ontology import EventType, Label, Ontology
from tui.reviewing import Reviewing
from tui.safe import one_line, safe


def types_in_question(reviewing: Reviewing) -> tuple[EventType, ...]:
    """Those that are being chosen from, else that of the event in the making, else of the selected candidate."""
    types, panel, draft = reviewing.session.ontology.types, reviewing.panel, reviewing.draft
    if panel is not None and all(option.name in types for option in panel.options):
        return tuple(types[option.name] for option in panel.options)
    if draft is not None:
        return (draft.type,) if draft.type else ()
    selected = reviewing.session.selected
    found = types.get(selected.event.type) if selected else None
    return (found,) if found else ()


def guide(ontology: Ontology, types: Sequence[EventType]) -> str:
    """The guide to these types, or to one, which then needs no heading. Every line is safe to be shown."""
    guidelines = ontology.guidelines()
    if len(types) == 1:
        parts = [*_on(types[0], ontology), *_said_of(types[0], guidelines)]
        parts += ["## Statuses", *_labels(ontology.statuses.values())]
    else:
        parts = [part for each in types for part in (f"# {_plain(each.name)}", *_on(each, ontology))]
    parts.append(guidelines)
    return "\n".join(safe(line) for line in "\n\n".join(filter(None, parts)).splitlines())


def _on(event_type: EventType, ontology: Ontology) -> Iterator[str]:
    yield f"{_plain(event_type.gloss)} – key `{one_line(event_type.key)}`"
    yield from _labels(ontology.roles[role] for role in event_type.roles)


def _said_of(event_type: EventType, guidelines: str) -> Iterator[str]:
    said = said_of(guidelines, event_type.name)
    if said.section or said.passages:
        yield "## In the guidelines"
        yield said.section
        yield "\n".join(f"- *{passage.heading}*: {passage.text}" for passage in said.passages)


def _labels(labels: Iterable[Label]) -> Iterator[str]:
    yield "\n".join(f"- `{one_line(label.key)}` **{_plain(label.name)}** – {_plain(label.gloss)}" for label in labels)


def _plain(text: str) -> str:
    """A text that is not Markdown, as Markdown that reads so."""
    return re.sub(r"([\\`*_{}\[\]<>#|~!&])", r"\\\1", one_line(text))
