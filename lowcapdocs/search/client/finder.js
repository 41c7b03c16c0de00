// From a query to pages: candidates by the index, the best first, each made sure on its text.

const FIRST_GRAMS = 4; // are looked up before it is known whether more are needed
const MOST_GRAMS = 12;
const MANY = 60; // candidates; beyond, further grams are worth loading

// {phrase, terms}: the whole query as one piece, and its words where there are several.
function parse(query) {
  const quoted = /^\s*["“”「『]([^"“”「」『』]+)["“”」』]\s*$/.exec(query);
  const phrase = fold(tidy(quoted ? quoted[1] : query));
  const terms = [...new Set(words(query).map(fold))];
  return { phrase, quoted, terms: quoted || terms.length < 2 ? [] : terms };
}

// Other ways to write a piece: synonyms, brackets of years, and numbers with or without separators.
function variants(piece) {
  const found = new Set();
  for (const group of manifest.synonyms) {
    const word = group.filter((each) => piece.includes(each)).sort((a, b) => b.length - a.length)[0];
    if (word) for (const other of group) found.add(piece.split(word).join(other));
  }
  found.add(piece.replace(/[[(【](\d{4})[\])】]/g, "〔$1〕")); // in numbers of documents; few keyboards have these
  found.add(piece.replace(/(\d),(?=\d{3}(?!\d))/g, "$1"));
  found.add(
    piece.replace(/[\d.,a-z]+/g, (run) =>
      /^\d{4,9}(\.\d+)?$/.test(run) && !/^(19|20)\d\d$/.test(run) ? run.replace(/\d(?=(\d{3})+(?!\d))/, "$&,") : run,
    ),
  );
  found.delete(piece);
  return [...found].slice(0, 6);
}

function intersect(lists) {
  const [first, ...others] = lists.filter(Boolean).sort((a, b) => a.length - b.length);
  return others.reduce((left, list) => {
    let at = 0;
    return left.filter((place) => {
      while (list[at] < place) at++;
      return list[at] === place;
    });
  }, first || []);
}

// Where a piece may stand: {piece, sure, places, pages}; pages: page → places, the title's (the page itself) first.
async function lookUp(piece) {
  const all = grams(piece);
  const rank = (gram) => manifest.rank.get(gram) || 0;
  all.sort((a, b) => rank(a) - rank(b));
  let lists = await Promise.all(all.slice(0, FIRST_GRAMS).map(places));
  if (all.length > FIRST_GRAMS && intersect(lists).length > MANY)
    lists = lists.concat(await Promise.all(all.slice(FIRST_GRAMS, MOST_GRAMS).map(places)));
  return located(piece, all.length === 1, intersect(lists));
}

function located(piece, sure, found) {
  const pages = new Map();
  for (const place of found) {
    const page = pageOf(place);
    if (!pages.has(page)) pages.set(page, []);
    pages.get(page).push(place);
  }
  return { piece, sure, places: found, pages };
}

const inTitle = (found, page) => found.pages.get(page)[0] === page;

// Pages where every one of `pieces` may stand, as {titles, bodies} of entries in their order.
function clause(pieces) {
  const titles = [];
  const bodies = [];
  const fewest = pieces.reduce((left, right) => (right.pages.size < left.pages.size ? right : left));
  for (const page of [...fewest.pages.keys()].sort((a, b) => a - b)) {
    if (!pieces.every((found) => found.pages.has(page))) continue;
    const title = pieces.every((found) => inTitle(found, page));
    if (title) titles.push({ page, pieces, check: inTitles });
    if (!title || !pieces.every((found) => found.sure)) bodies.push({ page, pieces, check: inBodies });
  }
  // Of several words the rarest tells most about what is meant: pages with it in their title come first.
  // An overview repeats what others tell in full: unless its title is meant, it comes after them.
  const weight = ({ page }) => (inTitle(fewest, page) ? 2 : manifest.overviews.includes(kindOf(page)) ? 0 : 1);
  const weights = new Map(bodies.map((entry) => [entry, weight(entry)]));
  bodies.sort((one, other) => weights.get(other) - weights.get(one));
  return { titles, bodies };
}

const firstPassage = (page) => manifest.pages + manifest.starts[page];

async function inTitles({ page, pieces }) {
  const body = pieces[0].pages.get(page).find((place) => place >= manifest.pages);
  const shown = await passage(page, body === undefined ? firstPassage(page) : body);
  const title = shown && fold(shown.title);
  return shown && pieces.every(({ piece }) => title.includes(piece)) && { ...shown, marks: marksOf(pieces) };
}

async function inBodies({ page, pieces }) {
  let shown;
  for (const found of pieces) {
    const stands = await standing(found, page);
    if (!stands) return null;
    if (!shown || shown.titled) shown = stands;
  }
  return { ...shown, marks: marksOf(pieces) };
}

async function inAny({ page, pieces }) {
  for (const found of pieces) {
    const stands = await standing(found, page);
    if (stands) return { ...stands, marks: marksOf(pieces) };
  }
  return null;
}

// The passage of `page` in which a piece really stands; titled: it is only in the title.
async function standing({ piece, sure, pages }, page) {
  for (const place of pages.get(page)) {
    const titled = place < manifest.pages;
    const found = await passage(page, titled ? firstPassage(page) : place);
    if (found && (sure || fold(titled ? found.title : found.text).includes(piece))) return { ...found, titled };
  }
  return null;
}

const marksOf = (pieces) => pieces.map(({ piece }) => piece);

