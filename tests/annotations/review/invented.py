"""An invented article with its analysis, and a draft driven by a line of keys."""

import re
from collections.abc import Iterator

from annotations.model import Analysis, Argument, Event, Mention, Span, content_id
from annotations.review.draft import Draft, Step

TEXT = (
    "Rebel fighters shelled the old port of Karsa on Monday, killing at least nine soldiers, "
    "the Northern Monitor said.\n\n"
    "Envoys from both sides will meet in Velm next week."
)


def span(phrase: str, text: str = TEXT) -> Span:
    """The first place of ``phrase`` in ``text``."""
    start = text.index(phrase)
    return Span(start, start + len(phrase), phrase)


def _mention(phrase: str, kind: str, label: str = "") -> Mention:
    found = span(phrase)
    return Mention(found.start, found.end, kind, label)  # type: ignore[arg-type]


ANALYSIS = Analysis(
    sentences=((0, TEXT.index("\n")), (TEXT.index("Envoys"), len(TEXT))),
    words=tuple(word.span() for word in re.finditer(r"\w+|[.,]", TEXT)),
    mentions=tuple(
        sorted(
            (
                _mention("Rebel fighters", "noun_phrase"),
                _mention("old port", "noun_phrase"),
                _mention("Karsa", "entity", "GPE"),
                _mention("Karsa", "noun_phrase"),
                _mention("Monday", "time", "DATE"),
                _mention("at least nine", "number", "CARDINAL"),
                _mention("at least nine soldiers", "noun_phrase"),
                _mention("Northern Monitor", "entity", "ORG"),
                _mention("Envoys", "noun_phrase"),
                _mention("Velm", "entity", "GPE"),
            )
        )
    ),
)

SHELLING = Event(
    content_id(TEXT),
    "Attack.Shelling",
    span("shelled"),
    "occurred",
    (Argument(span("Rebel fighters"), "actor"), Argument(span("Karsa"), "place")),
)


def press(draft: Draft, keys: str) -> Step:
    """Press ``keys`` one after the other, separated by spaces; the last one's step.

    A key in angle brackets is the label of that text: ``<Karsa>``.
    """
    step = Step("editing")
    for letter in strokes(draft, keys):
        step = draft.press(letter)
    return step


def strokes(draft: Draft, keys: str) -> Iterator[str]:
    """The single keys of ``keys``, each label's letters as they stand when it is its turn."""
    for key in re.findall(r"<[^>]+>|\S+", keys):
        yield from label(draft, key[1:-1]) if key.startswith("<") else (key,)


def label(draft: Draft, phrase: str) -> str:
    """The letters that stand for ``phrase`` on the sentence now."""
    labels = draft.labels
    assert labels is not None, "no labels are up"
    return next(hint.key for hint in labels.options if hint.span.text == phrase)


def fillers(draft: Draft, role: str) -> list[str]:
    return [filler.text for slot in draft.slots if slot.role.name == role for filler in slot.fillers]


def saved(draft: Draft) -> Event:
    step = draft.press("enter")
    assert step.kind == "saved", step.message
    assert step.event is not None
    return step.event
