import assert from 'node:assert/strict';
import { countsText, statusText } from '#client/status/statusText.js';
import { untranslated } from '../support/translate.js';

const STATUS = {
  state: 'ready',
  targets: ['OSv', 'Rumprun'],
  errors: 2,
  warnings: 1,
  informations: 0,
  filesScanned: 12,
} as const;

describe('client: the language status', () => {
  it('says targets and counts', () => {
    assert.deepEqual(statusText(STATUS, untranslated), {
      text: 'OSv, Rumprun',
      detail: '2 errors, 1 warning',
      severity: 'information',
      isBusy: false,
    });
  });

  it('is busy while the server starts and scans', () => {
    assert.ok(statusText({ ...STATUS, state: 'starting' }, untranslated).isBusy);
    const scanning = statusText({ ...STATUS, state: 'scanning' }, untranslated);
    assert.ok(scanning.isBusy);
    assert.equal(scanning.detail, 'scanning, 12 files so far');
  });

  it('says what failed', () => {
    const failed = statusText({ ...STATUS, state: 'failed', problem: 'no knowledge' }, untranslated);
    assert.equal(failed.detail, 'no knowledge');
    assert.equal(failed.severity, 'error');
    assert.equal(statusText({ ...STATUS, problem: 'bad target' }, untranslated).severity, 'error');
  });

  it('counts nothing as no gaps', () => {
    assert.equal(countsText({ errors: 0, warnings: 0, informations: 0 }, untranslated), 'no gaps');
    assert.equal(
      countsText({ errors: 1, warnings: 0, informations: 3 }, untranslated),
      '1 error, 3 for information',
    );
  });
});
