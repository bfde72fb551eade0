// A report on the page: the service's HTML in, elements made anew out; then walking through findings and showing their places.

const TAGS = new Set(
  ("a article aside b bdi caption dd del details div dl dt footer h2 h3 header ins li mark nav ol p q section span summary " +
    "table tbody td th thead time tr ul").split(" "),
);
const ATTRIBUTES = new Set("class id title lang role tabindex scope colspan datetime".split(" "));

/** The report inside a page of the service, built from elements and attributes that are known to be harmless; text stays text. */
export function adopted(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const made = document.createDocumentFragment();
  for (const child of page.getElementById("report").childNodes) made.append(copied(child));
  return { title: page.querySelector("h1").textContent, content: made };
}

function copied(node) {
  if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const name = node.localName;
  if (!TAGS.has(name)) return document.createTextNode(node.textContent);
  const made = document.createElement(name);
  for (const { name: key, value } of node.attributes) {
    const link = key === "href" && value.startsWith("#");
    if (link || ATTRIBUTES.has(key) || key.startsWith("aria-") || key.startsWith("data-")) made.setAttribute(key, value);
  }
  for (const child of node.childNodes) made.append(copied(child));
  return made;
}

/** Moves through one report: shows places, lights up partners, remembers where to go back to. */
export class Walk {
  constructor(root) {
    this.root = root;
    this.back = null;
    root.addEventListener("click", (event) => this.clicked(event));
    for (const kind of ["mouseover", "focusin"]) root.addEventListener(kind, (event) => this.light(event.target));
    for (const kind of ["mouseout", "focusout"]) root.addEventListener(kind, (event) => this.leave(event));
  }

  /** Puts a new report in place. */
  show(content) {
    this.root.replaceChildren(content);
    this.back = null;
    this.partners = grouped(this.root.querySelectorAll(".statement[data-claim]"));
    this.places = new Map();
    for (const mark of this.root.querySelectorAll("mark[data-places]")) {
      for (const place of mark.dataset.places.split(" ")) {
        if (!this.places.has(place)) this.places.set(place, []);
        this.places.get(place).push(mark);
      }
    }
    for (const card of this.root.querySelectorAll(".card")) this.addButton(card);
  }

  addButton(card) {
    if (!card.querySelector("a.place")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "show no-print";
    button.textContent = "Show in text";
    button.addEventListener("click", () => this.showAll(card));
    card.append(button);
  }

  /** The findings to walk through: those on the screen, and the less important ones, which unfold when it is their turn. */
  get cards() {
    return [...this.root.querySelectorAll(".card")].filter((card) => !card.closest("details:not([open], .more)"));
  }

  clicked(event) {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    this.back = link;
    const id = link.hash.slice(1);
    this.showPlaces([id], true) || this.goTo(id);
  }

  /** Every value of a finding, each in its article. */
  showAll(card) {
    this.back = card;
    this.showPlaces([...card.querySelectorAll("a.place")].map((link) => link.hash.slice(1)), false);
  }

  /** Marks what stands at these places and goes to the first; false where there is none. */
  showPlaces(ids, unfolding) {
    for (const mark of this.root.querySelectorAll("mark.shown")) mark.classList.remove("shown");
    const groups = ids.map((id) => this.places.get(id) ?? []).filter((marks) => marks.length);
    if (!groups.length) return false;
    for (const mark of groups.flat()) mark.classList.add("shown");
    const open = groups.filter(([mark]) => unfolding || !mark.closest("details:not([open])"));
    const first = (open[0] ?? groups[0])[0];
    unfold(first);
    const columns = new Set();
    for (const [mark] of open) {
      const column = mark.closest(".source");
      if (column && !columns.has(column)) centred(mark, column);
      columns.add(column);
    }
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    into(first, "center");
    return true;
  }

  goTo(id) {
    const target = document.getElementById(id);
    if (!target) return;
    unfold(target);
    if (!target.matches("a,button,[tabindex]")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    into(target, target.matches("h2,article") ? "start" : "center");
    for (const lit of this.root.querySelectorAll(".statement.lit")) lit.classList.remove("lit");
    if (target.matches(".statement")) target.classList.add("lit");
  }

  /** The next finding, or the one before; from the first or last it stays there. */
  step(by) {
    const cards = this.cards;
    const from = document.activeElement?.closest(".card") ?? this.back?.closest?.(".card");
    const at = cards.indexOf(from);
    const card = cards[Math.min(Math.max(at + by, 0), cards.length - 1)];
    if (!card) return;
    this.back = card;
    unfold(card);
    card.focus({ preventScroll: true });
    into(card, "nearest");
  }

  /** Hides a citation's words that are shown, else goes back to where a place was asked for. */
  escape() {
    const cite = this.root.querySelector(".cite:hover, .cite:focus-within");
    if (cite && !cite.classList.contains("quiet")) {
      cite.classList.add("quiet");
      return;
    }
    if (!this.back?.isConnected) return;
    for (const mark of this.root.querySelectorAll("mark.shown")) mark.classList.remove("shown");
    this.back.focus({ preventScroll: true });
    into(this.back, "center");
  }

  /** What a finding's values were asked for is not drowned in outlines of all that says the same. */
  light(element) {
    if (element.matches?.("mark.shown")) return;
    const claim = element.closest?.(".statement[data-claim]")?.dataset.claim;
    if (claim === undefined) return;
    const partners = this.partners.get(claim) ?? [];
    if (partners.length > 1) for (const statement of partners) statement.classList.add("lit");
  }

  leave(event) {
    event.target.closest?.(".cite")?.classList.remove("quiet");
    const claim = event.target.closest?.(".statement[data-claim]")?.dataset.claim;
    for (const statement of this.partners?.get(claim) ?? []) statement.classList.remove("lit");
  }
}

function grouped(statements) {
  const found = new Map();
  for (const statement of statements) {
    if (!found.has(statement.dataset.claim)) found.set(statement.dataset.claim, []);
    found.get(statement.dataset.claim).push(statement);
  }
  return found;
}

function unfold(element) {
  for (let at = element.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
}

/** Scrolls a column of its own so that the mark stands in its middle. */
function centred(mark, column) {
  if (column.scrollHeight <= column.clientHeight) return;
  const offset = mark.getBoundingClientRect().top - column.getBoundingClientRect().top;
  column.scrollTop += offset - column.clientHeight / 2;
}

/** Scrolls there: at once where it is far, or where the reader wants less motion. */
function into(element, block) {
  const far = Math.abs(element.getBoundingClientRect().top) > 2 * innerHeight;
  const still = far || matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, behavior: still ? "instant" : "smooth" });
}
