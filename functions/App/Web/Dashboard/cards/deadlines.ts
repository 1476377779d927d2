// A report of the calendar: who sent it in time or late, and whose is missing, by district or commune.
import { barsOf, shownSeries } from "../bars";
import type { Card, Choice, Scene } from "../card";
import type { Selection } from "../address";
import { count } from "../numbers";
import type { Tone } from "../palette";
import { textIn, type Answer, type Row } from "../statistics";
import { stateName } from "../words";

const tones: Readonly<Record<string, Tone>> = { "in-time": "tone-high", late: "doubt", missing: "tone-worst", waiting: "tone-none" };

interface Report extends Choice {
  readonly years: readonly number[];
}

/** The reports of the calendar, which the page brings along; a report may be due in some years alone. */
function reports({ year }: Selection): readonly Choice[] {
  const all = JSON.parse(document.getElementById("dashboard")?.dataset["reports"] ?? "[]") as readonly Report[];
  return all.filter((one) => one.years.length === 0 || one.years.includes(year));
}

const today = (): string => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());

function groups(answer: Answer, scene: Scene): readonly (readonly [string, readonly Row[]])[] {
  const found = new Map<string, Row[]>();
  for (const row of answer.rows) {
    const place = row["district"] ?? (row["commune"] === row["sender"] ? null : row["commune"]);
    const name = place === null || place === undefined ? "Toàn tỉnh" : scene.placeName(String(place));
    found.set(name, [...(found.get(name) ?? []), row]);
  }

  return [...found];
}

export const deadlinesCard: Card = {
  id: "deadlines",
  query: "reports-due",
  title: () => "Báo cáo phải nộp",
  about: () => "Đúng hạn, trễ hạn, chưa nộp tính đến hôm nay.",
  args: ({ province, year }, report) => ({ province, report, year, on: today(), pageSize: 5000 }),
  empty: () => "Không có đơn vị nào phải nộp báo cáo này.",
  ask: { label: "Báo cáo", choices: reports },
  leftOut: (answer, most) => new Set(answer.rows.map((row) => row["district"] ?? row["commune"])).size - most,
  chart(answer, scene) {
    if (answer.rows.length === 0) return undefined;
    const places = groups(answer, scene).slice(0, scene.most);
    const series = shownSeries(Object.entries(tones).map(([state, tone]) => ({ name: stateName(state), tone, values: places.map(([, rows]) => rows.filter((row) => row["state"] === state).length) })));
    return barsOf({
      label: `Biểu đồ cột chồng: tình trạng nộp báo cáo của ${answer.rows.length} nơi phải nộp.`,
      names: places.map(([name]) => name),
      series,
      stacked: true,
      tip: (name, one, value) => [name, `${one.name}: ${count(value)}`],
    }, scene);
  },
  table: (answer, scene) => ({
    caption: "Báo cáo phải nộp, theo nơi nộp",
    rows: answer.rows,
    columns: [
      { name: "name" },
      { name: "district", title: "Huyện", text: (row) => place(row, "district", scene) },
      { name: "lastDay" },
      { name: "received" },
      { name: "state", text: (row) => stateName(textIn(row, "state")) },
      { name: "daysLate" },
      { name: "dossier", text: (row) => (row["dossier"] ? "Mở báo cáo" : "–"), link: (row) => (row["dossier"] ? { href: `/dossiers/${textIn(row, "dossier")}/report` } : undefined) },
    ],
  }),
};

const place = (row: Row, column: string, scene: Scene): string => (row[column] ? scene.placeName(textIn(row, column)) : "–");
