"""What is a heading, at which level, and which clauses stand under it."""

from __future__ import annotations

import gzip
import json
from bisect import bisect_right
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Block, BlockKind, Document, Outline, Section, Span
from corpus.document import document_id
from extract.matching import fold
from extract.outline.headings import find_outline
from tests.conftest import plain_document


def outline(text: str) -> Outline:
    """The outline of a plain text."""
    return find_outline(plain_document(text), fold(text))


def listed(document: Document) -> list[tuple[int, str, str]]:
    """Level, label and title of each section."""
    sections = find_outline(document, fold(document.text)).sections
    return [(section.level, section.label, section.title) for section in sections]


def test_levels_of_a_plan(document: Document) -> None:
    """青石县养老服务实施方案

    为发展养老服务，结合我县实际，制定本方案，请认真组织实施。
    一、总体要求
    （一）指导思想。坚持以人民为中心，补齐服务短板，全面提升服务质量。
    （二）基本原则。
    政府主导，社会参与。发挥政府主导作用，引导社会力量广泛参与服务。
    因地制宜，分类施策。根据城乡差异，采取有针对性的举措推进各项工作。
    二、主要任务
    （一）完善服务网络
    1.建设街道服务中心。每个街道建设一处综合服务中心，提供日间照料。
    2.建设社区服务站点。每个社区设立一处站点，就近提供助餐助浴服务。
    ——完善设施。按照标准配置必要的设施设备，方便老年人日常使用。
    专栏1  助餐服务提升工程
    1.助餐网点。新建一批助餐网点，实现城区社区全覆盖，方便就近用餐。
    2.配送服务。组织力量为行动不便的老年人上门配送，及时满足需求。
    3.推动医养结合。支持养老机构与医疗机构开展合作，畅通转诊渠道。
    （二）加强人才培养
    定期组织护理人员培训，提高服务能力和水平，稳定人才队伍。
    三、保障措施
    各部门要加强协作，形成合力，确保各项任务落到实处。
    """
    assert listed(document) == [
        (1, "一、", "总体要求"),
        (2, "（一）", "指导思想"),
        (2, "（二）", "基本原则"),
        (4, "", "政府主导，社会参与"),
        (4, "", "因地制宜，分类施策"),
        (1, "二、", "主要任务"),
        (2, "（一）", "完善服务网络"),
        (3, "1.", "建设街道服务中心"),
        (3, "2.", "建设社区服务站点"),
        (4, "——", "完善设施"),
        (3, "专栏1", "助餐服务提升工程"),
        (4, "1.", "助餐网点"),
        (4, "2.", "配送服务"),
        (4, "3.", "推动医养结合"),
        (2, "（二）", "加强人才培养"),
        (1, "三、", "保障措施"),
    ]


def test_a_box_ends_where_the_numbers_before_it_go_on(document: Document) -> None:
    """一、主要任务

    1.建设服务中心
    每个街道建设一处综合服务中心，提供多种服务。
    专栏2 助餐工程
    1.助餐网点。新建一批助餐网点，实现城区社区全覆盖。
    2.配送服务。组织力量为行动不便的老年人上门配送。
    2.培养护理人才
    定期组织护理人员培训，提高服务能力和水平。
    """
    assert listed(document)[-1] == (3, "2.", "培养护理人才")


def test_lists_are_no_headings(document: Document) -> None:
    """一、申请条件

    （一）具有本县户籍；
    （二）年满六十周岁；
    （三）其他需要照顾的情形。
    二、申请材料
    1.身份证明。
    2.户籍证明。
    三、办理流程
    按照申请、审核、公示的程序办理，一是提交申请；二是公示结果。
    """
    assert [title for _, _, title in listed(document)] == ["申请条件", "申请材料", "办理流程"]


def test_numbered_paragraphs_of_sentences_are_no_headings(document: Document) -> None:
    """关于支持地方发展的通知

    一、对工业转型成效明显、主动培育新兴产业的乡镇，优先安排技改项目资金，并给予用地支持。（县财政局负责）
    二、对水利建设投资落实好、年度计划完成率高的乡镇，适当增加下一年度建设投资。（县水利局负责）
    三、各部门应当在年底前制定办法。办法要明确奖励标准和程序。
    """
    assert listed(document) == []


