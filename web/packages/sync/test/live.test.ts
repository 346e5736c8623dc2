import { type Cell, boxOf, newNode } from '@tmi/diagram';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeApi, type Table, move, table } from './fakes';

const node = (id: string, x = 0): Cell =>
  newNode(id, 'process', { x, y: 0, width: 140, height: 60 }, null, id);
const x = (at: Table, id = 'a'): number => boxOf(at.replica.shown.get(id)!).x;

async function connected(...cells: Cell[]): Promise<Table> {
  const made = table(cells.length > 0 ? cells : [node('a')]);
  await vi.advanceTimersByTimeAsync(0);
  made.socket().open();
  made.socket().people();
  return made;
}

async function again(at: Table): Promise<void> {
  const before = at.sockets.length;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(at.sockets.length).toBeGreaterThan(before);
  at.socket().open();
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a live session', () => {
  test('joins from the number of the state it has', async () => {
    const at = await connected();
    expect(at.socket().url).toBe(
      'ws://suite/threat_models/m/diagrams/d/ws?session_id=s1&ticket=t1&last_sequence=4',
    );
    expect(at.sync.status.get().connection.kind).toBe('saved');
  });

  test('starts a session when there is none', async () => {
    const api = new FakeApi();
    api.live = undefined;
    const at = table([node('a')], { api });
    await vi.advanceTimersByTimeAsync(0);
    expect([api.started, at.sockets.length]).toEqual([1, 1]);
  });

  test('shows a change before it is acknowledged and says when it is saved', async () => {
    const at = await connected();
    const id = move(at, 'a', 50);
    expect([x(at), at.sync.status.get().connection.kind]).toEqual([50, 'saving']);
    expect(at.socket().operations).toMatchObject([{ operation_id: id, base_vector: 4 }]);
    at.socket().acknowledge(id, 5);
    expect([at.sync.sequence, at.sync.status.get().connection.kind]).toEqual([5, 'saved']);
    expect(boxOf(at.replica.confirmed.get('a')!).x).toBe(50);
  });

  test('keeps my unacknowledged change over somebody else’s event', async () => {
    const at = await connected(node('a'), node('b', 300));
    move(at, 'a', 50);
    at.socket().event(5, 'theirs', node('b', 400));
    expect([x(at), x(at, 'b'), at.sync.sequence]).toEqual([50, 400, 5]);
  });

  test('ignores an event that it has already', async () => {
    const at = await connected();
    at.socket().event(5, 'theirs', node('a', 10));
    at.socket().event(5, 'theirs', node('a', 99));
    expect(x(at)).toBe(10);
  });

  test('asks for the state when a number is missing, and waits for it', async () => {
    const at = await connected();
    at.socket().event(7, 'late', node('a', 70));
    expect(at.socket().sent).toEqual([{ message_type: 'sync_request' }]);
    at.socket().event(8, 'later', node('a', 80));
    expect(x(at)).toBe(0);
    at.socket().state(8, node('a', 80));
    at.socket().event(9, 'next', node('a', 90));
    expect([x(at), at.sync.sequence]).toEqual([90, 9]);
  });

  test('notices by the heartbeat that the last event was missed', async () => {
    const at = await connected();
    await vi.advanceTimersByTimeAsync(20_000);
    at.socket().tell({ message_type: 'sync_status_response', update_vector: 6 });
    expect(at.socket().sent.map((each) => each.message_type)).toEqual([
      'sync_status_request',
      'sync_request',
    ]);
  });

  test('reconnects after a lost line and sends again what was not acknowledged, under the same id', async () => {
    const at = await connected();
    const id = move(at, 'a', 50);
    at.socket().lose();
    expect(at.sync.status.get().connection.kind).toBe('reconnecting');
    const second = move(at, 'a', 60);
    await again(at);
    expect(at.socket().url).toContain('last_sequence=4');
    at.socket().people();
    expect(at.socket().operations.map((each) => each.operation_id)).toEqual([id, second]);
    at.socket().acknowledge(id, 5);
    at.socket().acknowledge(second, 6);
    expect([x(at), at.sync.sequence, at.replica.pending.length]).toEqual([60, 6, 0]);
  });

  test('takes its own operation in the missed events as the acknowledgement that was lost', async () => {
    const at = await connected();
    const id = move(at, 'a', 50);
    at.socket().lose();
    await again(at);
    at.socket().event(5, id, node('a', 50));
    at.socket().people();
    expect([at.socket().operations, at.sync.sequence, at.replica.pending]).toEqual([[], 5, []]);
  });

  test('applies nothing twice when the state has the operation and the answer repeats', async () => {
    const at = await connected();
    const id = move(at, 'a', 50);
    at.socket().lose();
    await again(at);
    at.socket().state(6, node('a', 55));
    at.socket().people();
    expect(at.socket().operations.map((each) => each.operation_id)).toEqual([id]);
    at.socket().acknowledge(id, 5);
    expect([x(at), at.sync.sequence]).toEqual([55, 6]);
  });

  test('gives up a line that owes an answer too long', async () => {
    const at = await connected();
    move(at, 'a', 50);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([at.sockets[0]!.closed, at.sync.status.get().connection.kind]).toEqual([
      true,
      'reconnecting',
    ]);
  });

  test('waits longer after each failure', async () => {
    const at = await connected();
    at.api.fails = 4;
    at.socket().lose();
    await vi.advanceTimersByTimeAsync(1_000);
    const early = at.api.fails;
    await vi.advanceTimersByTimeAsync(30_000);
    expect([early > 1, at.api.fails, at.sockets.length > 1]).toEqual([true, 0, true]);
  });

  test('takes back what is refused and says why', async () => {
    const at = await connected();
    const id = move(at, 'a', 50);
    at.socket().tell({
      message_type: 'operation_rejected',
      operation_id: id,
      reason: 'conflict_detected',
      message: 'Bea removed this element.',
      requires_resync: true,
    });
    expect([x(at), at.notices]).toEqual([0, ['Bea removed this element.']]);
    expect(at.socket().sent.at(-1)).toEqual({ message_type: 'sync_request' });
  });

  test('is read only for a reader', async () => {
    const at = await connected();
    at.socket().people('reader');
    expect(at.sync.status.get().connection).toEqual({
      kind: 'read-only',
      why: 'you are a reader here',
    });
  });

  test('ends when access is taken away and does not come back', async () => {
    const at = await connected();
    at.socket().lose(4403);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([at.ends, at.sockets.length]).toEqual([['you no longer have access false'], 1]);
  });

  test('goes on alone when the host ends the session', async () => {
    const at = await connected();
    at.socket().tell({ message_type: 'error', error: 'session_terminated', message: 'Ended' });
    at.socket().lose(1000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([at.ends, at.sockets.length]).toEqual([['the session has ended true'], 1]);
  });

  test('goes on alone when the line is closed in order, without a word before it', async () => {
    const at = await connected();
    at.socket().lose(1000);
    expect(at.ends).toEqual(['the session has ended true']);
  });

  test('never has more operations waiting than the server allows, and sends all in the end', async () => {
    const at = await connected();
    const ids = Array.from({ length: 100 }, (_, index) => move(at, 'a', index + 1));
    expect(at.socket().operations.length).toBe(64);
    ids.forEach((id, index) => at.socket().acknowledge(id, 5 + index));
    expect(at.socket().operations.map((each) => each.operation_id)).toEqual(ids);
    expect([x(at), at.replica.pending.length]).toEqual([100, 0]);
  });

  test('stays through an error that only refuses', async () => {
    const at = await connected();
    at.socket().tell({ message_type: 'error', error: 'validation_error', message: 'Too fast' });
    expect([at.ends, at.notices]).toEqual([[], ['Too fast']]);
  });

  test('sends a large change in several operations', async () => {
    const many = Array.from({ length: 1_100 }, (_, index) => node(`n${index}`));
    const at = await connected();
    at.sync.change(many.map((cell) => ({ kind: 'add', id: cell.id, cell })));
    const sizes = at
      .socket()
      .operations.map(({ operation }) => (operation as { cells: unknown[] }).cells.length);
    expect(sizes).toEqual([500, 500, 100]);
  });
});
