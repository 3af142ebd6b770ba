"""The genre is told by the title's end, by what it issues, by cues before the end, or by the text."""

from __future__ import annotations

import pytest

from corpus import Genre
from extract.layout.genre import classify, title_word
from extract.lexicon import rows
from extract.matching import fold


@pytest.mark.parametrize(
    ("title", "genre", "word"),
    [
        ("青石县关于做好防汛工作的通知", "notice", "通知"),
        ("青石县人民政府关于印发《青石县水利规划》的通知", "plan", "规划"),
        ("青石县人民政府关于印发《青石县水利规划》的通知（节选）", "plan", "规划"),
        ("青石县人民政府办公室转发县水利局关于节水意见的通知", "opinion", "意见"),
        ("关于印发防汛物资储备名单的通知", "notice", "通知"),
        ("转发青石县应急管理局关于汛期复产的安全提示", "notice", "提示"),
        ("青石县养犬管理办法（试行）", "measures", "管理办法"),
        ("关于公开征求《青石县养犬管理办法》意见的公告", "consultation_draft", "征求意见稿"),
        ("青石县养犬管理办法（征求意见稿）", "consultation_draft", "征求意见稿"),
        ("关于对县政协第12号提案的答复", "proposal_reply", "答复"),
        ("青石县卫生健康局对县人大第5号代表建议的复函", "proposal_reply", "答复"),
        ("关于同意设立青石开发区的批复", "opinion", "批复"),
        ("青石县2023年国民经济和社会发展统计公报", "report", "公报"),
        ("青石县教育局召开新闻通气会通报招生情况", "press_briefing", "新闻发布"),
        ("青石代表团接受记者集体采访实录", "press_briefing", "新闻发布"),
        ("部长通道丨持续推进灌区改造", "press_briefing", "新闻发布"),
        ("关于商请支持项目用地的函", "other", "函"),
        ("石桥市人民政府办公室关于印发石桥市防汛应急预案的函", "plan", "应急预案"),
        ("青石县水利局2030年工作总结及2031年工作思路", "report", "工作总结"),
        ("青石县2030年上半年财政收支情况", "report", "情况"),
        ("县水利局负责人解读《青石县节水条例》", "other", "解读"),
        ("上半年全县水利运行情况新闻发布稿", "press_briefing", "新闻发布"),
        ("中共青石镇委员会关于巡察整改进展情况的通报", "report", "情况"),
        ("青石县防汛领导小组会议：守住水库安全底线", "other", None),
        ("青石县防汛工作会议新闻发布会：守住水库安全底线", "press_briefing", "新闻发布"),
    ],
)
def test_genre_of_a_title(title: str, genre: str, word: str | None) -> None:
    """A notice that issues another paper is of that paper's genre."""
    assert classify(fold(title), "") == (Genre(genre), word)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("结合我县实际，特制定本实施方案。", "plan"),
        ("现在，我代表县人民政府向大会报告工作，请予审议。", "report"),
        ("您提出的关于节水的建议收悉，现答复如下：", "proposal_reply"),
        ("你在县政协会议期间提的《关于修渠的建议》已交我局办理，经研究，现答复如下：", "proposal_reply"),
        ("李某代表您好：\n关于修渠的建议，我局已安排办理。", "proposal_reply"),
        ("县政府新闻办召开新闻发布会，介绍有关情况。", "press_briefing"),
        ("县政府新闻办举行水利成就系列新闻发布会第3场，介绍有关情况。", "press_briefing"),
        ("2月5日，记者从县防汛指挥部举行的新闻发布会上获悉，汛情平稳。", "press_briefing"),
        ("9月5日，灌区建设主题记者会在青石会议中心举行。", "press_briefing"),
        ("8月4日，系列发布会第三十八场水利专场发布会在青石举行。", "press_briefing"),
        ("9月5日举行的新闻办发布会上，县统计局局长、新闻发言人介绍了上月的情况。", "press_briefing"),
        ("石桥县每天召开一场新闻发布会，及时解答问题。", "other"),  # a habit that is told of
        ("现就有关事项通知如下：", "notice"),
        ("第一条 为规范管理，制定本办法。", "measures"),
        ("2030年全县节水工作的总体要求是：坚持节水优先。", "plan"),
        ("新闻通稿\n青石县启动节水工作\n汛情平稳。", "press_briefing"),
        ("天气晴朗。", "other"),
        ("二、2031年工作总体思路和目标\n坚持节水优先。", "report"),
        ("第三部分：发展目标和主要指标\n一、发展目标\n（一）总体目标\n到2035年，建成节水型社会。", "plan"),
    ],
)
def test_genre_of_a_text_without_title(text: str, genre: str) -> None:
    """Phrases of the text tell it where the title is lost."""
    assert classify(None, fold(text))[0] == genre


def test_a_decree_without_articles_is_an_order() -> None:
    """What a headquarters orders is to be done; a decree of articles is a statute."""
    title = fold("青石县防汛抗旱指挥部令（第1号）")
    assert classify(title, fold("各乡镇：\n一、加强巡查。每日巡查两次。\n"))[0] is Genre.NOTICE
    assert classify(title, fold("第一条 为规范巡查，制定本办法。\n"))[0] is Genre.MEASURES


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("青石区发布全行业节水规范", "other"),
        ("云水市出台多项节水措施", "other"),
        ("三部门联合下发意见严惩偷水行为", "other"),
        ("副县长检查防汛工作时强调严格落实值守措施", "other"),
        ("青石县信息发布管理规定", "measures"),
        ("青石县用水计量将进一步规范", "other"),
        ("青石县用水计量规范", "measures"),
        ("关于印发《青石县节水措施》的通知", "measures"),
    ],
)
def test_a_headline_that_tells_of_rules_is_none(title: str, genre: str) -> None:
    """What somebody made is told by news as well as issued by papers."""
    assert classify(fold(title), "天气晴朗。")[0] == genre


def test_a_briefing_is_told_whatever_its_headline_ends_with() -> None:
    """继续落实节水措施 is told at a briefing, and is no paper."""
    told = fold("继续落实节水措施\n5月3日，县政府就节水工作举行新闻发布会。县水务局介绍了情况。\n")
    assert classify(fold("继续落实节水措施"), told)[0] is Genre.PRESS_BRIEFING


def test_a_text_with_a_dateline_is_news_whatever_its_headline_ends_with() -> None:
    """一户一方案 is told of, and is no plan."""
    told = fold("石桥：水毁渠道一处一方案\n人民网石桥5月3日电（记者 某某）县水利局对水毁渠道逐一登记。\n")
    assert classify(fold("石桥：水毁渠道一处一方案"), told)[0] is not Genre.PLAN


@pytest.mark.parametrize(("word", "example"), [(row[0], row[2]) for row in rows("genres")])
def test_a_row_holds_for_its_example(word: str, example: str) -> None:
    """The example of a row ends with its word."""
    assert title_word(fold(example)) == word
