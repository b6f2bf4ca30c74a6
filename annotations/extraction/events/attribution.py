"""Attribution: whom the text cites for an event."""

from annotations.extraction.clauses.antecedents import antecedents
from annotations.extraction.clauses.clause import VERBAL, Filler
from annotations.extraction.clauses.text import Text

_STEPS = 12
_BACKGROUND = frozenset(
    {"after", "since", "despite", "following", "amid", "during", "before", "until", "ahead", "besides"}
)
_SUBORDINATE = frozenset({"after", "since", "although", "though", "while", "when", "as"})
_WHO = frozenset({"who", "whom"})
_THINGS = frozenset({"it", "this", "that", "which"})
_SHOWING = frozenset({"show", "suggest", "indicate", "hint", "imply", "mean"})
_ASKING = frozenset({"who", "whether", "what", "how", "why", "where", "when", "if"})
_QUOTES = frozenset({'"', "“", "”"})


def sources(text: Text, head: int) -> list[Filler]:
    """Who is cited for what stands at ``head``: subjects of the saying verbs above it, and "according to".

    What a relative clause or a phrase of time tells beside the matter is the writer's, and has no source.
    """
    parse = text.parse
    found: list[Filler] = []
    index = head
    quoted = _inside_quotation(text, head)
    found += _reported(text, head)
    for _ in range(_STEPS):
        above, dep = parse.heads[index], parse.deps[index]
        found += _according(text, index)
        found += _between_commas(text, index, head)
        if found or above == index or (not quoted and _beside_the_matter(text, index, above, dep)):
            return _unique(found)
        if _cites(text, index, above, dep):
            if index < above < head and not _quoted(text, above, head):
                return []
            found = _speakers(text, above, index)
            if found:
                return _unique(found)
        index = above
    return _unique(found)


def citation(text: Text, head: int) -> list[Filler]:
    """Who is cited for ``head`` by the tree, else by a "…, the group said" that the parser hung elsewhere."""
    found = sources(text, head)
    if found:
        return found
    for verb, first, end in text.asides:
        if first <= head < end and not _in_background(text, head, end):
            if text.parse.pos[verb] not in VERBAL:
                return [Filler(verb, "colon")]
            return _unique(_speakers(text, verb, None))
    return []


def asides(text: Text) -> list[tuple[int, int, int]]:
    """The saying verbs that stand behind what they report, without a clause: the verb, and the tokens it reports."""
    parse = text.parse
    found = _behind_colon(text) if text.headline else []
    for index, lemma in enumerate(parse.lemmas):
        if lemma not in text.grammar.attribution.verbs or parse.tags[index] not in {"VBD", "VBZ", "VBP"}:
            continue
        own = parse.child(index, "nsubj")
        if parse.child(index, "ccomp") is not None:
            continue
        first, _ = parse.sentences[parse.sentence_of[index]]
        if own is None or own > index:
            own = index
        left = min(parse.left_edge(own), own)
        told = any(parse.pos[i] in VERBAL and parse.child(i, "nsubj", "nsubjpass") for i in range(first, left))
        if told and left > first and parse.words[left - 1] in {",", "”", '"', "’"} and left - first > 3:
            found.append((index, first, left))
    return found


def _behind_colon(text: Text) -> list[tuple[int, int, int]]:
    """Of the headline "Nine killed in Gao: army" the army and what it says."""
    parse = text.parse
    colon = next((index for index in range(len(parse) - 1, 0, -1) if parse.words[index] == ":"), 0)
    tail = range(colon + 1, len(parse))
    if colon < 3 or not 1 <= len(tail) <= 4 or parse.pos[tail[-1]] not in {"NOUN", "PROPN"}:
        return []
    if any(parse.pos[index] in VERBAL for index in tail) or not _may_speak(text, tail[-1]):
        return []
    return [(tail[-1], 0, colon)]


def _unique(found: list[Filler]) -> list[Filler]:
    heads: dict[int, Filler] = {}
    for filler in found:
        heads.setdefault(filler.head, filler)
    return list(heads.values())


def _in_background(text: Text, head: int, end: int) -> bool:
    parse = text.parse
    if _inside_quotation(text, head):
        return False
    index = head
    for _ in range(_STEPS):
        above, dep = parse.heads[index], parse.deps[index]
        if above == index or above >= end:
            return False
        if _beside_the_matter(text, index, above, dep):
            return True
        index = above
    return False


def _beside_the_matter(text: Text, index: int, above: int, dep: str) -> bool:
    parse = text.parse
    if dep == "relcl" and parse.child(index, "nsubj", "nsubjpass", "dobj") is not None and _relative(text, index):
        return True
    if dep in {"relcl", "acl"}:
        left = parse.left_edge(index)
        return (
            left > 0
            and parse.words[left - 1] in {",", "–", "-", "("}
            and (dep == "relcl" or parse.tags[index] == "VBN")
        )
    if dep == "prep":
        return parse.words[index] in _BACKGROUND
    if dep == "advcl":
        return any(
            parse.deps[child] in {"mark", "advmod"} and parse.words[child] in _SUBORDINATE
            for child in parse.children[index]
        )
    return False


def _reported(text: Text, noun: int) -> list[Filler]:
    """Of "gains that the ministry reported" the ministry."""
    parse = text.parse
    if parse.pos[noun] not in {"NOUN", "PROPN"}:
        return []
    return [
        filler.via("relcl")
        for child in parse.children[noun]
        if parse.deps[child] == "relcl" and parse.lemmas[child] in text.grammar.attribution.things
        for filler in _speakers(text, child, None)
        if filler.head != noun
    ]


def _relative(text: Text, verb: int) -> bool:
    """Whether a clause opens with who or whom: it tells of somebody beside what is reported."""
    return any(text.parse.words[child] in _WHO for child in text.parse.children[verb] if child < verb)


