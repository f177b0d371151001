#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the guide: one HTML file that needs no other. Its charts, defaults and results come from the
program of this very build, its shortcuts from the app's own lists, so that none of them can be out of
date. Needs nothing but the standard library."""
import argparse
import base64
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ET

CHARTS = {
    'run': (['run', '--project', '{examples}/first-steps.twin'], 'Three charts. Above, the inventory of one replication over the first months: stock '
            'on hand falls and jumps up with each delivery, orders go out at s, and stretches without '
            'stock are shaded. Below left, a histogram of the total cost over all replications. Below '
            'right, the total cost split into holding, stockouts and orders.'),
    'scenario': (['scenario', '--project', '{examples}/first-steps.twin'], 'Interval bars for baseline, demand spike and lead-time disruption: '
                 'service is lower and cost higher than in the baseline in both of the others.'),
    'optimize': (['optimize', '--project', '{examples}/first-steps.twin'],
                 'A scatter of policies, fill rate to the right and total cost upwards. Policies that meet '
                 'the target lie to the right of a dotted line; a star marks the cheapest of them.'),
    'network': (['run', '--project', '{examples}/coffee-shops.twin'],
                'A panel for each store and one for the warehouse, each with its stock over the days.'),
}

WINDOWS = {
    'run': 'The window of the app. On the left sliders for reorder point, demand and lead time; on the '
           'right four cards with results, a chart of the inventory over two months, and further charts.',
}

# What GTK gives every app that has a window of shortcuts
BUILTIN_ACCELS = {'win.show-help-overlay': '<Control>question'}

KEY_NAMES = {'question': '?', 'plus': '+', 'minus': '−', 'Page_Down': 'Page Down', 'Page_Up': 'Page Up',
             'Left': '←', 'Right': '→', 'Up': '↑', 'Down': '↓', 'Escape': 'Esc'}


class Guide:
    def __init__(self, options):
        self.options = options
        self.tables = {}

    def twin(self, *arguments):
        done = subprocess.run([self.options.twin, *arguments], capture_output=True, text=True,
                              encoding='utf-8', check=False)
        if done.returncode not in (0, 3):
            sys.exit(f'twin {" ".join(arguments)}: {done.stderr}')
        return done.stdout

    def find_example(self, name):
        return str(self.options.examples / f'{name}.twin')

    # What a {{word …}} of the template becomes

    def put_style(self):
        return self.options.style.read_text(encoding='utf-8').strip()

    def put_version(self):
        return self.twin('--version').split()[-1]

    def put_home(self):
        return self.options.home

    def put_contents(self):
        titles = re.findall(r'<h2 id="([a-z]+)">([^<]+)</h2>', self.template)
        rows = ''.join(f'<li><a href="#{key}">{title}</a></li>\n' for key, title in titles)
        return f'<ol>\n{rows}</ol>'

    def put_chart(self, name):
        arguments, words = CHARTS[name]
        arguments = [argument.format(examples=self.options.examples) for argument in arguments]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / 'chart.svg'
            self.twin(*arguments, '--quiet', '--chart', str(path))
            svg = path.read_text(encoding='utf-8')
        width, height = re.search(r'<svg[^>]* viewBox="0 0 ([0-9.]+) ([0-9.]+)"', svg).groups()
        return make_image('image/svg+xml,' + pack_svg(svg), words, round(float(width)),
                          round(float(height)))

    def put_window(self, name):
        data = (self.options.images / f'{name}.png').read_bytes()
        width, height = (int.from_bytes(data[at:at + 4], 'big') for at in (16, 20))
        return make_image('image/png;base64,' + base64.b64encode(data).decode('ascii'), WINDOWS[name],
                          width, height)

    def read_keys(self, model):
        """A parameter's default by its key, as the program lists it."""
        lines = self.twin('run', '--model', model, '--help-keys').splitlines()[1:]
        return {row[0]: row[1] for row in (re.split(r' {2,}', line.strip()) for line in lines) if row[1:]}

    def put_default(self, model, key):
        return group_digits(self.read_keys(model)[key])

    def put_percent(self, model, key):
        return f'{100 * float(self.read_keys(model)[key]):g}\u202f%'

    def put_parameter(self, example, key):
        project = json.loads(pathlib.Path(self.find_example(example)).read_text(encoding='utf-8'))
        return group_digits(str(project[project['model']][key]))

    def read_results(self, example):
        """The table that the program prints, by title: mean and interval."""
        if example not in self.tables:
            rows = {}
            for line in self.twin('run', '--project', self.find_example(example), '--quiet').splitlines():
                cells = re.split(r' {2,}', line.strip())
                if len(cells) == 4:
                    rows[re.sub(r' \(.*\)$', '', cells[0])] = cells[1:]
            self.tables[example] = rows
        return self.tables[example]

    def put_mean(self, example, *title):
        return self.read_results(example)[' '.join(title)][0]

    def put_interval(self, example, *title):
        return self.read_results(example)[' '.join(title)][1]

    def read_answer(self, example):
        """What the search says: the winner, and how sure that is."""
        lines = self.twin('optimize', '--project', self.find_example(example), '--quiet').splitlines()
        return lines[0], next(line for line in lines if line.startswith('With 95'))

    def put_cheapest(self, example):
        return self.read_answer(example)[0]

    def put_statement(self, example):
        return self.read_answer(example)[1]

    def put_shortcuts(self):
        accels = dict(BUILTIN_ACCELS)
        for action, keys in re.findall(r'\{ "((?:win|app)\.[^"]+)", \{ (.*?) \} \}',
                                       self.options.accels.read_text(encoding='utf-8')):
            accels[action] = ' '.join(re.findall(r'"([^"]+)"', keys))
        parts = []
        for group in ET.parse(self.options.shortcuts).iter('object'):
            if group.get('class') == 'GtkShortcutsGroup':
                parts.append(make_table(group, accels))
        return '\n'.join(parts)

    def make(self):
        self.template = self.options.template.read_text(encoding='utf-8')

        def put(match):
            word, *arguments = match[1].split(' ')
            text = getattr(self, f'put_{word}')(*arguments)
            raw = word in ('style', 'contents', 'chart', 'window', 'shortcuts')
            return text if raw else html.escape(text)

        return re.sub(r'\{\{([^{}]+)\}\}', put, self.template)


