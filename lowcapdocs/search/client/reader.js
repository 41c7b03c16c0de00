// Spelling, terms and the files of the index. Spelling and terms are those of folding.py and terms.py.

const base = new URL("./", document.currentScript.src);
const root = new URL("../", base);

const INVISIBLE =
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e01ef}]+/gu;
const SPACES = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
const folds = new Map();

function foldOne(character) {
  let folded = folds.get(character);
  if (folded === undefined) {
    folded = character.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
    folds.set(character, folded);
  }
  return folded;
}

function fold(text) {
  let folded = "";
  for (const character of text) folded += foldOne(character);
  return folded;
}

function words(text) {
  return text.replace(INVISIBLE, "").normalize("NFC").split(SPACES).filter(Boolean);
}

// Spaces stand only between Latin letters and digits; see folding.tidy.
function tidy(text) {
  let tidied = "";
  for (const word of words(text)) {
    const latin = tidied && fold(Array.from(tidied).pop()).slice(-1) < "\x80" && fold(word)[0] < "\x80";
    tidied += (latin ? " " : "") + word;
  }
  return tidied;
}

// What a piece of folded text has to be looked up by: fours within long codes, else pairs.
function grams(piece) {
  const found = new Set();
  for (const [code] of piece.matchAll(/[0-9a-z]{4,}/g))
    for (let at = 0; at + 4 <= code.length; at++) found.add(code.slice(at, at + 4));
  const characters = Array.from(piece.replace(/([0-9a-z])[0-9a-z]{2,}([0-9a-z])/g, "$1\n$2"));
  for (let at = 1; at < characters.length; at++) {
    const pair = characters[at - 1] + characters[at];
    if (!pair.includes("\n")) found.add(pair);
  }
  return found.size ? [...found] : characters;
}

// Files

const arrived = new Map();
const loading = new Map();
const missing = new Set();
let manifest;

window.lowcapdocsSearch = (name, data) => arrived.set(name, data);

function load(name) {
  let promise = loading.get(name);
  if (!promise) {
    promise = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`${name}.js${manifest ? "?" + manifest.version : ""}`, base);
      const end = () => {
        script.remove();
        if (arrived.has(name)) {
          missing.delete(name);
          resolve(arrived.get(name));
        } else {
          missing.add(name);
          loading.delete(name);
          reject(new Error(name));
        }
        arrived.delete(name);
      };
      script.onload = script.onerror = end;
      document.head.append(script);
    });
    loading.set(name, promise);
  }
  return promise;
}

// What is missing is told to the reader; the search goes on without it.
function tryLoad(name) {
  return load(name).catch(() => null);
}

async function open() {
  if (!manifest) {
    const data = await load("manifest");
    const counts = numbers(data.passages, data.alphabet);
    data.starts = [0];
    for (const count of counts) data.starts.push(data.starts[data.starts.length - 1] + count);
    data.pages = counts.length;
    data.synonyms = data.synonyms.map((group) => group.map(fold));
    const common = Array.from(data.common);
    data.rank = new Map(); // of common pairs; the commonest has the highest
    for (let at = 0; at < common.length; at += 2) data.rank.set(common[at] + common[at + 1], common.length - at);
    manifest = data;
  }
  return manifest;
}

// Numbers as numbers.plain writes them; with `rising` as numbers.rising does.
function numbers(code, alphabet, rising) {
  const found = [];
  let number = 0;
  let last = -1;
  let run = false;
  const digits = [];
  for (let at = 0; at < alphabet.length; at++) digits[alphabet.charCodeAt(at)] = at;
  for (let at = 0; at < code.length; at++) {
    const digit = digits[code.charCodeAt(at)];
    if (digit === 78) run = true;
    else if (digit >= 39) number = number * 39 + digit - 39;
    else {
      number = number * 39 + digit;
      if (run) for (; number; number--) found.push(++last);
      else found.push(rising ? (last += number) : number);
      number = 0;
      run = false;
    }
  }
  return found;
}

function bucket(term, buckets) {
  let mixed = 0;
  for (const character of term) {
    mixed = Math.imul(mixed ^ character.codePointAt(0), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed & (buckets - 1);
}

// The places of a term, rising; null when they cannot be read.
const known = new Map();
async function places(term) {
  if (!known.has(term)) {
    const shard = await tryLoad("terms/" + bucket(term, manifest.shards));
    if (!shard) return null;
    known.set(term, shard[term] ? numbers(shard[term], manifest.alphabet, true) : []);
  }
  return known.get(term);
}

// The page to which a place belongs.
function pageOf(place) {
  const { pages, starts } = manifest;
  if (place < pages) return place;
  let low = 0;
  let high = pages;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= place - pages) low = middle;
    else high = middle;
  }
  return low;
}

function kindOf(page) {
  return manifest.kinds.filter(([, first]) => first <= page).pop()[0];
}

// A passage (by its place) of a page: {page, address, title, town, year, campaign, summary, text}.
async function passage(page, place) {
  const at = place - manifest.pages;
  const shard = await tryLoad("texts/" + Math.floor(at / manifest.together));
  if (!shard) return null;
  const [address, title, town, year, campaign, summary] = shard.pages[page];
  const text = shard.texts[at % manifest.together];
  return { page, address, title, town, year, campaign, summary, text, kind: kindOf(page) };
}
