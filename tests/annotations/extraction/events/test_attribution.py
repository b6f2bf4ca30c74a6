"""Sources: whom the text cites for an event, and what is the writer's own."""

from collections.abc import Callable

import pytest

from tests.annotations.extraction.conftest import Reading

Events = Callable[..., Reading]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The governor said rebels had shelled the port.", "governor"),
        ("Rebels shelled the port, the governor said.", "governor"),
        ("Rebels shelled the port, said the governor.", "governor"),
        ("According to the governor, rebels shelled the port.", "governor"),
        ("“Rebels shelled the port,” the governor said.", "governor"),
        ('"Rebels shelled the port," he told reporters.', "he"),
        ("The governor reported that rebels had shelled the port.", "governor"),
        ("Rebels shelled the port, according to a statement by the governor.", "governor"),
        ("The governor said in a statement that rebels had shelled the port.", "governor"),
    ],
)
def test_who_is_cited_is_the_source(events: Events, sentence: str, source: str) -> None:
    assert events(sentence).of("Attack.Shelling").fillers("source") == {source}


def test_who_is_quoted_and_who_quotes_are_both_sources(events: Events) -> None:
    event = events("The minister was quoted by state radio as saying rebels had shelled the port.").of(
        "Attack.Shelling"
    )
    assert event.fillers("source") == {"minister", "state radio"}


def test_who_denies_a_deed_is_its_source(events: Events) -> None:
    assert events("The general denied shelling the port.").of("Attack.Shelling").fillers("source") == {"general"}


def test_what_nobody_is_cited_for_has_no_source(events: Events) -> None:
    assert events("Rebels shelled the port.").of("Attack.Shelling").fillers("source") == set()


def test_what_a_clause_of_time_tells_is_the_writers_own(events: Events) -> None:
    found = events("The governor said rebels had shelled the port after troops captured a bridge.")
    assert found.of("Attack.Shelling").fillers("source") == {"governor"}
    assert found.of("Territory.Seize").fillers("source") == set()


def test_a_body_of_which_they_speak_speaks_itself(events: Events) -> None:
    event = events("A council resolution demanded a withdrawal of troops.").of("Statement.Demand")
    assert event.fillers("actor") == {"council"}


def test_who_adds_is_who_said(events: Events) -> None:
    event = events("The governor said rebels had left, adding that troops had shelled the port.").of("Attack.Shelling")
    assert event.fillers("source") == {"governor"}
