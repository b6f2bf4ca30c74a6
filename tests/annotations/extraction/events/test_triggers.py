"""Triggers: which words report an event, how far they reach, and which type the sentence gives them."""

from collections.abc import Callable

import pytest

from tests.annotations.extraction.conftest import Reading

Events = Callable[..., Reading]


def test_a_noun_under_a_light_verb_is_the_trigger(events: Events) -> None:
    assert [event.trigger for event in events("Both sides held talks.")] == ["talks"]


def test_a_full_verb_is_the_trigger_and_the_truce_its_item(events: Events) -> None:
    found = events("The army declared a 72-hour truce.")
    assert [(event.trigger, event.fillers("item")) for event in found] == [("declared", {"72-hour truce"})]


def test_a_phrasal_verb_takes_its_particle_when_it_stands_next_to_it(events: Events) -> None:
    assert events("Troops pulled back from the river.").of("Territory.Withdraw").trigger == "pulled back"
    assert events("The army pulled its tanks back.").of("Territory.Withdraw").trigger == "pulled"


def test_a_fixed_phrase_is_one_trigger(events: Events) -> None:
    assert events("The truce came into force on Monday.").of("Ceasefire.Agree").trigger == "came into force"


def test_conjoined_verbs_are_events_of_their_own(events: Events) -> None:
    assert [event.trigger for event in events("Rebels attacked and captured the base.")] == ["attacked", "captured"]


def test_one_word_can_carry_two_events(events: Events) -> None:
    found = events("Air and artillery strikes hit the port.")
    assert [event.type for event in found if event.trigger == "strikes"] == ["Attack.Airstrike", "Attack.Shelling"]


def test_shot_dead_is_an_attack_and_a_killing(events: Events) -> None:
    found = events("Seven people were shot dead in Jos.")
    assert [(event.trigger, event.type) for event in found] == [("shot", "Attack.Assault"), ("dead", "Harm.Kill")]


def test_a_hyphen_does_not_hide_a_truce(events: Events) -> None:
    assert events("Both sides signed a cease-fire.").of("Ceasefire.Agree").fillers("item") == {"cease-fire"}


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("The bombardment went on.", "Attack.Shelling"),
        ("The bombardment by warplanes went on.", "Attack.Airstrike"),
        ("Gunmen launched an attack.", "Attack.Assault"),
        ("Gunmen launched a rocket attack.", "Attack.Shelling"),
        ("Gunmen launched a gas attack.", "Attack.Chemical"),
        ("The strike hit a depot.", "Attack.Airstrike"),
        ("The artillery strike hit a depot.", "Attack.Shelling"),
        ("The army fired a missile at the port.", "Attack.Shelling"),
        ("The army tested a missile.", "Weapons.Develop"),
        ("Teachers held a general strike.", "Protest.Stage"),
    ],
)
def test_the_sentence_decides_the_type(events: Events, sentence: str, event_type: str) -> None:
    assert events(sentence).types() == {event_type}


def test_a_truce_already_in_place_is_no_trigger(events: Events) -> None:
    assert events("The truce's third day was calm.") == []


def test_of_a_truce_that_collapsed_the_end_is_the_one_event(events: Events) -> None:
    assert [event.trigger for event in events("The truce that collapsed was the fourth.")] == ["collapsed"]


def test_an_attack_noun_keeps_the_verb_from_being_one(events: Events) -> None:
    assert [event.trigger for event in events("Air strikes hit two towns.")] == ["strikes"]


def test_a_state_before_a_noun_is_no_event_but_a_predicate_is(events: Events) -> None:
    assert events("Besieged districts lack water.") == []
    assert events("Two districts are besieged.").of("Siege.Impose").trigger == "besieged"


def test_aid_that_is_held_up_is_not_delivered(events: Events) -> None:
    assert events("The army obstructed aid deliveries.").types() == {"Aid.Obstruct"}


def test_a_headline_in_title_case_is_read_as_a_sentence(events: Events) -> None:
    found = events("Army Shells Border Town, Kills Nine Villagers", "headline")
    assert [(event.trigger, event.type) for event in found] == [
        ("Shells", "Attack.Shelling"), ("Kills", "Harm.Kill"),
    ]  # fmt: skip


def test_a_headline_leaves_out_auxiliaries(events: Events) -> None:
    event = events("Four soldiers killed in ambush", "headline").of("Harm.Kill")
    assert event.arguments == {("count", "Four"), ("target", "soldiers"), ("instrument", "ambush")}


def test_a_missing_space_after_a_full_stop_breaks_nothing(events: Events) -> None:
    found = events("Rebels shelled Donetsk on Monday.The army captured a bridge on Tuesday.")
    assert found.of("Attack.Shelling").fillers("target") == {"Donetsk"}
    assert found.of("Territory.Seize").fillers("target") == {"bridge"}


def test_spelling_is_british_or_american(events: Events) -> None:
    assert events("Ukraine mobilised 9,000 soldiers.").types() == events("Ukraine mobilized 9,000 soldiers.").types()


def test_each_trigger_and_type_is_proposed_once(events: Events) -> None:
    found = events("Warplanes bombed the port, and warplanes bombed the bridge.")
    assert len(found) == 2
