"""Which field a heading means in what is filled in through the year: returns, ledger, scores, schedule.

As `columns`, which holds the plan's.
"""

from __future__ import annotations

from lowcapdocs.sources.columns import Columns

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
    "disclosure": ("公开属性", "disclosure"),
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
    "disclosure": ("公开属性", "disclosure"),
    "sample": ("示例", "sample"),
}
DISCLOSURE: Columns = {
    "basis": ("basis", "依据"),
    "reviewer": ("reviewer", "审查人", "审查"),
    "day": ("date", "day", "日期"),
    "columns": ("columns", "列"),
    "sample": ("sample", "示例"),
}
PUBLICATIONS: Columns = {
    "document": ("文件", "document", "文件编号"),
    "unit": ("对象", "unit"),
    "index_number": ("索引号", "index_number"),
    "subject": ("主题分类", "subject"),
    "keywords": ("主题词", "keywords", "关键词"),
    "summary": ("内容概述", "summary"),
    "published": ("发布时间", "published", "发布日期"),
    "validity": ("有效性", "validity"),
    "basis": ("依据", "basis"),
    "reviewer": ("审查人", "reviewer"),
    "reviewed_on": ("审查日期", "reviewed_on"),
    "sample": ("示例", "sample"),
}
"""公开目录: one line a document that is published."""
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
