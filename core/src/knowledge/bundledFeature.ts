/**
 * A feature of the bundle. Only its id is there from the start: thousands are made at every start, and few are
 * asked for more.
 */
import type { Bundle } from './bundle.js';
import type { Feature } from './knowledge.js';
import type { FeatureKind } from './schema.generated.js';

export class BundledFeature implements Feature {
  /** One text for all uses of the feature. */
  private nameOnce: string | undefined;

  constructor(
    readonly id: string,
    /** Number in the order of the bundle. */
    readonly number: number,
    private readonly bundle: Bundle,
  ) {}

  get kind(): FeatureKind {
    return this.id.slice(0, this.id.indexOf('/')) as FeatureKind;
  }

  get name(): string {
    this.nameOnce ??= this.nameOfId();
    return this.nameOnce;
  }

  get scope(): string | undefined {
    const end = this.scopeEnd;
    return end < 0 ? undefined : this.id.slice(this.id.indexOf('/') + 1, end);
  }

  get family(): string {
    return this.bundle.families[this.bundle.familyOf[this.number]][0];
  }

  get header(): string | undefined {
    return this.bundle.headers[this.bundle.headerOf[this.number]];
  }

  get standards(): readonly string[] {
    return this.bundle.standards[this.bundle.standardsOf[this.number]] ?? NONE;
  }

  get note(): string | undefined {
    return this.bundle.slugs[this.bundle.noteOf[this.number]];
  }

  private nameOfId(): string {
    const kindEnd = this.id.indexOf('/');
    if (this.kind === 'path') return this.id.slice(kindEnd);
    return this.id.slice(Math.max(kindEnd, this.scopeEnd) + 1);
  }

  private get scopeEnd(): number {
    return this.kind === 'flag' ? this.id.indexOf('/', this.id.indexOf('/') + 1) : -1;
  }
}

const NONE: readonly string[] = [];
