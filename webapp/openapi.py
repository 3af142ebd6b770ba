"""The API as data: what `/openapi.json` answers and `/developers` shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corpus.facts import FACT_KINDS
from corpus.store import Validity
from webapp.labels import GENRES

VERSION = "1"


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
    """

    path: str
    name: str
    meaning: str
    parameters: tuple[Parameter, ...]
    example: str
    answer: tuple[tuple[str, str], ...]
    method: str = "get"

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

_RESOURCES = (
    Resource(
        "/api/v1/search",
        "检索",
        "全文检索，每条结果是一个条款。",
        (
            Parameter("q", "检索词，语法同检索页", required=True),
            *(_GENRE, _ISSUER, _REGION, _YEAR, _VALIDITY),
            Parameter("department", "责任单位，可重复", repeated=True),
            Parameter("kind", "条款中含有的要素，可重复", values=(*FACT_KINDS, "checkable"), repeated=True),
            Parameter("sort", "排序", values=("relevance", "newest", "oldest")),
            *_PAGE,
        ),
        "/api/v1/search?q=养老服务&genre=plan",
        (
            ("total", "命中条款数"),
            ("documents", "命中文件数"),
            ("hits", "命中的条款"),
            ("facets", "各字段取值和件数"),
            ("next", "下一页的地址"),
        ),
    ),
    Resource(
        "/api/v1/suggest",
        "输入提示",
        "按名称或拼音首字母列出库中的机构、指标和文件。",
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
        "/api/v1/commitments",
        "承诺",
        "列出承诺和三种状态。",
        (
            Parameter("department", "责任单位名称中的词"),
            Parameter("role", "与department同用：牵头或配合", values=("lead", "joint")),
            Parameter("schedule", "时限状态", values=("overdue", "due_soon", "pending", "undated")),
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
        "/api/v1/similar",
        "相似条款",
        "用一段文字（提案、草稿）查找相似条款；文字放在请求正文中，纯文本，或JSON的text字段。",
        (Parameter("limit", "最多几条", "integer"),),
        "/api/v1/similar",
        (("total", "条数"), ("items", "相似条款，shared为相同的词，differing为不同的词")),
        "post",
    ),
)


def resources() -> tuple[Resource, ...]:
    """All addresses of the API, in the order in which they are documented."""
    return _RESOURCES


def description(server: str) -> dict[str, Any]:
    """The OpenAPI 3.1 description; `server` is the address of this site."""
    paths: dict[str, Any] = {}
    for resource in _RESOURCES:
        paths.setdefault(resource.path, {})[resource.method] = _operation(resource)
    return {
        "openapi": "3.1.0",
        "info": {"title": "政诺接口", "version": VERSION, "description": "政府文件中的承诺、指标和依据，只读。"},
        "servers": [{"url": server}],
        "paths": paths,
        "components": {"schemas": {"Problem": _PROBLEM}},
    }


def _operation(resource: Resource) -> dict[str, Any]:
    properties = {key: {"description": meaning} for key, meaning in resource.answer}
    schema = {"type": "object", "properties": properties}
    operation: dict[str, Any] = {
        "summary": resource.name,
        "description": resource.meaning,
        "operationId": "_".join(part for part in resource.path.split("/")[3:]).replace("{", "by_").replace("}", ""),
        "parameters": [_parameter(item) for item in resource.parameters],
        "responses": {
            "200": {"description": "结果", "content": {"application/json": {"schema": schema}}},
            "default": {
                "description": "不能完成，title为原因",
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
            },
        },
    }
    if resource.method == "post":
        body = {"text/plain": {"schema": {"type": "string"}}, "application/json": {"schema": _TEXT}}
        operation["requestBody"] = {"required": True, "content": body}
    return operation


def _parameter(item: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": item.type}
    if item.values:
        schema["enum"] = [int(value) for value in item.values] if item.type == "integer" else list(item.values)
    return {
        "name": item.name,
        "in": item.where,
        "required": item.required,
        "description": item.meaning,
        "schema": {"type": "array", "items": schema} if item.repeated else schema,
    }


_TEXT = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}
_PROBLEM = {
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string", "description": "发生了什么"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "原因和下一步"},
    },
}
