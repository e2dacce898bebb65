/** What keeps code out of the kernel: code and page. A code never changes its meaning. */
export const KERNEL_CODES: Readonly<Record<string, string>> = {
  K1001:
    'the file is damaged, is no .spx file, or does not pass the verifier. Compile it again; if the compiler made it as it is, please report that.',
  K1101:
    'an imported interface is not exported by any domain that was loaded before. Load the extension that implements it first.',
  K1102: 'an interface was changed since the importing file was compiled. Compile the importing extension again.',
  K1103: 'the interface that was found lacks an item that the importing file uses.',
  K1104: 'an item of an interface has another type than the importing file says.',
  K1105: 'the authority of the interface, domain or type refused the link: its authorizer answered FALSE.',
  K1106:
    'this capability for a domain does not carry the right to do that. Rights that were given up do not come back.',
  K1107:
    'a file reveals an opaque type of an interface that it does not implement. Only the domain that exports the interface may.',
  K1108: 'a file relies on a revelation that the interface does not make.',
  K1109: 'the domain is not in the right state: not resolved, failed, destroyed, or already linked.',
  K1110: 'a table of the kernel, or the memory of the machine or domain, is full.',
  K1111: 'a procedure is marked EXTERNAL, but the kernel implements none of that name.',
  K1112: 'a domain cannot have that name: it is too long, or has characters that cannot be shown.',
  K1201: 'an opaque type is declared with another bound than its interface gives it.',
  K1202: 'a revelation disagrees with an earlier one, or does not fit the opaque type.',
  K1203: 'a type is too large to lie in memory.',
  K1204: 'an opaque type is used where its revelation is needed, and no domain has revealed it.',
  K1205: 'a chain of object types is too deep.',
  K1206: 'a packed type cannot hold its base type, or the base cannot be packed.',
  K1207: 'a type contains itself, or is its own supertype.',
  K1208: 'an override names a method that no supertype declares.',
  K1301: 'the domain has used up the memory that it may use.',
  K1302: 'there are more domains than the kernel can number.',
  K1500:
    'the code is too large for the engine that runs it: a procedure has too many locals, or the extension too many procedures.',
};
