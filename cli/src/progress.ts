/**
 * A progress line on standard error, on a terminal only.
 */
export interface ProgressLine {
  readonly update: (done: number, total: number) => void;
  readonly end: () => void;
}

/** Scans that end sooner show nothing. */
const SILENT_MILLISECONDS = 300;

export function progressLine(): ProgressLine {
  const stream = process.stderr;
  if (!stream.isTTY || !process.stdout.isTTY) return { update() {}, end() {} };
  const start = Date.now();
  let shown = 0;
  return {
    update(done, total) {
      const now = Date.now();
      if (now - start < SILENT_MILLISECONDS || now - shown < 100) return;
      shown = now;
      stream.write(`\r\x1b[KScanning: ${done.toLocaleString('en')} of ${total.toLocaleString('en')} files`);
    },
    end() {
      if (shown > 0) stream.write('\r\x1b[K');
    },
  };
}
