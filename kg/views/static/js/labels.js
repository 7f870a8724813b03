// Labels that never cover one another: the most important first, each beside its node where there is room.
kg.labels = (() => {
  const CELL = 64;
  const widths = new Map();

  class Room {
    constructor(width, height) {
      this.width = width;
      this.height = height;
      this.cells = new Map();
    }

    keys(box) {
      const found = [];
      for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
        for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) found.push(x * 4096 + y);
      }
      return found;
    }

    hits(box, self) {
      const found = new Set();
      for (const key of this.keys(box)) {
        for (const other of this.cells.get(key) || []) {
          if (other.owner !== self && other.right > box.left && other.left < box.right && other.bottom > box.top && other.top < box.bottom) found.add(other);
        }
      }
      return found;
    }

    inside(box) {
      return box.left >= 0 && box.top >= 0 && box.right <= this.width && box.bottom <= this.height;
    }

    free(box, self) {
      return this.inside(box) && !this.hits(box, self).size;
    }

    // How much a name at this place would hide: of the weightiest mark, and of all; never another name.
    hidden(box, self) {
      const weights = this.inside(box) ? [...this.hits(box, self)].map((other) => other.weight ?? Infinity) : [Infinity];
      return { box, most: Math.max(0, ...weights), all: weights.reduce((sum, weight) => sum + weight, 0) };
    }

    take(box) {
      for (const key of this.keys(box)) {
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push(box);
      }
    }
  }

  function measure(ctx, text, font) {
    const key = font + text;
    if (!widths.has(key)) {
      if (widths.size > 20000) widths.clear();
      ctx.font = font;
      widths.set(key, ctx.measureText(text).width);
    }
    return widths.get(key);
  }

  const fontOf = (item) => `${item.bold ? "600 " : ""}${item.size}px system-ui, sans-serif`;

  function around(item, width, height) {
    const { x, y, r } = item;
    const gap = 3;
    const box = (left, top) => ({ left, top, right: left + width, bottom: top + height });
    return [
      box(x - width / 2, y + r + gap),
      box(x - width / 2, y - r - gap - height),
      box(x + r + gap + 1, y - height / 2),
      box(x - r - gap - 1 - width, y - height / 2),
      box(x + r * 0.7, y + r * 0.7),
      box(x - r * 0.7 - width, y + r * 0.7),
      box(x + r * 0.7, y - r * 0.7 - height),
      box(x - r * 0.7 - width, y - r * 0.7 - height),
    ];
  }

  // How weighty a mark the name of the number i may lie on: the first few any, other main actors those that matter far less.
  const hides = (i, weight) => (i < 5 ? Infinity : i < 10 ? weight : i < 30 ? weight / 2 : 0);

  // discs and items: {text, x, y, r, size, bold, owner, weight, hides}; edges: {text, points: [[x, y]...], size}; all in pixels of the picture.
  function place(ctx, width, height, discs, items, edges) {
    const room = new Room(width, height);
    for (const { x, y, r, owner, weight = 1 } of discs) {
      if (x < -r || y < -r || x > width + r || y > height + r) continue;
      room.take({ left: x - r, top: y - r, right: x + r, bottom: y + r, owner, weight });
    }
    const placed = [];
    const put = (item, box, font) => {
      room.take({ ...box, left: box.left - 2, right: box.right + 2 });
      placed.push({ item, font, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, box });
    };
    // A name may lie on marks that weigh less than what it may hide, where it hides least.
    const over = (boxes, item) => {
      const [best] = boxes.map((box) => room.hidden(box, item.owner)).sort((a, b) => a.most - b.most || a.all - b.all);
      return best.most < item.hides ? best.box : null;
    };
    for (const item of items) {
      if (item.x < 0 || item.y < 0 || item.x > width || item.y > height) continue;
      const font = fontOf(item);
      const boxes = around(item, measure(ctx, item.text, font) + 2, item.size * 1.25);
      const box = boxes.find((candidate) => room.free(candidate, item.owner)) || (item.hides && over(boxes, item)) || (item.force && boxes[0]);
      if (box) put(item, box, font);
    }
    for (const item of edges) {
      const font = fontOf(item);
      const half = measure(ctx, item.text, font) / 2 + 1;
      for (const [x, y] of item.points) {
        const box = { left: x - half, right: x + half, top: y - item.size * 0.6, bottom: y + item.size * 0.6 };
        if (!room.free(box, null)) continue;
        put(item, box, font);
        break;
      }
    }
    return placed;
  }

  return { place, hides };
})();
