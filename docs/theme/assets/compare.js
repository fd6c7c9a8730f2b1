// Two to four examples side by side. The choice stands in the address. Texts are put in as text, never as HTML.

(() => {
  const form = document.querySelector("[data-compare]");
  if (!form) return;
  const words = form.dataset;
  const model = form.querySelector("[data-model]");
  const rows = [...form.querySelectorAll("[data-rows] li")].map((row) => [row.dataset.key, row.textContent]);
  const place = document.querySelector("[data-comparison]");
  const status = form.querySelector("[data-status]");
  const loaded = new Map();
  const waiting = new Map();

  window.addExample = (example) => loaded.set(example.id, example);

  const make = (tag, text = "", attributes = {}) => {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) if (value || value === "") element.setAttribute(name, value);
    return element;
  };

  const selects = [...Array(Number(words.columns)).keys()].map((index) => {
    const id = `dome-${index + 1}`;
    const select = make("select", "", { id, translate: "no" });
    select.append(make("option", words.none, { value: "" }), ...[...model.options].map((option) => option.cloneNode(true)));
    select.value = "";
    const paragraph = make("p");
    paragraph.append(make("label", words.number.replace("{number}", index + 1), { for: id }), select);
    form.querySelector("[data-selects]").append(paragraph);
    return select;
  });
  model.remove();

  function load(id) {
    if (loaded.has(id)) return Promise.resolve();
    if (!waiting.has(id)) {
      waiting.set(id, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `${words.base}/${id}.js`;
        script.onload = done;
        script.onerror = () => { waiting.delete(id); failed(new Error(id)); };
        document.head.append(script);
      }));
    }
    return waiting.get(id);
  }

  function prose(text) {
    return text.split(/\n\s*\n/).map((block) => make("p", block.replace(/\s*\[\d{1,3}\]/g, "")));
  }

  function row(label, cells) {
    const line = make("tr");
    line.append(make("th", label, { scope: "row" }), ...cells);
    return line;
  }

  function table(examples) {
    const head = make("tr");
    head.append(make("th", words.row, { scope: "col" }));
    for (const example of examples) {
      const cell = make("th", "", { scope: "col", translate: "no", lang: example.lang });
      cell.append(make("a", example.name, { href: new URL(example.id + words.page, new URL(words.list, location)).href }));
      head.append(cell);
    }
    const facts = Object.keys(examples[0].facts).map((label) => row(label, examples.map((example) => make("td", example.facts[label]))));
    const told = rows.filter(([key]) => examples.some((example) => example.texts[key])).map(([key, label]) =>
      row(label, examples.map((example) => {
        const text = example.texts[key];
        const cell = make("td", "", { lang: text ? example.lang : null });
        cell.append(...(text ? prose(text) : [make("span", words.nothing, { class: "nothing" })]));
        return cell;
      })));
    const made = make("table", "", { class: "data comparison" });
    const [top, body] = [make("thead"), make("tbody")];
    top.append(head);
    body.append(...facts, ...told);
    made.append(top, body);
    const frame = make("div", "", { class: "table-frame", role: "region", tabindex: "0", "aria-label": words.table });
    frame.append(made);
    return frame;
  }

  const chosen = () => [...new Set(selects.map((select) => select.value).filter(Boolean))];

  async function show() {
    const ids = chosen();
    if (ids.length < 2) {
      place.replaceChildren();
      status.textContent = words.few;
      return;
    }
    try {
      await Promise.all(ids.map(load));
    } catch {
      status.textContent = words.failed;
      return;
    }
    if (ids.join() !== chosen().join()) return; // chosen anew while this was on its way
    place.replaceChildren(table(ids.map((id) => loaded.get(id))));
    status.textContent = words.status.replace("{count}", ids.length);
  }

  function keep() {
    const query = new URLSearchParams(chosen().map((id) => ["d", id])).toString();
    try {
      history.replaceState(null, "", query ? `?${query}` : location.pathname.split("/").pop() || "./");
    } catch {
      // a browser that lets no page opened from a disk change its address
    }
  }

  new URLSearchParams(location.search).getAll("d").slice(0, selects.length).forEach((id, index) => {
    if ([...selects[index].options].some((option) => option.value === id)) selects[index].value = id;
  });
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => { keep(); show(); });
  show();
})();
