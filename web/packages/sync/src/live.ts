import { ApiError, type Session, newId } from '@tmi/api';
import { type CellChange, encode } from '@tmi/diagram';
import { Line, PATIENCE, type Patience } from './line';
import { ENDS, type LiveOptions } from './live-options';
import type { ServerMessage } from './message';
import { Outbox } from './outbox';
import { type Connection, type SyncStatus, Watched } from './status';

/** The largest operation the server takes; a bigger change is sent in several. */
const MOST_CELLS = 500;

/**
 * My end of a live session. Changes show at once and are sent; what the server numbers is applied in
 * its order; a lost line is taken up again from the last number, and what was not acknowledged is
 * sent again under the same id, so that nothing is lost and nothing happens twice.
 */
export class LiveSync {
  readonly status: Watched<SyncStatus>;
  readonly #options: LiveOptions;
  readonly #patience: Patience;
  readonly #outbox = new Outbox();
  #line: Line | undefined;
  #sequence: number;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #ready = false;
  #writable = true;
  #over = false;
  #everOpen = false;
  #lacksState = false;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#patience = options.patience ?? PATIENCE;
    this.#sequence = options.vector;
    this.status = new Watched<SyncStatus>({
      connection: { kind: 'connecting' },
      live: true,
      people: [],
      host: null,
    });
    this.#adopt();
    void this.#connect();
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** What was changed before the session and never saved goes out through it. */
  #adopt(): void {
    const { replica } = this.#options;
    for (const { id, changes } of replica.pending) {
      const operation = encode(changes, (cell) => replica.shown.get(cell));
      this.#outbox.add({ id, base: this.#sequence, operation });
    }
  }

  /** Shows the change now and sends it as soon as there is a line. */
  change(changes: readonly CellChange[]): string[] {
    const ids: string[] = [];
    for (let from = 0; from < changes.length; from += MOST_CELLS) {
      const part = changes.slice(from, from + MOST_CELLS);
      const { replica } = this.#options;
      const operation = encode(part, (id) => replica.shown.get(id));
      const request = { id: newId(), base: this.#sequence, operation };
      this.#outbox.add(request);
      replica.change({ id: request.id, changes: part });
      ids.push(request.id);
    }
    this.#pump();
    this.#report();
    return ids;
  }

  leave(): void {
    this.#over = true;
    clearTimeout(this.#retry);
    this.#line?.close();
  }

  /** Try at once: the browser says that the network is back. */
  hurry(): void {
    if (this.#line || this.#over) return;
    clearTimeout(this.#retry);
    void this.#connect();
  }

  async #connect(): Promise<void> {
    try {
      const session = await this.#session();
      if (this.#over || !session) return;
      const ticket = await this.#options.api.ticket(session.session_id);
      if (this.#over) return;
      this.#ready = false;
      this.#line = new Line(
        this.#options.open(this.#address(session, ticket)),
        {
          opened: () => this.#opened(),
          told: (message) => this.#told(message),
          lost: (code) => this.#lost(code),
        },
        this.#patience,
      );
    } catch (error) {
      if (error instanceof ApiError && (error.status === 401 || error.status === 403)) {
        this.#finish('you no longer have access', false);
      } else {
        this.#retryLater();
      }
    }
  }

  /** The session may have ended while I was away; one who may write starts it anew. */
  async #session(): Promise<Session | undefined> {
    const { api, modelId, diagramId } = this.#options;
    const found = await api.session(modelId, diagramId);
    if (found) return found;
    if (this.#everOpen && this.#outbox.isEmpty) {
      this.#finish('the session has ended', true);
      return undefined;
    }
    return api.startSession(modelId, diagramId);
  }

  #address(session: Session, ticket: string): string {
    const url = session.websocket_url;
    const sign = url.includes('?') ? '&' : '?';
    const resume = this.#lacksState ? '' : `&last_sequence=${this.#sequence}`;
    return `${url}${sign}ticket=${encodeURIComponent(ticket)}${resume}`;
  }

  #opened(): void {
    this.#failures = 0;
    this.#everOpen = true;
  }

  /** A lost line is not an end: only what the server says is one. */
  #lost(code: number): void {
    this.#line = undefined;
    this.#ready = false;
    if (this.#over) return;
    if (code === 4403) this.#finish('you no longer have access', false);
    else if (code === 1000) this.#finish('the session has ended', true);
    else this.#retryLater();
  }

  #retryLater(): void {
    const { firstWait, longestWait } = this.#patience;
    const wait = Math.min(longestWait, firstWait * 2 ** this.#failures);
    this.#failures += 1;
    this.#report();
    this.#retry = setTimeout(() => void this.#connect(), wait * (0.75 + Math.random() / 2));
  }

  #told(message: ServerMessage): void {
    switch (message.message_type) {
      case 'diagram_state':
        this.#sequence = message.sequence_number ?? message.update_vector;
        this.#lacksState = false;
        this.#options.replica.reset(message.cells);
        this.#begin();
        break;
      case 'diagram_operation_event':
        this.#event(message);
        break;
      case 'operation_acknowledged':
        this.#acknowledged(message);
        break;
      case 'operation_rejected':
        this.#refused(message.operation_id, message.message, message.requires_resync);
        break;
      case 'authorization_denied':
        this.#refused(
          message.original_operation_id,
          'You may look at this diagram, not change it.',
        );
        break;
      case 'participants_update':
        this.#people(message);
        break;
      case 'sync_status_response':
        if (message.update_vector > this.#sequence) this.#resync();
        break;
      case 'error':
        this.#error(message.error, message.message);
    }
    this.#pump();
    this.#report();
  }

  /** The server has placed me in its order: what it has not acknowledged goes out again. */
  #begin(): void {
    if (this.#ready) return;
    this.#ready = true;
    this.#outbox.newLine();
    this.#pump();
  }

  #pump(): void {
    if (this.#ready) this.#outbox.pump((message) => this.#line?.send(message));
  }

  #event(message: ServerMessage & { message_type: 'diagram_operation_event' }): void {
    if (this.#lacksState || message.sequence_number <= this.#sequence) return;
    if (message.sequence_number > this.#sequence + 1) return this.#resync();
    this.#sequence = message.sequence_number;
    // After a lost line my own operation may come back as an event: it is confirmed, not new.
    if (this.#outbox.settle(message.operation_id)) {
      this.#options.replica.confirm(message.operation_id, message.operation);
    } else {
      this.#options.replica.receive(message.operation);
      const { display_name, provider_id } = message.initiating_user;
      this.#options.onRemote?.(display_name ?? provider_id, message.operation.cells.length);
    }
  }

  #acknowledged(message: ServerMessage & { message_type: 'operation_acknowledged' }): void {
    const { operation_id: id, sequence_number: number } = message;
    if (!this.#outbox.settle(id)) return;
    if (number === this.#sequence + 1 && !this.#lacksState) {
      this.#sequence = number;
      this.#options.replica.confirm(id, message.operation);
    } else {
      // At or below my number it is in the state that I was given, or it changed nothing.
      this.#options.replica.drop(id);
      if (number > this.#sequence) this.#resync();
    }
  }

  #refused(id: string, text: string, resync = false): void {
    this.#outbox.settle(id);
    if (this.#options.replica.drop(id)) this.#options.onNotice({ tone: 'problem', text });
    if (resync) this.#resync();
  }

  #people(message: ServerMessage & { message_type: 'participants_update' }): void {
    const me = message.participants.find(({ user }) => this.#options.isMe(user));
    if (me) this.#writable = me.permissions === 'writer';
    this.status.set({
      ...this.status.get(),
      people: message.participants,
      host: message.host,
    });
    this.#begin();
  }

  #resync(): void {
    if (this.#lacksState) return;
    this.#lacksState = true;
    this.#line?.send({ message_type: 'sync_request' });
  }

  #error(code: string, text: string): void {
    if (code === 'session_terminated') this.#finish('the session has ended', true);
    else if (ENDS.has(code)) this.#finish(text, false);
    else this.#options.onNotice({ tone: 'problem', text });
  }

  #finish(reason: string, mayReturn: boolean): void {
    if (this.#over) return;
    this.leave();
    this.#options.onEnd(reason, mayReturn);
  }

  #report(): void {
    const before = this.status.get();
    const connection = this.#connection();
    if (before.connection.kind !== connection.kind) this.status.set({ ...before, connection });
  }

  #connection(): Connection {
    if (!this.#ready)
      return this.#everOpen || this.#failures > 0
        ? { kind: 'reconnecting' }
        : { kind: 'connecting' };
    if (!this.#writable) return { kind: 'read-only', why: 'you are a reader here' };
    return !this.#outbox.isEmpty ? { kind: 'saving' } : { kind: 'saved' };
  }
}
