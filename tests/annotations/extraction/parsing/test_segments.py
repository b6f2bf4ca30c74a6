"""Segments: which stretches are parsed, and that masking and cutting never move an offset."""

from hypothesis import given
from hypothesis import strategies as st

from annotations.extraction.parsing.segments import LONGEST, segments
from annotations.model import Article, Zone, ZoneName
from tests.annotations.extraction.conftest import article


def pieces(text: str, zone: ZoneName = "body") -> list[tuple[int, str]]:
    return [(segment.start, segment.text) for segment in segments(article(text, zone), {"shells", "kills"})]


def test_only_headline_and_body_are_parsed() -> None:
    text = "Head line\nBody line\nPhoto line\n(Reporting by A)"
    zones = (Zone(0, 9, "headline"), Zone(10, 19, "body"), Zone(20, 30, "caption"), Zone(31, len(text), "credit"))
    assert [segment.text for segment in segments(Article(text, zones), ())] == ["Head line", "Body line"]


def test_a_dateline_is_left_out() -> None:
    assert pieces("NAIROBI (Reuters) – Rebels left.") == [(20, "Rebels left.")]


def test_a_dateline_is_looked_for_in_the_first_paragraph_only() -> None:
    text = "Rebels left.\nNAIROBI (Reuters) – Rebels left."
    zones = (Zone(0, 12, "body"), Zone(13, len(text), "body"))
    assert [segment.start for segment in segments(Article(text, zones), ())] == [0, 13]


def test_what_a_terminal_or_parser_trips_over_is_masked_one_for_one() -> None:
    assert pieces("a\x00b\u202ec\x1b[31md") == [(0, "a b c [31md")]


def test_capitals_in_a_headline_become_a_sentence() -> None:
    text = "ARMY SHELLS BORDER TOWN NEAR GAO\nThe army said Gao was quiet in the border town."
    zones = (Zone(0, 32, "headline"), Zone(33, len(text), "body"))
    head = next(iter(segments(Article(text, zones), {"shells"})))
    assert head.text == "Army shells border town near Gao"


def test_an_ordinary_headline_stays_as_it_is() -> None:
    assert pieces("Army shells border town in Mali", "headline") == [(0, "Army shells border town in Mali")]


def test_white_space_is_no_segment() -> None:
    assert pieces(" \t ") == []


@given(st.text(alphabet=st.characters(), max_size=200).flatmap(lambda text: st.just(text * 90)))
def test_segments_lie_one_behind_the_other_and_keep_their_length(text: str) -> None:
    found = list(segments(Article(text, (Zone(0, len(text), "body"),) if text else ()), ()))
    end = 0
    for segment in found:
        assert end <= segment.start
        assert len(segment.text) <= LONGEST
        end = segment.start + len(segment.text)
    assert end <= len(text)


def test_a_megabyte_without_a_space_is_cut_all_the_same() -> None:
    text = "x" * 1_000_000
    assert sum(len(piece) for _, piece in pieces(text)) == len(text)


def test_a_long_zone_is_cut_behind_a_sentence() -> None:
    text = "Rebels shelled the old port on Monday. " * 500
    for _, piece in pieces(text)[:-1]:
        assert piece.endswith(". ")
