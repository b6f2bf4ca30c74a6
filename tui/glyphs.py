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
FLAG: Final = "⚑"
COMMENT: Final = "”"
BAR: Final = "▎"
"""Beside the reading sentence."""
