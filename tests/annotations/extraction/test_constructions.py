"""Constructions: arguments that stand elsewhere than beside their trigger."""

from collections.abc import Callable

import pytest

from annotations.model import ZoneName

from .conftest import Case, Reading, cases

CASES: list[tuple[str, ZoneName, str, str]] = [
    (
        "Militia free 9 captive nurses",
        "headline",
        "People.Return free",
        "actor Militia; count 9; target captive nurses",
    ),
    ("Dara begins withdrawal from the border.", "body", "Territory.Withdraw withdrawal", "actor Dara; place border"),
    (
        "The militia agreed to a truce with the clans.",
        "body",
        "Ceasefire.Agree agreed",
        "actor clans; actor militia; item truce",
    ),
    ("On Friday there was fighting in the suburbs.", "body", "Attack.Clash fighting", "place suburbs; time Friday"),
    (
        "Police said they freed girls whom the gang had kidnapped.",
        "body",
        "People.Detain kidnapped",
        "actor gang; target girls",
    ),
    (
        "Six men were killed in shelling in Dara.",
        "body",
        "Harm.Kill killed",
        "count Six; instrument shelling; place Dara; target men",
    ),
    ("Six men were killed in shelling in Dara.", "body", "Attack.Shelling shelling", "place Dara"),
    ("There were some deaths among police.", "body", "Harm.Kill deaths", "target police"),
    ("All those killed were drivers.", "body", "Harm.Kill killed", "target drivers"),
    ("The rocket landed near its camp.", "body", "Attack.Shelling landed", "instrument rocket; place near its camp"),
    ("The minister met them in front of reporters.", "body", "Diplomacy.Meet met", "actor minister; actor them"),
    ("Thousands fled the war between Chad and Niger.", "body", "People.Displace fled", "count Thousands"),
    ("An attack in Dara province kills 5.", "body", "Attack.Assault attack", "place Dara province"),
    (
        "An attack in Dara province kills 5.",
        "body",
        "Harm.Kill kills",
        "count 5; instrument attack; place Dara province",
    ),
    (
        "The rebels' top commander accused the army of lying.",
        "body",
        "Statement.Accuse accused",
        "actor rebels' top commander; item lying; target army",
    ),
    (
        "Agency Xinhua said leader Kim called for tests.",
        "body",
        "Statement.Demand called",
        "actor leader Kim; item tests; source Agency Xinhua",
    ),
    (
        "Other nurses and teachers were abducted in Maradi.",
        "body",
        "People.Detain abducted",
        "place Maradi; target Other nurses; target teachers",
    ),
    (
        "The army and the militia said they were negotiating.",
        "body",
        "Diplomacy.Meet negotiating",
        "actor army; actor militia; source army; source militia",
    ),
    (
        "Japan condemned Dara's launch of a rocket.",
        "body",
        "Statement.Accuse condemned",
        "actor Japan; item Dara's launch of a rocket",
    ),
    ("Japan condemned Dara's launch of a rocket.", "body", "Weapons.Develop launch", "actor Dara; item rocket"),
    (
        "The army will hand over some strips of land.",
        "body",
        "Territory.Withdraw hand over",
        "actor army; item strips of land",
    ),
    ("The disarmament of the clans began.", "body", "Weapons.Disarm disarmament", "actor clans"),
    ("Supplies have not reached the children.", "body", "Aid.Deliver reached", "item Supplies; target children"),
    (
        "At least 12 people were killed when a bomb exploded outside a mosque in Quetta.",
        "body",
        "Harm.Kill killed",
        "count At least 12; target people",
    ),
    (
        "At least 12 people were killed when a bomb exploded outside a mosque in Quetta.",
        "body",
        "Attack.Bombing exploded",
        "instrument bomb; place Quetta; place outside a mosque",
    ),
    ("Ten soldiers killed, 20 wounded in Mali ambush", "headline", "Attack.Assault ambush", "place Mali"),
    (
        "Army retakes key bridge from rebels in Sudan",
        "headline",
        "Territory.Seize retakes",
        "actor Army; place Sudan; target key bridge",
    ),
    (
        "Nigeria: Bandits kidnap 30 pupils in Kaduna",
        "headline",
        "People.Detain kidnap",
        "actor Bandits; count 30; place Kaduna; target pupils",
    ),
    (
        "France to pull troops out of Chad",
        "headline",
        "Territory.Withdraw pull",
        "actor France; item troops; place Chad",
    ),
    (
        "The African Union has called on Rwanda to withdraw its troops from eastern Congo.",
        "body",
        "Statement.Demand called",
        "actor African Union; item withdraw its troops from eastern Congo; target Rwanda",
    ),
    (
        "The African Union has called on Rwanda to withdraw its troops from eastern Congo.",
        "body",
        "Territory.Withdraw withdraw",
        "actor Rwanda; item troops; place eastern Congo",
    ),
    (
        "Troops of Operation Hadin Kai neutralised 15 terrorists in Borno.",
        "body",
        "Harm.Kill neutralised",
        "actor Troops; count 15; place Borno; target terrorists",
    ),
]


