/** Macros that an expression asks for; operators (`defined`) are left out. */
export function namesIn(expression: string): string[] {
  return (expression.match(/(?<!\w)[A-Za-z_]\w*/g) ?? []).filter(
    (name) => !/^(?:defined|__has_\w+)$/.test(name),
  );
}
