/**
 * What the tools' libraries use of the language and Node.js 20 does not have yet. The compiler and the language server run there, too; only the machine needs more.
 */
type Groups = Partial<Record<PropertyKey, unknown[]>>;

if (!('groupBy' in (Object as object))) {
  Object.defineProperty(Object, 'groupBy', {
    value: (items: Iterable<unknown>, key: (item: unknown, index: number) => PropertyKey): Groups => {
      const groups: Groups = Object.create(null);
      let index = 0;
      for (const item of items) {
        const k = key(item, index++);
        const group = groups[k];
        if (group) group.push(item);
        else groups[k] = [item];
      }
      return groups;
    },
    writable: true,
    configurable: true,
  });
}
