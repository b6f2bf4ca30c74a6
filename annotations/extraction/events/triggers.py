"""Triggers: which words of a text report an event, by the rules of a lexicon."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotations.extraction.clauses.clause import NOMINAL, VERBAL
from annotations.extraction.clauses.relations import Relations
from annotations.extraction.clauses.text import Text
from annotations.extraction.rulebook.lexicon import Entry, Lexicon, PartOfSpeech, Rule

_PARTICLES = frozenset({"in", "up", "down", "off", "over", "out", "back", "through", "away"})
_REACH = 8
"""A phrase's words stand within so many tokens of its verb."""
_TIMES = frozenset({"DATE", "TIME"})
_NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "LAW", "EVENT", "FAC", "PRODUCT"})
_NOMINAL_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "ROOT", "conj", "appos", "dep"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase under which a rule applies: tokens ``first`` to ``end``, around ``head``."""

    head: int
    first: int
    end: int
    entry: Entry
    rule: Rule
    relations: Relations

    @property
    def part_of_speech(self) -> PartOfSpeech:
        """As which the word was taken."""
        return self.entry.part_of_speech


def triggers(text: Text, lexicon: Lexicon) -> Iterator[Trigger]:
    """Every trigger of a text in text order; one word may carry several types."""
    by_form = lexicon.by_form
    for head, word in enumerate(text.parse.words):
        entries = by_form.get(word)
        if entries is not None:
            yield from _of_word(text, head, entries)


def _of_word(text: Text, head: int, entries: tuple[Entry, ...]) -> Iterator[Trigger]:
    readings = readings_of(text, head)
    found: list[tuple[float, Trigger, bool]] = []
    alone: dict[str, Relations] = {}
    for entry in entries:
        if entry.part_of_speech not in readings:
            continue
        for candidate in _apply(text, head, entry, alone):
            weight = len(candidate.rule.needs) + 3 * len(entry.after) + len(entry.before)
            found.append((weight, candidate, entry.family.also or candidate.rule.also))
    found.sort(key=lambda item: -item[0])
    types: set[str] = set()
    for position, (_, candidate, also) in enumerate(found):
        speaks = position == 0 or also or _shares(found, position)
        if speaks and candidate.rule.type not in types:
            types.add(candidate.rule.type)
            yield candidate


def _shares(found: list[tuple[float, Trigger, bool]], position: int) -> bool:
    """Whether the winner let another case of its family speak beside it."""
    winner, other = found[0][1].rule, found[position][1].rule
    return winner.also and winner.family == other.family


def _apply(text: Text, head: int, entry: Entry, alone: dict[str, Relations]) -> Iterator[Trigger]:
    """The triggers of one entry; ``alone`` keeps the relations of the bare word, which its entries share."""
    relations = relations_of(text, head, entry, alone)
    if relations is None or attributive(relations, entry):
        return
    for rule in entry.family.rules:
        if relations.hold(rule.needs) and not relations.holds_any(rule.vetoes):
            first, end = _extent(text, head, relations.taken)
            yield Trigger(head, min(first, _idiom(text, head, entry)), end, entry, rule, relations)
            if not rule.also:
                return


def relations_of(text: Text, head: int, entry: Entry, alone: dict[str, Relations]) -> Relations | None:
    """What stands around a word under an entry, None where the entry's other words are missing.

    ``alone`` keeps the relations of the bare word by part of speech.
    """
    phrase = _phrase(text, head, entry)
    if phrase is None:
        return None
    misled = _misled(text, head, entry)
    if phrase or misled:
        return Relations(text, head, entry.part_of_speech, frozenset(phrase), misled)
    relations = alone.get(entry.part_of_speech) or Relations(text, head, entry.part_of_speech)
    alone[entry.part_of_speech] = relations
    return relations


def attributive(relations: Relations, entry: Entry) -> bool:
    """Whether the word only describes a noun ("besieged areas"), which its family does not take for a report."""
    return not entry.family.attributive and "attributive" in relations.forms


def _misled(text: Text, head: int, entry: Entry) -> frozenset[int]:
    """The entry's particles that the parser took for prepositions: of "handed in its guns" the "in"."""
    if not entry.after:
        return frozenset()
    parse = text.parse
    return frozenset(
        child
        for child in parse.children[head]
        if parse.words[child] in entry.after and parse.words[child] in _PARTICLES and parse.deps[child] == "prep"
    )


