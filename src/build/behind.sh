#!/bin/sh
# Lists libraries and plugins of the build that have a newer release in the line in use, and beyond it. Changes nothing.
set -eu
cd "$(dirname "$0")/../.."
versions=org.codehaus.mojo:versions-maven-plugin:2.19.1
./mvnw -B -ntp -Pwildfly,glassfish,payara-server,release,benchmarks,mutation \
  "-Dmaven.version.ignore=(?i).*[.-](alpha|beta|rc|cr|m)[0-9.-]*.*,[0-9]{8}.*" \
  "$versions:display-property-updates" "$versions:display-dependency-updates" "$versions:display-plugin-updates" \
  | grep -E -- '->|All dependencies|All plugins' | sort -u
