"""The addresses of the API as data: what can be given to each, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.facts import FACT_KINDS
from corpus.store import Validity
from kg.decisions import KINDS
from kg.ledger import NATURES
from kg.responsibility import PERIODS
from webapp.labels import GENRES
from webapp.named import QUERIES


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: where it stands (`query` or `path`), its type, what it means."""

    name: str
    meaning: str
    type: str = "string"
    where: str = "query"
    values: tuple[str, ...] = ()
    repeated: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class Resource:
    """One address of the API.

    Attributes:
        path: with parameters in braces.
        name: in Chinese.
        meaning: one sentence.
        parameters: what can be given.
        example: a path that works, for `curl`.
        answer: keys of the answer with their meaning.
        method: `get` or `post`.
        media: type of the answer.
    """

    path: str
    name: str
    meaning: str
    parameters: tuple[Parameter, ...]
    example: str
    answer: tuple[tuple[str, str], ...]
    method: str = "get"
    media: str = "application/json"

    @property
    def pairs(self) -> tuple[str, ...]:
        """The parameters of the example, as `name=value`."""
        _, question, rest = self.example.partition("?")
        return tuple(rest.split("&")) if question else ()


_PAGE = (
    Parameter("page", "第几页，从1开始", "integer"),
    Parameter("size", "每页条数", "integer", values=("20", "50", "100")),
)
_GENRE = Parameter("genre", "文种，可重复", values=tuple(GENRES), repeated=True)
_YEAR = Parameter("year", "成文年份，可重复", "integer", repeated=True)
_REGION = Parameter("region", "地区，可重复", repeated=True)
_ISSUER = Parameter("issuer", "发文机关，可重复", repeated=True)
_VALIDITY = Parameter("validity", "效力状态，可重复", values=tuple(item.value for item in Validity), repeated=True)
_DATES = (Parameter("from", "成文日期不早于，如2023、2023-07"), Parameter("to", "成文日期不晚于"))
_LIST = (("total", "总条数"), ("items", "本页各条"), ("next", "下一页的地址，没有下一页时为null"))
_DOCUMENT = Parameter("document", "只列这个文件的")
_NAMES = (
    Parameter("words", "名称或地区中的词"),
    Parameter("kind", "body为机构名称，citation为引用的文件，可重复", values=KINDS, repeated=True),
    *_PAGE,
)
_SERIES = Parameter("id", "指标编号", where="path", required=True)

