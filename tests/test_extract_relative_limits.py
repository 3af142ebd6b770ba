"""Limits that count from an event are seen, spans of time that limit nothing are not."""

from __future__ import annotations

import pytest

from extract.times.relative_limits import relative_limit

LIMITS = [
    ("供水单位应当自收到申请之日起７个工作日内答复。", "自收到申请之日起７个工作日内"),
    ("受理后三十日内作出决定，五日内送达。", "受理后三十日内、五日内"),
    ("情况变更的，应当在变更之日起 15 日内报告。", "变更之日起 15 日内"),
    ("接到报修后2小时内到场。", "接到报修后2小时内"),
    ("力争三年内完成改造。", "三年内"),
    ("从合同签订之日起半年内开工。", "从合同签订之日起半年内"),
    ("考核结束后30个工作日内反馈结果。", "考核结束后30个工作日内"),
    ("承办单位要在检查结束后的一个月内提交报告。", "检查结束后的一个月内"),
    ("自收到申请之日起，３个工作日内受理。", "自收到申请之日起，３个工作日内"),
    ("各镇于本方案印发20日内报送名单。", "本方案印发20日内"),
    ("补贴标准在2—3年内调整到位。", "2—3年内"),
    ("近三年内投入持续增加。", ""),
    ("一年内被投诉三次的，予以约谈。", ""),
    ("取消其两年内的申报资格。", ""),
    ("对六个月内仍未整改的企业依法处理。", ""),
    ("引进的医师五年内享受住房补贴。", ""),
    ("一年内累计三次不合格的，取消资格。", ""),
    ("到2030年内河航道达到40公里。", ""),
    ("两年内未开工的，收回用地。", ""),
    ("全市日均供水8万吨。", ""),
]


@pytest.mark.parametrize(("sentence", "words"), LIMITS)
def test_limits_that_no_calendar_shows(sentence: str, words: str) -> None:
    """The event and the length are given in the sentence's own words."""
    assert relative_limit(sentence) == words
