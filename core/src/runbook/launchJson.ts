/**
 * The entry of `launch.json` with which an editor attaches gdb to the guest, through the gdb server of the hypervisor.
 */
import type { TargetDebugger } from '../knowledge/schema.generated.js';

/** Text of a `launch.json` for the C/C++ extension of Microsoft (`cppdbg`). @param name of the target. */
export function launchJson(
  name: string,
  { server, program, setup = [] }: Pick<TargetDebugger, 'server' | 'program' | 'setup'>,
): string {
  const configuration = {
    name: `Attach to the guest (${name})`,
    type: 'cppdbg',
    request: 'launch',
    MIMode: 'gdb',
    program: `\${workspaceFolder}/${program}`,
    cwd: `\${workspaceFolder}`,
    miDebuggerServerAddress: server,
    stopAtConnect: true,
    ...(setup.length > 0 ? { setupCommands: setup.map((text) => ({ text, ignoreFailures: true })) } : {}),
  };
  return JSON.stringify({ version: '0.2.0', configurations: [configuration] }, undefined, 2);
}
