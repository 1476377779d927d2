// Notes of an answer, the dossiers that they name made links to their reports, and when it changed last.
import { element } from "./elements";

const named = /(hồ sơ )([a-z0-9]+(?:-[a-z0-9]+)*-\d{4}-[a-z0-9-]+)/g;

const moment = new Intl.DateTimeFormat("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** When what is shown changed last; nothing where it never did. */
export const lastChange = (asOf: string): readonly string[] => (new Date(asOf).getTime() > 0 ? [`Số liệu thay đổi lần cuối: ${moment.format(new Date(asOf))}.`] : []);

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
