import assert from 'node:assert/strict';
import { featurePage } from '#core/messages/featurePage.js';
import { shippedKnowledge } from '../support/knowledge.js';
import { runUnigap } from '../support/runUnigap.js';

describe('cli: explain', () => {
  it('says what platforms that are no targets have for a tool', () => {
    const { out } = runUnigap(['explain', 'command/ps']);
    assert.match(out, /\nOn other platforms\n/);
    assert.match(out, /\n {2}SmartOS LX: the same way\. /);
    const page = featurePage('command/ps', shippedKnowledge()) ?? '';
    assert.match(page, /## On other platforms\n\n- \*\*Alpine container\*\*: the same way\. /);
  });

  it('does not say that nothing is known where something stands in', () => {
    const { out } = runUnigap(['explain', 'practice/pid-file']);
    assert.match(out, /\nOSv\n {2}Instead: nothing does its job\. /);
    assert.ok(!out.includes('nothing is known'));
  });

  it('knows functions of libraries by what they stand for', () => {
    assert.match(runUnigap(['explain', 'unw_backtrace']).out, /^practice\/unwinder\n/);
    assert.match(runUnigap(['explain', 'evsignal_new']).out, /^function\/signal\n/);
  });

  it('says what a setting does, what to do, and which source shows it', () => {
    const { out } = runUnigap(['explain', 'setting/nginx/daemon']);
    assert.match(out, /\nnginx goes into the background, with fork\(\)\. It is on where it is not set\.\n/);
    assert.match(out, /\nSet daemon off\. Nothing is lost that a guest needs\.\n/);
    assert.match(out, /\nRead in nginx 1\.22\.1: src\/core\/nginx\.c:354, /);
  });
});
