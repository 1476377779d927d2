// A report of the calendar: how many sent it in time or late, and whose is missing, by district or commune.
import type { ReportFilter } from "../address";
import { barsOf, shownSeries } from "../bars";
import type { Card, Scene } from "../card";
import { leading } from "../drilling";
import { count } from "../numbers";
import type { Tone } from "../palette";
import { reportsOf, today } from "../reports";
import { numberIn, textIn, type Answer, type Row } from "../statistics";
import { stateName } from "../words";

const states: readonly { readonly state: string; readonly column: string; readonly tone: Tone }[] = [
  { state: "in-time", column: "inTime", tone: "tone-high" },
  { state: "late", column: "late", tone: "doubt" },
  { state: "missing", column: "missing", tone: "tone-worst" },
  { state: "waiting", column: "waiting", tone: "tone-none" },
];

const isPlace = (row: Row): boolean => row["tier"] !== "total";
const places = (answer: Answer): readonly Row[] => answer.rows.filter(isPlace);

function behind(row: Row, scene: Scene, state?: string): ReportFilter | undefined {
  // The rest belongs to no place that could be asked for.
  if (row["tier"] === "none") return undefined;
  return { report: scene.choice, year: scene.selection.year, place: row["tier"] === "total" ? undefined : textIn(row, "place"), state };
}

export const deadlinesCard: Card = {
  id: "deadlines",
  query: "reports-by-place",
  title: () => "Báo cáo phải nộp",
  about: () => "Đúng hạn, trễ hạn, chưa nộp tính đến hôm nay. Chọn một đoạn để xem nơi nộp.",
  args: ({ province, year }, report) => ({ province, report, year, on: today(), pageSize: 5000 }),
  empty: () => "Không có đơn vị nào phải nộp báo cáo này.",
  ask: { label: "Báo cáo", choices: reportsOf },
  leftOut: (answer, most) => places(answer).length - most,
  chart(answer, scene) {
    const rows = places(answer).slice(0, scene.most);
    if (rows.length === 0) return undefined;
    const series = shownSeries(states.map((one) => ({ ...one, name: stateName(one.state), values: rows.map((row) => numberIn(row, one.column)) })));
    return barsOf({
      label: `Biểu đồ cột chồng: tình trạng nộp báo cáo của ${rows.length} nơi.`,
      names: rows.map((row) => textIn(row, "name")),
      series,
      stacked: true,
      tip: (name, one, value, at) => [name, `${one.name}: ${count(value)}`, `Phải nộp: ${count(numberIn(rows[at.dataIndex]!, "owed"))}`],
      open: (place, index) => {
        const filter = behind(rows[place]!, scene, series[index]!.state);
        return filter && (() => scene.open(filter));
      },
    }, scene);
  },
  table: (answer, scene) => ({
    caption: "Báo cáo phải nộp, theo nơi",
    rows: answer.rows,
    isTotal: (row) => !isPlace(row),
    columns: [
      { name: "name", text: (row) => (isPlace(row) ? textIn(row, "name") : `Tổng: ${textIn(row, "name")}`) },
      leading("owed", scene, (row) => behind(row, scene)),
      ...states.map((one) => leading(one.column, scene, (row) => behind(row, scene, one.state))),
    ],
  }),
};
