"""convert.scratch: files under neutral names, and nothing of them afterwards."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from lowcapdocs.convert.scratch import scratch


def test_what_is_put_is_taken_once() -> None:
    with scratch() as place:
        path = place.put("run1/0001.docx", b"1")
        assert path.is_relative_to(place.root)
        assert b"1" == place.take(path)
        assert place.take(path) is None
        place.drop(path)


def test_nothing_is_left_even_after_a_failure() -> None:
    with pytest.raises(ZeroDivisionError), scratch() as place:  # noqa: PT012 - what is left is the point
        place.put("a/b", b"1")
        raise ZeroDivisionError
    assert not place.root.exists()


def test_two_runs_never_share_a_folder() -> None:
    with scratch() as one, scratch() as other:
        assert one.root != other.root


def test_a_profile_asks_for_pdf_a_and_keeps_macros_and_the_network_out() -> None:
    with scratch() as place:
        path = place.profile("profile") / "user/registrymodifications.xcu"
        name = "{http://openoffice.org/2001/registry}name"
        set_to = {prop.get(name): prop.findtext("value") for prop in ElementTree.parse(path).getroot().iter("prop")}
    assert {
        "SelectPdfVersion": "2",
        "UseTaggedPDF": "true",
        "MacroSecurityLevel": "3",
        "BlockUntrustedRefererLinks": "true",
    } == set_to
