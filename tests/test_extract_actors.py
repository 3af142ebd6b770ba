"""Who has to act: in notes of responsibility, by the grammar of the sentence, by what stands before."""

from __future__ import annotations

import pytest

from corpus import Commitment, Genre, Role
from extract.actors.subjects import find_subjects
from extract.actors.undertakers import find_undertakers
from extract.actors.urged import find_urged
from extract.bodies.areas import levels_of
from extract.bodies.departments import find_organizations
from extract.bodies.responsible_lists import find_names, is_public
from extract.matching import fold
from extract.statements.find import find_statements
from tests.readings import read_text


def commitments(text: str, genre: Genre = Genre.PLAN, addressee: str | None = None) -> list[Commitment]:
    """The commitments of a text."""
    reading = read_text(text, genre, addressee=addressee)
    _, mentions = find_organizations(reading)
    return [fact for fact in find_statements(reading, (), mentions, ()) if isinstance(fact, Commitment)]


NOTES = [
    ("(市水务委、市园林委及各区县政府按职责分工负责)", ["市水务委", "市园林委", "各区县政府"]),
    ("(由省交通运输厅会同省公安厅负责)", ["省交通运输厅", "省公安厅"]),
    (
        "责任单位:市委组织部,市文旅局,甲乙集团,各县[市、区]政府",
        ["市委组织部", "市文旅局", "甲乙集团", "各县[市、区]政府"],
    ),
    ("(省财政厅、残联等按职责分工负责。列第一位者为牵头单位,下同)", ["省财政厅", "残联"]),
    ("(6月底完成,牵头考核单位:市数创办)", ["市数创办"]),
    ("(省市场监督管理局、省政府绩效考核办负责)", ["省市场监督管理局", "省政府绩效考核办"]),
    ("(省委组织部、甲州新区、乙山高新区管委会配合)", ["省委组织部", "甲州新区", "乙山高新区管委会"]),
    ("(包括牵头单位自身)", []),
]


@pytest.mark.parametrize(("note", "names"), NOTES)
def test_names_in_a_note(note: str, names: list[str]) -> None:
    """Every element of a list of those responsible is a name, known to a table or not; words of duty are none."""
    text = fold(note)
    assert [text[start:end] for start, end in find_names(text, 0, len(text))] == names


@pytest.mark.parametrize(
    ("name", "public"),
    [
        ("市教委", True),
        ("甲州新区", True),
        ("甲乙集团", False),
        ("团省委", True),
        ("甲州银行", False),
        ("残联", True),
    ],
)
def test_public_bodies_of_a_list(name: str, public: bool) -> None:
    """Firms are responsible too, but no public bodies; mass organisations are counted with these."""
    assert is_public(name) is public


def test_a_nested_bracket_does_not_end_a_note() -> None:
    """A note with 县〔市〕 in it is read whole, and so is one with a remark behind its duty."""
    text = (
        "一、就业\n加强公共就业服务，建立就业信息系统。"
        "（省人社厅和各设区市、各县〔市〕政府按职责分工负责。列第一位者为牵头单位，下同）"
    )
    assert {"省人社厅"} < {actor.name for actor in commitments(text)[0].actors}


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("（市水务局指导，各区政府负责落实。以下均需各区政府落实，不再列出）", ["市水务局", "各区政府"]),
        ("（市水务局牵头，市财政局配合。下同）", ["市水务局", "市财政局"]),
        ("（市水务局负责。其他任务由各乡镇政府组织实施）", ["市水务局"]),
        ("（市水务局牵头建设。管网总长5公里）", []),
    ],
)
def test_the_first_sentence_of_a_note_counts(note: str, names: list[str]) -> None:
    """What a second one says of the notes that follow names nobody for this task."""
    text = f"一、节水\n建立节水清单。{note}\n推进管网改造。\n"
    assert [actor.name for actor in commitments(text)[0].actors] == names


def test_a_remark_on_all_that_follows_adds_who_carries_it_out() -> None:
    """It holds for the note it stands in and for those behind it, not for those before."""
    text = (
        "一、节水\n建立节水清单。（市水务局指导）\n推进管网改造。（市水务局指导，各区政府负责落实。以下均需各区政府落实，不再列出）\n"
        "建设节水工厂。（市经信局指导）\n"
    )
    found = [[actor.name for actor in fact.actors] for fact in commitments(text)]
    assert found == [["市水务局"], ["市水务局", "各区政府"], ["各区政府", "市经信局"]]
    assert {actor.role for actor in commitments(text)[2].actors if actor.name == "各区政府"} == {Role.LEAD}


def test_a_note_that_ends_its_section_is_about_all_of_it() -> None:
    """Where the section has no other one; its lead-ins are parts of it, the numbered items below it are not."""
    note = "（市水务局、市财政局负责）"
    plain = f"一、节水\n建立节水清单。\n推进管网改造。{note}\n二、治污\n建设污水处理厂。\n"
    led = f"一、节水\n——建立清单。建立节水清单。\n——推进改造。推进管网改造。{note}\n"
    items = f"一、节水\n（一）建立节水清单。\n（二）推进管网改造。{note}\n"
    own = f"一、节水\n建立节水清单。{note}\n推进管网改造。\n建设节水工厂。{note}\n"
    charged = [[bool(fact.actors) for fact in commitments(text)] for text in (plain, items, own)]
    assert charged == [[True, True, False], [False, True], [True, False, True]]
    assert all(fact.actors for fact in commitments(led))


@pytest.mark.parametrize("label", ["对接部门", "受理单位", "经办处室", "责任部门"])
def test_who_is_to_be_turned_to_is_responsible(label: str) -> None:
    """What stands behind the name in the note, as a telephone, is nobody's."""
    text = f"一、节水\n扩大节水补贴范围，提高补贴标准。（{label}：市水务局；联系电话：0100-1234567）\n"
    assert [actor.name for actor in commitments(text)[0].actors] == ["市水务局"]


@pytest.mark.parametrize(
    "note",
    [
        "（市农业农村局、市财政局、市水务局，列首的为牵头单位，下同）　　数据来源：市统计局数据",
        "（市农业农村局、市财政局） 抄送：市委各部门。",
    ],
)
def test_a_note_whose_line_end_was_lost_ends_its_item(note: str) -> None:
    """Two blanks, or whom the paper is copied to, start another paragraph."""
    found = commitments(f"第一条 加强水源保护，建立巡查制度。{note}")
    assert {"市农业农村局", "市财政局"} <= {actor.name for actor in found[0].actors}


SHARED = [
    ("承储食盐的企业应当建立台账。", ["承储食盐的企业"]),  # which of the class is meant
    ("符合条件的企业可以申请补助，应当如实填报。", ["企业"]),  # any of them
    ("市民发现受伤的患者，应当报警。", ["市民"]),
    ("医疗机构务必储备物资。", ["医疗机构"]),
    ("肥料生产和销售企业要建立记录。", ["肥料生产和销售企业"]),
    ("肥料生产、批发企业不得向无证者供货。", ["肥料生产、批发企业"]),
    ("省、市外贸企业要扩大出口。", ["省、市外贸企业"]),
    ("任何单位和个人不得拒收现金。", ["任何单位和个人"]),
    ("参加培训的人员应遵守纪律。", ["参加培训的人员"]),
    ("具体用途由企业确定。", ["企业"]),
    ("由承租人承担的费用应计入价款。", []),
    ("维修费用由承租人承担。", ["承租人"]),
    ("确需延期的,由企业申请,依法办理。", ["企业"]),
    ("全面实行公示,执收单位要公示收费标准。", ["执收单位"]),
    ("培训机构(含自办的企业)应当登记。", ["培训机构"]),
    ("由负责注册的各高校、技工学校受理申请。", ["各高校", "技工学校"]),
    ("市民应当尊重和配合急救机构开展工作。", ["市民"]),
    ("运营单位因特殊需要,可以临时采集。", ["运营单位"]),
    ("加大渠道巡查频次 渠道管理单位要落实责任。", ["渠道管理单位"]),  # a heading that lost its line end
    ("督促 企业要落实责任。", []),
    ("各商户的法人代表或负责人是第一责任人,必须履行责任。", []),
    ("在职业院校实行公开招聘。", []),
    ("在职人员应当参加培训。", ["在职人员"]),
    ("高速服务区、收费站等服务窗口要提供咨询。", ["高速服务区", "收费站"]),
    ("需要预约的公园、旅游景区、博物馆等场所,应保留人工窗口。", ["公园", "旅游景区", "博物馆"]),
    ("贮存场所应按要求消毒,公共场所一律关闭。", []),
    ("各地因检修等原因暂不开放的缴费场所,要加强电话值守。", []),
    ("校舍以及道路、绿地、机场等场所应当开放。", []),
    ("企业复工前要制定方案,施工单位进场后应当公示名单。", ["企业", "施工单位"]),
    ("登记机构的职责调整后应予公布。", []),
    ("用水单位有义务配合检查。", ["用水单位"]),
    ("供水企业有责任和义务提供资料。", ["供水企业"]),
    ("对负有责任的管理人员有义务的规定。", []),
]


