// Loaded before the tool: counts its steps on the disk, and sends it a signal just before one of them.
import fs from 'node:fs';
import process from 'node:process';

const step = Number(process.env.SIGNAL_AT_STEP ?? 0);
let steps = 0;
for (const name of [
  'chmodSync',
  'chownSync',
  'copyFileSync',
  'linkSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmdirSync',
  'rmSync',
  'unlinkSync',
  'writeFileSync',
  'writeSync',
]) {
  const original = fs[name];
  fs[name] = (...args) => {
    steps += 1;
    if (steps === step) process.kill(process.pid, process.env.SIGNAL);
    return original.apply(fs, args);
  };
}
if (step === 0) process.on('exit', () => process.stderr.write(`${steps}`));
