/**
 * The terminal face of unigap. The one place that catches: a defect is told as such, with exit status 2.
 */
import './engineSettings.js';
import { catalogueOf } from '#core/uses/knownNames.js';
import { parseCommandLine } from './commandLine.js';
import { EXIT_FAILED } from './exitStatus.js';
import { explainCommand } from './explainCommand.js';
import { scanCommand } from './scanCommand.js';
import { mergeCommand } from './shard/mergeCommand.js';
import { shippedKnowledge } from './shipped.js';
import { targetsText } from './targetsText.js';
import { USAGE } from './usage.js';
import { VERSION } from './version.js';
import { whyCommand } from './whyCommand.js';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may have seen enough.
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`unigap: the output cannot be written (${error.code}).\n`);
  process.exit(EXIT_FAILED);
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`unigap: this is a defect of unigap, please report it.\n${(error as Error).stack}\n`);
  process.exitCode = EXIT_FAILED;
}

async function run(argv: readonly string[]): Promise<number> {
  const request = parseCommandLine(argv);
  if ('problem' in request) {
    process.stderr.write(`unigap: ${request.problem}\n`);
    return EXIT_FAILED;
  }
  switch (request.command) {
    case 'scan':
      return scanCommand(request);
    case 'merge':
      return mergeCommand(request);
    case 'explain':
      return explainCommand(request.feature, request.targets);
    case 'why':
      return whyCommand(request);
    case 'targets':
      process.stdout.write(targetsText(shippedKnowledge()));
      return 0;
    case 'names':
      process.stdout.write(`${catalogueOf(shippedKnowledge()).names().join('\n')}\n`);
      return 0;
    case 'version':
      process.stdout.write(`unigap ${VERSION}\n`);
      return 0;
    case 'help':
      process.stdout.write(USAGE);
      return 0;
  }
}
