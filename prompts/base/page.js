// Opens a passage where it is cited: beside the text on a wide screen, under the sentence on a narrow one.
(() => {
  "use strict";
  const root = document.documentElement;
  const lists = [...document.querySelectorAll("details.evidence")];
  const template = document.getElementById(":card");
  const wide = matchMedia("(min-width: 75rem)");
  let open = null; // {cite, card}

  for (const list of lists) list.open = false;
  root.classList.add("js");

  function place() {
    if (!open) return;
    const { cite, card } = open;
    card.style.top = "";
    if (!wide.matches) return;
    const part = card.closest(".part").getBoundingClientRect();
    card.style.top = `${Math.max(0, cite.getBoundingClientRect().top - part.top - 12)}px`;
  }

  function close(back) {
    if (!open) return;
    const { cite, card } = open;
    open = null;
    card.remove();
    cite.setAttribute("aria-expanded", "false");
    if (!back) return;
    cite.focus({ preventScroll: true });
    cite.scrollIntoView({ block: "nearest" });
  }

  // The passage of a note, as a card: the words that this note cites are marked, and no others.
  function build(cite, back) {
    const number = back.textContent;
    const passage = back.closest(".passage");
    const card = template.content.firstElementChild.cloneNode(true);
    const ways = card.querySelector(".ways");
    card.setAttribute("aria-label", cite.getAttribute("aria-label"));
    card.querySelector("strong").textContent = cite.getAttribute("aria-label");
    card.querySelector("button").addEventListener("click", () => close(true));
    for (const child of passage.children) {
      if (!child.matches(".ways")) ways.before(child.cloneNode(true));
    }
    for (const other of card.querySelectorAll(".back")) other.remove();
    for (const mark of card.querySelectorAll("mark")) {
      if (!mark.dataset.notes.split(" ").includes(number)) mark.replaceWith(...mark.childNodes);
    }
    const way = passage.querySelector(`.ways [data-note="${number}"]`);
    if (way) ways.firstElementChild.href = way.href;
    else ways.remove();
    return card;
  }

  function show(cite, back) {
    close(false);
    const card = build(cite, back);
    const spot = cite.closest(".sentence, .cited");
    if (spot.matches("li")) spot.append(card);
    else spot.after(card);
    open = { cite, card };
    cite.setAttribute("aria-expanded", "true");
    place();
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    const mark = card.querySelector("mark");
    if (mark && card.scrollHeight > card.clientHeight) card.scrollTop = mark.offsetTop - card.clientHeight / 3;
  }

  function targetOf(link) {
    return document.getElementById(decodeURIComponent(link.hash.slice(1)));
  }

  for (const cite of document.querySelectorAll("a.note")) cite.setAttribute("aria-expanded", "false");

  document.addEventListener("click", (event) => {
    const cite = event.target.closest("a.note");
    if (!cite || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const back = targetOf(cite);
    if (!back) return;
    event.preventDefault();
    if (open && open.cite === cite) close(true);
    else show(cite, back);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
  });

  addEventListener("resize", place);

  // On paper the passages stand at the end of their section again.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = lists.filter((list) => !list.open);
    for (const list of folded) list.open = true;
  });
  addEventListener("afterprint", () => {
    for (const list of folded) list.open = false;
  });

  // The contents show where the reader is.
  const links = new Map();
  for (const link of document.querySelectorAll("nav a")) {
    const target = targetOf(link);
    if (target) links.set(target.closest(".part[id], .field") || target, link);
  }
  const seen = new Set();
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) seen[entry.isIntersecting ? "add" : "delete"](entry.target);
    let first = true;
    for (const [target, link] of links) {
      if (seen.has(target) && first) {
        link.setAttribute("aria-current", "location");
        first = false;
      } else link.removeAttribute("aria-current");
    }
  }, { rootMargin: "-10% 0px -60% 0px" });
  for (const target of links.keys()) watch.observe(target);
})();
