/**
 * Severity is behaviour times harm; see docs/decisions for the table and its reasons.
 */
import type { Case, Harm } from '../knowledge/schema.generated.js';

export type Severity = 'error' | 'warning' | 'information';

export const SEVERITIES: readonly Severity[] = ['information', 'warning', 'error'];

/** Severity of a case that is certain; undefined for `supported`, which is no gap. */
export function severityOf(
  { behaviour, at }: Pick<Case, 'behaviour' | 'at'>,
  harm: Harm,
): Severity | undefined {
  switch (behaviour) {
    case 'supported':
      return undefined;
    case 'missing':
      // What is missing only when it is called halts the guest then, whatever it was for.
      return harm === 'loses-visibility' && at !== 'first-call' ? 'warning' : 'error';
    case 'aborts':
    case 'hangs':
      return 'error';
    case 'fails':
      return harm === 'stops-program' ? 'error' : isMild(harm) ? 'information' : 'warning';
    case 'no-op':
    case 'wrong':
      return harm === 'loses-safety' ? 'error' : isMild(harm) ? 'information' : 'warning';
    case 'partial':
      return 'information';
  }
}

/** Whether a call that does not do its work changes nothing that the program does. */
function isMild(harm: Harm): boolean {
  return harm === 'loses-visibility' || harm === 'loses-speed';
}

/** One step down, never below information: hints do not show in a list of problems. */
export function lowered(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : 'information';
}

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}
