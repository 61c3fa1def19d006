/**
 * The built server as a process, and a client of a few lines that speaks JSON-RPC to it: what it is sent is what a
 * test says, right or wrong.
 */
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { MessageReader, messageBytes } from './messageReader.js';

export const SERVER = join(PROJECT_ROOT, 'dist', 'server-node.cjs');

export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The parameters of `method` are only known to who asks for them. */
// biome-ignore lint/suspicious/noExplicitAny: results are checked by the assertions on them
export type Answer = any;

const LIMIT_MILLISECONDS = 20_000;

export class LanguageServer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #exited: Promise<number | null>;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #waiting = new Set<() => void>();
  #lastId = 0;
  #complaints = '';

  /** All that the server has sent by itself, in order. */
  readonly received: Message[] = [];
  /** What it is answered when it asks; without an entry, null. */
  readonly answersTo = new Map<string, (params: Answer) => unknown>();

  constructor() {
    this.#process = spawn(process.execPath, [SERVER, '--stdio']);
    this.#exited = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stderr.on('data', (chunk) => {
      this.#complaints += chunk;
    });
    // Tests write to servers that have ended.
    this.#process.stdin.on('error', () => undefined);
    const reader = new MessageReader((message) => this.#receive(message as Message));
    this.#process.stdout.on('data', (chunk) => reader.read(chunk));
  }

  /** A server that is ready for one test, and ended behind it. */
  static async with(
    options: InitializeOptions,
    test: (server: LanguageServer) => Promise<void>,
  ): Promise<void> {
    const server = new LanguageServer();
    try {
      await server.initialize(options);
      await test(server);
      await server.shutDown();
    } finally {
      server.kill();
    }
  }

  get isAlive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** What it wrote to standard error. */
  get complaints(): string {
    return this.#complaints;
  }

  async initialize({ folders = [], capabilities, options }: InitializeOptions): Promise<Answer> {
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) }));
    const result = await this.request('initialize', {
      processId: process.pid,
      rootUri: folders[0] ?? null,
      workspaceFolders: folders.length > 0 ? workspaceFolders : null,
      capabilities: capabilities ?? PUSH_CLIENT,
      ...(options !== undefined ? { initializationOptions: options } : {}),
    });
    this.notify('initialized', {});
    return result;
  }

  /** The result of a request; an error of the server is an exception. */
  async request(method: string, params?: unknown): Promise<Answer> {
    const { error, result } = await this.ask(method, params).answer;
    assert.equal(error, undefined, `${method}: ${error?.message}`);
    return result;
  }

  /** A request of which the id is needed, or the error. */
  ask(method: string, params?: unknown): { readonly id: number; readonly answer: Promise<Message> } {
    const id = ++this.#lastId;
    const answered = new Promise<Message>((resolve) => this.#answers.set(id, resolve));
    this.send({ id, method, ...(params !== undefined ? { params } : {}) });
    return { id, answer: this.#inTime(answered, `an answer to ${method}`) };
  }

  notify(method: string, params?: unknown): void {
    this.send({ method, ...(params !== undefined ? { params } : {}) });
  }

  send(message: object): void {
    this.#process.stdin.write(messageBytes({ jsonrpc: '2.0', ...message }));
  }

  open(uri: string, text: string, languageId = 'c'): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  close(uri: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** The first notification, past or to come, that fits. */
  async notification(method: string, fits: (params: Answer) => boolean = () => true): Promise<Answer> {
    const find = (): Message | undefined =>
      this.received.find((message) => message.method === method && fits(message.params));
    const found = new Promise<Message>((resolve) => {
      const look = (): void => {
        const message = find();
        if (!message) return;
        this.#waiting.delete(look);
        resolve(message);
      };
      this.#waiting.add(look);
      look();
    });
    return (await this.#inTime(found, method)).params;
  }

  /** What is pushed for a file from now on, once it fits. */
  async pushed(uri: string, fits: (diagnostics: Answer[]) => boolean = () => true): Promise<Answer[]> {
    const { diagnostics } = await this.notification(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri && fits(params.diagnostics),
    );
    return diagnostics;
  }

  /** Forgets what was received, so that it is not found again. */
  forget(): void {
    this.received.length = 0;
  }

  /** Ends it as the protocol says, and checks that it ended well. */
  async shutDown(): Promise<void> {
    assert.equal(await this.request('shutdown'), null);
    this.notify('exit');
    assert.equal(await this.exitCode(), 0, this.complaints);
  }

  exitCode(): Promise<number | null> {
    return this.#inTime(this.#exited, 'the end of the server');
  }

  /** Ends its standard input, as a client does that dies. */
  hangUp(): void {
    this.#process.stdin.end();
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  #receive(message: Message): void {
    if (message.method === undefined) {
      this.#answers.get(message.id as number)?.(message);
      this.#answers.delete(message.id as number);
      return;
    }
    if (message.id !== undefined) void this.#answer(message.id, message.method, message.params);
    this.received.push(message);
    for (const look of [...this.#waiting]) look();
  }

  async #answer(id: Message['id'], method: string, params: unknown): Promise<void> {
    const result = (await this.answersTo.get(method)?.(params)) ?? null;
    this.send({ id, result });
  }

  async #inTime<T>(promise: Promise<T>, what: string): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const fail = (): void => reject(new Error(`waited in vain for ${what}\n${this.#complaints}`));
      timer = setTimeout(fail, LIMIT_MILLISECONDS);
      // What a server sent before its end may still be on its way.
      void this.#exited.then(() => setTimeout(fail, 100));
    });
    late.catch(() => undefined);
    try {
      return await Promise.race([promise, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

export interface InitializeOptions {
  /** URIs. */
  readonly folders?: readonly string[];
  readonly capabilities?: object;
  readonly options?: object;
}

/** A client that has little: diagnostics are pushed to it. */
export const PUSH_CLIENT = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

/** A client that asks for diagnostics. */
export const PULL_CLIENT = {
  ...PUSH_CLIENT,
  textDocument: { ...PUSH_CLIENT.textDocument, diagnostic: { dynamicRegistration: false } },
  workspace: { diagnostics: { refreshSupport: true }, workspaceFolders: true },
  window: { workDoneProgress: true },
};
