// The side panel: what is known of a node, an edge or a pair, with every sentence that says so.
kg.panel = (() => {
  const { el, name, button, link } = kg.dom;
  const { data, dates, dom } = kg;
  const holder = dom.byId("kg-panel");
  const MANY = 25;
  const SAID_OF_OTHERS = new Set(["Position", "Place", "Issue", "Threat", "Agreement", "Meeting"]);
  const RANK = ["actual", "planned", "hypothetical", "negated"];

  const swatch = (look) =>
    dom.svg("svg", { width: 14, height: 14, viewBox: "-9 -9 18 18", "aria-hidden": "true" },
      kg.shapes.svg(look.shape, 0, 0, 6.5, kg.scene.colour(look), "var(--ground)"));

  function nodeButton(node) {
    return button(name(node.label), () => kg.main.choose(node), { class: "plain", title: node.look.label });
  }

  const edgeWords = (edge) => [nodeButton(edge.s), ` ${data.predicate(edge.predicate)} `, nodeButton(edge.o)];
  const tag = (text, kind) => el("span", { class: `tag ${kind || ""}` }, text);
  const percent = (value) => `${Math.round(100 * value)} %`;

  // The words of subject, predicate and object stand out, also where they overlap.
  function sentence({ quote, spans }) {
    const parts = Object.entries(spans).filter(([, [first]]) => first >= 0);
    const cuts = [...new Set([0, quote.length, ...parts.flatMap(([, span]) => span)])].sort((a, b) => a - b);
    const pieces = cuts.slice(0, -1).map((from, i) => {
      const text = quote.slice(from, cuts[i + 1]);
      const kinds = parts.filter(([, [a, b]]) => a <= from && b >= cuts[i + 1]).map(([kind]) => kind);
      return kinds.length ? el("mark", { class: kinds.join(" "), title: kinds.join(", ") }, text) : text;
    });
    return el("blockquote", { class: "sentence", dir: "auto" }, pieces);
  }

  function origin(article) {
    if (!article) return el("footer", {}, "source unknown");
    const parts = [article.source && name(article.source), article.date && dates.words(article.date)].filter(Boolean);
    const title = article.title || article.url || article.id;
    return el("footer", {}, parts.flatMap((part) => [part, " · "]), article.url ? link(article.url, title) : name(title));
  }

  function proof(row) {
    const why = el("dl", { class: "why" }, el("dt", {}, "rule"), el("dd", {}, name(row.rule)), el("dt", {}, "confidence"),
      el("dd", {}, percent(row.confidence)));
    return el("div", { class: "proof" }, row.quote ? sentence(row) : null, origin(row.article), why);
  }

  const statusWords = (status) => (status === "negated" ? "negated" : status);

  function tags(item) {
    const by = item.by ? el("span", { class: "tag" }, "says ", nodeButton(item.by)) : null;
    return el("div", { class: "tags" }, tag(statusWords(item.status), item.status), item.when ? tag(dates.words(item.when)) : null, by);
  }

  function card(edge, chosen) {
    if (edge.known) {
      return el("article", { class: "fact known" }, el("header", {}, edgeWords(edge)),
        el("footer", {}, "World knowledge from the gazetteer, not from these articles."));
    }
    const event = edge.event && edge.event.isEvent ? el("div", {}, "part of: ", nodeButton(edge.event)) : null;
    return el("article", { class: `fact${chosen ? " chosen" : ""}` }, el("header", {}, edgeWords(edge)), tags(edge),
      data.evidence(edge.rows).map(proof), event);
  }

  // A long list shows its beginning, and the rest when asked.
  function listed(items, make, wrap = (children) => children) {
    const first = items.slice(0, MANY).map(make);
    const box = el("div", {}, wrap(first));
    if (items.length > MANY) {
      const more = button(`show all ${items.length}`, () => {
        more.remove();
        (box.firstElementChild && box.firstElementChild.tagName === "UL" ? box.firstElementChild : box).append(...items.slice(MANY).map(make));
      });
      box.append(more);
    }
    return box;
  }

  const rows = (items, make) => listed(items, (item) => el("li", {}, make(item)), (children) => el("ul", { class: "rows" }, children));
  const section = (title, items, make) => (items.length ? [el("h3", {}, `${title} (${items.length})`), rows(items, make)] : []);
  // Where the text gives no date, that of the article.
  const when = (item) => {
    const text = item.when ? dates.words(item.when) : item.day ? `reported ${dates.words(dates.iso(item.day[0]))}` : "";
    return text ? [" ", el("span", { class: "when" }, text)] : [];
  };
  const byTime = (a, b) => (a.day ? a.day[0] : Infinity) - (b.day ? b.day[0] : Infinity) || a.number - b.number;
  const flag = (edge) => (edge.status === "actual" ? [] : [" ", tag(edge.status, edge.status)]);

  function held(node, names) {
    const found = node.edges.filter((e) => e.s === node && names.includes(e.predicate));
    return [...new Map(found.map((e) => [`${e.predicate} ${e.o.id} ${e.status} ${e.when}`, e])).values()].sort(byTime);
  }

  const factButton = (edge, text) => button(text, () => kg.state.set({ sel: data.select.edge(edge) }), { class: "plain" });
  // "Foreign Minister" alone does not say whose.
  const owners = (node) => [node.facts.positionOf || []].flat().map((id) => data.byId.get(id)).filter(Boolean);
  const office = (node) => [name(node.label), owners(node).map((owner) => [" of ", name(owner.label)])].flat(2);
  const holding = (edge) => [factButton(edge, el("span", {}, office(edge.o))), when(edge), flag(edge)];

  function neighbours(node) {
    const found = new Map();
    for (const edge of node.edges) {
      const other = edge.s === node ? edge.o : edge.s;
      if (!found.has(other)) found.set(other, []);
      found.get(other).push(edge);
    }
    return [...found].sort((a, b) => b[1].length - a[1].length || b[0].importance - a[0].importance);
  }

  function neighbourRow(node) {
    return ([other, edges]) => {
      const kinds = [...new Set(edges.map((e) => data.predicate(e.predicate)))].join(", ");
      return [button(name(other.label), () => kg.state.set({ sel: data.select.pair(node, other) }), { class: "plain" }),
        " ", el("small", { class: "quiet" }, `${kinds}${edges.length > 1 ? ` ×${edges.length}` : ""}`)];
    };
  }

  function claim(record) {
    const rows = data.evidence(record.rows);
    return [el("span", { class: "when" }, dates.words(record.date || (rows[0] && rows[0].article && rows[0].article.date))),
      rows.map((row) => [row.quote ? sentence(row) : null, origin(row.article)]).flat()];
  }

  function wikidata(node) {
    const id = node.facts.wikidata;
    return typeof id === "string" && /^Q\d+$/.test(id) ? link(`https://www.wikidata.org/wiki/${id}`, `Wikidata ${id}`) : null;
  }

  function actions(node) {
    const focus = kg.state.get().focus;
    const alone = focus.length === 1 && focus[0] === node.id;
    return el("div", { class: "tags" },
      button("Only its neighbours", () => kg.state.set({ focus: [node.id], scope: "" }), { disabled: alone }),
      button(focus.includes(node.id) ? "Take out" : "Add to the picture", () => kg.state.toggle("focus", node.id), { disabled: !focus.length }),
      kg.network.has(node.id) ? button("Centre", () => kg.network.centre(node.id)) : null);
  }

  function nodeView(node) {
    const events = [...node.events].sort(byTime);
    const aliases = node.aliases.filter((alias) => alias !== node.label);
    return [
      el("h2", {}, swatch(node.look), " ", name(node.label)),
      el("div", { class: "tags" }, tag(node.look.label), node.code ? tag(node.code) : null, wikidata(node)),
      actions(node),
      aliases.length ? el("p", { class: "quiet" }, "also: ", aliases.flatMap((alias, i) => [i ? ", " : "", name(alias)])) : null,
      node.event ? happening(node) : null,
      section("Offices", held(node, ["holdsPosition"]), holding),
      section("Represents", held(node, ["represents"]), holding),
      section("Memberships", held(node, ["memberOf", "partOf"]), holding),
      section("Events", events, (event) => [nodeButton(event), when(event), event.event && event.event.status ? flag(event.event) : []]),
      section("Connected with", neighbours(node), neighbourRow(node)),
      section("Statements", [...node.claims].sort(byTime), claim),
    ];
  }

  function happening(node) {
    const facts = (data.eventEdges.get(node) || []).slice().sort(byTime);
    const roles = [...new Map(node.roles.map(([role, filler]) => [`${role} ${filler.id}`, [role, filler]])).values()];
    return [
      tags({ status: node.event.status || "actual", when: node.when, by: node.by }),
      section("Parties", roles, ([role, filler]) => [el("small", { class: "quiet" }, role), " ", nodeButton(filler)]),
      data.evidence(node.rows).map((row) => el("article", { class: "fact" }, proof(row))),
      section("What it says", facts, (edge) => [factButton(edge, name(`${edge.s.label} ${data.predicate(edge.predicate)} ${edge.o.label}`)), flag(edge)]),
    ].flat();
  }

  function pairView(a, b, edge) {
    const among = data.touching(data.select.pair(a, b), a.edges);
    const ordered = among.sort((x, y) => (y === edge) - (x === edge) || RANK.indexOf(x.status) - RANK.indexOf(y.status) || byTime(x, y));
    return [
      el("h2", {}, name(a.label), " – ", name(b.label)),
      el("p", { class: "quiet" }, `${among.length} ${among.length === 1 ? "fact" : "facts"} between them`),
      listed(ordered, (item) => card(item, item === edge)),
    ];
  }

  function welcome() {
    const visible = kg.main.visible();
    const main = [...visible.nodes].filter((node) => !node.isEvent && !SAID_OF_OTHERS.has(node.kind)).sort((a, b) => b.importance - a.importance || a.number - b.number);
    return [
      el("h2", {}, "What is here"),
      el("p", {}, `${visible.nodes.size} things and ${visible.edges.length} facts from ${data.articles.length} articles. `,
        "Choose a node or a line to read the sentences behind it."),
      el("h3", {}, "Main actors"),
      el("ul", { class: "rows actors" }, main.slice(0, 12).map((node) => el("li", {}, swatch(node.look), " ", nodeButton(node), " ",
        el("small", { class: "quiet" }, node.look.label)))),
    ];
  }

  function show(selection) {
    const { node, edge, a, b } = data.choice(selection);
    const content = node ? nodeView(node) : a ? pairView(a, b, edge) : welcome();
    const close = node || a ? button("Close", () => kg.state.set({ sel: "" }), { class: "close", title: "Esc" }) : null;
    dom.clear(holder).append(...[close, content].flat(3).filter(Boolean));
    holder.scrollTop = 0;
    if (node) dom.announce(`${node.label}, ${node.look.label}, ${node.edges.length} facts`);
    else if (a) dom.announce(`${a.label} and ${b.label}`);
  }

  return { show, swatch, nodeButton, card, sentence };
})();
