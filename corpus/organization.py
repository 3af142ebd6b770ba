"""Bodies of government, and what they do in a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a body does in a document or a commitment."""

    ISSUER = "issuer"  # 发文机关
    ADDRESSEE = "addressee"  # 主送机关
    LEAD = "lead"  # 牵头、主办、负责
    JOINT = "joint"  # 配合、协办、会同；未分主次的责任单位
    CONSULTED = "consulted"  # 商、征求意见
    COPIED = "copied"  # 抄送机关
    MENTIONED = "mentioned"  # 提及
    BOUND = "bound"  # 义务主体: a class of the market or of persons on whom a duty is laid; no public body has it


@dataclass(frozen=True, slots=True)
class Organization:
    """One body as one document knows it.

    Attributes:
        name: its fullest name in the document, or the resolved one (我局 in a letter of 某省医疗保障局).
        aliases: the other forms in which the document names it, in order of appearance.
        roles: all it does there, in the order of `Role`.
        collective: a class of bodies (各地, 有关部门), not one body.
    """

    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = (Role.MENTIONED,)
    collective: bool = False
