/**
 * Where the end-to-end tests put what they install, and what they leave behind for a reader. All of it lies in one
 * folder that is ignored.
 */
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';

const ROOT = join(PROJECT_ROOT, '.e2e');

/** The extension laid out as it is packed; the project's own manifest says more than a host understands. */
export const EXTENSION_FOLDER = join(PROJECT_ROOT, 'dist', 'vscode');

export const INSTALLED_FOLDER = join(ROOT, 'installed');
/** Pictures of what the user sees, to be looked at. */
export const SCREENSHOT_FOLDER = join(ROOT, 'screenshots');
/** Pictures and output of the runs that failed. */
export const FAILURE_FOLDER = join(ROOT, 'failures');
/** Suites that run inside an extension host, bundled. */
export const SUITE_BUNDLE_FOLDER = join(ROOT, 'suites');
