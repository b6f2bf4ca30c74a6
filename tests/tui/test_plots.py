"""Bars and curves as plain rows."""

from itertools import pairwise

import pytest

from tui.plots import Bar, Tick, bars, curve


def test_a_bar_says_how_much_is_sure_how_much_was_counted_and_how_much_it_is_at_most() -> None:
    assert bars([Bar(0.6, 0.5, 0.7)], 20) == ["██████████▓▓░░      "]


def test_without_an_interval_nothing_is_sure() -> None:
    assert bars([Bar(0.5)], 8) == ["▓▓▓▓    "]


@pytest.mark.parametrize(
    ("ratio", "row"), [(0.0, "        "), (1.0, "████████"), (0.06, "        "), (0.07, "█       ")]
)
def test_ends_are_rounded_to_cells(ratio: float, row: str) -> None:
    assert bars([Bar(ratio, ratio, ratio)], 8) == [row]


def test_each_bar_has_its_row_in_the_order_given() -> None:
    assert bars([Bar(1, 1, 1), Bar(0), Bar(0.5, 0.5, 0.5)], 4) == ["████", "    ", "██  "]
    assert bars([], 4) == []


def test_a_curve_fills_what_it_is_given_and_names_its_ticks() -> None:
    rows = curve([(9 + at / 4, at) for at in range(20)], [Tick(9, "9:00"), Tick(13, "13:00")], 50, 8)
    assert len(rows) == 8
    assert {len(row) for row in rows} == {50}
    assert rows[-1].split() == ["9:00", "13:00"]
    assert [row.split("┤")[0].strip() for row in rows if "┤" in row] == ["20", "10", "0"]


def test_larger_than_the_terminal_is_as_large() -> None:
    assert {len(row) for row in curve([(0, 1), (1, 2)], [], 300, 60)} == {300}


def test_there_are_no_escapes_in_what_is_drawn() -> None:
    rows = [*bars([Bar(0.5, 0.3, 0.9)], 30), *curve([(0, 1), (1, 9)], [Tick(0, "a")], 30, 8)]
    assert all(character.isprintable() for row in rows for character in row)


@pytest.mark.parametrize("most", [0, 1, 2, 7, 99, 1210, 123_456])
def test_the_axis_goes_from_zero_in_whole_steps_to_just_above_what_is_drawn(most: int) -> None:
    rows = curve([(0, 0), (1, most)], [], 60, 9)
    steps = [int(row.split("┤")[0].replace(",", "")) for row in rows if "┤" in row][::-1]
    assert steps[0] == 0
    assert steps[-1] >= max(1, most)
    assert len({after - before for before, after in pairwise(steps)}) == 1
