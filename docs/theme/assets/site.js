// The two small things every page needs that HTML alone cannot do.

(() => {
  // Below 60em the search box lies off screen; a real button opens it.
  const button = document.querySelector("[data-open-search]");
  if (button && document.querySelector(".md-search")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      document.getElementById("__search").click();
      document.querySelector(".md-search__input").focus();
    });
  }

  // A wide table scrolls sideways inside its frame; the frame must be reachable by keyboard and named.
  for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) {
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", document.querySelector("[data-table-label]").dataset.tableLabel);
  }

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
