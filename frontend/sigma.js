// What the page uses of sigma.js and graphology, as kgSigma.Sigma and kgSigma.Graph.
export { default as Graph } from "graphology";
export { default as Sigma } from "sigma";
