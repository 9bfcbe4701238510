// Says in plain words when the page cannot start. Ends its watch once the page has started; from
// then on the page tells its own errors. It knows one element, the page's first frame.
"use strict";

(function () {
  const frame = document.getElementById("boot-message");
  const watched = ["error", "unhandledrejection"];

  function tell(event) {
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
