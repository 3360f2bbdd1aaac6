"use strict";
// Sorts the tables of a report and filters its lists of sentences. The page holds everything; this
// script only adds the controls, and keeps what they are set to in the address after the #.
(() => {
  const make = (tag, properties, ...content) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...content);
    return element;
  };
  /** Turns the content of a cell into the label of a button. */
  const button = (cell, className) => {
    const made = make("button", { type: "button", className }, ...cell.childNodes);
    cell.append(made);
    return made;
  };
  const number = (cell) => {
    const text = cell.dataset.value ?? (cell.querySelector("b") ?? cell.firstChild)?.textContent;
    return parseFloat((text ?? "").replace("\u2212", "-").replace(/[\u2009,<\s]/g, ""));
  };
  const collator = new Intl.Collator("en", { numeric: true });

  class SortableTable {
    constructor(table) {
      this.body = table.tBodies[0];
      this.rows = [...this.body.rows];
      this.heads = [...table.tHead.rows[0].cells].filter((head) => head.dataset.sort);
      this.onChange = () => {};
      for (const head of this.heads) {
        button(head, "sort").addEventListener("click", () => {
          this.sort(head, this.next(head));
          this.onChange();
        });
      }
    }
    /** Large numbers and early letters first, then the other way round, then as it was. */
    next(head) {
      const first = head.dataset.sort === "number" ? "descending" : "ascending";
      const second = first === "descending" ? "ascending" : "descending";
      const now = head.getAttribute("aria-sort");
      return now === null ? first : now === first ? second : null;
    }
    sort(head, order) {
      for (const other of this.heads) other.removeAttribute("aria-sort");
      let rows = this.rows;
      if (order !== null) {
        head.setAttribute("aria-sort", order);
        const sign = order === "ascending" ? 1 : -1;
        const column = head.cellIndex;
        const value = head.dataset.sort === "text"
          ? (row) => row.cells[column].textContent.trim()
          : (row) => parseFloat(row.dataset[head.dataset.key] ?? number(row.cells[column]));
        const keyed = rows.map((row) => ({ row, key: value(row) }));
        // what has no number stands last, whichever way the others go
        const compare = head.dataset.sort === "text"
          ? (a, b) => sign * collator.compare(a.key, b.key)
          : (a, b) => Number.isNaN(a.key) - Number.isNaN(b.key) || sign * (a.key - b.key) || 0;
        rows = keyed.sort(compare).map((one) => one.row);
      }
      this.body.append(...rows);
    }
    get sorted() {
      return this.heads.find((head) => head.hasAttribute("aria-sort"));
    }
  }

  class SentenceList {
    constructor(table, sortable) {
      this.table = table;
      this.sortable = sortable;
      this.rows = sortable.rows.map((row) => ({
        row,
        text: row.cells[0].textContent.toLowerCase(),
        parts: new Set(row.dataset.parts.split(" ")),
      }));
      this.buttons = [];
      this.search = make("input", { type: "search", placeholder: "Filter by words", autocomplete: "off" });
      this.search.setAttribute("aria-label", "Filter sentences by words");
      this.status = make("p", { className: "status" });
      this.status.setAttribute("role", "status");
      this.reset = make("button", { type: "button", className: "reset" }, "Show all");
      this.controls = make("div", { className: "controls" }, this.search, this.reset);
      this.box = table.closest(".scroll");
      this.box.before(this.controls, this.status);
      this.search.addEventListener("input", () => this.changed());
      this.reset.addEventListener("click", () => {
        for (const one of this.buttons) this.press(one, false);
        this.search.value = "";
        this.changed();
        this.search.focus();
      });
      sortable.onChange = () => this.changed();
      for (const cell of document.querySelectorAll("[data-list]")) {
        if (cell.dataset.list === table.id) this.filter(cell);
      }
      this.show();
    }
    /** A cell that, pressed, leaves only the rows that fit it. */
    filter(cell) {
      const { where, group, label } = cell.dataset;
      const made = button(cell, "filter");
      made.setAttribute("aria-pressed", "false");
      made.title = "Only sentences: " + label;
      const one = { made, group, label, where: new URLSearchParams(where) };
      this.buttons.push(one);
      made.addEventListener("click", () => {
        const press = made.getAttribute("aria-pressed") !== "true";
        for (const other of this.buttons) if (other.group === group) this.press(other, false);
        this.press(one, press);
        this.changed();
        if (press) this.reveal();
      });
    }
    press(one, pressed) {
      one.made.setAttribute("aria-pressed", String(pressed));
    }
    get pressed() {
      return this.buttons.filter((one) => one.made.getAttribute("aria-pressed") === "true");
    }
    fits({ row, text, parts }, words, pressed) {
      const fits = ([key, value]) =>
        key === "part" ? parts.has(value)
        : key === "above" ? Number(row.dataset.confidence) > Number(value) || Number(value) === 0
        : key === "upto" ? Number(row.dataset.confidence) <= Number(value)
        : row.dataset[key] === value;
      return words.every((word) => text.includes(word))
        && pressed.every((one) => [...one.where].every(fits));
    }
    show() {
      const pressed = this.pressed;
      const words = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const one of this.rows) {
        one.row.hidden = !this.fits(one, words, pressed);
        shown += one.row.hidden ? 0 : 1;
      }
      const all = pressed.length + words.length === 0;
      this.reset.hidden = all;
      const chosen = [...pressed.map((one) => one.label), ...words.map((word) => "“" + word + "”")];
      this.status.textContent = all
        ? this.rows.length + " listed"
        : shown + " of " + this.rows.length + " listed: " + chosen.join("; ");
      this.box.scrollTop = 0;
    }
    changed() {
      this.show();
      const state = new URLSearchParams();
      for (const one of this.pressed) for (const [key, value] of one.where) state.append(key, value);
      if (this.search.value) state.set("text", this.search.value);
      const sorted = this.sortable.sorted;
      if (sorted) state.set("sort", sorted.dataset.key + " " + sorted.getAttribute("aria-sort"));
      const set = state.toString();
      history.replaceState(null, "", set ? "#list=" + this.table.id + "&" + set : "#");
    }
    /** Sets the controls to what the address says. */
    restore(state) {
      if (state.get("list") !== this.table.id) return;
      const has = ([key, value]) => state.getAll(key).includes(value);
      for (const one of this.buttons) this.press(one, [...one.where].every(has));
      this.search.value = state.get("text") ?? "";
      const [key, order] = (state.get("sort") ?? "").split(" ");
      const head = this.sortable.heads.find((one) => one.dataset.key === key);
      if (head && (order === "ascending" || order === "descending")) this.sortable.sort(head, order);
      this.show();
      this.reveal();
    }
    /** Brings the list into view where it is not. */
    reveal() {
      const { top, bottom } = this.status.getBoundingClientRect();
      if (top < 0 || bottom > window.innerHeight * 0.8) {
        const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
        this.controls.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
      }
    }
  }

  const lists = [];
  for (const table of document.querySelectorAll("table.sortable")) {
    const sortable = new SortableTable(table);
    if (table.classList.contains("list")) lists.push(new SentenceList(table, sortable));
  }
  const restore = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const list of lists) list.restore(state);
  };
  addEventListener("hashchange", restore);
  restore();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
})();
