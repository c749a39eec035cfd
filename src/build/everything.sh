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

./mvnw -B -ntp -Pfaults,release,glassfish,wildfly -Dglassfish.tests="$path" -Dwildfly.tests="$path,$checks,$timers,$sessions" verify

newest=$(cat target/newest-java.path)
if [ -z "$newest" ]; then
  echo "Payara 7 and GlassFish 8: left out, there is no Java for them here."
  exit
fi
export JAVA_HOME=${newest%/bin/java}
newer='./mvnw -B -ntp -Ppayara7,payara-server,glassfish'
run='failsafe:integration-test'
$newer -DskipTests pre-integration-test
$newer dependency:properties@locate-server $run@h2 failsafe:verify@verdict '-Dit.test=TwoFactorPathIT,*ChecksIT'
exec $newer dependency:properties@locate-server $run@payara-server $run@glassfish failsafe:verify@verdict \
  -Dpayara-server.tests="$path,$sessions" -Dglassfish.tests="$path,$checks"
