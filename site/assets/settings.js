// Text size and contrast as the reader chose them, set before the page is painted. Works without storage, too.
"use strict";
(function () {
  const root = document.documentElement;
  root.classList.remove("no-js");
  root.classList.add("js");

  function stored(name) {
    try {
      return localStorage.getItem("lowcapdocs." + name);
    } catch {
      return null; // storage is switched off
    }
  }

  const text = stored("text");
  if (text === "large" || text === "larger") root.classList.add("text-" + text);
  if (stored("contrast") === "high") root.classList.add("contrast");
})();
