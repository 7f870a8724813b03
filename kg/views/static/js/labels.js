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

    // A main actor's name may lie on the marks of those that matter far less; nothing may lie on another name.
    free(box, self, weight = 0) {
      if (box.left < 0 || box.top < 0 || box.right > this.width || box.bottom > this.height) return false;
      return this.keys(box).every((key) =>
        (this.cells.get(key) || []).every(
          (other) =>
            other.owner === self || other.weight < weight ||
            other.right <= box.left || other.left >= box.right || other.bottom <= box.top || other.top >= box.bottom,
        ),
      );
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

  // discs and items: {text, x, y, r, size, bold, owner, weight}; edges: {text, points: [[x, y]...], size}; all in pixels of the picture.
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
    for (const item of items) {
      if (item.x < 0 || item.y < 0 || item.x > width || item.y > height) continue;
      const font = fontOf(item);
      const boxes = around(item, measure(ctx, item.text, font) + 2, item.size * 1.25);
      const box =
        boxes.find((candidate) => room.free(candidate, item.owner)) ||
        (item.main && boxes.find((candidate) => room.free(candidate, item.owner, item.weight / 2))) ||
        (item.chief && boxes.find((candidate) => room.free(candidate, item.owner, Infinity))) ||
        (item.force && boxes[0]);
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

  return { place };
})();
