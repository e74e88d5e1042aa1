// Suggestions below the field at the top of a page: a combobox with a list, as in the ARIA Authoring Practices Guide. They come from
// search.js, which is loaded before this.
(function () {
  "use strict";
  const core = window.waymarkSearch;
  const WAIT = 150, MOST = 6;

  function suggestions(form) {
    const field = form.querySelector("input");
    const labels = window.waymarkLabels(form);
    const list = core.element("ul", [], { id: "wm-suggestions", className: "suggestions", hidden: true });
    const status = core.element("p", [], { className: "visually-hidden" });
    let run = 0;
    let timer;
    let active = -1;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", labels.text("suggestions"));
    status.setAttribute("role", "status");
    Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })
      .forEach(([name, value]) => field.setAttribute(name, value));
    form.append(list, status);

    function open(isOpen) {
      list.hidden = !isOpen;
      field.setAttribute("aria-expanded", String(isOpen));
      if (!isOpen) activate(-1);
    }

    function activate(index) {
      active = index;
      Array.from(list.children).forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
      if (index < 0) field.removeAttribute("aria-activedescendant");
      else field.setAttribute("aria-activedescendant", list.children[index].id);
    }

    function option({ shown, group }, index, slots) {
      const made = core.element("li", [core.element("span", core.marked(shown.name, slots)), " ",
        core.element("span", group.label, { className: "meta" })], { id: "wm-suggestion-" + index });
      made.setAttribute("role", "option");
      made.dataset.path = shown.path;
      return made;
    }

    async function show() {
      const mine = ++run;
      const text = field.value.trim();
      if (!text) return open(false);
      const { slots, hits } = await core.find(text);
      const best = hits.slice(0, MOST);
      await Promise.all(best.map(async (hit) => { hit.shown = hit.shown || await core.document(hit.doc); }));
      if (mine !== run || document.activeElement !== field) return;
      list.replaceChildren(...best.map((hit, i) => option(hit, i, slots)));
      open(best.length > 0);
      activate(-1);
      status.textContent = best.length ? labels.text("suggested", { count: best.length }) : "";
    }

    function go(option) {
      const target = new URL(form.dataset.root + option.dataset.path, location.href);
      if (target.protocol === "file:" && target.pathname.endsWith("/")) target.pathname += "index.html";
      location.href = target.href;
    }

    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => show().catch(() => open(false)), WAIT);
    });
    field.addEventListener("keydown", (event) => {
      const last = list.children.length - 1;
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        open(false);
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && last >= 0) {
        event.preventDefault();
        if (list.hidden) open(true);
        activate(event.key === "ArrowDown" ? (active < last ? active + 1 : -1) : active < 0 ? last : active - 1);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        go(list.children[active]);
      }
    });
    field.addEventListener("blur", () => open(false));
    // The field keeps the focus while an option is pressed.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const chosen = event.target.closest("[role=option]");
      if (chosen) go(chosen);
    });
    if (field.value) show().catch(() => open(false));
  }

  suggestions(document.querySelector("form[data-root]"));
})();
