/**
 * Decides the conditions of BSD makefiles as far as lists of headers depend on them.
 */

/** Variables of the build whose headers are listed: x86-64, target `includes`, defaults of `bsd.own.mk`. */
export const BUILD_VARIABLES: Readonly<Record<string, string>> = {
  MACHINE: 'amd64',
  MACHINE_ARCH: 'x86_64',
  MACHINE_CPU: 'x86_64',
  MKIPFILTER: 'yes',
  MKISCSI: 'yes',
  MKKMOD: 'yes',
  MKRUMP: 'yes',
};

const TARGET = 'includes';

/** Whether a condition holds; `undefined` where it asks for something that is not known here. */
export function conditionHolds(condition: string): boolean | undefined {
  const text = withoutParentheses(condition.trim());
  const alternatives = splitOutside(text, '||');
  if (alternatives.length > 1) return anyOf(alternatives.map(conditionHolds));
  const parts = splitOutside(text, '&&');
  if (parts.length > 1) return inverse(anyOf(parts.map((part) => inverse(conditionHolds(part)))));
  const target = /^make\((\w+)\)$/.exec(text);
  if (target) return target[1] === TARGET;
  const comparison = /^(\S+)\s*(==|!=)\s*(\S+)$/.exec(text);
  if (!comparison) return undefined;
  const [left, right] = [operandValue(comparison[1]), operandValue(comparison[3])];
  if (left === undefined || right === undefined) return undefined;
  return (left === right) === (comparison[2] === '==');
}

/** Opposite of an answer that may be unknown. */
export function inverse(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

function anyOf(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

function operandValue(operand: string): string | undefined {
  const variable = /^"?\$\{(\w+)\}"?$/.exec(operand);
  if (variable) return BUILD_VARIABLES[variable[1]];
  return operand.includes('$') ? undefined : operand.replace(/^"(.*)"$/, '$1');
}

/** Takes off parentheses around the whole. */
function withoutParentheses(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  const inner = text.slice(1, -1);
  return /[()]/.test(inner) ? text : inner.trim();
}

function splitOutside(text: string, operator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    else if (depth === 0 && text.startsWith(operator, at)) {
      parts.push(text.slice(start, at));
      start = at + operator.length;
      at = start - 1;
    }
  }
  return [...parts, text.slice(start)];
}
