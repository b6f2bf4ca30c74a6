"""What cannot be read again is never written, and then nothing is."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from annotations.errors import RecordError
from annotations.formats.record import Annotation, Record
from annotations.formats.registry import WRITERS
from annotations.formats.writing import write
from annotations.model import Article, Event, Occurrence, Span, Zone
from tests.annotations.formats.records import TEXT, event

SOUND = Record(Article(TEXT), "a.txt")
SURROGATE = "\ud800"


def with_event(changed: Event, **fields: object) -> Record:
    return replace(SOUND, events=(replace(Annotation(changed), **fields),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (Record(Article(f"a {SURROGATE} b"), "a.txt"), r"lone surrogate \\ud800"),
        (replace(SOUND, source=f"{SURROGATE}.txt"), r"lone surrogate"),
        (with_event(event(), comment=SURROGATE), "lone surrogate"),
        (replace(SOUND, extra={"note": [{"deep": SURROGATE}]}), "lone surrogate"),
        (replace(SOUND, extra={"note": float("nan")}), "not JSON compliant"),
        (with_event(event(), confidence=float("nan")), "between 0 and 1"),
        (with_event(event(), confidence=1.5), "between 0 and 1"),
        (with_event(replace(event(), trigger=Span(7, 14, "bombed!"))), "says 'bombed!', the text has 'shelled'"),
        (with_event(replace(event(), trigger=Span(0, 99, "?"))), "not inside the text"),
        (with_event(replace(event(), article="f" * 16)), "an event of article ffffffffffffffff"),
        (Record(Article(""), "a.txt"), "the text is empty"),
        (replace(SOUND, start=-1), "no source has a place -1"),
        (replace(SOUND, also=(Occurrence("b.txt", 0, 3),)), "0–3 has not the length of the text"),
        (replace(SOUND, article=Article(TEXT, (Zone(5, 9, "body"), Zone(0, 4, "body")))), "zone 0–4 is out of order"),
    ],
)
def test_an_unsound_record_is_refused_by_name_before_anything_is_written(record: Record, reason: str) -> None:
    stream = io.BytesIO()
    with pytest.raises(RecordError, match=rf"the article at -?\d+ of .*{reason}"):
        write([SOUND, record], stream)
    assert stream.getvalue() == b""


@pytest.mark.parametrize("message", [str, repr])
def test_a_refusal_can_itself_be_printed(message: Callable[[object], str]) -> None:
    with pytest.raises(RecordError) as refusal:
        write([replace(SOUND, source=f"{SURROGATE}\n\x1b.txt")], io.BytesIO())
    assert message(refusal.value).isprintable()


def test_jsonl_is_the_default_format() -> None:
    assert next(iter(WRITERS.items())) == ("jsonl", write)
