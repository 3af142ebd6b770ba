"""Plans named without marks: those that are followed, completed or issued, by names of their own."""

from __future__ import annotations

import pytest

from extract.matching import fold
from extract.named_plans import find_plans


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("落实石桥镇居民收入十年倍增计划，开展培训。", ["石桥镇居民收入十年倍增计划"]),
        ("制定实施渔业链条现代化“1357”行动计划，产值翻番。", ["渔业链条现代化“1357”行动计划"]),
        (
            "完成背街治理三年行动计划和“清水河”建设三年行动计划目标任务。",
            ["背街治理三年行动计划", "“清水河”建设三年行动计划"],
        ),
        ("启动实施了第三期托育行动计划（2031—2033年），新增托位。", ["第三期托育行动计划（2031—2033年）"]),
        ("实施第四期托育行动计划。", ["第四期托育行动计划"]),
        ("我县随后出台石桥县农膜回收三年行动方案。", ["石桥县农膜回收三年行动方案"]),
        ("认真落实县委农村人居环境整治五年行动方案，改厕三千户。", ["农村人居环境整治五年行动方案"]),
        (
            "为贯彻《道路管理条例》和全省道路运输突出问题专项整治工作方案精神。",
            ["全省道路运输突出问题专项整治工作方案"],
        ),
        ("该站点纳入国家灌区改造中长期规划。", ["国家灌区改造中长期规划"]),
        ("按照石桥市重污染日应急预案的有关规定启动响应。", ["石桥市重污染日应急预案"]),
        ("优化清水湖风景名胜区总体规划。", ["清水湖风景名胜区总体规划"]),
        ("渔业事业发展“十三五”规划确定的目标基本完成。", ["渔业事业发展“十三五”规划"]),
        ("目前正在研究编制支线机场建设“十四五”规划。", ["支线机场建设“十四五”规划"]),
        ("全面落实清水湾区发展规划纲要。", ["清水湾区发展规划纲要"]),
        ("执行落实好兴林富民行动“十四五”规划，配合做好工作。", ["兴林富民行动“十四五”规划"]),
        ("落实节水强县建设纲要和农渠改造五年行动计划。", ["节水强县建设纲要", "农渠改造五年行动计划"]),
        ("落实节水企业倍增计划成效明显。", ["节水企业倍增计划"]),
    ],
)
def test_a_plan_is_named(text: str, names: list[str]) -> None:
    """The names, without the verb before them and the office whose they are."""
    assert [span.of(text) for span in find_plans(fold(text))] == names


@pytest.mark.parametrize(
    "text",
    [
        "实施扩大学位供给三年计划，加快建设。",
        "尽快出台石桥乡村振兴行动方案。",
        "纳入本级经济社会发展规划。",
        "将养老用地纳入土地利用总体规划。",
        "完成了城市总体规划编制。",
        "建设指标列入2034年全市计划，资金随后下达。",
        "完成两期三年行动计划的任务。",
        "道路已列入县水务局“十三五”规划。",
        "根据各区报备的实施方案，下达补助。",
        "进一步完善城市空间规划。",
        "按照全县统筹规划，有序推进。",
        "制定石桥县节水实施方案的编制要求。",
    ],
)
def test_no_plan_is_named(text: str) -> None:
    """What any office has, what is still to be drawn up, and what tells no plan by its name."""
    assert not list(find_plans(fold(text)))
