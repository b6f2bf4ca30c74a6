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
In Idlib, Ahrar al-Sham and Tahrir al-Sham have been [battling] each other.
  actor Ahrar al-Sham; actor Tahrir al-Sham; place Idlib
Two priests kidnapped last month near Dara have been [released].
  count Two; target priests
The raid left nine villagers dead and several [wounded].
  count several; instrument raid
The raid left nine villagers dead and 30 [injured].
  count 30; instrument raid
The ministry said 20 clerks had been killed and 29 others [wounded] in the blast.
  count 29; instrument blast; source ministry; target others
Rebels [took] three others prisoner.
  actor Rebels; count three; target others
Mali launched an [offensive], codenamed Dawn, on Tuesday.
  actor Mali; time Tuesday
At least 16 people, most of them women, were [killed].
  count At least 16; target people
Biden [discussed] Gaza with President Sisi and the White House said the plan would go on.
  actor Biden; actor President Sisi; item Gaza
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
Troops repulsed heavy Iraqi [counter-attacks].
  actor Iraqi
Yasser al-Omari reported that rebels had [shelled] the port.
  actor rebels; source Yasser al-Omari; target port
[Fighting] raged in Dara on Thursday.
  place Dara; time Thursday
[Shelling] continued near that town on Thursday.
  place near that town; time Thursday
On Saturday there was particularly heavy [fighting] around Dara.
  place around Dara; time Saturday
The rebels’ main leader in Dara today [accused] the army of lying.
  actor rebels’ main leader; item lying; target army; time today
All those [killed] and injured were drivers working for the port.
  target drivers
Some 208 prisoners of war were [captured].
  count Some 208; target prisoners of war
European efforts to [resurrect] a ceasefire failed.
  actor European; item ceasefire
"""


@pytest.mark.parametrize("case", cases(ATTACHMENT + COORDINATION + HEADS))
def test_a_mended_parse_gives_every_argument_and_none_besides(events: Callable[..., Reading], case: Case) -> None:
    assert events(case.sentence).by(case.trigger).told() == case.arguments


def test_a_list_of_which_one_explains_the_other_is_no_list(events: Callable[..., Reading]) -> None:
    event = events("The two brothers, Ali and Omar, were abducted in Dara.").of("People.Detain")
    assert event.fillers("target") == {"brothers"}
