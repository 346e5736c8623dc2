import { ApiError, Http, type JsonPatch } from './http';
import type {
  Diagram,
  DiagramItem,
  Grant,
  Me,
  Provider,
  Session,
  Threat,
  ThreatDraft,
  ThreatModel,
  ThreatModelItem,
} from './types';

const PAGE = 100;

/** The calls of the suite's interface that the application makes, one method each. */
export class Api {
  constructor(readonly http: Http = new Http()) {}

  me = (): Promise<Me> => this.http.get('/me');

  providers = async (): Promise<readonly Provider[]> =>
    (await this.http.get<{ providers: Provider[] }>('/oauth2/providers', { anonymous: true }))
      .providers;

  exchange = (provider: string, code: string, verifier: string, redirect: string): Promise<void> =>
    this.http.post(
      `/oauth2/token?idp=${encodeURIComponent(provider)}`,
      {
        grant_type: 'authorization_code',
        code,
        code_verifier: verifier,
        redirect_uri: redirect,
      },
      { anonymous: true },
    );

  signOut = (): Promise<void> => this.http.post('/me/logout', undefined, { anonymous: true });

  sessions = (): Promise<readonly Session[]> => this.http.get('/me/sessions');

  threatModels = (): Promise<readonly ThreatModelItem[]> =>
    this.#all<ThreatModelItem>('/threat_models', 'threat_models');

  threatModel = (id: string): Promise<ThreatModel> => this.http.get(model(id));

  createThreatModel = (draft: { name: string; description: string; framework: string }) =>
    this.http.post<ThreatModel>('/threat_models', {
      name: draft.name,
      description: draft.description,
      threat_model_framework: draft.framework,
      is_confidential: false,
    });

  patchThreatModel = (id: string, changes: Record<string, unknown>): Promise<ThreatModel> =>
    this.http.patch(model(id), replacements(changes));

  deleteThreatModel = (id: string): Promise<void> => this.http.delete(model(id));

  share = (id: string, grants: readonly Grant[]): Promise<ThreatModel> =>
    this.http.patch(model(id), [
      { op: 'replace', path: '/authorization', value: grants.map(withoutNames) },
    ]);

  diagrams = (id: string): Promise<readonly DiagramItem[]> =>
    this.#all<DiagramItem>(`${model(id)}/diagrams`, 'diagrams');

  diagram = (id: string, diagramId: string): Promise<Diagram> =>
    this.http.get(diagram(id, diagramId));

  createDiagram = (id: string, name: string): Promise<Diagram> =>
    this.http.post(`${model(id)}/diagrams`, { name, type: 'DFD-1.0.0' });

  patchDiagram = (
    id: string,
    diagramId: string,
    changes: Record<string, unknown>,
  ): Promise<Diagram> => this.http.patch(diagram(id, diagramId), replacements(changes));

  deleteDiagram = (id: string, diagramId: string): Promise<void> =>
    this.http.delete(diagram(id, diagramId));

  threats = (id: string): Promise<readonly Threat[]> =>
    this.#all<Threat>(`${model(id)}/threats`, 'threats');

  createThreat = (id: string, draft: ThreatDraft): Promise<Threat> =>
    this.http.post(`${model(id)}/threats`, { threat_type: [], ...draft });

  patchThreat = (id: string, threatId: string, changes: Record<string, unknown>): Promise<Threat> =>
    this.http.patch(`${model(id)}/threats/${threatId}`, replacements(changes));

  deleteThreat = (id: string, threatId: string): Promise<void> =>
    this.http.delete(`${model(id)}/threats/${threatId}`);

  /** The live session of a diagram, or undefined when there is none. */
  session = async (id: string, diagramId: string): Promise<Session | undefined> => {
    try {
      const found = await this.http.get<Session>(`${diagram(id, diagramId)}/collaborate`);
      return found?.session_id ? found : undefined;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  };

  startSession = (id: string, diagramId: string): Promise<Session> =>
    this.http.post(`${diagram(id, diagramId)}/collaborate`, {});

  endSession = (id: string, diagramId: string): Promise<void> =>
    this.http.delete(`${diagram(id, diagramId)}/collaborate`);

  ticket = async (sessionId: string): Promise<string> =>
    (await this.http.get<{ ticket: string }>(`/ws/ticket?session_id=${sessionId}`)).ticket;

  /** Every page of a list, up to the thousand that a threat model may hold of each kind. */
  async #all<T>(path: string, key: string): Promise<readonly T[]> {
    const found: T[] = [];
    for (;;) {
      const page = await this.http.get<Record<string, unknown>>(
        `${path}?limit=${PAGE}&offset=${found.length}`,
      );
      const items = page[key] as T[];
      found.push(...items);
      if (items.length < PAGE || found.length >= 1000) return found;
    }
  }
}

function model(id: string): string {
  return `/threat_models/${encodeURIComponent(id)}`;
}

function diagram(id: string, diagramId: string): string {
  return `${model(id)}/diagrams/${encodeURIComponent(diagramId)}`;
}

function replacements(changes: Record<string, unknown>): JsonPatch[] {
  return Object.entries(changes).map(([key, value]) => ({
    op: 'replace',
    path: `/${key}`,
    value,
  }));
}

/** Names are the server's to tell: it refuses to be told them. */
function withoutNames(grant: Grant): Omit<Grant, 'display_name' | 'email'> {
  const { principal_type, provider, provider_id, role } = grant;
  return { principal_type, provider, provider_id, role };
}
