"""Number and 案由 of the proposal that a reply answers, in the forms that offices write them."""

from __future__ import annotations

import pytest

from corpus import Citation
from extract import analyse
from extract.matching import fold
from extract.metadata.find import find_metadata
from tests.conftest import plain_document

REPLIES = [
    # title, opening sentence, number, 案由
    (
        "关于对政协青石县第十届委员会第二次会议第14号提案的复函",
        "现将您提出的关于加快修缮乡村道路的提案办理情况答复如下：",
        "14",
        "关于加快修缮乡村道路的提案",
    ),
    (
        "2031年青石县政协十届二次会议《关于增设停车位的建议》（88号）的答复",
        "您提出的《关于增设停车位的建议》收悉，现答复如下：",
        "88",
        "关于增设停车位的建议",
    ),
    (
        "关于增设停车位的答复",
        "《关于增设停车位的提案》（20310047号）收悉。我局办理意见如下：",
        "20310047",
        "关于增设停车位的提案",
    ),
    (
        "对县政协九届二次会议第88提案的答复",
        "您提出的《关于增设停车位的提案》收悉，现答复如下：",
        "88",
        "关于增设停车位的提案",
    ),
    (
        "县政协一次会议提案《关于修渠的建议》（82号）答复",
        "您提出的《关于修渠的建议》已收悉，现答复如下：",
        "82",
        "关于修渠的建议",
    ),
    (
        "对第33号建议的协办意见",
        "现对某代表提出的关于加快修缮水渠的建议提出如下协办意见，请在答复代表时一并考虑：",
        "33",
        "关于加快修缮水渠的建议",
    ),
    (
        "对第31号建议的答复",
        "“关于拓宽青石街路面的建议”我局已收悉，现向您回复如下：",
        "31",
        "关于拓宽青石街路面的建议",
    ),
    (
        "对第32号建议的答复",
        "你提出的“关于解决青石村河道清淤的建设”，已交我局研究办理，现答复如下：",
        "32",
        "关于解决青石村河道清淤的建设",
    ),
    (
        "云水市教育局关于对政协云水市九届三次会议第0123号提案的答复",
        "您提出的《关于加快乡村学前教育发展的提案》（第0123号）收悉，现答复如下：",
        "0123",
        "关于加快乡村学前教育发展的提案",
    ),
    (
        "关于市十六届人大三次会议第45号代表建议的答复",
        "您提出的关于改善老旧小区停车条件的建议收悉。经研究，现答复如下：",
        "45",
        "关于改善老旧小区停车条件的建议",
    ),
    (
        "关于政协第十届云水市委员会第二次会议第02403号（医疗卫生类173号）提案答复的函",
        "您提出的“关于完善社区用药配备的提案”收悉，现答复如下：",
        "02403",
        "关于完善社区用药配备的提案",
    ),
    (
        "对县政协十一届四次会议第17号提案的答复",
        "您在县政协十一届四次会议上提出的《关于加强农村公路养护的建议》已收悉，现就办理情况答复如下：",
        "17",
        "关于加强农村公路养护的建议",
    ),
    (
        "云水市民政局对市政协九届三次会议第88号提案的复函",
        "你们提出的关于规范养老机构收费管理的提案,经商市发展改革委,现答复如下:",
        "88",
        "关于规范养老机构收费管理的提案",
    ),
    (
        "关于对省人大十三届五次会议第1077号建议的答复",
        "贵代表团提出的《关于支持青石山区修复河道的建议》（第1077号）交我厅主办，现答复如下：",
        "1077",
        "关于支持青石山区修复河道的建议",
    ),
    (
        "关于《关于推进公交优先发展的提案》（第56号）的答复",
        "感谢您对公共交通工作的关心。经研究，现将有关情况函复如下：",
        "56",
        "关于推进公交优先发展的提案",
    ),
    (
        "云水市水务局关于节约用水建议的复函（第7号建议）",
        "市政府对您关于推进节约用水的建议十分重视，现将有关情况函复如下：",
        "7",
        "关于推进节约用水的建议",
    ),
    (
        "云水市水务局关于市政协第203号提案办理情况的答复",
        "您提交的《加强饮用水水源保护的提案》收悉，现答复如下：",
        "203",
        "加强饮用水水源保护的提案",
    ),
    (
        "关于县政协十届二次会议第2031-017号提案的答复函",
        "您所提的“关于增设课后托管点的提案”已收悉，现答复如下：",
        "2031-017",
        "关于增设课后托管点的提案",
    ),
    (
        "关于县政协十届二次会议第〔27〕号提案的答复",
        "您提出的《关于增设护渠岗的建议》已收悉，现回复如下：",
        "27",
        "关于增设护渠岗的建议",
    ),
    (
        "云水市公安局关于市政协六届二次会议第W2031206号提案办理的答复函",
        "您提出的《关于疏通桥头道路的建议》收悉，现答复如下：",
        "2031206",
        "关于疏通桥头道路的建议",
    ),
    (
        "关于县政协〔2031〕第023号提案的答复",
        "您提出的《关于清淤的提案》收悉，现答复如下：",
        "023",
        "关于清淤的提案",
    ),
    (
        "关于县政协四届一次会议第612号提案办理落实情况",
        "您提出的“关于加强管护的提案”已收悉，现答复如下：",
        "612",
        "关于加强管护的提案",
    ),
    (
        "对云水市政协十五届二次会议第202号提案的答复意见",
        "关于您提出的解决河东片区停车难的问题，现答复如下：",
        "202",
        "解决河东片区停车难的问题",
    ),
    (
        "“关于支持石桥渠生态建设的提案”复文（2029年第0583号）",
        "您好，现答复如下：",
        "0583",
        "关于支持石桥渠生态建设的提案",
    ),
]


