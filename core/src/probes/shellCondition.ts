/**
 * Conditions of a shell that compare variables with yes or no.
 */
export interface VariableCondition {
  readonly variable: string;
  /** Whether it holds where the variable says yes, not where it says no. */
  readonly isYes: boolean;
}

/** What all has to hold; undefined for a condition of another form. */
export function conditionsOf(condition: string): readonly VariableCondition[] | undefined {
  if (/\|\||\s-o\s|`|\$\(/.test(condition)) return undefined;
  const conditions: VariableCondition[] = [];
  for (const part of condition.split(/&&|\s-a\s/)) {
    const one = comparison(part.trim());
    if (!one) return undefined;
    conditions.push(one);
  }
  return conditions;
}

function comparison(text: string): VariableCondition | undefined {
  const match =
    /^(?:test|\[+)?\s*["']?[xX_]?\$\{?(\w+)\}?["']?\s*(==?|!=|-eq|-ne)\s*["']?[xX_]?(yes|no|true|false|1|0)?["']?\s*\]*\s*(?:;.*)?$/.exec(
      text,
    );
  if (!match) return undefined;
  const [, variable, operator, value = ''] = match;
  if (value === '') return undefined;
  const isEqual = operator !== '!=' && operator !== '-ne';
  return { variable, isYes: isEqual === /^(?:yes|true|1)$/.test(value) };
}
