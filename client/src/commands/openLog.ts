/**
 * "Open Log".
 */
import { commands, type Disposable, type LogOutputChannel } from 'vscode';

export function registerOpenLog(log: LogOutputChannel): Disposable {
  return commands.registerCommand('unigap.openLog', () => log.show());
}
