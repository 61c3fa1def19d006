/**
 * The text of a build file to its facts.
 */
import { readAutoconf } from './autoconf.js';
import { readAutomake } from './automake.js';
import { type BuildSystem, buildSystemOf } from './buildFile.js';
import type { BuildFileFacts } from './buildFileFacts.js';
import { readCMake } from './cmake.js';
import { readConfigureScript } from './configureScript.js';
import { readFeatureScript } from './featureScript.js';
import { readKconfig } from './kconfig.js';
import { readMakefile } from './makefile.js';
import { readMeson } from './meson.js';

const READERS: Readonly<Record<BuildSystem, (path: string, text: string) => BuildFileFacts>> = {
  autoconf: readAutoconf,
  automake: readAutomake,
  cmake: readCMake,
  meson: readMeson,
  kconfig: readKconfig,
  'feature-script': readFeatureScript,
  makefile: readMakefile,
  'configure-script': readConfigureScript,
};

/** Facts of a build file; what cannot be understood in it is left out. */
export function readBuildFile(path: string, text: string): BuildFileFacts {
  const system = buildSystemOf(path);
  return system ? READERS[system](path, text) : { probes: [], options: [], set: [] };
}
