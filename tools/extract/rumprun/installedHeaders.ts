/**
 * Which headers a Rumprun toolchain holds, from the makefiles that install them.
 */
import { posix } from 'node:path';
import type { GitTree } from './gitTree.js';
import { FLAT_FOLDERS, FOLDERS_ADDED, KERNEL_LEFT_OUT, KERNEL_MAKEFILE } from './headerSources.js';
import { Makefile } from './makefile.js';

const ROOT = '/usr/include';

/** An installed header. */
export interface InstalledHeader {
  /** Path and line of the makefile that installs it. */
  readonly installedBy: string;
  /** Path of its source; `undefined` for one that is made during the build or lies elsewhere (`.PATH`). */
  readonly source: string | undefined;
}

/** What is installed below `/usr/include`. */
export interface Installation {
  /** By name, as written in an `#include`. */
  readonly headers: ReadonlyMap<string, InstalledHeader>;
  /** The first makefile that installs into a folder, by the folder's name; `''` is the root. */
  readonly makefiles: ReadonlyMap<string, string>;
}

/** Headers that exist for an application. Throws where a makefile cannot be understood. */
export function installedHeaders(tree: GitTree): Installation {
  return new Installer(tree).install();
}

class Installer {
  private readonly headers = new Map<string, InstalledHeader>();
  private readonly makefiles = new Map<string, string>();
  /** Links by name: what they lead to, and the line that makes them. */
  private readonly links = new Map<string, { target: string; line: string }>();

  constructor(private readonly tree: GitTree) {}

  install(): Installation {
    const kernel = new Makefile(KERNEL_MAKEFILE, this.tree.text(KERNEL_MAKEFILE))
      .words('SUBDIR')
      .filter(({ text }) => !KERNEL_LEFT_OUT.has(text))
      .map(({ text }) => `sys/${text}`);
    for (const folder of [...kernel, ...FOLDERS_ADDED]) this.folder(folder, true);
    for (const folder of FLAT_FOLDERS) this.folder(folder, false);
    for (const [name, { target, line }] of this.links) this.link(name, target, line);
    return { headers: this.headers, makefiles: this.makefiles };
  }

  private folder(folder: string, isDeep: boolean): void {
    const path = `${folder}/Makefile`;
    if (!this.tree.has(path)) return;
    const makefile = new Makefile(path, this.tree.text(path));
    const headers = makefile.words('INCS');
    if (headers.length > 0) {
      const directory = makefile.words('INCSDIR')[0]?.text;
      if (!directory) throw new Error(`${path}: headers without a folder`);
      for (const { text, line } of headers) {
        const source = posix.join(folder, text);
        this.add(posix.join(nameBelowRoot(directory), text), {
          installedBy: `${path}:${line}`,
          source: this.tree.has(source) ? source : undefined,
        });
      }
      const name = nameBelowRoot(directory);
      if (!this.makefiles.has(name)) this.makefiles.set(name, path);
    }
    const links = makefile.words('INCSYMLINKS');
    for (let at = 0; at + 1 < links.length; at += 2) {
      const name = nameBelowRoot(links[at + 1].text);
      const target = posix.join(posix.dirname(name), links[at].text);
      this.links.set(name, { target, line: `${path}:${links[at + 1].line}` });
    }
    if (!isDeep) return;
    for (const { text } of makefile.words('SUBDIR')) this.folder(posix.join(folder, text), true);
  }

  /** A link counts if it leads to something that is installed: `sys/soundcard.h` leads nowhere. */
  private link(name: string, target: string, line: string): void {
    const resolved = this.resolved(target);
    const header = this.headers.get(resolved);
    if (header) this.add(name, { installedBy: line, source: header.source });
    for (const [inside, one] of [...this.headers]) {
      if (inside.startsWith(`${resolved}/`)) this.add(`${name}${inside.slice(resolved.length)}`, one);
    }
  }

  /** Follows links to folders: `machine/float.h` is `amd64/float.h`. */
  private resolved(target: string): string {
    const [first, ...rest] = target.split('/');
    const link = rest.length > 0 ? this.links.get(first) : undefined;
    return link ? posix.join(link.target, ...rest) : target;
  }

  private add(name: string, header: InstalledHeader): void {
    if (!this.headers.has(name)) this.headers.set(name, header);
  }
}

function nameBelowRoot(path: string): string {
  if (path !== ROOT && !path.startsWith(`${ROOT}/`)) throw new Error(`${path} is not below ${ROOT}`);
  return path.slice(ROOT.length + 1);
}
