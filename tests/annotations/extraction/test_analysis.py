"""The analysis: sentences, words and mentions for review, on the article's own offsets."""

from annotations.extraction.rules import RulesExtractor
from annotations.model import Analysis, MentionKind

from .conftest import article

TEXT = "On Friday the rebels shelled the town of Gao. At least 40 civilians left, the United Nations said."


def analysed(rules: RulesExtractor, text: str = TEXT) -> Analysis:
    ((_, analysis, _),) = rules.propose([article(text)])
    return analysis


def mentions(rules: RulesExtractor, kind: MentionKind) -> set[str]:
    return {TEXT[m.start : m.end] for m in analysed(rules).mentions if m.kind == kind}


def test_sentences_are_whole_and_in_order(rules: RulesExtractor) -> None:
    assert [TEXT[start:end] for start, end in analysed(rules).sentences] == [TEXT[:45], TEXT[46:]]


def test_words_leave_out_white_space(rules: RulesExtractor) -> None:
    text = "Rebels  shelled\n Gao."
    assert [text[start:end] for start, end in analysed(rules, text).words] == ["Rebels", "shelled", "Gao", "."]


def test_noun_phrases_are_cut_as_arguments_are(rules: RulesExtractor) -> None:
    assert {"rebels", "town of Gao", "civilians"} <= mentions(rules, "noun_phrase")


def test_entities_go_without_their_article(rules: RulesExtractor) -> None:
    assert "United Nations" in mentions(rules, "entity")


def test_numbers_and_times_are_mentions_of_their_own(rules: RulesExtractor) -> None:
    assert "At least 40" in mentions(rules, "number")
    assert "Friday" in mentions(rules, "time")


def test_mentions_are_in_order_and_stand_once(rules: RulesExtractor) -> None:
    found = analysed(rules).mentions
    assert list(found) == sorted(set(found))