@pytest.mark.parametrize(("text", "names"), SHARED)
def test_subjects_that_share_a_class(text: str, names: list[str]) -> None:
    """Words of activity before the last one of a list belong to its class; persons and whom 由 names are subjects."""
    assert [text[start:end] for start, end in find_subjects(text)] == names


URGED = [
    ("号召行业企业切实做好防汛工作。", ["行业企业"]),
    ("号召广大党员干部投身一线。", ["党员干部"]),
    ("鼓励社区超市、无人商店(便利店)等新兴业态发展。", []),
    ("支持民营医院、诊所等机构发展康复服务。", ["民营医院", "诊所"]),
    ("组织科研机构和石桥铁塔公司于6月底前完成普查。", ["科研机构", "石桥铁塔公司"]),
    ("提交营业执照,组织机构代码证应加盖公章。", []),
    ("市科技局定期组织企业开展评估,组织企业参加展会,组织做好企业登记。", []),
    ("鼓励采购人、供应商免费提供文件,引导厂商设计手册。", ["采购人", "供应商", "厂商"]),
    ("引导第三方处理企业收集粪污。", ["第三方处理企业"]),
    ("鼓励肥料生产、批发企业兼并重组。", ["肥料生产、批发企业"]),
    ('推动"老字号"企业提升品牌影响力。', ["企业"]),
    ("鼓励大型商店和超市设立专区。", ["大型商店", "超市"]),
    ("支持将优质企业纳入试点。", []),
    ("鼓励有条件的地区在医院设点。", ["地区"]),
    ("推动企业研发、生产、销售等全流程集成。", []),
    ("支持国际机构落户本市。", []),
    ("支持高等院校(含技工院校)、培训机构承担培训。", ["高等院校", "培训机构"]),
    ("支持农民合作社、家庭农场、种植大户发展初加工。", ["农民合作社", "家庭农场", "种植大户"]),
    ("推动央企、民企设立财务中心。", ["央企", "民企"]),
    ("支持东湖矿业集团加强资源整合。", ["东湖矿业集团"]),
    ("支持行业企业加快研发模型。", ["行业企业"]),
    ("引导家电、钟表等行业企业加强数据分析。", ["企业"]),
    ("推动中小煤矿企业发展壮大。", []),
    ("推动中小企业专精特新发展。", []),
    ("重点支持初创期、成长型企业和项目。", []),
    ("落实支持重点领域企业引才的政策。", []),
    ("支持东湖市打造名城。", ["东湖市"]),
    ("支持东湖、南桥、西岭等市打造名城。", ["东湖", "南桥", "西岭"]),
    ("支持城市建设、推动全市开展普查。", []),
    ("支持行业龙头企业联合院校、研究机构建设检测平台。", ["行业龙头企业"]),
    ("支持骨干企业联合研究院所等共同研发水泵。", ["骨干企业", "研究院所"]),
    ("引导家电等重点行业龙头企业建设平台。", ["龙头企业"]),
    ("鼓励各银行业金融机构降低融资成本。", ["各银行业金融机构"]),
    ("支持在石高校建设技术学院。", ["在石高校"]),
    ("推动更多企业上云。支持本土物流企业向综合服务商升级。", ["企业", "本土物流企业"]),
    ("指导协助中小企业做好防疫工作。", []),
    ("采取约谈、现场指导或取消供水企业资格等措施。", []),
    ("支持建设一批创新中心、公共服务平台、实训基地。", []),
    ("引导企业用户使用平台,鼓励学校教育资源开放,推动图书馆分馆等项目建设。", ["企业用户"]),
    ("支持现金和银行卡支付,按照支持小微企业融资税收政策办理。", []),
    ("支持社会资本参与旧城改造,推动拖欠农民工工资动态清零。", []),
    ("每年支持一批改造良好的企业,省级给予奖补。", []),
    ("对符合支持条件的企业,加快拨付资金,对享受专项支持的企业给予贴息。", []),
    ("鼓励企事业单位、居住区等打开围墙,引导社会单位开放车位。", ["企事业单位", "社会单位"]),
    ("鼓励供销社、农民合作社开展托管,支持村镇银行下沉服务。", ["供销社", "农民合作社", "村镇银行"]),
    ("支持石桥镇创建特色小镇,推动新建改扩建中小学6所,推动文化馆场地预约服务。", ["石桥镇"]),
    ("支持阳城县建设试点县城,支持东湖高新区创建示范园区。", ["阳城县", "东湖高新区"]),
]


@pytest.mark.parametrize(("text", "names"), URGED)
def test_urged(text: str, names: list[str]) -> None:
    """A class with a verb of its own behind a verb of urging; none where it is the object of another verb."""
    assert [text[start:end] for start, end in find_urged(text)] == names


