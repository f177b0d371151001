#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""drive-app.py PROGRAM: the real program, driven from outside through accessibility bus and keyboard,
and its files read back by other means. Prints TAP."""
import csv
import json
import os
import pathlib
import re
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

# Before GLib reads it: of the app the whole log is wanted, not its first line and an abort; and the
# bus may complain to us of a program that has just begun.
os.environ.pop('G_DEBUG', None)

from accessible import BUTTON, ENTRY, App, Ear, wait_for  # noqa: E402

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'examples' / 'coffee-shops.twin'

# What GTK 4.8 now and then says of the path in its own file dialog, drawn a moment too early
KNOWN_COMPLAINT = re.compile(r'Trying to snapshot GtkButton \w+ without a current allocation$')

STEPS = []


def step(function):
    STEPS.append(function)
    return function


def fill_in(dialog, path):
    entry = wait_for(lambda: dialog.look(ENTRY), 'an entry for the name')
    entry.text = str(path)
    wait_for(lambda: entry.text == str(path), 'the name to be there')


def read_reading(chart):
    """What the crosshair of a chart reads, which is said before what the chart shows as a whole."""
    return chart.description.partition('\nReplication')[0] if '\nReplication' in chart.description else ''


class Scene:
    """What the steps share."""

    def __init__(self, program, folder):
        self.folder = pathlib.Path(folder)
        self.log = self.folder / 'log'
        with open(self.log, 'wb') as log:
            self.app = App(program, log)
        self.window = self.app.windows[0]

    def find_slider(self, name):
        return self.window.find('slider', name)

    def find_spin(self, name):
        return self.window.find('spin button', name)

    def read_labels(self):
        return [node.name for node in self.window.walk() if node.role == 'label']

    def describe(self):
        """What there is to be seen, for the log of a step that failed."""
        status = self.app.process.poll()
        if status is not None:
            print(f'# the app ended with {status}:', repr(self.log.read_text(encoding='utf-8')))
            return
        for window in self.app.windows:
            print(f'# {window.role} “{window.name}”:',
                  [node.name for node in window.walk() if node.role == 'label'], flush=True)

    def show_tab(self, name):
        self.window.find(('page tab', 'toggle button', 'radio button'), name).click()

    def wait_for_label(self, *words):
        def look():
            return any(all(word in label for word in words) for label in self.read_labels())
        wait_for(look, f'a label with {words}')

    def save_as(self, path):
        """Types a path into the dialog that asks where to save, and accepts."""
        dialog = self.app.find_dialog()
        fill_in(dialog, path)
        dialog.find(BUTTON, 'Save').click()
        self.app.wait_for_windows(1)

    def open(self, text, name):
        """Opens a project in a window of its own, by keyboard, and returns that."""
        path = self.folder / f'{name}.twin'
        path.write_text(text, encoding='utf-8')
        self.app.press('ctrl+o')
        dialog = self.app.find_dialog()
        self.app.press('slash', title='Open Project')  # brings an entry for a path
        fill_in(dialog, path)
        self.app.press('Return', title='Open Project')
        return self.app.find_window(path.name)


@step
def starts(scene):
    print(f'# window {1e3 * scene.app.seconds_to_window:.0f} ms after the start')
    scene.wait_for_label('replications', 'seed')
    assert 'Inventory Twin' in scene.window.name, scene.window.name


@step
def slider_moves_results(scene):
    before = scene.read_labels()
    scene.first_value = scene.find_slider('Reorder point').value
    assert scene.first_value != 90
    scene.find_slider('Reorder point').value = 90
    wait_for(lambda: scene.find_spin('Reorder point').value == 90, 'the spin button to follow')
    wait_for(lambda: scene.read_labels() != before, 'the results to follow')


@step
def undo_and_redo_by_keyboard(scene):
    scene.app.press('ctrl+z')
    wait_for(lambda: scene.find_slider('Reorder point').value == scene.first_value, 'undo')
    scene.app.press('ctrl+shift+z')
    wait_for(lambda: scene.find_slider('Reorder point').value == 90, 'redo')


@step
def wheel_over_slider_changes_nothing(scene):
    slider = scene.find_slider('Order up to')
    before = slider.value
    scene.app.scroll_over(slider)
    time.sleep(0.3)  # nothing is to be waited for: nothing happens
    assert slider.value == before, slider.value


@step
def wrong_value_marks_its_row(scene):
    before = scene.find_spin('Order up to').value
    scene.find_spin('Order up to').value = 80
    scene.wait_for_label('Must be below', '80')
    for node in (scene.find_slider('Reorder point'), scene.find_spin('Reorder point')):
        wait_for(lambda: 'Must be below' in node.description, 'the field to say why')
        assert 'invalid' in ' '.join(node.states), node.states
    scene.app.press('ctrl+z')
    wait_for(lambda: scene.find_spin('Order up to').value == before, 'undo')
    wait_for(lambda: not any(label.startswith('Must be') for label in scene.read_labels()),
             'the mark to go')


@step
def letters_are_no_number(scene):
    ear = Ear('status bar')
    spin = scene.find_spin('Reorder point')
    before, text = spin.value, spin.text
    scene.app.press('alt+d', 'ctrl+a', '1', '2', 'x', 'Return')  # its access key
    scene.wait_for_label('Must be a number', 'still counts')
    ear.listen_for('Reorder point s: Must be a number')
    for node in (scene.find_slider('Reorder point'), spin):
        wait_for(lambda: 'Must be a number' in node.description, 'the field to say why')
        assert 'invalid' in ' '.join(node.states), node.states
    scene.app.press('Tab')  # leaving it changes nothing
    assert spin.value == before and spin.text == '12x', (spin.value, spin.text)
    scene.app.press('alt+d', 'Escape')
    wait_for(lambda: spin.text == text, 'the number to come back')
    wait_for(lambda: not any(label.startswith('Must be') for label in scene.read_labels()),
             'the mark to go')
    ear.listen_for(f'Reorder point s: {text}')


@step
def fields_say_their_unit(scene):
    assert scene.find_slider('Reorder point').name == 'Reorder point s units'
    assert scene.find_spin('Demand rate').name == 'Demand rate units/day'
    button = scene.window.find(BUTTON, 'Export CSV')
    assert button.name == 'Export CSV…', button.name


@step
def results_are_said(scene):
    slider = scene.find_slider('Reorder point')
    ear = Ear('status bar')
    for value in range(60, 88, 2):
        slider.value = value
    heard = ear.listen_for('Fill rate: ')
    assert 'Total cost: ' in heard[-1], heard
    slider.value = 90
    ear.listen_for('Fill rate: ')


@step
def problem_is_said(scene):
    ear = Ear('status bar')
    before = scene.find_spin('Order up to').value
    scene.find_spin('Order up to').value = 80
    ear.listen_for('Must be below')
    scene.app.press('ctrl+z')
    wait_for(lambda: scene.find_spin('Order up to').value == before, 'undo')
    ear.listen_for('Fill rate: ')


@step
def rows_say_titles_and_numbers(scene):
    expander = scene.window.find(BUTTON, 'All Replications')
    expander.click('activate')
    table = scene.window.find('tree table', 'All Replications')
    row = wait_for(lambda: table.look('table row', 'Replication: 1\n'), 'the first row')
    assert 'Fill rate: ' in row.name and 'Total cost: ' in row.name, row.name
    expander.click('activate')


@step
def export_is_read_by_another_program(scene):
    path = scene.folder / 'replications.csv'
    scene.window.find_mapped(BUTTON, 'Export CSV').click()
    scene.save_as(path)
    wait_for(path.exists, 'the file')
    with open(path, newline='', encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 1000, len(rows)
    assert [int(row['replication']) for row in rows] == list(range(1, 1001)) \
        or [int(row['replication']) for row in rows] == list(range(1000))
    for row in rows:
        parts = sum(float(row[part]) for part in ('holding_cost', 'stockout_cost', 'ordering_cost'))
        assert abs(parts - float(row['total_cost'])) < 1e-6 * parts, row
        assert float(row['demand']) == float(row['filled']) + float(row['unmet']), row


@step
def save_by_keyboard(scene):
    path = scene.folder / 'shop.twin'
    scene.app.press('ctrl+s')
    scene.save_as(path)
    wait_for(path.exists, 'the file')
    project = json.loads(path.read_text(encoding='utf-8'))
    assert project['format'] == 'inventory-twin', project
    assert project['warehouse']['reorder_point'] == 90, project
    wait_for(lambda: 'shop' in scene.window.name, 'the name in the title')


@step
def open_by_keyboard(scene):
    project = json.loads((scene.folder / 'shop.twin').read_text(encoding='utf-8'))
    project['warehouse'].update(reorder_point=51, order_up_to=151)
    window = scene.open(json.dumps(project), 'other')
    wait_for(lambda: window.find('slider', 'Reorder point').value == 51, 'its reorder point')
    scene.app.press('ctrl+w', title='other')
    scene.app.wait_for_windows(1)
    scene.window = scene.app.windows[0]


@step
def network_by_keyboard(scene):
    window = scene.open(EXAMPLE.read_text(encoding='utf-8'), 'shops')
    chart = wait_for(lambda: window.look('image', 'Inventory over time'), 'the chart of the nodes')
    wait_for(lambda: 'Warehouse' in chart.description, 'the numbers of the nodes')

    scene.app.click_on(chart, window, 'shops')
    scene.app.press('Right', title='shops')
    first = wait_for(lambda: read_reading(chart), 'the values of one day')
    scene.app.press('Down', title='shops')
    wait_for(lambda: read_reading(chart) not in ('', first), 'those of the store below')

    window.find_mapped(BUTTON, 'Add Store').click()
    wait_for(lambda: window.look(ENTRY + ('label',), 'Store 4'), 'the new store')
    wait_for(lambda: 'Store 4' in chart.description, 'its chart')
    scene.app.press('ctrl+z', title='shops')
    wait_for(lambda: 'Store 4' not in chart.description, 'it to be gone')
    scene.app.press('ctrl+w', title='shops')
    scene.app.wait_for_windows(1)
    scene.window = scene.app.windows[0]


@step
def charts_say_their_numbers(scene):
    charts = [node for node in scene.window.walk() if node.role == 'image' and node.description]
    assert charts, 'no chart has a description'
    assert any(character.isdigit() for character in charts[0].description), charts[0].description


@step
def long_run_is_stopped(scene):
    ear = Ear('status bar')
    ear.listen(1)
    scene.find_spin('Replications').value = 5000000  # two minutes of work

    def look():
        return any(node.role == 'progress bar' and node.name == 'Progress' and 0 < node.value < 1
                   for node in scene.window.walk())
    wait_for(look, 'the progress')
    scene.window.find_mapped(BUTTON, 'Stop').click()
    assert ear.listen_for('Stopped').count('Stopped') == 1
    wait_for(scene.app.is_at_rest, 'the work to stop')
    scene.app.press('ctrl+z')


@step
def every_tab_has_results(scene):
    scene.find_spin('Replications').value = 100
    scene.show_tab('Scenario')
    scene.wait_for_label('scenarios', 'seed')
    scene.show_tab('Optimize')
    scene.wait_for_label('policies', 'seed')
    scene.show_tab('Run')
    scene.wait_for_label('replications, seed')


@step
def asks_before_it_loses_changes(scene):
    scene.find_slider('Reorder point').value = 33
    scene.app.press('ctrl+q')
    dialog = scene.app.find_dialog()
    dialog.find(BUTTON, 'Cancel').click()
    scene.app.wait_for_windows(1)
    assert scene.find_slider('Reorder point').value == 33
    assert scene.app.process.poll() is None


@step
def quits(scene):
    scene.app.press('ctrl+q')
    scene.app.find_dialog().find(BUTTON, 'Discard').click()
    assert scene.app.process.wait(timeout=10) == 0


@step
def complained_of_nothing(scene):
    log = scene.log.read_text(encoding='utf-8')
    assert not [line for line in log.splitlines() if line and not KNOWN_COMPLAINT.search(line)], log


def main():
    with tempfile.TemporaryDirectory(prefix='twin-driven-') as folder:
        scene = Scene(sys.argv[1], folder)
        status = tap.run({f'/driven/{function.__name__}': function for function in STEPS}, scene,
                         describe=Scene.describe)
        if scene.app.process.poll() is None:
            scene.app.process.terminate()
            scene.app.process.wait()
    return status


sys.exit(main())
