import { type ServerMessage, type ClientMessage, parse } from './message';

/** As much of a WebSocket as is used; tests bring their own. */
export type SocketLike = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'>;

export interface LineEvents {
  readonly opened: () => void;
  readonly told: (message: ServerMessage) => void;
  readonly lost: (code: number, reason: string) => void;
}

export interface Patience {
  /** A first wait before reconnecting; doubled after each failure up to the longest. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** A socket that owes an answer for so long is given up, though it seems open. */
  readonly silence: number;
  /** So often the server is asked where it stands. */
  readonly beat: number;
}

export const PATIENCE: Patience = {
  firstWait: 300,
  longestWait: 8_000,
  silence: 10_000,
  beat: 20_000,
};

/** One connection's life: opens, hands messages on, notices silence, ends once. */
export class Line {
  readonly #socket: SocketLike;
  readonly #events: LineEvents;
  readonly #patience: Patience;
  #beat: ReturnType<typeof setInterval> | undefined;
  #owed: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(socket: SocketLike, events: LineEvents, patience: Patience) {
    this.#socket = socket;
    this.#events = events;
    this.#patience = patience;
    this.#expect();
    socket.onopen = () => {
      this.#heard();
      this.#beat = setInterval(
        () => this.send({ message_type: 'sync_status_request' }),
        patience.beat,
      );
      events.opened();
    };
    socket.onmessage = ({ data }) => {
      this.#heard();
      const message = typeof data === 'string' ? parse(data) : undefined;
      if (message && !this.#ended) events.told(message);
    };
    socket.onclose = ({ code, reason }) => this.#end(code, reason);
  }

  /** Whatever is sent is owed an answer: an acknowledgement, a refusal, a status. */
  send(message: ClientMessage): void {
    if (this.#ended) return;
    this.#socket.send(JSON.stringify(message));
    this.#expect();
  }

  close(): void {
    this.#ended = true;
    this.#stop();
    this.#socket.close(1000, 'Client disconnect');
  }

  #expect(): void {
    this.#owed ??= setTimeout(() => {
      this.#socket.close();
      this.#end(1006, 'no answer');
    }, this.#patience.silence);
  }

  #heard(): void {
    clearTimeout(this.#owed);
    this.#owed = undefined;
  }

  #end(code: number, reason: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#stop();
    this.#events.lost(code, reason);
  }

  #stop(): void {
    clearInterval(this.#beat);
    this.#heard();
  }
}
