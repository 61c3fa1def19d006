// Writes what is generated: the TypeScript types of the data's schemas, the texts to translate, and the bundle that
// ships.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const compiled = spawnSync(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-b'], {
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(2);
const load = (path) => import(pathToFileURL(join(root, 'out', 'tools', 'generate', path)).href);
const { generateTypes } = await load('types.js');
const { buildBundle } = await load('bundle.js');
const { MESSAGES_FILE, messagesText } = await load('messages.js');
await generateTypes();
writeFileSync(MESSAGES_FILE, messagesText());
await buildBundle(join(root, 'dist', 'knowledge.json'));
console.log(`written: core/src/knowledge/schema.generated.ts, ${MESSAGES_FILE}, dist/knowledge.json`);
