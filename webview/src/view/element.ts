/**
 * The one way to make elements. Text becomes text nodes and attributes are set one by one, so nothing that a program
 * names is ever read as markup.
 */
export type Child = Node | string | undefined;

/** @param attributes by name, `class` among them; true is an attribute without a value, false and undefined none. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  }
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}

export function button(
  name: string,
  attributes: Readonly<Record<string, string | boolean | undefined>>,
  press: () => void,
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, name);
  made.addEventListener('click', press);
  return made;
}
