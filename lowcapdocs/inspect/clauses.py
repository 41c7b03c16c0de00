"""Every clause of the standard as one row: what it asks for, where it is written, where it is inspected.

docs/standard.md is made from this table, and tests hold it to the code: every file exists, every
clause is judged where the table says so. Requirements are in our own words.
"""

from __future__ import annotations

from dataclasses import dataclass

_BY_HAND = "人工检查：文件里看不出来"


@dataclass(frozen=True, slots=True)
class Clause:
    """One row. `makers` and `judges` are modules, `judges` of this room; where there is none, `reason` tells why.

    `habit` marks what offices do and the standard does not ask for: it is advised, never failed.
    """

    id: str
    number: str
    name: str
    requirement: str
    makers: str
    judges: str
    reason: str = ""
    habit: bool = False

    @property
    def written(self) -> tuple[str, ...]:
        """The files that make it in our own documents; none for paper and ink."""
        return tuple(f"lowcapdocs/{each}.py" for each in self.makers.split())

    @property
    def inspected(self) -> tuple[str, ...]:
        """The files that judge it: rules_… in a Word file, page_rules_… on pages."""
        return tuple(f"lowcapdocs/inspect/{each}.py" for each in self.judges.split())

    @property
    def tests(self) -> tuple[str, ...]:
        """The files that break it and look whether it fails."""
        kinds = {"page": "test_pages", "rules": "test_mutations"}
        found = dict.fromkeys(kinds[each.split("_")[0]] for each in self.judges.split())
        return tuple(f"tests/inspect/{each}.py" for each in found) if not self.habit else ()


