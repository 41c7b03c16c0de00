"""Workspaces on disk, small or the sample's, and the commands run in them."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from lowcapdocs import pipeline
from lowcapdocs.cli import cli
from lowcapdocs.draft.parse import parse
from lowcapdocs.problems import PolicyError
from lowcapdocs.workspace import Workspace
from tests.builders import HAISHU, REPOSITORY, TEMPLATES, told

DATA = "policy_data/test"
HAISHU_DATA = "policy_data/haishu-2020"
HAISHU_DRAFTS = "build/drafts/haishu-2020"
HAISHU_WORD = "build/word/haishu-2020"
SAMPLE_CODES = ["firm-evidence"] * 2 + ["issued-incomplete"] * 5 + ["face-lacks"]
"""What the sample is told of, in order."""
HUZHOU_CODES = ["issued-incomplete"]
TIANJIN_CODES = ["deadline-rest-day"] * 3 + ["step-two-dates", "issued-incomplete"]

SMALL = {
    f"{DATA}/campaign.yaml": """\
name: 甲区2020年整治提升工作要点
short_name: 整治提升
place: 甲区
year: 2020
issuer: 甲局
deadline: 2020年度
total_name: 全区
measures:
  - {id: improve, name: 整治提升数, unit: 家, work: 整治提升}
goals:
  - {measure: improve, amount: 8}
basis:
  - {id: law, title: 某办法}
texts:
  purpose: 依照{law}办理。
safeguards:
  - {id: order, title: 健全机制, text: 各负其责。, lead: 甲局}
evidence:
  - {id: photos, measure: improve, text: 对比照片。}
""",
    f"{DATA}/departments.csv": "编号,简称,全称,别名\njia,甲局,甲区甲局,\nyi,乙局,,\n",
    f"{DATA}/towns.csv": "序号,编号,名称,类别,别名,区划代码,上级\n1,dong,东镇,镇,,,\n2,xi,西街道,街道,,,\n",
    f"{DATA}/quotas.csv": "镇街,整治提升数\n东镇,8\n西街道,/\n全区,8\n",
    f"{DATA}/tasks.yaml": """\
- id: energy
  name: 能耗方面
  tasks:
    - id: energy-1
      title: 严格限额
      text: 对{audits}企业实施监察。
      targets:
        - {id: audits, name: 监察企业, amount: 13, unit: 家}
      lead: 乙局
      responsible: 全部镇街
""",
    f"{DATA}/documents.yaml": """\
- id: notice
  file: 通知/{序号}-{单位}
  template: notice.md.j2
  kind: 通知
  for_each: town
  letterhead: 是
  consent: 经区政府同意
  addressees: [本单位]
  printer: 甲区甲局
  disclosure: 主动公开
- id: table
  file: 任务表
  template: table.md.j2
  formats: [docx, xlsx]
  disclosure: 主动公开
""",
    "templates/notice.md.j2": """\
---
标题: 关于下达{{ town }}{{ campaign.year }}年任务的通知
---
{{ document.consent }}，现将任务下达给你们。

# 任务

{% for measure in campaign.measures %}
{{ measure.work }}：{{ campaign.quota(town, measure) }}，全区{{ measure.goal.with_unit }}。

{% endfor %}
{% for task in campaign.tasks %}
{{ task.text }}（{{ task.duty }}）{{ task.here }}

{% endfor %}
""",
    "templates/table.md.j2": """\
---
标题: {{ campaign.year }}年任务表
---
::: 表 合计={{ campaign.total_name }}
| 镇街 |{% for measure in campaign.measures %} {{ measure.heading }} |{% endfor %}

| --- |{% for measure in campaign.measures %} :---: |{% endfor %}

{% for town in campaign.towns %}
| {{ town }} |{% for measure in campaign.measures %} {{ campaign.quota(town, measure) }} |{% endfor %}

{% endfor %}
| {{ campaign.total_name }} |{% for measure in campaign.measures %} {{ measure.total }} |{% endfor %}

:::
""",
}
"""Two towns, one measure, one task; a notice for each town and a table. Nothing to remark on."""


def write(root: Path, files: dict[str, str | bytes | None]) -> Path:
    """Write `files` under `root`; None takes one away."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def small(root: Path, files: dict[str, str | bytes | None] | None = None) -> Path:
    """The small workspace, with some files otherwise."""
    return write(root, {**SMALL, **(files or {})})


def sample(root: Path, *, issued: bool = False) -> Path:
    """A copy of the sample's data and templates; without what was issued and published since, unless asked for."""
    copied(root, HAISHU.name)
    if not issued:
        shutil.rmtree(root / HAISHU_DATA / "issued")
        (root / HAISHU_DATA / "publications.yaml").unlink()
    return root


