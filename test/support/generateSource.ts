/**
 * C files put together at random: names of the platform in every place where a name may stand. They parse without
 * an error and mean nothing.
 */
import type { Random } from './random.js';

const NAMES = ['fork', 'vfork', 'kill', 'getppid', 'daemon', 'chroot', 'setuid', 'raise', 'execv', 'popen'];

/** In a template `N` is a name, `S` a statement, `#` a number of its own. */
const STATEMENTS = [
  'N();',
  'x = N(1, 2);',
  'N(x, "N()", \'(\');',
  'run(N);',
  'run(1, N, x);',
  'p = &N;',
  'p = x ? N : 0;',
  'p = (handler_t)N;',
  'return N();',
  'return N;',
  '(void)N(0);',
  'x += N() * -N(x);',
  'x = (int)N() + !N();',
  'handler_t h# = N;',
  'struct action a# = { "N", N };',
  'struct action b# = { .name = "N", .start = &N };',
  'if (N() == 0) { S S }',
  'if (x) { S } else { S }',
  'while (x < N(x)) { S }',
  'for (int i# = 0; i# < N(i#); i#++) { S }',
  'do { S } while (N());',
  'switch (N(x)) { case 1: N(); break; default: S }',
  '{ S S }',
  'l#: N();',
  'x.N = 1;',
  'p->N();',
  'q->list[N()].N(N);',
  'struct N s#;',
  'pid_t N(void);',
  'int N = 3;',
  'char *N;',
  'N = x;',
  'N[0] = 1;',
  'sizeof(N);',
  'x = sizeof(int) * N(x);',
  'N(), M();',
  '(N)();',
  'x = (*N)(1) + (&M)();',
  'if ((N)(x) == 0) { S }',
  'return ((int (*)(void))N)();',
  'pid_t (*N)(void);',
  'return (N());',
  'x = a[N()] % N(x);',
  'x = y = N;',
  'x = 1 << N();',
  'x = ({ N(); });',
  'p->start = (handler_t)&N;',
  'p->list[1] = N;',
  'run((void (*)(void))N, (handler_t)M);',
  'run(x ? N : 0, M);',
  'x = (struct action){ "N", N };',
  'int list#[] = { N(), 1 };',
  'unsigned N();',
  'T *N(int a, char *b);',
  'for (;;) { N(); break; }',
  'FOREACH(a, b) { N(); }',
  'if (x == N() || N(x) < 0 && !N(x)) { S }',
  'struct { int N; } s#; s#.N = M();',
  'static handler_t g# = N;',
  "x = 'N' + N();",
  '"N" "N()"; L"N";',
  '/* N(); */;',
  '// N();\n;',
  '"N()";',
  '\n#ifdef HAVE_X\nS\n#else\nS\n#endif\n',
  '\n#if defined(A) && B > 2\nS\n#endif\n',
];

const ITEMS = [
  'static int f#(int a) { S S S }',
  'int f#(void)\n{\n    S\n    S\n}',
  'int f#(a, b)\n    int a;\n    char *b;\n{\n    S\n}',
  'void f#(int N, char *M) { S S }',
  'void f#(pid_t (*N)(void)) { S S }',
  'int N(int a, int b) { S }',
  'static int\nN(void)\n{\n    S\n}',
  'int N(int, int);',
  'extern char *N(void), *f#(int);',
  'static handler_t t#[] = { N, &N, 0 };',
  'struct action a#[] = { { "N", N }, { .name = "N", .start = N } };',
  'handler_t h# = N;',
  'struct s# { int N; int (*M)(void); };',
  'typedef int (*N_t#)(void);',
  'static int N;',
  '#define M# N()',
  '#ifdef __linux__\nstatic int f#(void) { S }\n#endif',
  '/* N(); */',
  'handler_t h# = (handler_t)N, g# = &M;',
  'handler_t t#[] = { [0] = N, [1] = (handler_t)M };',
  'static inline __attribute__((unused)) int f#(void) { S }',
  'EXPORT(int) f#(void) { S }',
  'int (f#)(void) { S }',
  'int (*f#(void))(int) { return N; }',
  'struct s# { int (*N)(void), (*M)(void); } x# = { N, M };',
  'union u# { int N; struct { int M; } s; };',
  'T *N(void), *f#(int);',
];

/** A file of `items` top-level items. */
export function generateSource(random: Random, items: number): string {
  let counter = 0;
  const fill = (template: string, depth: number): string => {
    const own = String(counter++);
    return template.replace(/N(?=_t)|\b[NMS]\b|#(?!\w)|(?<=[a-zM])#/g, (token) => {
      if (token === '#') return own;
      if (token !== 'S') return random.pick(NAMES);
      return depth > 3 ? 'x++;' : fill(random.pick(STATEMENTS), depth + 1);
    });
  };
  return Array.from({ length: items }, () => `${fill(random.pick(ITEMS), 0)}\n`).join('');
}
