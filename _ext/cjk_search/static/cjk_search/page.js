/*
 * What every page has: the words marked by which it was found, and the search box, by "/" or Ctrl+K.
 * The search itself is loaded when it is first needed.
 */
(() => {
  "use strict";

  const wording = document.currentScript.dataset;
  const root = document.documentElement.dataset.content_root ?? "./";
  const SHOWN = 8;
  const TYPING_PAUSE = 60;
  const READING_PAUSE = 300;

  // ---------- Loading ----------

  const loadScript = (path) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      // In the order of insertion, though fetched at once.
      script.async = false;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(path)));
      script.src = root + path;
      document.head.append(script);
    });

  /** Load searchtools.js, which takes every page for the search page: its inputs and address for a query. */
  const loadTools = async () => {
    const address = new URL(location);
    if (address.searchParams.has("q")) {
      address.searchParams.delete("q");
      history.replaceState(history.state, "", address);
    }
    const inputs = Array.from(document.querySelectorAll('input[name="q"]'), (input) => [input, input.value]);
    await loadScript("_static/searchtools.js");
    for (const [input, value] of inputs) input.value = value;
  };

  /** Return a function that loads something once, and again only if it failed. */
  const once = (start) => {
    let started = null;
    return () => {
      started ??= start().catch((error) => {
        started = null;
        throw error;
      });
      return started;
    };
  };

  const toolsAreThere = once(async () => typeof Search !== "undefined" || loadTools());
  const codeIsThere = once(async () => typeof CjkSearch !== "undefined" || loadScript("_static/language_data.js"));
  const indexIsThere = once(() => loadScript("searchindex.js"));

  /** Load the search and its index; fulfilled with whether Sphinx's functions are what they were. */
  const load = async () => {
    await Promise.all([toolsAreThere(), codeIsThere(), indexIsThere()]);
    return CjkSearch.install();
  };

  // ---------- Marks ----------

  const takeWords = () => {
    try {
      const words = localStorage.getItem("cjk_search_words");
      localStorage.removeItem("cjk_search_words");
      return JSON.parse(words);
    } catch {
      return null;
    }
  };

  const markWords = async () => {
    const words = document.getElementById("search-results") ? null : takeWords();
    if (!Array.isArray(words)) return;
    await codeIsThere();
    CjkSearch.markPage(words);
  };

  // ---------- The box ----------

  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  const searchPage = (query) =>
    `${root}search${DOCUMENTATION_OPTIONS.LINK_SUFFIX}${query ? `?q=${CjkSearch.forAddress(query)}` : ""}`;

  class SearchBox {
    constructor() {
      this.input = make("input", {
        type: "search",
        role: "combobox",
        "aria-label": wording.label,
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": "cjk-search-options",
        placeholder: wording.label,
        autocomplete: "off",
        autocapitalize: "off",
        spellcheck: "false",
        enterkeyhint: "search",
      });
      this.status = make("p", { class: "cjk-search-status", role: "status" });
      this.list = make("div", { id: "cjk-search-options", role: "listbox", "aria-label": wording.label });
      this.hints = make("p", { class: "cjk-search-hints", "aria-hidden": "true" });
      const close = make("button", { type: "button", class: "cjk-search-close" }, wording.close);
      close.addEventListener("click", () => this.dialog.close());
      this.dialog = make("dialog", { class: "cjk-search-box", "aria-label": wording.label });
      const field = make("div", { class: "cjk-search-field" }, this.input, close);
      this.dialog.append(field, this.status, this.list, this.hints);
      this.input.addEventListener("input", () => this.schedule());
      // What is typed on the way to a character is not meant yet.
      this.input.addEventListener("compositionstart", () => (this.isComposing = true));
      this.input.addEventListener("compositionend", () => {
        this.isComposing = false;
        this.schedule();
      });
      this.dialog.addEventListener("keydown", (event) => this.press(event));
      this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.dialog.close());
      for (const kind of ["click", "auxclick"]) this.list.addEventListener(kind, (event) => this.follow(event));
      document.body.append(this.dialog);
    }

    async open(text) {
      if (this.dialog.open) return;
      this.dialog.showModal();
      if (text) this.input.value = text;
      this.input.select();
      if (!this.isReady) this.status.textContent = wording.loading;
      try {
        this.isInstalled = await load();
        this.getReady();
      } catch {
        this.status.textContent = wording.failure;
      }
    }

    getReady() {
      if (!this.isReady) {
        const keys = [["↑ ↓", "choose"], ["Enter", "open"], ["Esc", "close"]];
        const hints = keys.map(([key, does]) => make("span", {}, make("kbd", {}, key), ` ${CjkSearch.say(does)}`));
        this.hints.replaceChildren(...hints);
        this.isReady = true;
      }
      this.status.textContent = "";
      this.schedule();
    }

    schedule() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.isReady && !this.isComposing && this.search(), TYPING_PAUSE);
    }

    /** Show what the index has for the words typed so far. */
    search() {
      const query = this.input.value;
      if (query === this.query) return;
      this.query = query;
      this.found = this.isInstalled ? CjkSearch.find(query) : { words: [], hits: [], relaxed: false };
      const hits = this.found.hits.slice(0, SHOWN);
      this.options = hits.map((hit) => this.option(hit));
      const all = make("a", { role: "option", class: "cjk-search-all", href: searchPage(query) });
      all.append(CjkSearch.say("All results"));
      this.list.replaceChildren(...this.options, ...(query.trim() ? [all] : []));
      this.list.querySelectorAll("a").forEach((option, i) => {
        option.id = `cjk-search-option-${i}`;
        option.tabIndex = -1;
      });
      this.choose(null);
      this.input.setAttribute("aria-expanded", String(this.list.children.length > 0));
      this.tell();
      clearTimeout(this.reading);
      this.reading = setTimeout(() => this.read(hits, this.found), READING_PAUSE);
    }

    tell() {
      const { words, hits, relaxed } = this.found;
      if (words.length === 0) this.status.textContent = "";
      else if (hits.length === 0) this.status.textContent = CjkSearch.say("Nothing found.");
      else if (relaxed) this.status.textContent = CjkSearch.say("Nothing has all of this. The closest:");
      else this.status.textContent = CjkSearch.say("{count} found", { count: hits.length });
    }

    /** Return a hit as an option that leads to the heading it was found in, or to its page. */
    option(hit) {
      const { words } = this.found;
      const { title, places, isNamed } = CjkSearch.describe(hit, words);
      const place = isNamed ? undefined : places[0];
      const option = make("a", { role: "option", href: CjkSearch.addressOf(hit.docname) + (place?.anchor ?? "") });
      option.append(make("span", { class: "cjk-search-title" }, ...CjkSearch.marked(title, words)));
      if (place) option.append(make("span", { class: "cjk-search-place" }, ...CjkSearch.marked(place.title, words)));
      return option;
    }

    /** Read the pages of the hits shown, add what they tell, and put last those without the words. */
    async read(hits, found) {
      const pages = await Promise.all(hits.map((hit) => CjkSearch.loadPage(hit.docname)));
      if (found !== this.found) return;
      pages.forEach((page, i) => page && this.addPage(this.options[i], hits[i], page));
      const isExact = (page) => page === null || found.relaxed || CjkSearch.hasWords(page, found.words);
      if (this.active) return;
      for (const option of this.options.filter((_, i) => !isExact(pages[i])))
        this.list.insertBefore(option, this.list.querySelector(".cjk-search-all"));
    }

    addPage(option, hit, page) {
      const snippet = CjkSearch.snippetOf(page, this.found.words);
      const parts = CjkSearch.details(page);
      if (parts.length) option.append(make("span", { class: "cjk-search-details" }, ...parts));
      if (snippet) option.append(make("span", { class: "cjk-search-snippet" }, ...CjkSearch.pieces(snippet.pieces)));
      if (snippet?.place && !option.hash) option.href = CjkSearch.addressOf(hit.docname) + snippet.place.anchor;
    }

    // ---------- Keys ----------

    press(event) {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        this.move(event.key === "ArrowDown" ? 1 : -1);
        event.preventDefault();
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (this.active) this.active.click();
        else if (this.isReady) location.assign(searchPage(this.input.value));
      }
    }

    /** Choose the next option in a ring that the input is part of. */
    move(step) {
      const stops = [null, ...this.list.children];
      const next = (stops.indexOf(this.active) + step + stops.length) % stops.length;
      this.choose(stops[next]);
    }

    choose(option) {
      this.active?.removeAttribute("aria-selected");
      this.active = option;
      if (!option) return this.input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      return this.input.setAttribute("aria-activedescendant", option.id);
    }

    follow(event) {
      if (!event.target.closest("a")) return;
      CjkSearch.rememberWords(this.found.words);
      // The page behind may be the one that is asked for.
      if (event.type === "click" && !event.ctrlKey && !event.metaKey && !event.shiftKey) this.dialog.close();
    }
  }

  // ---------- Opening ----------

  let box = null;
  const open = (text) => (box ??= new SearchBox()).open(text);

  const isEditable = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);

  const isShortcut = (event) => {
    if (event.altKey || event.isComposing) return false;
    if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "k" && !event.shiftKey;
    return event.key === "/" && !isEditable(event.target);
  };

  /** On the search page the shortcuts lead to its own form. */
  const pageInput = () => document.querySelector('[role="main"] input[name="q"]');

  const press = (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (pageInput()) pageInput().select();
    else open();
  };

  if (wording.label) {
    // Before Sphinx's own listener, for which "/" means the field in the sidebar.
    window.addEventListener("keydown", press, { capture: true });
    // A phone has no such keys: there the theme's field opens the box. By keyboard it stays what it is.
    document.addEventListener("click", (event) => {
      if (!pageInput() && event.target.matches('input[name="q"]')) open(event.target.value);
    });
  }
  markWords();
})();
