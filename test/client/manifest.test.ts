import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPEN_FEATURE_COMMAND, SHOW_GAPS_COMMAND } from '#server/protocol.js';
import { DEFAULT_SETTINGS, readSettings } from '#server/settings.js';
import { MESSAGES_FILE, messagesText } from '#tools/generate/messages.js';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
  readonly activationEvents: readonly string[];
}

interface Setting {
  readonly markdownDescription?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

const MANIFEST = readJson<Manifest>('package.json');
const TEXTS = readJson<Record<string, string>>('package.nls.json');

describe('client: the manifest', () => {
  const commands = MANIFEST.contributes.commands.map(({ command }) => command);

  it('contributes commands that are registered', () => {
    const registered = new Set<string>([OPEN_FEATURE_COMMAND, SHOW_GAPS_COMMAND]);
    for (const source of clientSources()) {
      for (const [, command] of source.matchAll(/registerCommand\(\s*'([^']+)'/g)) registered.add(command);
    }
    assert.deepEqual(
      commands.filter((command) => !registered.has(command)),
      [],
    );
  });

  it('has only commands in menus and texts that it contributes', () => {
    const used = Object.values(MANIFEST.contributes.menus)
      .flat()
      .map(({ command }) => command);
    for (const [, command] of JSON.stringify([MANIFEST, TEXTS]).matchAll(/command:(unigap\.[\w.]+)/g)) {
      // The command of every view.
      if (command !== 'unigap.gaps.focus') used.push(command);
    }
    assert.deepEqual(
      used.filter((command) => !commands.includes(command)),
      [],
    );
  });

  it('describes every setting and each of its values', () => {
    for (const [name, setting] of Object.entries(MANIFEST.contributes.configuration.properties)) {
      assert.ok(setting.markdownDescription, name);
      assert.notEqual(setting.default, undefined, name);
      if (setting.enum && name !== 'unigap.trace.server') {
        assert.equal(setting.markdownEnumDescriptions?.length, setting.enum.length, name);
      }
    }
  });

  it('has the defaults of the server', () => {
    const settings: Record<string, unknown> = {};
    for (const [name, setting] of Object.entries(MANIFEST.contributes.configuration.properties)) {
      const [, group, key] = name.split('.');
      if (key === undefined) settings[group] = setting.default;
      else settings[group] = { ...(settings[group] as object), [key]: setting.default };
    }
    const { trace: _, ...known } = settings;
    assert.deepEqual(known, DEFAULT_SETTINGS);
    assert.deepEqual(readSettings(known), DEFAULT_SETTINGS);
  });

  it('has each of its texts in package.nls.json, and no other is there', () => {
    const used = new Set([...JSON.stringify(MANIFEST).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
    assert.deepEqual([...used].sort(), Object.keys(TEXTS).sort());
  });

  it('names files that exist', () => {
    const paths = [...JSON.stringify(MANIFEST).matchAll(/"(?:\.\/)?(client\/[\w./-]+)"/g)];
    assert.ok(paths.length >= 8);
    for (const [, path] of paths) assert.ok(existsSync(join(PROJECT_ROOT, path)), path);
  });

  it('activates for C, C++ and settings of ours, not at every start', () => {
    assert.ok(!MANIFEST.activationEvents.some((event) => event === '*' || event === 'onStartupFinished'));
  });
});

describe('client: the staged extension', () => {
  const stage = join('dist', 'vscode');

  it('has a manifest that both extension hosts take', () => {
    const staged = readJson<Record<string, unknown>>(join(stage, 'package.json'));
    assert.equal(staged.type, undefined);
    assert.equal(staged.dependencies, undefined);
    for (const entry of [staged.main, staged.browser]) {
      assert.ok(existsSync(join(PROJECT_ROOT, stage, String(entry))), String(entry));
    }
    assert.match(String(staged.browser), /\.js$/);
  });

  it('holds no source, test or map', () => {
    const files = readdirSync(join(PROJECT_ROOT, stage), { recursive: true, encoding: 'utf8' });
    assert.deepEqual(
      files.filter((path) => /\.(?:m?ts|map|test\.js)$|node_modules|\btest\b/.test(path)),
      [],
    );
  });
});

describe('client: texts to translate', () => {
  it('are all in the bundle (npm run generate)', () => {
    assert.equal(readFileSync(join(PROJECT_ROOT, MESSAGES_FILE), 'utf8'), messagesText());
  });

  it('are literals', () => {
    for (const source of clientSources()) {
      for (const [call, quote] of source.matchAll(/\bt\(\s*(\S)/g)) assert.equal(quote, "'", call);
    }
  });
});

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(PROJECT_ROOT, path), 'utf8')) as T;
}

function clientSources(): string[] {
  const folder = join(PROJECT_ROOT, 'client', 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}
