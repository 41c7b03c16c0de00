// Where pieces stand in a text as it is shown, and what of it is shown. Texts become text nodes, never markup.

// [start, end] of every piece in `text`, rising, none overlapping.
function ranges(text, pieces) {
  let folded = "";
  const starts = [];
  const ends = [];
  let at = 0;
  for (const character of text) {
    const piece = foldOne(character);
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    folded += piece;
    at += character.length;
  }
  const found = [];
  for (const piece of pieces)
    for (let from = folded.indexOf(piece); piece && from >= 0; from = folded.indexOf(piece, from + piece.length))
      found.push([starts[from], ends[from + piece.length - 1]]);
  const merged = [];
  for (const [start, end] of found.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

// `text` with the pieces in <mark>, as nodes.
function marked(text, pieces) {
  const nodes = [];
  let done = 0;
  for (const [start, end] of ranges(text, pieces)) {
    nodes.push(text.slice(done, start), element("mark", "", text.slice(start, end)));
    done = end;
  }
  return [...nodes, text.slice(done)];
}

// About `length` characters around the first of the pieces, from the beginning of a sentence if that is near.
function excerpt(text, pieces, length = 100) {
  const [first] = ranges(text, pieces);
  const hit = first ? first[0] : 0;
  let from = Math.max(0, hit - 24);
  if (from) {
    const before = text.slice(from, hit);
    from += Math.max(before.lastIndexOf("\n"), before.lastIndexOf("。")) + 1;
  }
  const low = (at) => /[\udc00-\udfff]/.test(text[at] || ""); // never cut a character in two
  if (low(from)) from--;
  let to = Math.min(text.length, Math.max(from + length, first ? first[1] : 0));
  if (low(to)) to--;
  return (from ? "…" : "") + text.slice(from, to).replace(/\n/g, " ") + (to < text.length ? "…" : "");
}

function element(name, css, ...children) {
  const made = document.createElement(name);
  if (css) made.className = css;
  made.append(...children);
  return made;
}
