// The page: what is entered goes to the service, what comes back is shown. Nothing is kept, and nothing is sent elsewhere.

import { Entries, fieldsOf, readFile } from "./articles.js";
import { asCurl, copied, save } from "./exports.js";
import { Walk, adopted } from "./report.js";

const part = (id) => document.getElementById(`p-${id}`);
const entries = new Entries(part("articles"), part("entry"), (count) => {
  part("count").textContent = count ? `(${count})` : "";
});
const walk = new Walk(part("report"));
const LIST = /^\/articles\/(\d+)(?:\/([a-z_]+))?/;
const PAIR = /^\/(before|after)(?:\/([a-z_]+))?/;

const NAMES = { source: "Outlet", title: "Title", published_at: "Published", text: "Text", html: "HTML of the page" };
const TITLES = { 401: "A key is needed", 413: "That is too much text", 422: "Something is missing or wrong", 429: "Too many requests", 503: "The service is busy" };

let requestId; // the id that a loaded request had
let shown = null; // what the report on the page answers: {path, request}
let running = null; // the AbortController of a request under way
let cleared = []; // the entries that were taken away last, for those who did not mean it

start();

function start() {
  entries.load([{}, {}]);
  part("add").addEventListener("click", () => fieldsOf(entries.add())[0].focus());
  part("clear").addEventListener("click", clear);
  part("undo").addEventListener("click", undo);
  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    send("v1/merge");
  });
  part("diff").addEventListener("click", () => send("v1/diff"));
  part("cancel").addEventListener("click", () => running?.abort());
  part("files").addEventListener("change", async (event) => {
    await takeFiles([...event.target.files]);
    event.target.value = "";
  });
  for (const button of document.querySelectorAll("[data-sample]")) button.addEventListener("click", () => loadSample(button));
  for (const button of document.querySelectorAll("[data-format]")) button.addEventListener("click", () => download(button));
  part("curl").addEventListener("click", showCurl);
  part("print").addEventListener("click", () => print());
  part("help-open").addEventListener("click", () => part("help").showModal());
  document.addEventListener("keydown", pressed);
  takeDrops();
}

function clear() {
  cleared = entries.filled;
  part("undo").hidden = !cleared.length;
  part("files-told").textContent = "";
  entries.clear();
  entries.load([{}, {}]);
  requestId = undefined;
  part("files-error").hidden = true;
  clearProblems();
}

/** Brings back what was cleared, or what a sample took the place of. */
function undo() {
  entries.list.replaceChildren(...cleared);
  entries.number();
  part("undo").hidden = true;
  fieldsOf(entries.all[0])[0].focus();
}

function takeDrops() {
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    part("drop").classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) part("drop").classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    part("drop").classList.remove("over");
    part("input").open = true;
    takeFiles([...event.dataTransfer.files]);
  });
}

async function takeFiles(files) {
  const wrong = [];
  let taken = 0;
  for (const file of files) {
    try {
      const request = await readFile(file);
      takeRequest(request);
      taken += request.articles.length;
    } catch (error) {
      wrong.push(error.message);
    }
  }
  const total = entries.filled.length;
  part("files-told").textContent = taken ? `${counted(taken)} added, ${total} in all. ${total < 2 ? "Add another to compare." : "Now compare them, below."}` : "";
  part("files-error").textContent = wrong.join(" · ");
  part("files-error").hidden = !wrong.length;
  part("files").toggleAttribute("aria-invalid", false);
  if (wrong.length) part("files").setAttribute("aria-invalid", "true");
}

function takeRequest({ id, articles, options }) {
  entries.load(articles.map((a) => (a && typeof a === "object" ? a : { item: a })));
  requestId = id ?? requestId;
  for (const field of document.querySelectorAll("[data-option]")) {
    if (options?.[field.dataset.option] !== undefined) field.value = options[field.dataset.option];
  }
}

