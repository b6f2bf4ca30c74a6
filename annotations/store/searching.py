"""The full text of all articles: which ones have these words, and what a list of them shows.

Words go by SQLite's ``unicode61``: letters and digits, without case and Latin accents. The text itself is stored once.
"""

import json
import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_BATCH: Final = 200
"""Texts that are read at once."""


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article in a list of what was found."""

    seq: int
    id: str
    title: str
    source: str
    """The names of the files that it stands in, with commas."""
    extracted: bool
    text: str


def articles_with(connection: sqlite3.Connection, words: str) -> Sequence[int]:
    """The articles that have the words one behind the other, the last one as the beginning of a word.

    In the order of the queue, by their numbers in it. Whatever ``words`` has beside words only separates them.
    """
    # Within quotes all is text but a quote itself; a NUL would end the expression, half a surrogate is no text.
    quoted = words.replace('"', " ").replace("\0", " ").encode(errors="replace").decode().strip()
    expression = f'"{quoted}"' + ("*" if quoted[-1:].isalnum() else "")
    rows = connection.execute("select rowid from article_text where article_text match ? order by rowid", (expression,))
    return array("q", (seq for (seq,) in rows))


def texts(connection: sqlite3.Connection, seqs: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Number in the queue and text of each of the articles, in the order of the queue."""
    for start in range(0, len(seqs), _BATCH):
        batch = json.dumps(list(seqs[start : start + _BATCH]))
        rows = connection.execute(
            "select seq, text from article where seq in (select value from json_each(?)) order by seq", (batch,)
        )
        yield from [(row["seq"], row["text"]) for row in rows]


def found_articles(connection: sqlite3.Connection, seqs: Sequence[int]) -> list[FoundArticle]:
    """What a list shows of these articles, in the order of the queue."""
    rows = connection.execute(_FOUND, (json.dumps(list(seqs)),))
    return [
        FoundArticle(row["seq"], row["id"], row["title"], row["source"] or "", bool(row["extracted"]), row["text"])
        for row in rows
    ]


_FOUND = """
select seq, id, title, (
        select group_concat(label, ', ') from (
            select distinct label from occurrence join source on source.id = source
            where occurrence.article = article.id order by label
        )
    ) as source, exists (select 1 from article_tally where article_tally.article = article.id) as extracted, text
from article where seq in (select value from json_each(?)) order by seq
"""
