"""What was found in the site, gathered value by value, and told to the one who must mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lowcapdocs.disclose.origins import origins
from lowcapdocs.disclose.patterns import Number
from lowcapdocs.disclose.piece import Flaw
from lowcapdocs.disclose.secrets import Secret, masked
from lowcapdocs.problems import Finding, Where, error

_MOST_SHOWN = 8
"""Addresses that a message lists: pages first, files of data next, those that search made of pages last."""
_AT_SOURCE = "请从数据或模板里删去后重新生成。"
_UNLESS = "确可公开的，写进 policy_data/allowed.yaml 并注明理由。"


class Leak(NamedTuple):
    """One thing that may not be public: what messages say of it, and the `text` that an allow-list may name."""

    code: str
    text: str
    message: str
    remedy: str
    by_form: bool = False
    """Whether it was known by its form alone, so that its record is still to be found."""

    @classmethod
    def of_secret(cls, secret: Secret) -> Leak:
        """A value that the data holds and does not make public; the message names its record."""
        place = f"（{secret.where}）" if str(secret.where) else ""
        message = f"出现了数据里没有公开的内容“{secret.masked}”{place}"
        remedy = f"核对公开属性（disclosure.yaml、publications）；{_UNLESS}"
        return cls("leak-withheld", secret.text, message, remedy)

    @classmethod
    def of_number(cls, number: Number) -> Leak:
        """A personal number by its form."""
        shown = masked(number.value, "code")
        remedy = f"{_AT_SOURCE}{_UNLESS}"
        contact = f"{_AT_SOURCE}本单位的联系方式写进 mkdocs.yml 的 contacts；{_UNLESS}"
        match number.form:
            case "identity":
                return cls("leak-identity", number.value, f"出现了居民身份证号码“{shown}”", remedy, True)
            case "card":
                return cls("leak-card", number.value, f"出现了银行卡号“{shown}”", remedy, True)
            case "phone":
                return cls("leak-phone", number.value, f"出现了单位联系方式以外的电话号码“{shown}”", contact, True)
            case "mail":
                return cls("leak-mail", number.value, f"出现了单位联系方式以外的电子邮箱“{shown}”", contact, True)

    @classmethod
    def of_draft(cls, word: str) -> Leak:
        """A word in a title that says that it is no final text."""
        remedy = f"没有定稿的不公开（条例第十六条）；{_UNLESS}"
        return cls("leak-draft", word, f"标题、文件名或文首有“{word}”字样", remedy)

    @classmethod
    def of_mark(cls, mark: str) -> Leak:
        """A mark of secrecy."""
        return cls("leak-secrecy", mark, f"有密级或内部标志“{mark}”", "立即撤下，按保密规定处理。")

    @classmethod
    def of_flaw(cls, flaw: Flaw) -> Leak:
        """Something hidden in a file, or a file that cannot be looked into."""
        if flaw.unreadable:
            return cls("leak-unreadable", flaw.message, f"{flaw.message.rstrip('。')}，不能公开", "换成能检查的文件。")
        return cls("leak-hidden", flaw.message, f"文件里{flaw.message}，不能公开", "请清除后再公开。")


def _rank(found: tuple[str, str]) -> int:
    address = found[0]
    return 2 if address.startswith("search/") else 0 if address.endswith((".html", ".htm")) else 1


class Leaks:
    """Leaks by what they are; of each the first places and how many files have it."""

    def __init__(self) -> None:
        self._places: dict[Leak, dict[str, str]] = {}

    def add(self, leak: Leak, address: str, place: str) -> None:
        """Note that the file at `address` has the leak, at `place` first."""
        self._places.setdefault(leak, {}).setdefault(address, place)

    def findings(self, data: Iterable[object] = ()) -> list[Finding]:
        """One error for each leak, in the order they were met; `data` is where it may come from."""
        numbers = [leak.text for leak in self._places if leak.by_form]
        known = origins(numbers, data) if numbers else {}
        return [_finding(leak, places, known.get(leak.text)) for leak, places in self._places.items()]


def _finding(leak: Leak, places: Mapping[str, str], origin: Where | None) -> Finding:
    (first, place), *others = sorted(places.items(), key=_rank)
    message = leak.message + (f"（{origin}）" if origin and leak.by_form else "")
    if others:
        shown = [address for address, _ in others[: _MOST_SHOWN - 1]]
        more = f"等共{len(places)}个文件" if len(places) > _MOST_SHOWN else ""
        message += f"；另见 {'、'.join(shown)}{more}"
    return error(leak.code, Where(first, column=place), f"{message}。", leak.remedy)
