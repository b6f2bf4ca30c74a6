"""Reading records: a file or stream of JSON lines, all of it or nothing."""

import json
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO, NoReturn

from annotations.articles.sources import shown
from annotations.errors import GoldwireError, RecordError, SourceError
from annotations.formats.fields import Fields
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
from annotations.formats.unknown import unknown, whole
from annotations.model import ZONES, Argument, Article, Event, Meta, Occurrence, Span, Zone
from annotations.nearest import path_suggestion

LONGEST_LINE = 32 * 2**20
"""Bytes of the longest line that is read."""

_SHOWN = 60


def read(path: Path) -> list[Record]:
    """The records of a file, in its order; its name without folders is the source of lines that name none.

    Raises:
        SourceError: the file cannot be read.
        RecordError: it has no line, or a line that is no record; the text names file, line and reason.
    """
    # The name of a file need not be text; what stands in a record must be.
    name, label = shown(path), path.name.encode(errors="backslashreplace").decode()
    try:
        with path.open("rb") as stream:
            return _records(stream, name, label)
    except OSError as error:
        remedy = path_suggestion(path, "name a file of JSON lines that can be read")
        raise SourceError(f"{name}: {error.strerror or error}; {remedy}") from error


def read_stream(stream: BinaryIO, label: str) -> list[Record]:
    """The records of a stream, as ``read`` gives those of a file; ``label`` stands for its name.

    Raises:
        RecordError: as ``read``.
    """
    return _records(stream, label, label)


def _records(stream: BinaryIO, name: str, label: str) -> list[Record]:
    records = []
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        try:
            if len(line) > LONGEST_LINE:
                raise RecordError(f"is longer than {LONGEST_LINE // 2**20} MiB; one article stands on one line")
            if line.strip():
                records.append(_record(_parse(line), label))
        except GoldwireError as error:
            raise RecordError(f"{name}, line {number}: {error}") from error
    if not records:
        raise RecordError(f"{name}: has no records; one article is expected on each line")
    return records


def _parse(line: bytes) -> Fields:
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        raise RecordError(f"byte {byte:#04x} at {error.start} is not UTF-8; records are always UTF-8") from error
    try:
        value = json.loads(
            text,
            object_pairs_hook=_members,
            parse_constant=_not_json,
            parse_float=_finite,
            parse_int=_integer,
        )
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        cut = "" if line.endswith(b"\n") else ", or the file is cut off"
        raise RecordError(f"is not JSON: {error.msg} at column {error.colno}{cut}") from error
    except UnicodeEncodeError as error:
        raise RecordError(
            f"has the lone surrogate \\u{ord(error.object[error.start]):04x}, which is no text"
        ) from error
    except RecursionError as error:
        raise RecordError("is nested too deeply") from error
    return Fields(value)


def _members(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    members: dict[str, object] = {}
    for key, value in pairs:
        if key in members:
            raise RecordError(f"has the key {key[:_SHOWN]!r} twice in one object")
        members[key] = value
    return members


def _not_json(constant: str) -> NoReturn:
    raise RecordError(f"is not JSON: {constant} is no number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise RecordError(f"has a number that is too large: {digits[:_SHOWN]}")
    return number


def _integer(digits: str) -> int:
    try:
        return int(digits)
    except ValueError as error:
        raise RecordError(f"has a number of {len(digits)} digits") from error


def _record(line: Fields, label: str) -> Record:
    schema = line.string("schema")
    if schema not in (None, SCHEMA):
        raise RecordError(f"has the schema {schema[:_SHOWN]!r}; this goldwire reads {SCHEMA}")
    meta, also, zones = line.member("meta"), list(line.members("also")), list(line.members("zones"))
    article = Article(
        text=line.name("text"),
        zones=tuple(map(_zone, zones)),
        title=line.string("title") or "",
        meta=Meta(*map(meta.string, META_KEYS)),
    )
    identifier = article.id
    if line.string("id") not in (None, identifier):
        raise RecordError(f"has the id {line.name('id')[:_SHOWN]!r}, but its text has the id {identifier}")
    source, start = line.string("source"), line.integer("start")
    record = Record(
        article=article,
        source=source or label,
        start=start or 0,
        also=tuple(Occurrence(at.name("source"), at.offset("start"), at.offset("end")) for at in also),
        cluster=line.string("cluster"),
        ontology=line.string("ontology"),
        complete=line.truth("complete"),
        events=_annotations(line.members("events"), identifier),
        rejected=_annotations(line.members("rejected"), identifier),
        skipped=_annotations(line.members("skipped"), identifier),
        located=bool(source) or start is not None,
        extra=unknown(line.raw, LINE_KEYS)
        | whole("also", also, PLACE_KEYS)
        | whole("meta", [meta], META_KEYS)
        | whole("zones", zones, ZONE_KEYS),
    )
    if line.integer("end") not in (None, record.end):
        raise RecordError(
            f"says that the article ends at {line.integer('end')}, but its text of {len(article.text)} characters "
            f"from {record.start} ends at {record.end}"
        )
    record.check()
    return record


def _zone(zone: Fields) -> Zone:
    name = zone.name("zone")
    if name not in ZONES:
        raise RecordError(f"zone {name[:_SHOWN]!r} is none of {', '.join(ZONES)}")
    return Zone(zone.offset("start"), zone.offset("end"), name)


def _annotations(events: Iterable[Fields], article: str) -> tuple[Annotation, ...]:
    return tuple(_annotation(event, article) for event in events)


def _annotation(event: Fields, article: str) -> Annotation:
    trigger = event.member("trigger")
    arguments: dict[Argument, Fields] = {}
    for filler in event.members("arguments"):
        # The same filler twice counts once.
        arguments.setdefault(Argument(Span(*filler.quotation()), filler.name("role")), filler)
    event.string("id")  # It follows from the rest, so what is given is not trusted.
    return Annotation(
        event=Event(
            article=article,
            type=event.name("type"),
            trigger=Span(*trigger.quotation()),
            status=event.string("status") or "",
            arguments=tuple(arguments),
        ),
        extractor=event.string("extractor"),
        confidence=event.number("confidence"),
        decision=event.string("decision"),
        reviewer=event.string("reviewer"),
        decided_at=event.string("decided_at"),
        comment=event.string("comment"),
        flag=event.truth("flag") or False,
        reason=event.string("reason"),
        extra=unknown(event.raw, ANNOTATION_KEYS)
        | whole("trigger", [trigger], SPAN_KEYS)
        | whole("arguments", arguments.values(), ARGUMENT_KEYS),
    )