ACTING = [
    ("数据使用部门应当保障数据安全。", {"数据使用部门"}),
    ("其他有关部门要各司其职。", {"其他有关部门"}),
    ("第六条　省水利厅受理申请并组织评审。", {"省水利厅"}),
    ("申请经当地政府审核同意后按月上报。", {"当地政府"}),
    ("考核部门为市教育局，负责考核发证。", {"市教育局"}),
    ("市水务局是全市节水工作的主管单位，应当做好统筹。", {"市水务局"}),
    ("推动市水务局和有关部门的数据库与平台对接。", set()),
    ("各级政府是节水工作的责任主体，要落实各项任务。", {"各级政府"}),
    ("探索制定职工未享受补贴的管理办法。", set()),
    ("医疗机构开展工作所需的经费，由市财政局安排。", {"市财政局"}),
    ("市财政局要加强管理。开发的产品应当注明数据来源。", {"市财政局"}),
    ("桥梁改造方案报市水务局审批，修改后提交村民会议审议。", {"市水务局", "村民会议"}),
    ("水权转让须经有资质的中介机构评估作价。", {"中介机构"}),
    ("尚未完成普查任务的县（市、区），要抓紧组织实施。", {"县（市、区）"}),
    ("各地要抓紧整改。未按规定办理手续的，要按照有关规定处理。", {"各地"}),
    ("市水务局要优化窗口。系统调整后，用户只需提交一张表。", {"市水务局"}),
    ("市水务局要优化窗口。申请人在办理登记时不必到场。", {"市水务局"}),
    ("市水务局要优化窗口。未开户的个人无需提供证明。", {"市水务局"}),
    ("市水务局要优化窗口。系统调整后，企业凭执照即可办理。", {"市水务局"}),
    ("水站由两家会计师事务所审计，短缺部分由职工补缴。", {"会计师事务所", "职工"}),
    ("企业职工按照规定由企业移交管理。", {"企业"}),
    ("具体办法由市财政局会同市水务局等有关部门制定。", {"市财政局", "市水务局"}),
    ("所需资金由市、县两级财政分担。", {"市、县两级财政"}),
    ("资金申请经市财政局、市审计局审核后拨付。", {"市财政局", "市审计局"}),
    ("建立市级统筹、县（区）落实的工作机制。", set()),
    ("受委托单位应当按照合同约定提供服务。", {"受委托单位"}),
    ("　　请各单位于3月10日前将总结报送市安委办。", {"各单位"}),
    ("各级水利、财政等部门和农业发展银行要各负其责。", {"水利", "财政", "农业发展银行"}),
    ("县乡两级要层层签订责任书。", {"县乡两级"}),
    ("市财政将普法经费列入预算，足额保障。", {"市财政"}),
    ("文化、财政、民政等部门在场馆用地方面给予扶持。", {"文化", "财政", "民政"}),
    ("各乡镇、各帮扶单位要尽锐出战。", {"各乡镇", "各帮扶单位"}),
    ("望各地认真贯彻执行。", {"各地"}),
    ("第三条　市水务局是全市节水工作的行政主管部门，负责日常管理。", {"市水务局"}),
    ("市文广新局（市文物局）牵头负责文物保护的组织协调。", {"市文广新局"}),
    ("市税务局信息中心负责平台的升级改造。", {"市税务局信息中心"}),
    ("市委全面依法治市委员会加强统筹，市委依法治市办具体负责落实。", {"市委全面依法治市委员会", "市委依法治市办"}),
    ("区水务局会同区发展改革、规划资源等部门出具审查意见。", {"区水务局", "区发展改革", "规划资源"}),
    ("村（社区）“两委”要发动网格员入户提示。", {"村（社区）“两委”"}),
    ("县专职消防队和各乡镇微型消防站要保持战备状态。", {"县专职消防队", "各乡镇微型消防站"}),
    ("各国有收藏单位应当建立藏品总账。", {"各国有收藏单位"}),
    ("市水务局会同市财政局等单位制定申报指南。", {"市水务局", "市财政局"}),
    ("人武部、武警中队组织民兵参与抢险。", {"人武部", "武警中队"}),
    ("各乡镇党委、政府对辖区防汛工作负总责。", {"各乡镇党委"}),
    ("海事、港航、渔政部门开展联合巡航。", {"海事", "港航", "渔政部门"}),
    ("水利、公安、人民银行、银保监等部门要各司其职。", {"水利", "公安", "人民银行", "银保监"}),
    ("财政部各地监管局要做好资金的追踪问效。", {"财政部各地监管局"}),
    ("产区要保证产品运得出。", {"产区"}),
    ("各级各有关部门（单位）先做好台账登记。", {"各级各有关部门（单位）"}),
    ("企业主要负责人、安全管理人员要到岗到位。", {"企业主要负责人", "安全管理人员"}),
    ("县应急管理局盯紧高层建筑和燃气安全。", {"县应急管理局"}),
    ("各有关部门依职责管理本领域安全工作。", {"各有关部门"}),
    ("市水务局制定的方案要抓紧落实。", set()),
    ("市水务局收回闲置的用水指标。", {"市水务局"}),
    ("市水务局以管网编号为唯一标识，建立管网台账。", {"市水务局"}),
    ("对隐瞒不报的，市水务局缩短下一周期的用水期限。", {"市水务局"}),
    ("市水务局核发的许可证在有效期内可重复使用。", set()),
    ("直接管理水表的县级以上水务部门，应对水表进行检定。", {"县级以上水务部门"}),
    ("市水务局印发了节水方案，要抓紧落实。", set()),
    ("学校应当组织学生参加节水培训。", {"学校"}),
    ("教体、卫健、民政部门分别抓好学校和医院的排查。", {"教体", "卫健", "民政部门"}),
    ("未经勘探的，规划、国土部门不予办理手续。", {"规划", "国土部门"}),
    ("县政府办公室要定期开展督查，对进展缓慢的单位进行通报。", {"县政府办公室"}),
    ("区财政每年出资300万元设立风险补偿资金。", {"区财政"}),
    ("市级财政2027-2029年每年安排不超过200万元用于奖补。", {"市级财政"}),
    ("所需经费由市县财政优先保障。", {"市县财政"}),
    ("完善县级财政补助政策，扩大市财政收入来源。", set()),
    ("新增经费由市县两级各负担一半。", {"市县两级"}),
    ("有关县要抓紧整改，市县按不低于一半的比例配套。", {"有关县", "市县"}),
    ("乡镇要确定专职管护人员，不足部分由乡镇、村负责解决。", {"乡镇", "村"}),
    ("各乡镇会后三天内要召开专题会议。", {"各乡镇"}),
    ("镇水管站负责日常管护，市交通局质量监督站对路基厚度要逐段抽检。", {"镇水管站", "市交通局质量监督站"}),
    ("县水利局所属灌溉管理站具体负责。", {"灌溉管理站"}),
    ("县水利局班子成员实行包片。", {"县水利局班子成员"}),
    ("水库管理站干部包村。", {"水库管理站干部"}),
    ("二级以上医院全部设立健康门诊。", {"二级以上医院"}),
    ("县政府督查室适时开展督查，县政府办督查室负责按月通报进展。", {"县政府督查室", "县政府办督查室"}),
    ("由驻村干部、网格员结对，红线外的管线由供水企业投资。", {"驻村干部", "网格员", "供水企业"}),
    ("各施工企业、各工地要落实实名制，各项工作要提前。", {"各施工企业", "各工地"}),
    ("各单位主要负责人要切实履职。", {"各单位主要负责人"}),
    ("每个县（市、区）至少建成1个示范点。", {"每个县（市、区）"}),
    ("有条件的地区要推行垃圾分类。", {"地区"}),
    ("桥头工业园要加快二期建设，云水新区要完成路网。", {"桥头工业园", "云水新区"}),
    ("建立协调机制，街道、社区、物业管理单位应支持管网改造。", {"街道", "社区", "物业管理单位"}),
    ("从事水工程建设、管理活动的单位和个人，应当遵守本办法。", {"从事水工程建设、管理活动的单位和个人"}),
    ("有关部门自受理之日起5个工作日内办结。", {"有关部门"}),
    ("县级及以上地方人民政府要组织排查。", {"县级及以上地方人民政府"}),
    ("住建、公安、供电等单位分工负责，水务、电力、交通等部门要密切配合。", {"住建", "公安", "水务", "交通"}),
    ("借鉴南部地区建立联合执法机制的做法。", set()),
    ("企业购买节水设备的，按实际支出的10%给予补助。", set()),
    ("全县19家水厂每半年至少检查一次。", set()),
    ("配备基层窗口人员，加大窗口人员统一管理力度。", set()),
]


@pytest.mark.parametrize(("text", "names"), ACTING)
def test_bodies_that_act(text: str, names: set[str]) -> None:
    """Classes are named whole; consent is an act; what is laid down of a thing has no subject from before."""
    assert {actor.name for fact in commitments(text) for actor in fact.actors} == names
    assert not any(actor for fact in commitments(text)[1:] for actor in fact.actors)


LISTS = [
    ("采购人、代理机构和各级财政部门应当及时答复。", ["采购人", "代理机构", "各级财政部门"]),
    ("市财政局、行业协会以及市水务局要加强配合。", ["市财政局", "行业协会", "市水务局"]),
    ("加强对企业和有关部门要求的解读。", []),
    ("各地、各有关部门特别是市经信局、市石桥集团(盐务管理局)要密切配合。", ["各地", "各有关部门", "市经信局"]),
    ("各县编制管理办法,要严格执行审查制度。", ["各县"]),
    ("鼓励有条件的地区先行先试。", ["地区"]),
    ("发挥市水务局在节水方面的作用。", ["市水务局"]),
    ("发挥市节水中心的示范带动作用。", []),
    ("推动各区基础设施、各县道路工程。", []),
    ("支持各区结合实际开展试点。", ["各区"]),
    ("县级以上地方人民政府有关部门,应当公开信息。", ["县级以上地方人民政府有关部门"]),
    ("市质监局要督促生产企业提高质量。", ["市质监局"]),
    ("石桥、云水、青石等重点镇要做好规划。", ["石桥、云水、青石等重点镇"]),
]


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_who_acts_in_a_list(text: str, names: list[str]) -> None:
    """Those of the market stand in one list with offices; what is only furthered, or is there to lean on, acts not."""
    assert [actor.name for fact in commitments(text + "\n") for actor in fact.actors] == names


