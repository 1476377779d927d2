// What is looked at stands in the address, so that a view can be kept, sent and gone back to.
export interface Selection {
  readonly province: string;
  readonly year: number;
  readonly kind: string;
}

/** Which dossiers are listed: arguments of the query `dossiers` beside the province. */
export interface DossierFilter {
  readonly year: number;
  readonly kind: string;
  readonly place?: string;
  readonly verdict?: string;
  readonly result?: string;
  readonly criterion?: number;
  readonly indicator?: number;
}

const key = "dossiers";
const texts = ["kind", "place", "verdict", "result"] as const;
const numbers = ["year", "criterion", "indicator"] as const;

export function addressOf(selection: Selection, filter?: DossierFilter): string {
  const query = new URLSearchParams({ province: selection.province, year: String(selection.year), kind: selection.kind });
  if (filter) query.set(key, filterText(filter));
  return `/statistics?${query}`;
}

/** "year:2024,kind:unit-request,result:met": short enough to read in an address. */
export function filterText(filter: DossierFilter): string {
  return [...numbers, ...texts].filter((name) => filter[name] !== undefined).map((name) => `${name}:${filter[name]}`).join(",");
}

/** The list that an address opens; undefined when it names none, or none that can be. */
export function filterOf(search: string): DossierFilter | undefined {
  const text = new URLSearchParams(search).get(key);
  if (!text) return undefined;
  const parts = new Map(text.split(",").map((part) => [part.slice(0, part.indexOf(":")), part.slice(part.indexOf(":") + 1)]));
  const number = (name: string): number | undefined => (/^\d{1,4}$/.test(parts.get(name) ?? "") ? Number(parts.get(name)) : undefined);
  const [year, kind] = [number("year"), parts.get("kind")];
  if (year === undefined || !kind) return undefined;
  return { year, kind, place: parts.get("place"), verdict: parts.get("verdict"), result: parts.get("result"), criterion: number("criterion"), indicator: number("indicator") };
}
