"""Near-copies share a cluster, whatever the order in which they come."""

import itertools
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from annotations.store.connection import open_database
from tests.annotations.store.newsroom import add, article

DAM = "Engineers at the Karvia dam met on Sunday night and said that gate number {number} had held against the flood. "
STRIKE = "Dockers in the port of Lind walked out on Friday after crane number {number} broke down for the second time. "


def story(title: str, sentence: str, first: int, last: int) -> str:
    return f"{title}\n" + "".join(sentence.format(number=number) for number in range(first, last))


WHOLE = story("Karvia dam holds", DAM, 0, 14)
SHORTENED = story("Dam at Karvia holds, engineers say", DAM, 3, 9)
REWORDED = WHOLE.replace("the Karvia dam", "the big dam of Karvia").replace("Karvia dam holds", "Flood subsides")
OTHER = story("Dockers walk out", STRIKE, 0, 14)


def clusters(*texts: str) -> dict[str, str]:
    """Title by title, the cluster after the articles came in this order, one source each."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "goldwire.db"
        with closing(open_database(path, create=True)) as connection:
            for number, text in enumerate(texts):
                add(connection, text, label=f"{number}.txt")
            return {row["title"]: row["cluster"] for row in connection.execute("select title, cluster from article")}


def test_an_article_alone_is_its_own_cluster() -> None:
    assert clusters(WHOLE) == {"Karvia dam holds": article(WHOLE).id}


def test_near_copies_share_the_smallest_of_their_ids() -> None:
    found = clusters(WHOLE, OTHER, SHORTENED, REWORDED)
    smallest = min(article(text).id for text in (WHOLE, SHORTENED, REWORDED))
    assert set(found.values()) == {smallest, article(OTHER).id}
    assert found["Dockers walk out"] == article(OTHER).id


def test_the_order_of_coming_changes_nothing() -> None:
    expected = clusters(WHOLE, SHORTENED, REWORDED, OTHER)
    for order in itertools.permutations((WHOLE, SHORTENED, REWORDED, OTHER)):
        assert clusters(*order) == expected


def test_an_article_that_is_near_two_clusters_makes_them_one() -> None:
    both = WHOLE + OTHER.partition("\n")[2]
    assert len(set(clusters(WHOLE, OTHER).values())) == 2
    assert len(set(clusters(WHOLE, OTHER, both).values())) == 1


def test_short_alerts_are_nobodys_near_copies() -> None:
    alerts = [f"Alert {number}\nShells fall on Olmo harbour, mayor says. More follows." for number in range(3)]
    assert len(set(clusters(*alerts).values())) == 3


def test_a_story_that_many_print_is_compared_once_a_cluster(fresh_db: sqlite3.Connection) -> None:
    add(fresh_db, WHOLE)
    looked_up: list[str] = []
    for number in range(5):
        fresh_db.set_trace_callback(looked_up.append)
        add(fresh_db, WHOLE.replace("gate", f"sluice {number}, the gate", 1), label=f"{number}.txt")
        fresh_db.set_trace_callback(None)
        compared = [statement for statement in looked_up if statement.startswith("select * from article where id")]
        assert len(compared) == 1
        looked_up.clear()
