"""The deadlines that stand in the text: by when what a sentence undertakes is to be done."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from corpus import PartialDate, Period, Span, TimeMention, TimeRole
from extract.bodies.responsibility import Responsibility
from extract.reading import Reading
from extract.times.days_of_telling import day_of_looking_ahead
from extract.times.roles import cites

_SET = re.compile(r"(?:定于|(?:拟|计划|将|安排)[于在])\"?$")
"""定于5月举行, 拟在“十五”后两年: the day of a deed to come is that by which it is done."""
_NOT_DUE = re.compile(
    r"(?:有效期限?|施行期|试行期|执行期限?|实施期限?|本(?:通知|办法|意见|公告|政策|措施|方案)适用)"
    r"[^,。;]{0,6}$"  # of the document
    r"|(?:^|[,。;])[^,。;]{0,16}(?:如(?!期|下|实|何)|若|假如)[^,。;]{0,16}$"  # a condition
    r"|(?:每年|当年|次年|下年|翌年|下一?年度?|[^,。;]{0,8}(?:当年|每年)[^,。;]{0,10}和)(?:的)?$"  # year by year
    r"|每个?(?:季度?|月|周|半年|年度?)(?:的?[最第首末上下][^,。;]{0,8})?$"  # again and again
    r"|(?<!未)已经?[于在]?$"  # over
    r"|(?:对标|锚定|瞄准|面向|对照|围绕|聚焦|着眼|衔接|[到还贷借]款?(?:到期)?日期?[为在]?)\"?$"  # of a goal, of a loan
)
_KEPT = re.compile(
    r"年初(?:即|就|便|已)|(?:前|时|起)就(?:已|及时|全部|全面|完成|提前)|提前[^,。;]{0,12}(?:完成|实现|达到)|为[^。;]{2,40}(?:奠定|打下|提供)了?[^,。;]{0,10}(?:基础|保障|支撑)"
)
"""3月底前就完成: what was done early, or in time."""
_MEASURED = re.compile(r"(?:力争|确保|争取|预计|实现)?全年")
"""力争全年增长5%: the year that is measured, not a day by which."""
_THIS_YEAR = re.compile(r"今年|本年度?|[本当全]月|[本当]季度?|本周")
"""今年,安排…, 本季度情况: when work goes on, not by when it is done."""
_QUALIFIES = re.compile(
    r"[^,。;的]{0,4}(?:已[^,。;的]{1,8}|到期|届满|出生|退休|入职|毕业|取得|注册|登记|购[置买]|建成|投产|开工|动工|完工|竣工|投运|启动|受理|签订|签约|发生|形成|欠缴"
    r"|(?:开工|动工|建成|投产|竣工|完工|投用)(?:建设|实施|投用|使用)"
    r"|参保|核准|备案|立项|获批|认定)的(?=[一-鿿])|[^,。;的]{0,2}(?:年?满\d|出生)|的\d"
    r"|(?:能够|能|有望|可|新|实际|顺利|全部|基本)*(?:完成|建成|实现|达到|形成|投产|达产|开工|复工|引进|落户)(?:[^,。;的未不]{0,16}的|[^。;的未不]{2,30}的)"
    r"(?:,(?:每|分别)?(?:给予|予以|奖励|补助|补贴|按)|(?:[^,。;]{0,4}(?:企业|单位|用户|个人|机构|商户|农户)|项目)(?:,(?:对|给予|予以|优先|可|每|按|要)|给予|予以|奖励|补助|补贴))"
    r"|[^,。;的]{2,20}(?<!目)的,(?:可|不再|取消|视为|视同|暂停|责令|予以|不予)"
    r"|对?[^,。;的]{2,30}的,(?:再|一次性|分别|最高)?(?:给予|予以|奖励|补助|补贴)"
    r"|[^,。;的]{0,4}(?:开工|建成|投产|完工|竣工|签约)(?:[和及或]|、|并|且)[^,。;的]{1,10}的(?=[一-鿿])"
    r"|度?(?:财政|部门)?预算[中内]|仍(?:未|不|无法|没有)[^,。;的]{1,24}的(?=[一-鿿])"
)
"""Behind a date these words tell which things are meant: 2030年6月30日前到期的企业."""
_OF_WHOM = re.compile(
    r"(?:^|[,。;:\n])[ ]*(?:[(\[]?[一二三四五六七八九十\d]{1,3}[)\].、]+)?"
    r"(?:对于?|凡)(?![照口接标外内象应比])[^,。;:\n的]*\Z"
)
_WHO_IS = re.compile(r"[^,。;:\n]*的(?=[一-鿿]{2})")
"""Around a time, what tells to whom or what something is done: 对|6月30日前|仍未整改的企业,依法…."""
_RELIEVES = re.compile(
    r"份?[^,。;]{0,16}?(?:免[收缴征除交]|减半|减免|减收|缓[缴征交]|暂不)"
    r"(?![^,。;]{0,20}(?:工作|审核|办理|手续|兑现|资金))"
)
"""Behind months what is not charged for them: 3月至5月|的水费减半."""
_PARTS = ("月", "月份", "季度", "半年")
_HEADS = re.compile(
    r"\s*,|[年度]*(?:我[局委厅市县区省州](?![^,。;]{0,4}(?:累计|已|共))|[一-鿿]{2,12}[部局委厅办院府]将|将|继续|要(?!求)|计划|拟|规划|确保|力争|完成|实现|建成|新建|新增|改造|实施)(?!了)"
)
"""Behind a year at the head of a commitment: 2030年,建成…; 2028-2030年,…."""
_HEAD = re.compile(
    r"(?:^|[。;\n])\s*(?:[-●★■◆※◎▲◇▪·①-⑳⑴-⒇㈠-㈩✓√→*]{1,2}[ ]*|(?:第|其)[一二三四五六七八九十],|首先,"
    r"|[(\[]?[一二三四五六七八九十\d]{1,3}[)\].、是]+[ ]*)?(?:(?:根据|按照)[^,。;\n]{2,24},)?(?:其中|同时)?,?$"
)
_COMPLETES = re.compile(
    r"(?:力争|确保|争取|要|将|应|须)?(?:基本|全面|全部|如期|率先)*(?:完成(?!了)|实现(?!了)|建成(?!了)|消除|竣工|完工|投产|投用|启用|开通|交付|通车|达到)"
)
"""Behind a year amid a commitment: …尽快竣工,2030年基本完成改造."""
_PLANNED = re.compile(
    r"[^,。;\n]{0,20}?(?:(?<![超按原无])计划(?!生育)(?=[一-龥\d])|拟(?!定|安排)|力争|争取|确保|准备|预期目标(?=是|为|如下|[:,])|要(?:再|确保|完成|实现|新建|新增|建成))"
)
"""Behind a year, in its clause, words of what is planned for it: 今年全县力争…, 今年…的主要预期目标是."""
_AIM = re.compile(r"[^,。;\n]{0,20}?预期目标(?=是|为|如下|[:,])")
"""Behind a year that heads a sentence: 2031年全县经济社会发展的主要预期目标是."""
_AIMS = ("确保", "力争", "争取")
"""Right before a year words that make what follows an aim of it: 确保|今年150公里任务落实."""
_AIMED_AT = re.compile(rf"(?:{'|'.join(_AIMS)}|计划|准备|预计)[^,。;\n]{{0,12}}$")
"""Before a year words of what shall be reached in it: 预计全部工程于|2031年完工."""
_COUNTED = re.compile(r"(?!还有|仍有|已)(?![^,。;\n]*(?:预算(?!内)|预期))[^,。;的\n]{0,24}\d")
"""Behind a year, in its clause, what can be counted: 2030年旅游收入120亿元; but budgets are not due."""
_NOUN = re.compile(r"(?<![至到于在自从比与和、])(?<!截止)[一-龥]$")
"""What is completed may stand right before its year: 市场2030年建成开业."""
_CARRIED_OUT = re.compile(r",?(?:集中|组织|全面)*(?:开展|实施|组织)")
"""Behind a range of days what is carried out over it."""
_WHEN = frozenset({TimeRole.START, TimeRole.EVENT, TimeRole.PERIOD})
_OF_YEARS = frozenset({TimeRole.EVENT, TimeRole.PERIOD, TimeRole.DEADLINE})
_POINTS = frozenset({TimeRole.EVENT, TimeRole.AS_OF, TimeRole.DEADLINE})
_NAMES_THING = re.compile(r"[年度]*(?:预算|计划(?![于在])|规划|目标|标准|版|届|级|学年|以后|之后|及以后)")
"""Behind a time these words tell what is meant: 2031年预算."""
_IN_FORCE = re.compile(r"(?:起|开始)?,?(?:正式|全面)?(?:施行|实施|执行|生效)")
_ISSUED = re.compile(r"[》已][^。;\n]*\Z")
"""《…办法》已经公布,自2031年1月1日起施行: since when a paper holds that is told of."""
_YEARS = re.compile(r"[今明]年|(?:(?:19|20)\d\d年?[-~至到]{1,3})?(?:19|20)\d\d年?(?:期间)?")
_UNTIL = re.compile(r"\s*到(?:20\d\d年(?:底|末)?|[\"“]?十[一二三四五六]五[\"”]?(?:期?末|时期末)),")
"""By when something shall be, ahead of all parts of a sentence: 到2030年,."""
_OTHER_TIME = re.compile(r"20\d\d|今年|明年|每年|年底|年内|目前|现在")
_WHOLE = 800
"""Characters before a part of a sentence within which the whole begins."""
_STOP = re.compile("[。;\n]")
_BEFORE = 24
_NEAR = 12
"""So many notes before a sentence are looked at."""


class DueDates:
    """The deadlines of a document by place."""

    __slots__ = (
        "_as_of",
        "_by_place",
        "_covered",
        "_covers",
        "_ends",
        "_gone",
        "_starts",
        "_starts_ahead",
        "_text",
        "_year_ends",
        "_year_starts",
    )

    def __init__(self, reading: Reading, times: Sequence[TimeMention], notes: Sequence[Responsibility] = ()) -> None:
        """Of the time expressions of a document, in order, and of its notes that say who and by when."""
        self._as_of = reading.as_of or day_of_looking_ahead(reading)
        self._by_place = {(time.span.start, time.span.end): time.period for time in times}
        due = [time for time in times if _is_due(reading.folded, time, self._as_of)]
        self._starts = [time.span.start for time in due]
        self._ends = [time.period.end for time in due if time.period and time.period.end]
        self._text = reading.folded
        self._gone = [time.span.start for time in times if self._is_past(reading.folded, time)]
        self._starts_ahead = [time.span.start for time in times if self._begins_ahead(reading.folded, time)]
        years = [time for time in times if _heads(reading.folded, time) or _goes_on(reading.folded, time, self._as_of)]
        self._year_starts = [time.span.start for time in years]
        self._year_ends = [time.period.end for time in years if time.period and time.period.end]
        covered = ((note.covers, note.words.start, self._told(note, times)) for note in notes)
        self._covered = sorted(
            ((covers, at, end) for covers, at, end in covered if end), key=lambda one: (one[0].start, one[0].end)
        )
        self._covers = [covers.start for covers, *_ in self._covered]

    def _begins_ahead(self, text: str, time: TimeMention) -> bool:
        """Whether a time expression says when something is, or from when on, and that is still to come."""
        if time.role not in _WHEN or self._as_of is None or time.period is None or time.period.start is None:
            return False
        if time.period.start.first_day <= self._as_of.last_day or _NAMES_THING.match(text, time.span.end):
            return False
        holds = _IN_FORCE.match(text, time.span.end) is not None
        return not (holds and _ISSUED.search(text, max(0, time.span.start - 2 * _BEFORE), time.span.start))

    def _is_past(self, text: str, time: TimeMention) -> bool:
        """Whether a time expression names a month or a day that was over, at which something was or was done."""
        if time.role not in _POINTS or self._as_of is None or time.period is None or time.period.end is None:
            return False
        if time.period.end.month is None or _QUALIFIES.match(text, time.span.end):
            return False
        if time.role is TimeRole.AS_OF and not _COMPLETES.match(text, time.span.end):
            return False
        return time.period.end.last_day < self._as_of.first_day

    def _told(self, note: Responsibility, times: Sequence[TimeMention]) -> PartialDate | None:
        """By when a note says that something is to be done: any time behind a label for it, else a deadline."""
        if note.due is None:
            return self.within(note.words)
        first = bisect_left(times, note.due.start, key=lambda time: time.span.start)
        last = bisect_left(times, note.due.end, key=lambda time: time.span.start)
        ends = (time.period.end for time in times[first:last] if time.period)
        return max((end for end in ends if end), key=lambda end: end.last_day, default=None)

    def of(self, span: Span) -> PartialDate | None:
        """The deadline of a commitment: that stated in it or in the bracket that ends it, or the time that heads it.

        （…，2030年底前完成）; 2030年，建成…; 下半年，我市将….
        """
        if stated := self.within(span):
            return stated
        first, last = bisect_left(self._year_starts, span.start), bisect_left(self._year_starts, span.end)
        ahead = [end for end in self._year_ends[first:last] if self.is_ahead(end)]
        if ahead:
            return max(ahead, key=lambda end: end.last_day)
        if leading := self._lead(span):
            return leading
        ends = (end for at, end in self._notes_over(span) if not _STOP.search(self._text, span.end - 1, at))
        return max(ends, key=lambda end: end.last_day, default=None)

    def noted(self, span: Span) -> PartialDate | None:
        """The deadline that a line or a bracket behind an item sets for all its sentences: 完成时限：2030年."""
        return max((end for _, end in self._notes_over(span)), key=lambda end: end.last_day, default=None)

    def _notes_over(self, span: Span) -> Iterator[tuple[int, PartialDate]]:
        """Where the notes begin that cover a commitment, and by when each says that it is to be done."""
        last = bisect_right(self._covers, span.start)
        for covers, at, end in self._covered[max(0, last - _NEAR) : last]:
            if span.start < covers.end:
                yield at, end

    def _lead(self, span: Span) -> PartialDate | None:
        """The deadline ahead of a part of a sentence, which all its parts share: 到2030年,A显著提升;|B基本形成."""
        if not self._text.endswith(";", 0, span.start):
            return None
        low = max(0, span.start - _WHOLE)
        start = max(self._text.rfind(mark, low, span.start) for mark in "。\n:") + 1
        until = _UNTIL.match(self._text, start or low, span.start)
        if until is None or _OTHER_TIME.search(self._text, until.end(), span.end):
            return None
        end = self.within(Span(*until.span()))
        return end if self.is_ahead(end) else None

    def within(self, span: Span) -> PartialDate | None:
        """The deadline stated at a place, the last one of several; None without one."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return None if first == last else max(self._ends[first:last], key=lambda end: end.last_day)

    def in_cell(self, span: Span) -> PartialDate | None:
        """The deadline in a cell that says when a task is carried out: the end of the time that fills it, 2021-2024."""
        words = span.strip(self._text)
        period = self._by_place.get((words.start, words.end))
        return self.within(span) or (period.end if period else None)

    def is_to_come(self, span: Span, deadline: PartialDate | None) -> bool:
        """Whether a deadline, or the day on which something at a place begins, lies behind the day of the document."""
        if deadline is not None and self._as_of is not None and deadline.last_day > self._as_of.last_day:
            return True
        starts = self._starts_ahead
        return bisect_left(starts, span.start) < bisect_left(starts, span.end)

    def is_past(self, span: Span) -> bool:
        """Whether a month or a day is named at a place that was over when the document was written."""
        return bisect_left(self._gone, span.start) < bisect_left(self._gone, span.end)

    def is_over(self, deadline: PartialDate | None) -> bool:
        """Whether there is a deadline, and it was over when the document was written."""
        return deadline is not None and self._as_of is not None and deadline.last_day < self._as_of.first_day

    def is_ahead(self, deadline: PartialDate | None) -> bool:
        """Whether there is a deadline and the document was not written after it."""
        return deadline is not None and (self._as_of is None or deadline.last_day >= self._as_of.first_day)


