"""What stands above a page for the site generator, as YAML: its title, and for our overrides the rest of its <head>."""

from __future__ import annotations

import json

from lowcapdocs.model.site import Site
from lowcapdocs.web.html_head import html_head
from lowcapdocs.web.markup import safe
from lowcapdocs.web.page import Page


def front_matter(page: Page, site: Site) -> str:
    """The block with its two lines `---`, each value JSON on one line, which is YAML that the fast loader reads.

    `title` and `head` are HTML; `published` (YYYY-MM-DD) is there only where it is known.
    """
    told: dict[str, object] = {
        "title": safe(page.title),
        "hide": ["navigation"] if page.contents else ["navigation", "toc"],
        "head": html_head(page, site),
    }
    if page.published:
        told["published"] = page.published.date().isoformat()
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in told.items()]
    return "\n".join(["---", *lines, "---\n"])
