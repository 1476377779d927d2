// Numbers, days and shares as Vietnamese readers write them: 1.234,5 and 31/12/2025.
import type { Cell, Column } from "./statistics";

const whole = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 0 });
const share = new Intl.NumberFormat("vi-VN", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const nothing = "–";

export const count = (value: number): string => whole.format(value);

/** A share that was rounded to one decimal already. */
export const percent = (value: number): string => `${share.format(value)}%`;

export const decimal = (value: number): string => share.format(value);

/** Half up, as the queries round. */
export const shareOf = (part: number, of: number): number => (of === 0 ? 0 : Math.floor((part * 2000 + of) / (2 * of)) / 10);

export function day(iso: string): string {
  const [year, month, date] = iso.slice(0, 10).split("-");
  return `${date}/${month}/${year}`;
}

export function cellText(value: Cell | undefined, column: Column): string {
  if (value === null || value === undefined || value === "") return nothing;
  if (column.type === "date") return day(String(value));
  if (typeof value !== "number") return value;
  // A year is a name and bears no point between its digits.
  if (column.name === "year" || column.name.endsWith("Year")) return String(value);
  return column.type === "decimal" ? decimal(value) : count(value);
}
