"""The newswire that lies beside the project."""

import itertools
import json
import time
from pathlib import Path

import pytest

from annotations.articles.nearcopies import CONTAINMENT, near, shingles
from annotations.articles.sources import find, read_source
from annotations.articles.zones import zones
from annotations.model import Article, SourceText


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[SourceText]:
    return [read_source(path) for path in find([shared / "seeds"]) if isinstance(path, Path)]


@pytest.fixture(scope="module")
def articles(seeds: list[SourceText]) -> dict[str, Article]:
    return {article.id: article for seed in seeds for article, _ in seed.articles}


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (shared / "gold/dev.jsonl").read_text("utf-8").splitlines()]


def test_five_sources_hold_fifteen_articles_twenty_three_times(
    seeds: list[SourceText], articles: dict[str, Article]
) -> None:
    assert len(seeds) == 5
    assert sum(len(seed.articles) for seed in seeds) == 23
    assert len(articles) == 15


def test_articles_stand_where_gold_says(seeds: list[SourceText], gold: list[dict[str, object]]) -> None:
    found = {
        (seed.source.label, occurrence.start, occurrence.end, article.id)
        for seed in seeds
        for article, occurrence in seed.articles
    }
    assert {(row["source"], row["start"], row["end"], row["id"]) for row in gold} <= found


def test_every_line_has_the_zone_that_gold_gives_it(gold: list[dict[str, object]]) -> None:
    for row in gold:
        text = str(row["text"])
        assert [{"zone": z.zone, "start": z.start, "end": z.end} for z in zones(text)] == row["zones"]


def test_titles_are_those_of_gold(articles: dict[str, Article], gold: list[dict[str, object]]) -> None:
    assert {row["id"]: row["title"] for row in gold} == {str(row["id"]): articles[str(row["id"])].title for row in gold}


def test_different_stories_are_not_near_by_far(articles: dict[str, Article]) -> None:
    found = [shingles(article.story) for article in articles.values()]
    assert max(len(a & b) / min(len(a), len(b)) for a, b in itertools.combinations(found, 2)) < CONTAINMENT / 2


def test_a_story_cut_in_half_with_its_names_replaced_is_near(articles: dict[str, Article]) -> None:
    names = {"Russia": "Russian Federation", "U.S.": "USA", "ceasefire": "cease-fire", "said": "stated"}
    for article in articles.values():
        version = article.story
        for name, other in names.items():
            version = version.replace(name, other)
        half = "\n".join(version.split("\n")[::2])
        assert near(shingles(article.story), shingles(half))


@pytest.mark.parametrize(
    "source",
    [
        b"The army said on Monday that it had shelled the harbour (again). " * 16_000,
        "\n\n".join(f"The army said on day {day} that it would go on." for day in range(10_000)).encode(),
        "\n".join(f"Line {line} without a full stop" for line in range(10_000)).encode(),
        "\n".join(["Read more", *["Island war goes on"] * 10_000]).encode(),
    ],
    ids=["a megabyte in one line", "10,000 sentences", "10,000 lines", "10,000 links"],
)
def test_large_articles_are_read_in_no_time(source: bytes) -> None:
    started = time.process_time()
    read_source(source)
    assert time.process_time() - started < 2
