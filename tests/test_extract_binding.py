"""Which outcomes can be checked, how sure a statement is, and texts without their inner line ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Clause, Outline, Sentence, Span
from extract.confidence import confidence
from extract.layout.seams import unwrap
from extract.matching import fold
from extract.statements.binding import is_binding, missing

OUTCOMES = [
    ("建立全市用水信息共享机制。", True),
    ("制定节水器具推广办法。", True),
    ("出台《节水条例》实施细则。", True),
    ("建成区域供水中心。", True),
    ("新建管网30公里。", True),
    ("2030年全面完成改造。", True),
    ("实现乡镇供水全覆盖。", True),
    ("将节水器具纳入政府采购目录。", True),
    ("统一用水计量规程。", True),
    ("每季度报送用水分析报告。", True),
    ("开通县城至石桥镇公交。", True),
    ("设立“节水日”。", True),
    ("通过省级节水县复审。", True),
    ("承办石桥茶叶博览会，办好云水音乐节、自行车等赛事。", True),
    ("石桥小学新校区投入使用。", True),
    ("生产线已建成并投入使用，严防车辆带病投入运营。", False),
    ("制定出台政策措施。", False),
    ("坚决完成反馈问题整改任务。", True),
    ("公务接待经费零增长。", True),
    ("在施工环节加强监督。", False),
    ("推动东湖水厂、南桥泵站等项目投产达效。", True),
    ("高质量办好第三届水博会。", True),
    ("确保节水产值两位数增长。", True),
    ("对符合条件的用水户建立台账。", True),
    ("打造全市水务综合管理平台。", True),
    ("规划建设污泥分拣中心。", True),
    ("争取开通至石桥镇的公交线路。", False),
    ("鼓励商店设立“节水专柜”。", False),
    ("推动节水器具纳入推广目录。", False),
    ("建立适应水价改革要求的机制。", False),
    ("报名人员需携带下列证件备查：", True),
    ("5个专项方案已经市政府同意，现印发给你们，请认真执行。", False),
    ("建立健全长效机制。", False),
    ("探索建立水权交易平台。", False),
    ("逐步完善计量体系。", False),
    ("支持企业建设节水平台。", False),
    ("推进管网改造，加强日常管理。", False),
    ("打造一批节水示范园区。", False),
    ("资料不全的不予受理。", True),
    ("石桥公园内禁止烧烤。", True),
    ("未经检疫的，不得上市。", True),
    ("除急诊外，对外地就诊者不得收取押金。", True),
    ("收费单位应当在窗口公示收费标准。", True),
    ("登记机构须在门口设置咨询台。", True),
    ("困难职工买房免征契税。", True),
    ("办理过户无需提交婚姻证明。", True),
    ("暂停石桥大集的现场交易活动。", True),
    ("各单位应积极报告有关情况。", False),
    ("用人单位不得歧视石桥籍职工。", False),
    ("要严格落实“五个严禁”要求。", False),
    ("抓好农机免征购置税等政策落实。", False),
    ("落实免征契税、减免房租等政策。", False),
    ("商户适用免征水费政策的，不得开具水费发票。", True),
    ("必须坚持不劳动者不得食的原则。", False),
    ("水务部门应提供更多便利。", False),
    ("对受灾商户不得随意抽贷。", False),
    ("遵循最小原则，按需使用，不得用于其他目的。", False),
    ("督促商户应当公示价格。", False),
    ("划定禁止养殖区，健全相对应的报告制度。", False),
    ("应缴纳的押金均由石桥公司支付。", False),
    ("减免租金的，应当严格审核。", False),
    ("考核合格的颁发《计量员证》。", True),
    ("开展用水效率第三方评估。", True),
    ("结果向社会公示。", True),
    ("建立用水监测体系。", True),
    ("构建用水监测体系。", False),
    ("将用户及时纳入补贴范围。", False),
    ("发挥8个基地的龙头作用，推进节水。", False),  # they are there already
    ("利用2年时间完善计量设施。", True),
    ("巩固节水城市创建成果。", False),
    ("建设部继续做好节水规划工作。", False),
    ("已经市政府第52次常务会议审议通过。", False),  # an ordinal counts nothing
    ("贯彻落实“十五五”规划。", False),  # a period's name is no number
    ("《青石县节水规划（2031—2035年）》已经2031年3月4日县政府常务会议通过，现印发给你们，请认真执行。", False),
    ("现将《节水办法》印发给你们，请于4月5日前报送意见。", True),
    ("3月4日，青石县水务局负责人介绍，将继续加强巡查。", False),  # the day of the talk
    ("做好2031年节水宣传工作。", False),  # whose year, not by when
    ("东湖水厂建成后，将缓解用水紧张。", False),
    ("各乡镇实行24小时值班。", False),
    ("接到报告后24小时内到场处置。", True),
    ("为全面完成节水任务，要加强巡查。", False),
    ("根据县水务局编制的《青石县节水规划》，加强巡查。", False),
    ("下半年组织专家开展一次节水调研。", True),
    ("三季度内将补助标准提高到位。", True),
    ("汛期来临前全面排查隐患。", True),
    ("林业建设投资计划完成率较高的，予以支持。", False),  # 建设 is a noun here
]


@pytest.mark.parametrize(("words", "binding"), OUTCOMES)
def test_outcomes(words: str, binding: bool) -> None:
    """A number, a date or a named deliverable can be checked; good intentions cannot."""
    assert is_binding(fold(words), has_deadline=False, has_number=False) is binding


def test_what_is_missing() -> None:
    """In fixed order, what is not there."""
    assert missing(False, False, False) == ("date", "number", "body")
    assert missing(True, False, True) == ("number",)


def test_more_features_make_surer() -> None:
    """A cue that agrees with the section is surer than the section alone; one against it less sure."""
    assert confidence(("section:ahead", "cue:ahead:3")) > confidence(("section:ahead",)) > confidence(())
    assert confidence(("inherited", "bare")) < confidence(("inherited", "cue:done:1"))
    assert confidence(("cue:done:3", "against:section")) < confidence(("cue:done:3",))


@given(st.lists(st.text(alphabet="节水管理办 \n", min_size=1, max_size=12), max_size=6))
def test_unwrapped_text_leads_back(parts: list[str]) -> None:
    """Every character without inner line ends is that of the document at its origin."""
    text = ""
    clauses: list[Clause] = []
    for part in parts:
        span = Span(len(text), len(text) + len(part)).strip(text + part)
        clauses.append(Clause(f"p_{len(clauses)}", span, None, (Sentence(span),)))
        text += part + "\n"
    unwrapped = unwrap(text, Outline((), tuple(clauses)))

    assert all(unwrapped.text[at] == text[unwrapped.span(at, at + 1).start] for at in range(len(unwrapped.text)))
    assert all("\n" not in clause.span.of(text) or len(unwrapped.text) < len(text) for clause in clauses)


@pytest.mark.parametrize(
    ("words", "binding"),
    [
        ("用水户应当留存缴费凭证备查。", True),
        ("供水单位要妥善保存水质检测记录。", True),
        ("验收过程应当形成书面记录并归档。", True),
        ("缴费资料应当保存五年。", True),
        ("调度电话录音应当至少保存两年。", True),
        ("每处泵站应当至少配备值守人员两名。", True),
        ("同一许可证最多不得超过三个月。", True),
        ("年供水量20万斤。", True),
        ("要保存实力，稳妥推进。", False),
        ("应当做好档案保存工作。", False),
        ("遵循“一户一档”的归档原则，加强管理。", False),
        ("至少要做到心中有数。", False),
        ("用水协会可以根据实际制定管水细则。", False),
        ("供水单位可以自行编制检修计划，也可以委托专业机构编制。", False),
        ("供水单位可以自行检修，但应当编制检修计划。", True),
        ("制定用户可以查询的用水目录。", True),
    ],
)
def test_records_bounds_and_powers(words: str, binding: bool) -> None:
    """Records that must be kept and bounds in words can be checked among rules too; what may be done need not be."""
    assert is_binding(fold(words), has_deadline=False, has_number=False, rules=False) is binding


def test_a_rule_of_conduct_is_no_outcome_where_all_are_rules() -> None:
    """Measures consist of prohibitions; a number in one of them still counts."""
    words = fold("石桥公园内禁止烧烤。")
    assert is_binding(words, has_deadline=False, has_number=False)
    assert not is_binding(words, has_deadline=False, has_number=False, rules=False)
    assert is_binding(words, has_deadline=False, has_number=True, rules=False)
