"""The front matter of a draft → the elements of the tree that stand outside the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lowcapdocs.draft import head, markup
from lowcapdocs.gongwen.elements import About, Attendance, Form, Imprint, Signature, Spans, plain
from lowcapdocs.gongwen.standard import COPY_NUMBER_FORM, SECRECY_FORM, UNKNOWN, URGENCIES
from lowcapdocs.gongwen.wording import date_text, read_date, unknown_date

STATUS_WORDS = {"草稿": "draft", "已印发": "issued"}
UNKNOWN_WORDS = {"发文字号": "number", "成文日期": "date", "印发文本": "text"}
FORM_WORDS: dict[str, Form] = {"文件": "document", "信函": "letter", "命令": "order", "纪要": "minutes"}
_SEAL_WORDS = ("是", "否", "签名章")
_LAYOUT_WORDS = ("竖排", "横排")
_ATTENDANCE = {"present": "出席", "absent": "请假", "observing": "列席"}

Fail = Callable[[str, int, str, str], None]
"""Reports code, line (from 1), message, remedy."""


@dataclass(slots=True)
class Fields:
    """The fields of one front matter; a value that does not fit is reported and left out."""

    values: dict[str, str]
    places: dict[str, int]
    fail: Fail
    headed: bool = True
    """Whether there is a front matter at all."""

    def spans(self, field: str) -> Spans:
        """A field with the paths of its values."""
        return self._spans(field, self.values.get(field, ""))

    def addressees(self) -> Spans:
        """主送机关, without the colon that print adds."""
        self._refuse_bare_marks("addressees")
        return self._spans("addressees", self.values.get("addressees", "").rstrip("：:"))

    def _spans(self, field: str, text: str) -> Spans:
        try:
            return markup.spans(text)
        except markup.MarkupError as problem:
            self.fail("draft-markup", self.places.get(field, 1), f"{problem}。", "请改正，或在符号前加反斜杠。")
            return ()

    def text(self, field: str) -> str:
        """A field as plain text, its marks taken off; empty if absent."""
        value = self.values.get(field, "")
        return plain(self._spans(field, value)) if value else ""

    def names(self, field: str) -> tuple[str, ...]:
        """A list of names, split at 、."""
        if field not in self.values:
            return ()
        self._refuse_bare_marks(field)
        return tuple(filter(None, map(str.strip, self.text(field).split("、"))))

    def _refuse_bare_marks(self, field: str) -> None:
        """Report a list that holds marks alone."""
        if self.values.get(field, "甲").strip("、，；：: "):
            return
        message = f"{head.name(field)}“{self.values[field]}”里没有名称。"
        self.fail("head-value", self.places[field], message, "请写名称，几个名称用顿号隔开；没有的删去这一行。")

    def _one_of(self, field: str, choices: tuple[str, ...], default: str) -> str:
        value = self.values.get(field, default)
        if value in choices:
            return value
        named = "、".join(f"“{choice}”" for choice in choices)
        self.fail("head-value", self.places[field], f"{head.name(field)}“{value}”不对。", f"可写{named}。")
        return default

    def _formed(self, field: str, form: str, remedy: str) -> str:
        value = self.text(field)
        if value and UNKNOWN not in value and not re.fullmatch(form, value):
            self.fail("head-value", self.places[field], f"{head.name(field)}“{value}”不对。", remedy)
            return ""
        return value

    def title(self) -> Spans:
        """标题, which every document has."""
        if self.headed and not self.values.get("title"):
            self.fail("title-missing", 1, "文件头没有标题。", "请加一行“标题: …”。")
        return self.spans("title")

    def about(self) -> About:
        """What the document is."""
        value = self.values.get
        status = self._one_of("status", tuple(STATUS_WORDS), "草稿")
        words = [word for word in value("unknown", "").split("、") if word]
        for word in words:
            if word not in UNKNOWN_WORDS:
                known = "、".join(UNKNOWN_WORDS)
                self.fail("head-value", self.places["unknown"], f"待补里不认识“{word}”。", f"可写：{known}。")
        return About(
            document=value("document", ""),
            campaign=value("campaign", ""),
            town=value("town", ""),
            department=value("department", ""),
            subject=value("subject", ""),
            period=value("period", ""),
            kind=value("kind", ""),
            status="issued" if STATUS_WORDS[status] == "issued" else "draft",
            disclosure=value("disclosure", ""),
            disclosure_reason=value("disclosure_reason", ""),
            unknown=tuple(UNKNOWN_WORDS[word] for word in words if word in UNKNOWN_WORDS),
            sample=value("sample", ""),
        )

    def form(self) -> Form:
        """文件, 信函, 命令 or 纪要."""
        return FORM_WORDS[self._one_of("form", tuple(FORM_WORDS), "文件")]

    def copy_number(self) -> str:
        """份号 (7.2.1)."""
        return self._formed("copy_number", COPY_NUMBER_FORM, "份号用6位阿拉伯数字，如“000001”。")

    def secrecy(self) -> str:
        """密级和保密期限 (7.2.2)."""
        return self._formed("secrecy", SECRECY_FORM, "请写成“秘密★1年”：绝密、机密或秘密，★，数字和年、个月或天。")

    def urgency(self) -> str:
        """紧急程度 (7.2.3)."""
        return self._one_of("urgency", URGENCIES, "") if "urgency" in self.values else ""

    def _date(self, field: str) -> str:
        """A date as it is printed; what is unknown keeps its ××."""
        text = self.values.get(field, "")
        if not text or UNKNOWN in text:
            return text
        try:
            return date_text(read_date(text))
        except ValueError:
            message = f"{head.name(field)}“{text}”不是日期。"
            self.fail("head-value", self.places[field], message, "请写成 2020年4月20日 或 2020-04-20。")
            return ""

    def signature(self) -> Signature | None:
        """发文机关署名, 成文日期 and how they are sealed (7.3.5)."""
        sealed = self._one_of("sealed", _SEAL_WORDS, "是")
        post = self.text("post")
        if (sealed == "签名章") != bool(post):
            message = "签名章和签发人职务没有一起写。"
            self.fail("head-value", self.places.get("post", self.places.get("sealed", 1)), message,
                      "加盖签名章的，写“盖章: 签名章”和“职务: 区长”；不用签名章的，不写职务。")  # fmt: skip
        day = self._date("issue_date")
        issuers = self.names("signature")
        if not issuers and not day and not post:
            return None
        return Signature(issuers[0] if issuers else "", day or unknown_date(None), sealed == "是", issuers[1:], post)

    def landscape(self) -> bool:
        """版面."""
        return self._one_of("layout", _LAYOUT_WORDS, "竖排") == "横排"

    def attendance(self) -> tuple[Attendance, ...]:
        """出席, 请假 and 列席 of 纪要 (10.3)."""
        return tuple(
            Attendance(label, self.text(field)) for field, label in _ATTENDANCE.items() if field in self.values
        )

    def annotation(self) -> str:
        """附注 without the brackets that print adds (7.3.6)."""
        return self._bare("annotation")

    def remark(self) -> str:
        """题注 without the brackets that print adds."""
        return self._bare("remark")

    def _bare(self, field: str) -> str:
        text = self.text(field)
        return text[1:-1] if text[:1] == "（" and text[-1:] == "）" else text

    def imprint(self) -> Imprint | None:
        """版记 (7.4)."""
        copy_to = self.text("copy_to").rstrip("。")
        printer = self.text("printer")
        day = self._date("print_date")
        if not copy_to and not printer and not day:
            return None
        return Imprint(copy_to, printer, day or (unknown_date(None) if printer else ""))
