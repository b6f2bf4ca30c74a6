"""What every line of an article is."""

import re
import textwrap
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.articles.zones import zones
from annotations.model import ZoneName
from tests.annotations.articles.newswire import ALL, Lines, text


def read(article: str) -> Lines:
    return tuple((zone.zone, article[zone.start : zone.end]) for zone in zones(article))


def zone_of(line: str, article: str) -> ZoneName:
    (zone,) = (zone for zone, found in read(article) if found == line)
    return zone


@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n\r\n", "\r", "\n\xa0\n"])
@pytest.mark.parametrize("name", ALL)
def test_every_line_of_a_habit_is_known(name: str, between: str) -> None:
    assert read(text(ALL[name], between)) == ALL[name]


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("name", ALL)
def test_wrapping_changes_nothing(name: str, width: int) -> None:
    wrapped = tuple((zone, part) for zone, line in ALL[name] for part in textwrap.wrap(line, width))
    article = "\n\n".join(textwrap.fill(line, width) for _, line in ALL[name])
    assert read(article) == wrapped


def test_the_zones_of_stories_glued_together_are_those_of_each() -> None:
    assert read("\n\n".join(map(text, ALL.values()))) == tuple(line for lines in ALL.values() for line in lines)


def agency_story(*lines: str) -> str:
    opening = "Island war goes on", "HIGH FEN (Reuters) - The war went on on Monday."
    return "\n\n".join((*opening, *lines, "The army denied it on Monday.", "(Reporting by Ida Bell)"))


def page(*lines: str) -> str:
    return "\n\n".join(("Island war goes on", "The war went on on Monday.", *lines, "The army denied it on Monday."))


@pytest.mark.parametrize("story", [agency_story, page])
@pytest.mark.parametrize(
    "line",
    [
        "By Friday, rebels had withdrawn from the harbour.",
        "For more than a year the siege has held.",
        "Reporting by Rights Monitor has shown that shells were used against the market in three towns.",
        "Follow-up talks are due on Monday.",
        "Related attacks killed four.",
        "The move is seen as a setback for the army.",
        "A soldier who was guarding the bridge died.",
        "Four lorries with flour have stood there since Tuesday.",
        "A photo released by the army shows four bodies in the road.",
        "Residents say they hold little hope.",
        "Residents leave at night if they can.",
        "By continuing to use barrel bombs, the army breaks the deal.",
        "To receive aid, families must register with the army.",
        "With agencies warning of famine, the UN urged a truce.",
        "Jabhat al-Bahr (JAB) – formerly a branch of the navy – denied it.",
        "The accord was signed in Port Sound on May 2, 2016.",
        "“They are stalling”",
        "“This will take months”, he said",
        "He said:",
        "- Guns will be pulled back by Friday",
        "Image matters to the generals, who denied the attack.",
        "More: the army wants a corridor.",
        "Live rounds were fired at the crowd.",
        "Share prices fell after the attack.",
        "Editing by the censor removed all mention of the raid.",
        "The rebels contributed to this report of the monitors by handing over maps, and shelled the town.",
        "AP was told by two officers that the raid failed.",
        "Reuters could not verify the report.",
    ],
)
def test_a_sentence_is_body_whatever_it_begins_with(line: str, story: Callable[..., str]) -> None:
    assert zone_of(line, story(line)) == "body"


@pytest.mark.parametrize("story", [agency_story, page])
@pytest.mark.parametrize(
    ("zone", "line"),
    [
        ("caption", "FILE PHOTO: The old harbour before the war."),
        ("caption", "A woman walks past a wrecked bakery on the quay."),
        ("caption", "The envoy (L) and the general are seen before their meeting."),
        ("caption", "[Sam Holt/Reuters]"),
        ("caption", "Photo by Sam Holt"),
        ("caption", "Monitors count shells on the pier, Port Sound, May 2, 2016."),
        ("crosshead", "NO WAY OUT"),
        ("crosshead", "U.N. “GRAVELY” WORRIED"),
        ("crosshead", "What happens next?"),
        ("crosshead", "A fragile calm"),
        ("debris", "ADVERTISEMENT"),
        ("debris", "Story continues below advertisement"),
        ("debris", "WATCH: Drone films ruined harbour"),
        ("debris", "Sign up for our newsletter"),
        ("debris", "https://courier.example/karvia"),
        ("debris", "* * *"),
        ("debris", "3 shares"),
        ("debris", "(c) 2016 Port Sound Courier"),
        ("byline", "Last updated: 2 May 2016 at 9.30 a.m."),
    ],
)
def test_what_interrupts_the_body_is_told_from_it(zone: ZoneName, line: str, story: Callable[..., str]) -> None:
    assert zone_of(line, story(line)) == zone


