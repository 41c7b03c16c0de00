"""rules: what of each YAML file is kept, and what is cleared."""

from __future__ import annotations

import pytest

from lowcapdocs.renewal.rules import RULES
from lowcapdocs.renewal.yaml_text import YamlText
from lowcapdocs.renewal.years import Years, lasts

YEARS = Years(2020, 2021)


def renewed(stem: str, text: str, years: Years = YEARS) -> tuple[str, dict[str, int]]:
    """A file of the next year, and what was counted as cleared in it."""
    changed = YamlText(text.encode())
    RULES[stem](changed, years)
    return changed.data().decode(), dict(changed.cleared)


def test_the_year_stands_in_the_names_of_a_campaign_and_its_goals_are_open() -> None:
    text, cleared = renewed(
        "campaign",
        "name: 甲区2020年整治要点 # 名称\nyear: 2020\ndeadline: 2020年度\nissuer: 甲局\n"
        "goals:\n  - {measure: improve, amount: 8} # 八家\nbasis:\n  - {id: law, title: 办法（2020年本）}\n"
        "texts:\n  report_by: 2020年12月5日前\n  purpose: 2020年以来\n",
    )
    assert (
        "name: 甲区2021年整治要点 # 名称\nyear: 2021\ndeadline: 2021年度\nissuer: 甲局\n"
        "goals:\n  - {measure: improve, amount: } # 八家\nbasis:\n  - {id: law, title: 办法（2020年本）}\n"
        "texts:\n  report_by:\n  purpose: 2020年以来\n"
    ) == text
    assert {"目标": 1, "文字（report_by）": 1} == cleared


def test_a_campaign_in_chinese_keys_is_read_alike() -> None:
    text, cleared = renewed("campaign", "名称: 2020年方案\n年度: 2020\n目标:\n  - {指标: coal, 数量: 3.75}\n")
    assert "名称: 2021年方案\n年度: 2021\n目标:\n  - {指标: coal, 数量: }\n" == text
    assert {"目标": 1} == cleared


@pytest.mark.parametrize(
    ("before", "after"), [("name: 方案\n", "name: 方案\nyear: 2021\n"), ("名称: 方案", "名称: 方案\n年度: 2021\n")]
)
def test_a_year_that_no_file_states_is_written_below(before: str, after: str) -> None:
    assert after == renewed("campaign", before, Years(None, 2021))[0]


def test_tasks_keep_their_words_and_lose_amounts_and_deadlines() -> None:
    text, cleared = renewed(
        "tasks",
        "- id: energy\n  name: 能耗方面\n  tasks:\n    - id: one\n      text: 监察{audits}。\n"
        "      targets:\n        - {id: audits, amount: 13, unit: 家}\n      deadline: 11月底前\n"
        "      deadline_date: 2020-11-30\n    - {id: two, deadline: 长期, targets: audits 监察 13家；chp 对标 1家以上}\n",
    )
    assert (
        "- id: energy\n  name: 能耗方面\n  tasks:\n    - id: one\n      text: 监察{audits}。\n"
        "      targets:\n        - {id: audits, amount: , unit: 家}\n      deadline:\n"
        "      deadline_date:\n    - {id: two, deadline: 长期, targets: audits 监察 家；chp 对标 家以上}\n"
    ) == text
    assert {"目标数量": 2, "完成时限": 1} == cleared


def test_tasks_without_areas_are_read_alike() -> None:
    assert "- {任务: 甲, 完成时限: }\n" == renewed("tasks", "- {任务: 甲, 完成时限: 5月底前}\n")[0]


def test_a_schedule_keeps_phases_and_what_comes_round_every_month() -> None:
    text, _ = renewed(
        "schedule",
        "phases:\n  - id: a\n    deadline: 5月底前\n    stated: # 另一说法\n      - {deadline: 5月1日前, source: 导语}\n"
        "    actions:\n      - {id: b, text: 摸底, deadline: 5月15日前}\n"
        "reporting: {cycle: 月报, due: 每月5日前}\nstart: 2020-03-01\ncurve: [{day: 2020-06-30, share: 40}]\n"
        "lights: [{id: red, name: 红灯}]\ncalendar: {work: [2020-10-17]}\npublicity_days: 5\n",
    )
    assert (
        "phases:\n  - id: a\n    deadline:\n    stated: # 另一说法\n"
        "    actions:\n      - {id: b, text: 摸底, deadline: }\n"
        "reporting: {cycle: 月报, due: 每月5日前}\nstart:\ncurve: [{day: , share: 40}]\n"
        "lights: [{id: red, name: 红灯}]\ncalendar:\npublicity_days: 5\n"
    ) == text


def test_documents_are_drafts_again_without_number_and_date() -> None:
    text, cleared = renewed(
        "documents",
        "- id: plan\n  file: 2020年要点\n  number: 甲〔2020〕3号 # 文号\n  date: 2020-04-20\n  print_date: 2020-04-21\n"
        "  period: 2020-06\n  status: issued\n  unknown: [text]\n  template: plan.md.j2\n- {id: b, status: draft}\n",
    )
    assert (
        "- id: plan\n  file: 2021年要点\n  number:  # 文号\n  date:\n  print_date:\n"
        "  period:\n  status: draft\n  unknown:\n  template: plan.md.j2\n- {id: b, status: draft}\n"
    ) == text
    assert {} == cleared


def test_quotas_lose_numbers_and_keep_the_stroke() -> None:
    text, cleared = renewed(
        "quotas", '- {镇街: 东镇, 整治数: 8, 淘汰数: "/", 备注: 8号地块}\n- {镇街: 全区, 整治数: 8}\n'
    )
    assert '- {镇街: 东镇, 整治数: , 淘汰数: "/", 备注: 8号地块}\n- {镇街: 全区, 整治数: }\n' == text
    assert {"任务数": 2} == cleared


def test_scoring_keeps_its_items_and_drops_what_towns_were_given() -> None:
    text, _ = renewed(
        "assessment", "name: 2020年办法\nitems:\n  - id: a\n    points: 5\n    adjustments:\n      - {town: 东镇}\n"
    )
    assert "name: 2021年办法\nitems:\n  - id: a\n    points: 5\n    adjustments:\n" == text


def test_what_is_public_is_reviewed_anew() -> None:
    text, cleared = renewed(
        "disclosure", "basis: 条例\nreviewer: 张三\ndate: 2020-04-01\ncolumns: {ledger: {镇街: 主动公开}}\n"
    )
    assert "basis: 条例\nreviewer:\ndate:\ncolumns: {ledger: {镇街: 主动公开}}\n" == text
    assert {"审查人": 1, "审查日期": 1} == cleared


@pytest.mark.parametrize("phrase", ["每月5日前", "每季度末", "印发之日起10个工作日内", "长期"])
def test_a_deadline_that_comes_round_again_lasts(phrase: str) -> None:
    assert lasts(phrase)


@pytest.mark.parametrize("phrase", ["5月底前", "2020年度", "6月至10月", "适时", ""])
def test_a_deadline_of_the_year_does_not_last(phrase: str) -> None:
    assert not lasts(phrase)


def test_the_year_is_renewed_only_where_it_stands_by_itself() -> None:
    assert "2021年、12020号、2021—2022年" == YEARS.renamed("2020年、12020号、2020—2022年")
    assert "2020年" == Years(None, 2021).renamed("2020年")