def test_statutes_have_chapters_and_articles() -> None:
    """第X章 is a section, 第X条 a clause, its further paragraphs count within it; a cross reference is neither."""
    text = (
        "第一章　总则　　第一条　为规范停车管理，制定本办法。\n"
        "第二条　有下列情形之一的，不予收费：\n（一）军车；\n（二）救护车。\n"
        "第二条规定的情形由县公安局认定。\n"
        "第二章\n收费管理\n第三条　收费实行政府指导价。\n第三条之一　收费应当公示。\n"
    )
    found = outline(text)
    assert [(s.eid, s.level, s.label, s.title) for s in found.sections] == [
        ("chp_1", 1, "第一章", "总则"),
        ("chp_2", 1, "第二章", "收费管理"),
    ]
    assert [clause.eid for clause in found.clauses] == [
        "art_1", "art_2", "art_2__p_1", "art_2__p_2", "art_2__p_3", "art_3", "art_3-1",
    ]  # fmt: skip
    assert found.clause_at(text.index("救护车")) == found.clauses[3]


def test_parts_chapters_and_sections_nest(document: Document) -> None:
    """第一编 总则

    第一章 基本规定
    第一条 为保护民事权益，制定本法。
    第二章 主体
    第一节 自然人
    第二条 自然人从出生时起享有权利。
    """
    assert [level for level, _, _ in listed(document)] == [1, 2, 2, 3]


def test_work_reports_have_headings_without_ordinal(document: Document) -> None:
    """各位代表：

    现在，我代表县人民政府，向大会报告工作，请予审议。
    2023年工作回顾
    过去一年，我们紧紧围绕高质量发展，扎实推进各项重点工作，经济社会保持平稳健康发展，民生持续改善。
    （一）产业结构持续优化。坚持工业强县，建成一批重点项目，培育壮大特色产业集群。
    （二）城乡面貌不断改善。完成老旧小区改造，建成口袋公园，人居环境显著提升。
    2024年工作安排
    今年是关键之年，我们要坚持稳中求进，努力完成全年各项目标任务，不断增进民生福祉，促进社会和谐。
    （一）着力扩大内需
    抓好重大项目。全年实施重点项目一百个，强化要素保障，推动早日竣工。
    激发消费潜力。举办系列促销活动，支持新能源汽车下乡，繁荣夜间经济。
    """
    assert [(level, title) for level, _, title in listed(document)] == [
        (1, "2023年工作回顾"),
        (2, "产业结构持续优化"),
        (2, "城乡面貌不断改善"),
        (1, "2024年工作安排"),
        (2, "着力扩大内需"),
        (4, "抓好重大项目"),
        (4, "激发消费潜力"),
    ]


def test_headings_of_reports_that_open_like_prose(document: Document) -> None:
    """各位代表：

    现在，我代表县人民政府，向大会报告工作，请予审议。
    2023年工作回顾
    过去一年，我们紧紧围绕高质量发展，扎实推进各项重点工作，经济社会保持平稳健康发展，民生持续改善。
    主要工作成效。
    （一）支持水利先行，全年安排3.2亿元。建成一批重点水库，培育壮大特色灌区产业集群。
    （二）改善供水面貌，投入2.1亿元。完成老旧管网改造，建成口袋水厂，供水环境显著提升。
    我们一定守住底线。坚持人民至上，把水库安全放在心上，守好每一座大坝和每一条渠道。
    我们一定依法办事。落实行政执法责任，公开每一项水费，接受全县人民和新闻媒体的监督。
    我们一定勤俭节约。严控一般性支出，把每一分钱用在灌区改造上，用在农民最需要的地方。
    2024年工作安排
    因地制宜、实事求是。根据各乡镇水源条件确定改造方式，按年度分批实施，不搞一刀切。
    落实责任、形成合力。乡镇具体实施，部门加强指导，村级组织群众投工投劳，共同管护。
    """
    assert [(level, title) for level, _, title in listed(document)] == [
        (1, "2023年工作回顾"),
        (1, "主要工作成效"),
        (2, "支持水利先行，全年安排3.2亿元"),
        (2, "改善供水面貌，投入2.1亿元"),
        (4, "我们一定守住底线"),
        (4, "我们一定依法办事"),
        (4, "我们一定勤俭节约"),
        (1, "2024年工作安排"),
        (4, "因地制宜、实事求是"),
        (4, "落实责任、形成合力"),
    ]


