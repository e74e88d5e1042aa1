#!/bin/sh
# Makes Waymark, measures it and others, and writes the results into src/docs/performance.md. --help shows the options.
set -eu
cd "$(dirname "$0")/../.."
mvn -q -DskipTests -Pdist package # with a class-data archive, as it is released
exec java -cp "target/test-classes:target/waymark/lib/*" org.waymark.bench.Measure "$@"
