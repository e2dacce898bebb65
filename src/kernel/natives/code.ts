/** Interface RTCode. */
import { type Caller, type Extension, importedCounts } from '../domain/extension.ts';
import type { SlotInfo } from '../domain/slots.ts';
import { slotName } from '../domain/slots.ts';
import type { UnitInfo } from '../domain/units.ts';
import type { Kernel } from '../kernel.ts';
import { methodSlot } from './methods.ts';
import { calling, callWithText, fault, type NativeTable, newText, plain } from './native.ts';

/** The unit that an RTCode.Module or RTCode.Interface names. */
export function unitOf(k: Kernel, ref: number): UnitInfo {
  if (ref === 0) throw fault(k, 'AttemptToDereferenceNIL');
  const unit = k.units.get(Number(k.access.readInteger(ref, 0)));
  if (!unit) throw fault(k, 'ProtectionFault', 'the unit is of a domain that was destroyed');
  return unit;
}

export function extensionOfUnit(k: Kernel, unit: UnitInfo): Extension {
  return k.extensions.get(unit.extension)!;
}

/** Whether the procedure value, or the intrinsic handler of the event that it is, is the module's. */
export function implementsProcedure(k: Kernel, module: UnitInfo, slot: number): boolean {
  const info = k.slots.info(slot);
  return (
    info !== undefined && info.domain === module.extension && info.unit === module.name && module.kind === 'module'
  );
}

/** Events for what is exported, code slots for the rest; in declaration order. */
function topLevelProcedures(k: Kernel, unit: UnitInfo): SlotInfo[] {
  const e = extensionOfUnit(k, unit);
  const imported = importedCounts(e.module).procedures;
  const bodies = new Set(e.module.units.map((u) => u.body));
  const infos = e.slots.flatMap((s, i) => (bodies.has(imported + i) ? [] : [k.slots.info(s.event || s.code)!]));
  if (unit.kind === 'module') return infos.filter((i) => i.unit === unit.name && !i.nested);
  // An event with an authority over who raises it is not given away.
  const guarded = new Set(e.authorizers.map((a) => a.event));
  return infos.filter((i) => i.interfaces.includes(unit.name) && !guarded.has(i.slot));
}

async function iterate(k: Kernel, call: Caller, unitRef: number, iterator: number): Promise<void> {
  const unit = unitOf(k, unitRef);
  if (iterator === 0) throw fault(k, 'AttemptToDereferenceNIL');
  for (const info of topLevelProcedures(k, unit)) {
    // The slot may mean another procedure by now, if the domain was destroyed meanwhile.
    if (k.slots.info(info.slot) !== info) continue;
    const apply = methodSlot(k, iterator, 'RTCode', 'Iterator', 'apply');
    const more = await callWithText(k, call, info.procedure, (name) => [apply, iterator, info.slot, name]);
    if (more === 0) return;
  }
}

export const CODE_NATIVES: NativeTable = {
  'RTCode.ModuleExportsInterface': plain((k, m, i) => {
    const [module, iface] = [unitOf(k, m), unitOf(k, i)];
    return module.extension === iface.extension && module.exports.includes(iface.name);
  }),
  'RTCode.ModuleImplementsProcedure': plain((k, m, p) => p !== 0 && implementsProcedure(k, unitOf(k, m), p)),
  'RTCode.ModuleName': plain((k, m) => newText(k, unitOf(k, m).name)),
  'RTCode.InterfaceName': plain((k, i) => newText(k, unitOf(k, i).name)),
  'RTCode.ProcedureName': plain((k, p) => {
    const info = k.slots.info(p);
    return info ? newText(k, slotName(info)) : 0;
  }),
  'RTCode.IterateOnProceduresInInterface': calling(iterate),
  'RTCode.IterateOnProceduresInModule': calling(iterate),
};
