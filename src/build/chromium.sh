#!/bin/sh
# Finds or gets a Chromium for the browser tests and writes its path to target/chromium.path. An
# empty file means: let Playwright download its own when the tests open it.
set -eu
out=target/chromium.path
mkdir -p target

for name in ${CHROMIUM:-} chromium chromium-browser google-chrome google-chrome-stable; do
  if found=$(command -v "$name"); then
    echo "Browser tests: using $found, which is installed here."
    echo "$found" > "$out"
    exit 0
  fi
done

if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  echo "Browser tests: no Chromium here; installing the distribution's package (a minute or two)."
  export DEBIAN_FRONTEND=noninteractive
  if apt-get -qq update && apt-get -qq -y install --no-install-recommends chromium fonts-dejavu-core > target/chromium-install.log 2>&1 \
      && found=$(command -v chromium); then
    echo "Browser tests: installed $found."
    echo "$found" > "$out"
    exit 0
  fi
  echo "Browser tests: that did not work, see target/chromium-install.log."
fi

echo "Browser tests: no Chromium here and no way to install one; Playwright will download its own."
: > "$out"
