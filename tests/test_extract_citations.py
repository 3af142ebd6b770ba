"""Documents named in a document, with number, issuer and what is done with them."""

from __future__ import annotations

import pytest

from corpus import Genre, Relation
from extract import analyse
from extract.bodies.departments import find_organizations
from extract.citations.find import find_citations
from tests.conftest import plain_document
from tests.readings import read_text


def cite(text: str, **metadata: str) -> list[tuple[str, str | None, str | None, Relation]]:
    """Title, number, issuer and relation of each citation."""
    reading = read_text(text, Genre.NOTICE, **metadata)
    _, mentions = find_organizations(reading)
    return [(one.title, one.number, one.by, one.relation) for one in find_citations(reading, mentions)]


TITLES = [
    # text, titles
    ("根据《用水管理办法》《节水条例》和《定额标准》", ["用水管理办法", "节水条例", "定额标准"]),
    ("按照《关于转发〈节水规划〉的通知》要求", ["关于转发〈节水规划〉的通知"]),
    ("转发《关于印发《节水规划》的通知》", ["关于印发《节水规划》的通知"]),  # nested with the same marks
    ("按照国发〔2018〕5号文件要求", ["国发〔2018〕5号"]),
    ("联合下发云组字〔2013〕26号文件", ["云组字〔2013〕26号"]),
    ("按云办发〔2010〕5号有关规定执行", ["云办发〔2010〕5号"]),
    ("编制完成《云岭县供水规划》《供水总体规划修编2016-2030》", ["云岭县供水规划", "供水总体规划修编2016-2030"]),
    ("出台《节水方案》（以下简称《方案》）、《排放标准》", ["节水方案", "排放标准"]),
    ("执行GB/T12345《用水计量要求》", ["用水计量要求"]),
    ("你们提出的关于推广节水器具的提案收悉", ["关于推广节水器具的提案"]),
    ("按照《节水管\n理办法》执行", ["节水管理办法"]),  # printed lines
    ("根据《石桥市节水管理办法，制定本方案。", ["石桥市节水管理办法"]),  # the closing mark is lost
    ("依据安全生产法第二十条", ["安全生产法"]),
    (
        "本公告施行后，海关总署2031年第7号公告和2032年第15号公告同时废止。",
        ["海关总署2031年第7号公告", "2032年第15号公告"],
    ),
    ("依照国务院令第999号执行。", ["国务院令第999号"]),
    ("违反国家市场监督管理总局令第88号第三条的", ["国家市场监督管理总局令第88号"]),
    ("依照《节水条例》（国务院令第999号）执行。", ["节水条例"]),
    ("原国家工商行政管理总局令第88号第三条明确，应当备案。", ["原国家工商行政管理总局令第88号"]),
    ("推广《水表精度等级模型》（GB/T 12345）", ["水表精度等级模型"]),
    ("满足《节水小区关键要素》", ["节水小区关键要素"]),
    ("按照《节水产品分类与代码》执行", ["节水产品分类与代码"]),  # ends like no document, but is cited like one
    ("持《取水许可证》办理", []),
    ("填写《节水小区申报书》", []),
    ("推动《清江谣》《云岭谣》等实景演出", []),
    ("参照《节水器具技术审查指导原则》[3]", ["节水器具技术审查指导原则"]),
    ("你们关于建设节水城市的请示（石科发〔2018〕5号）收悉", ["关于建设节水城市的请示"]),
    ("对您关于节约用水的建议十分重视", ["关于节约用水的建议"]),
    ("根据国民经济和社会发展“十三五”规划", ["国民经济和社会发展“十三五”规划"]),
    (
        "落实省水利厅关于推进节水的实施意见（云水发〔2020〕9号）精神",
        ["省水利厅关于推进节水的实施意见"],
    ),  # without marks
    ("省水利厅印发关于加快推进节水工作的意见，明确了任务", ["关于加快推进节水工作的意见"]),  # no marks in the text
    ("推动出台关于加快推进节水工作的意见", []),
    ("贵委提出的关于推进“三水”统筹管理的提案收悉", ["关于推进“三水”统筹管理的提案"]),
    ("编制好“十五五”水利发展规划", []),  # not there yet
    ("水库已纳入省“十五五”规划", ["省“十五五”规划"]),
    ("落实石桥县“十四五”规划纲要", ["石桥县“十四五”规划纲要"]),
    ("争取纳入我省“十五五”规划编制", []),
    ("落实“九五”普法规划，开展宣讲", ["“九五”普法规划"]),
    ("抢抓国发〔2030〕2号文件机遇，按照国发〔2030〕2号文件要求", ["国发〔2030〕2号", "国发〔2030〕2号"]),
    ("落实义务教育法、未成年人保护法有关规定", ["义务教育法", "未成年人保护法"]),
    ("您提出的关于加强巡查、增加投入等建议，对我们很有价值", []),  # several wishes, and no title
    ("按照本办法的规定执行", []),
    ("贯彻落实安全生产法及其实施条例", ["安全生产法"]),
    ("海关总署公告2031年第7号", []),  # the number over the text itself
    ("观看《清江谣》等舞台剧", []),
    ("附件：《满意度征询意见表》", []),
    ("公布了《石桥市城镇土地等级范围》", ["石桥市城镇土地等级范围"]),
    ("根据石水函〔2030〕7号批复开工", ["石水函〔2030〕7号"]),
    ("出台了关于节水的若干措施，受到欢迎", ["关于节水的若干措施"]),
    ("读《红楼人物漫谈》有感", []),
]


