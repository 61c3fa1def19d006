/**
 * Families of functions by the form of their name, for groups too large to list and for variants whose header is not known.
 */

const BEFORE_HEADER: readonly (readonly [RegExp, string])[] = [
  [/^pthread_(?:mutex|cond|rwlock|barrier|spin)/, 'synchronization'],
  [/^(?:mtx|cnd)_/, 'synchronization'],
  [/^posix_trace_/, 'debugging'],
  [/^(?:__)?str(?:from|to)(?:[dflu]|q)/, 'strings'],
];

const AFTER_HEADER: readonly (readonly [RegExp, string])[] = [
  [/^_?pthread_/, 'threads'],
  [/^posix_spawn/, 'program-execution'],
  [/^(?:is(?:inf|nan)|finite|signbit|fpclassify|iseqsig|issignaling)/, 'math'],
  [/^(?:newlocale|duplocale|freelocale|uselocale|strfmon)/, 'locale'],
  [/^sig/, 'signals'],
  [
    /^(?:iswc?|tow|wc(?:trans|type)$|wc[sr]|wmem|wcpn?cpy|mbs?n?rtowcs|mbrto|f?[gp]etws|fgetws|n?l_|v?f?w(?:print|scan)f|v?sw(?:print|scan)f)/,
    'locale',
  ],
  [/^w(?:uflow|underflow|overflow)$|^iswalnum/, 'stdio'],
  [/(?:print|scan)f$|^f?gets$|^fread$|^printf_fp$|^(?:u|over|under|w?u)flow$/, 'stdio'],
  [/^(?:str|stp|mem|bzero|bcmp|bcopy|ffs|rawmem|explicit_)/, 'strings'],
  [
    /^(?:res_|ns_|dn_|p_|fp_|sym_|loc_|hostalias|_?get(?:short|long)$|put(?:short|long)$|b64_|_?[gs]et?ht)/,
    'name-service',
  ],
  [/^(?:end|get|set)mntent/, 'administration'],
  [/^_?obstack_/, 'library'],
  [/^(?:crypt|xcrypt)/, 'library'],
  [/f(?:32|64|128)x?(?:_r)?$/, 'math'],
  [/^f(?:32|64)x?(?:add|div|fma|mul|sqrt|sub)/, 'math'],
  [/_finite$|^clog10[fl]$/, 'math'],
  [/^(?:f?d?)(?:add|div|fma|mul|sqrt|sub)l?$|^[df](?:add|div|ma|mul|sqrt|sub)l$|^[df]fmal$/, 'math'],
  [
    /^f(?:max|min)(?:imum|mag)|^u?fromfpx?|^[gs]etpayload|^totalorder|^(?:llogb|roundeven|canonicalize)/,
    'math',
  ],
  [/_placeholder$/, 'runtime-support'],
];

/** Family by a form that counts more than the header. */
export function familyOfGroup(name: string): string | undefined {
  return match(BEFORE_HEADER, name);
}

/** Family by a form where neither the name nor the header is listed. `plain` is the name without the marks of a variant. */
export function familyOfForm(name: string, plain: string): string | undefined {
  return match(AFTER_HEADER, name) ?? match(AFTER_HEADER, plain);
}

function match(rules: readonly (readonly [RegExp, string])[], name: string): string | undefined {
  return rules.find(([form]) => form.test(name))?.[1];
}
