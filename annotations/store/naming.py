"""Naming events and articles by hand: by the beginning of an id, or an article by the number that the queue shows."""

import re
import sqlite3
from collections.abc import Sequence

from annotations.errors import StoreError
from annotations.model import ID_DIGITS

_MOST = 5
"""Ids that a refusal lists."""


def the_event(connection: sqlite3.Connection, beginning: str) -> tuple[str, str]:
    """Article and id of the one event, proposed or decided, whose id begins so.

    Raises:
        StoreError: it is no beginning of an id, there is none, or there are several.
    """
    low, high = _range(beginning, "event")
    found = connection.execute(
        "select article, event from proposal where event >= :low and event < :high"
        " union select article, subject from state"
        " where facet = 'verdict' and state is not null and subject >= :low and subject < :high"
        " union select article, event from verdict where event >= :low and event < :high order by 2",
        {"low": low, "high": high},
    ).fetchall()
    _refuse_unless_one("event", beginning, [event for _, event in found])
    article, event = found[0]
    return str(article), str(event)


def the_article(connection: sqlite3.Connection, name: str) -> str:
    """Id of the one article that has this number in the queue, or whose id begins so.

    Raises:
        StoreError: there is none, or there are several.
    """
    if name.isascii() and name.isdigit() and len(name) < ID_DIGITS:
        row = connection.execute("select id from article where seq = ?", (int(name),)).fetchone()
        if row is not None:
            return str(row[0])
    low, high = _range(name, "article")
    rows = connection.execute("select id from article where id >= ? and id < ? order by id", (low, high))
    found = [str(row[0]) for row in rows]
    _refuse_unless_one("article", name, found)
    return found[0]


def _range(beginning: str, what: str) -> tuple[str, str]:
    """The first id that may begin so, and what is behind the last."""
    digits = beginning.lower()
    if not re.fullmatch(f"[0-9a-f]{{1,{ID_DIGITS}}}", digits):
        raise StoreError(
            f"{beginning!r} begins no {what}'s id: one is {ID_DIGITS} hex digits, the first few are enough"
        )
    return digits, digits + "g"


def _refuse_unless_one(what: str, beginning: str, found: Sequence[str]) -> None:
    if not found:
        raise StoreError(f"no {what} here has an id that begins with {beginning!r}")
    if len(found) > 1:
        more = ", …" if len(found) > _MOST else ""
        raise StoreError(f"{len(found)} {what}s have ids that begin so: {', '.join(found[:_MOST])}{more}")
