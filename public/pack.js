// Fetches the articles where they are too many to be in the page, shows how many of their bytes have come,
// and hands them on to the page piece by piece, which opens them meanwhile. When they do not come as they
// should it says why, in plain words, and fetches them again when asked. A reader who does not stay with the
// first frame sees the page as soon as enough has come for it; the bar then stands over its end. It knows the
// page's first frame, the link in its head that tells where the articles are and how many bytes they have, and
// four functions of the page's; nothing of what articles are.
"use strict";

(function () {
  // How long the page works before the browser has its turn, in milliseconds; and how much it is given
  // before it looks at the time, in bytes.
  const STEP = 24;
  const PIECE = 65536;
  // Nothing for so long, in milliseconds, is taken for a broken connection.
  const STALL = 30000;

  const link = document.querySelector("link[data-pack]");
  const frame = document.getElementById("boot-state");
  // Here the boot script says why the page itself cannot start.
  const message = document.getElementById("boot-message");
  const root = document.documentElement;
  const starting = root.dataset.starting;
  // The boot script has found that the page cannot run here.
  if (!starting) return;
  // Whether the view is another than the frame's; the page, once it takes the articles in; whether it is shown.
  let elsewhere = starting === "elsewhere";
  let page = null;
  let shown = false;
  window.addEventListener("hashchange", () => {
    elsewhere = true;
    showEarly();
  });
  const started = new Promise((go) => {
    window.addEventListener("TrunkApplicationStarted", go, { once: true });
  });
  load("default");

  async function load(cache) {
    root.dataset.starting = starting;
    const stop = new AbortController();
    try {
      const next = receive(cache, stop, bar());
      await started;
      page = window.wasmBindings;
      await open(next);
    } catch (problem) {
      stop.abort();
      tell(problem);
    }
  }

  // Hands all pieces on. The browser has its turn every now and then: for the bar, and for its reader.
  async function open(next) {
    page.pack_begin();
    let began = performance.now();
    for (let bytes; (bytes = await next()); ) {
      for (let at = 0; at < bytes.length; at += PIECE) {
        page.pack_push(bytes.subarray(at, at + PIECE));
        if (performance.now() - began > STEP) {
          await new Promise((go) => setTimeout(go));
          began = performance.now();
        }
      }
      showEarly();
    }
    page.pack_end();
    if (shown) frame.remove();
  }

  // Shows the page where enough has come for what its reader wants to see.
  function showEarly() {
    if (!elsewhere || !page || shown || !page.pack_early()) return;
    shown = true;
    document.body.append(frame);
  }

  // Begins to fetch, and gives what waits for the next piece; there is none at the end.
  function receive(cache, stop, show) {
    const came = [];
    let arrived = 0;
    let over = false;
    let problem = null;
    let wake = () => {};

    async function fetchAll() {
      let stalled = setTimeout(() => stop.abort(), STALL);
      const response = await fetch(link.href, { cache, signal: stop.signal });
      if (!response.ok) throw `the server answers with ${response.status}`;
      const reader = response.body.getReader();
      for (let piece; !(piece = await reader.read()).done; wake()) {
        clearTimeout(stalled);
        stalled = setTimeout(() => stop.abort(), STALL);
        came.push(piece.value);
        arrived += piece.value.length;
        show(arrived);
      }
      clearTimeout(stalled);
    }

    function broken() {
      return arrived ? `the connection broke after ${megabytes(arrived)} MB` : "the server cannot be reached";
    }

    fetchAll()
      .catch((error) => (problem = typeof error === "string" ? error : broken()))
      .then(() => (over = true) && wake());
    return async () => {
      while (!came.length && !over) await new Promise((go) => (wake = go));
      if (!came.length && problem) throw problem;
      return came.shift();
    };
  }

  // Shows a bar, and gives what moves it. What comes may be more than was told.
  function bar() {
    const box = document.createElement("div");
    const progress = add(box, "progress");
    const words = add(box, "p");
    progress.setAttribute("aria-label", "Loading the articles");
    message.textContent = "Loading the articles…";
    frame.replaceChildren(message, box);
    const show = (arrived) => {
      progress.max = Math.max(Number(link.dataset.pack), arrived);
      progress.value = arrived;
      words.textContent = `${megabytes(arrived)} of ${megabytes(progress.max)} MB`;
    };
    show(0);
    return show;
  }

  function tell(problem) {
    const notice = document.createElement("div");
    notice.setAttribute("role", "alert");
    add(notice, "h1", "The articles cannot be opened");
    add(
      notice,
      "p",
      "They are fetched after the page, and did not come as they should. " +
        "Check your connection and try again. If that does not help, reload the page: " +
        "there may be a newer version of it.",
    );
    add(notice, "p", `What was found: ${typeof problem === "string" ? problem : "the page stopped"}.`);
    const again = add(notice, "button", "Try again");
    again.type = "button";
    again.addEventListener("click", () => load("reload"));
    // The first view stays to be read, without what needs the page.
    if (!shown) root.removeAttribute("data-starting");
    frame.replaceChildren(notice);
  }

  function add(parent, name, text) {
    const child = parent.appendChild(document.createElement(name));
    if (text) child.textContent = text;
    return child;
  }

  function megabytes(bytes) {
    return (bytes / 1e6).toFixed(1);
  }
})();
