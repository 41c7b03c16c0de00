"""A long page is searched in passages, so that a result loads the piece it shows and not the whole plan."""

from __future__ import annotations

from collections.abc import Iterable

from lowcapdocs.search.terms import BLOCK_END

_LONG = 700
"""Characters from which on a passage is full; it ends with the block that fills it."""


def passages(blocks: Iterable[str]) -> list[str]:
    """Blocks put together to texts of some length; no block is cut, so a piece of one is found whole. At least one."""
    done: list[str] = []
    held: list[str] = []
    length = 0
    for block in blocks:
        held.append(block)
        length += len(block) + 1
        if length >= _LONG:
            done.append(BLOCK_END.join(held))
            held, length = [], 0
    if held or not done:
        done.append(BLOCK_END.join(held))
    return done
