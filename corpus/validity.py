"""Whether a document can be relied on, and who may see it."""

from __future__ import annotations

from enum import StrEnum


class Validity(StrEnum):
    """Whether a document holds; the order is that of ranking where all else is equal."""

    IN_FORCE = "in_force"  # 现行有效
    UNSTATED = "unstated"  # 效力未载明
    DRAFT = "draft"  # 征求意见稿
    NOT_YET = "not_yet"  # 尚未施行
    EXPIRED = "expired"  # 已失效、已废止


class Visibility(StrEnum):
    """Who may see a document."""

    PUBLIC = "public"
    INTERNAL = "internal"
