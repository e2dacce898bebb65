/**
 * The part of a stub that computes the key of a run and finds the chain of handlers for it.
 *
 * The key is computed by a copy of a guard's own instructions. When these fail, the guards would: then all handlers are gone through, and the guards fail as they would.
 */
import type { FunctionBody } from '../../wasm/function.ts';
import { Op } from '../../wasm/opcodes.ts';
import type { Key } from '../plan.ts';
import { MIX, SPREAD } from '../table/keys.ts';
import { ENTRY, HEAD, NODE } from '../table/layout.ts';
import type { Piece } from './code.ts';
import type { Stub } from './stub.ts';

export class Finder {
  readonly #stub: Stub;
  readonly #b: FunctionBody;
  readonly #key: Key;
  readonly #head: number;
  readonly #hazardous: boolean;
  /** Computes the key. */
  readonly #piece: Piece;
  /** Local with the value. */
  readonly #value: number;
  /** Local: whether it could be computed. */
  readonly #known: number;
  readonly #position: number;
  readonly #hash: number;

  /** `head`: offset of the run's head in the table. */
  constructor(stub: Stub, key: Key, head: number) {
    this.#stub = stub;
    this.#b = stub.b;
    this.#key = key;
    this.#head = head;
    this.#piece = stub.code.keyOf(key.guard, key.expression);
    this.#hazardous = key.expression.hazards.size > 0;
    this.#value = stub.b.local('i64');
    this.#known = stub.b.local('i32');
    this.#position = stub.b.local('i64');
    this.#hash = stub.b.local('i32');
  }

  /** Sets the local `node` to the first one for the key's value; 0 if there is none. */
  first(node: number): void {
    const b = this.#b;
    this.#compute();
    if (!this.#hazardous) {
      this.#lookUp(node);
      return;
    }
    b.get(this.#known).if();
    this.#lookUp(node);
    b.else();
    this.#load(HEAD.all);
    b.set(node).end();
  }

  /**
   * After a handler has run that may have changed the key: sets `node`, which is that handler's, to the next one. Does nothing and leaves label 0 if the key is the same.
   * What could not be computed before is not tried again.
   */
  again(node: number): void {
    const b = this.#b;
    const before = b.local('i64');
    const place = b.local('i32');
    if (this.#hazardous) b.get(this.#known).op(Op.i32_eqz).brIf(0);
    b.get(this.#value).set(before);
    this.#compute();
    b.get(this.#value).get(before).op(Op.i64_eq);
    if (this.#hazardous) b.get(this.#known).op(Op.i32_and);
    b.brIf(0);
    this.#entry(node, ENTRY.place);
    b.set(place);
    if (this.#hazardous) {
      b.get(this.#known).if();
      this.#lookUp(node);
      b.else();
      this.#load(HEAD.all);
      b.set(node).end();
    } else this.#lookUp(node);
    // Those that it stands behind have had their turn.
    b.block().loop();
    b.get(node).op(Op.i32_eqz).brIf(1);
    this.#entry(node, ENTRY.place);
    b.get(place).op(Op.i32_gt_u).brIf(1);
    this.#entry(node, ENTRY.next);
    b.set(node).br(0).end().end();
  }

  #entry(node: number, field: number): void {
    this.#b.get(node).memory(Op.i32_load, NODE.entry).memory(Op.i32_load, field);
  }

  #load(field: number, op: number = Op.i32_load): void {
    this.#b.get(this.#stub.table).memory(op, this.#head + field);
  }

  /** Sets `value`, and `known`. */
  #compute(): void {
    const b = this.#b;
    const { guard } = this.#key;
    const call = () => {
      // The key does not depend on the closure.
      if (guard.closure !== 0) b.i32(0);
      this.#stub.args.push([]);
      this.#stub.code.call(this.#piece);
      b.set(this.#value);
    };
    if (!this.#hazardous) {
      call();
      return;
    }
    b.i32(0).set(this.#known);
    b.block().tryTable(undefined, [{ kind: 'catch', tag: this.#stub.code.gaveUp, label: 0 }]);
    call();
    b.i32(1).set(this.#known);
    b.end().br(0).end();
    // The function that gave up had perhaps a frame.
    this.#stub.frame.restoreStack();
  }

  #lookUp(node: number): void {
    const b = this.#b;
    b.block();
    b.block();
    this.#load(HEAD.displacements);
    b.brIf(0);
    b.i32(0).set(node);
    b.get(this.#value);
    this.#load(HEAD.base, Op.i64_load);
    b.op(Op.i64_sub);
    this.#load(HEAD.inverse, Op.i64_load);
    b.op(Op.i64_mul);
    this.#load(HEAD.turn, Op.i64_load);
    b.op(Op.i64_rotr).tee(this.#position);
    this.#load(HEAD.length, Op.i64_load);
    b.op(Op.i64_ge_u).brIf(1);
    this.#take(node, () => b.get(this.#position).op(Op.i32_wrap_i64));
    b.br(1).end();
    this.#hashed(node);
    b.end();
  }

  /** Whatever stands at the position. */
  #take(node: number, position: () => void): void {
    this.#load(HEAD.directory);
    position();
    this.#b.i32(2).op(Op.i32_shl, Op.i32_add).memory(Op.i32_load, 0).set(node);
  }

  #hashed(node: number): void {
    const b = this.#b;
    b.get(this.#value).op(Op.i32_wrap_i64).i32(SPREAD.low).op(Op.i32_mul);
    b.get(this.#value).i64(32n).op(Op.i64_shr_u, Op.i32_wrap_i64).i32(SPREAD.high).op(Op.i32_mul, Op.i32_add);
    b.set(this.#hash);
    this.#take(node, () => {
      b.get(this.#hash);
      this.#load(HEAD.displacements);
      b.get(this.#hash);
      this.#load(HEAD.shift);
      b.op(Op.i32_shr_u).i32(2).op(Op.i32_shl, Op.i32_add).memory(Op.i32_load, 0).op(Op.i32_xor);
      b.i32(MIX).op(Op.i32_mul);
      this.#load(HEAD.shift);
      b.op(Op.i32_shr_u);
    });
    b.block().loop();
    b.get(node).op(Op.i32_eqz).brIf(1);
    b.get(node).memory(Op.i64_load, NODE.key).get(this.#value).op(Op.i64_eq).brIf(1);
    this.#entry(node, ENTRY.other);
    b.set(node).br(0).end().end();
  }
}
