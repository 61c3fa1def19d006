import assert from 'node:assert/strict';
import type { SyntaxNode } from '#core/engine/engine.js';
import type { Replacement } from '#core/knowledge/schema.generated.js';
import { readData } from '#tools/generate/readData.js';
import { wasmEngine } from '../support/engines.js';
import { shippedKnowledge } from '../support/knowledge.js';
import { applied } from './appliedEdit.js';
import { type Answer, LanguageServer, PUSH_CLIENT } from './languageServer.js';
import { LOOSE, whileInWorkspace } from './samples.js';

/** A client that asks for edits when an action is chosen, and knows preferred ones. */
const RESOLVING_CLIENT = {
  textDocument: {
    ...PUSH_CLIENT.textDocument,
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      isPreferredSupport: true,
    },
  },
};

const { replacements } = (await readData()).replacements;
const { features, targets } = shippedKnowledge();

describe('protocol: replacements of the data', () => {
  let server: LanguageServer;
  let version = 1;
  before(async () => {
    server = new LanguageServer();
    await server.initialize({ capabilities: RESOLVING_CLIENT });
    server.open(LOOSE, '');
  });
  after(() => server.kill());

  for (const [id, list] of Object.entries(replacements)) {
    for (const one of list) {
      it(`${id}: ${one.title}`, async () => {
        const text = sourceOf(id, one.example.before);
        const [gap] = (await diagnosticsOf(text)).filter(({ code }) => code === id);
        assert.ok(gap, 'the example has no such gap');
        const action = (await actionsAt(server, LOOSE, [gap])).find(({ title }) =>
          title.startsWith(one.title),
        );
        assert.ok(action, 'it is not offered');
        assert.equal(action.kind, kindOf(one));
        assert.equal(action.isPreferred ?? false, one.safe ?? false);
        assert.equal(action.edit, undefined, 'the edit is made before it is asked for');
        const { edit } = await server.request('codeAction/resolve', action);
        const result = applied(text, LOOSE, edit);
        assert.equal(await errorsIn(result), 0, result);
        await checkResult(id, one, text, result);
      });
    }
  }

  async function checkResult(id: string, one: Replacement, text: string, result: string): Promise<void> {
    const { edit, example, header, guarded } = one;
    if ('skeleton' in edit) {
      assert.match(result, new RegExp(`^\t/\\* From the porting note "${edit.skeleton}":$`, 'm'));
      assert.ok(result.includes(`\t${example.before}`));
      return;
    }
    const old = `\t${example.before}\n`;
    const changed = `\t${example.after}\n`;
    const written = guarded ? `#if defined(__RUMPRUN__)\n${changed}#else\n${old}#endif\n` : changed;
    assert.ok(result.includes(written), result);
    if (header !== undefined) assert.match(result, new RegExp(`^#include <${header}>$`, 'm'));
    const include = header === undefined || text.includes(`<${header}>`) ? 0 : 1;
    const added = written.split('\n').length - old.split('\n').length;
    assert.equal(result.split('\n').length, text.split('\n').length + added + include, result);
    // The header of what was replaced stays, and is a gap of its own.
    const left = (await diagnosticsOf(result)).filter(({ code }) => !code.startsWith('header/'));
    for (const diagnostic of left) {
      for (const target of one.targets) {
        const name = targets.get(target)?.name ?? target;
        const isLimited = one.limits !== undefined && diagnostic.code !== id;
        assert.ok(isLimited || !diagnostic.message.includes(name), diagnostic.message);
      }
    }
  }

  async function diagnosticsOf(text: string): Promise<Answer[]> {
    server.forget();
    version++;
    const textDocument = { uri: LOOSE, version };
    server.notify('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    const { diagnostics } = await server.notification(
      'textDocument/publishDiagnostics',
      (params) => params.uri === LOOSE && params.version === version,
    );
    return diagnostics;
  }
});

