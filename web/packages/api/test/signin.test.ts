import { describe, expect, test } from 'vitest';
import { Api, Http, finishSignIn, newId, roleOf, startSignIn } from '../src/index';
import type { Grant, Me, ThreatModel } from '../src/index';

function place() {
  const kept = new Map<string, string>();
  const gone: string[] = [];
  return {
    gone,
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
    go: (url: string) => void gone.push(url),
  };
}

const provider = { id: 'tmi', name: 'TMI', auth_url: 'http://suite/oauth2/authorize?idp=tmi' };

describe('signing in', () => {
  test('goes to the provider with a challenge and swaps the code with its verifier, once', async () => {
    const at = place();
    await startSignIn(provider, 'http://suite/app/oauth2/callback', '/models/1', at, 'ana');
    const url = new URL(at.gone[0]!);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      idp: 'tmi',
      login_hint: 'ana',
      code_challenge_method: 'S256',
      client_callback: 'http://suite/app/oauth2/callback',
    });
    const sent: Record<string, string>[] = [];
    const api = new Api(
      new Http((_path, init) => {
        sent.push(JSON.parse(String(init.body)) as Record<string, string>);
        return Promise.resolve(new Response('{}'));
      }),
    );
    const query = new URLSearchParams({ code: 'c1', state: url.searchParams.get('state')! });
    expect(await finishSignIn(api, query, at)).toBe('/models/1');
    const digest = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode(sent[0]!['code_verifier']),
    );
    expect(Buffer.from(digest).toString('base64url')).toBe(url.searchParams.get('code_challenge'));
    await expect(finishSignIn(api, query, at)).rejects.toThrow('already used');
  });

  test('does not take a code for a state that it did not send', async () => {
    const at = place();
    await startSignIn(provider, 'http://suite/cb', '/', at);
    const query = new URLSearchParams({ code: 'c1', state: 'forged' });
    await expect(finishSignIn(new Api(), query, at)).rejects.toThrow('not started');
  });

  test('makes ids of the fourth kind', () => {
    expect(newId()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

describe('my role', () => {
  const me = {
    provider: 'tmi',
    provider_id: 'ana',
    groups: [{ group_name: 'builders' }],
  } as unknown as Me;
  const owner = { provider: 'tmi', provider_id: 'zoe' };
  const model = (...grants: Partial<Grant>[]) =>
    ({ owner, authorization: grants }) as unknown as ThreatModel;

  test('is the highest of mine, my groups’ and everyone’s', () => {
    const everyone: Partial<Grant> = {
      principal_type: 'group',
      provider_id: 'everyone',
      role: 'reader',
    };
    const group: Partial<Grant> = {
      principal_type: 'group',
      provider_id: 'builders',
      role: 'writer',
    };
    const mine: Partial<Grant> = {
      principal_type: 'user',
      provider: 'tmi',
      provider_id: 'ana',
      role: 'owner',
    };
    expect(roleOf(me, model(everyone))).toBe('reader');
    expect(roleOf(me, model(everyone, group))).toBe('writer');
    expect(roleOf(me, model(mine, everyone, group))).toBe('owner');
    expect(roleOf(me, { ...model(), owner: me } as unknown as ThreatModel)).toBe('owner');
  });
});
