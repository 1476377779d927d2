// What is behind a figure, in a dialog over the charts: dossiers, each a link to its report, or those who owe a report of the calendar.
import { filterText, isReport, type Behind, type Selection } from "./address";
import { element } from "./elements";
import { count } from "./numbers";
import { reportName, today } from "./reports";
import { addressOfQuery, ask, mostRows, Refusal, textIn, type Answer, type Arguments, type Row } from "./statistics";
import { tableOf, type Shown } from "./table";
import { resultName, stateName, verdictName } from "./words";

const pageSize = 100;

type PlaceName = (code: string) => string;

/** A question whose rows are listed. */
interface Listing {
  readonly query: string;
  readonly args: Arguments;
  readonly title: string;
  /** What the rows are, and what they lead to. */
  readonly noun: string;
  readonly hint: string;
  readonly columns: readonly Shown[];
}

export class BehindList {
  readonly element: HTMLDialogElement;
  private readonly title = element("h2", { id: "behind-title" });
  private readonly body = element("div");
  private shown = "";

  /** Told when the reader closes the list. */
  constructor(private readonly closed: () => void) {
    const close = element("button", { type: "button", class: "button second" }, "Đóng");
    this.element = element("dialog", { class: "dossiers", "aria-labelledby": this.title.id }, element("div", { class: "title-row" }, this.title, close), this.body);
    close.addEventListener("click", () => this.element.close());
    this.element.addEventListener("click", (event) => event.target === this.element && this.element.close());
    this.element.addEventListener("close", () => {
      if (!this.shown) return;
      this.shown = "";
      this.closed();
    });
  }

  async show(selection: Selection, filter: Behind | undefined, placeName: PlaceName): Promise<void> {
    const key = filter ? `${selection.province},${filterText(filter)}` : "";
    if (key === this.shown) return;
    this.shown = key;
    if (!filter) return this.element.close();
    if (!this.element.open) this.element.showModal();
    const listing = listingOf(selection, filter, placeName);
    this.title.textContent = listing.title;
    await this.load(listing, 1);
  }

  private async load(listing: Listing, pages: number): Promise<void> {
    const key = this.shown;
    if (pages === 1) this.body.replaceChildren(element("p", { class: "state quiet", role: "status" }, "Đang tải danh sách…"));
    try {
      const answer = await ask(listing.query, { ...listing.args, pageSize: Math.min(pageSize * pages, mostRows) });
      if (key === this.shown) this.fill(answer, listing, pages);
    } catch (fault) {
      const sentence = fault instanceof Refusal ? fault.message : "Không tải được danh sách. Thử lại.";
      if (key === this.shown) this.body.replaceChildren(element("p", { class: "note bad", role: "alert" }, sentence));
    }
  }

  private fill(answer: Answer, listing: Listing, pages: number): void {
    const { noun } = listing;
    if (answer.rows.length === 0) return this.body.replaceChildren(element("p", { class: "state quiet", role: "status" }, `Không có ${noun} nào.`));
    const table = tableOf({ caption: listing.title, rows: answer.rows, columns: listing.columns }, answer.columns);
    const more = answer.rows.length < answer.total && pageSize * pages < mostRows && element("button", { type: "button", class: "button second" }, "Xem thêm");
    if (more) more.addEventListener("click", () => void this.load(listing, pages * 2));
    const file = (name: string, format: "csv" | "xlsx"): HTMLElement =>
      element("a", { href: addressOfQuery(listing.query, listing.args, format), download: true, "aria-label": `Tải ${name}: ${listing.title}` }, name);
    this.body.replaceChildren(
      element("p", { class: "quiet" }, `${count(answer.total)} ${noun}`, answer.rows.length < answer.total && `, hiện ${count(answer.rows.length)} ${noun} đầu`, `. ${listing.hint} Tải `, file("CSV", "csv"), " ", file("XLSX", "xlsx")),
      table, ...(more ? [more] : []));
  }
}

function listingOf({ province }: Selection, filter: Behind, placeName: PlaceName): Listing {
  const [report, parts] = [isReport(filter) ? filter : undefined, [] as string[]];
  if (report) {
    parts.push(reportName(report.report), `năm ${report.year}`);
    if (report.place) parts.push(placeName(report.place));
    if (report.state) parts.push(stateName(report.state));
    return { query: "reports-due", args: { province, ...report, on: today() }, title: parts.join(" · "), noun: "nơi phải nộp", hint: "Tính đến hôm nay.", columns: owed(placeName) };
  }

  const dossiers = filter as Exclude<Behind, { report: string }>;
  parts.push(`Hồ sơ năm ${dossiers.year}`);
  if (dossiers.place) parts.push(placeName(dossiers.place));
  if (dossiers.criterion !== undefined) parts.push(dossiers.indicator === undefined ? `tiêu chí ${dossiers.criterion}` : `chỉ tiêu ${dossiers.criterion}.${dossiers.indicator}`);
  if (dossiers.result) parts.push(dossiers.result === "none" && dossiers.criterion !== undefined ? "Trống" : resultName(dossiers.result));
  if (dossiers.verdict) parts.push(verdictName(dossiers.verdict));
  return { query: "dossiers", args: { province, ...dossiers }, title: parts.join(" · "), noun: "hồ sơ", hint: "Chọn tên đơn vị để mở báo cáo kiểm tra.", columns: counted(placeName) };
}

const toReport = (row: Row): { readonly href: string } | undefined => (row["dossier"] ? { href: `/dossiers/${textIn(row, "dossier")}/report` } : undefined);

const counted = (placeName: PlaceName): readonly Shown[] => [
  { name: "officeName", link: toReport },
  { name: "commune", title: "Nơi", text: (row) => placeName(textIn(row, "commune") || textIn(row, "district") || textIn(row, "province")) },
  { name: "received" },
  { name: "verdict", text: (row) => verdictName(textIn(row, "verdict")) },
  { name: "declared", text: (row) => (row["declared"] ? resultName(textIn(row, "declared")) : "–") },
  { name: "computed", text: (row) => (row["computed"] ? resultName(textIn(row, "computed")) : "–") },
];

// Whoever owes may be the place itself: then the one above it tells where.
const owed = (placeName: PlaceName): readonly Shown[] => [
  { name: "name", link: toReport },
  { name: "commune", title: "Nơi", text: (row) => [row["commune"], row["district"]].filter((code) => code && code !== row["sender"]).map((code) => placeName(String(code)))[0] ?? "–" },
  { name: "lastDay" },
  { name: "received" },
  { name: "state", text: (row) => stateName(textIn(row, "state")) },
  { name: "daysLate" },
  { name: "number" },
];