def test_what_speakers_say_in_prose_heads_nothing(document: Document) -> None:
    """各位代表：

    现在，我代表县人民政府，向大会报告工作，请予审议。
    2023年工作回顾
    我们高度重视水库安全。去年共检查水库一百座，发现的问题全部整改，没有发生安全事故。
    我们加快管网改造。去年共改造管网五十公里，老旧小区的水压恢复正常，居民用水无忧。
    我们还要看到不足。灌区管护力量偏弱，水费收缴不足，部分渠道年久失修，渗漏较为严重。
    """
    assert [title for _, _, title in listed(document)] == ["2023年工作回顾"]


def test_attached_papers_contain_their_own_headings() -> None:
    """附件1 with its title on the next line; the list of papers above the signature is none."""
    text = (
        "关于开展评选的通知\n一、评选范围\n全县各乡镇均可参加，名额不限，鼓励积极申报。\n附件：1.评选办法\n2.申报表\n"
        "青石县文化局\n2021年3月1日\n附件1\n评选办法\n一、评选原则\n坚持公开公平公正，接受社会各界监督。\n附件2\n申报表\n"
    )
    found = outline(text)
    assert [(s.eid, s.label, s.title, s.parent) for s in found.sections] == [
        ("sec_1", "一、", "评选范围", None),
        ("att_1", "附件1", "评选办法", None),
        ("att_1__sec_1", "一、", "评选原则", "att_1"),
        ("att_2", "附件2", "申报表", None),
    ]
    assert found.clause_at(text.index("青石县文化局")).section is None  # type: ignore[union-attr]


def test_a_table_of_contents_is_not_the_outline(document: Document) -> None:
    """青石县水利发展规划

    目 录
    一、发展基础......................1
    二、主要任务......................5
    一、发展基础
    全县水利设施较为完备，供水能力稳步提升，防洪体系基本建成。
    二、主要任务
    加快推进重点水源工程建设，完善城乡供水网络，提高保障水平。
    """
    assert [title for _, _, title in listed(document)] == ["发展基础", "主要任务"]


def test_decimal_numbering(document: Document) -> None:
    """青石县防汛应急预案

    1 总则
    1.1 编制目的
    为有效应对洪涝灾害，保障人民生命财产安全，制定本预案。
    1.2 适用范围
    本县行政区域内的洪涝灾害应对工作，适用本预案的规定。
    2 组织体系
    2.1 指挥部
    2.1.1 指挥部职责
    统一领导全县防汛抗洪工作，研究决定重大事项，组织开展救援。
    """
    assert [(level, label) for level, label, _ in listed(document)] == [
        (1, "1"), (2, "1.1"), (2, "1.2"), (1, "2"), (2, "2.1"), (3, "2.1.1"),
    ]  # fmt: skip


def test_printed_lines_are_one_clause() -> None:
    """A paragraph over several printed lines is one clause, page numbers inside it do not end it."""
    lines = [
        "一、总体要求",
        "坚持以高质量发展为主题，围绕全县经济社会发展大局",
        "，统筹推进各项改革任务，进一步健全工作机制，明确责任分",
        "— 1 —",
        "工，强化督促检查，切实把各项决策部署落到实处，努力开创",
        "各项工作新局面，为全面建设现代化新青石提供坚强有力保障",
        "，确保如期实现既定目标，让发展成果更多更公平地惠及全县",
        "人民群众，不断提升获得感。",
        "二、主要任务",
        "（一）加强组织领导。各乡镇各部门要把这项工作摆上重",
        "要议事日程，主要负责同志亲自抓，分管负责同志具体抓，形",
        "成一级抓一级、层层抓落实的工作格局，确保各项任务按时完",
        "成并取得实效。",
    ]
    found = outline("\n".join(lines) + "\n")
    assert [section.title for section in found.sections] == ["总体要求", "主要任务", "加强组织领导"]
    assert len(found.clauses) == 2


