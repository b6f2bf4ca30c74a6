"""An event is edited and inserted with few keys, and every key can be taken back."""

from dataclasses import replace

import pytest

from annotations.errors import SpanError
from annotations.model import Analysis, Argument, Event, content_id
from annotations.ontology import Ontology
from annotations.review.draft import Draft
from annotations.review.sentence import sentences

from .invented import ANALYSIS, SHELLING, TEXT, fillers, press, saved, span, strokes


def keys_needed(draft: Draft, keys: str) -> int:
    """How many keys an act takes: the one that opened the draft, then ``keys``, of which the last one saves."""
    steps = [draft.press(letter).kind for letter in strokes(draft, keys)]
    assert steps == ["editing"] * (len(steps) - 1) + ["saved"]
    return 1 + len(steps)


class TestFewKeys:
    def test_another_mention_in_a_role_takes_four_keys(self, draft: Draft) -> None:
        assert keys_needed(draft, "a <Northern Monitor> enter") <= 4
        assert saved(draft).fillers("actor") == (span("Northern Monitor"),)

    def test_one_more_mention_in_a_role_takes_four_keys(self, draft: Draft) -> None:
        assert keys_needed(draft, "A <Northern Monitor> enter") <= 4
        assert saved(draft).fillers("actor") == (span("Rebel fighters"), span("Northern Monitor"))

    def test_moving_an_end_by_a_word_takes_four_keys(self, draft: Draft) -> None:
        assert keys_needed(draft, "p h enter") <= 4
        assert saved(draft).fillers("place") == (span("of Karsa"),)

    def test_dropping_an_argument_takes_four_keys(self, draft: Draft) -> None:
        assert keys_needed(draft, "p x enter") <= 4
        assert saved(draft).fillers("place") == ()

    def test_inserting_an_event_with_type_and_two_arguments_takes_eleven_keys(self, blank: Draft) -> None:
        assert keys_needed(blank, "<killing> h k t <soldiers> c <at least nine> enter") <= 11
        assert saved(blank) == Event(
            content_id(TEXT),
            "Harm.Kill",
            span("killing"),
            "occurred",
            (Argument(span("soldiers"), "target"), Argument(span("at least nine"), "count")),
        )


