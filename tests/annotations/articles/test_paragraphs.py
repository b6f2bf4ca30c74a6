"""Lines and paragraphs."""

import re

from hypothesis import given
from hypothesis import strategies as st

from annotations.articles.paragraphs import lines, paragraphs

WRAPPED = """\
The island's army and the harbour militias traded fire along the
breakwater on Tuesday, and neither of them would say who had begun
with it.
  The ferry, which had waited two days for a lull, turned back again
with all of its passengers."""


def test_each_line_is_a_paragraph_where_nothing_was_wrapped() -> None:
    assert [p.text for p in paragraphs("Truce holds\nIt held on Monday.\n\nIt held on Tuesday.")] == [
        "Truce holds",
        "It held on Monday.",
        "It held on Tuesday.",
    ]


def test_the_lines_of_a_wrapped_paragraph_are_one() -> None:
    found = paragraphs("Truce breaks on the breakwater\n\n" + WRAPPED)
    assert [len(p.lines) for p in found] == [1, 3, 2]
    assert found[1].text.endswith(
        "along the breakwater on Tuesday, and neither of them would say who had begun with it."
    )


def test_a_line_may_end_in_any_way() -> None:
    text = "a\r\nb\rc\nd\u2028e\u2029f"
    assert [text[start:end] for start, end in lines(text)] == list("abcdef")


def test_white_space_around_a_line_is_not_the_line() -> None:
    text = "\xa0\n \t a b \xa0\r\n\xa0 \n"
    assert [text[start:end] for start, end in lines(text)] == ["a b"]


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\r \xa0\0.")))
def test_every_line_that_is_not_blank_is_in_one_paragraph(text: str) -> None:
    expected = [line.strip() for line in re.split(r"\r\n|[\r\n\u2028\u2029]", text) if line.strip()]
    assert [text[start:end] for p in paragraphs(text) for start, end in p.lines] == expected
