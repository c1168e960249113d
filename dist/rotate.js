const loadBuiltin = process.getBuiltinModule ?? (await import('node:module')).createRequire(import.meta.url)
function builtin(name) {
	let loaded
	return new Proxy({}, { get: (_, property) => (loaded ??= loadBuiltin(name))[property] })
}
var __webpack_exports__ = {}
const RESET_CODES = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED'])
function errorCodeOf(error) {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
const VERSION = '2.0.0'
class MissingPart extends Error {
	name = 'MissingPart'
}
async function takePart(file, loading) {
	const part = await loading.catch((error) => {
		throw new MissingPart(
			`${file} cannot be loaded (${errorCodeOf(error) || 'without a code'}): copy the whole of dist/`,
		)
	})
	if (part.VERSION === VERSION) return part
	throw new MissingPart(`${file} is not of this version: copy the whole of dist/`)
}
const external_node_fs_namespaceObject = builtin('node:fs')
const STANDARD_STREAMS = new Set(['PipeWrap', 'TTYWrap'])
const TURNS_TO_CLOSE = 3
const MAX_END_MS = 1000
function createEnding(process, isGitHub) {
	const internalErrorExitCode = isGitHub ? 1 : 3
	process.exitCode = internalErrorExitCode
	let isEnding = false
	function finish(exitCode, turnsLeft) {
		isEnding = true
		process.exitCode = exitCode
		process.stdout.write('', () => leave(exitCode, turnsLeft))
	}
	function leave(exitCode, turnsLeft) {
		const open = process.getActiveResourcesInfo().filter((resource) => !STANDARD_STREAMS.has(resource))
		if (open.includes('GetAddrInfoReqWrap')) {
			if (process.platform !== 'win32') process.execve?.('/bin/sh', ['sh', '-c', `exit ${exitCode}`], {})
			process.exit(exitCode)
		} else if (open.length === 0) setTimeout(() => process.exit(exitCode), MAX_END_MS).unref()
		else if (turnsLeft > 0) setImmediate(() => leave(exitCode, turnsLeft - 1))
		else process.exit(exitCode)
	}
	function tellCrashOrLastWord(run, error) {
		try {
			return run.tellCrash(error)
		} catch {
			const command = isGitHub ? '::error title=The check itself failed::' : ''
			;(0, external_node_fs_namespaceObject.writeSync)(
				1,
				`${command}jira-pat-check ran into a fault of its own and proved nothing.\n`,
			)
			return internalErrorExitCode
		}
	}
	const end = (exitCode) => finish(exitCode, TURNS_TO_CLOSE)
	return {
		end,
		follow(run) {
			const crash = (error) => {
				if (isEnding) process.exit(internalErrorExitCode)
				else {
					isEnding = true
					finish(tellCrashOrLastWord(run, error), 0)
				}
			}
			process.on('uncaughtException', crash)
			process.on('unhandledRejection', crash)
			process.on('beforeExit', () => {
				if (!isEnding) crash(new Error('the check ended without a verdict'))
			})
			run.start().then((exitCode) => {
				if (!isEnding) end(exitCode)
			}, crash)
		},
	}
}
const PROGRAMS = ['check', 'watch', 'rotate']
function isGitHub({ argv, env }) {
	return (
		env['GITHUB_ACTIONS'] === 'true' &&
		Object.keys(env).some((name) => name.startsWith('INPUT_')) &&
		programOf(argv) === 'check' &&
		!argv.slice(2).some((argument) => argument.startsWith('-'))
	)
}
function programOf(argv) {
	const [, , word] = argv
	return PROGRAMS.find((program) => program === word) ?? 'check'
}
function startPart(process, part) {
	createEnding(process, isGitHub(process))
	part.catch((error) => failToLoad(process, error))
}
function failToLoad(process, error) {
	const onGitHub = isGitHub(process)
	const why = error instanceof MissingPart ? error.message : 'a fault of its own'
	const text = `jira-pat-check could not start: ${why}\n`
	if (onGitHub) process.stdout.write(`::error title=The check itself failed::${text}`)
	else process.stderr.write(text)
	createEnding(process, onGitHub).end(onGitHub ? 1 : 3)
}
startPart(
	process,
	takePart('scheduled.js', import('./scheduled.js')).then(({ rotate }) => rotate()),
)
export {}
