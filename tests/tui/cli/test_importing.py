"""``goldwire import`` as a user meets it, with files that others would stumble over."""

import json
import os
import signal
from pathlib import Path

import pytest

from tests.stories import BRIDGE, DAM, FERRY, FREED, RELEASED, SEIZED, as_json, line, write
from tests.tui.cli.conftest import Program


@pytest.fixture
def news(goldwire: Program) -> Path:
    """A folder with two texts, one of them below."""
    folder = goldwire.folder / "news"
    (folder / "old").mkdir(parents=True)
    write(folder / "a.txt", BRIDGE, "\n\n", FERRY)
    write(folder / "old" / "b.TXT", DAM)
    return folder


def counts(goldwire: Program) -> dict[str, int]:
    found: dict[str, int] = json.loads(goldwire.done("stats", "--json"))
    return found


def test_a_folder_means_every_text_below_it(goldwire: Program, news: Path) -> None:
    assert goldwire.done("import", "news") == "2 files imported, 3 new articles in 3 new places\n"
    assert counts(goldwire)["articles"] == 3


def test_what_is_known_does_nothing_and_is_counted(goldwire: Program, news: Path) -> None:
    goldwire.done("import", news)
    said = goldwire.done("import", news, news / "a.txt")
    assert said == "0 files imported, 0 new articles in 0 new places, 3 files known already\n"


def test_standard_input_is_imported(goldwire: Program) -> None:
    assert goldwire.done("import", "-", stdin=BRIDGE.encode()).startswith("1 file imported, 1 new article")


def test_splitting_and_encoding_are_the_users_to_say(goldwire: Program) -> None:
    both = f"{BRIDGE}\n\nCaf\xe9 owners killed the music.".encode("cp1252", "replace")
    (goldwire.folder / "old.txt").write_bytes(both)
    assert "--encoding" in goldwire("import", "old.txt").err
    said = goldwire.done("import", "old.txt", "--encoding", "cp1252", "--split", "none")
    assert said.startswith("1 file imported, 1 new article")


def test_every_bad_file_is_one_line_and_every_good_one_is_imported(goldwire: Program, news: Path) -> None:
    (news / "bytes.txt").write_bytes(b"The ferry\xff\n")
    write(news / "blank.txt", " \n\n")
    write(news / "empty.txt")
    (news / "endless.txt").write_bytes(b"x" * 100_000_000)
    (news / "loop.txt").symlink_to("loop.txt")
    (news / "again").symlink_to(".", target_is_directory=True)
    (news / "\x1b[2Jred.txt").write_bytes(b"\xfe")
    bare = goldwire.folder / "bare"
    bare.mkdir()
    write(bare / "picture.png", "no text")
    broken = write(goldwire.folder / "broken.jsonl", line(DAM), '{"text": ')
    lone = write(goldwire.folder / "lone.jsonl", '{"text": "\\ud800"}\n')
    ended = goldwire("import", news, "missing.txt", bare, broken, lone)
    assert ended.code == 1
    assert ended.out == "2 files imported, 3 new articles in 3 new places\n"
    for said in (
        "bytes.txt: byte 0xFF at offset 9 is not UTF-8",
        "blank.txt: nothing but white space",
        "empty.txt: empty",
        "endless.txt: line 1 is longer than",
        "loop.txt: a loop of symbolic links",
        "again: a symbolic link to a folder above it",
        "[2Jred.txt",
        "missing.txt: no such file",
        "bare: no .txt file below this folder",
        "broken.jsonl, line 2: is not JSON",
        "lone.jsonl, line 1: has the lone surrogate",
    ):
        assert sum(said in each for each in ended.lines) == 1, (said, ended.err)
    assert len(ended.lines) == 11
    assert "\x1b" not in ended.err
    assert counts(goldwire)["sources"] == 2