def readings_of(text: Text, head: int) -> tuple[PartOfSpeech, ...]:
    """The parts of speech that a word may have, the tagger's doubts in mind."""
    parse = text.parse
    pos, tag, dep = parse.pos[head], parse.tags[head], parse.deps[head]
    if pos in VERBAL:
        if tag == "VBG" and _nominal(text, head):
            return ("noun",)
        return ("verb", "adjective") if tag == "VBN" else ("verb",)
    if pos == "ADJ":
        if (
            tag == "JJ"
            and parse.words[head].endswith("ed")
            and dep in {"acomp", "ROOT", "amod", "acl", "conj", "oprd", "advcl"}
        ):
            return ("verb", "adjective")
        return ("adjective",)
    if pos in {"NOUN", "PROPN"}:
        if pos == "PROPN" and (parse.labels[head] in _TIMES or (not text.headline and parse.labels[head] in _NAMES)):
            return ()
        if (
            text.headline
            and dep == "ROOT"
            and parse.words[head].endswith(("s", "ed"))
            and parse.child(head, "nsubj", "dobj")
        ):
            return ("verb",)
        return ("noun", "adjective")
    return ("adjective",) if pos == "ADV" else ()


def _nominal(text: Text, head: int) -> bool:
    """Whether a word in -ing stands as a noun ("the shelling", "fighting continued")."""
    parse = text.parse
    if parse.child(head, "dobj", "nsubj", "aux") is not None:
        return False
    if parse.child(head, "det", "poss", "amod", "compound") is not None:
        return True
    return parse.deps[head] in _NOMINAL_PLACES - {"ROOT", "conj", "dep"} or (
        parse.deps[head] == "conj" and parse.pos[parse.heads[head]] in NOMINAL
    )


def _phrase(text: Text, head: int, entry: Entry) -> list[int] | None:
    """The tokens of the entry's other words; None where one is missing."""
    parse = text.parse
    if entry.before:
        first = head - len(entry.before)
        if first < 0:
            return None
        for offset, word in enumerate(entry.before):
            if word not in (parse.words[first + offset], parse.lemmas[first + offset]):
                return None
    found: list[int] = []
    last = head
    for word in entry.after:
        index = _next(text, head, last, word)
        if index is None:
            return None
        found.append(index)
        last = index
    return [index for index in found if not _has_object(text, index)]


def _next(text: Text, head: int, last: int, word: str) -> int | None:
    parse = text.parse
    _, end = parse.sentences[parse.sentence_of[head]]
    for index in range(last + 1, min(end, head + _REACH)):
        if word in (parse.words[index], parse.lemmas[index]) and _under(text, index, head):
            return index
    if last == head:
        passive = parse.child(head, "nsubjpass")
        if passive is not None and word in (parse.words[passive], parse.lemmas[passive]):
            return passive
    return None


def _under(text: Text, index: int, head: int) -> bool:
    parse = text.parse
    for _ in range(4):
        index = parse.heads[index]
        if index == head:
            return True
    return False


def _has_object(text: Text, index: int) -> bool:
    """Whether a phrase's last word is a preposition or conjunction that governs something of its own."""
    parse = text.parse
    if parse.deps[index] == "mark":
        return True
    return (
        parse.pos[index] in {"ADP", "SCONJ"}
        and parse.deps[index] in {"prep", "agent", "dative"}
        and any(
            parse.deps[child] in {"pobj", "pcomp"} and parse.deps[index] != "prt" for child in parse.children[index]
        )
    )


def _extent(text: Text, head: int, phrase: frozenset[int]) -> tuple[int, int]:
    """The trigger's tokens: its head, and what of its phrase follows at once, pronouns apart."""
    parse = text.parse
    taken = {index for index in phrase if parse.pos[index] != "PRON" or parse.words[index] == "it"}
    end = head + 1
    while end < len(parse):
        particle = parse.deps[end] == "prt" and parse.heads[end] == head and parse.words[end] in _PARTICLES
        leading = end + 1 in taken and parse.pos[end] == "ADP" and parse.heads[end + 1] == end
        if end not in taken and not particle and not leading:
            break
        end += 1
    return _hyphenated(text, head), end


def _idiom(text: Text, head: int, entry: Entry) -> int:
    """Where a phrase begins that says nothing without its preposition: of "on its way" the "on"."""
    first = head - len(entry.before)
    return first if text.parse.pos[first] == "ADP" else head


def _hyphenated(text: Text, head: int) -> int:
    """Where the word begins that the tokenizer cut at its hyphen: of "counter-raids" the "counter".

    A name before a participle is none of it: of "Oman-brokered" the trigger is "brokered".
    """
    parse = text.parse
    first = head
    if parse.tags[head] == "VBN" and head > 1 and parse.tags[head - 2][:3] in {"NNP", "JJ"}:
        return first
    while (
        first > 1
        and parse.words[first - 1] == "-"
        and parse.starts[first] == parse.ends[first - 1]
        and parse.starts[first - 1] == parse.ends[first - 2]
        and parse.words[first - 2].isalpha()
    ):
        first -= 2
    return first
