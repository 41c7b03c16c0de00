"""Typefaces that a document names through its theme (+正文, +标题): which face is really meant."""

from __future__ import annotations

from lowcapdocs.inspect.names import A, Element, W, child

_SCRIPTS = {
    "zh-cn": "Hans",
    "zh-sg": "Hans",
    "zh-hans": "Hans",
    "zh-tw": "Hant",
    "zh-hk": "Hant",
    "ja-jp": "Jpan",
    "ko-kr": "Hang",
}


class Theme:
    """The two fonts of a theme, each by script."""

    def __init__(self, theme: Element | None, settings: Element | None) -> None:
        language = child(settings, "themeFontLang")
        east = (language.get(f"{W}eastAsia") or "zh-CN") if language is not None else "zh-CN"
        self._script = _SCRIPTS.get(east.lower(), "Hans")
        self._fonts: dict[str, Element] = {}
        for role in ("major", "minor"):
            found = None if theme is None else next(theme.iter(f"{A}{role}Font"), None)
            if found is not None:
                self._fonts[role] = found

    def face(self, name: str) -> str:
        """The face that a theme name such as minorEastAsia stands for; empty if the theme gives none."""
        font = self._fonts.get(name[:5])
        if font is None:
            return ""
        if name.endswith("EastAsia"):
            return self._given(font, "ea") or self._of_script(font)
        return self._given(font, "cs" if name.endswith("Bidi") else "latin")

    @staticmethod
    def _given(font: Element, kind: str) -> str:
        found = font.find(A + kind)
        return "" if found is None else str(found.get("typeface") or "")

    def _of_script(self, font: Element) -> str:
        for each in font.iter(f"{A}font"):
            if each.get("script") == self._script:
                return str(each.get("typeface") or "")
        return ""
