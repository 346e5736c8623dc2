import { describe, expect, test } from 'vitest';
import {
  type Cell,
  boxOf,
  endOf,
  isFlow,
  labelOf,
  verticesOf,
  withBox,
  withLabel,
} from '../src/index';
import { flow, node } from './cells';

describe('a cell', () => {
  test('is read flat or nested, and flat wins', () => {
    const nested = {
      id: 'a',
      shape: 'actor',
      position: { x: 1, y: 2 },
      size: { width: 50, height: 60 },
    };
    expect(boxOf(nested)).toEqual({ x: 1, y: 2, width: 50, height: 60 });
    expect(boxOf({ ...nested, x: 9, y: 8, width: 70, height: 71 })).toMatchObject({
      x: 9,
      width: 70,
    });
    expect(boxOf({ ...nested, x: 9 })).toMatchObject({ x: 1 });
    expect(boxOf({ id: 'a', shape: 'actor' })).toEqual({ x: 0, y: 0, width: 80, height: 80 });
  });

  test('keeps what it does not know when it moves or is renamed', () => {
    const strange: Cell = {
      ...node('a'),
      zIndex: 7,
      attrs: { body: { refWidth: '100%' }, text: { text: 'a', odd: true } },
    };
    const changed = withLabel(withBox(strange, { x: 5, y: 6, width: 70, height: 80 }), 'b');
    expect(changed).toMatchObject({
      zIndex: 7,
      x: 5,
      attrs: { body: { refWidth: '100%' }, text: { text: 'b', odd: true } },
    });
  });

  test('gives the old spellings of a flow their meaning', () => {
    const old: Cell = { id: 'f', shape: 'edge', source: 'a', target: { cell: 'b' } };
    expect(isFlow(old)).toBe(true);
    expect(endOf(old, 'source')).toEqual({ cell: 'a', port: null });
    expect(
      verticesOf({
        ...old,
        vertices: [
          { x: 1, y: 2 },
          { x: 'no', y: 1 },
        ],
      }),
    ).toEqual([{ x: 1, y: 2 }]);
  });

  test('of a flow changes its first label only', () => {
    const two = { ...flow('f', 'a', 'b'), labels: [{ position: 0.3 }, { position: 0.8 }] } as Cell;
    const named = withLabel(two, 'pay');
    expect(labelOf(named)).toBe('pay');
    expect(named['labels']).toMatchObject([{ position: 0.3 }, { position: 0.8 }]);
    expect(withLabel(named, '')['labels']).toEqual([{ position: 0.8 }]);
  });
});
