"""Indicators of running text."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import (
    Achievement,
    Clause,
    Commitment,
    Genre,
    Indicator,
    IndicatorKind,
    Metadata,
    Outline,
    PartialDate,
    QuotedDuty,
    Section,
    Sentence,
    Span,
)
from extract import analyse
from extract.indicators.find import find_indicators
from extract.indicators.stances import follow_statements
from extract.layout.sentences import split
from extract.matching import fold
from extract.reading import Reading
from extract.times.dates import find_times
from tests.conftest import plain_document


def reading(text: str, genre: Genre = Genre.PROPOSAL_REPLY, headings: tuple[str, ...] = ()) -> Reading:
    """The reading of a text whose lines are clauses, under sections with the given headings if any."""
    folded, clauses, sections, at = fold(text), [], [], 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        span = Span(at, at + len(line.rstrip("\n")))
        if line.strip() in headings:
            sections.append(Section(f"sec_{number}", 1, "", line.strip(), span, Span(at, len(text))))
        elif line.strip():
            clauses.append(Clause(f"p_{number}", span, None, split(folded, span)))
        at += len(line)
    bounded = tuple(
        Section(s.eid, 1, "", s.title, s.heading, Span(s.span.start, n.span.start if n else s.span.end))
        for s, n in zip(sections, [*sections[1:], None][: len(sections)], strict=True)
    )
    metadata = Metadata(genre=genre, written_on=None if headings else PartialDate(2022, 5, 12))
    return Reading(plain_document(text), folded, metadata, Outline(bounded, tuple(clauses)))


def indicators(text: str, genre: Genre = Genre.PROPOSAL_REPLY, headings: tuple[str, ...] = ()) -> list[Indicator]:
    """The indicators of a text."""
    read = reading(text, genre, headings)
    return list(find_indicators(read, find_times(read)))


def brief(one: Indicator) -> str:
    """Subject, name, comparison, value and unit of an indicator in one line."""
    value = "-".join(map(str, one.value)) if isinstance(one.value, tuple) else str(one.value)
    subject = f"{one.subject}/" if one.subject else ""
    return f"{subject}{one.name} {one.comparison.value}{value}{one.unit}"


CASES = [
    (
        "全县共建成640个充电桩（直流410桩、交流230桩）。",
        ["全县/充电桩 =640个", "充电桩/直流 =410桩", "充电桩/交流 =230桩"],
    ),
    ("建成1座日处理能力40吨的净水站。", ["净水站 =1座", "净水站/日处理能力 =40吨"]),
    ("配备送水车2辆，有毒物品存放柜18个。", ["配备送水车 =2辆", "有毒物品存放柜 =18个"]),
    ("正在实施云岭村至石桥镇1.2公里道路建设项目。", ["道路建设项目 =1.2公里"]),
    ("设计为5.5米宽旅游公路。", ["旅游公路宽 =5.5米"]),
    ("路面宽6.5米，安装护栏，总投资1324万元。", ["路面宽 =6.5米", "总投资 =1324万元"]),
    ("重点建设八里沟九曲河供水通道，三家渠连通。", []),
    ("任护渠员（含兼职）满8年的发放岗位补助90元。", ["岗位补助 =90元"]),
    ("组织5个乡镇场及市水务局、气象局等单位。", ["乡镇场 =5个"]),
    ("每辆送水车应当至少配备水质员一名，驾驶员、装卸员等人员两名。", ["水质员 >=1名", "人员 =2名"]),
    ("每个村至少设置一处取水点。", ["取水点 >=1处"]),
    ("同一批文最多不超过六批。", ["同一批文 <=6批"]),
    ("实践课时占总课时一半以上。", ["实践课时占总课时 >=50%"]),
    ("查获违法行为24000起，日均收入不到10元。", ["查获违法行为 =24000起", "日均收入 <=10元"]),
    ("改造10kV主干线20余条，政协第094市某局。", ["改造10kV主干线 >=20条"]),
    ("处理规模≥20吨。", ["处理规模 >=20吨"]),
    ("(二)同意临江水库总投资3200万元。", ["临江水库总投资 =3200万元"]),
    ("在清水园、东街等处新安装路灯20余盏。", ["新安装路灯 >=20盏"]),
    ("以文艺队、秧歌队等形式的民间队伍50支。", ["民间队伍 =50支"]),
    ("水渠全长，宽4米的水泥路。", ["宽 =4米"]),
    ("近两年为56个村购置了水箱。", ["村 =56个"]),
    ("全市登记三四轮车639辆。", ["全市/登记三四轮车 =639辆"]),
    ("合格的水表不足2%。", ["合格的水表 <=2%"]),
    ("我局向省水利厅争取到清淤资金200万元。", ["清淤资金 =200万元"]),
    ("二是将学员伙食补贴由每人每餐3元提高到5元。", ["学员伙食补贴 =3元", "学员伙食补贴 =5元"]),
    ("对合格学员，按照每人不超过300元的标准给予培训补贴。", ["培训补贴 <=300元"]),
    ("县里抽查的工程数量不少于在建工程的10%。", ["县里抽查的工程数量 >=10%"]),
    ("水闸过闸流量为6立方米每秒。", ["水闸过闸流量 =6立方米每秒"]),
    ("对困难学员给予3至6个月的临时补助。", ["困难学员/临时补助 range3-6个月"]),
    ("该校进入世界前200名。", []),
    ("安排贴息贷款200万元。", ["安排贴息贷款 =200万元"]),
    ("每压缩1万吨产能补助50万元。", ["产能补助 =50万元"]),
    ("形成一套管理办法。", []),
    ("省里共补助500万元，青石市获得补助最多，为80万元。", ["省里/补助 =500万元", "青石市获得补助 =80万元"]),
    ("优良天数为20天，同比减少5天。", ["优良天数 =20天", "优良天数/同比减少 =5天"]),
    ("分五批次实施道路改造。", []),
    ("一、园区建设方面（共5项）\n建成厂房3栋。", ["建成厂房 =3栋"]),
    ("一、推进事项（共计12项）", []),
    ("（一）园区建设方面5项：完善道路；引进企业。", []),
    ("节水改革方面6项。", []),
    ("园区建设方面新增项目5个。", ["园区建设方面新增项目 =5个"]),
    ("建成小水库（共5座），受益村民增加。", ["建成小水库 =5座"]),
    ("每县推荐3家企业上报省水利厅。", ["企业 =3家"]),
    ("用水超过5万吨的单位要安装水表。", ["单位 >=5万吨"]),
    ("扶持建立300亩果蔬基地。", ["果蔬基地 =300亩"]),
    ("15位县级干部担任河长，20名队员赶赴现场。", ["县级干部 =15位", "队员 =20名"]),
    ("培育3家在省内有影响的龙头企业。", ["龙头企业 =3家"]),
    ("全县共有统筹地区17个。", ["全县/统筹地区 =17个"]),
    ("为全省15个气象站点、120个区县提供服务。", ["全省/气象站点 =15个", "区县 =120个"]),
    ("供热能力达到136.5万千瓦。", ["供热能力 =136.5万千瓦"]),
    ("固定资产投资完成85亿元、增长12.3%。", ["固定资产投资 =85亿元", "固定资产投资/增长 =12.3%"]),
    ("玉米、水果产量分别达到7.6万吨、5万吨。", ["玉米产量 =7.6万吨", "水果产量 =5万吨"]),
    (
        "接待游客300万人次、实现旅游收入20亿元，分别同比增长10%、12%。",
        ["接待游客 =300万人次", "旅游收入 =20亿元", "接待游客/同比增长 =10%", "旅游收入/同比增长 =12%"],
    ),
    (
        "城乡居民人均可支配收入分别增长7.5%和9%左右。",
        ["城镇居民人均可支配收入/增长 ~7.5%", "农村居民人均可支配收入/增长 ~9%"],
    ),
    ("甲类医保、乙类医保住院报销比例分别为82%64%。", ["甲类医保住院报销比例 =82%", "乙类医保住院报销比例 =64%"]),
    (
        "共有护林人员1860人，其中专职640人，兼职1220人。",
        ["护林人员 =1860人", "护林人员/专职 =640人", "护林人员/兼职 =1220人"],
    ),
    (
        "全乡辖4个行政村，21个村民小组，612户2035人。",
        ["全乡/行政村 =4个", "村民小组 =21个", "户数 =612户", "人数 =2035人"],
    ),
    ("消除返贫风险143户517人。", ["消除返贫风险 =143户", "消除返贫风险 =517人"]),
    ("技改资金和税收增幅达到25%以上。", ["技改资金/增幅 >=25%", "税收/增幅 >=25%"]),
    ("推进超5亿元项目40个以上。", ["超5亿元项目 >=40个"]),
    ("打造8个左右节水器具、智能水表等特色产业集群。", ["特色产业集群 ~8个"]),
    ("实现省市两个平面的试点建设。", ["平面的试点建设 =2个"]),
    ("坚持三个方面、四个意识，形成一批成果，打通最后一公里。", []),
    ("落实“十项工程三个100个”，见《全国199个示范城市名单》。", []),
    ("用3年时间完成，10个工作日内答复，2022年5月报送。", []),
    ("由有关部门处一千元以上三万元以下的罚款。", ["罚款 range1000-30000元"]),
    ("基础设施投资增长34.6%、达526.1亿元。", ["基础设施投资增长 =34.6%", "基础设施投资 =526.1亿元"]),
    ("人均预期寿命提高到78.5岁。", ["人均预期寿命 =78.5岁"]),
    # lists that share a head, a unit or a noun
    ("一、二、三产分别增长3.3%、0.6%、5.7%。", ["一产/增长 =3.3%", "二产/增长 =0.6%", "三产/增长 =5.7%"]),
    ("幼儿园、小学入学率均达100%。", ["幼儿园入学率 =100%", "小学入学率 =100%"]),
    ("供水、燃气普及率均达到98%。", ["供水普及率 =98%", "燃气普及率 =98%"]),
    ("工业投资、民间投资占比均达50%。", ["工业投资占比 =50%", "民间投资占比 =50%"]),
    ("城镇居民、农村居民人均收入分别增长6%、7%。", ["城镇居民人均收入/增长 =6%", "农村居民人均收入/增长 =7%"]),
    (
        "企业开办、不动产登记办理时限压缩至1个工作日、3个工作日。",
        ["企业开办办理时限 =1个工作日", "不动产登记办理时限 =3个工作日"],
    ),
    ("刑事、治安警情分别下降16%、22%。", ["刑事警情/下降 =16%", "治安警情/下降 =22%"]),
    ("全县分别完成粮食、油料种植面积27万亩、3万亩。", ["粮食种植面积 =27万亩", "油料种植面积 =3万亩"]),
    ("出口、内销和利用外资分别占比达35%、45%和5%。", ["出口占比 =35%", "内销占比 =45%", "利用外资占比 =5%"]),
    ("甲镇、乙镇覆盖率分别提高10.6、6.3个百分点。", ["甲镇覆盖率/提高 =10.6个百分点", "乙镇覆盖率/提高 =6.3个百分点"]),
    ("购置叉车、冷藏车和货架各2台。", ["购置叉车 =2台", "冷藏车 =2台", "货架 =2台"]),
    ("启动300户、完成200户困难家庭厨房改造。", ["困难家庭厨房改造 =300户", "困难家庭厨房改造 =200户"]),
    ("引进2个5亿元以上、5个1亿元以上优质项目。", ["引进优质项目 =2个", "引进优质项目 =5个"]),
    ("县级事项网办率不低于90%，乡镇级不低于70%。", ["县级事项网办率 >=90%", "乡镇级/事项网办率 >=70%"]),
    # how often, in how many hours, how many months of a sum
    ("车间认定每年开展一次。", ["车间认定开展 =1次"]),
    ("连续两次考核不合格的，取消资格。", ["考核不合格 =2次"]),
    ("事项实现一次办成，材料再一次精简。", []),
    ("储备量不低于全县1个月食盐消费量。", ["储备量 >=1个月"]),
    ("货物到港后48小时内放行。", ["放行 <=48小时"]),
    ("同一学员的补贴期限不能超过6个月。", ["同一学员的补贴期限 <=6个月"]),
    ("考试满分为100分，上午8时30分开考。", ["考试满分 =100分"]),
    # numbers that only say how large a thing is
    ("关于30万吨乙烯项目的选址，县里正在研究。", ["乙烯项目 =30万吨"]),
    ("水库120米水位蓄水3个月，20公里范围内设点。", []),
    (
        "新建2×35万千瓦机组，建成3人制球场20个、5万吨级码头3个，平整3×5米地块。",
        ["机组 =35万千瓦", "建成3人制球场 =20个", "5万吨级码头 =3个"],
    ),
    ("有条件的镇可对单户水费3万元及以下的业务给予补贴。", ["单户水费 <=3万元"]),
    ("石桥县水管站要逐步将平均水费降至2元以下。", ["平均水费 <=2元"]),
    ("开通12333人力资源热线和12380人社部门电话,来电60人次。", ["来电 =60人次"]),
    ("30户以上村寨垃圾收运覆盖率保持95%以上。", ["30户以上村寨垃圾收运覆盖率 >=95%"]),
    ("7.2本预案由县应急局负责解释。", []),
    ("各单位从7个方面打分，推荐三家企业，把握两个关口。", ["企业 =3家"]),
    # what is forbidden is bounded from the other side
    ("禁止生产和使用厚度低于0.02毫米的薄膜。", ["薄膜厚度 >=0.02毫米"]),
    ("不得销售厚度小于0.03毫米的餐盒。", ["餐盒厚度 >=0.03毫米"]),
    ("不得使用含量高于6%的涂料。", ["涂料含量 <=6%"]),
    ("不得招收年龄低于16周岁的人员。", ["人员年龄 >=16周岁"]),
    ("不再审批产能小于30万吨的煤矿。", ["煤矿产能 >=30万吨"]),
    ("严禁超过20人的聚集。", ["聚集 <=20人"]),
    ("厚度不得低于0.02毫米。", ["厚度 >=0.02毫米"]),
    ("年度总额不得高于3万元的部分由企业承担。", ["年度总额 <=3万元"]),
    ("不得要求提供超过2年的证明。", ["证明 <=2年"]),
    ("不得随意减少面积大于5亩的绿地。", ["不得随意减少面积 >=5亩"]),  # greater ones stay, and so do others
    ("对不能使用低于5%的部分予以收回。", ["不能使用 <=5%"]),  # unable, not forbidden
    ("不得对年收入低于5万元的家庭收费。", ["不得对年收入 <=5万元"]),  # whom it is for, not what is forbidden
    # what is paid of a sum is measured, not the sum
    ("按照设备购置额的10%给予奖补。", ["设备购置额/奖补 =10%"]),
    ("对新建厂房按投资额的5%给予补助。", ["投资额/补助 =5%"]),
    ("按该款产品合同金额的30%，给予一次性奖补。", ["产品合同金额/一次性奖补 =30%"]),
    ("按其实际购置金额的20%给予奖补，最高200万元。", ["实际购置金额/奖补 =20%", "奖补 <=200万元"]),
    ("按照不超过投资额25%的比例给予资助。", ["投资额/资助 <=25%"]),
    ("按企业实际获得贷款利率的50%进行贴息。", ["企业实际获得贷款利率/贴息 =50%"]),
    ("按照不低于工资基数的200%支付加班工资。", ["工资基数/加班工资 >=200%"]),
    ("按实际培训费用享受不超过95%的补贴。", ["实际培训费用/补贴 <=95%"]),
    ("按照80%的比例给予支持。", ["支持 =80%"]),
    ("按现行税额标准的90%调整。", ["现行税额标准 =90%"]),
    ("依照3%征收率计算缴纳税款。", ["税款征收率 =3%"]),
    # a bound before the time that a sum is paid for
    ("每人分摊的额度不能超过每月800元。", ["每人分摊的额度 <=800元"]),
    ("租金在6000元限额内据实扣除。", ["据实扣除 <=6000元"]),
    # counts before what is measured in them, the end of a noun, a verb of demands, classes of lines
    ("23个监测断面水质达标率达到100%。", ["监测断面 =23个", "监测断面/水质达标率 =100%"]),
    ("30所学校体质健康合格率为95%。", ["学校 =30所", "学校/体质健康合格率 =95%"]),
    ("备案50多家保险公司近千个产品。", ["保险公司 >=50家", "产品 ~1000个"]),
    ("要求供应商提供的合同不超过2个。", ["供应商提供的合同 <=2个"]),
    ("云水500千伏输变电工程建成投运。", []),
    ("基金缺口由累计结余和县级财政按6:4的比例分担。", ["基金缺口 =6-4比例"]),
    # ceilings, bounds and words that look like them
    ("对合作社给予奖补，最高300万元。", ["奖补 <=300万元"]),
    ("现场签约102亿元，附近5公里内无居民。", ["现场签约 =102亿元"]),
    ("按照每户家庭每月300元的标准定额扣除。", ["定额扣除 =300元"]),
    ("全县以现有6家生产企业为基数。", ["全县/生产企业 =6家"]),
    ("524个重大项目完成投资53亿元。", ["重大项目 =524个", "重大项目/完成投资 =53亿元"]),
    ("减排1.1万吨、较去年排放总量下降34%。", ["减排 =1.1万吨", "减排/较去年排放总量下降 =34%"]),
    ("价格由初期的240元降低为120元。", ["价格 =240元", "价格 =120元"]),
    ("政策执行时间为2月1日至6月30日。", []),
    ("全县共检查农贸市场5953个次、检查商户8.2万馀户次。", ["全县/检查农贸市场 =5953个次", "检查商户 >=8.2万户次"]),
    ("省级专项资金给予不超过10万元的一次性奖励。", ["一次性奖励 <=10万元"]),
    ("给予每人每天补助300元。", ["补助 =300元"]),
    ("稳岗返还比例由上年度实际缴费的50%提高到60%。", ["稳岗返还比例 =50%", "稳岗返还比例 =60%"]),
    ("名单内企业贷款利率再降50个基点。", ["名单内企业贷款利率再降 =50个基点"]),
    ("2万余户子企业目前开工率超过80%。", ["子企业 >=2万户", "子企业/开工率 >=80%"]),
    ("组织技术人员（含外聘专家）12人。", ["技术人员(含外聘专家) =12人"]),
    ("抽查4个企业，其中：2个规模以上企业，1个大中型项目。", ["企业 =4个", "规模以上企业 =2个", "大中型项目 =1个"]),
    ("用户可申请延期缴纳水费，最长不超过2个月。", ["延期缴纳水费 <=2个月"]),
    ("对新购设备予以30%补助，缓缴期最长6个月。", ["新购设备/补助 =30%", "缓缴期 <=6个月"]),
    (
        "他说：“全县严格落实各项要求，配合有关部门在主要路口设置检查点52个，还设置了临时卡点30个。”",
        ["配合有关部门在主要路口设置检查点 =52个", "设置了临时卡点 =30个"],
    ),
    ("综合管理系统通过国家验收、出口额突破1亿元。", ["出口额 >=1亿元"]),
    ("加大退役军人扶持力度、举办专场招聘会70场。", ["举办专场招聘会 =70场"]),
    ("查处违法案件35起，开展25轮督导，接种3.2万剂次。", ["查处违法案件 =35起", "督导 =25轮", "接种 =3.2万剂次"]),
    ("自10月1日起施行，三岁起入园。", []),
    ("推出30项同城便捷事项。地区生产总值首破400亿元大关。", ["同城便捷事项 =30项", "地区生产总值 >=400亿元"]),
    ("按每户8400元为限额，参加2至6个月的就业见习。", ["限额 =8400元", "就业见习 range2-6个月"]),
    ("70%的规模以上企业实现联网，注册总量突破5亿。", ["规模以上企业实现联网 =70%", "注册总量 >=5亿"]),
    ("市水务局在石桥县实施各类渠道项目13个。", ["各类渠道项目 =13个"]),
    ("建成8个以茶叶、水果等为主导产业的现代农业产业园，65个和美乡村。", ["现代农业产业园 =8个", "和美乡村 =65个"]),
    ("其中，石桥镇等110个村镇获得认定。", ["村镇 =110个"]),
    ("按照突出“村庄美、产业特、主体强”三个标准的要求。", []),
    ("目前已经打造石桥镇民俗一条街。", []),
    ("农、水两部提出了工作思路。", []),
    ("重点保证东岭、南桥、石桥3个县的用水需要。", []),
    ("支援东岭、南桥等3个县。", ["县 =3个"]),
    ("选择东岭、南桥、石桥3个县。", ["县 =3个"]),
    ("推介石桥镇为乡村特色产业十亿元镇。", []),
    ("严格用途管制，牢牢守住18亿亩耕地红线。", ["耕地红线 =18亿亩"]),
    ("试点在青岚、柳坝、石桥等7个省市的供水、排水等4个行业开展。", ["省市 =7个", "行业 =4个"]),
    ("今年以来共查获私接水管违法行为共计2244起。", ["查获私接水管违法行为 =2244起"]),
    ("节水投入逐年上升，仅2015年的投入已接近3亿元。", ["投入 ~3亿元"]),
    ("全市有用水户8.2万户，其中在水务所注册登记4.7万户。", ["全市/用水户 =8.2万户", "用水户/水务所注册登记 =4.7万户"]),
    # whose, before 共, 已 and 累计; which, with 的; what is done
    (
        "青石客运公司共有运营线路6条，市城管局已累计发放手册300份。",
        ["青石客运公司/运营线路 =6条", "市城管局/发放手册 =300份"],
    ),
    ("其中有毒有害回收柜5个，应届毕业生120人。", ["有毒有害回收柜 =5个", "应届毕业生 =120人"]),
    ("针对首年税率为零的20种商品。", ["首年税率为零的商品 =20种"]),
    ("白水县重点监测的30家企业已复工。", ["白水县重点监测的企业已复工 =30家"]),
    ("引进12名医师和5名教师，改造3处公园。", ["引进医师 =12名", "引进教师 =5名", "改造公园 =3处"]),
    ("选派3批126名干部。", ["选派干部 =3批", "选派干部 =126名"]),
    ("5家重点医院的门诊大楼投入使用，20个试点的工作正在开展。", ["重点医院 =5家", "试点的工作 =20个"]),
    # measures of land, products and ways; funds behind sums
    ("牢牢守住3亿亩耕地红线，年产5万吨纸浆。", ["耕地红线 =3亿亩", "年产纸浆 =5万吨"]),
    ("拟建4.5米宽旅游公路。", ["旅游公路宽 =4.5米"]),
    ("向上级争取200万元项目资金建设卫生院5个。", ["争取项目资金 =200万元", "建设卫生院 =5个"]),
    ("新建10kV线路3条。", ["新建10kV线路 =3条"]),
    # how far from others, by how much more
    (
        "投资增长6%，分别高于全省、全国0.2个、3.1个百分点，增速比上月加快0.7个百分点。",
        [
            "投资增长 =6%",
            "投资/高于全省 =0.2个百分点",
            "投资/高于全国 =3.1个百分点",
            "投资/增速加快 =0.7个百分点",
        ],
    ),
    ("粮油、肉蛋供应平稳，分别增长0.6%、12%。", ["粮油/增长 =0.6%", "肉蛋/增长 =12%"]),
    ("电话、窗口分别受理投诉12件、8件。", ["电话/受理投诉 =12件", "窗口/受理投诉 =8件"]),
    # values in brackets
    (
        "建成充电桩120个（直流80个、交流40个），新增电动车30辆。",
        ["建成充电桩 =120个", "建成充电桩/直流 =80个", "建成充电桩/交流 =40个", "新增电动车 =30辆"],
    ),
    ("建成处理设施160座（处理规模≥20吨/日）。", ["建成处理设施 =160座", "建成处理设施/处理规模 >=20吨/日"]),
    ("新校办学规模18个班，全市累计完成财政收入3亿元。", ["新校办学规模 =18个", "全市/财政收入 =3亿元"]),
    ("青石县实现地区生产总值86亿元。", ["青石县/地区生产总值 =86亿元"]),
    ("50%的社区建成完备的服务站。", ["社区建成完备的服务站 =50%"]),
    ("建成了占地35亩的广场1处，群众等候时间缩短至15分钟以内。", ["占地 =35亩", "广场 =1处", "群众等候时间 <=15分钟"]),
    ("按每头500元给予补助，单个项目最高不超过100万元。", ["补助 =500元", "单个项目/补助 <=100万元"]),
    # ratios, and what has changed to another level
    ("城乡居民收入比由2.4:1缩小至2.1∶1。", ["城乡居民收入比 =2.4-1比例", "城乡居民收入比 =2.1-1比例"]),
    ("青石与白河以3:1比分获胜，三个馆的票价之比为12:41:44，会议9:1楼召开。", []),
    # shares of the sectors
    (
        "三次产业结构由9.1:45:45.9调整为9:44.2:46.8。",
        [f"三次产业结构 ={share}%" for share in ("9.1", "45", "45.9", "9", "44.2", "46.8")],
    ),
    (
        "人均受理案件从2016年的43件上升至2021年的68件，网办率由2020年60%提高到目前的85%。",
        ["人均受理案件 =43件", "人均受理案件 =68件", "网办率 =60%", "网办率 =85%"],
    ),
    # units with another one in brackets, and bounds before a verb
    (
        "整治街巷46条（段），筹集住房3万套（间），安置居民95套（户）。",
        ["整治街巷 =46条（段）", "筹集住房 =3万套（间）", "安置居民 =95套"],
    ),
    ("每村至少配备2名村医，每年至少开展4次演练。", ["村医 >=2名", "演练 >=4次"]),
    (
        "公共租赁住房累计供应15万套，累计受益72万户。",
        ["公共租赁住房/累计供应 =15万套", "累计受益 =72万户"],
    ),
    (
        "收入比由上年同期的2.08:1缩小到2.04:1，排名第5，较上年前移2位。",
        ["收入比 =2.08-1比例", "收入比 =2.04-1比例", "较上年前移 =2位"],
    ),
    ("小学、初中生师比分别为17.2:1和12.9:1。", ["小学生师比 =17.2-1比例", "初中生师比 =12.9-1比例"]),
    # units with what they are counted for
    ("培训课时不少于16个课时／班，产能达120万吨／年。", ["培训课时 >=16个课时/班", "产能 =120万吨/年"]),
    # how often something was done, and how many batches there were
    (
        "青石县两次上调补贴标准，发布两批“一网通办”事项清单，打造一批样板。",
        ["上调补贴标准 =2次", '"一网通办"事项清单 =2批'],
    ),
    # fractions, exact ones in hundredths
    (
        "用电量占全县近四分之一，机械化率超过2/3，成本降低千分之三。",
        ["用电量占全县 ~25%", "机械化率 =2-3比例", "成本降低 =3‰"],
    ),
    ("在不到四分之一世纪里，6/7号楼闯入四分之一决赛。", []),
    # round sums and indices
    ("茶产业产值突破百亿，消费价格指数控制在102左右。", ["茶产业产值 >=100亿", "消费价格指数 ~102"]),
    # names made of numbers
    ("九台山景区开放，人社、财政两部联合印发，建成民俗一条街，推介十亿元镇。", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_measured(text: str, expected: list[str]) -> None:
    """Each value has its name and subject; slogans, titles, times and durations are none."""
    assert [brief(one) for one in indicators(text)] == expected


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("截至2022年3月底，共有189万人参保。", ["2022-03"]),
        ("截至2022年3月底，共有189万人参保。定点机构56家。", ["2022-03", "2022-03"]),
        ("“十三五”期间，参保率稳定在95%以上。", ["2016/2020"]),
        ("2019-2021年，基金收入分别为2亿元、3亿元、4亿元。", ["2019", "2020", "2021"]),
        ("2021年12月，平台上线。为17个县提供服务。", [None]),
        ("赤字率4%、比上年提高1个百分点。", [None, None]),
        ("试点以来，备案50多家公司。", [None]),
        ("“十三五”期间，新建公路860公里。其中，村道520公里。其中硬化300公里。", ["2016/2020"] * 3),
        ("近年来，新建公路860公里。其中，2021年新建20公里。", [None, "2021"]),
        ("一是到2020年12月20日前，清理宽度20米。二是要做到扑灭率达到95%。", ["2020-12-20", None]),
        ("截至2020年底，一是新建公路60公里。二是新建桥梁5座。", ["2020", "2020"]),
        ("省级名额从2020年起由每年2000人增加到5000人。", [None, None]),
        ("2023年建成驿站5个。力争三年内就业率达到98%。", ["2023", None]),
        ("财政投入从2016年的8亿元增加到2020年的16亿元。新建医院3所。", ["2016", "2020", None]),
    ],
)
def test_when(text: str, when: list[str | None]) -> None:
    """A value holds for the time named before it, in its sentence or as a date of record in its paragraph."""
    assert [str(one.when) if one.when else None for one in indicators(text)] == when


@pytest.mark.parametrize(
    ("text", "genre", "kind"),
    [
        ("已建成养老机构12家。", Genre.PROPOSAL_REPLY, IndicatorKind.ACTUAL),
        ("到2025年，建成养老机构30家。", Genre.PLAN, IndicatorKind.TARGET),
        ("力争建成养老机构30家。", Genre.PROPOSAL_REPLY, IndicatorKind.TARGET),
        ("培育园区20个。", Genre.PLAN, IndicatorKind.TARGET),
        ("培育园区20个。", Genre.REPORT, IndicatorKind.ACTUAL),
        ("单个项目补助不得超过500万元。", Genre.NOTICE, IndicatorKind.LIMIT),
        ("扣除标准为每月1300元。", Genre.MEASURES, IndicatorKind.LIMIT),
        ("对新办机构给予40万元一次性奖补。", Genre.OPINION, IndicatorKind.LIMIT),
        ("已对新办机构给予奖补50万元。", Genre.PROPOSAL_REPLY, IndicatorKind.ACTUAL),
        ("每压缩1万吨产能安排贷款200万元。", Genre.NOTICE, IndicatorKind.LIMIT),
        ("补贴期限最长2年。", Genre.NOTICE, IndicatorKind.LIMIT),
        ("评审专家应当不少于5人。", Genre.NOTICE, IndicatorKind.LIMIT),
        ("三、同意工程总投资3200万元。", Genre.OTHER, IndicatorKind.LIMIT),
        ("工程占地面积3公顷。", Genre.PLAN, IndicatorKind.TARGET),
        ("单个企业最高240万元。", Genre.PLAN, IndicatorKind.LIMIT),
        ("按该款产品合同金额的30%，给予一次性奖补。", Genre.PLAN, IndicatorKind.LIMIT),
        ("按企业实际获得贷款利率的50%进行贴息。", Genre.PLAN, IndicatorKind.LIMIT),
        ("不得发放超过20万元的贷款。", Genre.PLAN, IndicatorKind.LIMIT),
        ("已按担保金额的1%给予补贴。", Genre.PROPOSAL_REPLY, IndicatorKind.ACTUAL),
        ("计划创建示范社区30个。", Genre.PRESS_BRIEFING, IndicatorKind.TARGET),
        ("预计全年完成投资30亿元。", Genre.PRESS_BRIEFING, IndicatorKind.TARGET),
        ("压实“五个确保”责任，推出17项举措。", Genre.PRESS_BRIEFING, IndicatorKind.ACTUAL),
        ("在确保质量的同时，共发放手册300份。", Genre.PROPOSAL_REPLY, IndicatorKind.ACTUAL),
        ("将加强培训，年底前培训学员300人。", Genre.PROPOSAL_REPLY, IndicatorKind.TARGET),
        ("新增应急车辆300辆以上。", Genre.PLAN, IndicatorKind.TARGET),
        ("抓好产能30万吨以上煤矿改造。", Genre.REPORT, IndicatorKind.LIMIT),
        ("优先硬化30户以上自然村道路。", Genre.PROPOSAL_REPLY, IndicatorKind.LIMIT),
        ("对上报的45个项目，我局将抓紧审核。", Genre.PROPOSAL_REPLY, IndicatorKind.ACTUAL),
        ("2023年希望再改造5万个小区。", Genre.OTHER, IndicatorKind.TARGET),
        ("县级补助200万元。", Genre.PROPOSAL_REPLY, IndicatorKind.ACTUAL),
        ("依托石桥产业基地，建设3个产业园。", Genre.PLAN, IndicatorKind.TARGET),
        ("小学班额不超过45人。", Genre.NOTICE, IndicatorKind.LIMIT),
        ("老年人口达到3万人，必将带来新需求。", Genre.PRESS_BRIEFING, IndicatorKind.ACTUAL),
        ("提出保供应、稳价格2项措施。", Genre.PLAN, IndicatorKind.ACTUAL),
        ("在前期28所学校的基础上，继续扩大试点。", Genre.PLAN, IndicatorKind.ACTUAL),
        ("拟提出2项措施，由各单位实施。", Genre.PLAN, IndicatorKind.TARGET),
        ("发挥平台作用，担保费率降至1.5%以下。", Genre.NOTICE, IndicatorKind.TARGET),
        ("对已付展位费给予50%的支持。", Genre.NOTICE, IndicatorKind.TARGET),
        ("对已建成的50座泵站加强管护。", Genre.NOTICE, IndicatorKind.ACTUAL),
    ],
)
def test_kind(text: str, genre: Genre, kind: IndicatorKind) -> None:
    """Done, to be done, or not to be passed."""
    assert [one.kind for one in indicators(text, genre)] == [kind]


def test_values_behind_a_planned_one_are_planned_too() -> None:
    """Up to a word that tells otherwise, what goes on with a plan is part of it."""
    found = indicators("计划改造小区18个，总投资1.1亿元，目前已开工15个。")
    assert [one.kind.value for one in found] == ["target", "target", "actual"]


def test_the_level_before_a_change_is_there() -> None:
    """What shall be raised to a level stands at the one before."""
    found = indicators("规模化率由65%提高到78%。", Genre.PLAN)
    assert [one.kind.value for one in found] == ["actual", "target"]


def test_what_is_told_before_a_plan_is_there() -> None:
    """A number in front of the plan for another one was reached."""
    found = indicators("新增学位4000个，年内计划再建学校5所。", Genre.PRESS_BRIEFING)
    assert [one.kind.value for one in found] == ["actual", "target"]


def test_the_day_of_telling_is_no_time_of_values() -> None:
    """What is said on a day of five years past does not hold for the day."""
    found = indicators("公安部门在2021年5月27日的发布会上介绍，破案3万起。2021年5月1日，破案20起。")
    assert [str(one.when) if one.when else None for one in found] == [None, "2021-05-01"]


def test_a_report_tells_last_year_and_sets_this_year() -> None:
    """The section's year is the time of its values, and its tense their kind."""
    text = "2023年工作回顾\n新建公路12公里。\n2024年工作安排\n新建公路20公里。\n"
    found = indicators(text, Genre.REPORT, ("2023年工作回顾", "2024年工作安排"))
    assert [(str(one.when), one.kind.value) for one in found] == [("2023", "actual"), ("2024", "target")]


