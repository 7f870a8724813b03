// Bundles third-party scripts for the pages, each with its licences at its head: sigma.js with graphology, and YASGUI.
import { existsSync, readFileSync } from "node:fs";
import { build } from "esbuild";

function licence(name) {
  const folder = `node_modules/${name}/`;
  const { version, license } = JSON.parse(readFileSync(folder + "package.json", "utf8"));
  const file = ["LICENSE.txt", "LICENSE", "LICENSE.md"].map((end) => folder + end).find(existsSync);
  return `${name} ${version}\n${file ? readFileSync(file, "utf8").trim() : `${license || "MIT"} licence`}`;
}

// What YASGUI's own bundle holds is not told: name all that its packages need.
function needed(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const { dependencies = {} } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  for (const other of Object.keys(dependencies)) needed(other, found);
  return found;
}

function bundle(entry, used, more = {}) {
  const banner = `/*!\n${used.map(licence).join("\n\n").replaceAll("*/", "* /")}\n*/`;
  return build({
    entryPoints: [`${entry}.js`], outfile: `../kg/views/assets/${entry}.js`, bundle: true, minify: true, format: "iife",
    target: "es2020", legalComments: "none", banner: { js: banner }, ...more,
  });
}

// A part of YASGUI writes styles into the page, which the policy of the server forbids: it is given what shows nothing.
const noStyles = {
  name: "no-styles",
  setup(builder) {
    builder.onLoad({ filter: /yasgui\.esm\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes('createElement("style")')) throw new Error(`${path}: expected createElement("style")`);
      return { contents: text.replaceAll('createElement("style")', 'createElement("template")'), loader: "js" };
    });
  },
};

await bundle("sigma", ["sigma", "graphology", "graphology-utils", "events"], { globalName: "kgSigma" });
await bundle("yasgui", [...needed("@zazuko/yasgui")].filter((name) => !name.startsWith("@types/")).sort(), {
  plugins: [noStyles],
});
