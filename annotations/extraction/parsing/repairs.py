"""Repairs of the parse where the small parser errs in ways that can be told with certainty."""

from collections.abc import Container

from annotations.extraction.parsing.parse import Parse
from annotations.extraction.rulebook.control import CALLING
from annotations.extraction.rulebook.grammar import Grammar

_VERBAL = frozenset({"VERB", "AUX"})
_INFLECTED = frozenset({"VBD", "VBN", "VBZ", "VBG"})
_SHOOTING = frozenset({"shoot", "gun", "leave", "strike"})
_HAVING = frozenset({"having", "has", "have", "had"})
_ACCUSING = frozenset({"accuse", "suspect", "convict", "acquit", "warn", "blame"})
_STATEMENTS = frozenset(
    {"statement", "report", "letter", "interview", "tweet", "message", "briefing", "speech", "post"}
)
_AMID = frozenset({"in", "during", "amid", "amidst", "despite", "throughout"})
_STEPS = 8


def repair(parse: Parse, grammar: Grammar, headline: bool) -> None:
    """Mend a parse in place; the grammar says which verbs cite a source and which nouns stand before others."""
    saying, acts = grammar.attribution.verbs, grammar.attribution.acts
    for index in range(len(parse)):
        dep, tag = parse.deps[index], parse.tags[index]
        if tag in _INFLECTED and parse.lemmas[index] not in grammar.verbs:
            parse.lemmas[index] = grammar.bases.get(parse.words[index], parse.lemmas[index])
        if dep == "advcl":
            if tag == "VBG" and parse.lemmas[index] in saying:
                _to_the_speaker(parse, index, saying)
            elif tag == "VB" and parse.lemmas[parse.heads[index]] in CALLING:
                _to_the_call(parse, index)
            elif tag in {"VBN", "VBG"}:
                _before_the_subject(parse, index)
        elif dep == "conj":
            if parse.lemmas[index] in acts and tag in {"VBD", "VBZ"}:
                _to_the_act(parse, index, saying, acts)
            elif parse.lemmas[parse.heads[index]] in grammar.premodifiers:
                _before_the_noun(parse, index)
        elif dep == "amod" and tag == "VBN" and index > 0 and parse.words[index - 1] in _HAVING:
            _having_done(parse, index)
        elif dep == "amod" and parse.lemmas[parse.heads[parse.heads[index]]] in _SHOOTING:
            _shot_dead(parse, index)
        elif (
            dep == "ccomp" and parse.pos[index] == "NOUN" and parse.child(index, "mark") and parse.child(index, "nsubj")
        ):
            parse.pos[index], parse.tags[index] = "VERB", "VB"
        elif dep == "nsubj" and parse.child(index, "case") is not None:
            _owner(parse, index)
        elif dep == "nsubj" and tag == "VBZ":
            _many(parse, index)
        elif dep == "amod" and tag == "VBG":
            _of_burning(parse, index)
        elif tag == "VBG" and dep in {"nsubj", "nsubjpass", "aux", "csubj"}:
            _as_noun(parse, index)
        elif dep == "pcomp" and tag == "VBG" and parse.words[parse.heads[index]] == "of":
            _of_what(parse, index)
        elif dep == "pcomp" and tag == "VBG" and parse.words[parse.heads[index]] in _AMID:
            _amid_fighting(parse, index)
        elif dep == "compound" and parse.tags[index] == "NNP" and parse.lemmas[index] in grammar.when.words:
            _on_a_day(parse, index)
        elif dep == "dobj" and parse.lemmas[parse.heads[index]] + "ing" in grammar.premodifiers:
            _gerund_before(parse, index)
        elif dep in {"parataxis", "dep", "npadvmod", "intj"} and parse.pos[index] in {"PROPN", "NOUN"}:
            _in_a_row(parse, index)
        elif dep in {"prep", "agent"} and parse.words[index] == "by" and parse.heads[index] != index - 1:
            _by_whom(parse, index)
        elif dep == "pobj" and parse.deps[parse.heads[index]] == "prt":
            parse.attach(index, parse.heads[parse.heads[index]], "dobj")
        elif dep == "ROOT" and parse.lemmas[index] in saying:
            _to_the_sentence(parse, index)
        elif dep == "ROOT" and not headline and parse.pos[index] in {"NOUN", "PROPN"}:
            _without_verb(parse, index)
        elif dep == "ROOT" and parse.pos[index] == "ADJ":
            _acting(parse, index)
        if dep in {"acl", "relcl", "ccomp"} and parse.deps[parse.heads[index]] == "pobj":
            _in_a_statement(parse, index, saying)


