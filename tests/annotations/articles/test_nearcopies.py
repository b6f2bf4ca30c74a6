"""Near-copies by containment of word 3-shingles."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.articles.article import article
from annotations.articles.nearcopies import (
    FEWEST,
    may_be_near,
    near,
    sample,
    shingles,
)
from tests.annotations.articles.newswire import AGENCY, text

WORDS = [f"{stem}{ending}" for stem in ("harbour", "ferry", "shell", "truce", "monitor") for ending in range(60)]
hashes = st.integers(-(2**63), 2**63 - 1)


def words(count: int, seed: int) -> list[str]:
    return random.Random(seed).choices(WORDS, k=count)


def changed(story: list[str], one_in: int) -> list[str]:
    return [f"other{at}" if at % one_in == 0 else word for at, word in enumerate(story)]


def are_near(a: list[str], b: list[str]) -> bool:
    return near(shingles(" ".join(a)), shingles(" ".join(b)))


def test_a_shortened_story_is_near() -> None:
    story = words(600, 1)
    assert are_near(story, story[:150])


@pytest.mark.parametrize("one_in", [10, 7, 5])
def test_a_reworded_story_is_near(one_in: int) -> None:
    story = words(600, 1)
    assert are_near(story, changed(story, one_in))


def test_a_reworded_part_is_near() -> None:
    story = words(600, 1)
    assert are_near(story, changed(story[200:400], 6))


def test_two_stories_that_share_a_paragraph_are_not_near() -> None:
    background = words(50, 3)
    assert not are_near(words(400, 1) + background, words(400, 2) + background)


def test_texts_too_short_to_tell_are_not_near() -> None:
    story = words(FEWEST + 1, 1)
    assert not are_near(story, story)
    assert not are_near([], [])


def test_case_and_punctuation_do_not_matter() -> None:
    assert shingles("The TRUCE, he said: holds!") == shingles("the truce he said holds")


def test_hashes_are_the_same_on_every_machine_and_fit_a_database() -> None:
    assert shingles("the truce holds") == {-1409690779807324500}


def test_fewer_than_three_words_have_no_shingle() -> None:
    assert shingles("truce holds") == shingles("") == frozenset()


@given(st.frozensets(hashes))
def test_a_sample_is_part_of_the_whole_and_never_empty_of_some(found: frozenset[int]) -> None:
    assert sample(found) <= found
    assert bool(sample(found)) == bool(found)


@given(st.frozensets(hashes, min_size=1), st.frozensets(hashes, min_size=1))
def test_nearness_is_mutual(a: frozenset[int], b: frozenset[int]) -> None:
    assert near(a, b) == near(b, a)


def test_a_sample_is_about_an_eighth() -> None:
    found = shingles(" ".join(words(4000, 1)))
    assert 0.1 < len(sample(found)) / len(found) < 0.15


def test_the_samples_of_near_copies_tell_that_they_may_be_near() -> None:
    for seed in range(50):
        story = words(500, seed)
        a, b = (sample(shingles(" ".join(version))) for version in (story, changed(story[100:300], 6)))
        assert may_be_near(len(a & b), len(a), len(b))


def test_samples_that_share_nothing_are_not_worth_a_look() -> None:
    assert not may_be_near(0, 0, 5)


def test_captions_and_credits_are_not_compared() -> None:
    compared = article(text(AGENCY)).story
    assert compared.startswith("Port Sound ferry talks collapse")
    assert "Fishermen" not in compared
    assert "Editing by" not in compared
