"""The whole story: from newswire by keys to gold, and what goldwire export gives is what the keys said."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from annotations.model import Event, Span
from annotations.ontology import EventType, Ontology
from tests.end_to_end import ledger
from tests.end_to_end.article_pane import Label
from tests.end_to_end.conftest import goldwire
from tests.end_to_end.sitting import Place, Sitting

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Story:
    """What was pressed, for whom, and where that left the reviewer."""

    database: Path
    proposed: tuple[Event, ...]
    """The first article's events as proposed: keys went to their candidates in this order."""
    restated: str
    """The status that the third one was given."""
    refilled: tuple[str, Label]
    """The role that the fourth one was given a filler of, and the label that chose it."""
    inserted: EventType
    labels: tuple[Label, Label, Label]
    """Those that chose the inserted event's trigger, and a filler for each of its type's first two roles."""
    left: Place
    found: Place
    """Where the reviewer was when leaving, and on coming back."""


@pytest.fixture(scope="module")
def story(copy_of: Callable[[Path], Path], conflict: Ontology, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Comment, flag, accept, reject with a reason, edit status and argument, undo, reject, insert, leave, return."""
    database = copy_of(tmp_path_factory.mktemp("story") / "goldwire.db")
    proposed = ledger.proposed(database)
    status = next(one for one in conflict.statuses.values() if one.name != proposed[2].status)
    known = {event.type for event in proposed}
    inserted = next(one for one in conflict.types.values() if one.name not in known and len(one.roles) >= 2)
    with Sitting(database, extractor=None) as ana:
        ana.send("csure\r")
        ana.wait_for("comment saved")
        ana.press("f")
        ana.wait_for("flagged")
        ana.decide("a", "1 accepted")
        ana.decide("x", "2 rejected")
        ana.press("1")
        ana.wait_for(f"2 rejected: {conflict.rejects['not_an_event'].words}")
        ana.press("v")
        ana.decide(status.key, "3 saved")
        role, filler = _refill(ana, proposed[3], conflict)
        ana.decide("a", "5 accepted")
        ana.press("u")
        ana.wait_for("undid accept")
        ana.decide("x", "5 rejected")
        labels = _insert(ana, inserted, conflict)
        left = ana.place
        ana.quit()
    with Sitting(database, extractor=None) as ana:
        found = ana.place
        ana.quit()
    return Story(database, proposed, status.name, (role, filler), inserted, labels, left, found)


def _refill(ana: Sitting, event: Event, conflict: Ontology) -> tuple[str, Label]:
    """Give the selected candidate, which is ``event``, a filler of a role that has none."""
    role = next(role for role in conflict.types[event.type].roles if not event.fillers(role))
    labels = ana.call_for_labels("e", conflict.roles[role].key)
    label = next(label for label in labels if len(label.word) > 3)
    ana.press(*label.letters)
    ana.decide("enter", "4 saved")
    return role, label


def _insert(ana: Sitting, event_type: EventType, conflict: Ontology) -> tuple[Label, Label, Label]:
    """Insert an event in the sentence after the reading one: trigger, type, and a filler for each of two roles."""
    chosen: list[Label] = []

    def choose(*keys: str) -> None:
        taken = {label.word for label in chosen}
        labels = ana.call_for_labels(*keys)
        chosen.append(next(label for label in labels if len(label.word) > 3 and label.word not in taken))
        ana.press(*chosen[-1].letters)

    choose("J", "i")
    ana.press(*event_type.key)
    for role in event_type.roles[:2]:
        choose(conflict.roles[role].key)
    ana.press("enter")
    ana.wait_for("added as")
    trigger, first, second = chosen
    return trigger, first, second


@pytest.fixture(scope="module")
def record(story: Story) -> Record:
    """The line of the export that has the article."""
    run = goldwire("export", "--db", story.database)
    assert run.code == 0
    lines = [json.loads(line) for line in run.output.splitlines()]
    return next(line for line in lines if line["id"] == story.proposed[0].article)


def _by_id(events: list[Record]) -> dict[str, Record]:
    return {event["id"]: event for event in events}


def _span(exported: Record) -> Span:
    return Span(exported["start"], exported["end"], exported["text"])


def _fillers(exported: Record) -> set[tuple[str, Span]]:
    return {(argument["role"], _span(argument)) for argument in exported["arguments"]}


def _arguments(event: Event) -> set[tuple[str, Span]]:
    return {(argument.role, argument.span) for argument in event.arguments}


def test_an_accepted_candidate_is_exported_as_it_was_proposed(story: Story, record: Record) -> None:
    accepted = story.proposed[0]
    exported = _by_id(record["events"])[accepted.id]
    assert (exported["type"], exported["status"]) == (accepted.type, accepted.status)
    assert _span(exported["trigger"]) == accepted.trigger
    assert _fillers(exported) == _arguments(accepted)
    assert (exported["decision"], exported["reviewer"]) == ("accept", "ana")


def test_a_comment_and_a_flag_go_with_the_event(story: Story, record: Record) -> None:
    exported = _by_id(record["events"])[story.proposed[0].id]
    assert (exported["comment"], exported["flag"]) == ("sure", True)


def test_rejected_candidates_stand_apart_with_their_reasons(story: Story, record: Record) -> None:
    reasons = {event: rejected.get("reason") for event, rejected in _by_id(record["rejected"]).items()}
    assert reasons == {story.proposed[1].id: "not_an_event", story.proposed[4].id: None}


def test_another_status_is_an_edit_of_nothing_else(story: Story, record: Record) -> None:
    edited = story.proposed[2]
    exported = _by_id(record["events"])[edited.id]
    assert exported["status"] == story.restated != edited.status
    assert (exported["decision"], exported["type"]) == ("edit", edited.type)
    assert _fillers(exported) == _arguments(edited)


def test_a_label_fills_the_role_with_the_words_it_stands_on(story: Story, record: Record) -> None:
    edited, (role, label) = story.proposed[3], story.refilled
    exported = _by_id(record["events"])[edited.id]
    ((its_role, filler),) = _fillers(exported) - _arguments(edited)
    assert its_role == role
    assert label.word in filler.text
    assert record["text"][filler.start : filler.end] == filler.text


def test_an_inserted_event_has_the_trigger_and_arguments_that_labels_chose(story: Story, record: Record) -> None:
    (exported,) = [event for event in record["events"] if event["decision"] == "add"]
    assert exported["type"] == story.inserted.name
    fillers = {argument["role"]: argument for argument in exported["arguments"]}
    assert len(fillers) == len(exported["arguments"]) == 2
    chosen = [exported["trigger"], *(fillers[role] for role in story.inserted.roles[:2])]
    for label, found in zip(story.labels, chosen, strict=True):
        assert label.word in found["text"]
        assert record["text"][found["start"] : found["end"]] == found["text"]


def test_what_was_undone_and_what_was_left_are_in_no_export(story: Story, record: Record) -> None:
    exported = {event["id"] for event in record["events"]}
    kept = {story.proposed[0].id, story.proposed[2].id, story.proposed[3].id}
    assert exported & {event.id for event in story.proposed} == kept
    assert len(exported) == len(kept) + 1


def test_the_app_opens_where_it_was_left(story: Story) -> None:
    assert story.found == story.left


def test_exports_of_the_same_gold_are_the_same_bytes(story: Story, tmp_path: Path) -> None:
    written = tmp_path / "gold.jsonl"
    assert goldwire("export", "--db", story.database, "-o", written).code == 0
    assert written.read_bytes() == goldwire("export", "--db", story.database).output


def test_what_is_exported_imports_to_the_same_gold_and_rejects(story: Story, tmp_path: Path) -> None:
    gold, fresh = tmp_path / "gold.jsonl", tmp_path / "fresh.db"
    goldwire("export", "--db", story.database, "-o", gold)
    assert goldwire("import", gold, "--gold", "--reviewer", "ana", "--db", fresh).code == 0
    again = goldwire("export", "--db", fresh).output

    def told(export: bytes) -> list[object]:
        return [
            (record["id"], part, event["id"], event["status"], _span(event["trigger"]), _fillers(event), event.get(key))
            for record in map(json.loads, export.splitlines())
            for part in ("events", "rejected")
            for event in record[part]
            for key in ("reason", "comment", "flag")
        ]

    assert told(again) == told(gold.read_bytes()) != []


def test_the_extractors_precision_is_that_of_the_verdicts(story: Story) -> None:
    run = goldwire("score", "--extractor", "rules", "--json", "--db", story.database)
    assert run.code == 0
    so_far = json.loads(run.output)["so_far"]
    assert so_far["verdicts"] == {"accept": 1, "edit": 2, "reject": 2, "skip": 0}
    triggers_with_types = so_far["micro"]["TC"]
    assert (triggers_with_types["predicted"], triggers_with_types["correct"]) == (5, 3)
