/**
 * The text of `unigap.json` to settings. What is wrong is told with its place, and the rest still counts.
 */
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { SEVERITIES, type Severity } from '../gaps/severity.js';
import type { BuildMacros } from '../guards/sources/userDefines.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { nearestName } from '../knowledge/nearestName.js';
import type { Behaviour } from '../knowledge/schema.generated.js';
import { parseTargetSpec } from '../knowledge/targetSpec.js';
import {
  type BuildSetting,
  NO_SETTINGS,
  type ProjectSettings,
  type ProjectSuppression,
  type SeverityRule,
} from './projectSettings.js';

/** Something wrong in the file; offsets in UTF-16 code units. */
export interface ProjectProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface ProjectReading {
  readonly settings: ProjectSettings;
  readonly problems: readonly ProjectProblem[];
  /** False where nothing can be taken from the text: it is no JSON object. */
  readonly isObject: boolean;
}

const BEHAVIOURS: readonly Behaviour[] = ['partial', 'no-op', 'wrong', 'fails', 'hangs', 'aborts', 'missing'];
/** Nothing in the file lies deeper than a few levels; the parser calls itself for each. */
const MAX_DEPTH = 50;
/** A hint compares with thousands of names. */
const MAX_HINTS = 100;
const KEYS = ['targets', 'severities', 'exclude', 'defines', 'guards', 'build', 'suppressions'];

/** Comments and trailing commas are allowed. Never throws. */
export function readProjectFile(text: string, knowledge: Knowledge): ProjectReading {
  if (text.trim() === '') return { settings: NO_SETTINGS, problems: [], isObject: true };
  const deep = tooDeep(text);
  if (deep) return { settings: NO_SETTINGS, problems: [deep], isObject: false };
  const reader = new Reader(knowledge);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset, length } of errors) {
    reader.problems.push({
      message: `Not valid JSON: ${printParseErrorCode(error)}.`,
      start: offset,
      end: offset + Math.max(1, length),
    });
  }
  const settings = root ? reader.settings(root) : NO_SETTINGS;
  reader.problems.sort((a, b) => a.start - b.start);
  return { settings, problems: reader.problems, isObject: root?.type === 'object' };
}

function tooDeep(text: string): ProjectProblem | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    if (text[start] === '{' || text[start] === '[') depth++;
    else if (text[start] === '}' || text[start] === ']') depth--;
    if (depth <= MAX_DEPTH) continue;
    return { message: `Lists and objects are nested more than ${MAX_DEPTH} deep.`, start, end: start + 1 };
  }
  return undefined;
}

class Reader {
  readonly problems: ProjectProblem[] = [];

  constructor(private readonly knowledge: Knowledge) {}

  settings(root: Node): ProjectSettings {
    const members = this.members(root, [...KEYS, '$schema'], 'The file');
    const targets = members.get('targets');
    return {
      targets: targets && this.items(targets, '"targets"').flatMap((node) => this.target(node)),
      severities: this.items(members.get('severities'), '"severities"').flatMap((node) => this.rule(node)),
      exclude: this.items(members.get('exclude'), '"exclude"').flatMap((node) => this.text(node, 'A glob')),
      defines: this.defines(members.get('defines')),
      guards: this.guards(members.get('guards')),
      build: this.build(members.get('build')),
      suppressions: this.items(members.get('suppressions'), '"suppressions"').flatMap((node) =>
        this.suppression(node),
      ),
    };
  }

  private target(node: Node): string[] {
    return this.text(node, 'A target').filter((text) => {
      const parsed = parseTargetSpec(text, this.knowledge);
      return 'value' in parsed || this.tell(node, parsed.problem);
    });
  }

  private rule(node: Node): SeverityRule[] {
    const members = this.members(node, ['target', 'behaviour', 'family', 'feature', 'severity'], 'A rule');
    const severity = members.get('severity');
    if (!severity) {
      if (node.type === 'object')
        this.tell(node, 'A rule needs "severity": error, warning, information or off.');
      return [];
    }
    const before = this.problems.length;
    const level = this.oneOf<Severity | 'off'>(severity, [...SEVERITIES, 'off'], 'A severity');
    const target = members.get('target');
    const rule: SeverityRule = {
      target: target && this.target(target)[0],
      behaviour: this.oneOf<Behaviour>(members.get('behaviour'), BEHAVIOURS, 'A behaviour'),
      family: this.oneOf(members.get('family'), [...this.knowledge.families.keys()], 'A family'),
      feature: this.feature(members.get('feature')),
      severity: level ?? 'information',
    };
    // A rule of which a part is wrong would fit more than it says.
    return this.problems.length > before ? [] : [rule];
  }

