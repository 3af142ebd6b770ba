"""Fragments of regular expressions that several modules share; all are matched on folded text and written verbose."""

from __future__ import annotations

HAN = "一-鿿㐀-䶿"
"""Chinese characters, for use inside brackets."""

YAO = r"(?<![重主需只纪摘概简纲想若首紧次提])要(?![求素点件领闻害塞道约么是不想])"
"""要 where it lays a duty: 要加强, and neither 重要 nor 要求."""

BY = "(?<![自经来缘因事])(?<!(?<![清管办处审治受修整护])理)由"
"""由 where it names who acts: 由市水务局, and 清理|由 too, but neither 理由 nor 自由."""

FULL_STOP = "[。!?\n]"
"""The end of a whole sentence or of its line; a semicolon only parts a sentence."""

YEAR_HAN = r"[一二](?:[ ]?[〇零◯0O一二三四五六七八九]){3}"
"""二〇二一, also with a zero, a circle or a letter for 〇, and with blanks between its characters."""

SERIAL = r"[ ]*[(]?第[ ]*\d{1,4}[ ]*号[)]?"
"""The number of an order behind its name, also in brackets: 第3号."""

ORDINAL = r"(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.])?"
"""The ordinal of a point before its words, if it has one: 一、, (二), 3."""

OURSELVES = r"我(?:们|[局委厅部办院省市县区州])"
"""How an office that answers speaks of itself: 我们, 我局, 我市."""

BRIEFING = r"(?:发布会|通气会|吹风会|记者会)"
"""What an office calls its meeting with the press: 新闻发布会."""

BODY_ENDS = "部委局署会行办院厅"
"""Last characters of the names of bodies that announce something together."""

BODIES_BEFORE = rf"(?:[{HAN}]{{1,14}}[{BODY_ENDS}][ ]+){{0,6}}"
"""The bodies named before the last one in the number of what several announce: 财政部 税务总局公告2031年第8号."""

WEBSITE = rf"(?:[{HAN}]{{2,20}}(?:网|网站|日报|发布|客户端)[ ]+)"
"""The name of a page's site before the day that the page bears: 石桥政府网 2021-03-05."""

DAY = rf"""
    (?: (?P<year> (?:19|20)\d{{2}} ) [ ]* [年\-/.] [ ]*
        (?P<month> 1[0-2] | 0?[1-9] ) [ ]* [月\-/.] [ ]*
        (?P<day> 3[01] | [12]\d | 0?[1-9] ) (?!\d) (?: [ ]* [日曰号] )?
      | (?P<year_han> {YEAR_HAN} ) [ ]* 年 [ ]*
        (?P<month_han> 十[ ]?[一二]? | [一二三四五六七八九元正] ) [ ]* 月 [ ]*
        (?P<day_han> 二[ ]?十[ ]?[一二三四五六七八九]? | 三[ ]?十[ ]?一? | 廿[一二三四五六七八九]?
                     | 初?十[ ]?[一二三四五六七八九]? | 初?[一二三四五六七八九] ) [ ]* [日曰号]
    )
"""
"""A whole date: 2021年3月5日 · 2021-03-05 · 2021/3/5 · 二〇二一年三月五日; 日 may have been read as 曰."""

SHORT_DAY = r"(?:(?:1[0-2]|[1-9])月)?(?:3[01]|[12]\d|[1-9])日"
"""A day as news give it, without its year and often without its month: 3月2日 · 2日."""

DATELINE = r"(?:网|社|报|台|在线|融媒|客户端)[一-龥]{0,6}(?:\d{1,2}月\d{1,2}日(?:电|讯|消息)|(?<![通资])讯|消息)"
"""Where a news text comes from, from the end of the medium's name on: 石桥新闻网讯 · 新华社石桥5月6日电."""

BYLINE = r"(?:记者|通讯员)[ :]?[^\n。,]{2,16}\)"
"""Who wrote it, in brackets behind it or at its end: (本报记者 某某)."""

SENT = rf"{DATELINE}(?![一-龥])"
"""A dateline before the first words of a text."""

NEWS_OPENING = rf"(?:[一-龥]{{1,6}}?{DATELINE}|(?:昨|今|近)日|(?:本[报网]|新华社)?记者|{SHORT_DAY}[,上下晚从])"
"""How the text of a news report opens: 3月2日,县政府… · 记者…."""

ASKED = r"(?:记者)?提?问[一二三四五六七八九十\d]{0,2}:"
"""Before what a journalist asks: 问: · 记者问: · 问三:."""

DOCUMENT_NUMBER = rf"""
    [{HAN}]{{1,24}} [ ]* [\[({{〈<] [ ]* (?: (?:19|20)\d{{2}} | {YEAR_HAN} ) [ ]* 年? [ ]* [\])}}〉>] [ ]*
    (?: 第 | -{{1,2}} )?[ ]*\d{{1,5}}[ ]*号
"""
"""发文字号: 云政办发[2021]8号, also with other brackets, with 第, or with the year in Chinese numerals."""

ORGAN_ENDING = r"""
    (?: 政府 | 办公[厅室] | [厅局部委署院办] | 委员会 | [管常]委会 | [协学监]会 | 联合会 | 总工会 | 党组 | 小组
      | 综合组 | 专班
      | [综合规划法政策监管务理展育教技信运装护勤人]司 | 指挥部 | 总社 | 供销合?作?社 | 中心 | 银行 | [监支分]行
      | 联防联控机制 | 公司 | 集团 | 办事处 | 秘书处 | 管理处 | [总支大]队 | 调查队 | 海关 | 妇联 | 残联 | 工商联 )
"""
"""How the name of an issuing body ends."""

MONTH = rf"""
    (?: (?P<month_year> (?:19|20)\d{{2}} ) [ ]* 年 (?: [ ]* (?P<year_month> 1[0-2] | 0?[1-9] ) [ ]* 月 )?
      | (?P<month_year_han> {YEAR_HAN} ) [ ]* 年
        (?: [ ]* (?P<year_month_han> 十[一二]? | [一二三四五六七八九] ) [ ]* 月 )? )
"""
"""A date without its day, as covers bear it: 2021年12月 · 二〇二一年十二月 · 2021年."""
