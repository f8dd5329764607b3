// Decisions on their way to the ledger. Each waits in localStorage under a key of its own until the ledger has answered,
// so that a lost connection, a closed window or two open windows lose nothing; its client id makes it count once.

const WAITING = "tenu.waiting.";
const RETRY = [1000, 2000, 4000, 8000, 15000];

export class Queue {
  #who;
  #key;
  #answered;
  #changed;
  #tries = 0;
  #timer = 0;
  #sending = false;

  // `answered(entry, answer)` hears every answer of the ledger, `changed(count, why)` how many decisions still wait.
  constructor(who, key, answered, changed) {
    this.#who = who;
    this.#key = key;
    this.#answered = answered;
    this.#changed = changed;
    addEventListener("online", () => this.send());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.send());
  }

  add(address, claim, body) {
    const at = Date.now().toString().padStart(15, "0");
    const key = `${WAITING}${at}.${body.client_id}`;
    localStorage.setItem(key, JSON.stringify({ key, who: this.#who, address, claim, body }));
    this.send();
  }

  // All that waits under this person's name, the oldest first.
  waiting() {
    return this.#entries().filter((entry) => entry.who === this.#who);
  }

  // Names other than this person's under which decisions wait in this browser.
  others() {
    return [...new Set(this.#entries().map((entry) => entry.who))].filter((who) => who !== this.#who);
  }

  drop(entry) {
    localStorage.removeItem(entry.key);
  }

  keep(entry) {
    localStorage.setItem(entry.key, JSON.stringify(entry));
  }

  async send() {
    if (this.#sending) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    try {
      await navigator.locks.request("tenu.queue", () => this.#sendAll());
    } finally {
      this.#sending = false;
    }
    if (this.waiting().length && !this.#timer) this.send();
  }

  async #sendAll() {
    this.#timer = 0;
    for (let entry = this.waiting()[0]; entry; entry = this.waiting()[0]) {
      this.#changed(this.waiting().length, "sending");
      const answer = await this.#post(entry);
      if (!answer) {
        this.#later(navigator.onLine ? "lost" : "offline");
        return;
      }
      if (answer.status === 401 || answer.status === 403 || answer.status >= 500) {
        this.#later(answer.status >= 500 ? "lost" : "closed");
        return;
      }
      this.#tries = 0;
      const told = await answer.json().catch(() => ({}));
      this.drop(entry);
      this.#answered(entry, answer.status, told);
    }
    this.#changed(0, "kept");
  }

  async #post(entry) {
    try {
      return await fetch(entry.address, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-Tenu-Form": this.#key },
        body: JSON.stringify(entry.body),
      });
    } catch {
      return null; // no connection: it waits
    }
  }

  #later(why) {
    this.#changed(this.waiting().length, why);
    const wait = RETRY[Math.min(this.#tries++, RETRY.length - 1)];
    this.#timer = setTimeout(() => this.send(), wait);
  }

  #entries() {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(WAITING));
    return keys.sort().map((key) => JSON.parse(localStorage.getItem(key)));
  }
}