def _before_the_subject(parse: Parse, index: int) -> None:
    """In "having blockaded Aleppo, the army aims" Aleppo is blockaded, and the army is who aims."""
    verb = parse.heads[index]
    taken = next((c for c in parse.children[verb] if parse.deps[c] == "nsubj" and index < c < verb), None)
    if taken is None or parse.child(index, "dobj", "mark", "agent") is not None:
        return
    first = parse.left_edge(taken)
    subject = next((c for c in parse.children[taken] if parse.deps[c] == "appos" and c > taken), None)
    if subject is None or first != index + 1 or "," not in parse.words[taken : parse.left_edge(subject)]:
        return
    if parse.child(index, "auxpass") is not None or (parse.tags[index] == "VBN" and parse.child(index, "aux") is None):
        return
    parse.attach(subject, verb, "nsubj")
    parse.attach(taken, index, "dobj")


def _in_a_row(parse: Parse, index: int) -> None:
    """In "Chad, Niger and Mali signed" the first has signed as well."""
    verb = parse.heads[index]
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if subject is None or index > subject or parse.labels[index] in {"DATE", "TIME"}:
        return
    first = parse.left_edge(subject)
    if parse.child(subject, "conj") is None or parse.words[first - 1] != "," or first - parse.right_edge(index) > 2:
        return
    parse.deps[index] = parse.deps[subject]


def _by_whom(parse: Parse, preposition: int) -> None:
    """In "over an attack by the coalition" the attack is the coalition's: an active verb is done by nobody else."""
    verb, noun = parse.heads[preposition], preposition - 1
    doer = parse.child(preposition, "pobj")
    if doer is None or noun < 0 or parse.pos[noun] != "NOUN" or parse.pos[verb] not in _VERBAL:
        return
    passive = parse.child(verb, "auxpass", "nsubjpass") is not None or parse.tags[verb] == "VBN"
    governed = verb < noun and parse.deps[noun] in {"pobj", "dobj"}
    does = parse.pos[doer] in {"NOUN", "PROPN"} and parse.labels[doer] not in {"DATE", "TIME"}
    if governed and does and not passive:
        parse.attach(preposition, noun, "prep")


def _owner(parse: Parse, owner: int) -> None:
    """In "the rebels' main leader accused the army" the leader accused."""
    verb = parse.heads[owner]
    owned = parse.child(owner, "appos")
    if parse.pos[verb] == "NOUN":
        parse.deps[owner] = "poss"
    elif owned is not None and "," not in parse.words[owner:owned]:
        parse.attach(owned, verb, "nsubj")
        parse.attach(owner, owned, "poss")
        for child in [child for child in parse.children[owner] if owner + 1 < child < owned]:
            parse.attach(child, owned, parse.deps[child])


def _many(parse: Parse, index: int) -> None:
    """In "Boko Haram militants free nine girls" the militants are no verb."""
    name = parse.child(index, "nsubj")
    if name == index - 1 and parse.child(index, "dobj", "aux", "prep") is None:
        parse.pos[index], parse.tags[index] = "NOUN", "NNS"
        parse.deps[name] = "compound"


def _as_noun(parse: Parse, index: int) -> None:
    """In "shelling continued" and "rebel shelling hit the port" nobody is said to shell: the word is a noun."""
    if parse.child(index, "dobj", "aux", "auxpass", "nsubj", "xcomp", "ccomp", "prt", "mark", "expl") is not None:
        return
    verb = parse.heads[index]
    if parse.deps[index] in {"aux", "csubj"}:
        if parse.lemmas[index] in {"have", "be"}:
            return
        if parse.child(verb, "nsubj", "nsubjpass") is not None or index > verb or parse.pos[verb] not in _VERBAL:
            return
        parse.deps[index] = "nsubj"
    parse.pos[index], parse.tags[index] = "NOUN", "NN"