def test_the_goal_that_opens_a_chapter_holds_below_it() -> None:
    """到2025年 at the head of a paragraph dates the values of those that follow in the chapter."""
    text = "主要目标\n到2025年，体系更加完善。\n建成园区20个。\n"
    found = indicators(text, Genre.PLAN, ("主要目标",))
    assert [str(one.when) for one in found] == ["2025"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("一、总体要求\n（一）试点目标。到2026年，形成一批制度。\n（二）试点范围。选择5个街道开展试点。\n", None),
        ("一、总体要求\n（一）试点目标。到2026年，形成一批制度。建成园区5个。\n（二）试点范围。各县。\n", "2026"),
        ("一、发展目标\n到2026年，形成一批制度。\n（一）产业规模。培育企业5家。\n（二）创新能力。\n", "2026"),
    ],
)
def test_the_goal_of_a_part_does_not_reach_into_the_next_one(text: str, when: str | None) -> None:
    """What a part of a chapter dates is in it or below it; a part beside it has no time by that."""
    read = plain_document("石桥市开展试点的实施方案\n" + text)
    (found,) = analyse(read).indicators
    assert (str(found.when) if found.when else None) == when


def test_the_quote_is_in_the_text() -> None:
    """The span of an indicator holds its number."""
    text = "全县建成养老机构１２家，投入资金3.5亿元。"
    assert [one.span.of(text)[-3:] for one in indicators(text)] == ["１２家", "5亿元"]


