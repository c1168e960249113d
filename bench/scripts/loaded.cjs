// Preloaded: writes which files a process has loaded, as JSON, to file descriptor 3 when it ends.
const { writeSync } = require('node:fs')
const { registerHooks } = require('node:module')

const urls = []
registerHooks({
  load(url, context, nextLoad) {
    urls.push(url)
    return nextLoad(url, context)
  },
})
process.on('exit', () => writeSync(3, JSON.stringify(urls)))
