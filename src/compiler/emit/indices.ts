/**
 * Index spaces of procedures, variables and exceptions while they fill up.
 *
 * Imported items come first in the file's spaces, but how many there are is known only at the end. Until then an own item has its number (>= 0) and an
 * imported one a negative number; `finalIndices` turns them into the file's indices.
 */
import type {
  ExceptionEntity,
  OpaqueType,
  ProcedureEntity,
  UnitEntity,
  VariableEntity,
} from '../../language/types/model.ts';
import { Refusal } from '../refusal.ts';

export type Space = 'proc' | 'global' | 'exception';

/** What the file uses of an imported interface. */
export interface UsedInterface {
  readonly unit: UnitEntity;
  readonly procedures: ProcedureEntity[];
  readonly globals: VariableEntity[];
  readonly exceptions: ExceptionEntity[];
  readonly opaques: OpaqueType[];
}

export interface Indices {
  /** Provisional index of a top-level procedure: a body of this file or a heading of any interface. */
  procedure(entity: ProcedureEntity): number;
  global(entity: VariableEntity): number;
  exception(entity: ExceptionEntity): number;
  /** A type's name or brand mentions that unit: if it is an imported interface, the file must list it. */
  mention(unit: UnitEntity): void;
}

/** Numbers of own items. */
export interface OwnItems {
  /** Bodies, and headings by the body that implements them. */
  readonly procedures: Map<ProcedureEntity, number>;
  readonly globals: Map<VariableEntity, number>;
  readonly exceptions: Map<ExceptionEntity, number>;
}

interface Imported {
  readonly used: UsedInterface;
  /** Position among the interface's used items of that space. */
  readonly position: number;
}

export class IndexSpaces implements Indices {
  readonly own: OwnItems = { procedures: new Map(), globals: new Map(), exceptions: new Map() };
  readonly #importable: ReadonlySet<UnitEntity>;
  readonly #ownUnits: ReadonlySet<UnitEntity>;
  readonly #used = new Map<UnitEntity, UsedInterface>();
  readonly #numbers = new Map<ProcedureEntity | VariableEntity | ExceptionEntity, number>();
  readonly #imported: Record<Space, Imported[]> = { proc: [], global: [], exception: [] };
  /** Own procedures by number: bodies, and external headings. Grows when a body is mentioned that was not known. */
  readonly ownProcedures: ProcedureEntity[] = [];

  constructor(own: ReadonlySet<UnitEntity>, importable: ReadonlySet<UnitEntity>) {
    this.#ownUnits = own;
    this.#importable = importable;
  }

  get importedProcedures(): number {
    return this.#imported.proc.length;
  }

  /** Interfaces that the file lists, in order of first mention. */
  get used(): readonly UsedInterface[] {
    return [...this.#used.values()];
  }

  procedure(entity: ProcedureEntity): number {
    const own = this.own.procedures.get(entity);
    if (own !== undefined) return own;
    if (entity.unit && this.#ownUnits.has(entity.unit)) {
      if (!entity.definition) throw new Refusal('L5007', `procedure ${entity.name} has no body`, entity.span);
      return this.addProcedure(entity);
    }
    return this.#import('proc', entity, (used) => used.procedures.push(entity) - 1);
  }

  addProcedure(entity: ProcedureEntity): number {
    const number = this.ownProcedures.push(entity) - 1;
    this.own.procedures.set(entity, number);
    for (const heading of entity.implements) this.own.procedures.set(heading, number);
    return number;
  }

  global(entity: VariableEntity): number {
    const own = this.own.globals.get(entity);
    return own ?? this.#import('global', entity, (used) => used.globals.push(entity) - 1);
  }

  exception(entity: ExceptionEntity): number {
    const own = this.own.exceptions.get(entity);
    return own ?? this.#import('exception', entity, (used) => used.exceptions.push(entity) - 1);
  }

  mention(unit: UnitEntity): void {
    if (!this.#ownUnits.has(unit)) this.use(unit);
  }

  use(unit: UnitEntity): UsedInterface {
    const known = this.#used.get(unit);
    if (known) return known;
    if (!this.#importable.has(unit)) {
      throw new Refusal('L5006', `interface ${unit.name} is used but is not among the imported ones`, unit.span);
    }
    const used: UsedInterface = { unit, procedures: [], globals: [], exceptions: [], opaques: [] };
    this.#used.set(unit, used);
    return used;
  }

  #import(
    space: Space,
    entity: ProcedureEntity | VariableEntity | ExceptionEntity,
    add: (used: UsedInterface) => number,
  ): number {
    const known = this.#numbers.get(entity);
    if (known !== undefined) return known;
    if (!entity.unit) throw new Error(`${entity.name} belongs to no unit`);
    const used = this.use(entity.unit);
    const number = -this.#imported[space].push({ used, position: add(used) });
    this.#numbers.set(entity, number);
    return number;
  }

  /** The file's index for a provisional one, once nothing is added any more. */
  finalIndices(): (space: Space, provisional: number) => number {
    const first: Record<Space, Map<UsedInterface, number>> = {
      proc: new Map(),
      global: new Map(),
      exception: new Map(),
    };
    const count: Record<Space, number> = { proc: 0, global: 0, exception: 0 };
    for (const used of this.#used.values()) {
      first.proc.set(used, count.proc);
      first.global.set(used, count.global);
      first.exception.set(used, count.exception);
      count.proc += used.procedures.length;
      count.global += used.globals.length;
      count.exception += used.exceptions.length;
    }
    return (space, provisional) => {
      if (provisional >= 0) return count[space] + provisional;
      const imported = this.#imported[space][-provisional - 1]!;
      return first[space].get(imported.used)! + imported.position;
    };
  }
}

export type FinalIndex = ReturnType<IndexSpaces['finalIndices']>;
