// Review: a document on the left, its claims on the right, everything by keyboard.

import { Forms } from "./forms.js";
import { isOff, listen, turn } from "./keys.js";
import { List } from "./list.js";
import { Queue } from "./queue.js";
import { Sheet } from "./sheet.js";

const $ = (selector, root = document) => root.querySelector(selector);
const page = $("#review");
const words = JSON.parse(page.dataset.words);
const reading = page.dataset.reading;
const documentId = page.dataset.document;
const formKey = $('meta[name="form-key"]').content;

const sheet = new Sheet($("#sheet"));
const list = new List($("#margin"), reading);
const forms = new Forms();
const queue = new Queue(page.dataset.who, formKey, answered, tellWaiting);
const decided = []; // claims in the order in which they were decided here, for undo
const atHand = new Map(); // claim -> what is needed to decide on it

// Moving

async function go(id) {
  if (!id) return;
  const card = await list.go(id);
  if (!card) return;
  sheet.show(id);
  prepareSoon(id);
}

let soon = 0;
let preparing = false; // one at a time: whoever goes quickly through a long document is not followed by a crowd of requests
function prepareSoon(id) {
  clearTimeout(soon);
  showAside(id);
  soon = setTimeout(async () => {
    if (preparing) return prepareSoon(list.current);
    preparing = true;
    await prepare(id);
    showAside(id);
    const next = list.current === id && list.away(1);
    if (next) await prepare(next);
    preparing = false;
  }, 120);
}

async function prepare(id) {
  if (atHand.has(id)) return atHand.get(id);
  const answer = await fetch(`/review/claims/${encodeURIComponent(id)}?${new URLSearchParams({ reading })}`).catch(() => null);
  if (!answer?.ok) return null;
  const told = await answer.json().catch(() => null);
  if (told) atHand.set(id, told);
  return told;
}

function showAside(id) {
  const known = atHand.get(id);
  const slot = list.card(id)?.querySelector(".slot");
  if (!known || list.current !== id || !slot || slot.childNodes.length) return;
  slot.innerHTML = known.aside; // written by the server from escaped text
  list.card(id).scrollIntoView({ block: "nearest", behavior: "instant" });
}

// Deciding

function decide(id, decision, more = {}) {
  const seen = list.seen(id);
  const settles = reading === "settle" ? "settles-" : "";
  queue.add(`/review/claims/${encodeURIComponent(id)}/verdict`, id, { client_id: settles + crypto.randomUUID(), seen, decision, reading, ...more });
  list.setSeen(id, seen + 1);
  atHand.delete(id);
}

function stand(id, state) {
  list.stand(id, state, words[state]);
  sheet.stand(id, (claim) => list.state(claim));
  tally();
}

function tally() {
  const judged = list.judged();
  $("#judged").textContent = judged;
  $("#claims").textContent = list.ids.length;
  $("#progress").value = judged;
  $("#progress").max = Math.max(list.ids.length, 1);
}

function decideAndGoOn(id, decision, state, more) {
  decided.push({ id, before: list.state(id) });
  decide(id, decision, more);
  stand(id, state);
  const next = list.nextOpen();
  if (next) go(next);
  else tell(words.end);
}

const acts = {
  next: () => go(list.away(1) ?? (list.current ? null : list.ids[0])),
  previous: () => go(list.away(-1)),
  accept: () => list.current && decideAndGoOn(list.current, "accept", list.state(list.current) === "amended" && reading !== "second" ? "amended" : "accepted"),
  amend: () => list.current && amend(list.current),
  reject: async () => {
    const id = list.current;
    const reason = id && (await forms.reject());
    if (reason) decideAndGoOn(id, "reject", "rejected", { reason });
    else if (id) list.card(id)?.focus();
  },
  undo: () => {
    const last = decided.pop() ?? (list.current && list.state(list.current) !== "open" ? { id: list.current, before: "open" } : null);
    if (!last) return tell(words.nothing);
    decide(last.id, "undo");
    stand(last.id, last.before);
    go(last.id);
  },
  link: () => list.current && linkWith(list.current),
  new: () => makeClaim(),
  search: () => $("#search").select(),
  help: () => {
    $('[data-act="switch"]').setAttribute("aria-pressed", isOff());
    $("#help").showModal();
  },
  switch: () => {
    const off = turn();
    $('[data-act="switch"]').setAttribute("aria-pressed", off);
    tell(off ? words.off : words.on);
  },
  offer: (number, yes) => {
    const offered = list.current && list.card(list.current).querySelectorAll(".offers li")[number - 1];
    if (offered) answerOffer(offered, yes);
  },
};

