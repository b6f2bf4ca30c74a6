"""``goldwire explain``: a sentence typed in, a candidate of the database, and what it refuses."""

import json
import re

import pytest

from tests.events import event
from tests.stories import BRIDGE, FERRY, KILLED, as_json, line, write
from tests.tui.cli.conftest import Program


@pytest.fixture
def news(goldwire: Program) -> Program:
    """The program beside a database of two articles with proposals."""
    write(goldwire.folder / "bridge.txt", BRIDGE)
    write(goldwire.folder / "ferry.txt", FERRY)
    goldwire.done("import", "bridge.txt", "ferry.txt")
    goldwire.done("extract")
    return goldwire


def test_a_sentence_typed_in_is_explained_event_by_event(goldwire: Program) -> None:
    said = goldwire.done("explain", "Rebels failed to shell the old port on Monday,", "the army said.")
    assert said.startswith("Rebels failed to shell the old port on Monday, the army said.\n\n1 event.\n")
    for told in (
        "shell · Attack.Shelling · denied · 0.",
        "family “shell” (lexicon/attack.toml:",
        "                subject: Rebels",
        "  actor       Rebels – subject, by the type's frame in the grammar",
        "                shell ↑ complement of failed ↓ subject Rebels",
        "  status      denied: the governing word “fail”",
        "role=actor +",
        "failed · no event",
    ):
        assert told in said
    assert list(goldwire.folder.iterdir()) == []


def test_a_sentence_without_events_names_the_nearest_rule_and_what_failed(goldwire: Program) -> None:
    said = goldwire.done("explain", "Workers dropped the ladder.")
    assert "No event." in said
    assert "dropped · no event\n  nearest     " in said
    assert "object: ladder" in said


def test_a_headline_is_read_as_one(goldwire: Program) -> None:
    sentence = "Army Shells Border Town, Kills Nine Villagers"
    found = json.loads(goldwire.done("explain", "--headline", "--json", sentence))
    assert [one["trigger"]["text"] for one in found["fired"]] == ["Shells", "Kills"]


def test_standard_input_is_read_too(goldwire: Program) -> None:
    said = goldwire.done("explain", "-", "--json", stdin="\ufeffRebels shelled the port.\r\n".encode())
    assert [one["trigger"] for one in json.loads(said)["fired"]] == [{"start": 7, "end": 14, "text": "shelled"}]


def test_every_line_fits_eighty_columns(goldwire: Program) -> None:
    said = goldwire.done(
        "explain", "The council struck a deal after talks, and ferries sailed to the besieged harbour of Lind to help."
    )
    assert max(map(len, said.splitlines())) <= 80


def test_the_place_in_the_lexicon_stays_whole_to_be_opened(goldwire: Program) -> None:
    said = goldwire.done("explain", "Rebels failed to shell the port.")
    assert len(re.findall(r"lexicon/[a-z]+\.toml:\d+", said)) == said.count(".toml:") == 2


def test_hostile_text_is_masked(goldwire: Program) -> None:
    said = goldwire.done("explain", "-", stdin="Rebels shelled the \x1b[31mport \u202eof\x00 Sorn.".encode())
    assert "1 event." in said
    assert not set("\x1b\u202e\x00") & set(said)


def test_a_candidate_is_explained_as_stored_and_as_the_rules_see_it_now(news: Program) -> None:
    proposed = [
        one
        for one in json.loads(news.done("export", "--candidates", "rules").splitlines()[0])["events"]
        if one["trigger"]["text"] == "seized"
    ]
    said = news.done("explain", "--event", proposed[0]["id"][:10])
    assert said.startswith(f"{proposed[0]['id']} · seized · Territory.Seize · occurred\nProposed by rule territory/")
    assert "Rebels seized the old bridge on Tuesday and killed two guards." in said
    assert "killed · " not in said
    assert "  actor       Rebels – subject" in said


