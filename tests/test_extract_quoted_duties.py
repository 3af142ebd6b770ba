"""Sentences that say what another document demands, by how they open."""

from __future__ import annotations

import pytest

from extract.statements.quoted_duties import quotes_duty


@pytest.mark.parametrize(
    "words",
    [
        "编制方面,《石桥省物业管理条例》规定,县级人民政府应当按户数配备人员。",
        "同时,《石桥省绿化条例》明确,新建小区绿地不低于三成。",
        "用地方面,国家土地管理法规定,临时用地一般不超过两年。",
        "第三期河湖治理行动计划要求,各县区逐条编制方案。",
        "该条例规定,经营者应当明码标价。",
        "津贴方面,国家规定乡镇教师可以享受。",
        "市人大常委会审议意见指出,要补齐农村供水短板。",
        "审计意见要求,专账管理补助资金。",
        "防洪法规定,汛期任何单位不得占用河道。",
    ],
)
def test_a_sentence_that_opens_with_a_paper_and_what_it_demands_is_quoted(words: str) -> None:
    """The paper may stand behind a topic, and without its marks."""
    assert quotes_duty(words)


@pytest.mark.parametrize(
    "words",
    [
        "国家规定的标准已经执行。",
        "另外,县里尚未出台《石桥县停车管理办法》对收费作出规定。",
        "我县行动计划要求,各镇先行一步。",
        "绿化方面,我局按照要求,补种树木三百棵。",
    ],
)
def test_what_one_does_or_lacks_is_not(words: str) -> None:
    """Own papers, papers that do not exist, and standards that are met."""
    assert not quotes_duty(words)
