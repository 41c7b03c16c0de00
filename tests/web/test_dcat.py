from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.model.site import Site
from lowcapdocs.web import structured
from lowcapdocs.web.dcat import catalogue
from lowcapdocs.web.html_head import metadata
from lowcapdocs.web.open_data import datasets, files
from tests.web.opened import opened, record, reported
from tests.web.publish import pages, sample

BARE = Site(name="测试网")
FULL = Site(
    name="测试网", url="https://a.gov.cn/zt/", organizer="某区人民政府", operator="某局", licence="注明来源即可使用",
    licence_url="https://a.gov.cn/licence", contacts={"电话": "12345", "邮箱": "bgs@a.gov.cn"},
)  # fmt: skip
RECORDS = [record(dated=date(2020, 7, 1))]
LISTED = datasets([opened(reported())], RECORDS)


def dcat(site: Site) -> list[dict[str, Any]]:
    asset = catalogue(LISTED, site)
    assert "data.json" == asset.address
    return list(json.loads(asset.data)["dataset"])


def test_every_table_is_a_dataset_with_what_dcat_asks_for() -> None:
    found = dcat(FULL)
    assert [table.kind.name for table in LISTED[0].tables] == [each["identifier"].rpartition("/")[2] for each in found]
    required = {
        "title", "description", "keyword", "modified", "publisher", "contactPoint", "identifier", "accessLevel", "license",
        "distribution",
    }  # fmt: skip
    assert all(required <= each.keys() for each in found)
    assert {"2020-07-01"} == {each["modified"] for each in found}
    assert {"public"} == {each["accessLevel"] for each in found}
    assert {"mailto:bgs@a.gov.cn"} == {each["contactPoint"]["hasEmail"] for each in found}
    assert "https://a.gov.cn/zt/data/test/towns.csv" == found[0]["distribution"][0]["downloadURL"]


def test_nothing_that_is_not_configured_is_said() -> None:
    for each in dcat(BARE):
        assert set() == each.keys() & {"publisher", "contactPoint", "license", "landingPage"}
        assert f"{each['identifier']}.csv" == each["distribution"][0]["downloadURL"]


def test_what_is_invented_is_said_to_be() -> None:
    public = replace(opened(reported()), sample="台账为演示而编。")
    (found, *_) = json.loads(catalogue(datasets([public], ()), BARE).data)["dataset"]
    assert found["description"].endswith("示例：台账为演示而编。")


def test_the_days_of_reports_are_told_as_an_interval() -> None:
    found = {each["identifier"]: each.get("temporal") for each in dcat(BARE)}
    assert "2020-04-01/2020-05-31" == found["data/test/progress"]
    assert found["data/test/towns"] is None


def test_the_page_of_open_data_describes_a_dataset_a_campaign() -> None:
    found = structured.datasets(LISTED, FULL)
    (graph,) = found["@graph"]
    assert ("Dataset", "2020-07-01", "2020-04-01/2020-05-31", "https://a.gov.cn/licence") == tuple(
        graph[name] for name in ("@type", "dateModified", "temporalCoverage", "license")
    )
    assert {"@type": "GovernmentOrganization", "name": "某区人民政府", "url": "https://a.gov.cn/zt/"} == graph[
        "publisher"
    ]
    assert "https://a.gov.cn/zt/data/test/towns.csv" == graph["distribution"][0]["contentUrl"]
    assert {} == structured.datasets((), FULL)


def test_without_an_address_no_download_is_named() -> None:
    (graph,) = structured.datasets(LISTED, BARE)["@graph"]
    assert set() == graph.keys() & {"distribution", "publisher", "license"}


def test_a_document_is_a_report_of_its_issuers() -> None:
    found = structured.article(record(number="甲〔2020〕1号", issuers=("某局", "某委"), dated=date(2020, 4, 20)), FULL)
    assert ("Report", "甲〔2020〕1号", "2020-04-20") == (found["@type"], found["reportNumber"], found["dateCreated"])
    assert ["某局", "某委"] == [each["name"] for each in found["author"]]
    assert "https://a.gov.cn/zt/test/documents/notice.html" == found["url"]
    assert "datePublished" not in found


def test_a_campaign_is_a_service_of_its_issuer_for_its_place() -> None:
    found = structured.service(opened(reported()), BARE)
    assert ("GovernmentService", "海曙区工强办", "海曙区") == (
        found["@type"], found["provider"]["name"], found["areaServed"]["name"],
    )  # fmt: skip


# Who publishes, and who made it


def of_nobody() -> PublicCampaign:
    """A campaign of which nobody knows whose it is."""
    public = opened(reported())
    return replace(public, campaign=replace(public.campaign, issuer=None))


def source_of(public: PublicCampaign) -> object:
    """What a JSON file of the campaign says that it comes from."""
    file = next(each for each in files(datasets([public], ()), FULL) if each.address.endswith("towns.json"))
    return json.loads(file.data)["source"]


def test_the_site_publishes_what_the_office_of_the_campaign_made() -> None:
    (graph,) = structured.datasets(LISTED, FULL)["@graph"]
    for found in (*dcat(FULL), graph):
        assert ("某区人民政府", "海曙区工强办") == (found["publisher"]["name"], found["creator"]["name"])
    assert "海曙区工强办" == source_of(opened(reported()))


def test_where_nobody_knows_who_made_it_the_publisher_is_not_said_to_have() -> None:
    public = of_nobody()
    listed = datasets([public], ())
    (graph,) = structured.datasets(listed, FULL)["@graph"]
    for found in (*json.loads(catalogue(listed, FULL).data)["dataset"], graph):
        assert "某区人民政府" == found["publisher"]["name"]
        assert "creator" not in found
    assert source_of(public) is None
    assert "provider" not in structured.service(public, FULL)


def test_a_document_of_nobody_known_names_no_source() -> None:
    found = {page.address: page for page in pages([sample("huzhou")], FULL)}
    document = found["huzhou/documents/figures.html"]
    assert {"ArticleTitle"} == {name for name, text in metadata(document, FULL) if text} & {
        "ArticleTitle",
        "ContentSource",
    }
    assert "公开数据，某区人民政府发布，" in found["data.html"].body
