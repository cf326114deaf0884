// What a page must not do to people who hear it, or see little of it. Returns a list of violations.
() => {
  const found = [];
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const say = (rule, element) => found.push(`${rule}: ${element.outerHTML.slice(0, 120)}`);
  const drawn = (element) => element.checkVisibility({ visibilityProperty: true });
  const named = (element) => {
    const others = (element.getAttribute("aria-labelledby") || "").split(" ").filter(Boolean);
    const words = others.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    return (words || element.getAttribute("aria-label") || "").trim();
  };

  const ids = new Set();
  for (const element of all("[id]")) {
    if (ids.has(element.id)) say("an id twice", element);
    ids.add(element.id);
  }
  for (const name of ["aria-labelledby", "aria-describedby", "aria-controls"]) {
    for (const element of all(`[${name}]`)) {
      if (!element.getAttribute(name).split(" ").every((id) => ids.has(id))) say(`${name} leads nowhere`, element);
    }
  }

  for (const element of all("a[href], button, summary")) {
    if (element.closest("[aria-hidden]")) {
      if (element.tabIndex >= 0) say("the keyboard reaches what is hidden", element);
    } else if (!named(element) && !element.textContent.trim()) say("a control without a name", element);
  }
  // WCAG 2.2, 2.5.8: numbers within a text are exempt.
  for (const element of all("a[href], button, summary").filter((element) => drawn(element) && element.tabIndex >= 0)) {
    const { width, height } = element.getBoundingClientRect();
    const least = getComputedStyle(element).display === "inline" ? height : Math.min(width, height); // a word may be short
    if (!element.matches(".note, .back, .skip") && least < 23.5) say("a small target", element);
  }
  for (const element of all("pre, .wide").filter((element) => element.scrollWidth > element.clientWidth)) {
    if (element.tabIndex < 0) say("the keyboard does not scroll it", element);
  }
  for (const element of all("[role=group]")) if (!named(element)) say("a group without a name", element);

  if (all("h1").length !== 1) found.push("not one h1");
  let last = 0;
  for (const element of all("h1, h2, h3, h4").filter(drawn)) {
    const level = Number(element.tagName[1]);
    if (level > last + 1) say(`after h${last}`, element);
    if (!element.textContent.trim()) say("an empty heading", element);
    last = level;
  }

  const regions = all("nav, main, section[aria-label], section[aria-labelledby]").filter(drawn);
  const names = regions.map((element) => `${element.tagName} ${named(element)}`);
  regions.forEach((element, place) => names.indexOf(names[place]) < place && say("two landmarks of one name", element));
  if (all("main").length !== 1) found.push("not one main");
  for (const child of [...document.body.children].filter(drawn)) {
    if (!child.matches("header, nav, main, footer, .skip")) say("outside of every landmark", child);
  }

  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const [, , , alpha = 1] = channels(getComputedStyle(at).backgroundColor);
      if (alpha === 1) return light(getComputedStyle(at).backgroundColor);
      if (alpha) say("a background that shows through", at);
    }
    return 1;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("svg, script, template") || !drawn(element)) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const size = parseFloat(fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    const [low, high] = [light(color), behind(element)].sort((a, b) => a - b);
    const contrast = (high + 0.05) / (low + 0.05);
    if (contrast < (large ? 3 : 4.5)) say(`contrast ${contrast.toFixed(2)}`, element);
  }
  return found;
}
