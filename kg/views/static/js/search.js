// Search as you type in names and aliases; the arrow keys and Enter choose.
kg.search = (() => {
  const { el, name } = kg.dom;
  const input = kg.dom.byId("kg-search");
  const list = kg.dom.byId("kg-found");
  const SHOWN = 12;
  let index = null;
  let found = [];
  let active = -1;

  const build = () =>
    kg.data.nodes.map((node) => ({ node, names: [node.label, ...node.aliases].map((text) => [kg.data.plain(text), text]) }));

  // -2: it is the name; 0: the name begins with it; 1: a word does; 2: it is somewhere inside.
  function rank(plain, wanted) {
    if (plain === wanted) return -2;
    const at = plain.indexOf(wanted);
    if (at < 0) return 9;
    if (at === 0) return 0;
    return /[\s(-]/.test(plain[at - 1]) ? 1 : 2;
  }

  function search(text) {
    const wanted = kg.data.plain(text.trim());
    if (!wanted) return [];
    index = index || build();
    const hits = [];
    for (const { node, names } of index) {
      let best = { score: 9 };
      names.forEach(([plain, original], i) => {
        const score = rank(plain, wanted) + (i ? 0.5 : 0) + (node.isEvent ? 3 : 0);
        if (score < best.score) best = { score, node, alias: i ? original : "" };
      });
      if (best.node) hits.push(best);
    }
    hits.sort((a, b) => a.score - b.score || b.node.importance - a.node.importance || a.node.number - b.node.number);
    return hits.slice(0, SHOWN);
  }

  function show() {
    found = search(input.value);
    active = found.length ? 0 : -1;
    const empty = input.value.trim() && !found.length ? [el("li", { "aria-disabled": "true" }, "nothing found")] : [];
    kg.dom.clear(list).append(...found.map(row), ...empty);
    const open = Boolean(found.length || empty.length);
    list.hidden = !open;
    input.setAttribute("aria-expanded", open);
    point();
  }

  function row({ node, alias }, i) {
    return el("li", { id: `kg-found-${i}`, role: "option", on: { pointerdown: (event) => (event.preventDefault(), choose(i)) } },
      kg.panel.swatch(node.look), name(node.label), el("small", {}, alias ? name(alias) : node.look.label));
  }

  function point() {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", i === active));
    if (active >= 0) input.setAttribute("aria-activedescendant", `kg-found-${active}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }

  function choose(i) {
    if (!found[i]) return;
    close();
    input.value = "";
    kg.main.choose(found[i].node);
  }

  function key(event) {
    if (event.key === "Escape") {
      input.value = "";
      close();
      input.blur();
    } else if (event.key === "Enter") choose(active);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (found.length) active = (active + step + found.length) % found.length;
      point();
    }
  }

  function start() {
    input.addEventListener("input", show);
    input.addEventListener("focus", () => input.value && show());
    input.addEventListener("blur", close);
    input.addEventListener("keydown", key);
  }

  return { start, search, focus: () => input.focus() };
})();
