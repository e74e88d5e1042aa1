#!/bin/sh
# Makes a directory of foreign English prose in target/bench/prose and counts what the rules of language find in it: the
# HTML of Debian's documentation packages, and the README files of the npm packages in src/bench/package.json with all that
# they depend on. Needs Debian, pandoc and npm. Nothing of it is part of the repository.
#
#   src/bench/prose.sh                    # the packages below
#   src/bench/prose.sh git-doc harden-doc # others, without npm
#
# To judge findings: java -cp "target/test-classes:target/waymark/lib/*" org.waymark.bench.ProseFindings --help
set -eu
cd "$(dirname "$0")/../.."
prose=target/bench/prose
debian="apt-doc debian-faq debian-handbook debian-policy debian-reference-en developers-reference installation-guide-amd64
    maint-guide"
[ $# -eq 0 ] || debian="$*"

rm -rf "$prose"
mkdir -p "$prose/packages" "$prose/files" "$prose/markdown"
for package in $debian; do
    (cd "$prose/packages" && apt-get -qq download "$package")
done
for package in "$prose"/packages/*.deb; do
    dpkg-deb --show --showformat '${Package} ${Version}\n' "$package"
    dpkg-deb -x "$package" "$prose/files/$(dpkg-deb --field "$package" Package)"
done

# Pages in English only: translations have a language in their names, or are in a folder of one.
(cd "$prose/files" && find . -type f \( -name '*.html' -o -name '*.html.gz' \)) | sed 's|^\./||' \
    | grep -vE '/(cs|da|de|el|es|fr|id|it|ja|ko|nl|pl|pt|ro|ru|sv|tr|vi|zh)/' \
    | grep -vE '/(ca|[a-z]{2}[-_][A-Z]{2})/|[./_](ca|de|es|fr|it|ja|nl|pl|pt|ru|sv|zh)([-_][a-zA-Z]+)?\.html|-1\.html|genindex|developers-reference\.html' \
    >"$prose/english.txt" || true
(cd "$prose/files" && find . -path '*/en-US/*.html' -o -path '*/en-GB/*.html') | sed 's|^\./||' >>"$prose/english.txt"
sort -u "$prose/english.txt" | xargs -P "$(nproc)" -I '{}' sh -c '
    to="$1/markdown/$(echo "$2" | sed "s|\.html.*||; s|usr/share/||; s|[^A-Za-z0-9]|-|g").md"
    case $2 in *.gz) gzip -dc "$1/files/$2" ;; *) cat "$1/files/$2" ;; esac \
        | sed "s|<a class=\"headerlink\"[^>]*>[^<]*</a>||g" \
        | pandoc -f html-native_divs-native_spans -t gfm-raw_html --wrap=none | grep -vx "\[TABLE\]" >"$to"' sh "$prose" '{}'

if [ $# -eq 0 ]; then
    cp src/bench/package.json "$prose/packages/"
    npm install --prefix "$prose/packages" --ignore-scripts --no-audit --no-fund --silent
    npm ls --prefix "$prose/packages" --all --parseable --long | sed 's|.*:||' | sort -u | tr '\n' ' '
    echo
    find "$prose/packages/node_modules" -iname 'readme*.md' | while read -r readme; do
        cp "$readme" "$prose/markdown/npm-$(echo "${readme#*node_modules/}" | sed 's|[^A-Za-z0-9]|-|g').md"
    done
fi

[ -d target/waymark/lib ] || mvn -q -DskipTests package
exec java -cp "target/test-classes:target/waymark/lib/*" org.waymark.bench.ProseFindings \
    --write "$prose/markdown" "$prose/directory"
