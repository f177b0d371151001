# SPDX-License-Identifier: GPL-3.0-or-later
"""test-page.py PAGE: runs the Python that a page shows, block by block."""
import contextlib
import io
import pathlib
import re
import sys

import testing

TEXT = pathlib.Path(sys.argv[1]).read_text(encoding='utf-8')
SECTIONS = re.findall(r'^## ([^\n]+)\n(.*?)(?=^## |\Z)', TEXT, re.DOTALL | re.MULTILINE)
BLOCKS = [(f'{title} {number}', code) for title, section in SECTIONS for number, code in
          enumerate(re.findall(r'^```python\n(.*?)^```', section, re.DOTALL | re.MULTILINE), 1)]


def make_test(code):
    def run():
        with contextlib.redirect_stdout(io.StringIO()):
            exec(code, {})
    return run


assert len(BLOCKS) == TEXT.count('```python')
testing.main({'test_' + title.lower().replace(' ', '_'): make_test(code)
              for title, code in BLOCKS})
