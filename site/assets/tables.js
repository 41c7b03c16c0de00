// Tables that sort and filter, and that can be scrolled by keyboard where they are wider than the page.
"use strict";
(function () {
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  const BLANK = /^[\s/／—–-]*$/;
  const FEW = 6; // rows of a table that needs no filter box
  const MANY = 10; // columns that fit on a sheet of paper held upright
  let serial = 0;

  const rowsOf = (table) => Array.from(table.tBodies).flatMap((body) => Array.from(body.rows));
  const isTotal = (row) => row.classList.contains("total");
  const spans = (cell) => cell.colSpan > 1 || cell.rowSpan > 1;
  const nameOf = (table) => table.getAttribute("aria-label") || (table.caption ? table.caption.textContent.trim() : "表格");

  // The last head cell of each column by its column, reckoning with cells that span rows and columns.
  function heads(table) {
    const grid = [];
    Array.from(table.tHead ? table.tHead.rows : []).forEach((row, y) => {
      grid[y] = grid[y] || [];
      let x = 0;
      for (const cell of row.cells) {
        while (grid[y][x]) x += 1;
        for (let down = 0; down < cell.rowSpan; down += 1) {
          grid[y + down] = grid[y + down] || [];
          for (let right = 0; right < cell.colSpan; right += 1) grid[y + down][x + right] = cell;
        }
        x += cell.colSpan;
      }
    });
    return grid.length ? grid[grid.length - 1] : [];
  }

  function valueOf(row, column) {
    const cell = row.cells[column];
    const text = (cell.dataset.value ?? cell.textContent).trim();
    if (BLANK.test(text)) return null;
    const number = Number(text.replace(/[,，\s]/g, "").replace(/%$/, ""));
    return Number.isNaN(number) ? text : number;
  }

  // Numbers before words; what is blank comes last, whichever way the column is sorted.
  function compare(one, other, direction) {
    if (one === null || other === null) return (one === null) - (other === null);
    if (typeof one === "number" && typeof other === "number") return direction * (one - other);
    if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
    return direction * collator.compare(one, other);
  }

  function sortable(table, said) {
    const rows = rowsOf(table);
    if (rows.length < 2 || rows.some((row) => !isTotal(row) && Array.from(row.cells).some(spans))) return;
    const original = rows.slice();
    const columns = heads(table);
    columns.forEach((head, column) => {
      if (head.colSpan > 1 || head.querySelector("button") || !head.textContent.trim()) return;
      const name = head.textContent.trim();
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      if (head.querySelector("a")) button.setAttribute("aria-label", `按“${name}”排序`);
      else button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const next = { none: "ascending", ascending: "descending", descending: "none" }[head.getAttribute("aria-sort")];
        for (const other of new Set(columns)) if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
        head.setAttribute("aria-sort", next);
        let sorted = original;
        if (next !== "none") {
          const direction = next === "ascending" ? 1 : -1;
          const keyed = original.filter((row) => !isTotal(row)).map((row) => [valueOf(row, column), row]);
          keyed.sort((one, other) => compare(one[0], other[0], direction));
          sorted = [...keyed.map((pair) => pair[1]), ...original.filter(isTotal)];
        }
        table.tBodies[0].append(...sorted);
        const word = { ascending: "升序", descending: "降序" }[next];
        said.textContent = word ? `已按“${name}”${word}排列` : "已恢复原来的顺序";
      });
    });
  }

  function filterable(table, place) {
    const rows = rowsOf(table).filter((row) => !isTotal(row));
    const totals = [...rowsOf(table).filter(isTotal), ...Array.from(table.tFoot ? table.tFoot.rows : [])];
    if (rows.length <= FEW) return;
    const fold = (text) => text.normalize("NFKC").toLowerCase();
    const texts = rows.map((row) => fold(row.textContent));
    const tools = document.createElement("div");
    tools.className = "table-tools";
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("output");
    input.type = "search";
    input.id = `table-filter-${serial}`;
    input.autocomplete = "off";
    label.htmlFor = input.id;
    label.textContent = "筛选本表";
    count.htmlFor.add(input.id);
    const apply = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        row.hidden = !words.every((word) => texts[index].includes(word));
        if (!row.hidden) shown += 1;
      });
      for (const row of totals) row.hidden = words.length > 0; // a sum of all rows says nothing of some
      count.textContent = words.length ? `${shown}行，共${rows.length}行` : `共${rows.length}行`;
    };
    input.addEventListener("input", apply);
    tools.append(label, input, count);
    place.before(tools);
    apply();
  }

  // A region that scrolls can be reached by keyboard and has a name; one that does not scroll is no stop on the way.
  function measure(place, table) {
    place.classList.remove("scrolls");
    const wide = table.scrollWidth > place.clientWidth + 1;
    place.classList.toggle("scrolls", wide);
    if (wide) {
      place.tabIndex = 0;
      place.setAttribute("role", "region");
      place.setAttribute("aria-label", `${nameOf(table)}（可左右滚动）`);
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) place.removeAttribute(name);
    }
  }

  for (const table of document.querySelectorAll("article table")) {
    serial += 1;
    let place = table.closest(".table-wrap");
    if (!place) {
      place = document.createElement("div");
      place.className = "table-wrap";
      table.before(place);
      place.append(table);
    }
    if (table.classList.contains("sortable")) {
      const said = document.createElement("p");
      said.className = "hidden-label";
      said.setAttribute("role", "status");
      place.before(said);
      sortable(table, said);
    }
    if (table.classList.contains("filterable")) filterable(table, place);
    place.classList.toggle("many", heads(table).length > MANY);
    measure(place, table);
    window.addEventListener("resize", () => measure(place, table));
    const folded = table.closest("details");
    if (folded) folded.addEventListener("toggle", () => measure(place, table));
  }
})();
