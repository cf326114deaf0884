// Opens a passage where it is cited: beside the text on a wide screen, under the sentence on a narrow one.
(() => {
  "use strict";
  const lists = [...document.querySelectorAll("details.evidence")];
  const template = document.getElementById(":card");
  const wide = matchMedia("(min-width: 75rem)");
  let open = null; // {cite, card}

  for (const list of lists) list.open = false;

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
    const spot = cite.closest(".sentence, .cited, h2, h3");
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
    return document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
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

  // The contents, and the row of sections on a narrow screen, show where the reader is.
  const links = new Map();
  for (const link of document.querySelectorAll("nav a")) {
    const target = targetOf(link);
    if (!target) continue;
    const key = target.closest(".part[id], .group, .field") || target;
    links.set(key, [...(links.get(key) || []), link]);
  }
  const row = document.querySelector(".jump ol");
  const contents = document.querySelector(".contents");
  const seen = new Set();
  let unfolded = null; // the year of the contents that was opened for the reader

  function follow() {
    const here = [...links.keys()].find((target) => seen.has(target));
    for (const [target, all] of links) {
      for (const link of all) {
        if (target !== here) link.removeAttribute("aria-current");
        else if (!link.hasAttribute("aria-current")) {
          link.setAttribute("aria-current", "location");
          if (row && row.contains(link)) row.scrollLeft += centre(link) - centre(row);
          else if (wide.matches) unfold(link);
        }
      }
    }
  }

  // Beside the text, the year that is read stands open, and the reader's place in it in sight.
  function unfold(link) {
    const year = link.closest(".year details");
    if (unfolded && unfolded !== year) unfolded.open = false;
    if (unfolded !== year) unfolded = year && !year.open ? year : null;
    if (unfolded) unfolded.open = true;
    const [box, frame] = [link.getBoundingClientRect(), contents.getBoundingClientRect()];
    if (box.top < frame.top || box.bottom > frame.bottom) contents.scrollTop += box.top - frame.top - frame.height / 2;
  }

  function centre(element) {
    const box = element.getBoundingClientRect();
    return (box.left + box.right) / 2;
  }

  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) seen[entry.isIntersecting ? "add" : "delete"](entry.target);
    follow();
  }, { rootMargin: "-10% 0px -60% 0px" });
  for (const target of links.keys()) watch.observe(target);

  // Sections by tag: one at a time, and again for all.
  const filter = document.querySelector(".filter");
  const sections = [...document.querySelectorAll("main > .part[id]")];
  const tagsOf = (section) => (section.dataset.tags || "").split("\n").filter(Boolean);
  let chosen = "";

  function choose(tag) {
    chosen = tag;
    close(false);
    for (const button of document.querySelectorAll("button.tag")) {
      button.setAttribute("aria-pressed", String(button.dataset.tag === chosen));
    }
    for (const section of sections) {
      section.hidden = Boolean(chosen) && !tagsOf(section).includes(chosen);
      for (const link of links.get(section) || []) link.classList.toggle("out", section.hidden);
    }
    const status = filter.querySelector(".spread");
    const left = sections.filter((section) => !section.hidden).length;
    const words = status.dataset.words.replace("{sections}", left).replace("{all}", sections.length);
    status.textContent = chosen ? words : "";
  }

  function button(tag, count) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "tag";
    made.dir = "auto";
    made.dataset.tag = tag;
    made.textContent = tag;
    // In brackets: a bare number would be read as part of the tag, as in "Llama 2".
    if (count) made.append(" ", Object.assign(document.createElement("span"), { className: "count", textContent: `(${count})` }));
    made.setAttribute("aria-pressed", "false");
    made.addEventListener("click", () => {
      const top = made.getBoundingClientRect().top;
      choose(chosen === tag ? "" : tag);
      scrollBy({ top: made.getBoundingClientRect().top - top, behavior: "instant" });
    });
    return made;
  }

  // A tag of one section leads nowhere else, and one of all sections chooses nothing.
  function offer() {
    const counts = new Map();
    for (const section of sections) {
      for (const tag of tagsOf(section)) counts.set(tag, (counts.get(tag) || 0) + 1);
    }
    const shared = [...counts].filter(([, count]) => count > 1 && count < sections.length);
    shared.sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
    if (!shared.length) return;
    const offered = new Set(shared.map(([tag]) => tag));
    for (const [tag, count] of shared) {
      const item = document.createElement("li");
      item.append(button(tag, count));
      filter.querySelector("ul").append(item);
    }
    for (const item of document.querySelectorAll(".part[id] .tags > li")) {
      if (offered.has(item.textContent)) item.replaceChildren(button(item.textContent, 0));
    }
    filter.hidden = false;
  }

  if (filter) offer();

  // Whoever follows a link into a section that is filtered out sees it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && targetOf(link);
    if (chosen && target && target.closest(".part[hidden]")) choose("");
  }, true);
})();
