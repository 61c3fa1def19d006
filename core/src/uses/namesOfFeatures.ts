/**
 * Names by which source asks for a feature that is no function of the platform: what a library offers and takes from
 * the platform in ways of its own.
 */

/** Up to twelve arguments, each number a macro. */
const TRACE_POINTS = ['DTRACE_PROBE', 'STAP_PROBE'].flatMap((name) => [
  name,
  ...Array.from({ length: 12 }, (_, i) => `${name}${i + 1}`),
]);

/** By the id of the feature. */
export const NAMES_OF_FEATURES: Readonly<Record<string, readonly string[]>> = {
  // sys/sdt.h.
  'probe/usdt': TRACE_POINTS,
  // libunwind.h, also with the prefixes that its macros make, and unwind.h of the compiler.
  'practice/unwinder': [
    'unw_getcontext',
    'unw_init_local',
    'unw_init_local2',
    'unw_backtrace',
    '_Unwind_Backtrace',
  ],
  // libdwfl.h of elfutils, and backtrace.h of libbacktrace, which reads the program's own file.
  'practice/symbolizer': [
    'dwfl_begin',
    'dwfl_linux_proc_report',
    'dwfl_linux_proc_attach',
    'dwfl_getthread_frames',
    'backtrace_create_state',
    'backtrace_full',
  ],
  // gcov.h, and the interfaces of LLVM's profile and of the sanitizers.
  'practice/instrumentation-hook': [
    '__gcov_dump',
    '__gcov_flush',
    '__gcov_reset',
    '__llvm_profile_write_file',
    '__llvm_profile_dump',
    '__llvm_profile_set_filename',
    '__sanitizer_print_stack_trace',
    '__sanitizer_set_death_callback',
    '__sanitizer_set_report_path',
    '__asan_set_error_report_callback',
    '__lsan_do_leak_check',
    '__lsan_do_recoverable_leak_check',
    '__tsan_on_report',
  ],
};
