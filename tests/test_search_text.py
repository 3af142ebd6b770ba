"""Folding, segmentation, figures, other wordings and citations: how text is compared."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.citation import ArticleCitation, article_titles, find_article
from search.folding import fold, occurrences, seen_offsets, squeeze, squeeze_each
from search.hits import highlights
from search.idle_words import telling_parts
from search.numerals import other_figures, to_arabic, to_chinese
from search.synonyms import Synonyms
from search.tokenizer import Analyser, joined_pairs, pairs, ranking_characters, ranking_pairs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ＧＤＰ增长５％", "gdp增长5%"),
        ("國務院辦公廳", "国务院办公厅"),
        ("“十四五” 规划", "十四五规划"),
        ("《供水条例》", "供水条例"),
        ("云府发〔2022〕18号", "云府发[2022]18号"),
        ("云府发【2022】 18号", "云府发[2022]18号"),
        ("2021—2025年", "2021-2025年"),
        ("第一\n条\u3000内容", "第一条内容"),
        ("İ\ud800", "İ\ufffd"),
    ],
)
def test_texts_are_squeezed(text: str, expected: str) -> None:
    """Forms of the same words become one."""
    assert squeeze(text) == expected


@given(st.text())
def test_folding_keeps_length_and_squeezing_keeps_offsets(text: str) -> None:
    """Each squeezed character is the folded one at its offset."""
    folded = fold(text)
    places = seen_offsets(folded)

    assert len(folded) == len(text)
    assert "".join(folded[at] for at in places) == squeeze(text)
    assert squeeze(squeeze(text)) == squeeze(text)


@given(st.lists(st.text(alphabet="云溪市“”《》 1Ａ體\x7f")))
def test_many_texts_are_squeezed_as_each_is_by_itself(texts: list[str]) -> None:
    """Also where one holds what is put between them."""
    assert squeeze_each(texts) == [squeeze(text) for text in texts]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_pairs_are_joined_as_they_are_listed(text: str) -> None:
    """The quick way and the plain one give the same, beyond the first plane as well."""
    assert joined_pairs(text) == "".join(f"{pair} " for pair in pairs(text))


@settings(deadline=None)  # the first cut loads the dictionary
@given(st.text("中国人民医保 “”《》aA１1.5-年㐀𠀀"))
def test_words_are_cut_alike_from_a_text_and_from_its_folded_form(text: str) -> None:
    """No mark is a word, and nothing but letters, Chinese characters and figures is in one."""
    words = Analyser().words(text)

    assert words == " ".join(Analyser().tokens(fold(text))).split()
    assert all(word and word.strip() == word for word in words)


@given(st.text("医保 “”《》aA１1"), st.text("医保aA1", min_size=1, max_size=3))
def test_highlights_hold_the_needle(text: str, needle: str) -> None:
    """In order, apart from each other, and each beginning and ending with what was looked for."""
    found = highlights(text, [squeeze(needle)])

    assert list(found) == sorted(found)
    assert all(end < start for (_, end), (start, _) in pairwise(found))
    assert bool(found) == (squeeze(needle) in squeeze(text))
    assert all(squeeze(text[start:end]).startswith(squeeze(needle)) for start, end in found)


def test_occurrences_do_not_overlap() -> None:
    """An empty needle stands nowhere."""
    assert list(occurrences("人人", "人人人人人")) == [0, 2]
    assert list(occurrences("", "人")) == []


def test_both_segmenters_give_the_same_words() -> None:
    """The two segmenters have one dictionary, and take the corpus's words."""
    text = "云溪省长期护理保险试点，2021-2025年达到95.5％以上；A4纸，“十四五”规划"
    fast, pure = (Analyser(["长期护理保险", "云溪省"], pure=pure) for pure in (False, True))

    assert fast.words(text) == pure.words(text)
    assert {"长期护理保险", "护理", "云溪省", "2021", "2025", "95.5", "a", "4", "十四五"} <= set(fast.words(text))


