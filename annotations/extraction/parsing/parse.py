"""A parsed text in plain Python: words, tags and tree as lists, which the rules walk many times faster than a Doc."""

from collections.abc import Mapping

from spacy.tokens import Doc

from annotations.extraction.rulebook.english import spelling

_MOST_STRINGS = 200_000
_ATTRIBUTES: list[int | str] = [
    "LOWER",
    "LEMMA",
    "POS",
    "TAG",
    "DEP",
    "ENT_TYPE",
    "HEAD",
    "SENT_START",
    "IDX",
    "LENGTH",
]
_HEAD = _ATTRIBUTES.index("HEAD")


class Strings:
    """What a vocabulary's numbers mean: names as they are, and words as lower-case keys of ``spelling``.

    Learned as texts bring them, and dropped when they are too many, so that memory stays flat.
    """

    __slots__ = ("_renamed", "keys", "names")

    def __init__(self, renamed: Mapping[str, str]) -> None:
        """``renamed`` gives words another key: ``cease-fire`` that of ``ceasefire``."""
        self._renamed = renamed
        self.names: dict[int, str] = {}
        self.keys: dict[int, str] = {}

    def learn(self, doc: Doc, numbers: set[int]) -> None:
        """Look up what is new among ``numbers`` in the Doc's vocabulary."""
        if len(self.names) > _MOST_STRINGS:
            self.names.clear()
            self.keys.clear()
        strings = doc.vocab.strings
        for number in numbers.difference(self.names):
            name = strings[number]
            self.names[number] = name
            word = name.lower()
            self.keys[number] = spelling(self._renamed.get(word, word))


class Parse:
    """One Doc as parallel lists, indexed by token. ``heads`` are absolute; a root is its own head.

    ``words`` and ``lemmas`` are lower-case keys of ``spelling``; ``children`` are in text order; ``sentences`` are
    (first, end) token indices, and ``sentence_of`` gives each token's.
    """

    __slots__ = (
        "children", "deps", "doc", "ends", "heads", "labels", "lemmas", "pos", "sentence_of", "sentences", "starts",
        "tags", "words",
    )  # fmt: skip

    def __init__(self, doc: Doc, strings: Strings) -> None:
        self.doc = doc
        table = doc.to_array(_ATTRIBUTES)
        lower, lemmas, pos, tags, deps, labels, _, sent_starts, starts, lengths = table.T.tolist()
        heads = table[:, _HEAD].astype("int64").tolist()
        strings.learn(doc, {*lower, *lemmas, *pos, *tags, *deps, *labels})
        keys, names = strings.keys, strings.names
        self.words = [keys[key] for key in lower]
        self.lemmas = [keys[key] for key in lemmas]
        self.pos = [names[key] for key in pos]
        self.tags = [names[key] for key in tags]
        self.deps = [names[key] for key in deps]
        self.labels = [names[key] for key in labels]
        self.starts: list[int] = starts
        self.ends: list[int] = [start + length for start, length in zip(starts, lengths, strict=True)]
        size = len(self.words)
        self.heads: list[int] = [index + offset for index, offset in enumerate(heads)]
        self.children: list[list[int]] = [[] for _ in range(size)]
        for index, head in enumerate(self.heads):
            if head != index:
                self.children[head].append(index)
        firsts = [index for index, start in enumerate(sent_starts) if start == 1 or index == 0]
        self.sentences = list(zip(firsts, [*firsts[1:], size], strict=True))
        self.sentence_of: list[int] = []
        for number, (first, end) in enumerate(self.sentences):
            self.sentence_of.extend([number] * (end - first))

    def __len__(self) -> int:
        return len(self.words)

    def attach(self, index: int, head: int, dep: str) -> None:
        """Hang a token elsewhere; a move that would close a circle is not made."""
        above = head
        while True:
            if above == index:
                return
            if self.heads[above] == above:
                break
            above = self.heads[above]
        old = self.heads[index]
        if old != index:
            self.children[old].remove(index)
        self.heads[index] = head
        self.deps[index] = dep
        siblings = self.children[head]
        siblings.append(index)
        siblings.sort()

    def promote(self, verb: int, root: int) -> None:
        """Make ``verb`` the root in the place of ``root``, which becomes its subject."""
        self.children[self.heads[verb]].remove(verb)
        self.heads[verb] = verb
        self.deps[verb] = "ROOT"
        self.heads[root] = verb
        self.deps[root] = "nsubj"
        self.children[verb].append(root)
        self.children[verb].sort()

    def child(self, index: int, *deps: str) -> int | None:
        """The first child with one of these relations."""
        for child in self.children[index]:
            if self.deps[child] in deps:
                return child
        return None

    def left_edge(self, index: int) -> int:
        """The first token of the subtree under ``index``."""
        while self.children[index] and self.children[index][0] < index:
            index = self.children[index][0]
        return index

    def right_edge(self, index: int) -> int:
        """The last token of the subtree under ``index``."""
        while self.children[index] and self.children[index][-1] > index:
            index = self.children[index][-1]
        return index

    def subtree(self, index: int) -> list[int]:
        """Every token under ``index`` and itself, in text order."""
        found = [index]
        for above in found:
            found.extend(self.children[above])
        return sorted(found)
