// While a document is read its button says so, and a second press does not send it again.

document.addEventListener("submit", (event) => {
  const button = event.target.querySelector("[data-busy]");
  if (!button) return;
  button.textContent = button.dataset.busy;
  button.setAttribute("aria-busy", "true");
  setTimeout(() => (button.disabled = true));
});

addEventListener("pageshow", (event) => event.persisted && location.reload());
