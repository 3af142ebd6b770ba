"""Names of bodies are read as the one body they mean, or left open with the reason."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from corpus import Organization, Role
from corpus.facts import Relation
from corpus.store.graph_rows import Decision
from kg.class_forms import class_form
from kg.identity import identify, identify_all, setting_of
from kg.names import class_of_field
from kg.places import COUNTRY, Place, find_places, read_place, read_unlisted, shorten
from kg.setting import Setting, region_of
from kg.subject import Subject
from tests.kg_corpus import draft


def issued(place: Place, *issuers: str, year: int) -> Setting:
    """The setting of a document of these issuers."""
    bare = Setting(place, "据发文机关名称", (), year)
    return replace(bare, issuers=tuple(identify(name, bare) for name in issuers))


YUNNAN = issued(Place("云南省"), "云南省医疗保障局", year=2022)
XINJIANG = issued(Place("新疆维吾尔自治区"), "新疆维吾尔自治区医疗保障局", year=2024)
NANCHUAN = issued(Place("重庆市", "", "南川区"), "重庆市南川区人民政府", year=2022)
KUNMING = Setting(Place("云南省", "昆明市"), "据发文机关名称", (), 2022)
WUHUA = Setting(Place("云南省", "昆明市", "五华区"), "据发文机关名称", (), 2022)
COUNTY_CITY = Setting(Place("江苏省", "苏州市", "昆山市"), "据发文机关名称", (), 2024)
PREFECTURE = Setting(Place("四川省", "阿坝藏族羌族自治州"), "据发文机关名称", (), 2024)
CENTRE = Setting(COUNTRY, "据发文机关为中央机关", (), 2018)
INVENTED = issued(Place("澜岭省", listed=False), "澜岭省民政厅", year=2025)
NOWHERE = Setting(None)


@pytest.mark.parametrize(
    ("words", "setting", "name"),
    [
        ("省医保局", YUNNAN, "云南省医疗保障局"),
        ("云南省医保局", YUNNAN, "云南省医疗保障局"),
        ("云南医保局", CENTRE, "云南省医疗保障局"),  # the place in short
        ("我局", YUNNAN, "云南省医疗保障局"),
        ("自治区医保局", XINJIANG, "新疆维吾尔自治区医疗保障局"),
        ("区党委", XINJIANG, "中共新疆维吾尔自治区委员会"),
        ("区政府", NANCHUAN, "重庆市南川区人民政府"),
        ("市医保局", NANCHUAN, "重庆市医疗保障局"),  # the municipality, not the district
        ("市医保局", WUHUA, "昆明市医疗保障局"),
        ("省教育厅", WUHUA, "云南省教育厅"),
        ("五华区教育局", CENTRE, "昆明市五华区教育局"),  # only one county has the name
        ("省委编办", YUNNAN, "中共云南省委员会机构编制委员会办公室"),
        ("省委", YUNNAN, "中共云南省委员会"),
        ("省政协提案委(办公室)", YUNNAN, "政协云南省委员会提案委员会"),
        ("国家医保局", YUNNAN, "国家医疗保障局"),
        ("卫生健康委", CENTRE, "国家卫生健康委员会"),
        ("国家民政部", YUNNAN, "民政部"),
        ("国家发展改革委办公厅", YUNNAN, "国家发展和改革委员会办公厅"),
        ("省银保监局", YUNNAN, "中国银行保险监督管理委员会云南监管局"),
        ("中国银保监会云南监管局", CENTRE, "中国银行保险监督管理委员会云南监管局"),
        ("国家税务总局昆明市税务局", CENTRE, "国家税务总局昆明市税务局"),
        ("农工民主党云南省委", YUNNAN, "中国农工民主党云南省委员会"),
        ("财政厅", YUNNAN, "云南省财政厅"),  # only provinces have a 厅
        ("待遇保障处", YUNNAN, "云南省医疗保障局待遇保障处"),
        ("省投资促进局", YUNNAN, "云南省投资促进局"),
        ("省民政厅", INVENTED, "澜岭省民政厅"),  # a place that no table has
        ("澄泽市民政局", INVENTED, "澄泽市民政局"),
        ("省财政厅厅", YUNNAN, "云南省财政厅"),  # cut from 省财政厅厅长
        ("省应急厅办公室", YUNNAN, "云南省应急管理厅办公室"),
        ("人行昆明中心支行", YUNNAN, "中国人民银行昆明中心支行"),
        ("人民银行省分行", YUNNAN, "中国人民银行云南省分行"),
        ("新疆生产建设兵团", CENTRE, "新疆生产建设兵团"),
        ("国务院教育行政部门", YUNNAN, "教育部"),
        ("国务院人力资源社会保障行政部门", YUNNAN, "人力资源和社会保障部"),
        ("扶贫办", CENTRE, "国务院扶贫开发领导小组办公室"),  # 国务院 left out
        ("省商务厅流通处", YUNNAN, "云南省商务厅流通处"),
        ("兵团医保局", XINJIANG, "新疆生产建设兵团医疗保障局"),
        ("海关总署广东分署", YUNNAN, "海关总署广东分署"),
        ("地震局", CENTRE, "中国地震局"),  # 中国 left out
        ("省直机关工委", YUNNAN, "中共云南省直属机关工作委员会"),
        ("团省委", YUNNAN, "共青团云南省委员会"),
        ("市政府", COUNTY_CITY, "昆山市人民政府"),  # a city of a county's rank
        ("省医保局", COUNTY_CITY, "江苏省医疗保障局"),
        ("苏州市医保局", COUNTY_CITY, "苏州市医疗保障局"),
        ("州委", PREFECTURE, "中共阿坝藏族羌族自治州委员会"),
        ("省市监局", YUNNAN, "云南省市场监督管理局"),
        ("昆明市第一人民医院", YUNNAN, "昆明市第一人民医院"),
        ("云南省第十三届人民代表大会常务委员会", CENTRE, "云南省人民代表大会常务委员会"),
        ("第十四届全国人大", YUNNAN, "全国人民代表大会"),
        ("乡村振兴局", CENTRE, "国家乡村振兴局"),
        ("国家计委", Setting(COUNTRY, "", (), 1997), "国家计划委员会"),
        ("国家计委", Setting(COUNTRY, "", (), 2001), "国家发展计划委员会"),
        ("国家计委", CENTRE, "国家发展计划委员会"),  # the last of that name
        ("高新区管委会", KUNMING, "昆明市高新区管理委员会"),  # each city has one
        ("昆明高新技术产业开发区管委会", CENTRE, "昆明市高新区管理委员会"),
        ("滇中新区管委会", KUNMING, "云南省滇中新区管理委员会"),  # with a name of its own
        ("滇中新区市场监管局", YUNNAN, "云南省滇中新区市场监督管理局"),
        ("市科委", KUNMING, "昆明市科学技术委员会"),
        ("省贸促会", YUNNAN, "中国国际贸易促进委员会云南省委员会"),
        ("省社会工作部", issued(Place("云南省"), year=2024), "中共云南省委员会社会工作部"),
    ],
)
def test_a_name_means_one_body(words: str, setting: Setting, name: str) -> None:
    """Full, short, self-referring and level names lead to the one name."""
    found = identify(words, setting)
    assert (found.body.kind, found.body.name) == ("organization", name)
    assert found.body.reason


@pytest.mark.parametrize(
    ("words", "setting"),
    [
        ("医保局", YUNNAN),  # of the province, or of each city?
        ("税务局", XINJIANG),
        ("市人民政府", NOWHERE),
        ("市委", NOWHERE),
        ("鼓楼区教育局", CENTRE),  # several counties have the name
        ("市政府", PREFECTURE),  # a prefecture is no 市
        ("州政府", KUNMING),
        ("市监局", KUNMING),  # of 市场监管, the place left out
        ("我部", YUNNAN),  # of a 局: an enclosed paper speaks
        ("我局", issued(Place("云南省"), "云南省医疗保障局", "云南省统计局", year=2022)),  # two can call themselves so
    ],
)
def test_an_uncertain_name_stays_open(words: str, setting: Setting) -> None:
    """What could be two bodies is merged with neither, and says why."""
    found = identify(words, setting)
    assert found.body.kind == "unresolved"
    assert found.candidates
    assert found.body.reason


@pytest.mark.parametrize(
    ("words", "setting"),
    [
        ("各州市", YUNNAN),
        ("有关部门", YUNNAN),
        ("财政部门", XINJIANG),
        ("各级人民政府", CENTRE),
        ("市民政局", YUNNAN),  # in a provincial document: each city's
        ("区政府", KUNMING),
        ("州(市)、县(区)的医疗保障局", YUNNAN),
        ("规模以上工业企业", YUNNAN),
        ("国务院各部委", CENTRE),
        ("国务院有关部门", CENTRE),
        ("省委、省政府", YUNNAN),  # two bodies
        ("省各委办厅局", YUNNAN),
        ("设区市应急管理局", YUNNAN),
        ("高新区管委会", YUNNAN),  # of which city?
        ("工业园区管委会", CENTRE),
        ("省辖市政府", YUNNAN),
        ("市委市政府", KUNMING),
        ("省卫健委、省医保局", YUNNAN),
        ("县(市、区)", YUNNAN),
        ("征求区政府或昆明经开区管委会", KUNMING),  # several, and a verb
        ("市人大及其常委会", KUNMING),
        ("所在区政府", KUNMING),
        ("市和区人民政府", KUNMING),  # of two levels
        ("国家工程研究中心", CENTRE),  # a title that many bear
    ],
)
def test_a_class_is_no_body(words: str, setting: Setting) -> None:
    """Collective actors are classes of their place."""
    assert identify(words, setting).body.kind == "collective"


def test_classes_of_one_field_are_one() -> None:
    """医保部门 and 医疗保障行政部门 are the same class, in two provinces two."""
    one, other = identify("医保部门", YUNNAN), identify("医疗保障行政部门", YUNNAN)
    assert one.body.id == other.body.id
    assert identify("医保部门", XINJIANG).body.id != one.body.id


@pytest.mark.parametrize(
    ("issuer", "words", "name"),
    [
        ("云南省医疗保障局", "我局", "云南省医疗保障局"),
        ("云南省人民政府办公厅", "我办", "云南省人民政府办公厅"),
        ("云南省应急管理厅办公室", "我厅", "云南省应急管理厅"),  # the office speaks for what it is of
        ("国家发展和改革委员会办公厅", "我委", "国家发展和改革委员会"),
        ("云南省人民政府", "本府", "云南省人民政府"),
    ],
)
def test_who_calls_itself_so(issuer: str, words: str, name: str) -> None:
    """The issuer, if it is of the kind that the word says."""
    assert identify(words, issued(Place("云南省"), issuer, year=2022)).body.name == name


def test_of_joint_issuers_the_fitting_one() -> None:
    """我委 is the only committee among those who issued a letter together."""
    joint = issued(Place("云南省"), "云南省财政厅", "云南省发展和改革委员会", year=2022)
    assert identify("我委", joint).body.name == "云南省发展和改革委员会"


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("各有关部门", "有关部门"),
        ("其他相关部门", "有关部门"),
        ("各相关单位", "有关单位"),
        ("各地", "各地区"),
        ("各地方", "各地区"),
        ("各级政府", "各级人民政府"),
        ("各市(州)政府", "各市（州）人民政府"),
        ("省(区、市)", "各省（自治区、直辖市）"),
        ("各省、自治区、直辖市人民政府", "各省（自治区、直辖市）人民政府"),
        ("各成员单位", "各成员单位"),
        ("省各有关部门", "省级有关部门"),
        ("国务院各有关部门", "国务院有关部门"),
        ("各县〔市、区〕政府", "各县（市、区）人民政府"),
        ("各级地方政府", "地方各级人民政府"),
    ],
)
def test_one_form_of_a_class(words: str, form: str) -> None:
    """What differs in marks, in 有关 and 相关, or in 政府 and 人民政府 is one class."""
    assert class_form(words) == form


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("医保部门", "医疗保障部门"),
        ("市场监管部门", "市场监督管理部门"),  # no level: 市 belongs to the field
        ("省级市场监管部门", "省级市场监督管理部门"),
        ("市卫生健康行政部门", "市卫生健康部门"),
        ("牵头部门", None),
    ],
)
def test_one_form_of_the_offices_of_a_field(words: str, form: str | None) -> None:
    """The level stays, the field has one form."""
    assert class_of_field(words) == form


def test_a_class_is_told_by_its_own_words() -> None:
    """The bodies of one field in a document are one, its classes are as many as it names."""
    made = draft("本级财政部门会同县（区）财政部门办理。\n", "通知", "2024", "澜岭省民政厅").analysis
    organization = Organization("县（区）财政部门", ("本级财政部门",), collective=True)
    subject = Subject(made, (), INVENTED, identify_all((organization,), INVENTED))
    one = subject.resolve_as_named("县（区）财政部门", "本级财政部门")
    other = subject.resolve_as_named("县（区）财政部门", "县（区）财政部门")
    assert one.body.kind == other.body.kind == "collective"
    assert one.body.id != other.body.id


@pytest.mark.parametrize(
    ("name", "words", "kind"),
    [
        ("各级人民政府", "省政府", "organization"),  # one body among those that are treated alike
        ("各级人民政府", "各市政府", "collective"),
        ("省教育厅", "教育", "collective"),  # the word of a field
        ("省教育厅", "教育部门", "collective"),
        ("省教育厅", "该厅", "organization"),  # what the analysis has found out
    ],
)
def test_a_body_where_it_is_named(name: str, words: str, kind: str) -> None:
    """The words of a place go before what the analysis takes to be the same, if they are surer."""
    made = draft("正文。\n", "通知", "2024", "澜岭省民政厅").analysis
    collective = name.startswith("各")
    subject = Subject(made, (), YUNNAN, identify_all((Organization(name, collective=collective),), YUNNAN))
    assert subject.resolve_as_named(name, words).body.kind == kind


def test_a_decision_goes_before_every_rule() -> None:
    """What a person decided holds for the place that it was decided for."""
    decision = Decision("医保局", "云南省", "昆明市医疗保障局", "上下文指昆明市", "审核员", "2026-01-01")
    decided = Setting(Place("云南省"), decisions={("医保局", "云南省"): decision})
    found = identify("医保局", decided)
    assert found.body.name == "昆明市医疗保障局"
    assert "人工确定" in found.body.reason
    assert identify("医保局", XINJIANG).body.kind == "unresolved"


def test_the_documents_own_bodies_help() -> None:
    """A name without place means the only body of the document with that office; of two it means neither."""
    bodies = (Organization("云南省医疗保障局"), Organization("医保局"))
    found = identify_all(bodies, YUNNAN)
    assert found["医保局"].body.id == found["云南省医疗保障局"].body.id
    two = identify_all((*bodies, Organization("昆明市医保局")), YUNNAN)
    assert two["医保局"].body.kind == "unresolved"


def test_parents() -> None:
    """An office is under its government, an organ under its committee, a branch under the centre."""
    assert identify("省医保局", YUNNAN).above == "云南省人民政府"
    assert identify("省委编办", YUNNAN).above == "中共云南省委员会"
    assert identify("省税务局", YUNNAN).above == "国家税务总局"


@pytest.mark.parametrize(
    ("text", "name", "length"),
    [
        ("云南省昆明市五华区医保局", "昆明市五华区", 9),
        ("重庆市南川区人民政府", "重庆市南川区", 6),
        ("新疆医保局", "新疆维吾尔自治区", 2),
        ("阿坝州财政局", "阿坝藏族羌族自治州", 3),
        ("襄樊市财政局", "襄樊市", 3),  # renamed since
    ],
)
def test_places_are_read(text: str, name: str, length: int) -> None:
    """Paths, short names and former names."""
    found = read_place(text)
    assert found is not None
    assert (found[0].name, found[1]) == (name, length)


@pytest.mark.parametrize("text", ["全省民政厅", "我市财政局", "鼓楼区政府", "批转省经贸委", "财政局", ""])
def test_words_that_are_no_place(text: str) -> None:
    """Level words, verbs and names that several places have are no unlisted place."""
    assert read_unlisted(text) is None


def test_short_names() -> None:
    """Class and peoples are left out, two characters stay."""
    assert [shorten(name) for name in ("新疆维吾尔自治区", "云南省", "沙县", "内蒙古自治区")] == [
        "新疆",
        "云南",
        "沙县",
        "内蒙古",
    ]


def test_places_in_a_text() -> None:
    """Full names are found, those that several places have are not."""
    assert [place.name for place in find_places("会同昆明市和鼓楼区、重庆市南川区")] == [
        "昆明市",
        "重庆市",
        "重庆市南川区",
    ]


@pytest.mark.parametrize(
    ("text", "title", "issuer", "region"),
    [
        ("", "关于某事的通知", "云南省财政厅", "云南省"),
        ("", "关于某事的通知", "财政部 国家税务总局", "全国"),
        ("", "昆明市某方案", None, "昆明市"),
        ("——在澄泽市第九届人民代表大会第五次会议上", "政府工作报告", "市人民政府", "澄泽市"),
        ("宜宾" * 12, "政府工作报告", "市人民政府", "宜宾市"),
        ("有关单位要抓好落实。", "关于某事的通知", None, None),
    ],
)
def test_the_place_of_a_document(text: str, title: str, issuer: str | None, region: str | None) -> None:
    """From issuer, title or text; where nothing tells it, it stays unknown."""
    assert region_of(draft(f"{text}\n", title, "2024", issuer).analysis) == region


@pytest.mark.parametrize(
    ("text", "number", "region"),
    [
        ("请省民政厅、省财政厅、省教育厅负责。", "辽政发〔2020〕4号", "辽宁省"),
        ("请市民政局、市财政局、市教育局负责。", "辽政发〔2020〕4号", None),  # a city's numbers may begin so
        ("请市民政局、市财政局、市教育局负责。", "渝府办发〔2020〕4号", "重庆市"),
    ],
)
def test_the_place_by_the_number(text: str, number: str, region: str | None) -> None:
    """The letter of a number is that of a province where the text speaks as one."""
    made = draft(f"{text}\n", "关于某事的通知", "2020", None, doc_number=number)
    for name in LEVEL_NAMES.findall(text):
        made.body(name)
    assert region_of(made.analysis) == region


LEVEL_NAMES = re.compile(r"[省市][一-鿿]{2}[厅局]")


def test_the_place_by_what_is_carried_out() -> None:
    """A paper without a place that carries out a province's plan, and speaks of 省, is of the province."""
    made = draft("为贯彻落实《云南省制造规划》，由省民政厅负责。\n", "管理办法", "2024", None).body("省民政厅")
    assert region_of(made.cites("云南省制造规划", relation=Relation.IMPLEMENTS).analysis) == "云南省"
    bare = draft("据《云南省制造规划》，由省民政厅负责。\n", "管理办法", "2024", None).body("省民政厅")
    assert region_of(bare.cites("云南省制造规划").analysis) is None


def test_a_document_of_the_centre() -> None:
    """One that charges central bodies alone is of the country; one that says 全市 is not."""
    bodies = ("教育部", "财政部", "民政部", "商务部", "水利部")
    for words, region in (("要求。", "全国"), ("全市要求。", None), ("市场要完全市场化。", "全国")):
        made = draft(f"{'、'.join(bodies)}按职责落实{words}\n", "实施意见", "2024", None)
        for name in bodies:
            made.body(name)
        assert region_of(made.analysis) == region, words


def test_joint_issuers_are_parted() -> None:
    """By marks, by spaces, and where only the place's name parts them."""
    for issuer in ("澜岭省民政厅、澜岭省财政厅", "澜岭省民政厅　澜岭省财政厅", "澜岭省民政厅澜岭省财政厅"):
        setting = setting_of(draft("正文。\n", "通知", "2024", issuer).body("正文", Role.MENTIONED).analysis)
        assert tuple(issuer.body.name for issuer in setting.issuers) == ("澜岭省民政厅", "澜岭省财政厅")
