/**
 * Scripts in the manner of nginx's `auto/`: variables describe a feature, then `. auto/feature` asks for it.
 */
import { pathRole } from '../index/pathRole.js';
import { baseName } from '../source/baseName.js';
import type { BuildFileFacts, OptionMacro } from './buildFileFacts.js';
import { Lines } from './lines.js';
import { bothWanted, NOTHING_WANTED, type Probe, type Wanted } from './probe.js';
import { ShellBranches } from './shellBranches.js';
import { wantedByProgram } from './testProgram.js';

export function readFeatureScript(path: string, text: string): BuildFileFacts {
  return new FeatureScript(path, text).read();
}

class FeatureScript {
  private readonly probes: Probe[] = [];
  private readonly options: OptionMacro[] = [];
  private readonly set: string[] = [];
  private readonly values = new Map<string, string>();
  private readonly lines: Lines;
  private readonly branches: ShellBranches;
  private readonly systems: readonly string[];
  /** What the last feature asked for. */
  private last: { wanted: Wanted; unrun: Probe['unrun'] } | undefined;

  constructor(
    private readonly path: string,
    private readonly text: string,
  ) {
    this.lines = new Lines(text);
    this.branches = new ShellBranches(text.replace(/^\s*#.*$/gm, (line) => ' '.repeat(line.length)));
    this.systems = pathRole(path).systems;
  }

  read(): BuildFileFacts {
    const statement =
      /^[ \t]*(\w+)=("(?:[^"\\]|\\[\s\S])*"|'[^']*'|[^\s;]*)[ \t]*(?:;?[ \t]*\.[ \t]+([\w./]+))?|^[ \t]*\.[ \t]+([\w./]+)/gm;
    for (let match = statement.exec(this.text); match; match = statement.exec(this.text)) {
      const [, name, value = '', script = match[4]] = match;
      if (name !== undefined) this.values.set(name, value.replace(/^(["'])([\s\S]*)\1$/, '$2'));
      if (script !== undefined) this.run(baseName(script), match.index);
    }
    return { probes: this.probes, options: this.options, set: this.set };
  }

  private run(script: string, offset: number): void {
    if (script === 'feature') this.feature(offset);
    else if (script === 'include') {
      const header = this.value('ngx_include');
      const macro = `NGX_HAVE_${header.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
      this.add(macro, offset, { ...NOTHING_WANTED, headers: [header] }, undefined);
    } else if (script === 'have' || script === 'have_headers') this.have(offset);
    else if (script === 'define') this.set.push(this.value('have'));
  }

  private feature(offset: number): void {
    const macro = this.value('ngx_feature_name');
    const runs = this.value('ngx_feature_run');
    const program = `${this.value('ngx_feature_incs')}\nint main(void) {\n${this.value('ngx_feature_test')};\n}`;
    const wanted = withLibraries(wantedByProgram(program), this.value('ngx_feature_libs'));
    // What does not run is told to be there and not to work.
    const unrun = runs === 'yes' || runs === 'value' ? 'missing' : runs === 'bug' ? 'found' : undefined;
    this.last = { wanted, unrun };
    if (!/^\w+$/.test(macro)) return;
    const isValue = runs === 'value';
    this.add(macro, offset, isValue || runs === 'bug' ? { ...wanted, isOpen: true } : wanted, unrun);
  }

  /** `have=NAME . auto/have`: under what stands around it. */
  private have(offset: number): void {
    const macro = this.value('have');
    if (!/^\w+$/.test(macro)) return;
    const around = this.branches.at(offset);
    if (!around) {
      this.add(macro, offset, NOTHING_WANTED, undefined);
      return;
    }
    const isFound = around.kind === 'if' && /\$ngx_found\s*=\s*(yes|no)/.exec(around.condition);
    if (!isFound || !this.last || around.outer) {
      this.set.push(macro);
      return;
    }
    const { wanted, unrun } = this.last;
    const isAbsence = (isFound[1] === 'yes') === around.negated;
    this.add(macro, offset, isAbsence ? NOTHING_WANTED : wanted, unrun, isAbsence ? wanted : undefined);
  }

  private add(macro: string, offset: number, wanted: Wanted, unrun: Probe['unrun'], unless?: Wanted): void {
    this.probes.push({
      macro: macro.toUpperCase(),
      path: this.path,
      line: this.lines.at(offset),
      wanted:
        this.systems.length > 0 ? bothWanted(wanted, { ...NOTHING_WANTED, systems: this.systems }) : wanted,
      unless,
      unrun,
      isNumber: false,
      options: [],
    });
  }

  private value(name: string): string {
    return this.values.get(name) ?? '';
  }
}

function withLibraries(wanted: Wanted, flags: string): Wanted {
  const libraries = [...flags.matchAll(/-l(\w+)/g)].map(([, library]) => library);
  // Something else may be linked.
  const isOpen = wanted.isOpen || /\$/.test(flags);
  return { ...wanted, libraries: libraries.length > 0 ? libraries : wanted.libraries, isOpen };
}
