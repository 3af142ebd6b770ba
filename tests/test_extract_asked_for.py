"""What a reply repeats of the suggestion that it answers, and how it opens, on pages of many layouts."""

from __future__ import annotations

import pytest

from corpus import Achievement, Citation, Commitment, Genre, QuotedDuty, Relation, TimeMention
from extract import analyse
from tests.conftest import plain_document

_LETTER: dict[type, str] = {Commitment: "C", Achievement: "A", QuotedDuty: "Q"}
_TITLE = "青石县水务局对县人大二次会议第7号建议的答复\n"
_OPENING = "某某代表：\n您提出的《关于修渠的建议》收悉，现答复如下：\n"


def letters(text: str) -> str:
    """C, A or Q for each statement of a document, in order."""
    return "".join(_LETTER[type(fact)] for fact in analyse(plain_document(text)).facts if type(fact) in _LETTER)


@pytest.mark.parametrize(
    "opening",
    [
        "某某代表：\n你在青石县第九届人民代表大会第二次会议上提的《关于修渠的建议》，已交我局办理。\n经研究，现答复如下：\n",
        "某某委员：\n你在政协青石县九届二次会议期间提的《关于修渠的建议》已交我局办理，经面商，现答复如下：\n",
        "某某代表您好：\n关于修渠的建议，青石县水务局高度重视，已到现场查看。\n",
        "尊敬的某某委员，您好！\n关于修渠的建议，我局十分重视，已到现场查看。\n",
        "某某代表：\n你（们）在县人大二次会议期间提出的《关于修渠的建议》的议案（第007号）悉。现将有关情况答复如下：\n",
        "某某代表\n在县人大二次会议上提出的关于修渠的建议》（第7号）已收悉，现答复如下：\n",
        "某某代表：\n你提出的关于《关于修渠的建议》，已交我们研究办理，现答复如下：\n",
    ],
)
def test_openings_of_replies(opening: str) -> None:
    """A letter without a title is a reply, sent to whoever asked, and cites what it answers."""
    found = analyse(plain_document(f"{opening}我局将于2031年修好支渠。\n"))
    cited = [fact for fact in found.facts if isinstance(fact, Citation) and fact.relation is Relation.REPLIES_TO]

    assert found.metadata.genre is Genre.PROPOSAL_REPLY
    assert found.metadata.addressee in {"某某代表", "某某委员"}
    assert found.metadata.proposal_title == "关于修渠的建议"
    assert [fact.by for fact in cited] == [found.metadata.addressee]


@pytest.mark.parametrize(
    "heading",
    ["关于建议中反映的问题", "建议所提出的有关问题", "提案反映的情况", "建议的主要内容", "代表建议内容"],
)
def test_a_section_that_repeats_what_was_asked_for(heading: str) -> None:
    """What it proposes is nobody's duty, though it says 建议 as an office does."""
    text = (
        f"{_TITLE}{_OPENING}一、办理情况\n我局已到现场查看。\n二、{heading}\n建议对北沟支渠浇筑3公里护岸，投入资金50万元。\n"
        "建议上级部门帮助解决。\n三、下一步打算\n继续修好各条支渠。\n"
    )

    assert letters(text) == "AC"


@pytest.mark.parametrize(
    ("label", "behind"),
    [
        ("建议内容：", "办理情况："),
        ("内容：", "答复内容："),
        ("问题内容：", "办理结果："),
        ("提案内容：", "承办单位：县水务局"),
    ],
)
def test_a_page_that_shows_the_suggestion_above_the_reply(label: str, behind: str) -> None:
    """It states no facts of the reply; whoever is called on below it is addressed."""
    text = (
        f"欢迎访问青石县人民政府门户网\n第7号关于修渠的建议\n建议号：7\n{label}\n北沟支渠年久失修，2030年已经垮塌两处。"
        f"为此建议县人民政府责成有关部门修复支渠，保障灌溉。\n{behind}\n青石县水务局对第7号建议的答复函\n{_OPENING}"
        "我局将修好支渠。\n青石县水务局\n2031年5月6日\n"
    )
    found = analyse(plain_document(text))

    assert letters(text) == "C"
    assert found.metadata.addressee == "某某代表"
    assert found.metadata.title == "第7号关于修渠的建议"


