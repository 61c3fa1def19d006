/**
 * A bar of parts side by side. It repeats numbers that stand in text beside it, so screen readers pass over it.
 */
import { element } from './element.js';

export interface BarPart {
  /** Class that gives the color. */
  readonly class: string;
  readonly size: number;
}

/** @param whole the size that fills the bar. */
export function stackedBar(parts: readonly BarPart[], whole: number): HTMLElement {
  const bar = element('div', { class: 'bar', 'aria-hidden': 'true' });
  for (const part of parts) {
    if (part.size === 0) continue;
    const segment = element('span', { class: `segment ${part.class}` });
    segment.style.width = `${(100 * part.size) / Math.max(1, whole)}%`;
    bar.append(segment);
  }
  return bar;
}
