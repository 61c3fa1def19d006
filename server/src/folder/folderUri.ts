/**
 * Paths in a folder and their URIs. Editors escape characters in different ways, so URIs are compared without escapes.
 */
export class FolderUri {
  /** Ends in a slash. */
  readonly uri: string;
  private readonly plain: string;

  constructor(uri: string) {
    this.uri = uri.endsWith('/') ? uri : `${uri}/`;
    this.plain = plainUri(this.uri);
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
    const plain = plainUri(uri);
    return plain.startsWith(this.plain) ? plain.slice(this.plain.length) : undefined;
  }

  uriOf(path: string): string {
    return this.uri + path.split('/').map(escaped).join('/');
  }
}

/**
 * The folder of a document whose URI says too little of its place or language (`untitled:Untitled-1`): the document is
 * all that is in it.
 */
export class DocumentFolderUri extends FolderUri {
  /** @param path of the document, which says by its end what language it is in. */
  constructor(
    private readonly document: string,
    private readonly path: string,
  ) {
    super(document);
  }

  override pathOf(uri: string): string | undefined {
    return plainUri(uri) === plainUri(this.document) ? this.path : undefined;
  }

  override uriOf(path: string): string {
    return path === this.path ? this.document : super.uriOf(path);
  }
}

/** As VS Code does it, which is more than `encodeURIComponent`: clients may compare URIs as texts. */
function escaped(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** To compare URIs by, however they are escaped. One with a stray percent sign is taken as it is. */
export function plainUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