describe('protocol: replacements', () => {
  it('are not offered for targets that the folder does not have', () =>
    whileInWorkspace(
      { 'unigap.json': '{"targets":["osv"]}', 'main.c': body('flock(fd, LOCK_EX);', 'x = 0;') },
      (folder, uriOf) =>
        LanguageServer.with({ folders: [folder] }, async (server) => {
          const uri = uriOf('main.c');
          server.open(
            uri,
            body('fd = open(path, O_NOATIME | O_RDONLY);', 'daemon(0, 0);', 'flock(fd, LOCK_EX);'),
          );
          const diagnostics = await server.pushed(uri, ({ length }) => length > 0);
          const titles = (await actionsAt(server, uri, diagnostics)).map(({ title }) => title).join('\n');
          assert.match(titles, /Take O_NOATIME out/);
          assert.match(titles, /Stay in the foreground/);
          server.forget();
          const other = body('accept4(fd, NULL, NULL, 0);', 'epoll_create1(7);');
          change(server, uri, other);
          const later = await server.pushed(uri);
          const offered = (await actionsAt(server, uri, later)).map(({ title }) => title).join('\n');
          assert.doesNotMatch(offered, /Call accept|kqueue/);
        }),
    ));

  it('are not offered for a version on which they do not work either', () =>
    whileInWorkspace({ 'unigap.json': '{"targets":["osv@0.57"]}', 'main.c': '' }, (folder, uriOf) =>
      LanguageServer.with({ folders: [folder] }, async (server) => {
        const uri = uriOf('main.c');
        server.open(uri, body('clock_nanosleep(CLOCK_MONOTONIC, 0, &pause, NULL);'));
        const diagnostics = await server.pushed(uri, ({ length }) => length > 0);
        const titles = (await actionsAt(server, uri, diagnostics)).map(({ title }) => title);
        assert.ok(!titles.some((one) => /CLOCK_REALTIME/.test(one)), titles.join('\n'));
      }),
    ));

  const refused: readonly (readonly [why: string, statement: string, title: RegExp])[] = [
    ['arguments are others', 'accept4(fd, NULL, NULL, flags);', /Call accept/],
    ['there are more arguments', 'accept4(fd, NULL, NULL, 0, 0);', /Call accept/],
    ['an argument would be evaluated twice', 'mempcpy(to, from, count++);', /Call memcpy/],
    ['an argument would be evaluated no more', 'sync_file_range(fd, next(), 1, 0);', /fdatasync/],
    ['a comment would be lost', 'accept4(fd, NULL, /* any */ NULL, 0);', /Call accept/],
    ['it is no call', 'f = accept4;', /Call accept/],
    ['the statement shares its line', 'x = 1; explicit_bzero(key, 1);', /explicit_memset/],
  ];
  for (const [why, statement, title] of refused) {
    it(`are not offered where ${why}`, () =>
      LanguageServer.with({}, async (server) => {
        server.open(LOOSE, body(statement));
        const diagnostics = await server.pushed(LOOSE);
        const titles = (await actionsAt(server, LOOSE, diagnostics)).map((one) => one.title);
        assert.ok(!titles.some((one) => title.test(one)), titles.join('\n'));
      }));
  }

  it('are not offered in C++ where they are none', () =>
    LanguageServer.with({}, async (server) => {
      const uri = 'file:///nowhere/at/all/main.cc';
      server.open(uri, body("end = strchrnul(line, ':');"), 'cpp');
      const titles = (await actionsAt(server, uri, await server.pushed(uri))).map(({ title }) => title);
      assert.ok(!titles.some((one) => /strcspn/.test(one)), titles.join('\n'));
    }));

  it('take the scope of a C++ call along', () =>
    LanguageServer.with({}, async (server) => {
      const uri = 'file:///nowhere/at/all/main.cc';
      const text = body('n = ::accept4(fd, nullptr, nullptr, 0) + 1;');
      server.open(uri, text, 'cpp');
      const [action] = await actionsAt(server, uri, await server.pushed(uri));
      const { edit } = action.edit ? action : await server.request('codeAction/resolve', action);
      assert.match(applied(text, uri, edit), /\tn = accept\(fd, nullptr, nullptr\) \+ 1;/);
    }));

  it('are not offered where a macro stands for the call, and not in one', () =>
    LanguageServer.with({}, async (server) => {
      const macros = '#define TAKE(fd) accept4(fd, NULL, NULL, 0)\n';
      server.open(LOOSE, macros + body('n = TAKE(fd);'));
      const diagnostics = await server.pushed(LOOSE);
      const titles = (await actionsAt(server, LOOSE, diagnostics)).map(({ title }) => title);
      assert.ok(!titles.some((one) => /Call accept/.test(one)), titles.join('\n'));
    }));

  it('keep what stands around them: other arguments, letters of any alphabet, ends of lines', () =>
    LanguageServer.with({}, async (server) => {
      const text = body('s = "ä€😀"; n = f(accept4(fd("é"), a, b + 1, 0), 2) + 1;').replaceAll('\n', '\r\n');
      server.open(LOOSE, text);
      const [action] = await actionsAt(server, LOOSE, await server.pushed(LOOSE));
      const { edit } = action.edit ? action : await server.request('codeAction/resolve', action);
      const expected = text.replace('accept4(fd("é"), a, b + 1, 0)', 'accept(fd("é"), a, b + 1)');
      assert.equal(applied(text, LOOSE, edit), expected);
    }));

  it('put parentheses around arguments where they are operands', () =>
    LanguageServer.with({}, async (server) => {
      const text = body('end = mempcpy(to, from, count - 1);');
      server.open(LOOSE, text);
      const [action] = await actionsAt(server, LOOSE, await server.pushed(LOOSE));
      const { edit } = action.edit ? action : await server.request('codeAction/resolve', action);
      assert.match(applied(text, LOOSE, edit), /memcpy\(to, from, count - 1\) \+ \(count - 1\)\)\);/);
    }));
});

