"""A small corpus for tests of the site: the samples, two versions of a notice, an internal file, personal data."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from corpus import Source
from corpus.store import Visibility
from corpus.store.originals import content_hash
from webapp.config import Config
from webapp.pipeline import read_and_analyse
from webapp.workspace import Workspace

INTERNAL_WORD = "磐石引水隧洞"
"""Stands in the internal file and nowhere else."""
PERSONAL = ("13900001234", "ceshi.lianxi@example.com", "11010519491231002X")
"""Invented personal data of the notice."""

NOTICE = f"""云岭省水务厅关于开展农村供水检查的通知

云水发〔2025〕21号

各市水务局：

一、检查安排

2026年3月底前，各市水务局完成农村供水工程检查，检查覆盖率达到100%。（省水务厅牵头，省财政厅配合）

二、联系方式

联系电话：{PERSONAL[0]}，电子邮箱：{PERSONAL[1]}，证件号码{PERSONAL[2]}。

云岭省水务厅

2025年9月3日
"""
CHANGED = NOTICE.replace("2026年3月底前", "2026年6月底前").replace(
    "二、联系方式", "二、其他\n\n结果予以通报。\n\n三、联系"
)
INTERNAL = f"""云岭省水务厅关于{INTERNAL_WORD}工程的内部报告

云水报〔2025〕7号

省政府：

2027年底前，省水务厅建成{INTERNAL_WORD}，输水能力达到每日12万吨。

云岭省水务厅

2025年10月9日
"""


def open_site(home: Path) -> Workspace:
    """A workspace over a new home that holds the corpus, indexed and joined."""
    workspace = Workspace.open(Config(home=home))
    with resources.as_file(resources.files("corpus") / "samples") as folder:
        for file in sorted(folder.iterdir()):
            if file.is_file() and file.suffix not in {".tsv", ".py"}:
                keep(workspace, file.read_bytes(), file.name)
    keep(workspace, NOTICE.encode(), "notice.txt")
    keep(workspace, CHANGED.encode(), "notice.txt")
    keep(workspace, INTERNAL.encode(), "internal.txt", Visibility.INTERNAL)
    damaged = Source(content_hash(b"PK"), "application/zip", "损坏.docx", "损坏.docx", 2, "2026-01-01T00:00:00Z")
    workspace.store.quarantine(damaged, "zip.damaged", "文件已损坏，请重新获取。", "1")
    workspace.follow()
    return workspace


def keep(workspace: Workspace, data: bytes, name: str, visibility: Visibility = Visibility.PUBLIC) -> str:
    """Brings one file in and gives the id of its document."""
    workspace.store.originals.put(data)
    analysis = read_and_analyse((data, name, name, "2026-11-01T08:00:00+00:00"))
    return workspace.store.put(analysis, visibility).document or ""
