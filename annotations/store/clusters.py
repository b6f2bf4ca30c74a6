"""Near-copies share a cluster: looked up by a sample of word 3-shingles, confirmed on the whole texts."""

import sqlite3
from collections.abc import Collection
from math import ceil

from annotations.articles.nearcopies import near, sample, shingles
from annotations.model import Article
from annotations.store.reading import article_of

LIKELY_SHARE = 0.2
"""The part of the smaller sample that two articles must share before their whole texts are compared."""


def place_in_cluster(connection: sqlite3.Connection, article: Article) -> None:
    """Join a new article to the cluster of its near-copies; two clusters that it links become one.

    A cluster's id is the smallest id of its articles, so that it does not depend on the order of import.
    """
    own = shingles(article.story)
    sampled = sample(own)
    clusters = {article.id}
    for partner in _likely_partners(connection, sampled):
        stored = article_of(connection, partner)
        if near(own, shingles(stored.article.story)):
            clusters.add(stored.cluster)
    connection.executemany(
        "insert into shingle (hash, article) values (?, ?)", [(number, article.id) for number in sampled]
    )
    if len(clusters) > 1:
        marks = ", ".join("?" * len(clusters))
        connection.execute(f"update article set cluster = ? where cluster in ({marks})", (min(clusters), *clusters))


def _likely_partners(connection: sqlite3.Connection, sampled: Collection[int]) -> list[str]:
    shared: dict[str, int] = {}
    for number in sampled:
        for (partner,) in connection.execute("select article from shingle where hash = ?", (number,)):
            shared[partner] = shared.get(partner, 0) + 1
    likely = []
    for partner, count in shared.items():
        size = connection.execute("select count(*) from shingle where article = ?", (partner,)).fetchone()[0]
        if count >= ceil(LIKELY_SHARE * min(size, len(sampled))):
            likely.append(partner)
    return sorted(likely)
