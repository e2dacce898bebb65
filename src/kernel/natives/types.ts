/** Interface RTType: what is known of reference types at run time, by typecode. */
import { T } from '../../bytecode/types.ts';
import type { Kernel } from '../kernel.ts';
import { above, isReference, isSubtype, resolved } from '../types/relations.ts';
import type { RuntimeType } from '../types/runtime-type.ts';
import { fault, type NativeTable, newText, plain } from './native.ts';

/** TYPECODE has numbers of their own for NULL and TEXT; see `codegen/ops/reference.ts`. */
function typeOf(k: Kernel, typecode: bigint): RuntimeType {
  const special = typecode === 0n ? T.NULL : typecode === 1n ? T.TEXT : undefined;
  const type = special === undefined ? k.types.byTypecode(Number(typecode)) : k.types.builtins[special];
  if (!type || !isReference(type)) throw fault(k, 'ValueOutOfRange', `${typecode} is no typecode of a reference type`);
  return type;
}

function typecodeOf(k: Kernel, type: RuntimeType): bigint {
  if (type === k.types.builtins[T.NULL]) return 0n;
  return type === k.types.builtins[T.TEXT] ? 1n : BigInt(type.id);
}

/** What stands for no type. */
const NO_SUCH_TYPE = 2n ** 63n - 1n;

export const TYPE_NATIVES: NativeTable = {
  'RTType.MaxTypecode': plain((k) => BigInt(k.types.count)),
  'RTType.IsSubtype': plain((k, a, b) => isSubtype(typeOf(k, a), typeOf(k, b))),
  'RTType.Supertype': plain((k, typecode) => {
    const type = resolved(typeOf(k, typecode));
    const parent = type.kind === 'object' ? above(type) : undefined;
    return parent ? typecodeOf(k, resolved(parent)) : NO_SUCH_TYPE;
  }),
  'RTType.IsTraced': plain((k, typecode) => typeOf(k, typecode) !== undefined),
  'RTType.GetNDimensions': plain((k, typecode) => {
    const type = resolved(typeOf(k, typecode));
    let dimensions = 0n;
    let target = type.kind === 'ref' ? type.target : undefined;
    for (; target?.kind === 'openarray'; target = target.element) dimensions++;
    return dimensions;
  }),
  'RTType.Name': plain((k, typecode) => newText(k, k.types.publicName(resolved(typeOf(k, typecode))))),
};
