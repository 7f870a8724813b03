// Reads a file of RDF and writes its quads as N-Quads.
import { readFileSync } from "node:fs";
import { Parser, Writer } from "n3";

const [path, format] = process.argv.slice(2);
const quads = new Parser({ format }).parse(readFileSync(path, "utf8"));
process.stdout.write(new Writer({ format: "N-Quads" }).quadsToString(quads));
