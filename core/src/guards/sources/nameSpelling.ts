/**
 * Names that say what a configure script would look for: `HAVE_FORK`, `NGX_HAVE_SYS_EPOLL_H`, `HAVE_DECL_X`.
 */
import type { MacroIndex } from '../countedMacros.js';
import { type Decision, isDefined, isUndefined, type MacroSource } from '../decision.js';
import { isForeignFunction, isForeignHeader } from '../otherSystems.js';
import type { TargetInterface } from '../targetInterface.js';

export class NameSpelling implements MacroSource {
  constructor(
    private readonly target: TargetInterface,
    private readonly index: MacroIndex,
  ) {}

  decide(name: string): Decision | undefined {
    const match = /(?:^|_)HA(?:VE|S)_(FUNC_|FUNCTION_|LIBC_|DECL_)?([A-Z][A-Z0-9_]*)$/.exec(name);
    if (!match) return undefined;
    const what = match[2].toLowerCase();
    // No header of the program says anything of it.
    const isBuilders = this.index.macrosNamed(name).length === 0;
    if (match[1] === 'DECL_') return this.declaration(match[2], what);
    if (what.endsWith('_h')) return this.header(what.slice(0, -2), isBuilders);
    return this.function(what, isBuilders) ?? this.constant(match[2]);
  }

  private header(words: string, isBuilders: boolean): Decision | undefined {
    for (const header of headerNames(words)) {
      const exists = this.target.hasHeader(header);
      if (exists !== undefined) return decided(exists, `<${header}>`);
      if (isBuilders && isForeignHeader(header, this.target.systems)) return decided(false, `<${header}>`);
    }
    return undefined;
  }

  private function(name: string, isBuilders: boolean): Decision | undefined {
    const { target } = this;
    // What is spelled like a function and is known to nobody may be a library, or anything else.
    const exists = target.isFunction(name) ? target.hasFunction(name) : target.hasFacility(name);
    if (exists !== undefined) return decided(exists, `${name}()`);
    if (isBuilders && isForeignFunction(name, target.systems)) return decided(false, `${name}()`);
    return undefined;
  }

  /** `HAVE_SOCK_CLOEXEC`, `APR_HAS_SO_ACCEPTFILTER`: what headers of the target or of another platform define. */
  private constant(name: string): Decision | undefined {
    if (this.target.hasConstant(name) === true) return decided(true, name);
    return this.target.lacksConstant(name) ? decided(false, name) : undefined;
  }

  /** Autoconf defines it as 1 or 0. */
  private declaration(upper: string, lower: string): Decision | undefined {
    const [one, other] = [this.target.declares(upper), this.target.declares(lower)];
    if (one === undefined && other === undefined) return undefined;
    const exists = one === true || other === true;
    const reason = { by: 'name', what: one === true ? upper : lower } as const;
    return { value: { state: 'defined', value: Number(exists) }, reason };
  }
}

function decided(exists: boolean, what: string): Decision {
  return exists ? isDefined({ by: 'name', what }) : isUndefined({ by: 'name', what });
}

/** `sys_epoll` may be `sys/epoll.h` or `sys_epoll.h`. */
function headerNames(words: string): string[] {
  const parts = words.split('_');
  const names = new Set<string>();
  for (let folders = parts.length - 1; folders >= 0; folders--) {
    names.add(
      `${parts.slice(0, folders).join('/')}${folders > 0 ? '/' : ''}${parts.slice(folders).join('_')}.h`,
    );
  }
  return [...names];
}
