"""Forms of English words: what a base form looks like in a text, and one spelling for British and American.

Lexicons list base forms. Their inflected forms are generated here, so that a word is found by its form even where
the tagger or lemmatizer is led astray, as in headlines.
"""

import re
from collections.abc import Iterator
from functools import cache

_IRREGULAR_VERBS = """
arise arose arisen|awake awoke awoken|be was,were been|bear bore born,borne|beat beat beaten
become became become|befall befell befallen|begin began begun|bend bent bent|bid bid bid|bind bound bound
bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought
build built built|burn burnt,burned burnt,burned|burst burst burst|buy bought bought|cast cast cast
catch caught caught|choose chose chosen|claw clawed clawed|cling clung clung|come came come|cost cost cost
creep crept crept|cut cut cut|deal dealt dealt|die died died|dig dug dug|do did done|draw drew drawn
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden
forgo forwent forgone|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got,gotten
give gave given|go went gone|grow grew grown|hang hung,hanged hung,hanged|have had had|hear heard heard
hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known
lay laid laid|lead led led|leap leapt leapt|leave left left|lend lent lent|let let let|lie lay lain
light lit lit|lose lost lost|make made made|mean meant meant|meet met met|offset offset offset
outfight outfought outfought|overcome overcame overcome|overfly overflew overflown|overrun overran overrun
overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid paid
plead pleaded,pled pleaded,pled|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt
retake retook retaken|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen
seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shoot shot shot
show showed shown|shut shut shut|shrink shrank shrunk|sink sank sunk|sit sat sat|slay slew slain
sleep slept slept|slide slid slid|slit slit slit|speak spoke spoken|spend spent spent
spill spilt,spilled spilt,spilled|split split split|spread spread spread|spring sprang sprung|stand stood stood
steal stole stolen|stick stuck stuck|sting stung stung|strike struck struck,stricken|strive strove striven
swear swore sworn|sweep swept swept|swing swung swung|take took taken|teach taught taught|tear tore torn
tell told told|think thought thought|throw threw thrown|undergo underwent undergone
undertake undertook undertaken|undo undid undone|uphold upheld upheld|wage waged waged|wake woke woken
win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld
withstand withstood withstood|write wrote written|wound wounded wounded|shell shelled shelled
outlaw outlawed outlawed|hamstring hamstrung hamstrung|forsake forsook forsaken
"""
_IRREGULAR_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "persons", "crisis": "crises", "life": "lives",
    "knife": "knives", "half": "halves", "thief": "thieves", "wife": "wives", "militiaman": "militiamen",
    "gunman": "gunmen", "policeman": "policemen", "serviceman": "servicemen", "spokesman": "spokesmen",
    "fisherman": "fishermen", "tribesman": "tribesmen", "basis": "bases", "ceasefire": "ceasefires",
    "passer-by": "passers-by",
}  # fmt: skip
_DOUBLING_VERBS = """
bar ban bat beg blot bog clap club commit compel confer dam defer deter dispel drag drop drub equip expel flag
flog grab gun hem incur infer jam kidnap knit lob mob mop nab net occur omit outgun patrol pen permit pin
plan plot plug prefer prod program propel quel ram rap rebel rebut refer regret rip rob rub scrap scrub ship shun
shut slam slap slip snap snub span spar spot stab star stem step stop strap strip stun swap tap tip trap trek trim
wrap zap annul control patrol repel transfer submit admit unban overlap airdrop debar recommit gas
zip shred shed gut cut set hit let put quit spit split spur abet abut acquit allot
"""
_DOUBLING = frozenset(_DOUBLING_VERBS.split())
_VOWELS = "aeiou"


@cache
def _irregular() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    table = {}
    for entry in re.split(r"[|\n]", _IRREGULAR_VERBS.strip()):
        base, past, participle = entry.split()
        table[base] = (tuple(past.split(",")), tuple(participle.split(",")))
    return table


def verb_forms(base: str) -> tuple[str, ...]:
    """Every form of a verb: base, third person, past, participle, -ing. Lower case."""
    return tuple(dict.fromkeys(_verb_forms(base)))


def _verb_forms(base: str) -> Iterator[str]:
    yield base
    yield _add_s(base)
    yield _add_ing(base)
    prefix, stem = _split_prefix(base)
    if stem in _irregular():
        for forms in _irregular()[stem]:
            yield from (prefix + form for form in forms)
    else:
        yield _add_ed(base)
        if base.endswith("l") and base[-2:-1] in _VOWELS and not base.endswith(("ail", "eal", "oil", "oul", "eel")):
            yield base + "led"
            yield base + "ling"


def _split_prefix(base: str) -> tuple[str, str]:
    if base in _irregular():
        return "", base
    for prefix in ("re-", "re", "out", "over", "under", "mis", "un"):
        if base.startswith(prefix) and base.removeprefix(prefix) in _irregular():
            return prefix, base.removeprefix(prefix)
    if "-" in base:
        prefix, _, stem = base.rpartition("-")
        return prefix + "-", stem
    return "", base


def noun_forms(base: str) -> tuple[str, ...]:
    """Singular and plural of a noun. Lower case; of a phrase, its last word varies."""
    if base in _IRREGULAR_PLURALS:
        return base, _IRREGULAR_PLURALS[base]
    return base, _add_s(base)


def _add_s(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")) or base in {"go", "do", "undergo", "veto", "echo"}:
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _add_ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _add_ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _doubled(base: str) -> str:
    short = re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprtv]", base) is not None and not base.endswith(("w", "x", "y"))
    if base in _DOUBLING or (short and len(base) <= 4) or base.rpartition("-")[2] in _DOUBLING:
        return base + base[-1]
    prefix, stem = _split_prefix(base)
    if prefix and stem != base and stem in _irregular() and _doubled(stem) != stem:
        return base + base[-1]
    return base


_SPELLINGS = (
    (re.compile(r"(\w{3,})isation"), r"\1ization"),
    (re.compile(r"(\w{3,}[lnrtdmgscpbvh])is(e|ed|es|ing|er|ers)\b"), r"\1iz\2"),
    (re.compile(r"(\w{2,}l)ys(e|ed|es|ing)\b"), r"\1yz\2"),
    (re.compile(r"defence"), "defense"),
    (re.compile(r"(neighb|lab|harb|arm|hon|vap|col|fav|rum|behavi|endeav|clam|tum|hum)our"), r"\1or"),
    (re.compile(r"centre"), "center"),
    (re.compile(r"programme"), "program"),
    (re.compile(r"(\w+[aeiou])ll(ed|ing)\b"), r"\1l\2"),
    (re.compile(r"licence"), "license"),
)
_UNSAFE = re.compile(r"is[ei]|ys[ei]|isat|defence|our|centre|programme|licence|ll(?:ed|ing)$")


@cache
def spelling(word: str) -> str:
    """One spelling for a lower-case word, the same for both shores: ``mobilised`` and ``mobilized`` are one key.

    The key serves for comparison alone and need not be a word: both sides of a comparison are brought to it.
    """
    word = word.replace("’", "'")
    if _UNSAFE.search(word) is None:
        return word
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return word
