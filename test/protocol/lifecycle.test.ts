import assert from 'node:assert/strict';
import { LanguageServer } from './languageServer.js';
import { FORK, LOOSE } from './samples.js';

const NOT_INITIALIZED = -32002;
const NO_SUCH_METHOD = -32601;

describe('protocol: from initialize to exit', () => {
  it('says what it can, and ends with 0', async () => {
    const server = new LanguageServer();
    const { capabilities, serverInfo } = await server.initialize({});
    assert.equal(serverInfo.name, 'unigap');
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(capabilities.codeActionProvider.resolveProvider, true);
    assert.ok(capabilities.codeActionProvider.codeActionKinds.includes('source.fixAll.unigap'));
    assert.ok(capabilities.codeLensProvider);
    await server.shutDown();
  });

  it('offers to be asked for diagnostics only to clients that ask', async () => {
    const asked = new LanguageServer();
    const { capabilities } = await asked.initialize({
      capabilities: { textDocument: { diagnostic: {} } },
    });
    assert.equal(capabilities.diagnosticProvider.workspaceDiagnostics, true);
    await asked.shutDown();
    const pushing = new LanguageServer();
    assert.equal((await pushing.initialize({})).capabilities.diagnosticProvider, undefined);
    await pushing.shutDown();
  });

  it('ends with 1 if the client goes without a goodbye', async () => {
    const server = new LanguageServer();
    await server.initialize({});
    server.notify('exit');
    assert.equal(await server.exitCode(), 1);
  });

  it('ends if standard input does', async () => {
    const server = new LanguageServer();
    await server.initialize({});
    server.open(LOOSE, FORK);
    await server.pushed(LOOSE);
    server.hangUp();
    assert.notEqual(await server.exitCode(), 0);
  });

  it('answers a request before initialize, and one that it does not know, with an error', async () => {
    const server = new LanguageServer();
    const early = await server.ask('textDocument/hover', {
      textDocument: { uri: LOOSE },
      position: { line: 0, character: 0 },
    }).answer;
    assert.ok(early.error);
    assert.ok([NOT_INITIALIZED, NO_SUCH_METHOD].includes(early.error.code), early.error.message);
    await server.initialize({});
    assert.equal((await server.ask('unigap/nothing').answer).error?.code, NO_SUCH_METHOD);
    await server.shutDown();
  });

  it('writes nothing to standard error', async () => {
    const server = new LanguageServer();
    await server.initialize({});
    server.open(LOOSE, FORK);
    await server.pushed(LOOSE);
    await server.shutDown();
    assert.equal(server.complaints, '');
  });
});
