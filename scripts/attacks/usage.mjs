// Preloaded into a process that is attacked: writes what it has used to the file that ATTACK_USAGE names when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const seconds = (userCPUTime + systemCPUTime) / 1e6;
  writeFileSync(process.env['ATTACK_USAGE'], JSON.stringify({ seconds, megabytes: maxRSS / 1024 }));
});