def test_one_line_without_line_ends_is_taken_apart() -> None:
    """A page whose line ends were lost still has its paragraphs."""
    body = "我县坚持把就业摆在突出位置，多措并举帮助群众就近就业。" * 12
    found = outline(f"{body} {body} 一、稳定就业岗位。{body} 二、强化技能培训。{body}")
    assert [section.title for section in found.sections] == ["稳定就业岗位", "强化技能培训"]
    assert len(found.clauses) == 4


def test_a_run_in_heading_belongs_to_its_clause() -> None:
    """A heading that stands alone is no clause, one that runs into its text is the beginning of its clause."""
    text = "一、总体要求\n（一）指导思想。坚持以人民为中心，全面提升服务质量。\n"
    found = outline(text)
    assert [clause.span.of(text) for clause in found.clauses] == [text.splitlines()[1]]
    assert found.sections[1].heading.of(text) == "（一）指导思想"
    assert found.path(found.clauses[0].section) == found.sections


def test_metadata_and_furniture_are_no_clauses() -> None:
    """Blocks that the reader marked, and lines of the page, are left out."""
    text = "索引号：A/1\n青石县公告\n为维护秩序，现将有关事项公告如下，请遵照执行。\n打印本页\n第1页\n"
    kinds = (BlockKind.METADATA, *(BlockKind.PARAGRAPH,) * 2, BlockKind.FURNITURE, BlockKind.PARAGRAPH)
    blocks, start = [], 0
    for kind, line in zip(kinds, text.splitlines(keepends=True), strict=True):
        blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line)
    source = plain_document(text).source
    document = Document(document_id("0" * 64), source, text, tuple(blocks))
    clauses = find_outline(document, fold(text)).clauses
    assert [clause.span.of(text) for clause in clauses] == text.splitlines()[1:3]


def test_rows_of_a_flattened_table_are_clauses() -> None:
    """Cells of a table that lost its grid are no headings and no paragraphs."""
    text = (
        "一、发展目标\n主要指标\n2020年\n2025年\n指标属性\n绿化率(%)\n35\n40\n约束性\n床位数(张)\n1200\n预期性\n"
        "二、任务\n加快推进重点工程建设，提高保障水平。\n"
    )
    clauses = outline(text).clauses
    assert [clause.eid for clause in clauses] == ["tbl_1__row_1", "tbl_1__row_2", "tbl_1__row_3", "sec_2__p_1"]
    assert clauses[1].span.of(text).split() == ["绿化率(%)", "35", "40", "约束性"]


@given(st.text(alphabet="一二三、（）()第章节条.1 专栏附件—。；：，\n总体要求加强领导有关部门#*", max_size=400))
def test_invariants_of_any_outline(text: str) -> None:
    """Clauses are apart and in order, ids are unique, sections lie inside their parents, sentences in clauses."""
    found = outline(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found.clauses))
    ids = [section.eid for section in found.sections] + [clause.eid for clause in found.clauses]
    assert len(ids) == len(set(ids))
    by_eid: dict[str | None, Section] = {section.eid: section for section in found.sections}
    for section in found.sections:
        assert section.span.contains(section.heading)
        assert section.parent is None or by_eid[section.parent].span.contains(section.span)
    for clause in found.clauses:
        assert clause.section is None or by_eid[clause.section].span.contains(clause.span)
        assert all(clause.span.contains(sentence.span) for sentence in clause.sentences)


