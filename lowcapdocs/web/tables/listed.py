"""Open data of the documents that are published: the 政府信息公开目录 of a campaign as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lowcapdocs.web.record import Record
from lowcapdocs.web.tables.table import Column, Field, Table, Value, kind_of


def _text(name: str) -> Callable[[Record], Value]:
    return lambda record: getattr(record, name) or None


_DOCUMENTS: tuple[Column[Record], ...] = (
    Column(Field("index_number", "索引号"), "", _text("index_number")),
    Column(Field("title", "名称"), "", lambda record: record.name),
    Column(Field("summary", "内容概述"), "", _text("summary")),
    Column(Field("number", "发文字号"), "", _text("number")),
    Column(Field("issuers", "发布机构", "texts"), "", lambda record: record.issuers),
    Column(Field("dated", "成文日期", "day"), "", lambda record: record.dated),
    Column(Field("published", "发布时间", "moment"), "", lambda record: record.published),
    Column(Field("validity", "有效性"), "", _text("validity")),
    Column(Field("disclosure", "公开方式"), "", _text("disclosure")),
    Column(Field("subject", "主题分类"), "", _text("subject")),
    Column(Field("keywords", "主题词", "texts"), "", lambda record: record.keywords),
    Column(Field("page", "网页", "text", "从网站根目录起的地址"), "", lambda record: record.address),
    Column(Field("sample", "示例", "text", "虚构的部分"), "", _text("sample")),
)
DOCUMENTS = kind_of("documents", "公开目录", "已经公开的文件，一行一份。", "", _DOCUMENTS, ("title", "page"))


def documents(records: Sequence[Record]) -> Table | None:
    """The table of the records of one campaign; None where there are none."""
    if not records:
        return None

    def rows() -> Iterator[tuple[Value, ...]]:
        for record in records:
            yield tuple(column.value(record) for column in _DOCUMENTS)

    return Table(DOCUMENTS, DOCUMENTS.fields, rows)
