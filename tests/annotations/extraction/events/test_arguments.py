"""Arguments from the clause: voice, control, coordination, nouns and their light verbs, and how spans are cut."""

from collections.abc import Callable

import pytest

from tests.annotations.extraction.conftest import Reading

Events = Callable[..., Reading]


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Rebels shelled the village.", "shelled"),
        ("The village was shelled by rebels.", "shelled"),
        ("Rebels that shelled the village were punished.", "shelled"),
        ("Rebels shelling the village sank a ferry.", "shelling"),
        ("The village shelled by rebels stood empty.", "shelled"),
        ("Rebels were told to stop shelling the village.", "shelling"),
        ("By shelling the village, rebels angered the elders.", "shelling"),
    ],
)
def test_voice_and_control_change_nothing_about_who_and_whom(events: Events, sentence: str, trigger: str) -> None:
    event = events(sentence).of("Attack.Shelling", trigger)
    assert {text.lower() for text in event.fillers("actor")} == {"rebels"}
    assert event.fillers("target") == {"village"}


def test_a_conjoined_verb_has_the_first_ones_subject(events: Events) -> None:
    event = events("Rebels attacked the base and captured a bridge.").of("Territory.Seize")
    assert event.arguments == {("actor", "Rebels"), ("target", "bridge")}


def test_the_object_of_the_last_conjoined_verb_is_the_firsts_too(events: Events) -> None:
    event = events("Rebels attacked and captured the base.").of("Attack.Assault")
    assert event.fillers("target") == {"base"}


def test_conjoined_parties_are_one_argument_each(events: Events) -> None:
    event = events("Chad, Niger and Mali signed a treaty.").of("Diplomacy.Agree")
    assert event.fillers("actor") == {"Chad", "Niger", "Mali"}


def test_a_light_verbs_subject_is_the_nouns(events: Events) -> None:
    event = events("The air force carried out three strikes on Sirte.").of("Attack.Airstrike")
    assert event.trigger == "strikes"
    assert event.arguments == {("actor", "air force"), ("target", "Sirte")}


def test_a_nouns_possessor_and_of_phrase_are_who_and_whom(events: Events) -> None:
    event = events("The army's bombardment of Grozny went on.").of("Attack.Shelling")
    assert event.arguments == {("actor", "army"), ("target", "Grozny")}


def test_an_adjective_before_a_noun_is_who(events: Events) -> None:
    event = events("Russian air strikes hit Aleppo.").of("Attack.Airstrike")
    assert event.arguments == {("actor", "Russian"), ("target", "Aleppo")}


def test_between_names_the_parties(events: Events) -> None:
    event = events("Clashes between herders and farmers broke out in Plateau state.").of("Attack.Clash")
    assert event.fillers("actor") == {"herders", "farmers"}
    assert event.fillers("place") == {"Plateau state"}


def test_a_munition_is_the_instrument_not_the_actor(events: Events) -> None:
    event = events("Mortar shells hit a school in Gaza.").of("Attack.Shelling")
    assert event.arguments == {("instrument", "Mortar shells"), ("target", "school"), ("place", "Gaza")}


def test_victims_hang_on_the_harm_with_the_attack_as_instrument(events: Events) -> None:
    event = events("An air raid on a market killed 20 traders.").of("Harm.Kill")
    assert event.fillers("instrument") == {"air raid"}
    assert event.fillers("target") == {"traders"}


def test_whose_weapon_it_is_acts(events: Events) -> None:
    event = events("Armenian missiles killed nine villagers.").of("Harm.Kill")
    assert event.arguments == {
        ("actor", "Armenian"), ("instrument", "Armenian missiles"), ("count", "nine"), ("target", "villagers"),
    }  # fmt: skip


def test_who_urged_whom_to_do_what(events: Events) -> None:
    found = events("The UN asked Rwanda to release the hostages.")
    assert found.of("Statement.Demand").arguments == {
        ("actor", "UN"), ("target", "Rwanda"), ("item", "release the hostages"),
    }  # fmt: skip
    assert found.of("People.Return").arguments == {("actor", "Rwanda"), ("target", "hostages")}


def test_who_accused_whom_of_what(events: Events) -> None:
    found = events("Chad accused Niger of shelling the village.")
    assert found.of("Statement.Accuse").arguments == {
        ("actor", "Chad"), ("target", "Niger"), ("item", "shelling the village"),
    }  # fmt: skip
    assert found.of("Attack.Shelling").fillers("actor") == {"Niger"}


def test_each_other_are_the_subjects_themselves(events: Events) -> None:
    event = events("Both clans accused each other of violating a truce.").of("Ceasefire.Violate")
    assert event.fillers("actor") == {"Both clans"}


def test_a_pronoun_gives_way_to_what_it_means_in_the_sentence(events: Events) -> None:
    event = events("The army said it had captured the town.").of("Territory.Seize")
    assert event.fillers("actor") == {"army"}


def test_a_pronoun_stays_where_the_sentence_names_nothing(events: Events) -> None:
    assert events("They shelled the village.").of("Attack.Shelling").fillers("actor") == {"They"}


def test_a_relative_pronoun_means_the_attack_not_the_convoy(events: Events) -> None:
    event = events("The attack on a convoy that killed nine drivers was condemned.").of("Harm.Kill")
    assert event.fillers("instrument") == {"attack"}


