"""How good the rules are on gold: floors that a change of rules must not fall below."""

import json
from pathlib import Path

import pytest

from annotations.extraction.rules import RulesExtractor
from annotations.model import Article, Zone

SAMPLE = Path(__file__).resolve().parents[3] / "seeds" / "gold.jsonl"


def f1(gold: set[object], predicted: set[object]) -> float:
    return 2 * len(gold & predicted) / (len(gold) + len(predicted))


def measured(rules: RulesExtractor, file: Path) -> tuple[float, float]:
    """F1 of triggers with their type, and of arguments with their role on the right trigger."""
    records = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    articles = [
        Article(record["text"], tuple(Zone(zone["start"], zone["end"], zone["zone"]) for zone in record["zones"]))
        for record in records
    ]
    gold: list[set[object]] = [set(), set()]
    predicted: list[set[object]] = [set(), set()]
    for record, (article, _, proposals) in zip(records, rules.propose(articles), strict=True):
        for event in record["events"]:
            trigger = (article.id, event["trigger"]["start"], event["trigger"]["end"], event["type"])
            gold[0].add(trigger)
            gold[1].update((*trigger, a["role"], a["start"], a["end"]) for a in event["arguments"])
        for proposal in proposals:
            found = proposal.event
            trigger = (article.id, found.trigger.start, found.trigger.end, found.type)
            predicted[0].add(trigger)
            predicted[1].update((*trigger, a.role, a.span.start, a.span.end) for a in found.arguments)
    return f1(gold[0], predicted[0]), f1(gold[1], predicted[1])


@pytest.mark.parametrize("name", ["dev.jsonl"])
def test_on_the_development_articles(rules: RulesExtractor, shared: Path, name: str) -> None:
    triggers, arguments = measured(rules, shared / "gold" / name)
    assert triggers >= 0.93
    assert arguments >= 0.78


def test_on_the_sample_corpus(rules: RulesExtractor) -> None:
    triggers, arguments = measured(rules, SAMPLE)
    assert triggers >= 0.92
    assert arguments >= 0.82
