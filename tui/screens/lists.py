"""What screens that list articles have in common: keys and clicks that move, open and leave, and a line to type."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, cast

from textual import events, on
from textual.screen import Screen

from tui.actions import key_name, keys_name
from tui.keys import Keymap, keys_of
from tui.reviewing import Reviewing
from tui.screens.help import HelpScreen
from tui.widgets.article_list import ArticleList
from tui.widgets.found_list import FoundList
from tui.widgets.key_line import KeyHint, KeyLine
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.app import GoldwireApp

UNREADY: Final = "not extracted yet: it opens when it has its candidates"
"""What is said of an article that cannot be opened."""


class ListScreen(Screen[str]):
    """Base of the screens that list articles; dismissed with the id of the one to open, or None.

    Whoever derives from it says what is listed (`articles`), what a key comes to while one types (`type`), and what an
    action comes to (`do`).
    """

    OPENED_BY: str
    """The id of the action that opens the screen, whose keys close it too."""

    typing = False
    """Whether keys go into the line at the foot."""

    @property
    def reviewing(self) -> Reviewing:
        """The review that this is opened over."""
        return cast("GoldwireApp", self.app).reviewing

    @property
    def keymap(self) -> Keymap:
        """The user's keys."""
        return self.reviewing.keymap

    @property
    def articles(self) -> ArticleList | FoundList:
        """The list."""
        raise NotImplementedError

    def type(self, key: str) -> None:
        """Do what the key is for while one types."""
        raise NotImplementedError

    def chosen(self) -> str | None:
        """The id of the selected article; None where it cannot be opened yet, which is said then."""
        raise NotImplementedError

    def hints(self, *offered: tuple[str, Sequence[str]]) -> list[KeyHint]:
        """The keys of the foot: labels with the ids of their actions, of several the first key of each."""
        hints = []
        for label, ids in offered:
            named = [self.keymap.keys(one) for one in ids]
            keys = named[0] if ids == ("lists_sort",) else [key for keys in named for key in keys[:1]]
            if keys:
                shown = keys_name(keys) if ids == ("lists_sort",) else " ".join(map(key_name, keys))
                hints.append(KeyHint(shown, label, keys[0]))
        return hints

    # Keys and clicks

    def on_key(self, event: events.Key) -> None:
        """Type, move, open or leave."""
        event.stop()
        for key in keys_of(event):
            self.press(key)

    @on(KeyLine.Pressed)
    def _key_clicked(self, event: KeyLine.Pressed) -> None:
        self.press(event.press)

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
        elif key == "escape":
            self.escape()
        else:
            self.do(self.keymap.listed(key), key)

    def escape(self) -> None:
        """Go back."""
        self.leave(None)

    def do(self, action: str, key: str) -> None:
        """Do what the action of this id, or of none, comes to here; ``key`` was pressed for it."""
        match action:
            case "quit" | self.OPENED_BY:
                self.leave(None)
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
        if article is not None:
            self.leave(article)

    def leave(self, article: str | None) -> None:
        """Go back, to this article if there is one."""
        if self.is_active:
            self.dismiss(article)
