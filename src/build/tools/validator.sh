#!/bin/sh
# Gets the validator of src/test/validator (the Nu Html Checker, run by the build's own Java) into target/validator.
# After node-clients.sh, which sees to it that npm is there.
set -eu
echo "Browser tests: installing the validator of pages."
rm -rf target/validator
mkdir -p target/validator
cp src/test/validator/* src/test/validator/.npmrc target/validator/
cd target/validator
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --prefer-offline
