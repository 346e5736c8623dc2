import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cell,
  applyPaths,
  difference,
  encode,
  inverse,
  sameJson,
  updateOf,
} from '../src/index';
import { mapOf, node } from './cells';

const value = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('tree'),
      { maxKeys: 3 },
    ),
  ),
})).tree;
const cell = fc
  .dictionary(fc.constantFrom('attrs', 'data', 'x', 'y', 'labels', 'odd'), value)
  .map((rest) => ({ ...rest, id: 'a', shape: 'process' }) as Cell);

describe('a change', () => {
  test('turns one state into the other, and its inverse turns it back', () => {
    fc.assert(
      fc.property(cell, cell, (before, after) => {
        const paths = difference(before, after);
        expect(sameJson(applyPaths(before, paths), after)).toBe(true);
        const [back] = inverse([{ kind: 'update', id: 'a', paths }]);
        if (back?.kind !== 'update') throw new Error('an update is inverted by an update');
        expect(sameJson(applyPaths(after, back.paths), before)).toBe(true);
      }),
    );
  });

  test('of places only is sent as places only, so it can overwrite nothing else', () => {
    const before = node('a', 10, 20);
    const change = updateOf(before, { ...before, x: 30 })!;
    const { cells } = encode([change], (id) => mapOf(before).get(id));
    expect(cells).toEqual([
      {
        id: 'a',
        operation: 'update',
        data: { id: 'a', shape: 'process', x: 30, y: 20, width: 140, height: 60 },
      },
    ]);
  });

  test('of the looks is sent as the whole cell', () => {
    const before = node('a');
    const after = { ...before, attrs: { text: { text: 'new' } } };
    const { cells } = encode([updateOf(before, after)!], () => before);
    expect(cells[0]!.data).toEqual(after);
  });

  test('that removes a key is sent as the whole cell, because an absent key would be kept', () => {
    const before: Cell = { ...node('a'), extra: 1 };
    const { extra: _gone, ...after } = before;
    const { cells } = encode([updateOf(before, after as Cell)!], () => before);
    expect(cells[0]!.data).toHaveProperty('attrs');
    expect(cells[0]!.data).not.toHaveProperty('extra');
  });
});