def test_a_sentence_broken_in_two_is_body_on_both_sides() -> None:
    first, second = "The army, which holds the hills, may have hit the", "harbour by mistake, two officers said."
    article = page(first, second)
    assert (zone_of(first, article), zone_of(second, article)) == ("body", "body")


def test_a_caption_that_a_page_prints_twice_is_one_both_times() -> None:
    once = "Dockers gather around a crater on the quay where a mine blew up"
    assert read(agency_story(once, once + ". REUTERS/Ida Bell"))[2:4] == (
        ("caption", once),
        ("caption", once + ". REUTERS/Ida Bell"),
    )


def test_a_photo_credit_right_below_makes_a_caption() -> None:
    line = "The quay on the morning after the raid."
    assert zone_of(line, agency_story(f"{line}\nREUTERS/Ida Bell")) == "caption"
    assert zone_of(line, agency_story(f"{line}\n\nREUTERS/Ida Bell")) == "body"


def test_without_a_dateline_a_summary_goes_on_with_the_headline() -> None:
    article = "Island war goes on\n\nArmy and militia both claim the harbour\n\nBy Ida Bell\n\nThe war went on."
    assert [zone for zone, _ in read(article)] == ["headline", "headline", "byline", "body"]


def test_what_hangs_below_the_last_sentence_is_caption_or_debris() -> None:
    article = (
        "Island war goes on\n\nThe war went on.\n\nA disused lighthouse\n\nEnvoy 'hopeful': council backs island plan"
    )
    assert [zone for zone, _ in read(article)] == ["headline", "body", "caption", "debris"]


def test_a_repeated_headline_is_one() -> None:
    assert [zone for zone, _ in read("War goes on\n\nWar goes on\n\nThe war went on.")] == [
        "headline",
        "headline",
        "body",
    ]


def test_a_headline_may_be_all_there_is() -> None:
    assert read("Truce holds on island") == (("headline", "Truce holds on island"),)


def test_a_text_may_have_no_headline() -> None:
    assert read("The truce held on Monday. It held on Tuesday.")[0][0] == "body"


def test_lines_without_any_full_stop_are_not_thrown_away() -> None:
    assert [zone for zone, _ in read("Truce holds\n\nguns are silent\n\nferries sail")] == ["headline", "body", "body"]


def test_nothing_has_no_zones() -> None:
    assert zones("") == zones(" \r\n\xa0") == ()


LINES = [line for part in ALL.values() for _, line in part]
wild = st.text(st.characters(exclude_categories=["Cs"]))


@given(
    st.lists(st.one_of(st.sampled_from([*LINES, "", " \xa0", "\0", "\u202etfel", "مرحبا", "終わり。"]), wild)),
    st.sampled_from(["\n", "\n\n", "\r\n", "\r"]),
)
def test_zones_are_the_lines_that_are_not_blank_in_order(chosen: list[str], between: str) -> None:
    article = between.join(chosen)
    found = zones(article)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert [article[zone.start : zone.end] for zone in found] == [
        line.strip() for line in re.split(r"\r\n|[\r\n\u2028\u2029]", article) if line.strip()
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "File-sharing site raided on island",
        "Support our troops, minister tells island",
        "What next for the island?",
        "Karvia: Who is fighting whom",
        "RIMA: rebels retreat",
        "Envoy: 'No peace without U.S. or U.N.'",
        "3 dead in island raid",
        "iPhone maker leaves island",
        "Watch: Drone films ruined harbour",
        "TRUCE HOLDS",
    ],
)
def test_a_headline_may_look_like_something_else(headline: str) -> None:
    article = f"Share\n\n{headline}\n\nThe truce held on Monday, officers said.\n\nIt held on Tuesday."
    assert read(article)[1] == ("headline", headline)
    assert read(f"{headline}\n\nRIMA (Reuters) - The truce held on Monday.")[0] == ("headline", headline)
