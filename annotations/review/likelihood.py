"""What likely fills a role, told by data: ``hints.toml`` beside an ontology.

The file says for each role which mentions fill it, likeliest first, and which words of the language get no
label of their own, so that the text stays readable and the other labels short. An ontology without the file
works: mentions come before words, and every word has a label.
"""

import tomllib
from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from annotations.errors import OntologyError
from annotations.model import Mention, Span
from annotations.ontology import Ontology
from annotations.review.sentence import Sentence

FILE = "hints.toml"

EVENT = "event"
"""What the file calls a mention that another event's trigger lies in; its other words are entity labels and kinds."""


@dataclass(frozen=True, slots=True)
class Likelihood:
    """For each role the mentions that fill it, likeliest first, and the words that get no label."""

    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Entity labels, mention kinds and ``event``, by role."""
    unlabelled: frozenset[str] = frozenset()
    """Words such as articles, prepositions and auxiliaries, as they stand in the middle of a sentence."""

    def fillers(
        self, role: str, sentence: Sentence, trigger: Span | None, triggers: Collection[Span]
    ) -> tuple[Span, ...]:
        """The mentions and words of ``sentence`` that ``role`` could be filled with, likeliest first.

        What touches the event's own ``trigger`` comes last; among equals the nearest to it comes first.
        ``triggers`` are those of other events.
        """
        wanted = {name: place for place, name in enumerate(self.roles.get(role, ()))}
        names: dict[tuple[int, int], set[str]] = {}
        for mention in sentence.mentions:
            names.setdefault((mention.start, mention.end), set()).update({mention.kind, mention.label} - {""})
        # Half of a name or number fills nothing: it is reached by moving an end, and the rest stays readable.
        named = [mention for mention in sentence.mentions if mention.kind != "noun_phrase"]
        for word in self._words(sentence):
            if not any(_inside(word, mention) for mention in named):
                names.setdefault(word, set())
        entities = [mention for mention in sentence.mentions if mention.label in wanted]
        events = [span for span in triggers if sentence.holds(span)]

        def rank(place: tuple[int, int]) -> tuple[object, ...]:
            start, end = place
            known = names[place]
            first = bisect_left(entities, start, key=_start)
            after = bisect_left(entities, end, key=_start)
            inside = {mention.label for mention in entities[first:after] if mention.end <= end}
            if any(start <= other.start and other.end <= end for other in events):
                inside.add(EVENT)
            # A phrase around a wanted entity stands just behind such an entity itself.
            suits = [2 * wanted[name] for name in known if name in wanted]
            suits += [2 * wanted[name] + 1 for name in inside if name in wanted]
            own = trigger is not None and start < trigger.end and trigger.start < end
            return (
                own,
                not known,
                min(suits, default=2 * len(wanted)) if known else 0,
                _distance(place, trigger),
                start,
                -end,
            )

        return tuple(Span.of(sentence.text, *place) for place in sorted(names, key=rank))

    def triggers(self, sentence: Sentence, triggers: Collection[Span]) -> tuple[Span, ...]:
        """The words of ``sentence``, the likeliest triggers first.

        Words inside entities, numbers and times come late, the ``triggers`` of other events last.
        """
        events = [span for span in triggers if sentence.holds(span)]
        named = [mention for mention in sentence.mentions if mention.kind != "noun_phrase"]

        def rank(word: tuple[int, int]) -> tuple[object, ...]:
            start, end = word
            return (
                any(start < other.end and other.start < end for other in events),
                any(mention.start <= start and end <= mention.end for mention in named),
                start,
            )

        return tuple(Span.of(sentence.text, *word) for word in sorted(self._words(sentence), key=rank))

    def _words(self, sentence: Sentence) -> tuple[tuple[int, int], ...]:
        """The words that get a label; all of them where none would."""
        return tuple(word for word in sentence.words if not self._is_unlabelled(sentence.text[slice(*word)])) or (
            sentence.words
        )

    def _is_unlabelled(self, word: str) -> bool:
        # "US" is no "us": only the first letter may differ, as it does where a sentence begins.
        return word in self.unlabelled or word[:1].lower() + word[1:] in self.unlabelled


def _inside(word: tuple[int, int], mention: Mention) -> bool:
    return mention.start <= word[0] and word[1] <= mention.end


def _start(mention: Mention) -> int:
    return mention.start


def _distance(place: tuple[int, int], trigger: Span | None) -> int:
    """Characters between the two, 0 where they touch or there is no trigger."""
    return max(0, trigger.start - place[1], place[0] - trigger.end) if trigger else 0


def load(ontology: Ontology) -> Likelihood:
    """What ``hints.toml`` in the ontology's folder says; empty where there is no such file.

    Raises:
        OntologyError: the file cannot be read, is not TOML of the form above, or names a role that is unknown.
    """
    path = ontology.folder / FILE
    likelihood = _read(path)
    for role in likelihood.roles:
        if role not in ontology.roles:
            raise OntologyError(f"{path}: role {role!r} is not in ontology {ontology.id}")
    return likelihood


@cache
def _read(path: Path) -> Likelihood:
    if not path.exists():
        return Likelihood()
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise OntologyError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OntologyError(f"{path}: {error}") from error
    roles = raw.get("roles", {})
    if not isinstance(roles, dict):
        raise OntologyError(f"{path}: [roles] is a table of lists")
    return Likelihood(
        roles={role: _strings(path, f"roles.{role}", names) for role, names in roles.items()},
        unlabelled=frozenset(_strings(path, "unlabelled", raw.get("unlabelled", []))),
    )


def _strings(path: Path, where: str, value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return tuple(value)
    raise OntologyError(f"{path}: {where} is a list of strings")
