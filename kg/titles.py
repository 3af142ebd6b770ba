"""Titles and numbers of documents in the one form under which citations are looked up."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.analysis import Analysis
from corpus.number import DocumentNumber
from corpus.store.graph_rows import WorkKey

_NOISE = re.compile(r"[\s　“”\"'‘’「」『』《》〈〉<>、，,。.；;：:·\-—–_~～…()（）\[\]【】〔〕]+")
_PRINTED = re.compile(
    r"(?:印发|转发|公布|发布|下发)(?:了)?[《〈<「]?(?P<inner>.+?)[》〉>」]?的(?:通知|公告|命令|令|函|决定)$"
)
_ABOUT = re.compile(r"^(?P<issuers>[^《》]{2,60}?)(?P<about>关于.+)$")
_PAPER = re.compile(
    r"(?:规划|计划|方案|办法|细则|纲要|意见|措施|要点|预案|制度|清单|规定|标准|指南)"
    r"(?:20\d{2}20\d{2}年?)?(?:试行|暂行)?$"
)
# what a notice prints, its marks left out: 某规划20212025年, 某办法试行
_STAGE = re.compile(
    r"[（(](?:征求意见稿|公开征求意见稿|草案|送审稿|讨论稿|试行|暂行|修订|修正|修订版|第?[一二三四五六七八九十]稿)[）)]$"
)
_DRAFT = re.compile(r"[（(](?:公开)?(?:征求意见稿|草案|送审稿|讨论稿|修订草案)[^（）()]*[）)]")


@dataclass(frozen=True, slots=True)
class Names:
    """The names under which a document may be cited, in their one form.

    Attributes:
        number: its 文号; None where it has none.
        titles: its title, and that without the bodies before 关于.
        printed: the title of what it prints or forwards.
        inner: the titles that a notice has which prints it.
    """

    number: str | None
    titles: tuple[str, ...]
    printed: tuple[str, ...]
    inner: tuple[str, ...]


def plain(title: str) -> str:
    """A title without marks and white space: two that differ only in these are the same."""
    return _NOISE.sub("", title)


def key_of(name: str) -> str:
    """The id of the work with this name in its one form."""
    return "w" + hashlib.sha256(name.encode()).hexdigest()[:15]


def number_key(number: str | None) -> str | None:
    """The id of the work with this number; None for what is no 文号."""
    found = DocumentNumber.find(number) if number else None
    return key_of(str(found)) if found else None


def names_of(analysis: Analysis) -> Names:
    """The names of a document."""
    metadata = analysis.metadata
    title = metadata.title or ""
    number = metadata.document_number
    whole = plain(title)
    short = _ABOUT.match(title.strip())
    issuer = plain(metadata.issuer or "")
    with_issuer = issuer + whole if issuer and whole.startswith("关于") else ""
    titles = (whole, plain(short["about"]) if short else "", with_issuer)
    printing = _PRINTED.search(title.strip())
    printed = (plain(printing["inner"]),) if printing else ()
    notice = f"关于印发{whole}的通知" if _PAPER.search(whole) and not printing else ""
    notices = (notice, issuer + notice if issuer and notice else "")
    return Names(str(number) if number else None, _long(titles), _long(printed), _long(notices))


def _long(names: Iterable[str]) -> tuple[str, ...]:
    """The names that are long enough to tell a document, each once."""
    return tuple(dict.fromkeys(name for name in names if len(name) > 3))


def work_keys(analysis: Analysis) -> tuple[WorkKey, ...]:
    """The names of a document as rows; a name counts once, by its surest meaning."""
    names, document = names_of(analysis), analysis.document.id
    found: dict[str, WorkKey] = {}
    hows = ("number", (names.number,)), ("title", names.titles), ("printed", names.printed), ("inner", names.inner)
    for how, values in hows:
        for value in values:
            if value:
                found.setdefault(key_of(value), WorkKey(key_of(value), document, how))
    return tuple(found.values())


def is_draft(title: str) -> bool:
    """Whether a title says that the document is not the final one."""
    return _DRAFT.search(title) is not None


def final_title(title: str) -> str:
    """The title that the final version of a draft has, in its one form; that of the printed document, if it prints."""
    bare = re.sub(
        r"公开征求意见的?(?:通知|公告|函)$|征求.{0,12}意见的?(?:通知|公告|函)$", "", _DRAFT.sub("", title.strip())
    )
    quoted = re.search(r"《(?P<inner>[^《》]+)", bare)
    return plain(quoted["inner"] if quoted else bare)


def about(title: str) -> str:
    """What a title is of, in its one form: without bodies, stage marks and the words of printing."""
    inner = _PRINTED.search(title.strip())
    bare = _STAGE.sub("", _DRAFT.sub("", inner["inner"] if inner else title.strip()))
    short = _ABOUT.match(bare)
    return plain(short["about"] if short else bare)
