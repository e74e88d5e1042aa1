# A site goes online only when its branch holds all of its addresses, so that none can be lost.
built=$(git rev-parse HEAD)
git add content/routes.yaml
git diff --cached --quiet || git commit --quiet --message 'content: new addresses and changes in the ledger'
for attempt in 1 2 3; do
  if git push --quiet "$REMOTE" "HEAD:refs/heads/$BRANCH"; then
    echo "The branch holds all addresses."
    @RECORDED@
  fi
  git fetch --quiet "$REMOTE" "refs/heads/$BRANCH"
  if [ "$(git rev-parse FETCH_HEAD)" = "$built" ]; then
    break # it takes no commits
  fi
  if ! git diff --quiet "$built" FETCH_HEAD -- . ':!content/routes.yaml'; then
    echo "@WARNING@Nothing was published: the branch has moved on. The run for its newest commit publishes it."
    @SUPERSEDED@
  fi
  built=$(git rev-parse FETCH_HEAD)
  git rebase --quiet FETCH_HEAD # only addresses were added in between: both sides are kept
done
if ! git diff "$built" HEAD -- content/routes.yaml | grep -q '^+ *["'\'']\{0,1\}/'; then
  echo "@WARNING@The branch takes no commits from here, so it does not record when the data changed. No address is new."
  @RECORDED@
fi
if git push --quiet --force "$REMOTE" HEAD:refs/heads/waymark-ledger; then
  echo "@ERROR@Nothing was published: the branch takes no commits from here. To publish, merge the branch waymark-ledger, which adds the new addresses to content/routes.yaml: $MERGE"
else
  echo "@ERROR@Nothing was published: this job may not push. To publish, run waymark routes --update and commit content/routes.yaml."
fi
echo "@HINT@"
exit 1
