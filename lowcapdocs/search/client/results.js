// The results page: #search-results holds a plain list of all pages, which gives way to what was found.

const AT_ONCE = 20;
const FACETS = { kind: "类别", town: "镇街", year: "年度" };

function resultItem(result) {
  const link = element("a", "", ...marked(result.title, result.marks));
  link.href = new URL(result.address.split("/").map(encodeURIComponent).join("/"), root);
  const text = excerpt(result.text, result.marks);
  const shown = ranges(text, result.marks).length || !result.summary ? text : excerpt(result.summary, result.marks);
  const facts = [result.kind, result.town, result.year, result.campaign].filter(Boolean).join(" · ");
  return element(
    "li",
    "search-result",
    element("h2", "search-title", link),
    element("p", "search-excerpt", ...marked(shown, result.marks)),
    element("p", "search-facts", facts),
  );
}

// {town, year}: the name of each for every page, and kind from the manifest.
async function facets() {
  const data = await tryLoad("facets");
  if (!data) return null;
  const names = (all, code) => numbers(code, manifest.alphabet).map((number) => all[number]);
  const town = names(data.towns, data.town);
  const year = names(data.years, data.year);
  return { kind: kindOf, town: (page) => town[page], year: (page) => year[page] };
}

function startResults(place) {
  const plain = [...place.childNodes];
  const status = element("p", "search-status");
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");
  const also = element("p", "search-also");
  const trouble = element("p", "search-trouble");
  trouble.setAttribute("role", "alert");
  const list = element("ol", "search-list");
  const more = element("button", "search-more md-button", "更多结果");
  more.type = "button";
  const filters = element("div", "search-filters");
  const selects = {};
  for (const [name, text] of Object.entries(FACETS)) {
    const label = element("label", "", text);
    selects[name] = element("select", "");
    selects[name].id = label.htmlFor = `search-${name}`;
    selects[name].addEventListener("change", () => go(address()));
    filters.append(element("div", "", label, selects[name]));
  }
  place.before(status, also, trouble, filters);
  place.after(more);
  let turn = 0; // of the newest search; what an older one still brings is dropped
  let search;

  const query = () => new URL(location.href).searchParams;

  function address(text = query().get("q") || "", fresh = false) {
    const wanted = new URL(location.href);
    wanted.search = "";
    wanted.hash = "";
    if (text) wanted.searchParams.set("q", text);
    for (const name of fresh ? [] : Object.keys(FACETS))
      if (selects[name].value) wanted.searchParams.set(name, selects[name].value);
    return wanted;
  }

  function go(wanted) {
    history.pushState(null, "", wanted);
    run();
  }

  function offer(name, values, chosen) {
    const options = [...new Set([...values, chosen])].filter(Boolean);
    const sorted = name === "year" ? options.sort().reverse() : options;
    selects[name].replaceChildren(new Option("全部", ""), ...sorted.map((value) => new Option(value)));
    selects[name].value = chosen;
    selects[name].parentNode.hidden = sorted.length < 2 && !chosen;
  }

  function tell() {
    const { total, sure, loose } = search.count();
    more.hidden = list.children.length >= total;
    const number = `${sure ? "" : "约"}${total}个页面`;
    let told = `找到${number}。`;
    if (!total) told = `没有找到含有“${query().get("q")}”的页面。可换一个词，或减少筛选条件。`;
    else if (loose) told = `没有完全一致的内容，${number}含有其中部分字词。`;
    if (status.textContent !== told) status.textContent = told; // announced once
    also.textContent = search.also.length ? `同时查找：${search.also.join("、")}` : "";
    complain();
  }

  function complain() {
    trouble.textContent = missing.size
      ? `有${missing.size}份检索数据没有读到（如search/${[...missing][0]}.js），结果可能不全。请刷新页面再试；仍不行的，请告诉网站管理员。`
      : "";
  }

  async function show(mine) {
    more.disabled = true;
    const before = list.children.length;
    // A few first: they are there sooner.
    for (const size of before ? [AT_ONCE] : [3, 7, AT_ONCE - 10]) {
      const results = await search.next(size);
      if (mine !== turn) return;
      list.append(...results.map(resultItem));
      tell();
      if (!results.length) break;
      await new Promise((resolve) => setTimeout(resolve)); // what comes next is asked for when these are shown
      if (mine !== turn) return;
    }
    more.disabled = false;
    if (before && list.children[before]) list.children[before].querySelector("a").focus();
  }

  async function run() {
    const mine = ++turn;
    const asked = query();
    const text = asked.get("q") || "";
    const chosen = Object.keys(FACETS).filter((name) => asked.get(name));
    for (const input of searchFields()) input.value = text;
    filters.hidden = more.hidden = true;
    status.textContent = also.textContent = trouble.textContent = "";
    list.replaceChildren();
    if (!tidy(text)) {
      place.replaceChildren(...plain);
      return;
    }
    place.replaceChildren(list);
    status.textContent = "正在查找…";
    try {
      await open();
      const known = chosen.length ? await facets() : null;
      const keep = (page) => chosen.every((name) => known[name](page) === asked.get(name));
      const found = await find(text, known ? keep : undefined);
      if (mine !== turn) return;
      search = found;
      await show(mine);
      const facts = known || (await facets());
      if (mine !== turn) return;
      complain();
      if (!facts) return;
      for (const name of Object.keys(FACETS)) offer(name, search.candidates().map(facts[name]), asked.get(name) || "");
      filters.hidden = Object.values(selects).every((select) => select.parentNode.hidden);
    } catch (problem) {
      if (mine !== turn) return;
      status.textContent = "检索没有成功。";
      complain();
      if (!missing.size) throw problem;
    }
  }

  more.addEventListener("click", () => show(turn));
  addEventListener("popstate", run);
  for (const form of document.querySelectorAll('form[role="search"]'))
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go(address(form.querySelector('[name="q"]').value.trim(), true));
    });
  run();
}
