// How each criterion and indicator came out: the darker, the larger the share of its rows.
import type { DossierFilter } from "../address";
import type { Card, Scene } from "../card";
import { leading } from "../drilling";
import { count, percent, shareOf } from "../numbers";
import { outcomes } from "../outcomes";
import { numberIn, textIn, type Row } from "../statistics";

const columns = outcomes.map((one) => (one.result === "none" ? { ...one, column: "blank", name: "Trống" } : one));
const numberOf = (row: Row): string => (row["indicator"] === null ? `Tiêu chí ${row["criterion"]}` : `${row["criterion"]}.${row["indicator"]}`);
const order = (row: Row): number => numberIn(row, "criterion") * 1000 + numberIn(row, "indicator");

function behind(row: Row, { selection }: Scene, result: string): DossierFilter {
  return {
    year: selection.year, kind: selection.kind, result, criterion: numberIn(row, "criterion"), indicator: row["indicator"] === null ? undefined : numberIn(row, "indicator"),
  };
}

export const criteriaCard: Card = {
  id: "criteria",
  query: "criteria",
  title: () => "Kết quả từng tiêu chí, chỉ tiêu",
  about: () => "Tỷ lệ hồ sơ theo kết quả ghi ở mỗi dòng của bảng tổng hợp; ô càng đậm, tỷ lệ càng lớn. Bảng xếp dòng yếu nhất trước.",
  args: ({ province, year, kind }) => ({ province, year, kind }),
  empty: ({ year }) => `Chưa có bảng tổng hợp nào của hồ sơ loại này trong năm ${year}.`,
  chart(answer, scene) {
    const rows = answer.rows.filter((row) => numberIn(row, "rows") > 0).sort((a, b) => order(a) - order(b));
    if (rows.length === 0) return undefined;
    const { colours } = scene;
    const shown = columns.filter((one) => rows.some((row) => numberIn(row, one.column) > 0));
    const cells = rows.flatMap((row, y) => shown.map((one, x) => ({ row, one, x, y, share: shareOf(numberIn(row, one.column), numberIn(row, "rows")) })));
    return {
      label: `Bản đồ nhiệt: ${rows.length} tiêu chí và chỉ tiêu theo kết quả.`,
      height: 36 + rows.length * 28,
      option: {
        grid: { left: 8, right: 8, top: 6, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        xAxis: { type: "category", position: "top", data: shown.map((one) => one.name), axisLabel: { color: colours.ink, interval: 0, fontSize: scene.narrow ? 10 : 12 }, axisLine: { show: false }, axisTick: { show: false } },
        yAxis: { type: "category", inverse: true, data: rows.map(numberOf), axisLabel: { color: colours.ink, interval: 0 }, axisLine: { show: false }, axisTick: { show: false } },
        visualMap: { show: false, min: 0, max: 100, dimension: 2, inRange: { color: [colours["heat-low"], colours["heat-high"]] } },
        series: [{
          type: "heatmap",
          itemStyle: { borderColor: colours.paper, borderWidth: 2 },
          emphasis: { itemStyle: { borderColor: colours.ink } },
          data: cells.map((cell) => ({
            value: [cell.x, cell.y, cell.share],
            label: { show: true, fontSize: 12, color: cell.share > 55 ? colours.paper : colours.ink, formatter: () => (cell.share === 0 ? "" : percent(cell.share)) },
          })),
        }],
      },
      tip: (at) => {
        const { row, one, share } = cells[at.dataIndex]!;
        return [`${numberOf(row)}${row["text"] ? `. ${short(textIn(row, "text"))}` : ""}`, `${one.name}: ${count(numberIn(row, one.column))} trên ${count(numberIn(row, "rows"))} hồ sơ`, percent(share)];
      },
      open: (at) => {
        const { row, one } = cells[at.dataIndex]!;
        return numberIn(row, one.column) > 0 ? () => scene.open(behind(row, scene, one.result)) : undefined;
      },
    };
  },
  table: (answer, scene) => ({
    caption: "Kết quả từng tiêu chí, chỉ tiêu, yếu nhất trước",
    rows: answer.rows,
    columns: [
      { name: "criterion", title: "Dòng", text: numberOf },
      ...(answer.rows.some((row) => textIn(row, "text") !== "") ? [{ name: "text" }] : []),
      { name: "rows" },
      ...columns.filter((one) => answer.rows.some((row) => numberIn(row, one.column) > 0)).map((one) => leading(one.column, scene, (row) => behind(row, scene, one.result))),
      { name: "notMetShare" }, { name: "bestShare" },
    ],
  }),
};

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 88)}…` : text);
