/**
 * A list of which a page is in the document at first and another with each press of the button below it. However long
 * the list, the browser lays out only what was asked for.
 */
import { countText } from '#core/messages/scanText.js';
import { button, element } from './element.js';
import type { ViewMemory } from './viewMemory.js';

export interface PagedListOptions<Item> {
  /** Stays the same from drawing to drawing. */
  readonly key: string;
  readonly items: readonly Item[];
  readonly pageSize: number;
  readonly class: string;
  /** What an item is called, in the singular. */
  readonly what: string;
  readonly memory: ViewMemory;
  readonly render: (item: Item) => HTMLLIElement;
}

export function pagedList<Item>(options: PagedListOptions<Item>): HTMLElement {
  const { key, items, pageSize, what, memory, render } = options;
  const list = element('ul', { class: options.class });
  if (items.length <= pageSize) {
    list.append(...items.map(render));
    return list;
  }
  let shown = 0;
  const more = button('', { class: 'more' }, () => {
    const first = show(shown + pageSize);
    memory.setShown(key, shown);
    // The button may be gone; who pressed it goes on at what came.
    (first.querySelector<HTMLElement>('button, summary') ?? first).focus();
  });
  show(memory.shownOf(key, pageSize));
  return element('div', { class: 'paged' }, list, more);

  /** Adds items up to a number; returns the first of them. */
  function show(count: number): HTMLElement {
    const added = items.slice(shown, count).map(render);
    shown += added.length;
    added[0].tabIndex = -1;
    list.append(...added);
    const left = items.length - shown;
    more.textContent =
      left > pageSize
        ? `Show ${pageSize} more of ${countText(items.length, what)}`
        : `Show the other ${left === 1 ? what : countText(left, what)}`;
    more.hidden = left === 0;
    return added[0];
  }
}
