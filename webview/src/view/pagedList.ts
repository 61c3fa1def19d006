/**
 * A list of which a page is in the document at first and another with each press of the button below it. However long
 * the list, the browser lays out only what was asked for.
 */
import { countText } from '#core/messages/scanText.js';
import { button, element } from './element.js';

export interface PagedListOptions<Item> {
  readonly items: readonly Item[];
  readonly pageSize: number;
  readonly class: string;
  /** What an item is called, in the singular. */
  readonly what: string;
  /** A list item. */
  readonly render: (item: Item, index: number) => HTMLLIElement;
}

export function pagedList<Item>(options: PagedListOptions<Item>): HTMLElement {
  const { items, pageSize, what, render } = options;
  const list = element('ul', { class: options.class });
  if (items.length <= pageSize) {
    list.append(...items.map(render));
    return list;
  }
  let shown = 0;
  const more = button('', { class: 'more' }, () => {
    const first = showPage();
    // The button may be gone; who pressed it goes on at what came.
    (first.querySelector<HTMLElement>('button, summary') ?? first).focus();
  });
  const whole = element('div', { class: 'paged' }, list, more);
  showPage();
  return whole;

  function showPage(): HTMLElement {
    const start = shown;
    shown = Math.min(items.length, shown + pageSize);
    const page = items.slice(start, shown).map((item, i) => render(item, start + i));
    page[0].tabIndex = -1;
    list.append(...page);
    const left = items.length - shown;
    more.textContent =
      left > pageSize
        ? `Show ${pageSize} more of ${countText(items.length, what)}`
        : `Show the other ${left === 1 ? what : countText(left, what)}`;
    more.hidden = left === 0;
    return page[0];
  }
}