@pytest.mark.parametrize(("text", "titles"), TITLES)
def test_titles(text: str, titles: list[str]) -> None:
    """Official papers are cited; forms, plays and books are not."""
    assert titles == [title for title, *_ in cite(text)]


def test_the_own_title_is_no_citation() -> None:
    """A document does not cite itself."""
    assert cite("《石桥市节水办法》共五章。", title="石桥市节水办法") == []


def test_what_a_notice_issues_is_cited_in_its_sentence_alone() -> None:
    """The title of a notice names its paper; only the sentence that issues it is a citation."""
    title = "石桥市水务局关于印发《石桥市节水办法》的通知"
    text = f"{title}\n各区水务局：\n现将《石桥市节水办法》印发给你们，请认真贯彻执行。\n"

    assert [one for one, *_ in cite(text, title=title)] == ["石桥市节水办法"]


def test_an_abbreviation_is_no_new_document() -> None:
    """A title that （以下简称…） introduced is not cited again under it."""
    text = "根据《石桥市节约用水管理办法》（以下简称《办法》），各单位要执行《办法》规定。"

    assert [title for title, *_ in cite(text)] == ["石桥市节约用水管理办法"]


NUMBERS = [
    ("《节水规划》（石政发〔2020〕7号）", "石政发〔2020〕7号"),
    ("《节水规划》(石政发[2020]7号)", "石政发[2020]7号"),
    ("《节水条例》（国务院令第123号）", "国务院令第123号"),
    ("《关于节水的提案》（第0117号）", "第0117号"),
    ("执行GB/T 12345—2020《用水计量要求》", "GB/T 12345—2020"),
    ("《节水规划》（试行）", None),
    ("《节水办法》（2031年5月8日石桥市人民政府令第6号发布）", "石桥市人民政府令第6号"),
    ("《节水办法》（水利部令第13号，以下简称办法）", "水利部令第13号"),
    ("下发了《关于节水的通知》石水发〔2020〕5号，要求", "石水发〔2020〕5号"),
    ("按照石水发〔2020〕5号《关于节水的通知》要求", "石水发〔2020〕5号"),
    ("《节水办法》和石水发〔2020〕5号文件", None),  # another document
]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_numbers_as_written(text: str, number: str | None) -> None:
    """The number beside a title is kept as it stands."""
    assert cite(text)[0][1] == number


