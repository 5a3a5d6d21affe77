#!/usr/bin/env bash
# Brings the agent programs that docs/agents tells how to set up, for the profile agent-programs. Does
# nothing where they are there. Who names the profile wants them, so without them the build ends.
# Arguments: "true" among them skips it all.
set -euo pipefail
cd "$(dirname "$0")/../../.."

for argument in "$@"; do
  if [ "$argument" = true ]; then
    exit 0
  fi
done

from=src/test/npm/agents
to=target/agent-programs
if cmp -s "$from/package-lock.json" "$to/installed-lock.json"; then
  exit 0
fi
if [ "$(uname -sm)" != "Linux x86_64" ]; then
  echo "The profile agent-programs is for Linux on x86-64: the versions that it pins are for no other." >&2
  exit 1
fi
if ! command -v npm >/dev/null; then
  echo "The profile agent-programs needs npm." >&2
  exit 1
fi

echo "Installing agent programs for the tests: 500 MB to download, 1.3 GB on the disk"
umask 022
rm -rf "$to"
mkdir -p "$to"
cp "$from/package.json" "$from/package-lock.json" "$from/.npmrc" "$to"

# No package runs anything while it is installed, but for those that do not work without it. Their
# scripts find our Node.js: npm has it in front of the path.
install() {
  cd "$to" &&
    npm ci --prefer-offline --no-audit --no-fund --loglevel=error &&
    npm rebuild --ignore-scripts=false --foreground-scripts --loglevel=error \
      openclaw @anthropic-ai/claude-code @ampcode/cli
}
if ! (install) >"$to/npm.log" 2>&1; then
  tail -n 20 "$to/npm.log" >&2
  echo "npm could not install the agent programs." >&2
  exit 1
fi
cp "$from/package-lock.json" "$to/installed-lock.json"
