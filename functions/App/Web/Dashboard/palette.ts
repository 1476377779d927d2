// Colours come from the style sheet, in light and in dark.
const names = ["ink", "quiet", "paper", "line", "accent", "bad", "doubt", "good", "tone-worst", "tone-low", "tone-mid", "tone-high", "tone-none", "heat-low", "heat-high"] as const;

export type Tone = (typeof names)[number];
export type Palette = Readonly<Record<Tone, string>> & { readonly font: string };

export function palette(): Palette {
  const root = getComputedStyle(document.documentElement);
  const colours = Object.fromEntries(names.map((name) => [name, root.getPropertyValue(`--${name}`).trim()]));
  return { ...(colours as Record<Tone, string>), font: getComputedStyle(document.body).fontFamily };
}

/** Calls back when colours change. */
export function onColours(changed: () => void): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}
