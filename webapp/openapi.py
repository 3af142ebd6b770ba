"""The API as data: what `/openapi.json` answers and `/developers` shows."""

from __future__ import annotations

from typing import Any

from webapp.api_resources import RESOURCES, Parameter, Resource

VERSION = "1"


def description(server: str) -> dict[str, Any]:
    """The OpenAPI 3.1 description; `server` is the address of this site."""
    paths: dict[str, Any] = {}
    for resource in RESOURCES:
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
            "200": {"description": "结果", "content": {resource.media: {"schema": schema}}},
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
