"""Which field a heading means: the table to extend when offices name their columns otherwise.

For each kind of record, every field with the headings (and YAML keys) that mean it; the first is
the one that our own files use.
"""

from __future__ import annotations

from typing import TypeAlias

from lowcapdocs.sources.nodes import key

Columns: TypeAlias = dict[str, tuple[str, ...]]

SETTINGS: Columns = {
    "profile": ("profile", "版面"),
    "faces": ("faces", "字体"),
}
FACES: Columns = {
    "body": ("body", "正文"),
    "first": ("first", "一级标题"),
    "second": ("second", "二级标题"),
    "page_number": ("page_number", "页码"),
    "title": ("title", "标题"),
}

DEPARTMENTS: Columns = {
    "id": ("编号", "id", "代号"),
    "short": ("简称", "short", "部门", "部门简称"),
    "full": ("全称", "full", "部门全称"),
    "aliases": ("别名", "aliases", "曾用名"),
    "remark": ("备注", "remark", "说明"),
}
TOWNS: Columns = {
    "order": ("序号", "order"),
    "id": ("编号", "id", "代号"),
    "name": ("名称", "name", "镇街", "镇（乡）、街道和园区", "单位"),
    "kind": ("类别", "kind", "类型"),
    "aliases": ("别名", "aliases", "曾用名"),
    "code": ("区划代码", "code", "代码", "统计用区划代码"),
    "parent": ("上级", "parent", "所属"),
    "authority_name": ("机关名称", "authority", "主送名称"),
    "remark": ("备注", "remark", "说明"),
}
QUOTAS: Columns = {
    "town": ("镇街", "town", "镇（乡）、街道和园区", "单位", "名称"),
    "measure": ("指标", "measure"),
    "amount": ("任务数", "amount", "数量"),
    "remark": ("备注", "remark", "说明"),
}
"""With 指标 and 任务数, one row is one quota; without them, every further column is a measure."""

CAMPAIGN: Columns = {
    "name": ("name", "名称"),
    "short_name": ("short_name", "简称"),
    "place": ("place", "地区"),
    "year": ("year", "年度"),
    "issuer": ("issuer", "发文机关"),
    "deadline": ("deadline", "完成时限"),
    "industries": ("industries", "重点行业"),
    "basis": ("basis", "依据"),
    "measures": ("measures", "指标"),
    "goals": ("goals", "目标"),
    "total_name": ("total_name", "合计名称"),
    "towns_name": ("towns_name", "镇街统称"),
    "without": ("without", "没有的数据"),
    "texts": ("texts", "文字"),
    "safeguards": ("safeguards", "保障措施"),
    "evidence": ("evidence", "佐证材料"),
    "past": ("past", "往年完成情况"),
    "ledger_covers": ("ledger_covers", "台账覆盖"),
    "notes": ("notes", "说明"),
}
BASIS: Columns = {
    "id": ("id", "编号"),
    "title": ("title", "名称", "标题"),
    "issuer": ("issuer", "制定机关"),
    "number": ("number", "文号"),
}
MEASURES: Columns = {
    "id": ("id", "编号"),
    "name": ("name", "名称"),
    "unit": ("unit", "单位"),
    "decimals": ("decimals", "小数位"),
    "work": ("work", "工作"),
    "aliases": ("aliases", "别名"),
}
GOALS: Columns = {
    "measure": ("measure", "指标"),
    "amount": ("amount", "数量", "目标数"),
}
SAFEGUARDS: Columns = {
    "id": ("id", "编号"),
    "title": ("title", "标题"),
    "text": ("text", "内容"),
    "leads": ("lead", "leads", "牵头单位"),
    "basis": ("basis", "依据"),
}
EVIDENCE: Columns = {
    "id": ("id", "编号"),
    "measure": ("measure", "指标"),
    "text": ("text", "内容"),
    "requires": ("requires", "必备材料"),
}
AREAS: Columns = {
    "id": ("id", "编号"),
    "name": ("name", "名称", "领域"),
    "tasks": ("tasks", "任务"),
}
TASKS: Columns = {
    "area": ("领域", "area"),
    "id": ("id", "编号"),
    "title": ("title", "标题", "任务"),
    "text": ("text", "内容", "任务内容"),
    "targets": ("targets", "目标"),
    "leads": ("lead", "leads", "牵头单位"),
    "lead_manner": ("lead_manner", "牵头方式"),
    "cooperating": ("cooperating", "配合单位"),
    "responsible": ("responsible", "责任单位"),
    "deadline": ("deadline", "完成时限"),
    "deadline_date": ("deadline_date", "时限日期"),
    "basis": ("basis", "依据"),
}
TARGETS: Columns = {
    "id": ("id", "编号"),
    "name": ("name", "名称"),
    "amount": ("amount", "数量", "value"),
    "unit": ("unit", "单位"),
    "bound": ("bound", "界限"),
}
DOCUMENTS: Columns = {
    "id": ("id", "编号"),
    "file": ("file", "文件名"),
    "template": ("template", "模板"),
    "kind": ("kind", "文种"),
    "for_each": ("for_each", "逐个生成"),
    "issuer": ("issuer", "发文机关"),
    "joint": ("joint", "联合发文机关"),
    "form": ("form", "公文格式"),
    "letterhead": ("letterhead", "版头"),
    "mark": ("mark", "发文机关标志"),
    "urgency": ("urgency", "紧急程度"),
    "signers": ("signers", "签发人"),
    "number": ("number", "发文字号", "文号"),
    "date": ("date", "成文日期"),
    "sealed": ("sealed", "盖章"),
    "addressees": ("addressees", "主送"),
    "attachments": ("attachments", "附件"),
    "annotation": ("annotation", "附注"),
    "copy_to": ("copy_to", "抄送"),
    "printer": ("printer", "印发机关"),
    "print_date": ("print_date", "印发日期"),
    "disclosure": ("disclosure", "公开属性"),
    "disclosure_reason": ("disclosure_reason", "不公开理由", "公开理由"),
    "consent": ("consent", "同意"),
    "status": ("status", "状态"),
    "unknown": ("unknown", "待补"),
    "formats": ("formats", "格式"),
    "period": ("period", "期次"),
    "states": ("states", "企业状态"),
    "retention": ("retention", "保管期限"),
    "sample": ("sample", "示例"),
}


def by_heading(columns: Columns) -> dict[str, str]:
    """Normalised heading → field."""
    return {key(heading): field for field, names in columns.items() for heading in names}
