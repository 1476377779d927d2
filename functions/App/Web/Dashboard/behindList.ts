// The dossiers behind a figure, in a dialog over the charts; each leads to its report.
import { filterText, type DossierFilter, type Selection } from "./address";
import { element } from "./elements";
import { count } from "./numbers";
import { addressOfQuery, ask, Refusal, textIn, type Answer, type Arguments } from "./statistics";
import { tableOf } from "./table";
import { resultName, verdictName } from "./words";

const pageSize = 100;

export class DossierList {
  readonly element: HTMLDialogElement;
  private readonly title = element("h2", { id: "dossiers-title" });
  private readonly body = element("div");
  private shown = "";

  /** Told when the reader closes the list. */
  constructor(private readonly closed: () => void) {
    const close = element("button", { type: "button", class: "button second" }, "Đóng");
    this.element = element("dialog", { class: "dossiers", "aria-labelledby": "dossiers-title" }, element("div", { class: "title-row" }, this.title, close), this.body);
    close.addEventListener("click", () => this.element.close());
    this.element.addEventListener("click", (event) => event.target === this.element && this.element.close());
    this.element.addEventListener("close", () => {
      if (!this.shown) return;
      this.shown = "";
      this.closed();
    });
  }

  async show(selection: Selection, filter: DossierFilter | undefined, placeName: (code: string) => string): Promise<void> {
    const key = filter ? `${selection.province},${filterText(filter)}` : "";
    if (key === this.shown) return;
    this.shown = key;
    if (!filter) return this.element.close();
    if (!this.element.open) this.element.showModal();
    this.title.textContent = titleOf(filter, placeName);
    await this.load({ province: selection.province, ...filter }, placeName, 1);
  }

  private async load(args: Arguments, placeName: (code: string) => string, pages: number): Promise<void> {
    const key = this.shown;
    if (pages === 1) this.body.replaceChildren(element("p", { class: "state quiet", role: "status" }, "Đang tải danh sách…"));
    try {
      const answer = await ask("dossiers", { ...args, pageSize: pageSize * pages });
      if (key === this.shown) this.fill(answer, args, placeName, pages);
    } catch (fault) {
      const sentence = fault instanceof Refusal ? fault.message : "Không tải được danh sách. Thử lại.";
      if (key === this.shown) this.body.replaceChildren(element("p", { class: "note bad", role: "alert" }, sentence));
    }
  }

  private fill(answer: Answer, args: Arguments, placeName: (code: string) => string, pages: number): void {
    if (answer.rows.length === 0) return this.body.replaceChildren(element("p", { class: "state quiet", role: "status" }, "Không có hồ sơ nào."));
    const table = tableOf({
      caption: this.title.textContent ?? "",
      rows: answer.rows,
      columns: [
        { name: "officeName", link: (row) => ({ href: `/dossiers/${textIn(row, "dossier")}/report` }) },
        { name: "commune", title: "Nơi", text: (row) => placeName(textIn(row, "commune") || textIn(row, "district") || textIn(row, "province")) },
        { name: "received" },
        { name: "verdict", text: (row) => verdictName(textIn(row, "verdict")) },
        { name: "declared", text: (row) => (row["declared"] ? resultName(textIn(row, "declared")) : "–") },
        { name: "computed", text: (row) => (row["computed"] ? resultName(textIn(row, "computed")) : "–") },
      ],
    }, answer.columns);
    const more = answer.rows.length < answer.total && pageSize * pages < 5000 && element("button", { type: "button", class: "button second" }, "Xem thêm");
    if (more) more.addEventListener("click", () => void this.load(args, placeName, pages * 2));
    this.body.replaceChildren(
      element("p", { class: "quiet" }, `${count(answer.total)} hồ sơ`, answer.rows.length < answer.total && `, hiện ${count(answer.rows.length)} hồ sơ đầu`, ". Chọn tên đơn vị để mở báo cáo kiểm tra. Tải ",
        element("a", { href: addressOfQuery("dossiers", args, "csv"), download: true }, "CSV"), " ", element("a", { href: addressOfQuery("dossiers", args, "xlsx"), download: true }, "XLSX")),
      table, ...(more ? [more] : []));
  }
}

function titleOf(filter: DossierFilter, placeName: (code: string) => string): string {
  const parts = [`Hồ sơ năm ${filter.year}`];
  if (filter.place) parts.push(placeName(filter.place));
  if (filter.criterion !== undefined) parts.push(filter.indicator === undefined ? `tiêu chí ${filter.criterion}` : `chỉ tiêu ${filter.criterion}.${filter.indicator}`);
  if (filter.result) parts.push(filter.result === "none" && filter.criterion !== undefined ? "Trống" : resultName(filter.result));
  if (filter.verdict) parts.push(verdictName(filter.verdict));
  return parts.join(" · ");
}
