"""Imports: each file whole or not at all, the others whatever happens, and nothing twice."""

import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import IO

import pytest

from annotations.articles.article import article as read_article
from annotations.errors import GoldwireError, StoreError
from annotations.formats.importing import Imported, Manner, import_files
from annotations.model import Article
from annotations.ontology import Ontology
from annotations.store import decisions, progress, reading, runs
from annotations.store.connection import close, open_database
from annotations.store.decisions import Change
from annotations.store.forms import Verdict, dump, verdict_form
from annotations.store.gold import judged_article
from annotations.store.reading import NamedOccurrence
from tests.stories import (
    BRIDGE,
    DAM,
    FERRY,
    FREED,
    KILLED,
    MARCHED,
    RELEASED,
    SEIZED,
    URGED,
    as_json,
    event,
    line,
    write,
)

ANA = Manner(reviewer="ana")
MINE = Manner(extractor="mine")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = open_database(tmp_path / "goldwire.db", create=True)
    yield opened
    close(opened)


class Importer:
    """Imports into one database under the shipped ontology."""

    def __init__(self, connection: sqlite3.Connection, ontology: Ontology) -> None:
        self.connection = connection
        self.ontology = ontology

    def __call__(
        self, *paths: Path | str, manner: Manner | None = None, stream: bytes = b""
    ) -> list[Imported | GoldwireError]:
        names = [str(path) for path in paths]
        return list(import_files(self.connection, names, self.ontology, manner or Manner(), BytesIO(stream)))

    def one(self, path: Path | str, manner: Manner | None = None, stream: bytes = b"") -> Imported:
        """What the only file brought."""
        (result,) = self(path, manner=manner, stream=stream)
        assert isinstance(result, Imported), result
        return result

    def refusal(self, path: Path | str, manner: Manner | None = None) -> str:
        """Why nothing of the only file was taken, and that nothing was."""
        before = self.dump()
        (result,) = self(path, manner=manner)
        assert isinstance(result, GoldwireError), result
        assert self.dump() == before
        assert "\n" not in str(result)
        return str(result)

    def dump(self) -> list[str]:
        return list(self.connection.iterdump())


@pytest.fixture
def imported(connection: sqlite3.Connection, conflict: Ontology) -> Importer:
    return Importer(connection, conflict)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    return made


def gold_file(folder: Path) -> Path:
    """Gold with all that a record can say of an event."""
    bridge = line(
        BRIDGE,
        as_json(SEIZED, comment="checked twice", flag=True, confidence=0.7, extractor="rules", decision="edit"),
        as_json(KILLED, weight=3),
        source="news.txt",
        start=10,
        end=10 + len(BRIDGE),
        complete=True,
        rejected=[as_json(URGED, reason="background")],
        split="dev",
    )
    ferry = line(FERRY, complete=False, skipped=[as_json(MARCHED)])
    return write(folder / "gold.jsonl", bridge, ferry)


# Texts


def test_a_text_gives_its_articles_at_their_places(imported: Importer, folder: Path) -> None:
    result = imported.one(write(folder / "both.txt", BRIDGE, "\n\n", FERRY))
    assert (result.added.articles, result.added.occurrences) == (2, 2)
    stored = reading.article_of(imported.connection, Article(BRIDGE).id)
    assert stored.article.text == BRIDGE
    assert stored.occurrences == (NamedOccurrence("both.txt", 0, len(BRIDGE)),)


def test_a_text_is_one_article_where_splitting_is_off(imported: Importer, folder: Path) -> None:
    path = write(folder / "both.txt", BRIDGE, "\n\n", FERRY)
    assert imported.one(path, Manner(split=False)).added.articles == 1


def test_a_source_that_is_known_does_nothing(imported: Importer, folder: Path) -> None:
    path = write(folder / "a.txt", BRIDGE)
    imported(path)
    before = imported.dump()
    again = imported.one(path)
    assert again.known
    assert imported.dump() == before
    assert imported.one(write(folder / "copy.txt", BRIDGE)).known


def test_standard_input_is_a_source_named_by_a_dash(imported: Importer) -> None:
    assert imported.one("-", stream=BRIDGE.encode()).added.articles == 1
    assert reading.article_of(imported.connection, Article(BRIDGE).id).occurrences[0].label == "-"
    assert imported.one("-", stream=BRIDGE.encode()).known


