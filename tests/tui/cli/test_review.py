"""``goldwire review``: import, extraction beside the app, and what happens where there is no terminal."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.processes import descendants, wait_for_the_end_of
from tests.stories import BRIDGE, DAM, FERRY, FREED, as_json, line, write
from tests.terminal import Terminal
from tests.tui.cli.conftest import Program


@pytest.fixture
def news(goldwire: Program) -> Program:
    """The program beside a folder with three articles."""
    folder = goldwire.folder / "news"
    folder.mkdir()
    for name, text in (("a.txt", BRIDGE), ("b.txt", FERRY), ("c.txt", DAM)):
        write(folder / name, text)
    return goldwire


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the three articles, extracted."""
    folder = tmp_path_factory.mktemp("extracted")
    program = Program(folder)
    for name, text in (("a.txt", BRIDGE), ("b.txt", FERRY), ("c.txt", DAM)):
        write(folder / name, text)
    program.done("import", ".")
    program.done("extract")
    return folder / "goldwire.db"


@pytest.fixture
def ready(goldwire: Program, database: Path) -> Program:
    """The program beside a database in which everything is extracted."""
    shutil.copy(database, goldwire.folder)
    return goldwire


def counts(goldwire: Program) -> dict[str, int]:
    found: dict[str, int] = json.loads(goldwire.done("stats", "--json"))
    return found


@contextmanager
def reviewing(goldwire: Program, *arguments: str) -> Iterator[Terminal]:
    with Terminal("review", *arguments, folder=goldwire.folder, columns=100, rows=30) as terminal:
        yield terminal


def leave(terminal: Terminal) -> int:
    terminal.send("q")
    return terminal.wait_for_exit()


# Without a terminal


def test_without_a_terminal_it_imports_extracts_counts_and_says_what_it_needs(news: Program) -> None:
    ended = news("review", "news")
    assert ended.code == 2
    assert "articles             3" in ended.out
    assert "extracted            3" in ended.out
    assert ended.lines[0].startswith("3 articles, ")
    assert ended.lines[-1] == "goldwire review needs a terminal to review in: run it in one"
    again = news("review")
    assert (again.code, again.out) == (2, ended.out)
    assert again.lines[0].startswith("nothing to do")


def test_a_file_that_cannot_be_taken_is_named_and_the_others_go_on(news: Program) -> None:
    write(news.folder / "news" / "empty.txt")
    ended = news("review", "news")
    assert ended.code == 2
    assert "news/empty.txt: empty" in ended.err
    assert counts(news)["extracted"] == 3


def test_nothing_to_review_is_refused(goldwire: Program) -> None:
    assert "no such database" in goldwire.refusal("review")
    assert list(goldwire.folder.iterdir()) == []
    ended = goldwire("review", "nowhere")
    assert ended.code == 1
    assert "nowhere: no such file or folder" in ended.lines[0]
    assert "nothing to review" in ended.lines[1]
    assert list(goldwire.folder.iterdir()) == []


def test_a_mistyped_path_does_not_open_what_else_there_is(ready: Program) -> None:
    ended = ready("review", "nowhere")
    assert ended.code == 1
    assert ended.lines[0].startswith("nowhere: no such file or folder")
    assert ended.lines[1] == "nothing of that was imported; without a path what the database has is reviewed"


def test_an_extractor_that_is_not_there_is_refused_with_those_that_are(goldwire: Program) -> None:
    goldwire.done("import", "-", "--predictions", "mine", stdin=line(DAM, as_json(FREED)).encode())
    assert "there are rules, mine" in goldwire.refusal("review", "--extractor", "hers")


def test_another_extractors_candidates_need_no_extraction(goldwire: Program) -> None:
    goldwire.done("import", "-", "--predictions", "mine", stdin=line(DAM, as_json(FREED)).encode())
    ended = goldwire("review", "--extractor", "mine")
    assert (ended.code, len(ended.lines)) == (2, 1)
    assert counts(goldwire)["candidates"] == 1


def test_a_model_that_is_missing_is_refused(news: Program) -> None:
    ended = news("review", "news", "--model", "en_core_web_enormous")
    assert (ended.code, ended.out) == (1, "")
    assert "pip install" in ended.lines[-1]


# In a terminal


def test_one_command_leads_from_texts_to_decisions(news: Program) -> None:
    with reviewing(news, "news", "--reviewer", "ana") as terminal:
        terminal.wait_for("candidate 1 of")
        terminal.press("a")
        assert leave(terminal) == 0
    (record,) = map(json.loads, news.done("export", "--reviewer", "ana").splitlines())
    assert [event["decision"] for event in record["events"]] == ["accept"]


