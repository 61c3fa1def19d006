/**
 * What a script itself gives a name to: functions, and variables that hold one text wherever they are set.
 */
import type { SyntaxNode } from '../../engine/engine.js';

export class ShellNames {
  private readonly functions = new Set<string>();
  /** Undefined where several texts are set, or one that only a run can tell. */
  private readonly variables: Map<string, string | undefined>;

  /**
   * @param nodes of the script; those of other types say nothing here.
   * @param outer variables that are set around the script, as a Makefile does.
   */
  constructor(nodes: readonly SyntaxNode[], outer: ReadonlyMap<string, string | undefined> = new Map()) {
    this.variables = new Map(outer);
    for (const node of nodes) {
      if (node.type === 'variable_assignment') this.assign(node);
      else if (node.type === 'function_definition') {
        const name = node.childForFieldName('name');
        if (name) this.functions.add(name.text);
      }
    }
  }

  isFunction(name: string): boolean {
    return this.functions.has(name);
  }

  /** A word without its quotes; undefined where it holds what only a run can tell. */
  textOf(node: SyntaxNode): string | undefined {
    const written = node.text;
    if (node.type === 'raw_string') return written.slice(1, -1);
    const text = written.replace(/^(["'])(.*)\1$/s, '$2');
    if (!/[$`]/.test(text)) return text.replace(/\\(.)/gs, '$1');
    const variable = /^\$(?:(\w+)|\{(\w+)\}|\{(\w+):?[-=]([\w./+-]+)\})$/.exec(text);
    if (!variable) return undefined;
    const name = variable[1] ?? variable[2] ?? variable[3];
    const known = this.variables.get(name);
    return known ?? (this.variables.has(name) ? undefined : variable[4]);
  }

  private assign(node: SyntaxNode): void {
    const name = node.childForFieldName('name')?.text;
    const value = node.childForFieldName('value');
    if (name === undefined) return;
    const text = value ? this.textOf(value) : '';
    const isOther = this.variables.has(name) && this.variables.get(name) !== text;
    this.variables.set(name, isOther ? undefined : text);
  }
}
