"""A line that is no record is refused with file, line and reason, and nothing of its file is taken."""

import io
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from annotations.errors import RecordError, SourceError
from annotations.formats import reading
from annotations.formats.reading import read, read_stream
from annotations.model import Argument, Article, Meta, Occurrence, Span, Zone
from tests.annotations.formats.records import TEXT

EVENT: Mapping[str, object] = {
    "type": "T",
    "status": "s",
    "trigger": {"start": 7, "end": 14, "text": "shelled"},
    "arguments": [{"role": "r", "start": 15, "end": 21, "text": "Aleppo"}],
}


def line(**members: object) -> bytes:
    return json.dumps({"text": TEXT, **members}).encode()


def with_event(**members: object) -> bytes:
    return line(events=[{**EVENT, **members}])


def refusal(*lines: bytes) -> str:
    with pytest.raises(RecordError) as error:
        read_stream(io.BytesIO(b"\n".join(lines)), "p.jsonl")
    assert str(error.value).isprintable()
    return str(error.value)


def test_a_line_with_nothing_but_text_is_an_article() -> None:
    (record,) = read_stream(io.BytesIO(line()), "p.jsonl")
    assert record.article == Article(TEXT)
    assert (record.source, record.start, record.end, record.complete) == ("p.jsonl", 0, len(TEXT), None)
    assert (record.events, record.rejected, record.skipped) == ((), (), ())


def test_everything_a_line_says_is_read() -> None:
    rejected = {**EVENT, "reason": "why", "confidence": 1, "comment": "c", "flag": True, "decided_at": "now"}
    content = line(
        schema="goldwire/1", ontology="o/1", id=Article(TEXT).id, source="a.txt", start=3, end=3 + len(TEXT),
        also=[{"source": "b.txt", "start": 1, "end": 1 + len(TEXT)}], cluster="c", title="t",
        meta={"outlet": "Wire", "url": None}, zones=[{"zone": "body", "start": 0, "end": 22}], complete=False,
        events=[], rejected=[rejected], skipped=[{**EVENT, "extractor": "x", "reviewer": "ana", "decision": "skip"}],
    )  # fmt: skip
    (record,) = read_stream(io.BytesIO(content), "p.jsonl")
    assert record.article == Article(TEXT, (Zone(0, 22, "body"),), "t", Meta(outlet="Wire"))
    assert list(record.places()) == [
        Occurrence("a.txt", 3, 3 + len(TEXT)), Occurrence("b.txt", 1, 1 + len(TEXT)),
    ]  # fmt: skip
    assert (record.ontology, record.cluster, record.complete) == ("o/1", "c", False)
    (no,), (later,) = record.rejected, record.skipped
    assert (no.reason, no.confidence, no.comment, no.flag, no.decided_at) == ("why", 1.0, "c", True, "now")
    assert (later.extractor, later.reviewer, later.decision, later.flag) == ("x", "ana", "skip", False)
    assert no.event.arguments == (Argument(Span(15, 21, "Aleppo"), "r"),)


def test_gold_without_ids_or_an_ontology_is_read(shared: Path) -> None:
    records = read(shared / "gold/dev.jsonl")
    assert sum(len(record.events) for record in records) == 215
    assert {record.source for record in records} >= {"000_1ce6d3e731a6c1a5.txt", "002_0b89f4a7e67809cf.txt"}


def test_the_same_filler_twice_counts_once() -> None:
    filler = {"role": "r", "start": 15, "end": 21, "text": "Aleppo"}
    (record,) = read_stream(io.BytesIO(with_event(arguments=[filler, filler])), "p.jsonl")
    assert len(record.events[0].event.arguments) == 1


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf" + line(), line() + b"\r\n", b"\n" + line() + b"\n\n"])
def test_a_bom_crlf_and_blank_lines_are_no_matter(content: bytes) -> None:
    assert [record.article.text for record in read_stream(io.BytesIO(content), "p.jsonl")] == [TEXT]


def test_nul_and_controls_in_text_are_text() -> None:
    (record,) = read_stream(io.BytesIO(json.dumps({"text": "a\0b\x1b[31m\u2028c"}).encode()), "p.jsonl")
    assert record.article.text == "a\0b\x1b[31m\u2028c"


