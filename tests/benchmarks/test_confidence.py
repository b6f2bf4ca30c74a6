"""The command that trains the confidence, over the sample corpus."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotations import ontology
from annotations.extraction.rulebook import lexicon
from annotations.ontology import DEFAULT
from benchmarks.confidence import main, without_vetoes

GOLD = Path(__file__).resolve().parents[2] / "seeds" / "gold.jsonl"


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, Path]:
    file = tmp_path_factory.mktemp("trained") / "confidence.toml"
    result = CliRunner().invoke(main, [str(GOLD), "--base-rate", "0.8", "--reason", "a guess", "-o", str(file)])
    assert result.exit_code == 0, result.output
    return result, file


def test_it_prints_how_far_the_confidence_can_be_believed(trained: tuple[Result, Path]) -> None:
    output = trained[0].output
    for figure in ("ECE", "Brier", "AUC", "n"):
        assert figure in output.splitlines()[1].split()
    for row in ("without vetoes, in sample", "without vetoes, unseen articles", "as shipped, on the gold at hand"):
        assert row in output


def test_the_mean_confidence_is_the_base_rate(trained: tuple[Result, Path]) -> None:
    row = next(line for line in trained[0].output.splitlines() if line.startswith("as shipped"))
    assert float(row.split()[-4]) == pytest.approx(0.8, abs=0.002)


def test_the_file_is_one_that_the_rules_read_and_says_how_it_was_made(trained: tuple[Result, Path]) -> None:
    text = trained[1].read_text("utf-8")
    assert "Why: a guess." in text
    table = tomllib.loads(text)
    assert table["base_rate"] == 0.8
    assert {"bias"} < set(table["weights"])


def test_without_vetoes_the_words_and_needs_are_the_same() -> None:
    guarded = lexicon.load(ontology.load(DEFAULT))
    free = without_vetoes(guarded)
    assert free.by_form.keys() == guarded.by_form.keys()
    assert any(rule.vetoes for family in guarded.families for rule in family.rules)
    for entries in free.by_form.values():
        assert not [rule for entry in entries for rule in entry.family.rules if rule.vetoes]
    assert [rule.needs for family in free.families for rule in family.rules] == [
        rule.needs for family in guarded.families for rule in family.rules
    ]