RELATIONS = [
    ("根据《节水条例》", Relation.BASED_ON),
    ("贯彻落实《节水规划》", Relation.IMPLEMENTS),
    ("为贯彻落实省节水委员会审议通过的《节水方案》有关要求", Relation.IMPLEMENTS),
    ("根据县政府常务会议批准的《节水方案》", Relation.BASED_ON),
    ("按照省水利厅编制的《渠道建设标准》", Relation.BASED_ON),
    ("现将《节水方案》印发给你们", Relation.PROMULGATES),
    ("现将《节水通知》转发给你们", Relation.FORWARDS),
    ("研究制定《节水办法》", Relation.DRAFTS),
    ("《节水办法》（石政发〔2001〕7号）同时废止", Relation.REPEALS),
    ("您提出的《关于节水的提案》收悉", Relation.REPLIES_TO),
    ("由市政府办公室交办的《关于节水的提案》第012号提案悉", Relation.REPLIES_TO),
    ("去年，国务院办公厅印发《节水意见》", Relation.CITES),
    ("去年，我局印发《节水意见》", Relation.DRAFTS),
    ("《节水条例》共五章", Relation.CITES),
    ("制定《节水条例》实施细则", Relation.IMPLEMENTS),
    ("通过《节水指南》宣传", Relation.CITES),
    ("审议通过《节水办法》", Relation.DRAFTS),
    ("市人大会议审议通过的《节水决议》，安排了任务", Relation.CITES),  # the verb tells whose it is
    ("现将《政府工作报告》确定的工作任务分解如下", Relation.IMPLEMENTS),
    ("《节水方案》已经市政府同意，现印发给你们", Relation.PROMULGATES),
    ("《节水方案》《用水方案》等2个行动方案已经市政府同意，现印发给你们", Relation.PROMULGATES),
    ("省政府同意省水利厅《节水意见》，现转发给你们", Relation.FORWARDS),
    ("根据省水利厅《节水意见》要求", Relation.BASED_ON),
    ("按照市政府会议和《节水方案》要求", Relation.BASED_ON),
    ("按照市政府会议要求制定方案和《节水办法》", Relation.DRAFTS),
    ("为深入贯彻落实自治区《节水意见》", Relation.IMPLEMENTS),
    ("《节水办法》，因与新法不符，予以废止。", Relation.REPEALS),
    ("决定对以下2件规章予以废止：\n一、《节水办法》\n二、《用水办法》\n", Relation.REPEALS),
    ("决定对以下2件规章作出修改：\n一、《节水办法》\n二、《用水办法》\n", Relation.CITES),
    ("现将魏某委员《关于节水的建议》的协办意见送上", Relation.REPLIES_TO),
    ("去年，青石县出台了《节水办法》", Relation.CITES),  # a place
]


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_relations(text: str, relation: Relation) -> None:
    """The words around a title say what the document does with it."""
    assert cite(text)[0][3] == relation


ISSUERS = [
    ("《国务院办公厅关于节水工作的意见》", "国务院办公厅"),
    ("省水利厅印发的《节水规划》", "省水利厅"),
    ("水利部、财政部、国家林草局印发《节水规划》", "水利部、财政部、国家林草局"),
    ("《节水规划》", None),
    ("根据省水利厅《节水规划》要求", "省水利厅"),
    ("国务院《节水条例》第九条规定", "国务院"),
    ("水利部等八部门《节水规划》明确", "水利部等八部门"),
    ("省政府办公厅日前正式印发《节水规划》", "省政府办公厅"),
    ("民政部、财政部27日联合发布《节水规划》", "民政部、财政部"),
    ("省水利厅指导石家庄市出台了《节水办法》", "石家庄市"),
    ("按照上级部署，青石州结合本地实际于2031年5月制定出台了《节水办法》", "青石州"),
    ("认真落实自治区《节水意见》", "自治区"),
    ("我市先后出台《节水办法》", None),
    ("向省水利厅《关于节水的请示》", None),
    ("石桥市水务局《关于建设水厂的建议》的答复", None),  # the office that replies
    ("《节水办法》（石桥市人民政府令第2号）", "石桥市人民政府"),
]


