import { boxOf, labelOf } from '@tmi/diagram';
import { describe, expect, test } from 'vitest';
import { rename } from '../src/command';
import { Keys } from '../src/keys';
import { sentence } from '../src/words';
import { boundary, desk, flow, node } from './desk';

function withKeys(...cells: Parameters<typeof desk>[0]) {
  const at = desk(cells);
  const focused: (string | undefined)[] = [];
  const edited: string[] = [];
  const keys = new Keys(at.editor, {
    focus: (id) => focused.push(id),
    editLabel: (id) => edited.push(id),
    help: () => undefined,
  });
  const press = (key: string, more = {}): boolean =>
    keys.press({ key, shift: false, ctrl: false, alt: false, ...more });
  return { ...at, press, focused, edited };
}

const small = () =>
  withKeys(boundary('z', 0, 0), node('a', 20, 60, 'z'), node('b', 500, 60), flow('f', 'a', 'b'));

describe('the keyboard', () => {
  test('walks the cells in reading order and leaves the canvas after the last', () => {
    const at = small();
    const steps = [1, 2, 3, 4, 5].map(() => at.press('Tab'));
    expect([at.focused, steps]).toEqual([
      ['z', 'a', 'f', 'b'],
      [true, true, true, true, false],
    ]);
    at.press('Tab', { shift: true });
    expect([...at.editor.selection]).toEqual(['b']);
  });

  test('moves by arrows, five steps with Shift, resizes with Alt', () => {
    const at = small();
    at.editor.select(['b']);
    at.press('ArrowRight');
    at.press('ArrowDown', { shift: true });
    at.press('ArrowRight', { alt: true });
    expect(boxOf(at.replica.shown.get('b')!)).toEqual({ x: 510, y: 110, width: 150, height: 60 });
  });

  test('deletes what is selected with its flows and puts the focus on a neighbour', () => {
    const at = small();
    at.editor.select(['b']);
    at.press('Delete');
    expect([[...at.replica.shown.keys()], at.focused]).toEqual([['z', 'a'], ['a']]);
  });

  test('connects without a pointer', () => {
    const at = withKeys(node('a', 0, 0), node('b', 300, 0), node('c', 300, 300));
    at.editor.select(['a']);
    at.press('c');
    at.press('ArrowDown');
    at.press('Enter');
    const made = at.replica.shown.get('new1')!;
    expect(made).toMatchObject({ source: { cell: 'a' }, target: { cell: 'c' } });
  });

  test('takes tools by letter, steps back with Escape, opens a label with Enter', () => {
    const at = small();
    at.press('s');
    expect(at.editor.tool).toBe('store');
    at.press('Escape');
    at.editor.select(['a']);
    at.press('Enter');
    expect([at.editor.tool, at.edited]).toEqual(['select', ['a']]);
    at.press('Escape');
    expect(at.editor.selection.size).toBe(0);
  });

  test('places a chosen shape with Enter in the middle of what is seen', () => {
    const at = withKeys();
    at.press('p');
    at.press('Enter');
    expect(boxOf(at.replica.shown.get('new1')!)).toMatchObject({ x: 430, y: 370 });
  });

  test('undoes by Ctrl Z and does again by Ctrl Shift Z', () => {
    const at = small();
    rename(at.editor, 'a', 'new name');
    at.press('z', { ctrl: true });
    expect(labelOf(at.replica.shown.get('a')!)).toBe('a');
    at.press('Z', { ctrl: true, shift: true });
    expect(labelOf(at.replica.shown.get('a')!)).toBe('new name');
  });

  test('duplicates with new ids, flows between the copies included', () => {
    const at = small();
    at.editor.select(['a', 'b', 'f']);
    at.press('d', { ctrl: true });
    const copies = [...at.editor.selection].map((id) => at.replica.shown.get(id)!);
    const flowCopy = copies.find((cell) => cell.shape === 'flow')!;
    expect(copies.length).toBe(3);
    expect(copies.map(({ id }) => id)).toContain((flowCopy['source'] as { cell: string }).cell);
  });
});

describe('a cell is told', () => {
  test('by name, place, flows and threats', () => {
    const { scene } = small().editor;
    expect(sentence(scene, scene.cell('a')!, 2)).toBe(
      'a, in boundary z, 0 flows in, 1 out, 2 open threats',
    );
    expect(sentence(scene, scene.cell('f')!)).toBe('f, from a to b, crosses 1 trust boundary');
  });
});
