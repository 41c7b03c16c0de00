"""Words that tell a draft, in titles and heads; marks of secrecy, wherever a document would bear them."""

from __future__ import annotations

import re

_DRAFT = re.compile(
    r"征求意见稿|征询意见稿|意见征求稿|讨论稿|送审稿|审议稿|会签稿|报批稿|送签稿|代拟稿|修改稿|修订稿|未定稿|过程稿|草案|草稿|初稿|底稿"
    r"|(?:^|[(\[【《])内部(?!控制|审计|机构|管理|监督|治理|设施|道路|结构|装修|环境|网络|职能|分工)"
    r"|内部(?:稿|资料|文件|材料|使用|传阅|掌握|参考|版|通报|文稿|讨论)|内部$"
)
_MARK = re.compile(
    r"(?:绝密|机密|秘密)[★☆⭐*]|内部(?:资料|文件|材料|刊物|传阅)[、,:;!()]*(?:注意保存|注意保密|不得外传|严禁外传|请勿外传|妥善保管)"
)
_LONE = re.compile(
    r"(?:密级:?)?(?:(?:绝密|机密|秘密)级?|(?:工作|商业)秘密|敏感信息|内部(?:资料|文件|材料)?)(?:[★☆*]?\d{1,2}年|[★☆*]长期)?"
)
_CLOSED = re.compile(r"此件不(?:予)?公开|(?:不得|不准|严禁|请勿)外传")
_ANNOTATED = re.compile(r"^(?:密级|保密等级):(绝密|机密|秘密)")


def draft_word(text: str) -> str:
    """The first word of a `close` title or head that says that it is no final text; empty if there is none."""
    found = _DRAFT.search(text)
    return found[0] if found else ""


def secrecy_mark(text: str, *, head: bool) -> str:
    """The mark of secrecy in a `close` text: with ★ anywhere (GB/T 9704 7.2.2), alone on a line, and 不得外传 and the like, only in a head."""
    if found := _MARK.search(text) or _ANNOTATED.search(text):
        return found[0]
    if head and (found := _CLOSED.search(text)):
        return found[0]
    return text if head and _LONE.fullmatch(text.strip(" ¶#")) else ""