def test_where_nothing_can_be_read_no_database_is_made(goldwire: Program) -> None:
    (goldwire.folder / "bare").mkdir()
    write(goldwire.folder / "empty.txt")
    write(goldwire.folder / "broken.jsonl", '{"text": ')
    there = sorted(goldwire.folder.iterdir())
    for paths in (["nowhere"], ["bare"], ["empty.txt", "broken.jsonl"]):
        ended = goldwire("import", *paths)
        assert (ended.code, ended.out) == (1, "0 files imported, 0 new articles in 0 new places\n")
        assert len(ended.lines) == len(paths)
        assert sorted(goldwire.folder.iterdir()) == there


def test_a_database_that_was_there_stays_where_nothing_can_be_read(goldwire: Program) -> None:
    write(goldwire.folder / "dam.txt", DAM)
    goldwire.done("import", "dam.txt")
    assert goldwire("import", "nowhere").code == 1
    assert counts(goldwire)["articles"] == 1


def test_a_folder_where_a_file_should_be_is_refused(goldwire: Program) -> None:
    (goldwire.folder / "gold.jsonl").mkdir()
    ended = goldwire("import", "gold.jsonl", "--gold", "--reviewer", "ana")
    assert (ended.code, len(ended.lines)) == (1, 1)
    assert "gold.jsonl" in ended.err


def test_gold_is_imported_for_its_reviewer_and_twice_changes_nothing(goldwire: Program) -> None:
    write(goldwire.folder / "gold.jsonl", line(DAM, as_json(FREED), as_json(RELEASED)))
    command = ("import", "gold.jsonl", "--gold", "--reviewer", "ana")
    assert "3 decisions by ana" in goldwire.done(*command)
    before = goldwire.done("export")
    assert "0 decisions by ana" in goldwire.done(*command)
    assert goldwire.done("export") == before
    found = counts(goldwire)
    assert (found["gold"], found["decided"], found["complete"], found["candidates"]) == (2, 2, 1, 2)


def test_gold_is_the_login_names_where_nobody_is_named(goldwire: Program) -> None:
    write(goldwire.folder / "gold.jsonl", line(DAM, as_json(FREED)))
    ended = goldwire("import", "gold.jsonl", "--gold", LOGNAME="bea")
    assert "2 decisions by bea" in ended.out


def test_what_was_decided_otherwise_is_left_and_said(goldwire: Program) -> None:
    write(goldwire.folder / "one.jsonl", line(DAM, as_json(FREED)))
    write(goldwire.folder / "other.jsonl", line(DAM, rejected=[as_json(FREED)]))
    goldwire.done("import", "one.jsonl", "--gold", "--reviewer", "ana")
    ended = goldwire("import", "other.jsonl", "--gold", "--reviewer", "ana")
    assert (ended.code, ended.lines) == (0, ["1 event that ana had decided otherwise: left as decided"])


def test_gold_that_breaks_the_ontology_is_refused_by_line(goldwire: Program) -> None:
    bad = as_json(FREED) | {"status": "rumoured"}
    write(goldwire.folder / "gold.jsonl", line(BRIDGE, as_json(SEIZED)), line(DAM, bad))
    ended = goldwire("import", "gold.jsonl", "--gold", "--reviewer", "ana")
    assert ended.code == 1
    assert ended.lines == ["gold.jsonl, line 2: status 'rumoured' is not in ontology conflict/1"]
    assert counts(goldwire)["articles"] == 0


def test_predictions_become_candidates(goldwire: Program) -> None:
    said = line(DAM, as_json(FREED), as_json(RELEASED)).encode()
    assert "2 proposals by mine" in goldwire.done("import", "-", "--predictions", "mine", stdin=said)
    assert "known already" in goldwire.done("import", "-", "--predictions", "mine", stdin=said)
    assert counts(goldwire)["candidates"] == 2


def test_ctrl_c_keeps_the_files_that_are_in(goldwire: Program, news: Path) -> None:
    os.mkfifo(goldwire.folder / "slow.txt")
    running = goldwire.begin("import", news, "slow.txt")
    with (goldwire.folder / "slow.txt").open("wb"):
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (130, "")
    assert err == "stopped: 2 files imported and kept; the same command goes on\n"
    assert counts(goldwire)["articles"] == 3