@given(
    st.text(
        alphabet="全县建成覆盖率达到分别为和、，。其中增长95%12.3万亿元个家人次以上左右“”《》（）\n2025年到",
        max_size=150,
    )
)
def test_invariants(text: str) -> None:
    """Any heap of such words gives indicators inside the text with names, reasons and a confidence."""
    for one in indicators(text):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.name.strip()
        assert one.reasons
        assert 0 < one.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        *("", "\n", "，" * 999, "分别" * 500, "12家、" * 400, "其中" * 400 + "3家", "（" * 600 + "5%"),
        "灌区的器材，" + "共有" * 60 + "了5个。",
        "新增5所学校" + "的带动作用" * 60 + "等地，共3个。",
        "产值增长" + "达到" * 60 + "地5%。",
    ],
)
def test_strange_texts_give_no_exception(text: str) -> None:
    """Empty and hostile texts are read like any other."""
    span = Span(0, len(text))
    outline = Outline((), (Clause("p_1", span, None, (Sentence(span),)),)) if text else Outline((), ())
    read = Reading(plain_document(text), fold(text), Metadata(), outline)
    assert isinstance(find_indicators(read, find_times(read)), tuple)


def test_counts_without_end_take_no_time() -> None:
    """What tells which things are counted is looked for among the few values before, however many there are."""
    start = time.process_time()
    analyse(plain_document("办法有三个" * 4000))

    assert time.process_time() - start < 12


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2021年，全市新增就业3万人。农产品加工产值8亿元，增长6%。", ["2021", "2021", "2021"]),
        ("2021年，全市新增就业3万人。力争培训2万人次。", ["2021", None]),
        ("2021年，全市新增就业3万人。预计全部投产后可创税2000万元。", ["2021", None]),
        ("2021年全市新建幼儿园3所；扩建小学5所。招聘教师90人。", ["2021", "2021", "2021"]),
        ("与2015年相比，2021年森林覆盖率由30%提高到45%；监测断面由8个增至20个。", ["2015", "2021", "2015", "2021"]),
        ("县里先后设立了林业局（1984年）、生态局（2018年）2个机构。", [None]),
        ("会上，局长介绍，2021年全市蜂蜜产量创新高。养蜂场9个，是1975年以来最多的一年。产蜜8吨。", ["2021", "2021"]),
        ("供水方面，2021年全市新增用户7000户；改造水厂3座。", ["2021", "2021"]),
        ("全市新增用户7000户，2021年另增90户。改造水厂3座。", [None, "2021", None]),
        ("2021年改造12个2000年以前建成的小区，涉及居民4200户。", ["2021", "2021"]),
    ],
)
def test_the_time_of_an_account_goes_on(text: str, when: list[str | None]) -> None:
    """A closed year that opens an account holds on; the one compared with is that of the value before."""
    found = indicators(text)
    assert [str(one.when.end) if one.when else None for one in found] == when


