// Elements made from text, never from markup: nothing that an article says can become an element or a script.
kg.dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "on") for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
      else if (name === "data") Object.assign(node.dataset, value);
      else if (name === "css") for (const [key, text] of Object.entries(value)) node.style.setProperty(key, text);
      else node.setAttribute(name, value === true ? "" : String(value));
    }
    node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
    return node;
  }

  const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
  const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  // <bdi> keeps a right-to-left override in a name from reordering the words around it.
  const name = (text, attributes) => el("bdi", attributes, text);

  function button(text, action, attributes) {
    return el("button", { type: "button", on: { click: action }, ...attributes }, text);
  }

  // Only web addresses become links: "javascript:" and the like are shown as the text that they are.
  function link(url, text) {
    let parsed = null;
    try {
      parsed = new URL(url);
    } catch {
      parsed = null;
    }
    if (!parsed || !/^https?:$/.test(parsed.protocol)) return name(text || url);
    return el("a", { href: parsed.href, target: "_blank", rel: "noopener noreferrer nofollow" }, name(text || url));
  }

  const byId = (id) => document.getElementById(id);
  const clear = (node) => (node.replaceChildren(), node);

  function announce(text) {
    byId("kg-live").textContent = text;
  }

  const shorten = (text, length) => (text.length > length ? text.slice(0, length - 1).trimEnd() + "…" : text);

  return { el, svg, name, button, link, byId, clear, announce, shorten };
})();
