# Sourced by run.sh and test.sh from the repository's root: what the machine needs, installed once and said aloud.

RUN_DIR="$PWD/.run"
CONFIGURATION=Release

say() { printf '%s\n' "$*" >&2; }
give_up() { say "$1"; exit "${2:-1}"; }

# A version such as "v20.20.2" or "10.0.401": its first number.
major() { local v=${1#v}; printf '%s' "${v%%.*}"; }

need_toolchains() {
  command -v dotnet >/dev/null || give_up "The .NET 10 SDK is missing: install it, then start again (https://dotnet.microsoft.com)."
  [ "$(major "$(dotnet --version 2>/dev/null || echo 0)")" -ge 10 ] 2>/dev/null || give_up ".NET 10 is needed, this machine has $(dotnet --version 2>/dev/null || echo none): install the .NET 10 SDK, then start again."
  command -v node >/dev/null || give_up "Node 20 is missing: install it, then start again (https://nodejs.org)."
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' || give_up "Node 20.19 or newer is needed, this machine has $(node --version): update it, then start again."
  command -v npm >/dev/null || give_up "npm is missing: it comes with Node 20; install it, then start again."
}

# True when the package is installed in a version that the pattern allows.
has_package() {
  local name=${1%%=*} pattern=${1#*=} line
  line=$(dpkg-query -W -f='${db:Status-Status} ${Version}' "$name" 2>/dev/null) || return 1
  [ "${line%% *}" = installed ] || return 1
  # shellcheck disable=SC2053  # the right side is a pattern on purpose
  [[ ${line#* } == $pattern ]]
}

need_packages() { # a list file
  local entry missing=() as_root=()
  while read -r entry; do
    [ -n "$entry" ] && { has_package "$entry" || missing+=("${entry%=\*}"); }
  done < "$1"
  [ ${#missing[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null || give_up "These Debian packages are needed and apt-get is not here to install them: ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || give_up "These packages are needed and this account may not install them; run: sudo apt-get install ${missing[*]}"
    as_root=(sudo -n)
  fi
  say "Installing Debian packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq >"$RUN_DIR/apt.log" 2>&1 || true
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}" >>"$RUN_DIR/apt.log" 2>&1 \
    || give_up "The packages could not be installed (no network, or a version is gone); see .run/apt.log: ${missing[*]}"
}

# npm ci of a folder's lock file into a target folder, unless the lock there is the same.
need_npm() { # what, source folder, target folder
  local what=$1 source=$2 target=$3
  cmp -s "$source/package-lock.json" "$target/node_modules/.installed-lock" && return 0
  say "Installing $what (npm, versions pinned by $source/package-lock.json)"
  mkdir -p "$target"
  [ "$source" -ef "$target" ] || cp "$source/package.json" "$source/package-lock.json" "$target/"
  npm ci --ignore-scripts --no-audit --no-fund --prefix "$target" >"$RUN_DIR/npm.log" 2>&1 \
    || give_up "$what could not be installed (no network?); see .run/npm.log"
  cp "$source/package-lock.json" "$target/node_modules/.installed-lock"
}

# The Bicep compiler as a NuGet package, of which there is one for Linux on x64.
need_bicep() {
  local source=infra/setup/bicep target="$RUN_DIR/bicep" program
  [ -x "$target/bicep" ] && cmp -s "$source/packages.lock.json" "$target/packages.lock.json" && return 0
  say "Installing the Bicep compiler (NuGet, version pinned by $source/packages.lock.json)"
  mkdir -p "$target"
  dotnet restore "$source" --locked-mode >"$RUN_DIR/bicep.log" 2>&1 && program=$(dotnet msbuild "$source" -nologo -getProperty:BicepPath) && [ -x "$program" ] \
    || give_up "The Bicep compiler could not be installed (no network?); see .run/bicep.log"
  ln -sf "$program" "$target/bicep"
  cp "$source/packages.lock.json" "$target/"
}

# Anything that goes into a build and is newer than the stamp, folders included, so that a deleted file counts too.
changed_since() { # stamp, paths...
  local stamp=$1; shift
  [ -e "$stamp" ] || return 0
  [ -n "$(find "$@" \( -name bin -o -name obj -o -name node_modules -o -name TestResults \) -prune -o -newer "$stamp" -print -quit)" ]
}

need_build() { # stamp name, project or solution, paths...
  local stamp="$RUN_DIR/built-$1" project=$2; shift 2
  changed_since "$stamp" "$@" Directory.Build.props Directory.Packages.props global.json host.json || return 0
  say "Building $project"
  # What the build would make in a project's folder is there before it begins: made later, it would look like a change.
  find "$@" -name node_modules -prune -o -name '*.csproj' -execdir mkdir -p bin obj \;
  local begun; begun=$(mktemp "$RUN_DIR/begun.XXXXXX")
  dotnet build "$project" -c "$CONFIGURATION" -v quiet -nologo -clp:NoSummary -p:UseSharedCompilation=true >"$RUN_DIR/build.log" 2>&1 \
    || { tail -n 20 "$RUN_DIR/build.log" >&2; rm -f "$begun"; give_up "The build of $project failed; see .run/build.log"; }
  # The stamp bears the time at which the build began: an edit made meanwhile builds again.
  mv "$begun" "$stamp"
}

# Two starts at once must not install or build over each other.
with_lock() { exec 9>"$RUN_DIR/setup.lock"; flock 9; "$@"; flock -u 9; exec 9>&-; }

set_up_to_run() {
  mkdir -p "$RUN_DIR"
  need_toolchains
  need_packages infra/setup/packages-run.txt
  need_npm "Azurite, the storage emulator" infra/setup/azurite "$RUN_DIR/tools"
  need_npm "what pages load and are built with: pdf.js, ECharts, Vite" functions/App/Web functions/App/Web
}
