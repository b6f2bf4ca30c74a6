"""Explanations: what fired and why, and what kept the nearest rule from speaking."""

import shutil
from collections.abc import Callable

import pytest
from spacy.language import Language

from annotations import ontology
from annotations.extraction.explaining.explainer import Explainer
from annotations.extraction.explaining.explanation import Explanation, Fired, Missed
from annotations.extraction.explaining.obstacles import witnessed
from annotations.extraction.rules import RulesExtractor
from annotations.extraction.weighing.confidence import Confidence, logistic
from annotations.model import Article, Span, Zone, ZoneName
from annotations.ontology import Ontology
from tests.annotations.extraction.conftest import article

Explain = Callable[..., Explanation]

SMALL = """
[[family]]
verb = "drop"
type = "Attack.Airstrike"
needs = "object @bomb | object leaflet"

[[family]]
verb = "strike"
cases = [
  { needs = "subject @aircraft", type = "Attack.Airstrike" },
  { needs = "object any", not = "object deal/bargain", type = "Attack.Assault" },
]

[[family]]
verb = "besiege"
type = "Siege.Impose"

[[family]]
verb = "take control"
type = "Territory.Seize"
"""


@pytest.fixture(scope="module")
def explainer(conflict: Ontology, pipeline: Language) -> Explainer:
    return Explainer(conflict, pipeline)


@pytest.fixture(scope="module")
def explain(explainer: Explainer) -> Explain:
    def of(text: str, zone: ZoneName = "body") -> Explanation:
        return explainer.explain(article(text, zone))

    return of


def fired(explanation: Explanation, trigger: str) -> Fired:
    (found,) = (one for one in explanation.fired if one.trigger.text == trigger)
    return found


def missed(explanation: Explanation, word: str) -> Missed:
    (found,) = (one for one in explanation.missed if one.word.text == word)
    return found


def paths(event: Fired) -> dict[str, str]:
    return {argument.span.text: argument.path for argument in event.arguments}


# -- what fired --------------------------------------------------------------------------------------------------------
def test_an_event_names_its_family_and_where_that_stands(explain: Explain, conflict: Ontology) -> None:
    place = fired(explain("Rebels shelled the port."), "shelled").place
    assert (place.family, place.word, place.part_of_speech) == ("shell", "shell", "verb")
    assert place.line is not None
    lines = (conflict.folder / place.file).read_text("utf-8").splitlines()
    assert lines[place.line - 1] == "[[family]]"
    assert "shell" in lines[place.line] + lines[place.line + 1]


def test_the_paths_of_an_active_verb_lead_to_subject_and_object(explain: Explain) -> None:
    found = fired(explain("Rebels shelled the port on Monday."), "shelled")
    assert paths(found) == {
        "Rebels": "shelled ↓ subject Rebels",
        "port": "shelled ↓ object port",
        "Monday": "shelled ↓ preposition on ↓ object Monday",
    }
    assert {(one.span.text, one.relation, one.given_by) for one in found.arguments} == {
        ("Rebels", "subject", "frame"),
        ("port", "object", "frame"),
        ("Monday", "when", "grammar"),
    }


def test_the_paths_of_a_passive_turn_subject_and_object_round(explain: Explain) -> None:
    found = fired(explain("The port was shelled by rebels."), "shelled")
    assert paths(found) == {
        "port": "shelled ↓ passive subject port",
        "rebels": "shelled ↓ agent by ↓ object rebels",
    }
    assert {one.span.text: one.relation for one in found.arguments} == {"port": "object", "rebels": "subject"}


def test_the_paths_of_a_noun_climb_to_the_verb_that_lends_it_its_clause(explain: Explain) -> None:
    found = fired(explain("Rebels launched an attack on the convoy."), "attack")
    assert found.place.part_of_speech == "noun"
    assert paths(found)["Rebels"] == "attack ↑ object of launched ↓ subject Rebels"
    assert paths(found)["convoy"] == "attack ↓ preposition on ↓ object convoy"


def test_a_role_that_the_family_gives_is_told_from_its_types_frame(explain: Explain) -> None:
    found = fired(explain("Three rockets hit the school."), "hit")
    assert {one.span.text: one.given_by for one in found.arguments}["rockets"] == "rule"


def test_a_condition_that_held_names_the_word_that_satisfied_it(explain: Explain) -> None:
    found = fired(explain("Warplanes hit the school."), "hit")
    assert [witnessed(need) for need in found.needs] == ["subject: Warplanes"]
    assert not any(veto.holds for veto in found.vetoes)
    assert found.place.case is not None


@pytest.mark.parametrize(
    ("sentence", "trigger", "cue"),
    [
        ("Rebels failed to shell the port.", "shell", "the governing word “fail”"),
        ("Rebels will shell the port.", "shell", "the auxiliary “will”, a weak cue, but the only one"),
        ("Rebels did not shell the port.", "shell", "the negation “not”"),
        ("Rebels shelled the port.", "shelled", "no cue, so what the ontology lists first"),
    ],
)
def test_the_status_names_the_word_that_gave_it(explain: Explain, sentence: str, trigger: str, cue: str) -> None:
    assert fired(explain(sentence), trigger).cue == cue


def test_the_weights_add_up_to_the_confidence(explain: Explain) -> None:
    found = fired(explain("Rebels shelled the port on Monday."), "shelled")
    assert sum(weight for _, weight in found.weights) == pytest.approx(found.score)
    assert logistic(found.score) == pytest.approx(found.confidence, abs=1e-4)
    assert {"bias", "role=actor"} <= {name for name, _ in found.weights}


