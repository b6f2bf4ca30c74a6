"""The signs of the screen: what a candidate's state looks like where colour says nothing."""

from typing import Final

GLYPHS: Final = {
    "undecided": "○",
    "accepted": "✓",
    "edited": "≈",
    "added": "+",
    "rejected": "✗",
    "skipped": "…",
}
"""One cell for each state of a candidate; the state's name is also its style's."""
STATE_GLYPHS: Final = {"new": "○", "begun": "◐", "decided": "●", "complete": "✓", "waiting": "·"}
"""How far an article is."""
FLAG: Final = "⚑"
COMMENT: Final = "”"
NEAR: Final = "~"
"""Over the number of near-copies."""
BAR: Final = "▎"
"""Beside the reading sentence."""

_RAISED: Final = dict(zip("abcdefghijklmnoprstuvwxyz0123456789", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
RAISED: Final = frozenset(_RAISED.values())
"""What cannot be taken for a letter of the word that it stands before."""


def raised(key: str) -> str:
    """A key as a raised letter, for the blank before a word; the key itself where there is none of it."""
    return _RAISED.get(key, key)
