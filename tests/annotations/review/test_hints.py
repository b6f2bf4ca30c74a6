"""Labels stand on what a reviewer most likely chooses, in few letters, each where it can be seen."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import OntologyError
from annotations.model import Analysis, Span
from annotations.ontology import Ontology
from annotations.review import likelihood
from annotations.review.choosing import Chooser, statuses, types
from annotations.review.hints import hints
from annotations.review.lettering import ERGONOMIC, lettering
from annotations.review.likelihood import Likelihood
from annotations.review.sentence import Sentence

from .invented import ANALYSIS, TEXT, span

FIRST = Sentence.at(TEXT, ANALYSIS, 0)


class TestLettering:
    def test_one_letter_each_while_letters_last(self) -> None:
        assert lettering(26, "") == tuple(ERGONOMIC)

    def test_the_likeliest_twenty_keep_one_letter(self) -> None:
        lengths = [len(key) for key in lettering(200, "xhlHL+")]
        assert lengths == [1] * 20 + [2] * 180

    def test_the_home_row_comes_first(self) -> None:
        assert set(lettering(7, "xhl")) == set("fjdksag")

    def test_up_to_sixty_labels_need_no_shift_key(self) -> None:
        assert "".join(lettering(60, "xhlt")).islower()

    @given(st.integers(0, 2000), st.sets(st.sampled_from("abcdefghijklmnopqrstuvwxyzHLATP+"), max_size=26))
    def test_no_label_begins_another_or_has_a_reserved_letter(self, count: int, reserved: set[str]) -> None:
        keys = lettering(count, reserved)
        assert not any(b.startswith(a) for a, b in pairwise(sorted(keys)))
        assert not set("".join(keys)) & reserved


class TestLikelihood:
    def ranked(self, ontology: Ontology, role: str) -> list[str]:
        found = likelihood.load(ontology).fillers(role, FIRST, span("shelled"), [span("killing")])
        return [filler.text for filler in found]

    def test_places_come_first_for_a_place(self, conflict: Ontology) -> None:
        assert self.ranked(conflict, "place")[0] == "Karsa"

    def test_numbers_come_first_for_a_count(self, conflict: Ontology) -> None:
        assert self.ranked(conflict, "count")[0] == "at least nine"

    def test_times_come_first_for_a_time(self, conflict: Ontology) -> None:
        assert self.ranked(conflict, "time")[0] == "Monday"

    def test_groups_come_first_for_an_actor(self, conflict: Ontology) -> None:
        assert self.ranked(conflict, "actor")[0] == "Rebel fighters"

    def test_mentions_come_before_words_and_the_events_own_trigger_last(self, conflict: Ontology) -> None:
        ranked = self.ranked(conflict, "target")
        assert ranked.index("Northern Monitor") < ranked.index("killing")
        assert ranked[-1] == "shelled"

    def test_words_that_fill_nothing_get_no_label(self, conflict: Ontology) -> None:
        assert not {"the", "of", "on", "said"} & set(self.ranked(conflict, "actor"))

    def test_half_of_a_name_or_number_gets_no_label_and_a_word_of_a_phrase_does(self, conflict: Ontology) -> None:
        ranked = set(self.ranked(conflict, "actor"))
        assert not {"Northern", "Monitor", "least", "nine"} & ranked
        assert {"Northern Monitor", "at least nine", "soldiers", "fighters"} <= ranked

    def test_a_name_in_capitals_is_no_such_word(self) -> None:
        text = "The aid reached US and us"
        sentence = Sentence.within(text, Analysis(), 0, len(text))
        found = Likelihood(unlabelled=frozenset({"the", "us", "and"})).triggers(sentence, [])
        assert [word.text for word in found] == ["aid", "reached", "US"]

    def test_a_sentence_of_nothing_else_has_labels_all_the_same(self, conflict: Ontology) -> None:
        sentence = Sentence.within("It is over", Analysis(), 0, 10)
        assert len(likelihood.load(conflict).triggers(sentence, [])) == 3

    def test_a_trigger_is_a_single_word_and_known_ones_come_last(self, conflict: Ontology) -> None:
        found = [word.text for word in likelihood.load(conflict).triggers(FIRST, [span("killing")])]
        assert found[:2] == ["Rebel", "fighters"]
        assert found.index("shelled") < found.index("Karsa")
        assert found[-1] == "killing"

    def test_an_ontology_without_the_file_puts_the_nearest_mention_first(
        self, conflict: Ontology, tmp_path: Path
    ) -> None:
        bare = replace(conflict, folder=tmp_path)
        assert self.ranked(bare, "place")[0] == "Rebel fighters"
        assert "the" in self.ranked(bare, "place")

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            ("[roles]\nhelper = []", "role 'helper' is not in ontology conflict/1"),
            ("[roles]\nactor = 'ORG'", "roles.actor is a list of strings"),
            ("unlabelled = 3", "unlabelled is a list of strings"),
            ("roles = 3", "[roles] is a table of lists"),
            ("[roles", "hints.toml: "),
        ],
    )
    def test_a_malformed_file_is_refused_by_name(
        self, conflict: Ontology, tmp_path: Path, content: str, message: str
    ) -> None:
        (tmp_path / "hints.toml").write_text(content, "utf-8")
        with pytest.raises(OntologyError, match=re.escape(message)) as refusal:
            likelihood.load(replace(conflict, folder=tmp_path))
        assert "hints.toml" in str(refusal.value)


class TestPlaces:
    """Where labels stand."""

    def places(self, text: str, *phrases: str) -> dict[str, str]:
        """The text that each phrase's label covers, in a text where labels of one letter are enough."""
        spans = [span(phrase, text) for phrase in phrases]
        return {
            hint.span.text: f"{hint.start - hint.span.start}:{hint.end - hint.start}" for hint in hints(text, spans, "")
        }

    def test_a_label_of_one_letter_stands_in_the_blank_before_its_span_and_covers_none_of_it(self) -> None:
        assert self.places("rebels left", "rebels", "left") == {"rebels": "0:1", "left": "-1:1"}

    def test_a_label_of_two_letters_begins_in_the_blank_and_covers_one_letter(self) -> None:
        text = " ".join(f"word{number}" for number in range(30))
        covers = {(len(hint.key), text[hint.start : hint.end]) for hint in hints(text, _words(text), "")}
        assert covers == {(1, " "), (1, "w"), (2, " w")}

    def test_the_end_of_a_line_is_a_blank_too(self) -> None:
        text = "Lind\r\nrebels"
        assert self.places(text, "rebels") == {"rebels": "-1:1"}
        assert self.places("Lind\trebels", "rebels") == {"rebels": "0:1"}

    def test_spans_that_begin_together_have_a_label_each(self) -> None:
        text = "coastal guard boats left"
        assert self.places(text, "coastal guard boats", "coastal guard", "coastal", "guard") == {
            "coastal guard boats": "0:1",
            "coastal guard": "12:1",
            "coastal": "6:1",
            "guard": "0:1",
        }

    def test_a_span_without_room_for_its_label_has_none(self) -> None:
        assert set(self.places("a b", "a b", "a", "b")) == {"a b", "b"}

    def test_a_label_covers_a_character_with_the_marks_that_join_it(self) -> None:
        text = "x\u0301\u0302y"
        assert [(hint.start, hint.end) for hint in hints(text, [Span(0, 4, text)], "")] == [(0, 3)]

    def test_one_wide_character_has_room_for_two_letters(self) -> None:
        text = "政府\t" * 30
        spans = [Span(at, at + 2, text[at : at + 2]) for at in range(0, len(text), 3)]
        found = hints(text, spans, "")
        assert {len(hint.key) for hint in found} == {1, 2}
        assert {hint.end - hint.start for hint in found} == {1}

    @given(st.text("ab 政é\u0301\u200d🚀", min_size=1, max_size=60), st.data())
    def test_no_two_labels_touch(self, text: str, data: st.DataObject) -> None:
        place = st.integers(0, len(text) - 1)
        bounds = data.draw(st.lists(st.tuples(place, place), unique=True, max_size=30))
        spans = {Span.of(text, min(pair), max(pair) + 1) for pair in bounds}
        found = hints(text, sorted(spans), "xhl")
        for one, after in pairwise(found):
            assert one.end <= after.start
            assert one.end < after.start or wide(text[one.start : one.end]) > len(one.key)
        for hint in found:
            assert hint.span.start - (text[hint.start] == " ") <= hint.start < hint.end <= hint.span.end
            assert wide(text[hint.start : hint.end]) >= len(hint.key)


