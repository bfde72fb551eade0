// The articles to compare: fields and files in, a request out; the problems of an answer go back to their fields.

const HEADERS = { source: "source", title: "title", date: "published_at", url: "url" };
const TEXT = /\.(txt|md|text|markdown)$/i;
const HTML = /\.(html?|xhtml)$/i;
const JSON_FILE = /\.json$/i;
const PLAIN = ["id", "source", "title", "text", "html", "url", "published_at", "language"];

/** The list of articles on the page. */
export class Entries {
  constructor(list, template, changed) {
    this.list = list;
    this.template = template;
    this.changed = changed;
  }

  get all() {
    return [...this.list.children];
  }

  /** The entries that hold anything, in order. */
  get filled() {
    return this.all.filter((entry) => entry.given || fieldsOf(entry).some((field) => field.value.trim()));
  }

  /** Adds an article, or an empty one; what has no field of its own on the page is kept and sent along. */
  add(article = {}) {
    const entry = this.template.content.firstElementChild.cloneNode(true);
    const readable = Object.keys(article).every((key) => PLAIN.includes(key));
    entry.kind = !readable ? "json" : "html" in article ? "html" : "text";
    entry.rest = readable ? pick(article, ["id", "url", "language"]) : {};
    const values = readable ? { ...article, text: article.text ?? article.html } : { text: JSON.stringify(article, null, 1) };
    for (const field of fieldsOf(entry)) {
      const name = field.dataset.field;
      field.value = values[name] ?? "";
      if (!readable && name !== "text") field.closest(".field").hidden = true;
    }
    entry.querySelector(".kind").textContent = { text: "Text", html: "HTML of the page", json: "JSON item" }[entry.kind];
    entry.querySelector(".remove").addEventListener("click", () => this.remove(entry));
    this.list.append(entry);
    this.number();
    return entry;
  }

  remove(entry) {
    const next = entry.nextElementSibling ?? entry.previousElementSibling;
    entry.remove();
    this.number();
    (next?.querySelector(".remove") ?? document.getElementById("p-add")).focus();
  }

  clear() {
    this.list.replaceChildren();
    this.number();
  }

  /** Adds articles in place of empty entries. */
  load(articles) {
    for (const entry of this.all) if (!this.filled.includes(entry)) entry.remove();
    for (const article of articles) this.add(article);
    this.number();
  }

  number() {
    this.all.forEach((entry, index) => {
      for (const place of entry.querySelectorAll(".number")) place.textContent = String(index + 1);
      for (const field of fieldsOf(entry)) {
        field.id = `p-${index}-${field.dataset.field}`;
        const error = field.closest(".field").querySelector(".error");
        error.id = `${field.id}-error`;
        field.setAttribute("aria-describedby", error.id);
      }
    });
    this.changed(this.all.length);
  }

  /** What a request says of each article. Throws a SyntaxError with the entry where a JSON item is broken. */
  articles() {
    return this.filled.map((entry) => articleOf(entry));
  }
}

/** The fields of one entry. */
export function fieldsOf(entry) {
  return [...entry.querySelectorAll("[data-field]")];
}

function articleOf(entry) {
  const values = Object.fromEntries(fieldsOf(entry).map((field) => [field.dataset.field, field.value]));
  if (entry.kind === "json") {
    try {
      return JSON.parse(values.text);
    } catch (error) {
      throw Object.assign(new SyntaxError(`not JSON: ${error.message}`), { entry });
    }
  }
  const article = { ...entry.rest, source: values.source };
  if (values.title.trim()) article.title = values.title;
  if (values.published_at.trim()) article.published_at = values.published_at.trim();
  article[entry.kind] = values.text;
  return article;
}

function pick(article, names) {
  return Object.fromEntries(names.filter((name) => name in article).map((name) => [name, article[name]]));
}

/** The request that a file stands for: its articles, and its id and options where it has them. Throws an Error for a reader. */
export async function readFile(file) {
  let text;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    text = new TextDecoder(utf16 ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file.name}: not UTF-8: save the file as UTF-8`);
  }
  const source = file.name.replace(/\.[^.]*$/, "") || file.name;
  if (JSON_FILE.test(file.name)) return fromJson(file.name, source, text);
  if (HTML.test(file.name)) return { articles: [{ source: siteName(text) || source, html: text }] };
  if (TEXT.test(file.name)) return { articles: [fromText(source, text, /\.(md|markdown)$/i.test(file.name))] };
  throw new Error(`${file.name}: this kind of file is not read: give .txt, .md, .html or .json`);
}

function fromJson(name, source, text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${name}: not JSON: ${error.message}`);
  }
  if (Array.isArray(value)) return { articles: value };
  if (value === null || typeof value !== "object") throw new Error(`${name}: give an article, a list of them or a merge request`);
  if ("articles" in value) {
    if (!Array.isArray(value.articles)) throw new Error(`${name}: articles is not a list`);
    return value;
  }
  const named = "source" in value || !Object.keys(value).every((key) => PLAIN.includes(key));
  return { articles: [named ? value : { source, ...value }] };
}

/** Header lines count only where every line before the first blank one is a header, else they are the article's. */
export function fromText(source, text, markdown) {
  const article = { source };
  const head = /^(?:(?:source|title|date|url):[ \t]*[^\r\n]*\r?\n)+[ \t]*\r?\n/i.exec(text);
  const lines = head ? head[0].trim().split(/\r?\n/) : [];
  const names = lines.map((line) => line.slice(0, line.indexOf(":")).toLowerCase());
  if (head && new Set(names).size === names.length) {
    lines.forEach((line, index) => {
      const value = line.slice(line.indexOf(":") + 1).trim();
      if (value) article[HEADERS[names[index]]] = names[index] === "date" ? isoDate(value) : value;
    });
    text = text.slice(head[0].length);
  }
  const heading = markdown && !article.title ? /^[\r\n]*#[ \t]+([^\r\n]{1,2000}?)[ \t#]*\r?\n/.exec(text) : null;
  if (heading && text.slice(heading[0].length).trim()) {
    article.title = heading[1];
    text = text.slice(heading[0].length).replace(/^[\r\n]+/, "");
  }
  return { ...article, text };
}

/** A date as mail and web servers write it ("Wed, 23 Oct 2024 16:20:00 GMT") as ISO; any other stays as it is. */
function isoDate(value) {
  const time = /^[a-z]/i.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? value : new Date(time).toISOString();
}

function siteName(html) {
  const page = new DOMParser().parseFromString(html.slice(0, 200000), "text/html");
  return page.querySelector('meta[property="og:site_name"]')?.content.trim() ?? "";
}
