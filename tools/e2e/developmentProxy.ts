/**
 * Stands in front of a VS Code server, so that its page runs an extension under development, and suites with it, in
 * the extension host that is a web worker: it serves the extension's files and names them in the page.
 *
 * The page has to come changed from a server. One that is changed on its way into the browser no longer counts as
 * coming from this machine, and its connection back to it is refused.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { basename, extname, join, normalize } from 'node:path';

export interface Development {
  /** Folder of the extension. */
  readonly extension: string;
  /** The bundled suites. */
  readonly tests: string;
}

const EXTENSION = '/__extension';
/** Below the extension: by that VS Code finds the extension host that runs them. */
const TESTS = `${EXTENSION}/__tests`;
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export class DevelopmentProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(
    readonly upstream: number,
    readonly development: Development,
  ) {
    this.#server = createServer((asked, answer) => {
      const path = new URL(asked.url ?? '/', 'http://proxy').pathname;
      const file = this.#fileOf(path);
      if (file !== undefined) void serveFile(file, answer);
      else this.#forward(asked, answer, path === '/');
    });
    this.#server.on('connection', (socket) => this.#sockets.add(socket));
    this.#server.on('upgrade', (asked, socket, head) => this.#tunnel(asked, socket as Socket, head));
  }

  /** @param upstream port of the VS Code server. */
  static async start(upstream: number, development: Development): Promise<DevelopmentProxy> {
    const proxy = new DevelopmentProxy(upstream, development);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #fileOf(path: string): string | undefined {
    const { extension, tests } = this.development;
    if (path === `${TESTS}/${basename(tests)}`) return tests;
    if (!path.startsWith(`${EXTENSION}/`)) return undefined;
    return join(extension, normalize(path.slice(EXTENSION.length)));
  }

  #forward(asked: IncomingMessage, answer: ServerResponse, isPage: boolean): void {
    const forwarded = request({
      host: '127.0.0.1',
      port: this.upstream,
      method: asked.method,
      path: asked.url,
      headers: { ...asked.headers, 'accept-encoding': 'identity' },
    });
    forwarded.on('response', async (from) => {
      if (!isPage || from.statusCode !== 200) {
        from.pipe(answer.writeHead(from.statusCode ?? 502, from.headers));
        return;
      }
      let page = '';
      for await (const chunk of from) page += chunk;
      const { 'content-length': _, ...headers } = from.headers;
      answer.writeHead(200, headers).end(this.#withDevelopment(page));
    });
    forwarded.on('error', () => answer.destroy());
    asked.pipe(forwarded);
  }

  /** The workbench's configuration stands in the page as JSON in an attribute. */
  #withDevelopment(page: string): string {
    const at = (path: string): object => ({ scheme: 'http', authority: this.host, path });
    const options = {
      extensions: [at(EXTENSION)],
      extensionTestsPath: at(`${TESTS}/${basename(this.development.tests)}`),
    };
    const fields = JSON.stringify(options).slice(1, -1).replaceAll('"', '&quot;');
    const opening = '&quot;developmentOptions&quot;:{';
    if (!page.includes(opening)) throw new Error('the page of the workbench has no developmentOptions');
    return page.replace(opening, () => `${opening}${fields},`);
  }

  #tunnel(asked: IncomingMessage, socket: Socket, head: Buffer): void {
    const upstream = connect(this.upstream, '127.0.0.1', () => {
      let headers = `${asked.method} ${asked.url} HTTP/1.1\r\n`;
      for (let i = 0; i < asked.rawHeaders.length; i += 2)
        headers += `${asked.rawHeaders[i]}: ${asked.rawHeaders[i + 1]}\r\n`;
      upstream.write(`${headers}\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
    socket.on('close', () => upstream.destroy());
  }
}

async function serveFile(file: string, answer: ServerResponse): Promise<void> {
  // The worker lives in a frame of another origin.
  const headers = { 'access-control-allow-origin': '*' };
  try {
    const content = await readFile(file);
    answer.writeHead(200, { ...headers, 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(content);
  } catch {
    answer.writeHead(404, headers).end();
  }
}
