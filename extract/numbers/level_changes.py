"""How a text says that a level has changed to another: 由62%提高到70%."""

from __future__ import annotations

import re

_VERBS = (
    r"(?:提[高升]|增[加长]|上升|扩[大展充]|拓展|发展|下降|降低|减少|压[减缩]|缩[短减小]|收窄|调整|优化|拉大|延长"
    r"|回[升落]|跃升|攀升|[增降升])"
)
CHANGES_TO = rf"{_VERBS}了?[到至为成]"
"""The words between the level that was and the one that is, as a fragment of a pattern."""
CHANGED = re.compile(rf"{_VERBS}了?\Z")
"""Before 到 and the new level, so that 到 is no word of the time behind it: 提高|到2030年60%."""
TO_NEXT = re.compile(rf"(?:进一步|大幅|逐步|显著|稳步|快速)?{CHANGES_TO}(?=[约近]?\d|目前|现在|今年|去年)")
"""What changes a level to the next number or the time of it: 由2.6|缩小至2.1."""
