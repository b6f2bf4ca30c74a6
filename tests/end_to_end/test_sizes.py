"""Small terminals, other sizes and few colours: every key works, and what matters can be read."""

import json
import re
from pathlib import Path

import pytest

from annotations.ontology import EventType, Ontology
from tests.end_to_end import ledger
from tests.end_to_end.article_pane import article
from tests.end_to_end.sitting import Sitting

small = pytest.mark.parametrize(("columns", "rows"), [(60, 18), (80, 24)])


def unused(conflict: Ontology, database: Path) -> EventType:
    """A type that no event of the first article has been proposed with."""
    known = {event.type for event in ledger.proposed(database)}
    return next(one for one in conflict.types.values() if one.name not in known)


@small
def test_candidate_card_and_keys_can_be_read(database: Path, columns: int, rows: int) -> None:
    with Sitting(database, columns=columns, rows=rows) as ana:
        for number, event in enumerate(ledger.proposed(database)[:5], 1):
            ana.wait_for_place(candidate=number)
            ana.wait_for_highlight(event.trigger.text)
            card = ana.text[ana.text.rindex(event.type) :]
            assert event.status in card
            assert event.trigger.text in card
            for argument in event.arguments:
                assert argument.role in card
            *_, keys = ana.rows
            assert keys.startswith(" a accept  x reject  ")
            assert keys.endswith("  ? help")
            ana.press("j")


@small
def test_the_deciding_keys_work(database: Path, conflict: Ontology, columns: int, rows: int) -> None:
    events = ledger.proposed(database)
    status = next(one for one in conflict.statuses.values() if one.name != events[3].status)
    with Sitting(database, columns=columns, rows=rows) as ana:
        ana.decide("a", "1 accepted")
        ana.decide("x", "2 rejected")
        ana.press("1")
        ana.wait_for("2 rejected: ")
        letters = unused(conflict, database).key
        ana.press("y", letters[0])
        ana.decide(letters[1], "3 saved")
        ana.press("v")
        ana.decide(status.key, "4 saved")
        ana.decide("s", "5 skipped")
        ana.press("u")
        ana.wait_for("undid skip")
        ana.press("ctrl+r")
        ana.wait_for("redid skip")
        ana.press("f")
        ana.wait_for("flagged")
        ana.send("cwhy?\r")
        ana.wait_for("comment saved")
        ana.press("d")
        ana.wait_for("not done")
    assert ledger.verdicts(database) == {1: "accept", 2: "reject", 3: "edit", 4: "edit", 5: "skip"}


@small
def test_editing_and_inserting_work(database: Path, conflict: Ontology, columns: int, rows: int) -> None:
    event, inserted = ledger.proposed(database)[0], unused(conflict, database)
    role = next(role for role in conflict.types[event.type].roles if not event.fillers(role))
    with Sitting(database, columns=columns, rows=rows) as ana:
        for keys in (("e", conflict.roles[role].key), ("+",)):
            label, *_ = ana.call_for_labels(*keys)
            ana.press(*label.letters)
        ana.press("x", "L", "backspace")
        ana.decide("enter", "1 saved")
        label, *_ = ana.call_for_labels("J", "i")
        ana.press(*label.letters, *inserted.key)
        label, *_ = ana.call_for_labels(conflict.roles[inserted.roles[0]].key)
        ana.press(*label.letters, "enter")
        ana.wait_for("added as")
        ana.press("e", "escape")
    assert ledger.verdicts(database) == {1: "edit"}
    with ledger.opened(database) as connection:
        told = "select type, arguments from verdict where verdict = ?"
        ((edited, arguments),) = connection.execute(told, ("edit",))
        ((added, fillers),) = connection.execute(told, ("add",))
    assert (edited, added) == (event.type, inserted.name)
    roles = [argument.role for argument in event.arguments]
    assert sorted(argument["role"] for argument in json.loads(arguments)) == sorted([*roles, role])
    assert [argument["role"] for argument in json.loads(fillers)] == [inserted.roles[0]]


@small
def test_the_moving_keys_work(database: Path, columns: int, rows: int) -> None:
    count = len(ledger.proposed(database))
    with Sitting(database, columns=columns, rows=rows) as ana:
        for key, candidate in (("j", 2), ("down", 3), ("k", 2), ("G", count), ("g", 1)):
            ana.press(key)
            ana.wait_for_place(candidate=candidate)
        for there, back in (("J", "K"), ("space", "b")):
            before = article(ana.grid())
            ana.press(there)
            assert article(ana.grid()) != before
            ana.press(back)
            assert article(ana.grid()) == before
        for key, number in (("]", 2), ("]", 3), ("[", 2)):
            ana.press(key)
            ana.wait_for_place(article=number)


@small
def test_search_panes_and_the_other_screens_work(database: Path, columns: int, rows: int) -> None:
    word = ledger.proposed(database)[2].trigger.text
    with Sitting(database, columns=columns, rows=rows) as ana:
        ana.send(f"/{word}\r")
        matches = ana.wait_for("match 1 of").rpartition("match 1 of ")[2].split()[0]
        ana.send("n")
        ana.wait_for(f"match {min(2, int(matches))} of")
        ana.send("N")
        ana.wait_for("match 1 of")
        ana.press("escape")
        ana.press("tab")
        ana.wait_until(lambda screen: re.search(r"▸ ?1 ○", screen) is not None, "the list with its first candidate")
        ana.press("tab", "tab")
        for key, known in (("o", "articles "), ("?", "Accept the candidate"), ("f1", "Accept the candidate")):
            ana.press(key)
            ana.wait_for(known)
            ana.press("escape")
            ana.wait_for_place(candidate=1)
        ana.press("ctrl+p")
        ana.wait_for("Search for commands")
        ana.send("Flag")
        ana.wait_until(lambda screen: "Edit trigger" not in screen, "the one command that matches")
        ana.press("enter")
        ana.wait_for("flagged")


def test_another_size_keeps_the_candidate_and_shows_its_trigger(database: Path) -> None:
    events = ledger.proposed(database)
    number = max(range(8, len(events) + 1), key=lambda one: len(events[one - 1].trigger.text.split()) == 1)
    with Sitting(database) as ana:
        ana.press(*"j" * (number - 1))
        for columns, rows in ((60, 18), (120, 40), (80, 24), (200, 60), (120, 40)):
            ana.resize(columns, rows)
            ana.wait_for_place(candidate=number)
            ana.wait_for_highlight(events[number - 1].trigger.text)
        ana.decide("a", f"{number} accepted")
    assert ledger.verdicts(database) == {number: "accept"}
