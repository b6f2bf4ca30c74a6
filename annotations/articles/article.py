"""An article from its exact text: what its lines are, what it is called, when and where it appeared."""

from annotations.articles.meta import meta, title
from annotations.articles.zones import zones
from annotations.model import Article


def article(text: str) -> Article:
    """The article that ``text`` is, with its zones, title and meta; all of them follow from the text alone."""
    found = zones(text)
    return Article(text, found, title(text, found), meta(text, found))
