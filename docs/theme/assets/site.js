// The small things every page needs that HTML alone cannot do.

(() => {
  // The search is loaded when the reader goes to it: below 60em by a button, else by its field.
  const search = document.querySelector("[data-search]");
  const load = (wanted) => {
    if (search.dataset.wanted) return;
    search.dataset.wanted = wanted;
    document.head.append(Object.assign(document.createElement("script"), { src: search.dataset.script }));
  };
  document.querySelector("[data-open-search]").addEventListener("click", () => load("open"));
  search.addEventListener("focusin", () => load("field"));
  if (search.contains(document.activeElement)) load("field");

  // The menu is a disclosure: Escape and a click outside close it, as for any menu.
  const menu = document.querySelector(".site-menu");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
})();
