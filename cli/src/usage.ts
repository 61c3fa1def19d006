/**
 * What the command line tells of itself.
 */
export const USAGE = `Usage: unigap <command>

  scan [PATH...]     find what stands between the program in PATH (default: here; a folder, a source file or a
                     binary) and its targets
      --target LIST      targets, comma-separated (default: those of unigap.json, or osv,rumprun); osv@0.57, osv+linux-ld
      --format FORMAT    text, json, markdown (fits a comment on a pull request), html (one file), sarif,
                         github (annotations in a log of GitHub Actions), or runbook (how to operate the program
                         on each target, in Markdown) (default: text)
      --output FORMAT=FILE  writes a report to a file, too; may be given again
      --uses             with json: every use of the POSIX and Linux interface, gap or not
      --min-severity S   error, warning or information (default: information)
      --baseline FILE    compare with the gaps and verdicts in FILE; text, markdown and github list new gaps only
      --update-baseline  write them to FILE instead
      --fail-on LIST     for what to exit with 1: any, new, error, verdict, none (default: any; new with a baseline)
      --no-suppressed    leave suppressed gaps out of json and sarif
      --define NAME[=V]  a macro that the build defines; may be given again
      --with NAME[=V]    what if the build set this option; says what changes; may be given again
      --without NAME     what if it did not
      --binaries         scan the binaries in PATH, too: programs, libraries, object files and archives, as ELF files
      --since REV        tell only gaps on lines that changed since HEAD parted from this revision of git
      --shard I/N        read share I of N, for unigap merge, instead of a report
      --output-shard FILE  where to leave it
      --cache-dir DIR    where what was read is kept for the next scan (default: the user's folder for caches)
      --no-cache         read everything, and keep nothing
      --build PATH       the folder of a build, or its compile_commands.json (default: looked for in and above PATH)
      --no-build         decide conditions without a build
      --no-ignore        scan what .gitignore leaves out, too
      --no-config        leave out the project file, unigap.json in the root of PATH
  merge FILE...      the report of a scan whose shares scan --shard has left; the options of a report are those of scan
  explain FEATURE    all that is known of a feature: fork, function/fork, flag/mmap/MAP_FIXED, /proc/self/maps
      --target LIST
  why FILE:LINE [PATH]
                     whether a build of the program in PATH (default: here) compiles the line, by target, and why
      --target LIST  --define NAME[=V]  --no-ignore  --no-config
  targets            the targets, their versions and options
  names              the names that a scan looks for, one a line

Exit status of scan: 0 nothing of --fail-on, 1 something of it, 2 could not scan.
`;
