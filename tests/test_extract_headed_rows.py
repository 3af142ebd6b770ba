"""Tables with a row a line below a line of heads: what cannot be told for sure is one cell, and prose is no table."""

from __future__ import annotations

import pytest

from extract.layout.flattened_tables import find_tables
from extract.layout.headed_grid import Lines
from extract.layout.headed_rows import find_headed_tables
from extract.layout.paragraphs import find_paragraphs
from extract.matching import fold
from extract.outline.headings import find_outline
from tests.conftest import plain_document
from tests.readings import grids

HEADS = "序号 指标 单位 2025年 2030年 属性"
ROWS = "1 供水能力 万吨/日 120 150 预期性\n2 水质达标率 % 98 100 约束性\n"


def rows(text: str) -> list[list[str]]:
    """The rows below the header of the only table."""
    (grid,) = grids(text)
    return grid[1:]


@pytest.mark.parametrize("gap", [" ", "\t", "    ", " | "])
def test_cells_are_parted_by_blanks_tabs_gaps_or_bars(gap: str) -> None:
    """The category that is merged over rows is missing from the lines below the first."""
    lines = (
        ("类别", "序号", "指标", "单位", "2025年", "2030年", "属性"),
        ("供水", "1", "农村自来水普及率", "%", "90", "95", "预期性"),
        ("2", "城市供水漏损率", "%", "10", "≤8", "约束性"),
        ("节水", "3", "万元产值用水量下降", "%", "—", "〔15〕", "约束性"),
    )
    text = "专栏1 主要指标\n" + "".join(gap.join(line) + "\n" for line in lines)
    assert grids(text) == [[list(lines[0]), list(lines[1]), ["供水", *lines[2]], list(lines[3])]]


@pytest.mark.parametrize(
    ("head", "line", "cells"),
    [
        (HEADS, "3 万元 GDP 用水量 立方米 40 33 约束性", ["3", "万元 GDP 用水量", "立方米", "40", "33", "约束性"]),
        (HEADS, "3 城市 污水 处理率 % 90 95 约束性", ["3", "城市 污水 处理率", "%", "90", "95", "约束性"]),
        (
            HEADS,
            "3、再生水利用量 亿立方米 1.2 2.0以上 预期性",
            ["3、", "再生水利用量", "亿立方米", "1.2", "2.0以上", "预期性"],
        ),
        (HEADS, "3 管网长度 公里 1,250 ≥ 1,500 预期性", ["3", "管网长度", "公里", "1,250", "≥ 1,500", "预期性"]),
        (HEADS, "3 新增床位 张 〔80〕 预期性", ["3", "新增床位", "张", "", "〔80〕", "预期性"]),
        (HEADS, "3 能耗下降 % — 完成上级下达任务 约束性", ["3", "能耗下降", "%", "—", "完成上级下达任务", "约束性"]),
        ("指标 2025年 2030年", "3 普及率（%） 90 95", ["普及率（%）", "90", "95"]),
        ("指标 2025年 2030年", "（3）普及率（%） 90% 95%左右", ["（3）普及率（%）", "90%", "95%左右"]),
        ("领域 指标 单位 2025年 2030年", "供水 普及率 % 90 95", ["供水", "普及率", "%", "90", "95"]),
        ("领域 指标 单位 2025年 2030年", "普及率 % 90 95", ["节水", "普及率", "%", "90", "95"]),
        ("指标 单位 2025年 2030年 责任单位", "普及率 % 90 95 市水务局", ["普及率", "%", "90", "95", "市水务局"]),
        ("指标 单位 2025 2030 年均 增长%", "普及率 % 90 95 1.1 5.6", ["普及率", "%", "90", "95", "1.1", "5.6"]),
        ("项目 金额（万元） 备注", "泵站建设 860 含设备", ["泵站建设", "860", "含设备"]),
        ("项目 金额（万元） 备注", "泵站建设 860", ["泵站建设", "860", ""]),
        (
            "序号 任务 责任单位 时限",
            "3 编制规划 市水务局、 市财政局 2027 年 6 月底前",
            ["3", "编制规划", "市水务局、 市财政局", "2027 年 6 月底前"],
        ),
        (
            "序号 问题 整改措施 责任领导 责任单位 整改时限",
            "3 水价倒挂 出台方案 市长 市发展改革委、 市水务局 立即整改",
            ["3", "水价倒挂", "出台方案", "市长", "市发展改革委、 市水务局", "立即整改"],
        ),
        (
            "序号 项目名称 建设内容 建设年限 总投资（亿元） 责任单位",
            "3 石桥水厂 新建水厂1座 2026—2028 3.5 市水务局",
            ["3", "石桥水厂", "新建水厂1座", "2026—2028", "3.5", "市水务局"],
        ),
    ],
)
def test_cells_are_told_by_their_columns(head: str, line: str, cells: list[str]) -> None:
    """A name may hold blanks, a base value or a remark may be missing, a category is that of the row above."""
    above = {
        HEADS: ROWS,
        "指标 2025年 2030年": "1 供水能力（万吨） 120 150\n2 管网（公里） 35 42\n",
        "领域 指标 单位 2025年 2030年": "节水 用水量 万吨 120 110\n节水 漏损率 % 10 8\n",
        "指标 单位 2025年 2030年 责任单位": "供水能力 万吨 120 150 市水务局\n泵站数 座 12 15 市水务局\n",
        "指标 单位 2025 2030 年均 增长%": "用水量 万吨 120 110 -1.7 -8.3\n漏损率 % 10 8 — —\n",
        "序号 问题 整改措施 责任领导 责任单位 整改时限": (
            "1 管网老化 更新管网35公里 副市长 市水务局 2027年12月底\n2 监管薄弱 健全巡查制度 副市长 市水务局 立行立改\n"
        ),
        "项目 金额（万元） 备注": "管网改造 1200\n信息系统 150\n",
        "序号 任务 责任单位 时限": "1 建成平台 市水务局 2028年底\n2 开展宣传 市教育局 持续推进\n",
        "序号 项目名称 建设内容 建设年限 总投资（亿元） 责任单位": (
            "1 青石水厂 扩建水厂1座 2026-2028 3 市水务局\n2 云水泵站 新建泵站3座 2027年 0.5 市水务局\n"
        ),
    }[head]
    assert rows(f"{head}\n{above}{line}\n")[2] == cells