ENDED = [
    ("(省财政厅、省税务局等相关部门按职责分工负责)", ["省财政厅", "省税务局"]),
    ("(省财政厅、省税务局等有关部门及各地区按职责分工负责)", ["省财政厅", "省税务局", "各地区"]),
    ("(省财政厅牵头,相关部门及各地区按职责分工负责)", ["省财政厅", "相关部门", "各地区"]),
    ("(省交通厅、石桥铁路集团有限公司及各地区按职责分工负责)", ["省交通厅", "石桥铁路集团有限公司", "各地区"]),
]


@pytest.mark.parametrize(("note", "names"), ENDED)
def test_what_a_note_ends_with(note: str, names: list[str]) -> None:
    """A class behind 等 stands for the rest of the list; a firm right before the last body is named like the others."""
    assert [actor.name for actor in commitments(f"一、就业\n推进数据共享，建立台账。{note}")[0].actors] == names


def test_on_which_places_a_press_text_lays_duties() -> None:
    """Places are told one by one, or whole where they share a word; a class of them is none by its name."""
    for text, names in (
        ("石桥市要增加床位供给，保证应收尽收。", ["石桥市"]),
        ("青石省和云水市要加强通道管控。", ["青石省", "云水市"]),
        ("石桥市、呼和县要加强管控，青石省会要加强巡查。", ["石桥市", "呼和县"]),
        ("青石省其他地市要提高收治能力。", ["青石省其他地市"]),
        ("石桥、云水等病例多的地区要立即采取措施。", ["石桥、云水等病例多的地区"]),
        ("全市要加强管控，城市要加强管理。", []),
        ("企业复工前要制定方案。", ["企业"]),
    ):
        assert [actor.name for fact in commitments(text + "\n", Genre.OTHER) for actor in fact.actors] == names


def test_a_subject_behind_a_heading_reaches_into_the_items() -> None:
    """A heading that lost its line end stands before it; the items behind 以下问题: are its duties too."""
    text = (
        "一、清理妨碍公平竞争的各类规定各地区、各部门应当严格落实法律要求。要全面清理规定，重点清理以下问题：\n"
        "（一）设置门槛，限制供应商参与；\n（二）要求供应商登记，妨碍竞争。\n"
    )
    assert [[actor.name for actor in fact.actors] for fact in commitments(text)] == [["各地区", "各部门"]] * 4


def test_what_a_briefing_tells_others_to_do() -> None:
    """要求 lays a duty on a class in a briefing; 鼓励 there only speaks well of it, as 推动 without an object does."""
    for text, genre, names in (
        ("此外，要求企业强化安全生产意识，鼓励企业扩大生产。", Genre.PRESS_BRIEFING, ["企业"]),
        ("要求力争2月底前实现80%的企业恢复生产。", Genre.PRESS_BRIEFING, []),
        ("将本通知要求企业了解。", Genre.NOTICE, []),
        ("下一步，推动重点企业扩能升级，引导金融机构增加贷款。", Genre.REPORT, ["金融机构"]),
        ("下一步，推动市石桥医院建设医疗中心。", Genre.REPORT, ["市石桥医院"]),
    ):
        assert [actor.name for fact in commitments(text + "\n", genre) for actor in fact.actors] == names


GOING_ON = [
    ("必要时，各地要加强值守。及时报送信息。", [{"各地"}, {"各地"}]),
    ("市水务局、市财政局要加强监测。完善考核办法。", [{"市水务局", "市财政局"}, {"市水务局", "市财政局"}]),
    ("市水务局要做好以下工作：\n（一）所有渠道一律定期清淤。", [{"市水务局"}]),
    ("市水务局要优化窗口。系统调整后，确保用户只需跑一次。", [{"市水务局"}, {"市水务局"}]),
    ("各地要广开门路。要建立对接机制，引导企业与农民建立合作关系。", [{"各地"}, {"各地", "企业", "农民"}]),
    ("要加强值守，旱情严重地区要提前安排水源。要及时报送信息。", [{"旱情严重地区"}, set()]),
    ("各部门单位要加强巡查。", [{"各部门单位"}]),  # and not 各部门 too
    ("3.财政部\n公告（2030年第8号）对供水企业延长期限。", [set()]),  # who issued a paper
    ("桥梁资金由县人民政府从以下渠道筹措：(一)经营收入；(二)可申请市级补助。", [{"县人民政府"}, {"县人民政府"}]),
    # a further duty, one told of a case, one beside a note
    ("各镇要加强巡查。特别要加强夜间值守。", [{"各镇"}, {"各镇"}]),
    ("各镇要建立台账。正在开展类似工作的，要做好衔接。", [{"各镇"}, {"各镇"}]),
    ("各镇要建立台账。接收的物资，要登记造册。", [{"各镇"}, {"各镇"}]),
    ("一、巡查\n各镇要建立台账。不得弄虚作假。（责任单位：市水务局）\n", [{"各镇", "市水务局"}] * 2),
    ("养老机构接收老人后要建立档案。对寄存物品要登记。", [{"养老机构"}, {"养老机构"}]),
    ("主管部门与行业组织要建立机制。及时通报情况。", [{"主管部门", "行业组织"}] * 2),
    ("各镇要加强巡查。对弄虚作假的，要严肃问责。", [{"各镇"}, {"各镇"}]),
    ("各镇要加强巡查。对有关部门落实不力的，要严肃问责。", [{"各镇"}, set()]),
    ("出现险情时，有关县水务局应立即处置。要按照预案组织抢险。", [{"有关县水务局"}] * 2),
    ("施工单位应主动对接医院。制作流程公示牌并公示。", [{"施工单位"}, {"施工单位"}]),
    # the last of those whom a sentence tells to act
    ("市水务局负责协调工作，各县水务局要会同乡镇巡查。要密切监测水位。", [{"市水务局", "各县水务局"}, {"各县水务局"}]),
    # a thing, or the name of an act, is the topic
    ("各镇要组织考核。考核后的奖励应当向一线倾斜。", [{"各镇"}, set()]),
    ("各镇要做好巡查。巡查可以采取书面方式，每年不少于3次。", [{"各镇"}, set()]),
    ("各镇要组织抽查。鼓励采用信息化手段，实现全过程留痕。", [{"各镇"}, set()]),
    ("担保机构要合理收费。其中，对农户收取的费率原则上不超过1%。", [{"担保机构"}, set()]),
    ("各地要增加投入。经费投入要突出导向，建立3项制度。", [{"各地"}, set()]),
    # what a class of the market has no part in
    ("医院要规范管理。严查医院不按时结算问题。", [{"医院"}, set()]),
    ("担保机构要简化手续。对受灾农户，按规定给予贴息补助。", [{"担保机构"}, set()]),
    ("银行要简化手续。对捐赠资金，可通过现有账户办理。", [{"银行"}, set()]),
    ("服务人员必须佩戴口罩。在入口处设置体温测量点，对进入的人登记。", [{"服务人员"}, set()]),
    ("任何单位和个人不得占用通道。要改善服务，建立台账。", [{"任何单位和个人"}, set()]),
    ("任何单位和个人不得占用通道。不得拆除标识牌。", [{"任何单位和个人"}, {"任何单位和个人"}]),
    ("医疗机构应当建立台账。在医疗机构内设置标识牌，每年更新。", [{"医疗机构"}, {"医疗机构"}]),
    (
        "县教育局：负责组织学生培训；定期开展演练。\n县水利局：负责设立警示牌。",
        [{"县教育局"}, {"县教育局"}, {"县水利局"}],
    ),
    (
        "（一）县公安局。负责维护秩序。督促企业加强巡查。\n（二）县水利局。负责设立警示牌。",
        [{"县公安局"}, {"县公安局", "企业"}, {"县水利局"}],
    ),
]


