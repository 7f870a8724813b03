// The buttons of the head: views, what is drawn, undo, export, theme, help.
kg.tools = (() => {
  const { el, button, byId, clear } = kg.dom;
  const { state } = kg;
  const VIEWS = [["graph", "Graph"], ["map", "Map"], ["list", "List"]];
  const SCOPES = [["actors", "Main actors"], ["communities", "Communities"], ["months", "Months"], ["whole", "Everything"]];
  let undoButton = null;

  const pressed = (on) => ({ "aria-pressed": String(on) });

  function menu(label, items) {
    const list = el("div", { hidden: true, role: "menu" });
    const opener = button(label, () => toggle(list.hidden), { "aria-haspopup": "menu", "aria-expanded": "false" });
    const toggle = (open) => {
      list.hidden = !open;
      opener.setAttribute("aria-expanded", String(open));
      if (open) list.firstElementChild.focus();
    };
    list.append(...items.map(([text, action]) => button(text, () => (toggle(false), action()), { role: "menuitem" })));
    const box = el("div", { class: "menu", on: { keydown: (event) => onKey(event) } }, opener, list);
    const onKey = (event) => {
      const all = [...list.children];
      const here = all.indexOf(document.activeElement);
      const to = { ArrowDown: here + 1, ArrowUp: here < 0 ? -1 : here - 1, Home: 0, End: -1 }[event.key];
      if (event.key === "Escape" && !list.hidden) (toggle(false), opener.focus());
      else if (to !== undefined) (toggle(true), all.at(to % all.length).focus());
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("pointerdown", (event) => box.contains(event.target) || toggle(false));
    return box;
  }

  async function copyLink() {
    try {
      await navigator.clipboard.writeText(location.href);
      kg.dom.announce("Link copied");
    } catch {
      kg.dom.announce("The link to this view is in the address bar");
    }
  }

  const flipTheme = () => state.set({ theme: document.documentElement.dataset.theme === "dark" ? "light" : "dark" });

  function start() {
    // On a small screen the picture comes before its legend.
    if (window.innerWidth <= 1000) byId("kg-legend").open = false;
    undoButton = button("Undo", () => state.undo(), { title: "u", id: "kg-undo" });
    byId("kg-tools").append(
      undoButton, button("Reset", state.reset, { title: "Back to the beginning" }), button("Fit", kg.main.fit, { title: "f" }),
      button("Rearrange", () => kg.network.arrange() || kg.dom.announce("Too many nodes to rearrange"), { title: "a", id: "kg-arrange" }),
      menu("Share", [...kg.exports.FORMATS, ["Copy the link to this view", copyLink], ["Print", () => window.print()]]),
      button("Theme", flipTheme, { title: "Light or dark (t)" }), button("Keys", kg.keys.help, { title: "?" }));
  }

  function show(now, scene) {
    clear(byId("kg-views")).append(...VIEWS.map(([key, label]) => button(label, () => state.set({ view: key }), { ...pressed(now.view === key), data: { view: key } })));
    const large = Boolean(kg.data.raw.overview);
    byId("kg-scopes").hidden = !large || now.view !== "graph";
    const current = now.focus.length ? "" : now.scope || (scene && scene.kind === "actors" ? "actors" : "");
    clear(byId("kg-scopes")).append(...SCOPES.map(([key, label]) =>
      button(label, () => state.set({ scope: key, focus: [], sel: "" }), { ...pressed(current === key), data: { scope: key } })));
    undoButton.disabled = !state.depth();
    byId("kg-arrange").disabled = now.view !== "graph" || !scene || scene.nodes.length > 300 || scene.kind === "whole";
  }

  // What of the whole is on view, and how to come back from a part.
  function status(now, visible, scene) {
    if (now.view !== "graph" || !scene) {
      const place = now.view === "map" ? `${kg.map.count()} places and states of ` : "";
      return void clear(byId("kg-status")).append(`${place}${visible.edges.length} of ${kg.data.edges.length} facts`);
    }
    const all = kg.data.nodes.filter((node) => now.events || !node.isEvent).length;
    const grouped = scene.kind === "communities" || scene.kind === "months";
    const drawn = grouped ? `${scene.nodes.length} ${scene.kind} of ${all} nodes` : `${scene.nodes.length} of ${all} nodes`;
    const parts = [`${drawn}, ${visible.edges.length} of ${kg.data.edges.length} facts`];
    if (scene.note) parts.push(scene.note);
    if (scene.kind === "actors") parts.push("states and organizations; double-click one to see what it has to do with");
    if (grouped) parts.push("click one to open it");
    const focus = now.focus.map((id) => kg.data.byId.get(id)).filter(Boolean);
    if (focus.length) parts.push(["around ", ...focus.flatMap((node, i) => [i ? ", " : "", kg.dom.name(node.label)])]);
    const back = (focus.length || now.scope) && button("Back to the whole", () => state.set({ focus: [], scope: "", sel: "" }), { class: "plain" });
    clear(byId("kg-status")).append(...parts.flatMap((part) => el("span", {}, part)), back || "");
  }

  return { start, show, status, flipTheme };
})();
