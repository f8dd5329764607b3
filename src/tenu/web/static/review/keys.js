// Single keys and the buttons that show them: one table for both. The keys can be turned off (WCAG 2.1.4).

import { afterwards } from "./forms.js";

const OFF = "tenu.keys-off";

export function listen(acts) {
  const byKey = new Map();
  for (const button of document.querySelectorAll(".keys [data-act]")) byKey.set(button.getAttribute("aria-keyshortcuts"), button.dataset.act);

  document.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act && acts[act]) acts[act]();
  });

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector("dialog[open]") || isOff()) return;
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    if (digit) {
      event.preventDefault();
      const yes = !event.shiftKey;
      afterwards(() => acts.offer(Number(digit), yes));
    } else if (event.key === "/") {
      event.preventDefault();
      acts.search();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!event.target.closest(".margin")) return;
      event.preventDefault();
      afterwards(acts[event.key === "ArrowDown" ? "next" : "previous"]);
    } else if (byKey.has(event.key)) {
      event.preventDefault();
      afterwards(acts[byKey.get(event.key)]);
    }
  });
}

export function isOff() {
  return localStorage.getItem(OFF) !== null;
}

export function turn() {
  if (isOff()) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
  return isOff();
}

export function typing(element) {
  return element.closest?.("input, textarea, select, [contenteditable]") !== null && element.closest !== undefined;
}
