"""Letters as they are typed without care: case aside, and Latin letters without their accents.

Only Latin ones, as SQLite's full text has it (`remove_diacritics`): elsewhere й and и are letters of their own.
"""

import unicodedata
from typing import Final

MARKS: Final = range(0x300, 0x370)
"""The combining marks that go with the letter before them."""


def _bare(letter: str) -> str:
    """The letter without its accents; itself where that leaves no Latin letter."""
    bare = unicodedata.normalize("NFD", letter)[0]
    return bare if bare.isascii() and bare.isalpha() else letter


ACCENTED: Final = {
    letter: bare
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if (bare := _bare(letter := chr(code))) != letter
}
"""From each Latin letter with accents to the letter without."""
_FOLDED: Final = {ord(letter): bare.lower() for letter, bare in ACCENTED.items()} | dict.fromkeys(MARKS)


def fold(text: str) -> str:
    """``text`` without case and Latin accents; its length may change."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.translate(_FOLDED)
