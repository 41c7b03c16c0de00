"""A zip package whose unchanging members are compressed once and copied into every file.

The bytes depend on the content and the compressor alone: fixed dates, fixed order, no extra fields.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from isal import isal_zlib

_COMMON_LEVEL = 9  # of zlib, compressed once
_OWN_LEVEL = 1  # of ISA-L, compressed for every document: a sixth of a notice's whole time less than zlib's level 3
_STORED = 1000  # bytes: below this, setting up the compressor costs more than it is worth
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_DOS_DATE = (_FIRST_DAY[0] - 1980) << 9 | _FIRST_DAY[1] << 5 | _FIRST_DAY[2]
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


def _member(name: str, data: bytes, packed: bytes, offset: int) -> tuple[bytes, bytes]:
    """The local record of a member (stored if `packed` is `data`), and its entry in the central directory."""
    method = 0 if packed is data else 8
    sizes = (isal_zlib.crc32(data), len(packed), len(data))
    label = name.encode("ascii")
    local = _LOCAL.pack(b"PK\x03\x04", 20, 0, method, 0, _DOS_DATE, *sizes, len(label), 0)
    central = _CENTRAL.pack(b"PK\x01\x02", 20, 20, 0, method, 0, _DOS_DATE, *sizes, len(label), 0, 0, 0, 0, 0, offset)
    return b"".join((local, label, packed)), central + label


class Package:
    """A package with `parts` in it, to which each file adds its own."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        ordered = sorted(parts, key=lambda name: (name != "[Content_Types].xml", name))
        records: list[bytes] = []
        entries: list[bytes] = []
        offset = 0
        for name in ordered:
            data = parts[name]
            record, entry = _member(name, data, zlib.compress(data, _COMMON_LEVEL, -zlib.MAX_WBITS), offset)
            records.append(record)
            entries.append(entry)
            offset += len(record)
        self._records = b"".join(records)
        self._entries = b"".join(entries)
        self._count = len(ordered)

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """A whole file: the common members, then `parts` in their order."""
        chunks = [self._records]
        entries = [self._entries]
        offset = len(self._records)
        for name, data in parts.items():
            packed = isal_zlib.compress(data, _OWN_LEVEL, -zlib.MAX_WBITS) if len(data) > _STORED else data
            record, entry = _member(name, data, packed, offset)
            chunks.append(record)
            entries.append(entry)
            offset += len(record)
        directory = b"".join(entries)
        count = self._count + len(parts)
        chunks.append(directory)
        chunks.append(_END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), offset, 0))
        return b"".join(chunks)


def made_by_us(data: bytes) -> bool:
    """Whether `data` is a file of ours as we made it.

    Word and WPS put their own name when they save; libraries keep ours, but give its parts the day of saving.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            undated = all(part.date_time == _FIRST_DAY for part in package.infolist())
            return undated and b"<Application>lowcapdocs</Application>" in package.read("docProps/app.xml")
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, zlib.error):
        return False