@pytest.mark.parametrize(
    "line",
    [
        "3 供水能力 万吨/日 120 130 150 预期性",  # one value too many
        "3 供水能力 万吨/日 预期性",  # none at all
        "3 甲 乙 丙",
    ],
)
def test_what_cannot_be_told_is_one_cell(line: str) -> None:
    """The row is of the table, and no value is read from it."""
    told = rows(f"{HEADS}\n{ROWS}{line}\n4 管网长度 公里 1250 1500 预期性\n")
    assert told[2] == [line] * 6
    assert told[3][4] == "1500"


def test_bodies_that_could_be_of_two_columns_are_not_guessed() -> None:
    """市财政局 may help or lead as well."""
    text = "序号 任务 牵头单位 配合单位\n1 编制规划 市水务局 市发展改革委 市财政局\n2 建平台 市水务局 市数据局\n"
    text += "3 宣传 市教育局 市水务局\n"
    assert [len(set(row)) for row in rows(text)] == [1, 4, 4]


def test_a_missing_value_among_three_years_is_not_guessed() -> None:
    """Which of the years has none cannot be told."""
    text = "指标 单位 2025年 2027年 2030年\n供水能力 万吨 120 150\n达标率 % 98 99 100\n管网长度 公里 1250 1300 1500\n"
    assert [len(set(row)) for row in rows(text)] == [1, 5, 5]


def test_years_stand_below_their_common_head() -> None:
    """规模 reaches over two years; 基期 over one, 目标 over the others."""
    (grid,) = grids("序号 指标 单位 规模 属性\n2025年 2030年\n" + ROWS)
    assert [a + b if a != b else a for a, b in zip(*grid[:2], strict=True)] == [
        "序号",
        "指标",
        "单位",
        "规模2025年",
        "规模2030年",
        "属性",
    ]
    (grid,) = grids("指标 基期值 目标值\n2025年 2027年 2030年\n供水能力 120 130 150\n达标率 98 99 100\n")
    assert grid[0][1:] == ["基期值", "目标值", "目标值"]
    assert grid[1][1:] == ["2025年", "2027年", "2030年"]


def test_heads_that_blanks_broke() -> None:
    """序 号 is one head, and so is 2025 年."""
    (grid,) = grids("序 号 指 标 单 位 2025 年 2030 年 属 性\n" + ROWS)
    assert [word.replace(" ", "") for word in grid[0]] == HEADS.split()
    assert grid[1] == ROWS.split()[:6]


def test_captions_and_wrapped_names() -> None:
    """一、供水 stands above its rows; a name goes on below; a name whose end stands below its row is not sure."""
    text = f"{HEADS}\n一、供水\n{ROWS}二、节水\n3 万元国内生产总值\n用水量下降 % — 〔15〕 约束性\n"
    text += "4 农村生活污水 % 60 70 约束性\n治理率\n5 管网长度 公里 1250 1500 预期性\n"
    told = rows(text)
    assert [row[1] for row in told if row[0].isdigit()] == [
        "供水能力",
        "水质达标率",
        "万元国内生产总值用水量下降",
        "管网长度",
    ]
    assert [row[0] for row in told if len(set(row)) == 1][:2] == ["一、供水", "二、节水"]


def test_where_categories_stand_in_rows_a_line_between_is_none() -> None:
    """It may be the beginning of the name below, which is not sure then."""
    text = "类别 指标 单位 2025年 2030年\n供水 供水能力 万吨 120 150\n城市供水管网\n漏损率 % 10 8\n"
    text += "节水 用水量 万 吨 120 110\n"
    told = rows(text)
    assert [row[1] for row in told if len(set(row)) > 2] == ["供水能力", "用水量"]
    assert told[-1][2] == "万 吨"


