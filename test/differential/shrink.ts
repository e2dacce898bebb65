/** Makes a program that differs smaller while it still differs: statements go, then whatever holds statements gives way to what it holds. */
import { type Difference, differing } from './chain.ts';
import { makeProgram } from './make/program.ts';
import type { Proc, Program, Stmt } from './tree.ts';

/** Tries, at most. */
const TRIES = 400;

type Holder = Record<string, unknown>;

const isStatements = (x: unknown): x is Stmt[] =>
  Array.isArray(x) && x.length > 0 && x.every((s) => typeof s === 'object' && s !== null && 's' in s);

/** Every list of statements in the program. */
function lists(program: Program): Stmt[][] {
  const found: Stmt[][] = [];
  const seen = new Set<object>();
  const visit = (x: unknown): void => {
    if (typeof x !== 'object' || x === null || seen.has(x)) return;
    seen.add(x);
    if (isStatements(x)) found.push(x);
    for (const part of Object.values(x as Holder)) visit(part);
  };
  visit(program);
  return found;
}

/** Statements that could stand where this one stands. */
function parts(s: Stmt): Stmt[][] {
  const inner: Stmt[][] = [];
  for (const part of Object.values(s as unknown as Holder)) {
    if (isStatements(part)) inner.push(part);
    else if (Array.isArray(part))
      for (const arm of part)
        if (typeof arm === 'object' && arm !== null && isStatements((arm as Holder)['body']))
          inner.push((arm as { body: Stmt[] }).body);
  }
  return inner;
}

export async function shrunk(difference: Difference): Promise<Difference> {
  const program = makeProgram(0, difference.seed);
  let best = (await differing([program])) ?? difference;
  let tries = 0;
  /** Whether it still differs, and was not only made wrong. */
  const still = async (): Promise<boolean> => {
    tries++;
    const next = await differing([program]).catch(() => undefined);
    if (!next || (next.got.startsWith('Error') && next.got.slice(0, 20) !== best.got.slice(0, 20))) return false;
    best = next;
    return true;
  };
  for (let smaller = true; smaller && tries < TRIES; ) {
    smaller = false;
    for (const list of lists(program)) {
      for (let i = list.length - 1; i >= 0 && tries < TRIES; i--) {
        // What a function ends with stays: its absence would be another fault.
        if (i === list.length - 1 && list[i]!.s === 'return') continue;
        const [old] = list.splice(i, 1);
        if (await still()) {
          smaller = true;
          continue;
        }
        list.splice(i, 0, old!);
        for (const inner of parts(old!)) {
          list.splice(i, 1, ...inner);
          if (await still()) {
            smaller = true;
            break;
          }
          list.splice(i, inner.length, old!);
        }
      }
    }
    for (const inner of [program.tops, ...[program.main, ...program.tops].flatMap(procedures)]) {
      for (let i = inner.length - 1; i >= 0 && tries < TRIES; i--) {
        const [old] = inner.splice(i, 1);
        if (await still()) smaller = true;
        else inner.splice(i, 0, old!);
      }
    }
  }
  return best;
}

const procedures = (p: Proc): Proc[][] => [p.inner, ...p.inner.flatMap(procedures)];
