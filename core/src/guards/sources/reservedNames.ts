/**
 * Names that C reserves to compilers and their libraries. Where neither has such a macro, and the program does not set
 * it, it is another implementation's: `__TANDEM`, `_WRS_KERNEL`, `__FreeBSD_version`.
 */

import type { ProbeIndex } from '../../probes/probeIndex.js';
import type { MacroIndex } from '../countedMacros.js';
import { type Decision, isUndefined, type MacroSource } from '../decision.js';
import type { TargetInterface } from '../targetInterface.js';

/** Two underscores, or one and a capital. */
const RESERVED = /^_[_A-Z]/;

/** What options of a compiler define, or another compiler that builds for the target as well. */
const BY_OPTIONS =
  /^(?:__(?:clang|GNUG|SANITIZE|OPTIMIZE|NO_|FAST_MATH|PIC|pic|PIE|pie|SSE|AVX|MMX|AES|SHA|PCLMUL|BMI|FMA|POPCNT|LZCNT|F16C|ADX|RD|RTM|XSAVE|CET|EXCEPTIONS|GXX|cpp_|has_|STRICT_ANSI|OBJC|BLOCKS|SSP|GCC_HAVE_DWARF|SEG_|3dNOW|code_model|tune_|FINITE|RECIPROCAL|SUPPORT_SNAN|STDC|USER_LABEL|OpenMP|TSAN|ASAN|MSAN|LIBCPP|GLIBCXX|cplusplus)|_(?:OPENMP|OPENACC|REENTRANT|FORTIFY_SOURCE|DEBUG|UNICODE|GLIBCXX|LIBCPP|GNU_SOURCE))|_SOURCE(?:64)?$|^_(?:FILE_OFFSET|TIME)_BITS$/;

export class ReservedNames implements MacroSource {
  constructor(
    private readonly target: TargetInterface,
    private readonly index: MacroIndex,
    private readonly probes: ProbeIndex,
  ) {}

  decide(name: string): Decision | undefined {
    if (!RESERVED.test(name) || BY_OPTIONS.test(name)) return undefined;
    if (this.index.macrosNamed(name).length > 0 || this.probes.isSet(name)) return undefined;
    return this.target.lacksReserved(name) ? isUndefined({ by: 'reserved' }) : undefined;
  }
}
