/**
 * A place in the source: in an editor a button that opens the line, elsewhere text.
 */
import type { GapDocument } from '#core/report/gapDocument.js';
import { lineText, placeText } from '#core/report/placeText.js';
import { button, element } from './element.js';
import type { Scene } from './scene.js';

/** @param withPath false below a heading that names the file. */
export function place(gap: GapDocument, withPath: boolean, scene: Scene): HTMLElement {
  const whole = placeText(gap, scene.table.document.roots);
  const text = withPath ? whole : lineText(gap);
  const { editor } = scene;
  if (!editor) return element('code', { class: 'place' }, text);
  const { root, path, line, column } = gap;
  return button(text, { class: 'place', ...(withPath ? {} : { 'aria-label': whole }) }, () =>
    editor.send({ type: 'open', root, path, line, column }),
  );
}
