"""The one way by which text from outside reaches the screen: every code point becomes one that cannot do harm.

The translation keeps the length, so offsets never notice. After it, every code point takes one or two cells of its
own and none joins its neighbour: what has no width (combining marks, joiners, variation selectors) or merges with what
stands before it (regional indicators, skin tones) is shown as a sign of its own. Cell arithmetic is then addition.

An accent that makes one character with the letter before it is shown with it, and takes no cell (`composed`).
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from rich.cells import get_character_cell_size

REPLACEMENT: Final = "�"
"""Stands for what is no character: lone surrogates, unassigned code points, C1 controls."""
DIRECTION: Final = "⇄"
"""Stands for a control that would turn the direction of the text."""
INVISIBLE: Final = "·"
"""Stands for a character that would not be seen: zero-width spaces, joiners, fillers, variation selectors."""
MARK: Final = "◌"
"""Stands for a combining mark that has no spacing form of its own."""
JOINED: Final = "\u2060"
"""Stands, unseen, for a mark that is shown with the letter before it; never given by `safe`, which masks it."""

_DIRECTIONS: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLANK_LETTERS: Final = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0\u034f\u2800")
_JAMO: Final = range(0x1161, 0x11C3)
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)
_REGIONAL_A, _REGIONAL_Z = 0x1F1E6, 0x1F1FF
_SPACING: Final = str.maketrans(
    "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0328\u0331\u0332",
    "`´^~¯˘˙¨˚˝ˇ¸˛__",
)
_SHORT: Final = 80
"""So many characters at most has a text whose line is kept."""
_SEPARATORS: Final = {"\t": " ", "\x7f": "␡", "\x85": "␤", "\u2028": "␤", "\u2029": "¶"}


class _Mask(dict[int, str]):
    """What each code point is shown as, found when first met: the whole table would delay the first paint."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = _mask(chr(code))
        return shown


def _mask(character: str) -> str:
    code = ord(character)
    if character in _SEPARATORS:
        return _SEPARATORS[character]
    if code < 0x20:
        return chr(0x2400 + code)
    if character in _DIRECTIONS:
        return DIRECTION
    if character in _BLANK_LETTERS:
        return INVISIBLE
    if _REGIONAL_A <= code <= _REGIONAL_Z:
        return chr(code - _REGIONAL_A + ord("A"))
    if code in _SKIN_TONES:
        return MARK
    category = unicodedata.category(character)
    if category in {"Cc", "Cs", "Cn"}:
        return REPLACEMENT
    if category == "Cf" or unicodedata.name(character, "").startswith("VARIATION SELECTOR"):
        return INVISIBLE
    if category in {"Mn", "Me", "Mc"}:
        spacing = character.translate(_SPACING)
        return MARK if spacing == character else spacing
    if category == "Zs":
        return character if code in {0x20, 0xA0, 0x3000} else " "
    return character if get_character_cell_size(character) else INVISIBLE


_MASK: Final = _Mask()
_cells: Final = get_character_cell_size


def safe(text: str) -> str:
    """``text`` as it may be shown: of the same length, each code point one of one or two cells that does nothing.

    Line ends are shown too (a line feed as ``␊``): whoever draws lines splits them first (`tui.wrap`).
    """
    return text.translate(_MASK)


def composed(text: str) -> str:
    """``text`` as `safe` shows it, but accents with their letters where Unicode has one character for both.

    It is of the same length: the character stands for the letter, `JOINED` for each mark, and whoever draws leaves
    that out. No terminal has to join anything by itself.
    """
    if unicodedata.is_normalized("NFC", text):
        return safe(text)
    shown = list(safe(text))
    joining = "".join(character for character in set(text) if _may_join(character))
    for run in re.finditer(f"(?<=.)[{joining}]+", text) if joining else ():
        base = run.start() - 1
        letter = text[base]
        for at in range(run.start(), run.end()):
            whole = unicodedata.normalize("NFC", letter + text[at])
            if len(whole) == 1 and safe(whole) == whole and _cells(whole) == _cells(shown[base]):
                shown[base], shown[at], letter = whole, JOINED, whole
            else:
                base, letter = at, text[at]
    return "".join(shown)


def _may_join(character: str) -> bool:
    """Whether it may make one character with what stands before it: a mark, or a later part of a Korean syllable."""
    return unicodedata.category(character).startswith("M") or ord(character) in _JAMO


def one_line(text: str) -> str:
    """``text`` safe for a single line, with runs of white space (line ends too) as one space; its length may change."""
    return _short_line(text) if len(text) <= _SHORT else _line(text)


def _line(text: str) -> str:
    return safe(unicodedata.normalize("NFC", " ".join(text.split())))


# Names, types and triggers are drawn again and again.
_short_line = lru_cache(512)(_line)
