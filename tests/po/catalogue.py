# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the messages of the sources, and makes a language of them that nobody speaks."""
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
PO = ROOT / 'po'
DOMAIN = 'inventory-twin'
PSEUDO = 'qps'  # ISO 639: qaa to qtz are for such languages

# What meson's preset 'glib' gives to xgettext, as far as these sources need it
XGETTEXT = ['xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_',
            '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2',
            '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3', '--keyword=ngettext:1,2',
            '--flag=_:1:pass-c-format', '--flag=N_:1:pass-c-format', '--flag=ngettext:1:pass-c-format',
            '--flag=ngettext:2:pass-c-format']

# Letters of Latin-1 and Latin Extended-A, which every font of the desktop has
LETTERS = str.maketrans('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
                        'àßçďéƒğĥîĵķĺµñöþĝŕšţûŵŵžýžÀßÇĎÉŦĞĤÎĴĶĹÑÑÖÞØŔŠŢÛŴŴŽÝŽ')
# Format directives, access keys (a keyboard has no other letters) and line breaks stay.
KEPT = re.compile(r'%%|%<\w+>|%[-+ #0]*[0-9]*(?:\.[0-9]+)?(?:hh|h|ll|l|z)?[a-zA-Z]|_[A-Za-z]|\n')


def extract(folder):
    """Returns the template's path, and what xgettext complained of."""
    pot = pathlib.Path(folder) / 'messages.pot'
    done = subprocess.run([*XGETTEXT, f'--files-from={PO / "POTFILES"}', f'--directory={ROOT}',
                           f'--output={pot}'], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return pot, done.stderr


def pseudo(text):
    """“Save” becomes “[Šàṽé ~~]”: every letter another one, and 40 % more of them."""
    if not re.search('[A-Za-z]', KEPT.sub('', text)):
        return text
    other, begin = '', 0
    for kept in KEPT.finditer(text):
        other += text[begin:kept.start()].translate(LETTERS) + kept.group()
        begin = kept.end()
    other += text[begin:].translate(LETTERS)
    lines = other.strip('\n')
    more = max(1, round(0.4 * len(lines)) - 3)
    padding = ' '.join('~' * min(5, more - i) for i in range(0, more, 6))
    return other.replace(lines, f'[{lines} {padding}]', 1)


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'


def unquote(lines):
    text = ''.join(line[line.index('"') + 1:line.rindex('"')] for line in lines)
    return text.replace('\\n', '\n').replace('\\"', '"').replace('\\\\', '\\')


def read_messages(pot):
    """Yields (context or None, message, plural or None, whether it is a format)."""
    for block in pot.read_text(encoding='utf-8').split('\n\n')[1:]:
        fields = {}
        for line in block.split('\n'):
            start = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) ', line)
            if start:
                fields[start[1]] = current = []
            if not line.startswith('#') and '"' in line:
                current.append(line)
        texts = {name: unquote(lines) for name, lines in fields.items()}
        yield (texts.get('msgctxt'), texts['msgid'], texts.get('msgid_plural'),
               re.search('^#,.*c-format', block, re.MULTILINE))


def make_pseudo(folder):
    """Writes @folder/qps/LC_MESSAGES/inventory-twin.mo."""
    pot, _ = extract(folder)
    po = ['msgid ""', 'msgstr ""', quote('Content-Type: text/plain; charset=UTF-8\n'),
          quote('Plural-Forms: nplurals=2; plural=n != 1;\n')]
    for context, message, plural, is_format in read_messages(pot):
        po += ['', *(['#, c-format'] if is_format else []),
               *([f'msgctxt {quote(context)}'] if context else []), f'msgid {quote(message)}']
        if plural:
            po += [f'msgid_plural {quote(plural)}', f'msgstr[0] {quote(pseudo(message))}',
                   f'msgstr[1] {quote(pseudo(plural))}']
        else:
            po += [f'msgstr {quote(pseudo(message))}']
    target = pathlib.Path(folder) / PSEUDO / 'LC_MESSAGES'
    target.mkdir(parents=True)
    source = pathlib.Path(folder) / f'{PSEUDO}.po'
    source.write_text('\n'.join(po) + '\n', encoding='utf-8')
    subprocess.run(['msgfmt', f'--output-file={target / DOMAIN}.mo', source], check=True)
