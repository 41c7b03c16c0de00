"""Characters that the chosen typefaces lack, told once for a whole campaign.

In Word such a character is printed in another face; a name in a red mark or a title then looks pasted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lowcapdocs.gongwen.coverage import charset, lacking
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.standard import Faces
from lowcapdocs.gongwen.walk import printed
from lowcapdocs.problems import Finding, Where, warning

_WORDS = {"title": "标题", "first": "黑体", "second": "楷体", "body": "正文"}
_BETTER = {
    "title": "方正小标宋_GBK", "first": "黑体", "second": "楷体", "body": "仿宋",
}  # fmt: skip
_HAN_RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{1,6}")


class FaceCheck:
    """Gathers what the documents of a campaign print in each face; `findings` tells at the end."""

    def __init__(self, faces: Faces | None = None) -> None:
        self._faces = faces or Faces()
        self._lacking: dict[str, dict[str, str]] = {}
        """Characters by role, each with the words it first stood in."""
        self._files: dict[str, set[str]] = {}
        self._first: dict[str, Where] = {}

    def add(self, tree: Gongwen, file: str) -> None:
        """One document; `file` names its draft."""
        for role, text, line in printed(tree):
            for character in lacking(text, getattr(self._faces, role)):
                self._lacking.setdefault(role, {}).setdefault(character, _around(text, character))
                self._files.setdefault(role, set()).add(file)
                self._first.setdefault(role, Where(file, row=line))

    def findings(self) -> Iterator[Finding]:
        """A warning for each role whose face lacks something."""
        for role, found in self._lacking.items():
            face = getattr(self._faces, role)
            characters = "、".join(f"“{character}”" for character in found)
            words = "、".join(f"“{each}”" for each in dict.fromkeys(found.values()))
            count = len(self._files[role])
            message = (
                f"{_WORDS[role]}用的“{face}”只有{charset(face)}字符，没有{characters}（用于{words}，共{count}份文件），"
                "Word 会换成别的字体，显得不一样。"
            )
            remedy = f"改用字数多的字体，如“{_BETTER[role]}”，并在打印的电脑上装好。"
            yield warning("face-lacks", self._first[role], message, remedy)


def _around(text: str, character: str) -> str:
    """A few characters of `text` about `character`."""
    place = text.index(character)
    start = max(place - 1, 0)
    found = _HAN_RUN.match(text, start) or _HAN_RUN.match(text, place)
    return found[0][:4] if found else character
