"""The sample corpus: its gold says of its sources nothing that the sources, the ontology or the guidelines gainsay."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.formats import reading, writing
from annotations.formats.record import Record
from annotations.model import EVENT_ZONES, ZONES, Event, Occurrence
from annotations.ontology import Ontology

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
GOLD = SEEDS / "gold.jsonl"
OF_EACH_TYPE = 4
FOREIGN_RUN = 8
"""Words in a row that the corpus shares with nobody."""


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    """The decoded texts by file name, line ends as they are in the file."""
    return {path.name: path.read_bytes().decode() for path in sorted(SEEDS.glob("ceasefires-*.txt"))}


@pytest.fixture(scope="module")
def gold() -> list[Record]:
    return reading.read(GOLD)


def _events(gold: list[Record]) -> Iterator[tuple[Record, Event]]:
    for record in gold:
        for annotation in record.events:
            yield record, annotation.event


def _occurrences(gold: list[Record]) -> list[tuple[Occurrence, str]]:
    return [
        (place, record.article.text)
        for record in gold
        for place in (Occurrence(record.source, record.start, record.end), *record.also)
    ]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_three_sources_hold_twelve_occurrences_of_eleven_articles(sources: dict[str, str], gold: list[Record]) -> None:
    assert len(sources) == 3
    assert len(_occurrences(gold)) == 12
    assert len({record.article.id for record in gold}) == len(gold) == 11


def test_one_source_has_carriage_returns_and_the_others_have_none(sources: dict[str, str]) -> None:
    with_returns = [text for text in sources.values() if "\r" in text]
    assert len(with_returns) == 1
    assert with_returns[0].count("\r\n") == with_returns[0].count("\r") == with_returns[0].count("\n")


def test_an_articles_text_is_its_sources_text_at_every_place_it_stands(
    sources: dict[str, str], gold: list[Record]
) -> None:
    for place, text in _occurrences(gold):
        assert sources[place.source][place.start : place.end] == text


def test_nothing_but_white_space_stands_between_the_articles(sources: dict[str, str], gold: list[Record]) -> None:
    for name, text in sources.items():
        left = list(text)
        for place, _ in _occurrences(gold):
            if place.source == name:
                left[place.start : place.end] = " " * (place.end - place.start)
        assert not "".join(left).strip()


def test_the_gold_is_what_writing_it_again_gives(gold: list[Record]) -> None:
    written = io.BytesIO()
    writing.write(gold, written)
    assert GOLD.read_bytes() == written.getvalue()


def test_every_article_is_complete_gold_of_this_ontology_with_the_headline_as_its_title(
    gold: list[Record], conflict: Ontology
) -> None:
    for record in gold:
        assert record.complete is True
        assert record.ontology == conflict.id
        headlines = [zone for zone in record.article.zones if zone.zone == "headline"]
        assert [record.article.text[zone.start : zone.end] for zone in headlines] == [record.article.title]


def test_every_line_that_is_not_blank_is_one_zone_and_no_other_is(gold: list[Record]) -> None:
    for record in gold:
        text = record.article.text
        lines = [match.span() for match in re.finditer(r"[^\r\n]+", text) if match[0].strip()]
        assert [(zone.start, zone.end) for zone in record.article.zones] == lines


def test_every_zone_there_is_stands_in_the_corpus(gold: list[Record]) -> None:
    assert {zone.zone for record in gold for zone in record.article.zones} == set(ZONES)


def test_every_event_keeps_to_the_ontology_and_reads_as_its_article_does(
    gold: list[Record], conflict: Ontology
) -> None:
    for record, event in _events(gold):
        conflict.check(event)
        event.check(record.article.text)
        assert event.article == record.article.id


def test_every_span_reads_back_from_the_source_itself(sources: dict[str, str], gold: list[Record]) -> None:
    for record, event in _events(gold):
        for span in event.spans():
            assert sources[record.source][record.start + span.start : record.start + span.end] == span.text


def test_every_event_lies_in_one_line_of_headline_or_body(gold: list[Record]) -> None:
    for record, event in _events(gold):
        (zone,) = (zone for zone in record.article.zones if zone.start <= event.trigger.start < zone.end)
        assert zone.zone in EVENT_ZONES
        for span in event.spans():
            assert zone.start <= span.start < span.end <= zone.end, (event.trigger, span)


def test_no_span_begins_or_ends_inside_a_word_or_on_white_space(gold: list[Record]) -> None:
    for record, event in _events(gold):
        text = record.article.text
        for span in event.spans():
            assert span.text == span.text.strip()
            for left, right in (
                (text[span.start - 1 : span.start], text[span.start]),
                (text[span.end - 1], text[span.end : span.end + 1]),
            ):
                assert not (left.isalnum() and right.isalnum()), (span, left, right)


def test_no_span_begins_with_an_article_or_a_possessive(gold: list[Record]) -> None:
    # A number ("a few dozen") and a clause that is someone's words ("the war is over") may.
    idle = {"a", "an", "the", "its", "their", "his", "her", "our"}
    for _, event in _events(gold):
        for argument in event.arguments:
            if argument.role not in ("item", "count"):
                assert _words(argument.span.text)[0] not in idle, (event.trigger, argument)


def test_a_trigger_carries_a_type_once(gold: list[Record]) -> None:
    ids = Counter(event.id for _, event in _events(gold))
    assert ids.most_common(1)[0][1] == 1


def test_every_type_stands_in_the_corpus_often_enough_to_be_seen(gold: list[Record], conflict: Ontology) -> None:
    types = Counter(event.type for _, event in _events(gold))
    assert {name for name in conflict.types if types[name] < OF_EACH_TYPE} == set()


def test_every_status_and_every_role_stands_in_the_corpus(gold: list[Record], conflict: Ontology) -> None:
    assert {event.status for _, event in _events(gold)} == set(conflict.statuses)
    assert {argument.role for _, event in _events(gold) for argument in event.arguments} == set(conflict.roles)


def test_one_article_is_copied_into_another_source(gold: list[Record]) -> None:
    ((record, copy),) = ((record, place) for record in gold for place in record.also)
    assert copy.source != record.source


def test_two_articles_are_near_copies_and_no_others_are_close(gold: list[Record]) -> None:
    threes = [_runs(record.article.text, 3) for record in gold]
    contained = {
        (at, other): len(threes[at] & threes[other]) / min(len(threes[at]), len(threes[other]))
        for at in range(len(gold))
        for other in range(at)
    }
    closest, *rest = sorted(contained.values(), reverse=True)
    assert 0.6 < closest < 1
    assert rest[0] < 0.1


def test_no_eight_words_in_a_row_are_taken_from_the_shared_newswire(sources: dict[str, str], shared: Path) -> None:
    theirs = [path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    assert theirs
    foreign = set().union(*(_runs(text, FOREIGN_RUN) for text in theirs))
    assert foreign.isdisjoint(set().union(*(_runs(text, FOREIGN_RUN) for text in sources.values())))
