/**
 * Cleans the remarks of observations: what they say about the guest stays, what they say about the row that was
 * tested goes, since the rows were corrected after them.
 */
import { sentence } from './sentence.js';

/** Remarks that speak of the row alone, and what they mean without it. */
const WHOLE: Readonly<Record<string, string>> = {
  same: '',
  'waited for input, see the extra entry on Ctrl-C': '',
  'no row': '',
  'no row of its own': '',
  'no claim in the row': '',
  'as failing': '',
  'as efault_write; a SIGSEGV handler does not help':
    'A bad pointer faults inside the kernel and halts the guest; a SIGSEGV handler does not help.',
  'same cause as the line above: no node is made on ramfs': 'No node is made on ramfs.',
  'same with a target on another file system (EXDEV path)':
    'A target on another file system takes the same error path.',
  'same with 512 MiB RAM': 'Seen with 512 MiB of memory.',
  'same; watched for 75 s': 'Watched for 75 s.',
  'same for directories': '',
  'link on rofs: see link_rofs': '',
  'As setjmp.': '',
  'See clock-loss.': 'Time is lost while nothing blocks.',
  'Time is lost: see clock-loss.': 'Time is lost while nothing blocks.',
  'Halts the guest; noisy.': 'Halts the guest.',
};

const CUTS: readonly RegExp[] = [
  /^row( note)?( \([^)]*\))?( half| slightly)?( wrong| too good| lacks)( it)?( for (?:ramfs|SIGINT))?: /i,
  /^(no|not in the) row(; |: |\. )/i,
  /^no row\. /i,
  /[;,.]? ?\(?(the )?row \(?\w*\)? ?(says|speaks|suggests|is silent|does not say)[^.;)]*\)?/gi,
  /[;,]? ?status (right|should be [\w-]+)[^:;]*(: |; |$)/gi,
  / ?\((no row said either|see behaviour entries|row of \w+( , "in kernel code")?[^)]*)\)/gi,
  /, as (in )?the row( says)?/gi,
  / instead of the row's \w+/gi,
  /^(settles the guess|guess settled): /i,
  /; deserves a behaviour row of its own/,
  / ?(iconv_open and iconv rows say supported \("Works"\)|Row \w+ (does not say so|suggests it helps))\.?/g,
  /, see dl2$/,
  / rootfill the same\.$/,
  /^same(: | for )/i,
  /^The row "[^"]*" invites a crash\.$/,
  /, (the )?note "[^"]*" wrong/g,
  /^[^a-z]*No row mentions it by name; /,
];

/** What is left of a remark, or `undefined`. */
export function remark(text: string | undefined): string | undefined {
  if (!text) return undefined;
  let rest = WHOLE[text] ?? text;
  if (!(text in WHOLE)) for (const cut of CUTS) rest = rest.replace(cut, '');
  const clean = sentence(rest.replace(/^[;,.: ]+/, ''));
  // An error name alone is in the result, and what ends in "as" was compared with the row.
  const isRest = clean === '' || /^\S+\.$|^Power off\.$|\bas[.;]/.test(clean);
  return isRest || /\brow\b|probe\b|\bguess\b|\bmine\b/i.test(clean) ? undefined : clean;
}
