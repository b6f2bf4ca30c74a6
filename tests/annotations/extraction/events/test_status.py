"""Status: what auxiliaries, negation, conjunctions and governing words make of an event."""

from collections.abc import Callable

import pytest

from tests.annotations.extraction.conftest import Reading

CASES = [
    ("The army shelled the village.", "Attack.Shelling", "occurred"),
    ("The army did not shell the village.", "Attack.Shelling", "denied"),
    ("The army never shelled the village.", "Attack.Shelling", "denied"),
    ("The army may shell the village.", "Attack.Shelling", "hypothetical"),
    ("The army could shell the village.", "Attack.Shelling", "hypothetical"),
    ("The army will shell the village.", "Attack.Shelling", "planned"),
    ("The army is going to shell the village.", "Attack.Shelling", "planned"),
    ("If the army shells the village, the elders will resign.", "Attack.Shelling", "hypothetical"),
    ("The rebels failed to capture the bridge.", "Territory.Seize", "denied"),
    ("The rebels tried to capture the bridge.", "Territory.Seize", "hypothetical"),
    ("The rebels plan to capture the bridge.", "Territory.Seize", "planned"),
    ("The rebels vowed to capture the bridge.", "Territory.Seize", "planned"),
    ("The rebels want to capture the bridge.", "Territory.Seize", "hypothetical"),
    ("The rebels managed to capture the bridge.", "Territory.Seize", "occurred"),
    ("The rebels refused to release the hostages.", "People.Return", "denied"),
    ("The council urged the rebels to release the hostages.", "People.Return", "hypothetical"),
    ("The commander was accused of shelling the village.", "Attack.Shelling", "hypothetical"),
    ("The general denied shelling the village.", "Attack.Shelling", "denied"),
    ("There are no reports of deaths.", "Harm.Kill", "denied"),
    ("The attack was repelled.", "Attack.Assault", "denied"),
    ("The attempt to storm the prison failed.", "Attack.Assault", "denied"),
    ("The planned withdrawal of foreign troops was delayed.", "Territory.Withdraw", "planned"),
    ("The leaders called for the withdrawal of foreign troops.", "Territory.Withdraw", "hypothetical"),
    ("Without a withdrawal of troops nothing will change.", "Territory.Withdraw", "denied"),
    ("The army would not leave the valley until the rebels disarmed.", "Territory.Withdraw", "hypothetical"),
    ("Talks are to resume in Vienna on Friday.", "Diplomacy.Meet", "planned"),
    ("The session on Syria was canceled.", "Diplomacy.Meet", "denied"),
    ("The ceasefire is not dead.", "Ceasefire.End", "denied"),
    ("Seoul wants a moratorium on missile tests.", "Weapons.Develop", "denied"),
    ("Rebels left the town before the army shelled it.", "Attack.Shelling", "occurred"),
    ("The council demanded that the rebels leave the town.", "Territory.Withdraw", "hypothetical"),
]


@pytest.mark.parametrize(("sentence", "event_type", "status"), CASES)
def test_the_nearest_cue_decides(events: Callable[..., Reading], sentence: str, event_type: str, status: str) -> None:
    assert events(sentence).of(event_type).status == status


def test_a_demand_occurred_though_what_it_demands_did_not(events: Callable[..., Reading]) -> None:
    assert events("The council urged the rebels to release the hostages.").of("Statement.Demand").status == "occurred"


def test_a_negated_comment_denies_nothing_it_is_about(events: Callable[..., Reading]) -> None:
    assert events("The ministry did not comment on the bombardment.").of("Attack.Shelling").status == "occurred"
