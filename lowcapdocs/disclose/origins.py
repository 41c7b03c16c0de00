"""Where in the data a number or address stands that was found in the site by its form alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from lowcapdocs.disclose.normal import key
from lowcapdocs.disclose.secrets import walked
from lowcapdocs.problems import Where

_DIVIDING = re.compile(r"[ \-()./_]")


def origins(values: Collection[str], data: Iterable[object]) -> dict[str, Where]:
    """The first place of each of `values` (`patterns.Number.value`) in `data`; of one that does not stand there none."""
    found: dict[str, Where] = {}
    for record in data:
        for _, value, where in walked(record):
            if isinstance(value, str) and str(where):
                text = key(value)
                close = _DIVIDING.sub("", text)
                for each in values:
                    if each not in found and (each in text or each in close):
                        found[each] = where
    return found
