/**
 * Entry of the page that shows a port-readiness report, in VS Code or as a file of its own.
 */
import type { GapDocument } from '#core/report/gapDocument.js';
import type { ReportDocument } from '#core/report/reportDocument.js';
import { currentHost, documentInFile, type Editor } from './host.js';
import { openForPrint } from './print.js';
import { Page } from './view/page.js';

const host = currentHost();
const page = new Page(document.body, host);
openForPrint(window);
if (host.editor) {
  receiveReports(host.editor);
} else {
  const report = documentInFile();
  if (report) page.show(report);
  else page.say('There is no report in this file.');
}

/** A report comes in pieces, so that a long one holds nobody up; it is shown when it is whole. */
function receiveReports(editor: Editor): void {
  let coming: { document: ReportDocument; gaps: GapDocument[] } | undefined;
  page.say('Scanning the workspace ...');
  editor.listen((message) => {
    switch (message.type) {
      case 'report':
        coming = { document: message.document, gaps: [...message.document.gaps] };
        if (!page.isShown) page.say('Reading the report ...');
        break;
      case 'gaps':
        for (const gap of message.gaps) coming?.gaps.push(gap);
        break;
      case 'done':
        if (coming) page.show({ ...coming.document, gaps: coming.gaps });
        coming = undefined;
        page.say('');
    }
  });
  editor.send({ type: 'ready' });
}
