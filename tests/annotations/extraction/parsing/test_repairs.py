"""Repairs: what the small parser hangs wrongly, and the arguments that come right when it is mended."""

from collections.abc import Callable

import pytest

from tests.annotations.extraction.conftest import Case, Reading, cases

# A sentence with its trigger in brackets, and below it every argument of that event.
ATTACHMENT = """
Six porters were killed in air [strikes] by the army on Bor.
  actor army; target Bor
Thirteen nurses were [abducted] from a bus by masked gunmen.
  actor masked gunmen; count Thirteen; target nurses
[Calls] by the bishops for a ceasefire went unheeded.
  actor bishops; item ceasefire
Troops [advanced] on the port on Sunday, a diplomat said.
  actor Troops; source diplomat; target port; time Sunday
Kenya said on Monday it would [send] 200 soldiers to Haiti.
  actor Kenya; count 200; item soldiers; place Haiti; source Kenya
The group [claimed] responsibility on Monday for a car bombing.
  actor group; item car bombing; time Monday
A plane [bombed] a wedding in Dara, medics and residents said.
  actor plane; place Dara; source medics; source residents; target wedding
Troops [condemned] the raid on the church.
  actor Troops; item raid
Forces [shelled] the airport, damaging a hangar, on Tuesday.
  actor Forces; target airport; time Tuesday
"""

COORDINATION = """
The blast [killed] a colonel, two drivers and a boy selling fruit.
  count two; instrument blast; target boy; target colonel; target drivers
The raid [killed] three people, a man and two boys.
  count three; instrument raid; target people
The [clashes] between the army and Maoist rebels went on.
  actor Maoist rebels; actor army
The militia [seized] a frigate and two villages.
  actor militia; target frigate; target two villages
The shelling caused 36 [deaths] in Damascus and rural areas.
  count 36; instrument shelling; place Damascus; place rural areas
In Gao, Liwa al-Fajr and Jaysh al-Nur have [fought] each other.
  actor Jaysh al-Nur; actor Liwa al-Fajr; place Gao
Two priests kidnapped last month near Dara have been [released].
  count Two; target priests
The raid left nine villagers dead and several [wounded].
  count several; instrument raid
The raid left nine villagers dead and 30 [injured].
  count 30; instrument raid
The union said six guards were killed and 11 others [injured] in the blast.
  count 11; instrument blast; source union; target others
Rebels [took] three others prisoner.
  actor Rebels; count three; target others
Mali launched an [offensive], codenamed Dawn, on Tuesday.
  actor Mali; time Tuesday
At least 16 people, most of them women, were [killed].
  count At least 16; target people
Ferro [discussed] trade with President Amadi and the palace said the plan would go on.
  actor Ferro; actor President Amadi; item trade
Agency Xinhua said leader Kim voiced joy and [called] for tests.
  actor leader Kim; item tests; source Agency Xinhua
Tens of thousands of women and girls were [abducted].
  count Tens of thousands; target girls; target women
"""

HEADS = """
All 40 of the miners were [freed].
  count 40; target miners
The police said 30 of their men had been [killed].
  count 30; source police; target men
The war [claimed] 900 lives.
  count 900; instrument war
Guards repelled strong Chadian [attacks].
  actor Chadian
Yasser al-Omari reported that rebels had [shelled] the port.
  actor rebels; source Yasser al-Omari; target port
[Fighting] raged in Dara on Thursday.
  place Dara; time Thursday
[Shelling] went on near this bridge on Sunday.
  place near this bridge; time Sunday
On Friday there was fierce [fighting] around Dara.
  place around Dara; time Friday
The farmers’ old spokesman in Dara today [accused] the army of lying.
  actor farmers’ old spokesman; item lying; target army; time today
All those [killed] and hurt were clerks working for the bank.
  target clerks
About 90 prisoners of war were [captured].
  count About 90; target prisoners of war
Omani attempts to [revive] a ceasefire failed.
  actor Omani; item ceasefire
"""


@pytest.mark.parametrize("case", cases(ATTACHMENT + COORDINATION + HEADS))
def test_a_mended_parse_gives_every_argument_and_none_besides(events: Callable[..., Reading], case: Case) -> None:
    assert events(case.sentence).by(case.trigger).told() == case.arguments


def test_a_list_of_which_one_explains_the_other_is_no_list(events: Callable[..., Reading]) -> None:
    event = events("The two brothers, Ali and Omar, were abducted in Dara.").of("People.Detain")
    assert event.fillers("target") == {"brothers"}
