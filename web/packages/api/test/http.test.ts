import { describe, expect, test, vi } from 'vitest';
import { Api, ApiError, Http, SignedOut } from '../src/index';

type Told = { status: number; body?: unknown };

function http(answer: (path: string, calls: number) => Told) {
  const asked: string[] = [];
  const fetcher = (path: string, init: RequestInit): Promise<Response> => {
    asked.push(`${init.method} ${path}`);
    const { status, body } = answer(path, asked.length);
    return Promise.resolve(
      new Response(body === undefined ? null : JSON.stringify(body), { status }),
    );
  };
  return { http: new Http(fetcher), asked };
}

describe('a call', () => {
  test('that is refused for an old session renews it once and is made again', async () => {
    let renewed = false;
    const at = http((path) => {
      if (path === '/oauth2/refresh') {
        renewed = true;
        return { status: 200, body: {} };
      }
      return renewed ? { status: 200, body: { path } } : { status: 401, body: {} };
    });
    const answers = await Promise.all([at.http.get('/a'), at.http.get('/b')]);
    expect(answers).toEqual([{ path: '/a' }, { path: '/b' }]);
    expect(at.asked.filter((each) => each.includes('refresh')).length).toBe(1);
  });

  test('that another tab has renewed for is only made again', async () => {
    let renewals = 0;
    let last = 0;
    let queue: Promise<unknown> = Promise.resolve();
    const turns = {
      take: <T>(task: () => Promise<T>) => {
        const turn = queue.then(task);
        queue = turn.catch(() => undefined);
        return turn;
      },
      last: () => last,
      done: () => {
        last = Date.now();
      },
    };
    const fetcher = (path: string): Promise<Response> => {
      if (path === '/oauth2/refresh') {
        renewals += 1;
        return Promise.resolve(new Response('{}', { status: renewals > 1 ? 401 : 200 }));
      }
      return Promise.resolve(new Response('{}', { status: renewals === 0 ? 401 : 200 }));
    };
    const tabs = [new Http(fetcher, turns), new Http(fetcher, turns)];
    await expect(Promise.all(tabs.map((tab) => tab.get('/a')))).resolves.toEqual([{}, {}]);
    expect(renewals).toBe(1);
  });

  test('ends in signing in when the session cannot be renewed', async () => {
    const at = http(() => ({ status: 401, body: { error: 'unauthorized' } }));
    const out = vi.fn();
    at.http.onSignedOut(out);
    await expect(at.http.get('/me')).rejects.toBeInstanceOf(SignedOut);
    expect(out).toHaveBeenCalledTimes(1);
  });

  test('that is refused tells the contract’s code and words', async () => {
    const body = { error: 'invalid_input', error_description: 'name is too long' };
    const at = http(() => ({ status: 400, body }));
    const failure = await at.http.get('/x').catch((error: unknown) => error);
    expect(failure).toMatchObject({
      status: 400,
      code: 'invalid_input',
      message: 'name is too long',
    });
  });

  test('that does not arrive says so', async () => {
    const broken = new Http(() => Promise.reject(new TypeError('fetch failed')));
    const failure = await broken.get('/x').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ status: 0, code: 'unreachable' });
  });

  test('for a list reads every page', async () => {
    const at = http((path) => {
      const offset = Number(new URL(path, 'http://x').searchParams.get('offset'));
      const left = Math.max(0, Math.min(100, 230 - offset));
      return {
        status: 200,
        body: { threats: Array.from({ length: left }, () => ({})), total: 230 },
      };
    });
    expect((await new Api(at.http).threats('m')).length).toBe(230);
    expect(at.asked.length).toBe(3);
  });

  test('for the session of a diagram without one answers nothing', async () => {
    const at = http(() => ({ status: 404, body: { error: 'not_found' } }));
    expect(await new Api(at.http).session('m', 'd')).toBeUndefined();
  });
});
