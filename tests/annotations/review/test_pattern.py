"""What is typed plainly finds what is written with care; what is typed with care counts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.review.pattern import LONGEST, Pattern

TEXT = (
    "École rouverte à Olmo. The mayor’s “cease–fire” can't\nlast, peace\r\n  talks in Lind resumed; "
    "O\u0308resund waits."
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ecole", ["École"]),
        ("a olmo", ["à Olmo"]),
        ("mayor's", ["mayor’s"]),
        ('"cease-fire"', ["“cease–fire”"]),
        ("can't last", ["can't\nlast"]),
        ("last peace talks", ["last, peace\r\n  talks"]),
        ("lind resumed o", ["Lind resumed; O\u0308"]),
        ("oresund", ["O\u0308resund"]),
        ("esum", ["esum"]),
        ("missing", []),
        (".*", []),
        ("", []),
        ("\0", []),
    ],
)  # fmt: skip
def test_what_is_typed_plainly_finds_what_is_written_with_care(typed: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in Pattern(typed).hits(TEXT)] == found
    assert Pattern(typed).is_in(TEXT) == bool(found)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("École", ["École"]),
        ("Ecole", ["École"]),
        ("ÉCOLE", []),
        ("The", ["The"]),
        ("THE", []),
        ("öresund", ["O\u0308resund"]),
        ("Öresund", ["O\u0308resund"]),
        ("ölmo", []),
        ("mayor’s", ["mayor’s"]),
        ("can’t", []),
    ],
)
def test_what_is_typed_with_care_counts(typed: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in Pattern(typed).hits(TEXT)] == found


def test_a_text_in_ascii_is_searched_by_the_same_rules() -> None:
    text = "The mayor's cease-fire can't\nlast, peace talks"
    for typed in ("the mayor", "cease-fire", "last peace", "The", "mayor's"):
        assert Pattern(typed).hits(text)
        assert Pattern(typed).hits(text) == Pattern(typed).hits(text + "é")
    assert not Pattern("THE").hits(text)


def test_words_alone_are_plain() -> None:
    plain = {text: Pattern(text).is_plain for text in ("peace talks", "11 dead", "Lind", "école", "can't", "a ", " a")}
    assert plain == {
        "peace talks": True, "11 dead": True, "Lind": False, "école": False, "can't": False, "a ": False, " a": False
    }  # fmt: skip


def test_a_pattern_without_end_is_cut() -> None:
    assert Pattern("x" * 10**6).hits("x" * (LONGEST + 1)) == ((0, LONGEST),)


@given(
    st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=12), st.text(max_size=5), st.text(max_size=5)
)
def test_what_is_copied_out_of_a_text_is_found_there(copied: str, before: str, after: str) -> None:
    text = before + copied + after
    # Composed, it may be written otherwise than in the text.
    if copied.strip() and unicodedata.normalize("NFC", copied) == copied:
        assert Pattern(copied.strip()).is_in(text)
