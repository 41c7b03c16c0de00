"""填报说明: what a town needs to know to fill in its workbook, on a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterator

from lowcapdocs.model.ledger import EXCEPTIONS, STEPS
from lowcapdocs.returns.layout import AMOUNTS_SHEET, FIRMS_SHEET, SPARE_ROWS
from lowcapdocs.returns.parcel import Parcel


def guide(parcel: Parcel) -> Iterator[tuple[str, bool]]:
    """The lines of the sheet; True for a heading."""
    yield "填报说明", True
    due = f"，报送时限：{parcel.due}" if parcel.due else ""
    yield f"本表由{parcel.town.name}填报{parcel.period.name}的情况（截至{_day(parcel)}）{due}。", False
    yield "一、怎样填", True
    yield "1．只填浅黄色的格子，其他格子已锁定（没有密码）。筛选、调行高列宽都可以。", False
    yield "2．选中格子会出现提示；不合规定的输入会被拦住。从别处复制时请用“选择性粘贴—数值”。", False
    yield "3．0、空、“/”是三回事：0是报了没有完成，空是没有报；本表不用“/”填数。", False
    yield f"二、“{AMOUNTS_SHEET}”", True
    yield "1．累计完成、累计验收都从工作开始累计到本期末，不是本期新增；本期完成由表自己算。", False
    yield "2．其中三项（关停取缔、整合搬迁、升级改造）之和等于累计完成；累计验收不大于累计完成。", False
    yield "3．比上期少、超过任务数的，请先核对；确实如此的在备注里说明。“核对”一列显示“符合”再报。", False
    yield f"三、“{FIRMS_SHEET}”", True
    yield f"1．状态依次为：{'、'.join(STEPS)}；特殊情况：{'、'.join(EXCEPTIONS)}。每一步都填日期。", False
    yield "2．企业名称、信用代码、指标已锁定；企业改名的，请在备注里写明，由区里改台账。", False
    yield (
        f"3．台账里没有的企业，填在表后{SPARE_ROWS}行空行里：名称、信用代码（没有的作坊填“/”）、指标、状态和日期。",
        False,
    )
    yield "4．不要删行。不再整治的，在备注里说明原因。", False
    yield "5．材料一列填文件名或编号，材料本身另行报送。", False
    yield "四、报送", True
    yield "填好后保存，把本文件发回即可；文件可以改名，也可以存成 .xls、.ods，但不要另建新表粘贴过去。", False
    yield "填报人和联系电话只供核对时联系，不录入数据。", False


def _day(parcel: Parcel) -> str:
    end = parcel.period.end
    return f"{end.year}年{end.month}月{end.day}日" if parcel.period.year else f"{end.month}月{end.day}日"
