"""The letters of labels: short ones first, under the home row first, none the beginning of another.

So that what is likely costs one key, and no key is ever waited for that may not come.
"""

from collections.abc import Container

LIKELIEST = 20
"""So many labels have one letter; the others have two."""

ERGONOMIC = "fjdksaghlrueiwotynvmcpqbxz"
"""Best first: the home row from the index fingers outwards, then the row above, then the row below."""

SPARE = 2
"""Lower-case letters that begin a label of two, so that up to about sixty labels need no shift key."""


def lettering(count: int, reserved: Container[str]) -> tuple[str, ...]:
    """Letters for ``count`` labels, likeliest first; a prefix code without the ``reserved`` characters.

    Where one letter each suffices for all, all have one. Otherwise the first twenty have, and the others have
    two, beginning with the letters left over, then with capitals. There are about six hundred such; where
    ``count`` asks for more, the list is as long as it can be.
    """
    letters = [letter for letter in ERGONOMIC if letter not in reserved]
    if count <= len(letters):
        return tuple(letters[:count])
    singles = max(0, min(LIKELIEST, len(letters) - SPARE))
    first = letters[singles:] + [capital for letter in letters if (capital := letter.upper()) not in reserved]
    doubles = [begin + letter for begin in first for letter in letters]
    return tuple((letters[:singles] + doubles)[:count])
