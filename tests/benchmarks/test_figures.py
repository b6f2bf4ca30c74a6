"""The table of figures: marked as the scorer does, drawn again by articles, printed as Markdown."""

import pytest

from annotations.model import Argument, Event, Proposal, Span
from benchmarks.figures import Marked, figures, mark, table, with_intervals

TEXT = "Rebels shelled the port and killed two guards."


def event(trigger: str, event_type: str, status: str = "occurred", *actors: str) -> Event:
    def span(text: str) -> Span:
        return Span.of(TEXT, TEXT.index(text), TEXT.index(text) + len(text))

    return Event("a", event_type, span(trigger), status, tuple(Argument(span(actor), "actor") for actor in actors))


SHELLED = event("shelled", "Attack.Shell", "occurred", "Rebels")
KILLED = event("killed", "Harm.Kill", "occurred", "Rebels")
PERFECT = mark([SHELLED, KILLED], [Proposal(SHELLED, 1.0), Proposal(KILLED, 1.0)])
MISSED = mark([SHELLED, KILLED], [])


@pytest.fixture
def half_right() -> Marked:
    """A right event of another status without its actor, and one of the wrong type."""
    other = event("shelled", "Attack.Shell", "planned")
    return mark([SHELLED, KILLED], [Proposal(other, 0.9), Proposal(event("killed", "Harm.Injure"), 0.3)])


def test_figures_are_the_scorers_over_all_articles(half_right: Marked) -> None:
    found = figures([half_right, MISSED])
    assert found["TI precision"] == 1
    assert found["TI recall"] == 0.5
    assert (found["TC precision"], found["TC recall"]) == (0.5, 0.25)
    assert found["TC F1"] == pytest.approx(1 / 3)
    assert (found["AC+ precision"], found["AC+ recall"]) == (None, 0)


def test_a_status_is_asked_for_where_trigger_and_type_are_right(half_right: Marked) -> None:
    assert figures([half_right])["status, on matched triggers"] == 0
    assert figures([half_right, PERFECT])["status, on matched triggers"] == pytest.approx(2 / 3)


def test_a_confidence_is_held_against_trigger_and_type(half_right: Marked) -> None:
    assert figures([half_right])["calibration error of the confidence"] == pytest.approx((0.1 + 0.3) / 2)


def test_articles_that_are_alike_have_no_interval_and_others_have_one(half_right: Marked) -> None:
    alike = with_intervals([half_right] * 5, resamples=50)["TC F1"]
    assert alike.low == alike.value == alike.high
    mixed = with_intervals([PERFECT, MISSED, half_right, PERFECT], resamples=200)["TC F1"]
    assert mixed.low is not None
    assert mixed.value is not None
    assert mixed.high is not None
    assert mixed.low < mixed.value < mixed.high


def test_the_same_gold_gives_the_same_intervals(half_right: Marked) -> None:
    articles = [PERFECT, MISSED, half_right]
    assert with_intervals(articles, resamples=50) == with_intervals(articles, resamples=50)


def test_the_table_has_a_column_for_each_gold_file_and_says_where_there_is_nothing(half_right: Marked) -> None:
    lines = table({"one.jsonl": [PERFECT, half_right], "two.jsonl": [MISSED]}, resamples=20).splitlines()
    assert lines[0] == "|  | one.jsonl | two.jsonl |"
    assert lines[2:4] == ["| articles | 2 | 1 |", "| events | 4 | 2 |"]
    assert {line.count("|") for line in lines} == {4}
    assert "| TC precision | 0.750" in "\n".join(lines)
    assert next(line for line in lines if line.startswith("| TC precision")).endswith("| n = 0 |")
