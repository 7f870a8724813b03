// Physics, for a picture of a few hundred nodes: it stops by itself when all is at rest, and after some time at the latest.
kg.motion = (() => {
  const MOST = 300;
  const PHYSICS = {
    enabled: true, solver: "forceAtlas2Based", minVelocity: 1.2, stabilization: false,
    forceAtlas2Based: { gravitationalConstant: -90, springLength: 110, springConstant: 0.05, avoidOverlap: 0.6, damping: 0.6 },
  };
  let network = null;
  let timer = 0;
  let done = null;

  function start(drawn) {
    network = drawn;
    network.on("stabilized", rest);
    network.on("dragStart", ({ nodes: [id] }) => id !== undefined && few() && drag(id));
    network.on("dragEnd", ({ nodes: [id] }) => id !== undefined && few() && drop(id));
  }

  const nodes = () => Object.values(network.body.nodes);
  const few = () => Boolean(network) && nodes().length <= MOST;

  function cancel() {
    clearTimeout(timer);
    done = null;
  }

  function end(latest, then) {
    cancel();
    done = then;
    timer = setTimeout(rest, latest);
  }

  function rest() {
    if (!done) return;
    const last = done;
    cancel();
    network.setOptions({ physics: { enabled: false } });
    last();
  }

  const hold = (held) => nodes().forEach((node) => (node.options.fixed.x = node.options.fixed.y = held(node)));

  function arrange(then) {
    if (!few()) return false;
    hold(() => false);
    network.setOptions({ physics: PHYSICS });
    end(4000, then);
    return true;
  }

  // A node that is dragged takes its neighbours along, and stays where it is let go.
  function drag(id) {
    cancel();
    const free = new Set([id, ...network.getConnectedNodes(id)]);
    hold((node) => !free.has(node.id));
    network.setOptions({ physics: PHYSICS });
  }

  function drop(id) {
    hold((node) => node.id === id || node.options.fixed.x);
    end(1500, () => hold(() => false));
  }

  return { start, arrange };
})();
