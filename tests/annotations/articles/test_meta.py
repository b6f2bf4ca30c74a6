"""What an article says of its own publication."""

import pytest

from annotations.articles.article import article
from annotations.model import Meta
from tests.annotations.articles.newswire import AGENCY, ALL, AMERICAN, BROADCASTER, CHINESE, FRENCH, LOCAL, Lines, text


@pytest.mark.parametrize(
    ("lines", "meta"),
    [
        (AGENCY, Meta(dateline="PORT SOUND, Karvia", outlet="Reuters")),
        (AMERICAN, Meta(dateline="HIGH FEN, Karvia", outlet="AP")),
        (FRENCH, Meta(dateline="High Fen (Karvia)", outlet="AFP")),
        (BROADCASTER, Meta(published="2016-05-04")),
        (LOCAL, Meta(published="2016-05-05", outlet="Port Sound Courier")),
        (CHINESE, Meta(dateline="HIGH FEN", published="2016-05-06", outlet="Xinhua")),
    ],
)
def test_meta_is_what_the_text_gives(lines: Lines, meta: Meta) -> None:
    assert article(text(lines)).meta == meta


@pytest.mark.parametrize("name", ALL)
def test_the_title_is_the_headline(name: str) -> None:
    assert article(text(ALL[name])).title == next(line for zone, line in ALL[name] if zone == "headline")


def test_a_wrapped_headline_is_one_title() -> None:
    wrapped = (
        "Island army and harbour militia agree to pull back from the old\nquarter of High Fen\n\n"
        "The two sides agreed on Monday to pull back their guns from the old\nquarter, the envoy said.\n"
    )
    title = "Island army and harbour militia agree to pull back from the old quarter of High Fen"
    assert article(wrapped).title == title


def test_a_text_without_headline_has_no_title() -> None:
    assert article("The truce held on Monday.").title == ""


def test_the_day_beside_an_outlet_goes_before_a_day_alone() -> None:
    reprint = "Truce holds\n\n- 21.05.2016\n\nKarvia News, May 19, 2016\n\nThe truce held, officers said."
    assert article(reprint).meta == Meta(published="2016-05-19", outlet="Karvia News")


def test_a_day_that_could_be_two_is_none() -> None:
    assert article("Truce holds\n\n4/5/2016\n\nThe truce held, officers said.").meta == Meta()


def test_the_dateline_gives_the_day_only_with_its_year() -> None:
    assert article("Truce holds\n\nHIGH FEN, May 3 (Reuters) - It held.").meta.published is None
    assert article("Truce holds\n\nHIGH FEN, May 3, 2016 (Reuters) - It held.").meta.published == "2016-05-03"
