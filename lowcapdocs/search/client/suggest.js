// Titles suggested under a search field while somebody types: a combobox with a listbox. Then everything starts.

const SUGGESTED = 8;
const PAUSE = 200; // milliseconds without a key before the index is asked

const searchFields = () => document.querySelectorAll('form[role="search"] input[name="q"]');

function startSuggestions(input, number) {
  const list = element("ul", "search-suggestions");
  list.id = `search-suggestions-${number}`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "可能要找的页面");
  for (const [name, value] of Object.entries({
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  }))
    input.setAttribute(name, value);
  const box = element("div", "search-box");
  input.before(box);
  box.append(input, list);
  let timer;
  let turn = 0;
  let active = -1;

  function show(...options) {
    list.replaceChildren(...options);
    activate(-1);
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  // Nothing is shown, and what is still on its way is not wanted any more.
  function close() {
    turn++;
    clearTimeout(timer);
    show();
  }

  function activate(index) {
    active = index;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    }
  }

  function option(result, at) {
    const made = element("li", "", ...marked(result.title, result.marks));
    if (result.kind) made.append(" ", element("small", "", [result.kind, result.year].filter(Boolean).join(" · ")));
    made.id = `${list.id}-${at}`;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    const address = new URL(result.address.split("/").map(encodeURIComponent).join("/"), root);
    made.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    made.addEventListener("click", () => location.assign(address));
    return made;
  }

  async function suggest() {
    const mine = ++turn;
    if (!tidy(input.value)) return show();
    try {
      const search = await find(input.value, undefined, true);
      const results = await search.next(SUGGESTED);
      if (mine !== turn) return;
      show(...results.map(option));
    } catch (problem) {
      if (mine === turn) show(); // the results page tells what is missing
      if (!missing.size) throw problem;
    }
  }

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(suggest, PAUSE);
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, PAUSE);
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "ArrowDown" && count) activate(active + 1 < count ? active + 1 : -1);
    else if (event.key === "ArrowUp" && count) activate(active < 0 ? count - 1 : active - 1);
    else if (event.key === "Enter" && active >= 0) list.children[active].click();
    else return;
    event.preventDefault();
  });
}

function start() {
  const fields = [...searchFields()];
  fields.forEach(startSuggestions);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = fields.find((each) => each.offsetParent);
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  const place = document.getElementById("search-results");
  if (place) startResults(place);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
