"""Breadth: word families of news English, type by type, and idioms that look like them."""

from collections.abc import Callable

import pytest

from .conftest import Reading

FAMILIES = """
Troops beat off counter-raids near Homs on Friday. | Attack.Assault counter-raids
Civilians must stay indoors until the marines move in. | Force.Deploy move in
Few lorries would make it to Dara before the winter. | Aid.Deliver make it
The sides traded blame for the fire. | Statement.Accuse traded
# Chad and Niger announce truce deal | Ceasefire.Agree announce
# Militia free 9 captive nurses | People.Return free
Nine soldiers were freed in a prisoner swap. | People.Return freed; People.Return swap
Two nurses came home in an exchange with the militia. | People.Return came home; People.Return exchange
The envoy handed the boys to officials in Mopti. | People.Return handed
Dozens of families also returned after months away. | People.Return returned
The minister was repeating demands that Dara halt its tests. | Statement.Demand demands; Weapons.Develop halt
He repeated his pledge to crush the militia. | Attack.Assault crush; Statement.Threaten pledge
The panel called for Dara to take steps toward peace. | Statement.Demand called
The unions said they have a deal on pensions. | Diplomacy.Agree deal
It was brokered by the Red Crescent. | Diplomacy.Agree brokered
"Soon we will announce the end of the war," he said. | Diplomacy.Agree announce
Dara begins withdrawal from the border. | Territory.Withdraw withdrawal
The forces could complete a withdrawal in a week. | Territory.Withdraw withdrawal
Some 90 prisoners had been taken by the rebels. | People.Detain taken
The missile flight came days after a summit. | Diplomacy.Meet summit; Weapons.Develop flight
The leader voiced delight with the launch of the rocket. | Weapons.Develop launch
Children went back to school as the truce largely held. | Ceasefire.Hold held
The infantry captured strong trenches near the river. | Territory.Seize captured
Three thrusts into enemy lines failed. | Territory.Seize thrusts
The column was trying to reach the besieged town with food. | Aid.Deliver reach
The deal includes the handing over of arms. | Weapons.Disarm handing over
Ministers hoped to discuss a common answer. | Diplomacy.Meet discuss
The agency transferred 9 girls to their parents. | People.Return transferred
Troops were sent to rescue the girls. | Force.Deploy sent; People.Return rescue
The shell hit a wall, causing no casualties. | Attack.Shelling hit; Harm.Kill casualties
Dara has backed clans in attacks on posts. | Attack.Assault attacks
After a meeting on Syria, the council said it was worried. | Diplomacy.Meet meeting
The militia agreed to a truce with the clans. | Ceasefire.Agree agreed
Tensions between Chad and Niger erupted in street battles. | Attack.Clash battles
On Friday there was fighting in the suburbs. | Attack.Clash fighting
The ridge was the scene of fighting in 1971. | Attack.Clash fighting
The war displaced a million people during a decade of war. | People.Displace displaced
Police said they freed girls whom the gang had kidnapped. | People.Detain kidnapped; People.Return freed
Six men were killed in shelling in Dara. | Attack.Shelling shelling; Harm.Kill killed
The army took guns in the fighting. | Attack.Clash fighting
There were some deaths among police. | Harm.Kill deaths
The brigade had 80 of its men killed or wounded. | Harm.Injure wounded; Harm.Kill killed
All those killed were drivers. | Harm.Kill killed
The rocket landed near its camp. | Attack.Shelling landed
The missile flew over Dara. | Weapons.Develop flew
The minister met them in front of reporters. | Diplomacy.Meet met
Thousands fled the war between Chad and Niger. | People.Displace fled
An attack in Dara province kills 5. | Attack.Assault attack; Harm.Kill kills
The rebels' top commander accused the army of lying. | Statement.Accuse accused
Agency Xinhua said leader Kim called for tests. | Statement.Demand called
A patrol said it was shelled. | Attack.Shelling shelled
Other nurses and teachers were abducted in Maradi. | People.Detain abducted
The army and the militia said they were negotiating. | Diplomacy.Meet negotiating
Japan condemned Dara's launch of a rocket. | Statement.Accuse condemned; Weapons.Develop launch
The army will hand over some strips of land. | Territory.Withdraw hand over
The disarmament of the clans began. | Weapons.Disarm disarmament
Supplies have not reached the children. | Aid.Deliver reached
He saw no sense in more talks. | Diplomacy.Meet talks
The teachers were able to seal a deal on wages. | Diplomacy.Agree deal
All clans signed a deal on disarmament of the valley. | Diplomacy.Agree signed; Weapons.Disarm disarmament
The talks turned to questions of disarmament. | Diplomacy.Meet talks; Weapons.Disarm disarmament
The guns fell silent across the valley at noon. | Ceasefire.Agree fell silent
Juba and the rebels have clinched a cessation of hostilities. | Ceasefire.Agree clinched
The two factions entered a truce on Tuesday. | Ceasefire.Agree entered
A week-long lull was declared by the militia. | Ceasefire.Agree declared
The rebels said they would observe a unilateral ceasefire. | Ceasefire.Hold observe
The truce was rolled over for another month. | Ceasefire.Hold rolled over
Both parties reaffirmed the ceasefire. | Ceasefire.Hold reaffirmed
The truce appeared to be holding on Sunday. | Ceasefire.Hold holding
Each side reported truce breaches. | Ceasefire.Violate breaches
The army reneged on the ceasefire. | Ceasefire.End reneged
The rebels pulled out of the ceasefire on Monday. | Ceasefire.End pulled out
The two-week truce ran out at dawn. | Ceasefire.End ran out
The junta called off the ceasefire. | Ceasefire.End called off
The foreign minister hosted his Chadian counterpart in Cairo. | Diplomacy.Meet hosted
The envoy sat down with tribal elders in Kidal. | Diplomacy.Meet sat down
The two presidents spoke by phone on Monday. | Diplomacy.Meet spoke
The prime minister visited Lusaka for talks with the president. | Diplomacy.Meet talks; Diplomacy.Meet visited
Negotiators huddled late into the night. | Diplomacy.Meet huddled
The king received the envoy in Amman. | Diplomacy.Meet received
Delegates gathered in Addis Ababa for a summit. | Diplomacy.Meet gathered; Diplomacy.Meet summit
The Security Council will convene on Thursday. | Diplomacy.Meet convene
The Council held consultations on Mali behind closed doors. | Diplomacy.Meet consultations
The two sides inked a pact on grazing rights. | Diplomacy.Agree inked
Lawmakers approved the peace plan by 80 votes to 12. | Diplomacy.Agree approved
The Council unanimously adopted resolution 2719. | Diplomacy.Agree adopted
The two clans made peace in May. | Diplomacy.Agree made peace
Ethiopia and Eritrea resumed diplomatic ties. | Diplomacy.Agree resumed
Russia vetoed the resolution. | Statement.Deny vetoed
The prime minister hit out at Eritrea over the raid. | Attack.Assault raid; Statement.Accuse hit out
The opposition lashed out at the army. | Statement.Accuse lashed out
The president pointed the finger at Rwanda. | Statement.Accuse pointed
The UN voiced outrage at the killings. | Harm.Kill killings; Statement.Accuse voiced
The governor termed the killings barbaric. | Harm.Kill killings
Kampala strongly condemned the attack in the strongest terms. | Attack.Assault attack; Statement.Accuse condemned
The killing drew sharp criticism from Washington. | Harm.Kill killing; Statement.Accuse criticism
The council deplored the loss of life. | Harm.Kill loss of life; Statement.Accuse deplored
The ministry rubbished the claims. | Statement.Deny rubbished
The spokesman poured cold water on the reports. | Statement.Deny poured
Kigali has repeatedly denied backing the rebels. | Statement.Deny denied
The junta snubbed the offer of talks. | Diplomacy.Meet talks; Statement.Deny snubbed
He scoffed at the ultimatum. | Statement.Deny scoffed
Rebels ruled out talks with the government. | Diplomacy.Meet talks; Statement.Deny ruled out
The bishops pleaded with the gunmen to spare the nuns. | Statement.Demand pleaded
Families want the government to bring home their sons. | People.Return bring home
The union demanded an end to the bombing. | Attack.Shelling bombing; Statement.Demand demanded
The secretary-general exhorted both sides to lay down their arms. | Statement.Demand exhorted; Weapons.Disarm lay down
Elders sought the release of the teachers. | People.Return release
A petition urging the army to withdraw was signed by monks. | Statement.Demand urging; Territory.Withdraw withdraw
The commander warned that his men would storm the town. | Attack.Assault storm; Statement.Threaten warned
The general promised a harsh response. | Statement.Threaten promised
Iran pledged to retaliate. | Statement.Threaten pledged
He swore revenge on the killers. | Statement.Threaten swore
No group has claimed responsibility for the blast. | Attack.Bombing blast; Statement.Claim claimed
No one immediately claimed the attack. | Attack.Assault attack; Statement.Claim claimed
Jets pounded rebel hideouts in the hills. | Attack.Airstrike pounded
Jets raided three villages. | Attack.Airstrike raided
Warplanes carried out sorties over Benghazi. | Attack.Airstrike sorties
A drone attack on a fuel depot injured two. | Attack.Airstrike attack; Harm.Injure injured
Helicopter gunships opened fire on the camp. | Attack.Airstrike opened fire
A barrel bomb fell on a clinic. | Attack.Airstrike fell
The militia lobbed mortars at the airport. | Attack.Shelling lobbed
Tanks opened up on the town. | Attack.Shelling opened up
Rockets rained down on the border town. | Attack.Shelling rained down
Artillery pounded the suburb all night. | Attack.Shelling pounded
Cross-border shelling killed a herder. | Attack.Shelling shelling; Harm.Kill killed
Residents heard heavy artillery fire. | Attack.Shelling fire
A missile slammed into a bakery. | Attack.Shelling slammed
An improvised explosive device went off beside a bus. | Attack.Bombing went off
A landmine blast wounded four farmers. | Attack.Bombing blast; Harm.Injure wounded
The bus struck a mine near Gao. | Attack.Bombing struck
Twin suicide blasts tore through a market. | Attack.Bombing blasts
A car packed with explosives blew up outside a mosque. | Attack.Bombing blew up
Militants blew up a pipeline. | Attack.Bombing blew up
Chlorine was dropped on the town. | Attack.Chemical dropped
Troops and rebels exchanged heavy gunfire. | Attack.Clash exchanged
Rival militias traded fire in Tripoli. | Attack.Clash traded
Fresh clashes broke out between herders and farmers in Plateau state. | Attack.Clash clashes
The army battled jihadists for control of Sambisa. | Attack.Clash battled
A fierce gun battle raged for hours. | Attack.Clash battle
Police engaged the gunmen in a shootout. | Attack.Clash shootout
Skirmishes erupted along the ceasefire line. | Attack.Clash Skirmishes
Gunmen on motorbikes stormed a village in Zamfara. | Attack.Assault stormed
Bandits raided a market in Katsina. | Attack.Assault raided
Insurgents ambushed an army patrol. | Attack.Assault ambushed
Gunmen opened fire on worshippers. | Attack.Assault opened fire
Rebels launched a three-pronged assault on the town. | Attack.Assault assault
Militants overran an army base. | Territory.Seize overran
The militia torched 40 houses. | Attack.Assault torched
Soldiers ransacked the village. | Attack.Assault ransacked
Attackers hacked to death six villagers. | Harm.Kill hacked to death
The pilot's plane was shot down. | Attack.Assault shot down
Police shot and killed two marchers. | Attack.Assault shot; Harm.Kill killed
The blast left ten people dead and 30 injured. | Attack.Bombing blast; Harm.Injure injured; Harm.Kill dead
At least 15 persons were feared dead. | Harm.Kill dead
Five soldiers were martyred in the operation. | Harm.Kill martyred
Police said nine militants were neutralised. | Harm.Kill neutralised
A boy succumbed to his injuries. | Harm.Kill succumbed
The army said it had eliminated a commander. | Harm.Kill eliminated
The raid claimed 17 lives. | Attack.Assault raid; Harm.Kill claimed
Bandits beheaded two farmers. | Harm.Kill beheaded
Dozens sustained gunshot wounds. | Harm.Injure sustained
Three officers were hurt. | Harm.Injure hurt
Two nuns were critically injured. | Harm.Injure injured
The rebels have seized the regional capital, Bambari. | Territory.Seize seized
Goma fell to the rebels in January. | Territory.Seize fell
The army wrested the town from the militia. | Territory.Seize wrested
Loyalist forces inched closer to the port. | Territory.Seize inched
The army regained control of the bridge. | Territory.Seize regained control
Troops cleared the village of militants. | Territory.Seize cleared
Troops advanced on the capital. | Territory.Seize advanced
The garrison surrendered on Friday. | Territory.Withdraw surrendered
The rebels abandoned their positions. | Territory.Withdraw abandoned
The last French soldiers left Niger. | Territory.Withdraw left
Peacekeepers will be withdrawn from Darfur. | Territory.Withdraw withdrawn
The army pulled its tanks back from the border. | Territory.Withdraw pulled
Eritrean troops have yet to leave Tigray. | Territory.Withdraw leave
Kenya sent 400 police officers to Haiti. | Force.Deploy sent
Extra troops poured into the region. | Force.Deploy poured
The army beefed up its presence on the border. | Force.Deploy beefed up
Reservists were called up. | Force.Deploy called up
Warships steamed toward the strait. | Force.Deploy steamed
The force has been reinforced with two battalions. | Force.Deploy reinforced
Turkey launched an incursion into northern Syria. | Force.Intervene incursion
Chad went to war with Libya. | Force.Intervene went to war
The militia cut the road to Djibo. | Siege.Impose cut
The town has been under siege for months. | Siege.Impose siege
Troops sealed off the camp. | Siege.Impose sealed off
The agency airlifted food to the island. | Aid.Deliver airlifted
Aid has begun trickling into the enclave. | Aid.Deliver trickling
Twenty lorries carrying flour crossed into Gaza. | Aid.Deliver crossed
The charity handed out blankets. | Aid.Deliver handed out
The agency distributed rations to 4,000 families. | Aid.Deliver distributed
Aid reached the town for the first time in a year. | Aid.Deliver reached
The agency suspended deliveries. | Aid.Obstruct suspended
Convoys were held up at a checkpoint. | Aid.Obstruct held up
Looters made off with 20 tonnes of food aid. | Aid.Obstruct made off
Rebels hijacked three aid trucks. | Aid.Obstruct hijacked
Villagers took to their heels. | People.Displace took
The fighting drove 9,000 people from their homes. | Attack.Clash fighting; People.Displace drove
About 6,000 refugees have crossed into Chad. | People.Displace crossed
Hundreds sought refuge in a church. | People.Displace sought refuge
Thousands were rendered homeless. | People.Displace homeless
The hospital was evacuated. | People.Displace evacuated
Families fled on foot. | People.Displace fled
The mass exodus continued. | People.Displace exodus
Police rounded up 60 suspects. | People.Detain rounded up
Troops picked up two students. | People.Detain picked up
Bandits whisked away 20 passengers. | People.Detain whisked away
Gunmen took 30 pupils hostage. | People.Detain took
A journalist was remanded in custody. | People.Detain remanded
Six aides were put under house arrest. | People.Detain put
The court jailed the leader for life. | People.Detain jailed
Nine sailors are being held by pirates. | People.Detain held
The girls regained their freedom on Sunday. | People.Return regained
The priest was set free. | People.Return set free
The army freed 40 captives. | People.Return freed
Refugees began returning to Bentiu. | People.Return returning
The body of the pilot was handed over. | People.Return handed over
The court ordered the release of the editor. | People.Return release
The EU slapped sanctions on two generals. | Sanction.Impose slapped
Kenya recalled its ambassador. | Sanction.Impose recalled
Mali expelled the French envoy. | Sanction.Impose expelled
The bank froze the junta's accounts. | Sanction.Impose froze
The US halted military aid to the junta. | Sanction.Impose halted
Pyongyang fired a ballistic missile into the sea. | Weapons.Develop fired
The reactor is producing plutonium. | Weapons.Develop producing
India test-fired a cruise missile. | Weapons.Develop test-fired
The rebels surrendered their weapons. | Weapons.Disarm surrendered
Fighters handed in 300 rifles. | Weapons.Disarm handed in
The stockpile was destroyed under supervision. | Weapons.Disarm destroyed
The militia began disarming. | Weapons.Disarm disarming
Students staged a sit-in at the ministry. | Protest.Stage sit-in
Angry youths burned tyres. | Protest.Stage burned
Protesters clashed with police. | Attack.Clash clashed
Crowds rallied outside the embassy. | Protest.Stage rallied
Riots broke out in Dakar. | Protest.Stage Riots
Workers went on strike. | Protest.Stage went on strike
Women marched through Lomé demanding peace. | Protest.Stage marched; Statement.Demand demanding
Gunmen abducted two Chinese engineers from a mine in Zamfara on Sunday, police said. | People.Detain abducted
The UN refugee agency said 4,000 people had fled Malakal since Friday. | People.Displace fled
# Ten soldiers killed, 20 wounded in Mali ambush | Attack.Assault ambush; Harm.Injure wounded; Harm.Kill killed
# Army retakes key bridge from rebels in Sudan | Territory.Seize retakes
# Nigeria: Bandits kidnap 30 pupils in Kaduna | People.Detain kidnap
# Two killed as rockets hit Haifa | Attack.Shelling hit; Harm.Kill killed
# France to pull troops out of Chad | Territory.Withdraw pull
Security forces in Imo State have rescued nine kidnap victims. | People.Return rescued
Troops of Operation Hadin Kai neutralised 15 terrorists in Borno. | Harm.Kill neutralised
A deputy commissioner said the militants had been besieged in a house in Pulwama. | Siege.Impose besieged
The Special Representative briefed the Council on the situation in Abyei. | Diplomacy.Meet briefed
Opposition supporters took out a rally against the arrest of their leader. | People.Detain arrest; Protest.Stage rally
We have just heard that both sides have agreed to a 24-hour pause. | Ceasefire.Agree agreed
And tonight the guns have fallen silent along the river. | Ceasefire.Agree fallen silent
The two leaders exchanged prisoners on the bridge at dawn. | People.Return exchanged
Villagers buried 14 victims of the raid on Tuesday. | Attack.Assault raid
The blockade of the port was lifted after the two sides struck a deal. | Diplomacy.Agree deal; Siege.Impose blockade
Prices have soared since the road was cut. | Siege.Impose cut
Shares fell on fears of a strike by dockers. | Protest.Stage strike
A storm hit the coast and killed nine. | Harm.Kill killed
Migrants crossed the border into Poland. | People.Displace crossed
# Council 'condemns' rocket test | Statement.Accuse condemns; Weapons.Develop test
# UN to send 500 peacekeepers to Bor | Force.Deploy send
# Envoy, rebels meet in Doha | Diplomacy.Meet meet
# 30 dead in Kabul mosque blast | Attack.Bombing blast; Harm.Kill dead
# Iran says it will never give up missiles | Weapons.Disarm give up
Fighters loyal to the general shelled the airport again. | Attack.Shelling shelled
Government forces mounted a dawn raid on the compound. | Attack.Assault raid
Hardly a day passes without an ambush on the road. | Attack.Assault ambush
The two armies traded artillery fire across the lake. | Attack.Clash traded
The army shot dead a herder. | Attack.Assault shot; Harm.Kill dead
The rebels handed back the airport. | Territory.Withdraw handed back
Both generals ordered their men to cease fire. | Ceasefire.Agree cease fire
The president will host the rebel leader in May. | Diplomacy.Meet host
The two sides have agreed to swap 80 prisoners. | Diplomacy.Agree agreed; People.Return swap
Gunmen freed 12 inmates in a raid on a jail. | Attack.Assault raid; People.Return freed
The army has been accused of a massacre in Bor. | Harm.Kill massacre; Statement.Accuse accused
Kenya strenuously rejects the claim. | Statement.Deny rejects
Villagers say soldiers beat and robbed them. | Attack.Assault beat
The envoy appealed for calm. | Statement.Demand appealed
There has been no let-up in the fighting. | Attack.Clash fighting
Guerrillas seized a garrison town, the army admitted. | Territory.Seize seized
The army announced the loss of three posts. | Territory.Seize loss
Two columns of tanks rolled into the city. | Territory.Seize rolled
The convoy set off for Bor with 40 tonnes of maize. | Aid.Deliver set off
The governor banned aid flights. | Aid.Obstruct banned
Hundreds have been uprooted by the fighting. | Attack.Clash fighting; People.Displace uprooted
The chief of staff lost two sons in the war. | Harm.Kill lost
"""
"""A sentence a line (``#``: a headline), and behind the bar the type and trigger of each of its events."""


