/**
 * Whether a file may be one by which a program is run and looked after, by its name alone.
 */
import { pathRole } from '../index/pathRole.js';
import { isBuildFile } from '../probes/buildFile.js';
import { sourceLanguage } from '../scan/language.js';
import { mayBeScript, operationsFormatOf } from './operationsFormat.js';

/** One by its name, or one of which the first line has to be asked. What runs tests looks after no program. */
export function mayBeOperations(path: string): boolean {
  const isNamed = operationsFormatOf(path) !== undefined;
  if (!isNamed && (!mayBeScript(path) || sourceLanguage(path) !== undefined || isBuildFile(path)))
    return false;
  return !pathRole(path).isTest;
}
