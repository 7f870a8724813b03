// Which nodes and edges pass the reader's choices: within a facet any of its values, across facets all of them.
kg.filter = (() => {
  const { nodes, edges } = kg.data;
  const said = (edge) => (edge.by ? [edge.by.id] : []);
  const FACETS = [
    { name: "class", title: "Class", values: (edge) => [...new Set([edge.s.kind, edge.o.kind])] },
    { name: "property", title: "Property", values: (edge) => [edge.predicate] },
    { name: "type", title: "Event type", values: (edge) => (edge.event ? [edge.event.kind] : []) },
    { name: "status", title: "Status", values: (edge) => [edge.status] },
    { name: "source", title: "Source", values: (edge) => edge.sources },
    { name: "speaker", title: "Speaker", values: said },
  ];

  function period(state) {
    const from = kg.dates.span(state.from);
    const to = kg.dates.span(state.to);
    return from || to ? [from ? from[0] : -Infinity, to ? to[1] : Infinity] : null;
  }

  function tests(state) {
    const made = FACETS.filter((facet) => state[facet.name].length).map((facet) => {
      const wanted = new Set(state[facet.name]);
      return { name: facet.name, test: (edge) => facet.values(edge).some((value) => wanted.has(value)) };
    });
    const range = period(state);
    if (range) made.push({ name: "date", test: (e) => e.day && e.day[1] >= range[0] && e.day[0] <= range[1] });
    if (state.conf) made.push({ name: "conf", test: (edge) => edge.known || edge.confidence >= state.conf });
    return made;
  }

  // The gazetteer's own knowledge stays out of the picture unless asked for, or unless there is nothing else.
  const nothingElse = edges.every((edge) => edge.known);
  const admitted = (state) => edges.filter((edge) => state.known || nothingElse || !edge.known);

  function visible(state) {
    const checks = tests(state);
    const passed = admitted(state).filter((edge) => checks.every(({ test }) => test(edge)));
    const shown = new Set();
    for (const edge of passed) shown.add(edge.s).add(edge.o);
    const wanted = new Set(state.class);
    // A node without edges passes only where no facet speaks of edges.
    if (state.alone && checks.every(({ name }) => name === "class")) {
      for (const node of nodes) if (!node.isEvent && (!wanted.size || wanted.has(node.kind))) shown.add(node);
    }
    const links = state.events ? roleLinks(passed, shown) : [];
    return { nodes: shown, edges: passed, links };
  }

  // Event nodes with a link to each party, when the reader asks to see events.
  function roleLinks(passed, shown) {
    const links = [];
    const events = new Set(passed.map((edge) => edge.event).filter(Boolean));
    for (const event of events) {
      shown.add(event);
      for (const [role, filler] of event.roles || []) {
        if (shown.has(filler) && filler !== event) links.push({ s: event, o: filler, role, status: event.event.status });
      }
    }
    return links;
  }

  // How many edges each value would show, all other facets kept as they are.
  function counts(state) {
    const checks = tests(state);
    const result = Object.fromEntries(FACETS.map((facet) => [facet.name, new Map()]));
    for (const edge of admitted(state)) {
      const failed = checks.filter(({ test }) => !test(edge));
      if (failed.length > 1) continue;
      for (const facet of FACETS) {
        if (failed.length && failed[0].name !== facet.name) continue;
        const tally = result[facet.name];
        for (const value of facet.values(edge)) tally.set(value, (tally.get(value) || 0) + 1);
      }
    }
    return result;
  }

  // The edges that pass all but the dates: what the timeline shows, so that the brush can be moved.
  const undated = (state) => visible({ ...state, from: "", to: "", events: false }).edges;

  return { FACETS, visible, counts, period, undated };
})();
