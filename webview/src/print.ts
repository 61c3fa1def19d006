/**
 * On paper nothing can be opened: what is closed is opened for printing and closed again.
 */
export function openForPrint(window: Window): void {
  let opened: HTMLElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = [...window.document.querySelectorAll<HTMLElement>('.disclosure[aria-expanded="false"]')];
    for (const one of opened) one.click();
  });
  window.addEventListener('afterprint', () => {
    for (const one of opened) one.click();
    opened = [];
  });
}
