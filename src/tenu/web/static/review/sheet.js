// The document: which marks belong to a claim, what is selected, and where words stand in it.

export class Sheet {
  #root;
  #marks = new Map(); // claim -> its marks
  #here = [];

  constructor(root) {
    this.#root = root;
    this.#index(root);
  }

  // Show which words the claim at hand rests on, and bring the first of them into view.
  show(claim) {
    for (const mark of this.#here) mark.classList.remove("here");
    this.#here = this.#of(claim);
    for (const mark of this.#here) mark.classList.add("here");
    this.#here[0]?.scrollIntoView({ block: "center", behavior: "instant" });
  }

  // Show anew how the claims stand that a claim's marks belong to.
  stand(claim, stateOf) {
    for (const mark of this.#of(claim)) {
      const states = mark.dataset.c.split(" ").map(stateOf);
      mark.classList.remove("open", "accepted", "amended", "rejected");
      mark.classList.add(["open", "amended", "accepted"].find((state) => states.includes(state)) ?? "rejected");
    }
  }

  // Put blocks that were written anew in the place of the old ones.
  replace(blocks) {
    for (const [start, html] of Object.entries(blocks)) {
      const old = this.#root.querySelector(`.block[data-start="${CSS.escape(start)}"]`);
      if (!old) continue;
      const made = document.createElement("template");
      made.innerHTML = html; // written by the server from escaped text
      const block = made.content.firstElementChild;
      old.replaceWith(block);
      this.#index(block);
    }
  }

  // The claims that a mark belongs to, the innermost last.
  claimsAt(node) {
    return node.closest?.("mark[data-c]")?.dataset.c.split(" ") ?? [];
  }

  // The selected words as [start, end] in code points of the document, without spaces at either end; null where none are.
  selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!this.#root.contains(range.commonAncestorContainer)) return null;
    const words = range.toString();
    const start = this.#place(range.startContainer, range.startOffset);
    const end = this.#place(range.endContainer, range.endOffset);
    if (start === null || end === null || !words.trim()) return null;
    const before = count(words) - count(words.trimStart());
    const after = count(words) - count(words.trimEnd());
    return { start: start + before, end: end - after, words: words.trim() };
  }

  // Every place where words stand, as ranges, in order.
  find(words) {
    const wanted = plain(words);
    const found = [];
    for (const block of wanted ? this.#root.querySelectorAll(".block") : []) {
      const text = plain(block.textContent);
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        found.push({ block, at, length: wanted.length });
      }
    }
    return found;
  }

  // Bring a found place into view and let it stand out; give the claims that it belongs to.
  reveal(place) {
    const range = document.createRange();
    const nodes = document.createTreeWalker(place.block, NodeFilter.SHOW_TEXT);
    let passed = 0;
    let mark = null;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const next = passed + node.data.length;
      if (passed <= place.at && place.at < next) {
        range.setStart(node, place.at - passed);
        mark = node.parentElement;
      }
      if (passed < place.at + place.length && place.at + place.length <= next) {
        range.setEnd(node, place.at + place.length - passed);
        break;
      }
      passed = next;
    }
    CSS.highlights?.set("found", new Highlight(range));
    mark?.scrollIntoView({ block: "center", behavior: "instant" });
    return mark ? this.claimsAt(mark) : [];
  }

  forget() {
    CSS.highlights?.delete("found");
  }

  #index(root) {
    for (const mark of root.querySelectorAll("mark[data-c]")) {
      for (const claim of mark.dataset.c.split(" ")) {
        if (!this.#marks.has(claim)) this.#marks.set(claim, []);
        this.#marks.get(claim).push(mark);
      }
    }
  }

  #of(claim) {
    const marks = (this.#marks.get(claim) ?? []).filter((mark) => mark.isConnected);
    this.#marks.set(claim, marks);
    return marks;
  }

  // The place of a point of the page in code points; at a block's edge where the point lies between blocks.
  #place(node, offset) {
    let element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    let block = element.closest(".block");
    if (!block) {
      const next = element.childNodes[offset] ?? element.lastChild;
      block = next?.nodeType === Node.ELEMENT_NODE ? (next.matches(".block") ? next : next.querySelector(".block")) : null;
      return block ? Number(block.dataset.start) : null;
    }
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, offset);
    return Number(block.dataset.start) + count(range.toString());
  }
}

// Code points, not the UTF-16 units that JavaScript counts in.
function count(text) {
  let points = 0;
  for (const _ of text) points++;
  return points;
}

// Letters without case, one for one, so that places stay where they are; ß and İ, which grow, are left alone.
function plain(text) {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : Array.from(text, (sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign)).join("");
}