  private suppression(node: Node): ProjectSuppression[] {
    const members = this.members(node, ['feature', 'path', 'reason'], 'A suppression');
    if (node.type !== 'object') return [];
    const feature = this.feature(members.get('feature'));
    const reason = members.get('reason');
    const path = members.get('path');
    const [why] = reason ? this.text(reason, 'A reason') : [];
    if (!members.has('feature')) this.tell(node, 'A suppression needs "feature".');
    if (why === undefined || why.trim() === '') this.tell(reason ?? node, 'A suppression needs a "reason".');
    if (feature === undefined || why === undefined) return [];
    return [
      {
        feature,
        path: path && this.text(path, 'A path')[0],
        reason: why,
        start: node.offset,
        end: node.offset + node.length,
      },
    ];
  }

  private feature(node: Node | undefined): string | undefined {
    return (
      node &&
      this.text(node, 'A feature').find(
        (id) =>
          this.knowledge.features.has(id) ||
          this.tell(node, `There is no feature "${id}".${this.hint(id, this.knowledge.features.keys())}`),
      )
    );
  }

  private defines(node: Node | undefined): Record<string, BuildMacros> {
    const defines: Record<string, BuildMacros> = {};
    for (const [key, value] of this.members(node, undefined, '"defines"')) {
      const parsed = parseTargetSpec(key, this.knowledge);
      if (key !== '*' && 'problem' in parsed) {
        this.tell(value, `${parsed.problem} Write "*" for all targets.`);
        continue;
      }
      const macros: Record<string, string | null> = {};
      defines[key] = macros;
      for (const [name, text] of this.members(value, undefined, 'The defines of a target')) {
        if (!/^[A-Za-z_]\w*$/.test(name)) this.tell(text, `"${name}" is no name of a macro.`);
        else if (text.type === 'object' || text.type === 'array') {
          this.tell(text, 'The value of a macro is a text, a number or true; null where it is not defined.');
        } else macros[name] = macroText(text.value);
      }
    }
    return defines;
  }

  private guards(node: Node | undefined): Record<string, string> {
    const guards: Record<string, string> = {};
    for (const [key, value] of this.members(node, [...this.knowledge.targets.keys()], '"guards"')) {
      const [name] = this.text(value, 'A macro');
      if (name === undefined) continue;
      if (/^[A-Za-z_]\w*$/.test(name)) guards[key] = name;
      else this.tell(value, `"${name}" is no name of a macro.`);
    }
    return guards;
  }

  private build(node: Node | undefined): BuildSetting {
    if (!node) return NO_SETTINGS.build;
    if (node.type === 'boolean' && node.value === false) return { ...NO_SETTINGS.build, isOff: true };
    if (node.type === 'string') return { ...NO_SETTINGS.build, path: String(node.value) };
    if (node.type !== 'object') {
      this.tell(node, '"build" is the path of a build, an object with "path" and "targets", or false.');
      return NO_SETTINGS.build;
    }
    const members = this.members(node, ['path', 'targets'], '"build"');
    const path = members.get('path');
    const targets = members.get('targets');
    return {
      path: path && this.text(path, 'The path of a build')[0],
      targets:
        targets &&
        this.items(targets, '"targets" of a build').flatMap((one) => {
          const id = this.oneOf(one, [...this.knowledge.targets.keys()], 'A target');
          return id === undefined ? [] : [id];
        }),
      isOff: false,
    };
  }

  /** Members of an object; one that is not known is told. */
  private members(
    node: Node | undefined,
    known: readonly string[] | undefined,
    what: string,
  ): Map<string, Node> {
    const members = new Map<string, Node>();
    if (!node) return members;
    if (node.type !== 'object') {
      this.tell(node, `${what} has to be an object.`);
      return members;
    }
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (!key || !value) continue;
      const name = String(key.value);
      if (known && !known.includes(name)) {
        this.tell(key, `"${name}" is not known here.${this.hint(name, known)}`);
      } else members.set(name, value);
    }
    return members;
  }

  private items(node: Node | undefined, what: string): readonly Node[] {
    if (!node) return [];
    if (node.type === 'array') return node.children ?? [];
    this.tell(node, `${what} has to be a list.`);
    return [];
  }

  private text(node: Node, what: string): string[] {
    if (node.type === 'string') return [String(node.value)];
    this.tell(node, `${what} has to be a text.`);
    return [];
  }

  private oneOf<T extends string>(node: Node | undefined, values: readonly T[], what: string): T | undefined {
    const [text] = node ? this.text(node, what) : [];
    if (!node || text === undefined) return undefined;
    const found = values.find((value) => value === text);
    const list = values.length > 10 ? '' : `: write ${values.join(', ')}`;
    if (found === undefined)
      this.tell(node, `${what} "${text}" does not exist${list}.${this.hint(text, values)}`);
    return found;
  }

  private hint(name: string, known: Iterable<string>): string {
    const nearest = this.problems.length < MAX_HINTS ? nearestName(name, known) : undefined;
    return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  }

  private tell(node: Node, message: string): false {
    this.problems.push({ message, start: node.offset, end: node.offset + node.length });
    return false;
  }
}

/** As `-DNAME` gives it, or null for a macro that is certainly not defined. */
function macroText(value: string | number | boolean | null): string | null {
  if (value === null || value === false) return null;
  return value === true ? '1' : String(value);
}
