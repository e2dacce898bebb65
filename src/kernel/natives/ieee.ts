/** Interface IEEE. */
import { fault, type NativeTable, plain, readText } from './native.ts';
import { DECIMAL, nearestFloat32 } from './nearest.ts';

const view = new DataView(new ArrayBuffer(8));

export const IEEE_NATIVES: NativeTable = {
  'IEEE.BitsOfReal': plain((_, x) => {
    view.setFloat32(0, x);
    return Number.isNaN(x) ? 0x7fc0_0000n : BigInt(view.getUint32(0));
  }),
  'IEEE.BitsOfLongReal': plain((_, x) => {
    view.setFloat64(0, x);
    return Number.isNaN(x) ? 0x7ff8_0000_0000_0000n : view.getBigInt64(0);
  }),
  'IEEE.RealOfBits': plain((_, bits) => {
    view.setUint32(0, Number(BigInt.asUintN(32, bits)));
    return view.getFloat32(0);
  }),
  'IEEE.LongRealOfBits': plain((_, bits) => {
    view.setBigInt64(0, bits);
    return view.getFloat64(0);
  }),
  'IEEE.ParseReal': plain((k, t) => nearestFloat32(decimalOf(k, t))),
  'IEEE.ParseLongReal': plain((k, t) => Number(decimalOf(k, t))),
};

function decimalOf(k: Parameters<typeof readText>[0], t: number): string {
  const text = readText(k, t);
  if (!DECIMAL.test(text)) throw fault(k, 'ValueOutOfRange', `"${text.slice(0, 40)}" is no decimal number`);
  return text;
}