CLAUSES: tuple[Clause, ...] = (
    Clause("P1", "4", "用纸", "纸的定量、白度、耐折度、不透明度和酸碱度",
           "", "", _BY_HAND),
    Clause("P2", "5.1", "幅面", "A4，210毫米×297毫米",
           "word/ooxml", "rules_page page_rules"),
    Clause("P3", "5.2.1", "页边和版心", "天头37毫米、订口28毫米（各±1毫米），版心156毫米×225毫米",
           "word/ooxml", "rules_page page_rules"),
    Clause("P4", "5.2.2", "字体和字号", "没有另作规定的，用3号仿宋",
           "word/styles", "rules_page page_rules"),
    Clause("P5", "5.2.3", "行数和字数", "一般每面22行、每行28字，撑满版心",
           "word/styles", "rules_page page_rules"),
    Clause("P6", "5.2.4", "文字颜色", "没有说明的都用黑色",
           "word/styles", "rules_page page_rules"),
    Clause("P7", "6.1", "制版", "版面干净，字迹清楚，版心不斜",
           "", "", _BY_HAND),
    Clause("P8", "6.2", "印刷", "双面印刷，套正，色匀",
           "", "", _BY_HAND),
    Clause("P9", "6.3", "装订", "左侧装订，不掉页，误差在规定之内",
           "", "", _BY_HAND),
    Clause("P10", "7.1", "各要素的划分", "版头、主体、版记依次排列，版记在最后",
           "word/writer", "rules_page"),
    Clause("H1", "7.2.1", "份号", "6位阿拉伯数字，3号，顶格在版心左上角第一行",
           "word/letterhead", "rules_corner page_rules_head"),
    Clause("H2", "7.2.2", "密级和保密期限", "3号黑体，顶格在版心左上角第二行，期限用阿拉伯数字",
           "word/letterhead", "rules_corner page_rules_head"),
    Clause("H3", "7.2.3", "紧急程度", "3号黑体，顶格，在份号、密级之下",
           "word/letterhead", "rules_corner page_rules_head"),
    Clause("H4", "7.2.4", "发文机关标志", "红色，居中，上边缘距版心上边缘35毫米",
           "word/mark", "rules_head page_rules_head"),
    Clause("H5", "7.2.5", "发文字号", "标志下空二行，居中；年份四位，用〔〕；序号不加“第”、不编虚位",
           "word/letterhead", "rules_head page_rules_head"),
    Clause("H6", "7.2.6", "签发人", "上行文标注；“签发人”3号仿宋，姓名3号楷体",
           "word/letterhead", "rules_head page_rules_head"),
    Clause("H7", "7.2.7", "红色分隔线", "发文字号之下4毫米，与版心等宽",
           "word/styles", "rules_head page_rules_head"),
    Clause("B1", "7.3.1", "标题", "2号小标宋，分隔线下空二行，居中；回行呈梯形或菱形",
           "word/body gongwen/title", "rules_body page_rules_head"),
    Clause("B2", "7.3.2", "主送机关", "标题下空一行，居左顶格，末尾全角冒号",
           "word/body", "rules_body page_rules_head"),
    Clause("B3", "7.3.3", "正文", "首页有正文；每段左空二字，回行顶格",
           "word/styles word/paging", "rules_body page_rules"),
    Clause("B4", "7.3.3", "层次序数", "依次为一、（一）1.（1）；第一层黑体、第二层楷体、第三四层仿宋",
           "word/body gongwen/numbering", "rules_levels page_rules"),
    Clause("B5", "7.3.3", "段首标题", "标题后接正文的，只有第一句用标题字体；不另加粗",
           "word/body", "rules_levels rules_page", habit=True),
    Clause("B6", "7.3.4", "附件说明", "正文下空一行，左空二字；多个的编号；名称后不加标点",
           "word/body", "rules_end"),
    Clause("B7", "7.3.5.1", "加盖印章的署名和日期", "日期右空四字，署名以日期为准居中",
           "word/signature", "rules_signature page_rules_signature"),
    Clause("B8", "7.3.5.1", "联合行文盖章", "署名按顺序整齐排列，印章不相交",
           "word/signature", "", _BY_HAND),
    Clause("B9", "7.3.5.2", "不加盖印章的署名和日期", "署名右空二字，日期首字比署名首字右移二字",
           "word/signature", "rules_signature page_rules_signature"),
    Clause("B10", "7.3.5.3", "签名章", "右空四字，职务在左，日期在下",
           "word/signature", "", _BY_HAND),
    Clause("B11", "7.3.5.4", "成文日期的数字", "阿拉伯数字，年份标全，月、日不编虚位",
           "gongwen/wording", "rules_signature"),
    Clause("B12", "7.3.5.5", "排版特殊情况", "署名、日期与正文同页，不写“此页无正文”",
           "word/body", "rules_end page_rules_signature"),
    Clause("B13", "7.3.6", "附注", "居左空二字，加全角圆括号，在日期下一行",
           "word/body", "rules_end"),
    Clause("B14", "7.3.7", "附件", "另面编排；“附件”黑体顶格，标题在第三行居中，与附件说明一致",
           "word/writer", "rules_end page_rules_tail"),
    Clause("B15", "—", "印发件", "印发的方案另面排在通知之后",
           "word/writer", "", "不判：标准没有规定", habit=True),
    Clause("K1", "7.4.1", "版记分隔线", "首条和末条粗、中间细，与版心等宽，末条在版心下边缘",
           "word/imprint", "rules_imprint page_rules_tail"),
    Clause("K2", "7.4.2", "抄送机关", "4号仿宋，在印发机关之上，左右各空一字，末尾句号",
           "word/imprint", "rules_imprint page_rules_tail"),
    Clause("K3", "7.4.3", "印发机关和印发日期", "4号仿宋，机关左空一字，日期右空一字，后加“印发”",
           "word/imprint", "rules_imprint page_rules_tail"),
    Clause("K4", "6.2、7.4.1", "版记的面", "双面印刷，版记在最后一面",
           "word/paging", "page_rules_tail"),
    Clause("N1", "7.5", "页码的字", "4号半角宋体阿拉伯数字，左右各一条一字线",
           "word/page_number", "rules_imprint page_rules_tail"),
    Clause("N2", "7.5", "页码的位置", "单页居右空一字，双页居左空一字",
           "word/page_number", "rules_imprint page_rules_tail"),
    Clause("N3", "7.5", "空白页和版记页", "版记前有空白页的，两面都不排页码",
           "word/writer", "page_rules_tail"),
    Clause("N4", "7.5", "附件的页码", "与正文一起装订的连续编排",
           "word/writer", "rules_imprint page_rules_tail"),
    Clause("T1", "8", "横排表格", "表格横排，版心位置不变，表头朝订口或切口",
           "gongwen/standard", "rules_page page_rules"),
    Clause("T2", "8", "横排页的页码", "与竖排页位置一致",
           "word/page_number", "rules_page"),
    Clause("T3", "—", "表格", "跨页的表格重复表头",
           "word/table", "rules_page", habit=True),
    Clause("Q1-1", "9", "数值和时间的起止", "数值用“～”，时间用一字线；百分号和万、亿写全",
           "checks/typography", "rules_text"),
    Clause("Q1-2", "9", "阿拉伯数字", "半角数字和小数点",
           "checks/typography", "rules_text"),
    Clause("Q1-3", "9", "文中日期", "年份四位，月、日不编虚位",
           "checks/typography", "rules_text"),
    Clause("Q1-4", "9", "顿号", "书名号、引号之间不用顿号",
           "checks/typography", "rules_text"),
    Clause("Q1-5", "9", "引用文号", "年份用〔〕",
           "checks/typography", "rules_text"),
    Clause("Q1-6", "9", "标题末尾", "标题、独立成段的层次标题、附件标题末尾不用标点",
           "checks/typography", "rules_text"),
    Clause("Q1-7", "9", "标点的宽窄", "中文里用全角标点",
           "checks/typography", "rules_text"),
    Clause("Q1-8", "9", "计量单位", "用法定计量单位，数字用法得当",
           "", "", _BY_HAND),
    Clause("L1", "10.1", "信函：标志", "机关名称不加“文件”，红色居中，距上页边30毫米",
           "word/letter", "rules_special page_rules_head"),
    Clause("L2", "10.1", "信函：红色双线", "上线上粗下细，下线上细下粗，长170毫米，居中",
           "word/letter", "rules_special page_rules_head"),
    Clause("L3", "10.1", "信函：发文字号", "顶格居版心右边缘，在第一条双线之下",
           "word/letter", "rules_special page_rules_head"),
    Clause("L4", "10.1", "信函：页码和版记", "首页不显示页码；版记不加印发机关、日期和分隔线",
           "word/letter", "rules_special page_rules_head"),
    Clause("O1", "10.2", "命令（令）", "标志红色居中，距版心上边缘20毫米；令号居中",
           "word/mark", "rules_special page_rules_head"),
    Clause("M1", "10.3", "纪要", "标志“××纪要”，距版心上边缘35毫米；出席等名单左空二字，标签黑体",
           "word/minutes word/mark", "rules_special page_rules_head"),
)  # fmt: skip
"""In the order of the standard."""
BY_ID = {each.id: each for each in CLAUSES}
