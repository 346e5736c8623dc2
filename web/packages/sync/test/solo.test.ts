import { type Api, ApiError, type Diagram } from '@tmi/api';
import { type Cell, Replica, boxOf, newNode, updateOf, withBox } from '@tmi/diagram';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SoloSync } from '../src/index';

const node = (x = 0): Cell => newNode('a', 'process', { x, y: 0, width: 140, height: 60 }, null);

function desk(patch: Api['patchDiagram']) {
  const replica = new Replica();
  replica.reset([node()]);
  const told: string[] = [];
  const sync = new SoloSync({
    api: { patchDiagram: patch },
    modelId: 'm',
    diagramId: 'd',
    replica,
    vector: 1,
    mayWrite: true,
    onNotice: ({ text }) => told.push(text),
    onLive: () => told.push('live'),
  });
  const move = (x: number): void => {
    const cell = replica.shown.get('a')!;
    sync.change([updateOf(cell, withBox(cell, { ...boxOf(cell), x }))!]);
  };
  return { replica, sync, told, move, x: () => boxOf(replica.shown.get('a')!).x };
}

const stored = (x: number, vector: number): Diagram =>
  ({ id: 'd', name: 'D', update_vector: vector, cells: [node(x)] }) as Diagram;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('editing alone', () => {
  test('saves once after a quiet, with all changes in it', async () => {
    const patch = vi.fn((_m: string, _d: string, _c: object) => Promise.resolve(stored(60, 2)));
    const at = desk(patch);
    at.move(50);
    at.move(60);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(patch.mock.calls.length).toBe(1);
    expect(patch.mock.calls[0]![2]).toMatchObject({ cells: [{ x: 60 }] });
    expect([at.sync.status.get().connection.kind, at.sync.sequence]).toEqual(['saved', 2]);
  });

  test('takes over what the server stored, what others did included', async () => {
    const at = desk(() => Promise.resolve(stored(77, 5)));
    at.move(50);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([at.x(), at.sync.sequence]).toEqual([77, 5]);
  });

  test('keeps a change that was made while another was being saved', async () => {
    let finish: (value: Diagram) => void = () => undefined;
    const at = desk(() => new Promise((resolve) => (finish = resolve)));
    at.move(50);
    await vi.advanceTimersByTimeAsync(500);
    at.move(90);
    finish(stored(50, 2));
    await vi.advanceTimersByTimeAsync(0);
    expect([at.x(), at.replica.pending.length]).toEqual([90, 1]);
  });

  test('tries again while the server cannot be reached, and keeps the change', async () => {
    const patch = vi.fn(() => Promise.resolve(stored(50, 2)));
    patch.mockRejectedValueOnce(new ApiError(0, 'unreachable', 'away'));
    const at = desk(patch);
    at.move(50);
    await vi.advanceTimersByTimeAsync(500);
    expect([at.sync.status.get().connection.kind, at.x()]).toEqual(['reconnecting', 50]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(at.sync.status.get().connection.kind).toBe('saved');
  });

  test('hands over to the live session that holds the diagram, with the change still unsaved', async () => {
    const at = desk(() => Promise.reject(new ApiError(409, 'conflict', 'live')));
    at.move(50);
    await vi.advanceTimersByTimeAsync(500);
    expect([at.told, at.replica.pending.length]).toEqual([['live'], 1]);
  });

  test('takes back what the server refuses', async () => {
    const at = desk(() => Promise.reject(new ApiError(400, 'invalid_input', 'Too many cells')));
    at.move(50);
    await vi.advanceTimersByTimeAsync(500);
    expect([at.told, at.x()]).toEqual([['Too many cells'], 0]);
  });
});
