/**
 * What a raise takes of the processor, as fuel. Small procedures without loops and calls pay none when they are called, for the loop around does; but a raise may
 * call ten thousand of them.
 */
import { pushRegister, setRegister } from '../../codegen/registers.ts';
import type { FunctionBody } from '../../wasm/function.ts';
import { Op } from '../../wasm/opcodes.ts';
import type { Run, Single } from '../plan.ts';
import { HEAD, NODE } from '../table/layout.ts';
import type { Stub } from './stub.ts';

/** The raise itself, and each look-up. */
const RAISE_FUEL = 1;
const FINDING_FUEL = 1;
/** Handlers that stand in the stub, with a guard each; guards beyond that. */
const SINGLES_PER_FUEL = 2;
const GUARDS_PER_FUEL = 4;
/** A handler of a table that is run; and one that the processor did not foresee. */
const HANDLER_FUEL = 1;
const UNFORESEEN_FUEL = 6;
/** For each handler of a table that is asked. */
const ASKING_FUEL = 1;
const NODE_SHIFT = Math.log2(NODE.size);

/** For the raise and all that stands in the stub, before any handler runs. Where other code runs during the raise it is a safepoint. */
export function payForRaise(stub: Stub): void {
  const { b, plan } = stub;
  const singles = plan.items.filter((i): i is Single => i.kind === 'single');
  const guards = singles.reduce((n, s) => n + Math.max(0, s.binding.guarding!.guards.length - 1), 0);
  const finding = plan.items.filter((i) => i.kind === 'run' && i.key).length * FINDING_FUEL;
  const fuel = RAISE_FUEL + finding + singles.length / SINGLES_PER_FUEL + guards / GUARDS_PER_FUEL;
  pay(b, () => b.i32(Math.ceil(fuel)));
  if (stub.alone) return;
  pushRegister(b, 'fuel').i32(0).op(Op.i32_lt_s).ifUnlikely().call(stub.imports.refuel).end();
}

/** For going through all handlers of a run. */
export function payForAll(stub: Stub, loadHead: (field: number) => void): void {
  const { b } = stub;
  pay(b, () => {
    loadHead(HEAD.end);
    loadHead(HEAD.all);
    b.op(Op.i32_sub).i32(NODE_SHIFT).op(Op.i32_shr_u);
  });
}

/**
 * What going through a run takes besides, added up in a local: the processor would run ahead of each store to the fuel that is kept in memory, and begin anew. Nothing is
 * lost but what an exception passes by.
 */
export class Spent {
  readonly #b: FunctionBody;
  readonly #local: number;

  constructor(b: FunctionBody) {
    this.#b = b;
    this.#local = b.local('i32');
  }

  asking(): void {
    this.#add(ASKING_FUEL);
  }

  handler({ isVaried }: Run): void {
    this.#add(isVaried ? UNFORESEEN_FUEL : HANDLER_FUEL);
  }

  pay(): void {
    pay(this.#b, () => this.#b.get(this.#local));
  }

  #add(fuel: number): void {
    this.#b.get(this.#local).i32(fuel).op(Op.i32_add).set(this.#local);
  }
}

function pay(body: FunctionBody, push: () => void): void {
  setRegister(body, 'fuel', (b) => {
    pushRegister(b, 'fuel');
    push();
    b.op(Op.i32_sub);
  });
}