def test_a_pipe_is_read_once(imported: Importer, folder: Path) -> None:
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as stream:
        stream.write(BRIDGE.encode())
    try:
        assert imported.one(f"/dev/fd/{reader}").added.articles == 1
    finally:
        os.close(reader)


def test_a_folder_means_its_texts_and_no_records(imported: Importer, folder: Path) -> None:
    write(folder / "a.txt", BRIDGE)
    write(folder / "b.jsonl", line(FERRY))
    assert [result.name for result in imported(folder) if isinstance(result, Imported)] == [str(folder / "a.txt")]


def test_a_bad_file_keeps_no_other_from_being_imported(imported: Importer, folder: Path) -> None:
    write(folder / "a.txt", BRIDGE)
    (folder / "b.txt").write_bytes(b"caf\xe9 closed\n")
    write(folder / "c.txt", "")
    write(folder / "d.txt", FERRY)
    results = imported(folder)
    assert [isinstance(result, Imported) for result in results] == [True, False, False, True]
    assert progress.counts(imported.connection, None).articles == 2
    assert "offset 3" in str(results[1])
    assert "--encoding" in str(results[1])


def test_nothing_of_a_file_that_cannot_be_read_is_taken(
    imported: Importer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(folder / "secret.txt", BRIDGE)
    opening = Path.open

    def refuse(self: Path, *arguments: str, **options: str) -> IO[str]:
        if self == path:
            raise PermissionError(13, "Permission denied", str(self))
        return opening(self, *arguments, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(Path, "open", refuse)
    assert "secret.txt: no permission" in imported.refusal(path)
    records = path.rename(folder / "secret.jsonl")
    path = records
    assert "secret.jsonl: Permission denied" in imported.refusal(path)


def test_an_error_of_the_database_ends_the_import(imported: Importer, folder: Path) -> None:
    write(folder / "a.txt", BRIDGE)
    pages = imported.connection.execute("pragma page_count").fetchone()[0]
    imported.connection.execute(f"pragma max_page_count = {pages}")
    with pytest.raises((StoreError, sqlite3.OperationalError), match="full"):
        imported(write(folder / "big.txt", BRIDGE * 2000))


# Records


def test_records_give_articles_with_zones_and_title_of_their_own_or_found(imported: Importer, folder: Path) -> None:
    said = {"title": "The bridge", "zones": [{"zone": "body", "start": 0, "end": len(BRIDGE)}]}
    imported(write(folder / "a.jsonl", line(BRIDGE, **said), line(FERRY)))
    bridge = reading.article_of(imported.connection, Article(BRIDGE).id).article
    ferry = reading.article_of(imported.connection, Article(FERRY).id).article
    assert (bridge.title, len(bridge.zones)) == ("The bridge", 1)
    assert ferry == read_article(FERRY)


def test_without_gold_or_predictions_the_events_of_records_are_left(imported: Importer, folder: Path) -> None:
    result = imported.one(gold_file(folder))
    assert result.added.articles == 2
    assert progress.counts(imported.connection, "ana").gold == 0
    assert runs.extractors(imported.connection) == []


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (b'{"text": "cut', "not JSON"),
        (rb'{"text": "half \ud83d of it"}' + b"\n", "surrogate"),
        (b'{"text": "x", "events": [{"type": "T"}]}\n', "trigger.start is missing"),
        (b"caf\xe9\n", "0xe9"),
        (b"[1]\n", "an object"),
    ],
)
def test_a_broken_line_is_named_and_nothing_of_its_file_is_taken(
    imported: Importer, folder: Path, broken: bytes, reason: str
) -> None:
    path = folder / "broken.jsonl"
    path.write_bytes(line(BRIDGE).encode() + b"\n" + broken + line(FERRY).encode())
    refusal = imported.refusal(path)
    assert refusal.startswith(f"{path}, line 3: ")
    assert reason in refusal


def test_a_line_as_long_as_a_library_is_refused(imported: Importer, folder: Path) -> None:
    for name in ("long.txt", "long.jsonl"):
        path = folder / name
        path.write_bytes(b"x" * 100_000_000)
        assert "longer than" in imported.refusal(path)


# Gold