def test_a_surrogate_pair_is_one_character_and_a_written_escape_is_six() -> None:
    content = rb'{"text": "\ud83d\ude00 \\ud800"}'
    assert read_stream(io.BytesIO(content), "p.jsonl")[0].article.text == "😀 \\ud800"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"text": "abc', r"is not JSON: .* at column 10, or the file is cut off"),
        (b"\xef\xbb\xbf", "is not JSON: Expecting value"),
        (b"[]", "the line must be an object, not a list"),
        (b"7", "the line must be an object, not a whole number"),
        (b"{}", "text is missing or empty"),
        (b'{"text": ""}', "text is missing or empty"),
        (b'{"text": 5}', "text must be a string, not a whole number"),
        (b'{"text": "a", "text": "b"}', "the key 'text' twice"),
        (b'{"text": "a\0b"}', "is not JSON: Invalid control character"),
        (b'{"text": "\xff"}', "byte 0xff at 10 is not UTF-8"),
        ('{"text": "a"}'.encode("utf-16"), "byte 0xff at 0 is not UTF-8"),
        (rb'{"text": "a \ud800 b"}', r"the lone surrogate \\ud800"),
        (rb'{"text": "a", "x": {"\udfff": 1}}', r"the lone surrogate \\udfff"),
        (b'{"text": "a", "x": NaN}', "NaN is no number"),
        (b'{"text": "a", "x": -Infinity}', "-Infinity is no number"),
        (b'{"text": "a", "x": 1e999}', "too large: 1e999"),
        (b'{"text": "a", "x": %s}' % (b"9" * 5000), "a number of 5000 digits"),
        (b'{"text": "a", "x": %s1%s}' % (b"[" * 100, b"]" * 100), "nested more than 64 deep"),
        (b'{"text": "a", "x": %s1%s}' % (b"[" * 200_000, b"]" * 200_000), "is nested too deeply"),
        (line(schema="goldwire/2"), "the schema 'goldwire/2'; this goldwire reads goldwire/1"),
        (line(id="0" * 16), "the id '0000000000000000', but its text has the id"),
        (line(source=7), "source must be a string"),
        (line(start=-1), "no source has a place -1"),
        (line(start=True), "start must be a whole number, not true or false"),
        (line(start=1.0), "start must be a whole number, not a number"),
        (line(start=10**30), "no source has a place 1000000000000000000000000000000"),
        (line(end=5), f"ends at 5, but its text of {len(TEXT)} characters from 0 ends at {len(TEXT)}"),
        (line(also=[{"source": "b", "start": 0, "end": 2}]), "0–2 has not the length of the text"),
        (line(also=[{"start": 0, "end": 2}]), r"also\[0\].source is missing or empty"),
        (line(meta=[]), "meta must be an object, not a list"),
        (line(meta={"outlet": 3}), "meta.outlet must be a string"),
        (line(complete=1), "complete must be true or false, not a whole number"),
        (line(zones={}), "zones must be a list, not an object"),
        (line(zones=[{"zone": "lead", "start": 0, "end": 2}]), "zone 'lead' is none of headline, "),
        (line(zones=[{"zone": "body", "start": 0, "end": 99}]), "zone 0–99 is out of order, empty, or not inside"),
        (
            line(zones=[{"zone": "body", "start": 5, "end": 9}, {"zone": "body", "start": 0, "end": 4}]),
            "zone 0–4 is out of order",
        ),
        (line(events=5), "events must be a list, not a whole number"),
        (line(events=["T"]), r"events\[0\] must be an object, not a string"),
        (with_event(type=""), r"events\[0\].type is missing or empty"),
        (with_event(id=7), r"events\[0\].id must be a string"),
        (with_event(trigger=None), r"events\[0\].trigger.start is missing"),
        (with_event(trigger={"start": 7, "end": 14}), r"events\[0\].trigger.text is missing or empty"),
        (with_event(trigger={"start": 7, "end": 14, "text": "bombed!"}), "span 7–14 says 'bombed!', the text has"),
        (with_event(trigger={"start": 7, "end": 700, "text": "shelled"}), "span 7–700 is not inside the text"),
        (with_event(trigger={"start": -7, "end": 4, "text": "x"}), "span -7–4 is not inside the text"),
        (with_event(arguments=[{"start": 0, "end": 6, "text": "Rebels"}]), r"arguments\[0\].role is missing"),
        (
            with_event(arguments=[{"role": "r", "start": 0, "end": 6, "text": "Kurds!"}]),
            "span 0–6 says 'Kurds!', the text has 'Rebels'",
        ),
        (with_event(confidence=1.01), "confidence 1.01 is not between 0 and 1"),
        (with_event(confidence=10**400), "confidence must be a number, not a whole number"),
        (with_event(confidence="high"), "confidence must be a number, not a string"),
        (with_event(flag="yes"), "flag must be true or false"),
        (line(rejected=[{**EVENT, "trigger": {"start": 0, "end": 1, "text": "?"}}]), "span 0–1 says"),
    ],
)
def test_a_broken_line_is_refused_with_file_line_and_reason(content: bytes, reason: str) -> None:
    found = refusal(line(), content)
    assert re.fullmatch(rf"p\.jsonl, line 2: .*{reason}.*", found), found


def test_the_number_of_a_line_counts_blank_ones() -> None:
    assert refusal(line(), b"", b"", b"{").startswith("p.jsonl, line 4: ")


def test_a_line_that_is_too_long_is_refused_before_it_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST_LINE", 2**20)
    stream = io.BytesIO(b'{"text": "' + b"a" * 3 * 2**20)
    with pytest.raises(RecordError, match="line 1: is longer than 1 MiB"):
        read_stream(stream, "p.jsonl")
    assert stream.tell() <= 2**20 + 1


def test_an_object_of_many_keys_with_one_twice_is_refused_at_once() -> None:
    keys = ", ".join(f'"k{number}": 0' for number in range(200_000))
    assert "the key 'k199999' twice" in refusal(f'{{"text": "a", {keys}, "k199999": 1}}'.encode())


@pytest.mark.parametrize("content", [b"", b"\n\n", b" \r\n"])
def test_a_file_without_a_record_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=r"p\.jsonl: has no records"):
        read(path)


def test_a_refusal_names_the_file_as_it_was_given_and_the_source_has_no_folders(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(line() + b"\n")
    assert read(path)[0].source == "p.jsonl"
    path.write_bytes(line() + b"\nx\n")
    with pytest.raises(RecordError) as error:
        read(path)
    assert str(error.value).startswith(f"{path}, line 2: is not JSON")
    assert "cut off" not in str(error.value)


def test_a_file_that_cannot_be_opened_is_a_source_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.jsonl: No such file"):
        read(tmp_path / "none.jsonl")
    with pytest.raises(SourceError, match="Is a directory"):
        read(tmp_path)


def test_a_file_whose_name_is_no_text_has_a_label_that_is_and_a_refusal_of_one_line(tmp_path: Path) -> None:
    path = tmp_path / "p\n\udcff.jsonl"
    path.write_bytes(line())
    assert read(path)[0].source == "p\n\\udcff.jsonl"
    path.write_bytes(b"{")
    with pytest.raises(RecordError) as error:
        read(path)
    assert str(error.value).isprintable()
