#!/bin/sh
# Finds or gets a Chromium for the browser tests and writes its path to target/chromium.path. An
# empty file means: let Playwright download its own when the tests open it.
#
# The one without a window (headless shell) comes first: it draws the same pages and opens them two
# to three times as fast.
set -eu
out=target/chromium.path
mkdir -p target

find_any() {
  for name in "$@"; do
    if found=$(command -v "$name"); then
      return 0
    fi
  done
  return 1
}

take() {
  echo "Browser tests: using $found."
  echo "$found" > "$out"
  exit 0
}

if find_any ${CHROMIUM:-} chromium-headless-shell; then
  take
fi

if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  for package in chromium-headless-shell chromium; do
    if find_any "$package"; then
      take
    fi
    echo "Browser tests: installing the distribution's package $package (a minute or two)."
    if { apt-get -qq update && apt-get -qq -y install --no-install-recommends "$package" fonts-dejavu-core; } \
        > target/chromium-install.log 2>&1 && find_any "$package"; then
      take
    fi
    echo "Browser tests: that did not work, see target/chromium-install.log."
  done
fi

if find_any chromium chromium-browser google-chrome google-chrome-stable; then
  take
fi

echo "Browser tests: no Chromium here and no way to install one; Playwright will download its own."
: > "$out"
