#!/bin/sh
# Makes the environment from a lock file with hashes: environment.sh PYTHON VENV LOCK
set -eu
python=$1 venv=$2 lock=$3
if ! command -v "$python" >/dev/null 2>&1; then
    echo "没有找到 $python，请先安装：apt install python3 python3-venv" >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "需要 Python 3.11 或更高版本，当前为 $("$python" -V 2>&1)，可用 make PYTHON=/路径/python3.11 指定。" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    echo "Python 缺少 venv 模块，请先安装：apt install python3-venv" >&2
    exit 1
fi
[ -x "$venv/bin/pip" ] || "$python" -m venv "$venv"
echo "正在安装依赖（仅首次需要）……"
# Errors only: what pip warns of is for those who keep the lock files, not for readers.
"$venv/bin/pip" install --quiet --quiet --disable-pip-version-check --no-deps --require-hashes -r "$lock"
# The project itself: an editable install by its own backend, which the lock file holds.
"$venv/bin/pip" install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
