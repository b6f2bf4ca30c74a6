"""Forms: what the lexicon's test ``form`` may ask of a word."""

from annotations.extraction.clauses.text import Text

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"})
_ATTRIBUTIVE = frozenset({"amod", "compound", "nmod"})


def forms(text: Text, head: int, part_of_speech: str) -> frozenset[str]:
    """The forms of a word taken as a verb, noun or adjective, such as ``passive``, ``gerund``, ``plural``."""
    parse = text.parse
    found = _of_verb(text, head) if part_of_speech == "verb" else _of_noun(text, head)
    if parse.deps[head] in _ATTRIBUTIVE and parse.heads[head] > head:
        found.add("attributive")
    return frozenset(found)


def _of_verb(text: Text, verb: int) -> set[str]:
    clauses, tag = text.clauses, text.parse.tags[verb]
    found = {"passive" if clauses.passive(verb) else "active"}
    if tag == "VBG":
        found.add("gerund")
    if tag == "VBN":
        found.add("participle")
    if clauses.infinitive(verb):
        found.add("infinitive")
    if tag in {"VBD", "VBZ", "VBP"}:
        found.add("finite")
    if tag == "VB" and not clauses.surface(verb):
        found.add("imperative")
    return found


def _of_noun(text: Text, noun: int) -> set[str]:
    parse = text.parse
    found = {"plural" if parse.tags[noun] in {"NNS", "NNPS"} else "singular"}
    determiners = {parse.words[child] for child in parse.children[noun] if parse.deps[child] in {"det", "poss"}}
    if determiners & _DEFINITE or parse.child(noun, "poss") is not None:
        found.add("definite")
    elif determiners & {"a", "an", "another"}:
        found.add("indefinite")
    else:
        found.add("bare")
    return found
