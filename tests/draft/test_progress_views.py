"""progress_views: what templates see of returns, each value with its path, and every name of it described."""

from __future__ import annotations

import inspect
import re

import pytest

from lowcapdocs.draft.figure_views import FigureView
from lowcapdocs.draft.ledger_views import LEDGER_VIEWS
from lowcapdocs.draft.progress_views import PROGRESS_VIEWS, ProgressView
from lowcapdocs.draft.schedule_views import SCHEDULE_VIEWS
from lowcapdocs.draft.views import CampaignView
from lowcapdocs.figures.figures import Figures
from lowcapdocs.model.period import read_period
from lowcapdocs.model.quantity import Blank
from tests.builders import REPOSITORY
from tests.figures.returns import figures, quota, returned
from tests.figures.test_paths import whole

VIEWS = sorted(LEDGER_VIEWS | PROGRESS_VIEWS | SCHEDULE_VIEWS | {FigureView}, key=lambda view: view.__name__)


def names(view: type) -> set[str]:
    """Every public attribute and method of a view."""
    source = inspect.getsource(view)
    return {
        name
        for name in [*re.findall(r"self\.([a-z]\w*)(?:: \w+)? = ", source), *vars(view)]
        if not name.startswith("_")
    }


@pytest.mark.parametrize("view", VIEWS)
def test_every_name_is_described(view: type) -> None:
    words = set(re.findall(r"[a-z_]+", (REPOSITORY / "docs/templates.md").read_text(encoding="utf-8")))
    assert set() == names(view) - words


def view(found: Figures, period: str = "2020-06") -> ProgressView:
    return ProgressView(CampaignView(found.campaign), found, read_period(period))


def test_a_figure_prints_as_a_number_alone_with_its_unit_and_in_a_sentence() -> None:
    rate = view(whole()).measures[1].ranking[1].before
    assert ("[—](progress/2020-06/shiqi/improve/before)", False) == (rate.number, rate.known)
    rate = view(whole()).measures[1].towns[0].rate
    path = "progress/2020-06/jishigang/improve/rate"
    assert (f"[50.0]({path})", f"[50]({path}-short)%", True) == (rate.__html__(), rate.with_unit, rate.known)


def test_a_measure_has_its_total_its_towns_its_ranking_and_who_is_not_done() -> None:
    found = figures(
        returned("2020-06", accepted=1),
        returned("2020-06", "shiqi", accepted=4),
        quotas=(quota("jishigang", 10), quota("shiqi", 4)),
    )
    row = view(found).measures[1]
    ids = [[each.town.id for each in listed if each.town] for listed in (row.towns, row.ranking, row.open)]
    assert [["jishigang", "shiqi"], ["shiqi", "jishigang"], ["jishigang"]] == ids
    assert row.total.town is None


def test_a_town_has_the_measures_that_it_has_a_quota_for() -> None:
    found = figures(returned("2020-06", done=1), quotas=(quota("jishigang", 10), quota("shiqi", Blank.NONE)))
    progress = view(found)
    jishigang, shiqi = progress._moment.view.towns
    assert (["improve"], []) == ([each.measure.id for each in progress.of(jishigang)], list(progress.of(shiqi)))
    assert (False, False) == (progress.missed_by(jishigang), progress.missed_by(shiqi))


def test_what_is_taken_back_is_told_without_a_sign() -> None:
    progress = view(figures(returned("2020-05", done=5), returned("2020-06", done=3)))
    jishigang = progress.standing(progress.measures[1].measure, progress._moment.view.towns[0])
    assert (True, "[2](progress/2020-06/jishigang/improve/withdrawn)家") == (
        jishigang.is_withdrawn,
        jishigang.withdrawn.with_unit,
    )


def test_the_past_of_progress_goes_back_from_its_period() -> None:
    assert ["[2020年6月](period/2020-06)", "[2020年5月](period/2020-05)"] == [
        each.period for each in view(whole()).history
    ]


def test_a_task_that_nobody_reported_is_not_reported() -> None:
    (task,) = view(figures(returned("2020-06", done=1))).tasks
    assert (False, "未报", "未报", False, ()) == (task.reported, task.state, task.text, task.finished, task.amounts)
