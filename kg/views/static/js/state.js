// What the reader has chosen: kept in the address's fragment, and every step can be undone.
kg.state = (() => {
  const LISTS = ["class", "property", "type", "status", "source", "speaker", "focus"];
  const WORDS = ["view", "scope", "sel", "from", "to", "theme"];
  const FLAGS = ["known", "events", "alone"];
  const EMPTY = {
    view: "graph", scope: "", sel: "", from: "", to: "", theme: "", conf: 0, known: false, events: false, alone: false,
    ...Object.fromEntries(LISTS.map((name) => [name, []])),
  };
  const listeners = [];
  const history = [];
  let current = read();

  function read() {
    const parameters = new URLSearchParams(location.hash.slice(1));
    const state = { ...EMPTY };
    for (const name of LISTS) state[name] = parameters.getAll(name);
    for (const name of WORDS) state[name] = parameters.get(name) || EMPTY[name];
    for (const name of FLAGS) state[name] = parameters.get(name) === "1";
    state.conf = Math.min(1, Math.max(0, Number(parameters.get("conf")) || 0));
    if (!["graph", "map", "list"].includes(state.view)) state.view = "graph";
    return state;
  }

  function fragment(state) {
    const parameters = new URLSearchParams();
    for (const name of WORDS) if (state[name] !== EMPTY[name]) parameters.set(name, state[name]);
    for (const name of LISTS) for (const value of state[name]) parameters.append(name, value);
    for (const name of FLAGS) if (state[name]) parameters.set(name, "1");
    if (state.conf) parameters.set("conf", state.conf);
    return "#" + parameters;
  }

  function show(next) {
    const before = current;
    current = next;
    if (location.hash !== fragment(next)) window.history.replaceState(null, "", fragment(next));
    const changed = new Set(Object.keys(next).filter((key) => String(next[key]) !== String(before[key])));
    for (const listener of listeners) listener(current, changed);
  }

  function set(patch) {
    const next = { ...current, ...patch };
    if (fragment(next) === fragment(current)) return;
    history.push(current);
    if (history.length > 200) history.shift();
    show(next);
  }

  function toggle(name, value) {
    const list = current[name];
    set({ [name]: list.includes(value) ? list.filter((item) => item !== value) : [...list, value] });
  }

  function undo() {
    if (!history.length) return false;
    show(history.pop());
    return true;
  }

  const reset = () => set({ ...EMPTY, theme: current.theme, view: current.view });
  window.addEventListener("hashchange", () => {
    if (location.hash === fragment(current)) return;
    history.push(current);
    show(read());
  });

  return {
    get: () => current, set, toggle, undo, reset, depth: () => history.length,
    onChange: (listener) => listeners.push(listener),
  };
})();