def _words(text: str) -> list[Span]:
    return [Span(*found.span(), found[0]) for found in re.finditer(r"\S+", text)]


def wide(text: str) -> int:
    return sum({"政": 2, "🚀": 2, "\u0301": 0, "\u200d": 0}.get(char, 1) for char in text)


class TestChoosing:
    def test_a_type_takes_two_letters(self, conflict: Ontology) -> None:
        chooser = types(conflict).press("c")
        assert [option.name for option in chooser.possible] == [
            name for name, option in conflict.types.items() if option.key.startswith("c")
        ]
        assert chooser.chosen is None
        chosen = chooser.press("v").chosen
        assert chosen is not None
        assert chosen.name == "Ceasefire.Violate"

    def test_a_status_takes_one(self, conflict: Ontology) -> None:
        chosen = statuses(conflict).press("p").chosen
        assert chosen is not None
        assert chosen.name == "planned"

    def test_a_key_that_leads_nowhere_changes_nothing(self, conflict: Ontology) -> None:
        chooser = types(conflict).press("c")
        assert chooser.press("q") is chooser
        assert chooser.press("enter") is chooser

    def test_a_letter_can_be_taken_back(self, conflict: Ontology) -> None:
        chooser = types(conflict)
        assert chooser.press("c").press("backspace") == chooser
        assert chooser.press("backspace") is chooser

    def test_nothing_to_choose_is_no_error(self) -> None:
        assert Chooser(()).chosen is None
