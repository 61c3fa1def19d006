import assert from 'node:assert/strict';
import { htmlReport } from '#core/report/htmlReport.js';
import { hostileReport } from '../support/hostileReport.js';
import { gapWith, reportOfGaps } from '../support/reportOfGaps.js';

const PAGE = { script: 'run()', style: 'body {}', nonce: 'abc123' };

describe('report: HTML', () => {
  it('is one file that loads nothing', () => {
    const html = htmlReport(reportOfGaps([gapWith({})]), PAGE);
    assert.match(html, /^<!doctype html>\n<html lang="en">/);
    assert.match(
      html,
      /Content-Security-Policy" content="default-src &#39;none&#39;; script-src &#39;nonce-abc123&#39;/,
    );
    assert.doesNotMatch(html, /\b(src|href)=/);
    assert.doesNotMatch(html, /unsafe/);
    assert.ok(html.includes('<style nonce="abc123">body {}</style>'));
    assert.ok(html.includes('<script nonce="abc123">run()</script>'));
  });

  it('holds the document as data', () => {
    const document = hostileReport();
    assert.deepEqual(documentIn(htmlReport(document, PAGE)), JSON.parse(JSON.stringify(document)));
  });

  it('hostile text ends no element and begins none', () => {
    const plain = htmlReport(reportOfGaps([]), PAGE);
    const html = htmlReport(hostileReport(), PAGE);
    assert.deepEqual(tagsOf(html), tagsOf(plain));
    assert.ok(!html.includes('<!--'));
  });

  it('script and style cannot end their elements', () => {
    const html = htmlReport(reportOfGaps([]), {
      script: "x = '</script><b>'; y = '</SCRIPT>'",
      style: 'a::after { content: "</style><i>" }',
      nonce: 'n',
    });
    assert.ok(html.includes("x = '<\\/script><b>'; y = '<\\/SCRIPT>'"));
    assert.ok(html.includes('content: "<\\/style><i>"'));
  });

  it('tells the verdicts without scripts', () => {
    const html = htmlReport(reportOfGaps([]), PAGE);
    const [, text] = /<noscript>(.*)<\/noscript>/.exec(html) ?? [];
    assert.match(text, /<h1>Port readiness of app<\/h1>.*<h2>OSv: redesign, the structure/);
  });
});

function documentIn(html: string): unknown {
  const [, json] = /<script type="application\/json" id="unigap-report">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json);
}

/** Names of all tags, in order: all that could be one, wherever it stands. */
function tagsOf(html: string): string[] {
  return html.match(/<[a-z/!][a-z]*/gi) ?? [];
}
