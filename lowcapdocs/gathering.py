"""What the site is made from: every campaign, reviewed, with what may be public of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lowcapdocs import disclosing, framing
from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.job import Job, open_job
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.site import Site
from lowcapdocs.pipeline import Result
from lowcapdocs.problems import Finding, PolicyError, Where, error, has_errors, warning
from lowcapdocs.review import Step, review
from lowcapdocs.sources import frame as site_frame
from lowcapdocs.sources import site as site_settings
from lowcapdocs.sources.frame import Frame
from lowcapdocs.sources.load import load_partly
from lowcapdocs.web import addresses
from lowcapdocs.workspace import Workspace

_REMEDY = "请看 disclosure.yaml 的公开属性、依据、审查人和日期；确要撤下的，用 lowcapdocs site build --force。"


@dataclass(slots=True)
class Work:
    """What is known while a site is made."""

    space: Workspace
    engine: str
    site: Site
    frame: Frame = field(default_factory=Frame)
    forced: bool = False
    jobs: list[tuple[Job, PublicCampaign | None]] = field(default_factory=list)
    left_out: list[Campaign] = field(default_factory=list)
    """Campaigns with errors that are not public."""

    @property
    def campaigns(self) -> list[Campaign]:
        """Every campaign whose data could be read, public or not."""
        return [*(job.campaign for job, _ in self.jobs), *self.left_out]

    @property
    def public(self) -> list[PublicCampaign]:
        """The campaigns that appear on the site."""
        return [public for _, public in self.jobs if public is not None]


def gather(
    space: Workspace, engine: str, result: Result, step: Step | None = None, *, forced: bool = False
) -> Work | None:
    """Every campaign, reviewed, with what may be public of it; None if anything is wrong, which `result` tells."""
    if not space.site_settings.is_file():
        message, remedy = "没有网站设置。", "请从 lowcapdocs new 新建的文件夹里复制 mkdocs.yml 和 site、templates/web。"
        raise PolicyError([error("site-not-set-up", Where("mkdocs.yml"), message, remedy)])
    site = Site(name="")
    try:
        site = site_settings.load(space.site_settings)
    except PolicyError as problem:  # told together with what is wrong with the data
        result.findings += problem.findings
    frame = site_frame.load(space.site_settings)
    result.findings += [*framing.missing(space, frame), *framing.tied(frame)]
    work = Work(space, engine, site, frame, forced)
    for name in space.chosen(()):
        try:
            job = open_job(space, name)
        except PolicyError as problem:
            _refuse(work, name, problem.findings, result)
            continue
        found = review(job, step)
        if has_errors(found):
            _refuse(work, name, found, result)
            continue
        result.findings += found
        work.jobs.append((job, disclosing.public_campaign(job)))
    if result.failed:
        return None
    _look_at_names(work, result)
    for job, public in work.jobs:
        if public is not None:
            result.findings += _lost_documents(work, job, public)
    return work


def _look_at_names(work: Work, result: Result) -> None:
    """Two public campaigns of one name cannot be told apart; a site that loses one, or has none, is a slip."""
    owners: dict[str, str] = {}
    for public in work.public:
        campaign = public.campaign
        other = owners.setdefault(f"{campaign.place}{campaign.name}", campaign.id)
        if other != campaign.id:
            message = f"与活动“{other}”同名，网站上分不清。"
            where = Where(f"policy_data/{campaign.id}/campaign.yaml", column="name")
            result.findings.append(warning("site-same-name", where, message, "请改其中一个的名称。"))
    shown = {path.parent.name for path in work.space.site_folder.glob("*/figures.html")}
    gone = sorted(shown - {public.campaign.id for public in work.public})
    fresh = [public.campaign.id for public in work.public if public.campaign.id not in shown]
    unread = set(gone).difference(work.space.campaigns())
    tell = warning if work.forced else error
    stays = "" if work.forced else "原来的网站没有动。"
    for name in gone:
        where = Where(f"policy_data/{name}")
        if name in unread:
            message, remedy = _unread(work.space, name, fresh)
            result.findings.append(tell("site-campaign-gone", where, message + stays, remedy))
        elif work.public:
            message = "现在网站上有这个活动，这次没有可以公开的内容，会整个撤下。" + stays
            result.findings.append(tell("site-campaign-gone", where, message, _REMEDY))
    if not work.public and (work.forced or not gone or unread != set(gone)):
        message = "没有可以公开的专项行动，网站会是空的。" + (stays if gone else "")
        result.findings.append((tell if gone else warning)("site-empty", Where("policy_data"), message, _REMEDY))


def _unread(space: Workspace, name: str, fresh: list[str]) -> tuple[str, str]:
    """What is told of a campaign on the present site that has no data any more, and what to do; `fresh` are those that
    the site has not yet, one of which may be the same under another name.
    """
    if (space.data / name).is_dir():
        cause, remedy = "文件夹里没有 campaign.yaml（或 .csv、.xlsx）了", "请把它放回来"
    else:
        cause, remedy = "这个文件夹没有了，可能改了名、移走了或者删掉了", "请把它改回原来的名称或者放回来"
        if fresh:
            remedy = f"是不是改成了{'、'.join(f'“{each}”' for each in fresh)}？{remedy}；网址跟着文件夹的名称，公布以后不要改"
    message = f"现在网站上有这个活动，{cause}，会整个撤下。"
    return message, f"{remedy}。确要撤下的，用 lowcapdocs site build --force。"


def _lost_documents(work: Work, job: Job, public: PublicCampaign) -> Iterator[Finding]:
    """Issued documents in the catalogue that have their page on the present site and would have none: what was said
    to the public does not go because a row of the data did. What somebody decided not to publish goes, and is told.
    """
    stay = {(document.entry.id, document.key) for document in public.documents}
    name = job.campaign.id
    why = {(each.entry.id, each.target.key): each.decision.why for each in disclosing.decisions(job)}
    for line in job.campaign.publications:
        document = (line.document, line.unit)
        text = job.issued.get(document)
        if text is None or document in stay:
            continue
        if not (work.space.site_folder / addresses.document(name, *document)).is_file():
            continue
        label = job.campaign.document[line.document].label
        called = f"{label}（{line.unit}）" if line.unit else label
        if decided := why.get(document):
            message = f"“{called}”已经印发，现在网站上有，这次撤下：{decided}。"
            yield warning("site-document-gone", line.where, message, "请核对是不是要撤下的；不要撤下的，改回来再生成。")
            continue
        message = f"“{called}”已经印发，现在网站上有，这次却会撤下：现在的数据里没有这一份，报送的行、状态等可能删了或者改了。"
        message += "原来的网站没有动。" * (not work.forced)
        remedy = (
            f"印发文本还在（{text.name}），请把数据改回来；要撤回印发的，改回来以后用 lowcapdocs issue --withdraw。"
            "只从网站撤下的，删去公开目录里的这一行，或者用 lowcapdocs site build --force。"
        )
        tell = warning if work.forced else error
        yield tell("site-document-gone", line.where, message, remedy)


def _refuse(work: Work, name: str, found: Iterable[Finding], result: Result) -> None:
    """A campaign with errors stops the site, unless it is certain that nothing of it is public."""
    campaign, _ = load_partly(work.space.data / name, shown_as=f"policy_data/{name}")
    if campaign is None or campaign.disclosure.is_open("campaign"):
        result.findings += found
        return
    work.left_out.append(campaign)
    count = sum(each.level == "error" for each in found)
    message = f"这个活动有{count}处错误；它没有公开，不影响网站。"
    where, remedy = Where(f"policy_data/{name}"), f"请用 lowcapdocs check {name} 查看。"
    result.findings.append(warning("site-campaign-left-out", where, message, remedy))
