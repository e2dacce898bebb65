/**
 * Which nodes of a labelled graph unfold to the same infinite tree: the coarsest partition that respects labels and edges.
 *
 * Modula-3 calls two types the same when their expanded definitions, which may be infinite, are the same; a type table is such a graph. The
 * algorithm is Hopcroft's minimisation of a deterministic automaton (each pass takes the smaller half), O(m log n) for hostile graphs, too.
 *
 * The numbers of the classes depend only on labels and shape, never on the order of the nodes: labels are sorted, splitters are taken first-in-first-out
 * and splits are made in order of class. So for a graph whose nodes are all different, class numbers are a canonical numbering.
 *
 * Inside: the graph, the partition, the strongly connected components. Not inside: anything about types.
 */

/** Node i has the ordered edges `targets[starts[i]] .. targets[starts[i + 1] - 1]`; a negative target is no edge (the label speaks of it). */
export interface Graph {
  readonly labels: readonly string[];
  readonly starts: Int32Array;
  readonly targets: Int32Array;
}

export interface Partition {
  readonly count: number;
  /** Class of each node. */
  readonly classOf: Int32Array;
}

export function buildGraph(labels: readonly string[], edges: readonly (readonly number[])[]): Graph {
  const starts = new Int32Array(labels.length + 1);
  edges.forEach((e, i) => {
    starts[i + 1] = starts[i]! + e.length;
  });
  const targets = new Int32Array(starts[labels.length]!);
  edges.forEach((e, i) => {
    targets.set(e, starts[i]!);
  });
  return { labels, starts, targets };
}

/** Edges by target: node i is entered by `sources[starts[i]..]` at edge positions `positions[..]`. */
interface Reverse {
  readonly starts: Int32Array;
  readonly sources: Int32Array;
  readonly positions: Int32Array;
}

