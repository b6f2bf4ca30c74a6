"""Near-copies share a cluster: looked up by a sample of word 3-shingles, confirmed on the whole texts."""

import sqlite3
from collections.abc import Collection

from annotations.articles.nearcopies import FEWEST, may_be_near, near, sample, shingles
from annotations.model import Article
from annotations.store.forms import dump
from annotations.store.reading import article_of


def place_in_cluster(connection: sqlite3.Connection, article: Article) -> None:
    """Join a new article to the cluster of its near-copies; clusters that it links become one.

    A cluster's id is the smallest id of its articles, so that it does not depend on the order of import.
    """
    own = shingles(article.story)
    # What is too short to be anybody's near-copy is not even looked for: thousands of alerts share a phrase.
    if len(own) < FEWEST:
        return
    sampled = sample(own)
    clusters = {article.id}
    for partner in _likely_partners(connection, sampled):
        (cluster,) = connection.execute("select cluster from article where id = ?", (partner,)).fetchone()
        # One near-copy in a cluster is enough: a story that a hundred papers print is compared once, not a hundredfold.
        if cluster not in clusters and near(own, shingles(article_of(connection, partner).article.story)):
            clusters.add(cluster)
    connection.executemany(
        "insert into shingle (hash, article, size) values (?, ?, ?)",
        [(number, article.id, len(sampled)) for number in sampled],
    )
    if len(clusters) > 1:
        marks = ", ".join("?" * len(clusters))
        connection.execute(f"update article set cluster = ? where cluster in ({marks})", (min(clusters), *clusters))


def _likely_partners(connection: sqlite3.Connection, sampled: Collection[int]) -> list[str]:
    """Articles that are worth comparing in full, the likeliest first."""
    rows = connection.execute(
        "select article, count(*) as common, size from shingle where hash in (select value from json_each(?))"
        " group by article",
        (dump(list(sampled)),),
    )
    likely = [(-common, partner) for partner, common, size in rows if may_be_near(common, size, len(sampled))]
    return [partner for _, partner in sorted(likely)]
