// The programs that ship: from which compiled or source file each is made, for what it runs in.
// `module` first: what some packages name as `main` loads its parts in a way that cannot be bundled.
// Names stay as they are where the program is not sent over a network: traces can be read, and nothing is paid for it
// (esbuild's `keepNames` sets a property on every closure that is made).
const NODE = {
  platform: 'node',
  target: 'node20',
  minifyWhitespace: true,
  minifySyntax: true,
  mainFields: ['module', 'main'],
};
const BROWSER = {
  platform: 'browser',
  minify: true,
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};

/** Each with the file that it exists for: a bundle without it is not made. */
export const BUNDLES = [
  {
    source: 'cli/src/main.ts',
    options: {
      ...NODE,
      entryPoints: ['out/cli/main.js'],
      outfile: 'dist/unigap.js',
      format: 'esm',
      banner: {
        js: "#!/usr/bin/env node\nimport { createRequire as unigapRequire } from 'node:module';\nconst require = unigapRequire(import.meta.url);",
      },
    },
  },
  {
    source: 'server/src/node.ts',
    options: {
      ...NODE,
      entryPoints: ['out/server/node.js'],
      outfile: 'dist/server-node.cjs',
      format: 'cjs',
      // web-tree-sitter asks for its own address, which only an ES module has.
      define: { 'import.meta.url': 'unigapModuleUrl' },
      banner: { js: "const unigapModuleUrl = require('node:url').pathToFileURL(__filename).href;" },
    },
  },
  {
    source: 'server/src/browser.ts',
    options: {
      ...BROWSER,
      entryPoints: ['out/server/browser.js'],
      outfile: 'dist/server-worker.js',
      format: 'iife',
      // As above; nothing is loaded from there, and a worker's own address may be one that no other can be based on.
      define: { 'import.meta.url': '"file:///server-worker.js"' },
    },
  },
  {
    source: 'client/src/node.ts',
    options: {
      ...NODE,
      entryPoints: ['out/client/node.js'],
      outfile: 'dist/extension.cjs',
      format: 'cjs',
      external: ['vscode'],
    },
  },
  {
    // CommonJS too, under a name that the web extension host takes: it adds `.js` to any other.
    source: 'client/src/browser.ts',
    options: {
      ...BROWSER,
      entryPoints: ['out/client/browser.js'],
      outfile: 'dist/extension-web.js',
      format: 'cjs',
      external: ['vscode'],
    },
  },
  {
    // The page is opened in browsers too, as a file of its own.
    source: 'webview/src/main.ts',
    options: {
      entryPoints: [
        { in: 'out/webview/main.js', out: 'report' },
        { in: 'webview/src/style/report.css', out: 'report' },
      ],
      outdir: 'dist/webview',
      platform: 'browser',
      minify: true,
      format: 'iife',
      target: ['chrome120', 'firefox121', 'safari17'],
    },
  },
];