def _heads(text: str, time: TimeMention) -> bool:
    """Whether a time expression is a year or a span of years that heads a sentence."""
    if time.period is None or time.period.end is None or time.period.end.month is not None:
        return False
    start, end = time.span.start, time.span.end
    if time.role not in _OF_YEARS or not _YEARS.fullmatch(text, start, end) or _QUALIFIES.match(text, end):
        return False
    before = text[max(0, start - 2 * _BEFORE) : start]
    if before.rfind("《") > before.rfind("》"):
        return False  # a title that is cited
    if text.startswith("今年", start) and (_PLANNED.match(text, end) or _AIMED_AT.search(before)):
        return True
    if text[start].isdigit() and _HEAD.search(before) and _AIM.match(text, end):
        return True
    if (before.endswith(",") or _NOUN.search(before)) and _COMPLETES.match(text, end):
        return True
    if before.endswith(_AIMS):
        return True
    if (not before or before.endswith((",", ";", "。", "\n"))) and _COUNTED.match(text, end):
        return True
    return _HEAD.search(before) is not None and (_HEADS.match(text, end) or _COMPLETES.match(text, end)) is not None


def _is_due(text: str, time: TimeMention, as_of: PartialDate | None) -> bool:
    """Whether a time expression says by when something is to be done."""
    if time.period is None or time.period.end is None:
        return False
    start = time.span.start
    if (
        _THIS_YEAR.fullmatch(text, start, time.span.end)
        or _MEASURED.match(text, start)
        or _QUALIFIES.match(text, time.span.end)
        or _tells_whom(text, time.span)
        or cites(text, time.span.end)
        or _relieves(text, time)
    ):
        return False
    before = text[max(0, start - _BEFORE) : start + (text[start] in "于在")].rpartition("\n")[2]
    if time.role in {TimeRole.EVENT, TimeRole.PERIOD}:
        return _SET.search(before) is not None or _begins(time, time.period.end, as_of)
    if time.role is not TimeRole.DEADLINE:
        return False
    return _NOT_DUE.search(before) is None


