#!/usr/bin/env bash
# Runs every test there is, as a release needs it: unit, in the container, and in the browser on both databases; beside other programs,
# with nodes and databases killed; the main path, and mostly the checks, on each other server too, those that need a newer Java among
# them; sessions of two nodes where it has them; and makes what a release carries.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
path='**/TwoFactorPathIT.java'
checks='**/*ChecksIT.java'
timers='**/TimersIT.java'
sessions='**/SharedSessionsIT.java'

# The tests of the third argument on the server of the second, as the profiles of the first build it.
on() {
  ./mvnw -B -ntp "-P$1" -DskipTests pre-integration-test
  ./mvnw -B -ntp "-P$1" dependency:properties@locate-server "failsafe:integration-test@$2" failsafe:verify@verdict "$3"
}

./mvnw -B -ntp -Pfaults,release,glassfish,wildfly -Dserver.tests="$path,$checks,$timers,$sessions" verify
on glassfish server "-Dserver.tests=$path"

newest=$(cat target/newest-java.path)
if [ -z "$newest" ]; then
  echo "Payara 7 and GlassFish 8: left out, there is no Java for them here."
  exit
fi
export JAVA_HOME=${newest%/bin/java}
on payara7 h2 '-Dit.test=TwoFactorPathIT,*ChecksIT'
on payara7,payara-server server "-Dserver.tests=$path,$sessions"
on payara7,glassfish server "-Dserver.tests=$path,$checks"
