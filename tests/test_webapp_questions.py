"""What is left open, and what people decided: on the page, in the API and on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient

from corpus.store import Visibility
from tests.site_corpus import keep
from tests.site_tour import json_at, number_in, text_at
from webapp.app import create_app
from webapp.cli import main
from webapp.config import Config
from webapp.workspace import Workspace

LETTER = """云南省民政厅关于助餐服务的通知

云民发〔2025〕3号

各州市民政局：

2026年底前，医保局完成助餐服务点医保定点评估。

云南省民政厅

2025年3月5日
"""
SECRET = LETTER.replace("医保局", "老龄委").replace("3号", "4号")
NAMED = "医保局"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a public and an internal letter, each with a name that is left open."""
    with Workspace.open(Config(home=tmp_path)) as workspace:
        keep(workspace, LETTER.encode(), "letter.txt")
        keep(workspace, SECRET.encode(), "secret.txt", Visibility.INTERNAL)
        workspace.follow()
    return tmp_path


def run(home: Path, *arguments: str) -> Result:
    """What a command says."""
    return CliRunner().invoke(main, ["--home", str(home), *arguments])


def reader(home: Path) -> FlaskClient:
    """A reader of a site over the home."""
    return create_app(Workspace.open(Config(home=home)), b"secret").test_client()


def test_from_question_to_decision_and_back(home: Path) -> None:
    """The page tells the command; after it the entity tells who and why; after the other one all is as before."""
    client = reader(home)
    (question,) = json_at(client, "/api/v1/questions")["items"]
    assert (question["name"], question["place"]) == (NAMED, "云南省")
    assert [one["name"] for one in question["candidates"]] == ["云南省医疗保障局"]
    text = text_at(client, "/entities/questions")
    assert number_in(text, r"待定，共(\d+)项") == 1
    assert question["decide"] in text
    assert client.get(question["url"].partition("#")[0]).status_code == 200

    words = question["decide"].split()[1:-4]
    assert run(home, *words, "--reason", "见机构目录", "--author", "测试员").exit_code == 0
    client = reader(home)
    assert json_at(client, "/api/v1/questions")["total"] == 0
    (decision,) = json_at(client, "/api/v1/decisions")["items"]
    assert (decision["meant"], decision["reason"], decision["author"]) == ("云南省医疗保障局", "见机构目录", "测试员")
    for page in (decision["url"], "/entities/questions?view=decided"):
        text = text_at(client, page)
        assert "见机构目录" in text
        assert "测试员" in text
        assert "zhengnuo withdraw 医保局 --place 云南省" in text

    undone = run(home, "withdraw", NAMED, "--place", "云南省", "--reason", "有误", "--author", "复核员")
    assert "1件文件已按此更新" in undone.output
    client = reader(home)
    assert json_at(client, "/api/v1/questions")["total"] == 1
    text = text_at(client, "/entities/questions?view=decided")
    assert "已撤回（复核员" in text


def test_internal_documents_ask_nothing_in_public(home: Path) -> None:
    """Who works on the machine sees the internal question; pages and API never do, nor what was decided on it."""
    listed = json.loads(run(home, "questions", "--json").output)
    assert {row["name"] for row in listed} == {NAMED, "老龄委"}
    assert run(home, "decide", "老龄委", "--none", "--reason", "泛称", "--author", "测试员").exit_code == 0
    client = reader(home)
    for address in (
        "/entities/questions",
        "/entities/questions?view=decided",
        "/api/v1/questions",
        "/api/v1/decisions",
    ):
        assert "老龄委" not in client.get(address).text
    assert [row["name"] for row in json.loads(run(home, "questions", "--decided", "--json").output)] == ["老龄委"]


def test_wrong_use_is_said(home: Path) -> None:
    """A decision needs one answer, a reason and a name; what does not hold cannot be withdrawn."""
    said = ("--reason", "理由", "--author", "测试员")
    assert run(home, "decide", NAMED, *said).exit_code == 2
    assert run(home, "decide", NAMED, "--none", "--as", "云南省医疗保障局", *said).exit_code == 2
    assert run(home, "decide", NAMED, "--as", "云南省医疗保障局", "--author", "测试员").exit_code == 2
    short = run(home, "decide", NAMED, "--as", "民政局", *said)
    assert (short.exit_code, "全称" in short.output) == (1, True)
    assert run(home, "withdraw", NAMED, *said).exit_code == 1
