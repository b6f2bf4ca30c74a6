"""Events of imported records: a reviewer's decisions or an extractor's proposals, and nothing twice."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.errors import StoreError
from annotations.formats.importing import Manner
from annotations.model import Article
from annotations.ontology import Ontology
from annotations.store import decisions, progress, reading, runs
from annotations.store.decisions import Change
from annotations.store.forms import Verdict, dump, verdict_form
from annotations.store.gold import judged_article
from tests.annotations.formats.importer import ANA, MINE, Importer, gold_file
from tests.events import event
from tests.stories import BRIDGE, DAM, FERRY, FREED, KILLED, RELEASED, SEIZED, URGED, as_json, line, write

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
        (as_json(event(DAM, "freed", "Weather.Storm")), "type 'Weather.Storm'"),
        (as_json(event(DAM, "freed", "People.Return", status="rumoured")), "status 'rumoured'"),
        (as_json(event(DAM, "freed", "People.Return", witness="operator")), "no role 'witness'"),
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


def test_real_gold_comes_in_whole(imported: Importer, shared: Path) -> None:
    result = imported.one(shared / "gold" / "dev.jsonl", ANA)
    lines = (shared / "gold" / "dev.jsonl").read_text("utf-8").splitlines()
    events = sum(len(json.loads(each)["events"]) for each in lines)
    counts = progress.counts(imported.connection, "ana")
    assert result.added.articles == counts.complete == len(lines)
    assert counts.gold == events


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
