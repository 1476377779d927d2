// Shows the originals beside the report and draws a box for every place the text speaks of.
// The text itself carries the places (data-file, data-page, data-box); nothing is fetched but the originals.

const sheets = document.getElementById("sheets");
const pdf = await import(sheets.dataset.pdf);
pdf.GlobalWorkerOptions.workerSrc = sheets.dataset.worker;

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const pages = new Map();
const spots = [...document.querySelectorAll("[data-file][data-page]")];
let opened = 0;

const keyOf = (file, page) => `${file}\n${page}`;

// A sheet per page is laid out at once, so that scrolling and links work before a page is drawn.
class Sheet {
  constructor(loaded, file, number, viewport) {
    this.loaded = loaded;
    this.number = number;
    this.drawn = 0;
    this.element = document.createElement("figure");
    this.element.className = "sheet";
    this.paper = document.createElement("div");
    this.paper.className = "paper";
    this.paper.style.aspectRatio = `${viewport.width} / ${viewport.height}`;
    const caption = document.createElement("figcaption");
    caption.textContent = `Trang ${number}`;
    this.element.append(this.paper, caption);
    this.element.sheet = this;
    this.boxes = spots.filter((spot) => spot.dataset.file === file && spot.dataset.page === String(number) && spot.dataset.box).map((spot) => this.box(spot));
  }

  box(spot) {
    const [left, top, right, bottom] = spot.dataset.box.split(",").map(Number);
    const box = document.createElement("button");
    box.type = "button";
    box.className = `box ${spot.dataset.tone}`;
    box.title = spot.dataset.label;
    box.setAttribute("aria-label", `${spot.dataset.label} – về dòng trong báo cáo`);
    Object.assign(box.style, { left: `${left * 100}%`, top: `${top * 100}%`, width: `${(right - left) * 100}%`, height: `${(bottom - top) * 100}%` });
    box.addEventListener("click", () => tell(spot));
    spot.box = box;
    this.paper.append(box);
    return box;
  }

  async draw() {
    const width = this.paper.clientWidth;
    if (!width || this.drawn >= width) return;
    this.drawn = width;
    try {
      const page = await this.loaded.getPage(this.number);
      const scale = (width / page.getViewport({ scale: 1 }).width) * Math.min(devicePixelRatio || 1, 2);
      const viewport = page.getViewport({ scale });
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      await page.render({ canvasContext: canvas.getContext("2d"), viewport }).promise;
      this.paper.querySelector("canvas")?.remove();
      this.paper.prepend(canvas);
      this.element.classList.add("drawn");
    } catch (fault) {
      this.drawn = 0;
      console.warn(fault);
    }
  }

  // Far pages give their memory back: a phone cannot hold a hundred canvases.
  drop() {
    this.drawn = 0;
    this.paper.querySelector("canvas")?.remove();
    this.element.classList.remove("drawn");
  }
}

const near = new IntersectionObserver(
  (entries) => entries.forEach(({ target, isIntersecting }) => (isIntersecting ? target.sheet.draw() : target.sheet.drop())),
  // The pages scroll in the window on a phone, in a column of their own on a wide screen.
  { rootMargin: "800px 0px", scrollMargin: "800px 0px" },
);

async function open(section) {
  const { name, src } = section.dataset;
  const host = section.querySelector(".pages");
  try {
    const loaded = await pdf.getDocument({ url: src, isEvalSupported: false, disableAutoFetch: true, useSystemFonts: true }).promise;
    for (let number = 1; number <= loaded.numPages; number++) {
      const viewport = (await loaded.getPage(number)).getViewport({ scale: 1 });
      const sheet = new Sheet(loaded, name, number, viewport);
      pages.set(keyOf(name, number), sheet);
      host.append(sheet.element);
      near.observe(sheet.element);
    }
    opened++;
  } catch (fault) {
    const note = document.createElement("p");
    note.className = "quiet";
    note.textContent = "Không hiển thị được tệp này trong trang. Mở tệp gốc để xem.";
    host.append(note);
    console.warn(fault);
  }
}

function mark(spot) {
  for (const old of document.querySelectorAll(".picked")) old.classList.remove("picked");
  spot.classList.add("picked");
  spot.box?.classList.add("picked");
}

const bring = (element) => element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "center" });

// From a box back to the line of the report.
function tell(spot) {
  for (let details = spot.closest("details"); details; details = details.parentElement.closest("details")) details.open = true;
  mark(spot);
  bring(spot);
}

// From a line of the report to its place.
function show(spot) {
  const sheet = pages.get(keyOf(spot.dataset.file, spot.dataset.page));
  if (!sheet) return false;
  mark(spot);
  bring(spot.box ?? sheet.element);
  return true;
}

for (const spot of spots) {
  spot.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || getSelection()?.toString()) return;
    if (event.target.closest("a:not(.goto)")) return;
    if (show(spot)) event.preventDefault();
  });
}

document.documentElement.classList.add("with-viewer");
// One after another: the first pages show early, and a slow line is not shared among all files.
for (const section of sheets.querySelectorAll(".sheet-file")) await open(section);
sheets.dataset.ready = String(opened);
if (/^#[fv]\d+$/.test(location.hash)) {
  const spot = document.getElementById(location.hash.slice(1));
  if (spot) show(spot);
}
