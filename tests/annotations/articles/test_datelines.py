"""Datelines of many agencies."""

import pytest

from annotations.articles.datelines import dateline


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("RIMA, Karvia (Reuters) – The", "RIMA, Karvia", "Reuters"),
        ("RIMA/HIGH FEN, Karvia (Reuters) - The", "RIMA/HIGH FEN, Karvia", "Reuters"),
        ("RIMA, Sept 21 (Reuters) - The", "RIMA", "Reuters"),
        ("RIMA (AP) — The", "RIMA", "AP"),
        ("RIMA (AP) _ The", "RIMA", "AP"),
        ("Rima (AFP) - The", "Rima", "AFP"),
        ("RIMA, Sept. 21 (Xinhua) -- The", "RIMA", "Xinhua"),
        ("RIMA, May 3, 2016 /Tidewire/ -- The", "RIMA", "Tidewire"),
        ("PORT SOUND (Tidewire) — The", "PORT SOUND", "Tidewire"),
        ("UNITED NATIONS (AP) -- The", "UNITED NATIONS", "AP"),
        ("RIMA, Karvia — The", "RIMA, Karvia", None),
        ("AL-RIMA, Karvia, May 3, 2016 — The", "AL-RIMA, Karvia", None),
        ("Rima, 3 May 2016 – The", "Rima", None),
        ("RIMA: The", "RIMA", None),
        ("(CNN) — The", None, "CNN"),
        ("(CNN)The", None, "CNN"),
        ("Sept 21 (Reuters) - The", None, "Reuters"),
    ],
)
def test_a_dateline_gives_place_and_agency_and_where_the_story_begins(
    text: str, place: str | None, agency: str | None
) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.place, found.agency, text[found.end :]) == (place, agency, "The")


@pytest.mark.parametrize(
    "text",
    [
        "FILE PHOTO: The harbour before the war",
        "FILE - In this May 3, 2016 photo, the harbour",
        "UPDATE 1-Truce holds",
        "WATCH: Drone films harbour",
        "Q: What did you see?",
        "U.S. troops – some of whom left",
        "The army (SAA) said",
        "The envoy (AP) said",
        "“RIMA” — a play",
        "Rima — the town's name means bay",
        "",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert dateline(text) is None
