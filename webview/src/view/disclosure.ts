/**
 * A heading that opens and closes what is below it. The content is made when it is first seen.
 */
import { type Child, element } from './element.js';

export interface DisclosureOptions {
  readonly level: 'h3' | 'h4';
  readonly title: readonly Child[];
  readonly isOpen: boolean;
  readonly content: () => Node;
  readonly toggled: (isOpen: boolean) => void;
}

let made = 0;

export function disclosure({ level, title, isOpen, content, toggled }: DisclosureOptions): HTMLElement {
  const id = `content-${made++}`;
  const body = element('div', { class: 'disclosed', id });
  const head = element('button', { type: 'button', class: 'disclosure', 'aria-controls': id }, ...title);
  const set = (open: boolean): void => {
    head.setAttribute('aria-expanded', String(open));
    body.hidden = !open;
    if (open && !body.hasChildNodes()) body.append(content());
  };
  head.addEventListener('click', () => {
    const open = head.getAttribute('aria-expanded') !== 'true';
    set(open);
    toggled(open);
  });
  set(isOpen);
  return element('div', { class: 'group' }, element(level, {}, head), body);
}
