import assert from 'node:assert/strict';
import type { BuildMacros } from '#core/guards/sources/userDefines.js';
import { effectText, settingsText } from '#core/messages/optionText.js';
import { assumedDocument } from '#core/options/assumedDocument.js';
import { effectsOfDocument, effectsOfReport } from '#core/options/effectsOf.js';
import { leastSettings, type Settings } from '#core/options/hang.js';
import { macrosOf } from '#core/options/hangFinder.js';
import { type Report, reportOf } from '#core/report/report.js';
import { type ReportDocument, reportDocument } from '#core/report/reportDocument.js';
import { builtReport } from '../support/builtScan.js';
import { shippedKnowledge, targetOf } from '../support/knowledge.js';
import { scanFiles } from '../support/scan.js';

type Files = Readonly<Record<string, string>>;

async function reportFor(files: Files, defines: BuildMacros = {}): Promise<Report> {
  return reportOf(await scanFiles(files), shippedKnowledge(), {
    targets: [targetOf('osv'), targetOf('rumprun')],
    minSeverity: 'information',
    definesFor: () => defines,
  });
}

function documentOf(report: Report): ReportDocument {
  return reportDocument(report, shippedKnowledge(), ['app'], (path) => ({ root: 0, path }));
}

/** What options would add, a line each, as the report tells them. */
async function effectLines(files: Files): Promise<string[]> {
  const report = await reportFor(files);
  const document = documentOf(report);
  const effects = effectsOfReport(report, shippedKnowledge());
  assert.deepEqual(effectsOfDocument(document), effects, 'document and report tell the same');
  return effects.map((effect) => `${settingsText(effect.settings)}: ${effectText(effect, document.targets)}`);
}

const inFunction = (statements: string): string => `int f(int x, void *p) {\n${statements}\n}\n`;

const SOURCES: Readonly<Record<string, Files>> = {
  'one option': { 'a.c': inFunction('#ifdef USE_X\nfork();\n#endif') },
  'an option that is off': { 'a.c': inFunction('#ifndef USE_X\nfork();\n#else\ngetppid();\n#endif') },
  'options that count together': { 'a.c': inFunction('#if defined(USE_X) && USE_Y\nfork();\n#endif') },
  'options that count one by one': { 'a.c': inFunction('#if defined(USE_X) || USE_Y\nfork();\n#endif') },
  'an option behind a switch of a header': {
    'config.h': '#ifdef USE_X\n#define SPAWNS 1\n#endif\n',
    'a.c': `#include "config.h"\n${inFunction('#if SPAWNS\nfork();\nvfork();\n#endif')}`,
  },
  'an option for one target': { 'a.c': inFunction('#if defined(__linux__) && USE_X\nfork();\n#endif') },
  'what does not hang on options': {
    'a.c': inFunction('fork();\nsetuid(x);\n#ifdef USE_X\nfork();\n#endif'),
  },
  'more options than are tried': {
    'a.c': inFunction('#if USE_A && USE_B && USE_C && USE_D\nfork();\n#endif'),
  },
};

describe('core: options of the build', () => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    'one option': ['with USE_X: 1 more gap, a blocker; OSv: redesign; Rumprun: redesign'],
    'an option that is off': [
      'without USE_X: 1 more gap, a blocker; OSv: redesign; Rumprun: redesign',
      'with USE_X: 1 more gap; OSv: configure',
    ],
    'options that count together': [
      'with USE_X and USE_Y: 1 more gap, a blocker; OSv: redesign; Rumprun: redesign',
    ],
    'options that count one by one': [
      'with USE_X: 1 more gap, a blocker; OSv: redesign; Rumprun: redesign',
      'with USE_Y: 1 more gap, a blocker; OSv: redesign; Rumprun: redesign',
    ],
    'an option behind a switch of a header': [
      'with USE_X: 2 more gaps, all of them blockers; OSv: redesign; Rumprun: redesign',
    ],
    'an option for one target': ['with USE_X: 1 more gap, a blocker; OSv: redesign'],
    'what does not hang on options': ['with USE_X: 1 more gap, a blocker'],
    'more options than are tried': [],
  };
  for (const [what, files] of Object.entries(SOURCES)) {
    it(`tells what they add: ${what}`, async () => {
      assert.deepEqual(await effectLines(files), expected[what]);
    });
  }

  for (const [what, files] of Object.entries(SOURCES)) {
    it(`a report under an assumption is that of a build with it: ${what}`, async () => {
      const report = await reportFor(files);
      const document = documentOf(report);
      for (const settings of settingsIn(document)) {
        const built = documentOf(await reportFor(files, macrosOf(settings)));
        assert.deepEqual(told(assumedDocument(document, settings)), told(built), [...settings].join());
      }
    });
  }

  it('tells what options change where a build is known, too', async () => {
    const files = {
      'a.c': `#include "switches.h"\n${inFunction('#if SPAWNS\nfork();\n#endif\n#ifdef USE_Y\nvfork();\n#endif')}`,
      'b.c': '#ifdef USE_X\n#include "part.inc"\n#endif\n',
      'part.inc': inFunction('fork();'),
      'switches.h': '#ifdef USE_X\n#define SPAWNS 1\n#endif\n',
    };
    const reportWith = (macros: BuildMacros): Promise<Report> =>
      builtReport(files, {
        commands: { 'a.c': 'cc', 'b.c': 'cc' },
        project: { defines: { rumprun: macros } },
      });
    const document = documentOf(await reportWith({}));
    const ways = settingsIn(document);
    assert.equal(ways.length, 9);
    for (const settings of ways) {
      const built = documentOf(await reportWith(macrosOf(settings)));
      assert.deepEqual(told(assumedDocument(document, settings)), told(built), [...settings].join());
    }
  });

  it('leaves a report as it is where nothing is assumed', async () => {
    const document = documentOf(await reportFor(SOURCES['one option']));
    assert.equal(assumedDocument(document, new Map()), document);
  });

  it('finds the fewest settings, and all of equal number', () => {
    // Ways: -, A, !A, B, AB, !AB, !B, A!B, !A!B.
    const hang = { options: ['A', 'B'], truths: 'uuuutuutu' };
    assert.deepEqual(
      leastSettings(hang).map((settings) => [...settings].join(' ')),
      ['A,on B,on', 'A,on B,off'],
    );
  });
});

/** Every way to set the options of a report, one by one and with each other. */
function settingsIn({ gaps }: ReportDocument): Settings[] {
  const hangs = gaps.flatMap(({ targets }) => targets.flatMap(({ open }) => open?.hang ?? []));
  const options = [...new Set(hangs.filter(({ truths }) => truths !== '').flatMap((hang) => hang.options))];
  let all: Settings[] = [new Map()];
  for (const option of options) {
    all = all.flatMap((settings) => [
      settings,
      new Map([...settings, [option, 'on'] as const]),
      new Map([...settings, [option, 'off'] as const]),
    ]);
  }
  return all;
}

/** What of a document hangs on the options. */
function told({ gaps, targets }: ReportDocument): object {
  return {
    gaps: gaps.map(({ line, feature, severity, tags, targets: on }) => ({
      at: `${line} ${feature}`,
      severity,
      tags,
      on: on.map(({ target, severity: one }) => `${target} ${one}`).sort(),
    })),
    targets: targets.map(({ least, most, because, unless }) => ({ least, most, because, unless })),
  };
}
