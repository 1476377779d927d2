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

/** Who owes a report: arguments of the query `reports-due` beside the province and the day. */
export interface ReportFilter {
  readonly report: string;
  readonly year: number;
  readonly place?: string;
  readonly state?: string;
}

/** What a figure is made of. */
export type Behind = DossierFilter | ReportFilter;

export const isReport = (filter: Behind): filter is ReportFilter => "report" in filter;

const names: Readonly<Record<string, readonly string[]>> = {
  dossiers: ["year", "criterion", "indicator", "kind", "place", "verdict", "result"],
  reports: ["year", "report", "place", "state"],
};
const keyOf = (filter: Behind): string => (isReport(filter) ? "reports" : "dossiers");

export function addressOf(selection: Selection, filter?: Behind): string {
  const query = new URLSearchParams({ province: selection.province, year: String(selection.year), kind: selection.kind });
  if (filter) query.set(keyOf(filter), filterText(filter));
  return `/statistics?${query}`;
}

/** "year:2024,kind:unit-request,result:met": short enough to read in an address. */
export function filterText(filter: Behind): string {
  const values = filter as unknown as Readonly<Record<string, unknown>>;
  return names[keyOf(filter)]!.filter((name) => values[name] !== undefined).map((name) => `${name}:${values[name]}`).join(",");
}

/** The list that an address opens; undefined when it names none, or none that can be. */
export function filterOf(search: string): Behind | undefined {
  const query = new URLSearchParams(search);
  const key = Object.keys(names).find((one) => query.get(one));
  if (!key) return undefined;
  const parts = new Map(query.get(key)!.split(",").map((part) => [part.slice(0, part.indexOf(":")), part.slice(part.indexOf(":") + 1)]));
  const number = (name: string): number | undefined => (/^\d{1,4}$/.test(parts.get(name) ?? "") ? Number(parts.get(name)) : undefined);
  const [year, kind, report, place] = [number("year"), parts.get("kind"), parts.get("report"), parts.get("place")];
  if (year === undefined) return undefined;
  if (key === "reports") return report ? { report, year, place, state: parts.get("state") } : undefined;
  return kind ? { year, kind, place, verdict: parts.get("verdict"), result: parts.get("result"), criterion: number("criterion"), indicator: number("indicator") } : undefined;
}
