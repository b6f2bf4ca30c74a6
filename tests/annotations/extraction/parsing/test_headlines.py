"""Headlines: verbs that the parser takes for nouns, and participles that it takes for the past."""

from collections.abc import Callable

import pytest

from tests.annotations.extraction.conftest import Reading

HEADLINES = """
Rebel chief rejects truce call | Statement.Deny rejects
Ethiopia, Eritrea trade blame over fighting | Attack.Clash fighting; Statement.Accuse trade
Somali pirates free tanker crew | People.Return free
Hundreds flee as gunmen raid village | Attack.Assault raid; People.Displace flee
Truce in doubt after gunmen attack bus | Attack.Assault attack
Kurds slam raid on village | Attack.Assault raid; Statement.Accuse slam
Army shells rebel bastion | Attack.Shelling shells
UN council demands end to siege | Siege.Impose siege; Statement.Demand demands
Jets pound militia positions near Tripoli | Attack.Airstrike pound
Chad bombs rebel convoy | Attack.Shelling bombs
Troops storm mosque in Islamabad | Attack.Assault storm
Rebels, army clash in Ituri | Attack.Clash clash
Angola, UNITA sign ceasefire | Ceasefire.Agree sign
Hostages freed after long siege | People.Return freed; Siege.Impose siege
Fighting rages in Mogadishu | Attack.Clash Fighting
Sri Lanka rejects truce offer | Statement.Deny rejects
Mediators urge truce as rebels shell port | Attack.Shelling shell; Statement.Demand urge
"""


@pytest.mark.parametrize("line", HEADLINES.strip().splitlines())
def test_a_headline_without_small_words_tells_its_events(events: Callable[..., Reading], line: str) -> None:
    headline, _, wanted = line.partition(" | ")
    found = events(headline, "headline")
    assert sorted(f"{event.type} {event.trigger}" for event in found) == wanted.split("; ")


@pytest.mark.parametrize("headline", ["Peace talks venue named", "Ceasefire monitors row", "Aid workers union chief"])
def test_a_headline_of_nouns_stays_one(events: Callable[..., Reading], headline: str) -> None:
    assert events(headline, "headline") == []


def test_who_acts_stands_before_the_verb_and_what_is_done_to_behind(events: Callable[..., Reading]) -> None:
    attack = events("Truce in doubt after gunmen attack bus", "headline").of("Attack.Assault")
    assert (attack.fillers("actor"), attack.fillers("target")) == ({"gunmen"}, {"bus"})
    shelling = events("Army shells rebel bastion", "headline").of("Attack.Shelling")
    assert (shelling.fillers("actor"), shelling.fillers("target")) == ({"Army"}, {"rebel bastion"})