def test_gold_becomes_additions_rejections_skips_flags_and_comments(imported: Importer, folder: Path) -> None:
    result = imported.one(gold_file(folder), ANA)
    assert result.adopted.decisions == 7
    bridge = judged_article(imported.connection, "ana", Article(BRIDGE).id)
    assert bridge.complete
    assert [(each.verdict.verdict, each.verdict.event) for each in bridge.events] == [
        ("add", SEIZED),
        ("add", KILLED),
        ("reject", URGED),
    ]
    seized, killed, urged = bridge.events
    assert (seized.flag, seized.comment) == (True, "checked twice")
    assert killed.verdict.extra == {"weight": 3}
    assert urged.verdict.reason == "background"
    ferry = judged_article(imported.connection, "ana", Article(FERRY).id)
    assert [each.verdict.verdict for each in ferry.events] == ["skip"]
    assert not ferry.complete


def test_gold_that_does_not_say_whether_it_is_complete_is(imported: Importer, folder: Path) -> None:
    imported(write(folder / "gold.jsonl", line(DAM, as_json(FREED))), manner=ANA)
    assert judged_article(imported.connection, "ana", Article(DAM).id).complete


def test_the_same_gold_twice_changes_nothing(imported: Importer, folder: Path) -> None:
    path = gold_file(folder)
    imported(path, manner=ANA)
    before = imported.dump()
    again = imported.one(path, ANA)
    assert again.adopted.decisions == 0
    assert again.adopted.differing == 0
    assert imported.dump() == before


def test_gold_of_two_reviewers_stands_side_by_side(imported: Importer, folder: Path) -> None:
    path = gold_file(folder)
    imported(path, manner=ANA)
    assert imported.one(path, Manner(reviewer="ben")).adopted.decisions == 7
    assert decisions.reviewers(imported.connection) == ["ana", "ben"]


def test_what_the_reviewer_decided_stands_and_is_counted(imported: Importer, folder: Path) -> None:
    imported(gold_file(folder), manner=ANA)
    otherwise = replace(SEIZED, status="denied")
    file = write(folder / "other.jsonl", line(BRIDGE, as_json(otherwise), as_json(URGED)))
    result = imported.one(file, ANA)
    assert result.adopted.differing == 2
    verdicts = [each.verdict for each in judged_article(imported.connection, "ana", Article(BRIDGE).id).events]
    assert verdicts[0].event == SEIZED
    assert verdicts[2].verdict == "reject"


def test_an_event_that_was_edited_into_existence_is_known(imported: Importer, folder: Path) -> None:
    imported(write(folder / "a.txt", BRIDGE))
    edited = dump(verdict_form(Verdict("edit", KILLED)))
    decisions.append(imported.connection, "ana", [Change(KILLED.article, "some-candidate", "verdict", edited)])
    file = write(folder / "gold.jsonl", line(BRIDGE, as_json(KILLED, flag=True), complete=False))
    assert imported.one(file, ANA).adopted.decisions == 1
    (judged,) = judged_article(imported.connection, "ana", KILLED.article).events
    assert (judged.subject, judged.flag) == ("some-candidate", True)


def test_gold_goes_before_a_skip_and_before_a_rejection_in_the_same_record(imported: Importer, folder: Path) -> None:
    imported(write(folder / "skip.jsonl", line(DAM, skipped=[as_json(FREED)], complete=False)), manner=ANA)
    both = line(DAM, as_json(FREED), rejected=[as_json(FREED), as_json(RELEASED)])
    imported(write(folder / "gold.jsonl", both), manner=ANA)
    events = judged_article(imported.connection, "ana", Article(DAM).id).events
    assert [each.verdict.verdict for each in events] == ["add", "reject"]


def test_an_event_without_a_status_has_the_first_one(imported: Importer, folder: Path, conflict: Ontology) -> None:
    bare = as_json(FREED)
    del bare["status"]
    imported(write(folder / "gold.jsonl", line(DAM, bare)), manner=ANA)
    (judged,) = judged_article(imported.connection, "ana", Article(DAM).id).events
    assert judged.verdict.event.status == conflict.default_status


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (as_json(event(DAM, "Weather.Storm", "freed")), "type 'Weather.Storm'"),
        (as_json(event(DAM, "People.Return", "freed", status="rumoured")), "status 'rumoured'"),
        (as_json(event(DAM, "People.Return", "freed", witness="operator")), "no role 'witness'"),
    ],
)
@pytest.mark.parametrize("manner", [ANA, MINE])
def test_events_that_the_ontology_does_not_know_are_refused_by_file_and_line(
    imported: Importer, folder: Path, manner: Manner, bad: dict[str, object], reason: str
) -> None:
    path = write(folder / "gold.jsonl", line(BRIDGE, as_json(SEIZED)), "\n", line(DAM, bad))
    refusal = imported.refusal(path, manner)
    assert refusal.startswith(f"{path}, line 3: ")
    assert reason in refusal


