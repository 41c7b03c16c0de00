"""Workbooks as clerks make them: written by xlsxwriter, then broken by hand where it is too tidy."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import xlsxwriter

from lowcapdocs.intake.grid import read
from lowcapdocs.intake.kinds import KINDS
from lowcapdocs.intake.sheets import Book, read_book
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.org import Town
from lowcapdocs.model.quantity import Measure
from lowcapdocs.problems import Finding
from tests.builders import campaign

SHEET = "xl/worksheets/sheet1.xml"
TOWNS = (
    "集士港镇", "古林镇", "高桥镇", "横街镇", "鄞江镇", "洞桥镇", "章水镇", "龙观乡", "石碶街道", "月湖街道", "西门街道",
    "江厦街道", "南门街道", "鼓楼街道", "白云街道", "望春街道", "段塘街道", "望春工业园区",
)  # fmt: skip
PHASE_OUT = (3, 3, 3, 1, 1, 3, 1, 1, 3, "/", "/", "/", "/", "/", "/", "/", "/", 2)
IMPROVE = (28, 28, 28, 15, 9, 20, 3, 3, 25, "/", "/", "/", "/", "/", "/", 3, 3, "/")
KINDS_OF_TOWNS = ("街道", "园区", "镇", "乡")
CAMPAIGN: Campaign = campaign(
    towns=tuple(
        Town(id=f"t{place}", name=name, kind=next(k for k in KINDS_OF_TOWNS if name.endswith(k)), order=place)
        for place, name in enumerate(TOWNS, 1)
    ),
    measures=(
        Measure(id="phase_out", name="淘汰落后产能涉及企业数", unit="家", work="淘汰落后产能"),
        Measure(id="improve", name="整治提升“低散乱”企业（作坊）数", unit="家"),
    ),
    goals=(),
    quotas=(),
)
CODE = "91330203MA281D8Q46"


def book(path: Path, kind: str = "", of: Campaign = CAMPAIGN) -> Book:
    """A workbook as the intake reads it."""
    return read_book(read(path, path.name), of, KINDS[kind] if kind else None)


def doubts(findings: Iterable[Finding], *levels: str) -> list[str]:
    """Each doubt as `code cell`, of some levels or of all."""
    return [f"{each.code} {each.where.cell}" for each in findings if not levels or each.level in levels]


def records(found: Book, *fields: str) -> list[tuple[str, ...]]:
    """Some fields of every record."""
    return [tuple(entry.values.get(name, "") for name in fields) for entry in found.entries]


def left_out(found: Book) -> list[str]:
    """What was no data, as `cell reason`, or `sheet reason`."""
    skipped = [*found.skipped, *(each for table in found.tables for each in table.skipped)]
    return [f"{each.where.cell or each.where.sheet} {each.why}" for each in skipped]


def workbook(path: Path, **sheets: dict[str, Any]) -> Path:
    """A workbook of sheets, each a dict: `A1` → a value, `A1:C1` → a merged one; `hide`: columns and rows."""
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, cells in sheets.items():
            page = book.add_worksheet(name)
            for place, value in cells.items():
                if place == "hide":
                    for each in value:
                        (page.set_column if ":" in each else page.set_row)(
                            each if ":" in each else int(each) - 1, None, None, {"hidden": True}
                        )
                elif place == "very_hidden":
                    page.very_hidden()
                elif ":" in place:
                    page.merge_range(place, value)
                elif isinstance(value, str) and value.startswith("="):
                    page.write_formula(place, value)
                elif isinstance(value, str):
                    page.write_string(place, value)
                else:
                    page.write(place, value)
    return path


def table(rows: Iterable[Iterable[Any]], first: str = "A1") -> dict[str, Any]:
    """Rows as cells from `first` on; None is no cell."""
    column, row = ord(first[0]), int(first[1:])
    return {
        f"{chr(column + right)}{row + down}": value
        for down, values in enumerate(rows)
        for right, value in enumerate(values)
        if value is not None
    }


def edit_xml(path: Path, *changes: tuple[str, str], part: str = SHEET) -> Path:
    """Replace patterns in a part of a workbook; each must be there."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts[part].decode()
    for pattern, new in changes:
        text, count = re.subn(pattern, new, text)
        assert count, f"{pattern} is not in {part}"
    parts[part] = text.encode()
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    path.write_bytes(data.getvalue())
    return path


