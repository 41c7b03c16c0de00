"""template_faults: every fault of a template is told in Chinese, with what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lowcapdocs import template_words
from lowcapdocs.problems import Finding, PolicyError
from tests.draft.test_render import HEAD, render

SAID = {
    "{{ 1 } }}": ("这里不该是“}”", "成对"),
    "{{ (1] }}": ("这里不该是“]”，应当是“)”", "成对"),
    "{{ campaign": ("模板到头了，还缺“}}”", "成对"),
    "{{ 1 2 }}": ("这里应当是“}}”，写的是“数”", "成对"),
    "{{ }}": ("这里应当写名称或算式，写的是“}}”", "成对"),
    "{{ “名称” }}": ("不认识字符““”", "英文（半角）"),
    "{% if 1 %}": ("模板到头了，“if”还没有结束", "请补上 {% endif %}。"),
    "{% for a in [] %}{% endif %}": ("这里不该是“endif”，前面的“for”还没有结束", "请补上 {% endfor %}"),
    "{% fi %}": ("没有“fi”这种语句", "endif"),
    "{% %}": ("{% 后面没有写是哪种语句", "if"),
    "{# 注": ("注释 {# 没有结束", "请补上 #}。"),
    "{% set 1 = 2 %}": ("这里不能赋值", "新的名称"),
    "{{ 'a' | upper }}": ("没有叫“upper”的过滤器", "可用的有：batch、chinese、count"),
    "{{ 1 if 1 is fine }}": ("没有叫“fine”的条件", "defined"),
    "{{ campaign.__class__ }}": ("不能用“__class__”", "docs/templates.md"),
    "{{ 1 // 0 }}": ("除数是0，算不出来", "{% if %}"),
    "{{ 1 % 0 }}": ("除数是0，算不出来", "{% if %}"),
    "{% include 't.md.j2' %}": ("模板绕成了圈", "include"),
    "{{ campaign.quota(1) }}": ("“quota(…)”的括号里少写了：measure", "写齐"),
    "{{ campaign.quota(1, 2, 3, 4) }}": ("“quota(…)”的括号里多写了", "不多写"),
    "{{ campaign.quota(1, x=2) }}": ("“quota(…)”的括号里没有叫“x”的", "docs/templates.md"),
    "{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}": ("“m(…)”的括号里多写了，最多1项", ""),
    "{% macro m(a) %}{% endmacro %}{{ m(b=2) }}": ("“m(…)”的括号里没有叫“b”的", ""),
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}": ("macro 的“a”没有填", ""),
    "{{ campaign.name() }}": ("后面带了括号", "去掉括号"),
    "{% for a in 5 %}{% endfor %}": ("for 后面的不是一组", ""),
    "{% for a, b in [1] %}{% endfor %}": ("个数对不上", ""),
    "{{ 1 + none }}": ("这两样不能放在一起计算", "~"),
    "{% if 'a' < 1 %}{% endif %}": ("这两样不能放在一起计算", ""),
    "{{ nothing }}": ("没有“nothing”", ""),
    "{{ campaign.nothing }}": ("没有“nothing”这一项", ""),
    "{{ range(1000000000) | list }}": ("循环的次数太多", "range"),
    "{% from 'inner.md.j2' import gone %}{{ gone }}": ("被引用的模板里没有“gone”", ""),
    "{{ 1.0e999 }}": ("没有“inf”", ""),
    r"{{ '\N' }}": ("反斜杠", ""),
    "{% block a %}{% endblock %}{% block a %}{% endblock %}": ("“a”这个 block 写了两次", ""),
    "{{ campaign.towns }}": ("不能直接打印", "{% for %}"),
    "{{ namespace(1) }}": ("", ""),
    "{{ campaign.texts[1] }}": ("", ""),
    "{{ loop(1) }}": ("", ""),
    "{{ [] | first }}": ("这一组是空的", "{% if %}"),
    "{{ [1] | batch }}": ("“batch(…)”", ""),
    "{{ [1] | sum }}": ("没有叫“sum”的过滤器", ""),
    "{{ [1, 'a'] | sort }}": ("这两样不能放在一起计算或比较", ""),
}


def told(folder: Path, template: str) -> Finding:
    with pytest.raises(PolicyError) as problem:
        render(folder, HEAD + template, inner="")
    return problem.value.findings[0]


@pytest.mark.parametrize("template", SAID)
def test_a_fault_is_told_in_chinese_with_a_remedy(tmp_path: Path, template: str) -> None:
    why, remedy = SAID[template]
    found = told(tmp_path, template)
    assert (True, True) == (why in found.message, remedy in found.remedy), str(found)
    assert ("templates/t.md.j2", 4) == (found.where.file, found.where.row)
    outside = re.sub(r"“.*?”|{[%{#].*?[%}#]}", "", found.message)
    assert [] == re.findall(r"[A-Za-z]+ [A-Za-z]+|View|\.。", outside), found.message


def test_loops_in_each_other_without_end_are_told(tmp_path: Path) -> None:
    assert "套得太深" in told(tmp_path, "{% for a in [1] %}" * 40 + "{% endfor %}" * 40).message


def test_what_is_not_known_is_quoted_whole() -> None:
    assert (
        "模板引擎报“something '东镇' is quite wrong”"
        == template_words.of_syntax("something '东镇' is quite wrong.").why
    )
    assert "模板引擎没有说明原因" == template_words.of_value(ValueError()).why
    assert "没有“x”这一项" == template_words.of_value(KeyError("x")).why
    assert "文字不能用 + 运算，连接请用 ~" == template_words.of_value(TypeError("文字不能用 + 运算，连接请用 ~")).why
