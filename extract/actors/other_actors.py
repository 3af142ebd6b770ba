"""Who acts beside the public bodies that a document names: firms, institutions, areas, classes of the market."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from corpus import Actor, Genre, OrganizationMention, Role, Span
from extract.actors.moved import find_moved
from extract.actors.subjects import OCCASION, WHEN, find_listed_before, find_subjects
from extract.actors.undertakers import find_each_place, find_obliged_places, find_undertakers, find_units
from extract.actors.urged import find_urged
from extract.layout.title_marks import Titles
from extract.patterns import YAO
from extract.reading import Reading

_NAMED = re.compile(
    r"中国|国家|全国|[省市县区]级?(?!场|内外)[一-鿿]{2,}(?:集团|公司|协会|商会|学会|银行|中心|联合会)|.{2,}总公司"
)
"""Names of single companies and associations: they act as offices do."""
_FAVOURED = re.compile(
    r"(?P<verb>支持|(?<!引导)鼓励|推动)(?:(?!引导|督促|推动|指导|动员|发动|支持|鼓励)[^,。;:\n]){0,40}\Z"
)
"""Before a class that may only be to have it easier: 支持企业|兼并重组, 推动企业|上市; 引导企业|升级 charges."""
_MADE = re.compile(r"[新改扩]建|争创|[一二三四五六七八九十\d]批")
"""In the words before a class these make it what others bring about: 支持边境城市争创试点、新建|院校."""
_TASK = re.compile(
    r"(?!(?:等(?:[一-鿿]{2,4}(?:组织|单位|机构|企业|主体))?)?(?:在|更好|获得|享受|平等|健康))[^,。;、\n]{5}"
)
"""Behind a class an act with an object of its own: 支持企业|拓展海外市场, not what is granted: |更好发挥作用."""
_THING = re.compile(
    r"\"|争创|等[^,。;、\n]{0,8}项目|(?!开展|实施|加强|加大|加快|完成|实现|建立|参与|做好)[^,。;\n]{0,20}?(?:建设|发展|工作|落地|投产|建成|转型|改造|上市|改革)(?=[,。;、\n]|\Z)"
)
"""Behind those whom 推动 is followed by, what only happens to them or to a thing of theirs: 推动园区|专用线建设."""
_JOINED = re.compile(r"(?:\([^()\n]{1,20}\))?(?:、|和|与|及|以及|或者?)")
"""Between two of one list."""
_GATHERED = re.compile(r"集[^,。;:\n]*\Z")
_INTO_ONE = re.compile(r"[^,。;:\n]{0,80}(?:于一[体身]|功能)")
"""Around what a thing combines: 集政府支持|企业|的政策发布、兑现于一体的平台 urges nobody."""
_TITLED = re.compile(r"(?:关于|出台|制定|印发|公布|发布)[^,。;:\n]{0,60}$")
_NAMED_SO = re.compile(r"[^,。;:\n]{0,60}(?:通知|意见|措施|公告|办法|方案|决定|规定|政策)")
_ASKED = re.compile(
    r"(?<![不得按照据的级合])(?:要求|责成|欢迎|(?<![一-鿿])督促)(?:(?!引导|推动|鼓励|支持)[^,。;:\n]){0,40}\Z"
)
"""Before a class of which something is asked, which a briefing reports as a duty."""
_ALL_PLACES = re.compile("(?!的).地方")
"""Places in general, whom a paper of duties only encourages where it names others; a report charges them."""
_TOLD = (Genre.PRESS_BRIEFING, Genre.OTHER)
"""Texts that report what offices ask of others; elsewhere 要求 mostly is a noun."""
_INSTITUTION = re.compile(r"[省市县区州](?![级内外属直场])[一-鿿]{2,}(?:医院|学院|大学|学校|公司|集团|银行|中心)\Z")
"""A single one, by its own name."""
_ZONE = re.compile(r"(?!各|国家|省级|市级|其他|重点)[一-鿿]{2,6}(?:高新区|经开区|开发区|新区|综保区)\Z")
"""A zone by its name: it acts as firms do, and not as the towns whom a report means to help."""
_HELPED = re.compile(r"(?:[市县区镇州]|社会力量)\Z")
"""Places, and the public at large, whom a report only means to help: 支持社会力量|提供服务."""


def _charged(text: str, genre: Genre) -> Iterator[tuple[int, int]]:
    """The places of those whom `text` (folded) urges and who have to act in a document of a genre."""
    urged = list(find_urged(text))
    end = len(text)
    found: list[tuple[int, int]] = []
    for at, place in reversed(list(enumerate(urged))):
        joined = at + 1 < len(urged) and _JOINED.fullmatch(text, place[1], urged[at + 1][0])
        end = end if joined else place[1]
        if _counts(text, place, end, genre):
            found.append(place)
    yield from reversed(found)


def _counts(text: str, place: tuple[int, int], end: int, genre: Genre) -> bool:
    """Whether a class that `text` (folded) urges to act has to act in a document of a genre.

    `end` is where its list ends, behind which the act of all stands. A reply and a briefing answer for offices: whom
    of the market they hope to move is no actor of theirs; nor is one whom a report only favours.
    """
    near = max(0, place[0] - 60)
    if _GATHERED.search(text, near, place[0]) and _INTO_ONE.match(text, place[1]):
        return False
    if genre is Genre.PROPOSAL_REPLY or (genre not in _TOLD and text.endswith("要求", near, place[0])):
        return False
    asked = _ASKED.search(text, near, place[0]) is not None
    if genre is Genre.PRESS_BRIEFING:
        return asked
    favoured = _FAVOURED.search(text, near, place[0]) if genre is Genre.REPORT else None
    if favoured is None or _INSTITUTION.match(text, *place):
        return True
    is_made = _MADE.search(favoured.group()) or (favoured["verb"] == "推动" and _THING.match(text, end))
    helped = _HELPED.search(text, *place) and not _ZONE.match(text, *place)
    return not is_made and not helped and _TASK.match(text, end) is not None


class OtherActors:
    """Those with a part in a document's sentences whom no mention of a public body stands for.

    Attributes:
        obliged: the names of public bodies on whom a duty is laid as on the others, by where their mentions begin.
    """

    def __init__(
        self, reading: Reading, mentions: Sequence[OrganizationMention], titles: Titles, *, lays_duties: bool
    ) -> None:
        self._reading = reading
        self._titles = titles
        self._lays_duties = lays_duties
        unwrapped, genre = reading.unwrapped, reading.metadata.genre
        self._urged = [unwrapped.span(start, end) for start, end in _charged(unwrapped.text, genre)]
        duties = _duties(unwrapped.text, genre, lays=lays_duties)
        self._subjects, self.obliged = _parted([unwrapped.span(start, end) for start, end in duties], mentions)

    def acting(self, span: Span, bodies: Sequence[Span]) -> Iterator[Actor]:
        """Those on whom the sentence at `span` lays a duty, or who undertake something in it.

        Args:
            span: of the sentence.
            bodies: the public bodies named in it.
        """
        for place in _within(self._subjects, span):
            name = place.of(self._reading.document.text)
            yield Actor(name, Role.LEAD if _NAMED.match(name) else Role.BOUND, place)
        if self._lays_duties:
            yield from self._beside(bodies)
            yield from self._placed(span, bodies)
        else:
            yield from self._undertaking(span, bodies)
        if self._reading.metadata.genre is Genre.PROPOSAL_REPLY:
            for place, role in find_moved(self._reading.folded, span, bodies):
                yield Actor(place.of(self._reading.document.text), role, place)

    def _beside(self, bodies: Sequence[Span]) -> Iterator[Actor]:
        """Those of the market in one list with a body that has a duty."""
        for body in bodies:
            for start, end in find_listed_before(self._reading.folded, body.start, body.end):
                place = Span(start, end)
                if not any(one.overlaps(place) for one in bodies):
                    yield Actor(place.of(self._reading.document.text), Role.BOUND, place)

    def _placed(self, span: Span, bodies: Sequence[Span]) -> Iterator[Actor]:
        """Each of some places that has to bring something about, places that go first, and units of any field."""
        words = self._reading.folded
        kinds = (find_each_place, find_obliged_places, find_units)
        yield from self._beyond(bodies, (place for find in kinds for place in find(words, span.start, span.end)))

    def _undertaking(self, span: Span, bodies: Sequence[Span]) -> Iterator[Actor]:
        """Firms, institutions and areas that undertake something in a document that lays no duties."""
        words = self._reading.folded
        found = list(find_undertakers(words, span.start, span.end))
        if self._reading.metadata.genre in _FEW_DUTIES:
            found += find_obliged_places(words, span.start, span.end)
        yield from self._beyond(bodies, found)

    def _beyond(self, bodies: Sequence[Span], found: Iterable[tuple[int, int]]) -> Iterator[Actor]:
        """Those found who are none of the public bodies."""
        for start, end in found:
            place = Span(start, end)
            if not any(body.overlaps(place) for body in bodies):
                yield Actor(place.of(self._reading.document.text), Role.LEAD, place)

    def urged(self, span: Span) -> Iterator[Actor]:
        """Classes of the market that the sentence urges to act."""
        words = self._reading.folded
        for place in _within(self._urged, span):
            titled = _TITLED.search(words, max(0, place.start - 60), place.start) and _NAMED_SO.match(words, place.end)
            if not titled and not self._titles.hold(place.start):
                yield Actor(place.of(self._reading.document.text), Role.BOUND, place)

    def is_anywhere(self, actor: Actor) -> bool:
        """Whether an actor is places in general, whom a paper of duties charges only where it names nobody else."""
        if actor.span is None or self._reading.metadata.genre is Genre.REPORT:
            return False
        return _ALL_PLACES.fullmatch(self._reading.folded, actor.span.start - 1, actor.span.end) is not None

    def is_urged(self, actor: Actor) -> bool:
        """Whether an actor is a class of the market that is only urged to act."""
        return actor.role is Role.BOUND and actor.span in self._urged


_start = attrgetter("start")


def _within(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of the spans, which are in order, that begin in another one."""
    first = bisect_left(spans, span.start, key=_start)
    return spans[first : bisect_left(spans, span.end, first, key=_start)]