// Titles that sound like the letters, by full pinyin or by initials.
async function sounding(letters) {
  const shifted = Array.from(letters, (letter) => String.fromCharCode(letter.charCodeAt(0) + 31));
  const pairs = shifted.slice(1).map((letter, at) => shifted[at] + letter);
  const found = intersect(await Promise.all([...new Set(pairs)].slice(0, 6).map(places)));
  const readings = found.length ? await tryLoad("pinyin") : null;
  if (!readings) return [];
  const check = async ({ page }) => {
    const shown = await passage(page, firstPassage(page));
    const said = shown && spoken(fold(shown.title), letters, readings);
    return said && { ...shown, marks: [said] };
  };
  return found.map((page) => ({ page, check, guessed: true }));
}

// The piece of a title that is read as `letters`, each syllable in full or by its beginning.
function spoken(title, letters, readings) {
  const characters = Array.from(title);
  const end = (at, done) => {
    if (done === letters.length) return at;
    for (const said of at < characters.length ? (readings[characters[at]] || characters[at]).split(" ") : [])
      for (let length = said.length; length > 0; length--)
        if (letters.startsWith(said.slice(0, length), done)) {
          const found = end(at + 1, done + length);
          if (found) return found;
        }
    return 0;
  };
  for (let at = 0; at < characters.length; at++) {
    const to = end(at, 0);
    if (to) return characters.slice(at, to).join("");
  }
  return "";
}

// The results of a query, the best first. `keep` tells which pages are wanted, `titlesOnly` is for suggestions.
// Resolves to {also, candidates(), next(n), count()}: other words looked for; pages before `keep`, without those that
// letters alone brought and that were not shown; up to n more results;
// {total, sure, loose}: how many in all, whether that is counted, whether only some words stand there.
async function find(query, keep = () => true, titlesOnly = false) {
  await open();
  const asked = parse(query);
  const seen = new Set();
  let entries = [];
  let also = [];
  let loose = false;
  if (asked.phrase) {
    const spellings = asked.quoted ? [] : variants(asked.phrase);
    const turns = asked.terms.flatMap((term, at) => variants(term).map((other) => ({ at, other }))).slice(0, 6);
    const [start, heard, terms, turned, exact, ...others] = await Promise.all([
      places("\x02" + Array.from(asked.phrase).slice(0, 2).join("")),
      /^[a-z]{2,}$/.test(asked.phrase) ? sounding(asked.phrase) : [],
      Promise.all(asked.terms.map(lookUp)),
      Promise.all(turns.map(({ other }) => lookUp(other))),
      ...[asked.phrase, ...spellings].map(lookUp),
    ]);
    also = [...others, ...turned].filter((found) => found.places.length).map(({ piece }) => piece);
    const starts = new Set(start);
    const { titles, bodies } = clause([exact]);
    const other = others.map((found) => clause([found]));
    const all = terms.length ? [clause(terms)] : [];
    turns.forEach(({ at }, turn) => all.push(clause(terms.map((found, place) => (place === at ? turned[turn] : found)))));
    entries = [
      titles.filter(({ page }) => starts.has(page)),
      titles.filter(({ page }) => !starts.has(page)),
      ...other.map((each) => each.titles),
      ...(titlesOnly ? [] : [bodies, ...other.map((each) => each.bodies)]),
      ...all.map((each) => each.titles),
      ...(titlesOnly ? [] : all.map((each) => each.bodies)),
      heard,
    ].flat();
  }
  let pages = [...new Set(entries.map(({ page }) => page))];
  const known = new Set(entries.filter(({ guessed }) => !guessed).map(({ page }) => page));
  entries = entries.filter(({ page }) => keep(page));
  const filtered = pages.length > 0 && !entries.length; // then there is no reason to be less exact
  let total = new Set(entries.map(({ page }) => page)).size; // less what is refused
  const sure = () => entries.every((entry) => seen.has(entry.page) || (entry.pieces || [{}]).every((each) => each.sure));

  async function next(most) {
    const results = [];
    while (results.length < most) {
      const batch = [];
      while (entries.length && batch.length < most - results.length) {
        const entry = entries.shift();
        if (!seen.has(entry.page) && !batch.some(({ page }) => page === entry.page)) batch.push(entry);
        else if (!seen.has(entry.page)) {
          entries.unshift(entry); // its turn comes when the better place has been refused
          break;
        }
      }
      if (!batch.length) {
        if (seen.size || loose || filtered || titlesOnly || !asked.phrase) break;
        loose = true;
        const loosely = await some(asked);
        pages = [...new Set(loosely.map(({ page }) => page))];
        for (const page of pages) known.add(page);
        entries = loosely.filter(({ page }) => keep(page));
        total = new Set(entries.map(({ page }) => page)).size;
        if (!entries.length) break;
        continue;
      }
      const checked = await Promise.all(batch.map((entry) => entry.check(entry)));
      checked.forEach((result, at) => {
        if (result) {
          seen.add(result.page);
          results.push(result);
        } else if (!entries.some(({ page }) => page === batch[at].page)) total--;
      });
    }
    // Whoever types a whole title means that page, before the overview that is called the same.
    const meant = ({ title, kind }) => fold(title) === asked.phrase && !manifest.overviews.includes(kind);
    return results.sort((one, other) => meant(other) - meant(one));
  }
  return {
    also,
    candidates: () => pages.filter((page) => known.has(page) || seen.has(page)),
    next,
    count: () => ({ total, sure: sure(), loose: loose && seen.size > 0 }),
  };
}
window.lowcapdocsSearch.find = find;
