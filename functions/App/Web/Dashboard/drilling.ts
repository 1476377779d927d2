// From a figure in a table or a bar down to its dossiers, by address and by hand.
import { addressOf, type DossierFilter } from "./address";
import type { Scene } from "./card";
import { numberIn, type Row } from "./statistics";
import type { Shown } from "./table";

/** A column whose figures lead to the dossiers behind them, where there are any. */
export function leading(name: string, scene: Scene, filter: (row: Row) => DossierFilter | undefined, title?: string): Shown {
  return {
    name,
    title,
    link: (row) => {
      const to = numberIn(row, name) > 0 ? filter(row) : undefined;
      return to && { href: addressOf(scene.selection, to), follow: () => scene.open(to) };
    },
  };
}
