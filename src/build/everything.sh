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

# With the profiles of the first argument, the tests that the second selects, in the runs that the others name. The search of the logs
# selects itself: it goes with tests that are selected for a server alone.
on() {
  profiles=$1
  selected=$2
  shift 2
  ./mvnw -B -ntp "-P$profiles" -DskipTests pre-integration-test
  ./mvnw -B -ntp "-P$profiles" dependency:properties@locate-server "${@/#/failsafe:integration-test@}" failsafe:verify@verdict "$selected"
}

./mvnw -B -ntp -Pfaults,release,glassfish,wildfly -Dserver.tests="$path,$checks,$timers,$sessions" verify
on glassfish "-Dserver.tests=$path" server logs

newest=$(cat target/newest-java.path)
if [ -z "$newest" ]; then
  echo "Payara 7 and GlassFish 8: left out, there is no Java for them here."
  exit
fi
export JAVA_HOME=${newest%/bin/java}
on payara7 '-Dit.test=TwoFactorPathIT,*ChecksIT' h2
on payara7,payara-server "-Dserver.tests=$path,$sessions" server logs
on payara7,glassfish "-Dserver.tests=$path,$checks" server logs
