// Ticks on this page: counted at once, kept only when the reader asks, saved to and opened from a file.
// Nothing is ever sent. The words come with the page, as data attributes of the toolbar.

(() => { // a scope of its own: «print» and «open» are names of the window too
  const KEY = "strategisk-mot-akrim.sjekkliste";
  const FORMAT = "strategisk-mot-akrim/sjekkliste";
  const tools = document.querySelector(".checklist__tools");
  const boxes = [...document.querySelectorAll(".checkpoint input")];
  const ids = new Set(boxes.map((box) => box.id));

  // Ids ticked anywhere on the site: those of other pages travel along when a file is opened and saved.
  let ticked = new Set();
  let remembered = null; // when the ticks were last stored here, or null

  const action = (name) => tools.querySelector(`[data-do="${name}"]`);
  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const tell = (name, values = {}) => {
    tools.querySelector("[data-status]").textContent = fill(tools.dataset[name], values);
  };
  const when = (iso) => new Date(iso).toLocaleString("nb-NO", { dateStyle: "short", timeStyle: "short" });

  function show() {
    for (const box of boxes) box.checked = ticked.has(box.id);
    const done = boxes.filter((box) => box.checked).length;
    tools.querySelector("[data-count]").textContent = fill(tools.dataset.count, { done, all: boxes.length });
    const bar = tools.querySelector("[data-progress]");
    [bar.max, bar.value] = [boxes.length, done];
    action("remember").hidden = remembered !== null;
    action("forget").hidden = remembered === null;
  }

  function stored() {
    try {
      const saved = JSON.parse(localStorage.getItem(KEY));
      return saved && saved.format === FORMAT && Array.isArray(saved.done) ? saved : null;
    } catch {
      return null; // storage is closed to us, or holds something else
    }
  }

  function snapshot() {
    return { format: FORMAT, version: 1, saved: new Date().toISOString(), done: [...ticked].sort() };
  }

  function store() {
    const data = snapshot();
    try {
      localStorage.setItem(KEY, JSON.stringify(data));
    } catch {
      tell("noStorage");
      return false;
    }
    remembered = data.saved;
    tell("remembered", { when: when(remembered) });
    return true;
  }

  function changed(box) {
    // Another tab may have stored since: take its other ticks along, change only this one.
    const saved = remembered && stored();
    if (saved) ticked = new Set(saved.done);
    box.checked ? ticked.add(box.id) : ticked.delete(box.id);
    if (remembered) store();
    else tell("unsaved");
  }

  function remember() {
    const saved = stored();
    for (const id of saved ? saved.done : []) if (!ids.has(id)) ticked.add(id);
    store();
  }

  function forget() {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // nothing could be stored, so there is nothing to forget
    }
    remembered = null;
    tell("forgotten");
  }

  function save() {
    const file = `sjekkliste-${new Date().toISOString().slice(0, 10)}.json`;
    const url = URL.createObjectURL(new Blob([JSON.stringify(snapshot(), null, 2) + "\n"], { type: "application/json" }));
    const link = Object.assign(document.createElement("a"), { href: url, download: file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    tell("saved", { file });
  }

  async function open(input) {
    const file = input.files[0];
    input.value = "";
    if (!file) return;
    let data = null;
    try {
      if (file.size < 1_000_000) data = JSON.parse(await file.text());
    } catch {
      // told below, with every other file that is not ours
    }
    if (!data || data.format !== FORMAT || !Array.isArray(data.done) || !data.done.every((id) => typeof id === "string")) {
      tell("badFile", { file: file.name });
      return;
    }
    ticked = new Set(data.done);
    if (remembered && !store()) return;
    const known = new Set((tools.dataset.ids || "").split(" "));
    const lost = data.done.filter((id) => !known.has(id)).length;
    tell("opened", { file: file.name, done: data.done.length });
    if (lost) tools.querySelector("[data-status]").textContent += ` ${fill(tools.dataset.unknown, { count: lost })}`;
  }

  function print(blank) {
    const classes = document.documentElement.classList;
    if (blank) for (const box of boxes) box.checked = false;
    classes.toggle("print-blank", blank);
    window.print();
    classes.remove("print-blank");
    show();
  }

  const actions = { remember, forget, save, print: () => print(false), "print-blank": () => print(true) };

  if (tools) {
    tools.hidden = false;
    const saved = stored();
    if (saved) {
      ticked = new Set(saved.done);
      remembered = saved.saved;
      tell("remembered", { when: when(remembered) });
    } else {
      // A browser may put back the ticks of a reloaded page; then the count must follow them
      for (const box of boxes) if (box.checked) ticked.add(box.id);
    }
    show();
    for (const box of boxes) box.addEventListener("change", () => { changed(box); show(); });
    for (const [name, run] of Object.entries(actions)) action(name).addEventListener("click", () => { run(); show(); });
    action("open").addEventListener("change", async (event) => { await open(event.target); show(); });
    // Another tab of the same site has ticked or forgotten
    addEventListener("storage", (event) => {
      if (event.key !== KEY) return;
      const fresh = stored();
      if (fresh) [ticked, remembered] = [new Set(fresh.done), fresh.saved];
      else remembered = null;
      show();
    });
  }
})();
