#!/usr/bin/env bash
# How long purser-agent takes to say that there is no daemon: plainly, and by its launcher with a
# class archive. Alternately in one run, so that whatever else the machine does hits both. Prints
# medians and their ratio; believe the ratio. Needs target/purser-agent.jar.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-20}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cp target/purser-agent.jar src/main/sh/purser-agent src/main/sh/purser-agent-archive "$dir"
"$dir/purser-agent-archive"

millis() {
  local begin end
  begin=$(date +%s%N)
  "$@" add-to-cart eggs --quantity 1 --socket "$dir/none.sock" 2>/dev/null || true
  end=$(date +%s%N)
  echo $(((end - begin) / 1000000))
}
median() { sort -n "$1" | sed -n "$((runs / 2 + 1))p"; }

for _ in $(seq "$runs"); do
  millis java -jar "$dir/purser-agent.jar" >>"$dir/plain"
  millis "$dir/purser-agent" >>"$dir/launched"
done
plain=$(median "$dir/plain")
launched=$(median "$dir/launched")
echo "java -jar: $plain ms, purser-agent: $launched ms, ratio $((plain * 100 / launched)) %"
