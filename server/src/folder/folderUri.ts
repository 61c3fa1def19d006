/**
 * Paths in a folder and their URIs. Editors escape characters in different ways, so URIs are compared without escapes.
 */
export class FolderUri {
  /** Ends in a slash. */
  readonly uri: string;
  private readonly plain: string;

  constructor(uri: string) {
    this.uri = uri.endsWith('/') ? uri : `${uri}/`;
    this.plain = unescaped(this.uri);
  }

  equals(other: FolderUri): boolean {
    return this.plain === other.plain;
  }

  /** Name for readers. */
  get name(): string {
    return this.plain.slice(0, -1).split('/').at(-1) || this.plain;
  }

  /** Relative path of a URI below the folder, with forward slashes; undefined for any other. */
  pathOf(uri: string): string | undefined {
    const plain = unescaped(uri);
    return plain.startsWith(this.plain) ? plain.slice(this.plain.length) : undefined;
  }

  uriOf(path: string): string {
    return this.uri + path.split('/').map(encodeURIComponent).join('/');
  }
}

/** A URI with a stray percent sign is taken as it is. */
function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
