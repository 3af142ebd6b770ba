"""Areas, groups and persons that are urged to act, where a verb of their own follows them."""

from __future__ import annotations

import pytest

from extract.actors.urged import find_urged
from tests.test_extract_actors import commitments

GROUPS = [
    ("支持高寒地区完善路网设施和公共服务平台。", ["高寒地区"]),
    ("鼓励大中城市与山区县联合举办展销活动。", ["大中城市", "山区县"]),
    ("组织各类媒体通过多种方式解读。", ["各类媒体"]),
    ("支持基地、市场开展自检活动。", ["基地", "市场"]),
    ("鼓励各级机关、学校食堂等在同等条件下优先采购山货。", ["各级机关", "学校食堂"]),
    ("鼓励园区、企业等,整合仓储设施资源。", ["园区", "企业"]),
    ("引导城乡社区组织、机构和各类社会力量进社区、进家庭。", ["城乡社区组织", "机构", "各类社会力量"]),
    ("鼓励地方出台配套办法。", ["地方"]),
    ("支持有条件的地方组织开展诊断服务。", ["地方"]),
    ("支持石桥大学、云水学院等院校设置水利专业。", ["石桥大学", "云水学院"]),
    ("动员爱心企业、爱心人士等社会力量参与帮扶。", ["爱心企业", "爱心人士"]),
    ("支持山区县培育合作社和服务平台。", ["山区县"]),
    ("支持园区建设、社区服务和市场监督管理。", []),
    ("推动地区发展,支持城市更新,支持山区县加快发展。", []),
    ("推动终端向企业、社区、园区等重点区域延伸。", []),
    ("支持在重点县区开展试点,支持跨地区开展合作。", []),
    ("支持技师学院纳入统招平台。", []),
    ("在资金安排上予以倾斜,支持高寒地区改善路网条件。", []),
    ("鼓励各级工会按照规定组织职工开展活动。", ["各级工会"]),
    ("支持在有条件的试验区开展结算试点。", []),
    ("鼓励发展股份制、混合所有制等职业院校和培训机构。", []),
    ("支持2个地市新建、改扩建专科医院。", []),
    ("支持符合条件的企业列入重点名单,支持企业享受各级奖补政策。", []),
    ("引导高校突破学科、学校、行业等壁垒。", ["高校"]),
    ("推动乡村全面振兴,推动社区持续发展。", []),
    ("为指导地方开展试点,制定本办法。", []),
    ("引导社会各方依法使用信用信息,鼓励科研人员接受境外培训。", []),
    ("委托代理机构或者评估公司开展审计工作。", ["代理机构", "评估公司"]),
    ("为支持高寒地区完善路网,制定本办法。", []),
    ("引导社会资本参与旧城改造,鼓励民间力量参与助学活动。", []),
]


@pytest.mark.parametrize(("text", "names"), GROUPS)
def test_groups_that_are_urged(text: str, names: list[str]) -> None:
    """A list counts by the ends of its names where its own act follows; a class that sums up names does not."""
    assert [text[start:end] for start, end in find_urged(text)] == names


PERSONS = [
    ("鼓励单位和个人向急救站捐赠设备。", ["单位", "个人"]),
    ("鼓励掌握急救技能的市民,对伤者实施救护。", ["市民"]),
    ("允许职工补缴个人部分金额。", ["职工"]),
    ("引导医院和患者形成合理的用药习惯。", ["医院", "患者"]),
    ("引导市民合理使用急救资源,组织学生参加劳动。", []),
    ("鼓励技工院校学生参加实习实训。", []),
    ("市水务局要组织引导农产品市场参加展销活动。", []),
    ("鼓励消费者依法维权,鼓励群众积极举报违法行为。", []),
    ("支持家庭和个人合理用汇需求。", []),
]


@pytest.mark.parametrize(("text", "names"), PERSONS)
def test_persons_that_are_urged(text: str, names: list[str]) -> None:
    """Persons act where a text leaves them to; those whom somebody leads or gathers are moved by another."""
    assert [text[start:end] for start, end in find_urged(text)] == names


LED = [
    ("市水务局要完善考核办法，引导供水企业加大管网投入力度。", ["市水务局"]),
    ("市水务局应当建立名录，支持供水企业改造管网。", ["市水务局", "供水企业"]),
    ("引导供水企业加大管网投入力度。", ["供水企业"]),
    ("鼓励地方出台节水奖励办法。", ["地方"]),
    ("市水务局要制定节水方案，鼓励地方出台节水奖励办法。", ["市水务局"]),
    ("鼓励地方出台节水奖励办法。（市水务局负责）", ["市水务局"]),
]


@pytest.mark.parametrize(("sentence", "names"), LED)
def test_whom_one_with_a_duty_leads(sentence: str, names: list[str]) -> None:
    """Whom a body with a duty is to lead has none by that; places in general count where nobody else is named."""
    found = commitments(f"一、节水\n{sentence}")

    assert list(dict.fromkeys(actor.name for fact in found for actor in fact.actors)) == names
