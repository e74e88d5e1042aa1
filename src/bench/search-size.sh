#!/bin/sh
# Prints what a browser loads for a first query at 40, 1,000 and 10,000 case studies. Needs Chromium.
set -eu
cd "$(dirname "$0")/../.."
exec mvn -q test-compile exec:java -Dexec.classpathScope=test -Dmain.class=org.waymark.search.SearchSize "$@"
