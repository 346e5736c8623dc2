import { boxOf, endOf, parentOf, verticesOf } from '@tmi/diagram';
import { describe, expect, test } from 'vitest';
import { boundary, desk, flow, node } from './desk';

describe('the select tool', () => {
  test('moves in steps of the grid, what is inside along with it, in one operation', () => {
    const at = desk([boundary('z', 100, 100), node('a', 150, 200, 'z'), node('out', 700, 100)]);
    at.drag([110, 105], [153, 148]);
    expect(at.committed.map((changes) => changes.map(({ id }) => id))).toEqual([['z', 'a']]);
    expect(boxOf(at.replica.shown.get('z')!)).toMatchObject({ x: 140, y: 140 });
    expect(boxOf(at.replica.shown.get('a')!)).toMatchObject({ x: 190, y: 240 });
  });

  test('puts a node into the boundary it is dropped on and takes it out again', () => {
    const at = desk([boundary('z', 300, 100), node('a', 0, 0)]);
    at.drag([50, 30], [450, 230]);
    expect(parentOf(at.replica.shown.get('a')!)).toBe('z');
    at.drag([450, 230], [50, 500]);
    expect(parentOf(at.replica.shown.get('a')!)).toBeUndefined();
  });

  test('leaves a boundary alone when its inside is pressed, and draws a frame there', () => {
    const at = desk([boundary('z', 100, 100), node('a', 150, 200, 'z')]);
    at.drag([320, 350], [140, 190]);
    expect([at.committed, [...at.editor.selection].includes('a')]).toEqual([[], true]);
  });

  test('adds to the selection with Shift and takes away from it', () => {
    const at = desk([node('a', 0, 0), node('b', 300, 0)]);
    const click = (x: number): void => {
      at.press(x, 30, { shift: true });
      at.release(x, 30, { shift: true });
    };
    click(50);
    click(350);
    expect([...at.editor.selection]).toEqual(['a', 'b']);
    click(50);
    expect([...at.editor.selection]).toEqual(['b']);
  });

  test('does not move on a click, nor for one who may only look', () => {
    const mine = desk([node('a', 0, 0)]);
    mine.press(50, 30);
    mine.move(51, 31);
    mine.release(51, 31);
    const reader = desk([node('a', 0, 0)], false);
    reader.drag([50, 30], [150, 130]);
    expect([mine.committed, reader.committed]).toEqual([[], []]);
  });

  test('resizes at a corner, never below the smallest size', () => {
    const at = desk([node('a', 100, 100)]);
    at.editor.select(['a']);
    at.drag([240, 160], [100, 100]);
    expect(boxOf(at.replica.shown.get('a')!)).toEqual({ x: 100, y: 100, width: 40, height: 30 });
  });

  test('draws a flow from a port to another node', () => {
    const at = desk([node('a', 0, 0), node('b', 300, 0)]);
    at.editor.select(['a']);
    at.drag([140, 30], [310, 30]);
    const made = at.replica.shown.get('new1')!;
    expect([endOf(made, 'source'), endOf(made, 'target')]).toEqual([
      { cell: 'a', port: 'right' },
      { cell: 'b', port: 'left' },
    ]);
  });

  test('pulls a bend out of a flow and moves it on', () => {
    const at = desk([node('a', 0, 0), node('b', 400, 0), flow('f', 'a', 'b')]);
    at.editor.select(['f']);
    at.drag([200, 30], [200, 130]);
    expect(verticesOf(at.replica.shown.get('f')!)).toEqual([{ x: 200, y: 130 }]);
    at.drag([200, 130], [240, 150]);
    expect(verticesOf(at.replica.shown.get('f')!)).toEqual([{ x: 240, y: 150 }]);
  });
});

describe('the placing tools', () => {
  test('put a node where it is clicked, into the boundary there, and select it', () => {
    const at = desk([boundary('z', 100, 100)]);
    at.editor.setTool('store');
    at.press(300, 250);
    at.release(300, 250);
    const made = at.replica.shown.get('new1')!;
    expect(boxOf(made)).toEqual({ x: 220, y: 210, width: 160, height: 80 });
    expect([parentOf(made), [...at.editor.selection], at.editor.tool]).toEqual([
      'z',
      ['new1'],
      'select',
    ]);
  });

  test('keep the tool with Shift and draw the size that is dragged', () => {
    const at = desk([]);
    at.editor.setTool('process');
    at.drag([10, 10], [200, 100], { shift: true });
    expect(boxOf(at.replica.shown.get('new1')!)).toEqual({ x: 10, y: 10, width: 190, height: 90 });
    expect(at.editor.tool).toBe('process');
  });
});

describe('undo', () => {
  test('takes back a step and leaves what others did to other places of the same cell', () => {
    const at = desk([node('a', 0, 0)]);
    at.drag([50, 30], [150, 30]);
    const moved = at.replica.shown.get('a')!;
    at.remote({ ...moved, attrs: { text: { text: 'theirs' } } });
    at.replica.confirm('op1');
    at.editor.undo();
    const now = at.replica.shown.get('a')!;
    expect([boxOf(now).x, now['attrs']]).toEqual([0, { text: { text: 'theirs' } }]);
    at.editor.redo();
    expect(boxOf(at.replica.shown.get('a')!).x).toBe(100);
  });

  test('passes by a step that somebody has written over', () => {
    const at = desk([node('a', 0, 0)]);
    at.drag([50, 30], [150, 30]);
    at.replica.confirm('op1');
    at.remote(node('a', 500, 0));
    at.editor.undo();
    expect([boxOf(at.replica.shown.get('a')!).x, at.committed.length]).toEqual([500, 1]);
  });
});
