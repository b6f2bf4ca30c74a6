"""Textual's driver for the web, for an app that ends when its server does."""

from textual import messages
from textual.drivers.web_driver import WebDriver


class PageDriver(WebDriver):
    """Draws into the page of a browser, by way of the process that started this one."""

    def run_input_thread(self) -> None:
        """Read keys; where they end before the app does, the server is gone, and the app goes too."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(messages.ExitApp())
