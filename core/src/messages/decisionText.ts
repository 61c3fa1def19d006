/**
 * Why a condition comes out as it does, in a sentence.
 */
import type { Decision } from '../guards/decision.js';
import type { Cause, ExplainedTerm } from '../guards/explanation.js';

/** More causes than this do not fit into a sentence. */
const CAUSES_TOLD = 2;

/**
 * `` `#if NGX_HAVE_EPOLL` holds: auto/os/linux:61 asks for epoll_create(), which builds for OSv find. ``
 * @param target its name.
 */
export function termReason(term: ExplainedTerm, target: string): string {
  const verb = { true: 'holds', false: 'does not hold', undecided: 'is undecided' }[term.truth];
  const causes = term.causes.slice(0, CAUSES_TOLD).map((cause) => causeText(cause, target));
  return `\`${directiveText(term)}\` ${verb}${causes.length > 0 ? `: ${causes.join('; ')}` : ''}.`;
}

/** As the source has it, as far as one term tells. */
export function directiveText({
  expression,
  negated,
}: Pick<ExplainedTerm, 'expression' | 'negated'>): string {
  const name = /^(!?)\s*defined\s*\(?\s*(\w+)\s*\)?$/.exec(expression);
  if (name) return `#${negated !== (name[1] === '!') ? 'ifndef' : 'ifdef'} ${name[2]}`;
  const text = expression === '' ? 'an empty condition' : expression;
  if (!negated) return `#if ${text}`;
  return /^\w+$/.test(text) ? `#if !${text}` : `#if !(${text})`;
}

function causeText({ macro, decision }: Cause, target: string): string {
  const { reason, value } = decision;
  const isDefined = value.state === 'defined';
  switch (reason.by) {
    case 'user':
      return isDefined ? `your settings define ${macro}` : `your settings say that ${macro} is not defined`;
    case 'build':
      return `${reason.origin} ${isDefined ? 'defines' : 'does not define'} ${macro}`;
    case 'compiler':
      return value.state === 'unknown'
        ? `the language in which the file is compiled decides ${macro}`
        : `compilers for ${target} ${isDefined ? 'define' : 'do not define'} ${macro}`;
    case 'reserved':
      return `neither compilers nor headers for ${target} define ${macro}`;
    case 'other-compiler':
      return `${macro} is another compiler's`;
    case 'other-system':
      return reason.system === undefined
        ? `${macro} is another system's`
        : `${macro} is named for ${reason.system}, whose code ${target} does not build`;
    case 'system':
      return `${macro} is named for ${reason.system}, whose code ${target} builds`;
    case 'program':
      return `${placeText(reason)} ${{ defined: 'defines', unknown: 'may define', undefined: 'does not define' }[value.state]} ${macro}`;
    case 'probe':
      return probeText(macro, decision, target);
    case 'constant':
      return `headers for ${target} ${isDefined ? 'define' : 'do not define'} ${macro}`;
    case 'name':
      return `${macro} asks by its name for ${reason.what}, ${foundText(isFound(decision), target)}`;
    case 'habit':
      return {
        'takes-away': `${macro} takes something away, for which a builder has to ask`,
        test: `${macro} makes a test of a file`,
        default: `the file gives ${macro} a default there`,
        bison: `${macro} is a switch of Bison's parsers, which the grammar does not set`,
        unasked: `no Makefile and no header of the program defines ${macro}`,
        'config-header': `a build that makes a config.h defines ${macro}`,
      }[reason.habit];
    case 'option':
      return `${macro} is the builder's choice (${placeText(reason.option)}: ${optionText(reason.option)})`;
    case 'nobody':
      return `nothing tells whether ${macro} is defined`;
  }
}

function probeText(macro: string, { value, reason }: Decision, target: string): string {
  if (reason.by !== 'probe') return macro;
  const { probe, what, found, isRun, isUnless } = reason;
  const place = placeText(probe);
  if (what === macro) {
    return value.state === 'unknown'
      ? `${place} decides ${macro} in a way that is not followed`
      : `${place} ${value.state === 'defined' ? 'defines' : 'does not define'} ${macro}`;
  }
  if (!isRun) {
    const answer = { found: ' and take it to work', missing: ' and take it to be missing' };
    const taken = probe.unrun === 'found' || probe.unrun === 'missing' ? answer[probe.unrun] : '';
    return `${place} asks whether ${what} works, by a test that builds for ${target} cannot run${taken}`;
  }
  if (probe.wanted.systems.length > 0 && what === probe.wanted.systems.join(' or ')) {
    return `${place} asks for ${what}, whose code ${target} ${found === true ? 'builds' : 'does not build'}`;
  }
  const option =
    value.state === 'unknown' && found === true && probe.options.length > 0
      ? `, if the builder lets it (${probe.options[0]})`
      : '';
  const sets = isUnless ? `, to define ${macro} where it is missing` : '';
  return `${place} asks for ${what}, ${foundText(found, target)}${sets}${option}`;
}

function foundText(found: boolean | undefined, target: string): string {
  if (found === undefined) return `which builds for ${target} may find or not`;
  return `which builds for ${target} ${found ? 'find' : 'do not find'}`;
}

function isFound({ value }: Decision): boolean | undefined {
  if (value.state === 'unknown') return undefined;
  return value.state === 'defined' && value.value !== 0;
}

function optionText({
  name,
  help,
  fallback,
}: {
  name: string;
  help: string;
  fallback: string | undefined;
}): string {
  return (
    name + (help === '' ? '' : `, "${help}"`) + (fallback === undefined ? '' : `, by default ${fallback}`)
  );
}

/** In the file itself where no path is told. Lines count from one here. */
function placeText({ path, line }: { readonly path: string; readonly line: number }): string {
  return path === '' ? `line ${line + 1}` : `${path}:${line + 1}`;
}
