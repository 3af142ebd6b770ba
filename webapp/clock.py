"""The time that deadlines are measured by: China's, wherever the machine stands."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))


def now() -> datetime:
    """The present moment in China."""
    return datetime.now(UTC).astimezone(CHINA)


def today() -> date:
    """The present day in China."""
    return now().date()
