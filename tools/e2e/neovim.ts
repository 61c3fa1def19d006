/**
 * Neovim, the second editor: the system's. Where there is none, root on Debian gets it from there.
 */
import { spawnSync } from 'node:child_process';

/** Neovim's version, or why there is none. */
export function findNeovim(): { readonly version: string } | { readonly problem: string } {
  const present = neovimVersion();
  if (present !== undefined) return { version: present };
  if (process.getuid?.() === 0) {
    const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    const install = (): boolean =>
      spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'neovim'], options).status === 0;
    // Lists of packages may be missing, as they are in containers.
    if (!install() && spawnSync('apt-get', ['update'], options).status === 0) install();
  }
  const installed = neovimVersion();
  if (installed !== undefined) return { version: installed };
  return { problem: 'there is no nvim on PATH; install it, on Debian with: apt-get install neovim' };
}

function neovimVersion(): string | undefined {
  const run = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.split('\n')[0] : undefined;
}