def test_a_change_of_level_is_named_by_what_changes() -> None:
    """What has grown names both of its levels, and Roman numerals may begin a name."""
    assert [one.name for one in indicators("监测断面由8个增至20个，Ⅰ至Ⅲ类水质占比39%。")] == [
        "监测断面",
        "监测断面",
        "Ⅰ至Ⅲ类水质占比",
    ]


@pytest.mark.parametrize(
    ("text", "statement", "kind"),
    [
        ("围绕提升服务的目标，先后建设卫生院5个。", Achievement, IndicatorKind.ACTUAL),
        ("第一期改造小区20个。", Commitment, IndicatorKind.TARGET),
        ("该县请求投入2亿元。", QuotedDuty, IndicatorKind.TARGET),
    ],
)
def test_a_value_follows_its_statement(text: str, statement: type[Achievement], kind: IndicatorKind) -> None:
    """Where the words only lean to one side, what the sentence states decides whether a value has been reached."""
    found = follow_statements(indicators(text), (statement(span=Span(0, len(text)), confidence=0.9, reasons=()),))
    assert [one.kind for one in found] == [kind]


AGREEING = [
    ("下一步，我局将改造小区12个。", "target"),
    ("我局已改造小区12个，目标任务全部完成。", "actual"),
    ("实行了集中采购，预计每年节约资金2亿元。", "target"),
]


