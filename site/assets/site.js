// The reader's switches: columns on a phone, text size, contrast, the list of contents. Without scripts all is open.
"use strict";
(function () {
  const root = document.documentElement;

  function store(name, value) {
    try {
      localStorage.setItem("lowcapdocs." + name, value);
    } catch {
      return; // storage is switched off: the choice holds for this page
    }
  }

  const menu = document.querySelector(".menu-button");
  const columns = document.getElementById("columns");
  if (menu && columns) {
    const show = (open) => {
      columns.classList.toggle("open", open);
      menu.setAttribute("aria-expanded", String(open));
    };
    menu.hidden = false;
    menu.addEventListener("click", () => show(!columns.classList.contains("open")));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && columns.classList.contains("open")) {
        show(false);
        menu.focus();
      }
    });
  }

  const tools = document.querySelector(".view-tools");
  if (tools) {
    const sizes = tools.querySelectorAll("[data-text]");
    const contrast = tools.querySelector("[data-contrast]");
    const tell = () => {
      for (const button of sizes) {
        const size = button.dataset.text;
        const chosen = size === "normal" ? !/\btext-large/.test(root.className) : root.classList.contains("text-" + size);
        button.setAttribute("aria-pressed", String(chosen));
      }
      contrast.setAttribute("aria-pressed", String(root.classList.contains("contrast")));
    };
    for (const button of sizes) {
      button.addEventListener("click", () => {
        root.classList.remove("text-large", "text-larger");
        if (button.dataset.text !== "normal") root.classList.add("text-" + button.dataset.text);
        store("text", button.dataset.text);
        tell();
        window.dispatchEvent(new Event("resize"));
      });
    }
    contrast.addEventListener("click", () => {
      store("contrast", root.classList.toggle("contrast") ? "high" : "normal");
      tell();
    });
    tools.hidden = false;
    tell();
  }

  const contents = document.querySelector(".contents > details");
  if (contents && window.matchMedia("(min-width: 68rem)").matches) contents.open = true;
})();
