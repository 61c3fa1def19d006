/**
 * The folders of the workspace. A file that is in none of them is analyzed in a folder of its own, with the other
 * open files beside it.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { sourceLanguage } from '#core/scan/language.js';
import { Folder, type FolderOptions } from './folder/folder.js';
import { DocumentFolderUri, FolderUri } from './folder/folderUri.js';
import type { Settings } from './protocol.js';

export interface Place {
  readonly folder: Folder;
  readonly path: string;
}

export class Folders {
  private listed: Folder[] = [];
  private readonly loose = new Map<string, Folder>();

  constructor(
    private readonly shared: Omit<FolderOptions, 'folder' | 'isListed' | 'settings'>,
    private settings: Settings,
  ) {}

  /** The folders of the workspace, in their order. */
  get all(): readonly Folder[] {
    return this.listed;
  }

  /** Those, and the folders of files outside of them. */
  get withLoose(): readonly Folder[] {
    return [...this.listed, ...this.loose.values()];
  }

  setSettings(settings: Settings): void {
    this.settings = settings;
  }

  add(uri: string): Folder {
    const folder = this.make(new FolderUri(uri), true);
    this.listed.push(folder);
    this.tellInner();
    // Files that were opened before their folder was known belong to it now.
    for (const inside of [...this.loose.keys()]) {
      if (folder.uri.pathOf(inside) !== undefined) this.loose.delete(inside);
    }
    return folder;
  }

  remove(uri: string): void {
    const gone = new FolderUri(uri);
    this.listed = this.listed.filter((folder) => !folder.uri.equals(gone));
    this.tellInner();
  }

  /** Where a file belongs: to the innermost folder. Undefined for a file outside of the workspace that is not open. */
  find(uri: string): Place | undefined {
    return this.findAll(uri)[0];
  }

  /** The folders that a file is in, which may be inside of each other; the innermost one first. */
  findAll(uri: string): Place[] {
    return this.withLoose
      .flatMap((folder): Place[] => {
        const path = folder.uri.pathOf(uri);
        return path === undefined ? [] : [{ folder, path }];
      })
      .sort((a, b) => a.path.length - b.path.length);
  }

  /** Where an open file belongs; makes a folder for one outside of the workspace. */
  place(document: TextDocument): Place {
    if (this.isAlone(document)) return this.placeAlone(document);
    const found = this.find(document.uri);
    if (found) return found;
    const uri = new FolderUri(document.uri.slice(0, document.uri.lastIndexOf('/') + 1));
    const folder = this.make(uri, false);
    this.loose.set(uri.uri, folder);
    return { folder, path: uri.pathOf(document.uri) ?? document.uri };
  }

  /** Whether the URI of a document says too little: nothing of a folder, or, in none that is listed, nothing of C. */
  private isAlone({ uri, languageId }: TextDocument): boolean {
    if (!uri.includes('/')) return true;
    const isUnnamed = !sourceLanguage(uri) && sourceLanguage(sourceName(uri, languageId)) !== undefined;
    return isUnnamed && !this.listed.some((folder) => folder.uri.pathOf(uri) !== undefined);
  }

  /** Such a document has a folder of its own. */
  private placeAlone({ uri, languageId }: TextDocument): Place {
    const path = sourceName(uri.slice(Math.max(uri.indexOf(':'), uri.lastIndexOf('/')) + 1), languageId);
    const known = this.loose.get(uri);
    // Another language makes another path of it.
    if (known?.uri.pathOf(uri) === path) return { folder: known, path };
    const folder = this.make(new DocumentFolderUri(uri, path), false);
    this.loose.set(uri, folder);
    return { folder, path };
  }

  /** Tells each folder which others are inside of it. */
  private tellInner(): void {
    for (const folder of this.listed) {
      folder.innerPaths = this.listed.flatMap(({ uri }) => folder.uri.pathOf(uri.uri) || []);
    }
  }

  private make(folder: FolderUri, isListed: boolean): Folder {
    return new Folder({ ...this.shared, folder, isListed, settings: this.settings });
  }
}

/** A name that says what language it is in: the editor's word counts where the name says nothing. */
function sourceName(name: string, languageId: string): string {
  if (sourceLanguage(name)) return name;
  return languageId === 'cpp' ? `${name}.cpp` : languageId === 'c' ? `${name}.c` : name;
}
