// The query page: saved queries go into the editor, which is YASGUI where `make assets` has made it, else the plain form.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const plain = byId("kg-plain");
  const area = byId("kg-query");
  const saved = byId("kg-saved");
  let put = (text) => {
    area.value = text;
    area.focus();
  };

  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) area.form.requestSubmit();
  });

  if (window.Yasgui) {
    const { Yasgui } = window;
    // At these separators of lines its highlighting stops with an error.
    const tidy = (text) => text.replace(/[\u2028\u2029]/g, " ");
    const editor = new Yasgui(byId("kg-yasgui"), {
      requestConfig: { endpoint: `${location.origin}/sparql`, method: "POST", headers: {} },
      copyEndpointOnNewTab: true,
      populateFromUrl: false,
      persistenceId: "kg",
      // The other completers ask servers elsewhere.
      yasqe: { autocompleters: ["variables"], value: tidy(area.value) || undefined, createShareableLink: null },
      yasr: { prefixes: { dkg: "https://w3id.org/diplomatic-kg/ontology#", dkr: saved.dataset.base } },
    });
    put = (text) => {
      const tab = editor.getTab() || editor.addTab(true);
      tab.setQuery(tidy(text));
    };
    if (area.value) put(area.value);
    plain.hidden = true;
  }

  saved.addEventListener("change", () => {
    const { text } = saved.selectedOptions[0].dataset;
    if (text) put(text);
  });
  byId("kg-load").hidden = true;
})();
