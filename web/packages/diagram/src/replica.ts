import type { Cell } from './cell';
import { type CellChange, applyChange } from './change';
import { type Operation, applyEvent } from './operation';
import { removal } from './rule';

/** A change of mine that the server has not confirmed yet. */
export interface Pending {
  readonly id: string;
  readonly changes: readonly CellChange[];
}

/**
 * One diagram as I see it: what the server has confirmed, and my own changes on top.
 * Whatever the server tells changes the lower layer; mine are laid over it anew, cell by cell.
 */
export class Replica {
  readonly #confirmed = new Map<string, Cell>();
  readonly #shown = new Map<string, Cell>();
  #pending: Pending[] = [];
  readonly #listeners = new Set<(touched: ReadonlySet<string>) => void>();

  get shown(): ReadonlyMap<string, Cell> {
    return this.#shown;
  }

  get confirmed(): ReadonlyMap<string, Cell> {
    return this.#confirmed;
  }

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  onChange(listener: (touched: ReadonlySet<string>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The server's whole state; what I have not had confirmed stays on top of it. */
  reset(cells: Iterable<Cell>): void {
    const touched = new Set(this.#shown.keys());
    this.#confirmed.clear();
    this.#shown.clear();
    for (const cell of cells) {
      this.#confirmed.set(cell.id, cell);
      touched.add(cell.id);
    }
    for (const { changes } of this.#pending) for (const { id } of changes) touched.add(id);
    for (const id of this.#confirmed.keys()) this.#recompute(id);
    for (const id of touched) this.#recompute(id);
    this.#tell(touched);
  }

  /** A change of mine: shown at once, confirmed later. */
  change(pending: Pending): void {
    this.#pending = [...this.#pending, pending];
    this.#refresh(pending.changes.map(({ id }) => id));
  }

  /** Somebody's operation, or mine as another of my tabs made it. */
  receive(operation: Operation): void {
    const touched = applyEvent(this.#confirmed, operation);
    this.#refresh([...touched]);
  }

  /** The server has my change: it moves to the lower layer, with what it takes along. */
  confirm(id: string, result?: Operation): void {
    const found = this.#take(id);
    if (!found) return;
    const touched = new Set(found.changes.map((change) => change.id));
    for (const change of found.changes) for (const each of this.#settle(change)) touched.add(each);
    if (result) for (const each of applyEvent(this.#confirmed, result)) touched.add(each);
    this.#refresh([...touched]);
  }

  /** My change is in the state already, or refused: only the upper layer forgets it. */
  drop(id: string): Pending | undefined {
    const found = this.#take(id);
    if (found) this.#refresh(found.changes.map((change) => change.id));
    return found;
  }

  #take(id: string): Pending | undefined {
    const found = this.#pending.find((each) => each.id === id);
    if (found) this.#pending = this.#pending.filter((each) => each !== found);
    return found;
  }

  #settle(change: CellChange): string[] {
    if (change.kind === 'remove') {
      const along = removal(this.#confirmed, [change.id]);
      for (const each of along) this.#write(each);
      return along.map(({ id }) => id);
    }
    this.#write(change);
    return [change.id];
  }

  #write(change: CellChange): void {
    const after = applyChange(this.#confirmed.get(change.id), change);
    if (after) this.#confirmed.set(change.id, after);
    else this.#confirmed.delete(change.id);
  }

  #refresh(ids: readonly string[]): void {
    for (const id of ids) this.#recompute(id);
    this.#tell(new Set(ids));
  }

  #recompute(id: string): void {
    let cell = this.#confirmed.get(id);
    for (const { changes } of this.#pending) {
      for (const change of changes) if (change.id === id) cell = applyChange(cell, change);
    }
    if (cell) this.#shown.set(id, cell);
    else this.#shown.delete(id);
  }

  #tell(touched: ReadonlySet<string>): void {
    for (const listener of this.#listeners) listener(touched);
  }
}
