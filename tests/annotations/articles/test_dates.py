"""Dates and times of day."""

from datetime import date

import pytest

from annotations.articles.dates import dates, without_dates


@pytest.mark.parametrize(
    "text",
    [
        "2016-09-21",
        "2016-09-21T10:15:00Z",
        "21.09.2016",
        "21/09/2016",
        "09/21/2016",
        "Sept. 21, 2016",
        "September 21 2016",
        "Wed Sep 21, 2016 | 3:45pm EDT",
        "Wednesday, 21st September 2016 at 9.30 a.m.",
    ],
)
def test_a_date_is_read_in_any_form(text: str) -> None:
    assert [written.day for written in dates(text)] == [date(2016, 9, 21)]


@pytest.mark.parametrize("text", ["4/5/2016", "31 June 2016", "Sept 21"])
def test_a_date_without_a_certain_day_has_none(text: str) -> None:
    assert [written.day for written in dates(text)] == [None]


@pytest.mark.parametrize("text", ["", "May", "the 21 of them", "1.5 million", "9/11"])
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert list(dates(text)) == []


def test_dates_and_times_can_be_taken_out() -> None:
    assert without_dates("Updated 21 May 2016 at 10:15 GMT by Ida").split() == ["Updated", "at", "by", "Ida"]