_BOUND_TO = re.compile(
    r"(?:也|都|均|还|一律)?(?:须|必须|不得|严禁|应[当该]|应(?=在|于|按|及时|严格|立即|主动|切实|做好)"
    rf"|牵头|{YAO}(?![好靠有看])|{OCCASION}(?:{WHEN}),?(?:要(?!求)|应当|必须|不得))"
)
"""What a text that lays few duties lays strictly on somebody: 乘客必须出示…, 企业要建立…."""


_SUMMED = re.compile(r"等[\d一二三四五六七八九十余多]{1,4}[家个所]\Z")
"""Before a word that only sums up those named before it: 市疾控中心等8家|单位牵头."""
_FEW_DUTIES = frozenset((Genre.PRESS_BRIEFING, Genre.REPORT, Genre.OTHER))
"""Genres that lay few duties, of which only strict ones count."""


def _duties(text: str, genre: Genre, *, lays: bool) -> Iterator[tuple[int, int]]:
    """The places of those on whom a text lays a duty; where its genre lays few, they are strict ones."""
    if lays or genre in _FEW_DUTIES:
        for start, end in find_subjects(text):
            if lays or (_BOUND_TO.match(text, end) and not _SUMMED.search(text, max(0, start - 8), start)):
                yield start, end


def _parted(subjects: Sequence[Span], mentions: Sequence[OrganizationMention]) -> tuple[list[Span], dict[int, Span]]:
    """The subjects that are of the market; and by the start of its mention the name of each public body among them."""
    starts = [mention.span.start for mention in mentions]
    market: list[Span] = []
    obliged: dict[int, Span] = {}
    for subject in subjects:
        first = max(0, bisect_right(starts, subject.start) - 1)
        inside = [
            one.span for one in mentions[first : bisect_left(starts, subject.end)] if one.span.end > subject.start
        ]
        if not inside or (inside[0].start == subject.start and inside[-1].end < subject.end):
            market.append(subject)  # 县林业局|班子成员
        elif len(inside) == 1 and inside[0].end == subject.end and inside[0].start >= subject.start:
            obliged[inside[0].start] = subject
    return market, obliged
