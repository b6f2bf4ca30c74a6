"""What was probably meant where a name is none of those that there are."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

ALIKE = 0.6
"""How alike two names must be, as `difflib` measures it: one letter wrong in four is enough."""

MANY = 5_000
"""So many names of a folder are looked at."""


def nearest(given: str, known: Iterable[str]) -> str | None:
    """The known name that is most like ``given``, whatever its case; None where none is."""
    by_folded = {name.casefold(): name for name in known}
    near = get_close_matches(given.casefold(), by_folded, n=1, cutoff=ALIKE)
    return by_folded[near[0]] if near else None


def suggestion(given: str, known: Iterable[str], otherwise: str) -> str:
    """``did you mean 'x'?``, or what else there is to say."""
    near = nearest(given, known)
    return f"did you mean {near!r}?" if near is not None else otherwise


def nearest_path(path: Path) -> Path | None:
    """What is there under the name most like that of ``path``, each folder on the way too; None where nothing is."""
    parent = path.parent
    try:
        folder = parent if parent.is_dir() else nearest_path(parent)
        if folder is None or not folder.is_dir():
            return None
        if (folder / path.name).exists():
            return folder / path.name
        near = nearest(path.name, (found.name for found in islice(folder.iterdir(), MANY) if found.name != path.name))
    except OSError:
        # A folder that may not be read suggests nothing.
        return None
    # A symbolic link that leads nowhere is no help.
    return folder / near if near is not None and (folder / near).exists() else None


def path_suggestion(path: Path, otherwise: str) -> str:
    """``did you mean news/monday.txt?``, or what else there is to say."""
    near = nearest_path(path)
    return f"did you mean {near}?" if near is not None else otherwise
