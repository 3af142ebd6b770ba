"""Who of the market has a duty by the grammar of its sentence, and how far a subject reaches."""

from __future__ import annotations

import pytest

from corpus import Commitment, Genre
from extract.actors.subjects import find_subjects
from extract.bodies.departments import find_organizations
from extract.matching import fold
from extract.statements.find import find_statements
from extract.times.dates import find_times
from tests.readings import read_text

SUBJECTS = [
    ("生产经营单位应当建立台账。", ["生产经营单位"]),
    ("医疗机构、药店要公示价格。", ["医疗机构", "药店"]),
    ("取得许可的企业不得转让许可。", ["取得许可的企业"]),
    ("建设单位在施工过程中要做好下列工作。", ["建设单位"]),
    ("运营单位承担安全责任。", ["运营单位"]),
    ("将符合条件的企业按规定纳入目录。", []),
    ("社会组织要公示收费标准。", ["社会组织"]),
    ("推动用水企业按要求报告用水量。", []),
    ("支持企业发展。", []),
    ("每个管理站至少配备1名专职巡渠员。", ["每个管理站"]),
    ("图书馆、文化站2030年底前全部免费开放。", ["图书馆", "文化站"]),
    ("责任督学每月到校不少于1次。", ["责任督学"]),
    ("发动社区按要求登记用水户。", []),
    ("提高企业要素保障水平。", []),
    ("应急抢修工作组应设立值班员。", ["应急抢修工作组"]),
    ("小额贷款公司、典当行要优化流程。", ["小额贷款公司", "典当行"]),
    ("典当行业要规范发展。", []),
    ("用户只能申请一次。", ["用户"]),
    ("取消用户只能申请一次的规定。", []),
    ("供水单位应对所报材料的真实性负责。", ["供水单位"]),
    ("对迟报的，由用水单位通过平台补报。", ["用水单位"]),
    ("补偿标准由双方协商。", []),
    ("用水单位在检修过程中有下列行为的，予以警告。", []),
    ("用水单位发生以下情形，供水单位有权停水。", ["供水单位"]),
    ("因干旱导致企业无法供水的，应及时报告。", []),
    ("各供水企业持续加大投入。", ["各供水企业"]),
    ("供水企业在检修期间采取临时供水措施。", ["供水企业"]),
    ("全市社会团体、企事业单位和其他组织都要节约用水。", ["全市社会团体", "企事业单位", "其他组织"]),
    ("金融机构加大对节水项目的信贷支持。", ["金融机构"]),
    ("停水期间,供水企业开通应急送水服务。", ["供水企业"]),
    ("对确需停水的,供水企业提前发布公告。", ["供水企业"]),
    ("1.驻市银行机构加大对名单内企业的支持。", ["驻市银行机构"]),
    ("企业参与节水的积极性明显提高。", []),
    ("农户认定标准按有关规定执行。", []),
    ("学校建设标准按国家有关规定执行。", []),
    ("监测本地区粮食市场动态。", []),
    ("加快企业注销一网通办。", []),
    ("禁止餐饮企业承办聚餐活动。", []),
    ("缓缴期满后,企业足额补缴的,不影响个人权益。", []),
    ("供水企业主要负责人开展巡查。", ["供水企业主要负责人"]),
    ("凡申请补助的企业,均须提供测试报告。", ["申请补助的企业"]),
    ("检测机构出具的报告由供水企业保存五年。", ["供水企业"]),
    ("一律由值班医师决定转往相应的医疗机构。", ["值班医师"]),
    ("所需费用由财政予以补助。", ["财政"]),
    ("多生产的物资由政府兜底收储。", ["政府"]),
    ("由政府承担的费用据实结算。", []),
    ("《石桥供水办法》第七条用水人应当节约用水。", ["用水人"]),
    ("扣缴义务人可以要求补正。", ["扣缴义务人"]),
    ("收养人应当履行义务,受理机关应当及时答复。", ["收养人", "受理机关"]),
    ("规模以上企业每三年开展一次水平衡测试。", ["规模以上企业"]),
    ("建设单位未按规定验收的,由水务部门责令改正。", []),
    ("船舶进出港口应当报告。", []),
    ("由供水企业提供的资料应当真实。", []),
]


@pytest.mark.parametrize(("text", "names"), SUBJECTS)
def test_subjects(text: str, names: list[str]) -> None:
    """A class right before a word of duty is its subject, unless a verb before makes it an object."""
    assert [text[start:end] for start, end in find_subjects(fold(text))] == names


def actors(text: str, genre: Genre = Genre.PLAN) -> list[list[str]]:
    """The actors of each commitment."""
    reading = read_text(text, genre)
    _, mentions = find_organizations(reading)
    facts = find_statements(reading, find_times(reading), mentions, ())
    return [[actor.name for actor in fact.actors] for fact in facts if isinstance(fact, Commitment)]


CARRIED = [
    ("各地要加强组织领导。制定年度用水方案。", [["各地"], ["各地"]]),
    ("一是市水务局要加强领导，落实责任。二是制定用水方案，落实经费。", [["市水务局"], []]),
    ("建设单位要做好以下工作：\n（一）做好水土保持监测。\n（二）缴纳补偿费。", [["建设单位"], ["建设单位"]]),
    ("各地要加强领导，督促有关部门落实责任。", [["各地"]]),
    ("各地要加强领导。会同有关部门制定方案。", [["各地"], ["各地", "有关部门"]]),
    ("各地要加强领导。要配合水利、民政等部门细化措施。", [["各地"], ["各地", "水利", "民政"]]),
    ("市财政局要及时拨付资金。有条件的地方可对节水改造给予补贴。", [["市财政局"], ["地方"]]),
    ("市水务局要会同市财政局制定办法。县、乡镇水利、林草和财政部门，应当及时报告。", [["市水务局", "市财政局"], []]),
    ("供电单位要加强管理。国家和地方供水企业可以提高补助比例。", [["供电单位"], ["地方供水企业"]]),
    ("用户向供水管理部门申请复核的，供水管理部门应当在7日内答复。", [["供水管理部门"]]),
    ("市水务局接到报告后，要立即派人处置。", [["市水务局"]]),
    (
        "市人民政府要落实补助经费。不足部分可由承担任务的镇人民政府予以补贴。补助经费要在预算中单独列支。",
        [["市人民政府"], ["镇人民政府"], []],
    ),
    ("支持镇人民政府扩建任务的实施。", [[]]),
    ("参与抢险的市政府有关部门（单位）和县政府有关部门，要保证通信畅通。", [["市政府有关部门", "县政府有关部门"]]),
]


@pytest.mark.parametrize(("text", "found"), CARRIED)
def test_subjects_carry(text: str, found: list[list[str]]) -> None:
    """A subject holds for the sentences of its paragraph and the items of its lead-in, not for the next point."""
    got = actors(text)
    assert [sorted(names) for names in got] == [sorted(names) for names in found]
