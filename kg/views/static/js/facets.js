// The filters: each value with the number of facts that it would show.
kg.facets = (() => {
  const { el, name } = kg.dom;
  const { data, state, filter } = kg;
  const holder = kg.dom.byId("kg-facets");
  const FEW = 8;
  const open = new Set(["class", "property"]);
  const whole = new Set();
  const STATUS = ["actual", "planned", "hypothetical", "negated"];

  const titles = {
    class: (value) => data.classes.get(value)?.label || value,
    type: (value) => data.classes.get(value)?.label || value,
    property: data.predicate,
    speaker: (value) => data.byId.get(value)?.label || value,
  };
  const title = (facet, value) => (titles[facet] || String)(value);

  function values(facet, tally, chosen) {
    for (const value of chosen) if (!tally.has(value)) tally.set(value, 0);
    const ranked = [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return facet === "status" ? ranked.sort((a, b) => STATUS.indexOf(a[0]) - STATUS.indexOf(b[0])) : ranked;
  }

  function choice(facet, value, count, chosen) {
    const look = (facet === "class" || facet === "type") && data.classes.get(value);
    const box = el("input", { type: "checkbox", checked: chosen, data: { facet, value }, on: { change: () => state.toggle(facet, value) } });
    return el("label", {}, box, look ? kg.panel.swatch(look) : null, el("span", {}, name(title(facet, value))), el("small", {}, String(count)));
  }

  function facet({ name: key, title: heading }, tally, now) {
    const all = values(key, tally, now[key]);
    if (!all.length) return null;
    const shown = whole.has(key) ? all : all.slice(0, FEW + now[key].length);
    const more = all.length > shown.length && kg.dom.button(`all ${all.length}`, () => (whole.add(key), show(state.get())), { class: "plain" });
    const toggle = (event) => (event.target.open ? open.add(key) : open.delete(key));
    const label = now[key].length ? `${heading} (${now[key].length} chosen)` : heading;
    return el("details", { class: "facet", open: open.has(key) || now[key].length > 0, on: { toggle }, data: { name: key } },
      el("summary", {}, label), shown.map(([value, count]) => choice(key, value, count, now[key].includes(value))), more || null);
  }

  function range(now) {
    const field = (key, label) => {
      const input = el("input", {
        type: "text", value: now[key], placeholder: "2018-04-24", inputmode: "numeric", "aria-label": label, pattern: "\\d{4}(-\\d\\d){0,2}", data: { field: key },
        on: { change: () => (input.value === "" || kg.dates.span(input.value) ? state.set({ [key]: input.value }) : input.reportValidity()) },
      });
      return el("label", {}, el("span", {}, key), input);
    };
    return el("div", { class: "facet dates" }, el("b", {}, "Dates"), field("from", "From: year, month or day"), field("to", "To: year, month or day"));
  }

  function confidence(now) {
    const shown = el("span", {}, now.conf ? `at least ${Math.round(100 * now.conf)} %` : "any");
    const input = el("input", {
      type: "range", min: 0, max: 1, step: 0.05, value: now.conf, "aria-label": "Least confidence", data: { field: "conf" },
      on: { change: () => state.set({ conf: Number(input.value) }), input: () => (shown.textContent = `at least ${Math.round(100 * input.value)} %`) },
    });
    return el("div", { class: "facet" }, el("b", {}, "Confidence "), shown, input);
  }

  function flags(now) {
    const flag = (key, label, there) => there && el("label", {}, el("input", {
      type: "checkbox", checked: now[key], data: { flag: key }, on: { change: () => state.set({ [key]: !state.get()[key] }) },
    }), el("span", {}, label));
    const events = data.nodes.some((node) => node.isEvent);
    return el("div", { class: "facet" }, flag("events", "Events as nodes", events), flag("alone", "Unconnected nodes", true),
      flag("known", "World knowledge", data.edges.some((edge) => edge.known)));
  }

  function show(now) {
    const tallies = filter.counts(now);
    const focus = document.activeElement && holder.contains(document.activeElement) ? { ...document.activeElement.dataset } : null;
    const parts = [range(now), confidence(now), flags(now)];
    kg.dom.clear(holder).append(...filter.FACETS.map((item) => facet(item, tallies[item.name], now)).filter(Boolean), ...parts);
    // Redrawing must not take the keyboard's place away.
    if (focus) [...holder.querySelectorAll("input")].find((input) => Object.entries(focus).every(([k, v]) => input.dataset[k] === v))?.focus();
  }

  return { show };
})();
