"""Which numbers count and measure something, what they are of, and whether they are, shall be or must not be passed."""

from __future__ import annotations

from pathlib import Path

import pytest

import ingest
from corpus import Indicator
from extract import analyse

REPLY = "关于对石桥市政协第12号提案的答复\n石桥市水利局\n2030年5月10日\n王委员：\n您提出的提案收悉，现答复如下：\n"
PLAN = "石桥市农村公路建设实施方案\n（2030年5月10日）\n"


def told(text: str, folder: Path) -> list[tuple[str, str, str]]:
    """Name, value with unit, and kind of each indicator of a text."""
    path = folder / "paper.txt"
    path.write_text(text, encoding="utf-8")
    found = [one for one in analyse(ingest.read_file(path)).facts if isinstance(one, Indicator)]
    return [(one.name, f"{one.value}{one.unit}", one.kind.value) for one in found]


COUNTED = [
    # numbers in characters, with a noun behind or named before
    ("每天候车的乘客就有三百余人。", [("候车的乘客", "300人")]),
    ("在云水路增设站点一处。", [("云水路增设站点", "1处")]),
    ("对两名管理员作了处理。", [("管理员作了处理", "2名")]),
    ("有近七成居民表示需要。", [("居民表示需要", "7成")]),
    ("覆盖2100多万成都市民。", []),
    ("这是一处难点。", []),
    # the deed alone, where nothing else is told
    ("目前已累计完成约100万亩。", [("累计完成", "100万亩")]),
    ("2027年修650公里，2028年修550公里。", [("修", "650公里"), ("修", "550公里")]),
    # units, and digits that are no year
    ("每周安排体育课4节，开设课程12门。", [("安排体育课", "4节"), ("开设课程", "12门")]),
    ("新建沼气池2000口，疏浚土方30万方。", [("新建沼气池", "2000口"), ("疏浚土方", "30万方")]),
    ("圩堤防洪标准达到50年一遇。", [("圩堤防洪标准", "50年一遇")]),
    ("推广12节能灯具。", []),
    ("保证学生每天锻炼30分钟。", [("保证学生锻炼", "30分钟")]),
    ("每天24小时值班。", []),
    ("灌溉水利用系数仅0.604，偏低。", [("灌溉水利用系数", "0.604")]),
    # one value of several rates
    ("泵站完好率、管网巡查率要达到100%。", [("泵站完好率", "100%"), ("管网巡查率", "100%")]),
    (
        "受理建议12件、提案8件，办结率均达95%。",
        [("受理建议", "12件"), ("提案", "8件"), ("办结率", "95%"), ("办结率", "95%")],
    ),
    ("养殖、捕捞产量均增长5%。", [("增长", "5%"), ("增长", "5%")]),
    ("游客人次、旅游收入均下降两成左右。", [("下降", "2成"), ("下降", "2成")]),
]


@pytest.mark.parametrize(("sentence", "expected"), COUNTED)
def test_what_is_counted(sentence: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    """Name and value."""
    assert [one[:2] for one in told(REPLY + sentence, tmp_path)] == expected


KINDS = [
    (REPLY, "办理时限由20个工作日压缩到7个工作日。", ["limit", "limit"]),
    (REPLY, "我局明确要求，灌溉保证率不低于90%。", ["limit"]),
    (REPLY, "去年灌溉保证率不低于90%。", ["actual"]),
    (REPLY, "立案43件，罚款896万元，移送9件。", ["actual", "actual", "actual"]),
    (REPLY, "我们准备把泵站往南移约60米。", ["target"]),
    (REPLY, "测算全年可节约费用4.3亿元。", ["target"]),
    (REPLY, "节水改造列入实事，全年要完成12个村。", ["target"]),
    (PLAN, "全市尚有517个村不通水泥路。", ["actual"]),
    (PLAN, "路基宽度一般不小于5.5米，路面厚度不低于18厘米。", ["limit", "limit"]),
    (PLAN, "市财政每公里配套1.5万元，村道每年每公里1000元。", ["limit", "limit"]),
    (PLAN, "整合现有系统，新建站点20处。", ["target"]),
    (PLAN, "发挥现有20处站点作用。", ["actual"]),
    # shares by which a policy pays or bounds, and its periods
    (REPLY, "可返还参保企业去年实际缴纳保险费的40%。", ["limit"]),
    (REPLY, "已返还参保企业去年缴纳保险费的40%。", ["actual"]),
    (PLAN, "裁员率放宽至不超过职工总数的15%。", ["limit"]),
    (PLAN, "可将全部课时（不低于总课时的50%）安排在田间。", ["limit"]),
    (REPLY, "补贴发放期限2年，累计发放补贴300万元。", ["limit", "actual"]),
    (REPLY, "预计可为农户减免水费80万元。", ["target"]),
    (PLAN, "落实县里公布的18项措施，新建站点20处。", ["actual", "target"]),
    (PLAN, "超过500人规模的学校增设医务室。", ["limit"]),
]


@pytest.mark.parametrize(("head", "sentence", "expected"), KINDS)
def test_kinds(head: str, sentence: str, expected: list[str], tmp_path: Path) -> None:
    """Actual, target or limit, in a reply and in a plan."""
    assert [one[2] for one in told(head + sentence, tmp_path)] == expected
