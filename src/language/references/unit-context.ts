/**
 * What is known and collected while one unit is checked: the context that both halves of the checker share, and what the declarations
 * half keeps for itself.
 */
import type { AstNode } from 'langium';
import type { Diagnostic, Span } from '../../diagnostics/diagnostic.ts';
import type { CheckContext, DeclaredBlock, Scope } from '../typed/context.ts';
import { createExpressionHalf } from '../typed/index.ts';
import type { Probe } from '../typed/probe.ts';
import { createLazyQueue, type LazyQueue } from '../types/lazy.ts';
import type { CheckedUnit, Entity, ProcedureEntity, RevelationFact, Type, UnitEntity } from '../types/model.ts';
import { resolveType, typeOfExpr } from '../types/resolve.ts';
import { createKnowledge, type Knowledge } from '../types/revelations.ts';
import { declareBlock } from './declarations.ts';
import type { ParsedUnit } from './parsed-unit.ts';
import { type Pragma, pragmasBefore } from './pragmas.ts';
import { collectFacts } from './revelation-declarations.ts';
import { spanOfNode, spanOfProperty } from './spans.ts';

export type Use = CheckedUnit['uses'][number];

export interface UnitContext extends CheckContext {
  readonly parsed: ParsedUnit;
  /** Span of the index-th value of a property. */
  spanAt(node: AstNode, property: string, index: number): Span;
  /** What has been declared but not looked at. */
  readonly queue: LazyQueue;
  /** Rules to check when all types of the unit can be looked at; run in order by `settle`. */
  later(rule: () => void): void;
  /** Forces every deferred type and constant, then runs the rules that waited for them. */
  settle(): void;
  readonly knowledge: Knowledge;
  /** Type expressions resolved so far: each denotes one type however often it is asked for. */
  readonly resolved: WeakMap<AstNode, Type>;
  /** Texts of the brands written in this unit. */
  readonly brands: Map<string, Span>;
  /** A brand for a type that is BRANDED without a text. */
  freshBrand(): string;
  /** Revelations of this unit whose names have been looked up, and those yet to be. */
  readonly facts: RevelationFact[];
  readonly pendingFacts: (() => RevelationFact | undefined)[];
  /** Constructs that make the unit unsafe. */
  readonly unsafeUses: { readonly span: Span; readonly what: string }[];
  /** Procedures nested in a procedure. */
  readonly nested: Map<ProcedureEntity, ProcedureEntity[]>;
  /** Procedures declared in blocks of the module body. */
  readonly bodyProcedures: ProcedureEntity[];
  readonly diagnostics: Diagnostic[];
  /** By place. */
  readonly uses: Map<number, Use>;
}

export interface UnitContextInput {
  readonly parsed: ParsedUnit;
  readonly entity: UnitEntity;
  /** Revelations that come with imported and exported interfaces. */
  readonly visibleFacts: () => Iterable<RevelationFact>;
  readonly kernelEntity?: CheckContext['kernelEntity'];
  /** The interfaces that the module exports; asked when its exports are bound. */
  readonly exportedUnits?: () => readonly UnitEntity[];
  readonly probe?: Probe;
}

export function createUnitContext({
  parsed,
  entity,
  visibleFacts,
  kernelEntity,
  exportedUnits,
  probe,
}: UnitContextInput): UnitContext {
  const queue = createLazyQueue();
  const rules: (() => void)[] = [];
  const diagnostics: Diagnostic[] = [];
  const uses = new Map<number, Use>();
  const facts: RevelationFact[] = [];
  const unsafeUses: UnitContext['unsafeUses'] = [];
  const nodeSpan = (node: AstNode): Span => spanOfNode(parsed.path, node);
  const located = ({ name, text, start, end }: Pragma) => ({ name, text, span: { file: parsed.path, start, end } });
  let brandCount = 0;
  const knowledge = createKnowledge(function* () {
    yield* visibleFacts();
    collectFacts(context);
    yield* facts;
  });

  const declarations = {
    parsed,
    unit: entity,
    queue,
    knowledge,
    resolved: new WeakMap<AstNode, Type>(),
    brands: new Map<string, Span>(),
    facts,
    pendingFacts: [] as UnitContext['pendingFacts'],
    unsafeUses,
    unsafeUse(span: Span, what: string) {
      unsafeUses.push({ span, what });
    },
    ...(kernelEntity ? { kernelEntity } : {}),
    exportedInterface: (name: string) => exportedUnits?.().find((unit) => unit.name === name),
    revealsSomething: (unit: UnitEntity) => [...visibleFacts()].some((fact) => fact.unit === unit),
    nested: new Map<ProcedureEntity, ProcedureEntity[]>(),
    bodyProcedures: [] as ProcedureEntity[],
    diagnostics,
    uses,
    freshBrand() {
      const text = `#${++brandCount}`;
      if (context.brands.has(text)) return context.freshBrand();
      context.brands.set(text, entity.span);
      return text;
    },
    later(rule: () => void) {
      rules.push(rule);
    },
    settle() {
      collectFacts(context);
      queue.drain();
      for (let i = 0; i < rules.length; i++) {
        rules[i]!();
        queue.drain();
      }
      rules.length = 0;
    },
    report(code: string, at: AstNode | Span, message: string, more: Parameters<CheckContext['report']>[3] = {}) {
      const span = isSpan(at) ? at : nodeSpan(at);
      const { severity = 'error', ...rest } = more;
      diagnostics.push({ code, severity, message, span, ...rest });
    },
    use(span: Span, used: Use['entity'], type?: Type) {
      const key = placeKey(span);
      if (!uses.has(key)) uses.set(key, type ? { span, entity: used, type } : { span, entity: used });
    },
    declares(entity: Use['entity']) {
      uses.set(placeKey(entity.span), { span: entity.span, entity });
    },
    span(node: AstNode, property?: string): Span {
      return property === undefined ? nodeSpan(node) : spanOfProperty(parsed.path, node, property, 0);
    },
    spanAt: (node: AstNode, property: string, index: number) => spanOfProperty(parsed.path, node, property, index),
    pragmas: parsed.pragmas.map(located),
    pragmasBefore: (node: AstNode) =>
      node.$cstNode ? pragmasBefore(parsed.text, parsed.pragmas, node.$cstNode.offset).map(located) : [],
    ...(probe ? { probe } : {}),
    lookup(scope: Scope, name: string): Entity | undefined {
      if (name === probe?.name) probe.scope ??= scope;
      for (let s: Scope | undefined = scope; s; s = s.parent) {
        const entity = s.own(name);
        if (entity) return entity;
      }
      return undefined;
    },
    resolveType: (node: Parameters<CheckContext['resolveType']>[0], scope: Scope): Type =>
      resolveType(context, node, scope),
    typeOfExpr: (node: Parameters<CheckContext['typeOfExpr']>[0], scope: Scope) => typeOfExpr(context, node, scope),
    reveal: knowledge.reveal,
    declareBlock: (
      nodes: Parameters<CheckContext['declareBlock']>[0],
      scope: Scope,
      owner: ProcedureEntity | undefined,
    ): DeclaredBlock => declareBlock(context, nodes, scope, owner),
  };
  if (probe) probe.reveal = knowledge.reveal;
  // The two halves call each other, so the object exists before its second half does.
  const context = declarations as unknown as UnitContext;
  Object.assign(context, createExpressionHalf(context));
  return context;
}

/** One number for both ends: a name is shorter than the lowest bits count, a text shorter than the others do. */
const placeKey = ({ start, end }: Span): number => start * 2 ** 20 + (end - start);

function isSpan(at: AstNode | Span): at is Span {
  return !('$type' in at);
}
