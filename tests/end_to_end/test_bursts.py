"""Keys faster than the screen: what was not seen is not decided, and moving keeps up."""

import re
from pathlib import Path

import pytest

from tests.end_to_end.ledger import verdicts
from tests.end_to_end.sitting import DROPPED, Sitting


@pytest.mark.parametrize(("burst", "verdict"), [("aaaaa", "accept"), ("xxxx", "reject")])
def test_keys_written_in_one_go_decide_only_what_was_painted(database: Path, burst: str, verdict: str) -> None:
    with Sitting(database) as ana:
        ana.send(burst)
        ana.wait_for(DROPPED)
        assert ana.place.candidate == 2
        assert verdicts(database) == {1: verdict}
        ana.decide("a", "2 accepted")
        ana.quit()
    assert verdicts(database) == {1: verdict, 2: "accept"}


def test_a_held_key_decides_nothing_that_was_not_on_the_screen(database: Path) -> None:
    with Sitting(database) as ana:
        begun = len(ana.written)
        for _ in range(40):
            ana.send("a")
            ana.rest(0.02)
        ana.rest(0.5)
        painted = {1, *map(int, re.findall(rb"candidate (\d+) of", ana.written[begun:]))}
        ana.quit()
    decided = verdicts(database)
    assert decided
    assert set(decided) <= painted
    assert set(decided.values()) == {"accept"}


def test_moving_keys_written_in_one_go_all_move(database: Path) -> None:
    with Sitting(database) as ana:
        ana.send("jjjjjjjj")
        ana.wait_for_place(candidate=9)
        ana.send("kkkj")
        ana.wait_for_place(candidate=7)
        ana.quit()
    assert verdicts(database) == {}


def test_keys_written_after_the_one_that_opens_a_screen_go_to_that_screen(database: Path) -> None:
    with Sitting(database) as ana:
        ana.send("oj\r")
        ana.wait_for_place(article=2)
        ana.quit()
