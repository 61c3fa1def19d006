/**
 * `Kconfig` and `Config.in`: every `config` is a choice of the builder.
 */
import type { BuildFileFacts, OptionMacro } from './buildFileFacts.js';
import type { Option } from './option.js';

export function readKconfig(path: string, text: string): BuildFileFacts {
  const options: OptionMacro[] = [];
  let name: string | undefined;
  let line = 0;
  let prompt = '';
  let help = '';
  let fallback: string | undefined;
  let awaitsHelp = false;
  const finish = (): void => {
    if (name === undefined) return;
    const option: Option = { name: `CONFIG_${name}`, help: prompt || help, fallback, path, line };
    options.push({ macro: `CONFIG_${name}`, option, isEnough: true });
    // Busybox and its like write the value under another name, too.
    options.push({ macro: `ENABLE_${name}`, option, isEnough: true });
  };
  text.split('\n').forEach((row, number) => {
    const config = /^\s*(?:menu)?config\s+([A-Za-z0-9_]+)\s*$/.exec(row)?.[1];
    if (config !== undefined) {
      finish();
      name = config;
      line = number;
      prompt = '';
      help = '';
      fallback = undefined;
      awaitsHelp = false;
      return;
    }
    if (awaitsHelp && row.trim() !== '') {
      help = row.trim().slice(0, 200);
      awaitsHelp = false;
    }
    prompt ||= /^\s*(?:bool|tristate|string|int|hex|prompt)\s+"([^"]*)"/.exec(row)?.[1] ?? '';
    fallback ??= /^\s*(?:default|def_bool|def_tristate)\s+(\w+)/.exec(row)?.[1];
    if (/^\s*(?:---)?help(?:---)?\s*$/.test(row)) awaitsHelp = true;
    else if (/^\s*(?:endmenu|menu|choice|endchoice|if|endif|source|comment)\b/.test(row)) {
      finish();
      name = undefined;
    }
  });
  finish();
  return { probes: [], options, set: [] };
}
