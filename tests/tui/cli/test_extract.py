"""``goldwire extract``: the built-in rules over what is missing, stopped and gone on with."""

import json
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.stories import BRIDGE, DAM, FERRY, write
from tests.terminal import Terminal
from tests.tui.cli.conftest import Program


@pytest.fixture
def news(goldwire: Program) -> Program:
    """The program beside a database with three articles."""
    for name, text in (("a.txt", BRIDGE), ("b.txt", FERRY), ("c.txt", DAM)):
        write(goldwire.folder / name, text)
    goldwire.done("import", ".")
    return goldwire


def extracted(goldwire: Program) -> int:
    found: dict[str, int] = json.loads(goldwire.done("stats", "--json"))
    return found["extracted"]


def many(goldwire: Program, number: int) -> None:
    """A database with a number of articles that takes seconds to extract."""
    for count in range(number):
        write(
            goldwire.folder / f"{count:03}.txt", BRIDGE.replace("two guards", f"{count} guards"), "\n\nThey met." * 50
        )
    goldwire.done("import", ".", "--split", "none")


def wait_until_some_are_extracted(goldwire: Program, running: "subprocess.Popen[str]", number: int) -> None:
    deadline = time.monotonic() + 100
    with closing(sqlite3.connect(goldwire.folder / "goldwire.db")) as connection:
        while connection.execute("select count(*) from run_article").fetchone()[0] < number:
            assert running.poll() is None, running.communicate()
            assert time.monotonic() < deadline
            time.sleep(0.01)


def test_it_extracts_what_is_missing_and_says_by_what(news: Program) -> None:
    said = news.done("extract")
    assert said.startswith("3 articles, ")
    assert "by rules with en_core_web_sm" in said
    assert extracted(news) == 3
    assert news.done("extract").startswith("nothing to do: every article has its proposals by rules")


def test_several_processes_propose_the_same_as_one(news: Program) -> None:
    (news.folder / "other").mkdir()
    other = Program(news.folder / "other")
    other.done("import", *sorted(news.folder.glob("*.txt")))
    news.done("extract")
    other.done("extract", "--workers", "2")
    assert news.done("export", "--candidates", "rules") == other.done("export", "--candidates", "rules")


def test_a_model_that_is_missing_is_one_line_that_says_how_to_get_it(news: Program) -> None:
    refusal = news.refusal("extract", "--model", "en_core_web_enormous")
    assert "pip install" in refusal
    assert extracted(news) == 0


@pytest.mark.parametrize(("asked", "workers"), [(signal.SIGINT, "1"), (signal.SIGINT, "2"), (signal.SIGTERM, "1")])
def test_whoever_stops_it_keeps_every_finished_article(goldwire: Program, asked: signal.Signals, workers: str) -> None:
    many(goldwire, 30)
    running = goldwire.begin("extract", "--workers", workers)
    wait_until_some_are_extracted(goldwire, running, 2)
    running.send_signal(asked)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (130, "")
    kept = extracted(goldwire)
    assert err == f"stopped: {kept} of 30 articles extracted and kept; the same command goes on from there\n"
    assert 2 <= kept < 30
    assert goldwire.done("extract").startswith(f"{30 - kept} articles, ")


def test_a_power_cut_keeps_every_finished_article(goldwire: Program) -> None:
    many(goldwire, 30)
    running = goldwire.begin("extract")
    wait_until_some_are_extracted(goldwire, running, 2)
    running.kill()
    running.communicate()
    kept = extracted(goldwire)
    assert 2 <= kept < 30
    assert goldwire.done("extract").startswith(f"{30 - kept} articles, ")


def test_a_terminal_shows_a_bar_with_rate_and_time_left(goldwire: Program) -> None:
    many(goldwire, 20)
    with Terminal("extract", folder=goldwire.folder, columns=100, rows=10) as terminal:
        shown = terminal.wait_for("/s")
        assert "extracting" in shown
        assert "/20" in shown
        terminal.wait_for("20 articles, ")
        assert terminal.wait_for_exit() == 0


def test_two_extractions_at_once_do_not_disturb_each_other(goldwire: Program, tmp_path: Path) -> None:
    many(goldwire, 12)
    both = [goldwire.begin("extract") for _ in range(2)]
    assert [each.communicate(timeout=120)[1] for each in both] == ["", ""]
    assert extracted(goldwire) == 12


def test_where_nothing_is_left_no_parser_is_imported(news: Program) -> None:
    news.done("extract")
    (news.folder / "no").mkdir()
    write(news.folder / "no" / "spacy.py", "raise SystemExit('imported')\n")
    ended = news("extract", PYTHONPATH=str(news.folder / "no"))
    assert (ended.code, ended.out[:13]) == (0, "nothing to do")
