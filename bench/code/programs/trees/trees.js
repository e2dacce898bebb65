const make = (depth) => (depth === 0 ? { left: null, right: null } : { left: make(depth - 1), right: make(depth - 1) });

const count = (t) => (t.left === null ? 1 : 1 + count(t.left) + count(t.right));

export function run(n) {
  let sum = 0;
  for (let i = 0; i < 20; i++) sum += count(make(n));
  return sum;
}
