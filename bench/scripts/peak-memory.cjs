// Preloaded: writes the peak memory of the process, in bytes, to file descriptor 3 when it ends.
const { existsSync, readFileSync, writeSync } = require('node:fs')

process.on('exit', () => writeSync(3, String(peakMemoryKiB() * 1024)))

function peakMemoryKiB() {
  // On Linux ru_maxrss is inherited: it begins at the size of the process that started this one.
  const status = '/proc/self/status'
  const [, peak] = (existsSync(status) && /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, 'utf8'))) || []
  return peak === undefined ? process.resourceUsage().maxRSS : Number(peak)
}