@pytest.mark.parametrize(("text", "names"), GOING_ON)
def test_bodies_named_before_their_sentences(text: str, names: list[set[str]]) -> None:
    """What is laid on a body goes on in the next sentences, in the items of its list, behind its label or heading."""
    assert [{actor.name for actor in fact.actors} for fact in commitments(text)] == names


def test_a_heading_of_a_reply_tells_who_takes_it_up() -> None:
    """一、市水务局将…: whoever a heading names will do what stands under it; 我局 is nobody."""
    text = "一、市水务局将加强巡查\n下一步，排查隐患并及时整改。\n二、我局将改善服务\n下一步，增设窗口3个。\n"
    found = commitments(text, Genre.PROPOSAL_REPLY)
    assert [[actor.name for actor in fact.actors] for fact in found] == [["市水务局"], []]


def test_a_heading_that_is_a_body_acts_beside_whom_its_duties_name() -> None:
    """职责分工: who the section is headed by does all of it, but for what another body is the subject of."""
    text = (
        "一、职责分工\n1．县教育局。\n会同有关部门制定校车办法。牵头落实年度任务，指导各地完善台账。\n"
        "2．县水务局。\n引导高校与高校共建水质站。各乡镇要报送台账。\n"
    )
    found = [[actor.name for actor in fact.actors] for fact in commitments(text)]

    assert found == [["县教育局", "有关部门"], ["县教育局", "各地"], ["县水务局", "高校"], ["各乡镇"]]


def test_a_heading_names_the_body_whose_duties_stand_below() -> None:
    """2.1.1 县防汛指挥部职责 is that body's; 成员单位职责 is of those whom the text below names."""
    text = (
        "2　组织机构和职责\n2.1　县防汛指挥部及其主要职责\n（1）掌握汛情，研究会商意见。\n"
        "2.2　县防汛指挥部成员单位职责\n（1）县水务局负责水库调度；做好巡查工作；完善值班制度。\n"
    )
    found = [[actor.name for actor in fact.actors] for fact in commitments(text)]

    assert found == [["县防汛指挥部"], ["县水务局"], ["县水务局"], ["县水务局"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "各级水管站要重点支持水费3万元以下的小微企业和“三农”主体，优先供水。",  # they are only helped
        "各级水管站要严格审核，防止银行将风险转由担保机构、再担保机构承担。",  # it shall not be laid on them
    ],
)
def test_whom_a_duty_only_concerns_does_not_act(sentence: str) -> None:
    """The subject alone has the duty."""
    [fact] = commitments(sentence)

    assert [actor.name for actor in fact.actors] == ["各级水管站"]


NO_PART = [
    # the case in which others have a duty
    ("县税务机关核查申报情况时，纳税单位应当协助。", ["纳税单位"]),
    ("县级有关部门依法制定了合同范本的，应当使用范本。", []),
    ("养老机构人员将老人送达医院后，接收机构应当及时登记。", ["接收机构"]),
    # what is set up, and how
    ("县教育局要建立使用单位提需求、县大数据局统筹管理的共享机制。", ["县教育局"]),
    ("建立由县政府分管领导任组长的工作领导小组，制定年度方案。", []),
    ("县政府要建立县水务局牵头、有关部门参与的工作机制。", ["县政府", "县水务局", "有关部门"]),
    # who gives a duty to another, or has given its consent
    ("县人民政府授权县大数据局负责数据管理工作。", ["县大数据局"]),
    ("经省药监局批准、在本省上市的药品均可参加采购。", []),
    # with whom ties are kept
    ("加强与卫健、民政、残联等部门相关政策的衔接，建立台账。", []),
    ("完善与公安、市场监管等部门联合惩戒机制，制定办法。", []),
    # classes to which something is done, or whose act tells of a thing
    ("由专人送往附近的医疗机构进行检查。", []),
    ("值班医师应当由经过培训合格的人员担任。", []),
    ("需由供应商提供方案、图纸的采购项目，应当说明目标。", []),
    ("需由供应商提供方案、图纸，且影响履约的项目，可以适当加分。", []),
    ("因采购人不可预见的紧急情况实施采购的，可以简化要求。", []),
    ("居民使用价格低于标准的药品，按实际价格支付。", []),
    ("单位和个人对抗旱的捐赠支出，依法享受扣除政策。", []),
    ("对餐饮住宿等行业，以及暂时困难的企业，不得盲目抽贷。", []),
    ("全面清理政府部门、平台公司与企业的往来账款，建立台账。", []),
    ("居民发现受伤的患者，应当立即拨打电话。", ["居民"]),
    ("石桥市是“无废城市”建设责任主体，要制定方案。", []),
    # names
    ("再担保基金（机构）要合理设置条件。", ["再担保基金（机构）"]),
    ("企事业单位招用人员不得歧视毕业生。", ["企事业单位"]),
]


@pytest.mark.parametrize(("sentence", "names"), NO_PART)
def test_who_is_only_spoken_of_has_no_part(sentence: str, names: list[str]) -> None:
    """A case, a way, a giver of a duty and one to whom something is done do not act on a sentence."""
    assert [actor.name for fact in commitments(sentence) for actor in fact.actors] == names


SERIES = [
    (
        "下半年，全市公安机关将做好以下工作：开展巡查，整治乱点36个；加快二期建设，年底前新增探头260个。",
        Genre.PRESS_BRIEFING,
        [["全市公安机关"], ["全市公安机关"]],
    ),
    ("明年，市水务局还将整修水库6座；加快建设水窖20口。", Genre.PROPOSAL_REPLY, [["市水务局"], ["市水务局"]]),
    ("我局将做好两项工作：一是由市水务局整修水库6座；二是计划新建公园2个。", Genre.PROPOSAL_REPLY, [["市水务局"], []]),
]


@pytest.mark.parametrize(("text", "genre", "names"), SERIES)
def test_what_an_account_promises_goes_on_behind_a_semicolon(text: str, genre: Genre, names: list[list[str]]) -> None:
    """Who undertakes the first of a series undertakes the others up to the full stop; a point (一是) is its own."""
    assert [[actor.name for actor in fact.actors] for fact in commitments(text, genre)] == names


def test_papers_of_no_genre_lay_strict_duties() -> None:
    """企业要… binds firms in a paper whose title tells no genre; whoever only acts is told of."""
    found = commitments("各企业要暂停大型会议，作业人员须佩戴口罩。", Genre.OTHER)
    assert [actor.name for actor in found[0].actors] == ["各企业", "作业人员"]


def test_who_owes_what_is_listed_behind_a_duty() -> None:
    """Whoever has a duty to hand something in leads; an item that names whose papers they are is that body's."""
    text = (
        "有关部门和单位有责任和义务向水务部门提供以下与用水有关的信息：\n"
        "（一）县公安局有关户籍人口信息；\n（二）县民政局、县教育局有关登记信息。\n"
    )
    named = [{actor.name for actor in one.actors} for one in commitments(text, Genre.MEASURES)]

    assert named == [{"有关部门和单位"}, {"县公安局"}, {"县民政局", "县教育局"}]


def test_schools_named_with_their_areas_are_one_with_them() -> None:
    """各地各校 has the duty that 各地 alone would have."""
    found = commitments("各地各校要指导学生做好防护。", Genre.NOTICE)
    assert [actor.name for actor in found[0].actors] == ["各地各校"]


def test_sanctions_have_no_subject_from_before() -> None:
    """Who is named in a sentence does not carry out the sanctions that the next one announces."""
    found = commitments("各部门要开展自查。对敷衍塞责的部门进行通报批评，按有关规定作出处理。", Genre.NOTICE)
    assert [[actor.name for actor in fact.actors] for fact in found] == [["各部门"], []]


def test_classes_of_the_market_are_bound_and_do_not_lead() -> None:
    """A duty of firms has no lead department."""
    actors = commitments("生产企业应当建立台账，市水务局负责监督。")[0].actors
    assert [(actor.name, actor.role) for actor in actors] == [("生产企业", Role.BOUND), ("市水务局", Role.LEAD)]


