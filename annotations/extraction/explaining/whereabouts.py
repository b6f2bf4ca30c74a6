"""Whereabouts: where in the files of a lexicon a rule stands, so that whoever mends it finds it."""

import re

from annotations.extraction.explaining.explanation import Place
from annotations.extraction.rulebook.lexicon import Entry, Lexicon, Rule
from annotations.ontology import Ontology

_FAMILY = re.compile(r"^[ \t]*\[\[[ \t]*family[ \t]*\]\]", re.MULTILINE)


class Whereabouts:
    """Where the families of a lexicon stand."""

    def __init__(self, ontology: Ontology, lexicon: Lexicon) -> None:
        self._folder = ontology.folder
        self._files = {file.stem: file for file in lexicon.files}
        self._order: dict[str, list[str]] = {}
        for family in lexicon.families:
            self._order.setdefault(family.id.partition("/")[0], []).append(family.id)
        self._lines: dict[str, int] = {}

    def of(self, entry: Entry, rule: Rule) -> Place:
        """Where a rule stands, with the word under which it was tried."""
        stem, _, name = rule.family.partition("/")
        case = rule.id.removeprefix(rule.family).removeprefix("#")
        return Place(
            rule=rule.id,
            family=name,
            file=self._files[stem].relative_to(self._folder).as_posix(),
            line=self._line(stem, rule.family),
            case=int(case) if case else None,
            word=" ".join((*entry.before, entry.base, *entry.after)),
            part_of_speech=entry.part_of_speech,
            type=rule.type,
        )

    def _line(self, stem: str, family: str) -> int | None:
        if family not in self._lines:
            written = self._files[stem].read_text("utf-8")
            found = [written.count("\n", 0, match.start()) + 1 for match in _FAMILY.finditer(written)]
            if len(found) == len(self._order[stem]):
                self._lines.update(zip(self._order[stem], found, strict=True))
        return self._lines.get(family)
