"""Confidence: how likely a finding is right, from what the rules saw, by a small logistic model in a readable file.

p = 1 / (1 + exp(-s)), s the sum of the weights of the features that hold (Platt's logistic form).
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotations.errors import OntologyError
from annotations.extraction.lexicon import read_toml
from annotations.ontology import Ontology

_NAMED = ("part_of_speech", "zone", "clause", "needs", "filled", "subject", "object")


def features(evidence: Mapping[str, str]) -> Iterator[str]:
    """The names of the features that hold for a finding: ``bias``, ``zone=body``, ``rule=attack/strike`` …."""
    yield "bias"
    for name in _NAMED:
        yield f"{name}={evidence[name]}"
    yield f"rule={evidence['rule'].partition('#')[0]}"
    if evidence["cue"]:
        yield f"cue={evidence['cue'].partition(':')[0]}"


@dataclass(frozen=True, slots=True)
class Confidence:
    """The weights of the model by feature; a feature without one weighs nothing."""

    weights: Mapping[str, float]

    def of(self, evidence: Mapping[str, str]) -> float:
        """The probability that a finding with this evidence is right, in 0–1, exclusive."""
        score = sum(self.weights.get(feature, 0.0) for feature in features(evidence))
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 4)


def load(ontology: Ontology) -> Confidence:
    """The weights of ``confidence.toml`` beside an ontology; without the file every finding has the same confidence.

    Raises:
        OntologyError: the file is not TOML or a weight is not a number.
    """
    file = ontology.folder / "confidence.toml"
    if not file.exists():
        return Confidence({})
    table = read_toml(file).get("weights")
    if not isinstance(table, dict):
        raise OntologyError(f"{file}: the table [weights] is missing")
    for name, weight in table.items():
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not math.isfinite(weight):
            raise OntologyError(f"{file}: the weight of {name!r} is {weight!r}, not a number")
    return Confidence({str(name): float(weight) for name, weight in table.items()})
