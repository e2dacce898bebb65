/** The kernel's own extension and the packages of the library, compiled from `lib/` as it is, each when it is needed and once. */
import { compileKernel, compilePackage } from '../src/cli/compile.ts';
import { packageFinder } from '../src/cli/library.ts';

let core: Uint8Array | undefined;
export function coreBytes(): Uint8Array {
  core ??= compileKernel();
  return core;
}

const compiled = new Map<string, Uint8Array>();
export const packages = packageFinder((folder) => {
  const bytes = compiled.get(folder) ?? compilePackage(folder);
  compiled.set(folder, bytes);
  return bytes;
});