def copied(root: Path, name: str) -> Path:
    """A copy of one campaign of the repository, and of the templates."""
    shutil.copytree(HAISHU.parent / name, root / "policy_data" / name)
    shutil.copytree(TEMPLATES, root / "templates")
    return root


def yaml_of(data: dict[str, Any]) -> str:
    """`data` as YAML on one line."""
    return json.dumps(data, ensure_ascii=False) + "\n"


def edit(path: Path, old: str, new: str) -> None:
    """Replace the one `old` in a text file."""
    text = path.read_bytes().decode()
    assert 1 == text.count(old), f"{old} stands {text.count(old)} times in {path}"
    path.write_bytes(text.replace(old, new).encode())


def edited(file: str, *changes: tuple[str, str]) -> dict[str, str | bytes | None]:
    """A file of SMALL (its path below `test`, or from the root) with each old → new."""
    name = file if file in SMALL else f"{DATA}/{file}"
    text = SMALL[name]
    for old, new in changes:
        assert 1 == text.count(old), f"{old} stands {text.count(old)} times in {name}"
        text = text.replace(old, new)
    return {name: text}


def many(root: Path, count: int) -> Path:
    """A workspace of `count` towns."""
    towns = "".join(f"{place},t{place},第{place}镇,镇,,,\n" for place in range(1, count + 1))
    quotas = "".join(f"第{place}镇,1\n" for place in range(1, count + 1))
    return small(
        root,
        {
            **edited("campaign.yaml", ("amount: 8", f"amount: {count}")),
            f"{DATA}/towns.csv": f"序号,编号,名称,类别,别名,区划代码,上级\n{towns}",
            f"{DATA}/quotas.csv": f"镇街,整治提升数\n{quotas}全区,{count}\n",
        },
    )


# Commands


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str

    def codes(self) -> list[str]:
        """The codes of the findings that it printed."""
        lines = (self.out + self.err).splitlines()
        return [
            line[line.index("[") + 1 : line.index("]")] for line in lines if line[:3] in ("错误[", "提醒[", "说明[")
        ]


def run(root: Path, *arguments: str) -> Ran:
    """A command in this process; a traceback in it fails the test."""
    done = CliRunner().invoke(
        cli, ["--workspace", str(root), *arguments], prog_name="lowcapdocs", catch_exceptions=False
    )
    return Ran(done.exit_code, done.stdout, done.stderr)


NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


@cache
def _nobody_can_start_python() -> bool:
    return subprocess.run([*NOBODY, sys.executable, "-c", ""], capture_output=True, check=False).returncode == 0


def process(folder: Path, *arguments: str, env: dict[str, str] | None = None, as_nobody: bool = False) -> Ran:
    """`python -m lowcapdocs` in `folder`, as a clerk's terminal would start it."""
    command = [sys.executable, "-m", "lowcapdocs", *arguments]
    if as_nobody and os.geteuid() == 0:
        if not _nobody_can_start_python():
            pytest.skip("the user nobody cannot start this Python (it lies in root's home)")
        command = [*NOBODY, *command]
    surroundings = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1", **(env or {})}
    encoding = (env or {}).get("PYTHONIOENCODING", "utf-8").replace("ascii", "utf-8")  # as click takes it
    done = subprocess.run(command, cwd=folder, capture_output=True, env=surroundings, timeout=120, check=False)
    return Ran(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))


def findings(root: Path) -> list[str]:
    """What `check` tells, each as `code place`; each has a place, a message and a remedy."""
    try:
        found = tuple(pipeline.check(Workspace(root), []).findings)
    except PolicyError as problem:
        found = problem.findings
    assert [] == [each for each in found if not (each.where.file and each.message and each.remedy)]
    return told(found)


# Files


def open_to_all(root: Path) -> None:
    """Let nobody (the user) write everywhere under `root` and reach it."""
    for path in (root, *root.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    for path in root.parents:
        if path.stat().st_mode & 0o005 != 0o005:
            path.chmod(path.stat().st_mode | 0o005)


def tree_of(folder: Path) -> dict[str, str]:
    """Every file under `folder` with its hash, and every symlink with its target."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"→ {os.readlink(path)}"
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def identities(folder: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of every file: equal where nobody touched it."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def manifest(folder: Path) -> dict[str, dict[str, Any]]:
    """The manifest of a folder of output, by file."""
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    return {entry["file"]: entry for entry in listed}


def word_text(path: Path) -> str:
    """The text of a .docx, one line a paragraph."""
    import xml.etree.ElementTree as ElementTree

    with zipfile.ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join("".join(text.text or "" for text in each.iter(f"{space}t")) for each in root.iter(f"{space}p"))


def plain_draft(path: Path) -> str:
    """A draft as its reader sees it, without paths."""
    from lowcapdocs.gongwen.elements import plain
    from lowcapdocs.gongwen.walk import texts

    return "\n".join(plain(spans) for spans, _ in texts(parse(path.read_text(encoding="utf-8"))))
