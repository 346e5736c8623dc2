import type { Api } from './client';
import type { Provider } from './types';

const KEY = 'tmi.signin';

interface Started {
  readonly state: string;
  readonly verifier: string;
  readonly provider: string;
  readonly redirect: string;
  readonly wanted: string;
}

/** What sign-in needs of the browser; tests bring their own. */
export interface Place {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly go: (url: string) => void;
}

/** Sends the person to the provider: authorization code with PKCE (RFC 7636). */
export async function startSignIn(
  provider: Provider,
  callback: string,
  wanted: string,
  place: Place,
  hint?: string,
): Promise<void> {
  const verifier = base64url(randomBytes(32));
  const state = hex(randomBytes(16));
  const challenge = base64url(await sha256(verifier));
  const started: Started = { state, verifier, provider: provider.id, redirect: callback, wanted };
  place.storage.setItem(KEY, JSON.stringify(started));
  const url = new URL(provider.auth_url);
  const values: Record<string, string> = {
    state,
    client_callback: callback,
    scope: 'openid profile email',
    response_type: 'code',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(hint ? { login_hint: hint } : {}),
  };
  for (const [key, value] of Object.entries(values)) url.searchParams.set(key, value);
  place.go(url.href);
}

/** Back from the provider: swaps the code for the session's cookies. Answers where to go on. */
export async function finishSignIn(
  api: Api,
  query: URLSearchParams,
  place: Place,
): Promise<string> {
  const told = query.get('error');
  if (told) throw new Error(query.get('error_description') ?? told);
  const kept = place.storage.getItem(KEY);
  place.storage.removeItem(KEY);
  const started = kept ? (JSON.parse(kept) as Started) : undefined;
  const code = query.get('code');
  if (!started || !code || query.get('state') !== started.state) {
    throw new Error('This sign-in was not started in this tab, or is already used.');
  }
  await api.exchange(started.provider, code, started.verifier, started.redirect);
  return started.wanted;
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}

async function sha256(text: string): Promise<Uint8Array> {
  if (!globalThis.crypto?.subtle) {
    throw new Error(
      'Sign-in needs https, or the address localhost: the browser allows no keys here.',
    );
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

export function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A random id of the fourth kind; works on plain http too, unlike `crypto.randomUUID`. */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const text = hex(bytes);
  const cuts = [0, 8, 12, 16, 20, 32];
  return cuts
    .slice(1)
    .map((end, i) => text.slice(cuts[i], end))
    .join('-');
}
