"""mkdocs.yml → Site: the name and address of the site, and what extra.office says of who runs it.

The rest of the file belongs to the site generator and is not looked at.
"""

from __future__ import annotations

import re
from pathlib import Path

from lowcapdocs.model.site import Site
from lowcapdocs.problems import PolicyError, Where, error, has_errors
from lowcapdocs.sources import rows
from lowcapdocs.sources.columns import Columns
from lowcapdocs.sources.nodes import Mapping, Node, Report, Scalar, control_characters
from lowcapdocs.sources.records import Record

NAME = "mkdocs.yml"
_HTTP = re.compile(r"https?://[^\s/?#]+[^\s?#]*")
_LINK = re.compile(r"https?://[^\s]+")
_DOMAIN = re.compile(r"(?!-)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_ID_CODE = re.compile(r"[A-Za-z0-9]{10}")
"""网站标识码: ten characters (国办发〔2017〕47号)."""
_TEXTS = (
    "organizer", "operator", "domain", "id_code", "icp", "police", "report_url", "licence", "licence_url", "sample",
)  # fmt: skip
OFFICE: Columns = {name: (name,) for name in (*_TEXTS, "contacts", "links")}
"""The keys of extra.office, called as the fields of Site are."""


def load(path: Path) -> Site:
    """The site that the file describes; the address gets its final slash.

    Raises PolicyError with everything that does not fit, by line.
    """
    report = Report()
    node = rows.read(path, path.name, report)
    found = _site(node, path.name, report)
    if has_errors(report):
        raise PolicyError(report)
    return found


def _site(node: Node | None, name: str, report: Report) -> Site:
    if node is not None and not isinstance(node, Mapping):
        report.append(error("value-form", node.where, "应当是“名称: 内容”的若干行。", "请参照示例的 mkdocs.yml。"))
    entries = node.entries if isinstance(node, Mapping) else {}
    office = _office(entries.get("extra"), name, report)
    texts = {field: office.text(field) for field in _TEXTS}
    url = _top(entries, "site_url", report)
    _check(url, _HTTP, entries.get("site_url"), "应当是以 http:// 或 https:// 开头的网址。", report)
    for field in ("report_url", "licence_url"):
        _check(texts[field], _LINK, office.node(field), "应当是以 http:// 或 https:// 开头的网址。", report)
    _check(texts["domain"], _DOMAIN, office.node("domain"), "应当是域名，如 www.example.gov.cn。", report)
    _check(texts["id_code"], _ID_CODE, office.node("id_code"), "网站标识码应当是10位字母或数字。", report)
    linked = office.texts("links")
    for host in linked:
        _check(host, _DOMAIN, office.node("links"), "应当是域名，如 www.gov.cn。", report)
    title = _top(entries, "site_name", report)
    if isinstance(node, Mapping) and not title:
        report.append(error("value-missing", Where(name).at("site_name"), "没有填“site_name”。", "请补上网站名称。"))
    slash = "" if not url or url.endswith("/") else "/"
    return Site(name=title, url=url + slash, contacts=_contacts(office, report), links=linked, **texts)


def _top(entries: dict[str, Node], key: str, report: Report) -> str:
    """A text at the top of the file; empty where it is not stated."""
    return (
        Record(Mapping({key: entries[key]}, entries[key].where), {key: (key,)}, report).text(key)
        if key in entries
        else ""
    )


def _office(extra: Node | None, name: str, report: Report) -> Record:
    """extra.office as a record whose unknown keys are told; an empty one where nothing is configured."""
    office = extra.entries.get("office") if isinstance(extra, Mapping) else None
    if office is not None and not isinstance(office, Mapping) and not (isinstance(office, Scalar) and not office.text):
        report.append(
            error("value-form", office.where, "这里应当是“名称: 内容”的若干行。", "请检查 office 下面的缩进。")
        )
    found = Record(office if isinstance(office, Mapping) else Mapping({}, Where(name)), OFFICE, report)
    found.reject_others()
    return found


def _contacts(office: Record, report: Report) -> dict[str, str]:
    """联系方式 by label, those that are filled in."""
    node = office.node("contacts")
    if node is None or (isinstance(node, Scalar) and not node.text):
        return {}
    if not isinstance(node, Mapping):
        report.append(error("value-form", node.where, "这里应当是“名称: 内容”的若干行。", "如“电话: 本单位的电话”。"))
        return {}
    found = {}
    for label, value in node.entries.items():
        text = Record(Mapping({"value": value}, value.where), {"value": ("value",)}, report).text("value")
        if marks := control_characters(label):
            report.append(
                error("value-control", value.where, f"名称里有看不见的控制字符（{marks}）。", "请删去后重新输入。")
            )
        if text:
            found[label] = text
    return found


def _check(text: str, form: re.Pattern[str], node: Node | None, message: str, report: Report) -> None:
    if text and node is not None and not form.fullmatch(text):
        report.append(error("value-form", node.where, f"“{text}”{message}", "请改正，没有就留空。"))
