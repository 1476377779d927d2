// A card on the page: loads its answer, draws it, writes it as a table, and says plainly when there is nothing or something failed.
import type { Selection } from "./address";
import type { Card, Choice, Scene } from "./card";
import { drawChart, type DrawnChart } from "./chart";
import { element } from "./elements";
import { lastChange, noteOf } from "./notes";
import { addressOfQuery, ask, Refusal, type Answer, type Arguments } from "./statistics";
import { tableOf } from "./table";

const mostBars = 30;

export class CardView {
  readonly element: HTMLElement;
  private readonly title = element("h2");
  private readonly about = element("p", { class: "quiet" });
  private readonly tools = element("div", { class: "tools" });
  private readonly body = element("div", { class: "body" });
  private drawn: DrawnChart | undefined;
  private answer: Answer | undefined;
  private scene: Omit<Scene, "choice" | "most"> | undefined;
  private choice = "";
  private chosen = false;
  private asTable = false;
  private all = false;
  private loading = 0;

  constructor(private readonly card: Card) {
    this.title.id = `${card.id}-title`;
    this.element = element("section", { class: "card figure", id: card.id, "aria-labelledby": this.title.id }, this.title, this.about, this.tools, this.body);
  }

  /** Shows that the app does not answer the card's query. */
  absent(selection: Selection): void {
    this.head(selection);
    this.say("Chưa có: máy chủ này chưa cung cấp bảng số liệu này.");
  }

  async load(scene: Omit<Scene, "choice" | "most">): Promise<void> {
    const { selection } = scene;
    const turn = ++this.loading;
    this.scene = scene;
    this.all = false;
    // What nobody chose may have been the best of another year alone.
    if (!this.chosen) this.choice = "";
    this.head(selection);
    const choices = this.card.ask?.choices(selection) ?? [];
    if (this.card.ask) {
      if (choices.length === 0) return this.say(this.card.empty(selection));
      if (!choices.some((one) => one.value === this.choice)) this.choice = choices[0]!.value;
    }

    this.element.setAttribute("aria-busy", "true");
    this.element.dataset["state"] = "loading";
    this.body.replaceChildren(element("p", { class: "state quiet", role: "status" }, "Đang tải số liệu…"));
    try {
      const answer = await ask(this.card.query, this.args());
      if (turn !== this.loading) return;
      this.answer = answer;
      this.show();
    } catch (fault) {
      if (turn === this.loading) this.fail(fault);
    } finally {
      if (turn === this.loading) this.element.removeAttribute("aria-busy");
    }
  }

  /** Draws again what was loaded: other colours, another width. */
  redraw(change: Partial<Omit<Scene, "choice" | "most">>): void {
    if (!this.scene) return;
    this.scene = { ...this.scene, ...change };
    if (this.answer && this.element.dataset["state"] === "shown") this.show();
  }

  private args(): Arguments {
    return this.card.args(this.scene!.selection, this.choice);
  }

  private head(selection: Selection): void {
    this.clear();
    this.answer = undefined;
    this.title.textContent = this.card.title(selection);
    this.about.textContent = this.card.about(selection);
    this.tools.replaceChildren();
  }

  private clear(): void {
    this.drawn?.dispose();
    this.drawn = undefined;
  }

  private say(sentence: string): void {
    this.element.dataset["state"] = "empty";
    this.body.replaceChildren(element("p", { class: "state quiet", role: "status" }, sentence));
  }

  private fail(fault: unknown): void {
    const refusal = fault instanceof Refusal ? fault : new Refusal("Không vẽ được số liệu này. Tải lại trang.");
    const again = element("button", { type: "button", class: "link" }, "Thử lại");
    again.addEventListener("click", () => void this.load(this.scene!));
    this.element.dataset["state"] = "failed";
    this.body.replaceChildren(element("p", { class: "note bad", role: "alert" }, refusal.message, " ", refusal.signInAgain ? element("a", { href: "/sign-in" }, "Đăng nhập lại") : again));
  }

  private show(): void {
    const [{ card }, answer, base] = [this, this.answer!, this.scene!];
    this.clear();
    const choices = card.ask?.choices(base.selection) ?? card.choose?.of(answer, base.selection) ?? [];
    if (choices.length > 0 && !choices.some((one) => one.value === this.choice)) this.choice = choices[0]!.value;
    const scene: Scene = { ...base, choice: this.choice, most: this.all ? Number.POSITIVE_INFINITY : mostBars };
    const view = card.chart(answer, scene);
    this.tools.replaceChildren(...(card.ask && !view ? [this.chooser(card.ask.label, choices)] : []));
    if (!view) return this.say(card.empty(base.selection));

    this.element.dataset["state"] = "shown";
    this.tools.replaceChildren(
      ...(choices.length > 0 ? [this.chooser((card.ask ?? card.choose)!.label, choices)] : []),
      this.toggle(),
      element("span", { class: "downloads" }, element("span", { class: "quiet" }, "Tải "), this.download("CSV", "csv"), " ", this.download("XLSX", "xlsx")));
    const notes = [...answer.notes, ...lastChange(answer.asOf)];
    const below = notes.length > 0 ? [element("ul", { class: "notes quiet" }, ...notes.map((note) => element("li", {}, ...noteOf(note))))] : [];
    if (this.asTable) {
      this.body.replaceChildren(tableOf(card.table(answer, scene), answer.columns), ...below);
      return;
    }

    const host = element("div", { class: "chart" });
    const leftOut = Math.max(card.leftOut?.(answer, scene.most) ?? 0, 0);
    this.body.replaceChildren(host, ...(leftOut > 0 ? [this.more(leftOut)] : []), ...below);
    this.drawn = drawChart(host, view, scene.colours);
  }

  private chooser(label: string, choices: readonly Choice[]): HTMLElement {
    const select = element("select", {}, ...choices.map((one) => element("option", { value: one.value, selected: one.value === this.choice }, one.text)));
    select.addEventListener("change", () => {
      this.choice = select.value;
      this.chosen = true;
      if (this.card.ask) void this.load(this.scene!).then(() => this.focus("select"));
      else {
        this.show();
        this.focus("select");
      }
    });
    return element("label", { class: "choice" }, element("span", { class: "quiet" }, label), select);
  }

  private toggle(): HTMLElement {
    const button = element("button", { type: "button", class: "link view" }, this.asTable ? "Xem biểu đồ" : "Xem bảng");
    button.addEventListener("click", () => {
      this.asTable = !this.asTable;
      this.show();
      this.focus(".view");
    });
    return button;
  }

  private more(leftOut: number): HTMLElement {
    const button = element("button", { type: "button", class: "link" }, `Hiện thêm ${leftOut} dòng chưa vẽ`);
    button.addEventListener("click", () => {
      this.all = true;
      this.show();
      this.focus(".view");
    });
    return button;
  }

  // What was pressed was made anew; whoever works by keyboard stays where they were.
  private focus(what: string): void {
    this.tools.querySelector<HTMLElement>(what)?.focus();
  }

  private download(name: string, format: "csv" | "xlsx"): HTMLElement {
    const { pageSize: _, ...args } = this.args();
    return element("a", { href: addressOfQuery(this.card.query, args, format), download: true, "aria-label": `Tải ${name}: ${this.title.textContent}` }, name);
  }
}
