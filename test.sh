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
program_of() { echo "tests/$1/bin/Embedded/$CONFIGURATION/net10.0/$(basename "$(ls "tests/$1"/*.Tests.csproj)" .csproj)"; }

run_suite() { # suite; leaves its log, exit status and seconds
  local started; started=$(date +%s)
  "$(program_of "$1")" -noColor >"$RUN_DIR/tests/$1.log" 2>&1
  echo "$? $(($(date +%s) - started))" >"$RUN_DIR/tests/$1.end"
}

tell_suite() { # suite
  local suite=$1 log="$RUN_DIR/tests/$1.log" status seconds line total errors wrong left bad
  { read -r status seconds <"$RUN_DIR/tests/$suite.end"; } 2>/dev/null || { status=1 seconds=0; }
  line=$(grep -Eo 'Total: *[0-9]+, Errors: *[0-9]+, Failed: *[0-9]+, Skipped: *[0-9]+' "$log" | tail -n 1)
  read -r total errors wrong left <<<"$(sed -E 's/[^0-9]+/ /g' <<<"$line")"
  if [ -z "${total:-}" ] || { [ "$status" -ne 0 ] && [ "$((errors + wrong))" -eq 0 ]; }; then
    # A suite that did not come to its end counts as one failure, never as none.
    total=${total:-0} errors=1 wrong=0 left=0
    total=$((total + 1))
  fi
  bad=$((errors + wrong))
  passed=$((passed + total - bad - left)) failed=$((failed + bad)) skipped=$((skipped + left))
  printf '%-14s %4d passed, %d failed, %d skipped  (%ds)\n' "$suite" $((total - bad - left)) "$bad" "$left" "$seconds"
  if [ "$bad" -gt 0 ]; then grep -E -A 25 '\[FAIL\]|error|Unhandled' "$log" | head -n 120; fi
}

wanted=()
for project in tests/*/*.Tests.csproj; do
  suite=$(basename "$(dirname "$project")")
  [ $# -gt 0 ] && [[ " $* " != *" $suite "* ]] && continue
  wanted+=("$suite"); rm -f "$RUN_DIR/tests/$suite.end" "$RUN_DIR/tests/$suite.log"
done

# Suites that start the layout server or a browser, or measure time, go one after another; those that wait for an emulator of their own, or for nothing, run beside them.
beside=" Architecture Conformance Domain Extraction "
(
  renice -n 5 "$BASHPID" >/dev/null
  for suite in "${wanted[@]}"; do if [[ "$beside" == *" $suite "* ]]; then run_suite "$suite"; fi; done
) &
for suite in "${wanted[@]}"; do
  [[ "$beside" == *" $suite "* ]] && continue
  run_suite "$suite"; tell_suite "$suite"
done
wait
for suite in "${wanted[@]}"; do if [[ "$beside" == *" $suite "* ]]; then tell_suite "$suite"; fi; done
if [ "$skipped" -gt 0 ]; then printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"; else printf '%d passed, %d failed\n' "$passed" "$failed"; fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
