/**
 * `npm run bench`, or `npm run bench -- dispatch` for a part: measurements. `--json` gives them to a program; `--hour` lets the collector churn for an hour of the clock. Machines are noisy, so read the ratios, and minimum, median and maximum.
 */
import { parseArgs } from 'node:util';
import { PROGRAMS, type Program } from './code/programs.ts';
import { code } from './code/suite.ts';
import { collector } from './collector/suite.ts';
import { compiler } from './compiler.ts';
import { dispatch } from './dispatch.ts';
import { events } from './events.ts';
import { strands } from './kernel.ts';
import { library } from './library.ts';
import { loading } from './loading.ts';
import { peers } from './peers.ts';
import { quotas } from './quotas.ts';
import { JsonReport, machine, type Report, TextReport } from './report.ts';
import { strandPeers } from './strands/peers.ts';
import { tools } from './tools/suite.ts';

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, programs: { type: 'string' }, hour: { type: 'boolean' } },
});

/** Wrong usage. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

function chosenPrograms(names: string | undefined): readonly Program[] {
  if (names === undefined) return PROGRAMS;
  return names.split(',').map((name) => {
    const program = PROGRAMS.find((p) => p.folder === name);
    return program ?? refuse(`no program ${name}; there are ${PROGRAMS.map((p) => p.folder).join(', ')}`);
  });
}

const programs = chosenPrograms(values.programs);
const PARTS: Readonly<Record<string, (report: Report) => void | Promise<void>>> = {
  code: (report) => code(report, programs),
  events,
  peers,
  dispatch,
  strands,
  threads: strandPeers,
  collector: (report) => collector(report, values.hour ?? false),
  quotas,
  tools,
  library,
  loading,
  compiler,
};
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) refuse(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
const parts = wanted.length > 0 ? wanted : Object.keys(PARTS);

if (values.json) {
  const reports: Record<string, JsonReport> = {};
  for (const name of parts) await PARTS[name]!((reports[name] = new JsonReport()));
  console.log(JSON.stringify({ machine: machine(), parts: reports }, null, 2));
} else {
  const { node, platform, processor, cores, load } = machine();
  console.log(
    `Node.js ${node}, ${platform}, ${cores} cores (${processor}), load ${load.map((l) => l.toFixed(1)).join(' ')}`,
  );
  for (const name of parts) await PARTS[name]!(new TextReport(console.log));
}
