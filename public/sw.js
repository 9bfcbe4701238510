// Keeps the page readable without a network: exactly the built files, and nothing else.
//
// The build puts `self.PRECACHE`, the list of files with their digests, before this text. A new
// version is kept whole before it counts, and then waits until no page of the old one is open, or a
// reader asks for it ("take over"). A page that asks "whole?" is told "whole" when nothing is missing;
// what the browser has cleared is fetched again first. It knows files only, nothing of what the page shows.
"use strict";

const HOME = self.registration.scope;
const OURS = `parallax ${HOME} `;
const CACHE = OURS + self.PRECACHE.version;
// A file is the same whoever asks for it.
const ALIKE = { ignoreVary: true };
const digests = new Map(
  self.PRECACHE.files.map(([path, digest]) => [new URL(path, HOME).href, digest]),
);

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
// On a first visit this takes the page that asked for it, and else those that were open when a reader asked.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
  if (event.data === "whole?") event.waitUntil(tell(event.source));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HOME)) return;
  const address = kept(request);
  if (address) event.respondWith(answer(address, request));
  else if (request.mode !== "navigate") event.respondWith(older(request));
});

// All or nothing: a file that is missing or not as built undoes the whole, and the old version stays.
async function keepAll() {
  try {
    await fill();
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// Keeps what is not kept yet.
async function fill() {
  const cache = await caches.open(CACHE);
  const there = new Set((await cache.keys()).map((request) => request.url));
  const missing = [...digests.keys()].filter((address) => !there.has(address));
  await Promise.all(missing.map(async (address) => keep(cache, address, await found(address))));
}

async function keep(cache, address, response) {
  await cache.put(address, response.clone());
  return response;
}

// A file as built: another version's, if that has the same bytes, or else fetched.
async function found(address) {
  const other = await caches.match(address, ALIKE);
  if (other && (await digest(other)) === digests.get(address)) return other;
  return fetched(address);
}

async function digest(response) {
  const bytes = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`;
}

// Fails unless the answer is the file as built.
async function fetched(address) {
  const request = new Request(address, { cache: "no-cache", integrity: digests.get(address) });
  const response = await fetch(request);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

// Says that all is kept, once that is so. Without a network nothing is said, and the page does not either.
async function tell(page) {
  await fill();
  page.postMessage("whole");
  await makeRoom();
}

// What other versions kept is let go when this page is the only one: another may be of an older version,
// which asks for its own files.
async function makeRoom() {
  const { installing, waiting } = self.registration;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (installing || waiting || pages.length > 1) return;
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
}

// The address under which a request's answer is kept, if it is. A page's own name, as some hosts spell it,
// stands for its folder, and what follows a question mark for nothing.
function kept(request) {
  const url = new URL(request.url);
  const page = url.origin + url.pathname.replace(/\/index\.html$/, "/");
  const address = request.mode === "navigate" ? page : request.url.split("#")[0];
  return digests.has(address) ? address : null;
}

async function answer(address, request) {
  try {
    const cache = await caches.open(CACHE);
    return (await cache.match(address, ALIKE)) || (await keep(cache, address, await fetched(address)));
  } catch {
    // The browser has cleared it, and what is published now is another version.
    return fetch(request);
  }
}

// A file that this version does not have: a page of an older one may ask for its own.
async function older(request) {
  return (await caches.match(request.url, ALIKE)) || fetch(request);
}