def test_other_weights_may_be_in_force(conflict: Ontology, pipeline: Language) -> None:
    explainer = Explainer(conflict, pipeline, Confidence({"bias": 1.0}))
    found = fired(explainer.explain(article("Rebels shelled the port.")), "shelled")
    assert (found.weights, found.confidence) == ((("bias", 1.0),), 0.7311)


def test_it_explains_exactly_what_the_extractor_proposes(explain: Explain, rules: RulesExtractor) -> None:
    text = (
        "Warplanes bombed Sorn on Friday and killed nine villagers, a monitor said. The council urged both sides to "
        "respect the truce they signed in Lind, but talks on a prisoner swap collapsed."
    )
    ((_, _, proposals),) = rules.propose([article(text)])
    assert len(proposals) > 4
    assert [
        (one.trigger, one.type, one.status, one.confidence, {(arg.role, arg.span) for arg in one.arguments})
        for one in explain(text).fired
    ] == [
        (
            one.event.trigger,
            one.event.type,
            one.event.status,
            one.confidence,
            {(arg.role, arg.span) for arg in one.event.arguments},
        )
        for one in proposals
    ]


# -- what did not ------------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def small(conflict: Ontology, pipeline: Language, tmp_path_factory: pytest.TempPathFactory) -> Explain:
    """Explanations by a lexicon of four families, which nobody widens."""
    folder = tmp_path_factory.mktemp("ontology")
    (folder / "lexicon").mkdir()
    for name in ("ontology.toml", "grammar.toml", "lexicon/classes.toml"):
        shutil.copy(conflict.folder / name, folder / name)
    (folder / "lexicon" / "own.toml").write_text(SMALL, "utf-8")
    explainer = Explainer(ontology.load(folder), pipeline)
    return lambda text: explainer.explain(article(text))


def obstacles(explanation: Explanation, word: str) -> list[tuple[str, str, str]]:
    assert explanation.fired == ()
    return [(one.hurdle, one.text, one.found) for one in missed(explanation, word).obstacles]


def test_an_object_of_another_kind_is_named_beside_the_condition(small: Explain) -> None:
    assert obstacles(small("Workers dropped the ladder."), "dropped") == [
        ("needs", "object @bomb | object leaflet", "object: ladder")
    ]


def test_a_missing_object_is_said_to_be_missing(small: Explain) -> None:
    assert obstacles(small("Prices dropped."), "dropped") == [
        ("needs", "object @bomb | object leaflet", "object: nothing")
    ]


def test_a_veto_that_held_is_named_with_its_word(small: Explain) -> None:
    assert obstacles(small("The union struck a deal."), "struck") == [("not", "object deal/bargain", "object: deal")]


def test_of_several_rules_the_one_with_the_fewest_failures_is_nearest(small: Explain) -> None:
    found = missed(small("The union struck a deal."), "struck")
    assert (found.nearest.rule, found.nearest.case, found.rules) == ("own/strike#2", 2, 2)


def test_a_word_that_only_describes_a_noun_is_said_to(small: Explain) -> None:
    assert obstacles(small("Besieged districts lack water."), "Besieged") == [
        ("attributive", "attributive = true", "it only describes districts")
    ]


def test_a_word_read_as_another_part_of_speech_is_said_to_be(small: Explain) -> None:
    assert obstacles(small("The drop in prices was steep."), "drop") == [
        ("part_of_speech", "the verb “drop”", "here it was read as noun or adjective")
    ]


def test_a_phrase_of_which_only_the_first_word_stands_there_is_incomplete(small: Explain) -> None:
    assert obstacles(small("The boy took a nap."), "took") == [("phrase", "“control” after it", "not there")]


def test_a_word_that_the_lexicon_lacks_is_named_with_the_nearest_it_has(explain: Explain) -> None:
    unknown = {one.word.text: one for one in explain("Peasants bomberd the old mill.").unknown}
    assert unknown["bomberd"].nearest in {"bomb", "bombard", "bomber"}
    assert unknown["mill"].nearest is None
    assert "place_noun" in unknown["mill"].classes


def test_a_sentence_with_an_event_lists_no_unknown_words(explain: Explain) -> None:
    assert explain("Rebels shelled the mill.").unknown == ()


def test_an_empty_stretch_has_nothing_to_explain(explain: Explain) -> None:
    assert explain(" \n ") == Explanation(" \n ", (), (), (), ())


# -- in an article -----------------------------------------------------------------------------------------------------
def test_in_an_article_only_the_words_in_focus_are_explained(explainer: Explainer) -> None:
    text = "Port shelled\n\nRebels shelled Sorn. Rebels captured Lind.\n"
    whole = Article(text, (Zone(0, 13, "headline"), Zone(14, len(text), "body")))
    start = text.index("captured")
    explanation = explainer.explain(whole, Span.of(text, start, start + 8))
    assert [one.trigger for one in explanation.fired] == [Span.of(text, start, start + 8)]
    assert [one.text for one in explanation.sentences] == ["Rebels captured Lind."]


def test_where_another_type_is_wanted_what_keeps_it_is_told_beside_what_fired(explainer: Explainer) -> None:
    text = "Warplanes hit the school."
    explanation = explainer.explain(article(text), Span.of(text, 10, 13), "Attack.Clash")
    assert [one.type for one in explanation.fired] == ["Attack.Airstrike"]
    assert [one.nearest.type for one in explanation.missed] == ["Attack.Clash"]


def test_what_stands_in_a_caption_is_not_read(explainer: Explainer) -> None:
    text = "Rebels shelled the port."
    assert explainer.explain(article(text, "caption"), Span.of(text, 7, 14)).sentences == ()
