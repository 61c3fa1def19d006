/**
 * Many buttons as one stop of the tab key; arrow keys, Home and End move among them.
 */
export function roving(container: HTMLElement, selector: string): void {
  const buttons = (): HTMLElement[] => [...container.querySelectorAll<HTMLElement>(selector)];
  let current: HTMLElement | undefined;
  const settle = (to: HTMLElement | undefined): void => {
    current = to;
    for (const one of buttons()) one.tabIndex = one === to ? 0 : -1;
  };
  settle(buttons()[0]);
  container.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.matches(selector) && target !== current) settle(target);
  });
  container.addEventListener('keydown', (event) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(selector)) return;
    const all = buttons();
    const to = moved(event.key, all.indexOf(event.target), all.length);
    if (to === undefined) return;
    event.preventDefault();
    all[to].focus();
  });
  // What is added later is reached by arrow keys too.
  new MutationObserver(() => settle(current ?? buttons()[0])).observe(container, {
    childList: true,
    subtree: true,
  });
}

function moved(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, from + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
