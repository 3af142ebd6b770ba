"""Times of a document: every date, period and deadline with its place, as precise as the words.

`find_times` is the extractor; `resolve_time` reads the time expressions of any text against a given day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from corpus import Genre, PartialDate, Period, Span, TimeMention, TimeRole
from extract.bare_days import read_bare_day
from extract.calendar_words import SHIFTS, YEAR_PARTS, partial
from extract.confidence import sureness
from extract.date_grammar import Calendar
from extract.datelines import day_of_telling, year_of_telling, year_summed_up
from extract.decades import read_decade, run_on
from extract.named_days import is_named_day
from extract.posted import is_clock, is_lunar
from extract.reading import Reading
from extract.reported_years import reported_years, year_ahead, year_of_title
from extract.reviewed_years import first_tasks, year_reviewed
from extract.scan import factored
from extract.time_phrases import Phrase, Vague, read_phrase, read_vague
from extract.time_roles import cites, role_of
from extract.year_alone import is_han, year_alone
from extract.years_before import year_compared

_PARTS = tuple(word for word in YEAR_PARTS if len(word) > 1)
_COUNTED = "个(?:多?月|季|工作|小时|星期|学)"
"""What is counted of time with 个."""
_TIME_BEHIND = (
    r"(?=\d?(?:、\d{1,2}){1,4}月|\d{0,7}(?:[ ]{0,4}|\n)"
    rf"(?:[年月日号周天季学星至到~-]|[/.](?=[ ]?\d)|小时|工作日|{_COUNTED})|\d{{3}}(?!\d))"
)
"""What must follow a digit that can begin a phrase of time."""
_DEEDS = ("成立", "组建", "挂牌", "实施", "施行", "启动", "运行", "开展", "试点")

_SEED = re.compile(
    factored(
        (
            *(f"{digit}{_TIME_BEHIND}" for digit in "0123456789"),
            *(f"{digit}(?=[〇零O一二三四五六七八九十月年半季日天至到-]|{_COUNTED})" for digit in "一二三四五六七八九"),
            "十(?=[一二三四五六]五|[一二三四五六七八九]?[月年个日天])",
            *("半(?=年|个月)", f"两(?=[年周天]|{_COUNTED})", '"(?=十[一二三四五六]五|[一二三四六七八九十]五")'),
            *(f"{word}(?=世纪[\\d一二三四五六七八九])" for word in ("上个", "上", "本", "二十一", "二十", "20", "21")),
            *(f"{digit}(?=十年代)" for digit in "二三四五六七八九"),
            *(f"{digit}(?=[、至][二三四](?:[、至][三四]){{0,2}}季度)" for digit in "一二三"),
            r"元(?=月(?!\d)|月?[至到-](?:1[0-2]|[1-9])月)",
            "第(?=[一二三四五六七八九十]{1,2}(?:[、至和及-][一二三四]){0,3}[ ]?[个季月])",
            *("目前", "截至目前", "到目前(?=为止)", "当前", "现在", "如今", "迄今", "当年", "同年"),
            *(re.escape(word) for word in (*SHIFTS, *_PARTS)),
            *("前(?=[一二两三四五六七八九十\\d])", "后(?=[一二两三四五六七八九十\\d])", "最后"),
            *("每(?=[个一]?[年半季月周日天学两三旬])", "逐年", "按(?=[年月季])", "定期", "不定期"),
            *("年度", "月度", "季度", "近(?=[年几些期来一两二三四五六七八九十\\d])"),
            *("今后", "未来", "长期以来", "一直以来", "多年来"),
            *(f"{word}(?=[\\d一两二三四五六七八九十半])" for word in ("连续", "历时", "利用", "经过", "通过")),
            "用(?=\\d|[一两二三])",
            *(f"{deed}以来" for deed in _DEEDS),
            *("上一年度", "上年度", "下一年度", "下年度", "次年", "疫情", "汛期", "任期"),
            *("试点期", "过渡期", "改革期", "建设期", "规划期"),
            *("自(?=[^\\n,.;:。!?《》]{1,20}之日起)", "头(?=[一两二三四五])"),
        )
    )
)
"""Where a phrase of time can begin.

