"""What is written is read again as it was, and written again as the same bytes."""

import io
import json
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.formats.reading import read, read_stream
from annotations.formats.record import Annotation, Record
from annotations.formats.writing import write
from annotations.model import Article, Occurrence
from tests.annotations.formats.records import TEXT, event, records


def written(*several: Record) -> bytes:
    stream = io.BytesIO()
    write(several, stream)
    return stream.getvalue()


def read_again(content: bytes) -> list[Record]:
    return read_stream(io.BytesIO(content), "again.jsonl")


def in_one_order(record: Record) -> Record:
    def settled(annotations: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
        events = (replace(each.event, arguments=tuple(sorted(each.event.arguments))) for each in annotations)
        changed = (replace(each, event=event) for each, event in zip(annotations, events, strict=True))
        return tuple(sorted(changed, key=lambda each: repr(replace(each, extra={})) + repr(sorted(each.extra.items()))))

    return replace(
        record,
        also=tuple(sorted(record.also)),
        events=settled(record.events),
        rejected=settled(record.rejected),
        skipped=settled(record.skipped),
    )


@settings(max_examples=50)
@given(st.lists(records(), min_size=1, max_size=3))
def test_what_was_written_is_read_and_written_again_as_the_same_bytes(several: list[Record]) -> None:
    content = written(*several)
    assert written(*read_again(content)) == content


@settings(max_examples=50)
@given(records())
def test_reading_what_was_written_gives_the_same_record(record: Record) -> None:
    (found,) = read_again(written(record))
    assert in_one_order(found) == in_one_order(record)


@settings(max_examples=50)
@given(st.lists(records(), min_size=2, max_size=4), st.integers())
def test_the_same_gold_is_the_same_bytes_in_whatever_order_it_comes(several: list[Record], seed: int) -> None:
    random = Random(seed)
    shuffled = [
        replace(each, events=tuple(random.sample(each.events, len(each.events))))
        for each in random.sample(several, len(several))
    ]
    assert written(*shuffled) == written(*several)


@settings(max_examples=50)
@given(records())
def test_a_record_is_one_line_to_every_reader_of_lines(record: Record) -> None:
    assert len(written(record).decode().splitlines()) == 1


def test_keys_stand_in_the_order_of_the_design_and_what_has_no_use_is_left_out() -> None:
    gold = Annotation(event(), "rules", 0.5, "accept", "ana", "2026-11-21T10:00:00Z", "sure", flag=True)
    record = Record(Article(TEXT), "a.txt", 5, complete=True, ontology="o/1", events=(gold,))
    line = json.loads(written(record))
    assert list(line) == [
        "schema", "ontology", "id", "source", "start", "end", "text", "complete", "events", "rejected", "skipped",
    ]  # fmt: skip
    assert list(line["events"][0]) == [
        "id", "type", "status", "trigger", "arguments", "extractor", "confidence", "decision", "reviewer",
        "decided_at", "comment", "flag",
    ]  # fmt: skip
    assert (line["start"], line["end"]) == (5, 5 + len(TEXT))


def test_predictions_do_not_speak_of_completeness_or_of_what_was_rejected() -> None:
    assert list(json.loads(written(Record(Article(TEXT), "a.txt")))) == [
        "schema", "id", "source", "start", "end", "text", "events",
    ]  # fmt: skip


def test_lines_come_in_the_order_of_source_and_start() -> None:
    places = [("b.txt", 0), ("a.txt", 10), ("a.txt", 9)]
    content = written(*(Record(Article(TEXT), source, start) for source, start in places))
    assert [(each.source, each.start) for each in read_again(content)] == [("a.txt", 9), ("a.txt", 10), ("b.txt", 0)]


def test_text_is_written_as_it_is_and_not_escaped() -> None:
    assert "Café 𝛼𝛽 closed." in written(Record(Article(TEXT), "a.txt")).decode()


def test_unknown_keys_are_kept_wherever_they_stand() -> None:
    line = {
        "text": TEXT,
        "source": "a.txt",
        "also": [{"source": "b.txt", "start": 0, "end": len(TEXT), "page": 3}],
        "meta": {"outlet": "Wire", "desk": "foreign"},
        "zones": [{"zone": "body", "start": 0, "end": 5, "paragraph": 1}, {"zone": "body", "start": 5, "end": 9}],
        "events": [
            {
                "type": "T",
                "trigger": {"start": 7, "end": 14, "text": "shelled", "lemma": "shell"},
                "arguments": [
                    {"role": "r", "start": 15, "end": 21, "text": "Aleppo", "link": {"kb": "Q1", "any": [1, None]}},
                    {"role": "a", "start": 0, "end": 6, "text": "Rebels"},
                ],
                "weight": 1.5,
            }
        ],
        "split": "dev",
    }
    again = json.loads(written(*read_again(json.dumps(line).encode())))
    assert again["split"] == "dev"
    assert again["also"][0]["page"] == 3
    assert again["meta"] == {"dateline": None, "published": None, "outlet": "Wire", "url": None, "desk": "foreign"}
    assert [zone.get("paragraph") for zone in again["zones"]] == [1, None]
    (found,) = again["events"]
    assert found["weight"] == 1.5
    assert found["trigger"]["lemma"] == "shell"
    assert [argument.get("link") for argument in found["arguments"]] == [None, {"any": [1, None], "kb": "Q1"}]


def test_an_edited_event_does_not_inherit_what_was_said_of_another_span() -> None:
    line = {
        "text": TEXT,
        "events": [{"type": "T", "trigger": {"start": 7, "end": 14, "text": "shelled", "lemma": "shell"}}],
    }
    (record,) = read_again(json.dumps(line).encode())
    edited = replace(record.events[0], event=event(TEXT, 32, 38))
    again = json.loads(written(replace(record, events=(edited,))))
    assert again["events"][0]["trigger"] == {"start": 32, "end": 38, "text": "closed"}


def test_a_place_that_was_only_assumed_is_not_written() -> None:
    (record,) = read_again(json.dumps({"text": TEXT}).encode())
    assert (record.source, record.start, list(record.places())) == ("again.jsonl", 0, [])
    assert "source" not in json.loads(written(record))


@pytest.mark.parametrize("name", ["gold/dev.jsonl", "scoring/gold.jsonl", "scoring/predictions.jsonl"])
def test_real_files_survive_the_round_trip(shared: Path, name: str) -> None:
    records = read(shared / name)
    content = written(*records)
    assert written(*read_again(content)) == content
    originals = [json.loads(line) for line in (shared / name).read_text("utf-8").splitlines()]
    assert [len(record.events) for record in records] == [len(line["events"]) for line in originals]
    assert [record.article.text for record in records] == [line["text"] for line in originals]


def test_a_place_of_a_copy_is_written_with_it() -> None:
    record = Record(Article(TEXT), "a.txt", also=(Occurrence("b.txt", 7, 7 + len(TEXT)),))
    assert json.loads(written(record))["also"] == [{"source": "b.txt", "start": 7, "end": 7 + len(TEXT)}]