@pytest.mark.parametrize(("sentence", "zone", "event", "arguments"), CASES)
def test_every_argument_and_none_besides(
    events: Callable[..., Reading], sentence: str, zone: ZoneName, event: str, arguments: str
) -> None:
    event_type, _, trigger = event.partition(" ")
    found = events(sentence, zone).of(event_type, trigger)
    assert sorted(f"{role} {text}" for role, text in found.arguments) == sorted(arguments.split("; "))


# A sentence with its trigger in brackets, and below it every argument of that event.
SHARED = """
Mali backed the clans in [attacks] on army posts in Gao.
  actor clans; place Gao; target army posts
Commandos killed nine men in two [attacks] on a camp near Bor.
  actor Commandos; place near Bor; target camp
Nine men died in an [attack] on a camp near Bor.
  place near Bor; target camp
After [talks] with Chadian officials in Lomé, the minister said the border would open.
  actor Chadian officials; actor minister; place Lomé
The valley was the scene of fierce [fighting] in 1988.
  place valley; time 1988
The army carried out a raid in Gao on Saturday, [killing] six men.
  actor army; count six; instrument raid; place Gao; target men; time Saturday
Police fired on marchers in Homs and Hama, [killing] three.
  actor Police; count three; place Hama; place Homs
Three soldiers [died] and eight were hurt in an ambush in Gao.
  count Three; instrument ambush; place Gao; target soldiers
Six men were [shot] and wounded during a protest near Gao.
  count Six; place near Gao; target men
Two days of clashes in the suburbs have left 38 people [dead].
  count 38; instrument clashes; place suburbs; target people
The truce between the clans and the junta [collapsed] on Saturday.
  actor clans; actor junta; item truce; time Saturday
Guards were [killed] by sniper fire on the road to Gao.
  instrument sniper fire; place road; target Guards
They fled the fighting in which 900 men have [died].
  count 900; instrument fighting; target men
The Front claimed the raid in a statement that said nine men had been [killed].
  count nine; source Front; target men
The rebels, the general said, had [left] Gao.
  actor rebels; place Gao; source general
The general did not say whether rebels had [shelled] the port.
  actor rebels; target port
Chad and the clans held [talks] under the auspices of the Gulf League.
  actor Chad; actor clans; mediator Gulf League
A bomber [killed] nine guards.
  actor bomber; count nine; target guards
"""


@pytest.mark.parametrize("case", cases(SHARED))
def test_an_event_has_what_its_clause_shares_with_it(events: Callable[..., Reading], case: Case) -> None:
    assert events(case.sentence).by(case.trigger).told() == case.arguments


def test_who_stands_behind_a_headline_s_colon_is_its_source(events: Callable[..., Reading]) -> None:
    event = events("Nine men killed in raid on camp: army", "headline").of("Harm.Kill")
    assert event.fillers("source") == {"army"}


STATUSES = [
    ("Both unions were able to strike a deal on wages.", "Diplomacy.Agree", "occurred"),
    ("The treaty could lead to the signing of a pact.", "Diplomacy.Agree", "hypothetical"),
    ("The talks turned to questions of disarmament.", "Weapons.Disarm", "hypothetical"),
]


@pytest.mark.parametrize(("sentence", "event_type", "status"), STATUSES)
def test_the_governing_word_gives_the_status(
    events: Callable[..., Reading], sentence: str, event_type: str, status: str
) -> None:
    assert events(sentence).of(event_type).status == status


def test_a_headline_s_infinitive_is_planned(events: Callable[..., Reading]) -> None:
    assert events("France to pull troops out of Chad", "headline").of("Territory.Withdraw").status == "planned"


def test_a_headline_s_single_quotes_are_no_possessives(events: Callable[..., Reading]) -> None:
    assert events("Council 'condemns' rocket test", "headline").of("Statement.Accuse").trigger == "condemns"


def test_a_word_cut_at_its_hyphen_is_whole_again(events: Callable[..., Reading]) -> None:
    assert "counter-raids" in {event.trigger for event in events("Troops faced counter-raids near Homs.")}


def test_an_auxiliary_said_once_makes_both_verbs_passive(events: Callable[..., Reading]) -> None:
    found = events("Four were killed and nine wounded in the blast.")
    assert found.of("Harm.Kill").arguments == {("count", "Four"), ("instrument", "blast")}
    assert found.of("Harm.Injure").arguments == {("count", "nine"), ("instrument", "blast")}


def test_whom_a_sniper_shot_was_killed_by_a_person(events: Callable[..., Reading]) -> None:
    assert events("He was killed by a sniper.").of("Harm.Kill").fillers("actor") == {"sniper"}