@pytest.mark.parametrize(
    ("sentence", "count", "target"),
    [
        ("At least 40 civilians were killed.", "At least 40", "civilians"),
        ("Dozens of villagers were killed.", "Dozens", "villagers"),
        ("Tens of thousands of people were killed.", "Tens of thousands", "people"),
        ("Nearly 1,200 rebel fighters were killed.", "Nearly 1,200", "rebel fighters"),
        ("More than a dozen soldiers were killed.", "More than a dozen", "soldiers"),
        ("Several nurses were killed.", "Several", "nurses"),
    ],
)
def test_a_number_is_cut_off_its_noun(events: Events, sentence: str, count: str, target: str) -> None:
    event = events(sentence).of("Harm.Kill")
    assert event.arguments == {("count", count), ("target", target)}


def test_a_number_alone_is_the_count(events: Events) -> None:
    assert events("The blast killed 12.").of("Harm.Kill").arguments == {("count", "12"), ("instrument", "blast")}


def test_a_number_before_a_nominal_trigger_is_its_count(events: Events) -> None:
    assert events("The clinic recorded at least 25 deaths.").of("Harm.Kill").fillers("count") == {"at least 25"}


def test_where_there_is_no_count_the_number_stays(events: Events) -> None:
    assert events("The two sides clashed.").of("Attack.Clash").fillers("actor") == {"two sides"}


@pytest.mark.parametrize(
    ("phrase", "span"),
    [
        ("the town of Gao", "town of Gao"),
        ("the rebels' last stronghold", "rebels' last stronghold"),
        ("a bridge that crosses the river", "bridge"),
        ("the airport, a former base", "airport"),
        ("its northern suburbs", "northern suburbs"),
        ("the rebel-held city", "rebel-held city"),
    ],
)
def test_spans_are_cut_as_the_guidelines_cut_them(events: Events, phrase: str, span: str) -> None:
    assert events(f"Soldiers captured {phrase} on Monday.").of("Territory.Seize").fillers("target") == {span}


def test_an_empty_head_keeps_its_of_phrase(events: Events) -> None:
    event = events("The leaders of Mali and Niger met on Monday.").of("Diplomacy.Meet")
    assert event.fillers("actor") == {"leaders of Mali and Niger"}


@pytest.mark.parametrize(
    ("phrase", "place"),
    [
        ("in Gao", "Gao"),
        ("near the river", "near the river"),
        ("north of the city of Gao", "north of the city of Gao"),
        ("in areas east of Gao", "areas east of Gao"),
        ("outside parliament", "outside parliament"),
        ("across the country", "country"),
        ("in the hills west of Gao", "hills west of Gao"),
        ("in the mountains of Cauca province", "mountains of Cauca province"),
        ("in the area between Gao and the river", "area between Gao and the river"),
    ],
)
def test_a_place_goes_without_its_preposition_unless_that_is_part_of_it(
    events: Events, phrase: str, place: str
) -> None:
    assert events(f"Rebels clashed with soldiers {phrase}.").of("Attack.Clash").fillers("place") == {place}


def test_where_explains_a_place(events: Events) -> None:
    event = events("They left Kidal, where rebels killed the mayor in May.").of("Harm.Kill")
    assert event.fillers("place") == {"Kidal"}
    assert event.fillers("time") == {"May"}


@pytest.mark.parametrize(
    ("phrase", "time"),
    [
        ("on Monday", "Monday"),
        ("last week", "last week"),
        ("in the past three days", "past three days"),
        ("early on Tuesday", "early on Tuesday"),
        ("at midnight on Friday", "midnight on Friday"),
        ("overnight", "overnight"),
        ("two weeks ago", "two weeks ago"),
        ("during a decade of war", "decade of war"),
        ("in a day or two", "day or two"),
    ],
)
def test_a_time_goes_without_its_preposition(events: Events, phrase: str, time: str) -> None:
    assert events(f"Rebels shelled the village {phrase}.").of("Attack.Shelling").fillers("time") == {time}


def test_the_time_of_the_agreeing_is_not_the_time_of_what_is_agreed(events: Events) -> None:
    found = events("Chad and Niger agreed on Monday to send troops to Gao.")
    assert found.of("Diplomacy.Agree").fillers("time") == {"Monday"}
    assert found.of("Force.Deploy").fillers("time") == set()


def test_what_is_the_worst_in_years_does_not_happen_in_years(events: Events) -> None:
    assert events("It was the fiercest fighting in decades.").of("Attack.Clash").fillers("time") == set()


def test_the_time_of_the_saying_is_not_the_time_of_the_event(events: Events) -> None:
    event = events("Rebels shelled the port, the governor said on Monday.").of("Attack.Shelling")
    assert event.fillers("time") == set()


def test_a_participle_shares_the_place_and_time_of_its_clause(events: Events) -> None:
    event = events("Rebels attacked a barracks in Gao on Monday, killing six soldiers.").of("Harm.Kill")
    assert event.fillers("place") == {"Gao"}
    assert event.fillers("time") == {"Monday"}


def test_a_host_is_no_party(events: Events) -> None:
    event = events("Qatar hosted talks between the government and the rebels.").of("Diplomacy.Meet")
    assert event.fillers("mediator") == {"Qatar"}
    assert event.fillers("actor") == {"government", "rebels"}


def test_the_parties_of_a_truce_after_battles_fought_them(events: Events) -> None:
    event = events("The two militias signed a truce after nine days of battles.").of("Attack.Clash")
    assert event.fillers("actor") == {"two militias"}
    assert event.fillers("time") == {"nine days"}