@pytest.mark.parametrize(("text", "by"), ISSUERS)
def test_issuers(text: str, by: str | None) -> None:
    """The issuer stands at the start of the title or right before 印发的."""
    assert cite(text)[0][2] == by


def test_what_another_office_issued_is_only_named() -> None:
    """Where the issuer is known, a paper of its own is drafted, and one of another office cited."""
    own = cite("去年，石桥市水务局出台《节水办法》。", issuer="石桥市水务局")
    other = cite("去年，省水利厅出台《节水办法》。", issuer="石桥市水务局")

    assert [one[3] for one in (*own, *other)] == [Relation.DRAFTS, Relation.CITES]


def test_later_titles_of_a_list_share_the_issuer_unless_they_name_another_place() -> None:
    """Titles in a row are of the body before the first; one that names a place of its own is not."""
    text = "根据国务院办公厅《节水意见》《用水意见》及《石桥市节水办法》"

    assert [by for _, _, by, _ in cite(text)] == ["国务院办公厅", "国务院办公厅", None]


def test_the_office_of_the_document_by_a_short_name_and_by_we() -> None:
    """我们, and a short name of the issuer, draft what they made."""
    for text in ("我们起草了《节水办法》", "市防汛办修改形成了《节水办法》"):
        found = cite(text, issuer="石桥市防汛抗旱指挥部办公室")
        assert [one[3] for one in found] == [Relation.DRAFTS]


ASKED = [
    # text, number, who asked
    ("李某委员：\n您提出的《关于修渠的建议》（第056号提案）收悉。", "第056号", "李某委员"),
    ("李某委员：\n您提出的《关于修渠的建议》收悉。", "第7号", "李某委员"),
    ("市水务局：\n王某委员在市政协一次会议上提出的《关于修渠的建议》收悉，现提出会办意见。", "第7号", "王某委员"),
    ("市水务局：\n《关于修渠的建议》收悉，现提出会办意见。", "第7号", None),
]


@pytest.mark.parametrize(("text", "number", "by"), ASKED)
def test_the_proposal_with_its_number_and_those_who_made_it(text: str, number: str, by: str | None) -> None:
    """The proposal that is answered is of those addressed, or of whom the sentence names."""
    addressee = text.partition("：")[0]
    found = cite(text, proposal_title="关于修渠的建议", proposal_number="7", addressee=addressee)

    assert [one[1:3] for one in found] == [(number, by)]


def test_a_number_alone_is_the_paper_whose_title_was_given_with_it() -> None:
    """A paper that is named by title and number, then by number, is one; an unknown number is a paper of its own."""
    text = "按照《关于节水的意见》（石办发〔2031〕7号）。石办发〔2031〕7号文件要求节水，石办发〔2031〕9号文件另有规定。"

    assert [title for title, *_ in cite(text)] == ["关于节水的意见", "关于节水的意见", "石办发〔2031〕9号"]


SHORT_NAMES = [
    ("编制了《石桥市发展规划纲要（草案）》。《纲要（草案）》提出目标。", 1),
    ("制定《石桥市节水实施细则》，按照本《实施细则》执行。", 1),
    ("按照《石桥市节水方案》和《石桥市用水方案》执行。", 2),
]


@pytest.mark.parametrize(("text", "count"), SHORT_NAMES)
def test_the_kind_of_a_paper_alone_is_short_for_one_named_before(text: str, count: int) -> None:
    """《纲要（草案）》 behind the whole title names no other document."""
    assert len(cite(text)) == count


def test_laws_named_in_a_row_without_marks() -> None:
    """Several names before 等一系列法规 are a citation each."""
    text = "此后，节约用水实施办法、青石河流域保护条例等一系列地方性法规陆续出台。\n"
    found = [citation.title for citation in analyse(plain_document(text)).citations]

    assert found == ["节约用水实施办法", "青石河流域保护条例"]


