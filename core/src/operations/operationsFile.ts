/**
 * Whether a file may be one by which a program is run and looked after, by its name alone.
 */
import { isBuildFile } from '../probes/buildFile.js';
import { sourceLanguage } from '../scan/language.js';
import { mayBeScript, operationsFormatOf } from './operationsFormat.js';

/** One by its name, or one of which the first line has to be asked. */
export function mayBeOperations(path: string): boolean {
  if (operationsFormatOf(path) !== undefined) return true;
  return mayBeScript(path) && sourceLanguage(path) === undefined && !isBuildFile(path);
}
