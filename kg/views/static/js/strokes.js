// Many straight lines without arrow heads: those that look alike share a path, in stretches short enough to draw fast.
kg.strokes = (() => {
  const STRETCH = 20;
  // However far away, a line is as wide as this on the screen.
  const LEAST = 0.3;

  function draw(ctx, body) {
    const least = LEAST / body.view.scale;
    const alike = new Map();
    for (const id of body.edgeIndices) {
      const edge = body.edges[id];
      if (!edge.connected) continue;
      const { options } = edge;
      if (options.smooth.enabled) {
        edge.draw(ctx);
        continue;
      }
      const width = Math.max(options.width, least);
      const look = `${options.dashes} ${options.color.color} ${width}`;
      if (!alike.has(look)) alike.set(look, { dashes: options.dashes, colour: options.color.color, width, edges: [] });
      alike.get(look).edges.push(edge);
    }
    ctx.save();
    for (const lines of alike.values()) stroke(ctx, lines);
    ctx.restore();
  }

  function stroke(ctx, { dashes, colour, width, edges }) {
    ctx.setLineDash(dashes || []);
    ctx.lineCap = dashes ? "round" : "butt";
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    for (let first = 0; first < edges.length; first += STRETCH) {
      ctx.beginPath();
      for (const { from, to } of edges.slice(first, first + STRETCH)) {
        ctx.moveTo(from.x, from.y);
        ctx.lineTo(to.x, to.y);
      }
      ctx.stroke();
    }
  }

  return { draw };
})();
