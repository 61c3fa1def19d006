/**
 * What the reader has opened, closed and asked more of. It outlives what is drawn: a filter or a newer report draws
 * the lists again.
 */
export class ViewMemory {
  private readonly open = new Map<string, boolean>();
  private readonly shown = new Map<string, number>();

  isOpen(key: string, byDefault: boolean): boolean {
    return this.open.get(key) ?? byDefault;
  }

  setOpen(key: string, isOpen: boolean): void {
    this.open.set(key, isOpen);
  }

  /** How many items of a list are drawn. */
  shownOf(key: string, byDefault: number): number {
    return this.shown.get(key) ?? byDefault;
  }

  setShown(key: string, count: number): void {
    this.shown.set(key, count);
  }
}