NAMED = [
    # text, titles
    ("依据水法、防洪法、水土保持法等法律法规，制定本办法。", ["水法", "防洪法", "水土保持法"]),
    ("根据中华人民共和国安全生产法，结合我县实际，制定本办法。", ["中华人民共和国安全生产法"]),
    ("违反中华人民共和国刑法的，依法追究刑事责任。", ["中华人民共和国刑法"]),
    ("依照土地管理法实施条例、基本农田保护条例的有关规定办理。", ["土地管理法实施条例", "基本农田保护条例"]),
    ("根据劳动合同法和工伤保险条例的规定，依法处理。", ["劳动合同法", "工伤保险条例"]),
    ("配合做好专利法、著作权法制修订工作。", ["专利法", "著作权法"]),
    ("项目已列入国家抽水蓄能发展规划，正在开展前期工作。", ["国家抽水蓄能发展规划"]),
    (
        "按照青石县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要，推进建设。",
        ["青石县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要"],
    ),
    ("加强生态环境保护法律法规宣传，落实预算法定原则，开展宪法宣传周活动。", []),
    ("按照国家有关规划和国家发展规划组织实施，争取纳入国家规划。", []),
    ("脱水法和新能源法人企业不在此列。", []),
    ("采购抢险物资按照国家相关规定可不执行政府采购法规定的程序。", ["政府采购法"]),
    ("落实法定职责，依照法规定期检查。", []),
    ("《青石县甲方案》《青石县乙方案》等2个方案已经县政府同意，现印发给你们。", ["青石县甲方案", "青石县乙方案"]),
    ("《水法》施行以来，依照水法管理取水。", ["水法"]),  # one document, named twice
    ("《中华人民共和国水法》施行以来，依照水法管理取水。", ["中华人民共和国水法", "水法"]),
    ("根据《中华人民共和国水法》（以下简称水法）制定，按照水法管理取水。", ["中华人民共和国水法"]),
    ("提请审议防洪法修订草案、反垄断法草案等议案。", ["防洪法修订草案", "反垄断法草案"]),
    ("严格执行防洪法、公务员法和青石县节水实施纲要。", ["防洪法", "公务员法", "青石县节水实施纲要"]),
    ("颁布了青石河保护条例、节水管理条例等9个地方性法规。", ["青石河保护条例", "节水管理条例"]),
    ("今年政府工作报告中提出，要巩固成果。", ["政府工作报告"]),
    ("“十一五”规划提出了减排目标。", ["“十一五”规划"]),
    ("今年是实施“十四五”规划的关键之年，代表市政府作政府工作报告。", []),
]


@pytest.mark.parametrize(("text", "titles"), NAMED)
def test_laws_and_plans_named_without_marks(text: str, titles: list[str]) -> None:
    """A law of the country or a plan called by its name is a citation; words that only hold such a name are none."""
    assert [title for title, *_ in cite(text)] == titles


