/**
 * Texts as they are written, with their arguments put in.
 */
export function untranslated(message: string, ...args: (string | number | boolean)[]): string {
  return message.replace(/\{(\d+)\}/g, (_, index) => String(args[Number(index)]));
}
