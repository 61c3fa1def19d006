/**
 * Addresses of feature pages: `unigap:/function/fork.md` is the page of `function/fork`.
 */
export const PAGE_SCHEME = 'unigap';

const ENDING = '.md';

/** Path of the page's address, not yet encoded. */
export function pagePath(feature: string): string {
  return `/${feature}${ENDING}`;
}

/** The feature whose page has this path, or undefined if it is no page's. */
export function featureOfPath(path: string): string | undefined {
  return path.startsWith('/') && path.endsWith(ENDING) ? path.slice(1, -ENDING.length) : undefined;
}
