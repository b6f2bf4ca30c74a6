"""The screen one works on: article, candidates, card. It hands every key on and draws what that came to."""

from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from annotations.review.candidates import Candidate
from annotations.review.searching import Search
from tui import picture
from tui.compositor import RowCompositor
from tui.footer import hints
from tui.keys import keys_of
from tui.reviewing import Request, Reviewing
from tui.screens.breakpoints import BREAKPOINTS, class_at
from tui.widgets.article_view import ArticleView
from tui.widgets.candidate_list import CandidateList
from tui.widgets.card import Card
from tui.widgets.chooser_panel import ChooserPanel
from tui.widgets.key_line import KeyLine
from tui.widgets.marks import Marks
from tui.widgets.prompt import Prompt
from tui.widgets.rows import Rows
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from tui.screens.guidelines import GuidelinesScreen

PANES = ("article", "candidates", "card")
FOOT = 2
"""Rows below the panes: status and keys."""


class _Drawn(NamedTuple):
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
        self._compositor = RowCompositor()
        self.reviewing = reviewing
        self._stale = True
        self._drawn: _Drawn | None = None
        self._pane = PANES[0]
        self._guide: GuidelinesScreen | None = None
        self._article = ArticleView(id="article")
        self._candidates = CandidateList(id="candidates")
        self._card = Card(id="card")
        self._status = StatusLine(id="status")
        self._prompt = Prompt(id="prompt")
        self._keys = KeyLine(id="keys")
        self._chooser = ChooserPanel(id="chooser")

    def compose(self) -> ComposeResult:
        """Article left, candidates and card right, status and keys below."""
        self.add_class(class_at(self.app.size.width), update=False)
        self._show_pane(update=False)
        with Horizontal(id="panes"):
            yield self._article
            with Vertical(id="side"):
                yield self._candidates
                yield self._card
        yield self._status
        yield self._prompt
        yield self._keys
        yield self._chooser

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """What comes up for the first time was styled when it was mounted."""
        event.refresh_styles = event.refresh_styles and self._drawn is not None

    def on_resize(self) -> None:
        """What fits at the foot, and what is covered, are other."""
        self.update_soon()

    # Keys and clicks

    def on_key(self, event: events.Key) -> None:
        """Every key goes to the state."""
        event.stop()
        for key in keys_of(event):
            self._asked(self.reviewing.press(key, event.time))

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
            case "panel_down":
                self._chooser.page(1)
            case "panel_up":
                self._chooser.page(-1)
            case "help":
                from tui.screens.help import HelpScreen  # noqa: PLC0415

                self.app.push_screen(HelpScreen(self.reviewing.keymap, self.reviewing.session.ontology))
            case "queue":
                from tui.screens.queue import QueueScreen  # noqa: PLC0415

                self.app.push_screen(QueueScreen(self.reviewing), lambda _: self.update_soon())
            case "guidelines":
                self._open_guide()
            case "search_all":
                from tui.screens.search import SearchScreen  # noqa: PLC0415

                self.app.push_screen(SearchScreen(self.reviewing), lambda _: self.update_soon())
            case "numbers":
                # What measures is not needed to review.
                from tui.screens.numbers import NumbersScreen  # noqa: PLC0415

                self.app.push_screen(NumbersScreen(self.reviewing.keymap, self.reviewing.session))
            case "palette":
                self.app.action_command_palette()
            case "quit":
                self.app.exit()
            case None:
                pass
        self.update_soon()

    def _open_guide(self) -> None:
        # What reads Markdown is not needed to review.
        from tui.guide import guide, types_in_question  # noqa: PLC0415
        from tui.screens.guidelines import GuidelinesScreen  # noqa: PLC0415

        types = types_in_question(self.reviewing)
        title = types[0].name if len(types) == 1 else "guide"
        text = guide(self.reviewing.session.ontology, types)
        self._guide = GuidelinesScreen(self.reviewing.keymap, title, text, self.update_soon)
        self.app.push_screen(self._guide, lambda _: self.update_soon())

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
        self.reviewing.click(event.offset, event.time)
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

    def _show_pane(self, *, update: bool = True) -> None:
        for pane in (self._article, self._candidates, self._card):
            pane.set_class(pane.id == self._pane, "-active", update=update)
        self.set_class(self._pane == "candidates", "-list", update=update)

    def _page(self, pages: int) -> None:
        match self._pane:
            case "candidates":
                self._candidates.page(pages)
            case "card":
                self._card.page(pages)
            case _:
                self._article.page(pages)

    # Drawing

    def update_soon(self) -> None:
        """Draw the state when no more messages wait, so that queued keys cost one drawing."""
        self._stale = True
        # Where nothing else is to be done, as when another process wrote, no idle would come by itself.
        self.check_idle()

    def on_idle(self) -> None:
        """Draw what changed while no message waits."""
        self.draw()

    def draw(self) -> None:
        """Draw what changed."""
        if self._stale and self.is_mounted:
            self._stale = False
            self._update()
            self._paint()
            session = self.reviewing.session
            if not session.is_counted:
                # What the counts are of is on the screen by now: many articles take a moment to count.
                session.count()
                self._update_foot()
                self._paint()
            # While the key that moves on is not pressed yet.
            if (content := picture.upcoming(self.reviewing)) is not None:
                self._card.prepare(content)

    def _compositor_refresh(self) -> None:
        """As Textual's, which would paint panes without an article several times before there is one in them."""
        if self._drawn is not None:
            super()._compositor_refresh()

    def _paint(self) -> None:
        """Bring what was drawn to the screen at once: Textual would, after a round through each widget's messages."""
        for widget in self._compositor.visible_widgets:
            if widget._repaint_required and widget is not self:
                widget._repaint_required = False
                self._dirty_widgets.add(widget)
        self._on_timer_update()

    def _token(self) -> tuple[str, Candidate | None] | None:
        session = self.reviewing.session
        return (session.article.id, session.selected) if session.article else None

    def _update(self) -> None:
        reviewing, session = self.reviewing, self.reviewing.session
        article, drawn = self._article, self._drawn
        shown = session.article.id if session.article else picture.nothing_open(session, reviewing.keymap)
        if drawn is None or drawn.article != shown:
            opened = session.article
            article.show(opened.text if opened else shown, opened.zones if opened else ())
        before = drawn.candidates if drawn is not None else ()
        changed = picture.changed(before, session.candidates)
        if drawn is None or drawn.candidates is not session.candidates or drawn.search is not session.search:
            triggers = picture.triggers(session.candidates, before, changed, drawn.triggers if drawn else None)
            matches = drawn.matches if drawn and drawn.search is session.search else picture.matches(session.search)
            drawn = _Drawn(shown, session.candidates, triggers, session.search, matches)
        self._drawn = drawn._replace(article=shown)
        self._update_chooser()
        article.mark(drawn.triggers, drawn.matches, picture.focus(reviewing), self._token())
        candidates = self._candidates
        candidates.show(session.candidates, changed, session.index)
        candidates.entitle(f"candidates {len(session.candidates)}" if session.candidates else "no candidates")
        card = self._card
        card.show(picture.content(reviewing))
        card.entitle(picture.card_title(reviewing))
        self._update_foot()

    def _update_foot(self) -> None:
        reviewing = self.reviewing
        words = picture.place_words(reviewing.session)
        if reviewing.draft is not None:
            words = reviewing.draft.prompts
        status = self._status
        status.show(words, reviewing.message, reviewing.ok)
        prompt, typing = self._prompt, reviewing.typing
        prompt.display = typing is not None
        status.display = typing is None or not reviewing.ok
        if typing is not None:
            prompt.show(typing.question, typing.line)
        more = self._chooser.overflows
        self._keys.show(hints(reviewing, broad=self.has_class("-broad"), more=more))

    def _update_chooser(self) -> None:
        """Show what can be chosen, and the article's anchor above whatever stands over the foot."""
        chooser, panel, article, guide = self._chooser, self.reviewing.panel, self._article, self._guide
        if panel is None:
            chooser.hide()
        else:
            chooser.show(f"choose a {panel.title}", panel.options, panel.typed)
        rows = max(chooser.rows, guide.rows if guide in self.app.screen_stack else 0)
        top = self.size.height - FOOT - rows
        article.cover(max(0, article.region.bottom - top) if rows else 0)
