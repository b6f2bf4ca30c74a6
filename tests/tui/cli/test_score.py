"""``goldwire score``: the public scorer's figures between files, law 6's against the database."""

import json
from pathlib import Path
from typing import cast

import pytest

from tests.stories import BRIDGE, DAM, FREED, KILLED, RELEASED, SEIZED, URGED, as_json, line, write
from tests.tui.cli.conftest import Program

Figures = dict[str, dict[str, float]]


def micro(output: str) -> Figures:
    return cast("Figures", json.loads(output)["micro"])


@pytest.fixture
def scored(goldwire: Program) -> Program:
    """A database with gold in one complete article and one that is not, and proposals in both."""
    bridge = line(BRIDGE, as_json(SEIZED), as_json(KILLED), rejected=[as_json(URGED)], source="a.txt", start=0)
    write(goldwire.folder / "gold.jsonl", bridge, line(DAM, as_json(FREED), complete=False))
    proposed = line(BRIDGE, as_json(SEIZED), as_json(URGED)), line(DAM, as_json(FREED), as_json(RELEASED))
    write(goldwire.folder / "p.jsonl", *proposed)
    goldwire.done("import", "gold.jsonl", "--gold", "--reviewer", "ana")
    goldwire.done("import", "p.jsonl", "--predictions", "mine")
    return goldwire


def test_two_files_give_the_public_scorers_figures(goldwire: Program, shared: Path) -> None:
    folder = shared / "scoring"
    out = goldwire.done(
        "score", "--gold", folder / "gold.jsonl", "--predictions", folder / "predictions.jsonl", "--json"
    )
    assert micro(out) == json.loads((folder / "expected.json").read_text("utf-8"))["scores"]
    assert list(goldwire.folder.iterdir()) == []


def test_recall_is_of_complete_articles_and_precision_so_far_stands_apart(scored: Program) -> None:
    out = json.loads(scored.done("score", "--extractor", "mine", "--json"))
    assert (out["articles"], out["left_out"]) == (1, 2)
    assert out["micro"]["TC"] == {
        "gold": 2,
        "predicted": 2,
        "correct": 1,
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
    }
    assert (out["so_far"]["decided"], out["so_far"]["undecided"]) == (3, 1)
    assert out["so_far"]["micro"]["TC"] == {"predicted": 3, "correct": 2, "precision": pytest.approx(2 / 3)}
    assert set(out["types"]) == {"Harm.Kill", "Statement.Demand", "Territory.Seize"}


def test_the_table_says_what_it_is_of(scored: Program) -> None:
    out = scored.done("score", "--extractor", "mine")
    assert "1 complete article." in out
    assert "Precision so far, over 3 decided candidates" in out
    assert max(map(len, out.splitlines())) <= 80


def test_every_pairing_of_file_and_database_gives_the_same(scored: Program) -> None:
    against_database = micro(scored.done("score", "--predictions", "p.jsonl", "--json"))
    of_database = micro(scored.done("score", "--extractor", "mine", "--gold", "gold.jsonl", "--json"))
    of_files = micro(scored.done("score", "--predictions", "p.jsonl", "--gold", "gold.jsonl", "--json"))
    assert against_database == of_database == of_files
    assert of_files == micro(scored.done("score", "--extractor", "mine", "--json"))


def test_predictions_may_come_from_standard_input(scored: Program) -> None:
    said = (scored.folder / "p.jsonl").read_bytes()
    out = scored.done("score", "--predictions", "-", "--json", stdin=said)
    assert out == scored.done("score", "--predictions", "p.jsonl", "--json")


def test_where_nothing_is_complete_it_says_so_instead_of_a_number(goldwire: Program) -> None:
    write(goldwire.folder / "gold.jsonl", line(DAM, as_json(FREED), complete=False))
    goldwire.done("import", "gold.jsonl", "--gold", "--reviewer", "ana")
    goldwire.done("import", "-", "--predictions", "mine", stdin=line(DAM, as_json(FREED)).encode())
    assert "No article is complete" in goldwire.done("score", "--extractor", "mine")
    assert micro(goldwire.done("score", "--extractor", "mine", "--json"))["TC"]["f1"] is None


def test_what_cannot_be_compared_is_refused_with_its_place(scored: Program) -> None:
    write(scored.folder / "broken.jsonl", line(DAM), "{\n")
    assert "broken.jsonl, line 2" in scored.refusal("score", "--predictions", "broken.jsonl")
    assert "missing.jsonl" in scored.refusal("score", "--predictions", "missing.jsonl")
    assert "extractors here: mine" in scored.refusal("score", "--extractor", "rules")
    other = line(BRIDGE.replace("Rebels", "Troops"), source="a.txt", start=0)
    write(scored.folder / "other.jsonl", other)
    assert "disagree" in scored.refusal("score", "--predictions", "other.jsonl", "--gold", "gold.jsonl")


def test_with_several_reviewers_one_must_be_named(scored: Program) -> None:
    scored.done("import", "gold.jsonl", "--gold", "--reviewer", "ben")
    assert "ana, ben" in scored.refusal("score", "--extractor", "mine")
    assert scored.done("score", "--extractor", "mine", "--reviewer", "ben")


def test_the_shipped_gold_scores_the_rules_on_the_first_day(goldwire: Program) -> None:
    seeds = Path(__file__).parents[3] / "seeds"
    goldwire.done("import", seeds)
    goldwire.done("extract")
    out = json.loads(goldwire.done("score", "--gold", seeds / "gold.jsonl", "--extractor", "rules", "--json"))
    assert out["articles"] == len((seeds / "gold.jsonl").read_text("utf-8").splitlines())
    assert out["unmatched"] == 0
    assert out["micro"]["TC"]["f1"] > 0.5