@pytest.mark.parametrize(("title", "opening", "number", "about"), REPLIES)
def test_number_and_title_of_the_proposal(title: str, opening: str, number: str, about: str) -> None:
    """Both are found whatever the form, half-width or full-width, and the place is where they stand."""
    text = f"{title}\n\n王某委员：\n\n{opening}\n\n一、工作开展情况\n\n近年来，我市持续加大投入。\n"
    metadata, problems = find_metadata(plain_document(text), fold(text))
    assert metadata.genre == "proposal_reply"
    assert metadata.proposal_number == number
    assert metadata.proposal_title == about
    assert metadata.spans["proposal_number"].of(text) == number
    assert metadata.spans["proposal_title"].of(text) == about
    assert metadata.title == title
    assert not problems


def test_a_title_that_goes_on_in_brackets_behind_a_blank_line() -> None:
    """The class of a proposal on a line of its own belongs to the title, however far below."""
    title = "关于政协第三届全国委员会第一次会议第00417号\n \n  （水利类031号）提案答复的函"
    text = f"{title}\n \n  王某委员：\n\n  您提出的《关于节水的提案》收悉，现答复如下。\n\n近年来，我市建渠三条。\n"
    metadata, _ = find_metadata(plain_document(text), fold(text))
    assert metadata.title == "关于政协第三届全国委员会第一次会议第00417号（水利类031号）提案答复的函"


def test_a_plan_has_no_proposal_number() -> None:
    """A plan that speaks of a proposal is none's answer."""
    text = "云水市2023年工作要点\n\n一、主要任务\n\n认真办理第12号提案《关于节水的提案》，并按时答复委员。\n"
    metadata, _ = find_metadata(plain_document(text), fold(text))
    assert metadata.proposal_number is None
    assert metadata.proposal_title is None


def test_the_proposal_is_cited_whatever_its_name() -> None:
    """A title that ends like no paper is one where it is what the reply answers."""
    text = "云水市水务局关于第48号建议的答复\n\n王某代表：\n\n您提出了《石桥村水渠修复工程》的建议，现答复如下：\n"
    assert [fact.title for fact in analyse(plain_document(text)).facts if isinstance(fact, Citation)] == [
        "石桥村水渠修复工程"
    ]


def test_a_title_whose_last_word_is_spaced_out() -> None:
    """The name of the office, what it answers and 答 复 on lines of their own are one title."""
    text = (
        "云水市水务局\n关于对市五届人大二次会议第86号建议的\n答 复\n云水发〔2031〕148号\n"
        "尊敬的王某代表：\n您提出的建议已收悉。\n"
    )
    metadata, _ = find_metadata(plain_document(text), fold(text))
    assert metadata.title == "云水市水务局关于对市五届人大二次会议第86号建议的答 复"


def test_the_source_of_a_page_answers_where_nobody_signs() -> None:
    """An office named as the source is the issuer of a reply; the government's site is none."""
    head = "关于市政协第208号提案协办件的答复\n发布日期：2031-09-12 信息来源：{}\n\n市民政局：\n您提出的建议收悉。\n"
    for source, issuer in (("市水务局", "市水务局"), ("云水市人民政府", None)):
        text = head.format(source)
        assert find_metadata(plain_document(text), fold(text))[0].issuer == issuer


def test_numbers_of_other_replies_on_the_page_are_none_of_its_own() -> None:
    """下一条: what a page links to is not what it is; a number right behind the name of the proposal is its own."""
    text = (
        "王某代表：\n你提出的《关于修渠的提案》，已交我局办理，现答复如下：\n今年修成。\n云水市水务局\n2031年9月27日\n"
    )
    links = "上一条：云水市水务局对第9号提案的答复 |\n下一条：云水市水务局对第156号提案的答复 |\n"
    assert find_metadata(plain_document(text + links), fold(text + links))[0].proposal_number is None
    own = text.replace("》，", "》的第105号建议，")
    assert find_metadata(plain_document(own + links), fold(own + links))[0].proposal_number == "105"


def test_the_head_of_a_page_of_replies() -> None:
    """Labels behind a hyphen or with wide blanks, a number with its class, a site above the title, a party's group."""
    page = (
        "云水市人民政府\n云水市水务局对市第五届人民代表大会第二次会议第37号建议的答复\n"
        "云水函〔2031〕13号 B1类 同意公开\n民进界：\n你们提出的《关于修渠的建议》已收悉，现答复如下：\n今年修成。\n"
    )
    found = find_metadata(plain_document(page), fold(page))[0]
    assert found.title == "云水市水务局对市第五届人民代表大会第二次会议第37号建议的答复"
    assert (found.doc_number, found.addressee) == ("云水函〔2031〕13号", "民进界")
    page = (
        "建议答复\n- 发布机构：市水务局\n- 标 题：对市政协第7号提案的答复\n- 文        号：云水函〔2031〕7号\n"
        "您提出的《关于修渠的提案》收悉，现答复如下：\n今年修成。\n"
    )
    found = find_metadata(plain_document(page), fold(page))[0]
    assert (found.title, found.doc_number, found.issuer) == ("对市政协第7号提案的答复", "云水函〔2031〕7号", "市水务局")
