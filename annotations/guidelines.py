"""What an ontology's guidelines say of one type: the section on it, and every other passage that names it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_HEADING: Final = re.compile(r"(#{1,6})\s+(.*)")
_ITEM: Final = re.compile(r"\s{0,3}(?:[-*+]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or an item of a list, as Markdown; an item without its sign."""

    heading: str
    """The heading it stands under, without its signs; empty before the first."""
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a type."""

    section: str
    """The section whose heading names it, without that heading; empty where there is none."""
    passages: tuple[Passage, ...]
    """Those outside the section that name it."""


def said_of(guidelines: str, name: str) -> Said:
    """What the guidelines, which are Markdown, say of the type of this name."""
    names = re.compile(rf"(?<![\w.]){re.escape(name)}(?!\w|\.\w)")
    lines = guidelines.splitlines()
    start, end = _section(lines, names)
    outside = [*lines[:start], *lines[end:]]
    passages = (passage for passage in _passages(outside) if names.search(passage.text))
    return Said("\n".join(lines[start + 1 : end]).strip(), tuple(passages))


def _section(lines: list[str], names: re.Pattern[str]) -> tuple[int, int]:
    """First line and the one behind the last of the section; an empty stretch where there is none."""
    for start, line in enumerate(lines):
        if (heading := _HEADING.match(line)) is not None and names.search(heading[2]):
            end = start + 1
            while end < len(lines) and not (
                (later := _HEADING.match(lines[end])) is not None and len(later[1]) <= len(heading[1])
            ):
                end += 1
            return start, end
    return 0, 0


def _passages(lines: list[str]) -> Iterator[Passage]:
    heading, text = "", ""
    for line in [*lines, ""]:
        found, item = _HEADING.match(line), _ITEM.match(line)
        if text and (found is not None or item is not None or not line.strip()):
            yield Passage(heading, text)
            text = ""
        if found is not None:
            heading = found[2].strip()
        else:
            text = " ".join(filter(None, (text, line[item.end() if item else 0 :].strip())))
