"""checks.faces: characters that a face lacks are told once for a campaign."""

from __future__ import annotations

from lowcapdocs.checks.faces import FaceCheck
from lowcapdocs.draft.parse import parse
from lowcapdocs.gongwen.standard import Faces
from lowcapdocs.problems import Finding
from tests.builders import draft, told


def found(faces: Faces | None, *texts: str) -> list[Finding]:
    """Findings on several documents of one campaign."""
    check = FaceCheck(faces)
    for number, text in enumerate(texts, start=1):
        check.add(parse(text), f"{number}.md")
    return list(check.findings())


def test_a_title_in_a_small_face_is_told_once_with_its_words() -> None:
    titled = draft("正文。", title="关于石碶街道的通知")
    (finding,) = found(None, draft("正文。"), titled, titled)
    assert ["face-lacks 2.md 第2行"] == told([finding])
    assert finding.level == "warning"
    assert "“方正小标宋简体”只有GB2312字符，没有“碶”（用于“石碶街道”，共2份文件）" in finding.message
    assert "方正小标宋_GBK" in finding.remedy


def test_a_larger_face_lacks_nothing() -> None:
    assert [] == found(Faces(title="方正小标宋_GBK"), draft("石碶街道。", title="关于石碶街道的通知"))


def test_each_role_is_told_of_its_own_face() -> None:
    faces = Faces(body="仿宋_GB2312", second="楷体_GB2312", title="方正小标宋_GBK")
    text = draft(
        "见石碶。\n\n# 石碶\n\n## 石碶街道\n\n| 石碶 |\n| --- |\n| 石碶 |\n",
        主送="石碶街道办事处",
        署名="石碶街道办事处",
    )
    findings = found(faces, text)
    assert {"正文用的“仿宋_GB2312”", "楷体用的“楷体_GB2312”"} == {each.message.split("只有")[0] for each in findings}
