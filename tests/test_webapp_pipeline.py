"""Files on their way: two writers at once, versions, hostile files, and what is never kept."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from corpus.store import DocumentFilter, Outcome, Store, Visibility
from webapp.config import load_config
from webapp.intake import bring_in, files_under
from webapp.workspace import Workspace

NOTICE = """鹭汀县水务局关于开展第{}次管网检查的通知

各乡镇水务站：

请于2026年{}月底前完成管网检查，并报送结果。

鹭汀县水务局
2026年1月5日
"""


def write_notices(folder: Path, numbers: range) -> Path:
    """A folder with one notice a number."""
    folder.mkdir()
    for number in numbers:
        (folder / f"{number}.txt").write_text(NOTICE.format(number, number % 12 + 1), "utf-8")
    return folder


def start(home: Path, folder: Path) -> subprocess.Popen[str]:
    """An ingest in a process of its own."""
    command = [sys.executable, "-m", "webapp", "--home", str(home), "ingest", str(folder), "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_processes_ingest_into_one_home(tmp_path: Path) -> None:
    """Nothing is lost, nothing is there twice, nobody is told of a lock, and everything can be found."""
    home = tmp_path / "home"
    folders = [write_notices(tmp_path / "a", range(12)), write_notices(tmp_path / "b", range(6, 18))]
    running = [start(home, folder) for folder in folders]
    outputs = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0], outputs
    assert not any("locked" in text for pair in outputs for text in pair)
    statuses = [item["status"] for out, _ in outputs for item in json.loads(out)["items"]]
    assert sorted(statuses) == ["stored"] * 18 + ["unchanged"] * 6
    with Workspace.open(load_config(home, environ={})) as workspace:
        assert workspace.store.documents().total == 18
        assert workspace.differences() == (frozenset(), frozenset())
        assert workspace.engine.search("管网检查").documents == 18


def ingest(home: Path, *paths: Path, **settings: Any) -> list[Any]:
    """What became of each file."""
    config = load_config(home, environ={}, **settings)
    return bring_in(config, files_under(paths), Visibility.PUBLIC)


def test_changed_file_is_a_new_version(tmp_path: Path) -> None:
    """A file that changed at its place becomes version 2; the search finds the new words and not the old ones."""
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE.format(1, 3), "utf-8")
    ingest(tmp_path / "home", file)
    file.write_text(NOTICE.format(1, 3).replace("管网检查", "泵站巡查"), "utf-8")
    (result,) = ingest(tmp_path / "home", file)
    assert result.stored.version == 2
    with Workspace.open(load_config(tmp_path / "home", environ={})) as workspace:
        assert workspace.engine.search("泵站巡查").documents == 1
        assert workspace.engine.search("管网检查").documents == 0


def test_secret_marks_leave_no_trace(tmp_path: Path) -> None:
    """Of a file that bears a mark of secrecy nothing is kept, and the reason says what to do."""
    file = tmp_path / "marked.txt"
    file.write_text("机密★10年\n\n" + NOTICE.format(1, 3), "utf-8")
    (result,) = ingest(tmp_path / "home", file)
    assert result.stored.outcome is Outcome.QUARANTINED
    assert "保密规定" in result.stored.reason
    assert not any(path.is_file() for path in (tmp_path / "home" / "originals").rglob("*"))


def test_hostile_files_do_not_stop_the_others(tmp_path: Path) -> None:
    """A zip bomb, rubbish and a file over the limit are told, and the good file beside them is kept."""
    folder = write_notices(tmp_path / "files", range(1))
    with zipfile.ZipFile(folder / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("word/document.xml", b"0" * 80_000_000)
    (folder / "rubbish.pdf").write_bytes(bytes(range(256)) * 40)
    (folder / "huge.txt").write_text("字" * 400_000, "utf-8")
    results = {result.path.name: result.stored for result in ingest(tmp_path / "home", folder, size_limit=1_000_000)}
    assert results["0.txt"].outcome is Outcome.STORED
    for name in ("bomb.docx", "rubbish.pdf", "huge.txt"):
        assert results[name].outcome is Outcome.QUARANTINED
        assert results[name].reason.endswith("。")


def test_slow_files_are_stopped(tmp_path: Path) -> None:
    """A file that takes longer than its time is quarantined with the reason."""
    file = tmp_path / "long.txt"
    file.write_text(NOTICE.format(1, 3) * 40_000, "utf-8")
    (result,) = ingest(tmp_path / "home", file, time_limit=1)
    assert result.stored.outcome is Outcome.QUARANTINED
    assert "时间超过上限" in result.stored.reason


def test_internal_files_are_found_by_nobody(tmp_path: Path) -> None:
    """An internal file is in the store and in no list or search of the public."""
    folder = write_notices(tmp_path / "files", range(1))
    bring_in(load_config(tmp_path / "home", environ={}), files_under([folder]), Visibility.INTERNAL)
    with Workspace.open(load_config(tmp_path / "home", environ={})) as workspace:
        assert workspace.engine.search("管网检查").total == 0
        assert workspace.store.commitments().total == 0
        everybody = DocumentFilter(visibility=tuple(Visibility))
        assert workspace.store.documents(everybody).total == 1


def test_index_of_another_version_is_filled_anew(tmp_path: Path) -> None:
    """Opening a home mends an outdated index; until it is mended, searches see it as it was."""
    home = tmp_path / "home"
    ingest(home, write_notices(tmp_path / "files", range(3)))
    for state in (home / "index").rglob("*.json"):
        state.write_text(state.read_text("utf-8").replace('"analyser": "', '"analyser": "old-'), "utf-8")
    config = load_config(home, environ={})
    with Workspace.open(config, mend=False) as workspace:
        assert workspace.is_outdated
        assert workspace.engine.search("管网检查").documents == 3
        workspace.catch_up()
        assert not workspace.is_outdated
        assert workspace.engine.search("管网检查").documents == 3


def test_store_is_the_only_truth(tmp_path: Path) -> None:
    """An index that lost a document, or has one too many, is found out and mended."""
    home = tmp_path / "home"
    ingest(home, write_notices(tmp_path / "files", range(3)))
    with Workspace.open(load_config(home, environ={})) as workspace:
        lost = workspace.store.document_ids()[0]
        workspace.engine.remove(lost)
        workspace.engine.commit()
        missing, surplus = workspace.differences()
        assert missing == {lost}
        assert not surplus
        workspace.mend(missing, surplus)
        assert workspace.differences() == (frozenset(), frozenset())
    assert Store.open(home).documents().total == 3
