/**
 * The statements of one target: finds the one that holds for a version and options. Lists are decoded when they
 * are first asked for.
 */
import { type BundleTarget, decodeStatements, decodeSubstitutes, type Substitutes } from './bundle.js';
import type { BundledFeature } from './bundledFeature.js';
import { relatedStatement } from './relatedStatement.js';
import type { Statement, Substitute } from './schema.generated.js';
import { holdsFor, type TargetSpec } from './targetSpec.js';

export class TargetStatements {
  private substitutes: Substitutes | undefined;
  private readonly decoded: (readonly Statement[] | undefined)[] = [];
  /** By version and options, then by feature. */
  private readonly answers = new Map<string, Map<number, Statement | undefined>>();

  constructor(
    private readonly target: BundleTarget,
    private readonly features: ReadonlyMap<string, BundledFeature>,
    /** System calls that a function makes; `undefined` where that is not known. */
    private readonly callsOf: (functionName: string) => readonly string[] | undefined,
  ) {}

  /** All statements for a feature, in their order. */
  all(feature: BundledFeature): readonly Statement[] {
    const list = this.target.listOf[feature.number];
    return list < 0 ? [] : this.list(list);
  }

  /** The statement that holds; remembered. */
  holding(spec: TargetSpec, feature: BundledFeature): Statement | undefined {
    const { number } = feature;
    const key = `${spec.version}+${spec.options.join('+')}`;
    let answers = this.answers.get(key);
    if (!answers) {
      answers = new Map();
      this.answers.set(key, answers);
    }
    if (!answers.has(number)) answers.set(number, this.find(spec, feature));
    return answers.get(number);
  }

  /** What does the job of a debugging tool. */
  substitute(featureId: string): Substitute | undefined {
    this.substitutes ??= decodeSubstitutes(this.target.substitutes);
    return Object.hasOwn(this.substitutes, featureId) ? this.substitutes[featureId] : undefined;
  }

  private find(spec: TargetSpec, feature: BundledFeature): Statement | undefined {
    const fits = this.all(feature).filter((one) => holdsFor(this.target.info, spec.version, one));
    const chosen = fits.find((one) => one.option !== undefined && spec.options.includes(one.option));
    if (chosen) return chosen;
    const through = spec.options.find((option) => this.target.info.options[option]?.throughSystemCalls);
    if (through !== undefined && feature.kind === 'function')
      return this.throughCalls(spec, feature, through);
    return fits.find((one) => one.option === undefined) ?? this.missing(feature);
  }

  private throughCalls(spec: TargetSpec, feature: BundledFeature, option: string): Statement | undefined {
    const calls = this.callsOf(feature.name);
    if (!calls) return undefined;
    if (calls.length === 0) {
      return {
        option,
        cases: [{ behaviour: 'supported' }],
        note: 'Part of glibc, which the program brings along; no system call is behind it.',
        evidence: [...(this.target.info.options[option].evidence ?? [])],
      };
    }
    const related = relatedStatement(feature.name, calls, (call) => {
      const known = this.features.get(`syscall/${call}`);
      return known && this.holding(spec, known);
    });
    return related && { ...related, option };
  }

  /** The list of what exists covers what standards name, not every name that some system has. */
  private missing(feature: BundledFeature): Statement | undefined {
    const { absent, info } = this.target;
    const list = absent[feature.kind];
    if (list === undefined || feature.standards.length === 0) return undefined;
    return info.complete.includes(feature.kind) ? this.list(list)[0] : undefined;
  }

  private list(number: number): readonly Statement[] {
    this.decoded[number] ??= decodeStatements(this.target.lists[number], this.target.texts);
    return this.decoded[number];
  }
}
