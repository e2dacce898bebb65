/**
 * Names of an interface that has syntax errors: the checker lets its importers use any name, and knows none. What people ask about is where the name is
 * declared, as far as the interface can be read.
 */
import { isErrorEntity } from '../../types/builtins.ts';
import type { Used } from '../../types/model.ts';
import type { Name } from './names.ts';
import type { World } from './related.ts';

/** The same name with the meaning that the broken interface gives it, if it does. */
export function withBrokenInterfaces(world: World, path: string, name: Name): Name {
  const { used, span } = name;
  if (!('kind' in used) || used.kind === 'element' || !isErrorEntity(used)) return name;
  const text = world.workspace.text(path)!.slice(span.start, span.end);
  const file = qualifier(world, path, span.start) ?? importedFrom(world, path, text);
  const found = file && world.names.of(file).find((n) => n.role === 'declaration' && isMember(n.used, text));
  return found ? { ...name, used: found.used } : name;
}

const isMember = (used: Used, name: string): boolean =>
  used.name === name &&
  'kind' in used &&
  used.kind !== 'element' &&
  (used.kind !== 'variable' || used.role === 'global');

/** The file of the interface whose name stands before the dot. */
function qualifier({ names, workspace }: World, path: string, start: number): string | undefined {
  const before = /\.\s*$/.exec(workspace.text(path)!.slice(0, start));
  const unit = before && names.at(path, before.index)?.used;
  return unit && 'kind' in unit && unit.kind === 'unit' ? unit.span.file : undefined;
}

function importedFrom({ analysis, workspace }: World, path: string, name: string): string | undefined {
  for (const clause of analysis.parse(path)?.unit.imports ?? [])
    if (clause.$type === 'FromImport' && clause.names.some((n) => n.name === name))
      return workspace.interfaceFile(clause.unit, path);
  return undefined;
}
