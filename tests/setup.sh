#!/bin/sh
# Installs what the tests need beside Python: LibreOffice Writer and Calc, poppler, Chromium, free faces that
# stand in for those the styles name, and from npm outside judges of what we make: the Open XML SDK,
# axe-core (accessibility) and html-validate.
# For Debian and its derivatives, as root or with sudo.
# Only what is missing is installed, so a second run is quick and needs no network.
set -eu

cd "$(dirname "$0")/.."
folder=build/fonts
faces='FandolHei-Regular FandolSong-Bold FandolKai-Regular FandolFang-Regular'
packages='locales libreoffice-writer libreoffice-calc poppler-utils chromium libatomic1
fonts-arphic-uming fonts-arphic-ukai fonts-wqy-microhei fonts-liberation2'

stop() {
    echo "tests/setup.sh: $*" >&2
    exit 1
}

installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null || true)" = installed ]
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        stop "run this as root, or install sudo; it needs to run: $*"
    fi
}

update() { # the package lists, once
    [ -n "${updated:-}" ] || as_root apt-get update -q
    updated=yes
}

command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || stop "this is not Debian (no apt-get). Install by hand:
  soffice (LibreOffice Writer and Calc), pdftoppm (poppler), chromium, npm (Node 18 or newer), the faces AR PL UMing, AR PL UKai,
  WenQuanYi Micro Hei and Liberation, and put these Fandol files into $folder/:
  $faces"

command -v npm >/dev/null || packages="$packages nodejs npm"
missing=
for package in $packages; do
    installed "$package" || missing="$missing $package"
done
if [ -n "$missing" ]; then
    update
    # shellcheck disable=SC2086 # a list of words
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
fi

wanted=
for face in $faces; do
    [ -s "$folder/$face.otf" ] || wanted="$wanted $face"
done
if [ -n "$wanted" ]; then
    # The faces are a few MB of a TeX package; its TeX is not needed, so it is unpacked, not installed.
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    trap 'exit 1' HUP INT TERM
    chmod 755 "$scratch"
    (cd "$scratch" && apt-get download -q -o APT::Sandbox::User=root texlive-lang-chinese) || {
        update
        (cd "$scratch" && apt-get download -q -o APT::Sandbox::User=root texlive-lang-chinese)
    }
    dpkg -x "$scratch"/texlive-lang-chinese_*.deb "$scratch/unpacked"
    mkdir -p "$folder"
    for face in $wanted; do
        found=$(find "$scratch/unpacked" -name "$face.otf" | head -n 1)
        [ -n "$found" ] || stop "$face.otf is not in the package texlive-lang-chinese"
        cp "$found" "$folder/$face.otf.part"
        mv "$folder/$face.otf.part" "$folder/$face.otf"
    done
fi
# package-lock.json fixes the versions by their hashes and names no address.
if ! cmp -s package-lock.json node_modules/.installed; then
    npm install --no-save --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.installed
fi
echo "tests/setup.sh: everything is in place"