@pytest.mark.parametrize("line", FAMILIES.strip().splitlines())
def test_every_word_of_a_family_reports_its_event(events: Callable[..., Reading], line: str) -> None:
    sentence, _, wanted = line.partition(" | ")
    found = events(sentence.removeprefix("# "), "headline" if sentence.startswith("# ") else "body")
    assert sorted(f"{event.type} {event.trigger}" for event in found) == sorted(wanted.split("; "))


NONE = """
The agency, received in Oslo, said nothing.
No casualties were given.
Monitors watch the implementation of the peace deal.
Tests targeting the sea went on.
It is a missile designed to carry a warhead.
They live away from home to escape fire.
Shuttle diplomacy by the bishop failed.
The bloc expressed concern at the violence.
Soldiers planted mines along the road.
Police fired tear gas at protesters.
The death toll rose to 31.
Twenty bodies were found in a mass grave.
Iran unveiled a new drone.
Shops closed as a stay-at-home order was observed.
The Kremlin said it would respond in kind.
Hopes of a truce faded.
The minister cut short a visit to Paris.
The team beat its rivals in a heated battle for the title.
The actor was hit by criticism of his film.
The bank launched an attack on inflation.
Doctors fought to save the patient.
The company withdrew its offer.
He fired his chief of staff.
Demand for oil dropped.
The bus driver was released from hospital.
Parliament approved the budget.
The plane landed in Nairobi.
The firm struck gold in Mali.
The court rejected his appeal.
The police chief met reporters.
The church released a statement.
The rocket carried a weather satellite.
Troops marched past the president.
Police dispersed the marchers with water cannon.
The UN envoy shuttled between the two capitals.
The minister summoned the ambassador.
Troops mutinied over pay.
"""


@pytest.mark.parametrize("sentence", NONE.strip().splitlines())
def test_what_only_sounds_like_an_event_is_none(events: Callable[..., Reading], sentence: str) -> None:
    assert events(sentence) == []