def test_a_note_without_its_closing_mark_ends_with_its_line() -> None:
    """The next item and its note are no part of it."""
    text = "一、重点任务\n1.建立台账。\n（责任单位：市水务局、市财政局\n2.加强巡查。\n（责任单位：市城管局）\n"

    found = [{actor.name for actor in fact.actors} for fact in commitments(text)]

    assert found == [{"市水务局", "市财政局"}, {"市城管局"}]


def test_a_reply_charges_nobody() -> None:
    """Whom a reply urges on is no actor of its undertakings; in a notice it is."""
    text = "下一步，我们将督促有关部门做好落实工作。"
    assert all(actor.name != "有关部门" for fact in commitments(text, Genre.PROPOSAL_REPLY) for actor in fact.actors)
    assert [actor.name for actor in commitments("督促有关部门做好落实工作。", Genre.NOTICE)[0].actors] == ["有关部门"]


MOVED = [
    ("我厅将持续督促青石市、云水区加强源头治理。", ["青石市", "云水区"]),
    ("我局将督促城区落实责任。", []),
    ("下一步，便道由公安交警、安监、运管部门联合验收。", ["公安交警", "安监", "运管部门"]),
    ("将会同城管、交警、消防等部门开展联合执法。", ["城管", "交警", "消防"]),
    ("合格后将由县汽运公司投放客车试运行。", ["县汽运公司"]),
    ("下一步在路口增设限宽墩，委托镇政府管理。", ["镇政府"]),
    ("将由第三方机构开展评估，由各乡镇卫生院开展签约服务。", ["第三方机构", "各乡镇卫生院"]),
    ("我局将督促保洁单位错开清扫时间。", ["保洁单位"]),
    ("下一步，协调各镇办社区配合供水运营公司逐户检查水表，当场修理。", ["各镇办社区", "供水运营公司"]),
    (
        "下一步，由区政府协调石桥镇政府、水务局、园林局等部门对河岸进行规划并绿化。",
        ["区政府", "石桥镇政府", "水务局", "园林局"],
    ),
    ("下一步，建议云岭重工集团公司、东湖机械厂先做好前期论证，再给予支持。", ["云岭重工集团公司", "东湖机械厂"]),
    ("我们也将积极督促地方政府加强规章的收集整理。", []),  # all of a kind
    ("我局将督促各区在年内补缴,要求各有关单位抓紧整改。", []),
    ("我们将认真研究您的意见和建议，加强部门协调。", []),
    ("下一步，将该路段纳入养护计划，由东湖公路养护中心负责实施。", ["东湖公路养护中心"]),
    ("下一步，将由于前期电力局负责的电源问题改为自行供电。", []),
    ("我局将会同东湖街道办事处、石桥社区居委会做好群众工作。", ["东湖街道办事处", "石桥社区居委会"]),
    ("下一步，我局将要求物业公司加强小区管理。", ["物业公司"]),
    ("目前，市住建局已委托设计院编制方案，计划于年底开工建设。", ["市住建局"]),
    ("国家将根据市场情况启动该项目建设。", ["国家"]),
    ("下一步，建议由市政府牵头，成立专班推进。", ["市政府"]),
    ("下一步，我局将商市财政局、市规划局，研究出台办法。", ["市财政局", "市规划局"]),
    ("下一步，市水务局要加快前期工作，我局做好技术服务。", ["市水务局"]),
    ("下一步，还要请社区或村委做好村民工作。", ["社区", "村委"]),
    ("下一步，督促乡镇、村“两委”每半月开展一次清理。", ["乡镇", "村“两委”"]),
    ("下一步，督促施工单位、监理单位于9月底前完成整改。", ["施工单位", "监理单位"]),
    ("下一步，督促县供电公司，在符合条件的小区配合完成安装。", ["县供电公司"]),
    ("下一步，协调县供电公司，做好线路迁改。", []),
    ("下一步，协调供电公司第一时间恢复供电。", ["供电公司"]),
    ("问题已解决，包括东湖市在内的历史问题将一并解决。", []),
    ("下一步，由镇水管站考核发放补助。", ["镇水管站"]),
    ("下一步，要求市县按照比例落实配套，年底前完成。", ["市县"]),
]


@pytest.mark.parametrize(("sentence", "names"), MOVED)
def test_whom_a_reply_moves_to_act(sentence: str, names: list[str]) -> None:
    """Those named behind 督促, 协调 and 建议 will act; nobody where no act follows."""
    found = commitments(sentence + "\n", Genre.PROPOSAL_REPLY)

    assert [actor.name for fact in found for actor in fact.actors] == names


SPOKEN = [
    ("国家能源局规划司司长某某某表示，将严格落实保供措施。", ["国家能源局"]),
    ("市水务局副局长某某介绍，今年将新建水库两座。", ["市水务局"]),
    ("市教育局基础教育处处长表示，今年秋季学期将实现课后服务全覆盖。", ["市教育局"]),
    ("省环保厅自然保护处负责人介绍，下一步将开展专项行动。", ["省环保厅"]),
    ("市水务局有关负责人说，汛期后将组织专家下沉一线。", ["市水务局"]),
    ("市民政局联合市财政局将发放一次性补贴，预计惠及2万人。", ["市民政局", "市财政局"]),
    ("市水务局计划年内新建水库两座。", ["市水务局"]),
    ("市工信局将千方百计保障生产，鼓励企业扩产。", ["市工信局"]),
    ("目前已将项目下达至石桥镇人民政府作为业主，计划年内开工。", ["石桥镇人民政府"]),
]


@pytest.mark.parametrize(("sentence", "names"), SPOKEN)
def test_who_is_spoken_for_in_a_briefing(sentence: str, names: list[str]) -> None:
    """Whoever speaks for a body says what it will do; firms that it hopes to move are no actors of a briefing."""
    found = commitments(sentence + "\n", Genre.PRESS_BRIEFING)

    assert [actor.name for fact in found for actor in fact.actors] == names


def test_terms_that_a_document_defines_act() -> None:
    """Whatever words they are made of."""
    text = (
        "用水单位（以下称“授权主体”）要登记取水量。\n授权主体应统筹考虑各类用途，制定用水计划。\n"
        "由授权主体制定节水标准。\n"
    )
    found = commitments(text, Genre.NOTICE)

    assert [[actor.name for actor in fact.actors] for fact in found][1:] == [["授权主体"], ["授权主体"]]


def test_on_whom_a_briefing_lays_strict_duties() -> None:
    """Classes of the market before 必须 and 不得; those it hopes to move are no actors."""
    found = commitments("所有用水单位必须登记取水量。支持用水企业节水。\n", Genre.PRESS_BRIEFING)

    assert [actor.name for fact in found for actor in fact.actors] == ["所有用水单位"]


DIVISIONS = [
    ("各地税务机关要逐一提醒纳税人。", ["各地税务机关"]),
    ("全省交通运输部门要加强值守。", ["全省交通运输部门"]),
    ("各地各有关部门要加强宣传。", ["各地", "各有关部门"]),
    ("对由市财政局负担的支出，要及时足额拨付。", []),
    ("发挥市联席会议制度的作用，做好相互通报。", []),
    ("待市水务局启动渠道建设后，县水务局要优先治理支渠。", ["县水务局"]),
    ("由市审改办组织有关部门梳理事项清单。", ["市审改办", "有关部门"]),
    ("制定出台支持企业应对困难的政策措施。", []),
    ("牵头部门和落实部门要加强统筹协调。", ["牵头部门", "落实部门"]),
    ("1. 请各主管部门组织做好节水推荐工作。", ["各主管部门"]),
    ("2. 请用水企业参照样表填报水量，并于6月5日前报送。", ["用水企业"]),
    ("各市（区）政府（管委会）要制定具体措施。", ["各市（区）政府（管委会）"]),
    ("鼓励各地方开展示范应用。", ["各地方"]),
    ("印发《关于支持企业复工的若干措施》，抓好组织实施。", []),
]


