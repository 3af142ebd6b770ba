"""Indicators of papers of measures: what is granted, to whom, how much, and what shall be made."""

from __future__ import annotations

import pytest

from corpus import Indicator, IndicatorKind
from extract import analyse
from tests.conftest import plain_document

HEAD = """石桥市人民政府关于印发石桥市支持产业发展若干措施的通知
石政发〔2030〕5号
各县（市、区）人民政府，市政府各部门：
现将《石桥市支持产业发展若干措施》印发给你们，请认真组织实施。
石桥市人民政府
2030年2月20日
石桥市支持产业发展若干措施
一、支持企业
"""


def of_measures(text: str) -> list[Indicator]:
    """The indicators of a sentence of a paper of measures."""
    return list(analyse(plain_document(f"{HEAD}{text}\n")).of(Indicator))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Behind 按 or 给予 the words behind the sum name it, not those that tell who may have it.
        ("机构介绍员工上岗，符合条件的可按每人400元给予职业介绍补贴。", [("职业介绍补贴", None)]),
        ("符合条件的按每个不超过10万元给予一次性补助。", [("一次性补助", None)]),
        ("按照每人每天100元的补贴标准给予补助。", [("补助", None)]),
        ("可按每人1000元的标准享受一次性技能培训补贴。", [("一次性技能培训补贴", None)]),
        ("可选择依照3%征收率计算缴纳增值税。", [("增值税征收率", None)]),
        ("由所在地财政给予每户最高200万元贷款贴息。", [("贷款贴息", None)]),
        # A standard keeps its own name.
        ("培训补贴标准按每人每年1000元执行。", [("培训补贴标准", None)]),
        # Who is favoured: the words right before the sum, else those behind 对.
        ("对每个工作站给予一次性10万元的服务经费补助。", [("服务经费补助", "每个工作站")]),
        ("对新认定的科技型企业，给予20万元一次性奖励。", [("一次性奖励", "科技型企业")]),
        ("对被评为市级示范基地的，给予10万元一次性奖补。", [("一次性奖补", "市级示范基地")]),
        ("道路拓宽按25万元/公里补助。", [("补助", "道路拓宽")]),
        ("对小微企业收取的担保费率降至1%以内。", [("担保费率", "小微企业")]),
        ("可以由其中一方按扣除标准的50%扣除。", [("扣除标准", None)]),
        # A condition is nobody: what was fulfilled for a year.
        ("稳定就业1年以上的按每人5000元标准进行一次性奖补。", [("一次性奖补", None)]),
        # Two bounds of one thing stand before its noun.
        ("给予最高500万元最长3年的担保贷款。", [("担保贷款", None), ("担保贷款", None)]),
        # What only tells when it holds is no name.
        ("免收1个月房租，后续按50%收取。", [("房租", None), ("房租", None)]),
        ("支持比例上限由原50%提高到70%。", [("支持比例", None), ("支持比例", None)]),
        ("继续实施紧缺工种培训补贴标准上浮30%的政策。", [("紧缺工种培训补贴标准上浮", None)]),
        ("即新办企业所缴费用减免50%。", [("新办企业所缴费用减免", None)]),
        ("按6个月的当地月人均失业保险金标准返还。", [("当地月人均失业保险金标准", None)]),
    ],
)
def test_what_is_granted_to_whom(text: str, expected: list[tuple[str, str | None]]) -> None:
    """The words behind a sum name it; whom it is granted to stands before it."""
    found = of_measures(text)
    named = [(one.name, one.subject) for one in found if one.unit != "年" or "担保" in text]
    assert named == expected
    assert {one.kind for one in found} == {IndicatorKind.LIMIT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "被评为市级龙头企业、诚信示范企业的，分别给予30万元、20万元的一次性奖补。",
            [("市级龙头企业", "一次性奖补", "30"), ("诚信示范企业", "一次性奖补", "20")],
        ),
        (
            "对新认定的国家级、省级平台分别奖励100万元和50万元。",
            [("国家级平台", "奖励", "100"), ("省级平台", "奖励", "50")],
        ),
        (
            "一等奖、二等奖、三等奖分别奖励10万元、5万元、3万元。",
            [("一等奖", "奖励", "10"), ("二等奖", "奖励", "5"), ("三等奖", "奖励", "3")],
        ),
    ],
)
def test_sums_of_several_in_their_order(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Each of several sums belongs to one of those listed before 分别."""
    assert [(one.subject, one.name, str(one.value)) for one in of_measures(text)] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("开发1000个公共服务岗位，吸纳毕业生就业。", IndicatorKind.TARGET),
        ("再为周边县开展12期培训。", IndicatorKind.TARGET),
        ("培训规模扩大至每年1000名左右。", IndicatorKind.TARGET),
        ("新引进亿元以上项目20个。", IndicatorKind.TARGET),
        ("网上办理率达到95%以上。", IndicatorKind.TARGET),
        ("每个园区应配备5名以上专职人员。", IndicatorKind.LIMIT),
        # What the paper itself shall reach is an aim, though bounded; what may be had by it is a limit.
        ("确保重点企业贷款利率低于2%。", IndicatorKind.TARGET),
        ("每年至少开展2次多部门应急演练。", IndicatorKind.TARGET),
        ("每日至少开展2次环境消毒。", IndicatorKind.LIMIT),
        ("创业贷款申请条件中新招用人数达到现有职工人数的比例下调为20%。", IndicatorKind.LIMIT),
        ("名单内企业可执行基准利率减50个基点。", IndicatorKind.LIMIT),
        ("个体工商户可以在平均工资的60%至300%之间自主选择。", IndicatorKind.LIMIT),
        ("对平均担保费率不超过1%的担保业务给予担保费补贴。", IndicatorKind.LIMIT),
        ("原则上市融资担保基金和各合作银行承担的风险责任比例均不低于20%。", IndicatorKind.LIMIT),
        ("同一企业申请补贴每年不超过2次。", IndicatorKind.LIMIT),
        ("名单内企业贷款利率在平均利率上再降50个基点。", IndicatorKind.LIMIT),
    ],
)
def test_measures_undertake_and_rule(text: str, kind: IndicatorKind) -> None:
    """What measures make or do is a target; what they grant, bound or demand is a limit."""
    assert [one.kind for one in of_measures(text)] == [kind]


def test_a_level_that_is_widened_is_there_before() -> None:
    """Both levels are of the same things: the first is there, the second shall be reached."""
    found = [(one.name, one.kind) for one in of_measures("受惠企业从24家扩展到70家。")]
    assert found == [("受惠企业", IndicatorKind.ACTUAL), ("受惠企业", IndicatorKind.TARGET)]