function reverse(g: Graph): Reverse {
  const n = g.labels.length;
  const starts = new Int32Array(n + 1);
  for (const t of g.targets) if (t >= 0) starts[t + 1]!++;
  for (let i = 0; i < n; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice(0, n);
  const sources = new Int32Array(starts[n]!);
  const positions = new Int32Array(starts[n]!);
  for (let i = 0; i < n; i++) {
    for (let e = g.starts[i]!; e < g.starts[i + 1]!; e++) {
      const t = g.targets[e]!;
      if (t < 0) continue;
      const at = next[t]!++;
      sources[at] = i;
      positions[at] = e - g.starts[i]!;
    }
  }
  return { starts, sources, positions };
}

/** The classes as intervals of one permutation of the nodes. */
class Classes {
  readonly classOf: Int32Array;
  readonly members: Int32Array;
  private readonly placeOf: Int32Array;
  readonly begin: number[] = [];
  readonly end: number[] = [];
  /** Members before this place are hit by the splitter at hand. */
  private readonly hit: number[] = [];

  constructor(labels: readonly string[]) {
    const n = labels.length;
    this.classOf = new Int32Array(n);
    this.members = new Int32Array(n);
    this.placeOf = new Int32Array(n);
    const byLabel = new Map<string, number[]>();
    labels.forEach((label, i) => {
      const found = byLabel.get(label);
      if (found) found.push(i);
      else byLabel.set(label, [i]);
    });
    let place = 0;
    for (const label of [...byLabel.keys()].sort()) {
      const c = this.begin.length;
      this.begin.push(place);
      this.hit.push(place);
      for (const i of byLabel.get(label)!) {
        this.classOf[i] = c;
        this.members[place] = i;
        this.placeOf[i] = place++;
      }
      this.end.push(place);
    }
  }

  get count(): number {
    return this.begin.length;
  }

  size(c: number): number {
    return this.end[c]! - this.begin[c]!;
  }

  /** Puts a node among the hit ones of its class; true when it is the first. */
  markHit(node: number): boolean {
    const c = this.classOf[node]!;
    const first = this.hit[c]! === this.begin[c]!;
    const place = this.placeOf[node]!;
    if (place < this.hit[c]!) return false;
    const to = this.hit[c]!++;
    const other = this.members[to]!;
    this.members[to] = node;
    this.members[place] = other;
    this.placeOf[node] = to;
    this.placeOf[other] = place;
    return first;
  }

  /** Parts hit from unhit members; the smaller part (the hit one on a tie) becomes a new class, whose number is returned; -1 when all were hit. */
  split(c: number): number {
    const [from, mid, to] = [this.begin[c]!, this.hit[c]!, this.end[c]!];
    this.hit[c] = from;
    if (mid === to) return -1;
    const fresh = this.begin.length;
    const hitIsFresh = mid - from <= to - mid;
    if (hitIsFresh) {
      this.begin.push(from);
      this.end.push(mid);
      this.begin[c] = mid;
      this.hit[c] = mid;
    } else {
      this.begin.push(mid);
      this.end.push(to);
      this.end[c] = mid;
    }
    this.hit.push(this.begin[fresh]!);
    for (let p = this.begin[fresh]!; p < this.end[fresh]!; p++) this.classOf[this.members[p]!] = fresh;
    return fresh;
  }
}

export function partition(g: Graph): Partition {
  const into = reverse(g);
  const classes = new Classes(g.labels);
  const queue: number[] = [];
  const queued: boolean[] = [];
  for (let c = 0; c < classes.count; c++) {
    queue.push(c);
    queued.push(true);
  }
  for (let head = 0; head < queue.length; head++) {
    const splitter = queue[head]!;
    queued[splitter] = false;
    // The splitter may itself be split below: take its entering edges first.
    const entering = new Map<number, number[]>();
    for (let p = classes.begin[splitter]!; p < classes.end[splitter]!; p++) {
      const node = classes.members[p]!;
      for (let e = into.starts[node]!; e < into.starts[node + 1]!; e++) {
        const position = into.positions[e]!;
        const list = entering.get(position);
        if (list) list.push(into.sources[e]!);
        else entering.set(position, [into.sources[e]!]);
      }
    }
    for (const position of [...entering.keys()].sort((a, b) => a - b)) {
      const touched: number[] = [];
      for (const source of entering.get(position)!) {
        if (classes.markHit(source)) touched.push(classes.classOf[source]!);
      }
      for (const c of touched.sort((a, b) => a - b)) {
        const fresh = classes.split(c);
        if (fresh < 0) continue;
        // `fresh` is the smaller part; when c still waits, both parts have to be taken, and it does.
        queue.push(fresh);
        queued[fresh] = true;
      }
    }
  }
  return { count: classes.count, classOf: classes.classOf };
}

/** Strongly connected components, each after all that it leads to (Tarjan's, without recursion). */
export function components(g: Graph): number[][] {
  const n = g.labels.length;
  const index = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const nextEdge = g.starts.slice(0, n);
  const onStack = new Uint8Array(n);
  const stack: number[] = [];
  const path: number[] = [];
  const found: number[][] = [];
  let counter = 0;
  const enter = (node: number) => {
    index[node] = low[node] = counter++;
    stack.push(node);
    onStack[node] = 1;
    path.push(node);
  };
  for (let root = 0; root < n; root++) {
    if (index[root]! >= 0) continue;
    enter(root);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      if (nextEdge[node]! < g.starts[node + 1]!) {
        const t = g.targets[nextEdge[node]!++]!;
        if (t < 0) continue;
        if (index[t]! < 0) enter(t);
        else if (onStack[t]) low[node] = Math.min(low[node]!, index[t]!);
        continue;
      }
      path.pop();
      const above = path[path.length - 1];
      if (above !== undefined) low[above] = Math.min(low[above]!, low[node]!);
      if (low[node] !== index[node]) continue;
      const component: number[] = [];
      let member: number;
      do {
        member = stack.pop()!;
        onStack[member] = 0;
        component.push(member);
      } while (member !== node);
      found.push(component);
    }
  }
  return found;
}
