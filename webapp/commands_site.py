"""Commands around the site: serve, demo, user."""

from __future__ import annotations

from importlib import resources

import click

from corpus.errors import ZhengnuoError
from corpus.store import Visibility
from webapp.commands import ChineseGroup, command, config_of
from webapp.commands_corpus import bring_in_with_bar
from webapp.config import Config
from webapp.workspace import Workspace

ACCOUNT_ROLES = {"handler": "承办人员", "planner": "规划人员", "reviewer": "审核员", "admin": "管理员"}
LEAST_PASSWORD = 10


@command()
@click.option("--host", help="监听地址，默认只对本机开放（127.0.0.1）。")
@click.option("--port", type=int, help="监听端口，默认 8000。")
@click.option("--processes", type=click.IntRange(min=1), help="处理请求的进程数，默认与处理器核数相同，最多4个。")
@click.pass_context
def serve(ctx: click.Context, host: str | None, port: int | None, processes: int | None) -> None:
    """启动网站和接口。"""
    _serve(config_of(ctx, host=host, port=port, processes=processes))


def _serve(config: Config) -> None:
    from webapp.serving import serve

    serve(config, click.echo)


@command()
@click.option("--host", help="监听地址。")
@click.option("--port", type=int, help="监听端口。")
@click.option("--no-serve", is_flag=True, help="只导入样例，不启动网站。")
@click.pass_context
def demo(ctx: click.Context, host: str | None, port: int | None, no_serve: bool) -> None:
    """导入自带的样例文件并启动网站。"""
    config = config_of(ctx, host=host, port=port)
    with resources.as_file(resources.files("corpus") / "samples") as folder:
        files = sorted(file for file in folder.iterdir() if file.is_file() and file.suffix not in {".tsv", ".py"})
        bring_in_with_bar(config, files, Visibility.PUBLIC, hidden=False)
    click.echo("样例文件已入库。可以试试：")
    click.echo(f"  1. 检索“助餐”：　　　　http://{config.host}:{config.port}/search?q=助餐")
    click.echo(f"  2. 查看已逾期的承诺：　http://{config.host}:{config.port}/commitments?schedule=overdue")
    click.echo(f"  3. 提一个问题：　　　　http://{config.host}:{config.port}/ask")
    if not no_serve:
        _serve(config)


@click.group(cls=ChineseGroup)
def user() -> None:
    """管理账户。"""


@user.command()
@click.argument("name")
@click.option("--role", required=True, type=click.Choice(list(ACCOUNT_ROLES)), help="角色。")
@click.option("--unit", help="所在单位。")
@click.password_option(prompt="口令", confirmation_prompt="再输入一次", help="口令；不给出则提示输入。")
@click.pass_context
def add(ctx: click.Context, name: str, role: str, unit: str | None, password: str) -> None:
    """添加账户，例如：zhengnuo user add zhang --role handler"""
    from werkzeug.security import generate_password_hash

    if len(password) < LEAST_PASSWORD:
        raise ZhengnuoError(f"口令至少{LEAST_PASSWORD}个字符。")
    with Workspace.open(config_of(ctx)) as workspace:
        if not workspace.store.add_account(name, role, unit, generate_password_hash(password)):
            raise ZhengnuoError(f"账户“{name}”已存在。")
    click.echo(f"已添加账户“{name}”（{ACCOUNT_ROLES[role]}）。")


@user.command(name="list")
@click.pass_context
def list_accounts(ctx: click.Context) -> None:
    """列出账户。"""
    with Workspace.open(config_of(ctx)) as workspace:
        for account in workspace.store.accounts():
            click.echo(f"{account.name}　{ACCOUNT_ROLES.get(account.role, account.role)}　{account.unit or ''}")
