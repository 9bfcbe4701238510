// Runs before anything is drawn: puts the reader's kept theme and setting of texts on the page, so that it
// does not flash in another; and says in plain words when the page cannot start. Ends its watch once
// the page has started; from then on the page tells its own errors and keeps the preferences. It
// knows one element, the page's first frame, and two names in the browser's storage.
"use strict";

(function () {
  try {
    for (const name of ["theme", "text", "measure", "face"]) {
      const kept = localStorage.getItem("parallax." + name);
      if (kept) document.documentElement.setAttribute("data-" + name, kept);
    }
  } catch {
    // A browser that refuses its storage keeps nothing to put back.
  }
})();

(function () {
  const watched = ["error", "unhandledrejection"];

  function tell(event) {
    // Looked up late: this runs before the page has a body.
    const frame = document.getElementById("boot-message");
    if (!frame) return;
    const cause = event.reason || event.error || event.message;
    frame.setAttribute("role", "alert");
    frame.textContent =
      "This page could not start. It needs a current browser with WebAssembly allowed. " +
      "Reload to try again." +
      (cause ? " The browser says: " + cause : "");
  }

  function done() {
    watched.forEach((name) => window.removeEventListener(name, tell, true));
  }

  // Capturing, because a script that cannot be fetched tells only its own element.
  watched.forEach((name) => window.addEventListener(name, tell, true));
  window.addEventListener("TrunkApplicationStarted", done, { once: true });
})();
