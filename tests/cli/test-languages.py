# SPDX-License-Identifier: GPL-3.0-or-later
"""The command in each language that it is translated into: what a translation decides but its words."""
import re

from testing import SOURCE, main, twin

LANGUAGES = (SOURCE / 'po/LINGUAS').read_text(encoding='utf-8').split()
# A letter of each that English has not
OF_ITS_OWN = {'ar': 'ا', 'de': 'ä', 'es': 'ó', 'fr': 'é', 'tr': 'ı', 'zh_CN': '的'}


def say(language, *arguments, **options):
    done = twin(*arguments, environment={'LANGUAGE': language}, **options)
    return done.stdout + done.stderr


def optimize(language):
    return say(language, 'optimize', '--replications', '20')


def test_each_is_spoken():
    for language in LANGUAGES:
        assert OF_ITS_OWN[language] in say(language, '--help'), language
        for command in ('run', 'scenario', 'optimize', 'validate', 'bench'):
            assert OF_ITS_OWN[language] in say(language, command, '--help'), (language, command)


def test_results():
    """Whatever stands in a message: none may fail, or lose a number."""
    for language in LANGUAGES:
        for arguments in (['run'], ['run', '--model', 'network', '--days', '60'], ['scenario']):
            text = say(language, *arguments, '--replications', '20', '--seed', '4321')
            assert '4321' in re.sub('[\u202f.,]', '', text), (language, text)


def test_refusals():
    """A key is no word: it begins the message in every language, with a colon behind it."""
    project = '{"format": "inventory-twin", "version": 1, "warehouse": {"horizon_days": -1}}'
    for language in LANGUAGES:
        text = say(language, 'run', '--project', '-', text=project, status=2)
        assert re.search(r'\bwarehouse\.horizon_days\s?: .*-1', text), (language, text)


def test_hints():
    """A key that is suggested is enough; else there is where to look, behind the language's own mark."""
    marks = {'ar': '؛', 'zh_CN': '；'}
    for language in LANGUAGES:
        text = say(language, 'run', '--set', 'reorder_pont=3', status=2)
        assert 'reorder_point' in text and '--help-keys' not in text, (language, text)
        text = say(language, 'run', '--set', 'frobnication=3', status=2)
        assert '--help-keys' in text and marks.get(language, ';') in text, (language, text)
        assert language not in marks or ';' not in text, (language, text)


def test_percent_of_an_interval():
    """The sign stands around an interval, not at its last number."""
    interval = re.compile(r'%?\u2068?[\d.,]+\u2069? – %?\u2068?[\d.,]+\u2069?(?:\s?%)?')
    for language in LANGUAGES:
        found = interval.findall(say(language, 'run', '--replications', '20'))
        shares = [text for text in found if '%' in text]
        assert shares, language
        for text in shares:
            assert text.count('%') == 1 and '– %' not in text, (language, text)
            assert text.startswith('%') == (language == 'tr'), (language, text)


def test_titles_inside_a_sentence():
    for language, inside in (('de', 'Lieferbereitschaft'), ('fr', 'taux de satisfaction'),
                             ('es', 'tasa de cumplimiento'), ('tr', 'karşılama oranı')):
        text = optimize(language)
        assert f'{inside} ≥' in text, (language, text.split('\n', maxsplit=1)[0])


def test_lists():
    for language, separator in (('ar', '، '), ('zh_CN', '，'), ('fr', ', ')):
        assert re.search(rf's = \d+{separator}S = \d+', optimize(language)), language


main(globals())
