"""Headlines: their bare verbs, which the parser takes for nouns ("Rebel chief rejects truce call")."""

from annotations.extraction.parsing.parse import Parse
from annotations.extraction.rulebook.english import noun_forms, spelling, verb_forms
from annotations.extraction.rulebook.grammar import Grammar
from annotations.extraction.rulebook.lexicon import Lexicon

_NOUNS = frozenset({"NOUN", "PROPN"})
_PLURAL = frozenset({"NNS", "NNPS"})
_WITHIN = frozenset({"compound", "amod", "nmod", "npadvmod"})
_OPENING = frozenset({"after", "as", "before", "while"})
"""What opens a clause in a headline, and was read as a preposition: "after gunmen attack bus"."""
_ADVERBIAL = _OPENING | {"in", "at", "near", "over", "amid", "from", "with", "during", "against"}
_ACTIVE = frozenset({"dobj", "ccomp", "xcomp", "aux", "auxpass", "prt", "nsubjpass"})
_TIMES = frozenset({"DATE", "TIME"})
_STATIC = frozenset({"end", "halt"})
"""Nouns of demands that are verbs too: "demands end to siege"."""


class Headlines:
    """Finds the verb that a headline's nouns stand around; which words may be one, a lexicon and a grammar say."""

    def __init__(self, lexicon: Lexicon, grammar: Grammar) -> None:
        verbs: dict[str, str] = {}
        nouns: set[str] = set()
        for form, entries in lexicon.by_form.items():
            for entry in entries:
                if entry.part_of_speech == "verb":
                    verbs.setdefault(form, spelling(entry.base))
                elif entry.part_of_speech == "noun":
                    nouns.update(spelling(inflected) for inflected in noun_forms(entry.base))
        for base in grammar.light.subject:
            verbs.update((spelling(form), base) for form in verb_forms(base) if " " not in base and form not in verbs)
        self._verbs = verbs
        self._nouns = nouns
        self._agent = grammar.cutting.agent | grammar.attribution.members
        self._saying = grammar.attribution.verbs

    def repair(self, parse: Parse) -> None:
        """Mend a headline's parse in place: where it has nouns alone, or a clause of nouns inside."""
        for index in range(len(parse)):
            if parse.pos[index] in _NOUNS and self._may_hide(parse, index):
                self._split(parse, index)
            elif parse.deps[index] == "ROOT" and parse.pos[index] == "VERB":
                self._swap(parse, index)
                _object(parse, index)
                if parse.tags[index] == "VBD":
                    self._suffer(parse, index)

    def _may_hide(self, parse: Parse, last: int) -> bool:
        """Whether a verb may stand among the nouns before this one."""
        dep, head = parse.deps[last], parse.heads[last]
        if dep in {"conj", "appos"}:
            listed = parse.words[head + 1 : head + 2] == [","]
            return listed and parse.deps[head] == "ROOT" and parse.pos[head] in _NOUNS
        if dep == "pobj":
            return parse.words[head] in _OPENING
        said = dep == "nsubj" and parse.lemmas[head] in self._saying
        return dep == "ROOT" or (said and parse.words[last + 1 : last + 2] == [","])

    def _split(self, parse: Parse, last: int) -> None:
        """Make a verb of the first word that can be one in the run of nouns that ends with ``last``."""
        first = last
        while first > 0 and (parse.heads[first - 1] == last or parse.heads[first - 1] in range(first, last)):
            first -= 1
        for verb in range(max(first, 1), last + 1):
            if self._can_be(parse, verb, last):
                self._raise(parse, verb, last)
                return

    def _can_be(self, parse: Parse, verb: int, last: int) -> bool:
        word, subject = parse.words[verb], verb - 1
        base = self._verbs.get(word)
        nominal = parse.pos[subject] in _NOUNS | {"NUM"} or parse.tags[subject] == "VBG"
        if base is None or not nominal or parse.deps[verb] not in _WITHIN | {"ROOT"}:
            return False
        several = parse.tags[subject] in _PLURAL or "," in parse.words[max(0, subject - 2) : subject]
        if word == base:
            return several and (verb < last or parse.deps[verb] == "ROOT")
        if not word.endswith("s") or several:
            return False
        return word not in self._nouns or (verb < last and self._acts(parse, subject))

    def _acts(self, parse: Parse, subject: int) -> bool:
        return parse.labels[subject] in self._agent.labels or parse.lemmas[subject] in self._agent.words

    def _raise(self, parse: Parse, verb: int, last: int) -> None:
        subject, head, dep = verb - 1, parse.heads[last], parse.deps[last]
        before = [child for child in parse.children[last] if child < subject]
        before += [child for child in parse.children[verb] if child < subject and child not in before]
        if dep == "ROOT":
            _to_the_top(parse, verb, last)
        elif dep in {"conj", "appos"}:
            _to_the_top(parse, verb, head)
            parse.attach(head, subject, "conj")
        elif dep == "nsubj":
            parse.attach(verb, head, "ccomp")
        else:
            parse.attach(verb, parse.heads[head], "advcl")
            parse.attach(head, verb, "mark")
        parse.pos[verb], parse.lemmas[verb] = "VERB", self._verbs[parse.words[verb]]
        parse.tags[verb] = "VBP" if parse.words[verb] == parse.lemmas[verb] else "VBZ"
        parse.attach(subject, verb, "nsubj")
        for child in before:
            parse.attach(child, subject, "conj" if parse.words[child + 1] == "," else "compound")
        if last != verb:
            parse.attach(last, verb, "dobj")
            _share(parse, last, verb)

    def _swap(self, parse: Parse, root: int) -> None:
        """In "Army shells rebel bastion" the army shells, and nothing rebels."""
        verb, subject = root - 1, root - 2
        word = parse.words[root]
        known = word in self._verbs and not (word in _STATIC and parse.words[root + 1 : root + 2] == ["to"])
        if (
            subject < 0
            or known
            or parse.tags[root] not in {"VBP", "VB"}
            or parse.child(root, "nsubj") != verb
            or parse.heads[subject] != verb
            or parse.words[verb] not in self._verbs
            or parse.tags[subject] in _PLURAL
            or not self._acts(parse, subject)
        ):
            return
        target = parse.child(root, "dobj")
        _to_the_top(parse, verb, root)
        parse.pos[verb], parse.tags[verb], parse.lemmas[verb] = "VERB", "VBZ", self._verbs[parse.words[verb]]
        parse.attach(subject, verb, "nsubj")
        parse.pos[root], parse.tags[root] = "NOUN", "NN"
        parse.attach(root, verb, "dobj")
        if target == root + 1:
            parse.attach(target, verb, "dobj")
            parse.attach(root, target, "compound")
        _share(parse, root, verb)

    def _suffer(self, parse: Parse, verb: int) -> None:
        """In "Hostages freed after siege" they were freed: headlines tell in the present what somebody did."""
        if parse.words[verb] in self._verbs and not any(
            parse.deps[child] in _ACTIVE or parse.words[child] == "with" for child in parse.children[verb]
        ):
            parse.tags[verb] = "VBN"


def _object(parse: Parse, verb: int) -> None:
    """In "Rebels agree truce" the truce is agreed: only a time may stand bare beside a verb."""
    for child in parse.children[verb]:
        timed = parse.labels[child] in _TIMES
        if child == verb + 1 and parse.deps[child] == "npadvmod" and parse.pos[child] == "NOUN" and not timed:
            parse.attach(child, verb, "dobj")


def _share(parse: Parse, noun: int, verb: int) -> None:
    """Give the verb the phrases that say when and where, which the parser hung on the noun."""
    for child in [child for child in parse.children[noun] if child > noun]:
        if parse.deps[child] == "prep" and parse.words[child] in _ADVERBIAL:
            parse.attach(child, verb, "prep")


def _to_the_top(parse: Parse, verb: int, root: int) -> None:
    """Make ``verb`` the root of the sentence of which ``root`` was."""
    if verb == root:
        return
    parse.children[parse.heads[verb]].remove(verb)
    parse.heads[verb], parse.deps[verb] = verb, "ROOT"
    parse.heads[root], parse.deps[root] = verb, "dep"
    parse.children[verb] = sorted([*parse.children[verb], root])
