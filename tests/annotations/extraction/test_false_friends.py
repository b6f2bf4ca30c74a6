"""False friends: sports, markets, weather, accidents and background, in the words of war."""

from collections.abc import Callable

import pytest

from .conftest import Reading

NONE = """
A storm struck the coast of Mozambique, leaving thousands without power.
Fire broke out at a textile factory in Karachi.
The two chefs are locked in a battle of wits.
The central bank raided its reserves to prop up the currency.
Shares in the mining firm took a hit on Monday.
The film was a box-office bomb.
She bombed at the audition.
Her speech struck a chord with voters.
Police said the blaze was caused by a gas leak.
The striker fired two shots wide.
The goalkeeper saved a penalty and the visitors held on for a draw.
The president's party captured 60 seats.
The senator launched his campaign for governor.
The firm's takeover of its rival was approved.
The company's shares retreated from a record high.
Investors fled to the safety of bonds.
The talks shop in Strasbourg costs millions.
The war on drugs has failed, the senator said.
The heart attack killed him at 58.
He died of cancer in a Paris hospital.
Two climbers died in an avalanche.
A landslide buried a village.
The minister fired off a letter to the editor.
The company fired 300 workers.
The bank released its annual report.
The band will release an album in May.
The rebels are based in the hills.
The group is allied with al Qaeda.
The town is home to 30,000 people.
The U.S. backs the government.
Turkey supports the rebels with money and guns.
The general, 61, took power in 1999.
The region has been volatile for decades.
The army has 40,000 men.
The ceasefire line runs through the village.
Ceasefire monitors are unarmed.
The truce's terms are secret.
The peace deal gives the south autonomy.
The agreement provides for elections.
U.N. Resolution 1701 ended the war.
Peacekeepers patrol the buffer zone.
The United Nations has 14,000 peacekeepers in the country.
The prime minister addressed parliament.
He told reporters that progress had been made.
The vote was rigged, the opposition candidate said.
Voters will go to the polls in June.
The court upheld the ban on headscarves.
The heavily armed convoy of ministers sped past.
The besieged mayor refused to resign.
The embattled premier faces a confidence vote.
The stock market crash wiped out savings.
Police seized two tonnes of cocaine.
Customs officers seized ivory worth $2 million.
The navy seized a trawler fishing illegally.
The law takes effect in January.
The new tariffs came into force on Monday.
The fighter jets flew past the stands.
Thousands of fans poured into the stadium.
The team left for London on Sunday.
The tourists left the island on Friday.
The ambassador returned to his post.
Children returned to school.
The president met voters at a market.
The prince met his future wife at college.
The chancellor met her target.
The panel agreed with the auditor's findings.
The judge rejected the plea.
The bank called in its loans.
Temperatures threatened to reach 40 degrees.
Flooding threatens the harvest.
The rouble came under attack.
The premier came under fire from the press.
The minister was under fire over the scandal.
A war of words broke out between the two capitals.
The actor's house was burgled.
The test results were released.
Tests showed the water was safe.
The firm developed a new engine.
The launch of the website was delayed.
The reactor was shut for maintenance.
The space shuttle blasted off.
Cycling fans marched to the start.
The band marched through the square.
The rally in oil prices stalled.
A rally in shares ran out of steam.
The premier rallied his party before the vote.
Oil rallied on Friday.
The hospital treated 40 wounded men.
The company delivered 40 planes last year.
The supermarket withdrew the product.
He withdrew from the race.
The bank withdrew from the country.
A drone show lit up the sky.
The police chief was sacked.
The bomb was defused.
A bomb scare closed the station.
A suspected bomb turned out to be a toy.
The alert was a false alarm.
The army's budget was cut by 5 percent.
The soldiers' wives wept.
The killer bee has spread north.
The murder trial opened on Monday.
The murder weapon was never found.
A murder suspect was questioned.
The attack helicopter is made in Italy.
The assault rifle was on display.
A battle tank costs $6 million.
The siege engine is in the museum.
The peace talks venue is a hotel by the lake.
The refugees live in tents.
Prisoners wrote letters home.
The hostages' families wait for news.
The hunger crisis is worsening.
Displaced people lack water.
Sanctions have hurt the economy.
The sanctions committee has 15 members.
The embargo hit exports.
The troupe performed before 3,000 people.
The president commands the army.
The army is the largest in Africa.
Rebels control the north.
The rebels, who control the north, are led by a former colonel.
Government forces hold the airport.
The town is under rebel control.
It is the deadliest conflict on the continent.
The war has cost $4 billion.
The long-running conflict pits nomads against farmers.
Tension is high along the frontier.
The peace process is stalled.
Confidence in the peace process has evaporated.
The council is divided over the issue.
The rebels have their headquarters in Kidal.
A bomb disposal team was called.
Bomb-sniffing dogs searched the hall.
The air force flies Russian-made jets.
The warships are based at Sevastopol.
An attack dog bit the burglar.
A police checkpoint stood at the bridge.
Mourners carried the coffin through the streets.
The mosque was rebuilt after the war.
The hospital is short of drugs.
The refugees receive rations once a month.
The official declined to comment.
The spokesman refused to give details.
No one was available for comment.
The official asked not to be named.
He was speaking on condition of anonymity.
The two presidents are old friends.
The minister will address the nation on Friday.
Schools reopened on Monday.
Trade across the border has resumed.
Lightning struck a church.
Hunger stalks the camps.
Cholera broke out in the camp.
The bank reported heavy losses.
Floods cut the road to the north.
Snow blocked the pass.
The bridge was swept away by floods.
Fighting corruption is his priority.
The party is fighting for its life.
The candidates clashed over taxes.
The film opens with a battle scene.
The treaty is kept in a vault.
The court heard testimony from a survivor.
The general retired in 1999.
The army chief resigned.
The new envoy is a Norwegian.
The sect's leader is in hiding.
Prices shot up.
The dollar hit a record low.
Oil hit $90 a barrel.
Demand outstripped supply.
The bank seized the farm over unpaid loans.
The crowd surged forward.
Fans stormed the pitch.
The singer stormed off the stage.
A fire swept through the camp.
The police released a sketch of the suspect.
The kidnap suspect's mother wept.
The plane made an emergency landing.
The launch party was held at a hotel.
The test of the vaccine went well.
Students sat a test.
He chairs the sanctions panel.
The no-fly zone covers half the country.
The aid budget is $3 billion.
He delivered a speech.
The relief on their faces was plain.
The refugees' food was running low.
The road to the capital is lined with trees.
The port handles most of the country's imports.
Russia is the regime's main arms supplier.
Villagers plant maize between the trenches.
"""


@pytest.mark.parametrize("sentence", NONE.strip().splitlines())
def test_what_happens_in_no_war_is_no_event(events: Callable[..., Reading], sentence: str) -> None:
    assert events(sentence) == []