def test_what_a_notice_sends_out_is_cited_in_its_sentence() -> None:
    """The paper that a notice prints or passes on is a citation in the sentence that says so, not in the title."""
    text = "《石桥市节水意见》已经市政府同意，现转发给你们。请对照《节水条例》执行。"

    found = cite(text, title="石桥市人民政府办公室转发市水务局关于节水意见的通知")

    assert [name for name, *_ in found] == ["石桥市节水意见", "节水条例"]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (
            (
                "以下规范性文件宣布失效：\n1.石桥市节水管理办法（试行）\n发文单位：市水务局\n文号：石水发〔2020〕5号\n"
                "2.关于推广节水器具的意见\n发文单位：市水务局、市财政局\n文号：石水发〔2021〕第7号\n特此通知。"
            ),
            [
                ("石桥市节水管理办法（试行）", "石水发〔2020〕5号", Relation.REPEALS),
                ("关于推广节水器具的意见", "石水发〔2021〕第7号", Relation.REPEALS),
            ],
        ),
        (
            "现将继续有效的文件公布如下：\n1.石桥市节水管理办法（石水发〔2020〕5号）\n2.石桥市取水计量规定（石水发〔2021〕7号）；",
            [
                ("石桥市节水管理办法", "石水发〔2020〕5号", Relation.CITES),
                ("石桥市取水计量规定", "石水发〔2021〕7号", Relation.CITES),
            ],
        ),
        ("1.石桥市水务局\n文号：石水发〔2020〕5号", []),  # no paper
    ],
)
def test_papers_of_a_list_with_their_numbers(text: str, cited: list[tuple[str, str, Relation]]) -> None:
    """Items that are a title and its number name a paper, with marks or without."""
    assert [(title, number, relation) for title, number, _, relation in cite(text)] == cited


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("按照《节水规划（石政发〔2020〕 7号）》要求", [("节水规划", "石政发〔2020〕 7号")]),
        ("按照《节水规划（2020年本）》要求", [("节水规划（2020年本）", None)]),
        ("按照《关于转发（石政发〔2020〕7号）文件的通知》要求", [("关于转发（石政发〔2020〕7号）文件的通知", None)]),
    ],
)
def test_a_number_inside_the_marks(text: str, titles: list[tuple[str, str | None]]) -> None:
    """The number at the end of the words between the marks is none of the title."""
    assert [(title, number) for title, number, *_ in cite(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("修订完善石桥市灌区用水管理办法，推动落实。", ["石桥市灌区用水管理办法"]),
        (
            "修订省灌区工程管理办法、省级灌区计量实施细则（省水利厅牵头）。",
            ["省灌区工程管理办法", "省级灌区计量实施细则"],
        ),
        ("修订完善相关管理办法和各项规定。", []),
        ("及时修订安全生产工作管理办法。", []),  # any office has one
        ("制定石桥市灌区用水管理办法。", []),  # not there yet
        ("市水务局发布的“关于延长供水优惠期限的通知”明确，优惠至年底。", ["关于延长供水优惠期限的通知"]),
        ("去年出台的“困难家庭用水补贴办法”全面实施。", ["困难家庭用水补贴办法"]),
        ("制定实施灌区用水审查条例，出台措施。", ["灌区用水审查条例"]),
        ("组织实施农田水利建设与管护指引。", ["农田水利建设与管护指引"]),
        ("落实好灌区职工绩效分配实施办法，提高待遇。", ["灌区职工绩效分配实施办法"]),
        ("抓紧制定实施细则，落实管理办法，执行各项工作指引。", []),
        ("严格落实安全生产责任和考核办法。", []),  # one of them is none
        ("落实上级文件精神和县级实施细则。", []),
        ("修订市级灌区认定与管理办法，推动落实。", ["市级灌区认定与管理办法"]),
        ("条例修订已列入石桥市人大常委会2031年立法计划。", ["石桥市人大常委会2031年立法计划"]),
        ("积极争取列入年度立法计划。", []),
        ("灌区节水改造三年行动方案实施以来，成效明显。", ["灌区节水改造三年行动方案"]),
        ("该办法实施以来，成效明显。", []),
        ("出台“节水惠民20条措施”，实施“清水行动计划”。", []),  # catchwords
        ("圆满完成“十三五”规划确定的目标任务。", []),
        ("“十三五”规划明确，新建水库三座。", ["“十三五”规划"]),
        ("集中学习宪法、民法典、水法。", ["宪法", "民法典", "水法"]),
        ("学习民法典、《石桥市节水条例》。", ["民法典", "石桥市节水条例"]),
        ("开展宪法、法律宣传，维护宪法权威。", []),
        ("落实三年行动计划，推进清淤。", []),
        ("编制了《节水优惠政策问与答》，详细介绍。", ["节水优惠政策问与答"]),
    ],
)
def test_papers_without_marks(text: str, titles: list[str]) -> None:
    """Rules that are amended, papers in quotation marks, laws in a row; catchwords and what any office has are none."""
    assert titles == [title for title, *_ in cite(text)]
