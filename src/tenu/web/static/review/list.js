// The claims beside the document: an order of ids, of which only those near at hand are there as cards.

export class List {
  #root;
  #portions;
  #order = [];
  #states = new Map();
  #reading;
  #seen = new Map();
  #loading = new Map();
  current = null;

  constructor(root, reading) {
    this.#root = root;
    this.#reading = reading;
    this.#portions = [...root.querySelectorAll("ol.cards")];
    for (const portion of this.#portions) {
      const ids = words(portion.dataset.ids);
      const states = words(portion.dataset.states);
      ids.forEach((id, place) => {
        this.#order.push(id);
        this.#states.set(id, states[place]);
      });
    }
    const near = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach((one) => this.load(one.target)), { root, rootMargin: "1500px" });
    for (const portion of root.querySelectorAll("ol.later")) near.observe(portion);
  }

  get ids() {
    return this.#order;
  }

  state(id) {
    return this.#states.get(id);
  }

  judged() {
    return this.#order.filter((id) => this.#states.get(id) !== "open").length;
  }

  // How many verdicts a claim has to our knowledge: what the server told, and what we sent since.
  seen(id) {
    return this.#seen.get(id) ?? Number(this.card(id)?.dataset.seen ?? 0);
  }

  setSeen(id, number) {
    this.#seen.set(id, number);
  }

  card(id) {
    return this.#root.querySelector(`#c-${CSS.escape(id)}`);
  }

  // The claim `steps` away from the current one; null beyond either end.
  away(steps) {
    const at = this.#order.indexOf(this.current);
    return this.#order[at + steps] ?? null;
  }

  // The next claim that is still to judge, after the current one and then from the beginning; null where all are judged.
  nextOpen() {
    const at = this.#order.indexOf(this.current);
    const open = (id) => this.#states.get(id) === "open";
    return this.#order.slice(at + 1).find(open) ?? this.#order.slice(0, at).find(open) ?? null;
  }

  stand(id, state, name) {
    this.#states.set(id, state);
    const card = this.card(id);
    if (!card) return;
    card.dataset.state = state;
    card.querySelector(".state").textContent = name;
  }

  async go(id) {
    const portion = this.#portionOf(id);
    if (portion && !this.card(id)) await this.load(portion);
    const card = this.card(id);
    if (!card) return null;
    if (this.current) {
      const old = this.card(this.current);
      old?.removeAttribute("aria-current");
      old?.querySelector(".slot")?.replaceChildren();
    }
    this.current = id;
    card.setAttribute("aria-current", "true");
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest", behavior: "instant" });
    const next = this.#portions[this.#portions.indexOf(portion) + 1];
    if (next) this.load(next);
    return card;
  }

  // Put a card that was written anew in the place of the old one, without taking the focus from where it is.
  replace(id, html) {
    const old = this.card(id);
    if (!old) return;
    const card = cardOf(html);
    if (old.getAttribute("aria-current")) card.setAttribute("aria-current", "true");
    const focused = document.activeElement === old;
    old.querySelector(".slot")?.childNodes.length && card.querySelector(".slot").replaceWith(old.querySelector(".slot"));
    old.replaceWith(card);
    this.#states.set(id, card.dataset.state);
    this.#seen.set(id, Number(card.dataset.seen));
    if (focused) card.focus({ preventScroll: true });
  }

  // Add a claim that a person made, after the current one.
  add(id, html) {
    const card = cardOf(html);
    const current = this.current && this.card(this.current);
    if (current) current.after(card);
    else this.#portions[0].prepend(card);
    this.#order.splice(this.#order.indexOf(this.current) + 1, 0, id);
    this.#states.set(id, card.dataset.state);
    this.#seen.set(id, Number(card.dataset.seen));
  }

  async fetch(ids) {
    const asked = new URLSearchParams({ ids: ids.join(","), reading: this.#reading });
    const answer = await fetch(`/review/cards?${asked}`);
    if (!answer.ok) throw new Error(answer.status);
    return answer.text();
  }

  load(portion) {
    if (portion.childElementCount) return Promise.resolve();
    if (!this.#loading.has(portion)) {
      const filled = this.fetch(words(portion.dataset.ids)).then((html) => {
        portion.innerHTML = html; // written by the server from escaped text
        portion.classList.remove("later");
      });
      this.#loading.set(portion, filled.catch(() => undefined).finally(() => this.#loading.delete(portion)));
    }
    return this.#loading.get(portion);
  }

  #portionOf(id) {
    return this.card(id)?.closest("ol.cards") ?? this.#portions.find((portion) => portion.dataset.ids.includes(id));
  }
}

function cardOf(html) {
  const made = document.createElement("template");
  made.innerHTML = html; // written by the server from escaped text
  return made.content.firstElementChild;
}

function words(text) {
  return text.split(" ").filter(Boolean);
}
