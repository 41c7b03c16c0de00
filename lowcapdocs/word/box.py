"""A text box at a place on the page: the one thing that every program puts where it is told."""

from __future__ import annotations

from lowcapdocs.gongwen import standard as s


def box(
    content: str,
    name: str,
    number: int,
    *,
    left: int,
    top: int,
    width: int,
    height: int,
    wrap: bool,
    turned: bool = False,
) -> str:
    """The run that anchors a box, its place and size in twips from the page's upper left corner.

    `number` is its id, unique in the document. `wrap` keeps text above and below it; else it lies
    over the page and moves nothing. `turned` sets its text a quarter turn clockwise, its first line
    at the right edge; such a box begins at the upper edge of the text area, `top` under it, since
    LibreOffice forgets the place of a turned box in a header but not where it is counted from.
    """
    emu = s.EMU_PER_TWIP
    size = f'cx="{width * emu}" cy="{height * emu}"'
    around = "<wp:wrapTopAndBottom/>" if wrap else "<wp:wrapNone/>"
    vertical = ' vert="vert"' if turned else ""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}"'
        ' behindDoc="0" locked="0" layoutInCell="0" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left * emu}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{"margin" if turned else "page"}"><wp:posOffset>{top * emu}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>{around}'
        f'<wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr{vertical} lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
