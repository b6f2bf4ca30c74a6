"""What the user names, found and read."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.articles import sources
from annotations.articles.sources import find, read_source, shown
from annotations.errors import SourceError
from tests.annotations.articles.newswire import AGENCY, AMERICAN, text


def refusals(paths: list[Path]) -> list[str]:
    return [str(found) for found in find(paths) if isinstance(found, SourceError)]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.TXT", "notes.md", "deep/er/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A truce holds")
    return tmp_path


@pytest.fixture
def forbidden(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "forbidden"
    folder.mkdir()
    (folder / "x.txt").write_text("A truce holds")
    folder.chmod(0)
    yield folder
    folder.chmod(stat.S_IRWXU)


def test_a_folder_means_every_txt_below_it_in_order(corpus: Path) -> None:
    assert list(find([corpus])) == [corpus / "a.TXT", corpus / "b.txt", corpus / "deep/er/c.txt"]


def test_a_file_named_outright_may_have_any_suffix(corpus: Path) -> None:
    assert list(find([corpus / "notes.md"])) == [corpus / "notes.md"]


def test_a_missing_path_is_an_error_in_its_place_and_the_others_go_on(corpus: Path) -> None:
    missing = corpus / "missing.txt"
    first, second, third = find([corpus / "b.txt", missing, corpus / "a.TXT"])
    assert (first, third) == (corpus / "b.txt", corpus / "a.TXT")
    assert str(second) == f"{missing}: no such file or folder; check the name"


def test_a_folder_without_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert refusals([tmp_path]) == [f"{tmp_path}: no .txt file below this folder; name other files outright"]


def test_a_link_to_a_folder_above_is_refused_once_and_the_files_are_found(corpus: Path) -> None:
    (corpus / "deep" / "loop").symlink_to(corpus)
    found = list(find([corpus]))
    assert [path for path in found if isinstance(path, Path)] == [
        corpus / "a.TXT",
        corpus / "b.txt",
        corpus / "deep/er/c.txt",
    ]
    assert [str(error) for error in found if isinstance(error, SourceError)] == [
        f"{corpus}/deep/loop: a symbolic link to a folder above it; remove the link"
    ]


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "self.txt").symlink_to("self.txt")
    assert refusals([tmp_path / "self.txt"]) == [f"{tmp_path}/self.txt: a loop of symbolic links; remove the link"]
    assert refusals([tmp_path]) == [f"{tmp_path}/self.txt: a loop of symbolic links; remove the link"]


def test_a_text_link_that_leads_nowhere_is_refused_and_another_is_not_asked(corpus: Path) -> None:
    (corpus / "gone.txt").symlink_to("nowhere")
    (corpus / "gone.png").symlink_to("nowhere")
    assert refusals([corpus]) == [f"{corpus}/gone.txt: no such file or folder; check the name"]


def test_two_links_to_one_folder_give_its_files_once(corpus: Path) -> None:
    (corpus / "again").symlink_to(corpus / "deep")
    assert [path.name for path in find([corpus]) if isinstance(path, Path)] == ["a.TXT", "c.txt", "b.txt"]


def test_a_pipe_in_a_folder_is_not_waited_for(corpus: Path) -> None:
    os.mkfifo(corpus / "pipe.txt")
    assert corpus / "pipe.txt" not in list(find([corpus]))


def test_a_folder_without_permission_is_refused(forbidden: Path) -> None:
    if os.access(forbidden, os.R_OK):
        assert list(find([forbidden])) == [forbidden / "x.txt"]  # the superuser may read anything
    else:
        assert refusals([forbidden]) == [f"{forbidden}: no permission to read it; change its mode or ask its owner"]


def test_no_permission_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match=r"a\.txt: no permission to read it; change its mode or ask its owner$"):
        read_source(tmp_path / "a.txt")


def test_a_source_is_known_by_its_bytes_and_labelled_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "wire.txt"
    path.write_bytes(b"\xef\xbb\xbfA truce holds\r\n")
    source = read_source(path).source
    assert source.id == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (source.label, source.encoding, source.length) == ("wire.txt", "utf-8-sig", 15)


def test_a_stream_is_called_by_a_dash() -> None:
    assert read_source(b"A truce holds").source.label == "-"


def test_a_name_that_is_not_utf8_can_still_be_written(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("A truce holds")
    assert read_source(path).source.label == "caf\\udce9.txt"


def test_a_path_is_shown_in_one_line() -> None:
    assert shown(Path("a\n\x1b[31mb.txt")) == "a\\n\\x1b[31mb.txt"


def test_a_line_without_end_is_refused_where_it_passes_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Short\n")
    os.truncate(path, 100_000_000)
    with pytest.raises(SourceError, match=r"long\.txt: line 2 is longer than 16 MB; break it into paragraphs$"):
        read_source(path)


def test_a_source_beyond_all_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "SOURCE_LIMIT", 1000)
    with pytest.raises(SourceError, match="larger than"):
        read_source(b"line\n" * 201)


def test_a_megabyte_in_one_line_is_read() -> None:
    ((article, _),) = read_source(b"war " * 250_000).articles
    assert len(article.zones) == 1


def test_copies_have_the_same_id_wherever_they_stand() -> None:
    agency, american = text(AGENCY), text(AMERICAN)
    first = read_source(f"{agency}\n\n{american}\n".encode())
    second = read_source(f"\r\n\r\n \xa0\r\n{american}\n\n\n{agency}".encode())
    assert [a.id for a, _ in first.articles] == [a.id for a, _ in reversed(second.articles)]


def test_a_source_can_be_taken_as_one_article() -> None:
    glued = f"\n\n{text(AGENCY)}\n\n{text(AMERICAN)}\n\n"
    ((article, occurrence),) = read_source(glued.encode(), split=False).articles
    assert article.text == glued.strip()
    assert (occurrence.start, occurrence.end) == (2, len(glued) - 2)


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip),
    st.sampled_from(["\n", "\r\n", "\n\n", "\r\n \xa0\r\n", "\u2028"]),
    st.booleans(),
)
def test_an_occurrence_slices_the_source_back_to_the_article(wild: str, between: str, split: bool) -> None:
    whole = between.join([wild, text(AGENCY), wild, text(AMERICAN), "\0\u202e", wild])
    read = read_source(whole.encode(), split=split)
    decoded = whole.removeprefix("\ufeff")
    for article, occurrence in read.articles:
        assert article.text == decoded[occurrence.start : occurrence.end]
        assert occurrence.source == read.source.id