async function loadSample(button) {
  clear();
  try {
    const answer = await fetch(`static/sample-${button.dataset.sample}.json`);
    if (!answer.ok) throw new Error(`the sample is not there (${answer.status})`);
    takeRequest(await answer.json());
    await send("v1/merge");
  } catch (error) {
    part("files-error").textContent = error.message;
    part("files-error").hidden = false;
  }
}

/** The request in the fields; null, and the fault beside its field, where there is none to send. */
function entered(path) {
  let articles;
  try {
    articles = entries.articles();
  } catch (error) {
    if (!error.entry) throw error;
    tellProblem({ title: "An item is not JSON", errors: [{ entry: error.entry, detail: error.message }] });
    return null;
  }
  const options = {};
  for (const field of document.querySelectorAll("[data-option]")) {
    if (field.value.trim()) options[field.dataset.option] = field.type === "number" ? Number(field.value) : field.value.trim();
  }
  if (path === "v1/merge") return { ...(requestId === undefined ? {} : { id: requestId }), articles, options };
  if (articles.length === 2) return { before: articles[0], after: articles[1] };
  const detail = `give exactly two articles, the earlier version first: there are ${articles.length}`;
  tellProblem({ title: "Two versions are compared", detail });
  return null;
}

async function send(path) {
  if (running) return;
  clearProblems();
  const sent = entries.filled;
  const request = entered(path);
  if (!request) return;
  running = new AbortController();
  const stop = progress(sent.length);
  try {
    const answer = await ask(path, "html", request, running.signal);
    if (answer.ok) present(path, request, await answer.text());
    else tellProblem(await problemOf(answer), sent);
  } catch (error) {
    if (error.name === "AbortError") cancelled();
    else tellProblem({ title: "The service does not answer", detail: error.message });
  } finally {
    stop();
    running = null;
  }
}

/** What went wrong, also where something between here and the service answered in its place. */
async function problemOf(answer) {
  try {
    return await answer.json();
  } catch {
    return { status: answer.status, title: "The service does not answer", detail: `status ${answer.status}` };
  }
}

function cancelled() {
  part("note").textContent = "Cancelled.";
  part("input").open = true;
  document.querySelector("button.main").focus();
}

function ask(path, format, request, signal) {
  const headers = { "Content-Type": "application/json" };
  if (part("key").value) headers["X-API-Key"] = part("key").value;
  return fetch(`${path}?format=${format}`, { method: "POST", headers, body: JSON.stringify(request), signal });
}

function progress(count) {
  const begun = Date.now();
  part("progress").hidden = false;
  part("status").textContent = `Comparing ${counted(count)} …`;
  part("seconds").textContent = "";
  const timer = setInterval(() => {
    part("seconds").textContent = `${Math.round((Date.now() - begun) / 1000)} s`;
  }, 1000);
  return () => {
    clearInterval(timer);
    part("progress").hidden = true;
  };
}

function counted(count) {
  return `${count} article${count === 1 ? "" : "s"}`;
}

function present(path, request, html) {
  const { title, content } = adopted(html);
  shown = { path, request };
  part("result-title").textContent = title;
  walk.show(content);
  for (const button of document.querySelectorAll("[data-format]")) {
    button.hidden = button.dataset.for !== "both" && button.dataset.for !== path.slice(3);
  }
  part("told").textContent = "";
  part("result").hidden = false;
  part("tools").open = matchMedia("(min-width: 40rem)").matches; // on a telephone the findings come first
  part("input").open = false;
  part("result-title").focus({ preventScroll: true });
  part("result-title").scrollIntoView({ block: "start", behavior: "instant" });
}

async function download(button) {
  const { format, suffix } = button.dataset;
  const name = String(shown.request.id ?? (shown.path === "v1/diff" ? "changes" : "report")).replace(/[^\w.-]+/g, "-");
  part("told").textContent = `Making ${name}${suffix} …`;
  try {
    const answer = await ask(shown.path, format, shown.request);
    if (!answer.ok) throw new Error((await problemOf(answer)).detail);
    save(`${name}${suffix}`, await answer.blob());
    part("told").textContent = `Saved ${name}${suffix}.`;
  } catch (error) {
    part("told").textContent = `Not saved: ${error.message}`;
  }
}