def _inside_quotation(text: Text, head: int) -> bool:
    """Whether a quotation is open at ``head``: what is quoted is the speaker's, however it is subordinate."""
    parse = text.parse
    first, _ = parse.sentences[parse.sentence_of[head]]
    words = parse.words[first:head]
    if "”" in words or "“" in words:
        return words.count("“") > words.count("”")
    return words.count('"') % 2 == 1


def _quoted(text: Text, verb: int, head: int) -> bool:
    """Whether a quotation goes on behind the saying verb: "…," he said, "and …"."""
    return any(word in _QUOTES for word in text.parse.words[verb:head])


def _cites(text: Text, index: int, above: int, dep: str) -> bool:
    parse, attribution = text.parse, text.grammar.attribution
    lemma = parse.lemmas[above]
    if parse.pos[above] not in VERBAL or lemma not in attribution.verbs:
        return False
    if dep in {"ccomp", "parataxis", "oprd"}:
        return not _asked(text, index, above)
    if dep == "xcomp":
        return lemma in attribution.own
    if dep in {"dobj", "nsubjpass"}:
        return lemma in attribution.things
    return (
        dep == "advcl" and index < above and not text.clauses.infinitive(index) and parse.child(index, "mark") is None
    )


def _asked(text: Text, index: int, above: int) -> bool:
    """Whether a clause is what nobody said: "did not say who had fired"."""
    parse = text.parse
    if parse.child(above, "neg") is None:
        return False
    return any(parse.words[child] in _ASKING for child in parse.children[index] if child < index)


def _speakers(text: Text, verb: int, said: int | None) -> list[Filler]:
    parse, clauses = text.parse, text.clauses
    speakers = []
    if not clauses.passive(verb):
        for filler in clauses.surface(verb):
            speaker = _meant(text, filler.head, said)
            if parse.deps[verb] == "relcl":
                speaker = voices(text, speaker)[0]
            if _may_speak(text, speaker, verb):
                speakers.append(Filler(speaker, f"{parse.lemmas[verb]}>{filler.path}"))
    # "was cited by the agency as saying": both are sources
    if parse.deps[verb] == "pcomp" and parse.words[parse.heads[verb]] == "as":
        citing = parse.heads[parse.heads[verb]]
        if parse.pos[citing] in VERBAL:
            cited = [] if clauses.passive(citing) else clauses.object(citing)
            speakers = [filler.via("cited") for filler in cited] + speakers
            speakers += [filler.via("cited") for filler in clauses.subject(citing)]
    return speakers


def _may_speak(text: Text, speaker: int, verb: int | None = None) -> bool:
    attribution = text.grammar.attribution
    if verb is not None and text.parse.words[speaker] in _THINGS and text.parse.lemmas[verb] in _SHOWING:
        return False
    return text.is_of(speaker, attribution.members) and text.parse.lemmas[speaker] not in attribution.excluded


def _meant(text: Text, speaker: int, said: int | None) -> int:
    """Whom a pronoun that speaks means: the subject of what it says behind it, or someone named before."""
    parse = text.parse
    if parse.pos[speaker] != "PRON":
        return speaker
    if said is not None and said < speaker:
        subjects = text.clauses.surface(said)
        meant = subjects[0].head if len(subjects) == 1 else None
        if (
            meant is not None
            and parse.labels[meant] not in {"GPE", "ORG"}
            and not text.is_of(meant, text.grammar.cutting.agent)
        ):
            meant = None
        if meant is not None and parse.tags[meant] in {"NNS", "NNPS"}:
            meant = None
    else:
        meant = next((candidate for candidate in antecedents(text, speaker) if _may_speak(text, candidate)), None)
    return meant if meant is not None and _may_speak(text, meant) else speaker


def _between_commas(text: Text, node: int, head: int) -> list[Filler]:
    """Who speaks within the clause: of "the rebels, the general said, had left" the general.

    What another clause tells behind it is the writer's.
    """
    parse = text.parse
    if parse.pos[node] not in VERBAL:
        return []
    return [
        filler
        for child in parse.children[node]
        if parse.deps[child] == "parataxis" and parse.lemmas[child] in text.grammar.attribution.verbs
        if parse.child(child, "ccomp") is None and (head < child or head == node)
        for filler in _speakers(text, child, None)
    ]


def _according(text: Text, node: int) -> list[Filler]:
    return [
        Filler(voice, "according to")
        for name, _, filler in text.clauses.prepositions(node)
        if name == "according_to"
        for voice in voices(text, filler.head)
    ]


def voices(text: Text, head: int) -> list[int]:
    """Who speaks through a document: of "a toll compiled by the group" or "a council resolution" the body named."""
    parse = text.parse
    if not text.is_of(head, text.grammar.attribution.documents):
        return [head]
    for child in parse.children[head]:
        if parse.deps[child] == "acl" and text.clauses.passive(child):
            makers = [filler.head for filler in text.clauses.subject(child)]
            if makers:
                return makers
    for child in parse.children[head]:
        if parse.deps[child] in {"compound", "nmod", "poss"} and _may_speak(text, child):
            return [child]
    makers = [filler.head for name, _, filler in text.clauses.prepositions(head) if name in {"by", "from", "of"}]
    makers = [maker for maker in makers if _may_speak(text, maker)]
    if not makers and parse.deps[head] == "pobj" and parse.words[parse.heads[head]] == "in":
        # "claimed the raid in a statement that said": whoever does what the statement is for
        verb = text.clauses.verb_over(head)
        subjects = text.clauses.surface(verb) if verb is not None and not text.clauses.passive(verb) else []
        makers = [filler.head for filler in subjects if filler.head != head and _may_speak(text, filler.head)]
    return makers or [head]
