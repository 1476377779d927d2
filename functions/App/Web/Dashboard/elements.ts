// Makes elements. Text only ever becomes text, never markup.
type Child = Node | string | undefined | false;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(key, value === true ? "" : String(value));
  }

  for (const child of children) if (child) made.append(child);
  return made;
}

/** Does something on an ordinary click and leaves a click that opens a tab to the browser. */
export function onFollow(link: HTMLAnchorElement, follow: () => void): HTMLAnchorElement {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    follow();
  });
  return link;
}
