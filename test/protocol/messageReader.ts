/**
 * The framing of the protocol: a header that tells the number of bytes, an empty line, JSON.
 */

export class MessageReader {
  readonly #receive: (message: unknown) => void;
  #bytes = Buffer.alloc(0);

  constructor(receive: (message: unknown) => void) {
    this.#receive = receive;
  }

  /** Takes the bytes in pieces as they come. */
  read(chunk: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    for (;;) {
      const headerEnd = this.#bytes.indexOf('\r\n\r\n');
      if (headerEnd < 0) return;
      const header = this.#bytes.toString('latin1', 0, headerEnd);
      const length = Number(/^Content-Length: (\d+)$/im.exec(header)?.[1]);
      // A server that prints something else to standard output breaks every client.
      if (Number.isNaN(length)) throw new Error(`no header of a message: ${header}`);
      const start = headerEnd + 4;
      if (this.#bytes.length < start + length) return;
      const message = this.#bytes.toString('utf8', start, start + length);
      this.#bytes = this.#bytes.subarray(start + length);
      this.#receive(JSON.parse(message));
    }
  }
}

export function messageBytes(message: object): Buffer {
  const content = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${content.length}\r\n\r\n`), content]);
}
