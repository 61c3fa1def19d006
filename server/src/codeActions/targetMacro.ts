/**
 * The macro that tells a target's build from others.
 */
import type { TargetInfo } from '#core/knowledge/knowledge.js';
import type { FolderSettings } from '#core/project/folderSettings.js';

/** The project's own macro, else the target's; undefined where there is neither. */
export function targetMacro(info: TargetInfo, { guards }: FolderSettings): string | undefined {
  return guards[info.id] ?? ownMacro(info);
}

/** The macro by which a target's compiler tells itself from all others. */
function ownMacro({ id, predefines }: TargetInfo): string | undefined {
  const name = `__${id.toUpperCase()}__`;
  return predefines.macros && name in predefines.macros ? name : undefined;
}
