"""What every screen shows in a real terminal of each size; ``make snapshots`` writes it down anew."""

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.terminal import Terminal
from tests.tui.newsroom import build

FOLDER = Path(__file__).with_name("snapshots")
SETTLED = 0.5
"""Seconds without output after which what is read in the background has come too."""
SIZES = ((120, 40), (80, 24), (60, 18))
_CLOCK = re.compile(r"\b\d\d:\d\d\b")


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen: the keys that lead to it from the review screen, what shows that it is complete, the keys back."""

    name: str
    keys: Sequence[str]
    shows: str
    back: Sequence[str] = ("escape",)


SCENES = (
    Scene("review", (), "candidate 1 of 5", ()),
    Scene("a type to choose", ("j", "y"), "Ceasefire.Agree"),
    Scene("a status to choose", ("v",), "hypothetical"),
    Scene("an event opened", ("e",), "enter save", ()),
    Scene("labels for a role", ("t",), "a label replaces it", ("escape", "escape")),
    Scene("an event inserted", ("J", "i"), "trigger: a label"),
    Scene("help", ("?",), "Decide"),
    Scene("the guide", ("h",), "key as"),
    Scene("the queue", ("o",), "Ferry talks"),
    Scene("the numbers", ("#",), "candidates decided"),
    Scene("search", ("/", "m", "e", "t"), "met"),
    Scene("search in all articles", ("ctrl+f", "m", "e", "t", "enter"), "Envoys met"),
    Scene("every action by name", ("ctrl+p",), "Search"),
    Scene("decided", ("g", "a", "x", "1"), "2 rejected", ()),
)


def screens(columns: int, rows: int, folder: Path) -> str:
    """Every screen at a size, as text under its name; ``folder`` is for the database."""
    shown = []
    path = build(folder / f"{columns}x{rows}.db")
    # Another extractor's candidates: what the built-in one would find meanwhile does not join them.
    review = ("review", "--db", path, "--reviewer", "ana", "--extractor", "desk")
    with Terminal(*review, folder=folder, columns=columns, rows=rows) as terminal:
        for scene in SCENES:
            terminal.press(*scene.keys)
            terminal.wait_for(scene.shows)
            terminal.rest(SETTLED)
            shown.append(f"──── {scene.name}\n{_CLOCK.sub('··:··', terminal.text)}\n")
            if scene.back:
                terminal.press(*scene.back)
                terminal.wait_until(_is_review, "the review screen")
    return "\n".join(shown)


def _is_review(screen: str) -> bool:
    return screen.rpartition("\n")[2].startswith(" a accept")


def main() -> None:
    """Write them down."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for columns, rows in SIZES:
            (FOLDER / f"{columns}x{rows}.txt").write_text(screens(columns, rows, Path(folder)), "utf-8")


if __name__ == "__main__":
    main()