@pytest.mark.parametrize(("text", "kind"), AGREEING)
def test_values_agree_with_their_sentences(text: str, kind: str) -> None:
    """In a reply what is undertaken has targets, and what was done has none but what is expected of it."""
    found = analyse(plain_document(f"对县人大第8号建议的答复\n某某代表：\n您提出的建议收悉，现答复如下：\n{text}\n"))

    assert [fact.kind.value for fact in found.facts if isinstance(fact, Indicator)] == [kind]


def test_one_of_a_thing_for_each_place_of_a_list() -> None:
    """A list of places with 各 gets the thing that was counted before; a list of things counts each."""
    places = indicators("全县配置救护车9辆，其中县医院6辆，柳树、石桥、北滩各1辆。")
    assert brief(places[-1]) == "柳树、石桥、北滩各/配置救护车 =1辆"
    assert [one.name for one in indicators("购置叉车、冷藏车和货架各2台。")] == ["购置叉车", "冷藏车", "货架"]
    firms = indicators("新发展用水企业40家，省级节水企业、市级节水企业各20家。")
    assert [(one.name, one.value) for one in firms][1:] == [
        ("省级节水企业", Decimal(20)),
        ("市级节水企业", Decimal(20)),
    ]


def test_copies_of_a_paper_are_no_indicators() -> None:
    """What stands behind the receivers of copies says how many they get."""
    assert indicators("抄送：县政协提案委员会（2份），县督查局（1份）。") == []