@pytest.mark.parametrize(("sentence", "names"), DIVISIONS)
def test_offices_of_a_whole_place(sentence: str, names: list[str]) -> None:
    """各地 and 全省 belong to the offices behind them; bodies that only qualify a thing do nothing."""
    found = commitments(sentence + "\n", Genre.NOTICE)

    assert [actor.name for fact in found for actor in fact.actors] == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("各区", "各区人民政府"),
        ("各省(区、市)政府", "各省、自治区、直辖市人民政府"),
        ("各区县", "各区县(自治县)人民政府"),
        ("各地级以上市", "各地级以上市政府"),
    ],
)
def test_levels_of_an_area(one: str, other: str) -> None:
    """An area and its government have the same levels."""
    assert levels_of(one) == levels_of(other) != frozenset()


def test_an_area_with_a_duty_is_the_addressee() -> None:
    """各区 in a document to 各区人民政府 means those."""
    reading = read_text("各区人民政府：\n各区要加强组织领导。", Genre.NOTICE, addressee="各区人民政府")
    found, _ = find_organizations(reading)
    assert [(one.name, one.aliases, set(one.roles)) for one in found] == [
        ("各区人民政府", ("各区",), {Role.ADDRESSEE, Role.LEAD})
    ]


REPLIES = [
    ("省水利厅研究提出了办理意见：将在编制规划中统筹考虑。", [("省水利厅", "lead")]),
    ("下一步，市水务局将会同市财政局制定办法。", [("市水务局", "lead"), ("市财政局", "joint")]),
    ("下一步，我们将联合教育、卫健等部门开展专项行动。", [("教育", "joint"), ("卫健", "joint")]),
    ("市水务局将督促各县（市、区）落实河长制，加强日常巡查。", [("市水务局", "lead")]),
    ("市交通局将指导各地优化公交线路，提高服务水平。", [("市交通局", "lead")]),
    ("市农业局也表示将对这一项目予以支持，尽快安排资金。", [("市农业局", "lead")]),
    ("市财政局在测算明年的预算时，将继续加大支持力度。", [("市财政局", "lead")]),
    ("下一步，市规划局在规划条件中明确要求，市建设局做好审查把关。", [("市规划局", "lead"), ("市建设局", "lead")]),
    ("下一步，县财政局从公益金中安排80万元，用于器材维修。", [("县财政局", "lead")]),
    ("下一步，各级各部门要带头过紧日子，压减会议经费。", [("各级各部门", "lead")]),
]


@pytest.mark.parametrize(("text", "actors"), REPLIES)
def test_actors_of_replies(text: str, actors: list[tuple[str, str]]) -> None:
    """Whoever will do it acts; whom an office moves to act does not."""
    found = [(actor.name, actor.role) for fact in commitments(text, Genre.PROPOSAL_REPLY) for actor in fact.actors]
    assert [(name, role if name != "各级各部门" else "lead") for name, role in found] == actors


def test_the_first_of_a_note_leads_where_the_document_says_so() -> None:
    """A remark 列第一位者为牵头单位 holds for all notes of the document."""
    text = (
        "一、就业\n加强公共就业服务，建立就业信息系统。（省人社厅、省财政厅负责，列第一位者为牵头单位，下同）\n"
        "完善职业培训制度，建立培训台账。（省教育厅、省财政厅负责）"
    )
    mentions = find_organizations(read_text(text))[1]
    leads = {mention.organization for mention in mentions if mention.role is Role.LEAD}
    assert leads == {"省人社厅", "省教育厅"}


def test_the_public_purse_leads_nothing() -> None:
    """当地财政 pays; its place among the departments shows no role."""
    found, _ = find_organizations(read_text("所需经费由当地财政承担，市财政局负责审核。"))
    assert {one.name: set(one.roles) for one in found}["当地财政"] == {Role.MENTIONED}


UNDERTAKEN = [
    ("云岭港务集团将结合需求增加班次。", ["云岭港务集团"]),
    ("青石区计划投入2亿元改造管网。", ["青石区"]),
    ("目前，县水务局正在编制可研报告，待批复后即可开工建设。", ["县水务局"]),
    ("已请市教育局编制项目，并争取上级资金支持。", ["市教育局"]),
    ("市交通运输局有关负责人表示，将加密公交线路。", ["市交通运输局"]),
    ("我区将运用大数据做好组织调配。", []),
    ("云岭公交集团有限公司每天统计候车人数，将采取增开班次等方式满足需求。", ["云岭公交集团有限公司"]),
    ("我们将加强与有关企业的对接。", []),
    ("下一步，市节水中心将跟踪每项改造的进展。", ["市节水中心"]),
    ("市水务局将加大巡查力度，各街道办事处做好宣传工作。", ["市水务局", "各街道办事处"]),
    ("针对用水单位的诉求，市水务局及时收集信息，主动提供服务，将进一步加快改造。", ["市水务局"]),
    ("下一步，我局将加强巡查。各部门间建立联动机制，形成合力。", ["各部门"]),
    ("省水利厅已同意研究补助办法，计划明年纳入预算。", ["省水利厅"]),
    ("市住建局已答应今年再安排1200万元用于改造，年内完工。", ["市住建局"]),
    ("云岭养殖合作社书面承诺2031年3月底前退还剩余资金。", ["云岭养殖合作社"]),
    ("市农业局意见：拟选择两处鱼塘开展试点，待取得经验后推广。", ["市农业局"]),
    ("关于资金问题，市财政局答复将结合明年预算统筹研究。", ["市财政局"]),
    ("下一步，省财政把补助标准由每户500元提高到600元。", ["省财政"]),
]


@pytest.mark.parametrize(("sentence", "names"), UNDERTAKEN)
def test_who_undertakes_in_a_reply(sentence: str, names: list[str]) -> None:
    """Offices, firms and areas that are the subject of what is still to come; not the one who answers."""
    found = commitments(sentence + "\n", Genre.PROPOSAL_REPLY)

    assert [actor.name for fact in found for actor in fact.actors] == names


def test_an_office_in_brackets_is_named_with_the_one_that_holds_it() -> None:
    """市发改委（铁路办） in a note is one of those responsible."""
    text = "一、目标\n年内建成石桥站，新开航线2条。（责任单位：市发改委（铁路办）、市交通局）"
    assert [actor.name for actor in commitments(text)[0].actors] == ["市发改委（铁路办）", "市交通局"]


def test_a_report_charges_nobody_whom_it_favours() -> None:
    """支持企业 in a report tells of its own policy; 引导 and 要 charge somebody."""
    text = "一、下一步工作安排\n支持煤矿企业兼并重组。引导金融机构服务小微企业。用水单位要建立台账。"
    found = {actor.name for fact in commitments(text, Genre.REPORT) for actor in fact.actors}
    assert found == {"金融机构", "用水单位"}


def test_names_are_copied_from_the_source() -> None:
    """A name in a note keeps the full-width brackets of the document."""
    text = "一、目标\n建立健全供水保障机制，加强供水管理。（市水务局、甲乙集团（丙州）公司负责）"
    assert "甲乙集团（丙州）公司" in {actor.name for actor in commitments(text)[0].actors}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("企业要建立用水台账，每月报送取水量。", ["企业"]),
        ("对节水改造的用户，供水企业应当在3日内上门服务。", ["供水企业"]),
        ("用户进入营业厅必须出示证件。", []),
    ],
)
def test_on_whom_a_briefing_lays_duties(sentence: str, names: list[str]) -> None:
    """要 and 应当 lay them as 必须 does; what somebody does first is no part of the name."""
    found = commitments(sentence + "\n", Genre.PRESS_BRIEFING)

    assert [actor.name for fact in found for actor in fact.actors] == names


