// Parallax in the harness of its peers: packs the rows natively, and answers in the page through the module.
// PARALLAX names the command, PARALLAX_MODULE the folder of the module; both are needed in Node only.
import { Coming, initSync } from './module/parallax_bench.js';

// What the rows are said to have.
const FACETS = ['outlet', 'topic', 'speaker', 'month'];

export const caps = { prefix: 1, phrase: 1, facets: 1, typo: 1 };

export async function build(docs, dir) {
  const { execFileSync } = await import('node:child_process');
  const fs = await import('node:fs');
  const rows = `${dir}/rows.jsonl`;
  fs.writeFileSync(rows, docs.map(doc => JSON.stringify(doc)).join('\n'));
  const start = performance.now();
  const said = execFileSync(process.env.PARALLAX, ['pack', rows, '-o', `${dir}/corpus.pack`], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ms = performance.now() - start;
  fs.rmSync(rows);
  return {
    'module.wasm': fs.readFileSync(`${process.env.PARALLAX_MODULE}/parallax_bench_bg.wasm`),
    __ms: ms,
    __log: said.toString(),
  };
}

export async function load(io) {
  const pack = fetch(`${io.base}/corpus.pack`);
  const module = await WebAssembly.compileStreaming(fetch(`${io.base}/module.wasm`));
  globalThis.__wasm = initSync({ module }).memory;
  io.mark('instantiated');
  // Opened while it comes, as the page does it.
  const coming = new Coming();
  const reader = (await pack).body.getReader();
  const facets = FACETS.join('\n');
  const spelt = { w1: q => q, w2: q => q, prefix: q => `${q}*`, phrase: q => `"${q}"`, typo: q => `${q}~` };
  const search = (q, kind, count) => {
    const [total, ...ids] = engine.search(spelt[kind](q), true, count).split('\n');
    return { total: +total, ids: ids.map(Number) };
  };
  // The first answer comes before the texts do, where the pack keeps where their words stand; the rest of it
  // is taken in before anything else is measured.
  let engine;
  const first = answering => {
    engine = answering;
    search('first', 'w1', 20);
    io.mark('ready');
  };
  for (let some = await reader.read(); !some.done; some = await reader.read()) {
    coming.push(some.value);
    const early = engine ? undefined : coming.early(facets);
    if (early) first(early);
  }
  io.mark('fetched');
  const early = engine;
  const whole = coming.finish(facets);
  if (early) early.free();
  else first(whole);
  engine = whole;
  const values = engine.values().trimEnd().split('\n').map(line => line.split(/=(.*)/s));
  // Where each facet's values stand among the counts, behind the total.
  const places = {};
  values.forEach(([facet], at) => { (places[facet] ??= [at + 1, 0])[1] = at + 2; });
  const topics = values.filter(([facet]) => facet === 'topic').map(([, value]) => value);
  const none = [0, 0];
  return {
    search: (q, kind) => search(q, kind, 20),
    all: q => search(q, 'w1', 4294967295).ids,
    facets: ({ q, filters }) => {
      const chosen = Object.entries(filters).map(choice => choice.join('=')).join('\n');
      const counts = engine.counts(q, true, chosen);
      const of = facet => counts.subarray(...(places[facet] ?? none));
      const topic = Object.fromEntries(Array.from(of('topic'), (count, at) => [topics[at], count]));
      return { n: counts[0], topic, ns: of('speaker').reduce((some, count) => some + (count > 0), 0) };
    },
  };
}
