#!/usr/bin/env bash
# Measures the layout server beside the usual tools, on the same scans in one run: tests/Benchmark/run.sh [--rounds N] [--growth PAGES] [PDF...]
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet build infra/layout -c Release -p:UseSharedCompilation=true -v quiet --nologo >&2
exec python3 tests/Benchmark/benchmark.py "$@"
