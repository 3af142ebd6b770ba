"""Bodies that a document itself sets up or names for short, wherever it calls them so.

成立联合采购办公室, 下设监督组、专家组, 试点工作领导小组(以下简称试点小组).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from extract.bodies.collectives import GROUP
from extract.bodies.names import Body

_END = r"(?:办公室|小组|[一-鿿]组|指挥部|专班|联席会议|委员会)"
_INTRODUCED = re.compile(
    rf"以下(?:简称|统称|称)(?:为|:)?\"?(?P<short>[一-鿿]{{2,12}}?{_END})\"?\)"
    rf"|(?:成立|组建|设立|下设|内设(?!立))(?P<names>[一-鿿]{{1,12}}?{_END}(?:[、和及][一-鿿]{{1,12}}?{_END}){{0,9}})(?=[,。;:(\n])"
)
"""The short name of a body in brackets, or those that are set up, which end a part of a sentence."""
_NAME = re.compile(rf"[一-鿿]{{1,12}}?{_END}(?=[、和及]|\Z)")
_NO_NAME = re.compile(
    r"[的将由对是了为被其向从至以按须可会请且有但要把各并]|相应|专门|专项工作|临时|若干|[一二三四五六七八九十两多\d]个"
    r"|^(?:党|工会|村民|居民|业主|监督|领导|工作|项目)?(?:小组|工作组|办公室|委员会|指挥部|专班|联席会议|小小?组)\Z"
)
"""What such a name does not hold, and names that any body may have."""
_STAFF = ("小组", "指挥部", "联席会议", "专班")
_BEFORE = re.compile(
    r"(?:[^一-鿿]|[由经向与和及对在将给报为请同把让从]|成立|组建|设立|下设|内设|简称|统称|会同|通过|联合|配合|督促|指导|其中|同意)\Z"
)
"""What stands right before the name alone, and not before the name of another body that ends like it."""


_CALLED = re.compile(r"\(以下简?称(?:为|:)?\"?(?P<short>[一-鿿]{2,16})\"?\)")
"""The short name of the body that stands right before it."""


def short_name_behind(text: str, end: int) -> str | None:
    """The short name that `text` (folded) gives to the body that ends at `end`: 试点工作领导小组|(以下简称试点小组)."""
    called = _CALLED.match(text, end) if text.startswith("(", end) else None
    return called["short"] if called else None


def find_introduced(text: str) -> Iterator[Body]:
    """The places of such names in `text` (folded), and those of their offices.

    One that is set up and never named again is no body of the document, but what is promised.
    """
    lists = (match["short"] or match["names"] for match in _INTRODUCED.finditer(text))
    introduced = {name for names in lists for name in _NAME.findall(names) if not _NO_NAME.search(name)}
    if not introduced:
        return
    names = re.compile("|".join(sorted(map(re.escape, introduced), key=len, reverse=True)))
    places: defaultdict[str, list[Body]] = defaultdict(list)
    for match in names.finditer(text):
        start, end = match.span()
        if not _BEFORE.search(text, max(0, start - 2), start):
            continue
        if match.group().endswith(_STAFF) and text.startswith("办公室", end):
            end += len("办公室")
        places[match.group()].append(Body(start, end, "", text[start:end], GROUP))
    yield from (body for bodies in places.values() if len(bodies) > 1 for body in bodies)
