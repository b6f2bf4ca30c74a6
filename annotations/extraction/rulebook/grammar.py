"""The grammar beside a lexicon: which relation fills which role, and the cues of status, source, place, time, number.

The form is documented in ``conflict/grammar.toml``. Every name in it is checked against the ontology here, so the
engine may trust what it reads. Tables that an ontology of one's own does not have are taken from the shipped grammar,
as far as they speak of its types, roles and statuses.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TypeVar

from annotations.errors import OntologyError
from annotations.extraction.rulebook.conditions import RolePattern, read_roles
from annotations.extraction.rulebook.english import spelling, verb_forms
from annotations.extraction.rulebook.lexicon import read_toml, split_list
from annotations.extraction.rulebook.wordclass import WordClass, word_class
from annotations.ontology import DEFAULT, Ontology
from annotations.ontology import load as load_ontology

_Value = TypeVar("_Value")

FILE = "grammar.toml"
_NOTIONS = ("where", "when", "quantity", "attribution", "means", "agent")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a type's relations fill by default, and which roles' fillers give up their number."""

    roles: Mapping[str, RolePattern]
    counted: frozenset[str]
    people: bool
    """Whether what is counted is people, so that "one" and "several" are numbers too."""
    apart: bool
    """Whether the places and times of the arguments' own phrases are not the event's."""


@dataclass(frozen=True, slots=True)
class StatusCue:
    """Words that say how the text presents an event; each set serves one kind of cue."""

    status: str
    weak: bool
    clausal: bool
    """Whether its governors tell of clauses alone: "accused of shelling", not "blamed for the shelling"."""
    nominal: bool
    """Whether its governors tell of nouns alone: "condemned the raid", not "condemned to die"."""
    purpose: str
    auxiliary: frozenset[str]
    negated: frozenset[str]
    governor: frozenset[str]
    marker: frozenset[str]
    modifier: frozenset[str]
    undone: frozenset[str]
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class Light:
    """Verbs and nouns that lend their clause to an event noun."""

    plain: frozenset[str]
    modal: frozenset[str]
    subject: frozenset[str]
    aimed: frozenset[str]
    prepositional: frozenset[str]
    undergone: frozenset[str]
    observed: frozenset[str]
    hosted: frozenset[str]
    backing: frozenset[str]
    amid: frozenset[str]
    means: frozenset[str]
    undergoing: frozenset[str]
    hull: frozenset[str]
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Attribution:
    """How sources are cited."""

    members: WordClass
    documents: WordClass
    verbs: frozenset[str]
    own: frozenset[str]
    things: frozenset[str]
    acts: frozenset[str]
    excluded: frozenset[str]


@dataclass(frozen=True, slots=True)
class Where:
    """Words of place."""

    members: WordClass
    drop: frozenset[str]
    keep: frozenset[str]
    named: frozenset[str]
    beside: frozenset[str]
    relational: frozenset[str]
    bare: frozenset[str]
    along: frozenset[str]
    scenes: frozenset[str]
    left: frozenset[str]
    excluded: frozenset[str]


@dataclass(frozen=True, slots=True)
class When:
    """Words of time."""

    labels: frozenset[str]
    words: frozenset[str]
    drop: frozenset[str]
    excluded: frozenset[str]
    adverbs: frozenset[str]
    vague: frozenset[str]
    lasting: frozenset[str]
    leading: frozenset[str]


@dataclass(frozen=True, slots=True)
class Quantity:
    """Words of number."""

    nouns: frozenset[str]
    adjectives: frozenset[str]
    hollow: frozenset[str]
    modifiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cutting:
    """What belongs to an argument's span."""

    keep_of: WordClass
    person: WordClass
    agent: WordClass
    determiners: frozenset[str]
    through: frozenset[str]
    measures: frozenset[str]
    keep_to: frozenset[str]
    unowning: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything of ``grammar.toml``."""

    means_role: str
    """The roles of the notions in ``[fills]``; empty where an ontology has none for one."""
    agent_role: str
    where_role: str
    when_role: str
    quantity_role: str
    attribution_role: str
    frames: Mapping[str, Frame]
    light: Light
    attribution: Attribution
    where: Where
    when: When
    quantity: Quantity
    cutting: Cutting
    statuses: tuple[StatusCue, ...]
    deeds: WordClass
    """Nouns of acts, whose by, on and against tell of doer and victim."""
    premodifiers: frozenset[str]
    """Nouns that stand before event nouns, so that a coordination with one is its own: "air and artillery strikes"."""
    verbs: frozenset[str]
    """The verbs that its lists name."""
    bases: Mapping[str, str]
    """The base forms of its verbs' forms, for where the lemmatizer is led astray: ``rage`` of ``raged``."""
    tokens: Mapping[str, str]
    file: Path


