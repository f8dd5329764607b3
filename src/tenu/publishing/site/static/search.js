// Search in the browser: every word typed must begin a word of the entry; accents and capitals do not matter.
(() => {
  const field = document.getElementById("words");
  const told = document.getElementById("told");
  const found = document.getElementById("found");
  const known = Object.keys(tenuIndex.words);
  const most = 100;

  const folded = (text) =>
    text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ø/g, "o").replace(/ł/g, "l");

  const holding = (word) => {
    const entries = new Set();
    for (const one of known) if (one.startsWith(word)) tenuIndex.words[one].forEach((number) => entries.add(number));
    return entries;
  };

  const search = () => {
    const words = folded(field.value).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
    const sets = words.map(holding);
    const numbers = sets.length ? [...sets[0]].filter((number) => sets.every((set) => set.has(number))) : [];
    found.replaceChildren(...numbers.sort((a, b) => a - b).slice(0, most).map(shown));
    told.textContent = words.length ? (numbers.length ? told.dataset.many.replace("{many}", numbers.length) : told.dataset.none) : "";
  };

  const shown = (number) => {
    const [matter, kind, day, who, text] = tenuIndex.entries[number];
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = `matters/${matter}.html`;
    link.textContent = text;
    const about = document.createElement("p");
    about.className = "step";
    about.textContent = [found.dataset[kind], day, who].filter(Boolean).join(" · ");
    line.append(about, link);
    return line;
  };

  document.getElementById("search").addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", search);
})();
