import assert from 'node:assert/strict';
import { CLexer } from '#core/c/lexer.js';
import {
  ARROW,
  ASSIGNMENT,
  COLONS,
  KEYWORDS,
  OPERATOR,
  START,
  STATEMENT_WORD,
  STRING,
  TAG_WORD,
  TYPE_WORD,
  WORD,
} from '#core/c/token.js';
import { NameTable } from '#core/source/nameTable.js';

interface Told {
  /** Each name as `text line:column`, with `!` where code is executed. */
  readonly names: string[];
  readonly paths: string[];
  readonly directives: string[];
  /** Text of each top-level region, without blanks at its ends. */
  readonly regions: string[];
  /** Codes of the tokens before the last name, nearest first. */
  before: number[];
  lexer: CLexer;
}

function lex(text: string, cplusplus = false): Told {
  const table = new NameTable();
  for (const [name] of KEYWORDS) table.add(name);
  for (const name of ['fork', 'kill']) table.add(name);
  const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
  const textOf = (start: number, end: number): string => text.slice(start, end);
  const told: Omit<Told, 'lexer'> = { names: [], paths: [], directives: [], regions: [], before: [] };
  const lexer = new CLexer(
    bytes,
    table,
    {
      name(at, _id, start, end) {
        told.names.push(
          `${textOf(start, end)} ${at.line}:${start - at.lineStart}${at.inFunction ? '!' : ''}`,
        );
        told.before = [at.previous, at.beforePrevious, at.thirdPrevious];
      },
      pathString: (_, start, end) => told.paths.push(textOf(start, end)),
      directive: (_, directive) =>
        told.directives.push(
          `${directive.kind} ${textOf(directive.nameStart, directive.nameEnd)}${directive.text}`,
        ),
      regionEnd: (_, start, end) => told.regions.push(textOf(start, end).trim()),
    },
    { cplusplus },
  );
  lexer.readFile(bytes.length);
  return { ...told, lexer };
}