describe('protocol: fix all', () => {
  it('makes what means the same on Linux, and nothing else', () =>
    LanguageServer.with({}, async (server) => {
      const text = `#include <stdio.h>\n${body(
        'fputs_unlocked(canonicalize_file_name(path), stdout);',
        'pthread_yield();',
        'n = accept4(fd, NULL, NULL, 0);',
        'n = accept4(fd, NULL, NULL, SOCK_CLOEXEC);',
        'explicit_bzero(key, sizeof key);',
        '/* unigap-ignore-next-line function/fork -- was needed once */',
        'n = get_nprocs();',
      )}`;
      server.open(LOOSE, text);
      await server.pushed(LOOSE);
      const [action, ...others] = await fixesOf(server, text);
      assert.deepEqual(others, []);
      const expected = `#include <stdio.h>\n#include <stdlib.h>\n#include <sched.h>\n#include <unistd.h>\n${body(
        'fputs(realpath(path, NULL), stdout);',
        'sched_yield();',
        'n = accept(fd, NULL, NULL);',
        'n = accept4(fd, NULL, NULL, SOCK_CLOEXEC);',
        'explicit_bzero(key, sizeof key);',
        'n = ((int)sysconf(_SC_NPROCESSORS_ONLN));',
      )}`;
      assert.deepEqual(linesOf(applied(text, LOOSE, action.edit)), linesOf(expected));
      assert.equal(await errorsIn(applied(text, LOOSE, action.edit)), 0);
    }));

  it('leaves a call in the arguments of another one for the next time', () =>
    LanguageServer.with({}, async (server) => {
      const text = body('accept4(get_nprocs(), NULL, NULL, 0);');
      server.open(LOOSE, text);
      await server.pushed(LOOSE);
      const [first] = await fixesOf(server, text);
      const once = applied(text, LOOSE, first.edit);
      assert.match(once, /\taccept\(get_nprocs\(\), NULL, NULL\);/);
      server.forget();
      change(server, LOOSE, once);
      await server.pushed(LOOSE);
      const [second] = await fixesOf(server, once);
      assert.match(
        applied(once, LOOSE, second.edit),
        /accept\(\(\(int\)sysconf\(_SC_NPROCESSORS_ONLN\)\), NULL/,
      );
    }));

  it('is nothing where nothing is safe', () =>
    LanguageServer.with({}, async (server) => {
      const text = body('fork();', 'daemon(0, 0);');
      server.open(LOOSE, text);
      await server.pushed(LOOSE);
      assert.deepEqual(await fixesOf(server, text), []);
    }));
});

/** A statement in a function, with the header that declares the feature. */
function sourceOf(id: string, statement: string): string {
  const header = features.get(id)?.header;
  return `${header === undefined ? '' : `#include <${header}>\n`}${body(statement)}`;
}

function body(...statements: string[]): string {
  return `void example(void)\n{\n${statements.map((one) => `\t${one}\n`).join('')}}\n`;
}

function kindOf({ edit, guarded }: Replacement): string {
  if ('skeleton' in edit) return 'refactor';
  return guarded ? 'refactor.rewrite' : 'quickfix';
}

function actionsAt(server: LanguageServer, uri: string, diagnostics: Answer[]): Promise<Answer[]> {
  const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const context = { diagnostics };
  return server.request('textDocument/codeAction', { textDocument: { uri }, range, context });
}

function fixesOf(server: LanguageServer, text: string): Promise<Answer[]> {
  const end = { line: linesOf(text).length, character: 0 };
  return server.request('textDocument/codeAction', {
    textDocument: { uri: LOOSE },
    range: { start: { line: 0, character: 0 }, end },
    context: { diagnostics: [], only: ['source.fixAll'] },
  });
}

function change(server: LanguageServer, uri: string, text: string): void {
  const textDocument = { uri, version: 2 };
  server.notify('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
}

function linesOf(text: string): string[] {
  return text.split('\n');
}

async function errorsIn(text: string): Promise<number> {
  const tree = (await wasmEngine()).parse('c', text);
  const count = (node: SyntaxNode): number => {
    let errors = node.type === 'ERROR' ? 1 : 0;
    for (let i = 0; i < node.childCount; i++) {
      const child = node.child(i);
      if (child) errors += count(child);
    }
    return errors;
  };
  const errors = count(tree.rootNode);
  tree.delete();
  return errors;
}
