"""The command line does what its help says, in Chinese, with the promised exit status."""

from __future__ import annotations

import gettext
import json
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

from webapp.cli import main

PLAN = """云岭省水务厅关于印发云岭省供水提升行动方案（2024—2027年）的通知

云水发〔2024〕12号

各市水务局：

现将《云岭省供水提升行动方案（2024—2027年）》印发给你们，请认真组织实施。

云岭省水务厅

2024年3月5日

云岭省供水提升行动方案（2024—2027年）

一、工作目标

到2027年底，全省农村自来水普及率达到95%以上，建成规模化供水工程120处。

二、重点任务

（一）加快管网改造。2026年底前，完成老旧管网改造3000公里。（省水务厅牵头，省财政厅、省住房城乡建设厅配合）

（二）完善水价机制。2027年底前，省发展改革委会同省水务厅出台农村供水价格管理办法。
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home into which a small folder was brought: a readable file, an empty one, a damaged archive."""
    folder = tmp_path_factory.mktemp("files")
    (folder / "plan.txt").write_text(PLAN, "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 60)
    home = tmp_path_factory.mktemp("home")
    result = run(home, "ingest", str(folder), "--json")
    assert result.exit_code == 3, result.output
    statuses = {Path(item["file"]).name: item for item in json.loads(result.output)["items"]}
    assert statuses["plan.txt"]["status"] == "stored"
    assert statuses["empty.txt"]["status"] == statuses["broken.docx"]["status"] == "quarantined"
    assert statuses["empty.txt"]["reason"]
    return home


def run(home: Path, *arguments: str, given: str | None = None) -> Result:
    """The result of one command."""
    return CliRunner().invoke(main, ["--home", str(home), *arguments], input=given, catch_exceptions=False)


def output(home: Path, *arguments: str) -> Any:
    """The JSON that one command printed."""
    result = run(home, *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_second_ingest_changes_nothing(home: Path, tmp_path: Path) -> None:
    """The same bytes are unchanged, under another name too, and the command is done with status 0."""
    (tmp_path / "copy.txt").write_text(PLAN, "utf-8")
    found = output(home, "ingest", str(tmp_path))
    assert [item["status"] for item in found["items"]] == ["unchanged"]


def test_commitments_by_department(home: Path) -> None:
    """A department's commitments have deadline, roles, statuses and a clause."""
    (row,) = output(home, "commitments", "--department", "财政")
    assert row["deadline"] == "2026"
    assert row["due"] == "2026-12-31"
    assert any("水务厅" in name for name in row["lead"])
    assert any("财政厅" in name for name in row["joint"])
    assert row["official"] == "unreported"
    assert row["clause"]


def test_search_gives_document_and_clause(home: Path) -> None:
    """A hit's highlights are the words that were asked for."""
    found = output(home, "search", "老旧管网改造")
    hit = found["hits"][0]
    start, end = hit["highlights"][0]
    assert hit["text"][start:end] == "老旧管网改造"
    assert hit["document"]
    assert hit["clause"]


def test_ask_cites_or_refuses(home: Path) -> None:
    """An answer stands in its clause; what the documents do not say is refused with the corpus' bounds."""
    answered = output(home, "ask", "农村自来水普及率要达到多少")
    assert not answered["refused"]
    assert "95%" in answered["citations"][0]["quote"]
    refused = output(home, "ask", "公积金贷款最多能贷多少")
    assert refused["refused"]
    assert "1件文件" in refused["reason"]


def test_indicators_and_graph(home: Path) -> None:
    """Indicators have values and times; an entity has relations with their evidence."""
    rows = output(home, "indicators", "--words", "普及率")
    assert [(row["value"], row["unit"], row["when"]) for row in rows] == [(95, "%", "2027")]
    graph = output(home, "graph", "云岭省水务厅")
    assert graph["total"] > 0
    assert graph["edges"][0]["document"]


def test_extract_prints_facts_and_a_report(home: Path, tmp_path: Path) -> None:
    """The JSON is the contract's form; without --json a person can read it."""
    file = tmp_path / "plan.txt"
    file.write_text(PLAN, "utf-8")
    facts = output(home, "extract", str(file))
    assert facts["document"]["doc_number"] == "云水发〔2024〕12号"
    assert {"document", "outline", "statements", "indicators", "times", "departments", "citations"} <= set(facts)
    assert "【表述】" in run(home, "extract", str(file)).output


def test_similar_from_standard_input(home: Path) -> None:
    """A text that is piped in finds the clause that is like it."""
    result = run(home, "similar", "-", "--json", given="建议加快农村老旧供水管网改造，保障饮水安全。")
    assert json.loads(result.output)["items"][0]["shared"]


@pytest.mark.parametrize("format_name", ["xlsx", "csv", "graphml", "jsonld"])
def test_exports_are_written(home: Path, tmp_path: Path, format_name: str) -> None:
    """Each format writes a file that is not empty."""
    file = tmp_path / f"out.{format_name}"
    assert run(home, "export", format_name, str(file)).exit_code == 0
    assert file.stat().st_size > 100


def test_keeping_commands(home: Path) -> None:
    """The index is rebuilt, checked, and documents are analysed again from their originals."""
    assert run(home, "reindex").exit_code == 0
    checked = run(home, "check")
    assert (checked.exit_code, "全部一致" in checked.output) == (0, True)
    assert "重新抽取1件" in run(home, "reanalyse", "--all").output


def test_accounts(home: Path) -> None:
    """An account is made once, with a password of some length."""
    assert run(home, "user", "add", "reader", "--role", "handler", "--password", "long-enough-1").exit_code == 0
    assert "已存在" in run(home, "user", "add", "reader", "--role", "handler", "--password", "long-enough-1").output
    assert "至少" in run(home, "user", "add", "other", "--role", "admin", "--password", "short").output
    assert "承办人员" in run(home, "user", "list").output


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("ingest", "没有这个文件夹"), 1),
        (("export", "unknown", "x"), 1),
        (("graph", "不存在的单位名称"), 1),
        (("search",), 2),
        (("commitments", "--role", "boss"), 2),
    ],
)
def test_failures_have_their_status(home: Path, arguments: tuple[str, ...], status: int) -> None:
    """1 where it failed, 2 where it was called wrongly."""
    assert run(home, *arguments).exit_code == status


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("searc",), "没有命令"),
        (("search",), "缺少参数"),
        (("commitments", "--role", "boss"), "不在可选值之内"),
        (("graph", "--depth", "9", "x"), "不在范围"),
        (("--help",), "用法："),
    ],
)
def test_wrong_usage_is_told_in_chinese(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    """What the command line library says is in Chinese too."""
    assert told in run(tmp_path, *arguments).output


def test_catalogue_is_compiled() -> None:
    """The compiled catalogue says what its source says."""
    folder = Path(__file__).parent.parent / "webapp" / "locale" / "zh_CN" / "LC_MESSAGES"
    with (folder / "zhengnuo.po").open("rb") as source, (folder / "zhengnuo.mo").open("rb") as compiled:
        said = gettext.GNUTranslations(compiled)
        for message in read_po(source, locale="zh_CN"):
            if isinstance(message.id, tuple | list):
                assert said.ngettext(message.id[0], message.id[1], 2) == (message.string or [""])[0]
            elif message.id:
                assert said.gettext(message.id) == message.string