def test_a_category_may_stand_alone() -> None:
    """It reaches over the rows below."""
    told = rows(
        "类别 指标 单位 2025年 2030年\n供水\n供水能力 万吨 120 150\n达标率 % 98 100\n节水\n用水量 万吨 120 110\n"
    )
    assert [row[0] for row in told] == ["供水", "供水", "节水"]


@pytest.mark.parametrize("page", [HEADS, f"- 3 -\n{HEADS}", f"3\n专栏1 主要指标（续）\n{HEADS}", "3"])
def test_a_table_goes_on_on_the_next_page(page: str) -> None:
    """Numbers of pages and heads that come again are no rows; a note ends the table."""
    text = (
        f"专栏1 主要指标\n{HEADS}\n{ROWS}{page}\n3 管网长度 公里 1250 1500 预期性\n注：〔〕内为累计数。\n4 5 6 7 8 9\n"
    )
    assert [row[0] for row in rows(text)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "字体：大 中 小\n2026年 3月 12日 星期四\n首页 机构 新闻 政务 互动\n",
        "序号 姓名 单位 职务\n1 甲 市水务局 局长\n2 乙 市财政局 处长\n3 丙 市教育局 科长\n",
        "项目 单位 联系人 电话\n石桥市水务局 石桥市财政局\n2026年8月1日\n",
        "到 2025 年 建成 10 个 示范区 20 家\n投资 30 亿元 完成 40 公里\n新增 50 张 床位 60 个\n",
        "任务 责任单位\n编制节水规划 建成智慧平台\n完善水价机制 加强宣传引导\n开展督促检查 落实各项要求\n",
        "指标 2025年 2030年\n到2030年，供水能力达到150万吨。\n管网长度 达到 1500公里。\n",
        "市水务局 市财政局 市教育局\n市民政局 市司法局 市统计局\n市商务局 市体育局 市林业局\n",
    ],
)
def test_lists_and_prose_are_no_tables(text: str) -> None:
    """Words with blanks between them are not enough, and neither are heads alone."""
    starts = [0]
    lines = fold(text).splitlines()
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    assert list(find_headed_tables(Lines(lines, starts))) == []


def test_rows_of_tables_are_no_printed_lines() -> None:
    """Rows are about as wide as each other and end in no mark, and are not put together all the same."""
    heads = "类别 序号 指标 单位 2025年 2030年 属性\n"
    table = heads + "".join(f"供水安全 {at} 农村自来水普及率 % 90 95 预期性\n" for at in range(1, 10))
    for part in (table, table.replace(" ", "\t")):
        document = plain_document("石桥市水务发展规划\n" + part)
        found = find_paragraphs(document, fold(document.text))
        assert [one.text for one in found[1:]] == part.splitlines()


def test_a_row_between_printed_lines_is_left_alone() -> None:
    """The lines of the page around it are put together."""
    line = "加快推进农村供水工程建设和改造，提高水质保障水平，健全运行管护机制，推"
    prose = "\n".join([line] * 9) + "动落实。\n"
    document = plain_document(f"{prose}1 农村自来水普及率和城市供水管网漏损率综合 % 90 95 预期性\n{prose}")
    found = find_paragraphs(document, fold(document.text))
    assert len(found) == 3
    assert found[1].text.endswith("90 95 预期性")


@pytest.mark.parametrize(
    "body",
    [
        f"{HEADS}\n" * 800,
        f"{HEADS}\n1 供水 2 3 4 5 6 7 8\n1 2 3 4 5 6 7 8 9\n" * 400,
        f"{HEADS}\n" + "供水安全\n1 供水能力 万吨/日 120 150 预期性\n" * 400,
        f"{HEADS}\n" + "a b c d e f g h i j k l m n o p q r s t % 1 2 预期性\n" * 400,
        "指标\n数量\n2025年\n2030年\n金额\n" * 400,
    ],
)
def test_hostile_lines_are_read(body: str) -> None:
    """Each line is looked at some few times only, so that this ends at once."""
    for _ in find_tables(find_paragraphs(plain_document(body), fold(body))):
        pass


def test_numbered_captions_are_headings() -> None:
    """They part the rows, of which a caption may have none."""
    text = "石桥市改革清单\n序号\t举措\t责任单位\n一、供水方面\n1\t推行一户一表\t市水务局\n2\t公开水质\t市水务局\n"
    text += "二、排水方面\n三、节水方面\n3\t完善水价机制\t市发展改革委\n"
    outline = find_outline(plain_document(text), fold(text))
    assert [section.title for section in outline.sections][-3:] == ["供水方面", "排水方面", "节水方面"]
    assert [clause.span.of(text).split()[0] for clause in outline.clauses if "tbl" in clause.eid] == [
        "序号",
        "1",
        "2",
        "3",
    ]