async function amend(id, instead = null) {
  const known = await prepare(id);
  if (!known) return tell(words.offline);
  const passage = known.claim.evidence;
  const evidence = sheet.selected() ?? { start: passage.start, end: passage.end, words: passage.text };
  const answer = await forms.amend(instead ?? known.claim, known.words, evidence, false);
  if (answer) decideAndGoOn(id, "amend", "amended", answer);
  else list.card(id)?.focus();
}

async function makeClaim() {
  const selected = sheet.selected();
  if (!selected) return tell(words.select);
  const offered = await wordsAround(selected);
  if (!offered) return tell(words.offline);
  const answer = await forms.amend({ kind: "pledge", status: "done" }, offered, selected, true);
  if (answer) sendClaim(answer);
}

async function wordsAround({ start, end }) {
  const answer = await fetch(`/review/documents/${documentId}/words?${new URLSearchParams({ start, end })}`).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

function sendClaim(answer) {
  queue.add(`/review/documents/${documentId}/claims`, null, { client_id: crypto.randomUUID(), ...answer });
}

// Linking

async function linkWith(id) {
  const evidence = (await prepare(id))?.claim.evidence.text ?? "";
  const answer = await forms.link(evidence);
  list.card(id)?.focus();
  if (answer) sendLink(id, { kind: answer.kind, from_claim: id, to_claim: answer.to });
}

function answerOffer(offered, yes) {
  const { kind, from, to, score } = offered.dataset;
  const why = offered.querySelector(".why").textContent;
  sendLink(list.current, { kind, from_claim: from, to_claim: to, stands: yes, score: Number(score), reasons: why ? [why] : [] });
  offered.classList.add("answered");
  offered.remove();
}

function sendLink(id, asked) {
  queue.add("/review/links", id, { client_id: crypto.randomUUID(), ...asked });
  atHand.delete(id);
}

// What comes back

async function answered(entry, status, told) {
  if (entry.address === "/review/links") {
    if (status >= 400) tell(words.refused.replace("{reason}", told.detail ?? status), true);
    else if (list.current === entry.claim) refreshAside(entry.claim);
    return;
  }
  if (status === 409 && told.view) return clash(entry, told);
  if (status >= 400) return refused(entry, status, told);
  if (entry.claim === null) {
    list.add(told.id, told.card);
    sheet.replace(told.blocks);
    tally();
    go(told.id);
    return;
  }
  const waits = queue.waiting().some((other) => other.claim === entry.claim);
  if (!waits && list.card(entry.claim)) {
    list.replace(entry.claim, told.card);
    list.setSeen(entry.claim, told.seen);
    sheet.replace(told.blocks);
    if (Object.keys(told.blocks).length && list.current) sheet.show(list.current);
  }
}

async function refreshAside(id) {
  await prepare(id);
  const slot = list.card(id)?.querySelector(".slot");
  if (slot && atHand.has(id)) slot.innerHTML = atHand.get(id).aside; // written by the server from escaped text
}

// Somebody decided on the claim since we saw it: nothing of either is lost, a person says what shall stand.
const clashes = [];
async function clash(entry, told) {
  for (const later of queue.waiting().filter((other) => other.claim === entry.claim)) {
    queue.drop(later);
    if (later.body.decision === "undo") entry = null;
    else entry = later;
  }
  if (!entry) return refresh(told.claim);
  clashes.push({ entry, told });
  if (clashes.length > 1) return;
  while (clashes.length) {
    await free();
    await settle(clashes[0].entry, clashes[0].told);
    clashes.shift();
  }
}

async function settle(entry, told) {
  const id = entry.claim;
  await go(id);
  const choice = await forms.overtaken(told.view);
  await refresh(id);
  list.setSeen(id, told.seen);
  if (choice === "mine") {
    const { decision, reason, fields, seen, of } = entry.body;
    decide(id, decision, { reason, fields, of: of ?? seen });
    stand(id, { accept: "accepted", amend: "amended", reject: "rejected", undo: "open" }[decision]);
  }
  if (choice === "edit") await amend(id, null);
}

async function refresh(id) {
  atHand.delete(id);
  const html = await list.fetch([id]).catch(() => null);
  if (!html) return;
  list.replace(id, html);
  sheet.stand(id, (claim) => list.state(claim));
  tally();
}

async function refused(entry, status, told) {
  const sentence = words.refused.replace("{reason}", told.detail ?? status);
  tell(sentence, true);
  if (entry.claim) await refresh(entry.claim);
  if (!entry.body.fields) return;
  await free();
  const isNew = entry.claim === null;
  if (!isNew) await go(entry.claim);
  const [start, end] = entry.body.fields.evidence;
  const offered = isNew ? await wordsAround({ start, end }) : (await prepare(entry.claim))?.words;
  if (!offered) return;
  const answer = forms.amend(asClaim(entry.body.fields), offered, { start, end, words: entry.body.words }, isNew);
  forms.fault(told.detail ?? sentence);
  const again = await answer;
  if (again && isNew) sendClaim(again);
  else if (again) decideAndGoOn(entry.claim, "amend", "amended", again);
}

// The form's fields as the claim from which a form is filled.
function asClaim(fields) {
  return { ...fields, where: fields.where.map((name) => ({ name })), unread: [] };
}

// Wait until no dialog is open.
async function free() {
  while (forms.open) await new Promise((resolve) => $("dialog[open]").addEventListener("close", resolve, { once: true }));
}

// Telling

let silent = 0;
function tell(sentence, stays = false) {
  const notice = $("#notice");
  notice.textContent = sentence;
  notice.hidden = false;
  notice.classList.toggle("fault", stays);
  clearTimeout(silent);
  if (!stays) silent = setTimeout(() => (notice.hidden = true), 4000);
}

function tellWaiting(count, why) {
  const notice = $("#notice");
  if (count && why !== "sending") {
    const sentence = why === "closed" ? words.closed : words.waiting;
    tell(sentence.replace("{count}", count), true);
    notice.dataset.waiting = count;
  } else if (!count && notice.dataset.waiting) {
    delete notice.dataset.waiting;
    tell(words.saved);
  }
}

// Searching

const search = $("#search");
let places = [];
let at = -1;

search.addEventListener("input", () => {
  places = sheet.find(search.value.trim());
  at = -1;
  step(1);
});

search.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  } else if (event.key === "Escape") {
    event.preventDefault();
    sheet.forget();
    const claims = places[at] ? sheet.reveal(places[at]) : [];
    sheet.forget();
    search.blur();
    go(claims.at(-1) ?? list.current);
  }
});

