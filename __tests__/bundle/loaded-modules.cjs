// Preloaded: writes the modules of Node that a process has loaded to standard error when it ends.
const { writeSync } = require('node:fs')

process.on('exit', () => writeSync(2, process.moduleLoadList.join('\n')))
