/** One process of `npm run fuzz`: gets a campaign as JSON, answers with its results as JSON in the last line. */
import { type Campaign, run } from './campaign.ts';

const campaign = JSON.parse(process.argv[2]!) as Campaign;
const results = await run(campaign, (done) => process.stderr.write(`${done}\n`));
process.stdout.write(`${JSON.stringify(results)}\n`);
process.exit(0);
