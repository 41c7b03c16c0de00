"""What may not be public reaches no file of a whole site, however it is put in."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from lowcapdocs.workspace import Workspace, create
from tests.small_site import built, everything, little, text_of
from tests.workspaces import DATA, edit, run


def test_a_withheld_name_that_is_a_pair_of_characters_of_other_words_is_no_leak(tmp_path: Path) -> None:
    ledger = (
        "编号,镇街,企业名称,指标,状态,停产日期,法定代表人\nf1,东镇,甲区某某铸造厂,整治提升数,停产,2020-04-01,务分\n"
    )
    space = little(tmp_path, {f"{DATA}/ledger.csv": ledger})
    built(space)
    (space.root / "site/about.md").write_text("# 关于\n\n法定代表人：务分\n", encoding="utf-8")
    ran = run(space.root, "site", "build")
    assert (1, True) == (ran.code, "leak-withheld" in ran.codes()), ran.err


ADDRESS = "甲区永安西路八十八号后院"
FIRM = f"""编号,企业名称,镇街,指标,状态,列入日期,地址
f1,永安铸造厂,东镇,整治提升数,列入,2020-03-02,{ADDRESS}
"""


def test_a_document_that_prints_what_the_data_withholds_stops_the_site(tmp_path: Path) -> None:
    """Its text was signed and it is published; the column decides for itself, and somebody has to look."""
    space = little(tmp_path, {f"{DATA}/ledger.csv": FIRM})
    assert 0 == run(tmp_path, "issue", "test", "table", "--date", "2020-02-02").code
    edit(tmp_path / DATA / "issued/table.md", "\n:::\n", f"\n:::\n企业在{ADDRESS}。\n")
    ran = run(tmp_path, "site", "build")
    assert (1, True) == (ran.code, "leak-withheld" in ran.codes()), ran.err
    assert f"{DATA}/ledger.csv" in ran.err
    assert not space.site_folder.exists()


NOT_PUBLIC = {
    "departments.csv": ("备注",),
    "towns.csv": ("备注",),
    "progress.csv": ("备注",),
    "ledger.csv": ("地址", "法定代表人", "联系电话", "备注"),
}


def planted(space: Workspace) -> list[str]:
    """A secret in each field of the sample that is not public, whatever its row; what was planted."""
    secrets: list[str] = []

    def secret() -> str:
        secrets.append(f"机要事项{len(secrets):04}号")
        return secrets[-1]

    folder = space.data / "haishu-2020"
    for name, columns in NOT_PUBLIC.items():
        text = (folder / name).read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        heading = next(csv.reader(io.StringIO(text)))
        for row in rows:
            row.update({column: secret() for column in columns})
        with (folder / name).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, heading)
            writer.writeheader()
            writer.writerows(rows)
    path = folder / "campaign.yaml"
    text = re.sub(r"(?m)^notes: .*$", lambda _: f"notes: {secret()}", path.read_text(encoding="utf-8"))
    text = re.sub(r"(?m)^(  (?:contact|phone)): .*$", lambda line: f"{line[1]}: {secret()}", text)
    path.write_text(f"# {secret()}\n{text}", encoding="utf-8")
    path = folder / "documents.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^(  disclosure_reason): .*$", lambda line: f"{line[1]}: {secret()}", text))
    return secrets


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, list[str]]:
    """The site of the sample, with secrets in its data."""
    space = Workspace(tmp_path_factory.mktemp("guarded") / "space")
    create(space.root)
    secrets = planted(space)
    return built(space), secrets


def test_no_secret_of_the_data_is_in_the_bundle(guarded: tuple[Workspace, list[str]]) -> None:
    space, secrets = guarded
    assert len(secrets) > 200
    held = "机要事项"
    assert [] == [name for name, data in everything(space) if held.encode() in data or held.encode("utf-16-le") in data]
    assert "集士港镇" in text_of(space, "haishu-2020/towns/jishigang.html")


def test_a_secret_that_someone_publishes_by_hand_stops_the_site(guarded: tuple[Workspace, list[str]]) -> None:
    space, secrets = guarded
    page = space.root / "site/about.md"
    page.write_text(f"# 关于\n\n{secrets[-1]}、{secrets[200]}\n", encoding="utf-8")
    ran = run(space.root, "site", "build")
    page.unlink()
    assert (1, True) == (ran.code, "about.html" in ran.err), ran.err
    assert not (space.site_folder / "about.html").exists()


def test_a_secret_within_a_public_text_does_not_become_public_by_that(guarded: tuple[Workspace, list[str]]) -> None:
    space, secrets = guarded
    before = space.site_settings.read_text(encoding="utf-8")
    edit(space.site_settings, "organizer: ", f"organizer: 已约谈{'、'.join(secrets[::9])}的")
    ran = run(space.root, "site", "build")
    space.site_settings.write_text(before, encoding="utf-8")
    assert (1, True) == (ran.code, "leak-withheld" in ran.codes()), ran.err