def test_an_unknown_reason_of_a_rejection_is_refused(imported: Importer, folder: Path) -> None:
    path = write(folder / "gold.jsonl", line(DAM, rejected=[as_json(FREED, reason="dull")]))
    assert "line 1: reject reason 'dull'" in imported.refusal(path, ANA)


def test_gold_finds_the_article_that_its_source_brought(imported: Importer, folder: Path) -> None:
    imported(write(folder / "news.txt", DAM))
    said = {"source": "news.txt", "start": 0, "end": len(DAM), "split": "dev"}
    result = imported.one(write(folder / "gold.jsonl", line(DAM, as_json(FREED), **said)), ANA)
    assert (result.added.articles, result.added.occurrences) == (0, 0)
    assert reading.article_of(imported.connection, Article(DAM).id).extra == {"split": "dev"}


def test_a_failure_in_the_middle_leaves_no_article_either(
    imported: Importer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = imported.dump()

    def fail(*_: object) -> None:
        raise StoreError("disk full")

    monkeypatch.setattr(decisions, "append", fail)
    with pytest.raises(StoreError, match="disk full"):
        imported(gold_file(folder), manner=ANA)
    assert imported.dump() == before


# Predictions


def test_predictions_become_a_run_of_their_extractor(imported: Importer, folder: Path) -> None:
    file = write(folder / "p.jsonl", line(DAM, as_json(FREED, confidence=0.4), as_json(RELEASED, rule="r7", n=2)))
    assert imported.one(file, MINE).adopted.proposals == 2
    freed, released = (each.proposal for each in runs.live(imported.connection, Article(DAM).id, "mine"))
    assert (freed.event, freed.confidence) == (FREED, 0.4)
    assert released.confidence == 1.0
    assert released.evidence == {"rule": "r7", "n": "2", "confidence": "unstated"}
    assert progress.counts(imported.connection, None).candidates == 2


def test_an_article_without_predictions_is_finished_too(imported: Importer, folder: Path) -> None:
    imported(write(folder / "p.jsonl", line(DAM)), manner=MINE)
    assert runs.covers(imported.connection, Article(DAM).id, "mine")


def test_the_same_predictions_do_nothing_and_others_take_their_place(imported: Importer, folder: Path) -> None:
    file = write(folder / "p.jsonl", line(DAM, as_json(FREED)))
    imported(file, manner=MINE)
    before = imported.dump()
    assert imported.one(file, MINE).known
    assert imported.dump() == before
    imported(write(folder / "p.jsonl", line(DAM, as_json(RELEASED))), manner=MINE)
    live = runs.live(imported.connection, Article(DAM).id, "mine")
    assert [each.proposal.event for each in live] == [RELEASED]


def test_an_event_predicted_twice_counts_once_by_its_surer_version(imported: Importer, folder: Path) -> None:
    unsure = replace(RELEASED, arguments=())
    first = line(DAM, as_json(unsure, confidence=0.2), as_json(RELEASED, confidence=0.6))
    imported(write(folder / "p.jsonl", first, line(DAM, as_json(unsure, confidence=0.6))), manner=MINE)
    (only,) = runs.live(imported.connection, Article(DAM).id, "mine")
    assert only.proposal.event == RELEASED


def test_predictions_may_come_in_a_stream_or_under_any_name(imported: Importer, folder: Path) -> None:
    said = line(DAM, as_json(FREED))
    assert imported.one("-", MINE, said.encode()).adopted.proposals == 1
    assert imported.one(write(folder / "predicted.json", said), Manner(extractor="other")).adopted.proposals == 1


def test_real_gold_comes_in_whole(imported: Importer, shared: Path) -> None:
    result = imported.one(shared / "gold" / "dev.jsonl", ANA)
    lines = (shared / "gold" / "dev.jsonl").read_text("utf-8").splitlines()
    events = sum(len(json.loads(each)["events"]) for each in lines)
    counts = progress.counts(imported.connection, "ana")
    assert result.added.articles == counts.complete == len(lines)
    assert counts.gold == events
