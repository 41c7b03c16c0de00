"""署名 and 成文日期: whichever way a clerk places them, what stands right is not blamed; what fits no way is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lowcapdocs.inspect.report import Report
from lowcapdocs.inspect.signing import Stand, fit, stretch
from lowcapdocs.inspect.verdict import Verdict
from tests.inspect.edits import inspected, outcomes
from tests.inspect.handmade import RIGHT, Sheet
from tests.inspect.signatures import (
    BY_SPACES,
    DATES,
    NAMES,
    PRINTED,
    SEALED,
    UNSEALED,
    begun,
    bytes_of,
    numbered,
    sealed,
    unsealed,
)


def of_signature(report: Report) -> tuple[str, str]:
    """The outcomes of B7 and B9."""
    found = outcomes(report)
    return found["B7"], found["B9"]


Judged = Callable[[str], list[Verdict]]
RIGHT_WAY = {("passed", "not_applicable"), ("not_applicable", "passed")}


@pytest.mark.parametrize("case", SEALED, ids=" ".join)
def test_a_sealed_signature_is_right_however_it_is_made(case: tuple[str, str, str]) -> None:
    assert ("passed", "not_applicable") == of_signature(inspected(bytes_of(sealed, case)))


@pytest.mark.parametrize("case", UNSEALED, ids=" ".join)
def test_an_unsealed_signature_is_right_however_it_is_made(case: tuple[str, str, str]) -> None:
    assert ("not_applicable", "passed") == of_signature(inspected(bytes_of(unsealed, case)))


@pytest.mark.parametrize("name", NAMES)
def test_blank_lines_alone_make_no_signature_wrong(name: str) -> None:
    for date in DATES:
        assert of_signature(inspected(bytes_of(sealed, (name, date, "right indent"), 1))) in RIGHT_WAY
        assert of_signature(inspected(bytes_of(unsealed, (name, date, "right indent"), 3))) in RIGHT_WAY


@pytest.mark.parametrize("name", PRINTED)
def test_on_pages_it_is_as_right_though_the_date_is_set_wider(name: str, judged: Judged) -> None:
    assert "failed" not in outcomes_on(judged(name))


def test_most_of_them_are_recognised_on_pages(judged: Judged) -> None:
    """A date that a program sets too wide for its line is not."""
    passed = [name for name in PRINTED if "passed" in outcomes_on(judged(name))]
    assert len(passed) >= len(PRINTED) - 1


def outcomes_on(verdicts: list[Verdict]) -> set[str]:
    return {each.outcome for each in verdicts if each.clause in ("B7", "B9")}


def test_where_the_file_puts_a_date_is_not_for_a_program_to_blame() -> None:
    """Spaces behind a line have their width in Word alone."""
    report = inspected(bytes_of(sealed, ("海曙区人民政府", "2024年5月6日", BY_SPACES)))
    assert "passed" == outcomes(report)["B7"]
    page = inspected(numbered(flush()))
    merged = report.with_pages([each for each in page.verdicts if each.clause in ("B7", "B9")])
    assert ("passed", "not_applicable") == of_signature(merged)


def flush() -> Sheet:
    """Both lines at the right edge."""
    sheet = begun(2)
    sheet.line("海曙区人民政府", align=RIGHT)
    sheet.line("2024年5月6日", align=RIGHT)
    return sheet


WRONG: dict[str, tuple[Stand, Stand, str, tuple[str, ...]]] = {
    "date two characters in, name over it": (Stand(19, 2), Stand(20, 2), "sealed", ("edge",)),
    "name far left": (Stand(4, 18), Stand(18, 4), "sealed", ("axis",)),
    "date four characters right of the name": (Stand(10, 10), Stand(14, 8), "unsealed", ("step", "room")),
    "step right, but at the edge": (Stand(12, 0), Stand(14, 8), "unsealed", ("room",)),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_fits_no_way_is_blamed_for_the_nearer(what: str) -> None:
    name, day, way, faults = WRONG[what]
    found = fit(name, [day], "sealed" if way == "sealed" else "unsealed")
    assert (way, faults) == (found.way, tuple(fault for fault, _ in found.faults))


def test_under_a_seal_only_the_sealed_way_is_right() -> None:
    name, day = Stand(16, 2), Stand(18, 4)
    assert () == fit(name, [day]).faults
    assert "unsealed" == fit(Stand(14, 2), [Stand(16, 5)]).way
    assert ("edge",) == tuple(fault for fault, _ in fit(Stand(14, 2), [Stand(16, 5)], "sealed", sure=True).faults)


def test_a_date_is_set_wider_by_a_quarter_beside_each_run_of_digits() -> None:
    assert 5 * 0.25 == stretch("2024年5月6日")
    assert 0 == stretch("二〇二四年")
