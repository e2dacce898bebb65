/**
 * Calling methods of objects from TypeScript: where an object's own method lies.
 */
import type { Kernel } from '../kernel.ts';
import { ancestry, resolved } from '../types/relations.ts';
import type { RuntimeType } from '../types/runtime-type.ts';
import { fault } from './native.ts';

/** Type `Interface.Name` of a core interface. */
export function coreType(k: Kernel, interfaceName: string, name: string): RuntimeType {
  const core = k.core;
  const declared = core?.exports.get(interfaceName)?.types.find((t) => t.name === name);
  const type = declared && core?.linked?.types[declared.type];
  if (!type) throw new Error(`the kernel has no type ${interfaceName}.${name}`);
  return type;
}

/** Table slot of the method of this very object. The object's type is a subtype of that core type. NIL, and a method that has no procedure, are checked run-time errors. */
export function methodSlot(k: Kernel, object: number, interfaceName: string, typeName: string, method: string): number {
  if (object === 0) throw fault(k, 'AttemptToDereferenceNIL');
  for (const t of ancestry(resolved(coreType(k, interfaceName, typeName)))) {
    const index = t.methods.findIndex((m) => m.name === method);
    if (index < 0) continue;
    const slot = k.access.readRef(k.access.descriptorOf(object), k.layouts.methodSlotOffset(t, index));
    if (slot === 0) throw fault(k, 'AttemptToDereferenceNIL', `method ${method} of ${typeName} has no procedure`);
    return slot;
  }
  throw new Error(`${interfaceName}.${typeName} has no method ${method}`);
}
