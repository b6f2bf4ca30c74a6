"""What a column holds reads back as what was put into it."""

import json
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Argument, Event, Span
from annotations.store.forms import Verdict, VerdictName, dump, event_form, event_from, verdict_form, verdict_from
from tests.annotations.store.newsroom import MET

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    text = draw(words)
    start = draw(st.integers(0, 10**6))
    return Span(start, start + len(text), text)


events = st.builds(
    Event, st.just("9f2c61d04be7a318"), words, spans(), words, st.lists(st.builds(Argument, spans(), words)).map(tuple)
)
verdicts = st.builds(
    Verdict,
    st.sampled_from(get_args(VerdictName)),
    events,
    st.none() | words,
    st.dictionaries(words, st.integers() | words),
)


@given(verdicts)
def test_a_verdict_reads_back(verdict: Verdict) -> None:
    assert verdict_from(verdict.event.article, dump(verdict_form(verdict))) == verdict


@given(events)
def test_an_event_reads_back_with_its_id(event: Event) -> None:
    form = json.loads(dump(event_form(event)))
    assert form["id"] == event.id
    assert event_from(event.article, form) == event


def test_what_a_verdict_does_not_say_is_left_out() -> None:
    assert verdict_form(Verdict("accept", MET)).keys() == {"verdict", "event"}
    assert verdict_form(Verdict("reject", MET, "other")).keys() == {"verdict", "event", "reason"}


def test_text_stands_as_it_is_read_by_hand() -> None:
    assert dump({"text": "Jemen’s “Sund”\r\n"}) == '{"text":"Jemen’s “Sund”\\r\\n"}'


def test_accept_edit_and_add_make_gold() -> None:
    assert [name for name in get_args(VerdictName) if Verdict(name, MET).is_gold] == ["accept", "edit", "add"]