def _on_a_day(parse: Parse, day: int) -> None:
    """In "said on Monday Russia had agreed" Monday is the day, and Russia is who had agreed."""
    name = parse.heads[day]
    preposition = parse.heads[name]
    if parse.deps[name] != "pobj" or parse.words[preposition] != "on" or parse.labels[name] in {"DATE", "TIME"}:
        return
    if parse.left_edge(name) != day:
        return
    _, end = parse.sentences[parse.sentence_of[day]]
    verb = next((i for i in range(name + 1, min(end, name + 6)) if parse.pos[i] == "VERB"), None)
    if (
        verb is None
        or parse.child(verb, "nsubj", "nsubjpass") is not None
        or (parse.tags[verb] == "VBG" and not (parse.child(verb, "aux") is not None))
    ):
        return
    passive = parse.child(verb, "auxpass") is not None
    parse.attach(name, verb, "nsubjpass" if passive else "nsubj")
    parse.attach(day, preposition, "pobj")


def _gerund_before(parse: Parse, noun: int) -> None:
    """In "claimed shooting attack" an attack is claimed."""
    gerund = parse.heads[noun]
    above = parse.heads[gerund]
    if parse.tags[gerund] != "VBG" or gerund + 1 != noun or parse.child(noun, "det") is not None or above == gerund:
        return
    dep = parse.deps[gerund]
    if dep not in {"xcomp", "ccomp", "pcomp"}:
        return
    parse.attach(noun, above, "pobj" if dep == "pcomp" else "dobj")
    parse.attach(gerund, noun, "compound")
    for child in [child for child in parse.children[gerund] if child > noun]:
        parse.attach(child, noun, parse.deps[child])


def _without_verb(parse: Parse, root: int) -> None:
    """In "trucks carrying aid crossed into Syria" the trucks crossed."""
    _, end = parse.sentences[parse.sentence_of[root]]
    for index in range(root + 1, end):
        if parse.tags[index] in {"VBZ", "VBP", "MD"}:
            return
        past = parse.tags[index] in {"VBN", "VBD"} and parse.deps[index] == "acl"
        alone = parse.child(index, "agent", "aux", "auxpass") is None and parse.child(index, "prep", "dobj", "prt")
        if past and alone:
            parse.promote(index, root)
            parse.tags[index] = "VBD"
            return


def _to_the_speaker(parse: Parse, index: int, saying: Container[str]) -> None:
    """In "the rebel said … , adding that …" the one who adds is the one who said."""
    if parse.child(index, "mark", "nsubj") is not None:
        return
    above = parse.heads[index]
    for _ in range(_STEPS):
        head = parse.heads[above]
        if head == above or parse.pos[head] not in _VERBAL:
            return
        if (
            parse.deps[above] == "ccomp"
            and parse.lemmas[head] in saying
            and parse.lemmas[parse.heads[index]] not in saying
        ):
            parse.attach(index, head, "advcl")
            return
        above = head


def _having_done(parse: Parse, index: int) -> None:
    """In "having blockaded Aleppo" and "Iran has enriched uranium" nothing is had."""
    noun, having = parse.heads[index], index - 1
    if parse.heads[noun] != having or parse.pos[having] not in _VERBAL or parse.left_edge(noun) != index:
        return
    if parse.heads[having] == having:
        parse.promote(index, having)
    else:
        parse.attach(index, parse.heads[having], parse.deps[having])
    for child in list(parse.children[having]):
        if child != index:
            parse.attach(child, index, parse.deps[child])
    parse.attach(noun, index, "dobj")
    parse.attach(having, index, "aux")
    parse.pos[index] = "VERB"


def _shot_dead(parse: Parse, index: int) -> None:
    """In "shot dead several policemen" they are dead by the shot."""
    noun = parse.heads[index]
    if parse.words[index] == "dead" and parse.deps[noun] == "dobj" and index == parse.heads[noun] + 1:
        parse.attach(index, parse.heads[noun], "oprd")


def _of_burning(parse: Parse, index: int) -> None:
    """In "accused them of burning villages" the villages were burnt, whatever the parser makes of "burning"."""
    noun = parse.heads[index]
    preposition = parse.heads[noun]
    above = parse.heads[preposition]
    if parse.deps[noun] != "pobj" or parse.words[preposition] != "of" or preposition + 1 != index:
        return
    verb = parse.heads[above] if parse.deps[above] == "dobj" else above
    if parse.lemmas[verb] in _ACCUSING:
        parse.attach(preposition, verb, "prep")
        parse.attach(index, preposition, "pcomp")
        parse.attach(noun, index, "dobj")
        parse.pos[index] = "VERB"


