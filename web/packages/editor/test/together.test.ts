import { boxOf } from '@tmi/diagram';
import { describe, expect, test } from 'vitest';
import { boundary, desk, flow, node } from './desk';

describe('while I drag', () => {
  test('somebody else’s move of the same node stays, and mine is added to it', () => {
    const at = desk([node('a', 100, 100)]);
    at.press(150, 120);
    at.move(190, 140);
    at.remote(node('a', 200, 200));
    at.move(230, 160);
    expect(at.editor.scene.box('a')).toMatchObject({ x: 280, y: 240 });
    at.release(230, 160);
    expect(boxOf(at.replica.shown.get('a')!)).toMatchObject({ x: 280, y: 240 });
  });

  test('a node that somebody removes is gone and stays gone', () => {
    const at = desk([node('a', 100, 100)]);
    at.press(150, 120);
    at.move(250, 220);
    at.remoteRemove('a');
    at.move(300, 300);
    at.release(300, 300);
    expect([at.replica.shown.size, at.committed, at.editor.selection.size]).toEqual([0, [], 0]);
  });

  test('what is left of my selection goes on when one of it is removed', () => {
    const at = desk([node('a', 100, 100), node('b', 100, 300)]);
    at.editor.select(['a', 'b']);
    at.press(150, 120);
    at.move(200, 120);
    at.remoteRemove('b');
    at.move(250, 120);
    at.release(250, 120);
    expect(at.committed.map((changes) => changes.map(({ id }) => id))).toEqual([['a']]);
    expect(boxOf(at.replica.shown.get('a')!).x).toBe(200);
  });

  test('a resize lies on top of somebody else’s move', () => {
    const at = desk([node('a', 100, 100)]);
    at.editor.select(['a']);
    at.press(240, 160);
    at.move(260, 180);
    at.remote(node('a', 300, 100));
    expect(at.editor.scene.box('a')).toEqual({ x: 300, y: 100, width: 160, height: 80 });
  });

  test('a flow follows its end in every frame, without a word to anybody', () => {
    const at = desk([node('a', 0, 0), node('b', 300, 0), flow('f', 'a', 'b')]);
    at.press(350, 30);
    at.move(400, 130);
    const line = at.editor.scene.line('f')!;
    expect(line.flat.at(-1)).toEqual({ x: 350, y: 130 });
    expect(at.committed).toEqual([]);
  });
});

describe('the scene', () => {
  test('finds what is in view after moves by anybody', () => {
    const at = desk([node('a', 0, 0), node('b', 2000, 0)]);
    const view = { x: -50, y: -50, width: 500, height: 500 };
    expect(at.editor.scene.within(view)).toEqual(['a']);
    at.remote(node('b', 100, 100), node('a', 3000, 0));
    expect(at.editor.scene.within(view)).toEqual(['b']);
    at.remoteRemove('b');
    expect(at.editor.scene.within(view)).toEqual([]);
  });

  test('knows who is inside and which flows end where, whatever the order they came in', () => {
    const at = desk([flow('f', 'a', 'b'), node('a', 0, 0, 'z')]);
    at.remote(node('b', 300, 0), boundary('z', 0, 0));
    expect([...at.editor.scene.childrenOf('z')]).toEqual(['a']);
    expect([...at.editor.scene.flowsOf('b')]).toEqual(['f']);
    expect(at.editor.scene.line('f')).toBeDefined();
    at.remote(node('a', 0, 0));
    expect([...at.editor.scene.childrenOf('z')]).toEqual([]);
  });

  test('marks only what a change touches', () => {
    const at = desk([node('a', 0, 0), node('b', 300, 0), flow('f', 'a', 'b'), node('c', 0, 300)]);
    at.editor.scene.takeDirty();
    at.remote(node('b', 310, 0));
    expect([...at.editor.scene.takeDirty()].sort()).toEqual(['b', 'f']);
  });
});
