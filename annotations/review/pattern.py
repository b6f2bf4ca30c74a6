"""What is searched for, typed with as little care as one likes.

What is typed plainly also finds what is written with more care: ``ecole`` finds École, ``can't`` finds can’t. What is
typed with care counts: a pattern with a capital tells capitals apart, one with an accent accents. A blank stands for
whatever separates two words, a line's end or a comma too. The full text goes by the same rules (`annotations.store`),
but knows words alone: it finds what begins at a word, and for the rest the texts are asked.
"""

import re
import unicodedata
from typing import Final

from annotations.review.folding import ACCENTED, MARKS

LONGEST: Final = 500
"""Code points of a pattern; what is longer is cut."""
_MARKS: Final = f"[{chr(MARKS.start)}-{chr(MARKS.stop - 1)}]"
_SIGNS: Final = {"'": "['’‘ʼ]", '"': '["“”„«»]', "-": "[-‐‑‒–—]"}
"""What a plain sign stands for."""
_VARIANTS: Final[dict[str, str]] = {}
for _letter, _bare in ACCENTED.items():
    _VARIANTS[_bare] = _VARIANTS.get(_bare, "") + _letter


class Pattern:
    """A text to find in articles."""

    def __init__(self, text: str) -> None:
        """Prepare to find ``text``; one that is empty is found nowhere."""
        self.text = text[:LONGEST]
        composed = unicodedata.normalize("NFC", self.text)
        self._has_capitals = any(letter.isupper() for letter in composed)
        self._has_accents = any(letter in ACCENTED or ord(letter) in MARKS for letter in composed)
        flags = re.NOFLAG if self._has_capitals else re.IGNORECASE
        parts = re.findall(r"\s+|\S", composed)
        self._in_ascii = re.compile("".join(map(_plainly, parts)), flags)
        self._anywhere = re.compile("".join(map(self._part, parts)), flags)

    @property
    def is_plain(self) -> bool:
        """Whether an article has it as soon as it has its words, one behind the other."""
        words = all(character.isalnum() or character.isspace() for character in self.text)
        return words and self.text == self.text.strip() and not self._has_capitals and not self._has_accents

    def hits(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where it stands in ``text``: start and end of each place, in text order."""
        if not self.text:
            return ()
        finder = self._in_ascii if text.isascii() else self._anywhere
        return tuple(match.span() for match in finder.finditer(text))

    def is_in(self, text: str) -> bool:
        """Whether it stands anywhere in ``text``."""
        finder = self._in_ascii if text.isascii() else self._anywhere
        return bool(self.text) and finder.search(text) is not None

    def _part(self, part: str) -> str:
        """The expression for a letter, a sign or blanks, in a text of any script."""
        if part.isspace() or part in _SIGNS:
            return _plainly(part)
        if self._has_accents:
            apart = unicodedata.normalize("NFD", part)
            return re.escape(part) if apart == part else f"(?:{re.escape(part)}|{re.escape(apart)})"
        variants = _VARIANTS.get(part, "") if self._has_capitals else _VARIANTS.get(part.lower(), "")
        return f"[{part}{variants}]{_MARKS}*" if variants else re.escape(part)


def _plainly(part: str) -> str:
    if part.isspace():
        return r"[\W_]+"
    return _SIGNS.get(part) or re.escape(part)
