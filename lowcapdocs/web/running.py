"""Running text with values in it: spans → HTML with links, and the prose of the data → spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lowcapdocs.gongwen.elements import Span, Spans, plain
from lowcapdocs.gongwen.wording import decimal_text
from lowcapdocs.model.quantity import BOUNDS, Target
from lowcapdocs.model.task import PLACEHOLDER, Basis, Task
from lowcapdocs.web.atlas import Atlas
from lowcapdocs.web.markup import linked, safe

_ENDS = ("。", "！", "？", "…", "：", "；")


def running(spans: Spans, atlas: Atlas, here: str) -> str:
    """`spans` as HTML on the page `here`; a value leads to its page, a figure (class `figure`) to its definition."""
    return "".join(_span(span, atlas, here) for span in spans)


def _span(span: Span, atlas: Atlas, here: str) -> str:
    text, strong, path = span
    written = f"<strong>{safe(text)}</strong>" if strong else safe(text)
    goal = atlas.goal(path) if path else None
    if goal is None or goal.address == here:
        return written
    figure = ' class="figure"' if goal.figure else ""
    return f'<a{figure} href="{safe(linked(here, goal.address))}">{written}</a>'


def task_text(task: Task) -> Spans:
    """What is to be done, with its targets and basis documents filled in."""
    targets = {target.id: target_spans(task, target) for target in task.targets}
    return tuple(_filled(task.text, targets, task.basis))


def prose(text: str, basis: Iterable[Basis]) -> Spans:
    """A text of the data with the basis documents that it names."""
    return tuple(_filled(text, {}, basis))


def closed(spans: Spans) -> Spans:
    """`spans` as a paragraph of their own: it ends with a 句号, unless with a mark of its own.

    A text that documents go on from is stored without.
    """
    text = plain(spans).rstrip()
    ended = not text or text.rstrip("”’）》」』")[-1:] in _ENDS
    return spans if ended else (*spans, Span("。"))


def target_spans(task: Task, target: Target) -> Spans:
    """10家以上, 不少于10家: the number carries the path."""
    before = target.bound if target.bound in BOUNDS[3:] else ""
    after = "" if before else target.bound
    number = Span(decimal_text(target.amount), path=f"task/{task.id}/{target.id}")
    return tuple(span for span in (Span(before), number, Span(target.unit + after)) if span.text)


def _filled(text: str, values: dict[str, Spans], basis: Iterable[Basis]) -> Iterator[Span]:
    """`{id}` of a value or a basis document is replaced; any other stays as text."""
    titles = {each.id: each.title for each in basis}
    end = 0
    for found in PLACEHOLDER.finditer(text):
        yield Span(text[end : found.start()])
        if found[1] in values:
            yield from values[found[1]]
        else:
            title = titles.get(found[1])
            yield Span(found[0] if title is None else f"《{title}》")
        end = found.end()
    yield Span(text[end:])
