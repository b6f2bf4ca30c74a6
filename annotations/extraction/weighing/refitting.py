"""Refitting: the confidence of an extractor from a project's own decisions.

Few decisions correct the weights that came with the ontology by how often each group of rules was right, smoothed by
what those weights expected; many fit the weights anew, around them.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotations.errors import StoreError
from annotations.extraction.weighing import calibration, confidence
from annotations.extraction.weighing.calibration import Example
from annotations.extraction.weighing.confidence import Confidence, features, kind
from annotations.ontology import Ontology
from annotations.store import reading, runs
from annotations.store.confidence import Fitted
from annotations.store.connection import snapshot
from annotations.store.facets import Facets, facets_of
from annotations.store.runs import RunProposal

ENOUGH = 20
"""Complete articles from which on the model itself is fitted."""
STRENGTH = 20
"""What is expected of a rate counts as so many proposals: rates that differ by 0.08 (one standard deviation) around
0.85, from project to project and from group to group, are a Beta distribution of about that size."""
DIGITS = 3
"""Decimals of a weight."""
_KINDS = {"group", "part_of_speech", "role", "rule"}
"""Kinds of features that are fitted whether or not a shipped weight is of them."""


@dataclass(frozen=True, slots=True)
class Refit:
    """New weights, and how they were come by."""

    fitted: Fitted
    by_model: bool
    """Whether the model was fitted; if not, its rates were corrected."""


def refit(connection: sqlite3.Connection, ontology: Ontology, reviewer: str, extractor: str) -> Refit:
    """The weights that a reviewer's decisions make; nothing is written.

    Raises:
        StoreError: the reviewer has decided nothing that the extractor proposes now.
        OntologyError: the weights beside the ontology are malformed.
    """
    with snapshot(connection):
        complete = 0
        examples: list[Example] = []
        for article in reading.article_ids(connection):
            if runs.covers(connection, article, extractor):
                facets = facets_of(connection, reviewer, article)
                complete += facets.complete
                examples += _examples(article, runs.live(connection, article, extractor), facets)
    if not examples:
        raise StoreError(
            f"{reviewer} has decided nothing that {extractor} proposes: there is nothing to refit its confidence from"
        )
    shipped = confidence.load(ontology).weights
    by_model = complete >= ENOUGH
    weights = by_regression(examples, shipped) if by_model else by_rates(examples, shipped)
    return Refit(
        Fitted(
            extractor=extractor,
            ontology=ontology.id,
            reviewer=reviewer,
            complete=complete,
            judged=len(examples),
            correct=sum(each.right for each in examples),
            weights={name: round(weight, DIGITS) for name, weight in weights.items()},
        ),
        by_model,
    )


def by_rates(examples: Sequence[Example], shipped: Mapping[str, float]) -> dict[str, float]:
    """The weights, corrected so that rates come to (expected · STRENGTH + right) / (STRENGTH + n).

    First the rate of all examples, by the bias; then that of each group of rules, by the group's weight.
    """
    weights = dict(shipped)
    _correct(weights, "bias", examples)
    groups = sorted({name for each in examples for name in features(each.evidence) if kind(name) == "group"})
    for group in groups:
        _correct(weights, group, [each for each in examples if group in features(each.evidence)])
    return weights


def by_regression(examples: Sequence[Example], shipped: Mapping[str, float]) -> dict[str, float]:
    """The weights around those shipped, of single rules too, by the penalty that does best on unseen articles."""
    kinds = sorted({kind(name) for name in shipped} | _KINDS)
    chosen = calibration.choose_penalty(examples, kinds, shipped)
    return calibration.fit(examples, kinds, chosen.penalty, shipped)


def _correct(weights: dict[str, float], feature: str, examples: Sequence[Example]) -> None:
    model = Confidence(weights)
    scores = [model.score(each.evidence) for each in examples]
    expected = sum(confidence.logistic(score) for score in scores) / len(scores)
    rate = (expected * STRENGTH + sum(each.right for each in examples)) / (STRENGTH + len(examples))
    weights[feature] = weights.get(feature, 0.0) + calibration.offset(scores, rate)


def _examples(article: str, proposed: Iterable[RunProposal], facets: Facets) -> Iterator[Example]:
    """The proposals that a reviewer's decisions say something of (law 6)."""
    gold = facets.gold
    for each in proposed:
        ruling = facets.rulings.get(each.event)
        decided = facets.complete if ruling is None else ruling.verdict.verdict != "skip"
        if each.event in gold or decided:
            yield Example(article, each.proposal.evidence, each.event in gold)
