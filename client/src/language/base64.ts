/**
 * Bytes in base64, for both hosts: a browser has no `Buffer`.
 */

/** `String.fromCharCode` takes as many arguments as the stack holds. */
const CHUNK = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode.apply(null, bytes.subarray(start, start + CHUNK) as unknown as number[]);
  }
  return btoa(text);
}
