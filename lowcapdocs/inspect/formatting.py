"""Effective formatting: what Word would show once defaults, styles, numbering and direct settings meet."""

from __future__ import annotations

from lowcapdocs.inspect.names import VAL, Element, W, child, value
from lowcapdocs.inspect.properties import (
    TOGGLES,
    ParagraphLook,
    Properties,
    RunLook,
    fold,
    paragraph_look,
    paragraph_properties,
    run_look,
    run_properties,
)
from lowcapdocs.inspect.theme import Theme

_DEEPEST = 60
"""Word follows at most eleven styles back; a longer chain is a mistake or an attack."""


class Styles:
    """The styles of a document; every chain is folded once."""

    def __init__(self, styles: Element | None, theme: Theme) -> None:
        self._theme = theme
        self._by_id: dict[str, Element] = {}
        self._names: dict[str, str] = {}
        self.default = ""
        for each in styles.iter(f"{W}style") if styles is not None else ():
            id_ = each.get(f"{W}styleId") or ""
            self._by_id.setdefault(id_, each)
            self._names[id_] = value(each, "name") or id_
            if each.get(f"{W}type") == "paragraph" and each.get(f"{W}default") in ("1", "true", "on"):
                self.default = self.default or id_
        defaults = child(styles, "docDefaults")
        self._run_defaults = run_properties(child(child(defaults, "rPrDefault"), "rPr"), theme)
        self._paragraph_defaults = paragraph_properties(child(child(defaults, "pPrDefault"), "pPr"))
        self._run_chains: dict[str, Properties] = {}
        self._paragraph_chains: dict[str, Properties] = {}
        self._looks: dict[tuple[str, str, str], Properties] = {}

    def name(self, style: str) -> str:
        """The name of a style that a user sees, in lower case as Word compares it."""
        return self._names.get(style, style).lower()

    def _chain(self, style: str) -> list[Element]:
        """The style and what it is based on, the farthest first; a circle ends where it closes."""
        found: list[Element] = []
        seen: set[str] = set()
        while style in self._by_id and style not in seen and len(found) < _DEEPEST:
            seen.add(style)
            found.append(self._by_id[style])
            style = value(found[-1], "basedOn") or ""
        return found[::-1]

    def runs_of(self, style: str) -> Properties:
        """Run properties that `style` gives, its chain folded, without the defaults."""
        if style not in self._run_chains:
            own = (run_properties(child(each, "rPr"), self._theme) for each in self._chain(style))
            self._run_chains[style] = fold(own)
        return self._run_chains[style]

    def paragraphs_of(self, style: str) -> Properties:
        """Paragraph properties that `style` gives, its chain folded, without the defaults."""
        if style not in self._paragraph_chains:
            own = (paragraph_properties(child(each, "pPr")) for each in self._chain(style))
            self._paragraph_chains[style] = fold(own)
        return self._paragraph_chains[style]

    def paragraph_style(self, direct: Properties) -> str:
        """The style that a paragraph stands in: its own if it exists, the default otherwise."""
        named = direct.get("pStyle") or ""
        return named if named in self._by_id else self.default

    def paragraph(
        self, direct: Properties, table_style: str, numbering: Properties, size: int, pitch: int
    ) -> ParagraphLook:
        """The look of a paragraph; `numbering` are the properties of its level, if it is numbered."""
        style = self.paragraph_style(direct)
        own = self.paragraphs_of(style)
        table = self.paragraphs_of(table_style) if table_style else {}
        under = "num" in own and "num" not in direct
        layers = (
            (self._paragraph_defaults, table, numbering, own, direct)
            if under
            else (self._paragraph_defaults, table, own, numbering, direct)
        )
        return paragraph_look({**fold(layers), "pStyle": style}, size, pitch)

    def run(self, rpr: Element | None, style: str, table_style: str) -> RunLook:
        """The look of a run in a paragraph of `style`."""
        direct = run_properties(rpr, self._theme) if rpr is not None and len(rpr) else {}
        base = self._base(style, table_style, direct.get("rStyle") or "")
        return run_look(fold((base, direct)))

    def _base(self, style: str, table_style: str, character: str) -> Properties:
        """Everything under the direct properties. A toggle that two kinds of style set is set back (17.7.3)."""
        key = (style, table_style, character)
        if key not in self._looks:
            layers = [self.runs_of(each) for each in (table_style, style, character) if each]
            found = fold((self._run_defaults, *layers))
            for toggle in TOGGLES & found.keys():
                said = [layer[toggle] for layer in layers if toggle in layer]
                found[toggle] = bool(self._run_defaults.get(toggle)) or sum(said) % 2 == 1
            self._looks[key] = found
        return self._looks[key]

    def size(self, style: str, table_style: str = "") -> int:
        """Size of the characters of a paragraph style, in half-points: the unit of indents in characters."""
        return int(self._base(style, table_style, "").get("sz", 20))

    def default_table(self) -> str:
        """The style of tables that name none."""
        for id_, each in self._by_id.items():
            if each.get(f"{W}type") == "table" and each.get(f"{W}default") in ("1", "true", "on"):
                return id_
        return ""

    def borders_of_table(self, style: str) -> Element | None:
        """w:tblBorders of a table style, the nearest in its chain."""
        for each in reversed(self._chain(style)):
            found = child(child(each, "tblPr"), "tblBorders")
            if found is not None:
                return found
        return None


def style_of(properties: Element | None, name: str) -> str:
    """The style that w:tblPr or another w:…Pr names; empty if none."""
    found = child(properties, name)
    return "" if found is None else found.get(VAL) or ""
