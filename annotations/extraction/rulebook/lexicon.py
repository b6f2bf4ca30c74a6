"""The lexicon: which words report which events, read from the TOML files beside the ontology and checked.

The form is documented for those who mend it at the head of ``conflict/lexicon/classes.toml``.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from annotations.errors import OntologyError
from annotations.extraction.identity import lexicon_names
from annotations.extraction.rulebook.conditions import Condition, RolePattern, read_condition, read_roles
from annotations.extraction.rulebook.english import noun_forms, spelling, verb_forms
from annotations.extraction.rulebook.wordclass import WordClass, read_classes
from annotations.ontology import DEFAULT, Ontology

PartOfSpeech = Literal["verb", "noun", "adjective"]
PARTS_OF_SPEECH: tuple[PartOfSpeech, ...] = ("verb", "noun", "adjective")

_TRAILING = frozenset({"of", "in", "on", "down", "up", "off", "over", "out"})
"""Words that begin what follows a noun's head: "exchange of fire", "shooting down"."""
_FAMILY_KEYS = frozenset(
    {"name", "verb", "noun", "adjective", "type", "needs", "not", "roles", "status", "cases", "also", "attributive"}
)
_CASE_KEYS = frozenset({"type", "needs", "not", "roles", "status", "also"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One case of a family: under these conditions its words report an event of this type."""

    id: str
    family: str
    type: str
    needs: tuple[Condition, ...]
    vetoes: tuple[Condition, ...]
    roles: Mapping[str, RolePattern]
    """Patterns by relation, over those of the type's frame."""
    status: str | None
    also: bool
    """Whether the next case that applies may speak beside this one."""


@dataclass(frozen=True, slots=True)
class Family:
    """Words that report the same event in the same way, and their cases in order."""

    id: str
    rules: tuple[Rule, ...]
    also: bool
    """Whether the family speaks beside others that share its word."""
    attributive: bool
    """Whether its verbs and nouns speak before a noun too ("the brokered truce")."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of a family: its head word's base form and what stands around it.

    ``before`` and ``after`` are base forms as ``spelling`` keys: what stands at once before a noun, and a verb's
    particle or object.
    """

    base: str
    part_of_speech: PartOfSpeech
    before: tuple[str, ...]
    after: tuple[str, ...]
    family: Family


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every family, found by the forms of its words."""

    classes: Mapping[str, WordClass]
    families: tuple[Family, ...]
    by_form: Mapping[str, tuple[Entry, ...]]
    """Entries by every form of their head word, as ``spelling`` keys."""
    files: tuple[Path, ...]


def load(ontology: Ontology) -> Lexicon:
    """The lexicon beside an ontology: ``lexicon.toml``, or every ``.toml`` of the folder ``lexicon``.

    Raises:
        OntologyError: there is none, a file is not TOML, or an entry names an unknown type, role, status, class,
            relation or key; the text says which file and which family.
    """
    files = lexicon_files(ontology.folder)
    tables = _tables(files)
    # Classes that it does not define are the shipped ones: the shipped grammar goes by them.
    shipped = {} if ontology.shipped else _class_members(_tables(lexicon_files(DEFAULT)))
    try:
        classes = read_classes({**shipped, **_class_members(tables)})
    except OntologyError as error:
        raise OntologyError(f"{files[0].parent}: {error}") from error
    entries: list[Entry] = []
    families: list[Family] = []
    names: set[str] = set()
    for file, table in tables:
        raw_families = table.get("family", [])
        if not isinstance(raw_families, list):
            raise OntologyError(f"{file}: families are written [[family]]")
        for position, raw in enumerate(raw_families, 1):
            where = f"{file}: family {_name(raw) or position}"
            try:
                family = _read_family(file.stem, raw, ontology, classes)
                if family.id in names:
                    raise OntologyError("the name is taken; give it another with `name`")
                entries.extend(_read_entries(raw, family))
            except OntologyError as error:
                raise OntologyError(f"{where}: {error}") from error
            names.add(family.id)
            families.append(family)
    if not families:
        raise OntologyError(f"{files[0]}: a lexicon needs at least one [[family]]")
    return Lexicon(classes, tuple(families), _index(entries), files)


def lexicon_files(folder: Path) -> tuple[Path, ...]:
    """The files that the lexicon in an ontology's folder is read from.

    Raises:
        OntologyError: there are none.
    """
    files = tuple(folder / name for name in lexicon_names(folder))
    if not files:
        raise OntologyError(f"{folder}: no lexicon.toml and no lexicon/*.toml; the rules need one")
    return files


def read_toml(file: Path) -> dict[str, object]:
    """The tables of a TOML file.

    Raises:
        OntologyError: it cannot be read or is not TOML.
    """
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise OntologyError(f"{file}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OntologyError(f"{file}: {error}") from error


def split_list(value: object) -> list[str]:
    """The members of a comma-separated list.

    Raises:
        OntologyError: it is not text.
    """
    if not isinstance(value, str):
        raise OntologyError(f"{value!r} is not a comma-separated list")
    return [member.strip() for member in value.split(",") if member.strip()]


def _tables(files: tuple[Path, ...]) -> list[tuple[Path, dict[str, object]]]:
    tables = [(file, read_toml(file)) for file in files]
    for file, table in tables:
        for key in table:
            if key not in {"class", "family"}:
                raise OntologyError(f"{file}: unknown table {key!r}; a lexicon has [class] and [[family]]")
    return tables


def _class_members(tables: list[tuple[Path, dict[str, object]]]) -> dict[str, list[str]]:
    """The members of every class, as they are written."""
    classes: dict[str, list[str]] = {}
    for file, table in tables:
        for name, members in _table(file, "class", table.get("class", {})).items():
            if name in classes:
                raise OntologyError(f"{file}: class {name!r} is written twice")
            try:
                classes[name] = split_list(members)
            except OntologyError as error:
                raise OntologyError(f"{file}: class {name!r}: {error}") from error
    return classes


def _table(file: Path, name: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise OntologyError(f"{file}: {name} is not a table")
    return value


def _name(raw: object) -> str:
    if not isinstance(raw, dict):
        return ""
    if "name" in raw:
        return str(raw["name"])
    words = next((str(raw[part]) for part in PARTS_OF_SPEECH if part in raw), "")
    return words.split(",")[0].strip()


def _read_family(stem: str, raw: object, ontology: Ontology, classes: Mapping[str, WordClass]) -> Family:
    if not isinstance(raw, dict):
        raise OntologyError("is not a table")
    _refuse_unknown(raw, _FAMILY_KEYS)
    if not _name(raw):
        raise OntologyError(f"has no word; write one of {', '.join(PARTS_OF_SPEECH)}")
    family = f"{stem}/{_name(raw)}"
    raw_cases = raw.get("cases", [{}])
    if not isinstance(raw_cases, list) or not raw_cases:
        raise OntologyError("cases is not a list of tables")
    shared = _read_parts(raw, ontology, classes)
    rules = []
    for position, raw_case in enumerate(raw_cases, 1):
        if not isinstance(raw_case, dict):
            raise OntologyError(f"case {position} is not a table")
        _refuse_unknown(raw_case, _CASE_KEYS)
        own = _read_parts(raw_case, ontology, classes)
        event_type = own.type or shared.type
        if event_type is None:
            raise OntologyError(f"case {position} has no type")
        roles = {**shared.roles, **own.roles}
        _check_roles(roles, ontology, event_type)
        rules.append(
            Rule(
                id=family if "cases" not in raw else f"{family}#{position}",
                family=family,
                type=event_type,
                needs=own.needs + shared.needs,
                vetoes=own.vetoes + shared.vetoes,
                roles=roles,
                status=own.status or shared.status,
                also=bool(raw_case.get("also", False)),
            )
        )
    return Family(family, tuple(rules), bool(raw.get("also", False)), bool(raw.get("attributive", False)))


@dataclass(frozen=True, slots=True)
class _Parts:
    type: str | None
    needs: tuple[Condition, ...]
    vetoes: tuple[Condition, ...]
    roles: Mapping[str, RolePattern]
    status: str | None


def _read_parts(raw: Mapping[str, object], ontology: Ontology, classes: Mapping[str, WordClass]) -> _Parts:
    event_type = raw.get("type")
    if event_type is not None and event_type not in ontology.types:
        raise OntologyError(f"unknown type {event_type!r}")
    status = raw.get("status")
    if status is not None and status not in ontology.statuses:
        raise OntologyError(f"unknown status {status!r}")
    roles = raw.get("roles", {})
    if not isinstance(roles, dict):
        raise OntologyError("roles is not a table")
    return _Parts(
        type=None if event_type is None else str(event_type),
        needs=tuple(read_condition(text, classes) for text in _texts(raw.get("needs", []))),
        vetoes=tuple(read_condition(text, classes) for text in _texts(raw.get("not", []))),
        roles=read_roles({str(k): str(v) for k, v in roles.items()}, frozenset(ontology.roles), classes),
        status=None if status is None else str(status),
    )


def _texts(value: object) -> list[str]:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise OntologyError(f"{value!r} is not a condition or a list of them")
    return texts


def _refuse_unknown(raw: Mapping[str, object], known: frozenset[str]) -> None:
    for key in raw:
        if key not in known:
            raise OntologyError(f"unknown key {key!r}; there are {', '.join(sorted(known))}")


def _check_roles(roles: Mapping[str, RolePattern], ontology: Ontology, event_type: str) -> None:
    for relation, pattern in roles.items():
        for role, _ in pattern.alternatives:
            if role is not None and role not in ontology.types[event_type].roles:
                raise OntologyError(f"roles: {relation} names {role!r}, which {event_type} does not have")


def _read_entries(raw: Mapping[str, object], family: Family) -> Iterator[Entry]:
    for part in PARTS_OF_SPEECH:
        for phrase in split_list(raw.get(part, "")):
            written = phrase.lower().split()
            words = tuple(spelling(word) for word in written)
            if part == "noun" and _TRAILING.isdisjoint(words[1:]):
                yield Entry(written[-1], part, words[:-1], (), family)
            else:
                yield Entry(written[0], part, (), words[1:], family)


def _index(entries: list[Entry]) -> dict[str, tuple[Entry, ...]]:
    index: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.part_of_speech == "verb":
            forms = verb_forms(entry.base)
        elif entry.part_of_speech == "noun":
            forms = noun_forms(entry.base)
        else:
            forms = (entry.base,)
        for form in dict.fromkeys(spelling(form) for form in forms):
            index.setdefault(form, []).append(entry)
    return {form: tuple(found) for form, found in index.items()}
