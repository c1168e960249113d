/** A gauge of a metrics file, as the grammar that Prometheus' text format and OpenMetrics share reads it. */
export interface Sample {
  name: string
  labels: Record<string, string>
  value: number
}

const SAMPLE = /^([a-z_:][a-z0-9_:]*)(?:\{((?:[a-z_][a-z0-9_]*="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (-?\d+(?:\.\d+)?)$/
const LABEL = /([a-z_][a-z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"/g
const ESCAPES: Record<string, string> = { '\\\\': '\\', '\\"': '"', '\\n': '\n' }

/** Reads strictly what both formats allow. Throws at anything else, and where a family is torn apart or has no type. */
export function readMetrics(text: string): Sample[] {
  const lines = text.split('\n')
  if (lines.pop() !== '') throw new Error('the last line has no end')
  if (lines.pop() !== '# EOF') throw new Error('no # EOF at the end')
  const samples: Sample[] = []
  const families: string[] = []
  for (const line of lines) {
    const comment = /^# (HELP|TYPE) ([a-z_]+) (.+)$/.exec(line)
    if (comment?.[1] === 'HELP') families.push(comment[2] ?? '')
    else if (comment?.[1] === 'TYPE') {
      if (comment[2] !== families.at(-1) || comment[3] !== 'gauge') throw new Error(`a type out of place: ${line}`)
    } else {
      const [, name = '', labels = '', value] = SAMPLE.exec(line) ?? []
      if (name === '') throw new Error(`no sample: ${line}`)
      if (name !== families.at(-1)) throw new Error(`a sample out of its family: ${line}`)
      const pairs = Array.from(labels.matchAll(LABEL), ([, key = '', raw = '']) => [
        key,
        raw.replace(/\\[\\"n]/g, (sign) => ESCAPES[sign] ?? ''),
      ])
      samples.push({ name, labels: Object.fromEntries(pairs), value: Number(value) })
    }
  }
  if (new Set(families).size !== families.length) throw new Error('a family that is there twice')
  const series = samples.map(({ name, labels }) => JSON.stringify([name, labels]))
  if (new Set(series).size !== series.length) throw new Error('a series that is there twice')
  return samples
}
