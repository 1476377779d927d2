// From a figure in a table or a bar down to what it is made of, by address and by hand.
import { addressOf, type Behind } from "./address";
import type { Scene } from "./card";
import { numberIn, type Row } from "./statistics";
import type { Shown } from "./table";

/** A column whose figures lead to what is behind them, where there is anything. */
export function leading(name: string, scene: Scene, filter: (row: Row) => Behind | undefined, title?: string): Shown {
  return {
    name,
    title,
    link: (row) => {
      const to = numberIn(row, name) > 0 ? filter(row) : undefined;
      return to && { href: addressOf(scene.selection, to), follow: () => scene.open(to) };
    },
  };
}
