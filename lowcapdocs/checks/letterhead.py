"""Rules on 版头 and the special formats: 签发人, 份号, 密级, marks (GB/T 9704 7.2, 10; 条例 art. 9)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lowcapdocs.checks.places import place_of
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.standard import DOWNWARD_KINDS, MARK_WORD, UPWARD_KINDS
from lowcapdocs.problems import Finding, error, warning

_FORMS = {"letter": "信函", "order": "命令", "minutes": "纪要"}


def check(tree: Gongwen, file: str) -> Iterator[Finding]:
    """Every finding on what stands above the title and on the format of page one."""
    where = partial(place_of, tree, file)
    kind = tree.about.kind
    if tree.form != "document" and not tree.issuer_mark:
        message = f"{_FORMS[tree.form]}格式没有发文机关标志。"
        yield error("mark-missing", where("form"), message, "文件头加一行“发文机关标志: …”。")
    if tree.form == "letter" and tree.issuer_mark.endswith(MARK_WORD):
        message = f"信函格式的发文机关标志不带“{MARK_WORD}”二字。"
        yield error("mark-form", where("issuer_mark"), message, "只写发文机关全称或规范化简称（GB/T 9704 第10.1条）。")
    if tree.form == "letter" and tree.joint_issuers:
        message = "信函格式的发文机关标志只用主办机关的名称。"
        yield error("mark-form", where("joint_issuers"), message, "请删去“联合发文机关”一行（GB/T 9704 第10.1条）。")
    if kind in UPWARD_KINDS and tree.issuer_mark and not tree.signers:
        message = f"{kind}是上行文，没有签发人。"
        yield error(
            "signers-missing", where("kind"), message, "文件头加一行“签发人: 姓名”，未定的写“××”（第7.2.6条）。"
        )
    offices = 1 + max(len(tree.joint_issuers), len(tree.signature.joint) if tree.signature else 0)
    if kind in UPWARD_KINDS and tree.issuer_mark and 0 < len(tree.signers) < offices:
        message = f"{offices}个机关联合上报，签发人只有{len(tree.signers)}个。"
        remedy = "请按发文机关的顺序每个机关写一个，未定的写“××”（第7.2.6条）；一人兼任两个机关负责人的请忽略。"
        yield warning("signers-few", where("signers"), message, remedy)
    if kind in DOWNWARD_KINDS and tree.signers:
        message = f"{kind}不是上行文，版头不标签发人。"
        yield warning("signers-downward", where("signers"), message, "请删去“签发人”一行（第7.2.6条）。")
    if tree.secrecy and not tree.copy_number:
        message = f"标有密级“{tree.secrecy}”，没有份号。"
        yield error("copy-number-missing", where("secrecy"), message, "涉密公文应当标注份号（《条例》第九条）。")
    if tree.secrecy and tree.about.disclosure in ("主动公开", "依申请公开"):
        message = f"标有密级“{tree.secrecy}”，公开属性却是“{tree.about.disclosure}”。"
        yield error("secrecy-public", where("secrecy"), message, "涉密公文不予公开，请改正其一。")
    if tree.attendance and tree.form != "minutes":
        yield error(
            "attendance-form",
            where("present", "absent", "observing"),
            "只有纪要写出席、请假、列席。",
            "请删去，或写“格式: 纪要”。",
        )
