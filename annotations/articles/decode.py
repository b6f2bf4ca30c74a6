"""Bytes into text: UTF-8 with or without a BOM, UTF-16 with one, or the encoding that the user names.

The text is never changed: line ends and NULs stay, and only a BOM, which is encoding and not text, goes.
"""

import codecs

from annotations.errors import SourceError

BOMS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
"""What a source may begin with, the name of the encoding that this announces, and what the rest is in."""

NO_BOM = (b"", "utf-8", "utf-8")


def decode(data: bytes, label: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of ``data`` without a BOM, and the name of its encoding.

    ``label`` is how a refusal names the source; ``encoding``, where given, is taken at its word.

    Raises:
        SourceError: nothing but white space, bytes that are not in the encoding, or no encoding of that name.
    """
    text, name = _named(data, label, encoding) if encoding else _detected(data, label)
    if not text:
        raise SourceError(f"{label}: empty; give a file with text in it")
    if text.isspace():
        raise SourceError(f"{label}: nothing but white space; give a file with text in it")
    return text, name


def _detected(data: bytes, label: str) -> tuple[str, str]:
    bom, name, standard = next((row for row in BOMS if data.startswith(row[0])), NO_BOM)
    try:
        return data[len(bom) :].decode(standard), name
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{label}: byte {_hex(error)} at offset {len(bom) + error.start} is not {standard.upper()}; "
            "name the encoding with --encoding, for example --encoding cp1252"
        ) from error


def _named(data: bytes, label: str, encoding: str) -> tuple[str, str]:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(encoding)
        text.encode()
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{label}: byte {_hex(error)} at offset {error.start} is not {encoding}; give another --encoding"
        ) from error
    except UnicodeEncodeError as error:
        raise SourceError(
            f"{label}: as {encoding}, character {error.start} is a lone surrogate; give another --encoding"
        ) from error
    except (LookupError, ValueError) as error:
        raise SourceError(f"{label}: {encoding!r} is no text encoding; try utf-8, cp1252 or utf-16-le") from error
    return text.removeprefix("\ufeff"), name


def _hex(error: UnicodeDecodeError) -> str:
    return f"0x{error.object[error.start : error.start + 1].hex().upper()}"
