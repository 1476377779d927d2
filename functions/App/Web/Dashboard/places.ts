// Names of the places of a province as they were on a year's last day.
import { ask, mostRows, textIn } from "./statistics";
import type { Selection } from "./address";

let known = "";
let names: Promise<ReadonlyMap<string, string>> = Promise.resolve(new Map());

export function placeNames({ province, year }: Selection): Promise<ReadonlyMap<string, string>> {
  const key = `${province} ${year}`;
  if (key === known) return names;
  known = key;
  names = ask("places", { province, on: `${year}-12-31`, pageSize: mostRows })
    .then((answer) => new Map(answer.rows.map((row) => [textIn(row, "place"), textIn(row, "name")])))
    // Without names there are codes.
    .catch(() => new Map<string, string>());
  return names;
}
