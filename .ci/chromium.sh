#!/bin/sh
# Browser tests need Chromium and a Chinese font: installs Debian's packages where that is allowed, else says so.
set -u
have() { command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1; }
font() { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ]; }
have && font && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "正在安装 Chromium 和中文字体（浏览器测试需要）……"
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fonts-noto-cjk fontconfig >/dev/null; then
        exit 0
    fi
fi
echo "未找到 Chromium 或中文字体，浏览器测试将显示为“跳过”。安装方法：apt install chromium fonts-noto-cjk" >&2
exit 0
