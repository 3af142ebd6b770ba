"""The command line `zhengnuo`: each command is its options, one call, and how the result is printed.

Exit status: 0 done, 1 failed, 2 wrong usage, 3 done but some items failed (each with its reason).
"""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path
from typing import Any

import click

from corpus.errors import ZhengnuoError
from webapp.config import Config, load_config

SOME_FAILED = 3

# What click itself says is taken from the catalogue of this text domain, whatever the machine's language is.
os.environ["LANGUAGE"] = "zh_CN"
gettext.bindtextdomain("zhengnuo", str(Path(__file__).parent / "locale"))
gettext.textdomain("zhengnuo")


class ChineseCommand(click.Command):
    """A command whose usage line is in Chinese."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **{"options_metavar": "[选项]"} | settings)


class ChineseGroup(click.Group):
    """A group whose commands tell what went wrong in a Chinese sentence instead of a traceback."""

    command_class = ChineseCommand

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        wording = {"options_metavar": "[选项]", "subcommand_metavar": "命令 [参数]..."}
        super().__init__(*arguments, **wording | settings)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; a `ZhengnuoError` becomes a message and exit status 1."""
        try:
            return super().invoke(ctx)
        except ZhengnuoError as error:
            click.echo(f"错误：{error}", err=True)
            ctx.exit(1)


@click.group(cls=ChineseGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--home", type=click.Path(path_type=Path), help="数据目录（也可用环境变量 ZHENGNUO_HOME 指定）。")
@click.version_option(package_name="zhengnuo", message="政诺 %(version)s")
@click.pass_context
def main(ctx: click.Context, home: Path | None) -> None:
    """政诺：从政府文件中提取可核对的承诺、指标和答复依据。"""
    ctx.obj = lambda **arguments: load_config(home, **arguments)


def config_of(ctx: click.Context, **arguments: Any) -> Config:
    """The settings in force for a command."""
    config: Config = ctx.obj(**arguments)
    return config


def run() -> None:
    """Entry point for `python -m webapp`."""
    sys.exit(main())


def _register() -> None:
    """Brings in the commands; their modules import `main` from here."""
    from webapp import commands_ask, commands_corpus, commands_evaluate, commands_site  # noqa: F401


_register()