Each alternative starts with a literal, not a class or a group: else the engine tries every place, six times slower.
What follows is looked at here as far as it spares reading phrases that are none: marks of quotation, 第二条, 利用.
"""

_SLIPPED_MONTH = re.compile(r"((?:19|20)\d\d)年月(\d{1,2})日(\d{1,2})日")
_DATE_WITHOUT_MARKS = re.compile(r"^[ \t]*(?P<digits>20\d{4,6})[ \t]*$", re.MULTILINE)


def find_times(reading: Reading) -> tuple[TimeMention, ...]:
    """Every mention of a time, in order, none overlapping another; vague and recurring ones have no period."""
    text = reading.folded
    found: list[TimeMention] = list(_damaged_dates(reading))
    taken = [mention.span for mention in found]
    scene = _Scene(reading)
    found.extend(
        mention
        for mention in _scan(text, scene)
        if not any(span.overlaps(mention.span) for span in taken) and not is_clock(text, mention.span.start)
    )
    return tuple(sorted(found, key=lambda mention: mention.span.start))


class _Scene:
    """What dates are read from at each place: the document's date, the year of the section, the year last named."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.folded
        self.as_of = day_of_telling(reading)
        self._starts = [clause.span.start for clause in reading.outline.clauses]
        self._reported = reported_years(reading)
        self._summed_up = year_summed_up(reading)
        told = (one.year + bool(_REVIEWS.search(one.heading)) for one in self._reported)
        self._today = None if self._summed_up else max(told, default=year_of_telling(reading))
        self._later = self._summed_up is None and "去年" in self.text
        self._clause = -1
        self._year: int | None = None
        self.stretch: Phrase | None = None
        self.begun: dict[str, PartialDate] = {}
        self.own_period = reading.metadata.period
        self.reports = reading.metadata.genre is Genre.PRESS_BRIEFING
        self.month: PartialDate | None = None
        self._months: tuple[int, int] | None = None
        self._ahead = None if self.reports else year_ahead(reading)
        self._titled = year_of_title(reading)
        self._tasks = first_tasks(reading) if self._titled or self._summed_up else 0
        self._review = year_reviewed(reading, self._reported)
        self._tells = reading.metadata.genre in _TELLING
        self._answers = reading.metadata.genre is Genre.PROPOSAL_REPLY

    def calendar(self, at: int) -> Calendar:
        """The calendar for a phrase at `at`."""
        clause = bisect_right(self._starts, at)
        if clause != self._clause:
            self._clause, self._year, self.stretch = clause, None, None
        current = next((one.year for one in reversed(self._reported) if one.start <= at < one.end), None)
        back = self._review[1] if at < self._review[0] else None
        whole, over = self.text.startswith("全年", at), at < self._tasks
        current = current or (self._summed_up if over else None) or ((self._titled or back) if whole else None)
        reviewed = current or self._titled or back
        compared = year_compared(self.text, at, self.as_of, self._year, reviewed)
        as_of = compared or self._end_of_reviewed(at) or self.as_of
        titled = (self._titled if over else None) or back
        return Calendar(as_of, current, self._year or self._ahead or titled, self._today, self._later and not whole)

    def _end_of_reviewed(self, at: int) -> PartialDate | None:
        """The end of the year before, from where a press text of early in the year sees 全年 and 上年末.

        Such a text reviews that year where its paragraph has named it: 2029年…,全年新增就业….
        """
        if not (self.reports and self.as_of and self._year and self.text.startswith(_OF_REVIEWED, at)):
            return None
        early = (self.as_of.month or 12) <= _EARLY or self.text.startswith(("全年共", "全年累计"), at)
        return PartialDate(self._year) if early and self._year == self.as_of.year - 1 else None

    def remember(self, phrase: Phrase) -> None:
        """Later months of the paragraph lie in the year that `phrase` named; later 前三年 in its years."""
        date = phrase.end or phrase.start
        if date is not None and cites(self.text, phrase.span.end):
            over = self.as_of is None or date.year <= self.as_of.year
            self._year = self._year or (date.year if over and phrase.start == phrase.end else None)
            return  # the years that a plan is for are not those of what follows
        compared = self.text.startswith("同期", phrase.span.end) or self.text.endswith(
            ("与", "比", "较", "同", "由"), 0, phrase.span.start
        )
        one_year = (
            not phrase.ranged or phrase.start is None or phrase.end is None or phrase.start.year == phrase.end.year
        )
        if date is not None and phrase.kind in {"date", "relative", "now"} and not compared and one_year:
            self._year = self._year if self._is_goal(phrase) else date.year
            self._months = (
                None if phrase.after == "since" or self.text.endswith("全年", 0, phrase.span.end) else self._months
            )
        compared = compared or cites(self.text, phrase.span.end)
        if phrase.start and phrase.end and phrase.start.month and phrase.end.month and not compared:
            self._months = (phrase.start.month, phrase.end.month)
            self.month = PartialDate(phrase.end.year, phrase.end.month) if phrase.end.day else self.month
        if phrase.after == "since" and phrase.start:
            self.begun.update((deed, phrase.start) for deed in _DEEDS if deed in phrase.span.of(self.text))
        if phrase.start and phrase.end and phrase.end.year - phrase.start.year >= 2:
            self.stretch = phrase

    def year_before(self, span: Span) -> PartialDate | None:
        """The year that 上年度 means where a text tells of it, rather than rules for every year."""
        if not (self.as_of and self.text.startswith(_LAST_YEAR, span.start)):
            return None
        if not self._tells and not (self._answers and _ACCOUNT_OF_YEAR.match(self.text, span.end)):
            return None
        return PartialDate(self.as_of.year - 1)

    def _is_goal(self, phrase: Phrase) -> bool:
        """Whether a year is so far ahead that it is aimed at (到2030年), and not that of the months behind it."""
        ahead = self.as_of is not None and phrase.end is not None and phrase.end.year - self.as_of.year >= _AHEAD
        return ahead and phrase.before == "until" and phrase.start == phrase.end and not self._titled

    def compared(self, phrase: Phrase) -> Phrase:
        """A year with 同期 behind it means the months of it that were last named: 上半年…, 比去年同期…."""
        if not self.text.startswith("同期", phrase.span.end) or phrase.ranged:
            return phrase
        span = Span(phrase.span.start, phrase.span.end + len("同期"))
        year = phrase.start
        if year is None or year.month or self._months is None or phrase.start != phrase.end:
            return replace(phrase, span=span)
        first, last = self._months
        return replace(phrase, span=span, start=PartialDate(year.year, first), end=PartialDate(year.year, last))


