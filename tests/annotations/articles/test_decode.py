"""Bytes into text."""

import codecs

import pytest

from annotations.articles.decode import decode
from annotations.errors import SourceError


def test_utf8_is_read_as_it_is() -> None:
    assert decode("Waffenruhe – مرحبا".encode(), "a.txt") == ("Waffenruhe – مرحبا", "utf-8")


def test_a_bom_is_encoding_and_not_text() -> None:
    assert decode(codecs.BOM_UTF8 + b"truce", "a.txt") == ("truce", "utf-8-sig")


@pytest.mark.parametrize(("bom", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_utf16_is_known_by_its_bom(bom: bytes, encoding: str) -> None:
    assert decode(bom + "Häfen 🚢".encode(encoding), "a.txt") == ("Häfen 🚢", encoding)


def test_line_ends_and_nuls_stay() -> None:
    assert decode(b"a\r\nb\0c\rd\n", "a.txt")[0] == "a\r\nb\0c\rd\n"


def test_a_refusal_names_the_byte_its_offset_and_the_option() -> None:
    with pytest.raises(SourceError, match=r"^wire/a\.txt: byte 0xE9 at offset 3 is not UTF-8; .*--encoding") as refusal:
        decode(b"caf\xe9", "wire/a.txt")
    assert "\n" not in str(refusal.value)


def test_the_offset_counts_the_bom() -> None:
    with pytest.raises(SourceError, match="byte 0xFF at offset 4 "):
        decode(codecs.BOM_UTF8 + b"a\xff", "a.txt")


def test_half_a_character_of_utf16_is_refused() -> None:
    with pytest.raises(SourceError, match="byte 0x62 at offset 4 is not UTF-16"):
        decode(codecs.BOM_UTF16_LE + b"a\0b", "a.txt")


def test_the_encoding_can_be_named() -> None:
    assert decode(b"caf\xe9", "a.txt", "latin-1") == ("café", "iso8859-1")


def test_a_named_encoding_loses_its_bom_too() -> None:
    assert decode("\ufefftruce".encode("utf-16-le"), "a.txt", "utf-16-le")[0] == "truce"


def test_bytes_that_are_not_in_the_named_encoding_are_refused() -> None:
    with pytest.raises(SourceError, match="byte 0x81 at offset 1 is not cp1252"):
        decode(b"a\x81", "a.txt", "cp1252")


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "zlib", "undefined", "a\0b"])
def test_what_is_no_text_encoding_is_refused(encoding: str) -> None:
    with pytest.raises(SourceError, match="is no text encoding") as refusal:
        decode(b"truce", "a.txt", encoding)
    assert "\0" not in str(refusal.value)


def test_an_encoding_that_makes_lone_surrogates_is_refused() -> None:
    with pytest.raises(SourceError, match="character 1 is a lone surrogate"):
        decode(rb"a\ud800", "a.txt", "unicode_escape")


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_BE])
def test_an_empty_source_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"a\.txt: empty"):
        decode(data, "a.txt")


def test_a_source_of_white_space_is_refused() -> None:
    with pytest.raises(SourceError, match="nothing but white space"):
        decode(" \r\n\t\xa0\n".encode(), "a.txt")
