import type { Operation } from '@tmi/diagram';
import type { ClientMessage } from './message';

export interface Request {
  readonly id: string;
  readonly base: number;
  readonly operation: Operation;
}

/** So many operations may wait for an answer; the server's limit is four times that. */
const WINDOW = 64;

/**
 * My operations without an answer, in the order they were made. Each line is given them from the
 * start, under the same ids: the server applies an id once, however often it comes.
 */
export class Outbox {
  readonly #requests = new Map<string, Request>();
  readonly #given = new Set<string>();

  get isEmpty(): boolean {
    return this.#requests.size === 0;
  }

  add(request: Request): void {
    this.#requests.set(request.id, request);
  }

  /** A new line knows nothing of what the old one was given. */
  newLine(): void {
    this.#given.clear();
  }

  /** Sends in order, no more at a time than the server lets wait. */
  pump(send: (message: ClientMessage) => void): void {
    for (const { id, base, operation } of this.#requests.values()) {
      if (this.#given.size >= WINDOW) return;
      if (this.#given.has(id)) continue;
      this.#given.add(id);
      send({
        message_type: 'diagram_operation_request',
        operation_id: id,
        base_vector: base,
        operation,
      });
    }
  }

  /** An answer came: the operation is no longer mine to send. False for one that never was. */
  settle(id: string): boolean {
    this.#given.delete(id);
    return this.#requests.delete(id);
  }
}
