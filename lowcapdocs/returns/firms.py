"""企业 against our ledger: what a town says of its firms, what it would change, and firms that are new.

What the town has changed is told by comparison with what it was sent, so that a ledger that has
moved on since is not put back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from lowcapdocs.model import credit_code
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.ledger import COLUMNS, DATE_COLUMNS, STEPS, Firm
from lowcapdocs.model.org import Town
from lowcapdocs.model.period import Period
from lowcapdocs.problems import Finding, error, warning
from lowcapdocs.returns.change import Change
from lowcapdocs.returns.layout import YES
from lowcapdocs.returns.lines import Told
from lowcapdocs.returns.parcel import firm_values
from lowcapdocs.returns.read import Returned
from lowcapdocs.sources.nodes import key

_LOCKED = ("measure", "credit_code")
_COLUMN = {state: column for column, state in DATE_COLUMNS.items()}
_LISTED = _COLUMN[STEPS[0]]
_NO_CODE = "/"


def heading(field: str) -> str:
    """What a field of a firm is called; papers by themselves."""
    return COLUMNS.get(field, field)


class Ledger:
    """Our firms, by id, code and name, and those that returns of this run bring."""

    def __init__(self, campaign: Campaign, period: Period) -> None:
        self._campaign, self._period = campaign, period
        self._codes = {firm.credit_code: firm for firm in campaign.firms if firm.credit_code not in ("", _NO_CODE)}
        self._names = {(firm.town.id, key(firm.name)): firm for firm in campaign.firms}
        self._ids = set(campaign.firm)
        self._brought: dict[str, str] = {}

    def compare(self, returned: Returned) -> tuple[list[Change], list[Finding]]:
        """What the lines of 企业 would change, and what is doubtful about them."""
        changes: list[Change] = []
        findings: list[Finding] = []
        town = self._campaign.town[returned.meta.town]
        for line in returned.firms:
            if line.id:
                self._known(line, returned.meta.firms[line.id], town, changes, findings)
            else:
                self._new(line, returned, town, changes, findings)
        return [replace(each, sample=returned.meta.sample) for each in changes], findings

    # Firms that were sent

    def _known(
        self, line: Told, sent: Mapping[str, str], town: Town, changes: list[Change], findings: list[Finding]
    ) -> None:
        firm = self._campaign.firm.get(line.id)
        if firm is None or firm.town != town:
            gone = "已不在台账里" if firm is None else f"在台账里已归{firm.town.name}"
            message = f"“{sent.get('name', line.id)}”{gone}。"
            findings.append(error("return-firm-gone", line.at("name"), message, "请核对台账；不再需要的请清除这一行。"))
            return
        name = line.values.get("name", sent.get("name", ""))
        if key(name) != key(sent.get("name", "")):
            message = f"企业名称被改动：发出时是“{sent.get('name', '')}”，现在是“{name or '空'}”。"
            remedy = "是改名的请在备注说明，由区里改台账；是错行的请恢复。"
            findings.append(error("return-renamed", line.at("name"), message, remedy))
            return
        for field in _LOCKED:
            if sent.get(field) and line.values.get(field, sent[field]) != sent[field]:
                message = f"{heading(field)}被改动：发出时是“{sent[field]}”，现在是“{line.values[field] or '空'}”。"
                findings.append(error("return-locked", line.at(field), message, "请恢复；确实有误的请在备注说明。"))
        ours = firm_values(firm, self._campaign)
        told = {
            field: value
            for field, value in line.values.items()
            if field != "name" and not (field in _LOCKED and sent.get(field)) and value != sent.get(field, "")
        }
        for field, value in told.items():
            if ours.get(field, "") not in (sent.get(field, ""), value):
                message = (
                    f"{heading(field)}：台账在发出后也改过（发出时“{sent.get(field, '')}”，"
                    f"台账现在“{ours.get(field, '')}”，报来“{value}”），照报来的改。"
                )
                findings.append(warning("return-both", line.at(field), message, "请核对以哪个为准。"))
        self._change(line, firm, ours, told, changes, findings)

    def _change(
        self,
        line: Told,
        firm: Firm,
        ours: Mapping[str, str],
        told: Mapping[str, str],
        changes: list[Change],
        findings: list[Finding],
    ) -> None:
        new = {field: value for field, value in told.items() if value != ours.get(field, "")}
        if not new:
            return
        merged = {**ours, **new}
        for field, value in new.items():
            if not value:
                message = f"{heading(field)}：台账里是“{ours[field]}”，报来是空的，会清空。"
                findings.append(warning("return-cleared", line.at(field), message, "不该清空的请补填。"))
        findings += _rules(line, merged, new, self._period)
        if firm.state in STEPS and merged.get("state", "") in STEPS:
            back = STEPS.index(merged["state"]) < STEPS.index(firm.state)
            if back:
                message = f"“{firm.name}”的状态由“{firm.state}”退回“{merged['state']}”。"
                findings.append(warning("return-state-back", line.at("state"), message, "请核对；死灰复燃的选“反弹”。"))
        changes.append(
            Change(
                stem="ledger",
                what="changed",
                town=firm.town,
                subject=f"“{firm.name}”",
                fields=tuple((heading(field), ours.get(field, ""), value) for field, value in new.items()),
                values=new,
                line=firm.where.row,
                where=line.where,
            )
        )

    # Firms that are new

    def _new(self, line: Told, returned: Returned, town: Town, changes: list[Change], findings: list[Finding]) -> None:
        name, code = line.values.get("name", ""), line.values.get("credit_code", "")
        found = self._codes.get(code) or self._names.get((town.id, key(name)))
        if found is not None and (found.town != town or found.id in returned.meta.firms):
            other = "上面已有" if found.town == town else f"台账里归{found.town.name}"
            message = f"“{name or code}”{other}（“{found.name}”，{found.credit_code or '没有信用代码'}）。"
            findings.append(error("return-firm-known", line.at("name"), message, "已有的请改原来的一行，删去这一行。"))
            return
        if found is not None:  # an earlier merge brought it
            told = {field: value for field, value in line.values.items() if value}
            self._change(line, found, firm_values(found, self._campaign), told, changes, findings)
            return
        findings += self._incomplete(line)
        values = {field: value for field, value in line.values.items() if value}
        for mark in (code if code != _NO_CODE else "", f"{town.id} {key(name)}" if name else ""):
            if mark and (earlier := self._brought.setdefault(mark, str(line.at("name")))) != str(line.at("name")):
                message = f"“{name or code}”与{earlier}是同一家。"
                findings.append(error("return-firm-known", line.at("name"), message, "一家企业只报一行，请删去一行。"))
        findings += _rules(line, values, values, self._period)
        changes.append(
            Change(
                stem="ledger",
                what="new",
                town=town,
                subject=f"“{name}”",
                fields=tuple((heading(field), "", value) for field, value in values.items() if field != "name"),
                values={
                    "id": self._identify(code, town),
                    "town": town.name,
                    **values,
                    **({"sample": YES} if returned.meta.sample else {}),
                },
                where=line.where,
            )
        )

    def _incomplete(self, line: Told) -> Iterator[Finding]:
        remedies = {
            "name": "请照营业执照填全称。",
            "credit_code": "请照营业执照填18位代码；没有营业执照的作坊填“/”。",
            "measure": "请选这家企业计入哪一项指标。",
            "state": "请选现在到了哪一步。",
        }
        for field, remedy in remedies.items():
            if line.values.get(field) == "":
                yield error("return-firm-incomplete", line.at(field), f"新企业没有填{heading(field)}。", remedy)

    def _identify(self, code: str, town: Town) -> str:
        """An id for a new firm: its code, or the next number of its town."""
        number = 1
        found = code.lower() if code not in ("", _NO_CODE) and credit_code.fault(code) is None else ""
        while not found or found in self._ids:
            found, number = f"{town.id[:30]}-{number}", number + 1
        self._ids.add(found)
        return found


def _rules(line: Told, merged: Mapping[str, str], new: Mapping[str, str], period: Period) -> Iterator[Finding]:
    """State and days of a firm as the return would leave them; only what it has brought itself."""
    state = merged.get("state", "")
    if not state and "state" in new:
        yield error("return-state", line.at("state"), "状态是空的。", "请选现在到了哪一步。")
    column = _COLUMN.get(state)  # type: ignore[call-overload]
    if column and not merged.get(column) and column in line.values:
        message = f"状态是“{state}”，没有填{heading(column)}。"
        yield error("return-undated", line.at(column), message, "请补填日期，或改状态。")
    listed = merged.get(_LISTED, "")
    for field, value in new.items():
        if field not in DATE_COLUMNS or not value:
            continue
        if period.year and date.fromisoformat(value) > period.end:
            message = f"{heading(field)}{value}在{period.name}之后。"
            yield warning("return-date-late", line.at(field), message, "请核对年月日；确属下一期的请下一期再报。")
        if listed and value < listed:
            message = f"{heading(field)}{value}早于{heading(_LISTED)}{listed}。"
            yield error("return-date-early", line.at(field), message, "请核对年月日。")
