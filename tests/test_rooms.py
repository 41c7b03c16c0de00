"""Who may import whom: the house rules as a table, checked against every import statement."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import lowcapdocs

PACKAGE = Path(lowcapdocs.__file__).parent
DOORS = (
    "cli",
    "pipeline",
    "pdf",
    "press",
    "inspection",
    "workspace",
    "output",
    "issue",
    "batch",
    "job",
    "partial",
    "review",
    "stopping",
    "intaking",
    "returning",
    "rewriting",
    "archive",
    "rollover",
    "disclosing",
    "gathering",
    "framing",
    "publishing",
    "finishing",
    "engine_faults",
    "offering",
    "staging",
    "freshness",
    "serving",
)
ROOMS = {
    "problems",
    "template_faults",
    "template_files",
    "template_words",
    "parsed_markup",
    "model",
    "figures",
    "gongwen",
    "sources",
    "draft",
    "checks",
    "word",
    "workbook",
    "inspect",
    "convert",
    "intake",
    "returns",
    "renewal",
    "disclose",
    "web",
    "search",
    "bundle",
}

MAY_IMPORT: dict[str, set[str]] = {  # the longest key that fits a module holds; stdlib is free
    "": ROOMS,
    "problems": set(),
    "template_faults": {"template_files", "template_words", "problems", "jinja2"},
    "template_files": {"sources.rows", "jinja2"},
    "template_words": set(),
    "parsed_markup": {"lxml"},
    "gongwen": {"gongwen", "problems"},
    "model": {"model", "problems", "gongwen.wording"},
    "model.workdays": {"holidays"},
    "sources": {"sources", "model", "problems", "gongwen.standard", "gongwen.settings"},
    "sources.rows": {"sources.nodes", "sources.oversize", "problems", "yaml", "python_calamine"},
    "intake": {"intake", "sources", "model", "problems"},
    "intake.grid": {"intake", "sources", "problems", "python_calamine", "xlsxwriter"},
    "returns": {"returns", "intake", "sources", "checks", "figures", "model", "gongwen", "problems"},
    "returns.rules": {"returns", "xlsxwriter"},
    "returns.write": {"returns", "model", "gongwen", "xlsxwriter"},
    "renewal": {"renewal", "sources", "figures", "model", "problems", "yaml"},
    "figures": {"figures", "model", "gongwen.wording", "pandas"},
    "draft": {
        "draft",
        "template_faults",
        "template_files",
        "model",
        "figures",
        "gongwen",
        "problems",
        "jinja2",
        "markupsafe",
    },
    "draft.head": {"problems"},
    "draft.markup": {"gongwen"},
    "draft.table": {"draft.markup", "gongwen"},
    "draft.line": {"draft.markup", "gongwen"},
    "draft.fields": {"draft.head", "draft.markup", "gongwen"},
    "draft.parse": {"draft.head", "draft.fields", "draft.markup", "draft.table", "draft.line", "gongwen", "problems"},
    "checks": {"checks", "model", "figures", "gongwen", "problems"},
    "word": {"word", "gongwen"},
    "word.stationery": {"word", "gongwen", "docx"},
    "word.package": {"isal"},
    "gongwen.units": {"gongwen", "rjieba"},
    "disclose": {"disclose", "model", "figures", "gongwen", "problems"},
    "disclose.matcher": {"disclose", "gongwen", "ahocorasick_rs"},
    "disclose.html_text": {"disclose", "parsed_markup"},
    "disclose.data_text": {"disclose", "lxml"},
    "disclose.office_text": {"disclose", "parsed_markup", "inspect.package", "inspect.names", "problems", "lxml"},
    "disclose.pdf_text": {"disclose", "inspect.pdf_file", "pikepdf", "pypdfium2"},
    "disclose.extract": {"disclose", "inspect.package", "problems"},
    "web.raw_blocks": {"markdown"},
    "web": {
        "web",
        "template_faults",
        "template_files",
        "disclose.public",
        "model",
        "figures",
        "gongwen",
        "problems",
        "jinja2",
        "markupsafe",
    },
    "search": {"search", "lxml", "pypinyin"},
    "bundle": {"bundle", "problems", "parsed_markup"},
    "inspect": {"inspect", "gongwen", "problems", "lxml", "pdfplumber", "pdfminer"},
    "inspect.pages": {"inspect", "gongwen", "problems", "pdfplumber", "pypdfium2"},
    "inspect.pdf_file": {"problems", "pikepdf"},
    "convert": {"convert", "gongwen", "problems", "pikepdf"},
    "workbook": {"workbook", "gongwen", "xlsxwriter"},
    **{door: {*ROOMS, *DOORS} for door in DOORS},
    "cli": {*ROOMS, *DOORS, "commands", "click"},
    "commands": {*ROOMS, *DOORS, "commands", "click"},
    "workspace": {*ROOMS, *DOORS, "filelock"},
    "serving": {"problems", "watchdog"},
    "__main__": {"cli"},
}
SURROUNDINGS = {"environ", "getenv", "getcwd", "cwd", "home", "expanduser", "absolute", "today", "now", "utcnow"}
TOOLS = {"shutil", "tempfile", "subprocess"}
CONVERTING = {  # LibreOffice is a program of its own: it is started in one file, its files lie in a scratch folder
    "convert.process": {"subprocess", "tempfile"},
    "convert.scratch": {"tempfile", "write_bytes", "mkdir", "unlink"},
    "search.spool": {
        "tempfile"
    },  # an index is larger than memory: it grows in one nameless file of the caller's folder
}
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "touch", "rename", "symlink_to"}


def modules() -> dict[str, ast.Module]:
    """Every module of the package by its dotted name below `lowcapdocs`."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


