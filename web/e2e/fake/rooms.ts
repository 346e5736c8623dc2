import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Operation } from '@tmi/diagram';
import { WebSocket, WebSocketServer } from 'ws';
import { type FakeDiagram, type FakeModel, type Person, type Store, write } from './store';

interface Member {
  readonly socket: WebSocket;
  readonly person: Person;
  readonly diagram: FakeDiagram;
  readonly model: FakeModel;
}

interface Sent {
  readonly message_type: string;
  readonly operation_id: string;
  readonly operation: Operation;
}

/** Live rooms by the contract's protocol, with acknowledgements and resuming by number. */
export class Rooms {
  readonly #members = new Set<Member>();
  readonly #tickets = new Map<string, { person: Person; session: string }>();
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #store: Store;
  /** Set to lose the next acknowledgement with its line, after the operation is stored. */
  loseNextAcknowledgement = false;

  constructor(store: Store) {
    this.#store = store;
  }

  attach(http: Server): void {
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const url = new URL(request.url ?? '/', 'http://fake');
      const ticket = this.#tickets.get(url.searchParams.get('ticket') ?? '');
      const found = ticket && this.#find(ticket.session);
      if (!ticket || !found) {
        socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
        return;
      }
      this.#tickets.delete(url.searchParams.get('ticket')!);
      this.#server.handleUpgrade(request, socket, head, (opened) => {
        const last = url.searchParams.get('last_sequence');
        const member = { socket: opened, person: ticket.person, ...found };
        this.#join(member, last === null ? undefined : Number(last));
      });
    });
  }

  ticket(person: Person, session: string): string | undefined {
    if (!this.#find(session)) return undefined;
    const ticket = randomUUID();
    this.#tickets.set(ticket, { person, session });
    return ticket;
  }

  people(diagram: FakeDiagram): Person[] {
    return [...new Set(this.#in(diagram).map(({ person }) => person))];
  }

  /** Cuts every line without a word, as a replica that dies does. */
  cutLines(): void {
    for (const { socket } of this.#members) socket.terminate();
  }

  end(diagram: FakeDiagram): void {
    const members = this.#in(diagram);
    diagram.session = undefined;
    for (const { socket } of members) {
      say(socket, { message_type: 'error', error: 'session_terminated', message: 'Ended' });
      socket.close(1000, 'Session terminated');
    }
  }

  #find(session: string): { model: FakeModel; diagram: FakeDiagram } | undefined {
    for (const model of this.#store.models.values()) {
      const diagram = model.diagrams.find((each) => each.session?.id === session);
      if (diagram) return { model, diagram };
    }
    return undefined;
  }

  #in(diagram: FakeDiagram): Member[] {
    return [...this.#members].filter((member) => member.diagram === diagram);
  }

  #join(member: Member, last: number | undefined): void {
    const { socket, diagram } = member;
    if (last === undefined || last > diagram.vector) this.#state(member);
    else for (const each of diagram.log) if (each.seq > last) say(socket, eventOf(each));
    this.#members.add(member);
    this.#tellPeople(diagram);
    socket.on('message', (data: Buffer) => this.#told(member, JSON.parse(data.toString()) as Sent));
    socket.on('close', () => {
      this.#members.delete(member);
      this.#tellPeople(diagram);
    });
  }

  #state({ socket, diagram }: Member): void {
    say(socket, {
      message_type: 'diagram_state',
      diagram_id: diagram.id,
      update_vector: diagram.vector,
      sequence_number: diagram.vector,
      cells: [...diagram.cells.values()],
    });
  }

  #told(member: Member, message: Sent): void {
    const { socket, diagram } = member;
    if (message.message_type === 'sync_request') this.#state(member);
    if (message.message_type === 'sync_status_request') {
      say(socket, { message_type: 'sync_status_response', update_vector: diagram.vector });
    }
    if (message.message_type === 'diagram_operation_request') this.#operation(member, message);
  }

  #operation(member: Member, { operation_id: id, operation }: Sent): void {
    const { socket, diagram, person, model } = member;
    if (this.#store.roleOf(model, person) === 'reader') {
      say(socket, { message_type: 'authorization_denied', original_operation_id: id });
      return;
    }
    const known = diagram.log.find((each) => each.operationId === id);
    const logged = known ?? write(diagram, person, id, operation);
    if (this.loseNextAcknowledgement) {
      this.loseNextAcknowledgement = false;
      socket.terminate();
    }
    say(socket, {
      message_type: 'operation_acknowledged',
      operation_id: id,
      sequence_number: logged.seq,
      update_vector: logged.seq,
    });
    if (known) return;
    for (const other of this.#in(diagram)) {
      if (other !== member) say(other.socket, eventOf(logged));
    }
  }

  #tellPeople(diagram: FakeDiagram): void {
    const members = this.#in(diagram);
    const participants = this.people(diagram).map((user) => ({
      user,
      permissions: this.#store.roleOf(members[0]!.model, user) === 'reader' ? 'reader' : 'writer',
      last_activity: new Date().toISOString(),
    }));
    for (const { socket } of members) {
      say(socket, {
        message_type: 'participants_update',
        initiating_user: null,
        participants,
        host: diagram.session?.host ?? null,
        current_presenter: null,
      });
    }
  }
}

function eventOf(logged: FakeDiagram['log'][number]): object {
  return {
    message_type: 'diagram_operation_event',
    initiating_user: logged.author,
    operation_id: logged.operationId,
    sequence_number: logged.seq,
    update_vector: logged.seq,
    operation: logged.operation,
  };
}

function say(socket: WebSocket, message: object): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}
