"""Help: all keys and signs."""

from textual.app import ComposeResult
from textual.widget import Widget

from annotations.ontology import Ontology
from tui.keys import Keymap
from tui.screens.reading import ReadingScreen
from tui.widgets.help_text import HelpText
from tui.widgets.key_line import KeyLine


class HelpScreen(ReadingScreen):
    """Shows the help."""

    CSS_PATH = "help.tcss"
    OPENED_BY = "help"

    def __init__(self, keymap: Keymap, ontology: Ontology) -> None:
        super().__init__(keymap)
        self._ontology = ontology

    def compose(self) -> ComposeResult:
        """The text, and the keys that work here."""
        yield HelpText(self.keymap, self._ontology, id="help")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Say which keys work."""
        self.query_one(KeyLine).show(self.foot())

    @property
    def pages(self) -> Widget:
        """The help."""
        return self.query_one(HelpText)