function step(by) {
  const told = $("#found");
  if (!search.value.trim()) {
    sheet.forget();
    told.textContent = "";
    return;
  }
  if (!places.length) {
    sheet.forget();
    told.textContent = words.none;
    return;
  }
  at = (at + by + places.length) % places.length;
  sheet.reveal(places[at]);
  told.textContent = words.found.replace("{at}", at + 1).replace("{count}", places.length);
}

// Pointing

$("#sheet").addEventListener("click", (event) => {
  if (!getSelection().isCollapsed) return; // words are being selected
  const claims = sheet.claimsAt(event.target);
  if (!claims.length) return;
  const here = claims.indexOf(list.current);
  go(claims[(here + 1) % claims.length]); // a second click on words of several claims goes on to the next of them
});

$("#margin").addEventListener("click", (event) => {
  const answer = event.target.closest("[data-link]");
  if (answer) return answerOffer(answer.closest("li"), answer.dataset.link === "yes");
  const there = event.target.closest("[data-go]");
  if (there) {
    event.preventDefault();
    return go(there.dataset.go);
  }
  if (event.target.closest("a, button")) return;
  const card = event.target.closest(".card");
  if (card && card.dataset.id !== list.current && getSelection().isCollapsed) go(card.dataset.id);
});

listen(acts);
const asked = /^#c-(.+)$/.exec(location.hash)?.[1];
go(list.ids.includes(asked) ? asked : (list.ids.find((id) => list.state(id) === "open") ?? list.ids[0]));
tally();
const others = queue.others();
if (others.length) tell(words.other.replace("{who}", others.join(", ")), true);
queue.send();
document.documentElement.dataset.ready = "true";
