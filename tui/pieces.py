"""How the pieces of each widget are drawn: styles by name, in Textual's words, over the widget's own.

What stands in the style sheets is where widgets are and how they look as a whole; these are the words and signs that
they draw into their rows. Colours are the theme's, and those that `tui.theme.variables` adds.
"""

from collections.abc import Mapping
from typing import Final

from tui.theme import HUES

Pieces = Mapping[str, str | tuple[str, ...]]
"""A style by the name of a piece. Of two the second is for where colours are few: without tints and greys."""

_TRIGGERS: Final = {
    "undecided": "bold underline $undecided",
    **dict.fromkeys(("accepted", "edited", "added"), "underline $decided"),
    "rejected": "strike $secondary",
    "skipped": "italic underline $warning",
}


def _roles(*styles: str) -> Pieces:
    """``role-1`` to the last hue's, in styles in which ``#`` is the number."""
    return {
        f"role-{number}": tuple(style.replace("#", str(number)) for style in styles) for number in range(1, HUES + 1)
    }


ARTICLE: Final[Pieces] = {
    # Zones
    "headline": "bold",
    "body": "",
    **dict.fromkeys(("byline", "caption", "credit"), "italic $secondary"),
    "crosshead": "bold $primary",
    "debris": ("$faint", "dim $secondary"),
    # Triggers and arguments; sixteen colours have no tints: an underline shows how far an argument goes.
    **_TRIGGERS,
    **_roles("$role-# on $role-#-tint", "underline $role-# on $role-#-tint"),
    "repeated": ("underline", "bold underline"),
    "tag": "bold",
    "tag-plain": "bold reverse",
    "selected": "bold reverse $accent",
    "chosen": "bold underline",
    # Letters to press: those of likely labels, which have one, stand out more than those of the others.
    "sign": "bold reverse $foreground on $background",
    "sign-long": "reverse $secondary on $background",
    "typed": "underline $secondary on $background",
    "match": "underline $primary",
    "current": "bold reverse $primary",
    "dragged": "reverse",
    "reading": "$accent",
    "gutter": "$secondary",
}

CANDIDATES: Final[Pieces] = {
    "selected": ("bold on $panel", "bold"),
    "number": "$secondary",
    "type": "$secondary",
    "flag": "$accent",
    "undecided": "$undecided",
    **dict.fromkeys(("accepted", "edited", "added"), "$decided"),
    "rejected": "strike $secondary",
    "skipped": "italic $warning",
}

CARD: Final[Pieces] = {
    "type": "bold",
    **dict.fromkeys(("gloss", "name", "empty", "note"), "$secondary"),
    "status": "underline $primary",
    "absent": ("$faint", "dim $secondary"),
    "trigger": "bold",
    "focused": "bold reverse",
    "undecided": "bold $accent",
    **dict.fromkeys(("accepted", "edited", "added"), "$success"),
    "rejected": "$error",
    "skipped": "$warning",
    **_roles("$role-#"),
    "repeated": "underline",
}

STATUS: Final[Pieces] = {
    "place": "$foreground",
    "message": ("bold $foreground", "bold reverse $foreground"),
    "refused": ("bold $error", "bold reverse $error"),
}

CHOOSER: Final[Pieces] = {
    "key": "bold $accent",
    "typed": "bold underline $accent",
    "name": "$foreground",
    "gloss": "$secondary",
}

KEYS: Final[Pieces] = {"key": "bold $accent", "label": "$secondary"}

PROMPT: Final[Pieces] = {"question": "bold $primary"}

HEAD: Final[Pieces] = {"heading": "$secondary", "key": "$accent", "sorted": "bold $primary"}

ARTICLES: Final[Pieces] = {
    "selected": ("bold on $panel", "bold"),
    **dict.fromkeys(("number", "source", "waiting"), "$secondary"),
    **dict.fromkeys(("title", "new"), "$foreground"),
    **dict.fromkeys(("left", "signs", "begun"), "$accent"),
    "decided": "$primary",
    "complete": "$success",
}

FOUND: Final[Pieces] = {
    # Sixteen colours have no quiet ground, and every title is bold.
    "selected": ("on $panel", "reverse"),
    "title": "bold $foreground",
    "source": "$secondary",
    "hits": "$accent",
    "line": "$foreground",
    "match": "bold underline $warning",
}

NUMBERS: Final[Pieces] = {
    "title": "bold $primary",
    **dict.fromkeys(("heading", "number", "note"), "$secondary"),
    **dict.fromkeys(("name", "text"), "$foreground"),
    "bar": "$primary",
    "curve": ("$primary-muted", "$primary"),
    "ratio": "bold $foreground",
    "refused": "bold $error",
}

HELP: Final[Pieces] = {
    "title": "bold $primary",
    "key": "bold $accent",
    "gloss": "$foreground",
    **_TRIGGERS,
    **_roles("$role-# on $role-#-tint"),
    "repeated": "underline",
}
