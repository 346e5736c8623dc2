import { describe, expect, test } from 'vitest';
import { type Cell, Replica, boxOf, updateOf, withBox, withLabel } from '../src/index';
import { flow, node } from './cells';

function withCells(...cells: Cell[]): Replica {
  const replica = new Replica();
  replica.reset(cells);
  return replica;
}

function move(replica: Replica, id: string, x: number): void {
  const cell = replica.shown.get(id)!;
  const change = updateOf(cell, withBox(cell, { ...boxOf(cell), x }))!;
  replica.change({ id: `move ${id} ${x}`, changes: [change] });
}

describe('a replica', () => {
  test('shows my change at once and keeps the confirmed state apart', () => {
    const replica = withCells(node('a', 0));
    move(replica, 'a', 50);
    expect(boxOf(replica.shown.get('a')!).x).toBe(50);
    expect(boxOf(replica.confirmed.get('a')!).x).toBe(0);
    replica.confirm('move a 50');
    expect(boxOf(replica.confirmed.get('a')!).x).toBe(50);
    expect(replica.pending).toEqual([]);
  });

  test('keeps somebody else’s change of another place under mine', () => {
    const replica = withCells(node('a', 0));
    move(replica, 'a', 50);
    const renamed = withLabel(node('a', 0), 'theirs');
    replica.receive({ type: 'patch', cells: [{ id: 'a', operation: 'update', data: renamed }] });
    const shown = replica.shown.get('a')!;
    expect([boxOf(shown).x, shown['attrs']]).toEqual([50, renamed['attrs']]);
  });

  test('shows what is true again when my change is refused', () => {
    const replica = withCells(node('a', 0));
    move(replica, 'a', 50);
    replica.drop('move a 50');
    expect(boxOf(replica.shown.get('a')!).x).toBe(0);
  });

  test('does not bring back a cell that was removed under my change', () => {
    const replica = withCells(node('a', 0));
    move(replica, 'a', 50);
    replica.receive({ type: 'patch', cells: [{ id: 'a', operation: 'remove' }] });
    expect(replica.shown.has('a')).toBe(false);
    replica.confirm('move a 50');
    expect(replica.shown.has('a')).toBe(false);
  });

  test('takes along flows that others drew meanwhile when my removal is confirmed', () => {
    const replica = withCells(node('a'), node('b', 300));
    const cell = replica.shown.get('b')!;
    replica.change({ id: 'gone', changes: [{ kind: 'remove', id: 'b', cell }] });
    replica.receive({
      type: 'patch',
      cells: [{ id: 'f', operation: 'add', data: flow('f', 'a', 'b') }],
    });
    replica.confirm('gone');
    expect([...replica.shown.keys()]).toEqual(['a']);
  });

  test('lays unconfirmed changes over a whole new state, and tells what changed', () => {
    const replica = withCells(node('a', 0), node('b', 300));
    move(replica, 'a', 50);
    const told: string[] = [];
    replica.onChange((touched) => told.push(...touched));
    replica.reset([node('a', 7), node('c', 600)]);
    expect([...replica.shown.keys()]).toEqual(['a', 'c']);
    expect(boxOf(replica.shown.get('a')!).x).toBe(50);
    expect(new Set(told)).toEqual(new Set(['a', 'b', 'c']));
  });
});
