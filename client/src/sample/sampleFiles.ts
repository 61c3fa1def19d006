/**
 * The files of the sample program. They are listed, since a web extension cannot list a folder of its own.
 */
export const SAMPLE_FOLDER = 'sample/relayd';

/** The file to begin with: it starts the processes, which is what the sample is about. */
export const SAMPLE_START = 'src/master.c';

export const SAMPLE_FILES: readonly string[] = [
  'Makefile',
  'README.md',
  'relayd.conf',
  'src/address.c',
  'src/compat.h',
  'src/conf.c',
  'src/logger.c',
  'src/main.c',
  'src/master.c',
  'src/process.c',
  'src/relayd.h',
  'src/session.c',
  'src/session.h',
  'src/stats.c',
  'src/worker.c',
];
