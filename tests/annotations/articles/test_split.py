"""Several stories in one source."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.articles.paragraphs import lines
from annotations.articles.split import stories, whole
from tests.annotations.articles.newswire import AGENCY, ALL, AMERICAN, BROADCASTER, LOCAL, text


def split(source: str) -> list[str]:
    return [source[start:end] for start, end in stories(source)]


@pytest.mark.parametrize("name", ALL)
def test_one_story_stays_one(name: str) -> None:
    assert split(text(ALL[name])) == [text(ALL[name])]


@pytest.mark.parametrize("between", ["\n\n", "\r\n\r\n", "\n\n\xa0\n\n", "\n\n\n\n\n"])
def test_stories_of_all_habits_come_apart(between: str) -> None:
    parts = [text(lines) for lines in ALL.values()]
    assert split(between.join(parts)) == parts


def test_share_belongs_to_the_story_below_and_advertisement_to_the_one_above() -> None:
    first = text((*AGENCY, ("debris", "Advertisement")))
    second = text((("debris", "Share"), *AMERICAN))
    assert split(f"{first}\n\n{second}") == [first, second]


def test_a_related_headline_at_the_end_belongs_to_its_story() -> None:
    first = text((*AGENCY, ("debris", "Envoy to brief council on island war")))
    assert split(first) == [first]
    second = text(BROADCASTER)
    assert split(f"{first}\n\n{second}") == [first, second]


def test_a_story_without_credit_ends_where_the_next_headline_has_its_byline() -> None:
    first, second = text(AGENCY[:-2]), text(AMERICAN)
    assert split(f"{first}\n\n{second}") == [first, second]


def test_a_story_without_credit_or_byline_begins_below_what_a_page_puts_above() -> None:
    first = "Ferry sinks off island\n\nA ferry sank off Karvia on Monday."
    second = "Share\n\nIsland army blames militia for ferry\n\nThe army said that a mine sank it."
    assert split(f"{first}\n\n{second}") == [first, second]


def test_a_rule_across_the_page_parts_stories() -> None:
    first = "Ferry sinks off island\n\nA ferry sank off Karvia on Monday.\n\n=========="
    second = "Army blames militia for ferry\n\nThe army said that a mine sank it."
    assert split(f"{first}\n\n{second}") == [first, second]


def test_a_sections_name_goes_with_the_headline_below_it() -> None:
    first, second = text(AGENCY), "WORLD\n\n" + text(LOCAL[1:])
    assert split(f"{first}\n\n{second}") == [first, second]


def test_crossheads_and_captions_begin_no_story() -> None:
    body = "\n\n".join(
        [
            "Truce holds",
            "PORT SOUND (Reuters) - It held.",
            "NO FUEL AT ALL",
            "The town is dark.",
            "A dark pier",
            "It is cold.",
        ]
    )
    assert split(body) == [body]


def test_a_headline_may_stand_alone() -> None:
    assert split("\nTruce holds on island\n") == ["Truce holds on island"]


def test_a_note_on_the_version_above_the_body_ends_nothing() -> None:
    story = text((AGENCY[0], ("credit", "(Adds details, quotes)"), *AGENCY[1:]))
    assert split(story) == [story]


def test_whole_takes_everything_but_the_blank_edges() -> None:
    assert whole("\n\xa0\n a\n\nb \r\n") == ((4, 8),)
    assert whole(" \n") == ()


@given(
    st.lists(st.sampled_from([line for part in ALL.values() for _, line in part] + ["", " \xa0", "\0", "\u202eabc"]))
)
def test_no_line_is_lost_or_told_twice(chosen: list[str]) -> None:
    source = "\n".join(chosen)
    found = stories(source)
    assert all(before[1] < after[0] for before, after in pairwise(found))
    assert [source[a:b] for a, b in lines(source)] == [
        source[start + a : start + b] for start, end in found for a, b in lines(source[start:end])
    ]
