"""Deadlines as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from corpus.masking import mask
from corpus.store import CommitmentRow

_ROUGH = {
    "year": "原文仅载明年份，按当年12月31日列入。",
    "month": "原文仅载明月份，按当月最后一日列入。",
    "day": "",
}
_OCTETS = 75
"""A line of the format has no more."""


def calendar_text(rows: Iterable[CommitmentRow], at: datetime, name: str = "承诺时限") -> str:
    """An all-day event for each commitment with a deadline, with an alarm 30 days before.

    Args:
        rows: commitments; those without a deadline are left out.
        at: when the file is made (the format asks for it).
        name: of the calendar.
    """
    stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//zhengnuo//commitments//ZH", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escape(name)}")
    for row in rows:
        lines.extend(_event(row, stamp))
    lines.append("END:VCALENDAR")
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def _event(row: CommitmentRow, stamp: str) -> list[str]:
    """The lines of one event; none for a commitment without a deadline. Its UID is the commitment's own id."""
    if row.due is None or row.fact.deadline is None:
        return []
    due = date.fromisoformat(row.due)
    quote = mask(row.quote)
    return [
        "BEGIN:VEVENT",
        f"UID:{row.id}@zhengnuo",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escape('时限：' + _short(quote))}",
        f"DESCRIPTION:{_escape(_description(row, quote))}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escape('30日后到期：' + _short(quote))}",
        "TRIGGER:-P30D",
        "END:VALARM",
        "END:VEVENT",
    ]


def _description(row: CommitmentRow, quote: str) -> str:
    rough = _ROUGH[row.fact.deadline.precision] if row.fact.deadline else ""
    bodies = f"牵头单位：{'、'.join(row.lead)}\n" if row.lead else ""
    return f"{quote}\n{bodies}来源：{row.title}\n{rough}".strip()


def _short(words: str) -> str:
    """At most forty characters, on one line."""
    flat = "".join(words.split())
    return flat if len(flat) <= 40 else flat[:39] + "…"


def _escape(words: str) -> str:
    for mark in "\\;,":
        words = words.replace(mark, f"\\{mark}")
    return words.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _fold(line: str) -> str:
    """The line broken so that no part has more octets than the format allows; no character is cut."""
    parts: list[str] = []
    part, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _OCTETS:
            parts.append(part)
            part, size = " ", 1
        part, size = part + character, size + width
    return "\r\n".join([*parts, part])
