// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What pages do beyond links and <details>: search on the index, and on proofs
// highlights, views and keys. Every page says all it has to say without it.
(() => {
  "use strict";
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);

  // Spaces do not count, and what is typed may be in ASCII.
  const signs = [
    ["<=", "≤"], [">=", "≥"], ["!=", "≠"], ["*", "·"], ["-", "−"], ["/\\", "∧"],
    ["\\/", "∨"],
  ];
  const folded = (text) => {
    let result = text.toLowerCase();
    for (const [from, to] of signs) result = result.replaceAll(from, to);
    return result.replace(/[\s\u2061]+/g, "");
  };

  //--- The index ------------------------------------------------------------//

  function startIndex() {
    const list = one("theorems"), form = document.querySelector(".filters");
    const rows = all("li", list).map((item, place) => {
      const d = item.dataset;
      return {
        item, place, text: folded(`${item.textContent} ${d.o}`), method: d.m, kind: d.k,
        steps: +d.n, cited: +d.u, time: +d.t, rank: +d.p, operators: new Set(d.o.split(" ")),
        isLaw: item.querySelector(".lawname") !== null,
      };
    });
    const orders = {
      "": (a, b) => a.place - b.place,
      dependency: (a, b) => a.rank - b.rank,
      time: (a, b) => a.time - b.time || a.place - b.place,
      steps: (a, b) => a.steps - b.steps || a.place - b.place,
      cited: (a, b) => b.cited - a.cited || a.place - b.place,
    };
    const fields = ["q", "method", "kind", "size", "sort"];
    let order = "";

    function apply() {
      const value = Object.fromEntries(fields.map((id) => [id, one(id).value]));
      const operators = all("[name=op]:checked").map((box) => box.value);
      const isNamed = one("named")?.checked;
      const phrase = folded(value.q);
      const words = value.q.split(/\s+/).map(folded);
      const most = value.size ? +value.size : Infinity;
      let shown = 0;
      for (const row of rows) {
        const isWanted =
          (row.text.includes(phrase) || words.every((word) => row.text.includes(word))) &&
          (!value.method || row.method === value.method) &&
          (!value.kind || row.kind === value.kind) && row.steps <= most &&
          (!isNamed || row.isLaw) && operators.every((name) => row.operators.has(name));
        if (row.item.hidden === isWanted) row.item.hidden = !isWanted;
        shown += isWanted;
      }
      if (value.sort !== order) {
        order = value.sort;
        list.append(...[...rows].sort(orders[order]).map((row) => row.item));
      }
      one("count").textContent = shown === rows.length
        ? `${shown} theorems` : `${shown} of ${rows.length} theorems`;
      remember(value, operators, isNamed);
    }

    // The address keeps what is chosen, so that it can be passed on.
    function remember(value, operators, isNamed) {
      const query = new URLSearchParams();
      for (const id of fields) if (value[id]) query.set(id, value[id]);
      for (const name of operators) query.append("op", name);
      if (isNamed) query.set("named", "1");
      const hash = query.toString();
      if (hash !== location.hash.slice(1))
        history.replaceState(null, "", hash ? "#" + hash : location.pathname);
    }

    function recall() {
      const query = new URLSearchParams(location.hash.slice(1));
      for (const id of fields)
        if (query.has(id)) one(id).value = query.get(id);
      const chosen = query.getAll("op");
      for (const box of all("[name=op]")) box.checked = chosen.includes(box.value);
      if (one("named")) one("named").checked = query.has("named");
    }

    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && !isTyping(event)) {
        event.preventDefault();
        one("q").focus();
      }
    });
    recall();
    apply();
  }

  const isTyping = (event) =>
    event.ctrlKey || event.metaKey || event.altKey ||
    event.target.closest("input, select, textarea") !== null;

  //--- Proofs ---------------------------------------------------------------//

  function startProof() {
    const proof = document.querySelector(".proof");
    const steps = all("li[id^=s]", proof);
    const own = (item) => item.firstElementChild;
    const isOwn = (link, item) => link.closest("li") === item;
    // What a step uses stands in its links; what uses it follows.
    const uses = new Map(), users = new Map(steps.map((item) => [item, []]));
    for (const item of steps) {
      const cited = all("a[href^='#s']", own(item)).filter((link) => isOwn(link, item))
        .map((link) => one(link.hash.slice(1))).filter(Boolean);
      uses.set(item, cited);
      for (const other of cited) users.get(other)?.push(item);
    }
    let marked = [];
    function mark(item) {
      for (const other of marked) other.classList.remove("here", "used", "user");
      marked = [];
      if (!item) return;
      const add = (other, name) => (other.classList.add(name), marked.push(other));
      add(item, "here");
      for (const other of uses.get(item)) add(other, "used");
      for (const other of users.get(item)) add(other, "user");
    }
    proof.addEventListener("pointerover", (event) => {
      const item = event.target.closest(".st")?.parentElement;
      if (item) mark(item);
    });
    proof.addEventListener("pointerleave", () => mark(current()));
    proof.addEventListener("focusin", (event) => {
      const item = event.target.closest("li[id^=s]");
      if (item) mark(item);
    });

    const isVisible = (item) => own(item).offsetParent !== null;
    const current = () => document.activeElement?.closest?.("li[id^=s]") ?? null;
    // One step at a time is in the order of the tab key.
    for (const item of steps) item.tabIndex = -1;
    if (steps.length) (steps.find(isVisible) ?? steps[0]).tabIndex = 0;
    const back = [];
    function go(item, isJump) {
      if (!item) return;
      for (let at = item.parentElement; at; at = at.parentElement)
        if (at.tagName === "DETAILS") at.open = true;
      if (!isVisible(item)) press("all", true);
      const from = current();
      if (isJump && from) back.push(from);
      for (const other of steps) other.tabIndex = other === item ? 0 : -1;
      item.focus({ preventScroll: true });
      own(item).scrollIntoView({ block: "nearest" });
    }
    function move(by) {
      const visible = steps.filter(isVisible), at = visible.indexOf(current());
      go(visible[at < 0 ? (by > 0 ? 0 : visible.length - 1) : at + by]);
    }
    proof.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#s']");
      if (!link) return;
      event.preventDefault();
      go(one(link.hash.slice(1)), true);
      history.replaceState(null, "", link.hash);
    });

    const blocks = all("details.block", proof);
    const state = { all: false, mpl: false, collapse: false, help: false };
    const actions = {
      all: (on) => document.body.classList.toggle("show-all", on),
      mpl: (on) => document.body.classList.toggle("show-mpl", on),
      collapse: (on) => blocks.forEach((block) => (block.open = !on)),
      help: (on) => (one("help").hidden = !on),
    };
    function press(name, on = !state[name]) {
      state[name] = on;
      actions[name](on);
      const button = proof.querySelector(`[data-do=${name}]`);
      button.setAttribute(name === "help" ? "aria-expanded" : "aria-pressed", on);
    }
    const tools = proof.querySelector(".tools");
    tools.hidden = false;
    if (!blocks.length) tools.querySelector("[data-do=collapse]").hidden = true;
    tools.addEventListener("click", (event) => {
      const name = event.target.closest("button")?.dataset.do;
      if (name) press(name);
    });

    const follow = (rel) => document.querySelector(`a[rel=${rel}]`)?.click();
    const keys = {
      j: () => move(1), ArrowDown: () => move(1),
      k: () => move(-1), ArrowUp: () => move(-1),
      Enter: () => go(uses.get(current())?.[0], true),
      b: () => go(back.pop()),
      o: () => {
        const block = current()?.closest("details.block");
        if (!block) return;
        block.open = !block.open;
        go(block.closest("li"));
      },
      a: () => press("all"), m: () => press("mpl"), "?": () => press("help"),
      n: () => follow("next"), p: () => follow("prev"),
    };
    document.addEventListener("keydown", (event) => {
      if (isTyping(event) || !Object.hasOwn(keys, event.key)) return;
      // The keys of links and buttons are their own, and arrows scroll the page
      // until a step has been chosen.
      const isStep = event.target.matches?.("li[id^=s]");
      if (event.key === "Enter" && !isStep) return;
      if (event.key.startsWith("Arrow") && !isStep) return;
      event.preventDefault();
      keys[event.key]();
    });
    addEventListener("beforeprint", () => press("collapse", false));
    const target = () => {
      const item = location.hash.startsWith("#s") && one(location.hash.slice(1));
      if (item && steps.includes(item)) go(item);
    };
    addEventListener("hashchange", target);
    target();
  }

  if (document.body.classList.contains("index")) startIndex();
  if (document.body.classList.contains("theorem")) startProof();
})();
