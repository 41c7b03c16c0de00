"""Template files as Windows programs save them, read for Jinja as data and drafts are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, TemplateError, TemplateNotFound
from jinja2.loaders import split_template_path

from lowcapdocs.sources.rows import decode


class UnreadableTemplateError(TemplateError):
    """A file that is there and cannot be read; `name` is what templates call it."""

    def __init__(self, name: str, cause: OSError | UnicodeDecodeError) -> None:
        super().__init__(name)
        self.name, self.cause = name, cause


class TemplateFiles(FileSystemLoader):
    """Loads templates in UTF-8, UTF-16 or GB18030, in folders of which the first that has a file counts."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of `template`, and its file. Raises TemplateNotFound, UnreadableTemplateError."""
        parts = split_template_path(template)
        file = next((file for folder in self.searchpath if (file := Path(folder, *parts)).is_file()), None)
        if file is None:
            raise TemplateNotFound(template)
        try:
            return decode(file.read_bytes()), str(file), lambda: True
        except (OSError, UnicodeDecodeError) as problem:
            raise UnreadableTemplateError(template, problem) from problem
