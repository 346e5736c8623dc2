import { readFile } from 'node:fs/promises';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { Answer, Interface } from './interface';
import { Rooms } from './rooms';
import { Store } from './store';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** As strict as the gateway's: nothing inline, nothing from elsewhere. */
const POLICY =
  "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

export interface Fake {
  readonly url: string;
  readonly store: Store;
  readonly rooms: Rooms;
  close(): Promise<void>;
}

/** The suite in one process and in memory: its interface, its sockets, and the application's files. */
export async function startFake(files: string): Promise<Fake> {
  const store = new Store();
  const rooms = new Rooms(store);
  const http = createServer((request, response) => void answer(request, response));
  const interfaceOf = new Interface(store, rooms, () => addressOf(http));
  rooms.attach(http);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', addressOf(http));
    if (url.pathname.startsWith('/app')) return sendFile(files, url.pathname, response);
    const body = await bodyOf(request);
    const told = interfaceOf.handle(
      request.method ?? 'GET',
      url,
      request.headers.cookie ?? '',
      body,
    );
    send(response, told);
  }

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: addressOf(http),
    store,
    rooms,
    close: async () => {
      rooms.cutLines();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function addressOf(http: Server): string {
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function sendFile(root: string, path: string, response: ServerResponse): Promise<void> {
  const asked = normalize(path.replace(/^\/app\/?/, ''));
  const name = asked === '.' || extname(asked) === '' ? 'index.html' : asked;
  try {
    const content = await readFile(join(root, name));
    response.writeHead(200, {
      'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
      'Content-Security-Policy': POLICY,
    });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
}
