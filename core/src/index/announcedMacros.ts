/**
 * Macros of headers as they are known before the facts of those headers are: by the names in their bodies.
 */
export interface AnnouncedMacro {
  readonly name: string;
  /** Names of the vocabulary in its body. */
  readonly body: readonly string[];
}

export class AnnouncedMacros {
  private readonly byName = new Map<string, { readonly path: string; readonly body: readonly string[] }[]>();

  /** Puts the macros of a header in, instead of those it had before. */
  set(path: string, macros: readonly AnnouncedMacro[]): void {
    for (const { name, body } of macros) {
      const others = (this.byName.get(name) ?? []).filter((entry) => entry.path !== path);
      this.byName.set(name, [...others, { path, body }]);
    }
  }

  /** Whether a name leads through macros of headers that are seen to a name that is wanted. */
  leadsTo(name: string, isSeen: (path: string) => boolean, isWanted: (name: string) => boolean): boolean {
    const visited = new Set([name]);
    for (const at of visited) {
      for (const { path, body } of this.byName.get(at) ?? []) {
        if (!isSeen(path)) continue;
        for (const inner of body) {
          if (isWanted(inner)) return true;
          visited.add(inner);
        }
      }
    }
    return false;
  }
}
