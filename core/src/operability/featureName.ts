/**
 * What a feature is called where people rely on it: `strace`, `/proc`, `RLIMIT_CORE`, `restart only`.
 */
export function featureName(feature: string): string {
  const name = feature.slice(feature.indexOf('/') + 1);
  if (feature.startsWith('path/')) return `/${name}`;
  if (feature.startsWith('flag/')) return name.slice(name.indexOf('/') + 1);
  return feature.startsWith('practice/') ? name.replaceAll('-', ' ') : name;
}
