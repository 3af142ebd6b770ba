"""Chinese words for values that the index keeps in English, as a query may name them."""

from __future__ import annotations

from corpus import Genre

GENRE_LABELS: dict[str, str] = {
    Genre.PROPOSAL_REPLY: "提案答复、建议答复",
    Genre.PLAN: "规划、计划、方案、工作要点",
    Genre.PRESS_BRIEFING: "新闻发布",
    Genre.CONSULTATION_DRAFT: "征求意见稿",
    Genre.NOTICE: "通知、通告、公告",
    Genre.REPORT: "报告、公报",
    Genre.MEASURES: "办法、规定、细则、条例",
    Genre.OPINION: "意见、决定、批复",
    Genre.OTHER: "其他",
}