def unsolved(path: Path, *cells: str, part: str = SHEET) -> Path:
    """Formulas in `cells` lose their stored results, as programs that do not calculate write them."""
    changes = ((rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v>[^<]*</v>', r"\1") for cell in cells)
    return edit_xml(path, *changes, part=part)


def broken(path: Path, cell: str, value: str, part: str = SHEET) -> Path:
    """A cell becomes an error value."""
    return edit_xml(
        path, (rf'<c r="{cell}"([^>]*?)(?: t="\w+")?>.*?</c>', rf'<c r="{cell}"\1 t="e"><v>{value}</v></c>'), part=part
    )


# f1 to f5: the five kinds of mess that were met


def annex(path: Path) -> Path:
    """f1: the annex of the plan: a merged title, line breaks and units in headings, a total."""
    rows = [
        (place, town, *amounts, None)
        for place, (town, *amounts) in enumerate(zip(TOWNS, PHASE_OUT, IMPROVE, strict=True), 1)
    ]
    return workbook(
        path,
        Sheet1={
            "A1:E1": "海曙区2020年淘汰落后产能及“低散乱”整治提升任务分解表",
            **table(
                [
                    (
                        "序号",
                        "镇（乡）、\n街道和园区",
                        "淘汰落后产能\n涉及企业数（家）",
                        "整治提升“低散乱”\n企业（作坊）数（家）",
                        "备注",
                    )
                ],
                "A2",
            ),
            **table(rows, "A3"),
            **table([(None, "全区", 21, 165)], "A21"),
            "E5": "含工业社区",
        },
    )


def grouped(path: Path) -> Path:
    """f2: from B2 on, three rows of headings with merged parents, groups with 小计, lines above and below."""
    cells: dict[str, Any] = {
        "B2:G2": "任务分解表",
        "B3": "单位：家",
        "G3": "2020年4月",
        "B4:B6": "序号",
        "C4:C6": "类别",
        "D4:D6": "镇街",
        "E4": "淘汰落后产能",
        "E5": "涉及企业数",
        "E6": "（家）",
        "F4:G4": "整治提升“低散乱”",
        "F5": "企业(作坊)数",
        "F6": "（家）",
        "G5:G6": "说明",
    }
    groups = {"镇（乡）": range(8), "街道": range(8, 17), "园区": range(17, 18)}
    row = 7
    for name, places in groups.items():
        start = row
        for place in places:
            cells |= table([(place + 1, None, TOWNS[place], PHASE_OUT[place], IMPROVE[place])], f"B{row}")
            row += 1
        cells[f"C{start}:C{row - 1}" if row - start > 1 else f"C{start}"] = name
        sums = [sum(amount for place in places if isinstance(amount := of[place], int)) for of in (PHASE_OUT, IMPROVE)]
        cells |= table([("小 计", *sums)], f"D{row}")
        row += 1
    cells |= {f"C{row}:D{row}": "合  计", f"E{row}": 21, f"F{row}": 165}
    cells |= {f"B{row + 1}": "填表人：张三", f"E{row + 1}": "联系电话：0574-87000000"}
    return workbook(path, Sheet1=cells)


def handwritten(path: Path) -> Path:
    """f3: names and numbers as people write them, a total without a result and a wrong one."""
    names = list(TOWNS)
    names[:3] = ["集 士 港", "古林镇政府", "高桥"]
    names[8], names[11], names[15] = "石碶", "江夏街道", "望春"
    phase_out: list[Any] = [
        "３",
        3,
        "3（含1家作坊）",
        "一",
        1,
        "3家",
        1,
        1,
        3,
        "—",
        "——",
        "无",
        "/",
        "－",
        "",
        "/",
        "/",
        2,
    ]
    improve: list[Any] = ["２８", "28家", 28, 15, 9, 20, "约3", 3, 25, "/", "/", "/", "/", "/", "不涉及", 3, 3, "/"]
    cells = table([("序号", "镇街", "淘汰落后产能涉及企业数", "整治提升“低散乱”企业（作坊）数（家）")], "A3")
    rows = zip(range(1, 19), names, phase_out, improve, strict=True)
    cells |= table(rows, "A4") | {"B22": "全区", "C22": "=SUM(C4:C21)", "D22": 168}
    return unsolved(workbook(path, Sheet1=cells), "C22")


def roster(path: Path) -> Path:
    """f4: one town's firms: codes stored as numbers, days in four styles, amounts with words."""
    head = (
        "序号",
        "企业名称",
        "统一社会信用代码",
        "行业",
        "能耗（吨标准煤）",
        "占地（亩）",
        "验收时间",
        "进展",
        "联系电话",
        "完成率",
    )
    number = float("913302030000001234")
    return workbook(
        path,
        石碶街道={
            "A1:J1": "淘汰落后产能涉及企业名单",
            **table([head], "A2"),
            **table(
                [
                    (1, "甲铸造厂", CODE, "铸造", "3,000", 2.5, "2020-6-1", "已验收", "0574-87000001", 0.5),
                    (2, "乙建材厂", number, "建材", "1.2万", "约3", "2020年6月2日", "拆除", 87000002, "50%"),
                    (3, "丙食品厂", "/", "食品", "85吨", "", "2020/6/3", "停产", 13800000000, 80),
                    (4, "丁电镀厂", "91330203MA281D8Q4X", "金属表面处理", 120, 1, "20200604", "已完成", "", "已完成"),
                    (5, "戊作坊", "无", "食品", "#REF!", 1, 43987, "关停未拆除", "", ""),
                ],
                "A3",
            ),
        },
    )


def lists(path: Path) -> Path:
    """f5: from B5 on, towns merged over firms, headings again, a total in words, a hidden column, empty sheets."""
    cells: dict[str, Any] = table([("镇街", "企业名称", "指标", "状态", "内部备注")], "B5")
    cells |= {"B6:B8": "集士港镇", "B11:B12": "石碶街道", "hide": ["F:F"]}
    cells |= table(
        [("甲厂", "淘汰", "列入", "急"), ("乙厂", "整治提升", "停产", ""), ("丙厂", "整治提升", "", "")], "C6"
    )
    cells |= table([("镇街", "企业名称", "指标", "状态", "内部备注")], "B9")
    cells |= table([("古林镇", "丁厂", "整治提升", "列入", "")], "B10")
    cells |= table([("戊厂", "整治提升", "列入", ""), ("己厂", "整治提升", "列入", "")], "C11")
    cells |= {"B13": "合计：6家企业", "A14": "说明：按属地排列。"}
    return workbook(
        path, 名单=cells, Sheet2={}, Sheet3={"A1": "草稿"}, 底稿={**table([("企业名称", "镇街")]), "very_hidden": True}
    )