MODULES = modules()


def imports(tree: ast.Module) -> Iterator[str]:
    """Every name that `tree` imports, our own without the name of the package."""
    for statement in ast.walk(tree):
        if isinstance(statement, ast.Import):
            names = [alias.name for alias in statement.names]
        elif isinstance(statement, ast.ImportFrom):
            assert statement.level == 0, "imports are absolute"
            names = [f"{statement.module}.{alias.name}" for alias in statement.names]
        else:
            continue
        yield from (name.removeprefix("lowcapdocs.") for name in names)


def within(name: str, rooms: set[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_its_room_may(module: str) -> None:
    rooms = [room for room in MAY_IMPORT if within(module, {room})]
    assert rooms, "a new room needs a line in the table"
    allowed = MAY_IMPORT[max(rooms, key=len)]
    foreign = [
        name
        for name in imports(MODULES[module])
        if name.split(".")[0] not in sys.stdlib_module_names and not within(name, allowed)
    ]
    assert [] == foreign


def test_every_room_of_the_table_exists_or_is_a_door() -> None:
    assert [] == [room for room in MAY_IMPORT if room not in MODULES and room not in DOORS]


@pytest.mark.parametrize("module", [name for name in MODULES if name not in DOORS])
def test_a_room_knows_nothing_of_clock_environment_and_folder(module: str) -> None:
    names = {each.attr for each in ast.walk(MODULES[module]) if isinstance(each, ast.Attribute)}
    assert set() == names & SURROUNDINGS
    assert [] == [name for name in imports(MODULES[module]) if within(name, {"time"})]


@pytest.mark.parametrize(
    "module",
    [
        name
        for name in MODULES
        if name not in ("output", "pipeline", "pdf", "issue", "workspace", "rewriting", "rollover", "staging")
    ],
)
def test_a_room_writes_no_file(module: str) -> None:
    nodes = list(ast.walk(MODULES[module]))
    names = {each.attr for each in nodes if isinstance(each, ast.Attribute)}
    calls = {each.func.id for each in nodes if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)}
    used = {name for name in imports(MODULES[module]) if within(name, TOOLS)}
    assert CONVERTING.get(module, set()) == used | names & WRITING | calls & {"open"}
