"""A zip that every reader takes, with the common members first."""

from __future__ import annotations

import io
import zipfile

from lowcapdocs.word.package import Package


def test_members_in_order_and_whole() -> None:
    package = Package({"b.xml": b"b" * 5000, "[Content_Types].xml": b"types", "a.xml": b""})
    with zipfile.ZipFile(io.BytesIO(package.with_parts({"z.xml": b"1", "c.xml": b"2"}))) as file:
        assert ["[Content_Types].xml", "a.xml", "b.xml", "z.xml", "c.xml"] == file.namelist()
        assert file.testzip() is None
        assert [b"types", b"", b"b" * 5000, b"1", b"2"] == [file.read(name) for name in file.namelist()]


def test_a_package_keeps_nothing_of_its_files() -> None:
    package = Package({"a.xml": b"a"})
    first = package.with_parts({"b.xml": b"1"})
    package.with_parts({"c.xml": b"2"})
    assert first == package.with_parts({"b.xml": b"1"})
