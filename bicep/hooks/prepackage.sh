#!/bin/sh
# The app goes to Azure in its Azure edition or not at all.
set -eu
[ "${LearningSocietyEdition:-}" = Azure ] || {
  echo "The Azure edition was not chosen. Run once: azd env set LearningSocietyEdition Azure" >&2
  exit 1
}
