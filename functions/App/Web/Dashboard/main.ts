// The dashboard of /statistics: cards that follow the pickers, the pickers that follow the address.
import { addressOf, filterOf, type Behind, type Selection } from "./address";
import { BehindList } from "./behindList";
import { CardView } from "./cardView";
import { criteriaCard } from "./cards/criteria";
import { deadlinesCard } from "./cards/deadlines";
import { gradingsCard, planCard } from "./cards/gradings";
import { resultsCard } from "./cards/results";
import { targetsCard } from "./cards/targets";
import { trendCard } from "./cards/trend";
import { element } from "./elements";
import { onColours, palette } from "./palette";
import { placeNames } from "./places";
import { served } from "./statistics";

const root = document.getElementById("dashboard")!;
const pickers = document.getElementById("pickers") as HTMLFormElement;
const annex = document.getElementById("annex") as HTMLAnchorElement;
const picker = (name: string): HTMLSelectElement => pickers.elements.namedItem(name) as HTMLSelectElement;
const slim = matchMedia("(max-width: 40rem)");

// Left and right in turn; on a narrow screen the left ones come first.
const cards = [resultsCard, trendCard, gradingsCard, planCard, targetsCard, criteriaCard, deadlinesCard].map((card) => ({ card, view: new CardView(card) }));
const queries = served().catch(() => undefined);
const list = new BehindList(() => history.pushState(null, "", addressOf(selection())));

function selection(): Selection {
  return { province: picker("province").value, year: Number(picker("year").value), kind: picker("kind").value };
}

function open(filter: Behind): void {
  history.pushState(null, "", addressOf(selection(), filter));
  void showList();
}

async function showList(): Promise<void> {
  const names = await placeNames(selection());
  await list.show(selection(), filterOf(location.search), (code) => names.get(code) ?? code);
}

async function showCards(): Promise<void> {
  const now = selection();
  annex.href = `/statistics/gradings?${new URLSearchParams({ province: now.province, year: String(now.year) })}`;
  const [answered, names] = await Promise.all([queries, placeNames(now)]);
  const scene = { selection: now, colours: palette(), narrow: slim.matches, placeName: (code: string) => names.get(code) ?? code, open };
  // A description that cannot be had is no reason to show nothing: each card asks for itself.
  await Promise.all(cards.map(({ card, view }) => (answered && !answered.has(card.query) ? view.absent(now) : view.load(scene))));
  root.dataset["ready"] = "1";
}

function follow(): void {
  const search = new URLSearchParams(location.search);
  for (const name of ["province", "year", "kind"]) {
    const value = search.get(name);
    if (value !== null && [...picker(name).options].some((option) => option.value === value)) picker(name).value = value;
  }
}

pickers.classList.add("live");
pickers.addEventListener("change", () => {
  history.pushState(null, "", addressOf(selection()));
  void showCards();
});
addEventListener("popstate", () => {
  const before = addressOf(selection());
  follow();
  if (addressOf(selection()) !== before) void showCards();
  void showList();
});
onColours(() => cards.forEach(({ view }) => view.redraw({ colours: palette() })));
slim.addEventListener("change", () => cards.forEach(({ view }) => view.redraw({ narrow: slim.matches })));

root.replaceChildren(...[0, 1].map((column) => element("div", { class: "column" }, ...cards.filter((_, index) => index % 2 === column).map(({ view }) => view.element))), list.element);
follow();
history.replaceState(null, "", addressOf(selection(), filterOf(location.search)));
void showCards();
void showList();