def test_words_that_are_no_words_are_left_out() -> None:
    """A name with marks or Latin letters, too short or too long, does not reach the dictionary."""
    assert Analyser(["", "一", "A座", "，，", "长" * 40]).words("长长") == Analyser().words("长长")


def test_pairs_overlap() -> None:
    """For ranking, those with a Chinese character count, within runs of letters."""
    assert pairs("医保2025") == ["医保", "保2", "20", "02", "25"]
    assert pairs("医") == []
    assert ranking_pairs("医保局，2025年底") == ["医保", "保局", "5年", "年底"]
    assert ranking_characters("医保，A座") == ["医", "保", "座"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (33, "三十三"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1260, "一千二百六十"),
    ],
)
def test_numbers_in_chinese_figures(value: int, text: str) -> None:
    """There and back."""
    assert to_chinese(value) == text
    assert to_arabic(text) == value


@pytest.mark.parametrize("value", [*range(1, 300), 1001, 1010, 1100, 9999])
def test_figures_round_trip(value: int) -> None:
    """Every ordinal a law can have."""
    assert to_arabic(to_chinese(value)) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第33条", "第三十三条"),
        ("第三十三条规定", "第33条规定"),
        ("第二批", "第2批"),
        ("2025年目标", "二〇二五年目标"),
        ("二〇二五年", "2025年"),
        ("二零二五年", "2025年"),
        ("12025年", None),
        ("三十三人", None),
        ("第0条", None),
    ],
)
def test_other_figures(text: str, expected: str | None) -> None:
    """Ordinals and years alone have two usual forms."""
    assert other_figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("长护险", {"长期护理保险", "长期照护保险"}),
        ("长护险试点", {"长期护理保险试点", "长期照护保险试点"}),
        ("医疗保障局", {"医保局"}),
        ("云溪市医保局", {"云溪市医疗保障局"}),
        ("供水", set()),
        ("", set()),
    ],
)
def test_other_wordings(text: str, expected: set[str]) -> None:
    """The longest known form is replaced, wherever it stands in the term."""
    assert set(Synonyms().alternatives(text)) == expected


def test_aliases_of_the_corpus_are_other_wordings() -> None:
    """They come on top of the table."""
    synonyms = Synonyms([("云溪办", "云溪省供水办公室")])

    assert synonyms.alternatives("云溪办") == ("云溪省供水办公室",)
    assert synonyms.alternatives("云溪省供水办公室") == ("云溪办",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云溪省供水条例第三十三条的内容", ArticleCitation("云溪省供水条例", "第三十三条")),
        ("《供水条例》第33条", ArticleCitation("供水条例", "第三十三条")),
        ("供水条例第十七条之一", ArticleCitation("供水条例", "第十七条之一")),
        ("第三条", None),
        ("供水条例", None),
    ],
)
def test_articles_are_read_from_a_query(text: str, expected: ArticleCitation | None) -> None:
    """With what stands before them."""
    assert find_article(text) == expected


def test_the_longest_title_is_the_one_that_is_cited() -> None:
    """The country's name may be left out."""
    article = ArticleCitation("请问供水条例实施细则", "第一条")
    titles = ["供水条例", "供水条例实施细则", "中华人民共和国供水条例实施细则", "供电条例"]

    assert article_titles(article, titles[:2]) == ["供水条例实施细则"]
    assert article_titles(article, [titles[2], titles[3]]) == ["中华人民共和国供水条例实施细则"]
    assert article_titles(article, ["供电条例"]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请问如何办理社保卡？", ["办理社保卡？"]),
        ("关于供水管网改造的建议", ["供水管网改造"]),
        ("改造的目的是什么", ["改造", "目的"]),
        ("什么", ["什么"]),
        ("", [""]),
    ],
)
def test_idle_words_tell_nothing(text: str, expected: list[str]) -> None:
    """What is left is what the question is about; a question of idle words alone stays as it is."""
    assert telling_parts(text) == expected
