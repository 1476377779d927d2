// Results by district, or by commune in the years without districts.
import type { DossierFilter, Selection } from "../address";
import { barsOf, shownSeries } from "../bars";
import type { Card } from "../card";
import { leading } from "../drilling";
import { count, percent, shareOf } from "../numbers";
import { outcomes, outcomesIn, sharesIn, type Outcome } from "../outcomes";
import { numberIn, textIn, type Answer, type Row } from "../statistics";

const lastYearOfDistricts = 2024;
const isPlace = (row: Row): boolean => row["tier"] !== "total";
const places = (answer: Answer): readonly Row[] => answer.rows.filter(isPlace);

function behind(row: Row, selection: Selection, outcome?: Outcome): DossierFilter | undefined {
  // The rest belongs to no place that could be asked for.
  if (row["tier"] === "none") return undefined;
  return { year: selection.year, kind: selection.kind, place: row["tier"] === "total" ? undefined : textIn(row, "place"), result: outcome?.result };
}

export const resultsCard: Card = {
  id: "results",
  query: "results",
  title: ({ year }) => (year <= lastYearOfDistricts ? "Kết quả theo huyện" : "Kết quả theo xã"),
  about: ({ year }) => `Kết quả mà bảng tổng hợp của hồ sơ năm ${year} cho ra theo quy tắc. Chọn một đoạn để xem hồ sơ.`,
  args: ({ province, year, kind }) => ({ province, year, kind, pageSize: 5000 }),
  empty: ({ year }) => `Chưa có hồ sơ nào loại này trong năm ${year}.`,
  leftOut: (answer, most) => places(answer).length - most,
  chart(answer, scene) {
    const rows = places(answer).slice(0, scene.most);
    if (!answer.rows.some((row) => numberIn(row, "dossiers") > 0)) return undefined;
    const series = shownSeries(outcomes.map((outcome) => ({ ...outcome, outcome, values: rows.map((row) => numberIn(row, outcome.column)) })));
    return barsOf({
      label: `Biểu đồ cột chồng: kết quả của ${rows.length} nơi. Bảng bên dưới nút “Xem bảng” có cùng số liệu.`,
      names: rows.map((row) => textIn(row, "name")),
      series,
      stacked: true,
      tip: (name, one, value, at) => [name, `${one.name}: ${count(value)} hồ sơ`, `${percent(shareOf(value, numberIn(rows[at.dataIndex]!, "dossiers")))} số hồ sơ`],
      open: (place, index) => {
        const filter = behind(rows[place]!, scene.selection, series[index]!.outcome);
        return filter && (() => scene.open(filter));
      },
    }, scene);
  },
  table: (answer, scene) => ({
    caption: `Kết quả theo nơi, năm ${scene.selection.year}`,
    rows: answer.rows,
    isTotal: (row) => !isPlace(row),
    columns: [
      { name: "name", text: (row) => (isPlace(row) ? textIn(row, "name") : `Tổng: ${textIn(row, "name")}`) },
      { name: "registered" },
      leading("dossiers", scene, (row) => behind(row, scene.selection)),
      ...outcomesIn(answer.rows).map((outcome) => leading(outcome.column, scene, (row) => behind(row, scene.selection, outcome))),
      ...sharesIn(answer.rows),
    ],
  }),
};
