from dataclasses import replace

import pytest

from annotations.errors import SpanError
from annotations.model import Argument, Event, Span, content_id, event_id

TEXT = "Rebels shelled Aleppo.\r\nCafé 𝛼𝛽."


def test_a_span_counts_code_points_and_carries_its_text() -> None:
    assert Span.of(TEXT, 29, 31).text == "𝛼𝛽"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2), (0, len(TEXT) + 1)])
def test_a_span_outside_the_text_or_empty_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=str(end)):
        Span.of(TEXT, start, end)


def test_a_span_whose_text_differs_is_an_error_that_says_where() -> None:
    with pytest.raises(SpanError, match="7–14 says 'bombed!', the text has 'shelled'"):
        Span(7, 14, "bombed!").check(TEXT)


def test_status_and_arguments_are_not_in_an_events_identity() -> None:
    event = Event("a" * 16, "T", Span.of(TEXT, 7, 14), "s")
    other = replace(event, status="t", arguments=(Argument(Span.of(TEXT, 0, 6), "r"),))
    assert event.id == other.id == event_id("a" * 16, 7, 14, "T")
    assert event.id != replace(event, type="U").id


def test_events_agree_in_status_and_arguments_whatever_their_order() -> None:
    rebels, town = Argument(Span.of(TEXT, 0, 6), "r"), Argument(Span.of(TEXT, 15, 21), "r")
    event = Event("a" * 16, "T", Span.of(TEXT, 7, 14), "s", (rebels, town))
    assert event.agrees_with(replace(event, arguments=(town, rebels)))
    assert not event.agrees_with(replace(event, arguments=(town,)))
    assert not event.agrees_with(replace(event, status="t"))
    assert not event.agrees_with(replace(event, type="U"))


def test_an_id_is_the_head_of_the_sha_256_of_the_text() -> None:
    assert content_id("abc") == "ba7816bf8f01cfea"
