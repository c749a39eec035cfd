#!/bin/sh
# Gets HAProxy, Apache httpd with mod_perl and nginx's JavaScript module for the tests of gateways: unpacked from
# the distribution's packages, not installed. Writes their paths to target/haproxy.path, target/httpd.path and
# target/njs.path. An empty file means: there is none, and those tests are left out.
set -eu
own=$PWD/target/gateways
main="haproxy apache2-bin libapache2-mod-perl2 libnginx-mod-http-js"
mkdir -p target

unpack() (
  rm -rf "$own.part" && mkdir "$own.part" || exit 1
  if [ "$(id -u)" = 0 ]; then apt-get -qq update || exit 1; fi
  # with all that they need and this machine has not; never another C library than that of its loader
  plan=$(apt-get -s install --no-install-recommends $main) || exit 1
  needed=$(echo "$plan" | sed -n 's/^Inst \([^ ]*\) .*/\1/p' | grep -v '^libc[0-9-]')
  cd "$own.part" && apt-get -qq download $(printf '%s\n' $main $needed | sort -u) || exit 1
  for package in *.deb; do dpkg-deb -x "$package" . || exit 1; done
  rm -- *.deb && mv "$own.part" "$own"
)

if [ ! -d "$own" ] && command -v apt-get > /dev/null; then
  echo "Gateway tests: unpacking the distribution's $main, which are not installed."
  unpack > target/gateways-install.log 2>&1 || echo "Gateway tests: that did not work, see target/gateways-install.log."
fi

libraries=$(echo "$own"/usr/lib/*-linux-gnu "$own"/lib/*-linux-gnu | tr ' ' ':')
perl=$(echo "$own"/usr/lib/*-linux-gnu/perl5/* "$own"/usr/lib/*-linux-gnu/perl/* "$own"/usr/share/perl5 "$own"/usr/share/perl/* | tr ' ' ':')

# name, program below the unpacked files: as a script that runs it with what was unpacked beside it
offer() {
  if [ -x "$own/$2" ]; then
    printf '#!/bin/sh\nexport LD_LIBRARY_PATH="%s" PERL5LIB="%s" MODULES="%s"\nexec "%s" "$@"\n' \
      "$libraries" "$perl" "$own/usr/lib/apache2/modules" "$own/$2" > "$own/$1"
    chmod +x "$own/$1"
    echo "Gateway tests: using $own/$2."
    echo "$own/$1" > "target/$1.path"
  else
    echo "Gateway tests: left out for $1, which is not here."
    : > "target/$1.path"
  fi
}
offer haproxy usr/sbin/haproxy
offer httpd usr/sbin/apache2

module=$own/usr/lib/nginx/modules/ngx_http_js_module.so
if [ -e "$module" ]; then echo "$module" > target/njs.path; else : > target/njs.path; fi
