/**
 * Programs that carry a command to where another program runs, and where in their words that command begins. From their
 * manual pages.
 */

/** A command among the words of another: words of its own, or the text of a command line. */
export interface CarriedCommand {
  /** Index of its first word. */
  readonly at: number;
  /** Whether each word from there on is read by a shell on the other side. */
  readonly isLine: boolean;
}

/** Options that take the next word as their value. */
const VALUED: Readonly<Record<string, readonly string[]>> = {
  docker:
    '-e --env --env-file -u --user -w --workdir --detach-keys -f --file -p --project-name --index'.split(' '),
  kubectl: '-c --container -n --namespace --context --kubeconfig --image --target --profile --copy-to'.split(
    ' ',
  ),
  ssh: '-b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w'.split(' '),
  nsenter: '-t --target -S --setuid -G --setgid'.split(' '),
};

const SAME: Readonly<Record<string, string>> = {
  podman: 'docker',
  nerdctl: 'docker',
  'docker-compose': 'docker',
  oc: 'kubectl',
};

/** Undefined where the program carries none, or where nobody can tell. @param words those behind its name. */
export function carriedCommand(
  program: string,
  words: readonly (string | undefined)[],
): CarriedCommand | undefined {
  const name = SAME[program] ?? program;
  if (name === 'ssh') {
    const host = operand(words, 0, VALUED.ssh);
    return host === undefined || host + 1 >= words.length ? undefined : { at: host + 1, isLine: true };
  }
  if (name === 'nsenter') {
    const at = operand(words, 0, VALUED.nsenter);
    return at === undefined ? undefined : { at, isLine: false };
  }
  if (name === 'kubectl') {
    const dashes = words.indexOf('--');
    const isCarrying = words
      .slice(0, dashes < 0 ? undefined : dashes)
      .some((word) => word === 'exec' || word === 'debug');
    return isCarrying && dashes >= 0 && dashes + 1 < words.length
      ? { at: dashes + 1, isLine: false }
      : undefined;
  }
  if (name !== 'docker') return undefined;
  const exec = words.indexOf('exec');
  const container = exec < 0 ? undefined : operand(words, exec + 1, VALUED.docker);
  return container === undefined || container + 1 >= words.length
    ? undefined
    : { at: container + 1, isLine: false };
}

/** Whether these words make the program look into one that runs, or reach into its machine. */
export function looksInside(program: string, words: readonly (string | undefined)[]): boolean {
  switch (SAME[program] ?? program) {
    case 'docker':
      return words.some((word) => word !== undefined && /^(?:exec|attach|top|logs|stats)$/.test(word));
    case 'kubectl':
      return words.some(
        (word) => word !== undefined && /^(?:exec|attach|debug|logs|top|port-forward)$/.test(word),
      );
    default:
      return true;
  }
}

/** Whether a program reaches into the machine where another one runs. */
export function reachesIn(program: string): boolean {
  return ['docker', 'kubectl', 'ssh', 'nsenter'].includes(SAME[program] ?? program);
}

/** Index of the first word from `from` on that is no option and no value of one. */
function operand(
  words: readonly (string | undefined)[],
  from: number,
  valued: readonly string[],
): number | undefined {
  for (let i = from; i < words.length; i++) {
    const word = words[i];
    if (word === '--') return i + 1 < words.length ? i + 1 : undefined;
    if (word === undefined || !word.startsWith('-')) return i;
    if (valued.includes(word)) i++;
  }
  return undefined;
}
