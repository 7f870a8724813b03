// The period that the timeline lets through: dragged with the pointer, or moved by its two handles, also by keys.
kg.brush = (() => {
  const { svg, el } = kg.dom;
  const { dates, state } = kg;
  const ENDS = ["from", "to"];
  const NAMES = { from: "First day", to: "Last day" };
  // Keys that follow each other quickly are one step, for the picture and for undo.
  const PAUSE_MS = 250;
  let days = {};
  let handles = {};
  let shades = [];
  let lines = {};
  let scale = null;
  let timer = 0;
  let held = null;

  const limits = () => [Math.floor(scale.from), Math.ceil(scale.to)];
  const clamp = (day, low, high) => Math.min(Math.max(day, low), high);
  // As far as it goes means no limit: also what lies beyond the edge of the timeline passes.
  const unlimited = (end) => days[end] === limits()[ENDS.indexOf(end)];

  // Called before the timeline is drawn anew: its handles go, the keyboard's place is kept.
  function clear(holder) {
    const end = ENDS.find((key) => handles[key] && handles[key] === document.activeElement);
    held = end || held;
    kg.dom.clear(holder);
  }

  function show(now, holder, picture, given) {
    scale = given;
    const [low, high] = limits();
    const range = kg.filter.period(now) || [low, high];
    days = { from: clamp(range[0], low, high), to: clamp(range[1], low, high) };
    const dim = { y: 0, height: scale.height, fill: "var(--ground)", "fill-opacity": 0.75, "pointer-events": "none" };
    shades = ENDS.map(() => svg("rect", dim));
    for (const end of ENDS) lines[end] = svg("line", { y1: 0, y2: scale.height, stroke: "var(--mark)", "stroke-width": 2, "pointer-events": "none" });
    picture.append(...shades, ...Object.values(lines));
    for (const end of ENDS) handles[end] = handle(end);
    holder.append(handles.from, handles.to);
    drag(picture);
    place();
    if (held) handles[held].focus();
    held = null;
  }

  function handle(end) {
    const node = el("div", { class: "handle", role: "slider", tabindex: 0, "aria-label": NAMES[end], "aria-orientation": "horizontal", data: { end } });
    const at = (event) => event.clientX - node.parentElement.getBoundingClientRect().left;
    node.addEventListener("keydown", (event) => key(event, end));
    node.addEventListener("pointerdown", (event) => (node.setPointerCapture(event.pointerId), event.stopPropagation()));
    node.addEventListener("pointermove", (event) => node.hasPointerCapture(event.pointerId) && move(end, scale.dayAt(at(event))));
    node.addEventListener("pointerup", commit);
    node.addEventListener("blur", () => timer && commit());
    return node;
  }

  function key(event, end) {
    const [low, high] = limits();
    const page = Math.max(30, Math.round((high - low) / 20));
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -page, PageUp: page, Home: -Infinity, End: Infinity };
    if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    move(end, days[end] + steps[event.key]);
    clearTimeout(timer);
    timer = setTimeout(commit, PAUSE_MS);
  }

  // The two ends may meet, and never pass one another.
  function bounds(end) {
    const [low, high] = limits();
    return end === "from" ? [low, days.to] : [days.from, high];
  }

  function move(end, day) {
    days[end] = clamp(day, ...bounds(end));
    place();
  }

  function commit() {
    clearTimeout(timer);
    timer = 0;
    const now = state.get();
    const before = kg.filter.period(now) || [-Infinity, Infinity];
    const patch = {};
    // What was typed as a year or a month stays as it is until its handle is moved.
    ENDS.forEach((end, i) => {
      const same = days[end] === clamp(before[i], ...limits());
      if (!same) patch[end] = unlimited(end) ? "" : dates.iso(days[end]);
    });
    if (Object.keys(patch).length) state.set(patch);
  }

  function place() {
    const [a, b] = [Math.max(0, scale.x(days.from)), Math.min(scale.width, scale.x(days.to + 1))];
    const ends = { from: a, to: b };
    const chosen = !unlimited("from") || !unlimited("to");
    const width = { from: [0, a], to: [b, scale.width - b] };
    ENDS.forEach((end, i) => {
      const [x, wide] = width[end];
      for (const [name, value] of Object.entries({ x, width: Math.max(wide, 0), visibility: chosen ? "visible" : "hidden" })) shades[i].setAttribute(name, value);
      for (const [name, value] of Object.entries({ x1: ends[end], x2: ends[end], visibility: chosen ? "visible" : "hidden" })) lines[end].setAttribute(name, value);
      tell(end, ends[end]);
    });
  }

  function tell(end, x) {
    const [low, high] = bounds(end);
    const day = dates.words(dates.iso(days[end]));
    const values = { valuemin: low, valuemax: high, valuenow: days[end], valuetext: unlimited(end) ? `${day}, no limit` : day };
    for (const [name, value] of Object.entries(values)) handles[end].setAttribute(`aria-${name}`, value);
    handles[end].title = `${NAMES[end]}: ${values.valuetext}`;
    handles[end].style.left = `${clamp(x, 5, scale.width - 5)}px`;
  }

  // Drag from the first day to the last; a drag of no width leaves all as it is.
  function drag(picture) {
    const band = svg("rect", { y: 0, height: scale.height, fill: "var(--mark)", "fill-opacity": 0.18, "pointer-events": "none", visibility: "hidden" });
    picture.append(band);
    let from = null;
    const at = (event) => event.clientX - picture.getBoundingClientRect().left;
    picture.addEventListener("pointerdown", (event) => (from = at(event)));
    picture.addEventListener("pointermove", (event) => {
      if (from === null || Math.abs(at(event) - from) < 4) return;
      if (!picture.hasPointerCapture(event.pointerId)) picture.setPointerCapture(event.pointerId);
      const [a, b] = [from, at(event)].sort((p, q) => p - q);
      for (const [name, value] of Object.entries({ x: a, width: b - a, visibility: "visible" })) band.setAttribute(name, value);
    });
    picture.addEventListener("pointerup", (event) => {
      const [a, b] = [from, at(event)].sort((p, q) => p - q);
      if (from !== null && b - a >= 4) state.set({ from: dates.iso(scale.dayAt(a)), to: dates.iso(scale.dayAt(b)) });
      from = null;
      band.setAttribute("visibility", "hidden");
    });
  }

  return { clear, show };
})();
