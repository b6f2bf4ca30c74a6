"""What the measurement of speed compares; how fast it is, no test asks."""

from pathlib import Path

import pytest

from annotations.errors import SourceError
from benchmarks.speed import PARTS, Seconds, articles_of, compared, parsed_text, spread, words

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def test_repeated_articles_differ_but_what_is_parsed_of_them_does_not() -> None:
    once, twice = list(articles_of(SEEDS, 1)), list(articles_of(SEEDS, 2))
    assert len({article.id for article in twice}) == len(twice) == 2 * len(once)
    assert parsed_text(twice) == 2 * parsed_text(once)
    assert words(parsed_text(twice)) == 2 * words(parsed_text(once)) > 0


def test_each_part_is_compared_with_the_bare_pipeline_of_its_own_turn() -> None:
    taken = {PARTS[0]: [Seconds(1.0, 1.0), Seconds(3.0, 2.0)], PARTS[1]: [Seconds(2.0, 2.0), Seconds(6.0, 4.0)]}
    bare, other = compared(taken, 600)
    assert "1.000 (1.000–1.000) of bare by the clock" in bare
    assert "0.500 (0.500–0.500) of bare by the clock, 0.500 (0.500–0.500) by the processor" in other
    assert "200 words/s" in other


def test_a_spread_is_the_median_with_its_quartiles() -> None:
    assert spread([0.9, 1.1, 1.0, 0.8, 1.2]) == "1.000 (0.900–1.100)"
    assert spread([0.97]) == "0.970"


def test_a_folder_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no \.txt file below this folder"):
        list(articles_of(tmp_path, 1))
