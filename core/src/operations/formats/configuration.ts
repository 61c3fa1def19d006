/**
 * Configuration files of servers whose settings are known.
 */
import { fileSettings } from '../../servers/fileSettings.js';
import { settingFeature } from '../../servers/server.js';
import { serverFileOf } from '../../servers/serverFile.js';
import type { Catalogue } from '../../uses/catalogue.js';
import type { FoundOperations } from '../foundOperations.js';

export function readConfiguration(
  path: string,
  text: string,
  found: FoundOperations,
  catalogue: Catalogue,
): void {
  const file = serverFileOf(path);
  const server = file && catalogue.server(file.server);
  if (!server) return;
  for (const { setting, start, end } of fileSettings(text, file, server)) {
    found.practices.push({ start, end, feature: settingFeature(server.id, setting), group: start });
  }
}
