"""The words of one point of time as one pattern: a date, a plan period, a part of a year, a relative date, 目前.

`date_grammar` reads what its groups hold.
"""

from __future__ import annotations

import re

from extract.times.calendar_words import FEASTS, SHIFTS, YEAR_PARTS, alternatives

CONNECTOR = r"[ ]{0,2}(?:-{1,3}|~{1,2}|至|到)[ ]{0,2}"
"""What parts the two ends of a range."""

_FULL_YEAR = r"(?:1[89]|20)\d\d|[一二][〇零O九八][〇零O一二三四五六七八九]{2}|二[一二三四][〇一二三四五六七八九](?=年)"
_SHORT_YEAR = r"(?<!\d)(?:\d\d|[〇零一二七八九][〇零一二三四五六七八九])"
_MONTH = r"元(?=月|[至到-])|1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_MONTH_TWO = r"0[1-9]|1[0-2]"
_DAY = r"3[01]|[12]\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?"
_COUNT = r"\d{1,2}|十[一二]?|[一两二三四五六七八九]"
_YEAR_OF_TWO = r"(?<![\d.])[0-4]\d(?=年(?:[上下]半年|第?[一二三四]季度))"
_MONTH_BEFORE_MONTH = rf"(?=(?:{CONNECTOR}|(?:、(?:{_MONTH})){{0,4}}[、和及])(?:{_MONTH})[ ]?月)"
_YEAR_BEFORE_YEAR = rf"(?=(?:{CONNECTOR}|[、,和及与])(?:{_FULL_YEAR}|\d\d)[ \n]?年)"
_PLAIN_RANGE = rf"(?=(?:{CONNECTOR})(?:{_FULL_YEAR})(?![\d.%]))"
_SOME_YEARS = "(?:前|后|头|最后)[一两二三四]年"
_FESTIVAL = r"三(?![日号十旬、至到-])|[三六九](?=[、\"节歌圩])"
"""Behind 月 what makes it the name of a feast of the people: 三月三, 六月六."""
_DAMAGED_MONTH = r"(?=[ ]?(?:1[0-2]|0?[1-9])月)"


def _pattern(*, loose: bool) -> re.Pattern[str]:
    """The pattern of a point; the loose one also takes forms that official prose does not use (15年3月2日, 1.19)."""
    year = rf"{_FULL_YEAR}|{_SHORT_YEAR if loose else _YEAR_OF_TWO}"
    after_year = "|".join(
        (
            r"(?:[ ]{0,4}|\n)年(?!级|龄|纪|轻|代|版|薪)(?:[ ]?度(?!假|过|数))?",
            _YEAR_BEFORE_YEAR,
            _PLAIN_RANGE,
            _DAMAGED_MONTH,
            r"(?=[上下]半年|第?[一二三四]季度)",
        )
    )
    dash = "[-/.]" if loose else r"(?:(?P<sep>[-/])|\.)"
    second_dash = "[-/.]" if loose else "(?:(?(sep)(?P=sep)|[.]))"
    dotted = rf"| (?<![\d.])(?P<dotted_year>(?:19|20)\d\d)[.](?P<dotted_month>{_MONTH_TWO})(?![.\d])" if loose else ""
    return re.compile(
        rf"""
        (?P<iso>(?<![\d./-])(?P<iy>(?:1[89]|20)\d\d){dash}[ ]?(?P<im>1[0-2]|0?[1-9]){second_dash}[ ]?
            (?P<id>3[01]|[12]\d|0?[1-9])(?!\d|[/.]\d|-\d{{1,2}}(?![\d:]))
            (?P<clock>[ T-]{{0,2}}[012]?\d:[0-5]\d(?::[0-5]\d)?)?)
      {dotted}
      | (?P<now> 截至目前 | 到目前为止 | (?<![项题科栏节账数])目前(?!期(?!间))
            | 当前(?=,) | (?<=[,。;])当前(?![和及与、位页的或])
            | (?<![表体呈展实出发显])现在(?!(?:所在)?的?位|所在) | 如今 | 迄今为止 )
      | "?(?P<plan> 十[一二三四五六] )五"?
            (?P<plan_part>[ ]?(?:规划)?(?:时期|期间)?初|[ ]?(?:时期|期)?末期?|[ ]?时期|[ ]?期间)?
            (?P<plan_years>{_SOME_YEARS})?
      | "(?P<old_plan> [一二三四六七八九十] )五"(?P<old_part>(?:时期|期)?末期?|时期|期间)?(?P<old_years>{_SOME_YEARS})?
      | 第(?P<nth> [一二三四五六七八九十]{{1,2}} )个五年(?P<nth_part>规划|计划)?
      | (?>(?:                       # atomic, for a possessive group goes wrong in Python before 3.11.5
          (?: (?P<year>{year})(?:{after_year})
            | (?<![以之此往])(?!即日[^起至开]|[今明昨]日报(?![道名告]))(?P<shift>{alternatives(*SHIFTS)})
            | (?P<same>当年(?!初步)度? | (?<!不)同年(?!龄|级|代|人)) )
          (?:[ ]?的(?=[上下前后第最首]|[一二三四]季|(?:{_MONTH})月))?
        )?)
        (?:
          (?:[ ]{{0,4}}|\n) (?:
            (?:(?<!\d)|(?<=19\d\d)|(?<=20\d\d))(?P<month>{_MONTH})
            (?:(?:[ ]{{0,4}}|\n)月(?!龄|饼|结|报|度|市"|薪|均|供|息|租|末?考(?!试)|{_FESTIVAL})份?(?:[ ]?当月)?
              | {_MONTH_BEFORE_MONTH})
            (?:
              (?P<gap>[ ]{{1,4}}|\n)?(?P<day>{_DAY})
                (?:(?:[ ]{{0,4}}|\n)[日号](?!线|楼|文)|(?={CONNECTOR}(?:{_DAY})[ ]?[日号])
                  |(?(gap)(?!)|(?=[ ]?(?:[)\n,.;。]|$))))      # what stands behind a gap is the next cell: 12月⏎3
            | [ ]?的?(?P<ten>(?:上中|中下|[上中下])旬)
            | [ ]?(?:月)?(?P<edge>底|末|初|中(?=[,之前]))
            )?
          | "?(?P<feast>{alternatives(*FEASTS)})节?"?(?=[之以]?前(?![后夕期]))
          | (?P<ten_only>(?<=月)(?:上中|中下|[上中下])旬)
          | (?P<edge_only>(?<=本月|上月|下月|当月|个月)(?:底|末|初))
          | (?P<day_only>(?<=本月|上月|下月|当月|个月)(?:{_DAY})[日号])
          | 第?(?P<quarters>[一二三四](?:[、至和及-][一二三四]){{1,3}})季度
          | (?P<part>{alternatives(*(word for word in YEAR_PARTS if len(word) > 1))}|底(?!线|数|层)|末(?!尾|端)
                |初(?!步|中|级|次|期|创|心|衷|始|审|评|试|赛)|中(?=[,、。前之以)]|$)|内(?!蒙|地|部|外|需|容|生|涵|科|江|陆|河|控)|伊始)
            (?P<part_edge>末|初(?!步)|底)?
          | (?P<span>前|后|最后|第)[ ]?(?P<count>{_COUNT})[ ]?个?(?P<unit>季度|月)份?
          )
        )?
        """,
        re.VERBOSE,
    )


STRICT, LOOSE = _pattern(loose=False), _pattern(loose=True)
