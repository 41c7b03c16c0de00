"""What a figure is called where a clerk is told of it: progress/2020-06/jishigang/improve/rate → 2020年6月集士港镇整治提升完成率."""

from __future__ import annotations

from lowcapdocs.figures.figures import Figures
from lowcapdocs.figures.paths import EVERYBODY
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.ledger import COLUMNS
from lowcapdocs.model.penalty import PENALTY_COLUMNS
from lowcapdocs.model.progress import OUTCOMES

_STANDING = {
    "quota": "任务数", "done": "累计完成", "fresh": "本期完成", "accepted": "累计验收", "remaining": "尚需完成",
    "rate": "完成率", "before": "上期完成率", "planned": "序时进度", "behind": "落后序时进度", "withdrawn": "本期核减",
    "light": "亮灯", "rank": "位次",
    **{f"outcome{place}": word for place, word in enumerate(OUTCOMES)},
}  # fmt: skip
"""The fields of a standing (figures.paths.STANDING_FIELDS, without -short)."""
_COUNTED = {"unreported": "未报送单位数", "reported": "已报送单位数", "supervised": "需督办单位数"}
_CAMPAIGN = {"name": "活动名称", "year": "年度", "deadline": "活动时限"}
_COUNT = {"towns": "镇街数", "areas": "任务方面数", "tasks": "任务数"}
_TASK = {"state": "状态", "text": "进展"}
_PAST = {"quota": "任务数", "accepted": "累计验收"}


def name_at(figures: Figures, path: str) -> str:
    """The words for the figure at `path`; `path` itself where the data has no such record, or there are no words."""
    try:
        return _words(figures, path) or path
    except KeyError:
        return path


def _words(figures: Figures, path: str) -> str:
    """Empty where there are no words. Raises KeyError for a record that is not there."""
    campaign = figures.campaign
    kind, *rest = path.split("/")
    match kind, rest:
        case "quota", [town, measure]:
            return f"{campaign.town[town].name}{_work(campaign, measure)}任务数"
        case "goal", [measure]:
            return f"{_work(campaign, measure)}主要目标"
        case "total", [measure]:
            return f"{campaign.total_name}{_work(campaign, measure)}任务数合计"
        case "campaign", [field]:
            return _CAMPAIGN[field]
        case "count", [what]:
            return _COUNT[what]
        case "town", [town]:
            return f"{campaign.town[town].name}的名称"
        case "town", [town, "authority"]:
            return f"{campaign.town[town].name}的机关名称"
        case "department", [department, *_]:
            return f"{campaign.department[department].short}的名称"
        case "task", [task, field]:
            return f"任务{campaign.task[task].title}的{_task_field(campaign, task, field)}"
        case "task-progress", [task, period, field]:
            told = _TASK.get(field) or _task_field(campaign, task, field)
            return f"{figures.period[period].name}任务{campaign.task[task].title}的{told}"
        case "progress", [period, "count", what]:
            return f"{figures.period[period].name}{_COUNTED[what]}"
        case "progress", [period, town, measure, field]:
            who = campaign.total_name if town == EVERYBODY else campaign.town[town].name
            told = _STANDING[field.removesuffix("-short")]
            return f"{figures.period[period].name}{who}{_work(campaign, measure)}{told}"
        case "phase", [phase, *_]:
            return f"{campaign.plan.phase[phase].name}{'时限' if rest[-1] == 'deadline' else '的名称'}"
        case "past", [year, measure, what] if what in _PAST:
            return f"{year}年{_work(campaign, measure)}{_PAST[what]}"
        case "past", [year, measure, "difference", _]:
            return f"{_work(campaign, measure)}累计验收与{year}年之差"
        case "score", [period, town, *_] if town in campaign.town:
            return f"{figures.period[period].name}{campaign.town[town].name}考核得分"
        case "ledger", [firm, column] if column in COLUMNS:
            return f"台账里{campaign.firm[firm].name}的{COLUMNS[column]}"
        case "penalty", [penalty, column]:
            return f"处罚表里{figures.penalty[penalty].name}的{PENALTY_COLUMNS[column]}"
    return ""


def _work(campaign: Campaign, measure: str) -> str:
    """What a town does about a measure (整治提升), else its name. Raises KeyError for no measure."""
    known = campaign.measure[measure]
    return known.work or known.name


def _task_field(campaign: Campaign, task: str, field: str) -> str:
    """What a deadline or a target of a task is called. Raises KeyError for neither."""
    if field == "deadline":
        return "完成时限"
    return {target.id: target.name for target in campaign.task[task].targets}[field]
