"""Keys that goldwire does not know: taken out of a record when it is read, put back when it is written.

What is kept of an object is a mapping of its unknown keys. An object within it that has unknown keys of its own (a
trigger, an argument, a zone) is kept whole, in a list under its key, and its unknown keys are put back only where
what goldwire knows of it is still the same: an edited span does not inherit what was said of another.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import cast

from annotations.errors import RecordError
from annotations.formats.fields import Fields

DEEPEST = 64
"""How deep unknown values may be nested."""


def unknown(raw: Mapping[str, object], known: Collection[str]) -> dict[str, object]:
    """The members of ``raw`` that goldwire does not know, in canonical order.

    Raises:
        RecordError: they are nested too deeply.
    """
    return {key: canonical(raw[key]) for key in sorted(raw) if key not in known}


def whole(key: str, parts: Iterable[Fields], known: Collection[str]) -> dict[str, object]:
    """The objects under ``key`` that have unknown members, kept whole; empty where none has.

    Raises:
        RecordError: they are nested too deeply.
    """
    kept = [canonical(part.raw) for part in parts if part.has_more_than(known)]
    return {key: kept} if kept else {}


def put_back(
    written: Sequence[dict[str, object]], extra: Mapping[str, object], key: str, known: Collection[str]
) -> list[dict[str, object]]:
    """The objects to be written under ``key``, each with the unknown members of the kept one that says the same."""
    kept: dict[tuple[object, ...], Mapping[str, object]] = {}
    for original in cast("Iterable[Mapping[str, object]]", extra.get(key, ())):
        kept.setdefault(tuple(map(original.get, known)), original)
    return [each | unknown(kept.get(tuple(map(each.get, known)), {}), known) for each in written]


def canonical(value: object, depth: int = 0) -> object:
    """The value with the members of every object in alphabetical order, so that equal values are the same bytes.

    Raises:
        RecordError: it is nested too deeply.
    """
    if depth > DEEPEST:
        raise RecordError(f"nested more than {DEEPEST} deep")
    if isinstance(value, Mapping):
        return {key: canonical(value[key], depth + 1) for key in sorted(value)}
    if isinstance(value, list | tuple):
        return [canonical(item, depth + 1) for item in value]
    return value
