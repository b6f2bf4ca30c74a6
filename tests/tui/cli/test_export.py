"""``goldwire export``: whole files or none, the same bytes for the same gold, and back in again."""

import json
import subprocess

import pytest

from tests.stories import BRIDGE, DAM, FREED, KILLED, RELEASED, SEIZED, URGED, as_json, line, write
from tests.tui.cli.conftest import Program


@pytest.fixture
def gold(goldwire: Program) -> Program:
    """The program beside a database with ana's gold and an extractor's proposals."""
    rejected = [as_json(URGED, reason="other")]
    bridge = line(BRIDGE, as_json(SEIZED, flag=True), as_json(KILLED), rejected=rejected, source="a.txt")
    write(goldwire.folder / "in.jsonl", bridge, line(DAM, as_json(FREED), complete=False, source="b.txt"))
    write(goldwire.folder / "p.jsonl", line(DAM, as_json(RELEASED, confidence=0.5)))
    goldwire.done("import", "in.jsonl", "--gold", "--reviewer", "ana")
    goldwire.done("import", "p.jsonl", "--predictions", "mine")
    return goldwire


def events(output: str) -> list[list[str]]:
    """The triggers of each line's events."""
    return [[event["trigger"]["text"] for event in json.loads(each)["events"]] for each in output.splitlines()]


def test_gold_goes_to_standard_output_or_a_file_in_the_same_bytes(gold: Program) -> None:
    out = gold.done("export")
    assert events(out) == [["seized", "killed"], ["freed"]]
    assert gold.done("export", "-o", "-") == out
    ended = gold("export", "-o", "out.jsonl")
    assert (ended.code, ended.out, ended.lines) == (0, "", ["out.jsonl: 2 articles, 3 events"])
    assert (gold.folder / "out.jsonl").read_text() == out


def test_candidates_are_exported_instead(gold: Program) -> None:
    assert events(gold.done("export", "--candidates", "mine")) == [["released"]]
    assert "extractors here: mine" in gold.refusal("export", "--candidates", "rules")


def test_what_went_out_comes_in_again_in_a_fresh_database(gold: Program) -> None:
    gold.done("export", "-o", "out.jsonl")
    gold.done("import", "out.jsonl", "--gold", "--reviewer", "ana", "--db", "fresh.db")
    assert events(gold.done("export", "--db", "fresh.db")) == events(gold.done("export"))
    again = json.loads(gold.done("export", "--db", "fresh.db").splitlines()[0])
    assert again["rejected"][0]["reason"] == "other"
    assert again["events"][0]["flag"] is True


def test_with_several_reviewers_one_must_be_named(gold: Program) -> None:
    gold.done("import", "in.jsonl", "--gold", "--reviewer", "ben")
    assert "ana, ben" in gold.refusal("export")
    assert events(gold.done("export", "--reviewer", "ben")) == [["seized", "killed"], ["freed"]]
    assert "reviewers here: ana, ben" in gold.refusal("export", "--reviewer", "zoe")


def test_an_empty_database_has_no_gold(goldwire: Program) -> None:
    write(goldwire.folder / "a.txt", BRIDGE)
    goldwire.done("import", "a.txt")
    assert "nobody has decided anything yet" in goldwire.refusal("export")


def test_a_folder_is_no_place_for_a_file(gold: Program) -> None:
    (gold.folder / "out").mkdir()
    assert "out: is a folder" in gold.refusal("export", "-o", "out")
    assert "nowhere/out.jsonl: No such file or directory" in gold.refusal("export", "-o", "nowhere/out.jsonl")
    assert "in.jsonl/out.jsonl" in gold.refusal("export", "-o", "in.jsonl/out.jsonl")
    assert gold("export", "-o", "/dev/full").code == 1


def test_a_pipe_is_written_to_as_it_is(gold: Program) -> None:
    script = " ".join([*gold.command("export", "-o", "/dev/stdout"), "|", "cat"])
    ended = subprocess.run(["bash", "-c", script], cwd=gold.folder, capture_output=True, text=True, check=True)
    assert ended.stdout == gold.done("export")