def test_a_goal_that_opens_a_sentence_holds_for_the_entries_below() -> None:
    """到2027年, behind the guiding words of a paragraph is the time of the targets in the paragraphs that follow."""
    text = "总体要求\n以融合为主线，打造产业高地。到2027年，我市产业水平居前。\n培育龙头企业20家。"
    assert [str(one.when.end) for one in indicators(text, Genre.PLAN, ("总体要求",)) if one.when] == ["2027"]


def test_a_report_looks_back_before_the_chapter_of_its_tasks() -> None:
    """Without a heading of its own, what stands before the tasks of a year tells of the year before."""
    tasks = "二、2031年主要目标和重点任务"
    found = indicators(f"一、有关情况\n新建水库3座。\n{tasks}\n新建水库5座。", Genre.REPORT, ("一、有关情况", tasks))
    assert [str(one.when.end) for one in found if one.when] == ["2030", "2031"]

    found = indicators(f"一、过去五年工作\n新建水库3座。\n{tasks}\n", Genre.REPORT, ("一、过去五年工作", tasks))
    assert [one.when for one in found] == [None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("全省立案900件，罚款1200万元。", IndicatorKind.ACTUAL),
        ("对违规者处罚款2万元。", IndicatorKind.LIMIT),
        ("新增规上限上企业100家。", IndicatorKind.ACTUAL),
    ],
)
def test_fines_that_were_paid_are_no_limits(text: str, kind: IndicatorKind) -> None:
    """A press report counts fines; a rule sets them. 规上限上 is no upper limit."""
    assert [one.kind for one in indicators(text, Genre.PRESS_BRIEFING)][-1:] == [kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "城乡居民收入分别增长12%和13%，分别达4万元和1万元。",
            ["城镇居民收入增长", "农村居民收入增长", "城镇居民收入", "农村居民收入"],
        ),
        (
            "城乡居民收入分别达4万元、1万元，年均增速8%、9%。",
            ["城镇居民收入", "农村居民收入", "城镇居民收入年均增速", "农村居民收入年均增速"],
        ),
        ("蜂蜜、蜂胶总产量分别为3吨、2吨。", ["蜂蜜总产量", "蜂胶总产量"]),
        ("蜂蜜和蜂胶同比分别增长3%和2%。", ["蜂蜜同比增长", "蜂胶同比增长"]),
        ("用水增速比上年同期提高2个百分点。", ["用水增速提高"]),
        ("再生水占比提高3个百分点、达60%。", ["再生水占比提高", "再生水占比"]),
        ("自觉接受监督，代表建议、委员提案办复率均为98%。", ["代表建议办复率", "委员提案办复率"]),
        ("蜂蜜产量常年保持在40吨以上，惠及9个村。", ["蜂蜜产量", "惠及村"]),
        ("27件代表建议已在时限内办结。", ["代表建议"]),
        ("全县已有两成以上农田受旱。", ["农田受旱"]),
        ("用水户数由2015年的80万户增加到2020年的130万户。", ["用水户数", "用水户数"]),
    ],
)
def test_lists_and_levels_by_their_own_names(text: str, names: list[str]) -> None:
    """Each value of a list has its own name, a level that of what has grown, a bare noun what is done."""
    found = indicators(text)
    assert [(one.subject or "") * one.name.endswith(("增长", "增速")) + one.name for one in found] == names


def test_numbers_of_the_head_measure_nothing() -> None:
    """Twelve persons that are addressed and the length in the title of a proposal are no indicators."""
    text = (
        "石桥县交通局关于第48号建议的答复\n\n王某等12位代表：\n\n"
        "您提出的“关于硬化石桥村至云水村2公里道路并增设照明设施和候车亭等便民工程的建议”收悉，现答复如下：\n"
        "已新建公路3公里。\n"
    )
    assert [one.value for one in analyse(plain_document(text)).facts if isinstance(one, Indicator)] == [3]
