"""The extractor over articles: a stream in order, offsets in the article, evidence, and hostile text."""

import shutil
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from annotations import ontology
from annotations.extraction import NAME, VERSION
from annotations.extraction.builtin import MakeRules
from annotations.extraction.rules import RulesExtractor
from annotations.model import Article, Zone
from annotations.ontology import DEFAULT, Ontology

from .conftest import article, read

TEXT = (
    "Army shells Gao\n"
    "BAMAKO (Reuters) – The army shelled Gao on Monday, a doctor said.\n"
    "A man rides past a shelled house."
)
ZONES = (Zone(0, 15, "headline"), Zone(16, 81, "body"), Zone(82, len(TEXT), "caption"))


def test_offsets_are_the_articles_own(rules: RulesExtractor) -> None:
    ((_, _, proposals),) = rules.propose([Article(TEXT, ZONES)])
    assert [proposal.event.trigger.text for proposal in proposals] == ["shells", "shelled"]
    for proposal in proposals:
        proposal.event.check(TEXT)
        assert proposal.event.article == Article(TEXT).id


def test_captions_and_datelines_have_no_events(rules: RulesExtractor) -> None:
    ((_, analysis, proposals),) = rules.propose([Article(TEXT, ZONES)])
    assert all(proposal.event.trigger.end <= 81 for proposal in proposals)
    assert all(end <= 81 for _, end in analysis.words)


def test_every_event_is_one_of_the_ontology(rules: RulesExtractor, conflict: Ontology) -> None:
    ((_, _, proposals),) = rules.propose([Article(TEXT, ZONES)])
    for proposal in proposals:
        conflict.check(proposal.event)


def test_evidence_is_text_and_confidence_a_probability(rules: RulesExtractor) -> None:
    ((_, _, proposals),) = rules.propose([Article(TEXT, ZONES)])
    for proposal in proposals:
        assert 0 < proposal.confidence < 1
        assert all(isinstance(value, str) for value in proposal.evidence.values())
    assert proposals[1].evidence["rule"] == "attack/shell"
    assert proposals[1].evidence["zone"] == "body"
    assert "actor=nsubj" in proposals[1].evidence["paths"]


def test_articles_come_in_order_each_once_even_without_text(rules: RulesExtractor) -> None:
    articles = [
        article("Rebels shelled Gao."),
        Article("", ()),
        Article("Only a caption.", (Zone(0, 15, "caption"),)),
    ] * 3
    assert [found for found, _, _ in rules.propose(articles, batch_size=2)] == articles


def test_articles_are_read_only_as_they_are_needed(rules: RulesExtractor) -> None:
    read_so_far = 0

    def endless() -> Iterator[Article]:
        nonlocal read_so_far
        while True:
            read_so_far += 1
            yield article(f"Rebels shelled village {read_so_far}.")

    stream = rules.propose(endless(), batch_size=4)
    for _ in range(5):
        next(stream)
    assert read_so_far <= 8


def test_memory_is_flat_in_the_number_of_articles(rules: RulesExtractor) -> None:
    def run(number: int) -> int:
        tracemalloc.reset_peak()
        for _ in rules.propose(article(f"Rebels shelled village {n} on Monday.") for n in range(number)):
            pass
        return tracemalloc.get_traced_memory()[1]

    tracemalloc.start()
    try:
        run(20)
        few, many = run(20), run(120)
    finally:
        tracemalloc.stop()
    assert many < few * 2


def test_the_same_text_gives_the_same_proposals(rules: RulesExtractor) -> None:
    first, second = (list(rules.propose([Article(TEXT, ZONES)])) for _ in range(2))
    assert first == second


def test_a_zone_is_read_alike_wherever_it_stands(rules: RulesExtractor) -> None:
    alone = read(next(iter(rules.propose([article("Rebels shelled the port.")])))[2])
    text = "First.\nRebels shelled the port."
    later = read(next(iter(rules.propose([Article(text, (Zone(0, 6, "body"), Zone(7, len(text), "body")))])))[2])
    assert alone == later


def test_the_extractor_says_what_it_is(rules: RulesExtractor) -> None:
    assert (rules.name, rules.version) == (NAME, VERSION)
    assert rules.model.startswith("en_core_web_sm")
    assert len(rules.rules_hash) == 16


def test_any_change_of_a_rule_is_another_rule_set(tmp_path: Path, pipeline: Language) -> None:
    folder = tmp_path / "conflict"
    shutil.copytree(DEFAULT, folder)
    before = RulesExtractor(ontology.load(folder), pipeline).rules_hash
    assert RulesExtractor(ontology.load(folder), pipeline).rules_hash == before
    with (folder / "lexicon" / "aid.toml").open("a", encoding="utf-8") as file:
        file.write("\n# mended\n")
    assert RulesExtractor(ontology.load(folder), pipeline).rules_hash != before


def test_a_maker_makes_the_same_extractor_anywhere() -> None:
    made = MakeRules(DEFAULT)()
    assert made.name == NAME


HOSTILE = [
    "Rebels\x00 shelled\x00 Gao.",
    "Rebels shelled \u202eoaG\u202c on Monday.",
    "Rebels 💥 shelled 🏥 Gao 👩‍👩‍👧 on Monday.",
    "叛军星期一炮击了加奥。Rebels shelled Gao.",
    "قصف المتمردون غاو يوم الاثنين. Rebels shelled Gao.",
    "\x1b]0;title\x07Rebels shelled \x1b[31mGao\x1b[0m.",
    "[/foo] [bold]Rebels[/] shelled {Gao} <b>on</b> %s Monday.",
    "Rebels\r\n\tshelled\u00a0Gao\u2028on\u2029Monday.\x85",
    "e\u0301" * 50 + " Rebels shelled Gao.",
    "((((" * 200 + " Rebels shelled Gao.",
    "“" * 300 + "Rebels shelled Gao.",
    "rebels and " * 300 + "soldiers fought.",
    "İSTANBUL ŞEHRİ shelled by rebels",
    "-" * 500,
    ". " * 500,
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("zone", ["headline", "body"])
def test_hostile_text_is_read_where_its_offsets_say(rules: RulesExtractor, text: str, zone: str) -> None:
    ((_, analysis, proposals),) = rules.propose([Article(text, (Zone(0, len(text), zone),))])  # type: ignore[arg-type]
    for proposal in proposals:
        proposal.event.check(text)
    for start, end in (*analysis.words, *analysis.sentences):
        assert 0 <= start < end <= len(text)


@given(st.text(max_size=80))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_text_at_all_is_read(rules: RulesExtractor, text: str) -> None:
    whole = f"Rebels {text} shelled {text} Gao, the army {text} said."
    ((_, _, proposals),) = rules.propose([article(whole)])
    for proposal in proposals:
        proposal.event.check(whole)


def test_a_megabyte_in_one_line_is_read_to_the_end(rules: RulesExtractor) -> None:
    text = "word " * 190_000 + "Rebels shelled Gao."
    one_line = article(text[-60_000:])
    ((_, _, proposals),) = rules.propose([one_line])
    assert read(proposals).of("Attack.Shelling").fillers("target") == {"Gao"}
