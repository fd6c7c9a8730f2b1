// The two small things every page needs that HTML alone cannot do.

(() => {
  // Below 60em the search box lies off screen; a real button opens it. A page opened from a disk has no search.
  const button = document.querySelector("[data-open-search]");
  if (button && document.querySelector(".md-search") && location.protocol !== "file:") {
    button.hidden = false;
    button.addEventListener("click", () => {
      document.getElementById("__search").click();
      document.querySelector(".md-search__input").focus();
    });
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