async function showCurl() {
  part("curl-text").value = asCurl(shown.path, shown.request, Boolean(part("key").value));
  part("curl-box").showModal();
  part("curl-text").select();
  part("curl-told").textContent = (await copied(part("curl-text").value)) ? "Copied." : "Copy it from the field.";
}

function clearProblems() {
  part("problem").hidden = true;
  part("note").textContent = "";
  for (const field of document.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  for (const error of document.querySelectorAll("#p-form .error")) error.hidden = true;
}

/** Each fault beside its field, all of them in a list that leads there, and the first field ready to be put right. */
function tellProblem(problem, sent = []) {
  if (problem.status === 401) part("key-row").hidden = false;
  const box = part("problem");
  const heading = document.createElement("h3");
  heading.textContent = TITLES[problem.status] ?? problem.title;
  const list = document.createElement("ul");
  const faults = problem.errors ?? [{ pointer: "", detail: problem.detail ?? "" }];
  const fields = faults.map((fault) => markFault(fault, sent, list));
  box.replaceChildren(heading, list);
  box.hidden = false;
  part("input").open = true;
  (fields.find(Boolean) ?? (problem.status === 401 ? part("key") : box)).focus();
}

function markFault(fault, sent, list) {
  const { field, error, name } = placeOf(fault, sent);
  const item = document.createElement("li");
  if (error) {
    error.textContent = error.hidden ? fault.detail : `${error.textContent}; ${fault.detail}`;
    error.hidden = false;
  }
  if (field) {
    field.setAttribute("aria-invalid", "true");
    const link = document.createElement("a");
    link.href = `#${field.id}`;
    link.textContent = name;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      field.focus();
    });
    item.append(link, `: ${fault.detail}`);
  } else {
    item.textContent = name ? `${name}: ${fault.detail}` : fault.detail;
  }
  list.append(item);
  return field;
}

/** Where on the page the fault of a JSON pointer belongs. */
function placeOf(fault, sent) {
  const inList = LIST.exec(fault.pointer ?? "");
  const inPair = PAIR.exec(fault.pointer ?? "");
  const entry = fault.entry ?? (inList ? sent[Number(inList[1])] : inPair ? sent[inPair[1] === "before" ? 0 : 1] : null);
  if (entry) {
    const wanted = (inList ?? inPair)?.[2] ?? "";
    const known = fieldsOf(entry).find((field) => field.dataset.field === (wanted === "html" ? "text" : wanted) && !field.closest(".field").hidden);
    const field = known ?? (entry.kind === "json" ? fieldsOf(entry).at(-1) : null);
    const number = entries.all.indexOf(entry) + 1;
    const error = field ? field.closest(".field").querySelector(".error") : entry.querySelector(".whole");
    return { field, error, name: `Article ${number}${wanted ? `, ${NAMES[wanted] ?? wanted.replace("_", " ")}` : ""}` };
  }
  const option = /^\/options\/([a-z_]+)/.exec(fault.pointer ?? "")?.[1];
  const field = option && document.querySelector(`[data-option="${option}"]`);
  if (!field) return { field: null, error: null, name: (fault.pointer ?? "").slice(1).replace(/^articles$/, "") };
  field.closest("details").open = true;
  const error = field.closest("p").nextElementSibling;
  error.id = `${field.id}-error`;
  field.setAttribute("aria-describedby", error.id);
  return { field, error, name: field.labels[0].textContent.trim() };
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input,textarea,select,dialog")) return;
  if (event.key === "Escape" && !part("result").hidden) walk.escape();
  if (event.key === "Enter" && event.target.matches(".card")) walk.showAll(event.target);
  if (!part("keys").checked) return;
  if (event.key === "?") part("help").showModal();
  if (event.key === "j" && !part("result").hidden) walk.step(1);
  if (event.key === "k" && !part("result").hidden) walk.step(-1);
}
