"""Inside a paragraph: runs as they print — changes accepted, fields resolved, hidden text left out."""

from __future__ import annotations

from lowcapdocs.inspect.content import PAGE, Run, Shape
from lowcapdocs.inspect.formatting import Styles
from lowcapdocs.inspect.names import Element, W, child, local
from lowcapdocs.inspect.shapes import Read, shapes

_THROUGH = {
    "ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo", "rubyBase", "oMath",
    "oMathPara",
}  # fmt: skip
_SHAPES = {"drawing", "pict", "object", "AlternateContent"}
_MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = {"F0B0": "°", "F0B1": "±", "F0B4": "×", "F0B8": "÷", "F0A3": "≤", "F0B3": "≥", "F0FE": "☑", "F052": "☑"}


class RunReader:
    """Reads paragraphs; a field that spans several is followed from one to the next."""

    def __init__(self, styles: Styles, read_box: Read) -> None:
        self._styles = styles
        self._read_box = read_box
        self._fields: list[_Field] = []
        self.hidden = False

    def restart(self) -> None:
        """Another part begins: fields that were left open are closed."""
        self._fields = []

    def read(self, paragraph: Element, style: str, table_style: str, figures: list[Shape]) -> list[Run]:
        """The runs of `paragraph`; its shapes are added to `figures`."""
        found: list[Run] = []
        self._walk(paragraph, style, table_style, figures, found)
        return found

    def _walk(self, parent: Element, style: str, table_style: str, figures: list[Shape], found: list[Run]) -> None:
        for each in parent:
            name = local(each)
            if name == "r":
                self._run(each, style, table_style, figures, found)
            elif name in _THROUGH:
                self._walk(each, style, table_style, figures, found)
            elif name == "fldSimple":
                if _tells_page(each.get(f"{W}instr") or ""):
                    first = next(each.iter(f"{W}r"), None)
                    found.append(Run(PAGE, self._styles.run(child(first, "rPr"), style, table_style)))
                else:
                    self._walk(each, style, table_style, figures, found)

    def _run(self, element: Element, style: str, table_style: str, figures: list[Shape], found: list[Run]) -> None:
        look = self._styles.run(child(element, "rPr"), style, table_style)
        pieces: list[str] = []
        for each in element:
            name = local(each)
            if name == "t":
                if self._shown():
                    pieces.append(each.text or "")
            elif name == "fldChar":
                self._field(each, pieces)
            elif name == "instrText":
                if self._fields:
                    self._fields[-1].code += each.text or ""
            elif name in _SHAPES:
                figures += shapes(each, self._read_box)
            elif name == "ruby":
                self._ruby(each, style, table_style, figures, found)
            elif self._shown():
                pieces.append(_mark(each, name))
        text = "".join(pieces)
        if not text:
            return
        if look.hidden:
            self.hidden = self.hidden or bool(text.strip())
            return
        if found and found[-1].look == look:
            found[-1] = Run(found[-1].text + text, look)
        else:
            found.append(Run(text, look))

    def _ruby(self, element: Element, style: str, table_style: str, figures: list[Shape], found: list[Run]) -> None:
        base = child(element, "rubyBase")
        if base is not None:
            self._walk(base, style, table_style, figures, found)

    def _field(self, element: Element, pieces: list[str]) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].result = True
        elif self._fields and kind == "end":
            field = self._fields.pop()
            if _tells_page(field.code) and self._shown():
                pieces.append(PAGE)

    def _shown(self) -> bool:
        """Whether text here prints: not the code of a field, not the result that PAGE stands for."""
        return all(field.result and not _tells_page(field.code) for field in self._fields)


class _Field:
    """A complex field: its code, and whether its result has begun."""

    __slots__ = ("code", "result")

    def __init__(self) -> None:
        self.code = ""
        self.result = False


def _tells_page(code: str) -> bool:
    return "PAGE" in code.upper().split()


def _mark(element: Element, name: str) -> str:
    if name == "br":
        return "\f" if element.get(f"{W}type") in ("page", "column") else "\n"
    if name == "sym":
        return _SYMBOLS.get((element.get(f"{W}char") or "").upper(), "□")
    return _MARKS.get(name, "")
