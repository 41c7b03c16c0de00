"""disclose: the list of what is public and what is not, for the one who reviews it."""

from __future__ import annotations

import click

from lowcapdocs.commands.answers import echo_json, print_findings, print_json
from lowcapdocs.commands.base import CAMPAIGNS, command, space_of
from lowcapdocs.problems import PolicyError


@command()
@CAMPAIGNS
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供程序使用。")
@click.pass_context
def disclose(context: click.Context, campaigns: tuple[str, ...], as_json: bool) -> None:
    """公开审查清单：哪些文件和数据公开，哪些不公开、为什么，是不是按时公开。"""
    from lowcapdocs import disclosing
    from lowcapdocs.disclose.review_text import lines

    try:
        lists = disclosing.review_list(space_of(context), campaigns)
    except PolicyError as problem:
        if as_json:
            print_json(problem.findings)
        else:
            print_findings(problem.findings, err=True)
        context.exit(1)
    if as_json:
        echo_json([each.as_dict() for each in lists])
        return
    for place, each in enumerate(lists):
        if place:
            click.echo()
        for line in lines(each):
            click.echo(line)
