"""The screen one works on: article, candidates, card. It hands every key on and draws what that came to."""

from dataclasses import dataclass, replace
from time import monotonic

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from annotations.review.candidates import Candidate
from annotations.review.searching import Search
from tui import picture
from tui.actions import ACTIONS, Action, Place, key_name, letters_name
from tui.keys import key_of
from tui.reviewing import Request, Reviewing, offered
from tui.screens.help import HelpScreen
from tui.screens.queue import QueueScreen
from tui.widgets.article_view import ArticleView
from tui.widgets.candidate_list import CandidateList
from tui.widgets.card import Card
from tui.widgets.chooser_panel import ChooserPanel
from tui.widgets.key_line import KeyHint, KeyLine
from tui.widgets.marks import Marks
from tui.widgets.prompt import Prompt
from tui.widgets.rows import Rows
from tui.widgets.status_line import StatusLine

PANES = ("article", "candidates", "card")
NARROW = 80
"""Below so many cells the card stands under the article and the list takes its place on demand."""
BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide"), (112, "-broad")]
"""From how many cells on the screen has which class."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What the session held when the article was last drawn, and the marks made of it."""

    article: str
    """The article's id; where none is open, what is said instead."""
    candidates: tuple[Candidate, ...]
    triggers: Marks
    search: Search | None
    matches: Marks


