"""Which field a heading means: the one table to extend when offices name their columns otherwise.

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
PROGRESS: Columns = {
    "period": ("期次", "period", "月份", "报送期"),
    "town": ("镇街", "town", "镇（乡）、街道和园区", "单位"),
    "measure": ("指标", "measure"),
    "done": ("累计完成", "done", "累计"),
    "fresh": ("本期完成", "fresh", "本期", "本月完成"),
    "closed": ("关停取缔", "closed"),
    "merged": ("整合搬迁", "merged"),
    "upgraded": ("升级改造", "upgraded"),
    "accepted": ("累计验收", "accepted", "验收通过"),
    "day": ("报送日期", "day", "date"),
    "revision": ("更正", "revision"),
    "remark": ("备注", "remark", "说明"),
    "sample": ("示例", "sample"),
}
TASK_PROGRESS: Columns = {
    "period": ("期次", "period", "季度"),
    "task": ("任务", "task", "任务编号"),
    "state": ("状态", "state"),
    "text": ("进展情况", "text", "情况"),
    "amounts": ("完成数量", "amounts"),
    "day": ("报送日期", "day", "date"),
    "revision": ("更正", "revision"),
    "remark": ("备注", "remark", "说明"),
    "sample": ("示例", "sample"),
}
PAST_RESULTS: Columns = {
    "measure": ("measure", "指标"),
    "year": ("year", "年度"),
    "quota": ("quota", "任务数"),
    "accepted": ("accepted", "累计验收"),
}

LEDGER: Columns = {
    "id": ("编号", "id", "企业编号"),
    "name": ("企业名称", "name", "单位名称", "企业（作坊）名称"),
    "credit_code": ("统一社会信用代码", "credit_code", "信用代码", "社会信用代码"),
    "town": ("镇街", "town", "镇（乡）、街道和园区", "属地"),
    "trade": ("行业", "trade", "所属行业"),
    "address": ("地址", "address", "详细地址"),
    "measure": ("指标", "measure"),
    "outcome": ("处置方式", "outcome", "整治方式"),
    "equipment": ("主要设备", "equipment", "设备", "设备（生产线）"),
    "capacity": ("产能", "capacity"),
    "energy": ("能耗（吨标准煤）", "energy", "腾出用能（吨标准煤）", "能耗"),
    "land": ("占地（亩）", "land", "腾出土地（亩）", "占地"),
    "state": ("状态", "state", "进度"),
    "listed_on": ("列入日期", "listed_on"),
    "stopped_on": ("停产日期", "stopped_on"),
    "cut_off_on": ("断水断电日期", "cut_off_on"),
    "sealed_on": ("封存日期", "sealed_on"),
    "dismantled_on": ("拆除日期", "dismantled_on"),
    "accepted_on": ("验收日期", "accepted_on"),
    "published_on": ("公示日期", "published_on"),
    "closed_on": ("销号日期", "closed_on"),
    "standing_on": ("关停未拆除日期", "standing_on"),
    "rebounded_on": ("反弹日期", "rebounded_on"),
    "postponed_on": ("延期日期", "postponed_on"),
    "legal_person": ("法定代表人", "legal_person", "法人", "法人代表"),
    "phone": ("联系电话", "phone", "电话"),
    "remark": ("备注", "remark", "说明"),
    "sample": ("示例", "sample"),
}
"""Kinds of evidence (campaign.yaml, `evidence: requires`) are further columns, called by themselves."""
PENALTIES: Columns = {
    "id": ("编号", "id"),
    "firm": ("台账编号", "firm", "企业编号"),
    "name": ("企业名称", "name", "单位名称", "当事人"),
    "credit_code": ("统一社会信用代码", "credit_code", "信用代码", "社会信用代码"),
    "kind": ("类别", "kind", "种类"),
    "number": ("决定书文号", "number", "文号"),
    "day": ("决定日期", "day", "date"),
    "content": ("内容", "content", "处罚内容"),
    "authority": ("决定机关", "authority", "处罚机关"),
    "legal_basis": ("依据", "legal_basis", "处罚依据"),
    "sample": ("示例", "sample"),
}
DISCLOSURE: Columns = {
    "basis": ("basis", "依据"),
    "reviewer": ("reviewer", "审查人", "审查"),
    "day": ("date", "day", "日期"),
    "columns": ("columns", "列"),
    "sample": ("sample", "示例"),
}
ASSESSMENT: Columns = {
    "name": ("name", "名称"),
    "full": ("full", "满分"),
    "basis": ("basis", "依据"),
    "items": ("items", "项目"),
    "sample": ("sample", "示例"),
}
ASSESSMENT_ITEMS: Columns = {
    "id": ("id", "编号"),
    "name": ("name", "名称"),
    "rule": ("rule", "规则"),
    "points": ("points", "分值"),
    "measure": ("measure", "指标"),
    "off": ("off", "每次扣分"),
    "unassigned": ("unassigned", "无任务"),
    "adjustments": ("adjustments", "加减分"),
}
ADJUSTMENTS: Columns = {
    "town": ("town", "镇街"),
    "points": ("points", "分数", "分值"),
    "reason": ("reason", "事由"),
}

SCHEDULE: Columns = {
    "phases": ("phases", "阶段"),
    "reporting": ("reporting", "报送"),
    "start": ("start", "开始日期"),
    "curve": ("curve", "序时进度"),
    "lights": ("lights", "亮灯"),
    "supervised": ("supervised", "督办"),
    "publicity_days": ("publicity_days", "公示工作日"),
    "reply_days": ("reply_days", "反馈工作日"),
    "calendar": ("calendar", "日历"),
    "notes": ("notes", "说明"),
    "sample": ("sample", "示例"),
}
PHASES: Columns = {
    "id": ("id", "编号"),
    "name": ("name", "名称", "阶段"),
    "deadline": ("deadline", "完成时限"),
    "deadline_date": ("deadline_date", "时限日期"),
    "stated": ("stated", "另一说法"),
    "actions": ("actions", "工作"),
}
ACTIONS: Columns = {
    "phase": ("阶段", "phase"),
    "id": ("id", "编号"),
    "text": ("text", "内容", "工作内容"),
    "leads": ("lead", "leads", "牵头单位", "责任单位"),
    "deadline": ("deadline", "完成时限"),
    "deadline_date": ("deadline_date", "时限日期"),
    "stated": ("stated", "另一说法"),
}
"""In a table each row is an action; a row without 内容 is the phase itself."""
STATED: Columns = {
    "deadline": ("deadline", "完成时限"),
    "deadline_date": ("deadline_date", "时限日期"),
    "source": ("source", "出处"),
}
REPORTING: Columns = {
    "cycle": ("cycle", "周期"),
    "deadline": ("due", "deadline", "报送时限"),
    "deadline_date": ("deadline_date", "时限日期"),
}
CURVE: Columns = {
    "day": ("day", "date", "日期"),
    "share": ("share", "进度"),
}
LIGHTS: Columns = {
    "id": ("id", "编号"),
    "name": ("name", "名称"),
    "color": ("color", "颜色"),
    "behind": ("behind", "落后"),
}
CALENDAR: Columns = {
    "rest": ("rest", "休息"),
    "work": ("work", "上班"),
}


def by_heading(columns: Columns) -> dict[str, str]:
    """Normalised heading → field."""
    return {key(heading): field for field, names in columns.items() for heading in names}