class TestEditing:
    def test_an_unchanged_event_is_saved_as_it_was(self, draft: Draft) -> None:
        assert not draft.changed
        assert saved(draft) == SHELLING

    def test_a_label_replaces_the_filler_in_focus(self, draft: Draft) -> None:
        press(draft, "p")
        assert draft.stage.span == span("Karsa")
        press(draft, "<old port>")
        assert fillers(draft, "place") == ["old port"]

    def test_after_plus_a_label_adds_a_filler(self, draft: Draft) -> None:
        press(draft, "p plus")
        assert draft.stage.span is None
        press(draft, "<old port>")
        assert fillers(draft, "place") == ["Karsa", "old port"]

    def test_a_label_is_the_first_filler_of_an_empty_role(self, draft: Draft) -> None:
        press(draft, "w")
        assert draft.stage.span is None
        press(draft, "<Monday>")
        assert fillers(draft, "time") == ["Monday"]

    def test_letters_are_keys_again_when_a_label_is_chosen(self, draft: Draft) -> None:
        press(draft, "w <Monday>")
        assert draft.labels is None
        press(draft, "t")
        assert draft.stage.role == "target"

    def test_a_letter_pressed_again_steps_through_the_fillers(self, draft: Draft) -> None:
        press(draft, "A <Northern Monitor>")
        seen = []
        for _ in range(3):
            press(draft, "a")
            seen.append(draft.stage.span and draft.stage.span.text)
        assert seen == ["Rebel fighters", "Northern Monitor", "Rebel fighters"]

    def test_dropping_goes_on_to_the_next_filler(self, draft: Draft) -> None:
        press(draft, "A <Northern Monitor> a x")
        assert fillers(draft, "actor") == ["Northern Monitor"]
        assert draft.stage.span == span("Northern Monitor")

    def test_the_trigger_is_replaced_by_a_label(self, draft: Draft) -> None:
        press(draft, "g <killing>")
        assert draft.trigger == span("killing")

    def test_the_trigger_grows_and_shrinks_by_words(self, draft: Draft) -> None:
        press(draft, "g h")
        assert draft.trigger == span("fighters shelled")
        press(draft, "L l")
        assert draft.trigger == span("shelled the")
        press(draft, "H")
        assert draft.trigger == span("shelled")

    def test_an_end_stays_in_the_sentence(self, draft: Draft) -> None:
        step = press(draft, "a h")
        assert (step.kind, step.message) == ("refused", "the sentence ends here")

    def test_the_last_word_of_a_span_stays(self, draft: Draft) -> None:
        step = press(draft, "p l")
        assert (step.kind, step.message) == ("refused", "‘Karsa’ has no word to spare")

    def test_ends_step_over_punctuation_marks(self, draft: Draft) -> None:
        press(draft, "w <Monday> L")
        assert fillers(draft, "time") == ["Monday, killing"]

    def test_the_status_takes_one_letter(self, draft: Draft) -> None:
        press(draft, "v d")
        assert saved(draft).status == "denied"

    def test_the_type_takes_two_letters(self, draft: Draft) -> None:
        press(draft, "y a")
        assert draft.types is not None
        assert {option.key[0] for option in draft.types.possible} == {"a"}
        press(draft, "b")
        assert saved(draft).type == "Attack.Bombing"

    def test_a_role_that_the_type_lacks_is_refused_with_those_it_has(self, draft: Draft) -> None:
        step = press(draft, "m")
        assert step.kind == "refused"
        assert step.message.startswith("Attack.Shelling has no role mediator; its roles: a actor, t target")

    def test_arguments_are_saved_in_the_order_of_the_roles_and_the_text(self, draft: Draft) -> None:
        press(draft, "w <Monday> A <Northern Monitor> A <Karsa>")
        assert [(argument.role, argument.span.text) for argument in saved(draft).arguments] == [
            ("actor", "Rebel fighters"),
            ("actor", "Karsa"),
            ("actor", "Northern Monitor"),
            ("place", "Karsa"),
            ("time", "Monday"),
        ]

    def test_the_same_filler_twice_is_one(self, draft: Draft) -> None:
        step = press(draft, "A <Rebel fighters>")
        assert step.message == "‘Rebel fighters’ already fills actor"
        assert fillers(draft, "actor") == ["Rebel fighters"]

    def test_a_filler_moved_onto_another_is_saved_once(self, draft: Draft) -> None:
        press(draft, "A <fighters> h")
        assert fillers(draft, "actor") == ["Rebel fighters", "Rebel fighters"]
        assert saved(draft).fillers("actor") == (span("Rebel fighters"),)

    def test_an_event_whose_text_differs_cannot_be_opened(self, conflict: Ontology) -> None:
        with pytest.raises(SpanError):
            Draft.edit(SHELLING, TEXT.replace("shelled", "SHELLED"), ANALYSIS, conflict)

    def test_an_event_of_an_unknown_type_asks_for_one(self, conflict: Ontology) -> None:
        draft = Draft.edit(replace(SHELLING, type="Weather.Storm"), TEXT, ANALYSIS, conflict)
        assert press(draft, "enter").message == "no type yet: y opens the types"
        press(draft, "y a s")
        assert saved(draft) == SHELLING

    def test_an_event_of_an_unknown_status_is_not_saved(self, conflict: Ontology) -> None:
        draft = Draft.edit(replace(SHELLING, status="rumoured"), TEXT, ANALYSIS, conflict)
        assert press(draft, "enter").message == "status 'rumoured' is not in ontology conflict/1"
        press(draft, "v o")
        assert saved(draft) == SHELLING

    def test_a_saved_draft_can_go_on(self, draft: Draft) -> None:
        press(draft, "p x")
        saved(draft)
        press(draft, "backspace")
        assert saved(draft).fillers("place") == (span("Karsa"),)


class TestFillersWithoutARole:
    """Another type may lack roles; what filled them is shown, and dropped on save."""

    def test_a_type_without_the_role_sets_its_fillers_aside_and_says_so(self, draft: Draft) -> None:
        press(draft, "n <old port>")
        step = press(draft, "y d m")
        assert step.message == "Diplomacy.Meet has no instrument ‘old port’: dropped on save"
        assert draft.aside == (Argument(span("old port"), "instrument"),)
        assert draft.prompts[0].startswith("instrument ‘old port’: dropped on save")

    def test_saving_drops_them_by_name(self, draft: Draft) -> None:
        step = press(draft, "n <old port> y d m enter")
        assert step.message == "dropped: instrument ‘old port’"
        assert step.event is not None
        assert step.event.arguments == SHELLING.arguments

    def test_a_type_with_the_role_brings_them_back(self, draft: Draft) -> None:
        press(draft, "n <old port> y d m y a a")
        assert draft.aside == ()
        assert saved(draft).fillers("instrument") == (span("old port"),)

    def test_the_focus_leaves_a_role_that_is_gone(self, draft: Draft) -> None:
        press(draft, "n <old port> y d m")
        assert draft.stage.role is None


