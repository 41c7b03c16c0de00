"""The templates of a workspace, each read and compiled once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import Template, meta

from lowcapdocs.draft.environment import DraftEnvironment
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.problems import Finding, PolicyError, Where
from lowcapdocs.template_faults import FAULTS, fault


class Templates:
    """What documents.yaml names as templates, below `folders`."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self.environment = DraftEnvironment(folders)
        self._compiled: dict[str, tuple[Template, frozenset[str]]] = {}

    def of(self, entry: DocumentEntry) -> tuple[Template, frozenset[str]]:
        """The template of `entry`, and what of its context it uses. Raises PolicyError if it cannot be read."""
        name = entry.template
        if name not in self._compiled:
            try:
                template = self.environment.get_template(name)
                used = meta.find_undeclared_variables(self.environment.parse(self._source(name)))
            except FAULTS as problem:
                found = fault(problem, name, self.environment, entry.place("template"))
                raise PolicyError([found]) from problem
            self._compiled[name] = template, frozenset(used)
        return self._compiled[name]

    def _source(self, name: str) -> str:
        return self.environment.loader.get_source(self.environment, name)[0]  # type: ignore[union-attr]

    def findings(self, entries: Iterable[DocumentEntry]) -> Iterator[Finding]:
        """What is wrong with the templates of `entries`, and with those that they name, before any is filled."""
        seen: set[str] = set()
        for entry in entries:
            if entry.template and entry.template not in seen:
                yield from self._look(entry.template, entry.place("template"), seen)

    def _look(self, name: str, asked: Where, seen: set[str]) -> Iterator[Finding]:
        seen.add(name)
        try:
            self.environment.get_template(name)
            named = meta.find_referenced_templates(self.environment.parse(self._source(name)))
        except FAULTS as problem:
            yield fault(problem, name, self.environment, asked)
            return
        for other in named:
            if other is not None and other not in seen:
                yield from self._look(other, Where(f"templates/{name}"), seen)
