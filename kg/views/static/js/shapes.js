// The outline of each node shape, drawn alike on the canvas, in the legend and in the exported SVG.
kg.shapes = (() => {
  const turn = (count, radius, start, inner) =>
    Array.from({ length: inner ? 2 * count : count }, (_, i) => {
      const angle = start + (i * Math.PI * (inner ? 1 : 2)) / count;
      const length = inner && i % 2 ? inner * radius : radius;
      return [Math.cos(angle) * length, Math.sin(angle) * length];
    });
  const UP = -Math.PI / 2;
  const box = (w, h) => [[-w, -h], [w, -h], [w, h], [-w, h]];
  const plus = (r, t) => [
    [-t, -r], [t, -r], [t, -t], [r, -t], [r, t], [t, t], [t, r], [-t, r], [-t, t], [-r, t], [-r, -t], [-t, -t],
  ];

  const POINTS = {
    square: (r) => box(r * 0.92, r * 0.92),
    diamond: (r) => turn(4, r * 1.18, UP),
    hexagon: (r) => turn(6, r * 1.05, 0),
    pentagon: (r) => turn(5, r * 1.1, UP),
    triangle: (r) => turn(3, r * 1.2, UP),
    triangleDown: (r) => turn(3, r * 1.2, -UP),
    star: (r) => turn(5, r * 1.25, UP, 0.5),
    spark: (r) => turn(4, r * 1.2, UP, 0.42),
    bar: (r) => box(r * 1.1, r * 0.62),
    page: (r) => box(r * 0.7, r),
    plus: (r) => plus(r * 1.05, r * 0.36),
    burst: (r) => turn(8, r * 1.2, UP, 0.62),
  };

  function trace(ctx, shape, x, y, r) {
    ctx.beginPath();
    if (!POINTS[shape]) {
      ctx.arc(x, y, r, 0, 2 * Math.PI);
      return;
    }
    POINTS[shape](r).forEach(([dx, dy], i) => (i ? ctx.lineTo(x + dx, y + dy) : ctx.moveTo(x + dx, y + dy)));
    ctx.closePath();
  }

  function draw(ctx, shape, x, y, r, colour, rim, width) {
    trace(ctx, shape, x, y, shape === "ring" ? r * 0.85 : r);
    ctx.fillStyle = shape === "ring" ? rim : colour;
    ctx.fill();
    if (!width && shape !== "ring") return;
    ctx.lineWidth = shape === "ring" ? Math.max(width, r * 0.35) : width;
    ctx.strokeStyle = shape === "ring" ? colour : rim;
    ctx.stroke();
  }

  function svg(shape, x, y, r, colour, rim) {
    const style =
      shape === "ring"
        ? { fill: rim, stroke: colour, "stroke-width": r * 0.35 }
        : { fill: colour, stroke: rim, "stroke-width": 1 };
    if (!POINTS[shape]) return kg.dom.svg("circle", { cx: x, cy: y, r: shape === "ring" ? r * 0.85 : r, ...style });
    const points = POINTS[shape](r).map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`);
    return kg.dom.svg("polygon", { points: points.join(" "), ...style });
  }

  return { draw, svg };
})();
