"""What all commands share: Chinese wording of usage and errors, the settings in force, exit status."""

from __future__ import annotations

import gettext
import os
from functools import partial
from pathlib import Path
from typing import Any

import click

from corpus.errors import ZhengnuoError
from webapp.config import Config

SOME_FAILED = 3
"""Exit status of a command that is done but for some items, each of which has its reason."""

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


command = partial(click.command, cls=ChineseCommand)
"""`click.command` with Chinese wording."""


def config_of(ctx: click.Context, **arguments: Any) -> Config:
    """The settings in force for a command."""
    config: Config = ctx.obj(**arguments)
    return config
