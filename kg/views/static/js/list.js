// The facts as a table: for reading, for screen readers, and for print.
kg.list = (() => {
  const { el, name, button } = kg.dom;
  const { data, dates, state } = kg;
  const holder = kg.dom.byId("kg-list");
  const PAGE = 200;
  let shown = PAGE;

  const order = (a, b) => (b.day ? b.day[0] : -Infinity) - (a.day ? a.day[0] : -Infinity) || a.number - b.number;

  // Where the text gives no date, that of the article, by which the rows are in order.
  const when = (edge) => (edge.when || !edge.day ? dates.words(edge.when) : el("small", { class: "quiet" }, `reported ${dates.words(dates.iso(edge.day[0]))}`));

  function row(edge) {
    const open = button(data.predicate(edge.predicate), () => state.set({ sel: data.select.edge(edge) }), { class: "plain" });
    const status = edge.status === "actual" ? "actual" : el("span", { class: `tag ${edge.status}` }, edge.status);
    return el("tr", {}, el("td", {}, when(edge)), el("td", {}, kg.panel.nodeButton(edge.s)), el("td", {}, open),
      el("td", {}, kg.panel.nodeButton(edge.o)), el("td", {}, status), el("td", {}, edge.by ? name(edge.by.label) : ""),
      el("td", {}, edge.known ? "gazetteer" : edge.sources.flatMap((source, i) => [i ? ", " : "", name(source)])));
  }

  function show(visible, more) {
    shown = more ? shown + PAGE : PAGE;
    const edges = data.touching(focused() ? state.get().sel : "", visible.edges).slice().sort(order);
    const heads = ["Date", "Subject", "Property", "Object", "Status", "Speaker", "Source"].map((text) => el("th", { scope: "col" }, text));
    kg.dom.clear(holder).append(
      el("table", {}, el("caption", { class: "unseen" }, `${edges.length} facts`), el("thead", {}, el("tr", {}, heads)), el("tbody", {}, edges.slice(0, shown).map(row))),
      edges.length > shown ? button(`${edges.length - shown} more`, () => show(visible, true)) : "");
  }

  const focused = () => state.get().sel.startsWith("n:");
  return { show };
})();
