"""A line being typed."""

import pytest

from tui.line_editor import LINE_KEYS, LineEditor


def pressed(text: str, *keys: str) -> LineEditor:
    line = LineEditor.at_end(text)
    for key in keys:
        line = line.press(key)
    return line


def test_text_goes_in_at_the_caret() -> None:
    assert pressed("truce", "left", "left").type("XY") == LineEditor("truXYce", 5)


def test_a_character_is_typed_and_the_space_bar_by_its_name() -> None:
    assert pressed("on", "left", "é", "space") == LineEditor("oé n", 3)


def test_line_ends_become_spaces() -> None:
    assert LineEditor().type("a\r\nb\tc").text == "a  b c"


def test_backspace_takes_what_stands_before_the_caret() -> None:
    assert pressed("abc", "left", "backspace") == LineEditor("ac", 1)


def test_backspace_at_the_beginning_does_nothing() -> None:
    assert pressed("abc", "home", "backspace") == LineEditor("abc", 0)


def test_delete_takes_what_stands_under_the_caret() -> None:
    assert pressed("abc", "home", "delete") == LineEditor("bc", 0)


def test_a_word_goes_at_once() -> None:
    assert pressed("not a word", "ctrl+w") == LineEditor("not a ", 6)


def test_the_line_goes_to_its_beginning_and_to_its_end() -> None:
    assert pressed("abc", "left", "ctrl+u") == LineEditor("c", 0)
    assert pressed("abc", "left", "ctrl+k") == LineEditor("ab", 2)


def test_the_caret_stays_in_the_line() -> None:
    assert pressed("a", "right", "end", "right").caret == 1
    assert pressed("a", "left", "left", "home").caret == 0


def test_a_word_at_the_beginning_goes_and_the_blanks_before_it_stay() -> None:
    assert pressed(" word", "ctrl+w") == LineEditor(" ", 1)


@pytest.mark.parametrize("key", sorted(LINE_KEYS))
def test_every_key_of_the_line_edits_it(key: str) -> None:
    line = LineEditor("two words", 4)
    assert line.press(key) != line
