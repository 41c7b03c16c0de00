"""inspect.pdf_file: whatever is handed in, the answer is verdicts or one clear message, never a crash."""

from __future__ import annotations

import io
import random
import zlib

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lowcapdocs.inspect import pdf_file
from lowcapdocs.inspect.pages import inspect_pages
from lowcapdocs.problems import PolicyError

TEXT = b"BT /F1 16 Tf 80 700 Td (2020) Tj ET"


def pdf(
    content: bytes = TEXT, *, pages: int = 1, size: tuple[float, float] = (595.28, 841.89), **resources: object
) -> pikepdf.Pdf:
    """A PDF that draws `content` on each page."""
    document = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    for _ in range(pages):
        document.add_blank_page()
        page = document.pages[-1].obj
        page.MediaBox = pikepdf.Array([0, 0, *size])
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font), **resources)
        page.Contents = document.make_stream(content)
    return document


def saved(document: pikepdf.Pdf, **options: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream, **options)
    return stream.getvalue()


def refusal(data: bytes) -> str:
    """The code of the one message that says why `data` cannot be judged."""
    with pytest.raises(PolicyError) as caught:
        inspect_pages(data, "某件.pdf")
    [finding] = caught.value.findings
    assert "某件.pdf" == finding.where.file
    assert finding.message
    assert finding.remedy
    return finding.code


def picture(width: float, height: float) -> pikepdf.Pdf:
    document = pdf(b"q %f 0 0 %f 0 0 cm /I Do Q" % (width, height))
    image = document.make_stream(b"\x80", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1,
                                 ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
    document.pages[0].obj.Resources.XObject = pikepdf.Dictionary(I=image)
    return document


def test_pages_with_any_text_are_judged() -> None:
    assert "P2" in {each.clause for each in inspect_pages(saved(pdf()), "a.pdf")}


@pytest.mark.parametrize("data", [b"", b"%PDF-", b"%PDF-1.7\n%%EOF", b"PK\x03\x04", "通知".encode(), b"\x00" * 5000])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    assert "pdf-broken" == refusal(data)


def test_a_locked_file_is_told_but_one_that_only_forbids_printing_is_judged() -> None:
    locked = saved(pdf(), encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "pdf-locked" == refusal(locked)
    restricted = saved(
        pdf(), encryption=pikepdf.Encryption(owner="a", user="", allow=pikepdf.Permissions(extract=False))
    )
    assert inspect_pages(restricted, "a.pdf")


def test_no_pages_and_no_text_are_told() -> None:
    assert "pdf-empty" == refusal(saved(pikepdf.new()))
    assert "pdf-empty" == refusal(saved(pdf(b"")))


def test_a_scan_is_told_even_with_recognised_text_over_it() -> None:
    scan = picture(595, 842)
    assert "pdf-scanned" == refusal(saved(scan))
    scan.pages[0].obj.Contents = scan.make_stream(scan.pages[0].obj.Contents.read_bytes() + b" " + TEXT)
    assert "pdf-scanned" == refusal(saved(scan))


def test_a_seal_does_not_make_a_scan() -> None:
    sealed = picture(120, 120)
    sealed.pages[0].obj.Contents = sealed.make_stream(sealed.pages[0].obj.Contents.read_bytes() + b" " + TEXT)
    assert inspect_pages(saved(sealed), "a.pdf")


def test_too_many_pages_and_too_much_on_one_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "pdf-huge" == refusal(saved(pdf(pages=pdf_file.MOST_PAGES + 1)))
    assert "pdf-huge" == refusal(saved(pdf(TEXT + b" " * pdf_file.MOST_CONTENT), compress_streams=True))
    assert "pdf-huge" == refusal(saved(pdf(size=(20000, 20000))))
    monkeypatch.setattr(pdf_file, "MOST_BYTES", 100)
    assert "pdf-huge" == refusal(saved(pdf()))


def test_a_poster_with_a_red_letter_on_all_of_it_is_not_drawn_whole() -> None:
    giant = b"1 0 0 rg BT /F1 9000 Tf 0 6000 Td (X) Tj ET"
    assert inspect_pages(saved(pdf(giant, size=(14000, 14000))), "a.pdf")


def test_a_bomb_is_told_before_it_is_unpacked() -> None:
    document = pdf()
    packer = zlib.compressobj(9)
    begin, again = (packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    packed = begin + 1_999 * again + packer.flush()
    document.pages[0].obj.Contents = pikepdf.Stream(document, packed, Filter=pikepdf.Name.FlateDecode)
    data = saved(document, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert len(data) < 3_000_000
    assert "pdf-huge" == refusal(data)


def form(document: pikepdf.Pdf, content: bytes, **forms: pikepdf.Object) -> pikepdf.Object:
    return document.make_indirect(document.make_stream(
        content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 100, 100],
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(**forms))))  # fmt: skip


def test_forms_within_forms_without_end_are_told() -> None:
    document = pdf(TEXT + b" /X Do")
    inner = form(document, b"")
    for _ in range(12):
        inner = form(document, b"/X Do " * 10, X=inner)
    document.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X=inner)
    assert "pdf-huge" == refusal(saved(document))


def test_a_form_that_draws_itself_is_told() -> None:
    document = pdf(TEXT + b" /X Do")
    loop = form(document, b"/X Do")
    loop.Resources.XObject.X = loop
    document.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X=loop)
    assert "pdf-huge" == refusal(saved(document))


ODD = [
    b"BT /F1 1e30 Tf (x) Tj ET", b"BT /F1 0 Tf (x) Tj ET", b"1 0 0 0 0 0 cm " + TEXT, b"BT /F9 16 Tf (x) Tj ET",
    b"/P1 gs /Pattern cs /P1 scn " + TEXT, b"1e30 w 0 0 m 1e30 1e30 l S " + TEXT, b"q " * 5000 + TEXT,
    b"BT /F1 16 Tf (unfinished", b"<< /a [ ( " + TEXT, b"0.5 0.5 0.5 0.5 0.5 sc " + TEXT, b"-16 0 0 -16 300 300 cm " + TEXT,
]  # fmt: skip


@pytest.mark.parametrize("content", ODD)
def test_odd_instructions_are_judged_or_told(content: bytes) -> None:
    judged_or_told(saved(pdf(content)))


def judged_or_told(data: bytes) -> None:
    try:
        assert all(each.outcome in ("passed", "failed", "not_applicable") for each in inspect_pages(data, "a.pdf"))
    except PolicyError as problem:
        told = {finding.code for finding in problem.findings}
    else:
        told = set()
    assert told <= {"pdf-broken", "pdf-empty", "pdf-scanned", "pdf-huge", "pdf-locked"}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_a_damaged_file_is_judged_or_told(seed: int) -> None:
    rng = random.Random(seed)
    data = bytearray(saved(pdf(TEXT + b" 0 0 m 100 100 l S", pages=2), compress_streams=False))
    for _ in range(rng.randint(1, 30)):
        data[rng.randrange(9, len(data))] = rng.randrange(256)
    if rng.random() < 0.3:
        del data[rng.randrange(len(data)) :]
    judged_or_told(bytes(data))
