"""Bylines and lines of publication."""

import pytest

from annotations.articles.bylines import is_byline, is_publication, outlet_of


@pytest.mark.parametrize(
    "line",
    [
        "By Ida Bell",
        "By IDA BELL and LEV AL-AMSEL",
        "by Ida van der Bell, Tom Orrin Jr.",
        "By Ida Bell, Associated Press",
        "By Ida Bell | May 3, 2016",
        "By Ida Bell BBC News, High Fen",
        "Written by Ida Bell",
        "Posted by Port Sound Courier on May 3, 2016 at 10:15",
        "Ida Bell, Port Sound Courier",
        "Associated Press",
        "Reuters Staff",
        "From our correspondent",
        "ida@courier.example",
    ],
)
def test_a_byline_is_known(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday, rebels had withdrawn.",
        "By the time they left",
        "By and large the truce held.",
        "Army blames militia",
        "Associated Press reporters saw the attack.",
        "By " + "Ida Bell and " * 20,
    ],
)
def test_a_sentence_is_none(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "- 21.09.2016",
        "Karvia News, September 20, 2016",
        "Updated 10:15 GMT",
        "Last updated: 21 September 2016 at 9.30 a.m.",
        "Wed Sep 21, 2016 | 3:45pm EDT",
        "2016-09-21T10:15:00Z",
        "Published on 21st September 2016",
    ],
)
def test_a_line_of_publication_is_known(line: str) -> None:
    assert is_publication(line)


@pytest.mark.parametrize("line", ["Truce of 21 September 2016", "9/11", "Army shells market on May 3", "May", "1,200"])
def test_a_line_that_tells_more_is_none(line: str) -> None:
    assert not is_publication(line)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Karvia News, September 20, 2016", "Karvia News"),
        ("By Ida Bell, Associated Press", "Associated Press"),
        ("Source: Xinhua | 2016-05-06", "Xinhua"),
        ("By Ida Bell", None),
    ],
)
def test_the_outlet_is_as_it_is_written(line: str, outlet: str | None) -> None:
    assert outlet_of(line) == outlet
