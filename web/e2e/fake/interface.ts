import { createHash, randomUUID } from 'node:crypto';
import type { Cell } from '@tmi/diagram';
import type { Rooms } from './rooms';
import type { FakeDiagram, FakeModel, Person, Store } from './store';

export class Answer {
  constructor(
    readonly status: number,
    readonly body?: unknown,
    readonly headers: Record<string, string | string[]> = {},
  ) {}
}

const refusal = (status: number, error: string, text: string): Answer =>
  new Answer(status, { error, error_description: text });

type Patch = { op: string; path: string; value: unknown }[];

/** The part of the suite's interface that the application calls. */
export class Interface {
  readonly #codes = new Map<string, { hint: string; challenge: string }>();
  readonly #signedIn = new Map<string, Person>();
  readonly #store: Store;
  readonly #rooms: Rooms;
  readonly #base: () => string;

  constructor(store: Store, rooms: Rooms, base: () => string) {
    this.#store = store;
    this.#rooms = rooms;
    this.#base = base;
  }

  handle(method: string, url: URL, cookie: string, body: unknown): Answer {
    const path = url.pathname;
    if (path.startsWith('/oauth2/')) return this.#oauth(path, url, cookie, body);
    const me = this.#who(cookie, 'tmi_access_token');
    if (!me) return refusal(401, 'unauthorized', 'Authentication required');
    if (path === '/me') return new Answer(200, { ...me, is_admin: false, groups: [] });
    if (path === '/me/logout') return new Answer(204, undefined, { 'Set-Cookie': cookies('', 0) });
    if (path === '/me/sessions') return new Answer(200, this.#sessions(me));
    if (path === '/ws/ticket') {
      const ticket = this.#rooms.ticket(me, url.searchParams.get('session_id') ?? '');
      return ticket ? new Answer(200, { ticket }) : refusal(404, 'not_found', 'No such session');
    }
    const parts = path.split('/').filter(Boolean);
    if (parts[0] !== 'threat_models') return refusal(404, 'not_found', 'Not found');
    if (parts.length === 1) return this.#models(method, me, body as Record<string, string>);
    const model = this.#store.models.get(parts[1]!);
    const role = model && this.#store.roleOf(model, me);
    if (!model) return refusal(404, 'not_found', 'Threat model not found');
    if (!role) return refusal(403, 'forbidden', 'You may not see this threat model');
    if (method === 'PATCH' && role === 'reader') return refusal(403, 'forbidden', 'Readers look');
    if (parts.length === 2) return this.#model(method, model, body as Patch);
    if (parts[2] === 'threats') return this.#threats(method, model, parts[3], body);
    return this.#diagrams(method, model, me, parts.slice(3), body);
  }

  #oauth(path: string, url: URL, cookie: string, body: unknown): Answer {
    const query = url.searchParams;
    if (path === '/oauth2/providers') {
      const auth_url = `${this.#base()}/oauth2/authorize?idp=tmi`;
      return new Answer(200, { providers: [{ id: 'tmi', name: 'TMI', icon: '', auth_url }] });
    }
    if (path === '/oauth2/authorize') {
      const code = `test_auth_code_${randomUUID()}`;
      const hint = query.get('login_hint') ?? 'nobody';
      this.#codes.set(code, { hint, challenge: query.get('code_challenge') ?? '' });
      const back = `${query.get('client_callback')}?code=${code}&state=${query.get('state')}`;
      return new Answer(302, undefined, { Location: back });
    }
    if (path === '/oauth2/token') {
      const { code, code_verifier } = body as Record<string, string>;
      const kept = this.#codes.get(code!);
      this.#codes.delete(code!);
      const proof = createHash('sha256').update(code_verifier!).digest('base64url');
      if (kept?.challenge !== proof) return refusal(400, 'invalid_grant', 'The code is not good');
      return this.#begin(this.#store.person(kept.hint));
    }
    const person = this.#who(cookie, 'tmi_refresh_token');
    return person ? this.#begin(person) : refusal(400, 'invalid_grant', 'No session');
  }

