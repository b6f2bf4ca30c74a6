"""Every type of the conflict ontology is proposed, from verbs and from nouns."""

from collections.abc import Callable

import pytest

from annotations.ontology import Ontology

from .conftest import Reading

SENTENCES = [
    ("Ceasefire.Agree", "agreed", "Both armies agreed to a ceasefire in Marib on Tuesday."),
    ("Ceasefire.Agree", "took effect", "The truce took effect at midnight."),
    ("Ceasefire.Agree", "start", "Residents welcomed the start of the truce."),
    ("Ceasefire.Hold", "held", "The truce held for a third day in Taiz."),
    ("Ceasefire.Hold", "extension", "The envoy announced the extension of the ceasefire."),
    ("Ceasefire.Violate", "breached", "Rebels breached the ceasefire near Donetsk."),
    ("Ceasefire.Violate", "violations", "Monitors counted nine violations of the truce."),
    ("Ceasefire.End", "collapsed", "The ceasefire collapsed on Sunday."),
    ("Ceasefire.End", "collapse", "Aid workers feared the collapse of the truce."),
    ("Diplomacy.Meet", "met", "The foreign ministers of Chad and Niger met in Geneva on Monday."),
    ("Diplomacy.Meet", "talks", "The generals held talks in Juba."),
    ("Diplomacy.Agree", "signed", "The two governments signed a peace treaty in Oslo."),
    ("Diplomacy.Agree", "agreement", "The two sides reached an agreement on fishing rights."),
    ("Statement.Accuse", "accused", "Kenya accused the militia of burning villages."),
    ("Statement.Accuse", "condemnation", "The raid drew condemnation from the council."),
    ("Statement.Deny", "denied", "Moscow denied the allegation."),
    ("Statement.Deny", "denial", "The ministry issued a denial."),
    ("Statement.Demand", "urged", "The United Nations urged both sides to stop the fighting."),
    ("Statement.Demand", "calls", "The president ignored calls for his resignation."),
    ("Statement.Threaten", "threatened", "The general threatened to bomb the capital."),
    ("Statement.Threaten", "ultimatum", "The army issued an ultimatum to the rebels."),
    ("Statement.Claim", "claimed", "The Lions Brigade claimed responsibility for the attack."),
    ("Attack.Airstrike", "bombed", "Warplanes bombed a market in Idlib."),
    ("Attack.Airstrike", "strikes", "The air force carried out strikes on Sirte."),
    ("Attack.Shelling", "hit", "Mortar shells hit a school in Gaza."),
    ("Attack.Shelling", "bombardment", "The bombardment of Grozny lasted a week."),
    ("Attack.Bombing", "blew", "A suicide bomber blew himself up at a checkpoint in Kabul."),
    ("Attack.Bombing", "bombing", "A suicide bombing wrecked the hotel."),
    ("Attack.Chemical", "used", "The army used chlorine gas against the town."),
    ("Attack.Chemical", "attack", "Doctors treated victims of a gas attack."),
    ("Attack.Clash", "clashed", "Rebels clashed with soldiers near the border."),
    ("Attack.Clash", "fighting", "Heavy fighting shook the suburbs."),
    ("Attack.Assault", "attacked", "Gunmen attacked a convoy outside Mopti."),
    ("Attack.Assault", "offensive", "The army launched an offensive against the militia."),
    ("Harm.Kill", "killed", "The blast killed 12 soldiers."),
    ("Harm.Kill", "deaths", "The shelling caused nine deaths."),
    ("Harm.Kill", "dead", "Gunfire left six villagers dead."),
    ("Harm.Injure", "wounded", "Shrapnel wounded at least five children."),
    ("Harm.Injure", "injuries", "Doctors reported dozens of injuries."),
    ("Territory.Seize", "captured", "Insurgents captured the town of Kidal."),
    ("Territory.Seize", "capture", "State radio announced the capture of the bridge."),
    ("Territory.Withdraw", "withdrew", "Troops withdrew from the airport on Friday."),
    ("Territory.Withdraw", "withdrawal", "The withdrawal of foreign troops began in June."),
    ("Force.Deploy", "deployed", "The government deployed 3,000 soldiers to the border."),
    ("Force.Deploy", "deployment", "The deployment of peacekeepers will take weeks."),
    ("Force.Intervene", "invaded", "Ethiopia invaded Somalia in 2006."),
    ("Force.Intervene", "intervention", "The intervention in Mali began in 2013."),
    ("Siege.Impose", "besieged", "Rebels besieged the city of Homs."),
    ("Siege.Impose", "siege", "The siege of the town lasted months."),
    ("Aid.Deliver", "delivered", "The agency delivered food to the camp."),
    ("Aid.Deliver", "delivery", "The delivery of medicine resumed."),
    ("Aid.Obstruct", "blocked", "Militiamen blocked an aid convoy at the bridge."),
    ("Aid.Obstruct", "stuck", "Food for the camp was stuck at the port."),
    ("People.Displace", "fled", "Thousands of people fled the city."),
    ("People.Displace", "evacuation", "The evacuation of civilians began at dawn."),
    ("People.Detain", "arrested", "Police arrested ten activists in Minsk."),
    ("People.Detain", "abduction", "The abduction of 30 pupils shocked the country."),
    ("People.Return", "released", "The rebels released 20 prisoners."),
    ("People.Return", "release", "Families waited for the release of the hostages."),
    ("Sanction.Impose", "imposed", "Washington imposed sanctions on two banks."),
    ("Weapons.Develop", "tested", "North Korea tested a ballistic missile."),
    ("Weapons.Develop", "launch", "Seoul condemned the launch of a rocket."),
    ("Weapons.Disarm", "gave up", "The militia gave up its weapons."),
    ("Weapons.Disarm", "denuclearization", "The talks concern the denuclearization of the peninsula."),
    ("Protest.Stage", "protested", "Students protested against the war in Khartoum."),
    ("Protest.Stage", "demonstration", "Police watched a demonstration in Lima."),
]


@pytest.mark.parametrize(("event_type", "trigger", "sentence"), SENTENCES)
def test_a_sentence_of_the_type_has_its_trigger(
    events: Callable[..., Reading], event_type: str, trigger: str, sentence: str
) -> None:
    assert events(sentence).of(event_type).trigger == trigger


def test_there_is_a_sentence_for_every_type(conflict: Ontology) -> None:
    assert {event_type for event_type, _, _ in SENTENCES} == set(conflict.types)


NONE = [
    "She had an attack of flu.",
    "The company launched a website.",
    "The new plant will meet the demand for steel.",
    "Besieged families waited in rebel-held areas.",
    "The meeting room was empty.",
    "The tenor stormed the stage and conquered the stalls.",
    "Critics bombarded the minister with advice.",
    "He asked not to be named.",
    "Hundreds of people live near the airport.",
    "The ceasefire deal has twelve pages.",
    "The ministry said it had no comment.",
    "Prices fell on Monday.",
    "The team captured the mood of the city.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_an_idiom_or_a_state_is_no_event(events: Callable[..., Reading], sentence: str) -> None:
    assert events(sentence) == []
