"""A parsed text as the rules read it: its clauses, and what the classes of a lexicon make of its words."""

from collections.abc import Callable
from typing import TypeVar, cast

from annotations.extraction.clauses.clause import Clauses
from annotations.extraction.parsing.parse import Parse
from annotations.extraction.rulebook.grammar import Grammar
from annotations.extraction.rulebook.wordclass import FOLLOWED, WordClass

Answer = TypeVar("Answer")

_QUOTES = frozenset({"“", "”", '"', "'", "‘", "’"})


class Text:
    """One parsed text with its clauses, and what the classes of a lexicon make of its words."""

    __slots__ = ("_members", "asides", "clauses", "grammar", "headline", "memory", "parse")

    def __init__(self, parse: Parse, grammar: Grammar, headline: bool) -> None:
        self.parse = parse
        self.grammar = grammar
        self.headline = headline
        self.clauses = Clauses(parse, headline)
        self._members: dict[tuple[int, int], bool] = {}
        self.memory: dict[tuple[object, int], object] = {}
        """Answers of functions that are ``remembered``."""
        self.asides: list[tuple[int, int, int]] = []
        """Saying verbs behind what they report, each with the tokens that it reports."""

    def is_of(self, head: int, members: WordClass) -> bool:
        """Whether a nominal is of a class: by its head, its phrase, its label, or what it counts."""
        key = (head, id(members))
        known = self._members.get(key)
        if known is None:
            known = self._belongs(head, members)
            if not known:
                content = self.content(head)
                if content == head and self.parse.lemmas[head] in self.grammar.cutting.measures:
                    content = self.of_object(head) or head
                known = content != head and self._belongs(content, members)
            self._members[key] = known
        return known

    def is_head_of(self, head: int, members: WordClass) -> bool:
        """Whether a nominal itself, not what it counts, is of a class."""
        return self._belongs(head, members)

    def _belongs(self, head: int, members: WordClass) -> bool:
        parse = self.parse
        word, lemma = parse.words[head], parse.lemmas[head]
        if word in members.words or lemma in members.words:
            return True
        if members.labels and (parse.labels[head] in members.labels or parse.pos[head] in members.labels):
            return True
        if (word in members.heads or lemma in members.heads) and self._has_phrase(head, members):
            return True
        return parse.pos[head] == "PROPN" and self._titled(head, members)

    def _titled(self, head: int, members: WordClass) -> bool:
        """Whether a name has its kind before it: "the capital Sanaa", "rebel leader Riek Machar"."""
        parse = self.parse
        return any(
            parse.lemmas[child] in members.words and parse.pos[child] == "NOUN" and parse.deps[child] == "compound"
            for child in parse.children[head]
        )

    def _has_phrase(self, head: int, members: WordClass) -> bool:
        parse = self.parse
        before = [word for word in parse.words[max(0, head - 5) : head] if word not in _QUOTES]
        for length in (1, 2, 3):
            leading = tuple(before[-length:])
            if len(leading) < length:
                break
            if (*leading, parse.lemmas[head]) in members.phrases or (*leading, parse.words[head]) in members.phrases:
                return True
        link = parse.words[head + 1] if head + 1 < len(parse) else ""
        if link in FOLLOWED:
            following = [word for word in parse.words[head + 2 : head + 5] if word not in {"the", "a", "all", "“", '"'}]
            return any((parse.lemmas[head], link, *following[:length]) in members.phrases for length in (1, 2))
        return False

    def content(self, head: int) -> int:
        """What a counting word counts ("dozens of REBELS"); the head itself where it counts nothing."""
        parse = self.parse
        seen = {head}
        through = self.grammar.cutting.through
        while parse.lemmas[head] in through or parse.words[head] in through or parse.pos[head] == "NUM":
            inner = self.of_object(head)
            if inner is None or inner in seen:
                break
            seen.add(inner)
            head = inner
        return head

    def names(self, head: int) -> set[str]:
        """What a word may be called in a list: its base form, its form, and its base form with a word it governs."""
        parse = self.parse
        names = {parse.lemmas[head], parse.words[head]}
        names.update(f"{parse.lemmas[head]} {parse.words[child]}" for child in parse.children[head] if child > head)
        return names

    def negative(self, noun: int) -> bool:
        """Whether a nominal names nobody and nothing: "no one", "none", "no rebels"."""
        parse = self.parse
        words = {parse.words[noun], *(parse.words[child] for child in parse.children[noun] if child < noun)}
        return not words.isdisjoint({"no", "none", "nobody", "nothing", "neither"})

    def of_object(self, head: int) -> int | None:
        """The object of the of-phrase on a nominal."""
        parse = self.parse
        for child in parse.children[head]:
            if parse.words[child] == "of" and parse.deps[child] == "prep":
                return parse.child(child, "pobj")
        return None


def remembered(function: Callable[[Text, int], Answer]) -> Callable[[Text, int], Answer]:
    """The same function of a text and one of its tokens; what it answered once, it does not work out again."""

    def recall(text: Text, index: int) -> Answer:
        key = (recall, index)
        if key not in text.memory:
            text.memory[key] = function(text, index)
        return cast("Answer", text.memory[key])

    recall.__doc__ = function.__doc__
    return recall
