"""Words and turns of the wire: invented sentences with the type, trigger and status of each of their events."""

from collections.abc import Callable

import pytest

from .conftest import Reading

TOLD = """
Our patrol had a confrontation with the gunmen near the bridge. | Attack.Clash confrontation
Confrontations picked up again along the front line on Sunday, rebels said. | Attack.Clash Confrontations
The rebels used heavy artillery overnight, the ministry said. | Attack.Shelling used
Government forces used helicopter gunships against villages in the delta. | Attack.Airstrike used
The general said his men would take no offensive action. | Attack.Assault action:d
Gunmen riddled the minister's car with bullets. | Attack.Assault riddled
A suicide attacker rammed a truck into the gate. | Attack.Bombing rammed
The garrison came under attack at midnight. | Attack.Assault attack
Our camp was under fire from artillery all night. | Attack.Shelling fire
Eight soldiers fell in the battle for the pass. | Attack.Clash battle; Harm.Kill fell
# Truce in Valdia delayed again | Ceasefire.Agree delayed:d
The warlord went along with the ceasefire. | Ceasefire.Agree went along
Both sides pledged to respect the ceasefire. | Ceasefire.Hold respect:p
The truce continues to hold. | Ceasefire.Hold hold
The truce is still in effect. | Ceasefire.Hold in effect
# Mavia, Ruvania report violations | Ceasefire.Violate violations
Fighting went on despite a Saudi-brokered ceasefire. | Attack.Clash Fighting; Ceasefire.Agree brokered
# Rebels agree truce | Ceasefire.Agree agree
A convoy of 20 aid trucks is on its way to Lorra. | Aid.Deliver on its way
# Food convoy en route to Kasal | Aid.Deliver en route
The truce has allowed aid to reach the valley. | Aid.Deliver reach
The minister dismissed the chances of a truce. | Statement.Deny dismissed
# Mavia, Ruvania trade accusations | Statement.Accuse accusations
# EU agrees Mavia sanctions | Sanction.Impose agrees
The army has lost control of the port. | Territory.Seize lost control
Rebel troops inched closer to the capital. | Territory.Seize inched
Mavian troops crossed the border on Sunday. | Force.Intervene crossed
"""
STATUSES = {"": "occurred", "p": "planned", "h": "hypothetical", "d": "denied"}
STATUS = """
It was the latest village to be shelled. | shelled
He was the last hostage to be freed by the gang. | freed
The killing of the priest led villagers to demand an inquiry. | demand
Hunger compelled the garrison to surrender. | surrender
The garrison was powerless to retake the bridge. | retake:d
Unable to deliver food, the agency left the valley. | deliver:d
The rebels are ready to free the hostages. | free:h
The rebels will withdraw only when their pay arrives. | withdraw:h
The rebels would pull back only if the king stepped down. | pull back:h
The envoy spoke of an earlier threat to bomb the pipeline. | threat
No group has claimed responsibility for the ambush. | ambush
"""
UNTOLD = """
The minister avoided a confrontation with parliament over the budget.
The charity used trucks and helicopters.
The museum used artillery from the civil war in its show.
The bank took legal action against the firm.
The bank came under attack from shareholders for its bonuses.
The drought drove the farms to the brink of ruin.
The two sides inched closer to one another's views.
The conflict threatened to spill over the border.
The government bowed to their demands.
The company will honour the agreement with its workers.
The president was on his way to the airport.
Troops fired warning shots.
The plan drawn up by the envoy provides for elections.
"""


@pytest.mark.parametrize("line", TOLD.strip().splitlines())
def test_a_sentence_tells_its_events_and_no_others(events: Callable[..., Reading], line: str) -> None:
    sentence, _, wanted = line.partition(" | ")
    found = events(sentence.removeprefix("# "), "headline" if sentence.startswith("# ") else "body")
    assert {(event.type, event.trigger, event.status) for event in found} == {
        (event_type, *_trigger(rest)) for event_type, _, rest in (text.partition(" ") for text in wanted.split("; "))
    }


@pytest.mark.parametrize("line", STATUS.strip().splitlines())
def test_what_stands_around_an_event_gives_its_status(events: Callable[..., Reading], line: str) -> None:
    sentence, _, wanted = line.partition(" | ")
    trigger, status = _trigger(wanted)
    assert events(sentence).by(trigger).status == status


@pytest.mark.parametrize("sentence", UNTOLD.strip().splitlines())
def test_a_word_of_war_in_another_sense_is_no_event(events: Callable[..., Reading], sentence: str) -> None:
    assert events(sentence) == []


def _trigger(text: str) -> tuple[str, str]:
    trigger, _, status = text.partition(":")
    return trigger, STATUSES[status]
