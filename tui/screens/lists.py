"""What screens that list articles have in common: keys and clicks that move, open and leave, and a line to type."""

from abc import abstractmethod
from typing import Final

from textual import on

from tui.fixed_keys import LISTS
from tui.reviewing import Reviewing
from tui.screens.help import HelpScreen
from tui.screens.keyed import KeyedScreen
from tui.widgets.article_list import ArticleList
from tui.widgets.found_list import FoundList
from tui.widgets.rows import Rows

UNREADY: Final = "not extracted yet: it opens when it has its candidates"
"""What is said of an article that cannot be opened."""


class ListScreen(KeyedScreen):
    """Base of the screens that list articles; the one that is chosen lies open in the review behind them.

    Whoever derives from it says what is listed (`articles`), what a key comes to while one types (`type`), and what an
    action comes to (`do`).
    """

    typing = False
    """Whether keys go into the line at the foot."""

    def __init__(self, reviewing: Reviewing) -> None:
        super().__init__(reviewing.keymap)
        self.reviewing = reviewing
        """The review that this is opened over."""

    @property
    @abstractmethod
    def articles(self) -> ArticleList | FoundList:
        """The list."""

    @abstractmethod
    def type(self, key: str) -> None:
        """Do what the key is for while one types."""

    @abstractmethod
    def chosen(self) -> str | None:
        """The id of the selected article; None where it cannot be opened yet, which is said then."""

    @abstractmethod
    def take(self, article: str) -> None:
        """Open the article in the review."""

    # Keys and clicks

    @on(Rows.Chosen)
    def _row_clicked(self, event: Rows.Chosen) -> None:
        if event.index == self.articles.selected:
            self.open()
        else:
            self.select(event.index)

    def press(self, key: str) -> None:
        """Do what the key is for here, if anything."""
        if self.typing:
            self.type(key)
        elif key in LISTS.keys:
            self.escape()
        else:
            self.do(self.keymap.listed(key), key)

    def escape(self) -> None:
        """Go back."""
        self.leave()

    def do(self, action: str, key: str) -> None:
        """Do what the action of this id, or of none, comes to here; ``key`` was pressed for it."""
        match action:
            case "quit" | self.OPENED_BY:
                self.leave()
            case "help":
                self.app.push_screen(HelpScreen(self.keymap, self.reviewing.session.ontology))
            case "lists_open":
                self.open()
            case _:
                self.move(action)

    def move(self, action: str) -> None:
        """Select another article, as the action says."""
        articles = self.articles
        at, page = articles.selected or 0, articles.in_view
        to = {
            "next": at + 1,
            "previous": at - 1,
            "page_down": at + page,
            "page_up": at - page,
            "first": 0,
            "last": articles.count - 1,
        }
        if action in to:
            self.select(to[action])

    def select(self, index: int) -> None:
        """Select the article in this row, or in the nearest that there is."""
        if self.articles.count:
            self.articles.select(min(max(index, 0), self.articles.count - 1))

    def open(self) -> None:
        """Open the selected article."""
        article = self.chosen()
        if article is not None and self.is_active:
            # Before the review is on top again: a key that follows at once must find the new article, not yet painted.
            self.take(article)
            self.leave()
