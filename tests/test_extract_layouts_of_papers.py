"""Whole small papers in the layouts that offices use: what is done, promised and quoted in them, by whom, by when."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import ingest
from corpus import Achievement, Analysis, Citation, Commitment, Indicator, QuotedDuty
from extract import analyse

KINDS = {Commitment: "C", Achievement: "A", QuotedDuty: "Q"}


def read(text: str, folder: Path) -> Analysis:
    """The analysis of a text."""
    path = folder / "paper.txt"
    path.write_text(text, encoding="utf-8")
    return analyse(ingest.read_file(path))


def kinds(found: Analysis) -> str:
    """One letter a statement, in order."""
    return "".join(KINDS[type(fact)] for fact in found.facts if type(fact) in KINDS)


def promised(found: Analysis) -> list[tuple[str | None, set[str]]]:
    """By when and by whom, a commitment each."""
    facts = [fact for fact in found.facts if isinstance(fact, Commitment)]
    return [(str(fact.deadline) if fact.deadline else None, {actor.name for actor in fact.actors}) for fact in facts]


PAPERS = [
    pytest.param(
        "石桥街道2030年工作总结及2031年工作思路\n\n一、2030年主要工作\n"
        "1、供水平稳向好.全年新建水厂3座,改造管网20公里.\n2、防汛有力有序.排查堤防40处,设立值守点14个.\n"
        "二、2031年工作思路\n1、抓供水.9月底前完成12个小区管网改造.\n2、抓防汛.进一步加强值守.\n\n石桥街道办事处\n2030年12月28日\n",
        "AACC",
        id="half-width stops; the year that a summary sums up",
    ),
    pytest.param(
        "石桥市供水工作新闻发布会\n\n发布时间：2030-10-20\n\n今年以来，我们做了这样几件事：\n——新建水厂3座；\n——出台全市首个水窖管护办法。\n"
        "到2031年，我们还要做这样几件事：\n——新增水窖120口；\n——建立覆盖城乡的巡查制度。\n",
        "AACC",
        id="lists behind dashes under leads",
    ),
    pytest.param(
        "石桥市水务局2030年工作情况\n（2030年12月17日）\n\n今年以来，全市供水工作平稳推进。新建水厂3座，改造管网20公里。\n"
        "明年，我们将办好三件实事。其一，改造泵站5座，每座补助2万元。其二，建立水窖管护制度。此外，还要办好节水宣传周活动。\n",
        "AACCCC",
        id="a paragraph of an account that turns to what comes next",
    ),
    pytest.param(
        "石桥市水务局关于市政协提案第58号的复函\n\n市政协提案委员会：\n现就《关于供水安全的提案》办理情况函复如下。\n\n"
        "1、管网漏损。42处漏点已全部修复。\n2、水窖老化。已加固水窖318口；对其余水窖，9月15日前由所在镇组织加固。\n3、宣传。节水宣讲走进学校18所。\n\n专此函复。\n\n2030年7月10日\n",
        "AACA",
        id="items that tell what was done and then what comes",
    ),
    pytest.param(
        "石桥县水务局关于政协提案第3号的答复\n\n甲某某委员：\n您提出的《关于水窖管护的提案》收悉，现答复如下：\n\n"
        "省政府公布的《某省水窖管护条例》规定：\n1.县级人民政府对本行政区域的水窖管护负总责；\n2.管护员应当每年接受培训；\n\n"
        "我局已培训管护员300人。下一步，我局将新建水窖50口。\n\n2030年7月10日\n",
        "QQQAC",
        id="the items of a paper that is quoted",
    ),
    pytest.param(
        "云水省长河禁渔工作新闻发布会发布词\n\n（2030年8月26日）\n\n各位记者：\n国务院办公厅印发的通知要求，沿河各省要落实补偿资金。"
        "农业农村部明确，各地要在2031年底前建成监管平台。一年来，我省建成监管站25个。下一步，省农业农村厅将开展联合执法。\n",
        "QQAC",
        id="what the state demands in a province's briefing",
    ),
    pytest.param(
        "石桥县人民政府关于落实审议意见情况的报告\n\n县人大常委会：\n现报告如下。\n\n一、关于供水问题\n审议意见提出：县政府要在两年内补足水厂缺口。\n"
        "落实情况：今年已新建水厂3座。\n省委农村工作会议要求，各地要守住供水底线。\n\n石桥县人民政府\n2030年4月12日\n",
        "QAQ",
        id="what an assembly and a conference demand",
    ),
    pytest.param(
        "石桥市卫生健康委员会2030年工作总结\n\n1、医疗资源扩容\n组建医疗集团2个。\n为适龄女生免费接种疫苗9600剂次。\n2、存在短板\n儿科医师缺口较大。\n"
        "2031年工作计划\n1、2031年3月底前：在全市推行先诊疗后付费；\n2、全年：招聘医学类毕业生150名，其中儿科15名。\n",
        "AACC",
        id="a year's plan above numbered items",
    ),
    pytest.param(
        "第四章　完善水利网络\n\n截至2029年底，全市累计建成水厂30座。\n\n"
        "第一节　加快骨干水源建设\n建成东部联通配水管网。到2030年，新增库容2亿立方米。\n\n"
        "第二节　推进节水\n加强大型灌区改造。推广水肥一体化技术。\n",
        "ACCCC",
        id="a chapter of a plan without its title",
    ),
    pytest.param(
        "石桥市水利规划中期评估报告\n\n一、重点任务进展\n堤防加固工程完工，治理堤段14公里。建成监测站9座。\n二、后半程推进措施\n2031年底前完成水价改革。\n\n2030年9月\n",
        "AAC",
        id="how far tasks have come, and what drives them on",
    ),
    pytest.param(
        "石桥市防汛新闻发布会\n（2030年7月30日18时）\n\n[市应急管理局局长]\n7月26日以来，石桥镇受灾。\n"
        "灾情发生后，省委书记作出批示，强调要妥善安置受灾群众。\n截至30日16时，转移群众1869人。\n\n[记者提问环节]\n"
        "石桥日报记者问：堤防何时加固？\n市水务局答：8月20日前完成加固。\n",
        "AQAC",
        id="the hour of a conference, a leader's demand, a body that answers",
    ),
    pytest.param(
        "云水省农业厅举行秸秆利用新闻发布会\n（2030年6月5日）\n\n主持人：\n各位记者，大家上午好！\n省农业厅副厅长：\n国家发展改革委、农业部联合下发的通知要求，"
        "各地到2031年综合利用率要超过80%。\n",
        "Q",
        id="a paper of the state without marks, read out to the press",
    ),
    pytest.param(
        "石桥市住建局关于市政协第4号提案的答复\n\n甲某某委员：\n您提出的提案收悉，现答复如下：\n"
        "我局已在网站公示夜间施工许可126件。对擅自施工的，由市城管局立案查处，每月将结果抄告我局。\n\n2030年7月10日\n",
        "AC",
        id="what an answer hands to another office behind an account",
    ),
    pytest.param(
        "石桥市环保督察整改情况报告\n\n一、矸石山扬尘问题\n责任单位：市工信局\n督导单位：市生态环境局\n整改时限：2030年12月底前\n"
        "整改进展情况：\n1.完成9座矸石山削坡整形。\n2.修建截洪沟4.8公里。\n下一步措施：\n1.对苗木开展两年管护，成活率保持在85%以上。\n\n"
        "石桥市人民政府\n2030年11月20日\n",
        "AAC",
        id="what stands below labels inside a section",
    ),
    pytest.param(
        "石桥市水务局关于推进水窖管护的通知\n\n各县水利局：\n近日，省水利厅印发《关于水窖管护的意见》，要求各市在年内实现管护全覆盖。\n"
        "现提出如下要求：\n一、扩大覆盖面。\n各地要于9月底前完成摸底。\n\n石桥市水务局\n2030年8月1日\n",
        "QC",
        id="what those above demand in the preface of a notice",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAPERS)
def test_what_is_done_promised_and_quoted(text: str, expected: str, tmp_path: Path) -> None:
    """By headings, leads, the order in items, and who demands."""
    assert kinds(read(text, tmp_path)) == expected


CHARGED = [
    pytest.param(
        "石桥市养老服务行动计划（2030—2032年）\n\n任务1　补齐设施短板\n新建养老综合体36个。\n"
        "牵头单位：市民政局\n责任单位：市财政局\n完成时间：2032年6月\n\n"
        "任务2　提升照护能力\n改造养老院9所。\n牵头单位：市民政局\n完成时间：2031年12月\n",
        [("2032-06", {"市民政局", "市财政局"}), ("2031-12", {"市民政局"})],
        id="lines below tasks that no heading parts",
    ),
    pytest.param(
        "石桥市民生实事实施方案\n\n一、实事项目\n【市教育局牵头】新建幼儿园15所。3月底前全部开工。\n【市水务局牵头】新建水厂3座。\n",
        [(None, {"市教育局"}), (None, {"市教育局"}), (None, {"市水务局"})],
        id="a bracket before its task",
    ),
    pytest.param(
        "石桥市消防能力提升实施方案\n\n（一）重点项目\n集中力量实施下列项目：\n（1）新建消防站各1座；\n（2）增补消火栓860个。\n"
        "上述项目由市消防救援支队牵头，市水务局、市民政局按职责分工负责。\n",
        [(None, {"市消防救援支队", "市水务局", "市民政局"})] * 3,
        id="a sentence behind a list",
    ),
    pytest.param(
        "石桥市创建节水型城市任务分解表\n\n市教育局\n1．学校节水器具覆盖率达到100%。\n2．开学后组织一次节水检查。\n\n市水务局\n1．全年检测管网9800公里。\n",
        [(None, {"市教育局"}), (None, {"市教育局"}), (None, {"市水务局"})],
        id="names above the tasks dealt out to them",
    ),
    pytest.param(
        "石桥市低空监测行动方案\n\n一、重点任务\n（一）补齐站点。\n市水务局：2032年5月25日前完成测点踏勘。\n市教育局：把观测课列入全市中小学课表。\n",
        [("2032-05-25", {"市水务局"}), (None, {"市教育局"})],
        id="a body, a colon and its day",
    ),
    pytest.param(
        "石桥市水务局关于市政协第8号提案的答复\n\n甲某某委员：\n您提出的提案收悉，现答复如下：\n下一步，将做好以下工作：\n"
        "1.新建停车场3处（市住建局，2030年11月底前）。\n2.市水务局与市老龄办共同制定能力评估标准，10月底前完成立项。\n"
        "3.市教育局把节水课列入课表，2031年底前覆盖40%的学校。\n\n2030年7月10日\n",
        [("2030-11", {"市住建局"}), ("2030-10", {"市水务局", "市老龄办"}), ("2031", {"市教育局"})],
        id="a bracket with a day, two who act together, a body that 把 stands behind",
    ),
    pytest.param(
        "石桥市水务局关于市政协第9号提案的答复\n\n甲某某委员：\n您提出的提案收悉，现答复如下：\n下一步，将做好以下工作：\n"
        "1.各派出所8月底之前要把底数摸清。\n2.长河工程管理局负责在2031年春灌前补齐计量设施。\n3.抽检由市食品检验检测院每月采样。\n"
        "4.培训委托石桥福利院承办，分六期举办。\n5.每处易涝点由所在城区政府落实一名责任人。\n\n2030年7月10日\n",
        [
            ("2030-08", {"各派出所"}),
            ("2031", {"长河工程管理局"}),
            (None, {"市食品检验检测院"}),
            (None, {"石桥福利院"}),
            (None, {"所在城区政府"}),
        ],
        id="units of any field that an answer lays something on",
    ),
    pytest.param(
        "石桥县水务局关于政协提案第3号的答复\n\n甲某某委员：\n您提出的《关于清淤的提案》收悉，现答复如下：\n\n已清理垃圾300吨。\n\n"
        "承诺事项一：对上游2.8公里河段清淤土方4万立方米\n责任单位：县水务局\n完成时限：2031年5月底\n\n2030年7月10日\n",
        [("2031-05", {"县水务局"})],
        id="a promise of an answer with a line for its time",
    ),
    pytest.param(
        "云川市人民政府新闻办公室举行水利工作新闻发布会\n时间：2030年3月5日\n市水利局局长：\n"
        "去年全市查处违规取水案件46起。各涉农县区水利局8月底之前要把底数摸清，逾期未修的由施工单位负责返工。"
        "各城区住建局9月底前要完成复核。\n",
        [("2030-08", {"各涉农县区水利局", "施工单位"}), ("2030-09", {"各城区住建局"})],
        id="the-year-told-of-before-is-not-that-of-what-is-asked",
    ),
    pytest.param(
        "石桥县水务局关于政协提案第4号的答复\n\n民建石桥县支部：\n《关于抗旱的提案》收悉，现答复如下。\n\n办了什么事？\n新打机井20眼。\n\n"
        "接着怎么办？\n县财政局：整合资金800万元，9月底前下达资金计划。\n县气象局：今年入冬前改造雨量站32处，余下的2031年5月20日前改完。\n\n"
        "2030年7月10日\n",
        [("2030-09", {"县财政局"}), ("2031-05-20", {"县气象局"})],
        id="an answer under the names of offices",
    ),
    pytest.param(
        "云川市人民政府新闻办公室举行化工搬迁新闻发布会\n时间：2030年9月27日\n市经信委主任：\n一年来，我们主要做了两件事。"
        "截至8月底，已累计关停化工企业25家。剩下的9家由市应急局年底前全部关停到位。\n",
        [("2030", {"市应急局"})],
        id="months behind the year up to the day lie in the year of the day",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHARGED)
def test_who_is_charged_and_by_when(text: str, expected: list[tuple[str | None, set[str]]], tmp_path: Path) -> None:
    """Lines, brackets and sentences around tasks say it, with or without headings."""
    found = [(due, names) for due, names in promised(read(text, tmp_path)) if names]
    assert [names for _, names in found] == [names for _, names in expected]
    assert [due for due, _ in found if due and due != "2030-03"] == [due for due, _ in expected if due]


@pytest.mark.parametrize(
    "mark", ["", "——", "• ", "●", "★ ", "-", "①", "⑴", "√", "1.", "（一）", "一是", "第一，", "◎", "→"]
)
@pytest.mark.parametrize(
    ("sentence", "name", "when"),
    [
        ("市水务局要在2031年6月底前新建水厂3座。", "新建水厂", "2031-06"),
        ("2031年底前完成管网改造30公里。", "管网改造", "2031"),
    ],
)
def test_marks_before_an_item_change_nothing(mark: str, sentence: str, name: str, when: str, tmp_path: Path) -> None:
    """A bullet, a dash or a number is no part of a name, of a time or of a body."""
    found = read(f"石桥市供水行动计划\n\n一、重点任务\n{mark}{sentence}\n二、保障措施\n加强组织领导。\n", tmp_path)
    values = [fact for fact in found.facts if isinstance(fact, Indicator)]

    assert [(one.name, str(one.when)) for one in values] == [(name, when)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("石桥市供水新闻发布会实录（2030年11月15日）\n\n明年底前，新建水厂3座。\n", "2031"),
        ("石桥市水务局关于供水情况的汇报\n\n一、努力方向\n10月底前完成改造。\n\n2030年5月\n", "2030-10"),
        ("石桥市防汛新闻发布会\n（2030年7月30日18时）\n\n各位记者：\n明年底前，堤防全部加固。\n", "2031"),
        ("石桥市答记者问\n\n市政府将公布结果，11月15日前完成登记。\n\n（2030年11月4日上午9时发布）\n", "2030-11-15"),
    ],
)
def test_from_which_day_a_paper_tells(text: str, day: str, tmp_path: Path) -> None:
    """Its title or its foot may bear the day."""
    assert day in [due for due, _ in promised(read(text, tmp_path))]


PLAIN = (
    "石桥市人民政府办公室关于印发石桥市供水行动计划（2030—2032年）的通知\n石政办发〔2030〕12号\n各县（市、区）人民政府：\n"
    "现将《石桥市供水行动计划（2030—2032年）》印发给你们，请认真贯彻执行。\n石桥市人民政府办公室\n2030年3月2日\n"
    "石桥市供水行动计划（2030—2032年）\n一、工作目标\n到2032年底，新建水厂30座，供水能力达到每日50万吨，农村自来水普及率达到95%以上，"
    "管网漏损率控制在9%以内，供水服务满意度保持在90%以上。\n二、重点任务\n（一）加快水厂建设。市水务局2031年6月底前完成12座水厂改造，"
    "按照《石桥市水厂建设办法》（石政发〔2029〕3号）组织验收，验收结果向社会公布。（市水务局牵头，市财政局配合）\n"
    "（二）加强管网管护。各县（市、区）每年检测管网5000公里，建立台账，对老化严重的管网及时更换，防止跑冒滴漏。（各县（市、区）政府负责）\n"
)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: re.sub(r"(?<=[一-鿿])(?=\d)|(?<=\d)(?=[一-鿿%])", " ", text),
        lambda text: "\n".join(
            line[at : at + 36] for line in text.split("\n") for at in range(0, max(1, len(line)), 36)
        ),
        lambda text: text.replace("，", ",").replace("。", ".").replace("：", ":"),
        lambda text: re.sub(r"(?m)^(?=.)", "　　", text),
    ],
    ids=["blanks around numbers", "short lines", "half-width marks", "indented"],
)
def test_how_a_page_prints_a_text_changes_no_fact(change: Callable[[str], str], tmp_path: Path) -> None:
    """The facts are those of the plain text, each at its own place in the text as it is printed."""
    plain, printed = read(PLAIN, tmp_path), read(change(PLAIN), tmp_path)

    assert kinds(printed) == kinds(plain) == "CCCCCC"[: len(kinds(plain))]
    assert promised(printed) == promised(plain)
    assert values(printed) == values(plain)
    assert [bare(one.title) for one in printed.facts if isinstance(one, Citation)] == [
        bare(one.title) for one in plain.facts if isinstance(one, Citation)
    ]
    for one, other in zip(printed.facts, plain.facts, strict=True):
        assert bare(one.span.of(printed.document.text)) == bare(other.span.of(plain.document.text))


def test_chapters_of_a_report_that_lost_its_line_ends(tmp_path: Path) -> None:
    """The headings of its years part what was done from what is to be done, though they stand amid its text."""
    done = "".join(f"第{n}灌区建成渠道{n}公里，供水能力明显提升，群众用水更有保障。" for n in "一二三四五六七八")
    tasks = "".join(
        f"实施第{n}灌区改造，新建泵站{n}座，加强管护队伍建设，提高供水保障水平。" for n in "一二三四五六七八"
    )
    text = (
        "政府工作报告——2031年1月10日在石桥市第三届人民代表大会第二次会议上各位代表：现在，我代表市人民政府向大会报告工作，请予审议。"
        f"一、2030年工作回顾过去一年，全市供水平稳。{done}二、2031年主要目标和重点任务今年是供水建设的关键之年。{tasks}"
    )
    found = kinds(read(text, tmp_path))

    assert found.strip("A") == "C" * 8
    assert found.startswith("A" * 8)


def values(found: Analysis) -> list[tuple[str, str, str]]:
    """Names, values and times of the indicators."""
    facts = [fact for fact in found.facts if isinstance(fact, Indicator)]
    return [(fact.name, f"{fact.value}{fact.unit}", str(fact.when)) for fact in facts]


def bare(words: str) -> str:
    """Words without white space and marks."""
    return re.sub(r"[^一-鿿\d%]", "", words)
