"""What a typed query is read as."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import DocumentNumber
from search.plan import is_relaxable
from search.query import And, Field, Node, Not, Or, Phrase, Term, Years, parse_query, words_query

A, B, C = Term("医保"), Term("养老"), Term("长护")


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("医保", A),
        ("  医保　养老 ", And((A, B))),
        ("医保 AND 养老", And((A, B))),
        ("医保 或 养老", Or((A, B))),
        ("医保 OR 养老 ＯＲ 长护", Or((A, B, C))),
        ("医保 | 养老", Or((A, B))),
        ("医保 养老 或 长护", Or((And((A, B)), C))),
        ("医保 (养老 或 长护)", And((A, Or((B, C))))),
        ("（医保 或 养老） 长护", And((Or((A, B)), C))),
        ("医保 -养老", And((A, Not(B)))),
        ("医保 －养老", And((A, Not(B)))),
        ("医保 NOT 养老", And((A, Not(B)))),
        ("医保 AND NOT 养老", And((A, Not(B)))),
        ("医保 -(养老 或 长护)", And((A, Not(Or((B, C)))))),
        ("医保 -2025", And((A, Not(Term("2025"))))),
        ("-5%", Term("-5%")),  # a number where nothing stands before it
        ("“省级统筹”", Phrase("省级统筹")),
        ('"省级统筹" 「实施 办法」', And((Phrase("省级统筹"), Phrase("实施 办法")))),
        ("《供水条例》", Phrase("供水条例")),
        ("“十四五”规划", Term("“十四五”规划")),  # a mark that closes inside a word is text
        ("关于印发（试行）的通知", Term("关于印发（试行）的通知")),
        ("新办法(试行)", Term("新办法(试行)")),
        ("医保或养老", Term("医保或养老")),  # an operator stands alone
        ("A|B", Term("A|B")),
        ("标题:规划", Term("规划", Field.TITLE)),
        ("题名： 规划", Term("规划", Field.TITLE)),
        ("机关:“某 局” 医保", And((Term("某 局", Field.ISSUER), A))),
        ("-部门:财政", Not(Term("财政", Field.DEPARTMENT))),
        ("年份:2022", Years(2022, 2022)),
        ("年份：２０２１年至2023年", Years(2021, 2023)),
        ("年份:2023-2021", Years(2021, 2023)),
        ("年份:去年", Term("年份:去年")),
        ("标题:", Term("标题:")),
        ("", None),
        ("“”", None),
        ("()", None),
    ],
)
def test_queries_are_read(text: str, root: Node | None) -> None:
    """The tree of each form."""
    assert parse_query(text).root == root


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("“医保", "引号不成对，按普通文字检索。"),
        ("（医保", "括号不成对，已忽略括号。"),
        ("医保）", "括号不成对，已忽略括号。"),
        ("医保 OR", "“OR”的前后缺少检索词，按普通文字检索。"),
        ("或 医保", "“或”的前后缺少检索词，按普通文字检索。"),
        ("医保 NOT", "“NOT”的后面缺少检索词，按普通文字检索。"),
        ("年份:去年", "“年份:去年”中的年份无法识别，按普通文字检索。"),
        ("保", "单字检索结果很多，建议输入两个字以上。"),
        ("-医保", "只有排除词，列出不含这些词的全部条款。"),
        ("“”", "没有可以检索的文字。"),
        ("医保 " * 400, "检索词过长，只检索前1000个字。"),
    ],
)
def test_what_is_not_plain_is_said(text: str, note: str) -> None:
    """Each forgiven slip has its sentence."""
    assert note in parse_query(text).notes


@pytest.mark.parametrize(
    "text", ["云府发〔2022〕18号", "云府发[2022]18号", "云府发（2022）第18号", "“云府发【2022】18号”"]
)
def test_a_document_number_is_known_in_any_brackets(text: str) -> None:
    """It leads straight to the document."""
    assert parse_query(text).number == DocumentNumber("云府发", 2022, 18)


@given(st.text('医保 养老()（）“”"「」《》-－|或ANDORNT:：标题年份0123。\n\x00', max_size=60))
def test_no_query_fails(text: str) -> None:
    """Whatever is typed is read; what has a letter in it asks for something or says why not."""
    query = parse_query(text)

    assert query.text == text
    assert query.root is not None or query.notes or not text.strip()


def test_brackets_in_brackets_do_not_overflow() -> None:
    """Depth is bounded; what lies deeper is read without its brackets."""
    query = parse_query("( " * 300 + "医保" + " )" * 300)

    assert query.root == A


def test_a_sentence_is_one_term() -> None:
    """No syntax is read in a question."""
    assert words_query("医保 -养老 是什么").root == Term("医保 -养老 是什么")
    assert words_query(" ").root is None


@pytest.mark.parametrize(
    ("text", "relaxable"),
    [("去年渡口修缮", True), ("上半年渡船票价", True), ("2023年渡口", True), ("渡口修缮", False), ("去年", False)],
)
def test_a_time_before_a_matter_is_a_word_by_itself(text: str, relaxable: bool) -> None:
    """Where nothing contains 去年渡口修缮, parts of it may count; a matter alone is looked for as it is."""
    assert is_relaxable(parse_query(text)) is relaxable
