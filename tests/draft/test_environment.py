"""environment: strict, sandboxed, and escaping for the draft instead of HTML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jinja2 import TemplateError
from markupsafe import Markup

from lowcapdocs.draft.environment import DraftEnvironment, to_text
from lowcapdocs.draft.markup import spans
from lowcapdocs.draft.views import CampaignView, UnitView, printed
from lowcapdocs.gongwen.elements import Span, plain
from tests.builders import HOSTILE, JISHIGANG, campaign
from tests.draft.test_markup import TEXTS

ENVIRONMENT = DraftEnvironment([])


def render(template: str, **context: Any) -> str:
    return ENVIRONMENT.from_string(template).render(context)


WAYS = (
    "{{ x }}",
    "{{ x ~ '' }}",
    "{{ '' ~ x ~ '' }}",
    "{{ [x] | names }}",
    "{{ [x, ''] | names('') }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x) }}",
    "{% macro m(a) %}{{ a ~ '' }}{% endmacro %}{{ m(m(x)) }}",
    "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ x }}{% endcall %}",
    "{% set y %}{{ x }}{% endset %}{{ y ~ '' }}",
    "{% set y = x ~ '' %}{{ y }}{{ '' }}",
    "{{ x if true else '' }}",
    "{% for each in [x] %}{{ each }}{% endfor %}",
    "{{ [x] | first }}",
    "{% with y = x %}{{ y }}{% endwith %}",
)
"""Ways for a text through a template."""


@pytest.mark.parametrize("template", WAYS)
@given(text=TEXTS)
def test_a_text_is_escaped_once_on_every_way_through_a_template(template: str, text: str) -> None:
    assert (Span(text),) == spans(render(template, x=text))


@pytest.mark.parametrize("template", WAYS)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_value_keeps_its_path_on_every_way_through_a_template(template: str, text: str) -> None:
    assert (Span(text, False, "a/b"),) == spans(render(template, x=printed(text, "a/b")))


def test_names_that_are_titles_have_no_mark_between() -> None:
    assert "《甲》《乙》、丙" == render("{{ x | names }}", x=["《甲》", "《乙》", "丙"])


def test_names_are_parted_by_a_mark_and_each_keeps_its_path() -> None:
    line = render("{{ x | names }}", x=["a|b", printed("*", "a/b"), UnitView(JISHIGANG)])
    assert (Span("a|b、"), Span("*", False, "a/b"), Span("、"), Span("集士港镇", False, "town/jishigang")) == spans(
        line
    )


def test_texts_written_in_a_template_are_texts_too() -> None:
    assert "[x](y)<&" == plain(spans(render("{{ '[x](y)' ~ '<&' }}")))
    assert "，" == render("{{ '，' if true }}{{ '。' if false }}")


def test_a_whole_number_prints_and_counts() -> None:
    assert "2十二3" == render("{{ x | length }}{{ 12 | chinese }}{{ x | length + 1 }}", x=[1, 2])


@pytest.mark.parametrize(
    ("expected", "template"),
    [
        ("'x' is undefined", "{{ x }}"),
        ("'x' is undefined", "{{ x.y }}"),
        ("'x' is undefined", "{{ x ~ '' }}"),
        ("'x' is undefined", "{% if x %}{% endif %}"),
        ("'x' is undefined", "{% for y in x %}{% endfor %}"),
        ("has no attribute 'nmae'", "{{ campaign.nmae }}"),
        ("has no attribute 'nothing'", "{{ campaign.texts.nothing }}"),
        ("NoneType", "{{ none }}"),
        ("NoneType", "{{ [none] | names }}"),
        ("list", "{{ [1] }}"),
        ("dict", "{{ {} }}"),
        ("bool", "{{ true }}"),
        ("float", "{{ 1.5 }}"),
        ("Macro", "{% macro m() %}{% endmacro %}{{ m }}"),
        ("tuple", "{{ campaign.measures }}"),
        ("连接请用 ~", "{{ 'a' + campaign.name }}"),
        ("连接请用 ~", "{{ campaign.name + 'a' }}"),
        ("连接请用 ~", "{{ '%s' % campaign.name }}"),
        ("连接请用 ~", "{{ campaign.name * 2 }}"),
        ("No filter named 'safe'", "{{ 'a' | safe }}"),
        ("No filter named 'join'", "{{ ['a'] | join }}"),
        ("'lipsum' is undefined", "{{ lipsum() }}"),
        ("Range too big", "{% for i in range(99999999) %}{% endfor %}"),
    ],
)
def test_what_no_document_can_print_stops_the_template(expected: str, template: str) -> None:
    with pytest.raises((TemplateError, TypeError, OverflowError), match=expected):
        render(template, campaign=CampaignView(campaign()))


@pytest.mark.parametrize(
    "template",
    [
        "{{ campaign._campaign }}",
        "{{ campaign['_campaign'].name }}",
        "{{ campaign.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ campaign.unit.__globals__ }}",
        "{{ campaign.unit.__func__ }}",
        "{{ '{0.__class__}'.format(campaign) }}",
        "{{ [campaign] | map(attribute='_campaign') | list | first }}",
        "{{ campaign.texts.update({}) }}",
        "{{ [].append(1) }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ self.__init__ }}",
    ],
)
def test_the_sandbox_refuses_what_is_behind_the_views(template: str) -> None:
    with pytest.raises((TemplateError, TypeError)):
        render(template, campaign=CampaignView(campaign()))


def test_a_module_of_macros_is_found_in_the_folders_and_may_begin_with_a_mark(tmp_path: Path) -> None:
    (tmp_path / "m.j2").write_text("\ufeff{% macro m(x) %}{{ x }}。{% endmacro %}", encoding="utf-8")
    (tmp_path / "a.j2").write_text("{% import 'm.j2' as m %}\n{{ m.m('a|b') }}\n", encoding="utf-8")
    assert "a\\|b。\n" == DraftEnvironment([tmp_path]).get_template("a.j2").render()


def test_markup_of_the_template_itself_is_not_escaped() -> None:
    assert "**a**" == to_text(Markup("**a**"))
