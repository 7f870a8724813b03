// Bundles sigma.js and graphology into one script that a page can carry, their licences at its head.
import { existsSync, readFileSync } from "node:fs";
import { build } from "esbuild";

const used = ["sigma", "graphology", "graphology-utils", "events"];

function licence(name) {
  const folder = `node_modules/${name}/`;
  const { version } = JSON.parse(readFileSync(folder + "package.json", "utf8"));
  const file = ["LICENSE.txt", "LICENSE", "LICENSE.md"].map((end) => folder + end).find(existsSync);
  return `${name} ${version}\n${file ? readFileSync(file, "utf8").trim() : "MIT licence"}`;
}

await build({
  entryPoints: ["sigma.js"], outfile: "../kg/views/assets/sigma.js", bundle: true, minify: true, format: "iife", globalName: "kgSigma",
  target: "es2020", legalComments: "none", banner: { js: `/*!\n${used.map(licence).join("\n\n").replaceAll("*/", "* /")}\n*/` },
});
