/**
 * A running VS Code server with state of its own: user settings, extensions, nothing from this machine.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Editor, installEditor } from './editor.js';

export interface ServerOptions {
  /** An extension to be installed. */
  readonly vsix?: string;
  /** User settings on top of those that keep everything else quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What VS Code says and does by itself would stand between the tests and what they look for. */
const QUIET_SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  // Its actions would stand among the extension's quick fixes.
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  // The web workbench saves by itself unless told not to.
  'files.autoSave': 'off',
  'window.commandCenter': false,
};

const START_MILLISECONDS = 30_000;

export class VsCodeServer {
  readonly #state: string;
  readonly #process: ChildProcess;
  readonly #killAtExit = (): boolean => this.#kill();
  #output = '';

  private constructor(
    editor: Editor,
    readonly options: ServerOptions,
  ) {
    this.#state = mkdtempSync(join(tmpdir(), 'unigap-vscode-'));
    const user = join(this.#state, 'server', 'data', 'User');
    mkdirSync(user, { recursive: true });
    writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...options.settings }));
    const places = [
      '--accept-server-license-terms',
      ...['--server-data-dir', join(this.#state, 'server')],
      ...['--extensions-dir', join(this.#state, 'extensions')],
    ];
    // Without it the gallery would be asked, which nobody wants here and which may be out of reach.
    const env = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
    if (options.vsix !== undefined) {
      const install = [editor.server, ...places, '--install-extension', options.vsix];
      execFileSync(editor.node, install, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    }
    const flags = [
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      ...['--telemetry-level', 'off', '--disable-workspace-trust'],
      // Without it a built VS Code ignores the paths of extensions and tests that a page's address names.
      '--enable-smoke-test-driver',
    ];
    // A process group: its extension hosts and language servers outlive the server for a while.
    this.#process = spawn(editor.node, [editor.server, ...flags, ...places], {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    process.once('exit', this.#killAtExit);
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (chunk) => {
        this.#output += chunk;
      });
    }
  }

  static async start(options: ServerOptions = {}): Promise<VsCodeServer> {
    const server = new VsCodeServer(await installEditor(), options);
    try {
      await server.#whenListening();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** What it has printed. */
  get output(): string {
    return this.#output;
  }

  get port(): number {
    return Number(/Extension host agent listening on (\d+)/.exec(this.#output)?.[1]);
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Ends it with all its processes, and deletes its state. */
  async stop(): Promise<void> {
    process.off('exit', this.#killAtExit);
    const gone = new Promise((resolve) => this.#process.once('close', resolve));
    if (this.#kill()) await gone;
    rmSync(this.#state, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  async #whenListening(): Promise<void> {
    for (const end = Date.now() + START_MILLISECONDS; Number.isNaN(this.port); ) {
      if (this.#process.exitCode !== null || Date.now() > end)
        throw new Error(`the VS Code server did not start:\n${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  #kill(): boolean {
    if (this.#process.pid === undefined) return false;
    try {
      return process.kill(-this.#process.pid, 'SIGKILL');
    } catch {
      return false; // it is gone
    }
  }
}