RESOURCES = (
    Resource(
        "/api/v1/search",
        "检索",
        "全文检索，每条结果是一个条款。",
        (
            Parameter("q", "检索词，语法同检索页", required=True),
            *(_GENRE, _ISSUER, _REGION, _YEAR, _VALIDITY),
            Parameter("department", "责任单位，可重复", repeated=True),
            Parameter("lead", "牵头单位，可重复", repeated=True),
            Parameter("joint", "配合单位，可重复", repeated=True),
            Parameter("new_since", "只列这一天及以后收录的文件，如2026-11-01"),
            Parameter("expand", "为no时只检索原词，不检索其他说法", values=("yes", "no")),
            Parameter("kind", "条款中含有的要素，可重复", values=(*FACT_KINDS, "checkable"), repeated=True),
            Parameter("sort", "排序", values=("relevance", "newest", "oldest")),
            *_PAGE,
        ),
        "/api/v1/search?q=养老服务&genre=plan",
        (
            ("total", "命中条款数"),
            ("documents", "命中文件数"),
            ("hits", "命中的条款"),
            ("facets", "各字段取值和件数，lead和joint为责任单位中的牵头、配合单位"),
            ("expanded", "同时检索的其他说法"),
            ("next", "下一页的地址"),
        ),
    ),
    Resource(
        "/api/v1/suggest",
        "输入提示",
        "按名称或拼音首字母列出库中的机构、指标和文件，以及他人多次检索过的词语。",
        (Parameter("q", "已输入的文字", required=True),),
        "/api/v1/suggest?q=ylfw",
        (("q", "已输入的文字"), ("items", "名称、类别、拼音首字母和页面地址")),
    ),
    Resource(
        "/api/v1/ask",
        "问答",
        "用原文回答问题，每句注明来源；找不到时拒答并说明收录范围。",
        (Parameter("q", "问题", required=True), _GENRE, _REGION),
        "/api/v1/ask?q=2027年养老床位目标是多少",
        (
            ("refused", "是否拒答"),
            ("reason", "拒答原因"),
            ("answer", "回答，句后为来源序号"),
            ("citations", "来源条款和原句"),
            ("confidence", "依据强弱：direct、partial、none"),
        ),
    ),
    Resource(
        "/api/v1/documents",
        "文件清单",
        "列出文件。",
        (_GENRE, _ISSUER, _REGION, _YEAR, _VALIDITY, *_DATES, Parameter("words", "题名中的词"), *_PAGE),
        "/api/v1/documents?genre=plan",
        _LIST,
    ),
    Resource(
        "/api/v1/documents/{id}",
        "一件文件",
        "一件文件的属性、目录和全部要素；每项要素有原文、字符位置和条款编号。",
        (Parameter("id", "文件编号", where="path", required=True),),
        "/api/v1/documents/{id}",
        (
            ("document", "属性"),
            ("outline", "目录"),
            ("statements", "承诺、成效、转引"),
            ("indicators", "指标"),
            ("times", "时间"),
            ("departments", "机构"),
            ("citations", "引用的文件"),
            ("facts", "全部要素及其位置"),
        ),
    ),
    Resource(
        "/api/v1/documents/{id}/akoma-ntoso",
        "一件文件的Akoma Ntoso形式",
        "一件文件的标识、章节层次和各条款文字，XML格式，符合Akoma Ntoso 3.0的模式定义。",
        (Parameter("id", "文件编号", where="path", required=True),),
        "/api/v1/documents/{id}/akoma-ntoso",
        (("akomaNtoso", "根元素"),),
        media="application/akn+xml",
    ),
    Resource(
        "/api/v1/commitments",
        "承诺",
        "列出承诺和三种状态。",
        (
            Parameter("department", "责任单位名称中的词"),
            Parameter("role", "与department同用：牵头或配合", values=("lead", "joint")),
            Parameter("schedule", "时限状态", values=("overdue", "due_soon", "pending", "undated", "dated", "all")),
            Parameter("evidence", "证据状态", values=("uncheckable", "none", "progress", "done", "conflict")),
            Parameter("due_from", "时限不早于"),
            Parameter("due_until", "时限不晚于"),
            Parameter("binding", "可核验", values=("yes", "no")),
            Parameter("led", "载明牵头单位", values=("yes", "no")),
            Parameter("words", "承诺原文中的词"),
            *(_DOCUMENT, _GENRE, _YEAR, *_PAGE),
        ),
        "/api/v1/commitments?schedule=overdue",
        _LIST,
    ),
    Resource(
        "/api/v1/indicators",
        "指标",
        "列出指标，每个是一件文件中的一个数值。",
        (
            Parameter("words", "指标名称或主体中的词"),
            Parameter("kind", "类别", values=("actual", "target", "limit")),
            Parameter("nature", "属性", values=("约束性", "预期性")),
            *(_DOCUMENT, _GENRE, _REGION, _YEAR, *_PAGE),
        ),
        "/api/v1/indicators?kind=target",
        _LIST,
    ),
    Resource(
        "/api/v1/entities/{id}",
        "实体",
        "机构、文件、指标、地区及其关系，每条关系有原文和出处。",
        (Parameter("id", "实体编号或名称", where="path", required=True),),
        "/api/v1/entities/{id}",
        (("entity", "编号、名称和类型"), ("total", "关系条数"), ("edges", "各条关系")),
    ),
    Resource(
        "/api/v1/ledger",
        "指标台账",
        "列出指标，每个指标合成各文件中同名同口径的数值，有基期、目标、最新值和研判。",
        (
            Parameter("words", "名称、主体或地区中的词"),
            Parameter("nature", "文件载明的属性", values=NATURES),
            *_PAGE,
        ),
        "/api/v1/ledger?words=床位",
        _LIST,
    ),
    Resource(
        "/api/v1/ledger/{id}",
        "一个指标",
        "一个指标的全部数值和出处，不一致之处、目标调整、名称相近而未合并的指标及其理由。",
        (_SERIES,),
        "/api/v1/ledger/{id}",
        (
            *(("points", "全部数值，comparable为换算成同一单位的数"), ("conflicts", "同一时点不一致的数值")),
            *(("moved", "有调整的目标"), ("dropped", "不再列出这一指标的后续报告")),
            *(("apart", "同名而口径不同的指标"), ("near", "名称相近而未合并的指标")),
        ),
    ),
    Resource(
        "/api/v1/ledger/{id}/places",
        "各地比较",
        "口径相同的各地最新值，以及口径不同、不能比较的指标和原因。",
        (_SERIES,),
        "/api/v1/ledger/{id}/places",
        (("rows", "各地的最新值"), ("left_out", "未列入比较的指标和原因")),
    ),
    Resource(
        "/api/v1/outcomes",
        "承诺的下落",
        "一件文件的各项承诺在后续文件中的重申、进展、完成或不一致之处，以及同一指标的后续数值。",
        (Parameter("document", "文件编号或题名", required=True),),
        "/api/v1/outcomes?document={id}",
        (("items", "各项承诺，later为后续文件的表述及理由"), ("indicators", "文件载明的指标及其后续数值")),
    ),
    Resource(
        "/api/v1/evaluation",
        "中期评估",
        "一件规划截至某日的指标进展、任务进展、待填报事项和不一致之处。",
        (
            Parameter("plan", "规划的文件编号或题名", required=True),
            Parameter("until", "截至日期，如2026-06-30，默认为今天"),
        ),
        "/api/v1/evaluation?plan={id}&until=2026-06-30",
        (
            *(("rule", "推算规则"), ("indicators", "指标进展"), ("tasks", "任务进展")),
            *(("gaps", "待填报事项"), ("conflicts", "表述不一致")),
        ),
    ),
    Resource(
        "/api/v1/alignment",
        "规划衔接",
        "上级规划的指标和任务在下级规划中的承接、细化或未承接。",
        (
            Parameter("upper", "上级规划的文件编号或题名", required=True),
            Parameter("lower", "下级规划的文件编号或题名", required=True),
        ),
        "/api/v1/alignment?upper={id}&lower={id}",
        (("items", "各项指标和任务，status为taken（承接）、refined（细化）或missing（未承接）"),),
    ),
    Resource(
        "/api/v1/queries",
        "图谱查询清单",
        "列出可以按名称提出的查询。",
        (),
        "/api/v1/queries",
        _LIST,
    ),
    Resource(
        "/api/v1/queries/{id}",
        "图谱查询",
        "按名称查询，id为查询的名称；每行注明出处。",
        (
            Parameter("id", "查询的名称", where="path", values=tuple(QUERIES), required=True),
            Parameter("entity", "实体的名称或编号"),
            Parameter("other", "另一实体的名称或编号"),
            Parameter("words", "题名或指标名称中的词"),
            Parameter("by", "load按完成时限分列：year为年度，quarter为季度", values=tuple(PERIODS)),
            Parameter("limit", "最多几条", "integer"),
        ),
        "/api/v1/queries/topics",
        (("note", "说明"), ("items", "各行")),
    ),
    Resource(
        "/api/v1/questions",
        "待人工确定的名称",
        "文件中不能确定所指的机构名称和引用，以及可能的所指和未定的原因。",
        _NAMES,
        "/api/v1/questions?kind=body",
        _LIST,
    ),
    Resource(
        "/api/v1/decisions",
        "人工确定的名称",
        "工作人员确定的所指，含理由、作出人、日期和撤回的记录；用命令zhengnuo decide、withdraw确定和撤回。",
        _NAMES,
        "/api/v1/decisions",
        _LIST,
    ),
    Resource(
        "/api/v1/similar",
        "相似条款",
        "用一段文字（提案、草稿）查找相似条款；文字放在请求正文中，纯文本，或JSON的text字段。",
        (Parameter("limit", "最多几条", "integer"), _GENRE),
        "/api/v1/similar",
        (
            ("total", "条数"),
            (
                "items",
                "相似条款：request为对应的诉求，shared为相同的词，differing为不同的词，commitments为其中的承诺和状态",
            ),
        ),
        "post",
    ),
)
"""All addresses of the API, in the order in which they are documented."""
