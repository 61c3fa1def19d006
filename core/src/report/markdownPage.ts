/**
 * A page of Markdown of which the length is limited.
 */
import { countText } from '../messages/scanText.js';

/** Lines up to a length; what no longer fits is counted in gaps. */
export class MarkdownPage {
  private readonly lines: string[] = [];
  private length = 0;
  private gapsLeftOut = 0;
  private filesLeftOut = 0;

  constructor(private readonly limit: number) {}

  /** Adds all of the lines or none of them. */
  add(...lines: readonly string[]): boolean {
    const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
    if (this.length + length > this.limit) return false;
    this.lines.push(...lines);
    this.length += length;
    return true;
  }

  /** Adds the lines that tell of so many gaps. */
  addGaps(count: number, ...lines: readonly string[]): void {
    if (!this.add(...lines)) this.gapsLeftOut += count;
  }

  leaveOutGaps(count: number): void {
    this.gapsLeftOut += count;
  }

  addFile(line: string): void {
    if (!this.add(line)) this.filesLeftOut++;
  }

  leaveOutFiles(count: number): void {
    this.filesLeftOut += count;
  }

  text(): string {
    const parts = [
      ...(this.gapsLeftOut > 0 ? [countText(this.gapsLeftOut, 'gap')] : []),
      ...(this.filesLeftOut > 0 ? [countText(this.filesLeftOut, 'file')] : []),
    ];
    if (parts.length > 0) {
      const all = 'the report as HTML or JSON has all';
      this.lines.push('', `_Left out here for its length: ${parts.join(' and ')}; ${all}._`);
    }
    return `${this.lines.join('\n').trim()}\n`;
  }
}