  #begin(person: Person): Answer {
    const token = randomUUID();
    this.#signedIn.set(token, person);
    return new Answer(
      200,
      { token_type: 'bearer', expires_in: 3600 },
      {
        'Set-Cookie': cookies(token, 3600),
      },
    );
  }

  /** Makes every access token unknown; the refresh token still works. */
  forgetAccess(): void {
    for (const token of [...this.#signedIn.keys()]) this.#expired.add(token);
  }
  readonly #expired = new Set<string>();

  #who(cookie: string, name: string): Person | undefined {
    const token = new RegExp(`${name}=([^;]+)`).exec(cookie)?.[1] ?? '';
    if (name === 'tmi_access_token' && this.#expired.has(token)) return undefined;
    return this.#signedIn.get(token);
  }

  #models(method: string, me: Person, body: Record<string, string>): Answer {
    if (method === 'POST') {
      const { name, description, threat_model_framework } = body;
      const made = this.#store.createModel(me, name!, description, threat_model_framework);
      return new Answer(201, whole(made));
    }
    const seen = [...this.#store.models.values()].filter((each) => this.#store.roleOf(each, me));
    return new Answer(200, {
      threat_models: seen.map(item),
      total: seen.length,
      limit: 100,
      offset: 0,
    });
  }

  #model(method: string, model: FakeModel, body: Patch): Answer {
    if (method === 'PATCH') {
      for (const { path, value } of body) {
        if (path === '/authorization') this.#store.share(model, value as FakeModel['grants']);
        if (path === '/name') model.name = value as string;
        if (path === '/description') model.description = value as string;
      }
    }
    return new Answer(200, whole(model));
  }

  #threats(method: string, model: FakeModel, id: string | undefined, body: unknown): Answer {
    const now = new Date().toISOString();
    if (method === 'POST') {
      const made = { ...(body as object), id: randomUUID(), created_at: now, modified_at: now };
      model.threats.push(made);
      return new Answer(201, made);
    }
    if (id === undefined) {
      const { threats } = model;
      return new Answer(200, { threats, total: threats.length, limit: 100, offset: 0 });
    }
    const found = model.threats.find((each) => each['id'] === id);
    if (!found) return refusal(404, 'not_found', 'Threat not found');
    if (method === 'DELETE') {
      model.threats = model.threats.filter((each) => each !== found);
      return new Answer(204);
    }
    for (const { path, value } of (body ?? []) as Patch) found[path.slice(1)] = value;
    return new Answer(200, found);
  }

  #diagrams(method: string, model: FakeModel, me: Person, parts: string[], body: unknown): Answer {
    if (parts.length === 0) {
      if (method === 'POST') {
        const name = (body as { name: string }).name;
        return new Answer(201, content(this.#store.createDiagram(model, name)));
      }
      const diagrams = model.diagrams.map(({ id, name, modified }) => ({
        id,
        name,
        type: 'DFD-1.0.0',
        created_at: modified,
        modified_at: modified,
      }));
      return new Answer(200, { diagrams, total: diagrams.length, limit: 100, offset: 0 });
    }
    const diagram = model.diagrams.find(({ id }) => id === parts[0]);
    if (!diagram) return refusal(404, 'not_found', 'Diagram not found');
    if (parts[1] === 'collaborate') return this.#collaborate(method, model, diagram, me);
    if (method !== 'PATCH') return new Answer(200, content(diagram));
    if (diagram.session) return refusal(409, 'conflict', 'A live session holds this diagram');
    for (const { path, value } of body as Patch) {
      if (path === '/name') diagram.name = value as string;
      if (path !== '/cells') continue;
      diagram.cells = new Map((value as Cell[]).map((cell) => [cell.id, cell]));
      diagram.vector += 1;
    }
    return new Answer(200, content(diagram));
  }

  #collaborate(method: string, model: FakeModel, diagram: FakeDiagram, me: Person): Answer {
    if (method === 'DELETE') {
      this.#rooms.end(diagram);
      return new Answer(204);
    }
    if (method === 'GET' && !diagram.session) return refusal(404, 'not_found', 'No session');
    const status = diagram.session ? 200 : 201;
    diagram.session ??= { id: randomUUID(), host: me };
    return new Answer(status, this.#session(model, diagram));
  }

  #sessions(me: Person): object[] {
    return [...this.#store.models.values()]
      .filter((model) => this.#store.roleOf(model, me))
      .flatMap((model) =>
        model.diagrams.filter(({ session }) => session).map((each) => this.#session(model, each)),
      );
  }

  #session(model: FakeModel, diagram: FakeDiagram): object {
    const path = `/threat_models/${model.id}/diagrams/${diagram.id}/ws`;
    return {
      session_id: diagram.session!.id,
      threat_model_id: model.id,
      threat_model_name: model.name,
      diagram_id: diagram.id,
      diagram_name: diagram.name,
      host: diagram.session!.host,
      participants: this.#rooms.people(diagram).map((user) => ({ user, permissions: 'writer' })),
      websocket_url: `${this.#base().replace('http', 'ws')}${path}?session_id=${diagram.session!.id}`,
    };
  }
}

function cookies(token: string, age: number): string[] {
  return [
    `tmi_access_token=${token}; HttpOnly; Path=/; SameSite=Lax; Max-Age=${age}`,
    `tmi_refresh_token=${token}; HttpOnly; Path=/oauth2; SameSite=Strict; Max-Age=${age}`,
  ];
}

function item(model: FakeModel): object {
  const { id, name, description, owner, created, modified, framework } = model;
  return {
    id,
    name,
    description,
    owner,
    created_at: created,
    modified_at: modified,
    threat_model_framework: framework,
    status: 'not_started',
    diagram_count: model.diagrams.length,
    threat_count: model.threats.length,
  };
}

function whole(model: FakeModel): object {
  return { ...item(model), authorization: model.grants, is_confidential: false };
}

function content(diagram: FakeDiagram): object {
  const { id, name, vector, cells } = diagram;
  return { id, name, type: 'DFD-1.0.0', update_vector: vector, cells: [...cells.values()] };
}
