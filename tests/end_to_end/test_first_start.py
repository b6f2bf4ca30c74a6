"""From an empty folder by one command: the first article at once, the rest from a process in the background."""

import json
import re
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Sample, goldwire
from tests.end_to_end.ledger import is_sound, opened
from tests.end_to_end.sitting import Sitting
from tests.processes import descendants, is_alive


@pytest.fixture
def news(sample: Sample, tmp_path: Path) -> Path:
    """The sample twice over, once in other words, so that extraction takes longer than opening."""
    folder = tmp_path / "news"
    for said in ("said", "stated"):
        (folder / said).mkdir(parents=True)
        for source in sample.seeds.iterdir():
            text = source.read_text("utf-8").replace("said", said).replace("Reporting by", f"Reporting ({said}) by")
            (folder / said / source.name).write_text(text, "utf-8")
    return folder


def extracted(database: Path) -> tuple[int, int]:
    """How many articles have proposals, and how many there are."""
    with opened(database) as connection:
        done = connection.execute("select count(distinct article) from run_article").fetchone()[0]
        return done, connection.execute("select count(*) from article").fetchone()[0]


def test_the_first_article_shows_at_once_and_the_rest_joins_whenever_the_app_is_open(news: Path) -> None:
    database = news.parent / "goldwire.db"
    with Sitting(database, "news", extractor=None) as ana:
        first = ana.place
        assert re.search(rf"extracted \d+ of {first.articles}", ana.text)
        assert (first.article, first.candidate) == (1, 1)
        in_background = descendants(ana.pid)
        assert in_background
        ana.decide("a", "1 accepted")
        ana.quit()
        assert "extraction is not finished" in ana.text
    assert not [pid for pid in in_background if is_alive(pid)]
    assert is_sound(database)
    done, articles = extracted(database)
    assert 1 <= done < articles == first.articles

    with Sitting(database, extractor=None) as ana:
        ana.wait_until(lambda screen: "extracted" not in screen, "the end of the extraction")
        assert extracted(database) == (articles, articles)
        assert ana.place.decided == 1
        assert ana.place.candidate == 2
        with opened(database) as connection:
            ((proposed,),) = connection.execute("select count(distinct event) from live_proposal")
        assert ana.place.of == proposed > (first.of or 0)
        ana.press("o")
        ana.wait_for(f"articles {articles}")
        ana.press("G", "enter")
        ana.wait_for_place(article=articles)
        ana.quit()


def test_without_a_terminal_everything_is_extracted_and_the_summary_printed(sample: Sample) -> None:
    assert sample.made.code == 2
    assert "needs a terminal" in sample.made.notes.splitlines()[-1]
    summary = dict(re.findall(r"^(\w+) +(\S+)$", sample.made.output.decode(), re.MULTILINE))
    stats = json.loads(goldwire("stats", "--json", "--db", sample.database).output)
    assert int(summary["articles"]) == stats["articles"] > 0
    assert int(summary["candidates"].replace(",", "")) == stats["candidates"] > 0
    assert extracted(sample.database) == (stats["articles"], stats["articles"])
