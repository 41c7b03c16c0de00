"""Python and the browser spell alike."""

from __future__ import annotations

import sys
import unicodedata

from playwright.sync_api import Page

from lowcapdocs.search.folding import fold, tidy


def test_every_assigned_character_is_folded_alike_here_and_in_the_browser(script: Page) -> None:
    codes = [code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    folded = script.evaluate("codes => codes.map((code) => fold(String.fromCodePoint(code)))", codes)
    assert [] == [hex(code) for code, there in zip(codes, folded, strict=True) if fold(chr(code)) != there]


def test_full_width_is_half_width_and_capitals_are_small() -> None:
    assert "vocs:(1,200)abc-123" == fold("ＶＯＣs：（1，200）ＡＢＣ－１２３")


def test_spaces_stay_between_latin_words_only() -> None:
    assert "VOCs ABC 12治理集士港镇" == tidy(" VOCs  ABC 12 治理\n 集士　港镇\t")


def test_what_cannot_be_seen_goes() -> None:
    assert "集士港évil" == tidy("集\u200b士\u202e港\u00ade\ufe0f\u0301v\x00il")


def test_texts_are_tidied_alike_here_and_in_the_browser(script: Page) -> None:
    characters = "集港 a1\n　Ａ：,e\u0301\u200b½ßΣ𠮷\u3000\u00a0)（"
    texts = [one + two + three for one in characters for two in characters for three in characters]
    there = script.evaluate("texts => texts.map(tidy)", texts)
    assert [] == [text for text, tidied in zip(texts, there, strict=True) if tidy(text) != tidied]
