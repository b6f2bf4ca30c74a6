"""Confidence: how likely a finding is right, from what the rules saw, by a small logistic model in a readable file.

p = 1 / (1 + exp(-s)), s the sum of the weights of the features that hold (Platt's logistic form).
"""

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotations.errors import OntologyError
from annotations.extraction.rulebook.lexicon import read_toml
from annotations.ontology import Ontology

FILE = "confidence.toml"
"""The file of the weights, beside the ontology."""

_NAMED = ("part_of_speech", "zone", "clause", "needs", "filled", "subject", "object")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def features(evidence: Mapping[str, str]) -> Iterator[str]:
    """The names of the features that hold for a finding: ``bias``, ``zone=body``, ``rule=attack/strike`` ….

    What stands before the sign is the feature's kind; the group of a rule is the lexicon file that it stands in.
    """
    yield "bias"
    for name in _NAMED:
        if name in evidence:
            yield f"{name}={evidence[name]}"
    rule = evidence.get("rule", "").partition("#")[0]
    yield f"group={rule.partition('/')[0]}"
    yield f"rule={rule}"
    if evidence.get("cue"):
        yield f"cue={evidence['cue'].partition(':')[0]}"
    roles = {path.partition("=")[0] for path in evidence.get("paths", "").split("; ")}
    yield from (f"role={role}" for role in sorted(roles) if role)


def kind(feature: str) -> str:
    """What a feature is about: ``zone`` of ``zone=body``."""
    return feature.partition("=")[0]


@dataclass(frozen=True, slots=True)
class Confidence:
    """The weights of the model by feature; a feature without one weighs nothing."""

    weights: Mapping[str, float]

    def score(self, evidence: Mapping[str, str]) -> float:
        """The log odds that a finding with this evidence is right."""
        return sum(self.weights.get(feature, 0.0) for feature in features(evidence))

    def of(self, evidence: Mapping[str, str]) -> float:
        """The probability that a finding with this evidence is right, in 0–1, exclusive."""
        return round(logistic(self.score(evidence)), 4)

    def as_toml(self) -> str:
        """The table [weights]: the bias first, then by name."""
        names = sorted(self.weights, key=lambda name: (name != "bias", name))
        return "[weights]\n" + "".join(f"{_quoted(name)} = {float(self.weights[name])!r}\n" for name in names)


def logistic(score: float) -> float:
    """The probability of these log odds; beyond ±30 nothing more is known."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def load(ontology: Ontology) -> Confidence:
    """The weights of ``confidence.toml`` beside an ontology; without the file every finding has the same confidence.

    Raises:
        OntologyError: the file is not TOML or a weight is not a number.
    """
    file = ontology.folder / FILE
    if not file.exists():
        return Confidence({})
    table = read_toml(file).get("weights")
    if not isinstance(table, dict):
        raise OntologyError(f"{file}: the table [weights] is missing")
    for name, weight in table.items():
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not math.isfinite(weight):
            raise OntologyError(f"{file}: the weight of {name!r} is {weight!r}, not a number")
    return Confidence({str(name): float(weight) for name, weight in table.items()})


def _quoted(name: str) -> str:
    """The name as a TOML key: bare, or a string, which is JSON's but for one more character that must be escaped."""
    if _BARE.fullmatch(name):
        return name
    return json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")
