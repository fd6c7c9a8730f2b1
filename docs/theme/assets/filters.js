// Filters over the cards of the catalogue. What is chosen stands in the address, so that a view can be shared.
// Nothing is fetched and nothing stored.

(() => {
  const form = document.querySelector("[data-filters]");
  if (!form) return;
  const names = [...form.elements].filter((field) => field.name && field.name !== "q").map((field) => field.name);

  // æ, ø and å, with marks or without, as people type them on any keyboard
  const fold = (text) => text.toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "o").replace(/å/g, "a")
    .normalize("NFKD").replace(/[\u0300-\u036f]/g, "");

  const cards = [...document.querySelectorAll(".catalogue > .card")].map((element) => ({
    element,
    values: Object.fromEntries(names.map((name) => [name, element.dataset[name].split(" ")])),
    words: fold(`${element.textContent} ${element.dataset.ord}`),
  }));

  const chosen = () => [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);

  // «Fylke: Vestland», for whoever reads the list on paper
  function named(field) {
    const value = field.selectedOptions?.[0].textContent.replace(/ \(\d+\)$/, "") ?? field.value.trim();
    return `${field.labels[0].textContent}: ${value}`;
  }

  function show() {
    const wanted = Object.fromEntries(chosen());
    const words = fold(wanted.q || "").split(/\s+/).filter(Boolean);
    const fields = names.filter((name) => wanted[name]);
    let shown = 0;
    for (const card of cards) {
      const fits = fields.every((name) => card.values[name].includes(wanted[name]))
        && words.every((word) => card.words.includes(word));
      if (card.element.hidden === fits) card.element.hidden = !fits;
      shown += fits;
    }
    const { count, empty } = form.dataset;
    const told = count.replace("{shown}", shown).replace("{all}", cards.length);
    form.querySelector("[data-shown]").textContent = shown ? told : `${told} ${empty}`;
    form.querySelector("[data-share]").hidden = !chosen().length;
    form.querySelector("[data-chosen]").textContent = chosen().map(([name]) => named(form.elements[name])).join(" · ");
  }

  function keep() {
    const query = new URLSearchParams(chosen()).toString();
    try {
      history.replaceState(null, "", (query ? `?${query}` : location.pathname.split("/").pop() || "./") + location.hash);
    } catch {
      // a browser that lets no page opened from a disk change its address: the filters work all the same
    }
  }

  function open() {
    const given = new URLSearchParams(location.search);
    for (const name of ["q", ...names]) {
      const field = form.elements[name];
      field.value = given.get(name) || "";
      if (field.selectedIndex === -1) field.value = ""; // a value that no example has
    }
    const more = form.querySelector("details");
    if ([...more.querySelectorAll("select")].some((select) => select.value)) more.open = true;
    show();
  }

  form.hidden = false;
  form.addEventListener("input", () => { show(); keep(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { show(); keep(); }));
  addEventListener("popstate", open);
  open();
  // A number in the table of what is covered leads to this same page: stay, and show
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".coverage a");
    if (!link) return;
    event.preventDefault();
    history.pushState(null, "", link.getAttribute("href"));
    open();
    document.getElementById("liste").scrollIntoView();
    form.elements.q.focus({ preventScroll: true });
  });
})();
