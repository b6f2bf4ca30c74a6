"""Newswire: invented sentences of many wars and voices, with the type, trigger and status of each of their events."""

from collections.abc import Callable

import pytest

from .conftest import Reading

STORIES = """
Police in riot gear charged demonstrators outside parliament, injuring dozens. | Harm.Injure injuring
Rhodesian commandos struck deep inside Mozambique, wiping out a guerrilla camp. | Attack.Assault struck
Somali gunmen looted a U.N. food ship at the port of Mogadishu. | Aid.Obstruct looted
The World Food Programme said its planes had begun dropping sorghum over southern Sudan. | Aid.Deliver dropping
The OAS suspended Honduras after the coup. | Sanction.Impose suspended
Heavy weapons fire could be heard from the direction of the airport. | Attack.Shelling fire
A general strike paralysed Dhaka. | Protest.Stage strike
Under the accord, both armies will cease all hostilities from Sunday. | Ceasefire.Agree cease:p
Both factions stopped fighting after church leaders intervened. | Ceasefire.Agree stopped
The truce has survived a string of killings. | Ceasefire.Hold survived; Harm.Kill killings
A Karen commander declared the ceasefire dead. | Ceasefire.End declared
The parties are close to a deal on sharing oil revenue. | Diplomacy.Agree deal:h
The general assembly adopted a non-binding motion. | Diplomacy.Agree adopted
Rwanda accused Kinshasa of arming Hutu fighters. | Statement.Accuse accused
Kyiv blamed Moscow for the blast. | Attack.Bombing blast; Statement.Accuse blamed
The army held the separatists responsible for the ambush. | Attack.Assault ambush; Statement.Accuse held
Human rights groups criticised the crackdown. | Attack.Assault crackdown; Statement.Accuse criticised
The patriarch denounced the killings as a crime against God. | Harm.Kill killings; Statement.Accuse denounced
The Tamil Tigers denied responsibility for the bombing. | Attack.Bombing bombing; Statement.Deny denied
Russia refuted reports that its jets had bombed the clinic. | Attack.Airstrike bombed:d; Statement.Deny refuted
A UN panel recommended an arms embargo. | Sanction.Impose embargo:h; Statement.Demand recommended
Two bombs fell on a school during an air raid. | Attack.Airstrike fell; Attack.Airstrike raid
Mortar fire hit a queue outside a bakery. | Attack.Shelling fire
A barrage of Grad rockets struck the railway station. | Attack.Shelling struck
A bomb ripped through a commuter train in Madrid. | Attack.Bombing ripped
The bombing of the Marriott hotel killed 54. | Attack.Bombing bombing; Harm.Kill killed
A female bomber struck a wedding hall. | Attack.Bombing struck
A grenade was thrown into a bar in Bujumbura. | Attack.Assault thrown
Saddam's army gassed the Kurds of Halabja. | Attack.Chemical gassed
The commission found that sarin had been used in the attack. | Attack.Chemical attack; Attack.Chemical used
The militia fought off an attack by gunmen. | Attack.Assault attack:d
Rebels ambushed a column of trucks, killing 14. | Attack.Assault ambushed; Harm.Kill killing
A mob attacked the embassy with petrol bombs. | Attack.Assault attacked
The Taliban overran Kunduz in hours. | Territory.Seize overran
The army entered Kilinochchi on Friday. | Territory.Seize entered
Tanzania's intervention toppled Idi Amin. | Force.Intervene intervention; Territory.Seize toppled
The Pentagon will airdrop meals over Tikrit. | Aid.Deliver airdrop:p
Militias looted a WFP warehouse in Merca. | Aid.Obstruct looted
Relief flights to Juba were suspended. | Aid.Obstruct suspended
Customs officials held up shipments of medicine. | Aid.Obstruct held up
More than 100,000 Kurds streamed over the border into Turkey. | People.Displace streamed
Donors suspended aid to the government. | Sanction.Impose suspended
India carried out five underground nuclear tests in 1998. | Weapons.Develop tests
Inspectors oversaw the destruction of 3,000 tonnes of mustard gas. | Weapons.Disarm destruction
The IRA put its weapons beyond use. | Weapons.Disarm put
Maoist fighters locked up their arms in containers. | Weapons.Disarm locked up
UNITA has yet to disarm. | Weapons.Disarm disarm:d
Villagers blocked a highway to protest against the killing. | Harm.Kill killing; Protest.Stage protest
The protest drew 5,000 people. | Protest.Stage protest
Thousands of ethnic Hmong have been repatriated from Thai camps. | People.Return repatriated
A booby-trapped motorcycle went off near a market. | Attack.Bombing went off
The ceasefire commission is to verify the pullback. | Territory.Withdraw pullback
The army wants to flush the rebels out of the forest. | Territory.Seize flush:h
Residents said troops went from house to house, dragging off young men. | People.Detain dragging off
Dozens were cut down by machine-gun fire. | Attack.Assault fire; Harm.Kill cut down
A panel of experts accused Liberia of gun-running. | Statement.Accuse accused
Nine villages have been emptied by the fighting. | Attack.Clash fighting; People.Displace emptied
The U.N. said food convoys would resume once roads were safe. | Aid.Deliver resume:h
A crowd of 3,000 besieged the prefecture. | Siege.Impose besieged
Mali's junta ordered the French ambassador to leave within 72 hours. | Sanction.Impose ordered
The rebels seized his cattle and burned his hut, the farmer said. | Attack.Assault burned
Weapons were placed under international control. | Weapons.Disarm placed
Tehran said it had begun installing advanced centrifuges. | Weapons.Develop installing
A previously unknown group took responsibility for the kidnapping. | People.Detain kidnapping; Statement.Claim took
In Grozny, shooting could be heard through the night. | Attack.Assault shooting
# Last hostages leave jungle after 5 years | People.Return leave
# Food aid reaches starving Liberians | Aid.Deliver reaches
The rebels would pull back if the army did the same. | Territory.Withdraw pull back:h
The talks are due to start in Oslo on Monday. | Diplomacy.Meet talks:p
The convoy was supposed to reach the town on Sunday. | Aid.Deliver reach:h
The strike could lead to a wider war. | Attack.Airstrike strike
The council is considering sanctions against the junta. | Sanction.Impose sanctions:h
The militia refused to hand over the body. | People.Return hand over:d
The army stopped short of entering the town. | Territory.Seize entering:d
The rebels say they will not lay down their arms. | Weapons.Disarm lay down:d
The army has suspended its air strikes. | Attack.Airstrike strikes:d
The opposition has called a general strike for Monday. | Protest.Stage strike:p
The envoy hopes to revive talks. | Diplomacy.Meet talks:h
He warned that the truce might not hold. | Ceasefire.Hold hold:h
The rebels allegedly executed 20 villagers. | Harm.Kill executed:h
He is charged with ordering the murder of a journalist. | Harm.Kill murder
It was not clear who carried out the attack. | Attack.Assault attack
To avoid clashes, the army left the town. | Attack.Clash clashes:d; Territory.Withdraw left
The UN sent monitors to prevent fighting. | Attack.Clash fighting:d; Force.Deploy sent
Talks ended without agreement. | Diplomacy.Agree agreement:d; Diplomacy.Meet Talks
# Army says to pull out of valley | Territory.Withdraw pull out:p
# Kenya mulls sanctions on militia | Sanction.Impose sanctions:h
# Rebel chief rejects truce call | Statement.Deny rejects
# Ethiopia, Eritrea trade blame over fighting | Attack.Clash fighting; Statement.Accuse trade
# Somali pirates free tanker crew | People.Return free
# Truce in doubt after gunmen attack bus | Attack.Assault attack
The rebels must pull back by Friday, the envoy said. | Territory.Withdraw pull back:h
The two leaders aim to sign the treaty in June. | Diplomacy.Agree sign:p
The army is poised to storm the town. | Attack.Assault storm:p
The minister is expected to meet rebel leaders this week. | Diplomacy.Meet meet:p
The militia is preparing to attack the port. | Attack.Assault attack:p
The leaders agreed to exchange prisoners. | Diplomacy.Agree agreed; People.Return exchange:p
Neither side fired a shot. | Attack.Assault fired:d
There was no immediate claim of responsibility. | Statement.Claim claim:d
The president ruled out a ceasefire. | Statement.Deny ruled out
The army said it had no plans to leave the valley. | Territory.Withdraw leave:d
The general ordered his troops to withdraw. | Territory.Withdraw withdraw:p
Analysts fear a new offensive in spring. | Attack.Assault offensive:h
Diplomats said a truce could be announced within days. | Ceasefire.Agree announced:h
A ceasefire will take effect at noon on Thursday. | Ceasefire.Agree take effect:p
Germany may send a hospital ship. | Force.Deploy send:h
Without aid, thousands could die. | Harm.Kill die:h
The attempt to kill the president failed. | Harm.Kill kill:d
Attempts to deliver food have failed. | Aid.Deliver deliver:d
He said the group had never attacked civilians. | Attack.Assault attacked:d
The accord calls for the withdrawal of all foreign troops. | Territory.Withdraw withdrawal:h
Under the plan, rebels would surrender their weapons. | Weapons.Disarm surrender:p
The two sides are to exchange prisoners on Saturday. | People.Return exchange:p
The deputies are to vote on the treaty next week. | Diplomacy.Agree vote:p
Rebels threatened to resume attacks. | Attack.Assault attacks:p; Statement.Threaten threatened
The army denied it had bombed the school. | Attack.Shelling bombed:d; Statement.Deny denied
Witnesses said the army shelled the market. | Attack.Shelling shelled
The soldiers are believed to have been killed. | Harm.Kill killed
An alleged massacre of villagers is being investigated. | Harm.Kill massacre:h
It was unclear whether anyone was hurt. | Harm.Injure hurt:h
If talks fail, the war will go on. | Diplomacy.Meet talks:h
The ceasefire, if it holds, will be the longest yet. | Ceasefire.Hold holds:h
The army vowed to crush the revolt. | Attack.Assault crush:p; Statement.Threaten vowed
No one was hurt in the attack. | Attack.Assault attack; Harm.Injure hurt:d
Three days of talks produced no agreement. | Diplomacy.Agree agreement:d; Diplomacy.Meet talks
They failed to reach a deal. | Diplomacy.Agree deal:d
# Nepal rebels to free 30 soldiers | People.Return free:p
# Rebels may halt attacks, envoy says | Attack.Assault attacks:h
# Aid ship held at port | Aid.Obstruct held
# Gunmen seize mayor's son | People.Detain seize
# U.S. strikes kill 12 in Yemen | Attack.Airstrike strikes; Harm.Kill kill
# Militia leader shot dead in Basra | Attack.Assault shot; Harm.Kill dead
# EU slaps sanctions on Minsk | Sanction.Impose slaps
# Talks on island's future break down | Diplomacy.Meet Talks
# Bomb blast near mosque wounds 15 | Attack.Bombing blast; Harm.Injure wounds
# Colombia army says rebel boss killed | Harm.Kill killed
# Thousands rally in Tbilisi | Protest.Stage rally
"""
"""A sentence a line (``#``: a headline); behind a trigger ``p``, ``h`` or ``d`` where its event has not occurred."""

STATUSES = {"": "occurred", "p": "planned", "h": "hypothetical", "d": "denied"}


@pytest.mark.parametrize("line", STORIES.strip().splitlines())
def test_a_sentence_tells_its_events_and_no_others(events: Callable[..., Reading], line: str) -> None:
    sentence, _, wanted = line.partition(" | ")
    found = events(sentence.removeprefix("# "), "headline" if sentence.startswith("# ") else "body")
    assert {(event.type, event.trigger, event.status) for event in found} == {
        _event(text) for text in wanted.split("; ")
    }


def _event(text: str) -> tuple[str, str, str]:
    event_type, _, rest = text.partition(" ")
    trigger, _, status = rest.partition(":")
    return event_type, trigger, STATUSES[status]
