#!/bin/sh
# Finds or, as root on Debian, installs a Firefox and writes its path to target/firefox.path.
set -eu
out=target/firefox.path
mkdir -p target

find_any() {
  for name in ${FIREFOX:-} firefox-esr firefox; do
    if found=$(command -v "$name"); then
      return 0
    fi
  done
  return 1
}

if ! find_any && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  echo "Browser tests: installing the distribution's package firefox-esr (a minute or two)."
  export DEBIAN_FRONTEND=noninteractive
  { apt-get -qq update && apt-get -qq -y install --no-install-recommends firefox-esr fonts-dejavu-core; } \
    > target/firefox-install.log 2>&1 || echo "Browser tests: that did not work, see target/firefox-install.log."
fi

if find_any; then
  echo "Browser tests: using $found."
  echo "$found" > "$out"
else
  echo "Browser tests: install Firefox (Debian: firefox-esr) or name it in FIREFOX; there is none here." >&2
  exit 1
fi
