/**
 * The code of a porting note's recipe, as it can stand within a comment.
 */

/** Lines of the first piece of C in the recipe; undefined if there is none. */
export function recipeCode(note: string): string[] | undefined {
  const recipe = /^## Recipe$([\s\S]*?)(?=^## )/m.exec(note)?.[1] ?? '';
  const code = /^```c\n([\s\S]*?)^```$/m.exec(recipe)?.[1];
  // A comment would end the one that the code stands in.
  return code?.trimEnd().replace(COMMENT, '// $1').split('\n');
}

/** Comments that end their line. */
const COMMENT = /\/\*[ \t]*(.*?)[ \t]*\*\/[ \t]*$/gm;
