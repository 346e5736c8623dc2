import { describe, expect, test } from 'vitest';
import { crossings, mayContain, newNode, readingOrder, removal, zOf } from '../src/index';
import { boundary, flow, mapOf, node } from './cells';

const text = newNode('t', 'text-box', { x: 0, y: 0, width: 100, height: 40 }, null);

describe('the rules', () => {
  test('let boundaries sit in boundaries only, and nothing in a text', () => {
    const [outer, inner, process] = [boundary('o', 0, 0), boundary('i', 10, 10), node('p')];
    expect(mayContain(outer, inner)).toBe(true);
    expect(mayContain(process, inner)).toBe(false);
    expect(mayContain(process, text)).toBe(true);
    expect(mayContain(text, process)).toBe(false);
    expect(mayContain(outer, flow('f', 'p', 'q'))).toBe(false);
  });

  test('count a crossing for each boundary around exactly one end', () => {
    const cells = mapOf(
      boundary('outer', 0, 0),
      boundary('inner', 10, 10, 'outer'),
      node('deep', 20, 20, 'inner'),
      node('shallow', 20, 200, 'outer'),
      node('outside', 900, 0),
    );
    expect(crossings(cells, flow('f', 'deep', 'shallow'))).toEqual(['inner']);
    expect(crossings(cells, flow('f', 'outside', 'deep'))).toEqual(['inner', 'outer']);
    expect(crossings(cells, flow('f', 'outside', 'inner'))).toEqual(['inner', 'outer']);
    expect(crossings(cells, flow('f', 'shallow', 'shallow'))).toEqual([]);
  });

  test('take flows along and lift children when a node goes', () => {
    const cells = mapOf(
      boundary('outer', 0, 0),
      boundary('inner', 10, 10, 'outer'),
      node('a', 20, 20, 'inner'),
      node('b', 900, 0),
      flow('f', 'inner', 'b'),
    );
    const changes = removal(cells, ['inner']);
    expect(changes.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'update a',
      'remove f',
      'remove inner',
    ]);
    expect(changes[0]).toMatchObject({ paths: [{ path: ['parent'], after: 'outer' }] });
  });

  test('draw a child above its parent and a flow above its ends', () => {
    const cells = mapOf(
      boundary('outer', 0, 0),
      node('a', 20, 20, 'outer'),
      node('in-a', 30, 30, 'a'),
      node('free', 900, 0),
      flow('f', 'in-a', 'free'),
    );
    const z = (id: string): number => zOf(cells, cells.get(id)!);
    expect(z('outer')).toBeLessThan(z('free'));
    expect(z('a')).toBeGreaterThan(z('outer'));
    expect(z('in-a')).toBeGreaterThan(z('a'));
    expect(z('f')).toBeGreaterThan(Math.max(z('in-a'), z('free')));
  });

  test('read a boundary with what it holds before what lies after it, and survive circles', () => {
    const cells = mapOf(
      node('last', 0, 900),
      node('second', 200, 20, 'outer'),
      node('first', 20, 25, 'outer'),
      boundary('outer', 0, 0),
      flow('f', 'first', 'last'),
      { ...node('x', 0, 0), parent: 'y' },
      { ...node('y', 0, 0), parent: 'x' },
    );
    expect(readingOrder(cells)).toEqual(['outer', 'first', 'f', 'second', 'last', 'x', 'y']);
  });
});
