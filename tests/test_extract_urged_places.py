"""Who is urged to act in a report, and areas and groups that are urged by a word for their class."""

from __future__ import annotations

import pytest

from corpus import Genre
from extract.actors.subjects import find_subjects
from extract.actors.urged import find_urged
from tests.test_extract_actors import commitments

IN_REPORTS = [
    ("支持石桥矿业集团加强资源整合，推动青石煤业公司做大做强。", ["石桥矿业集团"]),
    ("支持企业开拓海外市场。", ["企业"]),
    ("鼓励有条件的民营企业建立现代企业制度。", ["民营企业"]),
    ("引导鼓励房地产企业开发康养项目。", ["房地产企业"]),
    ("支持煤矿企业兼并重组。", []),
    ("支持企业规模扩张、技术研发、升级改造。", []),
    ("引导支持本地配套企业发展壮大，提升产业链稳定性。", []),
    ("推动存量企业扩大产能升级设备。", []),
    ("支持云水县打造绿色食品示范县。", []),
    ("支持边境城市争创试点、新建职业院校和医院分院。", []),
    ("支持民营企业平等参与重大工程建设。", []),
    ("支持工会、妇联等群团组织更好发挥作用。", []),
    ("支持地方深化预算改革，促进地方在发展中培育财源。", ["地方"]),
    ("支持社会力量提供托育服务。", []),
    ("支持地方经济发展，培育地方特色产业。", []),
]


@pytest.mark.parametrize(("sentence", "names"), IN_REPORTS)
def test_whom_a_report_urges_to_act(sentence: str, names: list[str]) -> None:
    """A class acts where an act with an object is named; what it is granted, made or brought to be charges nobody."""
    found = commitments(f"一、下一步工作安排\n{sentence}", Genre.REPORT)

    assert [actor.name for fact in found for actor in fact.actors] == names


URGED_BY_CLASS = [
    ("支持符合条件的地区开设免税店。", ["地区"]),
    ("鼓励用水压力较大的地方为农户提供水窖。", ["地方"]),
    ("鼓励各级加强政策引导。", ["各级"]),
    ("支持有条件的地方发展新型离岸贸易。", ["地方"]),
    ("支持贫困地区发展,支持地方特色产业。", []),
    ("鼓励地方性法规先行。", []),
    ("鼓励企业和公众举报违法行为,引导公众号规范发布。", ["企业", "公众"]),
    ("鼓励外国投资者扩大再投资。", ["外国投资者"]),
    ("鼓励自然人、法人和非法人组织利用开放数据。", ["自然人", "法人", "非法人组织"]),
    ("鼓励有条件的市设立产业基金。", ["市"]),
    ("支持有条件的乡镇、社区开展适老化改造。", ["乡镇", "社区"]),
    ("支持城市更新,推动社区治理创新发展,支持开发区建设。", []),
    ("支持石桥试验区研究跨境结算办法。", ["石桥试验区"]),
    ("授权石桥示范区制定实施细则。", ["石桥示范区"]),
    ("允许药店按规定开具电子处方。", ["药店"]),
    ("医院应当允许供应商自主选择票据,不允许企业转包。", []),
    ("引导省内重点企业与区内外软件企业联合开发系统。", ["重点企业", "软件企业"]),
    ("鼓励云水开发区内医疗机构共享影像。", ["医疗机构"]),
    ("引导银行、保险、担保机构开发绿色产品。", ["银行", "保险", "担保机构"]),
    ("鼓励平台服务商面向农户提供培训。", ["平台服务商"]),
    ("支持数据中心、超算中心面向高校开展服务。", ["数据中心", "超算中心"]),
    ("支持建设数据中心、服务平台。", []),
    ("支持高校与地方政府、龙头企业共建研究院。", ["高校", "龙头企业"]),
    ("引导进出口企业开展自查。", ["进出口企业"]),
    ("鼓励高校、科研院所教师到企业兼职。", []),
    ("健全政府引导企业投入研发的机制。", []),
    ("健全制度,引导企业投入研发。", ["企业"]),
    ("引导上市(挂牌)公司按期披露信息。", ["上市(挂牌)公司"]),
]


@pytest.mark.parametrize(("text", "names"), URGED_BY_CLASS)
def test_areas_and_groups_urged(text: str, names: list[str]) -> None:
    """Areas count where a verb of duty follows, not where they only qualify a noun."""
    assert [text[start:end] for start, end in find_urged(text)] == names


def test_areas_only_helped() -> None:
    """Whom one who has to act supports has no duty."""
    found = commitments("市水利局要支持任务较重的地区开展治理。")

    assert [actor.name for fact in found for actor in fact.actors] == ["市水利局"]


SUBJECTS = [
    ("开展培训的部门或单位要提前报备。", ["开展培训的部门或单位"]),
    ("不具有资质的组织和个人不得承揽工程。", ["不具有资质的组织和个人"]),
    ("任何组织和个人不得占用渠道。", ["任何组织和个人"]),
    ("接受补助的医院应当公开账目。", ["接受补助的医院"]),
    ("被评为示范基地、优秀项目的企业在不影响生产的情况下,应接受参观。", ["企业"]),
    ("开展企业排查,落实企业责任。", []),
    ("数据开发利用主体应当遵守约定。", ["数据开发利用主体"]),
    ("石桥试验区内医疗机构可按照规定开展研究。", ["医疗机构"]),
    ("辖区内各药店要做好登记。", ["各药店"]),
    ("县域内的人员应当申报。", ["县域内的人员"]),
    ("费用由供水企业和用水单位各承担一半。", ["供水企业", "用水单位"]),
    ("各项目要设立检测岗位。", ["各项目"]),
    ("各项工作要有序开展。", []),
    ("各项目资金要及时拨付。", []),
    ("全县各施工项目应参照执行。", ["全县各施工项目"]),
    ("员工上下班途中应佩戴头盔。", ["员工"]),
    ("采用自助方式经营的场所应支持现金支付。", ["采用自助方式经营的场所"]),
    ("各交易场所要妥善处置纠纷。", ["各交易场所"]),
    ("重点部位和场所应设置标志。", []),
    ("小学普遍开设游泳课。", ["小学"]),
    ("职业院校自主确定招生计划。", ["职业院校"]),
    ("中学开设劳动课程。", ["中学"]),
    ("各乡镇卫生院仍可采购其他药品。", ["各乡镇卫生院"]),
    ("施工企业项目负责人应第一时间报告。", ["施工企业项目负责人"]),
]


@pytest.mark.parametrize(("text", "names"), SUBJECTS)
def test_subjects_by_what_they_do_and_where(text: str, names: list[str]) -> None:
    """A clause before a class may tell which are meant; places count where somebody runs them; things never do."""
    assert [text[start:end] for start, end in find_subjects(text)] == names
