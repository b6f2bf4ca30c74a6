"""Obstacles: how the conditions of a rule came out at a word, and what kept the nearest rule from speaking."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotations.extraction.clauses.relations import Relations
from annotations.extraction.clauses.text import Text
from annotations.extraction.events.triggers import attributive, readings_of, relations_of
from annotations.extraction.explaining.explanation import Alternative, Checked, Obstacle
from annotations.extraction.rulebook.conditions import Condition, Test
from annotations.extraction.rulebook.lexicon import Entry, PartOfSpeech, Rule

_NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One rule tried at one word."""

    entry: Entry
    rule: Rule
    needs: tuple[Checked, ...]
    vetoes: tuple[Checked, ...]
    obstacles: tuple[Obstacle, ...]

    @property
    def distance(self) -> tuple[int, int, int, int]:
        """The nearer to speaking the smaller: its words stand there as it has them, few needs fail, few vetoes hold."""
        hurdles = [obstacle.hurdle for obstacle in self.obstacles]
        failed = hurdles.count("needs")
        apart = 2 if "phrase" in hurdles else int("part_of_speech" in hurdles)
        return apart, failed, len(hurdles) - failed, failed - len(self.needs)


def attempts(text: Text, head: int, entries: tuple[Entry, ...]) -> Iterator[Attempt]:
    """Every rule of a word's entries, tried there."""
    readings = readings_of(text, head)
    alone: dict[str, Relations] = {}
    for entry in entries:
        relations = relations_of(text, head, entry, alone) if entry.part_of_speech in readings else None
        for rule in entry.family.rules:
            if relations is None:
                hurdle = _misread(entry, readings) if entry.part_of_speech not in readings else _incomplete(entry)
                yield Attempt(entry, rule, (), (), (hurdle,))
                continue
            needs = checked(relations, rule.needs)
            vetoes = checked(relations, rule.vetoes)
            yield Attempt(entry, rule, needs, vetoes, tuple(_met(relations, entry, needs, vetoes)))


def checked(relations: Relations, conditions: tuple[Condition, ...]) -> tuple[Checked, ...]:
    """How each condition came out."""
    return tuple(_checked(relations, condition) for condition in conditions)


def _checked(relations: Relations, condition: Condition) -> Checked:
    written = (part.strip() for part in condition.text.split("|"))
    alternatives = tuple(
        Alternative(name, holds := relations.passes(test), tuple(_found(relations, test, holds)))
        for name, test in zip(written, condition.tests, strict=True)
    )
    return Checked(condition.text, relations.holds(condition), alternatives)


def _found(relations: Relations, test: Test, holds: bool) -> Iterator[str]:
    """The words that satisfy a test, or what stands in its relation instead."""
    text, parse = relations.text, relations.text.parse
    if test.relation == "form":
        yield from sorted(relations.forms & test.members.words if holds else relations.forms)
    elif test.relation == "zone":
        yield "headline" if text.headline else "body"
    elif test.relation == "sentence":
        first, end = parse.sentences[parse.sentence_of[relations.head]]
        found = (index for index in range(first, end) if index != relations.head)
        yield from (parse.doc[index].text for index in found if text.is_of(index, test.members))
    else:
        for filler in relations.fillers(test.relation):
            if not holds or test.quantifier != "of" or text.is_of(filler.head, test.members):
                yield parse.doc[filler.head].text


def _met(
    relations: Relations, entry: Entry, needs: tuple[Checked, ...], vetoes: tuple[Checked, ...]
) -> Iterator[Obstacle]:
    if attributive(relations, entry):
        noun = relations.text.parse.heads[relations.head]
        yield Obstacle("attributive", "attributive = true", f"it only describes {relations.text.parse.doc[noun].text}")
    yield from (Obstacle("needs", need.condition, _instead(need)) for need in needs if not need.holds)
    yield from (Obstacle("not", veto.condition, witnessed(veto)) for veto in vetoes if veto.holds)


def _instead(failed: Checked) -> str:
    """What stands in the relations of a condition that failed, each named once."""
    found: dict[str, str] = {}
    for alternative in failed.alternatives:
        relation = alternative.test.split()[0]
        if relation == "sentence":
            found["the sentence"] = "no such word"
        else:
            found[relation] = ", ".join(alternative.found) or _NOTHING
    return "; ".join(f"{relation}: {words}" for relation, words in found.items())


def witnessed(held: Checked) -> str:
    """The alternative by which a condition holds, with the words that satisfy it."""
    first = next(alternative for alternative in held.alternatives if alternative.holds)
    return f"{first.test.split()[0]}: {', '.join(dict.fromkeys(first.found)) or _NOTHING}"


def _misread(entry: Entry, readings: tuple[PartOfSpeech, ...]) -> Obstacle:
    read = f"here it was read as {' or '.join(readings)}" if readings else "here it was read as part of a name"
    return Obstacle("part_of_speech", f"the {entry.part_of_speech} “{entry.base}”", read)


def _incomplete(entry: Entry) -> Obstacle:
    words = " ".join(entry.before or entry.after)
    return Obstacle("phrase", f"“{words}” {'before' if entry.before else 'after'} it", "not there")
