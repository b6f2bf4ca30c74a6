"""Confidence: a logistic model over what the rules saw, with its weights in a readable file."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import ontology
from annotations.errors import OntologyError
from annotations.extraction.weighing import confidence
from annotations.extraction.weighing.confidence import Confidence, features
from annotations.ontology import DEFAULT

EVIDENCE = {
    "rule": "attack/strike#2", "part_of_speech": "noun", "zone": "body", "clause": "nsubj", "needs": "1",
    "filled": "2", "subject": "no", "object": "yes", "cue": "governor:fear",
}  # fmt: skip


def test_features_name_what_was_seen() -> None:
    assert {"bias", "zone=body", "rule=attack/strike", "cue=governor", "filled=2"} <= set(features(EVIDENCE))


def test_without_weights_nothing_is_known() -> None:
    assert Confidence({}).of(EVIDENCE) == 0.5


@given(st.floats(-1e6, 1e6))
def test_a_confidence_is_a_probability_whatever_the_weights(weight: float) -> None:
    assert 0 <= Confidence({"bias": weight}).of(EVIDENCE) <= 1


def test_more_weight_is_more_confidence() -> None:
    assert Confidence({"bias": 1.0}).of(EVIDENCE) < Confidence({"bias": 1.0, "zone=body": 0.5}).of(EVIDENCE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[weight]\n", "the table [weights] is missing"),
        ('[weights]\nbias = "much"\n', "the weight of 'bias' is 'much', not a number"),
        ("[weights]\nbias = nan\n", "the weight of 'bias' is nan, not a number"),
    ],
)
def test_weights_that_are_none_are_refused(tmp_path: Path, text: str, said: str) -> None:
    shutil.copy(DEFAULT / "ontology.toml", tmp_path)
    (tmp_path / "confidence.toml").write_text(text, "utf-8")
    with pytest.raises(OntologyError) as refusal:
        confidence.load(ontology.load(tmp_path))
    assert said in str(refusal.value)
