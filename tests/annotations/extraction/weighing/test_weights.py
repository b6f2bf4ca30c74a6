"""The file of the weights: what is written is read, and the shipped one speaks of what the rules see."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations import ontology
from annotations.extraction.rulebook import lexicon
from annotations.extraction.rules import RulesExtractor
from annotations.extraction.weighing import confidence
from annotations.extraction.weighing.confidence import FILE, Confidence, features, kind
from annotations.ontology import DEFAULT, Ontology
from tests.annotations.extraction.conftest import article

names = st.text(st.characters(codec="utf-8"), max_size=12)
weights = st.floats(-50, 50).map(lambda weight: round(weight, 3))


@given(st.dictionaries(names, weights))
@settings(max_examples=50)
def test_weights_that_are_written_are_read_again(drawn: dict[str, float]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(DEFAULT / "ontology.toml", folder)
        (Path(folder) / FILE).write_text(Confidence(drawn).as_toml(), "utf-8")
        assert confidence.load(ontology.load(Path(folder))).weights == drawn


def test_the_bias_comes_first_and_the_rest_by_name() -> None:
    text = Confidence({"zone=body": 0.5, "bias": 1.0, "cue=governor": -0.25}).as_toml()
    assert text == '[weights]\nbias = 1.0\n"cue=governor" = -0.25\n"zone=body" = 0.5\n'


def test_every_shipped_weight_is_of_something_that_there_is(conflict: Ontology) -> None:
    shipped = confidence.load(conflict).weights
    assert {kind(name) for name in shipped} >= {"bias", "role", "group"}
    there: dict[str, set[str]] = {
        "role": set(conflict.roles),
        "group": {family.id.partition("/")[0] for family in lexicon.load(conflict).families},
        "part_of_speech": {*lexicon.PARTS_OF_SPEECH},
    }
    for name in shipped:
        assert name.partition("=")[2] in there.get(kind(name), {name.partition("=")[2]}), name


def test_what_the_rules_find_has_the_features_that_the_shipped_weights_are_of(rules: RulesExtractor) -> None:
    ((_, _, proposals),) = rules.propose([article("Gunners shelled the harbour on Monday and killed two dockers.")])
    seen = {name for proposal in proposals for name in features(proposal.evidence)}
    shipped = confidence.load(rules.ontology).weights
    assert {kind(name) for name in shipped} <= {kind(name) for name in seen}
    assert all(0.5 < proposal.confidence < 1 for proposal in proposals)


def test_the_file_says_how_it_was_made_and_what_it_expects() -> None:
    text = (DEFAULT / FILE).read_text("utf-8")
    head = text.partition("[weights]")[0]
    for said in ("benchmarks.confidence", "base_rate = 0.", "ECE", "Brier", "AUC", "unseen articles"):
        assert said in head