@pytest.mark.parametrize(
    ("text", "genre", "names"),
    [
        (
            "建立由市水务局牵头,市发展改革委、市财政局、市住建局等部门参加的联席会议制度。",
            Genre.PLAN,
            {"市水务局", "市发展改革委", "市财政局", "市住建局"},
        ),
        ("建立市水务局提需求、市数据局作响应的机制。", Genre.PLAN, set()),
        ("全市各级水务部门要加强巡查。", Genre.PLAN, {"全市各级水务部门"}),
        ("各地各单位要严格执行用水定额。", Genre.PLAN, {"各地各单位"}),
        ("各地各有关部门要严格执行用水定额。", Genre.PLAN, {"各地", "各有关部门"}),
        ("其他部门按照各自职责做好相关工作。", Genre.PLAN, {"其他部门"}),
        ("市、县两级水务部门要建立联动机制。", Genre.PLAN, {"市、县两级水务部门"}),
        (
            "市水务局、市统计局、市发展改革委三部门联合印发考核办法。",
            Genre.PLAN,
            {"市水务局", "市统计局", "市发展改革委"},
        ),
        ("县级以上地方人民政府水行政主管部门应当加强监督。", Genre.PLAN, {"县级以上地方人民政府水行政主管部门"}),
        ("省市县各级政府各有关部门要加强监督。", Genre.PLAN, {"省市县各级政府", "各有关部门"}),
        ("下一步,支持石桥新区加快建设产业园。", Genre.REPORT, {"石桥新区"}),
        ("下一步,支持石桥新区建设。", Genre.REPORT, set()),
        ("一、主要任务\n(一)建立用水台账。(市水务局,各县区政府)", Genre.PLAN, {"市水务局", "各县区政府"}),
        ("下一步,我局将您的建议转交市城管局,由市城管局研究办理。", Genre.PROPOSAL_REPLY, {"市城管局"}),
        ("漂浮物的清理由县水利局负责。", Genre.PLAN, {"县水利局"}),
        ("下一步,水库的日常管理由石桥镇政府承担。", Genre.PROPOSAL_REPLY, {"石桥镇政府"}),
        ("清淤由石桥区、东湖区负责,交由青石县牵头验收。", Genre.PLAN, {"石桥区", "东湖区", "青石县"}),
        ("剩余4处由东湖县、石桥市年内完成。", Genre.PROPOSAL_REPLY, {"东湖县", "石桥市"}),
        ("各镇除完成规定任务外,还应建立台账。", Genre.PRESS_BRIEFING, {"各镇"}),
        ("下一步,由县政府组织各镇实施,公路部门予以配合。", Genre.PROPOSAL_REPLY, {"县政府", "公路部门"}),
        ("组织各区县、各用水单位编制计划。", Genre.PLAN, {"各区县"}),
        ("下一步,省里通过以奖代补给予支持,由县里统筹使用。", Genre.PROPOSAL_REPLY, {"省里", "县里"}),
        ("由市水务局、供销社牵头,5月底前建成服务站。", Genre.REPORT, {"市水务局", "供销社"}),
        ("下一步,由市水务局等8家单位牵头,开展节水行动。", Genre.REPORT, {"市水务局"}),
        ("打造集政府支持企业的政策发布、兑现于一体的平台。", Genre.PLAN, set()),
        ("下一步,水窖由我局牵头,水利、公安等部门配合改造。", Genre.PROPOSAL_REPLY, {"水利", "公安"}),
        ("贵会建议由县财政局安排经费,我局将积极争取。", Genre.PROPOSAL_REPLY, set()),
        (
            "下一步,各村由乡镇统筹,县水利局、县住建局把好质量关。",
            Genre.PROPOSAL_REPLY,
            {"乡镇", "县水利局", "县住建局"},
        ),
    ],
)
def test_who_acts_in_lists_and_wholes(text: str, genre: Genre, names: set[str]) -> None:
    """Those who take part are listed with who leads; a whole is named whole; what one proposed moves nobody."""
    assert {actor.name for fact in commitments(text, genre) for actor in fact.actors} == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("各县（市）2023年底前至少建成1处。", ["各县（市）"]),
        ("各县（市、区）到2024年至少建成1个示范片区。", ["各县（市、区）"]),
        ("每个县（市、区）2025年底前打造2个样板。", ["每个县（市、区）"]),
        ("各乡镇年内建成1个综合服务站。", ["各乡镇"]),
        ("市水利局2023年底前完成整改。", ["市水利局"]),
        ("缴费部分由县财政全额代缴。", ["县财政"]),
    ],
)
def test_a_time_stands_between_who_acts_and_the_act(sentence: str, names: list[str]) -> None:
    """By when something is to be done may stand right behind who has to do it."""
    assert [actor.name for fact in commitments(sentence, Genre.PLAN) for actor in fact.actors] == names


def test_each_of_some_places_in_a_report() -> None:
    """A report tells each of some places how much to bring about; what grows there is no duty of theirs."""
    text = "加强水源保护,每个县打造1个节水示范区,各县区至少建设2个节水园区,各县区经济总量增长5%,每个人都要节水。"
    assert [text[start:end] for start, end in find_undertakers(text, 0, len(text))] == ["每个县", "各县区"]


def test_a_line_behind_the_last_item_is_about_all_items_of_its_section() -> None:
    """Where other sections end with such a line; a section whose items have lines of their own keeps them apart."""
    text = (
        "第一节 供水\n新建水窖30口。\n责任单位：县水利局\n"
        "第二节 防洪\n1.河道治理。治理河道12公里。\n2.水库加固。加固水库3座。\n责任单位：县水利局、县应急局\n"
    )
    found = [[actor.name for actor in fact.actors] for fact in commitments(text, Genre.PLAN)]

    assert found == [["县水利局"], ["县水利局", "县应急局"], ["县水利局", "县应急局"]]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("禁止幼儿园开展线上教学活动。", ["幼儿园"]),
        ("请各单位按照规定做好统计工作。", ["各单位"]),
        ("我们建议广大市民通过网上办理的方式缴费。", ["广大市民"]),
        ("事前双方应当签订协议。", ["双方"]),
        ("包括外来人员在内的所有人必须佩戴证件。", ["所有人"]),
        ("免收青石县上市公司应缴纳的年度会费。", []),
        ("减免银行业金融机构通过支付系统办理的费用。", []),
        ("鼓励通过农产品电商平台开展零售。", []),
        ("使群众充分了解用水知识。", []),
        ("按企业申请事项，分别颁发证书。", []),
    ],
)
def test_verbs_before_a_class_are_no_part_of_its_name(sentence: str, names: list[str]) -> None:
    """Who asks or forbids names whom he means behind the verb; whom something is granted to has no duty by it."""
    assert [actor.name for fact in commitments(sentence, Genre.NOTICE) for actor in fact.actors] == names


WRITTEN = [
    "{}\n责任单位：\n市水务局、市财政局",
    "{}——责任单位：市水务局、市财政局",
    "{}\n——牵头单位：市水务局，责任单位：市财政局",
    "{}\n★责任单位：市水务局、市财政局",
    "{}主要责任单位：市水务局、市财政局。",
    "{}责任单位为市水务局、市财政局。",
    "{}\n责任单位|市水务局、市财政局",
    "{}\n主责单位：市水务局。协同单位：市财政局。",
    "{}\n【牵头单位】市水务局\n【配合单位】市财政局",
    "{}\n（责任单位）：市水务局、市财政局",
    "{}（时限：2030年6月底；责任：市水务局、市财政局）",
    "{}（责任单位：市水务局 市财政局）",
    "{}\n牵头领导：分管副市长\n牵头单位：市水务局\n配合单位：市财政局",
]


@pytest.mark.parametrize("note", WRITTEN)
def test_how_pages_write_who_is_responsible(note: str) -> None:
    """Labels behind bullets and dashes, in brackets of their own, above the names; the note itself is no task."""
    text = f"一、重点任务\n（一）工程建设\n{note}\n（二）管护\n建立台账，明确管护主体，落实管护经费。（市住建局负责）\n"
    found = commitments(text.format("加快推进水厂建设，新建水厂3座。"), Genre.PLAN)

    assert [{actor.name for actor in fact.actors} for fact in found] == [{"市水务局", "市财政局"}, {"市住建局"}]
