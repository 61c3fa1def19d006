/**
 * Where the cache lies if nobody says so: in the user's own folder for caches, as each system has one.
 */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

const NAME = 'unigap';

/** Undefined where the user has no home. */
export function defaultCacheFolder(): string | undefined {
  const { env, platform } = process;
  if (platform === 'win32') return env.LOCALAPPDATA ? join(env.LOCALAPPDATA, NAME, 'Cache') : undefined;
  if (platform === 'darwin') return inHome('Library', 'Caches', NAME);
  // A relative path there is to be ignored, as the XDG specification has it.
  const { XDG_CACHE_HOME: folder } = env;
  return folder && isAbsolute(folder) ? join(folder, NAME) : inHome('.cache', NAME);
}

function inHome(...parts: string[]): string | undefined {
  const home = homedir();
  return isAbsolute(home) ? join(home, ...parts) : undefined;
}