class TestInserting:
    def test_it_begins_with_labels_for_the_trigger(self, blank: Draft) -> None:
        assert blank.labels is not None
        assert blank.stage.role is None
        assert {hint.span.text for hint in blank.labels.options} >= {"shelled", "killing"}

    def test_the_types_come_up_by_themselves(self, blank: Draft) -> None:
        press(blank, "<killing>")
        assert blank.types is not None

    def test_it_is_not_saved_without_a_trigger(self, blank: Draft) -> None:
        assert press(blank, "enter").message == "no trigger yet: a label chooses its word"

    def test_it_is_not_saved_without_a_type(self, blank: Draft) -> None:
        assert press(blank, "<killing> enter").message == "no type yet: two letters choose it"
        assert press(blank, "escape enter").message == "no type yet: y opens the types"

    def test_a_role_waits_for_a_type(self, blank: Draft) -> None:
        assert press(blank, "<killing> escape t").message == "no type yet: y opens the types"

    def test_it_stays_in_the_reading_sentence(self, conflict: Ontology) -> None:
        draft = Draft.insert(1, TEXT, ANALYSIS, conflict)
        press(draft, "<meet> d m p")
        assert draft.labels is not None
        assert {hint.span.text for hint in draft.labels.options} >= {"Velm", "Envoys"}
        assert all(hint.span.start >= TEXT.index("Envoys") for hint in draft.labels.options)

    def test_a_sentence_that_is_not_there_is_an_error(self, conflict: Ontology) -> None:
        with pytest.raises(SpanError, match="sentence 2 is none of the article's 2"):
            Draft.insert(2, TEXT, ANALYSIS, conflict)

    def test_text_without_analysis_is_taken_by_lines_and_white_space(self, conflict: Ontology) -> None:
        assert len(sentences(TEXT, Analysis())) == 2
        draft = Draft.insert(0, TEXT, Analysis(), conflict)
        press(draft, "<killing> h k p <Karsa> h w <Monday>")
        event = saved(draft)
        assert event.fillers("place") == (span("of Karsa"),)
        assert event.fillers("time") == (span("Monday"),)


class TestSteppingBackAndLeaving:
    def test_backspace_brings_a_dropped_filler_back(self, draft: Draft) -> None:
        press(draft, "p x backspace")
        assert fillers(draft, "place") == ["Karsa"]

    def test_backspace_takes_a_half_typed_type_back(self, draft: Draft) -> None:
        press(draft, "y a backspace d")
        assert draft.types is not None
        assert draft.types.typed == "d"

    def test_backspace_with_nothing_done_is_refused(self, draft: Draft) -> None:
        assert press(draft, "backspace").message == "nothing to step back to; esc leaves"

    def test_escape_closes_the_labels_first(self, draft: Draft) -> None:
        assert press(draft, "p escape").kind == "editing"
        assert draft.labels is None
        assert press(draft, "escape").kind == "cancelled"

    def test_escape_leaves_an_insertion_that_has_no_trigger_at_once(self, blank: Draft) -> None:
        step = press(blank, "escape")
        assert (step.kind, step.message) == ("cancelled", "")

    def test_leaving_says_when_something_was_lost(self, draft: Draft) -> None:
        press(draft, "p x")
        assert draft.changed
        assert press(draft, "escape").message == "left without saving"

    def test_enter_with_half_a_label_typed_is_refused(self, draft: Draft) -> None:
        assert press(draft, "y a enter").message == "type 'a' is half typed: backspace takes it back"

    def test_a_key_without_meaning_is_refused_with_the_roles(self, draft: Draft) -> None:
        step = press(draft, "q")
        assert step.kind == "refused"
        assert step.message.startswith("'q' does nothing here; Attack.Shelling has a actor")

    def test_the_trigger_cannot_be_dropped(self, draft: Draft) -> None:
        assert press(draft, "x").kind == "refused"

    def test_an_empty_role_has_nothing_to_drop_or_move(self, draft: Draft) -> None:
        assert press(draft, "t x").message == "target has no filler in focus to drop"
        assert press(draft, "h").message == "target has no filler in focus to move an end of"
