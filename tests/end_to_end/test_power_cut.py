"""Whatever ends the program, and whoever else is at work: what the screen has answered is in the database."""

import time
from pathlib import Path

import pytest

from tests.end_to_end.ledger import is_sound, opened, verdicts
from tests.end_to_end.sitting import Sitting


def test_a_kill_loses_no_decision_that_was_answered(database: Path) -> None:
    with Sitting(database) as ana:
        ana.decide("a", "1 accepted")
        ana.decide("x", "2 rejected")
        ana.decide("a", "3 accepted")
        ana.kill()
    assert verdicts(database) == {1: "accept", 2: "reject", 3: "accept"}

    with Sitting(database) as ana:
        assert (ana.place.candidate, ana.place.decided) == (4, 3)
        ana.press("G")
        last = ana.place.candidates
        ana.decide("x", f"{last} rejected")
        ana.press("1")
        ana.wait_for(f"{last} rejected: ")
        ana.kill()
    with opened(database) as connection:
        ((reason,),) = connection.execute("select reason from verdict where reason is not null")
    assert reason == "not_an_event"

    with Sitting(database) as ana:
        ana.press("u")
        ana.wait_for("undid reject")
        ana.press("u", "u")
        ana.wait_for("undid accept")
        ana.kill()
    assert verdicts(database) == {1: "accept", 2: "reject"}

    with Sitting(database) as ana:
        ana.press("ctrl+r")
        ana.wait_for("redid accept")
        ana.quit()
    assert verdicts(database) == {1: "accept", 2: "reject", 3: "accept"}
    assert is_sound(database)


def test_whoever_ends_it_finds_the_terminal_as_it_was(database: Path) -> None:
    with Sitting(database) as ana:
        ana.decide("a", "1 accepted")
        ana.terminate()
        ana.wait_for_exit()
        leaves_full_screen = ana.written.rfind(b"\x1b[?1049l")
        assert leaves_full_screen > ana.written.rfind(b"\x1b[?1049h")
    assert verdicts(database) == {1: "accept"}


@pytest.mark.parametrize("milliseconds", [0, 20])
def test_a_kill_right_after_a_key_leaves_the_decision_whole_or_not_there(database: Path, milliseconds: int) -> None:
    with Sitting(database) as ana:
        ana.decide("a", "1 accepted")
        ana.send("x")
        time.sleep(milliseconds / 1000)
        ana.kill()
    assert verdicts(database) in ({1: "accept"}, {1: "accept", 2: "reject"})
    assert is_sound(database)


def test_a_kill_with_an_event_open_for_editing_changes_nothing(database: Path) -> None:
    with Sitting(database) as ana:
        ana.press("e", "v")
        ana.kill()
    assert verdicts(database) == {}
    with Sitting(database) as ana:
        assert ana.place.candidate == 1
        ana.decide("a", "1 accepted")
        ana.quit()


def test_two_reviewers_decide_on_one_database_at_the_same_time(database: Path) -> None:
    with Sitting(database, reviewer="ana") as ana, Sitting(database, reviewer="ben") as ben:
        for number in range(1, 6):
            ana.send("a")
            ben.send("x")
            ana.decide_again("a", f"{number} accepted")
            ben.decide_again("x", f"{number} rejected")
        ana.quit()
        ben.quit()
    assert verdicts(database, reviewer="ana") == dict.fromkeys(range(1, 6), "accept")
    assert verdicts(database, reviewer="ben") == dict.fromkeys(range(1, 6), "reject")