def _of_what(parse: Parse, index: int) -> None:
    """In "accused the rebels in turn of violating" the clause is what they are accused of."""
    preposition = parse.heads[index]
    above = parse.heads[preposition]
    for _ in range(4):
        if parse.lemmas[above] in _ACCUSING:
            parse.attach(preposition, above, "prep")
            return
        if parse.heads[above] == above:
            return
        above = parse.heads[above]


def _amid_fighting(parse: Parse, index: int) -> None:
    """In "killed in shelling" nobody shells anything: the word is a noun."""
    if parse.child(index, "dobj", "aux", "xcomp", "ccomp", "nsubj", "advmod", "prt", "oprd") is None:
        parse.pos[index], parse.tags[index], parse.deps[index] = "NOUN", "NN", "pobj"


def _in_a_statement(parse: Parse, index: int, saying: Container[str]) -> None:
    """In "confirmed in a statement that four had died" the clause is what was confirmed."""
    noun = parse.heads[index]
    preposition = parse.heads[noun]
    verb = parse.heads[preposition]
    if parse.lemmas[noun] not in _STATEMENTS or parse.words[preposition] != "in" or parse.lemmas[verb] not in saying:
        return
    if parse.child(index, "nsubj", "nsubjpass") is not None and parse.child(verb, "ccomp") is None:
        parse.attach(index, verb, "ccomp")


def _to_the_act(parse: Parse, index: int, saying: Container[str], acts: Container[str]) -> None:
    """In "the army said it had left and accused rebels" it is the army that accused."""
    said = parse.heads[index]
    speaker = parse.heads[said]
    if parse.lemmas[said] in acts and parse.tags[said] == parse.tags[index]:
        # "the agency said the leader voiced joy and called for tests": the leader called
        return
    if (
        parse.deps[said] in {"ccomp", "xcomp"}
        and parse.lemmas[speaker] in saying
        and speaker < said
        and parse.tags[index] in {parse.tags[speaker], "VBD"}
        and parse.child(index, "nsubj", "nsubjpass", "aux", "auxpass") is None
    ):
        parse.attach(index, speaker, "conj")


def _before_the_noun(parse: Parse, noun: int) -> None:
    """In "air and artillery strikes" the first word belongs to the strikes, as the second does."""
    first = parse.heads[noun]
    second = next(
        (c for c in parse.children[noun] if parse.deps[c] in {"compound", "amod", "nmod"} and c == noun - 1), None
    )
    own = set(parse.children[noun])
    between = {parse.words[index] for index in range(first + 1, noun - 1) if index not in own}
    bare = parse.child(first, "det", "amod", "nummod", "compound") is None
    if second is None or not bare or not between <= {"and", "or", ","} or parse.pos[noun] not in {"NOUN", "VERB"}:
        return
    above, dep = parse.heads[first], parse.deps[first]
    if above == first:
        return
    trailing = [child for child in parse.children[first] if child > noun]
    parse.attach(noun, above, dep)
    parse.attach(first, noun, "compound")
    for child in trailing:
        parse.attach(child, noun, parse.deps[child])
    parse.attach(second, first, "conj")


def _to_the_call(parse: Parse, index: int) -> None:
    """In "called on both to stop" the clause completes the call; in "called for both to stop" both are its subject."""
    verb = parse.heads[index]
    if (
        index > verb
        and any(
            parse.deps[child] == "prep" and parse.words[child] in {"on", "upon", "to", "for"} and child < index
            for child in parse.children[verb]
        )
        and any(parse.words[child] == "to" for child in parse.children[index])
    ):
        parse.deps[index] = "xcomp"


def _acting(parse: Parse, index: int) -> None:
    """In "Militia free nine nurses" what has a subject and an object is a verb."""
    if parse.child(index, "dobj") is not None and parse.child(index, "nsubj") is not None:
        parse.pos[index], parse.tags[index] = "VERB", "VBP"


def _to_the_sentence(parse: Parse, verb: int) -> None:
    """In "… killed six, the group said." what comes before is what was said, whatever the parser made of it."""
    own = parse.child(verb, "nsubj")
    if own is None or parse.child(verb, "ccomp") is not None or own > verb:
        return
    for child in parse.children[verb]:
        loose = parse.pos[child] in _VERBAL and parse.deps[child] in {"advcl", "dep", "parataxis", "csubj"}
        if child < own and loose and parse.child(child, "mark") is None and parse.child(child, "nsubj", "nsubjpass"):
            parse.deps[child] = "ccomp"
