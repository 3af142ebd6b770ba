"""What replies to proposals say: papers called by their number, money given, reasons, courtesies."""

from __future__ import annotations

import pytest

from corpus import Achievement, Commitment, Genre, QuotedDuty
from extract.statements.requests import is_request
from tests.readings import read_text
from tests.test_extract_statements import facts_of

LETTER = {Commitment: "C", Achievement: "A", QuotedDuty: "Q"}

PARAGRAPHS = [
    # paragraph of a reply of May 2023, kinds of its sentences in order; none for those that state nothing
    ("石政办发〔2022〕27号文件提出，完善管护模式，发挥水站优势；统一巡查、统一维修。", "QQ"),
    ("针对您反映的管护员、巡查员不足的问题，石政办发〔2022〕27号文件要求，适当增加人员。", "Q"),
    ("在用地方面，石水发〔2021〕5号文件明确要求优先保障泵站用地。", "Q"),
    ("按照石政办发〔2022〕27号文件要求，我局已完善管护模式。", "A"),
    ("下一步，我局将落实石政办发〔2022〕27号文件要求，完善管护模式。", "C"),
    ("《节水法》《石桥省灌区条例》等对禁采区划定有明确规定，除上述情形外，任何区域不得划定禁采区。", "Q"),
    ("省政府办公厅印发《关于灌区建设的意见》，要求各地统筹布局。要求涉及泵站撤并的，由县级政府从严掌握。", "QQ"),
    ("省政府办公厅印发《关于灌区建设的意见》，要求各地统筹布局。下一步，我局将完善规划。", "QC"),
    ("2022年，省水务厅、省财政厅联合印发《关于灌区改造的意见》，将加强末级渠系建设作为重点任务之一。", "A"),
    ("下一步，我局将加强末级渠系建设，完善计量设施。", "C"),
    ("2022—2023年，省财政安排灌区改造补助资金5亿元，支持各地改善泵站条件，并向山区倾斜。", "A"),
    ("我局将加大巡查。今年，市财政安排专项资金200万元，支持青石镇整修干渠。", "CA"),
    ("我局将加大巡查。2025年，市财政安排专项资金200万元，支持青石镇整修干渠。", "CC"),
    ("今年，市财政计划安排专项资金200万元，支持青石镇整修干渠。", "C"),
    ("管好末级渠系，是保障灌溉用水的重要任务，是推进乡村振兴的基本要求，是增产增收的有力举措。", ""),
    ("泵站改造，关系6万农户的生产，关系粮食安全，关系能不能改善土壤。", ""),
    ("对您提出的“提高管护补助”的建议，考虑到现行标准已经统筹各地财力，暂不宜再行调整，各地可适当提高标准。", ""),
    ("接到提案后，我局领导高度重视，召开专题会议研究，并与您当面沟通。", ""),
    ("接到提案后，我局立即到现场查看，清理淤泥3吨。", "A"),
    ("总书记对节水工作作出重要指示以来，全省水务系统认真贯彻落实，把灌区改造作为头等大事来抓。", "A"),
]


@pytest.mark.parametrize(("paragraph", "letters"), PARAGRAPHS)
def test_paragraphs_of_replies(paragraph: str, letters: str) -> None:
    """What each sentence of a paragraph states; what was asked for is no statement."""
    found = facts_of(read_text(paragraph + "\n", Genre.PROPOSAL_REPLY, as_of="2023-05-01"))

    assert "".join(LETTER[type(fact)] for fact in found if not is_request(fact)) == letters