def make_image(data, words, width, height):
    return f'<img width="{width}" height="{height}" alt="{html.escape(words)}" src="data:{data}"/>'


def pack_svg(svg):
    """The hundredth of a pixel is enough, and half of the size."""
    svg = re.sub(r'-?\d+\.\d{3,}', lambda number: f'{float(number[0]):.2f}', svg)
    svg = re.sub(r'>\s+<', '><', svg).replace('"', "'")
    return urllib.parse.quote(svg, safe=" /:=;,'()*!-._~?@$&+").replace('&', '%26')


def group_digits(text):
    return f'{int(text):,}'.replace(',', '\u202f') if text.isdigit() else text


def name_keys(accelerator):
    """“<Control><Shift>s” becomes Ctrl+Shift+S."""
    modifiers = re.findall(r'<(\w+)>', accelerator)
    key = re.sub(r'<\w+>', '', accelerator)
    if '...' in key:
        key = key.replace('...', '–')
    key = KEY_NAMES.get(key, key.upper() if len(key) == 1 else key)
    return '+'.join([*('Ctrl' if name == 'Control' else name for name in modifiers), key])


def make_table(group, accels):
    rows = []
    for item in group.iter('object'):
        if item.get('class') != 'GtkShortcutsShortcut':
            continue
        words = {child.get('name'): child.text for child in item.findall('property')}
        if 'shortcut-type' in words:
            keys = html.escape(words['subtitle'])
        else:
            accelerators = words.get('accelerator') or accels[words['action-name']]
            keys = ' '.join(f'<kbd>{html.escape(name_keys(one))}</kbd>' for one in accelerators.split(' '))
        rows.append(f'<tr><td class="keys">{keys}</td><td>{html.escape(words["title"])}</td></tr>')
    title = next(child.text for child in group.findall('property') if child.get('name') == 'title')
    return (f'<h3>{html.escape(title)}</h3>\n<table>\n<thead><tr><th scope="col">Keys</th>'
            f'<th scope="col">What they do</th></tr></thead>\n<tbody>\n' + '\n'.join(rows)
            + '\n</tbody>\n</table>')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ('template', 'style', 'images', 'examples', 'shortcuts', 'accels', 'output'):
        parser.add_argument(f'--{name}', type=pathlib.Path, required=True)
    parser.add_argument('--twin', required=True)
    parser.add_argument('--home', required=True)
    options = parser.parse_args()
    options.output.write_text(Guide(options).make(), encoding='utf-8')


main()
