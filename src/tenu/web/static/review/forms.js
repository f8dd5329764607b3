// The dialogs in which a person says more than one key can: amend, reject, link, and two decisions on one claim.

const $ = (selector, root = document) => root.querySelector(selector);

export class Forms {
  #amend = $("#amend");
  #reject = $("#reject");
  #link = $("#link");
  #overtaken = $("#overtaken");

  constructor() {
    document.addEventListener("click", (event) => {
      if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close("");
      const add = event.target.closest("[data-add]");
      if (add) addRow(add.dataset.add)?.querySelector("input")?.focus();
      const drop = event.target.closest("[data-drop]");
      if (drop) drop.closest(".row").remove();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.target.closest?.("dialog[open] form")?.requestSubmit($("button.main", event.target.closest("form")));
        event.preventDefault();
      }
    });
    $("#f-kind").addEventListener("change", () => this.#forKind());
  }

  // Ask for a claim's fields; gives them with the reason, or null where the person left it.
  async amend(claim, words, evidence, isNew) {
    const form = $("form", this.#amend);
    form.reset();
    this.#amend.classList.toggle("new", isNew);
    this.#fill(form, claim, evidence);
    offer(words);
    this.#forKind();
    const fault = $(".fault", form);
    fault.hidden = true;
    const answer = await asked(this.#amend, form.elements.kind);
    return answer === "keep" ? { fields: this.#fields(form, evidence), reason: form.elements.reason.value, words: evidence.words } : null;
  }

  // Ask why a claim is rejected; gives the reason, or null.
  async reject() {
    const form = $("form", this.#reject);
    form.reset();
    const fault = $(".fault", form);
    fault.hidden = true;
    const reasons = [...form.querySelectorAll("[data-reason]")];
    const choose = (event) => {
      const typed = event.type === "keydown" && form.elements.reason.value === "" ? reasons[Number(event.key) - 1] : null;
      const chosen = typed ?? event.target.closest?.("[data-reason]");
      if (!chosen || (event.type === "keydown" && !typed)) return;
      event.preventDefault();
      form.elements.reason.value = chosen.dataset.reason;
      this.#reject.close("keep");
    };
    const complete = (event) => {
      fault.hidden = form.elements.reason.value.trim() !== "";
      if (!fault.hidden && event.submitter?.value === "keep") event.preventDefault();
    };
    form.addEventListener("keydown", choose);
    form.addEventListener("click", choose);
    form.addEventListener("submit", complete);
    const answer = await asked(this.#reject, form.elements.reason);
    form.removeEventListener("keydown", choose);
    form.removeEventListener("click", choose);
    form.removeEventListener("submit", complete);
    return answer === "keep" ? form.elements.reason.value : null;
  }

  // Ask which claim to link with and how; gives { kind, to }, or null.
  async link(evidence) {
    const form = $("form", this.#link);
    form.reset();
    $("#link-evidence").textContent = evidence;
    const found = $("#link-found");
    found.replaceChildren();
    let timer = 0;
    const search = () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const words = form.elements.words.value.trim();
        if (!words) return found.replaceChildren();
        const answer = await fetch(`/review/find?${new URLSearchParams({ words })}`).catch(() => null);
        if (answer?.ok) found.innerHTML = await answer.text(); // written by the server from escaped text
        $("input", found)?.setAttribute("checked", "");
      }, 150);
    };
    form.elements.words.addEventListener("input", search);
    const answer = await asked(this.#link, form.elements.words);
    form.elements.words.removeEventListener("input", search);
    const to = $("input:checked", found)?.value;
    return answer === "keep" && to ? { kind: form.elements.kind.value, to } : null;
  }

  // Show two decisions on one claim; gives "theirs", "mine" or "edit".
  async overtaken(view) {
    $(".view", this.#overtaken).innerHTML = view; // written by the server from escaped text
    const keys = { t: "theirs", y: "mine", e: "edit" };
    const press = (event) => keys[event.key] && this.#overtaken.close(keys[event.key]);
    const click = (event) => {
      const act = event.target.closest("[data-act]")?.dataset.act;
      if (Object.values(keys).includes(act)) this.#overtaken.close(act);
    };
    this.#overtaken.addEventListener("keydown", press);
    this.#overtaken.addEventListener("click", click);
    const answer = await asked(this.#overtaken, $("button.main", this.#overtaken));
    this.#overtaken.removeEventListener("keydown", press);
    this.#overtaken.removeEventListener("click", click);
    return answer || "later";
  }

  // Show again what a person had typed, with the sentence that says why it was not kept.
  fault(sentence) {
    const fault = $(".fault", this.#amend);
    fault.textContent = sentence;
    fault.hidden = false;
  }

  get open() {
    return $("dialog[open]") !== null;
  }

  #forKind() {
    $(".for-statement").hidden = $("#f-kind").value !== "statement";
  }

  #fill(form, claim, evidence) {
    $("#amend-evidence").textContent = evidence.words;
    for (const name of ["kind", "status", "when", "by", "recurs", "quote", "manner"]) form.elements[name].value = claim[name] ?? "";
    form.elements.where.value = (claim.where ?? []).map((place) => place.name).join("; ");
    for (const kind of ["actors", "items", "unread"]) $(`[data-rows="${kind}"] .list`).replaceChildren();
    (claim.actors ?? []).forEach((actor, at) => fillRow(addRow("actors"), actor, at));
    (claim.items ?? []).forEach((item, at) => fillRow(addRow("items"), item, at));
    (claim.unread ?? []).forEach((words, at) => {
      const row = addRow("unread");
      $("input", row).value = at;
      $("span", row).textContent = `“${words.text}” (${words.reason})`;
    });
    $('[data-rows="unread"]').hidden = !claim.unread?.length;
  }

  #fields(form, evidence) {
    const rows = (kind) => [...this.#amend.querySelectorAll(`[data-rows="${kind}"] .row`)];
    const told = (row) => Object.fromEntries([...row.querySelectorAll("input, select")].map((field) => [field.name, field.value]));
    const at = (row) => (row.dataset.at === undefined ? null : Number(row.dataset.at));
    return {
      kind: form.elements.kind.value,
      status: form.elements.status.value || null,
      when: form.elements.when.value,
      by: form.elements.by.value,
      recurs: form.elements.recurs.value,
      where: form.elements.where.value.split(";").map((name) => name.trim()).filter(Boolean),
      actors: rows("actors").map((row) => ({ ...told(row), at: at(row) })),
      items: rows("items").map((row) => ({ ...told(row), at: at(row) })),
      quote: form.elements.quote.value,
      manner: form.elements.manner.value || null,
      evidence: [evidence.start, evidence.end],
      unread: [...this.#amend.querySelectorAll('[data-rows="unread"] input:checked')].map((box) => Number(box.value)),
    };
  }
}

// Open a dialog, and wait until it is closed; gives what it was closed with.
function asked(dialog, first) {
  pending = new Promise((resolve) => {
    dialog.returnValue = "";
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
    dialog.showModal();
    first.focus();
  });
  pending.then(() => setTimeout(() => (pending = null)));
  return pending;
}

let pending = null;

// Do something once no dialog's answer is still on its way: a key pressed right after one acts on the next claim.
export function afterwards(act) {
  if (pending) pending.then(() => setTimeout(act));
  else act();
}

function addRow(kind) {
  const row = $(`#row-${kind}`).content.firstElementChild.cloneNode(true);
  $(`[data-rows="${kind}"] .list`).append(row);
  return row;
}

function fillRow(row, values, at) {
  row.dataset.at = at;
  for (const field of row.querySelectorAll("input, select")) field.value = values[field.name] ?? "";
}

function offer(words) {
  const fill = (id, options) => $(`#l-${id}`).replaceChildren(...options.map(([value, label]) => Object.assign(document.createElement("option"), { value, label })));
  for (const id of ["names", "places", "things", "numbers", "currencies"]) fill(id, words[id].map((word) => [word, word]));
  fill("times", words.times.map((time) => [time.value, time.words]));
}
