/** How well a name matches what somebody typed. */

/**
 * Undefined: not at all. Else greater is better: the whole name, its beginning, the beginnings of its words (`PuI` for PutInt), a part, letters in
 * order.
 */
export function matchScore(query: string, name: string): number | undefined {
  if (query === '') return 0;
  if (name === query) return 1000;
  const q = query.toLowerCase();
  const n = name.toLowerCase();
  const short = 50 - Math.min(name.length, 50);
  if (n === q) return 900;
  if (n.startsWith(q)) return (name.startsWith(query) ? 750 : 700) + short;
  if (matchesWords(q, name)) return 500 + short;
  const at = n.indexOf(q);
  if (at >= 0) return 300 + short - Math.min(at, 40);
  return isSubsequence(q, n) ? short : undefined;
}

function isSubsequence(query: string, name: string): boolean {
  let at = 0;
  for (const c of query) {
    at = name.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Each letter continues a word of the name or begins a later one. */
function matchesWords(query: string, name: string): boolean {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g)?.map((w) => w.toLowerCase()) ?? [];
  const match = (q: number, w: number): boolean => {
    if (q === query.length) return true;
    if (w === words.length) return false;
    for (let n = commonLength(query.slice(q), words[w]!); n > 0; n--) if (match(q + n, w + 1)) return true;
    return w > 0 && match(q, w + 1);
  };
  return match(0, 0);
}

function commonLength(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}