def test_a_candidate_is_named_by_the_numbers_that_review_shows(news: Program) -> None:
    first = news.done("explain", "--article", "1", "--candidate", "1")
    identifier = json.loads(news.done("export", "--candidates", "rules").splitlines()[0])["id"]
    assert news.done("explain", "--article", identifier[:8], "--candidate", "1") == first
    second = json.loads(news.done("explain", "--article", "1", "--candidate", "2", "--json"))
    assert second["event"]["article"] == identifier
    assert second["stored"]["evidence"]["rule"] == second["fired"][0]["place"]["rule"]
    assert second["stored"]["confidence"] == second["fired"][0]["confidence"]
    assert second["event"]["id"] not in first


def test_what_the_rules_do_not_propose_but_a_reviewer_added_is_told_from_it(news: Program) -> None:
    added = event(FERRY, "Friday", "Statement.Deny", status="denied")
    write(news.folder / "gold.jsonl", line(FERRY, as_json(added)))
    news.done("import", "gold.jsonl", "--gold", "--reviewer", "ana")
    said = news.done("explain", "--event", added.id)
    assert said.startswith(f"{added.id} · Friday · Statement.Deny · denied\nrules did not propose it")
    assert "Not in the lexicon as a trigger:\n  Friday" in said


def test_a_run_of_someone_elses_is_explained_by_what_the_rules_make_of_its_word(news: Program) -> None:
    write(news.folder / "mine.jsonl", line(BRIDGE, as_json(KILLED)))
    news.done("import", "mine.jsonl", "--predictions", "mine")
    assert "killed · Harm.Kill" in news.done("explain", "--event", KILLED.id)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--event", "zz"], "begins no event's id"),
        (["--event", "0000000000000000"], "no event here has an id that begins with"),
        (["--article", "9", "--candidate", "1"], "no article here has an id that begins with '9'"),
        (["--article", "1", "--candidate", "99"], "its candidates are 1–"),
        (["--article", "1", "--candidate", "1", "--reviewer", "eve"], "eve"),
        (["--event", "a", "--db", "none.db"], "none.db"),
        (["  "], "the sentence is empty"),
        (["-"], "standard input: empty"),
        (["Rebels fled.", "--model", "en_core_web_enormous"], "pip install"),
    ],
)
def test_what_cannot_be_explained_is_refused_in_one_line(news: Program, arguments: list[str], reason: str) -> None:
    assert reason in news.refusal("explain", *arguments)


def test_the_beginning_of_several_ids_is_refused_with_what_it_may_mean(goldwire: Program) -> None:
    words = list(dict.fromkeys(re.findall(r"\w{3,}", BRIDGE)))[:17]
    events = [event(BRIDGE, word, "Harm.Kill") for word in words]
    write(goldwire.folder / "mine.jsonl", line(BRIDGE, *map(as_json, events)))
    goldwire.done("import", "mine.jsonl", "--predictions", "mine")
    # Seventeen ids, sixteen digits: two begin alike.
    digits = [one.id[0] for one in events]
    shared = next(digit for digit in digits if digits.count(digit) > 1)
    refusal = goldwire.refusal("explain", "--event", shared)
    assert "events have ids that begin so" in refusal
    assert any(one.id in refusal for one in events)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "give either a SENTENCE"),
        (["Rebels fled.", "--event", "a"], "give either a SENTENCE"),
        (["--article", "1"], "go together"),
        (["--candidate", "1"], "go together"),
        (["--event", "a", "--headline"], "--headline is for a SENTENCE"),
        (["--article", "1", "--candidate", "0"], "0"),
    ],
)
def test_what_is_asked_in_two_ways_or_none_is_wrong_usage(goldwire: Program, arguments: list[str], reason: str) -> None:
    ended = goldwire("explain", *arguments)
    assert (ended.code, ended.out, len(ended.lines)) == (2, "", 1)
    assert reason in ended.err
