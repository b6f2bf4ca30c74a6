"""Wrapping keeps every offset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.safe import JOINED
from tui.wrap import Ruler, Wrapped

TEXTS = st.text(alphabet="ab \n\r停é\u0301\u200d-👩", max_size=80)


def wrapped(text: str, width: int) -> Wrapped:
    ruler = Ruler(text)
    return Wrapped(ruler, width, [0] * sum(1 for _ in ruler.lines()))


def shown(text: str, width: int) -> list[str]:
    rows = wrapped(text, width)
    return [rows.ruler.shown[rows[number].start : rows[number].end] for number in range(len(rows))]


def test_lines_break_after_spaces() -> None:
    assert shown("the truce took effect at dawn", 10) == ["the truce", "took", "effect at", "dawn"]


def test_a_word_that_is_too_long_is_cut() -> None:
    assert shown("denuclearization talks", 8) == ["denuclea", "rization", "talks"]


def test_wide_characters_are_never_cut_in_half() -> None:
    assert shown("停火协议生效", 5) == ["停火", "协议", "生效"]


def test_carriage_returns_before_line_feeds_are_part_of_the_line_end() -> None:
    assert shown("one\r\ntwo\r\rthree\n", 20) == ["one", "two␍␍three", ""]


def test_empty_lines_are_rows() -> None:
    assert shown("a\n\nb", 9) == ["a", "", "b"]


def test_an_indent_narrows_the_line() -> None:
    rows = Wrapped(Ruler("aa bb\ncc dd"), 5, [0, 3])
    assert [(row.start, row.end, row.indent) for row in map(rows.__getitem__, range(len(rows)))] == [
        (0, 5, 0),
        (6, 8, 3),
        (9, 11, 3),
    ]


@given(TEXTS, st.integers(2, 30))
def test_no_row_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(cell_len(row) <= width for row in shown(text, width))


@given(TEXTS, st.integers(1, 30))
def test_rows_lose_nothing_but_line_ends_and_the_space_they_break_at(text: str, width: int) -> None:
    rows = wrapped(text, width)
    end = 0
    for row in map(rows.__getitem__, range(len(rows))):
        assert text[end : row.start] in ("", " ", "\n", "\r\n")
        end = row.end
    assert text[end:] in ("", " ")


@given(TEXTS.filter(bool), st.integers(2, 30), st.data())
def test_an_offset_is_found_again_where_it_is_drawn(text: str, width: int, data: st.DataObject) -> None:
    rows = wrapped(text, width)
    offset = data.draw(st.integers(0, len(text) - 1))
    number = rows.row_of(offset)
    row = rows[number]
    assert row.start <= offset
    if offset < row.end and rows.ruler.shown[offset] != JOINED:
        assert rows.offset_at(number, row.indent + rows.ruler.cells(row.start, offset)) == offset


@given(TEXTS, st.integers(1, 30))
def test_measuring_agrees_with_the_terminal(text: str, width: int) -> None:
    ruler = Ruler(text)
    end = ruler.fit(0, len(text), width)
    assert ruler.cells(0, end) == cell_len(ruler.shown[:end]) <= width
    assert end == len(text) or ruler.cells(0, end + 1) > width


class Measured(Ruler):
    """A ruler that keeps what it was asked to measure."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.measured: list[int] = []
        """The length of each stretch whose cells were counted."""
        self.fitted: list[int] = []
        """Where each row that was fitted begins."""

    def cells(self, start: int, end: int) -> int:
        self.measured.append(end - start)
        return super().cells(start, end)

    def fit(self, start: int, end: int, width: int) -> int:
        self.fitted.append(start)
        return super().fit(start, end, width)


@pytest.mark.parametrize("line", ["truce " * 170_000, "x" * 1_000_000, "停火" * 500_000])
def test_a_megabyte_in_one_line_wraps_at_once(line: str) -> None:
    ruler = Measured(line)
    rows = Wrapped(ruler, 80, [0])
    assert len(rows) > 10_000
    assert len(ruler.fitted) == len(rows)
    assert len(ruler.measured) < 10 * len(rows)
    assert max(ruler.measured, default=0) <= 2 * 80
