#!/bin/sh
# The tests once more (without LibreOffice, browsers and inspection) on the newest Python that this machine has, if it is
# newer than the one in .venv.
set -eu
cd "$(dirname "$0")/.."
current=$(.venv/bin/python -c 'import sys; print(sys.version_info[1])')
newest=
for minor in 16 15 14 13 12; do
    [ "$minor" -gt "$current" ] || break
    for candidate in "python3.$minor" "$HOME"/.pyenv/versions/3."$minor".*/bin/python; do
        if "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then newest=$candidate; break 2; fi
    done
done
if [ -z "$newest" ]; then
    echo "没有比 Python 3.$current 更新的版本，只用这一个测试。"
    exit 0
fi
"$newest" --version
venv=build/venv-newest
[ -x "$venv/bin/python" ] || "$newest" -m venv "$venv"
"$venv/bin/python" -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements-test.lock
"$venv/bin/python" -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation -e .
"$venv/bin/python" -m pytest -n 2 --dist loadgroup --ignore=tests/render --ignore=tests/convert --ignore=tests/test_pdf.py --ignore=tests/returns/test_office.py --ignore=tests/browser --ignore=tests/search --ignore=tests/inspect --ignore=tests/word/test_sdk.py -p no:cacheprovider
