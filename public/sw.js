// Keeps the page readable without a network: exactly the built files, and nothing else.
//
// The build puts `self.PRECACHE`, the list of files with their digests, before this text. A new
// version is fetched whole and checked before it counts, and until then the old one goes on. A page
// that is open stays as it is; the next load is of the new version. It knows files only, nothing of
// what the page shows.
"use strict";

const HOME = self.registration.scope;
const OURS = `parallax ${HOME} `;
const CACHE = OURS + self.PRECACHE.version;
const digests = new Map(
  self.PRECACHE.files.map(([path, digest]) => [new URL(path, HOME).href, digest]),
);

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const address = kept(event.request);
  if (address) event.respondWith(answer(address, event.request));
});

// All or nothing: a file that is missing or not as built undoes the whole.
async function keepAll() {
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll([...digests.keys()].map(checked));
    // After its start the page fetches only the check of an article. An open page of an older version
    // then asks for a name that is gone, and says so.
    await self.skipWaiting();
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// The address under which a request's answer is kept, if it is.
function kept(request) {
  if (request.method !== "GET") return null;
  const url = new URL(request.url);
  url.hash = "";
  if (request.mode === "navigate") {
    const place = url.origin + url.pathname;
    return place === HOME || place === `${HOME}index.html` ? HOME : null;
  }
  return digests.has(url.href) ? url.href : null;
}

async function answer(address, request) {
  try {
    const cache = await caches.open(CACHE);
    return (await cache.match(address)) || (await restore(cache, address));
  } catch {
    return fetch(request);
  }
}

// The browser may have cleared what was kept: keep it again while there is a network.
async function restore(cache, address) {
  const response = await fetch(checked(address));
  if (response.ok) await cache.put(address, response.clone());
  return response;
}

// A request that fails unless the answer is the file as built.
function checked(address) {
  return new Request(address, { cache: "no-cache", integrity: digests.get(address) });
}