_TELLING = frozenset((Genre.REPORT, Genre.PRESS_BRIEFING))
"""Kinds of documents in which 上年度 is a year and not that of a rule."""


_REVIEWS = re.compile(r"回顾|总结|工作成效|主要成绩")
"""Headings of chapters that look back on their year from the next: 2030年工作回顾."""
_OF_REVIEWED = ("全年", "上年")
_ACCOUNT_OF_YEAR = re.compile(r",?(?:共|累计|实际|我[省市县区局]|全[省市县区])")
"""Behind 上年度 what a reply tells of that year, where its rules for every year say 按上年度…."""
_LAST_YEAR = ("上年度", "上一年度")
_ONE_YEAR = ("一年来", "过去一年")
"""Late in the year these mean the twelve months up to the day, and no calendar year."""
_AHEAD = 2
"""Years ahead from which on a year that something is done by is an aim."""
_EARLY = 3
"""Month until which press texts review the year before."""


def _scan(text: str, scene: _Scene) -> Iterator[TimeMention]:
    """All mentions of `text`, left to right, each as long as it can be."""
    at = 0
    for seed in _SEED.finditer(text):
        start = seed.start()
        if start < at or _inside_number(text, start):
            continue
        mention, stop = _mention(text, start, at, scene)
        at = max(at, stop)
        if mention is not None:
            yield mention


def _inside_number(text: str, at: int) -> bool:
    """Whether a digit continues a number or stands in the brackets of a 文号, or a word is cut out of a longer one."""
    before = text[at - 1 : at]
    if text[at] == "元" and before not in _BEFORE_JANUARY:
        return True  # 5元月租
    if text.startswith("、", at + 1) and (at == 0 or before in "\n \t"):
        return True  # 1、2月份开展排查: the label of a paragraph
    if not text[at].isdigit():
        later = text.startswith("后年", at) and is_han(before) and before not in "到在于至和与及明"
        return later or f"{before}{text[at]}" in _WITHIN_WORDS  # 建成后|年产值 is no year to come
    if before == ".":
        return not _BEHIND_LABEL.match(text, at) and not _LABEL.search(text, max(0, at - 8), at)
    return before.isdigit() or before == "[" or ("A" <= before <= "z" and before != "\\")


