"""checks.entries: each rule on what is to be issued, from the file to place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspaces import DATA, edited, findings, small

Files = dict[str, str | bytes | None]

ISSUER = ("issuer: 甲局\n", "")
KIND = ("  kind: 通知\n", "")
CONSENT = ("  consent: 经区政府同意\n", "")
NO_CONSENT_PRINTED = edited("templates/notice.md.j2", ("{{ document.consent }}，", ""))
TABLE = ("  formats: [docx, xlsx]\n", "  formats: [docx, xlsx]\n  kind: 通知\n  addressees: [各有关单位]\n")
TITLE = edited("templates/table.md.j2", ("年任务表", "年任务的通知"))


def entry(*changes: tuple[str, str]) -> Files:
    return edited("documents.yaml", *changes)


CASES: dict[str, tuple[Files, list[str]]] = {
    "no document at all": ({f"{DATA}/documents.yaml": "[]\n"}, ["no-documents campaign.yaml"]),
    "an issued notice without anything": (
        entry(("  printer: 甲区甲局\n", "  status: issued\n")),
        [
            "issued-incomplete documents.yaml 第1行 “number”",
            "issued-incomplete documents.yaml 第1行 “date”",
            "issued-incomplete documents.yaml 第1行 “text”",
        ],
    ),
    "an issued notice with blank number and date": (
        entry(("  printer: 甲区甲局\n", "  status: issued\n  number:\n  date:\n  unknown: [number, date, text]\n")),
        [
            "issued-incomplete documents.yaml 第10行 “number”",
            "issued-incomplete documents.yaml 第11行 “date”",
            "issued-incomplete documents.yaml 第1行 “text”",
        ],
    ),
    "an issued notice with number and date": (
        entry(
            (
                "  printer: 甲区甲局\n",
                "  status: issued\n  number: 甲局〔2020〕3号\n  date: 2020-04-20\n  unknown: [text]\n",
            )
        ),
        ["issued-incomplete documents.yaml 第1行 “text”"],
    ),
    "an issued list without letterhead": (
        entry(("  formats:", "  status: issued\n  unknown: [text]\n  formats:")),
        ["issued-incomplete documents.yaml 第11行 “text”"],
    ),
    "a number of wrong form": (
        entry(("  printer: 甲区甲局\n", "  number: 甲局[2020]3号\n")),
        ["number-form documents.yaml 第9行 “number”"],
    ),
    "a number of another year": (
        entry(("  printer: 甲区甲局\n", "  number: 甲局〔2019〕3号\n  date: 2020-04-20\n")),
        ["number-year documents.yaml 第9行 “number”"],
    ),
    "a notice to nobody": (
        entry(("  addressees: [本单位]\n", "")),
        ["addressee-missing documents.yaml 第1行", "addressee-missing documents.yaml 第4行 “kind”"],
    ),
    "本单位 where there is one letter only": (
        {**entry(TABLE, ("[各有关单位]", "[本单位]")), **TITLE},
        ["addressee-own documents.yaml 第11行", "addressee-missing documents.yaml 第15行 “kind”"],
    ),
    "a department orders towns about": (
        {**entry(CONSENT), **NO_CONSENT_PRINTED},
        ["consent-missing documents.yaml 第1行"],
    ),
    "a department orders all towns about at once": (
        {**entry(TABLE, ("[各有关单位]", "[各镇（乡）人民政府]")), **TITLE},
        ["consent-missing documents.yaml 第11行"],
    ),
    "a department orders district governments about": (
        {**entry(TABLE, ("[各有关单位]", "[各区人民政府]")), **TITLE},
        ["consent-missing documents.yaml 第11行"],
    ),
    "a department writes to the bureaux below that answer to it": (
        {
            **entry(CONSENT),
            **NO_CONSENT_PRINTED,
            f"{DATA}/towns.csv": "编号,名称,类别,机关名称\ndong,东镇,区,东镇局\nxi,西街道,区,西街道局\n",
        },
        [],
    ),
    "a department writes to other units": ({**entry(TABLE), **TITLE}, []),
    "the government office orders towns about": (
        {
            **entry(CONSENT),
            **NO_CONSENT_PRINTED,
            **edited("departments.csv", ("jia,甲局,甲区甲局,", "jia,甲局,甲区人民政府办公室,")),
        },
        [],
    ),
    "consent that the text does not print": (NO_CONSENT_PRINTED, ["consent-not-printed templates/notice.md.j2"]),
    "no word on disclosure": (
        {
            f"{DATA}/documents.yaml": "- id: table\n  file: 表\n  template: table.md.j2\n",
        },
        ["disclosure-missing documents.yaml 第1行"],
    ),
    "not to be disclosed, without reason": (
        entry(("  formats: [docx, xlsx]\n  disclosure: 主动公开", "  disclosure: 不予公开")),
        ["disclosure-reason documents.yaml 第11行"],
    ),
    "not to be disclosed, with reason": (
        entry(("  formats: [docx, xlsx]\n  disclosure: 主动公开", "  disclosure: 不予公开\n  disclosure_reason: 内部")),
        [],
    ),
    "a series under one name": (
        entry(("通知/{序号}-{单位}", "通知")),
        ["file-series documents.yaml 第2行 “file”", "file-twice documents.yaml 第1行"],
    ),
    "a single document with a series attached": (
        entry(("  formats: [docx, xlsx]", "  attachments: [notice]")),
        ["attachment-series documents.yaml 第11行", "template-value templates/notice.md.j2 第2行"],
    ),
    "a series with the same series attached": (
        {
            **entry(("  formats: [docx, xlsx]", "  for_each: town\n  attachments: [notice]"), ("任务表", "表/{单位}")),
        },
        [],
    ),
    "a kind without issuer": (
        edited("campaign.yaml", ISSUER),
        ["issuer-missing documents.yaml 第1行"],
    ),
    "nobody signs and nobody consents": (
        {**edited("campaign.yaml", ISSUER), **entry(CONSENT), **NO_CONSENT_PRINTED},
        ["consent-missing documents.yaml 第1行", "issuer-missing documents.yaml 第1行"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_entry_is_found_to_hold(tmp_path: Path, name: str) -> None:
    files, expected = CASES[name]
    assert expected == [each.replace(f"{DATA}/", "") for each in findings(small(tmp_path, files))]
