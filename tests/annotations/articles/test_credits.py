"""Credits, and what only begins like one."""

import pytest

from annotations.articles.credits import is_closing_credit, is_credit


@pytest.mark.parametrize(
    "text",
    [
        "(Reporting by Ida Bell; Editing by Pia Rost)",
        "(Writing by Ida Bell; editing by Pia Rost)",
        "(Additional reporting by Lev Amsel in RIMA; Writing by Ida Bell)",
        "(Reporting and writing by Ida Bell",
        "Reporting by Ida Bell and Tom Orrin; Editing by Pia Rost",
        "Edited by: Pia Rost",
        "Compiled by Ida Bell",
        "Associated Press writers Lev Amsel in Rima and Ana Pell in Geneva contributed to this report.",
        "Lev Amsel contributed reporting from Rima.",
    ],
)
def test_who_worked_on_it_closes_a_story(text: str) -> None:
    assert is_closing_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "(This version of the story corrects the date)",
        "(Adds quotes, background)",
        "This story has been corrected to show that the mayor lives.",
        "Correction: the ferry was not sunk.",
        "Source: Tidewire",
        "(PTI)",
        "— Reuters",
        "ib/to/pr",
        "With inputs from agencies",
    ],
)
def test_a_note_or_source_is_a_credit_that_closes_nothing(text: str) -> None:
    assert is_credit(text)
    assert not is_closing_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reporting by Rights Monitor has shown that shells were used against the market in three towns.",
        "Writing by hand, the general ordered a retreat.",
        "Editing by the censor removed the names.",
        "The raid contributed to the fall of the town.",
        "“They contributed to this report,” he said.",
        "(The army denied it.)",
        "Sources said: nothing",
    ],
)
def test_a_sentence_is_none(text: str) -> None:
    assert not is_credit(text)
