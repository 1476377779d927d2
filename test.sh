#!/usr/bin/env bash
# Sets up what the tests need, builds everything, runs every test, and ends with one line: N passed, N failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. infra/setup/setup.sh

prepare() {
  set_up_to_run
  need_packages infra/setup/packages-test.txt
  need_bicep
  need_build tests LearningSociety.sln functions infra tests LearningSociety.sln
  # The solution holds what run.sh would build, so run.sh need not.
  cp -p "$RUN_DIR/built-tests" "$RUN_DIR/built-run"
  cp -p "$RUN_DIR/built-tests" "$RUN_DIR/built-layout"
}

mkdir -p "$RUN_DIR/tests"
with_lock prepare

passed=0 failed=0 skipped=0
# Suites that start Azurite, the layout server or a browser go one after another; the pure ones are quick anyway.
for project in tests/*/*.Tests.csproj; do
  suite=$(basename "$(dirname "$project")")
  [ $# -gt 0 ] && [[ " $* " != *" $suite "* ]] && continue
  program="tests/$suite/bin/Embedded/$CONFIGURATION/net10.0/$(basename "$project" .csproj)"
  log="$RUN_DIR/tests/$suite.log"
  started=$(date +%s)
  "$program" -noColor >"$log" 2>&1
  status=$?
  line=$(grep -Eo 'Total: *[0-9]+, Errors: *[0-9]+, Failed: *[0-9]+, Skipped: *[0-9]+' "$log" | tail -n 1)
  read -r total errors wrong left <<<"$(sed -E 's/[^0-9]+/ /g' <<<"$line")"
  if [ -z "${total:-}" ] || { [ "$status" -ne 0 ] && [ "$((errors + wrong))" -eq 0 ]; }; then
    # A suite that did not come to its end counts as one failure, never as none.
    total=${total:-0} errors=1 wrong=0 left=0
    total=$((total + 1))
  fi
  bad=$((errors + wrong))
  passed=$((passed + total - bad - left)) failed=$((failed + bad)) skipped=$((skipped + left))
  printf '%-14s %4d passed, %d failed, %d skipped  (%ds)\n' "$suite" $((total - bad - left)) "$bad" "$left" $(($(date +%s) - started))
  [ "$bad" -gt 0 ] && grep -E -A 25 '\[FAIL\]|error|Unhandled' "$log" | head -n 120
done
if [ "$skipped" -gt 0 ]; then printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"; else printf '%d passed, %d failed\n' "$passed" "$failed"; fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
