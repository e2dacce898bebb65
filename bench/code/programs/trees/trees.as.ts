class Tree {
  left: Tree | null = null;
  right: Tree | null = null;
}

function make(depth: i32): Tree {
  const t = new Tree();
  if (depth > 0) {
    t.left = make(depth - 1);
    t.right = make(depth - 1);
  }
  return t;
}

function count(t: Tree): i32 {
  const left = t.left;
  return left === null ? 1 : 1 + count(left) + count(t.right!);
}

export function run(n: i64): i64 {
  let sum: i64 = 0;
  for (let i = 0; i < 20; i++) sum += count(make(i32(n)));
  return sum;
}