describe('core: the lexer', () => {
  const names: readonly (readonly [what: string, text: string, names: string])[] = [
    ['a name', 'fork', 'fork 0:0'],
    ['a name in a longer one', 'forked xfork fork1 _fork Fork', ''],
    ['a name behind a number', '1fork 0xfork fork', 'fork 0:13'],
    ['a name with bytes beyond ASCII', 'for\xe9k \xe9fork fork', 'fork 0:12'],
    ['comments', '/* fork */ // fork\nfork', 'fork 1:0'],
    ['a comment of stars', '/**/fork/***/kill', 'fork 0:4, kill 0:13'],
    ['a slash and a star that open no comment', 'a / *fork', 'fork 0:5'],
    ['strings', '"fork" "\\"fork" fork', 'fork 0:16'],
    ['a string that ends with a backslash', '"\\\\" fork', 'fork 0:5'],
    ['a string that is not closed', '"fork\nfork', 'fork 1:0'],
    ['a string that goes on', '"a\\\nfork" fork', 'fork 1:6'],
    ['characters', "'\"' fork '\\'' kill", 'fork 0:4, kill 0:14'],
    ['an apostrophe in prose', "don't fork\nfork", 'fork 0:6, fork 1:0'],
    ['a line comment that goes on', '// a \\\nfork\nfork', 'fork 2:0'],
    ['a line comment that goes on after CR LF', '// a \\\r\nfork\r\nfork', 'fork 2:0'],
    ['a name that a splice divides', 'fo\\\nrk kill', 'fo\\\nrk 0:0, kill 1:3'],
    ['a name that ends at a splice', 'fork\\\n(); kill', 'fork\\\n 0:0, kill 1:4'],
    ['a splice between tokens', 'x \\\nfork', 'fork 1:0'],
    ['a hash that is no directive', 'x # fork', 'fork 0:4'],
    ['a dead branch', '#if 0\nfork\n#if 1\nfork\n#endif\n#else\nkill\n#endif\nfork', 'kill 6:0, fork 8:0'],
    ['a dead branch with a comment over its end', '#if 0\n/*\n#endif\n*/\n#endif\nfork', 'fork 5:0'],
    [
      'the rest of a taken branch',
      '#if 1\nfork\n#elif X\nfork\n#else\nfork\n#endif\nkill',
      'fork 1:0, kill 7:0',
    ],
    ['a directive in a comment', '/*\n#if 0\n*/ fork', 'fork 2:3'],
    ['a directive behind a comment', '/* x */ #if 0\nfork\n#endif', ''],
    ['digraphs', '%:if 0\nfork\n%:endif\nvoid f() <% fork %>', 'fork 3:12!'],
    ['a function', 'int f() { fork } fork', 'fork 0:10!, fork 0:17'],
    ['a structure', 'struct s { int fork; }; struct s f() { fork }', 'fork 0:15, fork 0:39!'],
    ['an initializer', 'x y[] = { fork };', 'fork 0:10'],
    ['a compound literal', 'int f() { g((struct s){ fork }); kill }', 'fork 0:24!, kill 0:33!'],
    ['a namespace', 'extern "C" { int f() { fork } fork }', 'fork 0:23!, fork 0:30'],
    ['a brace in the first column', 'int f() { {\n}\nfork', 'fork 2:0'],
    ['closing braces without openings', '}}}} fork', 'fork 0:5'],
    [
      'branches that open one brace each',
      'f() {\n#if A\nif (a) {\n#else\nif (b) {\n#endif\n} }\nfork',
      'fork 7:0',
    ],
    ['a file that ends in a word', 'x fork', 'fork 0:2'],
    ['a file that ends in a backslash', 'fork \\', 'fork 0:0'],
    ['a file that ends in a hash', 'fork\n#', 'fork 0:0'],
  ];
  for (const [what, text, expected] of names) {
    it(what, () => assert.equal(lex(text).names.join(', '), expected));
  }

  const cplusplus: readonly (readonly [what: string, text: string, names: string])[] = [
    ['a raw string', 'R"(fork ") fork)" kill', 'kill 0:18'],
    ['a raw string with a delimiter', 'u8R"x(fork)" )y")x" kill', 'kill 0:20'],
    ['a raw string of several lines', 'R"(\n\nfork\n)" kill', 'kill 3:3'],
    ['a macro whose name ends in R', 'XYZR"(" fork', 'fork 0:8'],
    ['digit separators', "1'000'000 fork 0xf'f kill", 'fork 0:10, kill 0:21'],
    ['a template list that closes twice', 'a<b<c>> fork', 'fork 0:8'],
    ['a class', 'class a { void b() { fork } };', 'fork 0:21!'],
  ];
  for (const [what, text, expected] of cplusplus) {
    it(`${what} in C++`, () => assert.equal(lex(text, true).names.join(', '), expected));
  }

  it('knows no raw strings in C', () => {
    assert.equal(lex('R"(" fork').names.join(), 'fork 0:5');
  });

  it('tells the tokens before a name', () => {
    assert.deepEqual(lex('return static "x" fork').before, [STRING, TYPE_WORD, STATEMENT_WORD]);
    assert.deepEqual(lex('a -> fork').before, [ARROW, WORD, START]);
    assert.deepEqual(lex('a == /* b */ fork').before, [OPERATOR, WORD, START]);
    assert.deepEqual(lex('a |= fork').before, [ASSIGNMENT, WORD, START]);
    assert.deepEqual(lex('std::fork').before, [COLONS, WORD, START]);
    assert.deepEqual(lex('struct fork').before, [TAG_WORD, START, START]);
    assert.deepEqual(lex('fork').before, [START, START, START]);
  });

  it('tells strings that start with a slash', () => {
    assert.deepEqual(lex('f("/proc/self"); g("proc", "/dev/\\"x", "/open\\n").h("/sys" "/net")').paths, [
      '/proc/self',
      '/dev/\\"x',
      '/open\\n',
      '/sys',
      '/net',
    ]);
  });

  it('tells directives', () => {
    const text =
      '#include <a/b.h>\n # define  A(x, y) \\\n x\n#undef A\n#pragma x\n#include "c.h" // c\n#include M\n#error\n';
    assert.deepEqual(lex(text).directives, [
      'include a/b.h',
      'define A',
      'undef A',
      'include c.h',
      'include ',
    ]);
  });

  it('tells regions at file level', () => {
    assert.deepEqual(lex('int a; int f() { g(); { } }\nstruct s { int x; } t; int x').regions, [
      'int a;',
      'int f() { g(); { } }',
      'struct s { int x; }',
      't;',
      'int x',
    ]);
  });

  it('tells groups of conditions', () => {
    const { conditions } = lex('#ifdef A\n#if B > 1 /* two */\n#elif C\n#else\n#endif\n#endif\n').lexer;
    assert.deepEqual(
      conditions.groups.map(({ parent, line, terms }) => [
        parent,
        line,
        terms.map(({ expression, negated }) => `${negated ? '!' : ''}${expression}`).join(' '),
      ]),
      [
        [-1, 0, 'defined(A)'],
        [0, 1, 'B > 1'],
        [0, 2, '!B > 1 C'],
        [0, 3, '!B > 1 !C'],
      ],
    );
    assert.equal(conditions.current, -1);
    assert.equal(conditions.unmatched, 0);
  });

  it('counts directives without a partner', () => {
    const { conditions } = lex('#endif\n#else\n#elif X\n#if A\n').lexer;
    assert.equal(conditions.unmatched, 3);
    assert.equal(conditions.nesting, 1);
  });

  it('tells where a comment or raw string is not closed', () => {
    assert.equal(lex('a /* fork').lexer.unterminated, 2);
    assert.equal(lex('x R"(fork', true).lexer.unterminated, 3);
    assert.equal(lex('/* */').lexer.unterminated, -1);
  });
});
