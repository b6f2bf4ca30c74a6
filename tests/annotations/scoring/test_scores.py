"""The figures equal the public scorer's, and the parts add up."""

import json
from pathlib import Path

import pytest

from annotations.formats.reading import read
from annotations.formats.record import Record
from annotations.scoring.levels import LEVELS
from annotations.scoring.report import as_object
from annotations.scoring.scores import Scores, score

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def gold() -> list[Record]:
    return read(HERE / "gold.jsonl")


@pytest.fixture(scope="module")
def predictions() -> list[Record]:
    return read(HERE / "predictions.jsonl")


@pytest.fixture(scope="module")
def scores(gold: list[Record], predictions: list[Record]) -> Scores:
    return score(gold, predictions)


def test_counts_and_ratios_are_exactly_the_public_scorers(scores: Scores) -> None:
    expected = json.loads((HERE / "expected.json").read_text("utf-8"))["scores"]
    assert as_object(scores)["micro"] == expected


def test_the_fixture_is_the_shared_one(shared: Path) -> None:
    for name in ("gold.jsonl", "predictions.jsonl", "expected.json"):
        assert (HERE / name).read_bytes() == (shared / "scoring" / name).read_bytes()


def test_types_add_up_to_all(scores: Scores) -> None:
    for level in LEVELS[1:]:
        for figure in ("gold", "predicted", "correct"):
            parts = [getattr(levels[level], figure) for levels in scores.types.values()]
            assert sum(parts) == getattr(scores.micro[level], figure)


def test_types_are_in_alphabetical_order_and_do_not_speak_of_ti(scores: Scores) -> None:
    assert list(scores.types) == sorted(scores.types)
    assert all(tuple(levels) == LEVELS[1:] for levels in scores.types.values())


def test_the_order_of_lines_does_not_matter(gold: list[Record], predictions: list[Record], scores: Scores) -> None:
    assert score(gold[::-1], predictions[::-1]) == scores


def test_a_file_against_itself_is_right_everywhere(gold: list[Record]) -> None:
    same = score(gold, gold)
    assert {counted.f1 for counted in same.micro.values()} == {1.0}
    assert (same.articles, same.unmatched, same.left_out) == (60, 0, 0)


def test_swapping_the_files_swaps_precision_and_recall(
    gold: list[Record], predictions: list[Record], scores: Scores
) -> None:
    swapped = score(predictions, gold)
    for level in LEVELS:
        assert swapped.micro[level].precision == scores.micro[level].recall


def test_no_gold_at_all_gives_counts_and_no_number(predictions: list[Record]) -> None:
    nothing = score([], predictions)
    assert nothing.left_out == 345
    assert {counted.f1 for counted in nothing.micro.values()} == {None}