_BEFORE_JANUARY = frozenset(("", "\n", " ", ",", "。", ";", ":", "(", "年", "在", "从", "自", "于", "至", "到", "-"))
_WITHIN_WORDS = frozenset(("创下", "提前", "础上", "安全"))
"""Words whose last character begins no phrase of time: 创下季度新高, 在此基础上年均增长, 质量安全年活动."""
_BEHIND_LABEL = re.compile(r"(?:19|20)\d\d年")
_LABEL = re.compile(r"(?:^|\n)[ \t]*\d{1,2}\.\Z")
"""2.2026年12月底前 and, at the head of a line, 3.5月底前 begin with the label of a paragraph."""


def _mention(text: str, at: int, floor: int, scene: _Scene) -> tuple[TimeMention | None, int]:
    """The mention that begins at `at`, and where to go on."""
    calendar = scene.calendar(at)
    phrase = read_decade(text, at) or read_phrase(text, at, calendar, floor=floor)
    phrase = run_on(text, phrase) if phrase else None
    vague = read_vague(text, at)
    if vague is not None and (phrase is None or vague.span.end > phrase.span.end):
        return _vague_mention(vague, scene), vague.span.end
    if phrase is None:
        phrase = year_alone(text, at)
    if phrase is None:
        day = read_bare_day(text, at, scene.month, scene.as_of) if scene.reports else None
        return (_dated_mention(text, day, scene.as_of), day.span.end) if day else (None, at)
    named_day = phrase.kind == "plan" and text.startswith(("环境日", "世界环境日"), phrase.span.end)
    numbered = named_day or is_lunar(text, phrase.span.end) or _NUMBERED.match(text, phrase.span.end)
    if numbered or text.startswith(_ALL_THE_TIME, phrase.span.end - 2):
        return None, phrase.span.end
    if _in_title(text, phrase, scene.own_period):
        return None, phrase.span.end
    scene.remember(phrase)
    phrase = _named_day(text, scene.compared(phrase), scene.as_of)
    if (
        scene.reports
        and text.startswith(_ONE_YEAR, phrase.span.start)
        and scene.as_of
        and (scene.as_of.month or 1) > _EARLY
    ):
        phrase = replace(phrase, start=None, end=None)
    return _dated_mention(text, phrase, scene.as_of), phrase.span.end


_TODAY = frozenset(("今天", "今日", "昨天", "昨日", "前天", "明天"))
_NAMED_DAY = re.compile(r"\((?:(?P<month>1[0-2]|0?[1-9])月)?(?P<day>3[01]|[12]\d|0?[1-9])日\)")


def _named_day(text: str, phrase: Phrase, as_of: PartialDate | None) -> Phrase:
    """今天 is the day in the brackets behind it: 今天(10月24日), on a page of the day after."""
    if as_of is None or phrase.span.of(text) not in _TODAY:
        return phrase
    match = _NAMED_DAY.match(text, phrase.span.end)
    day = partial(as_of.year, int(match["month"] or as_of.month or 0), int(match["day"])) if match else None
    return replace(phrase, start=day, end=day) if day else phrase


_NUMBERED = re.compile(r"第[ ]?\d{1,4}[ ]?号")
"""Behind a year the number of a paper: 2014年第32号公告."""


_ALL_THE_TIME = ("全年全天", "全年无休", "全年不间断")
"""Words that say how long something is open, not in which year."""


def _dated_mention(text: str, phrase: Phrase, as_of: PartialDate | None) -> TimeMention:
    if phrase.inferred and is_named_day(text, phrase.span):
        return _mention_of(phrase.span, None, TimeRole.RECURRING, "vague")
    role = role_of(text, phrase, as_of)
    start = None if phrase.after == "before" and role is TimeRole.PERIOD else phrase.start
    period = Period(start, phrase.end) if start or phrase.end else None
    return _mention_of(phrase.span, period, role, _reason(phrase, period))


