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
    for partner, cluster in _likely_partners(connection, sampled):
        # One near-copy in a cluster is enough: a story that a hundred papers print is compared once, not a hundredfold.
        if cluster not in clusters and near(own, shingles(article_of(connection, partner).article.story)):
            clusters.add(cluster)
    connection.executemany(
        "insert into shingle (hash, article) values (?, ?)", [(number, article.id) for number in sampled]
    )
    if len(clusters) > 1:
        marks = ", ".join("?" * len(clusters))
        connection.execute(f"update article set cluster = ? where cluster in ({marks})", (min(clusters), *clusters))


def _likely_partners(connection: sqlite3.Connection, sampled: Collection[int]) -> list[tuple[str, str]]:
    """Articles that are worth comparing in full, each with its cluster, the likeliest first."""
    rows = connection.execute(
        """
        select article, article.cluster, common, (select count(*) from shingle where shingle.article = article.id)
        from (
            select article, count(*) as common from shingle where hash in (select value from json_each(?))
            group by article
        ) join article on article.id = article
        order by common desc, article
        """,
        (dump(list(sampled)),),
    )
    return [(partner, cluster) for partner, cluster, common, size in rows if may_be_near(common, size, len(sampled))]
