// What was measured against the goals of the years to come, with where a straight line leads.
import { legendOf } from "../bars";
import type { Card } from "../card";
import { decimal, nothing, percent } from "../numbers";
import { numberIn, textIn, type Answer, type Row } from "../statistics";

const rowHeight = 46;

/** Rows by indicator; those with figures first, as the rest has no bar to draw. */
function indicatorsOf(answer: Answer, most: number): readonly (readonly Row[])[] {
  const all = [...new Set(answer.rows.map((row) => textIn(row, "indicator")))].map((id) => answer.rows.filter((row) => row["indicator"] === id));
  const measured = all.filter((of) => valueOf(of[0]!, "percent") !== null);
  return measured.length === 0 || most === Number.POSITIVE_INFINITY ? all : measured;
}

const valueOf = (row: Row, name: string): number | null => (typeof row[name] === "number" ? row[name] : null);
const sources: Readonly<Record<string, string>> = { plan: "kế hoạch", catalogue: "danh mục", import: "số liệu nhập", records: "quyết định đã nhập", "import-records": "số liệu nhập và quyết định đã nhập" };
const sourceName = (row: Row, column: string): string => sources[textIn(row, column)] ?? nothing;

export const targetsCard: Card = {
  id: "targets",
  query: "targets",
  title: () => "Chỉ tiêu và số đã đạt",
  about: () => "Vạch đứng là chỉ tiêu của năm đích, hình thoi là dự báo theo đường thẳng; cột là tỷ lệ đã đạt.",
  args: ({ province, year }) => ({ province, year }),
  empty: ({ year }) => `Chưa có chỉ tiêu nào cho tỉnh đến năm ${year}.`,
  leftOut: (answer, most) => indicatorsOf(answer, Number.POSITIVE_INFINITY).length - indicatorsOf(answer, most).length,
  chart(answer, scene) {
    const indicators = indicatorsOf(answer, scene.most);
    if (indicators.length === 0) return undefined;
    const { colours } = scene;
    const years = [...new Set(answer.rows.map((row) => numberIn(row, "targetYear")))].sort((a, b) => a - b);
    const row = (of: readonly Row[], year: number): Row | undefined => of.find((one) => one["targetYear"] === year);
    const marks = years.flatMap((year, index) => [
      {
        name: `Chỉ tiêu ${year}`, symbol: "rect", size: [4, 26], color: index === 0 ? colours.doubt : colours.bad, year, column: "target",
      },
      { name: `Dự báo ${year}`, symbol: "diamond", size: [13, 13], color: index === 0 ? colours.doubt : colours.bad, year, column: "projected" },
    ]).filter((mark) => indicators.some((of) => valueOf(row(of, mark.year) ?? {}, mark.column) !== null));
    const names = indicators.map((of) => textIn(of[0]!, "name"));
    return {
      label: `Biểu đồ: ${indicators.length} chỉ tiêu với tỷ lệ đã đạt, mức phải đạt và dự báo.`,
      height: (scene.narrow ? 130 : 80) + indicators.length * (scene.narrow ? rowHeight + 24 : rowHeight),
      option: {
        // Goals and projections of a year share a colour, so their marks tell them apart.
        legend: { ...legendOf(["Đã đạt", ...marks.map((mark) => mark.name)], colours.ink), icon: undefined },
        grid: { left: 8, right: 20, top: scene.narrow ? 100 : 52, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        xAxis: { type: "value", min: 0, max: 100, interval: scene.narrow ? 50 : 25, axisLabel: { color: colours.quiet, formatter: (at: number) => `${at}%`, hideOverlap: true }, splitLine: { lineStyle: { color: colours.line } } },
        yAxis: {
          type: "category", inverse: true, data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: colours.line } },
          axisLabel: { color: colours.ink, width: scene.narrow ? 120 : 220, overflow: "break", lineHeight: 15, fontSize: scene.narrow ? 11 : 12, interval: 0 },
        },
        series: [
          {
            type: "bar", name: "Đã đạt", barWidth: 18, color: colours["tone-high"], data: indicators.map((of) => valueOf(of[0]!, "percent")),
          },
          ...marks.map((mark) => ({
            type: "scatter", name: mark.name, symbol: mark.symbol, symbolSize: mark.size, color: mark.color, z: 5,
            itemStyle: { borderColor: colours.paper, borderWidth: 1 },
            data: indicators.flatMap((of, index) => {
              const value = valueOf(row(of, mark.year) ?? {}, mark.column);
              return value === null ? [] : [{ value: [value, index], of }];
            }),
          })),
        ],
      },
      tip: (at) => {
        if (at.seriesIndex === 0) {
          const of = indicators[at.dataIndex]![0]!;
          return [names[at.dataIndex] ?? "", `Đã đạt: ${percent(numberIn(of, "percent"))} (năm ${of["measuredYear"]})`, `Nguồn: ${sourceName(of, "measuredSource")}`];
        }

        const mark = marks[at.seriesIndex - 1]!;
        const of = indicators.filter((one) => valueOf(row(one, mark.year) ?? {}, mark.column) !== null)[at.dataIndex]!;
        const target = row(of, mark.year)!;
        return [textIn(target, "name"), `${mark.name}: ${percent(numberIn(target, mark.column))}`, ...(mark.column === "target" ? [`Nguồn: ${sourceName(target, "targetSource")}`] : [])];
      },
    };
  },
  table: (answer) => ({
    caption: "Chỉ tiêu, số đã đạt và dự báo",
    rows: answer.rows,
    columns: [
      { name: "name" },
      { name: "targetYear" },
      { name: "target" },
      { name: "targetSource", text: (row) => sourceName(row, "targetSource") },
      { name: "measuredYear" },
      { name: "count" },
      { name: "of" },
      { name: "percent" },
      { name: "distance", text: (row) => (typeof row["distance"] === "number" ? `${row["distance"] > 0 ? "+" : ""}${decimal(row["distance"])}` : nothing) },
      { name: "projected" },
      { name: "reached", text: (row) => ({ yes: "đạt", no: "chưa đạt" })[textIn(row, "reached")] ?? nothing },
    ],
  }),
};
