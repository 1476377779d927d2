// The reports of the calendar, which the page brings along.
import type { Selection } from "./address";
import type { Choice } from "./card";

interface Report extends Choice {
  readonly years: readonly number[];
}

const all = (): readonly Report[] => JSON.parse(document.getElementById("dashboard")?.dataset["reports"] ?? "[]") as readonly Report[];

/** The reports about a year; a report may be due in some years alone. */
export const reportsOf = ({ year }: Selection): readonly Choice[] => all().filter((one) => one.years.length === 0 || one.years.includes(year));

export const reportName = (id: string): string => all().find((one) => one.value === id)?.text ?? id;

/** The day in Viet Nam, year-month-day. */
export const today = (): string => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
