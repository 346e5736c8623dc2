import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Cell,
  type CellChange,
  type Operation,
  Replica,
  boxOf,
  removal,
  sameJson,
  updateOf,
  withBox,
} from '../src/index';

interface Step {
  readonly do: {
    readonly author: string;
    readonly base_vector: number;
    readonly operation?: Operation;
    readonly takes_back?: number;
  };
  readonly expect: { readonly sequence_number?: number; readonly operation?: Operation };
}
interface Vector {
  readonly title: string;
  readonly cells: readonly Cell[];
  readonly steps: readonly Step[];
  readonly after: readonly Cell[];
}

const FOLDER = new URL('../../../../contract/vectors/operations/', import.meta.url);
const vectors = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name,
    ...(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Vector),
  }));

function replicaOf(cells: Iterable<Cell>): Replica {
  const replica = new Replica();
  replica.reset(cells);
  return replica;
}

/** The states by number, as the server tells them. */
function states({ cells, steps }: Vector): Cell[][] {
  const replica = replicaOf(cells);
  const found = [[...cells]];
  for (const { expect: told } of steps) {
    if (!told.operation) continue;
    replica.receive(told.operation);
    found[told.sequence_number!] = [...replica.confirmed.values()];
  }
  return found;
}

/** What I would have done on my screen to send this. */
function changesOf(replica: Replica, operation: Operation): CellChange[] {
  return operation.cells.flatMap(({ id, operation: kind, data }): CellChange[] => {
    const before = replica.shown.get(id);
    if (kind === 'remove') return removal(replica.shown, [id]);
    if (!before) return [{ kind: 'add', id, cell: data! }];
    const after = data!['attrs'] === undefined ? ({ ...before, ...data } as Cell) : data!;
    // The existing client drags with nested geometry; here a place is always flat.
    const placed = data!['position'] ? withBox(after, boxOf(data!)) : after;
    const change = updateOf(before, placed);
    return change ? [change] : [];
  });
}

function byId(cells: readonly Cell[]): Cell[] {
  return [...cells].sort((a, b) => a.id.localeCompare(b.id));
}

describe('whoever only follows', () => {
  for (const vector of vectors) {
    test(`ends with the server’s cells: ${vector.title}`, () => {
      // Events tell cells, not their order in the list: only a whole state does.
      expect(byId(states(vector).at(-1)!)).toEqual(byId(vector.after));
    });
  }
});

/** Vectors of what this application never sends: the server rewrites such cells on their way in. */
const REWRITTEN = new Set(['add-nested-becomes-flat.json', 'live-cells-are-repaired.json']);
const authored = vectors.filter(({ name }) => !REWRITTEN.has(name));

describe('whoever makes a change', () => {
  for (const vector of authored) {
    vector.steps.forEach((step, index) => {
      const { operation, author, base_vector: base } = step.do;
      const number = step.expect.sequence_number;
      if (!operation || number === undefined) return;
      test(`has the server’s state once it is acknowledged: ${vector.title} (${index + 1})`, () => {
        const all = states(vector);
        const replica = replicaOf(all[base]!);
        const since = vector.steps.filter(({ expect: told }) => {
          const at = told.sequence_number ?? 0;
          return at > base && at <= number;
        });
        const mine = since.filter((each) => each.do.author === author);
        for (const each of mine) {
          const id = String(each.expect.sequence_number);
          if (each.do.operation) {
            replica.change({ id, changes: changesOf(replica, each.do.operation) });
          }
        }
        for (const each of since) {
          if (mine.includes(each) && each.do.operation) {
            replica.confirm(String(each.expect.sequence_number));
          } else {
            replica.receive(each.expect.operation!);
          }
        }
        const [have, want] = [replica.confirmed, new Map(all[number]!.map((c) => [c.id, c]))];
        const differing = [...new Set([...have.keys(), ...want.keys()])].filter(
          (id) => !sameJson(have.get(id), want.get(id)),
        );
        expect(differing).toEqual([]);
      });
    });
  }
});