def _mention_of(span: Span, period: Period | None, role: TimeRole, *reasons: str) -> TimeMention:
    """The mention with the confidence that its reasons leave."""
    return TimeMention(span, period, role, sureness("time", reasons), reasons)


def _reason(phrase: Phrase, period: Period | None) -> str:
    """How the date was told."""
    if period is None:
        return "date_unknown"
    if phrase.kind == "bare":
        return "bare_year"
    if phrase.kind == "relative":
        return "relative_to_document"
    return "year_inferred" if phrase.inferred else "explicit_date"


_VAGUE_ROLES = {"recurring": TimeRole.RECURRING, "from": TimeRole.START}


def _vague_mention(vague: Vague, scene: _Scene) -> TimeMention:
    """A mention without a date, unless words before it in the same place give it one."""
    role = _VAGUE_ROLES.get(vague.kind, TimeRole.PERIOD)
    if vague.kind == "since":
        start = scene.begun.get(vague.span.of(scene.text)[:2])
        period = Period(start, None) if start else None
        return _mention_of(vague.span, period, role, "named_before" if start else "vague")
    if last := scene.year_before(vague.span):
        return _mention_of(vague.span, Period(last, last), role, "relative_to_document")
    period = _of_stretch(vague, scene)
    return _mention_of(vague.span, period, role, "years_of_range" if period else "vague")


def _of_stretch(vague: Vague, scene: _Scene) -> Period | None:
    """前三年 and 近两年 of a range of years named before; 每年 within a range named in the same sentence."""
    stretch = scene.stretch
    if stretch is None or stretch.start is None or stretch.end is None:
        return None
    first, last = stretch.start.year, stretch.end.year
    if vague.years and vague.years <= last - first:
        years = (first, first + vague.years - 1) if vague.kind == "first" else (last - vague.years + 1, last)
        return Period(PartialDate(years[0]), PartialDate(years[1]))
    near = vague.span.start - stretch.span.end < _REACH
    same_sentence = near and not _SENTENCE_END.search(scene.text, stretch.span.end, vague.span.start)
    if vague.span.of(scene.text) == "每年" and same_sentence:
        return Period(stretch.start, stretch.end)
    return None


_REACH = 200
"""Characters behind a range of years within which 每年 can lie in it."""

_SENTENCE_END = re.compile("[。;!?\n]")


def _in_title(text: str, phrase: Phrase, own: Period | None) -> bool:
    """Whether the words only name another document: a plan (“十四五”…规划) or an edition ((2019年)) within 《…》.

    Ranges of years are times wherever they stand, so is the period that the document itself plans for, and so is a
    plan period that the title ends in (…“十四五”规划), since there it says which years the plan is for.
    """
    if not cites(text, phrase.span.end):
        return text.startswith("版", phrase.span.end)
    if phrase.ranged or Period(phrase.start, phrase.end) == own:
        return False
    if phrase.kind == "plan":
        named = text[phrase.span.start : phrase.span.end].endswith(("时期", "期间"))
        return not named and not text.startswith(("规划", "计划"), phrase.span.end)
    return text[phrase.span.start - 1 : phrase.span.start] == "("


def _damaged_dates(reading: Reading) -> Iterator[TimeMention]:
    """Dates that lost something and can still be read in one way only.

    A month may have slipped behind its 月 (2022年月5日1日); lines of bare digits are the 成文 date with its marks lost
    where the metadata agrees.
    """
    for match in _SLIPPED_MONTH.finditer(reading.folded):
        date = partial(*(int(part) for part in match.groups()))
        if date:
            yield _mention_of(Span(*match.span()), Period(date, date), TimeRole.EVENT, "month_slipped")
    for match in _DATE_WITHOUT_MARKS.finditer(reading.folded):
        for date in (reading.metadata.written_on, reading.metadata.published_on):
            if date and match["digits"] in {f"{date.year}{date.month}{date.day}", str(date).replace("-", "")}:
                span = Span(match.start("digits"), match.end("digits"))
                yield _mention_of(span, Period(date, date), TimeRole.EVENT, "marks_lost", "metadata_agrees")
                break
