"""Text from outside on its way to the screen."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from tui.safe import JOINED, composed, one_line, safe


def test_every_code_point_becomes_one_that_does_nothing_and_takes_cells_of_its_own() -> None:
    for code in range(sys.maxunicode + 1):
        shown = safe(chr(code))
        assert len(shown) == 1, hex(code)
        assert unicodedata.category(shown) not in {"Cc", "Cf", "Cs", "Cn", "Mn", "Me", "Mc", "Zl", "Zp"}, hex(code)
        assert cell_len(shown) in (1, 2), hex(code)


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=60))
def test_the_length_stays_and_cells_add_up(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert cell_len(shown) == sum(map(cell_len, shown))


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=60))
def test_nothing_is_left_for_rich_to_strip(text: str) -> None:
    assert Text(safe(text)).plain == safe(text)


def test_plain_text_stays_as_it_is() -> None:
    text = "“Yemen’s warring parties” agreed – 72 hours, naïve café, 停火, وقف إطلاق النار"
    assert safe(text) == text


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07c\x08d", "a␀b␇c␈d"),
        ("tab\there", "tab here"),
        ("a\r\nb", "a␍␊b"),
        ("\x9b2J", "�2J"),
        ("abc\u202edef\u2066", "abc⇄def⇄"),
        ("ze\u200bro\ufeff", "ze·ro·"),
        ("e\u0301a\u0308", "e´a¨"),
        ("\u0915\u094d", "\u0915◌"),
        ("👩\u200d👩\u200d👧", "👩·👩·👧"),
        ("❤\ufe0f", "❤·"),
        ("👍🏽", "👍◌"),
        ("🇾🇪", "YE"),
        ("a\u2028b\u2029c\x85d", "a␤b¶c␤d"),
        ("lone \ud800 surrogate", "lone � surrogate"),
    ],
)
def test_what_could_do_harm_is_shown_as_a_sign(hostile: str, shown: str) -> None:
    assert safe(hostile) == shown


@pytest.mark.parametrize(
    ("apart", "shown"),
    [
        ("cafe\u0301s", "café|s"),
        ("Vie\u0323\u0302t", "Việ||t"),
        ("И\u0306", "Й|"),
        ("か\u3099", "が|"),
        ("\u1112\u1161\u11ab", "한||"),
        ("x\u0301", "x´"),
        ("a\u0301\u0301", "á|´"),
        ("\u0301a", "´a"),
        ("\n\u0301", "␊´"),
        ("عَ", "ع◌"),
        ("\u212b e\u0301", "\u212b é|"),
    ],
)
def test_an_accent_is_shown_with_its_letter_where_one_character_is_both(apart: str, shown: str) -> None:
    assert composed(apart) == shown.replace("|", JOINED)


@given(st.text(alphabet="ae\n\u0301\u0323\u0302\u0351停かか\u3099\u1112\u1161\u11ab\x1b", max_size=40))
def test_composing_keeps_the_length_and_shows_what_normal_form_has(text: str) -> None:
    shown = composed(text)
    assert len(shown) == len(text)
    assert cell_len(shown) == sum(map(cell_len, shown))
    plain = shown.replace(JOINED, "")
    assert safe(plain) == plain
    assert shown.count(JOINED) <= len(text) - len(unicodedata.normalize("NFC", text))


def test_one_line_joins_accents() -> None:
    assert one_line("cafe\u0301") == "café"


def test_one_line_has_no_line_ends_and_no_runs_of_blanks() -> None:
    assert one_line(" a\r\n\tb \x1b c ") == "a b ␛ c"
