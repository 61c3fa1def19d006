import assert from 'node:assert/strict';
import { judgementOf } from '#core/gaps/targetGap.js';
import { LiveProgram } from '#core/live/liveProgram.js';
import { catalogueOf, vocabularyOf } from '#core/uses/knownNames.js';
import { EditedWorkspace } from '../support/editedWorkspace.js';
import { wasmEngine } from '../support/engines.js';
import { shippedKnowledge, targetOf } from '../support/knowledge.js';

const SOURCE = '#ifdef WAKES\nint f(void) { return fork(); }\n#endif\n';

function programOf(workspace: EditedWorkspace): LiveProgram {
  const knowledge = shippedKnowledge();
  const catalogue = catalogueOf(knowledge);
  return new LiveProgram({
    workspace,
    catalogue,
    vocabulary: () => vocabularyOf(knowledge, catalogue, false, []),
    engine: wasmEngine,
    engineFailed: (error) => assert.fail(String(error)),
  });
}

/** What is known of the macro on OSv now. */
function stateIn(program: LiveProgram): string {
  const { environment } = judgementOf(targetOf('osv'), shippedKnowledge(), program.index, {});
  return environment.macro('WAKES').state;
}

describe('core: build files of a live program', () => {
  it('are read, edited and deleted as sources are', async () => {
    const workspace = new EditedWorkspace({
      'a.c': SOURCE,
      'configure.ac': 'AC_CHECK_FUNC([eventfd], [AC_DEFINE([WAKES])])',
    });
    const program = programOf(workspace);
    await program.load();
    assert.equal(stateIn(program), 'defined');
    assert.deepEqual(program.paths, ['a.c']);
    assert.equal(program.buildFiles.buildFilesScanned, 1);

    const { revision } = program;
    workspace.texts.set('configure.ac', 'AC_CHECK_FUNC([kqueue], [AC_DEFINE([WAKES])])');
    await program.change('configure.ac');
    assert.notEqual(program.revision, revision);
    assert.equal(stateIn(program), 'undefined');
    assert.equal(program.needsLoad, false);

    await program.load();
    assert.equal(stateIn(program), 'undefined');

    workspace.texts.delete('configure.ac');
    program.remove('configure.ac');
    await program.load();
    assert.equal(stateIn(program), 'unknown');
    assert.deepEqual([program.has('configure.ac'), program.buildFiles.buildFilesScanned], [false, 0]);
  });

  it('say under which conditions a file is built', async () => {
    const workspace = new EditedWorkspace({
      'a.c': 'int f(void) { return fork(); }\n',
      'configure.ac':
        'AC_ARG_ENABLE([spawn], [], [], [enable_spawn=no])\nAM_CONDITIONAL([SPAWN], [test "$enable_spawn" = yes])\n',
      'Makefile.am': 'bin_PROGRAMS = a\nif SPAWN\na_SOURCES = a.c\nendif\n',
    });
    const program = programOf(workspace);
    await program.load();
    assert.equal(program.usesOf('a.c').uses[0].included.length, 1);
    workspace.texts.set('Makefile.am', 'bin_PROGRAMS = a\na_SOURCES = a.c\n');
    await program.change('Makefile.am');
    assert.equal(program.usesOf('a.c').uses[0].included.length, 0);
  });

  it('change nothing where an edit says nothing else', async () => {
    const workspace = new EditedWorkspace({ 'a.c': SOURCE, 'CMakeLists.txt': 'option(WAKES "x" ON)' });
    const program = programOf(workspace);
    await program.load();
    const { revision } = program;
    workspace.texts.set('CMakeLists.txt', 'option(WAKES "x" ON) # a comment');
    await program.change('CMakeLists.txt');
    assert.equal(program.revision, revision);
  });
});
