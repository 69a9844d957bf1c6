# Shared by ./run, ./test and ./motcua: what a fresh machine lacks is installed, and sources are built only when they changed.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export MOTCUA_HOME=${MOTCUA_HOME:-$root/.local}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Vietnamese text cannot be normalised without ICU; some container images switch it off.
unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT

say() { printf '%s\n' "$*" >&2; }

die() { say "$@"; exit 1; }

usage() { say "Sai cách dùng: $1"; say "$2"; exit 2; }

have() { command -v "$1" >/dev/null 2>&1; }

have_any() { compgen -G "$1" >/dev/null; }

# The Debian packages that are missing, of those the program needs; "test" adds what only the tests need.
missing_packages() {
    [ -n "${MOTCUA_DATABASE:-}" ] || [ -n "${MOTCUA_POSTGRES:-}" ] || have_any '/usr/lib/postgresql/1[5-9]/bin/initdb' \
        || have_any '/usr/lib/postgresql/[2-9][0-9]/bin/initdb' || have_any '/usr/pgsql-*/bin/initdb' || echo postgresql
    # The headless shell is the same Chromium without windows: smaller, and much quicker to open a page.
    have chromium-headless-shell || have chromium || have chromium-browser || have google-chrome || echo chromium-headless-shell
    have_any '/usr/share/fonts/truetype/liberation*/LiberationSerif-Regular.ttf' || echo fonts-liberation2
    have_any '/usr/lib/*/libicuuc.so.*' || apt-cache pkgnames libicu | grep -E '^libicu[0-9]+$' | sort -V | tail -1
    if [ "${1:-}" = test ]; then
        have pdftotext || echo poppler-utils
        have zbarimg || echo zbar-tools
        [ -n "$(compgen -G '/usr/lib/postgresql/*/bin/initdb')" ] || echo postgresql
    fi
}

install_packages() {
    local packages
    mapfile -t packages < <(missing_packages "$@" | sort -u)
    [ ${#packages[@]} -gt 0 ] || return 0
    have apt-get || die "Thiếu: ${packages[*]}. Máy không có apt-get, hãy cài các gói tương ứng của hệ điều hành." "(Missing packages; install them by hand.)"
    if [ "$(id -u)" != 0 ]; then
        die "Thiếu gói phần mềm. Chạy lệnh sau rồi thử lại:" "  sudo apt-get install --no-install-recommends ${packages[*]}" "(Missing packages; run the command above.)"
    fi

    say "Đang cài: ${packages[*]} …"
    # The program makes its own cluster; the package need not make and start another.
    mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.d/motcua.conf
    local log
    log=$(mktemp)
    apt-get update -q >"$log" 2>&1 </dev/null || true
    apt-cache show chromium-headless-shell >/dev/null 2>&1 || packages=("${packages[@]/chromium-headless-shell/chromium}")
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}" >>"$log" 2>&1 </dev/null \
        || { tail -15 "$log" >&2; die "Không cài được gói. Kiểm tra mạng rồi chạy: apt-get install --no-install-recommends ${packages[*]}"; }
    rm -f "$log"
}

need_tools() {
    have dotnet || die "Máy chưa có .NET SDK 10: https://dotnet.microsoft.com/download/dotnet/10.0"
    have npm || die "Máy chưa có Node.js 20 trở lên (cần npm): https://nodejs.org"
}

# build PROJECT STAMP [dotnet arguments]: quiet, one at a time, only when a source is newer than the stamp.
build() {
    local project=$1 stamp=$root/artifacts/$2 log=$root/artifacts/$2.log
    shift 2
    fresh "$stamp" && return 0
    mkdir -p "$root/artifacts"
    (
        flock 9
        fresh "$stamp" && exit 0
        need_tools
        say "Đang biên dịch $project (vài phút ở lần đầu) …"
        # What is saved while the build runs is newer than the stamp.
        : > "$stamp.begun"
        # Output goes to a file: compiler servers outlive the build and would keep a pipe of the caller open.
        if ! dotnet build "$root/$project" -c Release -v q -nodeReuse:false "$@" >"$log" 2>&1 </dev/null 9>&-; then
            grep -E 'error|npm ERR' "$log" | sort -u | head -30 >&2 || tail -30 "$log" >&2
            die "Biên dịch không thành công. Nhật ký: $log"
        fi
        sources "$stamp" -print | sort | cksum > "$stamp"
        touch -r "$stamp.begun" "$stamp"
        rm "$stamp.begun"
    ) 9>"$root/artifacts/build.lock"
}

# The stamp keeps a sum of the names of the sources; it is fresh when no name came or went and no file is newer.
fresh() {
    [ -f "$1" ] && [ "$(cat "$1")" = "$(sources "$1" -print | sort | cksum)" ] && [ -z "$(sources "$1" -newer "$1" -print -quit)" ]
}

sources() {
    local stamp=$1 places=(src)
    shift
    [ "$(basename "$stamp")" != built-all ] || places+=(tests)
    (cd "$root" && find "${places[@]}" ./*.props ./*.txt ./*.json .editorconfig \
        \( -name bin -o -name obj -o -name vendor -o -name 'icons.svg*' \) -prune -o -type f "$@")
}
