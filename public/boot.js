// Runs before anything is drawn: puts what the reader prefers on the page, so that it does not flash in another
// theme, nor move when a hint goes that they know; and says in plain words why the page cannot start, where that
// is so: what the build drew is then read instead. Ends its watch once the page has started; from then on the
// page tells its own errors and keeps the preferences. It knows one element, the one that says how the start
// goes, and two kinds of names in the browser's storage. Written for browsers of any age, which must be able to
// read it.
"use strict";

(function () {
  var root = document.documentElement;

  function restore(name) {
    var kept = localStorage.getItem("parallax." + name);
    if (kept) root.setAttribute("data-" + name, kept);
  }

  try {
    ["theme", "text", "measure", "face", "hint"].forEach(restore);
  } catch (refused) {
    // A browser that refuses its storage keeps nothing to put back.
  }
})();

(function () {
  var root = document.documentElement;
  var watched = ["error", "unhandledrejection"];
  // A module that has of everything that the page's modules are made of (`cargo xtask browsers` tells): numbers
  // cut to size and made whole, several results, memory filled at once, references, globals that change.
  var SAMPLE = "AGFzbQEAAAABCQJgAAJ/f2AAAAMDAgABBAQBbwABBQMBAAEGBgF/AUEACwcFAQFnAwAKIAIGAEEAQQALFwBBAMAaQwAAAAD8ABpBAEEAQQD8CwAL";
  var told = false;

  function lacks() {
    if (typeof WebAssembly !== "object") return "WebAssembly is missing in this browser, or switched off.";
    var script = document.createElement("script");
    if (!("noModule" in script) || !WebAssembly.validate(bytes(SAMPLE))) return "This browser is too old for it.";
    return "";
  }

  function bytes(text) {
    var letters = atob(text);
    var all = new Uint8Array(letters.length);
    for (var at = 0; at < letters.length; at++) all[at] = letters.charCodeAt(at);
    return all;
  }

  function tell(why, cause) {
    var message = document.getElementById("boot-message");
    if (!message || told) return;
    told = true;
    // From here on the page looks as where no scripts run.
    root.removeAttribute("data-starting");
    message.setAttribute("role", "alert");
    message.textContent =
      "This page could not start. " + why + " The articles are listed below, to be read as they are." +
      (cause ? " The browser says: " + cause : "");
    var pointed = document.getElementById(name());
    if (pointed) pointed.scrollIntoView();
  }

  // What the address points to; an address that cannot be read points to nothing.
  function name() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch (broken) {
      return "";
    }
  }

  function failed(event) {
    tell("It needs a current browser with WebAssembly allowed. Reload to try again.", event.reason || event.error || event.message);
  }

  function done() {
    watched.forEach(function (name) {
      window.removeEventListener(name, failed, true);
    });
  }

  var problem = lacks();
  if (problem) {
    document.addEventListener("DOMContentLoaded", function () {
      tell(problem);
    });
    return;
  }
  // The frame that was drawn is the first view: any other is waited for without it.
  root.setAttribute("data-starting", /^(#?|#\/browse)$/.test(location.hash) ? "here" : "elsewhere");
  // Capturing, because a script that cannot be fetched tells only its own element.
  watched.forEach(function (name) {
    window.addEventListener(name, failed, true);
  });
  window.addEventListener("TrunkApplicationStarted", done, { once: true });
})();
