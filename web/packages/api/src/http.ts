import { type Turns, browserTurns } from './turns';

/** A refusal in the contract's one shape, or what came instead of it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details?: unknown,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** The session is over and could not be renewed: whoever sees this sends the person to sign in. */
export class SignedOut extends ApiError {
  constructor() {
    super(401, 'unauthorized', 'Your session has ended. Sign in again to continue.');
    this.name = 'SignedOut';
  }
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
  /** For the calls that must not try to renew the session: signing in and renewing itself. */
  readonly anonymous?: boolean;
}

export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** Calls to the suite on the page's own origin; the session travels in cookies that scripts cannot read. */
export class Http {
  #renewal: Promise<boolean> | undefined;
  readonly #fetch: Fetch;
  readonly #turns: Turns;
  readonly #onSignedOut = new Set<() => void>();

  constructor(doFetch: Fetch = (input, init) => fetch(input, init), turns: Turns = browserTurns()) {
    this.#fetch = doFetch;
    this.#turns = turns;
  }

  onSignedOut(listener: () => void): () => void {
    this.#onSignedOut.add(listener);
    return () => this.#onSignedOut.delete(listener);
  }

  get<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.request<T>('GET', path, options);
  }

  post<T>(path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
    return this.request<T>('POST', path, { ...options, body });
  }

  patch<T>(path: string, operations: readonly JsonPatch[], options: RequestOptions = {}) {
    return this.request<T>('PATCH', path, {
      ...options,
      body: operations,
      contentType: 'application/json-patch+json',
    });
  }

  delete(path: string): Promise<void> {
    return this.request<void>('DELETE', path, {});
  }

  async request<T>(method: string, path: string, options: RequestOptions): Promise<T> {
    const asked = Date.now();
    let response = await this.#send(method, path, options);
    if (response.status === 401 && !options.anonymous) {
      if (!(await this.#renew(asked))) {
        for (const listener of this.#onSignedOut) listener();
        throw new SignedOut();
      }
      response = await this.#send(method, path, options);
    }
    if (!response.ok) throw await refusal(response);
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async #send(method: string, path: string, options: RequestOptions): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json', ...options.headers };
    if (options.body !== undefined) {
      headers['Content-Type'] = options.contentType ?? 'application/json';
    }
    const init: RequestInit = { method, headers, credentials: 'same-origin' };
    if (options.body !== undefined) init.body = JSON.stringify(options.body);
    if (options.signal) init.signal = options.signal;
    try {
      return await this.#fetch(path, init);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new ApiError(0, 'unreachable', 'The server cannot be reached. Check the connection.');
    }
  }

  /** One renewal for all calls that were refused together, in this tab and in the others. */
  #renew(asked: number): Promise<boolean> {
    this.#renewal ??= this.#turns
      .take(async () => {
        if (this.#turns.last() >= asked) return true;
        const response = await this.#send('POST', '/oauth2/refresh', { body: {} });
        if (response.ok) this.#turns.done();
        return response.ok;
      })
      .catch(() => false)
      .finally(() => {
        this.#renewal = undefined;
      });
    return this.#renewal;
  }
}

export interface JsonPatch {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: string;
  readonly value?: unknown;
}

async function refusal(response: Response): Promise<ApiError> {
  const text = await response.text();
  try {
    const body = JSON.parse(text) as Record<string, unknown>;
    const code = typeof body['error'] === 'string' ? body['error'] : String(response.status);
    const told = body['error_description'];
    return new ApiError(
      response.status,
      code,
      typeof told === 'string' && told !== '' ? told : code,
      body['details'],
    );
  } catch {
    const message = `The server answered ${response.status} ${response.statusText}`.trim();
    return new ApiError(response.status, String(response.status), message);
  }
}
