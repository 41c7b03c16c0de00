"""How titles sound: one syllable a character, without tones."""

from __future__ import annotations

from typing import Any

from pypinyin import Style, pinyin

from lowcapdocs.search.folding import fold


def _apart(text: str) -> Any:
    """What has no sound, one character after the other: pypinyin takes a list as well, whatever its types say."""
    return list(text)


class Sounds:
    """Syllables of titles, and what was learnt on the way: how the characters of this site are read."""

    def __init__(self) -> None:
        self._readings: dict[str, set[str]] = {}

    def of(self, title: str) -> list[str]:
        """A syllable for each character of the folded `title`; what is not Chinese stands for itself."""
        folded = fold(title)
        said = [each[0] for each in pinyin(folded, style=Style.NORMAL, errors=_apart)]
        if len(said) != len(folded):
            return list(folded)
        for character, syllable in zip(folded, said, strict=True):
            if syllable != character:
                self._readings.setdefault(character, set()).add(syllable)
        return said

    @property
    def readings(self) -> dict[str, str]:
        """The syllables of each character that stands in a title, apart by a space."""
        return {character: " ".join(sorted(said)) for character, said in sorted(self._readings.items())}
