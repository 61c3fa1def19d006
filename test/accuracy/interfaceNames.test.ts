import { deepStrictEqual } from 'node:assert/strict';
import { interfaceNames } from '#tools/accuracy/interfaceNames.js';

const CASES: readonly (readonly [symbol: string, names: readonly string[]])[] = [
  ['fork', ['fork']],
  ['__isoc99_sscanf@GLIBC_2.7', ['sscanf']],
  ['mmap64', ['mmap']],
  ['__open64_2', ['open']],
  ['__syslog_chk', ['syslog']],
  ['__vfork', ['vfork']],
  ['__sysv_signal', ['signal']],
  ['readdir64_r', ['readdir_r']],
  ['preadv64v2', ['preadvv2']],
  ['__fdelt_chk', ['FD_SET', 'FD_ISSET', 'FD_CLR']],
  ['__b64_ntop', ['b64_ntop']],
  ['__stack_chk_fail', []],
  ['__ctype_b_loc', ['__ctype_b_loc']],
];

describe('accuracy: names of linker symbols', () => {
  for (const [symbol, names] of CASES) {
    it(symbol, () => deepStrictEqual(interfaceNames(symbol), names));
  }
});
