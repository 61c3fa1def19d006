/**
 * What the language status item says.
 */
import type { StatusParams } from '#server/protocol.js';
import type { Translate } from '../text/translate.js';

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'error' | 'information';
  readonly isBusy: boolean;
}

export function statusText(status: StatusParams, t: Translate): StatusText {
  const targets = status.targets.join(', ');
  switch (status.state) {
    case 'starting':
      return { text: 'Unigap', detail: t('starting'), severity: 'information', isBusy: true };
    case 'scanning':
      return {
        text: targets || 'Unigap',
        detail: t('scanning, {0} files so far', status.filesScanned),
        severity: 'information',
        isBusy: true,
      };
    case 'failed':
      return {
        text: 'Unigap',
        detail: status.problem ?? t('the language server failed'),
        severity: 'error',
        isBusy: false,
      };
    case 'ready':
      return {
        text: targets || t('no target'),
        detail: status.problem ?? countsText(status, t),
        severity: status.problem === undefined ? 'information' : 'error',
        isBusy: false,
      };
  }
}

/** Such as `3 errors, 1 warning`; kinds with no gap are left out. */
export function countsText(
  { errors, warnings, informations }: Pick<StatusParams, 'errors' | 'warnings' | 'informations'>,
  t: Translate,
): string {
  const parts: string[] = [];
  if (errors > 0) parts.push(errors === 1 ? t('1 error') : t('{0} errors', errors));
  if (warnings > 0) parts.push(warnings === 1 ? t('1 warning') : t('{0} warnings', warnings));
  if (informations > 0) parts.push(t('{0} for information', informations));
  return parts.length > 0 ? parts.join(', ') : t('no gaps');
}
