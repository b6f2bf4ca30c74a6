"""The object and the table that the command prints."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.formats.reading import read
from annotations.scoring.levels import LEVELS, Count
from annotations.scoring.report import as_object, as_table
from annotations.scoring.scores import Scores, score
from annotations.scoring.so_far import Judged, SoFar, so_far
from tests.annotations.scoring.articles import SOURCE_TEXT, article, event

HERE = Path(__file__).parent
NOTHING = score([], [])


@pytest.fixture(scope="module")
def scores() -> Scores:
    return score(read(HERE / "gold.jsonl"), read(HERE / "predictions.jsonl"))


@pytest.fixture(scope="module")
def decided() -> SoFar:
    proposal = event(SOURCE_TEXT, 10)
    return so_far(
        [
            Judged(proposal, "accept", proposal),
            Judged(proposal, "reject"),
            Judged(proposal, "skip"),
        ],
        "order",
    )


def test_the_object_has_every_level_with_counts_and_ratios(scores: Scores) -> None:
    micro = json.loads(json.dumps(as_object(scores), allow_nan=False))["micro"]
    assert list(micro) == list(LEVELS)
    assert list(micro["TI"]) == ["gold", "predicted", "correct", "precision", "recall", "f1"]


def test_a_ratio_of_nothing_is_null_in_the_object() -> None:
    assert as_object(NOTHING)["micro"]["AC+"] == {  # type: ignore[index]
        "gold": 0, "predicted": 0, "correct": 0, "precision": None, "recall": None, "f1": None,
    }  # fmt: skip


def test_the_object_says_what_was_left_out_and_what_no_line_reached() -> None:
    found = as_object(score([article(0, 20, 5), article(20, 40)], [article(0, 20, 5), article(40, 60, 45)]))
    assert (found["articles"], found["unmatched"], found["left_out"]) == (2, 1, 1)


def test_precision_so_far_stands_apart_and_has_no_f1(decided: SoFar) -> None:
    found = as_object(NOTHING, decided)["so_far"]
    assert isinstance(found, dict)
    assert found["micro"]["TC"] == {"predicted": 2, "correct": 1, "precision": 0.5}
    assert (found["decided"], found["undecided"], found["order"]) == (2, 1, "order")
    assert "so_far" not in as_object(NOTHING)


def test_the_table_has_the_figures_of_the_object(scores: Scores) -> None:
    lines = as_table(scores).splitlines()
    assert lines[0] == "60 complete articles."
    assert lines[2].split() == ["gold", "predicted", "correct", "precision", "recall", "F1"]
    assert [line.split() for line in lines[3:5]] == [
        ["TI", "329", "340", "220", "0.647", "0.669", "0.658"],
        ["TC", "329", "345", "203", "0.588", "0.617", "0.602"],
    ]
    for name, levels in scores.types.items():
        rows = [line.split()[1:4] for line in lines if line.startswith(f"{name} ")]
        assert rows == [
            [str(levels[level].gold), str(levels[level].predicted), str(levels[level].correct)]
            for level in ("TC", "AC+")
        ]


def test_the_table_fits_80_columns(scores: Scores, decided: SoFar) -> None:
    crowded = replace(scores, unmatched=123_456, left_out=1_234_567)
    assert max(map(len, as_table(crowded, decided).splitlines())) <= 80


def test_where_n_is_zero_the_table_says_so() -> None:
    figures = dict.fromkeys(LEVELS, Count(0, 3, 0))
    row = as_table(replace(NOTHING, articles=1, micro=figures)).splitlines()[3]
    assert row.split() == ["TI", "0", "3", "0", "0.000", "–", "n=0", "0.000"]


def test_without_a_complete_article_there_is_a_sentence_and_no_table() -> None:
    left = score([article(0, 20, 5, complete=False)], [article(0, 20, 5)])
    assert as_table(left).splitlines() == [
        "No article is complete (n=0): there is no recall and no F1.",
        "Left out: 1 prediction outside complete articles.",
    ]


def test_precision_so_far_is_printed_with_its_n_and_its_order(decided: SoFar) -> None:
    table = as_table(NOTHING, decided)
    assert "Precision so far, over 2 decided candidates in order;" in table
    assert "accept 1, edit 0, reject 1, skip 1; undecided 1 with the skipped." in table
    assert "no candidate is decided (n=0); 1 undecided" in as_table(
        NOTHING, so_far([Judged(event(SOURCE_TEXT, 10), None)], "order")
    )


def test_a_type_from_a_file_cannot_steer_the_terminal() -> None:
    hostile = {
        "\x1b[31mred\r\u202e": dict.fromkeys(LEVELS, Count(1, 1, 1)),
        "long" * 99: dict.fromkeys(LEVELS, Count(1, 1, 1)),
    }
    table = as_table(replace(NOTHING, articles=1, types=hostile))
    assert all(line.isprintable() for line in table.split("\n"))
    assert max(map(len, table.split("\n"))) <= 80
    assert "longlonglonglonglonglo…" in table
