// Notes of an answer, the dossiers that they name made links to their reports.
import { element } from "./elements";

const named = /(hồ sơ )([a-z0-9]+(?:-[a-z0-9]+)*-\d{4}-[a-z0-9-]+)/g;

export function noteOf(note: string): readonly (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let from = 0;
  for (const found of note.matchAll(named)) {
    const [, before, dossier] = found as unknown as readonly [string, string, string];
    pieces.push(note.slice(from, found.index) + before, element("a", { href: `/dossiers/${dossier}/report` }, dossier));
    from = found.index + found[0].length;
  }

  return [...pieces, note.slice(from)];
}