@pytest.mark.real
def test_outline_of_400_statutes(shared: Path) -> None:
    """Headings and articles of laws and regulations are found: recall and precision of at least 0.99 each."""
    sets = shared / "bench" / "law-outline" / "law_outline_400.jsonl.gz"
    hits = wrong = missed = 0
    with gzip.open(sets, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            mine, gold = _heading_lines(row["lines"]), {item["line"] for item in row["gold"]}
            hits, wrong, missed = hits + len(mine & gold), wrong + len(mine - gold), missed + len(gold - mine)
    assert hits / (hits + wrong) >= 0.99
    assert hits / (hits + missed) >= 0.99


def _heading_lines(lines: list[str]) -> set[int]:
    """Numbers of the lines at which sections and articles begin."""
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    found = outline("\n".join(lines) + "\n")
    articles = (clause.span.start for clause in found.clauses if clause.eid.rpartition("__")[2].startswith("art_"))
    return {bisect_right(starts, at) - 1 for at in (*(s.heading.start for s in found.sections), *articles)}


def test_a_press_text_on_one_line_has_its_title_and_its_lead_ins() -> None:
    """Title and paragraphs parted by blanks alone: short first sentences are headings, the opening sentence is none."""
    rest = "全县组织开展专项行动，及时跟进服务，建立工作台账，切实解决群众反映的突出问题，取得积极进展和良好成效。"
    heads = ("全力稳定就业大局", "助力企业走出困境", "切实保障基本民生", "优先满足一线需要", "扎实做好物资储备")
    text = "青石多措并举保民生  3月2日，县政府新闻办召开新闻发布会，有关负责人分别介绍了工作情况。" + "".join(
        f" {head}。{rest}{rest}{rest}" for head in heads
    )
    found = outline(text)
    assert [section.title for section in found.sections][:5] == list(heads)
    assert all(section.level == 4 for section in found.sections)


def test_what_stands_under_a_lead_in_may_begin_with_a_day() -> None:
    """The text below ——立法先行。 tells of a day, and is prose as any other."""
    below = (
        "全县组织开展专项行动，及时跟进服务，建立工作台账，切实解决群众反映的突出问题。",
        "2月7日，县水务局召开会议，研究完善用水计量的办法，并对计量设施的管护作出安排。",
    )
    heads = ("节约用水，计量先行", "节约用水，执法从严", "节约用水，尚需全民参与")
    lines = "\n".join(f"——{head}。\n{below[at % 2]}" for at, head in enumerate(heads))
    found = outline(f"青石节约用水这样发力\n全县统筹推进节约用水各项工作，取得积极成效。\n{lines}\n")

    assert [section.title for section in found.sections] == list(heads)


def test_titles_of_papers_in_one_file_end_the_sections_before(document: Document) -> None:
    """《青石县甲行动方案》《青石县乙行动方案》已经县政府同意，现印发给你们。

    青石县人民政府
    2019年6月6日
    青石县甲行动方案
    为做好有关工作，制定本行动方案，请各地认真抓好落实。
    一、总体要求
    各地各部门要高度重视，认真抓好各项工作的组织实施。
    青石县乙行动方案
    为做好有关工作，制定本行动方案，请各地认真抓好落实。
    一、工作目标
    各地各部门要高度重视，认真抓好各项工作的组织实施。
    """
    assert listed(document) == [(1, "一、", "总体要求"), (1, "一、", "工作目标")]
    found = find_outline(document, fold(document.text))
    second = next(clause for clause in found.clauses if clause.span.of(document.text) == "青石县乙行动方案")
    assert second.section is None


def test_captions_that_come_again_are_no_headings() -> None:
    """1.甲类技术：…；2.甲类技术：… enumerates; a line of contents may be filled up with many dots."""
    text = (
        "目录\n一、范围"
        + "." * 150
        + "1\n二、方法"
        + "." * 150
        + "2\n一、范围\n本标准适用于用水计量，规定如下各项要求。\n"
        "二、方法\n1.机械计量技术：旋翼式水表计量。\n2.机械计量技术：螺翼式水表计量。\n"
        "3.电子计量技术：超声波水表计量。\n4.电子计量技术：电磁水表计量。\n"
    )
    found = outline(text)

    assert [section.title for section in found.sections] == ["范围", "方法"]
    assert not any("...." in clause.span.of(text) for clause in found.clauses)


def test_ways_to_comment_are_no_headings() -> None:
    """2.电子邮箱：… of a consultation stands in no outline."""
    text = (
        "可以通过以下方式提出意见：\n1.登录网站提出意见。\n2.电子邮箱：water@example.org。\n3.通信地址：人民路1号。\n"
    )

    assert outline(text).sections == ()