def _tells_whom(text: str, span: Span) -> bool:
    """Whether a time stands in the words that tell to whom or what something is done."""
    return (
        _WHO_IS.match(text, span.end) is not None
        and _OF_WHOM.search(text, max(0, span.start - _BEFORE), span.start) is not None
    )


def _relieves(text: str, time: TimeMention) -> bool:
    """Whether a time expression ends with a part of a year, and tells for which one something is not charged."""
    return text.endswith(_PARTS, 0, time.span.end) and _RELIEVES.match(text, time.span.end) is not None


def _begins(time: TimeMention, end: PartialDate, as_of: PartialDate | None) -> bool:
    """Whether something takes place in a month to come: 11月启动."""
    if as_of is None or time.role is not TimeRole.EVENT or end.month is None or end.first_day <= as_of.last_day:
        return False
    return end.day is None or time.period != Period(end, end)


def _goes_on(text: str, time: TimeMention, as_of: PartialDate | None) -> bool:
    """Whether something goes on over a part of a year to come: 下半年,我市将…; 7月1日至9月30日,开展整治."""
    if as_of is None or time.role is not TimeRole.PERIOD or time.period is None or time.period.start is None:
        return False
    end = time.period.end
    if end is None or end.month is None or end.last_day <= as_of.last_day or _relieves(text, time):
        return False
    if _THIS_YEAR.fullmatch(text, time.span.start, time.span.end) or _QUALIFIES.match(text, time.span.end):
        return False
    if _tells_whom(text, time.span):
        return False
    return end.day is None or _CARRIED_OUT.match(text, time.span.end) is not None


def was_kept(words: str) -> bool:
    """Whether folded words tell that a date was kept, so that it is no deadline: 3月底前就完成."""
    return _KEPT.search(words) is not None
