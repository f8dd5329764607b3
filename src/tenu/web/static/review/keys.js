// Single keys and the buttons that show them: one table for both. The keys can be turned off (WCAG 2.1.4).

const OFF = "tenu.keys-off";

export function listen(acts) {
  const byKey = new Map();
  for (const button of document.querySelectorAll(".keys [data-act]")) byKey.set(button.getAttribute("aria-keyshortcuts"), button.dataset.act);

  document.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act && acts[act]) acts[act](event);
  });

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector("dialog[open]") || isOff()) return;
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    if (digit) {
      event.preventDefault();
      acts.offer(Number(digit), !event.shiftKey);
    } else if (event.key === "/") {
      event.preventDefault();
      acts.search();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!event.target.closest(".margin")) return;
      event.preventDefault();
      acts[event.key === "ArrowDown" ? "next" : "previous"](event);
    } else if (byKey.has(event.key)) {
      event.preventDefault();
      acts[byKey.get(event.key)](event);
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
