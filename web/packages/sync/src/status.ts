import type { Participant, Principal } from '@tmi/api';

/** Where the connection stands, in the words that the person reads. */
export type Connection =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'reconnecting' }
  | { readonly kind: 'read-only'; readonly why: string };

export function words(connection: Connection): string {
  switch (connection.kind) {
    case 'saved':
      return 'All changes saved';
    case 'saving':
      return 'Saving…';
    case 'connecting':
      return 'Connecting…';
    case 'reconnecting':
      return 'Reconnecting – your changes are kept here';
    case 'read-only':
      return `Read only: ${connection.why}`;
  }
}

export interface SyncStatus {
  readonly connection: Connection;
  readonly live: boolean;
  readonly people: readonly Participant[];
  readonly host: Principal | null;
}

/** Something to tell the person once: a refusal, an end of the session. */
export interface Notice {
  readonly tone: 'info' | 'problem';
  readonly text: string;
}

/** A value that can be watched; what React's `useSyncExternalStore` asks for. */
export class Watched<T> {
  readonly #listeners = new Set<() => void>();
  #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  get = (): T => this.#value;

  set(value: T): void {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
