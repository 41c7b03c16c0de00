"""A program that stands where LibreOffice would, and goes wrong on the files it is told to."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

from lowcapdocs.convert.batches import Source
from lowcapdocs.convert.office import Office
from lowcapdocs.convert.process import Programs

SCRIPT = """\
#!{python}
import os, subprocess, sys, time, zipfile
from pathlib import Path
arguments = sys.argv[1:]
target = Path(arguments[arguments.index('--outdir') + 1])
documents = [Path(each) for each in arguments[arguments.index('--outdir') + 2:]]
with open({log!r}, 'a') as log:
    log.write(f'{{len(documents)}}\\n')
if {broken}:
    sys.exit('no Writer here')
for path in documents:
    word = 'fine' if path.suffix == '.txt' else zipfile.ZipFile(path).read('word/document.xml').decode()
    pdf = target / (path.stem + '.pdf')
    once = Path({log!r}).with_name(word)
    if word.startswith('once') and not once.exists():
        once.touch()
        word = word.removeprefix('once ')
    if word == 'refuse':
        continue
    if word == 'crash':
        os.abort()
    if word == 'half':
        pdf.write_bytes(b'%PDF-1.6 and then nothing')
        os.abort()
    if word == 'hang':
        subprocess.Popen(['sleep', '600'])
        time.sleep(600)
    pdf.write_bytes(b'%PDF-1.6 ' + word.encode() + b' %%EOF')
"""


def office(folder: Path, broken: bool = False, seconds: float = 60) -> Office:
    """A LibreOffice that obeys the text of each document; it notes how many files each run got."""
    program = folder / "soffice"
    program.write_text(SCRIPT.format(python=sys.executable, log=str(folder / "runs"), broken=broken))
    program.chmod(0o755)
    return Office(program, os.environ, Programs(), seconds, 0)


def runs(folder: Path) -> list[int]:
    """How many files each run got."""
    return [int(line) for line in (folder / "runs").read_text().splitlines()]


def source(name: str, word: str) -> Source:
    """A Word file called `name` whose text is `word`."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("word/document.xml", word)
    return Source(name, packed.getvalue)
