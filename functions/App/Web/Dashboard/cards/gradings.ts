// The two tables of a province's plan: gradings of communes by district, and the plan against what came of it.
import type { DossierFilter, Selection } from "../address";
import { barsOf, shownSeries, type BarSeries } from "../bars";
import type { Card, Choice } from "../card";
import { leading } from "../drilling";
import { count, percent } from "../numbers";
import type { Tone } from "../palette";
import { numberIn, textIn, type Answer, type Row } from "../statistics";

const kind = "province-grading";
const total = "Tổng";

const grades: readonly { readonly column: string; readonly name: string; readonly tone: Tone }[] = [
  { column: "Good", name: "Tốt", tone: "tone-high" },
  { column: "Fair", name: "Khá", tone: "tone-mid" },
  { column: "Average", name: "Trung bình", tone: "tone-low" },
  { column: "Failed", name: "Không đạt", tone: "tone-worst" },
  { column: "NotAssessed", name: "Không đánh giá", tone: "tone-none" },
];

const tables = (year: number): readonly Choice[] => [
  { value: "result", text: `Kết quả năm ${year}` },
  { value: "before", text: `Kết quả năm ${year - 1}` },
  { value: "plan", text: `Kế hoạch năm ${year}` },
];

const has = (answer: Answer, table: string): boolean => answer.rows.some((row) => row[`${table}Assessed`] !== null);
const held = (answer: Answer, { year }: Selection): readonly Choice[] => tables(year).filter((one) => has(answer, one.value));
const isTotal = (row: Row): boolean => row["district"] === total;
const districts = (answer: Answer): readonly Row[] => answer.rows.filter((row) => !isTotal(row));
const empty = ({ year }: Selection): string => `Chưa có hồ sơ nào của tỉnh cho biết kết quả năm ${year - 1} hoặc kế hoạch năm ${year}.`;

// The results of a year stand in the dossier of the plan for the next one.
const behind = (table: string, { year }: Selection): DossierFilter => ({ year: table === "result" ? year + 1 : year, kind });

export const gradingsCard: Card = {
  id: "gradings",
  query: "gradings",
  title: () => "Xếp loại “Cộng đồng học tập” cấp xã theo huyện",
  about: () => "Số đơn vị cấp xã theo xếp loại, như trong kế hoạch của tỉnh.",
  args: ({ province, year }) => ({ province, year }),
  empty,
  choose: { label: "Bảng", of: held },
  leftOut: (answer, most) => districts(answer).length - most,
  chart(answer, scene) {
    if (!has(answer, scene.choice)) return undefined;
    const rows = districts(answer).slice(0, scene.most);
    const series = shownSeries(grades.map((grade) => ({ ...grade, values: rows.map((row) => numberIn(row, `${scene.choice}${grade.column}`)) })));
    return barsOf({
      label: `Biểu đồ cột chồng: xếp loại của ${rows.length} huyện.`,
      names: rows.map((row) => textIn(row, "district")),
      series,
      stacked: true,
      tip: (name, one, value, at) => {
        const share = rows[at.dataIndex]![`${scene.choice}${series[at.seriesIndex]!.column}Share`];
        return [name, `${one.name}: ${count(value)} xã`, ...(typeof share === "number" ? [`${percent(share)} số được đánh giá`] : [])];
      },
      open: () => () => scene.open(behind(scene.choice, scene.selection)),
    }, scene);
  },
  table: (answer, scene) => ({
    caption: tables(scene.selection.year).find((one) => one.value === scene.choice)?.text ?? "",
    rows: answer.rows,
    isTotal,
    columns: [
      { name: "district" },
      ...["Communes", "Assessed", ...grades.map((grade) => grade.column)]
        .filter((column) => answer.columns.some((one) => one.name === `${scene.choice}${column}`))
        .map((column) => leading(`${scene.choice}${column}`, scene, () => behind(scene.choice, scene.selection), headOf(answer, `${scene.choice}${column}`))),
      ...grades.slice(0, 3).map(({ column }) => ({ name: `${scene.choice}${column}Share`, title: headOf(answer, `${scene.choice}${column}Share`) })),
    ],
  }),
};

// The table says once above which one it is.
function headOf(answer: Answer, column: string): string {
  const title = answer.columns.find((one) => one.name === column)?.title ?? column;
  const text = title.slice(title.indexOf(": ") + 2);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const planCard: Card = {
  id: "plan",
  query: "gradings",
  title: ({ year }) => `Kế hoạch năm ${year} so với kết quả`,
  about: ({ year }) => `Kết quả năm ${year - 1}, kế hoạch năm ${year} và kết quả năm ${year} cạnh nhau, theo xếp loại.`,
  args: ({ province, year }) => ({ province, year }),
  empty,
  choose: { label: "Xếp loại", of: () => grades.slice(0, 3).map((grade) => ({ value: grade.column, text: grade.name })) },
  leftOut: (answer, most) => districts(answer).length - most,
  chart(answer, scene) {
    const rows = districts(answer).slice(0, scene.most);
    if (rows.length === 0) return undefined;
    const tones: Readonly<Record<string, Tone>> = { before: "tone-none", plan: "doubt", result: "tone-high" };
    const series = (["before", "plan", "result"] as const).filter((table) => has(answer, table)).map((table): BarSeries & { readonly table: string } => ({
      table,
      name: tables(scene.selection.year).find((one) => one.value === table)!.text,
      tone: tones[table]!,
      values: rows.map((row) => row[`${table}${scene.choice}`] as number | null),
    }));
    return barsOf({
      label: `Biểu đồ cột: kế hoạch và kết quả của ${rows.length} huyện.`,
      names: rows.map((row) => textIn(row, "district")),
      series,
      stacked: false,
      tip: (name, one, value) => [name, `${one.name}: ${count(value)} xã`],
      open: (_, index) => () => scene.open(behind(series[index]!.table, scene.selection)),
    }, scene);
  },
  table: (answer, scene) => ({
    caption: `Xếp loại: ${grades.find((grade) => grade.column === scene.choice)?.name ?? ""}`,
    rows: answer.rows,
    isTotal,
    columns: [
      { name: "district" },
      ...["before", "plan", "result"].map((table) => leading(`${table}${scene.choice}`, scene, () => behind(table, scene.selection), tables(scene.selection.year).find((one) => one.value === table)!.text)),
      { name: `${scene.choice.toLowerCase()}AgainstPlan`, title: "Kết quả trừ kế hoạch" },
    ],
  }),
};
