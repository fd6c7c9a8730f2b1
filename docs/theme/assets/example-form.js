// Writes the file of an example from plain answers, as one types, and tells what is missing. The rules and the words
// come with the page. The lines are those of macros/contribute/write.py. Nothing is sent and nothing stored.

(() => {
  const form = document.querySelector("[data-example-form]");
  if (!form) return;
  const words = form.dataset;
  const part = (name) => form.querySelector(`[data-${name}]`);
  const fields = [...form.querySelectorAll("[data-control]")];
  const groups = [...form.querySelectorAll("[data-source]")];
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const length = (text) => [...text].length;
  const patterns = { missingEmail: new RegExp(words.email), missingPerson: new RegExp(words.person), missingHtml: new RegExp(words.html) };
  const reserved = /^(con|prn|aux|nul|index|samanlikn|com\d|lpt\d)$/;
  const MOST_ID = 80;
  const MOST_ADDRESS = 7000;

  // --- the file ---

  const value = (field) => field.value.trim();
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);

  function slug() {
    const given = `${form.elements.publisher.value} ${form.elements.title.value}`.toLowerCase();
    const plain = given.replace(/æ/g, "ae").replace(/[øö]/g, "o").replace(/[åä]/g, "a").replace(/é/g, "e").replace(/ü/g, "u");
    const whole = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    let cut = whole;
    if (whole.length > MOST_ID) {
      const head = whole.slice(0, MOST_ID + 1);
      cut = (head.includes("-") ? head.slice(0, head.lastIndexOf("-")) : head).slice(0, MOST_ID);
    }
    return !cut ? "dome" : reserved.test(cut) ? `${cut}-dome` : cut;
  }

  function wrapped(line) {
    const lines = [];
    let current = "";
    for (const word of line.split(/\s+/).filter(Boolean)) {
      if (current && length(current) + 1 + length(word) > words.width && word !== "-") {
        lines.push(current);
        current = word;
      } else current = current ? `${current} ${word}` : word;
    }
    return [...lines, current];
  }

  function entry(key, text, indent, block) {
    if (!text) return [];
    if (!block) {
      const one = text.replace(/\s+/g, " ");
      return [`${indent}${key}: ${/^([a-z][a-z-]*|\d{4}(-\d\d){0,2})$/.test(one) ? one : JSON.stringify(one)}`];
    }
    const lines = text.replace(/\r\n?/g, "\n").split("\n").flatMap(wrapped);
    return [`${indent}${key}: |-`, ...lines.map((line) => (line ? `${indent}  ${line}` : ""))];
  }

  function chapters(group) {
    const told = fields.filter((field) => field.name.startsWith(`${group}.`) && value(field));
    return told.length ? [`${group}:`, ...told.flatMap((field) => entry(field.name.split(".")[1], value(field), "  ", true))] : [];
  }

  const sources = () => groups.filter((group) => !group.hidden);

  function sourceLines(group) {
    const named = [...group.querySelectorAll("[data-control]")].flatMap((field) => entry(field.name.split(".")[1], value(field), "", false));
    return named.map((line, index) => (index ? "    " : "  - ") + line);
  }

  function file() {
    const lines = [`# yaml-language-server: $schema=${words.schema}`, `id: ${slug()}`];
    for (const field of fields) {
      if (field.name.includes(".")) continue;
      if (field.name === "lesson") lines.push(...chapters("questions"), ...chapters("measures"));
      lines.push(...entry(field.name, value(field), "", field.dataset.control === "text"));
    }
    lines.push("sources:", ...sources().flatMap(sourceLines), `added: ${today()}`, `checked: ${today()}`, "");
    return lines.join("\n");
  }

  // --- what is missing ---

  const shown = (field) => !field.closest("[hidden]") || field.closest("[hidden]") === form;
  const label = (field) => form.querySelector(`label[for="${field.id}"] span`).textContent;
  const name = (field) => {
    const group = field.closest("[data-source]");
    return `«${group ? `${group.querySelector("legend").textContent}: ` : ""}${label(field)}»`;
  };

  function wrong(field) {
    const text = value(field);
    if (!text) return "required" in field.dataset ? words.missingField : "";
    const over = field.dataset.most ? length(text) - field.dataset.most : 0;
    if (over > 0) return say("missingLong", { count: over });
    if (field.dataset.control === "url" && !/^https:\/\/[\w-]+(\.[\wæøå-]+)+(:\d+)?([/?#][^\s<>"'`\\{}|^]*)?$/i.test(text)) return words.missingUrl;
    if (field.dataset.control === "date") return wrongDate(field, text);
    for (const [key, pattern] of Object.entries(patterns)) if (pattern.test(text)) return words[key];
    return field.dataset.control === "text" ? wrongMark(field, text) : "";
  }

  function wrongDate(field, text) {
    const whole = text + "-01-01".slice(text.length - 4);
    if (!/^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(text) || new Date(`${whole}T00:00Z`).toJSON()?.slice(0, 10) !== whole) return words.missingDate;
    if (field.name.startsWith("source.") && text > today().slice(0, text.length)) return words.missingFuture;
    const from = value(form.elements.valid_from);
    return field.name === "valid_to" && from && text + "-12-31".slice(text.length - 4) < from ? words.missingOrder : "";
  }

  function wrongMark(field, text) {
    const marks = [...text.matchAll(/\[(\d{1,3})\]/g)].map((mark) => Number(mark[1]));
    if (marks.some((mark) => mark < 1 || mark > sources().length)) return words.missingNosource;
    return sources().length > 1 && !marks.length && field.name !== "lesson" ? words.missingMark : "";
  }

  function faults() {
    const found = fields.filter(shown).map((field) => [field, wrong(field)]).filter(([, message]) => message)
      .map(([field, message]) => [field, `${name(field)}: ${message}`]);
    if (!fields.some((field) => /^(questions|measures)\./.test(field.name) && value(field))) {
      found.push([form.elements["questions.ambisjonsniva"] || fields.find((field) => field.name.startsWith("questions.")), words.missingChapter]);
    }
    return found;
  }

  // --- the page ---

  function count(field) {
    const place = field.parentElement.querySelector("[data-count]");
    if (!place) return;
    const left = field.dataset.most - length(value(field));
    place.textContent = left < 0 ? say("over", { count: -left }) : left < 150 ? say("left", { count: left }) : "";
  }

  // What is wrong with an answer stands below it too, from when one leaves the field and until it is mended
  function mark(field, leaving) {
    if (!field.dataset.control) return;
    const before = field.parentElement.querySelector(".contribute__fault");
    const message = value(field) && (leaving || before) ? wrong(field) : "";
    field.setAttribute("aria-invalid", String(Boolean(message)));
    if (before?.textContent === message) return;
    before?.remove();
    const [help, id] = [`${field.id}-help`, `${field.id}-fault`];
    if (message) field.after(Object.assign(document.createElement("span"), { className: "contribute__fault", id, textContent: message }));
    const described = [help, id].filter((name) => document.getElementById(name)).join(" ");
    if (described) field.setAttribute("aria-describedby", described);
    else field.removeAttribute("aria-describedby");
  }

  // A date as most people write it
  function tidy(field) {
    const norwegian = field.dataset.control === "date" && /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(value(field).replace(/\s/g, ""));
    if (norwegian) field.value = `${norwegian[3]}-${norwegian[2].padStart(2, "0")}-${norwegian[1].padStart(2, "0")}`;
  }

  let told = null;

  function show() {
    const found = faults();
    const items = found.map(([field, message]) => {
      const link = Object.assign(document.createElement("a"), { href: `#${field.id}`, textContent: message });
      link.addEventListener("click", (event) => { event.preventDefault(); field.closest("details")?.setAttribute("open", ""); field.focus(); });
      const item = document.createElement("li");
      item.append(link);
      return item;
    });
    part("missing").replaceChildren(...items);
    part("missing-box").hidden = !found.length;
    part("name").textContent = `${slug()}.yml`;
    part("file").value = file();
    if (told !== !found.length) {
      told = !found.length;
      part("status").textContent = told ? words.done : "";
    }
    address(!found.length);
    const mail = part("do=mail");
    if (mail) mail.href = `${mail.href.split("?")[0]}?subject=${encodeURIComponent(`${slug()}.yml`)}`;
    for (const fault of form.querySelectorAll(".contribute__fault")) mark(fault.parentElement.querySelector("[data-control]"));
  }

  function address(ready) {
    const link = form.querySelector("[data-do=github]");
    if (!link) return;
    const start = `${words.repo.replace(/\/$/, "")}/new/main/examples?filename=${encodeURIComponent(`${slug()}.yml`)}`;
    const whole = `${start}&value=${encodeURIComponent(file())}`;
    link.href = whole.length > MOST_ADDRESS ? start : whole;
    link.hidden = part("github-help").hidden = !ready;
    if (ready && whole.length > MOST_ADDRESS) part("status").textContent = words.tooLong;
  }

  const actions = {
    download() {
      const url = URL.createObjectURL(new Blob([file()], { type: "application/yaml" }));
      Object.assign(document.createElement("a"), { href: url, download: `${slug()}.yml` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
      sent();
      part("status").textContent = say("downloaded", { file: `${slug()}.yml` });
    },
    async copy() {
      part("file").select();
      try {
        await navigator.clipboard.writeText(file());
        sent();
        part("status").textContent = words.copied;
      } catch {
        part("status").textContent = words.copyFailed;
      }
    },
    github: sent,
    mail: sent,
  };

  // Leaving with answers that are nowhere else asks first
  let unsent = false;
  function sent() { unsent = false; }
  addEventListener("beforeunload", (event) => { if (unsent) event.preventDefault(); });

  function sourceCount(change) {
    const next = sources().length + change;
    groups.forEach((group, index) => { group.hidden = index >= next; });
    part("more").hidden = next === groups.length;
    part("less").hidden = next === 1;
    show();
  }

  // The usual case: what is told above stands in the document itself
  part("same").addEventListener("click", () => {
    for (const [from, to] of [["title", "title"], ["publisher", "publisher"], ["url", "url"], ["valid_from", "published"]]) {
      if (to !== "published" || value(form.elements[from]) <= today()) form.elements[`source.${to}.1`].value = form.elements[from].value;
    }
    for (const field of groups[0].querySelectorAll("[data-control]")) mark(field, true);
    unsent = true;
    show();
  });

  form.hidden = false;
  form.addEventListener("input", (event) => { unsent = true; count(event.target); mark(event.target); show(); });
  form.addEventListener("change", (event) => { tidy(event.target); mark(event.target, true); show(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of form.querySelectorAll("[data-do]")) button.addEventListener("click", () => actions[button.dataset.do]());
  part("more").addEventListener("click", () => sourceCount(1));
  part("less").addEventListener("click", () => sourceCount(-1));
  show();
})();
