#!/usr/bin/env bash
# Brings what the tests use besides Java: a browser with its driver, curl, setpriv to become another
# user, bubblewrap for a sandbox, MCP clients from npm with a Node.js of their own, and two proxies.
# Does nothing where all of it is there. Arguments: "true" among them skips it all.
set -euo pipefail
cd "$(dirname "$0")/../../.."

for argument in "$@"; do
  if [ "$argument" = true ]; then
    exit 0
  fi
done

# MCP clients: the tests that want them are skipped without them, so nothing here may fail the build.
install_mcp_clients() {
  local to=target/npm
  if cmp -s src/test/npm/package-lock.json "$to/installed-lock.json"; then
    return
  fi
  if ! command -v npm >/dev/null; then
    echo "There is no npm: tests with MCP clients will be skipped."
    return
  fi
  echo "Installing MCP clients for the tests"
  rm -rf "$to"
  mkdir -p "$to"
  cp src/test/npm/package.json src/test/npm/package-lock.json src/test/npm/.npmrc "$to"
  if (cd "$to" && npm ci --prefer-offline --no-audit --no-fund --loglevel=error) >"$to/npm.log" 2>&1; then
    cp src/test/npm/package-lock.json "$to/installed-lock.json"
  else
    echo "npm could not install them ($to/npm.log): tests with MCP clients will be skipped."
  fi
}

# Debian's Caddy and nginx, for the samples in docs/reverse-proxy.md. Unpacked and not installed: nothing
# of theirs is to start here. Without them that test is skipped.
unpack_proxies() {
  local to=target/proxies package
  [ -x "$to/usr/bin/caddy" ] && [ -x "$to/usr/sbin/nginx" ] && return
  if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
    echo "This is no Debian: the samples for Caddy and nginx will not be tried."
    return
  fi
  echo "Fetching Caddy and nginx for the tests"
  mkdir -p "$to"
  if (cd "$to" && apt-get -qq -o Acquire::Retries=3 download caddy nginx) >"$to/apt.log" 2>&1; then
    for package in "$to"/*.deb; do
      dpkg-deb -x "$package" "$to" >>"$to/apt.log" 2>&1 || true
    done
  else
    echo "apt-get could not fetch them ($to/apt.log): the samples for Caddy and nginx will not be tried."
  fi
}

# What is only missed where it cannot be had.
install_extras() {
  install_mcp_clients
  unpack_proxies
}

missing=()
[ -x /usr/bin/chromium ] || missing+=(chromium)
[ -x /usr/bin/chromedriver ] || missing+=(chromium-driver)
command -v curl >/dev/null || missing+=(curl)
command -v setpriv >/dev/null || missing+=(util-linux)
command -v bwrap >/dev/null || missing+=(bubblewrap)
optional=()
command -v npm >/dev/null || optional+=(npm)
if [ ${#missing[@]} -eq 0 ] && [ ${#optional[@]} -eq 0 ]; then
  install_extras
  exit 0
fi

# For want of what must be there the build ends here; what is optional is only missed.
give_up() {
  if [ ${#missing[@]} -eq 0 ]; then
    install_extras
    exit 0
  fi
  echo "The tests need ${missing[*]}: $1" >&2
  exit 1
}

install="apt-get install --no-install-recommends ${missing[*]} ${optional[*]}"
if [ "$(id -u)" -eq 0 ]; then
  privileged=(env)
elif sudo -n true 2>/dev/null; then
  privileged=(sudo -n env)
else
  give_up "run 'sudo $install' once."
fi
if ! command -v apt-get >/dev/null; then
  give_up "install them with this system's package manager."
fi

apt_get() {
  "${privileged[@]}" DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 \
    -o Acquire::Retries=3 "$@"
}

echo "Installing what the tests need: ${missing[*]} ${optional[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# The lists have a lock that apt-get does not wait for; with old lists the installation may still do.
for attempt in 1 2 3 4 5 6; do
  if apt_get update >"$log" 2>&1; then
    break
  fi
  sleep $((attempt * 5))
done
if [ ${#missing[@]} -ne 0 ] \
  && ! apt_get install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
  tail -n 20 "$log" >&2
  give_up "apt-get could not install them: run '$install' once."
fi
if [ ${#optional[@]} -ne 0 ]; then
  apt_get install -y --no-install-recommends "${optional[@]}" >>"$log" 2>&1 || true
fi
install_extras
