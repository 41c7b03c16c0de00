"""rollover: from one year to the next."""

from __future__ import annotations

import click

from lowcapdocs.commands.answers import finish, write
from lowcapdocs.commands.base import command, space_of


@command()
@click.argument("old", metavar="旧活动")
@click.argument("new", metavar="新活动")
@click.option("--year", type=click.IntRange(1949, 9999), default=None, metavar="年度",
              help="新的年度；默认看新活动名称末尾的四位数字，没有的取下一年。")  # fmt: skip
@click.pass_context
def rollover(context: click.Context, old: str, new: str, year: int | None) -> None:
    """转入下一年：由今年的数据新建下一年的活动，数字和日期清空待填。"""
    from lowcapdocs import rollover as door

    finish(context, write(context, lambda: door.roll_over(space_of(context), old, new, year)))
