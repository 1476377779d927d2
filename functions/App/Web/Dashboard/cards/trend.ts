// Results year by year: how many dossiers, or which shares of those assessed.
import { legendOf } from "../bars";
import type { Card } from "../card";
import { leading } from "../drilling";
import { count, percent } from "../numbers";
import { outcomes, outcomesIn, sharesIn } from "../outcomes";
import { numberIn, type Answer, type Row } from "../statistics";

const years = 10;
const byShare = "share";

/** From the first year with a dossier on. */
function counted(answer: Answer): readonly Row[] {
  const first = answer.rows.findIndex((row) => numberIn(row, "dossiers") > 0);
  return first < 0 ? [] : answer.rows.slice(first);
}

export const trendCard: Card = {
  id: "trend",
  query: "trend",
  title: () => "Kết quả qua các năm",
  about: ({ year }) => `Mười năm đến năm ${year}; những năm trước tính cả các nơi đã sáp nhập vào tỉnh.`,
  args: ({ province, year, kind }) => ({ province, kind, from: year - years + 1, to: year }),
  empty: ({ year }) => `Chưa có hồ sơ nào loại này trong mười năm đến năm ${year}.`,
  choose: { label: "Xem theo", of: () => [{ value: "count", text: "Số hồ sơ" }, { value: byShare, text: "Tỷ lệ (% có kết quả)" }] },
  chart(answer, scene) {
    const rows = counted(answer);
    if (rows.length === 0) return undefined;
    const shares = scene.choice === byShare;
    const value = (row: Row, column: string): number | null => (shares ? (row[`${column}OfAssessed`] as number | null) ?? null : numberIn(row, column));
    const series = outcomes.filter((one) => !(shares && one.result === "none") && rows.some((row) => (value(row, one.column) ?? 0) > 0));
    const { colours } = scene;
    return {
      label: `Biểu đồ kết quả từ năm ${rows[0]!["year"]} đến năm ${scene.selection.year}.`,
      height: 320,
      option: {
        legend: legendOf(series.map((one) => one.name), colours.ink),
        grid: { left: 8, right: 16, top: scene.narrow ? 72 : 48, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        xAxis: { type: "category", data: rows.map((row) => String(row["year"])), axisLabel: { color: colours.quiet }, axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false } },
        yAxis: {
          type: "value",
          minInterval: shares ? undefined : 1,
          max: shares ? 100 : undefined,
          axisLabel: { color: colours.quiet, formatter: (at: number) => (shares ? `${count(at)}%` : count(at)) },
          splitLine: { lineStyle: { color: colours.line } },
        },
        series: series.map((one) => ({
          type: shares ? "line" : "bar",
          name: one.name,
          stack: shares ? undefined : "all",
          barMaxWidth: 44,
          symbolSize: 9,
          lineStyle: { width: 3 },
          color: colours[one.tone],
          itemStyle: { borderColor: colours.paper, borderWidth: shares ? 0 : 1 },
          data: rows.map((row) => value(row, one.column)),
        })),
      },
      tip: (at) => {
        const [row, one] = [rows[at.dataIndex]!, series[at.seriesIndex]!];
        const share = row[`${one.column}OfAssessed`];
        return [`Năm ${row["year"]}`, `${one.name}: ${count(numberIn(row, one.column))} hồ sơ`, ...(typeof share === "number" ? [`${percent(share)} số có kết quả`] : [])];
      },
      open: (at) => () => scene.open({ year: numberIn(rows[at.dataIndex]!, "year"), kind: scene.selection.kind, result: series[at.seriesIndex]!.result }),
    };
  },
  table: (answer, scene) => {
    const rows = counted(answer);
    const behind = (row: Row, result?: string) => ({ year: numberIn(row, "year"), kind: scene.selection.kind, result });
    return {
      caption: "Kết quả qua các năm",
      rows,
      columns: [
        { name: "year" },
        leading("dossiers", scene, (row) => behind(row)),
        { name: "dossiersChange" },
        ...outcomesIn(rows).map((outcome) => leading(outcome.column, scene, (row) => behind(row, outcome.result))),
        ...sharesIn(rows),
      ],
    };
  },
};
