/**
 * Settings of the JavaScript engine, made before anything else is loaded. A scan makes much garbage that dies at once
 * and few objects that stay: the engine would let the heap grow to a multiple of what is held.
 */
import { setFlagsFromString } from 'node:v8';

// The space for new objects stays small, and the heap is collected when it has grown by a third.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=30');
// A young generation of one megabyte is collected sooner by one thread than by several that share it out.
setFlagsFromString('--no-parallel-scavenge');
// The parser works for seconds at most: to compile it a second time, better, costs more than it saves.
setFlagsFromString('--liftoff-only');
// Most functions run for too short to be worth compiling; the few that read all bytes are found soon enough.
setFlagsFromString('--interrupt-budget=1000000');

/** For the largest programs: the heap is collected when it has grown by a thirtieth. That costs some hundredths of a scan. */
export function holdLess(): void {
  setFlagsFromString('--heap-growing-percent=3');
}
