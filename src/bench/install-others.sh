#!/bin/sh
# Installs Eleventy and Pagefind into target/bench, for src/bench/measure.sh to measure. Needs npm.
set -eu
cd "$(dirname "$0")/../.."
mkdir -p target/bench
cp src/bench/package.json target/bench/
exec npm install --prefix target/bench --ignore-scripts --no-audit --no-fund
