"""The scratch folder of one run: files under neutral names, profiles of LibreOffice; gone afterwards."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

_SETTINGS = (
    ("Filter/PDF/Export", "SelectPdfVersion", "2"),  # PDF/A-2b
    ("Filter/PDF/Export", "UseTaggedPDF", "true"),
    ("Security/Scripting", "MacroSecurityLevel", "3"),  # no macro runs
    ("Security/Scripting", "BlockUntrustedRefererLinks", "true"),  # a linked picture fetches nothing
)
_ITEM = (
    '<item oor:path="/org.openoffice.Office.Common/{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>\n'
)


@dataclass(frozen=True, slots=True)
class Scratch:
    """A folder that only this run uses. Its methods raise OSError if the disk is full."""

    root: Path

    def put(self, name: str, data: bytes) -> Path:
        """The file `name` with `data` in it."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def take(self, path: Path) -> bytes | None:
        """What is in a file, which is then gone; None if there is none."""
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        path.unlink()
        return data

    def drop(self, path: Path) -> None:
        """Take a file away, if it is there."""
        path.unlink(missing_ok=True)

    def profile(self, name: str) -> Path:
        """A new profile of LibreOffice with our settings: PDF/A, no macros, no network."""
        items = "".join(_ITEM.format(path=path, name=key, value=escape(value)) for path, key, value in _SETTINGS)
        self.put(f"{name}/user/registrymodifications.xcu", _PROFILE.format(items=items).encode())
        return self.root / name

    def forget(self, profile: Path) -> None:
        """Take away the socket by which LibreOffice knows that `profile` is in use; it stays if it was ended.

        It lies in /tmp whatever the environment says, under the hash of the profile's address (measured, 7.4).
        """
        if sys.platform != "win32":
            digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
            name = "".join(f"{byte:x}" for byte in digest)
            self.drop(Path(f"/tmp/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{name}"))


@contextmanager
def scratch() -> Iterator[Scratch]:
    """A new scratch folder, taken away at the end."""
    with tempfile.TemporaryDirectory(prefix="lowcapdocs-", ignore_cleanup_errors=True) as folder:
        yield Scratch(Path(folder).resolve())
