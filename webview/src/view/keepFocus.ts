/**
 * Draws a part of the page again and gives the focus back to what takes the place of what had it.
 */
export function keepFocus(container: HTMLElement, draw: () => void): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === container || !container.contains(focused)) {
    draw();
    return;
  }
  const name = nameOf(focused);
  const sameName = (): HTMLElement[] =>
    [...container.querySelectorAll<HTMLElement>(focused.tagName)].filter((one) => nameOf(one) === name);
  const position = sameName().indexOf(focused);
  draw();
  const candidates = sameName();
  (candidates[position] ?? candidates[0] ?? container).focus({ preventScroll: true });
}

/** What tells a control from others of its kind, from drawing to drawing. */
function nameOf(one: HTMLElement): string {
  const value = one instanceof HTMLInputElement ? one.value : '';
  return `${one.className} ${one.getAttribute('aria-label') ?? ''} ${value} ${one.textContent}`;
}
