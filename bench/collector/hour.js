/**
 * `Hour` of `bench/programs/collector` in JavaScript.
 */
const REQUESTS = 400;
const PASSING = 16;
const SESSIONS = 20000;
const ENTRIES = 4000;
const REPORT_WORDS = 131072;

const passing = new Array(PASSING).fill(null);
let buffer = null;
let report = null;
const sessions = new Array(SESSIONS).fill(null);
let open = 0;
const cache = new Array(ENTRIES).fill(null);
let seed = 42;
let objects = 0;

function random(below) {
  seed = (seed * 16807) % 2147483647;
  return seed % below;
}

function make(count) {
  objects++;
  return new Array(count).fill(0);
}

function length(bits) {
  let power = 1;
  for (let i = random(bits); i > 0; i--) power *= 2;
  return power + random(power);
}

function visit(at) {
  if (sessions[at] === null || random(8) === 0) {
    sessions[at] = { name: make(2 + random(5)), state: null };
    objects++;
  }
  sessions[at].state = make(length(6));
}

function request(entryBits) {
  for (let i = 0; i < PASSING; i++) passing[i] = make(length(5));
  buffer = make(128 + random(1024));
  visit(random(open));
  if (random(4) === 0) {
    const at = random(ENTRIES);
    cache[at] = make(length(entryBits));
  }
}

export function second(t) {
  const before = open;
  const entryBits = 9 + (Math.trunc(t / 300) % 5);
  open = 5000 + Math.trunc(((900 - Math.abs((t % 1800) - 900)) * 15000) / 900);
  for (let i = open; i < before; i++) sessions[i] = null;
  if (t % 60 === 0) report = make(REPORT_WORDS);
  for (let i = 0; i < REQUESTS; i++) request(entryBits);
}

export const made = () => objects;

export function live() {
  const count = (words) => (words === null ? 0 : words.length);
  let sum = count(buffer) + count(report);
  for (const words of [...passing, ...cache]) sum += count(words);
  for (const session of sessions) if (session) sum += count(session.name) + count(session.state);
  return sum;
}
