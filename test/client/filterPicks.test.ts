import assert from 'node:assert/strict';
import { filterOfPicks, filterPicks } from '#client/gaps/filterPicks.js';
import { NO_FILTER } from '#client/gaps/gapFilter.js';
import { gapDocumentWith, reportDocumentOf } from '../support/reportDocument.js';
import { untranslated } from '../support/translate.js';

describe('client: the choices of the filter', () => {
  const document = reportDocumentOf([gapDocumentWith({})]);
  const picks = filterPicks(document, NO_FILTER, untranslated);
  const all = [...picks.severities, ...picks.targets];

  it('offers severities and targets, all of them chosen where nothing is filtered', () => {
    assert.deepEqual(
      all.map(({ label }) => label),
      ['Errors', 'Warnings', 'Information', 'OSv', 'Rumprun'],
    );
    assert.ok(all.every(({ picked }) => picked));
  });

  it('takes all of a kind, or none of it, for no filter', () => {
    const none = { severities: undefined, targets: undefined, text: 'x' };
    assert.deepEqual(filterOfPicks(picks, all, 'x'), none);
    assert.deepEqual(filterOfPicks(picks, [], 'x'), none);
  });

  it('comes back to what was chosen', () => {
    const filter = filterOfPicks(picks, [picks.severities[0], picks.targets[1]], undefined);
    assert.deepEqual(filter, { severities: ['error'], targets: ['rumprun'], text: undefined });
    const again = filterPicks(document, filter, untranslated);
    assert.deepEqual(
      [...again.severities, ...again.targets].map(({ picked }) => picked),
      [true, false, false, false, true],
    );
  });
});
