/**
 * `meson-info/intro-buildoptions.json`: the options that a build of Meson was set up with, as the macros that they set.
 */
import type { ProbeIndex } from '../probes/probeIndex.js';

const ON = new Set<unknown>([true, 'true', 'enabled']);
const OFF = new Set<unknown>([false, 'false', 'disabled']);

/** Texts of macros by name, null for what is off. Options of other kinds, and those left to Meson (`auto`), say nothing. */
export function readMesonOptions(text: string, probes: ProbeIndex): Map<string, string | null> {
  const macros = new Map<string, string | null>();
  for (const { name, value } of optionsIn(text)) {
    if (!ON.has(value) && !OFF.has(value)) continue;
    for (const macro of probes.macrosSetBy(`-D${name}`)) macros.set(macro, ON.has(value) ? '1' : null);
  }
  return macros;
}

function optionsIn(text: string): { readonly name: string; readonly value: unknown }[] {
  let options: unknown;
  try {
    options = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(options)) return [];
  return options.filter(
    (one): one is { name: string; value: unknown } =>
      typeof one === 'object' &&
      one !== null &&
      'value' in one &&
      'name' in one &&
      typeof one.name === 'string',
  );
}
