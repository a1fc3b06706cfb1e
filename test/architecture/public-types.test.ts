import { join, resolve, sep } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src') + sep;
const ENTRIES = ['index.ts', 'node/index.ts'];

/** Types that stand in a public signature and that no user has to name: the inside of classes, kernels, brands. */
const INNER = [
  'Arrivals',
  'CycleWalker',
  'Direction',
  'Extent',
  'FileParts',
  'Flavor',
  'InternedKeys',
  'LaneArena',
  'LedgerParts',
  'LedgerWorld',
  'LocalityKind',
  'LotRule',
  'MinorColumn',
  'NamingDecision',
  'ProtectPayersOptions',
  'Reach',
  'SearchEnd',
  'TextColumn',
  'WholeAnswer',
];

it('lets every type of a public signature be imported, but for a known few', { timeout: 120_000 }, () => {
  const read = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(read.config as unknown, ts.sys, ROOT);
  const program = ts.createProgram(
    ENTRIES.map((entry) => SRC + entry),
    options,
  );
  const checker = program.getTypeChecker();
  const plain = (symbol: ts.Symbol): ts.Symbol =>
    (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const exported = new Set(
    ENTRIES.flatMap((entry) => {
      const file = checker.getSymbolAtLocation(program.getSourceFile(SRC + entry)!)!;
      return checker.getExportsOfModule(file).map(plain);
    }),
  );
  const forgotten = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isInside = ts.isBlock(node) || (ts.isPropertyDeclaration(node) && ts.isPrivateIdentifier(node.name));
    if (isInside) return;
    if (ts.isTypeReferenceNode(node)) {
      const name = checker.getSymbolAtLocation(node.typeName);
      const symbol = name === undefined ? undefined : plain(name);
      const isOurs = resolve(symbol?.declarations?.[0]?.getSourceFile().fileName ?? '').startsWith(SRC);
      const isParameter = ((symbol?.flags ?? 0) & ts.SymbolFlags.TypeParameter) !== 0;
      if (symbol !== undefined && isOurs && !isParameter && !exported.has(symbol)) forgotten.add(symbol.name);
    }
    ts.forEachChild(node, visit);
  };
  expect(exported.size).toBeGreaterThan(100);
  for (const symbol of exported) symbol.declarations?.forEach(visit);
  expect([...forgotten].sort()).toEqual(INNER);
});
