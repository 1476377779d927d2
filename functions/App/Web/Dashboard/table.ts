// A table that says what its chart shows, in the words of the data dictionary.
import { element, onFollow } from "./elements";
import { cellText } from "./numbers";
import type { Cell, Column, Row } from "./statistics";

/** A column shown: one of the answer's, or one with a head or text of its own. */
export interface Shown {
  readonly name: string;
  readonly title?: string;
  readonly text?: (row: Row) => string;
  /** Where the cell leads; undefined for nowhere. */
  readonly link?: (row: Row) => { readonly href: string; readonly follow?: () => void } | undefined;
}

export interface TableView {
  readonly caption: string;
  readonly columns: readonly Shown[];
  readonly rows: readonly Row[];
  readonly isTotal?: (row: Row) => boolean;
}

const isNumber = (column: Column): boolean => column.type === "integer" || column.type === "decimal";
const plain = (name: string): Column => ({ name, type: "text", title: name, meaning: "", unit: "" });

export function tableOf(view: TableView, dictionary: readonly Column[]): HTMLElement {
  const columns = view.columns.map((shown) => ({ shown, column: dictionary.find((one) => one.name === shown.name) ?? plain(shown.name) }));
  const head = element("tr", {}, ...columns.map(({ shown, column }) =>
    element("th", { scope: "col", title: column.meaning || undefined, class: isNumber(column) ? undefined : "text" }, shown.title ?? column.title)));
  const body = view.rows.map((row) => element("tr", { class: view.isTotal?.(row) ? "total" : undefined }, ...columns.map(({ shown, column }, index) => {
    const text = shown.text ? shown.text(row) : cellText(row[shown.name] as Cell, column);
    const link = shown.link?.(row);
    const content = link ? onFollowing(element("a", { href: link.href }, text), link.follow) : text;
    return index === 0 ? element("th", { scope: "row" }, content) : element("td", { class: isNumber(column) ? undefined : "text" }, content);
  })));
  return element("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": view.caption },
    element("table", { class: "figures" }, element("caption", { class: "unseen" }, view.caption), element("thead", {}, head), element("tbody", {}, ...body)));
}

const onFollowing = (link: HTMLAnchorElement, follow?: () => void): HTMLAnchorElement => (follow ? onFollow(link, follow) : link);
