"""Which predictions are compared with which gold, and in whose offsets."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import RecordError
from annotations.formats.record import Annotation, Record
from annotations.model import Occurrence
from annotations.scoring.alignment import Aligned, align
from annotations.scoring.levels import count
from tests.annotations.scoring.articles import SOURCE_TEXT, article, event, record


def correct(aligned: Aligned) -> int:
    return count(aligned.gold, aligned.predicted)["TC"].correct


def test_the_same_text_is_aligned_wherever_it_stands() -> None:
    aligned = align([article(0, 50, 10)], [replace(article(0, 50, 10), source="elsewhere.txt", start=7)])
    assert (correct(aligned), aligned.left_out, aligned.unmatched) == (1, 0, 0)


def test_a_prediction_over_a_longer_stretch_is_shifted_to_the_gold_article() -> None:
    aligned = align([article(20, 60, 30, 50)], [article(10, 90, 30, 50)])
    assert (correct(aligned), len(aligned.predicted), aligned.left_out) == (2, 2, 0)


def test_a_prediction_over_a_part_is_shifted_to_the_gold_article() -> None:
    aligned = align([article(20, 60, 30, 50)], [article(40, 55, 50)])
    assert (correct(aligned), aligned.left_out) == (1, 0)


def test_a_prediction_over_two_gold_articles_is_divided_between_them() -> None:
    aligned = align([article(0, 40, 10), article(42, 90, 50)], [article(0, 100, 10, 50, 95)])
    assert (correct(aligned), len(aligned.predicted), aligned.left_out, aligned.unmatched) == (2, 2, 1, 0)


def test_two_predictions_within_one_gold_article_are_put_together() -> None:
    aligned = align([article(0, 90, 10, 50)], [article(0, 40, 10), article(42, 90, 50)])
    assert (correct(aligned), len(aligned.predicted)) == (2, 2)


def test_a_trigger_across_the_border_of_the_gold_article_is_left_out() -> None:
    aligned = align([article(20, 60)], [article(10, 90, 19, 20, 58, 59)])
    assert (len(aligned.predicted), aligned.left_out) == (2, 2)


def test_an_argument_outside_the_gold_article_is_wrong_and_its_trigger_is_not() -> None:
    text = SOURCE_TEXT[10:90]
    predicted = replace(article(10, 90), events=(Annotation(event(text, 20, argument=0)),))
    gold_text = SOURCE_TEXT[20:60]
    gold = replace(article(20, 60), events=(Annotation(event(gold_text, 10, argument=30)),))
    aligned = align([gold], [predicted])
    counted = count(aligned.gold, aligned.predicted)
    assert (counted["TC"].correct, counted["AC+"].predicted, counted["AC+"].correct) == (1, 1, 0)


def test_only_complete_gold_articles_are_scored_and_silence_means_complete() -> None:
    gold = [article(0, 20, 5, complete=False), article(20, 40, 25, complete=True), article(40, 60, 45)]
    aligned = align(gold, [article(0, 20, 5), article(20, 40, 25), article(40, 60, 45)])
    assert (aligned.articles, len(aligned.gold), correct(aligned), aligned.left_out) == (2, 2, 2, 1)


def test_an_article_on_two_lines_is_complete_only_if_both_say_so() -> None:
    twice = [article(0, 20, 5, complete=True), article(0, 20, 8, complete=False)]
    assert align(twice, [article(0, 20, 5)]).articles == 0
    assert align([twice[0], article(0, 20, 8)], []).articles == 1


def test_predictions_over_articles_that_gold_does_not_have_are_left_out() -> None:
    aligned = align([article(0, 20, 5)], [article(20, 40, 25, 25), record(SOURCE_TEXT, 0, 3, source="b.txt")])
    assert (aligned.predicted, aligned.left_out, aligned.unmatched) == ((), 2, 1)


def test_a_gold_article_that_no_prediction_reaches_is_counted_and_its_events_are_missed() -> None:
    aligned = align([article(0, 20, 5), article(20, 40, 25)], [article(0, 20)])
    assert (aligned.articles, aligned.unmatched, len(aligned.gold)) == (2, 1, 2)


def test_texts_that_disagree_at_one_place_are_refused_and_both_are_named() -> None:
    gold, other = article(0, 50, 10), record("x" * 60, 20)
    with pytest.raises(RecordError) as refusal:
        align([gold], [other])
    assert "'a.txt' has two texts at 20–50" in str(refusal.value)
    assert gold.article.id in str(refusal.value)
    assert other.article.id in str(refusal.value)


def test_texts_that_disagree_are_refused_over_an_incomplete_article_too() -> None:
    with pytest.raises(RecordError, match="two texts"):
        align([article(0, 50, complete=False)], [record("x" * 60, 20)])


def test_a_text_changed_in_one_of_two_articles_is_refused() -> None:
    changed = SOURCE_TEXT[:60] + "!" + SOURCE_TEXT[61:]
    with pytest.raises(RecordError, match=r"two texts at 50–100"):
        align([article(0, 50, 10), article(50, 100, 70)], [record(changed, 0, 10, 70)])


def test_two_files_of_one_name_are_told_apart_by_their_texts() -> None:
    namesake = record(SOURCE_TEXT[::-1], 0, 5)
    aligned = align([namesake, article(0, 50, 10)], [article(0, 60, 10)])
    assert (correct(aligned), aligned.unmatched) == (1, 1)


def test_a_place_that_was_only_assumed_aligns_and_refuses_nothing() -> None:
    gold = replace(article(0, 50, 10), source="p.jsonl", located=False)
    predicted = replace(record("x" * 60, 0, 10), source="p.jsonl", located=False)
    assert align([gold], [predicted]).left_out == 1


def test_a_copy_is_aligned_at_each_of_its_places() -> None:
    copied = SOURCE_TEXT[:30]
    whole = copied + "---" + copied
    gold = replace(record(copied, 0, 5, 12), also=(Occurrence("a.txt", 33, 63),))
    aligned = align([gold], [record(whole, 0, 5, 33 + 12)])
    assert (correct(aligned), len(aligned.predicted), aligned.left_out) == (2, 2, 0)


def test_articles_that_only_touch_do_not_overlap() -> None:
    aligned = align([article(0, 20, 5)], [record("x" * 10, 20, 22)])
    assert (aligned.predicted, aligned.left_out) == ((), 1)


@given(st.integers(0, 40), st.integers(60, 100), st.sets(st.integers(0, 98), max_size=12))
def test_other_boundaries_never_change_what_is_right(start: int, end: int, triggers: set[int]) -> None:
    gold = [article(0, 45, *(each for each in triggers if each <= 43)), article(45, 95)]
    inside = sorted(each for each in triggers if start <= each <= end - 2)
    aligned = align(gold, [article(start, end, *inside)])
    gold_inside = [each for each in inside if each <= 43]
    assert correct(aligned) == len(gold_inside)
    assert aligned.left_out == len([each for each in inside if each == 44 or each > 93])


def test_a_source_of_many_articles_is_aligned_without_comparing_all_with_all() -> None:
    def articles(length: int) -> list[Record]:
        return [record(f"{number:08}{'-' * length}", number * 20, number * 20) for number in range(20_000)]

    aligned = align(articles(12), articles(11))
    assert (correct(aligned), aligned.left_out) == (20_000, 0)
