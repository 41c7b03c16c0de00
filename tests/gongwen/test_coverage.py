"""coverage: which characters a face has, by its name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcapdocs.gongwen.coverage import charset, lacking
from lowcapdocs.gongwen.standard import Faces


@pytest.mark.parametrize(
    ("held", "faces"),
    [
        ("GB2312", "方正小标宋简体 仿宋_GB2312 楷体_GB2312 FangSong_GB2312 FZXiaoBiaoSong-B05S FZXBSJW 汉仪小标宋简"),
        ("GBK", "方正小标宋_GBK 方正仿宋_GBK FZXiaoBiaoSong-B05 FZXBSK 华文中宋 STZhongsong"),
        ("GB18030", "仿宋 楷体 黑体 宋体 新宋体 SimSun SimHei FangSong KaiTi 仿宋_GB18030"),
        ("", "Arial 某字体 Wingdings"),
    ],
)
def test_a_name_says_how_much_was_cut(held: str, faces: str) -> None:
    assert [held] * len(faces.split()) == [charset(face) for face in faces.split()]


@pytest.mark.parametrize(
    ("missing", "face"),
    [("碶㐀𠀀", "方正小标宋简体"), ("㐀𠀀", "方正小标宋_GBK"), ("𠀀", "仿宋"), ("", "Times New Roman")],
)
def test_characters_that_a_face_lacks_are_named_once_and_in_order(missing: str, face: str) -> None:
    assert missing == lacking("石碶街道2020年“低散乱”·—～…〔2020〕★×①《甲》碶㐀𠀀 A", face)


def test_the_standard_faces_have_every_mark_of_a_document() -> None:
    marks = "，。、；：？！（）《》〈〉“”‘’〔〕…—～·★×％℃①②③０Ａ　＝＋"
    assert [] == [face for face in vars_of(Faces()) if lacking(marks, face)]


def vars_of(faces: Faces) -> list[str]:
    return [faces.body, faces.second, faces.first, faces.page_number, faces.title]


@given(st.text(max_size=40), st.sampled_from(["方正小标宋简体", "方正小标宋_GBK", "仿宋", "Arial"]))
def test_what_is_lacking_is_in_the_text_and_larger_faces_lack_less(text: str, face: str) -> None:
    found = lacking(text, face)
    assert set(found) <= set(text)
    assert len(found) == len(set(found))
    assert set(lacking(text, "方正小标宋_GBK")) <= set(lacking(text, "方正小标宋简体"))
