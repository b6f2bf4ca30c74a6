"""An article that would take the terminal over is shown harmlessly, and exactly where its offsets say."""

import json
from pathlib import Path

import pytest

from annotations.model import Span, content_id
from annotations.store import reading
from tests.end_to_end.article_pane import EDGE, Highlight
from tests.end_to_end.conftest import goldwire
from tests.end_to_end.ledger import opened, verdicts
from tests.end_to_end.sitting import SECOND, Sitting

SEQUENCES = (
    "\x1b]52;c;Z29sZA==\x07",  # Writes the clipboard.
    "\x1b]0;owned\x07",  # Names the window.
    "\x1b[999;7H",
    "\x1b[8;5m",
    "\x1bPq#0;2\x1b\\",
    "\x1bc",  # Resets the terminal.
    "\x9b13;5r",
    "\x00",
    "\x08\x7f",
)
TRIGGERS = ("shelled", "killed", "seized", "met", "urged", "fled")
"""Each stands between ANTE and POST, in a paragraph of its own."""
HOSTILE = "\r\n\r\n".join(
    (
        "Envoys [/foo] to meet in [bold]Lind[/bold] {0} %s",
        f"{SEQUENCES[0]}Gunners ANTE shelled POST{SEQUENCES[1]} the harbour.",
        f"{''.join(SEQUENCES[2:])} ANTE killed POST two dockers.",
        "\u202eThey \u2066ANTE seized POST\u2069 a bridge\u202c\u200f.",
        "👩\u200d🚒👨\u200d👩\u200d👧🇸🇾👍🏽 ANTE met POST e\u0301 and a\ufe0f.",
        "停火协议于星期一生效，双方代表在林德举行会谈。 ANTE urged POST 停火",
        "توصل الجانبان إلى وقف إطلاق النار ANTE fled POST يوم الاثنين.",
        "The MARKER stands last.",
    )
)
LONG = "One line\n\n" + "alpha " * 90_000 + "ANTE shelled POST " + "omega " * 90_000 + "ANTE killed POST MARKER."
"""A megabyte in one line."""
TYPES = {"shelled": "Attack.Shelling", "killed": "Harm.Kill", "seized": "Territory.Seize"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the two articles, imported as files, and a candidate for each trigger in them.

    Each test is another reviewer's, so that none begins where another one left.
    """
    folder = tmp_path_factory.mktemp("hostile")
    database, predictions = folder / "goldwire.db", folder / "predictions.jsonl"
    for name, text in (("1.txt", HOSTILE), ("2.txt", LONG)):
        (folder / name).write_bytes(text.encode())
    assert goldwire("import", "--split", "none", folder, "--db", database).code == 0
    with opened(database) as connection:
        texts = [reading.article_of(connection, one).article.text for one in reading.article_ids(connection)]
    assert texts == [HOSTILE, LONG]
    predictions.write_text("".join(map(predicted, texts)), "utf-8")
    assert goldwire("import", predictions, "--predictions", SECOND, "--db", database).code == 0
    return database


def predicted(text: str) -> str:
    """A record of the article with an event for each trigger in it."""
    starts = {trigger: text.index(f"ANTE {trigger} POST") + len("ANTE ") for trigger in TRIGGERS if trigger in text}
    spans = [Span.of(text, start, start + len(trigger)) for trigger, start in starts.items()]
    events = [
        {
            "type": TYPES.get(span.text, "Diplomacy.Meet"),
            "status": "occurred",
            "trigger": {"start": span.start, "end": span.end, "text": span.text},
            "arguments": [],
        }
        for span in spans
    ]
    return json.dumps({"schema": "goldwire/1", "id": content_id(text), "text": text, "events": events}) + "\n"


def selected(sitting: Sitting, trigger: str) -> Highlight:
    """The highlight of the selected trigger; it is the only one."""
    sitting.wait_for_highlight(trigger)
    found = sitting.highlights()
    assert [highlight.text for highlight in found] == [trigger], sitting.text
    return found[0]


def test_nothing_of_the_article_steers_the_terminal(hostile: Path) -> None:
    with Sitting(hostile, reviewer="ana") as ana:
        assert "The MARKER stands last." in ana.text
        assert "Envoys [/foo] to meet in [bold]Lind[/bold] {0} %s" in ana.text
        ana.press(*"jjjjj", "o")
        ana.wait_for("articles 2")
        assert "Envoys [/foo] to meet in [bold]Lind[/bold] {0} %s" in ana.text
        ana.press("escape")
        ana.wait_for_place(article=1)
        ana.send("/ante\r")
        ana.wait_for("match 6 of 6")
        ana.quit()
    written = ana.written.decode()
    assert "ANTE" in written
    for sequence in (*SEQUENCES, "\u202e", "\u202c", "\u2066", "\u200f", "\u200d", "\ufe0f"):
        assert sequence not in written


def test_a_reviewers_name_is_no_markup(hostile: Path) -> None:
    with Sitting(hostile, reviewer="d[/foo]e[bold]e") as dee:
        dee.press("#")
        dee.wait_for("numbers · d[/foo]e[bold]e · ")
        dee.press("escape")
        dee.quit()


def test_each_selected_trigger_stands_out_where_its_offsets_say(hostile: Path) -> None:
    with Sitting(hostile, reviewer="bea") as bea:
        for number, trigger in enumerate(TRIGGERS, 1):
            bea.wait_for_place(candidate=number)
            found = selected(bea, trigger)
            cells = "".join(cell.data or "\0" for cell in bea.grid()[found.row])
            assert cells[found.column - len("ANTE ") :].startswith(f"ANTE {trigger} POST")
            bea.press("j")
        edges = {[cell.data for cell in cells].index(EDGE) for cells in bea.grid()[:-2]}
        assert len(edges) == 1
        bea.quit()


def test_a_megabyte_in_one_line_is_reviewed_like_any_other(hostile: Path) -> None:
    with Sitting(hostile, reviewer="cai") as cai:
        cai.press("]")
        cai.wait_for_place(article=2)
        selected(cai, "shelled")
        cai.decide("a", "1 accepted")
        selected(cai, "killed")
        assert "MARKER." in cai.text
        cai.decide("x", "2 rejected")
        cai.decide("d", "article 2 done")
        cai.quit()
    assert verdicts(hostile, article=2, reviewer="cai") == {1: "accept", 2: "reject"}
    with opened(hostile) as connection:
        ((complete,),) = connection.execute("select count(*) from complete where reviewer = 'cai'")
    assert complete == 1
