"""axe-core in a page: what it finds, in one line each."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.builders import REPOSITORY

SCRIPT = (REPOSITORY / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """What breaks WCAG 2.1 A and AA, or good practice, on `page` as it now stands."""
    if page.evaluate("typeof window.axe") == "undefined":
        page.evaluate(SCRIPT)
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{rule['id']}: {node['target']} {node['html'][:160]}" for rule in found for node in rule["nodes"]]
