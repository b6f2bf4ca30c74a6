"""The real app over the sample corpus, for README's pictures."""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from annotations import ontology
from annotations.extraction.builtin import MakeRules
from annotations.extraction.running import extract
from annotations.formats.importing import import_files
from annotations.review.session import ReviewSession
from annotations.store import reading
from annotations.store.connection import open_database
from tui.app import GoldwireApp

ROOT = Path(__file__).resolve().parents[1]
_FONTS = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)


@contextmanager
def sample_app() -> Iterator[GoldwireApp]:
    """The app, in full colour, over the sample corpus imported and extracted in a folder of its own."""
    os.environ["COLORTERM"] = "truecolor"
    os.environ.pop("NO_COLOR", None)
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_database(Path(folder) / "db", create=True)) as connection,
    ):
        conflict = ontology.load()
        list(import_files(connection, [str(ROOT / "seeds")], conflict))
        list(extract(connection, conflict, MakeRules(ontology.DEFAULT), list(reading.article_ids(connection))))
        yield GoldwireApp(ReviewSession(connection, conflict, "ana"))


def picture_of(app: GoldwireApp) -> str:
    """What the app shows, as SVG to be read offline: in whatever monospace font there is."""
    return _FONTS.sub("", app.export_screenshot(title="goldwire"))
