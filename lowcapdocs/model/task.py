"""What is to be done: tasks (重点任务) in areas, and safeguards (保障措施)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.quantity import Target
from lowcapdocs.problems import NOWHERE, Where

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
"""`{audits}` in a task's text prints its target or basis document of that id."""

ALONE = "负责"
"""A manner that ends so says that a unit does the work itself and leads nobody: 负责, 分别负责."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """依据: a document or law that the campaign rests on; `title` without 《》."""

    id: str
    title: str
    issuer: str = ""
    number: str = ""
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Who does it. `lead_manner` is how several lead (分别, 按职责分别, or empty), or 负责 of one that
    does it by itself.
    """

    leads: tuple[Department, ...]
    lead_manner: str = ""
    cooperating: tuple[Department, ...] = ()
    responsible: tuple[Department | Town, ...] = ()
    all_towns: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """重点任务. Its `text` holds `{id}` for each target and basis document that it names."""

    id: str
    title: str
    text: str
    duty: Duty
    targets: tuple[Target, ...] = ()
    deadline: Deadline | None = None
    basis: tuple[Basis, ...] = ()
    where: Where = NOWHERE
    text_where: Where = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """任务领域 (能耗方面, 环保方面 …) with its tasks in order."""

    id: str
    name: str
    tasks: tuple[Task, ...]
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Safeguard:
    """保障措施: how it is assured."""

    id: str
    title: str
    text: str
    leads: tuple[Department, ...]
    basis: tuple[Basis, ...] = ()
    where: Where = NOWHERE
    text_where: Where = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """备注: what a town must hand in for one measure (验收意见表, photos …).

    `requires` are the kinds of paper that the ledger must have of each accepted firm, each a column of it.
    """

    id: str
    measure: str
    text: str
    requires: tuple[str, ...] = ()
    where: Where = NOWHERE
