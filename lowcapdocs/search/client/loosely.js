// What comes near a query that stands on no page as a whole: pages with some of its words, else with pairs of its characters.

// Pages that hold some of the words, or of the pieces of a sentence; what stands in quotes is meant exactly.
async function some({ phrase, terms, quoted }) {
  const found = terms.length ? await byWords(terms) : [];
  return found.length || quoted ? found : byPairs(telling(terms.length ? terms : [phrase]));
}

// Those that hold the rarer words come first.
async function byWords(terms) {
  const found = await Promise.all(terms.map(lookUp));
  const scores = new Map();
  for (const { pages } of found) {
    const weight = Math.log(1 + manifest.pages / (pages.size || 1));
    for (const page of pages.keys()) scores.set(page, (scores.get(page) || 0) + weight);
  }
  return [...scores]
    .sort(([one, a], [other, b]) => b - a || one - other)
    .map(([page]) => ({ page, pieces: found.filter(({ pages }) => pages.has(page)), check: inAny }));
}

// The pairs of `pieces` that are looked up, so many at most that a long sentence loads no more than a short one.
// Of the common ones it is known that they stand somewhere, of the others that they tell more where they do: half and half.
function telling(pieces) {
  const all = [...new Set(pieces.flatMap(grams))];
  const common = all.filter((pair) => manifest.rank.has(pair));
  common.sort((one, other) => manifest.rank.get(one) - manifest.rank.get(other));
  const others = all.filter((pair) => !manifest.rank.has(pair));
  const most = Math.max(MOST_GRAMS / 2, MOST_GRAMS - common.length);
  const turn = (at) => Math.floor((at * most) / Math.max(most, others.length));
  const spread = others.filter((_, at) => turn(at) !== turn(at - 1)); // from the whole sentence, not from its beginning alone
  return [...spread, ...common.slice(0, MOST_GRAMS - spread.length)];
}

// Pages that hold much of `pairs` in one passage and the title. Rarer pairs weigh more, and those in the title twice more.
async function byPairs(pairs) {
  if (pairs.length < 2) return [];
  const lists = await Promise.all(pairs.map(places));
  const end = manifest.pages + manifest.starts[manifest.pages];
  const held = new Uint16Array(end); // by place: a bit for each pair
  const weights = lists.map((list) => Math.log(1 + end / (list && list.length ? list.length : 1)));
  lists.forEach((list, bit) => (list || []).forEach((place) => (held[place] |= 1 << bit)));
  const sum = (bits) => weights.reduce((total, weight, bit) => total + (bits & (1 << bit) ? weight : 0), 0);

  const found = [];
  for (let page = 0; page < manifest.pages; page++) {
    let best = null;
    for (let place = firstPassage(page); place < firstPassage(page + 1); place++) {
      const both = held[place] | held[page];
      if (!(both & (both - 1)) && !held[page]) continue; // one pair in a text says nothing
      const score = sum(held[place]) + 2 * sum(held[page]);
      if (!best || score > best.score) best = { page, place, score, weight: sum(both) };
    }
    if (best) found.push(best);
  }
  const most = found.reduce((weight, each) => Math.max(weight, each.weight), 0);
  return found
    .filter(({ weight }) => weight >= most / 2)
    .sort((one, other) => other.score - one.score || one.page - other.page)
    .map(({ page, place }) => {
      const at = (where) =>
        pairs.filter((_, bit) => held[where] & (1 << bit)).map((pair) => located(pair, true, [where]));
      return { page, pieces: [...at(place), ...at(page)], check: inAny };
    });
}
