/**
 * Rules that hold between the units of one program: every heading has one body, every opaque type one revelation, brands differ (2.4.7, 2.5).
 */
import type { Diagnostic, Related } from '../../diagnostics/diagnostic.ts';
import type { FullRevelation, OpaqueFact, ProcedureFact, UnitFacts } from './unit-facts.ts';

/** `own`: the units that the extension consists of, in order of initialisation; `known`: with the interfaces of other domains. */
export function checkProgramRules(own: readonly UnitFacts[], known: readonly UnitFacts[]): Diagnostic[] {
  return [...checkImplementations(own), ...checkRevelations(own, known), ...checkBrands(own)];
}

// ---------------------------------------------------------------- headings

interface Body extends ProcedureFact {
  readonly module: string;
}

function checkImplementations(own: readonly UnitFacts[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const bodies = new Map<string, Body[]>();
  const exporters = new Map<string, UnitFacts[]>();
  for (const unit of own) {
    for (const exported of unit.exports) exporters.set(exported, [...(exporters.get(exported) ?? []), unit]);
    for (const { name, span, implements: headings } of unit.bodies) {
      const body = { name, span, module: unit.name };
      for (const heading of headings) {
        const key = headingKey(heading.unit, heading.name);
        bodies.set(key, [...(bodies.get(key) ?? []), body]);
      }
    }
  }
  for (const unit of own) {
    const missing = unit.headings.filter(({ name }) => !bodies.has(headingKey(unit.name, name)));
    if (missing.length > 0) found.push(...missingBodies(unit, missing, exporters.get(unit.name) ?? []));
    for (const heading of unit.headings)
      found.push(...twoBodies(unit, heading, bodies.get(headingKey(unit.name, heading.name)) ?? []));
  }
  return found;
}

const headingKey = (unit: string, name: string): string => `${unit}.${name}`;

/** One error when no module exports the interface at all, else one per procedure. */
function missingBodies(
  unit: UnitFacts,
  missing: readonly ProcedureFact[],
  exporters: readonly UnitFacts[],
): Diagnostic[] {
  if (exporters.length === 0) {
    const names =
      missing
        .slice(0, 5)
        .map((p) => p.name)
        .join(', ') + (missing.length > 5 ? ', ...' : '');
    return [
      {
        code: 'M3302',
        severity: 'error',
        message: `no module exports interface ${unit.name}, so its procedures have no bodies: ${names}`,
        span: unit.span,
        related: missing.slice(0, 5).map((p) => ({ span: p.span, message: `${p.name} is declared here` })),
        hint: `If another domain implements ${unit.name}, give it with --interface-path instead.`,
      },
    ];
  }
  return missing.map((procedure) => ({
    code: 'M3302',
    severity: 'error' as const,
    message: `${procedure.name} is declared in interface ${unit.name} but no module that exports it implements it`,
    span: procedure.span,
    related: exporters.map((m) => ({ span: m.span, message: `module ${m.name} exports ${unit.name}` })),
  }));
}

function twoBodies(unit: UnitFacts, heading: ProcedureFact, bodies: readonly Body[]): Diagnostic[] {
  const [first, ...others] = bodies;
  return others.map((body) => ({
    code: 'M3303',
    severity: 'error' as const,
    message: `${heading.name} of interface ${unit.name} is already implemented by module ${first!.module}`,
    span: body.span,
    related: [
      { span: first!.span, message: 'the other body is here' },
      { span: heading.span, message: 'the heading is here' },
    ],
  }));
}

// ---------------------------------------------------------------- revelations

interface Revealed extends FullRevelation {
  readonly unit: UnitFacts;
}

function checkRevelations(own: readonly UnitFacts[], known: readonly UnitFacts[]): Diagnostic[] {
  const full = new Map<string, Revealed[]>();
  for (const unit of known) {
    for (const fact of unit.revelations) full.set(fact.opaque, [...(full.get(fact.opaque) ?? []), { ...fact, unit }]);
  }
  const order = [...full.keys()];
  const found: Diagnostic[] = [];
  for (const [type, facts] of full) found.push(...revealedTwice(facts), ...revealedInACircle(type, full, order));
  const reported = new Set<string>();
  for (const unit of own) {
    // What the kernel implements, it also reveals.
    if (unit.external) continue;
    for (const opaque of unit.opaques) {
      if (full.has(opaque.id) || reported.has(opaque.id)) continue;
      found.push(neverRevealed(opaque, unit));
      reported.add(opaque.id);
    }
  }
  return found;
}

/** Circles that no unit sees as a whole; reported once, at the revelation in the first of their types. */
function revealedInACircle(
  type: string,
  full: ReadonlyMap<string, readonly Revealed[]>,
  order: readonly string[],
): Diagnostic[] {
  const circle: Revealed[] = [];
  let next: string | undefined = type;
  do {
    const fact: Revealed | undefined = full.get(next)?.[0];
    if (fact === undefined) return [];
    circle.push(fact);
    next = fact.above;
    // Another type's circle, which this one only leads into.
    if (next === undefined || circle.length > full.size) return [];
  } while (next !== type);
  const [first, ...others] = circle;
  if (others.some((fact) => order.indexOf(fact.opaque) < order.indexOf(type))) return [];
  return [
    {
      code: 'M3102',
      severity: 'error',
      message: `${first!.fullName} is revealed to be a subtype of itself, through ${others.map((f) => f.fullName).join(', ')}`,
      span: first!.span,
      related: others.map((fact) => ({ span: fact.span, message: `${fact.fullName} is revealed here` })),
    },
  ];
}

/** Two revelations in one unit have been reported there. */
function revealedTwice(facts: readonly Revealed[]): Diagnostic[] {
  const first = facts[0]!;
  return facts
    .filter((fact) => fact.unit !== first.unit)
    .map((fact) => ({
      code: 'M3202',
      severity: 'error' as const,
      message: `${fact.name} is already revealed in full by ${first.unit.kind} ${first.unit.name}`,
      span: fact.span,
      related: [{ span: first.span, message: 'the other revelation is here' }],
    }));
}

function neverRevealed({ name, span }: OpaqueFact, unit: UnitFacts): Diagnostic {
  return {
    code: 'M3206',
    severity: 'error',
    message: `no unit reveals the opaque type ${unit.name}.${name} in full`,
    span,
    hint: `Write REVEAL ${name} = BRANDED ... in a module that exports or imports ${unit.name}.`,
  };
}

// ---------------------------------------------------------------- brands

/** Within a unit, brands were compared when they were read. */
function checkBrands(own: readonly UnitFacts[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Map<string, { unit: UnitFacts; where: Related }>();
  for (const unit of own) {
    for (const { text, span } of unit.brands) {
      const other = seen.get(text);
      if (!other) seen.set(text, { unit, where: { span, message: 'the other type is here' } });
      else if (other.unit !== unit) {
        found.push({
          code: 'M3116',
          severity: 'error',
          message: `${other.unit.kind} ${other.unit.name} has another type with the brand ${JSON.stringify(text)}`,
          span,
          related: [other.where],
          hint: 'Every brand in a program must be different.',
        });
      }
    }
  }
  return found;
}
