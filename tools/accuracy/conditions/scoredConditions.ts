/**
 * The conditions that were asked, their scores by target, and the errors among them with the judge's reasons.
 */
import type { Truth } from '#core/guards/decision.js';
import type { AskedTruths } from './askedTruths.js';
import {
  type Answer,
  JUDGED_TARGETS,
  type JudgedCondition,
  type JudgedTarget,
  placeText,
} from './judgedCondition.js';
import { OUTCOMES, type Outcome, outcomeOf, Score } from './score.js';

const TEXT_WIDTH = 44;
const FIGURE_WIDTH = 12;

const OUTCOME_TEXTS: Readonly<Record<Outcome, string>> = {
  right: 'right',
  opposite: 'decided, but the other way round',
  'not decided': 'not decided, but can be',
  'not decidable': 'decided, but hangs on the builder',
};

type Scores = ReadonlyMap<JudgedTarget, Score>;

export class ScoredConditions {
  size = 0;
  /** Of the directives themselves; what the bar is for. */
  readonly own: Scores = newScores();
  /** Of what stands around them, where something does. */
  readonly enclosing: Scores = newScores();
  private readonly errors: string[] = [];

  add(condition: JudgedCondition, asked: AskedTruths): void {
    this.size++;
    for (const target of JUDGED_TARGETS) {
      const { answer, option, reasoning, enclosing } = condition[target];
      const { own, enclosing: askedEnclosing } = asked[target];
      const reason = option === undefined ? reasoning : `${reasoning} (${option})`;
      this.addOne(this.own, target, own, answer, `${placeText(condition)}\n  ${condition.condition}`, reason);
      if (enclosing === undefined) continue;
      const around = `${placeText(condition)}, what stands around`;
      this.addOne(this.enclosing, target, askedEnclosing ?? 'true', enclosing, around, reason);
    }
  }

  /** Each error: the place, what was asked and judged, and why. */
  errorText(): string {
    return this.errors.map((error) => `${error}\n`).join('');
  }

  table(): string {
    const row = (text: string, figures: readonly string[]): string =>
      `${text.padEnd(TEXT_WIDTH)}${figures.map((figure) => figure.padStart(FIGURE_WIDTH)).join('')}\n`;
    const rows = (scores: Scores): string =>
      OUTCOMES.map((outcome) =>
        row(
          `  ${OUTCOME_TEXTS[outcome]}`,
          [...scores.values()].map((score) => String(score.count(outcome))),
        ),
      ).join('') +
      row(
        '  right over all',
        [...scores.values()].map((score) => score.rightShare.toFixed(4)),
      );
    return [
      row('', JUDGED_TARGETS),
      'Conditions\n',
      rows(this.own),
      'What stands around them, where something does\n',
      rows(this.enclosing),
    ].join('');
  }

  private addOne(
    scores: Scores,
    target: JudgedTarget,
    asked: Truth,
    judged: Answer,
    place: string,
    reason: string,
  ): void {
    const outcome = outcomeOf(asked, judged);
    scores.get(target)?.add(outcome);
    if (outcome === 'right') return;
    this.errors.push(`${target}: ${asked}, judged ${judged}: ${place}\n  ${reason}`);
  }
}

function newScores(): Scores {
  return new Map(JUDGED_TARGETS.map((target) => [target, new Score()]));
}
