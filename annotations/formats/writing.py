"""Writing records: JSON lines in one order of lines, events and keys, so that the same gold is the same bytes."""

import json
from collections.abc import Iterable
from typing import BinaryIO

from annotations.errors import GoldwireError, RecordError
from annotations.formats.record import (
    ANNOTATION_KEYS,
    ARGUMENT_KEYS,
    LINE_KEYS,
    META_KEYS,
    PLACE_KEYS,
    SCHEMA,
    SPAN_KEYS,
    ZONE_KEYS,
    Annotation,
    Record,
)
from annotations.formats.unknown import put_back, unknown
from annotations.model import Meta, Occurrence, Span, Zone

_LINE_BREAKS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
"""What JSON lets stand in a string and some readers take for the end of a line."""


def write(records: Iterable[Record], stream: BinaryIO) -> None:
    """Write the records in the order of source and start; all of them are known to be sound before the first byte.

    Raises:
        RecordError: a record cannot be written, for one because it has a lone surrogate; the text names it.
    """
    lines = sorted((record.source, record.start, _bytes(record)) for record in records)
    stream.writelines(line for _, _, line in lines)


def _bytes(record: Record) -> bytes:
    try:
        record.check()
        return _line(record).encode() + b"\n"
    except UnicodeEncodeError as error:
        surrogate = f"\\u{ord(error.object[error.start]):04x}"
        raise RecordError(f"{_named(record)} has the lone surrogate {surrogate} and cannot be written") from error
    except (GoldwireError, ValueError) as error:
        raise RecordError(f"{_named(record)} cannot be written: {error}") from error


def _named(record: Record) -> str:
    return f"the article at {record.start} of {record.source!r}"


def _line(record: Record) -> str:
    article, extra = record.article, record.extra
    # A line that says whether it is complete is gold, and gold says also that nothing was rejected or skipped.
    is_gold = record.complete is not None
    members: dict[str, object] = {
        "schema": SCHEMA,
        "ontology": record.ontology,
        "id": article.id,
        "source": record.source if record.located else None,
        "start": record.start if record.located else None,
        "end": record.end if record.located else None,
        "also": put_back([_place(place) for place in sorted(record.also)], extra, "also", PLACE_KEYS) or None,
        "cluster": record.cluster,
        "title": article.title or None,
        "meta": _meta(record),
        "text": article.text,
        "zones": put_back([_zone(zone) for zone in article.zones], extra, "zones", ZONE_KEYS) or None,
        "complete": record.complete,
        "events": _events(record.events),
        "rejected": _events(record.rejected) or ([] if is_gold else None),
        "skipped": _events(record.skipped) or ([] if is_gold else None),
    }
    return _json(_said(members) | unknown(extra, LINE_KEYS))


def _meta(record: Record) -> dict[str, object] | None:
    meta = record.article.meta
    written: dict[str, object] = {
        "dateline": meta.dateline,
        "published": meta.published,
        "outlet": meta.outlet,
        "url": meta.url,
    }
    (written,) = put_back([written], record.extra, "meta", META_KEYS)
    return written if meta != Meta() or len(written) > len(Meta._fields) else None


def _events(annotations: Iterable[Annotation]) -> list[dict[str, object]]:
    written = [(each.event.trigger, each.event.type, _event(each)) for each in annotations]
    return [event for _, _, event in sorted(written, key=lambda row: (row[0], row[1], _json(row[2])))]


def _event(annotation: Annotation) -> dict[str, object]:
    event, extra = annotation.event, annotation.extra
    (trigger,) = put_back([_span(event.trigger)], extra, "trigger", SPAN_KEYS)
    arguments = [{"role": argument.role, **_span(argument.span)} for argument in sorted(event.arguments)]
    members: dict[str, object] = {
        "id": event.id,
        "type": event.type,
        "status": event.status or None,
        "trigger": trigger,
        "arguments": put_back(arguments, extra, "arguments", ARGUMENT_KEYS),
        "extractor": annotation.extractor,
        "confidence": annotation.confidence,
        "decision": annotation.decision,
        "reviewer": annotation.reviewer,
        "decided_at": annotation.decided_at,
        "comment": annotation.comment or None,
        "flag": annotation.flag or None,
        "reason": annotation.reason,
    }
    return _said(members) | unknown(extra, ANNOTATION_KEYS)


def _place(place: Occurrence) -> dict[str, object]:
    return {"source": place.source, "start": place.start, "end": place.end}


def _zone(zone: Zone) -> dict[str, object]:
    return {"zone": zone.zone, "start": zone.start, "end": zone.end}


def _span(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _said(members: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in members.items() if value is not None}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_LINE_BREAKS)