@pytest.mark.parametrize(
    "point",
    [
        "二、关于您提出的“修渠要先清淤。通过清淤，解决灌溉难的问题”建议回复。",
        "二、针对您反映的“支渠垮塌。要抓紧加固支渠，保障下游用水”的问题的答复：",
        "二、关于提高管护补助标准的问题。",
        "（二）对于您提到的“加固护岸。推进管护”的建议的回复。",
        "2.就委员提出的“加强巡护。开展演练，提升能力”的意见的办理情况。",
    ],
)
def test_a_point_of_the_suggestion_begins_anew(point: str) -> None:
    """Its words, quoted with the full stops in them, are none of the office's; what was said before is over."""
    text = f"{_TITLE}{_OPENING}我局将修好支渠，保障灌溉。\n{point}\n目前我局通过广播，不断宣传节水。2030年清淤3公里。\n"

    assert letters(text) == "CA"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("下一步，我局将清淤。按照管护办法，水闸的主管部门为水务部门，收费的主管部门为发改部门。", "C"),
        ("下一步，我局将清淤。目前，管护资金主要依靠上级项目。", "C"),
        ("我局已加固护岸。还有一段支渠属于私人开挖，根据政策，无法纳入补助范围。", "A"),
        ("我局已加固护岸。鉴于以上原因，部分农户未获得补助。", "A"),
        ("我局已加固护岸。鉴于我局无更多资金，建议林场向上级申报清淤项目。", "A"),
        ("我局将清淤。水闸由乡镇管护，建议您向乡镇主动对接。", "C"),
        ("我局已清淤。现有水窖已经不能适应用水的需要，特别是缺水、断水等问题日益突出。", "A"),
        ("我局已清淤。由于风吹日晒，部分标牌存在不清的现状。", "A"),
        ("我局前期已编好清淤方案，下步将该项目积极申报列入规划，尽快实施。", "CA"),
        ("您提出建议后，我们高度重视，已到现场查看。", "A"),
        ("我局将清淤。\n此页无正文。", "C"),
        ("我局将清淤。同时，我们恳请您多提宝贵意见，共商治水的办法，为全县发展做贡献。", "C"),
        ("我局于2030年安排资金50万元，建设内容：一是新建水窖29座。二是新建护岸（含步道）1处。", "AA"),
    ],
)
def test_sentences_between_what_was_done_and_what_will_be(text: str, kinds: str) -> None:
    """What cannot be, what something is and what others should do are neither."""
    assert letters(f"{_TITLE}{_OPENING}{text}\n青石县水务局\n2031年5月6日\n") == kinds


def test_measures_of_the_last_years_have_been_taken() -> None:
    """A heading that names them tells of the past, whatever verbs stand under it."""
    text = f"{_TITLE}{_OPENING}一、近几年河道管护工作的主要措施\n水务局要求各乡镇严格巡护河道，保障行洪。\n"

    assert letters(text) == "A"


def test_whom_an_office_asks_for_instructions_does_not_act() -> None:
    """将请示市政府 is no request that the government act."""
    text = f"{_TITLE}{_OPENING}我局计划将东门口作为试点，如果效果明显，将请示县政府在全县予以推广。\n"
    (found,) = (fact for fact in analyse(plain_document(text)).facts if isinstance(fact, Commitment))

    assert not found.actors


def test_the_day_beside_the_source_of_a_page_is_no_deadline() -> None:
    """来源:县政府办 2031-05-06 09:30 is when it was put up."""
    text = f"{_TITLE}来源：县政府办 2031-05-09 16:44\n{_OPENING}我局将修好支渠。\n青石县水务局\n2031年5月6日\n"
    times = [fact for fact in analyse(plain_document(text)).facts if isinstance(fact, TimeMention)]

    assert [str(fact.role) for fact in times] == ["event", "event"]


def test_a_page_of_labels_without_a_letter_is_a_reply() -> None:
    """建议内容 and 答复内容 say so; the words under the latter are the office's."""
    text = "建议内容：\n关于渠道管护的建议\n答复内容：\n此项工作现已移交县水务局。下一步，水务局将修好支渠。\n"

    assert analyse(plain_document(text)).metadata.genre is Genre.PROPOSAL_REPLY
    assert letters(text) == "AC"


def test_the_foot_of_a_page_with_an_address_charges_nobody() -> None:
    """The date above whoever runs the site is no sentence that it answers for."""
    text = (
        f"{_TITLE}{_OPENING}我局已修好支渠。\n青石县水务局\n2031年5月6日\n"
        "主办单位：青石县人民政府办公室 地址：中心路3号 邮编：450041\n"
    )
    leads = [fact for fact in analyse(plain_document(text)).facts if getattr(fact, "role", None) == "lead"]

    assert letters(text) == "A"
    assert not leads
