"""Draft text → the tree of a 公文, by our own line grammar. The only parser there is.

Front matter (`head`); `#` to `####` are the four levels; one line is one 自然段; pipe tables;
`::: 表 …`, `::: 附件 名称`, `::: 印发件 标题` open a part that `:::` closes. Anything else is an
error with its line. Numerals, sums and 附件说明 are computed here and nowhere else.
"""

from __future__ import annotations

import re

from lowcapdocs.draft import head, markup
from lowcapdocs.draft.fields import Fields
from lowcapdocs.draft.line import LineError, heading, paragraph, refuse_foreign, spans
from lowcapdocs.draft.table import OPTIONS, TableText, build
from lowcapdocs.gongwen.elements import (
    Attachment,
    Block,
    Enclosure,
    Gongwen,
    Heading,
    Spans,
    plain,
)
from lowcapdocs.gongwen.numbering import Counter
from lowcapdocs.problems import Finding, PolicyError, Where, error

_LANDSCAPE = re.compile(r"\s*\{横排\}$")


def parse(text: str, file: str = "草稿") -> Gongwen:
    """The tree of a draft; `file` names it in findings.

    Raises PolicyError with every line that the grammar does not know.
    """
    return _Parser(text, file).gongwen()


class _Parser:
    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
        self.findings: list[Finding] = []
        self.index = 0

    def gongwen(self) -> Gongwen:
        """Read everything, then stop if anything was wrong."""
        if marks := markup.forbidden("".join(self.lines)):
            self._report_forbidden(marks)
        values, places, self.index = head.read(self.lines, self.file, self.findings)
        fields = Fields(values, places, self.fail, headed=self.index > 0)
        body, attachments, enclosure = self._part(0, "")
        tree = Gongwen(
            title=fields.title(),
            remark=fields.remark(),
            about=fields.about(),
            form=fields.form(),
            copy_number=fields.copy_number(),
            secrecy=fields.secrecy(),
            urgency=fields.urgency(),
            issuer_mark=fields.text("issuer_mark"),
            joint_issuers=fields.names("joint_issuers"),
            doc_number=fields.text("doc_number"),
            signers=fields.names("signers"),
            addressees=fields.addressees(),
            body=body,
            attachments=attachments,
            attendance=fields.attendance(),
            signature=fields.signature(),
            annotation=fields.annotation(),
            enclosure=enclosure,
            imprint=fields.imprint(),
            landscape=fields.landscape(),
            places=places,
        )
        if self.findings:
            raise PolicyError(self.findings)
        return tree

    def fail(self, code: str, line: int, message: str, remedy: str) -> None:
        """Report a problem at `line` (from 1)."""
        self.findings.append(error(code, Where(self.file, row=line), message, remedy))

    def fail_table(self, line: int, message: str, remedy: str) -> None:
        """Report a problem in a table."""
        self.fail("draft-table", line, message, remedy)

    def _report_forbidden(self, marks: str) -> None:
        for number, line in enumerate(self.lines, start=1):
            if marks := markup.forbidden(line):
                message = f"这一行有看不见的控制字符（{marks}）。"
                self.fail("draft-control", number, message, "请删去后重新输入。")

    # The parts

    def _part(self, opened: int, word: str) -> tuple[tuple[Block, ...], tuple[Attachment, ...], Enclosure | None]:
        """Blocks up to the `:::` that closes the part opened at line `opened` (0: the draft)."""
        blocks: list[Block] = []
        attachments: list[Attachment] = []
        enclosure: Enclosure | None = None
        counter = Counter()
        lines, count = self.lines, len(self.lines)
        while self.index < count:
            line = lines[self.index].strip()
            self.index += 1
            if not line:
                continue
            number = self.index
            mark = line[0]
            if mark == ":" and line.startswith(":::"):
                name, _, rest = line[3:].strip().partition(" ")
                match name:
                    case "" if opened:
                        return tuple(blocks), tuple(attachments), enclosure
                    case "表":
                        self._add_table(blocks, self._fenced_table(number, rest))
                    case "附件" if rest and word != "附件":
                        attachments.append(self._attachment(number, rest))
                    case "印发件" if rest and not word and enclosure is None:
                        inner, annexes, _ = self._part(number, name)
                        enclosure = Enclosure(self._spans(rest.strip(), number), inner, annexes, number)
                    case _:
                        self._fail_part(number, line)
            elif mark == "#":
                self._heading(line, number, blocks, counter)
            elif mark == "|":
                self._add_table(blocks, self._bare_table(number))
            else:
                self._paragraph(line, number, blocks)
        if opened:
            self.fail("draft-part", opened, f"“::: {word}”没有结束。", "请在这一部分末尾另起一行写“:::”。")
        return tuple(blocks), tuple(attachments), enclosure

    def _fail_part(self, number: int, line: str) -> None:
        remedy = "可写“::: 表”、“::: 附件 名称”、“::: 印发件 标题”，并以“:::”结束；附件、印发件不能套在自己里面。"
        self.fail("draft-part", number, f"这里不能写“{line[:20]}”。", remedy)

    def _attachment(self, number: int, name: str) -> Attachment:
        title = _LANDSCAPE.sub("", name.strip())
        blocks, _, _ = self._part(number, "附件")
        return Attachment(self._spans(title, number), blocks, title != name.strip(), number)

    def _spans(self, text: str, number: int) -> Spans:
        try:
            return spans(text)
        except LineError as problem:
            self._fail_line(problem, number)
            return ()

    def _fail_line(self, problem: LineError, number: int) -> None:
        self.fail(problem.code, number, problem.message, problem.remedy)

    def _paragraph(self, text: str, number: int, blocks: list[Block]) -> None:
        try:
            blocks.append(paragraph(text, number))
        except LineError as problem:
            self._fail_line(problem, number)

    def _heading(self, text: str, number: int, blocks: list[Block], counter: Counter) -> None:
        try:
            level, title, body, path = found = heading(text)
        except LineError as problem:
            self._fail_line(problem, number)
            return
        if found.runs_on:
            body, path = self._run_in_body(number, path)
        try:
            numeral = counter.next(level)
        except ValueError:
            self.fail("draft-heading", number, "这一级标题超过了999个，编不出序号。", "请分成几个文件。")
            return
        blocks.append(Heading(level, numeral, title, body, path, number))

    def _run_in_body(self, number: int, path: str) -> tuple[Spans, str]:
        """The paragraph that a heading which ends in 。 (or has no words) runs into."""
        while self.index < len(self.lines):
            text = self.lines[self.index].strip()
            if text:
                break
            self.index += 1
        else:
            text = ""
        if not text or text[0] in "#|" or text.startswith(":::"):
            self.fail("draft-run-in", number, "这个标题后面应接正文。", "标题以“。”结束或没有文字时，下一行写正文。")
            return (), path
        self.index += 1
        try:
            found = paragraph(text, self.index)
        except LineError as problem:
            self._fail_line(problem, self.index)
            return (), path
        return found.spans, found.path or path

    # Tables

    def _add_table(self, blocks: list[Block], source: TableText) -> None:
        table = build(source, self.fail_table) if source.rows else None
        if not source.rows:
            self.fail_table(source.line, "“::: 表”里没有表格。", "请写以“|”开头的行。")
        if table is not None:
            blocks.append(table)

    def _bare_table(self, number: int) -> TableText:
        source = TableText(number)
        self.index -= 1
        while self.index < len(self.lines) and self.lines[self.index].lstrip().startswith("|"):
            source.rows.append((self.index + 1, self.lines[self.index]))
            self.index += 1
        return source

    def _fenced_table(self, number: int, options: str) -> TableText:
        source = TableText(number)
        for option in options.split():
            name, mark, setting = option.partition("=")
            if name in OPTIONS and mark:
                source.options[name] = plain(self._spans(setting, number))
            else:
                self.fail_table(number, f"表格不认识“{option}”。", f"可写：{'、'.join(OPTIONS)}，如“宽=6,10,10”。")
        while self.index < len(self.lines):
            line = self.lines[self.index].strip()
            self.index += 1
            if line == ":::":
                return source
            if line.startswith("|"):
                source.rows.append((self.index, line))
            elif line.startswith(":::"):
                self.index -= 1
                break
            elif line and self._grammatical_note(line):
                source.notes.append((self.index, line))
        self.fail("draft-part", number, "“::: 表”没有结束。", "请在表格末尾另起一行写“:::”。")
        return source

    def _grammatical_note(self, line: str) -> bool:
        if line[0] == "#":
            self.fail(
                "draft-line", self.index, "表格里不能有标题。", "标题写在“:::”之后；确要照印，请在行首加反斜杠“\\”。"
            )
            return False
        try:
            refuse_foreign(line)
        except LineError as problem:
            self._fail_line(problem, self.index)
            return False
        return True
