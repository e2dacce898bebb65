/**
 * The program of `bench/programs/collector` in JavaScript.
 */
const SLOTS = 100000;
const PHASE = 500000;

let pair = null;
let words = null;
let kept = null;
const slots = new Array(SLOTS).fill(null);
let seed = 42;
let replaced = 0;

function draw(below) {
  seed = (seed * 16807) % 2147483647;
  return seed % below;
}

export function short(n) {
  for (let i = 1; i <= n; i++) pair = { value: i, next: null };
  return pair;
}

export function varied(n) {
  for (let i = 1; i <= n; i++) words = new Array(1 + ((i * 7) % 64)).fill(0);
  return words;
}

export function keep(n) {
  kept = null;
  kept = new Array(n / 1000).fill(null);
  for (let i = 0; i < kept.length; i++) {
    for (let j = 0; j < 1000; j++) kept[i] = { a: 0, b: 0, c: 0, next: kept[i] };
  }
}

export function churn(n) {
  for (let i = 0; i < n; i++) {
    const largest = 4 + ((Math.trunc(replaced / PHASE) * 5) % 28);
    slots[draw(SLOTS)] = new Array(1 + draw(largest)).fill(0);
    replaced++;
  }
}

export function live() {
  return slots.reduce((sum, s) => sum + (s === null ? 0 : s.length), 0);
}
