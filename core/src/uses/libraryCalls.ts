/**
 * Functions of libraries that stand for one of the platform: what they do for the caller is what that does.
 */
import type { CallArguments } from '../facts/fileFacts.js';

interface LibraryCall {
  /** The function of the platform. */
  readonly name: string;
  /** For each of its arguments the index of the library's. */
  readonly arguments: readonly number[];
}

export const LIBRARY_CALLS: Readonly<Record<string, LibraryCall>> = {
  // apr_signal.h: a function of its own where signal() is not good enough.
  apr_signal: { name: 'signal', arguments: [0, 1] },
  // event2/event.h and event_compat.h of libevent.
  evsignal_new: { name: 'signal', arguments: [1, 2] },
  evsignal_assign: { name: 'signal', arguments: [2, 3] },
  evsignal_set: { name: 'signal', arguments: [1, 2] },
  signal_set: { name: 'signal', arguments: [1, 2] },
  // ev.h of libev.
  ev_signal_init: { name: 'signal', arguments: [2, 1] },
  // uv.h of libuv.
  uv_signal_start: { name: 'signal', arguments: [2, 1] },
  uv_signal_start_oneshot: { name: 'signal', arguments: [2, 1] },
  // glib-unix.h.
  g_unix_signal_add: { name: 'signal', arguments: [0, 1] },
  // systemd/sd-event.h.
  sd_event_add_signal: { name: 'signal', arguments: [2, 3] },
};

/** The arguments as the function of the platform would have them; others are left out. */
export function asPlatformCall(args: CallArguments, { arguments: order }: LibraryCall): CallArguments {
  const placed = <T extends { readonly argument: number }>(list: readonly T[]): T[] =>
    list.flatMap((one) => {
      const argument = order.indexOf(one.argument);
      return argument < 0 ? [] : { ...one, argument };
    });
  return {
    values: order.flatMap((index) => args.values[index] ?? []),
    constants: placed(args.constants),
    strings: placed(args.strings),
    callNumber: undefined,
  };
}
