#!/bin/sh
# Runs a command beside a search cluster of three nodes in one Java process, and stops it afterwards: cluster.sh COMMAND...
# The command finds the nodes in ZHENGNUO_OPENSEARCH_URL, and in ZHENGNUO_TEST_CLUSTER what stops and starts single ones.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
for program in java mvn; do
    if ! command -v "$program" >/dev/null 2>&1; then
        echo "没有找到 $program，请先安装：apt install openjdk-17-jdk-headless maven" >&2
        exit 1
    fi
done
folder=$(mktemp -d)
nodes=
finish() {
    trap - EXIT INT TERM
    if [ -n "$nodes" ]; then
        kill "$nodes" 2>/dev/null || true
        wait "$nodes" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

echo "正在准备 OpenSearch（首次约下载 55 MB）……"
mvn -q -B -f "$here/tests/cluster/pom.xml" dependency:build-classpath -Dmdep.outputFile="$folder/classpath"
# Three nodes share the heap, 400 MB each.
java -Xms256m -Xmx1200m -cp "$(cat "$folder/classpath")" "$here/tests/cluster/TestCluster.java" \
    "$folder/data" "$folder/ready" >"$folder/log" 2>&1 &
nodes=$!
waited=0
while [ ! -f "$folder/ready" ]; do
    if ! kill -0 "$nodes" 2>/dev/null || [ "$waited" -ge 240 ]; then
        echo "OpenSearch 集群未能启动：" >&2
        tail -n 40 "$folder/log" >&2
        exit 1
    fi
    sleep 1
    waited=$((waited + 1))
done
ZHENGNUO_OPENSEARCH_URL=$(sed -n 1p "$folder/ready")
ZHENGNUO_TEST_CLUSTER=$(sed -n 2p "$folder/ready")
export ZHENGNUO_OPENSEARCH_URL ZHENGNUO_TEST_CLUSTER
echo "三个节点已启动：$ZHENGNUO_OPENSEARCH_URL"
"$@"