def load(ontology: Ontology, classes: Mapping[str, WordClass]) -> Grammar:
    """The grammar beside an ontology, read with the classes of its lexicon, over the shipped one.

    Raises:
        OntologyError: a file is not TOML, a table or key is missing or unknown, or an entry names an unknown type,
            role, status, relation or class; the text says where.
    """
    file = ontology.folder / FILE
    own = read_toml(file) if file.exists() else {}
    return _Reader(file, own, read_toml(DEFAULT / FILE), ontology, classes).grammar()


class _Reader:
    def __init__(
        self,
        file: Path,
        own: Mapping[str, object],
        shipped: Mapping[str, object],
        ontology: Ontology,
        classes: Mapping[str, WordClass],
    ) -> None:
        for name in own:
            if name not in shipped:
                raise OntologyError(f"{file}: unknown table {name!r}; there are {', '.join(sorted(shipped))}")
        self.file = file
        self.own = own
        self.raw = {**shipped, **own}
        self.ontology = ontology
        self.classes = classes

    def grammar(self) -> Grammar:
        for notion in self._table("fills"):
            if notion not in _NOTIONS:
                raise OntologyError(f"{self.file}: [fills] has no {notion!r}; there are {', '.join(_NOTIONS)}")
        light = Light(
            *self._words(
                "light",
                "plain",
                "modal",
                "subject",
                "aimed",
                "prepositional",
                "undergone",
                "observed",
                "hosted",
                "backing",
                "amid",
                "means",
                "undergoing",
                "hull",
                "told",
            )
        )
        attribution = self._attribution()
        verbs = light.plain | light.subject | light.modal | attribution.verbs
        return Grammar(
            means_role=self._role("means"),
            agent_role=self._role("agent"),
            where_role=self._role("where"),
            when_role=self._role("when"),
            quantity_role=self._role("quantity"),
            attribution_role=self._role("attribution"),
            frames=self._at("frame", self._frames),
            light=light,
            attribution=attribution,
            where=Where(
                self._class("where", "class"),
                *self._words(
                    "where", "drop", "keep", "named", "beside", "relational", "bare", "along", "scenes", "left", "not"
                ),
            ),
            when=When(
                frozenset(self._list("when", "labels")),
                *self._words("when", "words", "drop", "not", "adverbs", "vague", "lasting", "leading"),
            ),
            quantity=Quantity(*self._words("quantity", "nouns", "adjectives", "hollow", "modifiers")),
            cutting=Cutting(
                self._class("spans", "keep_of"),
                self._class("spans", "person"),
                self._class("spans", "agent"),
                *self._words("spans", "determiners", "through", "measures", "keep_to", "unowning"),
            ),
            deeds=self._class("spans", "deeds"),
            premodifiers=self._words("spans", "premodifiers")[0],
            statuses=self._at("status", self._statuses),
            verbs=verbs,
            bases=_bases(verbs),
            tokens={str(word).lower(): str(meant) for word, meant in self._table("tokens").items()},
            file=self.file,
        )

    def _at(self, where: str, read: Callable[[], _Value]) -> _Value:
        try:
            return read()
        except OntologyError as error:
            raise OntologyError(f"{self.file}: {where}: {error}") from error

    def _table(self, name: str) -> Mapping[str, object]:
        table = self.raw.get(name)
        if not isinstance(table, dict):
            raise OntologyError(f"{self.file}: the table [{name}] is missing")
        return table

    def _tables(self, name: str) -> list[Mapping[str, object]]:
        tables = self.raw.get(name)
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise OntologyError(f"no [[{name}]]")
        return tables

    def _list(self, table: str, key: str) -> list[str]:
        value = self._table(table).get(key)
        if value is None:
            raise OntologyError(f"{self.file}: [{table}] lacks {key!r}")
        return self._at(f"[{table}] {key}", lambda: split_list(value))

    def _words(self, table: str, *keys: str) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(spelling(word.lower()) for word in self._list(table, key)) for key in keys)

    def _class(self, table: str, key: str) -> WordClass:
        members = self._list(table, key)
        return self._at(f"[{table}] {key}", lambda: word_class(members, self.classes))

    def _role(self, notion: str) -> str:
        role = self._table("fills").get(notion)
        if role in self.ontology.roles:
            return str(role)
        if role is not None and "fills" in self.own:
            raise OntologyError(f"{self.file}: [fills] {notion} = {role!r} is no role of {self.ontology.id}")
        return ""

    def _attribution(self) -> Attribution:
        return Attribution(
            self._class("attribution", "class"),
            self._class("attribution", "documents"),
            *self._words("attribution", "verbs", "own", "things", "acts", "not"),
        )

    def _frames(self) -> dict[str, Frame]:
        roles: dict[str, dict[str, RolePattern]] = {name: {} for name in self.ontology.types}
        counted: dict[str, frozenset[str]] = dict.fromkeys(self.ontology.types, frozenset())
        flags: dict[str, dict[str, bool]] = {name: {"people": False, "apart": False} for name in self.ontology.types}
        # A shipped frame may speak of types and roles that another ontology lacks.
        own = "frame" in self.own
        known = self.ontology.roles if own else {**load_ontology().roles, **self.ontology.roles}
        for raw in self._tables("frame"):
            patterns = split_list(raw.get("types"))
            for pattern in patterns:
                if own and not any(fnmatchcase(name, pattern) for name in roles):
                    raise OntologyError(f"{pattern!r} is no type of {self.ontology.id}")
            relations = {
                key: str(value) for key, value in raw.items() if key not in {"types", "counted", "people", "apart"}
            }
            read = read_roles(relations, frozenset(known), self.classes)
            for name, table in roles.items():
                if any(fnmatchcase(name, pattern) for pattern in patterns):
                    takes = frozenset(self.ontology.types[name].roles)
                    table.update({relation: _only(pattern, takes) for relation, pattern in read.items()})
                    if "counted" in raw:
                        counted[name] = self._counted(raw["counted"], frozenset(known))
                    flags[name].update({flag: bool(raw[flag]) for flag in ("people", "apart") if flag in raw})
        return {name: Frame(table, counted[name], **flags[name]) for name, table in roles.items()}

    def _counted(self, value: object, roles: frozenset[str]) -> frozenset[str]:
        members = frozenset(split_list(value))
        for member in members:
            if member != "trigger" and member not in roles:
                raise OntologyError(f"counted names the unknown role {member!r}")
        return members

    def _statuses(self) -> tuple[StatusCue, ...]:
        kinds = ("auxiliary", "negated", "governor", "marker", "modifier", "undone", "beside")
        cues = []
        for raw in self._tables("status"):
            status = raw.get("is")
            if status not in self.ontology.statuses:
                if "status" not in self.own:
                    continue
                raise OntologyError(f"{status!r} is no status of {self.ontology.id}")
            for key in raw:
                if key not in {"is", "weak", "clausal", "nominal", "purpose", *kinds}:
                    raise OntologyError(
                        f"unknown cue {key!r}; there are {', '.join((*kinds, 'purpose', 'weak', 'clausal', 'nominal'))}"
                    )
            sets = [frozenset(spelling(word.lower()) for word in split_list(raw.get(kind, ""))) for kind in kinds]
            weak, clausal, nominal = (bool(raw.get(flag, False)) for flag in ("weak", "clausal", "nominal"))
            cues.append(StatusCue(str(status), weak, clausal, nominal, str(raw.get("purpose", "")), *sets))
        return tuple(cues)


def _bases(verbs: frozenset[str]) -> dict[str, str]:
    """The base of each form of some verbs, but for forms that are themselves among them or of two verbs."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for verb in sorted(verb for verb in verbs if verb.isalpha()):
        for form in map(spelling, verb_forms(verb)):
            if found.setdefault(form, verb) != verb:
                shared.add(form)
    return {form: verb for form, verb in found.items() if form not in shared and form not in verbs}


def _only(pattern: RolePattern, roles: frozenset[str]) -> RolePattern:
    return RolePattern(tuple(pair for pair in pattern.alternatives if pair[0] is None or pair[0] in roles))
