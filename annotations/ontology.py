"""The ontology: types, roles, statuses and reject reasons with their keys and meanings, read from TOML.

An ontology is a folder: ``ontology.toml``, ``guidelines.md``, and what the extractor reads beside them.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from annotations.errors import OntologyError
from annotations.model import Event
from annotations.nearest import path_suggestion

DEFAULT = Path(__file__).parent / "conflict"
"""The folder of the ontology that the project ships."""


class Label(NamedTuple):
    """A role, status or reject reason: its name, the key that chooses it, its meaning."""

    name: str
    key: str
    gloss: str

    @property
    def words(self) -> str:
        """The name as one says it: ``not an event`` for ``not_an_event``."""
        return self.name.replace("_", " ")


class EventType(NamedTuple):
    """A type of event, its two-letter key, its meaning and the roles it has, in the ontology's order."""

    name: str
    key: str
    gloss: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """What events there are. ``folder`` is where its data lies."""

    name: str
    version: int
    folder: Path
    statuses: Mapping[str, Label]
    roles: Mapping[str, Label]
    rejects: Mapping[str, Label]
    types: Mapping[str, EventType]

    @property
    def id(self) -> str:
        """Name and version, as records carry it: ``conflict/1``."""
        return f"{self.name}/{self.version}"

    @property
    def shipped(self) -> bool:
        """Whether it is the one that the project ships."""
        return self.folder == DEFAULT.resolve()

    @property
    def default_status(self) -> str:
        """The status of an event that nothing says otherwise of: the first one listed."""
        return next(iter(self.statuses))

    def guidelines(self) -> str:
        """The annotation guidelines as Markdown; empty where the folder has none."""
        path = self.folder / "guidelines.md"
        return path.read_text("utf-8") if path.exists() else ""

    def check(self, event: Event) -> None:
        """Raise OntologyError unless the event's type, status and roles are the ontology's."""
        event_type = self.types.get(event.type)
        if event_type is None:
            raise OntologyError(f"type {event.type!r} is not in ontology {self.id}")
        if event.status not in self.statuses:
            raise OntologyError(f"status {event.status!r} is not in ontology {self.id}")
        for argument in event.arguments:
            if argument.role not in event_type.roles:
                raise OntologyError(f"{event.type} has no role {argument.role!r}; it has {', '.join(event_type.roles)}")
        if len(set(event.arguments)) != len(event.arguments):
            raise OntologyError(f"{event.type} at {event.trigger.start} has the same argument twice")


def load(path: Path = DEFAULT) -> Ontology:
    """Read an ontology from its folder, or from its ``ontology.toml``.

    Raises:
        OntologyError: the file is missing, is not TOML, lacks a table, or two keys are the same.
    """
    return _load(path.resolve())


@cache
def _load(path: Path) -> Ontology:
    file = path / "ontology.toml" if path.is_dir() else path
    try:
        raw = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        remedy = path_suggestion(path, "an ontology is a folder with an ontology.toml")
        raise OntologyError(f"{file}: {error.strerror}; {remedy}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OntologyError(f"{file}: {error}") from error
    try:
        ontology = Ontology(
            name=str(raw["name"]),
            version=int(raw["version"]),
            folder=file.parent,
            statuses=_labels(raw["status"]),
            roles=_labels(raw["roles"]),
            rejects=_labels(raw["reject"]),
            types={
                str(entry["name"]): EventType(
                    str(entry["name"]), str(entry["key"]), str(entry["gloss"]), tuple(map(str, entry["roles"]))
                )
                for entry in raw["type"]
            },
        )
    except (KeyError, TypeError, ValueError) as error:
        raise OntologyError(f"{file}: missing or malformed {error}") from error
    _check_keys(file, ontology)
    return ontology


def _labels(table: Mapping[str, object]) -> dict[str, Label]:
    labels = {}
    for name, entry in table.items():
        fields = cast("Mapping[str, str]", entry)
        labels[name] = Label(name, fields["key"], fields["gloss"])
    return labels


def _check_keys(file: Path, ontology: Ontology) -> None:
    tables: dict[str, Iterable[Label | EventType]] = {
        "status": ontology.statuses.values(),
        "roles": ontology.roles.values(),
        "reject": ontology.rejects.values(),
        "type": ontology.types.values(),
    }
    for table, entries in tables.items():
        taken: dict[str, str] = {}
        length = 2 if table == "type" else 1
        for entry in entries:
            if len(entry.key) != length or not entry.key.isprintable():
                raise OntologyError(f"{file}: {table} {entry.name!r} needs a key of {length}, not {entry.key!r}")
            if entry.key in taken:
                raise OntologyError(f"{file}: {table} {entry.name!r} and {taken[entry.key]!r} share key {entry.key!r}")
            taken[entry.key] = entry.name
    if not ontology.statuses or not ontology.types:
        raise OntologyError(f"{file}: an ontology needs at least one status and one type")
    for event_type in ontology.types.values():
        for role in event_type.roles:
            if role not in ontology.roles:
                raise OntologyError(f"{file}: type {event_type.name!r} names the unknown role {role!r}")
