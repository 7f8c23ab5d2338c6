/*
 * Shows results: the parts that the search page and the search box have in common, and the search page.
 */
(() => {
  "use strict";

  const AT_ONCE = 20;

  // ---------- Common parts ----------

  /** Return the wording of an English message, with its {fields} filled in. */
  const say = (message, fields = {}) =>
    (CjkSearch.messages[message] ?? message).replace(/\{(\w+)\}/g, (_, name) => String(fields[name]));

  /** Make an element; what is text stays text. */
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  const marked = (text, words) => pieces(CjkSearch.markWords(text, words));
  const pieces = (list) => list.map(([text, isWord]) => (isWord ? make("mark", {}, text) : text));

  /** Return the category and the dates of a page as text nodes and elements. */
  const details = ({ category, published, modified }) => {
    const parts = [];
    if (category) parts.push(make("span", { class: "cjk-search-category" }, category));
    if (published) parts.push(make("time", { datetime: published }, published));
    if (modified && modified !== published)
      parts.push(make("time", { datetime: modified }, say("updated {date}", { date: modified })));
    return parts;
  };

  const ADDRESS_LENGTH = 200;

  /** Return a query for an address: servers refuse very long ones, and half a character is an error. */
  const forAddress = (query) => {
    const characters = [...query].filter((character) => !/^[\ud800-\udfff]$/.test(character));
    return encodeURIComponent(characters.slice(0, ADDRESS_LENGTH).join(""));
  };

  Object.assign(CjkSearch, { say, make, marked, pieces, details, forAddress, messages: {} });

  // ---------- The search page ----------

  /** Return a hit as a list item: its page, and the places in it that are named after the words. */
  const showHit = (hit, words) => {
    const { title, places } = CjkSearch.describe(hit, words);
    const address = CjkSearch.addressOf(hit.docname);
    const parts = hit.rows[0][6] === "relaxed" ? CjkSearch.partsIn([CjkSearch.compact(title)], words) : words;
    const link = make("a", { href: address }, ...marked(title, parts));
    const item = make("li", { class: `cjk-search-hit kind-${hit.rows[0][6]}` });
    item.append(make("p", { class: "cjk-search-title" }, link));
    if (places.length) item.append(placesList(address, places, words));
    return item;
  };

  const placesList = (address, places, words) => {
    const links = places.map(({ anchor, title }) => make("a", { href: address + anchor }, ...marked(title, words)));
    return make("ul", { class: "cjk-search-places" }, ...links.map((link) => make("li", {}, link)));
  };

  /** Add to a hit what its page tells: category and dates, the text around the words, and its section. */
  const addPage = (item, hit, page, words) => {
    const parts = details(page);
    const snippet = CjkSearch.snippetOf(page, words);
    const title = item.querySelector(".cjk-search-title");
    if (snippet) title.after(make("p", { class: "cjk-search-snippet" }, ...pieces(snippet.pieces)));
    if (parts.length) title.after(make("p", { class: "cjk-search-details" }, ...parts));
    if (snippet?.place && !item.querySelector(".cjk-search-places"))
      item.append(placesList(CjkSearch.addressOf(hit.docname), [snippet.place], words));
  };

  /** Return what a reader may do who has not found what was sought. */
  const advice = (words) => {
    const box = make("div", { class: "cjk-search-advice" });
    box.append(make("p", {}, say("Use fewer words, or only a part of one.")));
    if (words.some(({ literal }) => /(?<![0-9])[0-9]{5,}(?![0-9])/.test(literal)))
      box.append(make("p", {}, say("Numbers of more than four digits are not in the index.")));
    const found = words.length > 1 ? words.filter(({ typed }) => isFound(typed)) : [];
    const links = found.map(({ typed }) => make("a", { href: `?q=${forAddress(typed)}` }, typed));
    if (links.length) box.append(make("p", {}, say("One word alone:"), ...links.flatMap((link) => [" ", link])));
    return box;
  };

  const isFound = (query) => {
    const { hits, relaxed } = CjkSearch.find(query);
    return hits.length > 0 && !relaxed;
  };

  /** The results of one query, twenty at a time; those whose pages do not have the words go below the others. */
  class Results {
    constructor(query, out, status) {
      Object.assign(this, CjkSearch.find(query), { out, status, items: [], isOld: false });
      this.list = make("ol", { class: "cjk-search-results", role: "list", "aria-label": say("Results") });
      this.more = make("button", { type: "button", class: "cjk-search-more" });
      this.more.addEventListener("click", () => this.showMore(true));
      this.restTitle = make("h2", { class: "cjk-search-rest" }, say("Without the exact words"));
      this.rest = make("ol", { class: "cjk-search-results", "aria-label": say("Without the exact words") });
    }

    /** Show the first results, or what to do without any; fulfilled when their pages have been read. */
    async show() {
      this.out.replaceChildren();
      this.status.textContent = "";
      if (this.words.length === 0) {
        const help = say("All words have to be on a page; words in quotes stand together there.");
        this.out.append(make("p", { class: "cjk-search-advice" }, help));
        return;
      }
      if (this.hits.length === 0 || this.relaxed) this.out.append(advice(this.words));
      this.out.append(this.list, this.more);
      await this.showMore(false);
    }

    /** Show the next results and read their pages. */
    async showMore(isAsked) {
      const shown = this.items.length;
      const hits = this.hits.slice(shown, shown + AT_ONCE);
      this.items.push(...hits.map((hit) => showHit(hit, this.words)));
      this.list.append(...this.items.slice(shown));
      this.tell();
      if (isAsked) this.items[shown]?.querySelector("a").focus();
      await Promise.all(hits.map((hit, i) => this.read(hit, this.items[shown + i])));
      if (!this.isOld) this.tell();
    }

    async read(hit, item) {
      const page = await CjkSearch.loadPage(hit.docname);
      if (page === null || this.isOld) return;
      addPage(item, hit, page, this.words);
      if (!this.relaxed && !CjkSearch.hasWords(page, this.words)) this.demote(item);
    }

    /** Put an item below the others, among those that are there already. */
    demote(item) {
      if (!this.rest.isConnected) this.more.after(this.restTitle, this.rest);
      const rank = (other) => this.items.indexOf(other);
      const next = [...this.rest.children].find((other) => rank(other) > rank(item));
      this.rest.insertBefore(item, next ?? null);
    }

    /** Say how many results there are, and how many are left to show. */
    tell() {
      const left = this.hits.length - this.items.length;
      const rest = this.rest.children.length;
      this.more.hidden = left === 0;
      this.more.textContent = say("{count} more", { count: left });
      const count = this.hits.length - rest;
      if (this.hits.length === 0) this.status.textContent = say("Nothing found.");
      else if (this.relaxed) this.status.textContent = say("Nothing has all of this. The closest:");
      else if (rest === 0) this.status.textContent = say("{count} found", { count });
      else this.status.textContent = say("{count} found, and {rest} without the exact words", { count, rest });
    }
  }

  const inputs = () => document.querySelectorAll('input[name="q"]');

  /** The search page: a form where the theme has none, the number of results, and the results. */
  class SearchPage {
    constructor(holder) {
      const main = holder.closest('[role="main"]') ?? holder.parentElement;
      if (!main.querySelector('input[name="q"]')) holder.append(this.form());
      this.status = make("p", { class: "search-summary", role: "status" });
      this.out = make("div", { class: "cjk-search" });
      holder.append(this.status, this.out);
      document.addEventListener("submit", (event) => this.submit(event));
      document.addEventListener("keydown", (event) => this.moveFocus(event));
      window.addEventListener("popstate", () => this.open(new URLSearchParams(location.search).get("q") ?? ""));
      for (const kind of ["click", "auxclick"]) this.out.addEventListener(kind, (event) => this.follow(event));
      if (!new URLSearchParams(location.search).get("q")) this.begin(main);
    }

    /** Help a reader who comes without a query to ask one. */
    begin(main) {
      main.querySelector('input[name="q"]').focus({ preventScroll: true });
      this.show("");
    }

    form() {
      const input = make("input", { type: "search", name: "q", "aria-label": say("Search"), autocomplete: "off" });
      const button = make("button", { type: "submit" }, say("Search"));
      const attributes = { class: "cjk-search-form", role: "search", "aria-label": say("Results"), method: "get" };
      return make("form", attributes, input, button);
    }

    /** Search without loading the page again; what is too long for an address is searched all the same. */
    submit(event) {
      const input = event.target.querySelector('input[name="q"]');
      if (!input) return;
      event.preventDefault();
      history.pushState(null, "", `?q=${forAddress(input.value)}`);
      this.open(input.value);
    }

    /** Show the results of a query, as soon as the index is there. */
    open(query) {
      inputs().forEach((input) => (input.value = query));
      if (Search.hasIndex()) return this.show(query);
      this.status.textContent = say("Loading the search index…");
      return Search.deferQuery(query);
    }

    show(query) {
      if (this.results) this.results.isOld = true;
      this.results = new Results(query, this.out, this.status);
      return this.results.show();
    }

    follow(event) {
      if (event.target.closest("a") && this.results) CjkSearch.rememberWords(this.results.words);
    }

    /** Let the arrow keys go from the form to the results, and from one to the next. */
    moveFocus(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const stops = [...this.out.querySelectorAll(".cjk-search-title a")];
      const from = document.activeElement.matches('input[name="q"]') ? -1 : stops.indexOf(document.activeElement);
      if (from < 0 && !document.activeElement.matches('input[name="q"]')) return;
      const target = from + step < 0 ? document.querySelector('[role="main"] input[name="q"]') : stops[from + step];
      if (!target) return;
      event.preventDefault();
      target.focus();
    }
  }

  // ---------- In place of Sphinx's functions ----------

  const replace = () => {
    let page = null;
    const holder = () => document.getElementById("search-results");
    const mounted = () => (page ??= new SearchPage(holder()));
    Search.performSearch = (query) => mounted().open(query);
    Search.query = (query) => mounted().show(query);
    // The form has to be there before anything has been asked; in some themes this runs before the body.
    const start = () => holder() && mounted();
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
    else start();
  };

  Object.assign(CjkSearch, { Results });
  if (CjkSearch.install()) replace();
})();
