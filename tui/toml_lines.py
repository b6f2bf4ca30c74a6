"""TOML statement by statement, each with its line: a file with mistakes in it is read to its end, and all are named."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Value = object
"""What TOML has: strings, numbers, lists … A table is never one; its settings are."""


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong on a line, and what to do; lines count from 1."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A name with the tables it stands in, its value, and the line on which it begins."""

    path: tuple[str, ...]
    value: Value
    line: int


def read(text: str) -> tuple[list[Setting], list[Mistake]]:
    """Every setting of ``text`` in its order, and what is no TOML. Of a name given twice the first one counts."""
    settings: dict[tuple[str, ...], Setting] = {}
    tables: dict[tuple[str, ...], int] = {}
    mistakes: list[Mistake] = []
    table: tuple[str, ...] = ()
    for line, statement in _statements(text):
        if isinstance(statement, str):
            mistakes.append(Mistake(line, statement))
        elif statement.is_header:
            table = statement.header
            if table in tables:
                mistakes.append(Mistake(line, f"[{'.'.join(table)}] stands on line {tables[table]} already"))
            tables.setdefault(table, line)
        else:
            for path, value in _leaves(statement.table):
                setting = Setting((*table, *path), value, line)
                first = settings.setdefault(setting.path, setting)
                if first is not setting:
                    mistakes.append(
                        Mistake(line, f"{path[-1]} stands on line {first.line} already; keep one of the two")
                    )
    return list(settings.values()), mistakes


@dataclass(frozen=True, slots=True)
class _Statement:
    """One statement by itself: ``table`` is what TOML makes of it."""

    is_header: bool
    table: Mapping[str, Value]

    @property
    def header(self) -> tuple[str, ...]:
        """The table's names."""
        names, inner = [], self.table
        while inner:
            ((name, below),) = inner.items()
            names.append(name)
            inner = below[0] if isinstance(below, list) else below if isinstance(below, dict) else {}
        return tuple(names)


def _statements(text: str) -> Iterator[tuple[int, _Statement | str]]:
    """Each statement with its line; for what is none, why."""
    lines = [f"{line}\n" for line in text.split("\n")]
    at = 0
    while at < len(lines):
        statement, taken = _statement(lines, at)
        if statement is not None:
            yield at + 1, statement
        at += taken


def _statement(lines: list[str], at: int) -> tuple[_Statement | str | None, int]:
    """The statement that begins on a line, and how many lines it takes; None for a blank or a comment."""
    wrong = ""
    for end in range(at + 1, len(lines) + 1):
        chunk = "".join(lines[at:end])
        try:
            table = tomllib.loads(chunk)
        except tomllib.TOMLDecodeError as error:
            wrong = wrong or _reason(str(error))
            # Only a list or a string that goes on may end on a later line.
            if "(at end of document)" not in str(error):
                break
        else:
            return (_Statement(chunk.lstrip().startswith("["), table) if table else None), end - at
    return wrong, 1


def _reason(error: str) -> str:
    what, _, where = error.partition(" (")
    column = re.search(r"column (\d+)", where)
    place = f" at column {column[1]}" if column else ", and it never ends"
    return f'{what[0].lower()}{what[1:]}{place}; a setting is written name = "value"'


def _leaves(table: Mapping[str, Value]) -> Iterator[tuple[tuple[str, ...], Value]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from (((name, *path), leaf) for path, leaf in _leaves(value))
        else:
            yield (name,), value
