#!/bin/sh
# Installs PostgreSQL where it is missing and the Debian package can be installed; the tests start a server of their own.
set -eu
if command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    exit 0
fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "PostgreSQL is not installed: install the package postgresql of your system" >&2
    exit 1
fi
apt-get install -y --no-install-recommends postgresql
