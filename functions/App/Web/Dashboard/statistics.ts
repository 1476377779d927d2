// Asks the statistics of the machines' interface (docs/statistics.md); the session's cookie signs the caller in.
export type Cell = string | number | null;

export interface Column {
  readonly name: string;
  readonly type: "text" | "integer" | "decimal" | "date";
  readonly title: string;
  readonly meaning: string;
  readonly unit: string;
}

export type Row = Readonly<Record<string, Cell>>;

export interface Answer {
  readonly total: number;
  readonly asOf: string;
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export type Arguments = Readonly<Record<string, string | number | undefined>>;

/** A refusal in a sentence for people. */
export class Refusal extends Error {
  constructor(
    sentence: string,
    readonly signInAgain = false,
  ) {
    super(sentence);
  }
}

/** Most rows that one answer may hold. */
export const mostRows = 5000;

export function addressOfQuery(query: string, args: Arguments, format?: "csv" | "xlsx"): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(args)) if (value !== undefined) search.set(name, String(value));
  if (format) search.set("format", format);
  return `/api/statistics/${query}?${search}`;
}

async function read<T>(address: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, { headers: { accept: "application/json" } });
  } catch {
    throw new Refusal("Không liên lạc được với máy chủ. Kiểm tra mạng rồi thử lại.");
  }

  if (response.ok) return (await response.json()) as T;
  if (response.status === 401) throw new Refusal("Phiên làm việc đã hết. Đăng nhập lại rồi mở trang này.", true);
  const problem = (await response.json().catch(() => ({}))) as { detail?: string };
  throw new Refusal(problem.detail ?? "Máy chủ gặp lỗi. Thử lại sau ít phút.");
}

export const ask = (query: string, args: Arguments): Promise<Answer> => read<Answer>(addressOfQuery(query, args));

interface OpenApi {
  readonly paths: Readonly<Record<string, unknown>>;
}

/** The queries that this app answers, by its own description. */
export async function served(): Promise<ReadonlySet<string>> {
  const { paths } = await read<OpenApi>("/api/openapi.json");
  return new Set(Object.keys(paths).map((path) => path.slice(path.lastIndexOf("/") + 1)));
}

export const numberIn = (row: Row, name: string): number => (typeof row[name] === "number" ? row[name] : 0);
export const textIn = (row: Row, name: string): string => (row[name] === null || row[name] === undefined ? "" : String(row[name]));
