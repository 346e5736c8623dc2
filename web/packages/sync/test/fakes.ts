import type { Api, Session } from '@tmi/api';
import { type Cell, Replica, boxOf, updateOf, withBox } from '@tmi/diagram';
import { LiveSync, type LiveOptions, type SocketLike } from '../src/index';

export const ANA = {
  principal_type: 'user' as const,
  provider: 'tmi',
  provider_id: 'ana',
  email: 'ana@tmi.local',
  display_name: 'Ana',
};
export const BEA = { ...ANA, provider_id: 'bea', email: 'bea@tmi.local', display_name: 'Bea' };

type Sent = Record<string, unknown> & { message_type: string; operation_id: string };

/** A socket whose other end is the test. */
export class FakeSocket implements SocketLike {
  onopen: SocketLike['onopen'] = null;
  onmessage: SocketLike['onmessage'] = null;
  onclose: SocketLike['onclose'] = null;
  readonly sent: Sent[] = [];
  closed = false;

  constructor(readonly url: string) {}

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Sent);
  }

  close(): void {
    this.closed = true;
  }

  open(): void {
    this.onopen?.call(this as unknown as WebSocket, new Event('open'));
  }

  tell(message: object): void {
    const event = { data: JSON.stringify(message) } as MessageEvent;
    this.onmessage?.call(this as unknown as WebSocket, event);
  }

  lose(code = 1006): void {
    const event = { code, reason: '' } as CloseEvent;
    this.onclose?.call(this as unknown as WebSocket, event);
  }

  get operations(): Sent[] {
    return this.sent.filter((each) => each.message_type === 'diagram_operation_request');
  }

  state(vector: number, ...cells: Cell[]): void {
    this.tell({
      message_type: 'diagram_state',
      update_vector: vector,
      sequence_number: vector,
      cells,
    });
  }

  people(permissions = 'writer'): void {
    this.tell({
      message_type: 'participants_update',
      initiating_user: null,
      participants: [{ user: ANA, permissions }],
      host: ANA,
      current_presenter: null,
    });
  }

  acknowledge(id: string, number: number): void {
    this.tell({
      message_type: 'operation_acknowledged',
      operation_id: id,
      sequence_number: number,
      update_vector: number,
    });
  }

  event(number: number, id: string, cell: Cell): void {
    this.tell({
      message_type: 'diagram_operation_event',
      initiating_user: BEA,
      operation_id: id,
      sequence_number: number,
      update_vector: number,
      operation: { type: 'patch', cells: [{ id: cell.id, operation: 'update', data: cell }] },
    });
  }
}

const SESSION = {
  session_id: 's1',
  websocket_url: 'ws://suite/threat_models/m/diagrams/d/ws?session_id=s1',
} as Session;

export class FakeApi implements Pick<Api, 'session' | 'startSession' | 'ticket'> {
  live: Session | undefined = SESSION;
  started = 0;
  fails = 0;

  session = (): Promise<Session | undefined> => {
    if (this.fails > 0) {
      this.fails -= 1;
      return Promise.reject(new Error('unreachable'));
    }
    return Promise.resolve(this.live);
  };
  startSession = (): Promise<Session> => {
    this.started += 1;
    this.live = SESSION;
    return Promise.resolve(SESSION);
  };
  ticket = (): Promise<string> => Promise.resolve('t1');
}

export interface Table {
  readonly api: FakeApi;
  readonly sync: LiveSync;
  readonly replica: Replica;
  readonly sockets: FakeSocket[];
  readonly notices: string[];
  readonly ends: string[];
  readonly socket: () => FakeSocket;
}

export function table(cells: readonly Cell[], more: Partial<LiveOptions> = {}): Table {
  const [api, replica] = [new FakeApi(), new Replica()];
  replica.reset(cells);
  const [sockets, notices, ends]: [FakeSocket[], string[], string[]] = [[], [], []];
  const sync = new LiveSync({
    api,
    modelId: 'm',
    diagramId: 'd',
    replica,
    vector: 4,
    isMe: ({ provider_id }) => provider_id === 'ana',
    open: (url) => {
      const socket = new FakeSocket(url);
      sockets.push(socket);
      return socket;
    },
    onNotice: ({ text }) => notices.push(text),
    onEnd: (reason, mayReturn) => ends.push(`${reason} ${mayReturn}`),
    ...more,
  });
  return { api, sync, replica, sockets, notices, ends, socket: () => sockets[sockets.length - 1]! };
}

export function move({ sync, replica }: Table, id: string, x: number): string {
  const cell = replica.shown.get(id)!;
  return sync.change([updateOf(cell, withBox(cell, { ...boxOf(cell), x }))!])[0]!;
}