class ReviewScreen(Screen[None]):
    """Draws a `Reviewing` and feeds it."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    def __init__(self, reviewing: Reviewing) -> None:
        super().__init__()
        self.reviewing = reviewing
        self._stale = True
        self._drawn: _Drawn | None = None
        self._position = (0, 0)
        self._placed = ("", 0)
        self._pane = PANES[0]

    def compose(self) -> ComposeResult:
        """Article left, candidates and card right, status and keys below."""
        # Textual sets a width's class when it has already laid out, and perhaps painted, without it.
        width = self.app.size.width
        self.add_class(next(name for least, name in reversed(BREAKPOINTS) if width >= least))
        with Horizontal(id="panes"):
            yield ArticleView(id="article")
            with Vertical(id="side"):
                yield CandidateList(id="candidates")
                yield Card(id="card")
        yield StatusLine(id="status")
        yield Prompt(id="prompt")
        yield KeyLine(id="keys")
        yield ChooserPanel(id="chooser")

    def on_mount(self) -> None:
        """Draw for the first time."""
        self._show_pane()

    # Keys and clicks

    def on_key(self, event: events.Key) -> None:
        """Every key goes to the state; a screen that was opened meanwhile gets those pressed after it."""
        event.stop()
        if not self.is_active:
            self.app.screen.post_message(event)
            return
        self._asked(self.reviewing.press(key_of(event), event.time))

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into the line being typed and is never taken for keys."""
        self.reviewing.paste(event.text)
        self.update_soon()

    def do(self, action: str, at: float) -> None:
        """Do an action by its id, as the palette and the mouse ask for it."""
        self._asked(self.reviewing.do(action, at))

    def _asked(self, request: Request | None) -> None:
        match request:
            case "pane":
                self._pane = PANES[(PANES.index(self._pane) + 1) % len(PANES)]
                self._show_pane()
            case "page_down":
                self._page(1)
            case "page_up":
                self._page(-1)
            case "help":
                self.app.push_screen(HelpScreen(self.reviewing.keymap, self.reviewing.session.ontology))
            case "queue":
                self.app.push_screen(QueueScreen(self.reviewing.session), self._open)
            case "palette":
                self.app.action_command_palette()
            case "quit":
                self.app.exit()
            case None:
                pass
        self.update_soon()

    def _open(self, article: str | None) -> None:
        if article is not None:
            self.reviewing.open_article(article)
            self.update_soon()

    @on(KeyLine.Pressed)
    def _key_clicked(self, event: KeyLine.Pressed) -> None:
        key, _, named = event.press.partition(" ")
        if key == "key":
            self._asked(self.reviewing.press(named, event.time_pressed))
        else:
            self.do(event.press, event.time_pressed)

    @on(ChooserPanel.Chosen)
    def _option_clicked(self, event: ChooserPanel.Chosen) -> None:
        self.reviewing.choose(event.name, event.time_pressed)
        self.update_soon()

    @on(Card.Pressed)
    def _card_clicked(self, event: Card.Pressed) -> None:
        self.reviewing.click_card(event.press, event.time_pressed)
        self.update_soon()

    @on(Rows.Chosen, "#candidates")
    def _candidate_clicked(self, event: Rows.Chosen) -> None:
        self.reviewing.select(event.index)
        self.update_soon()

    @on(ArticleView.Clicked)
    def _article_clicked(self, event: ArticleView.Clicked) -> None:
        self.reviewing.click(event.offset)
        self.update_soon()

    @on(ArticleView.Dragged)
    def _article_dragged(self, event: ArticleView.Dragged) -> None:
        self.reviewing.drag(event.start, event.end, event.time)
        self.update_soon()

    @on(ArticleView.Painted)
    def _painted(self, event: ArticleView.Painted) -> None:
        """From now on keys may decide what was painted, if it is still what is selected."""
        if event.token == self._token():
            self.reviewing.session.shown(monotonic())

    # Panes

    def _show_pane(self) -> None:
        for pane in PANES:
            self.query_one(f"#{pane}").set_class(pane == self._pane, "-active")
        self.set_class(self._pane == "candidates", "-list")

    def _page(self, pages: int) -> None:
        match self._pane:
            case "candidates":
                self.query_one(CandidateList).page(pages)
            case "card":
                self.query_one(Card).page(pages)
            case _:
                self.query_one(ArticleView).page(pages)

    # Drawing

    def update_soon(self) -> None:
        """Draw the state when no more messages wait, so that queued keys cost one drawing."""
        self._stale = True
        # Where nothing else is to be done, as when another process wrote, no idle would come by itself.
        self.check_idle()

    def on_idle(self) -> None:
        """Draw what changed."""
        if self._stale and self.is_mounted:
            self._stale = False
            self._update()

    def _token(self) -> tuple[str, Candidate | None] | None:
        session = self.reviewing.session
        return (session.article.id, session.selected) if session.article else None

    def _update(self) -> None:
        reviewing, session = self.reviewing, self.reviewing.session
        article, drawn = self.query_one(ArticleView), self._drawn
        shown = session.article.id if session.article else picture.nothing_open(session)
        if drawn is None or drawn.article != shown:
            opened = session.article
            article.show(opened.text if opened else shown, opened.zones if opened else ())
        if self._placed != (shown, session.progress.articles):
            self._placed = (shown, session.progress.articles)
            self._position = session.position
        if drawn is None or drawn.candidates is not session.candidates or drawn.search is not session.search:
            triggers, matches = picture.triggers(session.candidates), picture.matches(session.search)
            drawn = _Drawn(shown, session.candidates, triggers, session.search, matches)
        self._drawn = replace(drawn, article=shown)
        article.mark(drawn.triggers, drawn.matches, picture.focus(reviewing), self._token())
        candidates = self.query_one(CandidateList)
        candidates.show(session.candidates, session.index)
        candidates.border_title = f"candidates {len(session.candidates)}" if session.candidates else "no candidates"
        self.query_one(Card).show(picture.content(reviewing))
        self._update_foot()

    def _update_foot(self) -> None:
        reviewing = self.reviewing
        words = picture.place_words(reviewing.session, self._position)
        if reviewing.draft is not None:
            words = (reviewing.draft.prompt,)
        self.query_one(StatusLine).show(words, reviewing.message, reviewing.ok)
        prompt, typing = self.query_one(Prompt), reviewing.typing
        prompt.display = typing is not None
        self.query_one(StatusLine).display = typing is None
        if typing is not None:
            prompt.show(typing.question, typing.line)
        self.query_one(KeyLine).show(self._hints())
        chooser, panel = self.query_one(ChooserPanel), reviewing.panel
        if panel is None:
            chooser.hide()
        else:
            chooser.show(panel.title, panel.options, panel.typed)

    def _hints(self) -> list[KeyHint]:
        reviewing = self.reviewing
        if reviewing.typing is not None:
            return [KeyHint("enter", reviewing.typing.question, "key enter"), KeyHint("esc", "leave", "key escape")]
        if reviewing.asking is not None:
            return [KeyHint("esc", "leave", "key escape")]
        place: Place = "review" if reviewing.draft is None else "edit"
        ranked = sorted((one for one in ACTIONS if one.rank and one.place == place), key=lambda one: one.rank)
        return [
            KeyHint(keys, action.label, action.id)
            for action in ranked
            if offered(action, reviewing) and (keys := self._keys(action))
        ]

    def _keys(self, action: Action) -> str:
        reviewing = self.reviewing
        if action.letters == "roles":
            return " ".join(slot.role.key for slot in reviewing.draft.slots) if reviewing.draft else ""
        if action.letters is not None:
            return letters_name(action.letters, reviewing.session.ontology)
        paired = filter(None, (action.id, action.pair))
        return " ".join(key_name(key) for one in paired for key in reviewing.keymap.keys(one)[:1])
