"""The address of each datum and the text it prints as: `quota/jishigang/improve` → 28.

A path is printed beside its value in every draft; this is the one place that says what stands
at a path, for templates, for checks, and for reading edits back.
"""

from __future__ import annotations

from decimal import Decimal

from lowcapdocs.gongwen.wording import decimal_text
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.quantity import Amount, Blank, Measure


def amount_text(amount: Amount, measure: Measure | None = None) -> str | None:
    """`amount` as documents print it; “/” if none is assigned; None if it is not known."""
    if isinstance(amount, Decimal):  # first, since nearly all are, and members of enums are slow to look up
        return decimal_text(amount, measure.decimals if measure else None)
    return None if amount is Blank.UNKNOWN else "/"


def text_at(campaign: Campaign, path: str) -> str | None:
    """What the data prints at `path`: None where the value is not known.

    Raises KeyError where there is no such datum.
    """
    kind, *rest = path.split("/")
    match kind, rest:
        case "quota", [town, measure]:  # first, since a series asks for little else
            amount = campaign.quota(campaign.town[town].id, campaign.measure[measure].id)
            return amount_text(amount, campaign.measure[measure])
        case "campaign", ["name"]:
            return campaign.name
        case "campaign", ["year"]:
            return None if campaign.year is None else str(campaign.year)
        case "campaign", ["deadline"]:
            return campaign.deadline.phrase if campaign.deadline else None
        case "goal", [measure]:
            return amount_text(campaign.goal[measure], campaign.measure[measure])
        case "total", [measure]:
            return amount_text(campaign.total[measure], campaign.measure[measure])
        case "town", [town]:
            return campaign.town[town].name
        case "town", [town, "authority"]:
            return campaign.town[town].authority
        case "department", [department]:
            return campaign.department[department].short
        case "department", [department, "full"]:
            return campaign.department[department].signing_name
        case "task", [task, "deadline"]:
            deadline = campaign.task[task].deadline
            return deadline.phrase if deadline else None
        case "task", [task, target]:
            for each in campaign.task[task].targets:
                if each.id == target:
                    return decimal_text(each.amount)
        case "basis", [basis]:
            for source in campaign.basis:
                if source.id == basis:
                    return f"《{source.title}》"
        case "schedule", ["publicity_days"]:
            return str(campaign.plan.publicity_days or "") or None
        case "schedule", ["lights"]:
            return campaign.plan.lights_phrase
        case "schedule", ["supervised"]:
            return campaign.plan.supervised_phrase
        case "schedule", ["reply_days"]:
            return str(campaign.plan.reply_days or "") or None
        case "phase", [phase]:
            return campaign.plan.phase[phase].name
        case "phase", [phase, "deadline"]:
            due = campaign.plan.phase[phase].deadline
            return due.phrase if due else None
        case "phase", [phase, action, "deadline"]:
            for each_action in campaign.plan.phase[phase].actions:
                if each_action.id == action:
                    return each_action.deadline.phrase if each_action.deadline else None
        case "schedule", ["reporting"]:
            return campaign.plan.reporting.cycle if campaign.plan.reporting else None
        case "schedule", ["reporting_due"]:
            due = campaign.plan.reporting.due if campaign.plan.reporting else None
            return due.phrase if due else None
        case "past", [year, measure, ("quota" | "accepted") as what]:
            for past in campaign.past:
                if (str(past.year), past.measure) == (year, measure):
                    stated = past.quota if what == "quota" else past.accepted
                    return None if stated is None else amount_text(stated, campaign.measure[measure])
        case "text", [name]:
            return dict(campaign.texts)[name] or None
        case "count", ["towns"]:
            return str(len(campaign.towns))
        case "count", ["areas"]:
            return str(len(campaign.areas))
        case "count", ["tasks"]:
            return str(sum(1 for _ in campaign.tasks))
    raise KeyError(path)