def test_the_app_opens_before_all_is_extracted_and_ends_the_extraction_when_it_ends(news: Program) -> None:
    for number in range(80):
        write(news.folder / "news" / f"d{number:03}.txt", BRIDGE.replace("two", f"{number}") + "\n\nMore came. " * 100)
    with reviewing(news, "news", "--reviewer", "ana") as terminal:
        terminal.wait_for("candidate 1 of")
        extraction = descendants(terminal.pid)
        assert extraction
        assert leave(terminal) == 0
        wait_for_the_end_of(extraction)
        with closing(sqlite3.connect(news.folder / "goldwire.db")) as connection:
            (extracted,) = connection.execute("select count(distinct article) from run_article").fetchone()
        assert 1 <= extracted < 83
        assert "extraction is not finished" in terminal.text
    assert news.done("extract").startswith(f"{83 - extracted} articles, ")


def test_a_failing_extraction_leaves_the_screen_alone_and_is_told_afterwards(ready: Program) -> None:
    with reviewing(ready, "--reviewer", "ana", "--model", "en_core_web_enormous") as terminal:
        terminal.wait_for("candidate 1 of")
        terminal.wait_for("extraction stopped")
        assert "pip install" not in terminal.text
        assert leave(terminal) == 0
        assert "extraction failed: no spaCy pipeline" in terminal.text


def test_where_nothing_can_be_extracted_the_app_does_not_open(news: Program) -> None:
    with reviewing(news, "news", "--reviewer", "ana", "--model", "en_core_web_enormous") as terminal:
        assert terminal.wait_for_exit() == 1
        assert "no spaCy pipeline" in terminal.text


def test_an_article_without_candidates_can_be_reviewed(goldwire: Program) -> None:
    write(
        goldwire.folder / "calm.txt",
        "Quiet day in Lind\n\nLIND (Coastal Wire) – The sea was blue and the sky was too.\n",
    )
    with reviewing(goldwire, "calm.txt", "--reviewer", "ana") as terminal:
        terminal.wait_for("article 1 of 1")
        terminal.press("d")
        assert leave(terminal) == 0
    assert goldwire.done("export").count('"complete": true') == 1


def test_a_bad_file_is_told_and_the_exit_code_says_so(news: Program) -> None:
    write(news.folder / "news" / "empty.txt")
    with reviewing(news, "news", "--reviewer", "ana") as terminal:
        terminal.wait_for("candidate 1 of")
        assert leave(terminal) == 1
        assert b"empty.txt: empty" in terminal.written


def test_ctrl_c_before_the_app_opens_ends_everything(news: Program) -> None:
    with reviewing(news, "news", "--reviewer", "ana") as terminal:
        terminal.wait_for("extracting the first article")
        terminal.send("\x03")
        assert terminal.wait_for_exit() == 130
        assert "what was imported and extracted is kept" in terminal.text
        assert "Traceback" not in terminal.text
    assert counts(news)["articles"] == 3


def test_where_nothing_is_left_no_extraction_is_started(ready: Program) -> None:
    with reviewing(ready, "--reviewer", "ana") as terminal:
        terminal.wait_for("candidate 1 of")
        children = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children")
        if children.exists():
            assert children.read_text() == ""
        assert leave(terminal) == 0


def test_two_reviewers_sit_at_one_database(ready: Program) -> None:
    with reviewing(ready, "--reviewer", "ana") as ana, reviewing(ready, "--reviewer", "ben") as ben:
        for terminal in (ana, ben):
            terminal.wait_for("candidate 1 of")
        for _ in range(3):
            ana.press("a")
            ben.press("x")
        assert [leave(ana), leave(ben)] == [0, 0]
    assert json.loads(ready.done("stats", "--json", "--reviewer", "ana"))["gold"] == 3
    assert json.loads(ready.done("stats", "--json", "--reviewer", "ben"))["rejected"] == 3


def test_a_power_cut_keeps_what_was_decided(ready: Program) -> None:
    with reviewing(ready, "--reviewer", "ana") as terminal:
        terminal.wait_for("candidate 1 of")
        terminal.press("a")
        terminal.kill()
    assert counts(ready)["gold"] == 1


def test_a_folder_named_like_a_package_does_not_mislead_it(news: Program) -> None:
    for name in ("tui", "annotations", "click"):
        (news.folder / name).mkdir()
        write(news.folder / name / "__init__.py", "raise SystemExit('not this one')\n")
    with reviewing(news, "news", "--reviewer", "ana") as terminal:
        terminal.wait_for("candidate 1 of")
        assert leave(terminal) == 0
