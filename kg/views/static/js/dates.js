// Dates as exact as the text: "2018", "2018-04", "2018-04-24" or "start/end", as first and last day since 1970.
kg.dates = (() => {
  const DAY = 86400000;
  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

  function day(year, month, date) {
    const time = new Date(0);
    time.setUTCFullYear(year, month, date);
    return Math.round(time.getTime() / DAY);
  }

  function one(text) {
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(text);
    if (!match) return null;
    const year = Number(match[1]);
    if (match[3]) {
      const exact = day(year, match[2] - 1, Number(match[3]));
      return [exact, exact];
    }
    if (match[2]) return [day(year, match[2] - 1, 1), day(year, Number(match[2]), 0)];
    return [day(year, 0, 1), day(year, 11, 31)];
  }

  function span(text) {
    if (!text) return null;
    const [first, last] = String(text).split("/");
    const from = one(first);
    const to = last ? one(last) : from;
    return from && to && to[1] >= from[0] ? [from[0], to[1]] : from;
  }

  const iso = (number) => new Date(number * DAY).toISOString().slice(0, 10);

  function words(text) {
    if (!text) return "";
    return String(text)
      .split("/")
      .map((part) => {
        const [year, month, date] = part.split("-");
        return [date && Number(date), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
      })
      .join(" – ");
  }

  return { span, iso, words, day, MONTHS };
})();
