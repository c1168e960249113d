import { createRequire as __WEBPACK_EXTERNAL_createRequire } from 'module'
const loadBuiltin = process.getBuiltinModule ?? __WEBPACK_EXTERNAL_createRequire(import.meta.url)
function builtin(name) {
	let loaded
	return new Proxy({}, { get: (_, property) => (loaded ??= loadBuiltin(name))[property] })
}
var __webpack_modules__ = {
	598: (module) => {
		module.exports = loadBuiltin('node:crypto')
	},
	610: (module) => {
		module.exports = loadBuiltin('node:dns')
	},
	161: (module) => {
		module.exports = loadBuiltin('node:os')
	},
	522: (module) => {
		module.exports = loadBuiltin('node:zlib')
	},
	526: (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, {
			seal: () => seal,
		})
		var external_node_crypto_ = __nccwpck_require__(598)
		function aarray(item, title, inner = () => {}) {
			if (!Array.isArray(item)) throw new TypeError(`"${title}" expected array, got type=${typeof item}`)
			for (let i = 0; i < item.length; i++) inner(item[i], `${title}[${i}]`)
			return item
		}
		function isBytes(a) {
			return (
				a instanceof Uint8Array ||
				(ArrayBuffer.isView(a) &&
					a.constructor.name === 'Uint8Array' &&
					'BYTES_PER_ELEMENT' in a &&
					a.BYTES_PER_ELEMENT === 1)
			)
		}
		const atitle = (title) => (title ? `"${title}" ` : '')
		function abool(value, title = '') {
			if (typeof value !== 'boolean') throw new TypeError(atitle(title) + 'expected boolean, got type=' + typeof value)
			return value
		}
		function utils_anumber(n, title = '') {
			if (typeof n !== 'number') throw new TypeError(atitle(title) + 'expected number, got ' + typeof n)
			if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(atitle(title) + 'expected integer >= 0, got ' + n)
			return n
		}
		function utils_abytes(value, length, title = '') {
			if (isBytes(value) && (length === undefined || value.length === length)) return value
			if (length !== undefined) utils_anumber(length, 'length')
			const bytes = isBytes(value)
			const ofLen = length !== undefined ? ` of length ${length}` : ''
			const got = bytes ? `length=${value.length}` : `type=${typeof value}`
			const message = atitle(title) + 'expected Uint8Array' + ofLen + ', got ' + got
			if (!bytes) throw new TypeError(message)
			throw new RangeError(message)
		}
		const aobject = (value, label) => {
			if (value === null || typeof value !== 'object' || Array.isArray(value))
				throw new TypeError(
					label === 'object' ? 'expected valid options object' : `"${label}" expected object, got type=${typeof value}`,
				)
		}
		function utils_aexists(instance, checkFinished = true) {
			if (instance.destroyed) throw new Error('hash was destroyed')
			if (checkFinished && instance.finished) throw new Error('digest() was already called')
		}
		function utils_aoutput(out, instance) {
			utils_abytes(out, undefined, 'output')
			const min = instance.outputLen
			if (!(out.length >= min)) {
				throw new RangeError('"output" expected length >= ' + min)
			}
		}
		function aoutput32(out, instance) {
			utils_aoutput(out, instance)
			if (!isAligned32(out)) throw new Error('invalid output, must be aligned')
		}
		function u8(arr) {
			return new Uint8Array(arr.buffer, arr.byteOffset, arr.byteLength)
		}
		function u32(arr) {
			return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4))
		}
		function clean(...arrays) {
			for (let i = 0; i < arrays.length; i++) {
				arrays[i].fill(0)
			}
		}
		function utils_createView(arr) {
			return new DataView(arr.buffer, arr.byteOffset, arr.byteLength)
		}
		const isLE = (() => new Uint8Array(new Uint32Array([0x11223344]).buffer)[0] === 0x44)()
		function byteSwap(word) {
			return ((word << 24) & 0xff000000) | ((word << 8) & 0xff0000) | ((word >>> 8) & 0xff00) | ((word >>> 24) & 0xff)
		}
		const swap8IfBE = null && (isLE ? (n) => n : (n) => byteSwap(n) >>> 0)
		function byteSwap32(arr) {
			for (let i = 0; i < arr.length; i++) {
				arr[i] = byteSwap(arr[i])
			}
			return arr
		}
		const swap32IfBE = isLE ? (u) => u : byteSwap32
		const hasHexBuiltin =
			null && (() => typeof Uint8Array.from([]).toHex === 'function' && typeof Uint8Array.fromHex === 'function')()
		const hexes = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))
		function bytesToHex(bytes) {
			utils_abytes(bytes)
			if (hasHexBuiltin) return bytes.toHex()
			let hex = ''
			for (let i = 0; i < bytes.length; i++) {
				hex += hexes[bytes[i]]
			}
			return hex
		}
		function asciiToBase16(ch) {
			return ch >= 48 && ch <= 57
				? ch - 48
				: ch >= 65 && ch <= 70
					? ch - (65 - 10)
					: ch >= 97 && ch <= 102
						? ch - (97 - 10)
						: undefined
		}
		function hexToBytes(hex) {
			if (typeof hex !== 'string') throw new TypeError('hex string expected, got ' + typeof hex)
			if (hasHexBuiltin) {
				try {
					return Uint8Array.fromHex(hex)
				} catch (error) {
					if (error instanceof SyntaxError) throw new RangeError(error.message)
					throw error
				}
			}
			const hl = hex.length
			const al = hl / 2
			if (hl % 2) throw new RangeError('hex string expected, got unpadded hex of length ' + hl)
			const array = new Uint8Array(al)
			for (let ai = 0, hi = 0; ai < al; ai++, hi += 2) {
				const n1 = asciiToBase16(hex.charCodeAt(hi))
				const n2 = asciiToBase16(hex.charCodeAt(hi + 1))
				if (n1 === undefined || n2 === undefined) {
					const char = hex[hi] + hex[hi + 1]
					throw new RangeError('hex string expected, got non-hex character "' + char + '" at index ' + hi)
				}
				array[ai] = n1 * 16 + n2
			}
			return array
		}
		const _0n = null && BigInt(0)
		function hexToNumber(hex) {
			if (typeof hex !== 'string') throw new TypeError('hex string expected, got ' + typeof hex)
			return hex === '' ? _0n : BigInt('0x' + hex)
		}
		function bytesToNumberBE(bytes) {
			return hexToNumber(bytesToHex(bytes))
		}
		function abignumber(n) {
			if (typeof n === 'bigint') {
				if (!(_0n <= n)) throw new RangeError('positive bigint expected, got ' + n)
			} else utils_anumber(n)
			return n
		}
		function numberToBytesBE(n, len) {
			utils_anumber(len)
			if (len === 0) throw new Error('zero output length is invalid')
			n = abignumber(n)
			const expectedLen = len * 2
			const hex = n.toString(16)
			if (hex.length > expectedLen) throw new RangeError('number is too large')
			return hexToBytes(hex.padStart(expectedLen, '0'))
		}
		function utf8ToBytes(str) {
			if (typeof str !== 'string') throw new TypeError('string expected')
			return new Uint8Array(new TextEncoder().encode(str))
		}
		function bytesToUtf8(bytes) {
			return new TextDecoder().decode(bytes)
		}
		function overlapBytes(a, b) {
			if (!a.byteLength || !b.byteLength) return false
			return (
				a.buffer === b.buffer &&
				a.byteOffset < b.byteOffset + b.byteLength &&
				b.byteOffset < a.byteOffset + a.byteLength
			)
		}
		function complexOverlapBytes(input, output) {
			if (overlapBytes(input, output) && input.byteOffset < output.byteOffset)
				throw new Error('complex overlap of input and output is not supported')
		}
		function concatBytes(...arrays) {
			let sum = 0
			for (let i = 0; i < arrays.length; i++) {
				const a = arrays[i]
				utils_abytes(a)
				sum += a.length
			}
			const res = new Uint8Array(sum)
			for (let i = 0, pad = 0; i < arrays.length; i++) {
				const a = arrays[i]
				res.set(a, pad)
				pad += a.length
			}
			return res
		}
		function checkOpts(defaults, opts) {
			aobject(defaults, 'defaults')
			aobject(opts, 'opts')
			const merged = Object.assign(defaults, opts)
			return merged
		}
		function equalBytes(a, b) {
			a = utils_abytes(a)
			b = utils_abytes(b)
			if (a.length !== b.length) return false
			let diff = 0
			for (let i = 0; i < a.length; i++) diff |= a[i] ^ b[i]
			return diff === 0
		}
		function wrapMacConstructor(keyLen, macCons, fromMsg) {
			const mac = macCons
			const getArgs = fromMsg || (() => [])
			const macC = (msg, key) =>
				mac(key, ...getArgs(msg))
					.update(msg)
					.digest()
			const tmp = mac(new Uint8Array(keyLen), ...getArgs(new Uint8Array(0)))
			macC.outputLen = tmp.outputLen
			macC.blockLen = tmp.blockLen
			macC.create = (key, ...args) => mac(key, ...args)
			return macC
		}
		const wrapCipher = (params, constructor) => {
			function wrappedCipher(key, ...args) {
				utils_abytes(key, undefined, 'key')
				if (params.nonceLength !== undefined) {
					const nonce = args[0]
					utils_abytes(nonce, params.varSizeNonce ? undefined : params.nonceLength, 'nonce')
				}
				const tagl = params.tagLength
				const aadStart = params.nonceLength !== undefined ? 1 : 0
				if (!params.withAAD) {
					for (let i = aadStart; i < args.length; i++) if (isBytes(args[i])) throw new Error('AAD not supported')
				}
				if (params.withAAD && args[aadStart] !== undefined) utils_abytes(args[aadStart], undefined, 'AAD')
				const cipher = constructor(key, ...args)
				const checkOutput = (fnLength, output) => {
					if (output !== undefined) {
						if (fnLength !== 2) throw new Error('cipher output not supported')
						utils_abytes(output, undefined, 'output')
					}
				}
				let called = false
				const wrCipher = {
					encrypt(data, output) {
						if (called) throw new Error('cannot encrypt() twice with same key + nonce')
						called = true
						utils_abytes(data, undefined, 'data')
						checkOutput(cipher.encrypt.length, output)
						return cipher.encrypt(data, output)
					},
					decrypt(data, output) {
						utils_abytes(data, undefined, 'data')
						if (tagl && data.length < tagl) throw new Error('"ciphertext" expected length >= tagLength=' + tagl)
						checkOutput(cipher.decrypt.length, output)
						return cipher.decrypt(data, output)
					},
				}
				return wrCipher
			}
			Object.assign(wrappedCipher, params)
			return wrappedCipher
		}
		function getOutput(expectedLength, out, onlyAligned = true) {
			if (out === undefined) return new Uint8Array(expectedLength)
			utils_abytes(out, expectedLength, 'output')
			if (onlyAligned && !isAligned32(out)) throw new Error('invalid output, must be aligned')
			return out
		}
		function u64Lengths(dataLength, aadLength, isLE) {
			utils_anumber(dataLength)
			utils_anumber(aadLength)
			abool(isLE)
			const num = new Uint8Array(16)
			const view = utils_createView(num)
			view.setBigUint64(0, BigInt(aadLength), isLE)
			view.setBigUint64(8, BigInt(dataLength), isLE)
			return num
		}
		function isAligned32(bytes) {
			return bytes.byteOffset % 4 === 0
		}
		function copyBytes(bytes) {
			return Uint8Array.from(utils_abytes(bytes))
		}
		function utils_randomBytes(bytesLength = 32) {
			utils_anumber(bytesLength, 'bytesLength')
			const cr = typeof globalThis === 'object' ? globalThis.crypto : null
			if (typeof cr?.getRandomValues !== 'function') throw new Error('crypto.getRandomValues must be defined')
			if (bytesLength > 65536) throw new RangeError(`"bytesLength" expected <= 65536, got ${bytesLength}`)
			return cr.getRandomValues(new Uint8Array(bytesLength))
		}
		function managedNonce(fn, randomBytes_ = utils_randomBytes) {
			if (typeof fn !== 'function') throw new TypeError('"fn" expected cipher constructor, got type=' + typeof fn)
			if (typeof randomBytes_ !== 'function')
				throw new TypeError('"randomBytes_" expected function, got type=' + typeof randomBytes_)
			const { nonceLength } = fn
			utils_anumber(nonceLength, 'fn.nonceLength')
			const addNonce = (nonce, ciphertext, plaintext) => {
				const out = concatBytes(nonce, ciphertext)
				if (!overlapBytes(plaintext, ciphertext)) ciphertext.fill(0)
				return out
			}
			const res = (key, ...args) => ({
				encrypt(plaintext) {
					utils_abytes(plaintext, undefined, 'data')
					const nonce = randomBytes_(nonceLength)
					const encrypted = fn(key, nonce, ...args).encrypt(plaintext)
					if (encrypted instanceof Promise) return encrypted.then((ct) => addNonce(nonce, ct, plaintext))
					return addNonce(nonce, encrypted, plaintext)
				},
				decrypt(ciphertext) {
					utils_abytes(ciphertext, undefined, 'data')
					const nonce = ciphertext.subarray(0, nonceLength)
					const decrypted = ciphertext.subarray(nonceLength)
					return fn(key, nonce, ...args).decrypt(decrypted)
				},
			})
			if ('blockSize' in fn) res.blockSize = fn.blockSize
			if ('tagLength' in fn) res.tagLength = fn.tagLength
			if ('withAAD' in fn) res.withAAD = fn.withAAD
			return res
		}
		const encodeStr = (str) => Uint8Array.from(str.split(''), (c) => c.charCodeAt(0))
		const sigma16_32 = (() => swap32IfBE(u32(encodeStr('expand 16-byte k'))))()
		const sigma32_32 = (() => swap32IfBE(u32(encodeStr('expand 32-byte k'))))()
		function rotl(a, b) {
			return (a << b) | (a >>> (32 - b))
		}
		const BLOCK_LEN = 64
		const BLOCK_LEN32 = 16
		const MAX_COUNTER = (() => 2 ** 32 - 1)()
		const U32_EMPTY = Uint32Array.of()
		function runCipher(core, sigma, key, nonce, data, output, counter, rounds) {
			const len = data.length
			const block = new Uint8Array(BLOCK_LEN)
			const b32 = u32(block)
			const isAligned = isLE && isAligned32(data) && isAligned32(output)
			const d32 = isAligned ? u32(data) : U32_EMPTY
			const o32 = isAligned ? u32(output) : U32_EMPTY
			if (!isLE) {
				for (let pos = 0; pos < len; counter++) {
					core(sigma, key, nonce, b32, counter, rounds)
					swap32IfBE(b32)
					if (counter >= MAX_COUNTER) throw new Error('arx: counter overflow')
					const take = Math.min(BLOCK_LEN, len - pos)
					for (let j = 0, posj; j < take; j++) {
						posj = pos + j
						output[posj] = data[posj] ^ block[j]
					}
					pos += take
				}
				return
			}
			for (let pos = 0; pos < len; counter++) {
				core(sigma, key, nonce, b32, counter, rounds)
				if (counter >= MAX_COUNTER) throw new Error('arx: counter overflow')
				const take = Math.min(BLOCK_LEN, len - pos)
				if (isAligned && take === BLOCK_LEN) {
					const pos32 = pos / 4
					if (pos % 4 !== 0) throw new Error('arx: invalid block position')
					for (let j = 0, posj; j < BLOCK_LEN32; j++) {
						posj = pos32 + j
						o32[posj] = d32[posj] ^ b32[j]
					}
					pos += BLOCK_LEN
					continue
				}
				for (let j = 0, posj; j < take; j++) {
					posj = pos + j
					output[posj] = data[posj] ^ block[j]
				}
				pos += take
			}
		}
		function createCipher(core, opts) {
			const { allowShortKeys, extendNonceFn, counterLength, counterRight, rounds } = checkOpts(
				{ allowShortKeys: false, counterLength: 8, counterRight: false, rounds: 20 },
				opts,
			)
			if (typeof core !== 'function') throw new Error('core must be a function')
			utils_anumber(counterLength)
			utils_anumber(rounds)
			abool(counterRight)
			abool(allowShortKeys)
			return (key, nonce, data, output, counter = 0) => {
				utils_abytes(key, undefined, 'key')
				utils_abytes(nonce, undefined, 'nonce')
				utils_abytes(data, undefined, 'data')
				const len = data.length
				const hasOutput = output !== undefined
				output = getOutput(len, output, false)
				if (hasOutput) complexOverlapBytes(data, output)
				utils_anumber(counter)
				if (counter < 0 || counter >= MAX_COUNTER) throw new Error('arx: counter overflow')
				const toClean = []
				let l = key.length
				let k
				let sigma
				if (l === 32) {
					toClean.push((k = copyBytes(key)))
					sigma = sigma32_32
				} else if (l === 16 && allowShortKeys) {
					k = new Uint8Array(32)
					k.set(key)
					k.set(key, 16)
					sigma = sigma16_32
					toClean.push(k)
				} else {
					utils_abytes(key, 32, 'arx key')
					throw new Error('invalid key size')
				}
				if (!isLE || !isAligned32(nonce)) toClean.push((nonce = copyBytes(nonce)))
				let k32 = u32(k)
				if (extendNonceFn) {
					if (nonce.length !== 24) throw new Error('arx: extended nonce must be 24 bytes')
					const n16 = nonce.subarray(0, 16)
					if (isLE) extendNonceFn(sigma, k32, u32(n16), k32)
					else {
						const sigmaRaw = swap32IfBE(Uint32Array.from(sigma))
						extendNonceFn(sigmaRaw, k32, u32(n16), k32)
						clean(sigmaRaw)
						swap32IfBE(k32)
					}
					nonce = nonce.subarray(16)
				} else if (!isLE) swap32IfBE(k32)
				const nonceNcLen = 16 - counterLength
				if (nonceNcLen !== nonce.length) throw new Error(`arx: nonce must be ${nonceNcLen} or 16 bytes`)
				if (nonceNcLen !== 12) {
					const nc = new Uint8Array(12)
					nc.set(nonce, counterRight ? 0 : 12 - nonce.length)
					nonce = nc
					toClean.push(nonce)
				}
				const n32 = swap32IfBE(u32(nonce))
				try {
					runCipher(core, sigma, k32, n32, data, output, counter, rounds)
					return output
				} finally {
					clean(...toClean)
				}
			}
		}
		class _XorStreamPRG {
			blockLen
			keyLen
			nonceLen
			state
			buf
			key
			nonce
			pos
			ctr
			cipher
			destroyed = false
			constructor(cipher, blockLen, keyLen, nonceLen, seed) {
				this.cipher = cipher
				this.blockLen = blockLen
				this.keyLen = keyLen
				this.nonceLen = nonceLen
				this.state = new Uint8Array(this.keyLen + this.nonceLen)
				this.reseed(seed)
				this.ctr = 0
				this.pos = this.blockLen
				this.buf = new Uint8Array(this.blockLen)
				this.key = this.state.subarray(0, this.keyLen)
				this.nonce = this.state.subarray(this.keyLen)
			}
			reseed(seed) {
				abytes(seed, undefined, 'seed')
				if (!seed || seed.length === 0) throw new Error('entropy required')
				for (let i = 0; i < seed.length; i++) this.state[i % this.state.length] ^= seed[i]
				this.ctr = 0
				this.pos = this.blockLen
			}
			addEntropy(seed) {
				if (this.destroyed) throw new Error('cannot use destroyed PRG')
				abytes(seed, undefined, 'seed')
				if (seed.length === 0) throw new Error('entropy required')
				this.state.set(this.randomBytes(this.state.length))
				this.reseed(seed)
			}
			randomBytes(len) {
				if (this.destroyed) throw new Error('cannot use destroyed PRG')
				anumber(len)
				if (len === 0) return new Uint8Array(0)
				const avail = this.pos < this.blockLen ? this.blockLen - this.pos : 0
				const blocks = Math.ceil(Math.max(0, len - avail) / this.blockLen)
				if (blocks > 0 && this.ctr > MAX_COUNTER - blocks) throw new Error('arx: counter overflow')
				const out = new Uint8Array(len)
				let outPos = 0
				if (this.pos < this.blockLen) {
					const take = Math.min(len, this.blockLen - this.pos)
					out.set(this.buf.subarray(this.pos, this.pos + take), 0)
					this.pos += take
					outPos += take
					if (outPos === len) return out
				}
				const full = Math.floor((len - outPos) / this.blockLen)
				if (full > 0) {
					const blockBytes = full * this.blockLen
					const b = out.subarray(outPos, outPos + blockBytes)
					this.cipher(this.key, this.nonce, b, b, this.ctr)
					this.ctr += full
					outPos += blockBytes
				}
				const left = len - outPos
				if (left > 0) {
					this.buf.fill(0)
					this.cipher(this.key, this.nonce, this.buf, this.buf, this.ctr++)
					out.set(this.buf.subarray(0, left), outPos)
					this.pos = left
				}
				return out
			}
			clone() {
				if (this.destroyed) throw new Error('cannot use destroyed PRG')
				return new _XorStreamPRG(
					this.cipher,
					this.blockLen,
					this.keyLen,
					this.nonceLen,
					this.randomBytes(this.state.length),
				)
			}
			clean() {
				this.pos = 0
				this.ctr = 0
				this.buf.fill(0)
				this.state.fill(0)
				this.destroyed = true
			}
		}
		const createPRG = (cipher, blockLen, keyLen, nonceLen) => {
			return (seed = randomBytes(32)) => new _XorStreamPRG(cipher, blockLen, keyLen, nonceLen, seed)
		}
		function u8to16(a, i) {
			return (a[i++] & 0xff) | ((a[i++] & 0xff) << 8)
		}
		class Poly1305 {
			blockLen = 16
			outputLen = 16
			buffer = new Uint8Array(16)
			r = new Uint16Array(10)
			h = new Uint16Array(10)
			pad = new Uint16Array(8)
			pos = 0
			finished = false
			destroyed = false
			constructor(key) {
				key = copyBytes(utils_abytes(key, 32, 'key'))
				const t0 = u8to16(key, 0)
				const t1 = u8to16(key, 2)
				const t2 = u8to16(key, 4)
				const t3 = u8to16(key, 6)
				const t4 = u8to16(key, 8)
				const t5 = u8to16(key, 10)
				const t6 = u8to16(key, 12)
				const t7 = u8to16(key, 14)
				this.r[0] = t0 & 0x1fff
				this.r[1] = ((t0 >>> 13) | (t1 << 3)) & 0x1fff
				this.r[2] = ((t1 >>> 10) | (t2 << 6)) & 0x1f03
				this.r[3] = ((t2 >>> 7) | (t3 << 9)) & 0x1fff
				this.r[4] = ((t3 >>> 4) | (t4 << 12)) & 0x00ff
				this.r[5] = (t4 >>> 1) & 0x1ffe
				this.r[6] = ((t4 >>> 14) | (t5 << 2)) & 0x1fff
				this.r[7] = ((t5 >>> 11) | (t6 << 5)) & 0x1f81
				this.r[8] = ((t6 >>> 8) | (t7 << 8)) & 0x1fff
				this.r[9] = (t7 >>> 5) & 0x007f
				for (let i = 0; i < 8; i++) this.pad[i] = u8to16(key, 16 + 2 * i)
			}
			process(data, offset, isLast = false) {
				const hibit = isLast ? 0 : 1 << 11
				const { h, r } = this
				const r0 = r[0]
				const r1 = r[1]
				const r2 = r[2]
				const r3 = r[3]
				const r4 = r[4]
				const r5 = r[5]
				const r6 = r[6]
				const r7 = r[7]
				const r8 = r[8]
				const r9 = r[9]
				const t0 = u8to16(data, offset + 0)
				const t1 = u8to16(data, offset + 2)
				const t2 = u8to16(data, offset + 4)
				const t3 = u8to16(data, offset + 6)
				const t4 = u8to16(data, offset + 8)
				const t5 = u8to16(data, offset + 10)
				const t6 = u8to16(data, offset + 12)
				const t7 = u8to16(data, offset + 14)
				let h0 = h[0] + (t0 & 0x1fff)
				let h1 = h[1] + (((t0 >>> 13) | (t1 << 3)) & 0x1fff)
				let h2 = h[2] + (((t1 >>> 10) | (t2 << 6)) & 0x1fff)
				let h3 = h[3] + (((t2 >>> 7) | (t3 << 9)) & 0x1fff)
				let h4 = h[4] + (((t3 >>> 4) | (t4 << 12)) & 0x1fff)
				let h5 = h[5] + ((t4 >>> 1) & 0x1fff)
				let h6 = h[6] + (((t4 >>> 14) | (t5 << 2)) & 0x1fff)
				let h7 = h[7] + (((t5 >>> 11) | (t6 << 5)) & 0x1fff)
				let h8 = h[8] + (((t6 >>> 8) | (t7 << 8)) & 0x1fff)
				let h9 = h[9] + ((t7 >>> 5) | hibit)
				let c = 0
				let d0 = c + h0 * r0 + h1 * (5 * r9) + h2 * (5 * r8) + h3 * (5 * r7) + h4 * (5 * r6)
				c = d0 >>> 13
				d0 &= 0x1fff
				d0 += h5 * (5 * r5) + h6 * (5 * r4) + h7 * (5 * r3) + h8 * (5 * r2) + h9 * (5 * r1)
				c += d0 >>> 13
				d0 &= 0x1fff
				let d1 = c + h0 * r1 + h1 * r0 + h2 * (5 * r9) + h3 * (5 * r8) + h4 * (5 * r7)
				c = d1 >>> 13
				d1 &= 0x1fff
				d1 += h5 * (5 * r6) + h6 * (5 * r5) + h7 * (5 * r4) + h8 * (5 * r3) + h9 * (5 * r2)
				c += d1 >>> 13
				d1 &= 0x1fff
				let d2 = c + h0 * r2 + h1 * r1 + h2 * r0 + h3 * (5 * r9) + h4 * (5 * r8)
				c = d2 >>> 13
				d2 &= 0x1fff
				d2 += h5 * (5 * r7) + h6 * (5 * r6) + h7 * (5 * r5) + h8 * (5 * r4) + h9 * (5 * r3)
				c += d2 >>> 13
				d2 &= 0x1fff
				let d3 = c + h0 * r3 + h1 * r2 + h2 * r1 + h3 * r0 + h4 * (5 * r9)
				c = d3 >>> 13
				d3 &= 0x1fff
				d3 += h5 * (5 * r8) + h6 * (5 * r7) + h7 * (5 * r6) + h8 * (5 * r5) + h9 * (5 * r4)
				c += d3 >>> 13
				d3 &= 0x1fff
				let d4 = c + h0 * r4 + h1 * r3 + h2 * r2 + h3 * r1 + h4 * r0
				c = d4 >>> 13
				d4 &= 0x1fff
				d4 += h5 * (5 * r9) + h6 * (5 * r8) + h7 * (5 * r7) + h8 * (5 * r6) + h9 * (5 * r5)
				c += d4 >>> 13
				d4 &= 0x1fff
				let d5 = c + h0 * r5 + h1 * r4 + h2 * r3 + h3 * r2 + h4 * r1
				c = d5 >>> 13
				d5 &= 0x1fff
				d5 += h5 * r0 + h6 * (5 * r9) + h7 * (5 * r8) + h8 * (5 * r7) + h9 * (5 * r6)
				c += d5 >>> 13
				d5 &= 0x1fff
				let d6 = c + h0 * r6 + h1 * r5 + h2 * r4 + h3 * r3 + h4 * r2
				c = d6 >>> 13
				d6 &= 0x1fff
				d6 += h5 * r1 + h6 * r0 + h7 * (5 * r9) + h8 * (5 * r8) + h9 * (5 * r7)
				c += d6 >>> 13
				d6 &= 0x1fff
				let d7 = c + h0 * r7 + h1 * r6 + h2 * r5 + h3 * r4 + h4 * r3
				c = d7 >>> 13
				d7 &= 0x1fff
				d7 += h5 * r2 + h6 * r1 + h7 * r0 + h8 * (5 * r9) + h9 * (5 * r8)
				c += d7 >>> 13
				d7 &= 0x1fff
				let d8 = c + h0 * r8 + h1 * r7 + h2 * r6 + h3 * r5 + h4 * r4
				c = d8 >>> 13
				d8 &= 0x1fff
				d8 += h5 * r3 + h6 * r2 + h7 * r1 + h8 * r0 + h9 * (5 * r9)
				c += d8 >>> 13
				d8 &= 0x1fff
				let d9 = c + h0 * r9 + h1 * r8 + h2 * r7 + h3 * r6 + h4 * r5
				c = d9 >>> 13
				d9 &= 0x1fff
				d9 += h5 * r4 + h6 * r3 + h7 * r2 + h8 * r1 + h9 * r0
				c += d9 >>> 13
				d9 &= 0x1fff
				c = ((c << 2) + c) | 0
				c = (c + d0) | 0
				d0 = c & 0x1fff
				c = c >>> 13
				d1 += c
				h[0] = d0
				h[1] = d1
				h[2] = d2
				h[3] = d3
				h[4] = d4
				h[5] = d5
				h[6] = d6
				h[7] = d7
				h[8] = d8
				h[9] = d9
			}
			finalize() {
				const { h, pad } = this
				const g = new Uint16Array(10)
				let c = h[1] >>> 13
				h[1] &= 0x1fff
				for (let i = 2; i < 10; i++) {
					h[i] += c
					c = h[i] >>> 13
					h[i] &= 0x1fff
				}
				h[0] += c * 5
				c = h[0] >>> 13
				h[0] &= 0x1fff
				h[1] += c
				c = h[1] >>> 13
				h[1] &= 0x1fff
				h[2] += c
				g[0] = h[0] + 5
				c = g[0] >>> 13
				g[0] &= 0x1fff
				for (let i = 1; i < 10; i++) {
					g[i] = h[i] + c
					c = g[i] >>> 13
					g[i] &= 0x1fff
				}
				g[9] -= 1 << 13
				let mask = (c ^ 1) - 1
				for (let i = 0; i < 10; i++) g[i] &= mask
				mask = ~mask
				for (let i = 0; i < 10; i++) h[i] = (h[i] & mask) | g[i]
				h[0] = (h[0] | (h[1] << 13)) & 0xffff
				h[1] = ((h[1] >>> 3) | (h[2] << 10)) & 0xffff
				h[2] = ((h[2] >>> 6) | (h[3] << 7)) & 0xffff
				h[3] = ((h[3] >>> 9) | (h[4] << 4)) & 0xffff
				h[4] = ((h[4] >>> 12) | (h[5] << 1) | (h[6] << 14)) & 0xffff
				h[5] = ((h[6] >>> 2) | (h[7] << 11)) & 0xffff
				h[6] = ((h[7] >>> 5) | (h[8] << 8)) & 0xffff
				h[7] = ((h[8] >>> 8) | (h[9] << 5)) & 0xffff
				let f = h[0] + pad[0]
				h[0] = f & 0xffff
				for (let i = 1; i < 8; i++) {
					f = (((h[i] + pad[i]) | 0) + (f >>> 16)) | 0
					h[i] = f & 0xffff
				}
				clean(g)
			}
			update(data) {
				utils_aexists(this)
				utils_abytes(data)
				data = copyBytes(data)
				const { buffer, blockLen } = this
				const len = data.length
				for (let pos = 0; pos < len; ) {
					const take = Math.min(blockLen - this.pos, len - pos)
					if (take === blockLen) {
						for (; blockLen <= len - pos; pos += blockLen) this.process(data, pos)
						continue
					}
					buffer.set(data.subarray(pos, pos + take), this.pos)
					this.pos += take
					pos += take
					if (this.pos === blockLen) {
						this.process(buffer, 0, false)
						this.pos = 0
					}
				}
				return this
			}
			destroy() {
				this.destroyed = true
				clean(this.h, this.r, this.buffer, this.pad)
			}
			digestInto(out) {
				utils_aexists(this)
				utils_aoutput(out, this)
				this.finished = true
				const { buffer, h } = this
				let { pos } = this
				if (pos) {
					buffer[pos++] = 1
					for (; pos < 16; pos++) buffer[pos] = 0
					this.process(buffer, 0, true)
				}
				this.finalize()
				let opos = 0
				for (let i = 0; i < 8; i++) {
					out[opos++] = h[i] >>> 0
					out[opos++] = h[i] >>> 8
				}
			}
			digest() {
				const { buffer, outputLen } = this
				this.digestInto(buffer)
				const res = buffer.slice(0, outputLen)
				this.destroy()
				return res
			}
		}
		const poly1305 = wrapMacConstructor(32, (key) => new Poly1305(key))
		function salsaCore(s, k, n, out, cnt, rounds = 20, cntHi = 0) {
			let y00 = s[0],
				y01 = k[0],
				y02 = k[1],
				y03 = k[2],
				y04 = k[3],
				y05 = s[1],
				y06 = n[0],
				y07 = n[1],
				y08 = cnt,
				y09 = cntHi,
				y10 = s[2],
				y11 = k[4],
				y12 = k[5],
				y13 = k[6],
				y14 = k[7],
				y15 = s[3]
			let x00 = y00,
				x01 = y01,
				x02 = y02,
				x03 = y03,
				x04 = y04,
				x05 = y05,
				x06 = y06,
				x07 = y07,
				x08 = y08,
				x09 = y09,
				x10 = y10,
				x11 = y11,
				x12 = y12,
				x13 = y13,
				x14 = y14,
				x15 = y15
			for (let r = 0; r < rounds; r += 2) {
				x04 ^= rotl((x00 + x12) | 0, 7)
				x08 ^= rotl((x04 + x00) | 0, 9)
				x12 ^= rotl((x08 + x04) | 0, 13)
				x00 ^= rotl((x12 + x08) | 0, 18)
				x09 ^= rotl((x05 + x01) | 0, 7)
				x13 ^= rotl((x09 + x05) | 0, 9)
				x01 ^= rotl((x13 + x09) | 0, 13)
				x05 ^= rotl((x01 + x13) | 0, 18)
				x14 ^= rotl((x10 + x06) | 0, 7)
				x02 ^= rotl((x14 + x10) | 0, 9)
				x06 ^= rotl((x02 + x14) | 0, 13)
				x10 ^= rotl((x06 + x02) | 0, 18)
				x03 ^= rotl((x15 + x11) | 0, 7)
				x07 ^= rotl((x03 + x15) | 0, 9)
				x11 ^= rotl((x07 + x03) | 0, 13)
				x15 ^= rotl((x11 + x07) | 0, 18)
				x01 ^= rotl((x00 + x03) | 0, 7)
				x02 ^= rotl((x01 + x00) | 0, 9)
				x03 ^= rotl((x02 + x01) | 0, 13)
				x00 ^= rotl((x03 + x02) | 0, 18)
				x06 ^= rotl((x05 + x04) | 0, 7)
				x07 ^= rotl((x06 + x05) | 0, 9)
				x04 ^= rotl((x07 + x06) | 0, 13)
				x05 ^= rotl((x04 + x07) | 0, 18)
				x11 ^= rotl((x10 + x09) | 0, 7)
				x08 ^= rotl((x11 + x10) | 0, 9)
				x09 ^= rotl((x08 + x11) | 0, 13)
				x10 ^= rotl((x09 + x08) | 0, 18)
				x12 ^= rotl((x15 + x14) | 0, 7)
				x13 ^= rotl((x12 + x15) | 0, 9)
				x14 ^= rotl((x13 + x12) | 0, 13)
				x15 ^= rotl((x14 + x13) | 0, 18)
			}
			let oi = 0
			out[oi++] = (y00 + x00) | 0
			out[oi++] = (y01 + x01) | 0
			out[oi++] = (y02 + x02) | 0
			out[oi++] = (y03 + x03) | 0
			out[oi++] = (y04 + x04) | 0
			out[oi++] = (y05 + x05) | 0
			out[oi++] = (y06 + x06) | 0
			out[oi++] = (y07 + x07) | 0
			out[oi++] = (y08 + x08) | 0
			out[oi++] = (y09 + x09) | 0
			out[oi++] = (y10 + x10) | 0
			out[oi++] = (y11 + x11) | 0
			out[oi++] = (y12 + x12) | 0
			out[oi++] = (y13 + x13) | 0
			out[oi++] = (y14 + x14) | 0
			out[oi++] = (y15 + x15) | 0
		}
		function hsalsa(s, k, i, out) {
			const s2 = isLE ? s : swap32IfBE(s.slice(0, 4))
			const k2 = isLE ? k : swap32IfBE(k.slice(0, 8))
			const i2 = isLE ? i : swap32IfBE(i.slice(0, 4))
			const t = new Uint32Array(16)
			salsaCore(s2, k2, i2.subarray(0, 2), t, i2[2], 20, i2[3])
			let oi = 0
			out[oi++] = (t[0] - s2[0]) | 0
			out[oi++] = (t[5] - s2[1]) | 0
			out[oi++] = (t[10] - s2[2]) | 0
			out[oi++] = (t[15] - s2[3]) | 0
			out[oi++] = (t[6] - i2[0]) | 0
			out[oi++] = (t[7] - i2[1]) | 0
			out[oi++] = (t[8] - i2[2]) | 0
			out[oi++] = (t[9] - i2[3]) | 0
			swap32IfBE(out)
			if (!isLE) clean(s2, k2, i2)
			clean(t)
		}
		const salsa20 = createCipher(salsaCore, {
			allowShortKeys: true,
			counterRight: true,
		})
		const xsalsa20 = createCipher(salsaCore, {
			counterRight: true,
			extendNonceFn: hsalsa,
		})
		const __TESTS = Object.freeze({ salsaCore })
		const xsalsa20poly1305 = wrapCipher({ blockSize: 64, nonceLength: 24, tagLength: 16 }, (key, nonce) => {
			return {
				encrypt(plaintext, output) {
					output = getOutput(plaintext.length + 32, output, false)
					const authKey = output.subarray(0, 32)
					const ciphPlaintext = output.subarray(32)
					output.set(plaintext, 32)
					clean(authKey)
					xsalsa20(key, nonce, output, output)
					const tag = poly1305(ciphPlaintext, authKey)
					output.set(tag, 16)
					clean(output.subarray(0, 16), tag)
					return output.subarray(16)
				},
				decrypt(ciphertext, output) {
					utils_abytes(ciphertext, undefined, 'data')
					output = getOutput(ciphertext.length + 32, output, false)
					const tmp = output.subarray(0, 32)
					const passedTag = output.subarray(32, 48)
					const ciphPlaintext = output.subarray(48)
					output.set(ciphertext, 32)
					clean(tmp)
					const authKey = xsalsa20(key, nonce, tmp, tmp)
					const tag = poly1305(ciphPlaintext, authKey)
					if (!equalBytes(passedTag, tag)) {
						clean(output)
						throw new Error('invalid tag')
					}
					xsalsa20(key, nonce, output.subarray(16), output.subarray(16))
					clean(tmp, passedTag, tag)
					return ciphPlaintext
				},
			}
		})
		function secretbox(key, nonce) {
			const xs = xsalsa20poly1305(key, nonce)
			return { seal: xs.encrypt, open: xs.decrypt }
		}
		function utils_isBytes(a) {
			return (
				a instanceof Uint8Array ||
				(ArrayBuffer.isView(a) &&
					a.constructor.name === 'Uint8Array' &&
					'BYTES_PER_ELEMENT' in a &&
					a.BYTES_PER_ELEMENT === 1)
			)
		}
		const utils_atitle = (title) => (title ? `"${title}" ` : '')
		function hashes_utils_anumber(n, title = '') {
			if (typeof n !== 'number') throw new TypeError(utils_atitle(title) + 'expected number, got ' + typeof n)
			if (!Number.isSafeInteger(n) || n < 0)
				throw new RangeError(utils_atitle(title) + 'expected integer >= 0, got ' + n)
			return n
		}
		function utils_abool(value, title = '') {
			if (typeof value !== 'boolean')
				throw new TypeError(utils_atitle(title) + 'expected boolean, got type=' + typeof value)
			return value
		}
		function hashes_utils_abytes(value, length, title = '') {
			if (utils_isBytes(value) && (length === undefined || value.length === length)) return value
			if (length !== undefined) hashes_utils_anumber(length, 'length')
			const bytes = utils_isBytes(value)
			const ofLen = length !== undefined ? ` of length ${length}` : ''
			const got = bytes ? `length=${value.length}` : `type=${typeof value}`
			const message = utils_atitle(title) + 'expected Uint8Array' + ofLen + ', got ' + got
			if (!bytes) throw new TypeError(message)
			throw new RangeError(message)
		}
		function utils_copyBytes(bytes) {
			return Uint8Array.from(hashes_utils_abytes(bytes))
		}
		function ahash(h) {
			if (typeof h !== 'function' || typeof h.create !== 'function')
				throw new TypeError('expected hash wrapped by utils.createHasher')
			hashes_utils_anumber(h.outputLen)
			hashes_utils_anumber(h.blockLen)
			if (h.outputLen < 1 || h.blockLen < 1) throw new Error('hash blockLen / outputLen must be >= 1')
		}
		const utils_aobject = (value, label) => {
			if (value === null || typeof value !== 'object' || Array.isArray(value))
				throw new TypeError((label === 'object' ? '' : `"${label}" `) + 'expected object, got type=' + typeof value)
		}
		const aopts = (value, label) => {
			utils_aobject(value, label)
			const proto = Object.getPrototypeOf(value)
			if (proto !== Object.prototype && proto !== null) throw new TypeError(`"${label}" expected plain object`)
			if (Object.hasOwn(value, '__proto__')) throw new TypeError(`"${label}.__proto__" is not allowed`)
		}
		function hashes_utils_aexists(instance, checkFinished = true) {
			if (instance.destroyed) throw new Error('hash was destroyed')
			if (checkFinished && instance.finished) throw new Error('digest() was already called')
		}
		function hashes_utils_aoutput(out, instance) {
			hashes_utils_abytes(out, undefined, 'output')
			const min = instance.outputLen
			if (!(out.length >= min)) {
				throw new RangeError('"output" expected length >= ' + min)
			}
		}
		function utils_u8(arr) {
			return new Uint8Array(arr.buffer, arr.byteOffset, arr.byteLength)
		}
		function utils_u32(arr) {
			return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4))
		}
		function utils_clean(...arrays) {
			for (let i = 0; i < arrays.length; i++) {
				arrays[i].fill(0)
			}
		}
		function hashes_utils_createView(arr) {
			return new DataView(arr.buffer, arr.byteOffset, arr.byteLength)
		}
		function rotr(word, shift) {
			return (word << (32 - shift)) | (word >>> shift)
		}
		function utils_rotl(word, shift) {
			return (word << shift) | ((word >>> (32 - shift)) >>> 0)
		}
		const utils_isLE = (() => new Uint8Array(new Uint32Array([0x11223344]).buffer)[0] === 0x44)()
		function utils_byteSwap(word) {
			return ((word << 24) & 0xff000000) | ((word << 8) & 0xff0000) | ((word >>> 8) & 0xff00) | ((word >>> 24) & 0xff)
		}
		const utils_swap8IfBE = utils_isLE ? (n) => n : (n) => utils_byteSwap(n) >>> 0
		function utils_byteSwap32(arr) {
			for (let i = 0; i < arr.length; i++) {
				arr[i] = utils_byteSwap(arr[i])
			}
			return arr
		}
		const utils_swap32IfBE = utils_isLE ? (u) => u : utils_byteSwap32
		const utils_hasHexBuiltin =
			null && (() => typeof Uint8Array.from([]).toHex === 'function' && typeof Uint8Array.fromHex === 'function')()
		const utils_hexes = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))
		function utils_bytesToHex(bytes) {
			hashes_utils_abytes(bytes)
			if (utils_hasHexBuiltin) return bytes.toHex()
			let hex = ''
			for (let i = 0; i < bytes.length; i++) {
				hex += utils_hexes[bytes[i]]
			}
			return hex
		}
		function utils_asciiToBase16(ch) {
			return ch >= 48 && ch <= 57
				? ch - 48
				: ch >= 65 && ch <= 70
					? ch - (65 - 10)
					: ch >= 97 && ch <= 102
						? ch - (97 - 10)
						: undefined
		}
		function utils_hexToBytes(hex) {
			if (typeof hex !== 'string') throw new TypeError('hex string expected, got ' + typeof hex)
			if (utils_hasHexBuiltin) {
				try {
					return Uint8Array.fromHex(hex)
				} catch (error) {
					if (error instanceof SyntaxError) throw new RangeError(error.message)
					throw error
				}
			}
			const hl = hex.length
			const al = hl / 2
			if (hl % 2) throw new RangeError('hex string expected, got unpadded hex of length ' + hl)
			const array = new Uint8Array(al)
			for (let ai = 0, hi = 0; ai < al; ai++, hi += 2) {
				const n1 = utils_asciiToBase16(hex.charCodeAt(hi))
				const n2 = utils_asciiToBase16(hex.charCodeAt(hi + 1))
				if (n1 === undefined || n2 === undefined) {
					const char = hex[hi] + hex[hi + 1]
					throw new RangeError('hex string expected, got non-hex character "' + char + '" at index ' + hi)
				}
				array[ai] = n1 * 16 + n2
			}
			return array
		}
		function nextTick(onReject) {
			const host = globalThis
			if (typeof host.scheduler?.yield === 'function') {
				const promise = host.scheduler.yield()
				if (onReject) promise.catch(onReject)
				return promise
			}
			return new Promise((resolve) => host.setTimeout(resolve, 0))
		}
		async function asyncLoop(iters, tick, cb, onReject) {
			hashes_utils_anumber(iters, 'iters')
			hashes_utils_anumber(tick, 'tick')
			if (typeof cb !== 'function') throw new TypeError('callback must be a function')
			let ts = Date.now()
			for (let i = 0; i < iters; i++) {
				cb(i)
				const diff = Date.now() - ts
				if (diff >= 0 && diff < tick) continue
				await nextTick(onReject)
				ts = Date.now()
			}
		}
		function utils_utf8ToBytes(str) {
			if (typeof str !== 'string') throw new TypeError('string expected')
			const encoded = new TextEncoder().encode(str)
			try {
				return new Uint8Array(encoded)
			} finally {
				utils_clean(encoded)
			}
		}
		function kdfInputToBytes(data, errorTitle = '') {
			if (typeof data === 'string') return utils_utf8ToBytes(data)
			return hashes_utils_abytes(data, undefined, errorTitle)
		}
		function utils_concatBytes(...arrays) {
			let sum = 0
			for (let i = 0; i < arrays.length; i++) {
				const a = arrays[i]
				hashes_utils_abytes(a)
				sum += a.length
			}
			const res = new Uint8Array(sum)
			for (let i = 0, pad = 0; i < arrays.length; i++) {
				const a = arrays[i]
				res.set(a, pad)
				pad += a.length
			}
			return res
		}
		const validateObject = (object, fields = {}, optFields = {}, title = 'object') => {
			utils_aobject(object, title)
			utils_aobject(fields, 'fields')
			utils_aobject(optFields, 'optFields')
			function checkField(fieldName, expectedType, isOpt) {
				const label = title === 'object' ? `param "${String(fieldName)}"` : `"${title}.${String(fieldName)}"`
				const val = object[fieldName]
				if (!Object.hasOwn(object, fieldName) && (isOpt ? val !== undefined : expectedType !== 'function')) {
					throw new TypeError(`${label} is invalid: expected own property`)
				}
				if (isOpt && val === undefined) return
				const current = typeof val
				if (current !== expectedType || val === null)
					throw new TypeError(`${label} is invalid: expected ${expectedType}, got ${current}`)
			}
			const iter = (f, isOpt) => Object.entries(f).forEach(([k, v]) => checkField(k, v, isOpt))
			iter(fields, false)
			iter(optFields, true)
		}
		function utils_checkOpts(defaults, opts, title = 'opts') {
			aopts(defaults, 'defaults')
			if (opts !== undefined) aopts(opts, title)
			const merged = Object.assign(Object.create(null), defaults, opts)
			return merged
		}
		function utils_createHasher(hashCons, info = {}) {
			if (typeof hashCons !== 'function')
				throw new TypeError('"hashCons" expected function, got type=' + typeof hashCons)
			info = utils_checkOpts({}, info, 'info')
			const hashC = (msg, opts) => hashCons(opts).update(msg).digest()
			const tmp = hashCons(undefined)
			hashC.outputLen = tmp.outputLen
			hashC.blockLen = tmp.blockLen
			hashC.canXOF = tmp.canXOF
			hashC.create = (opts) => hashCons(opts)
			Object.assign(hashC, info)
			return Object.freeze(hashC)
		}
		function hashes_utils_randomBytes(bytesLength = 32) {
			hashes_utils_anumber(bytesLength, 'bytesLength')
			const cr = typeof globalThis === 'object' ? globalThis.crypto : null
			if (typeof cr?.getRandomValues !== 'function') throw new Error('crypto.getRandomValues must be defined')
			if (bytesLength > 65536) throw new RangeError(`"bytesLength" expected <= 65536, got ${bytesLength}`)
			return cr.getRandomValues(new Uint8Array(bytesLength))
		}
		const oidNist = (suffix) => ({
			oid: Uint8Array.from([0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, suffix]),
		})
		const BSIGMA = Uint8Array.from([
			0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3, 11, 8,
			12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4, 7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8, 9, 0, 5, 7,
			2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13, 2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9, 12, 5, 1, 15, 14,
			13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11, 13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10, 6, 15, 14, 9, 11, 3, 0,
			8, 12, 2, 13, 7, 1, 4, 10, 5, 10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
			10, 11, 12, 13, 14, 15, 14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3, 11, 8, 12, 0, 5, 2, 15, 13, 10, 14,
			3, 6, 7, 1, 9, 4, 7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8, 9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12,
			6, 8, 3, 13, 2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9,
		])
		function G1s(a, b, c, d, x) {
			a = (a + b + x) | 0
			d = rotr(d ^ a, 16)
			c = (c + d) | 0
			b = rotr(b ^ c, 12)
			return { a, b, c, d }
		}
		function G2s(a, b, c, d, x) {
			a = (a + b + x) | 0
			d = rotr(d ^ a, 8)
			c = (c + d) | 0
			b = rotr(b ^ c, 7)
			return { a, b, c, d }
		}
		function Chi(a, b, c) {
			return (a & b) ^ (~a & c)
		}
		function Maj(a, b, c) {
			return (a & b) ^ (a & c) ^ (b & c)
		}
		class HashMD {
			blockLen
			outputLen
			canXOF = false
			padOffset
			isLE
			buffer
			view
			finished = false
			length = 0
			pos = 0
			destroyed = false
			constructor(blockLen, outputLen, padOffset, isLE) {
				this.blockLen = blockLen
				this.outputLen = outputLen
				this.padOffset = padOffset
				this.isLE = isLE
				this.buffer = new Uint8Array(blockLen)
				this.view = createView(this.buffer)
			}
			update(data) {
				aexists(this)
				abytes(data)
				const { view, buffer, blockLen } = this
				const len = data.length
				let processed = false
				for (let pos = 0; pos < len; ) {
					const take = Math.min(blockLen - this.pos, len - pos)
					if (take === blockLen) {
						const dataView = createView(data)
						for (; blockLen <= len - pos; pos += blockLen) this.process(dataView, pos)
						processed = true
						continue
					}
					buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos)
					this.pos += take
					pos += take
					if (this.pos === blockLen) {
						this.process(view, 0)
						this.pos = 0
						processed = true
					}
				}
				this.length += data.length
				if (processed) this.roundClean()
				return this
			}
			digestInto(out) {
				aexists(this)
				aoutput(out, this)
				this.finished = true
				const { buffer, view, blockLen, isLE } = this
				let { pos } = this
				buffer[pos++] = 0b10000000
				buffer.fill(0, pos)
				if (this.padOffset > blockLen - pos) {
					this.process(view, 0)
					buffer.fill(0)
				}
				setU64FromNum(view, blockLen - 8, this.length * 8, isLE)
				this.process(view, 0)
				this.roundClean()
				const oview = out === buffer ? view : createView(out)
				const len = this.outputLen
				const outLen = len / 4
				const state = this.get()
				if (len % 4 || outLen > state.length) throw new Error('invalid outputLen')
				for (let i = 0; i < outLen; i++) oview.setUint32(4 * i, state[i], isLE)
			}
			digest() {
				const { buffer, outputLen } = this
				this.digestInto(buffer)
				const res = buffer.slice(0, outputLen)
				this.destroy()
				return res
			}
			_cloneIntoMeta(to) {
				const { buffer, length, finished, destroyed, pos } = this
				to.destroyed = destroyed
				to.finished = finished
				to.length = length
				to.pos = pos
				if (pos) to.buffer.set(buffer)
				return to
			}
			clone() {
				return this._cloneInto()
			}
		}
		const SHA256_IV = Uint32Array.from([
			0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
		])
		const SHA224_IV =
			null &&
			Uint32Array.from([0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4])
		const SHA384_IV =
			null &&
			Uint32Array.from([
				0xcbbb9d5d, 0xc1059ed8, 0x629a292a, 0x367cd507, 0x9159015a, 0x3070dd17, 0x152fecd8, 0xf70e5939, 0x67332667,
				0xffc00b31, 0x8eb44a87, 0x68581511, 0xdb0c2e0d, 0x64f98fa7, 0x47b5481d, 0xbefa4fa4,
			])
		const SHA512_IV =
			null &&
			Uint32Array.from([
				0x6a09e667, 0xf3bcc908, 0xbb67ae85, 0x84caa73b, 0x3c6ef372, 0xfe94f82b, 0xa54ff53a, 0x5f1d36f1, 0x510e527f,
				0xade682d1, 0x9b05688c, 0x2b3e6c1f, 0x1f83d9ab, 0xfb41bd6b, 0x5be0cd19, 0x137e2179,
			])
		const U32_MASK64 = null && (() => BigInt(2 ** 32 - 1))()
		const _32n = null && BigInt(32)
		function fromBig(n, le = false) {
			if (le) return { h: Number(n & U32_MASK64), l: Number((n >> _32n) & U32_MASK64) }
			return { h: Number((n >> _32n) & U32_MASK64) | 0, l: Number(n & U32_MASK64) | 0 }
		}
		function split(lst, le = false) {
			const len = lst.length
			let Ah = new Uint32Array(len)
			let Al = new Uint32Array(len)
			for (let i = 0; i < len; i++) {
				const { h, l } = fromBig(lst[i], le)
				;[Ah[i], Al[i]] = [h, l]
			}
			return [Ah, Al]
		}
		const toBig = (h, l) => (BigInt(h >>> 0) << _32n) | BigInt(l >>> 0)
		const fromNumH = (n) => (n / 2 ** 32) | 0
		const fromNumL = (n) => n >>> 0
		function _u64_setU64FromNum(view, byteOffset, n, isLE) {
			const h = fromNumH(n)
			const l = fromNumL(n)
			view.setUint32(byteOffset, isLE ? l : h, isLE)
			view.setUint32(byteOffset + 4, isLE ? h : l, isLE)
		}
		const shrSH = (h, _l, s) => h >>> s
		const shrSL = (h, l, s) => (h << (32 - s)) | (l >>> s)
		const rotrSH = (h, l, s) => (h >>> s) | (l << (32 - s))
		const rotrSL = (h, l, s) => (h << (32 - s)) | (l >>> s)
		const rotrBH = (h, l, s) => (h << (64 - s)) | (l >>> (s - 32))
		const rotrBL = (h, l, s) => (h >>> (s - 32)) | (l << (64 - s))
		const rotr32H = (_h, l) => l
		const rotr32L = (h, _l) => h
		function add(Ah, Al, Bh, Bl) {
			const l = (Al >>> 0) + (Bl >>> 0)
			return { h: (Ah + Bh + ((l / 2 ** 32) | 0)) | 0, l: l | 0 }
		}
		const add3L = (Al, Bl, Cl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0)
		const add3H = (low, Ah, Bh, Ch) => (Ah + Bh + Ch + ((low / 2 ** 32) | 0)) | 0
		const add4L = (Al, Bl, Cl, Dl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0)
		const add4H = (low, Ah, Bh, Ch, Dh) => (Ah + Bh + Ch + Dh + ((low / 2 ** 32) | 0)) | 0
		const add5L = (Al, Bl, Cl, Dl, El) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0) + (El >>> 0)
		const add5H = (low, Ah, Bh, Ch, Dh, Eh) => (Ah + Bh + Ch + Dh + Eh + ((low / 2 ** 32) | 0)) | 0
		const B2B_IV = Uint32Array.from([
			0xf3bcc908, 0x6a09e667, 0x84caa73b, 0xbb67ae85, 0xfe94f82b, 0x3c6ef372, 0x5f1d36f1, 0xa54ff53a, 0xade682d1,
			0x510e527f, 0x2b3e6c1f, 0x9b05688c, 0xfb41bd6b, 0x1f83d9ab, 0x137e2179, 0x5be0cd19,
		])
		const BBUF = new Uint32Array(32)
		function G1b(a, b, c, d, msg, x) {
			const Xl = msg[x],
				Xh = msg[x + 1]
			let Al = BBUF[2 * a],
				Ah = BBUF[2 * a + 1]
			let Bl = BBUF[2 * b],
				Bh = BBUF[2 * b + 1]
			let Cl = BBUF[2 * c],
				Ch = BBUF[2 * c + 1]
			let Dl = BBUF[2 * d],
				Dh = BBUF[2 * d + 1]
			const ll = add3L(Al, Bl, Xl)
			Ah = add3H(ll, Ah, Bh, Xh)
			Al = ll | 0
			let xh = Dh ^ Ah,
				xl = Dl ^ Al
			Dh = rotr32H(xh, xl)
			Dl = rotr32L(xh, xl)
			;({ h: Ch, l: Cl } = add(Ch, Cl, Dh, Dl))
			xh = Bh ^ Ch
			xl = Bl ^ Cl
			Bh = rotrSH(xh, xl, 24)
			Bl = rotrSL(xh, xl, 24)
			BBUF[2 * a] = Al
			BBUF[2 * a + 1] = Ah
			BBUF[2 * b] = Bl
			BBUF[2 * b + 1] = Bh
			BBUF[2 * c] = Cl
			BBUF[2 * c + 1] = Ch
			BBUF[2 * d] = Dl
			BBUF[2 * d + 1] = Dh
		}
		function G2b(a, b, c, d, msg, x) {
			const Xl = msg[x],
				Xh = msg[x + 1]
			let Al = BBUF[2 * a],
				Ah = BBUF[2 * a + 1]
			let Bl = BBUF[2 * b],
				Bh = BBUF[2 * b + 1]
			let Cl = BBUF[2 * c],
				Ch = BBUF[2 * c + 1]
			let Dl = BBUF[2 * d],
				Dh = BBUF[2 * d + 1]
			const ll = add3L(Al, Bl, Xl)
			Ah = add3H(ll, Ah, Bh, Xh)
			Al = ll | 0
			let xh = Dh ^ Ah,
				xl = Dl ^ Al
			Dh = rotrSH(xh, xl, 16)
			Dl = rotrSL(xh, xl, 16)
			;({ h: Ch, l: Cl } = add(Ch, Cl, Dh, Dl))
			xh = Bh ^ Ch
			xl = Bl ^ Cl
			Bh = rotrBH(xh, xl, 63)
			Bl = rotrBL(xh, xl, 63)
			BBUF[2 * a] = Al
			BBUF[2 * a + 1] = Ah
			BBUF[2 * b] = Bl
			BBUF[2 * b + 1] = Bh
			BBUF[2 * c] = Cl
			BBUF[2 * c + 1] = Ch
			BBUF[2 * d] = Dl
			BBUF[2 * d + 1] = Dh
		}
		function checkBlake2Opts(outputLen, opts = {}, keyLen, saltLen, persLen) {
			hashes_utils_anumber(keyLen)
			if (outputLen <= 0 || outputLen > keyLen) throw new Error('"dkLen" must be 1..' + keyLen + ', got ' + outputLen)
			const { key, salt, personalization } = opts
			if (key !== undefined && (key.length < 1 || key.length > keyLen))
				throw new Error('"key" expected to be undefined or of length=1..' + keyLen)
			if (salt !== undefined) hashes_utils_abytes(salt, saltLen, 'salt')
			if (personalization !== undefined) hashes_utils_abytes(personalization, persLen, 'personalization')
		}
		class _BLAKE2 {
			buffer
			buffer32
			finished = false
			destroyed = false
			length = 0
			pos = 0
			blockLen
			outputLen
			canXOF = false
			constructor(blockLen, outputLen) {
				hashes_utils_anumber(blockLen)
				hashes_utils_anumber(outputLen)
				this.blockLen = blockLen
				this.outputLen = outputLen
				this.buffer = new Uint8Array(blockLen)
				this.buffer32 = utils_u32(this.buffer)
			}
			update(data) {
				hashes_utils_aexists(this)
				hashes_utils_abytes(data)
				const { blockLen, buffer, buffer32 } = this
				const len = data.length
				const offset = data.byteOffset
				const buf = data.buffer
				for (let pos = 0; pos < len; ) {
					if (this.pos === blockLen) {
						utils_swap32IfBE(buffer32)
						this.compress(buffer32, 0, false)
						utils_swap32IfBE(buffer32)
						this.pos = 0
					}
					const take = Math.min(blockLen - this.pos, len - pos)
					const dataOffset = offset + pos
					if (take === blockLen && !(dataOffset % 4) && pos + take < len) {
						const data32 = new Uint32Array(buf, dataOffset, Math.floor((len - pos) / 4))
						utils_swap32IfBE(data32)
						for (let pos32 = 0; pos + blockLen < len; pos32 += buffer32.length, pos += blockLen) {
							this.length += blockLen
							this.compress(data32, pos32, false)
						}
						utils_swap32IfBE(data32)
						continue
					}
					buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos)
					this.pos += take
					this.length += take
					pos += take
				}
				return this
			}
			digestInto(out) {
				hashes_utils_aexists(this)
				hashes_utils_aoutput(out, this)
				if (out.byteOffset & 3)
					throw new RangeError('"output" expected 4-byte aligned byteOffset, got ' + out.byteOffset)
				const { pos, buffer32 } = this
				this.finished = true
				this.buffer.fill(0, pos)
				utils_swap32IfBE(buffer32)
				this.compress(buffer32, 0, true)
				utils_swap32IfBE(buffer32)
				const state = this.get()
				const out32 = out === this.buffer ? buffer32 : utils_u32(out)
				const full = Math.floor(this.outputLen / 4)
				for (let i = 0; i < full; i++) out32[i] = utils_swap8IfBE(state[i])
				const tail = this.outputLen % 4
				if (!tail) return
				const off = full * 4
				const word = state[full]
				for (let i = 0; i < tail; i++) out[off + i] = word >>> (8 * i)
			}
			digest() {
				const { buffer, outputLen } = this
				this.digestInto(buffer)
				const res = buffer.slice(0, outputLen)
				this.destroy()
				return res
			}
			_cloneInto(to) {
				const { buffer, length, finished, destroyed, outputLen, pos } = this
				to ||= new this.constructor({ dkLen: outputLen })
				to.set(...this.get())
				to.buffer.set(buffer)
				to.destroyed = destroyed
				to.finished = finished
				to.length = length
				to.pos = pos
				to.outputLen = outputLen
				return to
			}
			clone() {
				return this._cloneInto()
			}
		}
		class _BLAKE2b extends _BLAKE2 {
			v0l = B2B_IV[0] | 0
			v0h = B2B_IV[1] | 0
			v1l = B2B_IV[2] | 0
			v1h = B2B_IV[3] | 0
			v2l = B2B_IV[4] | 0
			v2h = B2B_IV[5] | 0
			v3l = B2B_IV[6] | 0
			v3h = B2B_IV[7] | 0
			v4l = B2B_IV[8] | 0
			v4h = B2B_IV[9] | 0
			v5l = B2B_IV[10] | 0
			v5h = B2B_IV[11] | 0
			v6l = B2B_IV[12] | 0
			v6h = B2B_IV[13] | 0
			v7l = B2B_IV[14] | 0
			v7h = B2B_IV[15] | 0
			constructor(opts = {}) {
				opts = utils_checkOpts({}, opts)
				const olen = opts.dkLen === undefined ? 64 : opts.dkLen
				super(128, olen)
				checkBlake2Opts(olen, opts, 64, 16, 16)
				let { key, personalization, salt } = opts
				let keyLength = 0
				if (key !== undefined) {
					hashes_utils_abytes(key, undefined, 'key')
					keyLength = key.length
				}
				this.v0l ^= this.outputLen | (keyLength << 8) | (0x01 << 16) | (0x01 << 24)
				if (salt !== undefined) {
					hashes_utils_abytes(salt, undefined, 'salt')
					const slt = utils_u32(utils_copyBytes(salt))
					this.v4l ^= utils_swap8IfBE(slt[0])
					this.v4h ^= utils_swap8IfBE(slt[1])
					this.v5l ^= utils_swap8IfBE(slt[2])
					this.v5h ^= utils_swap8IfBE(slt[3])
				}
				if (personalization !== undefined) {
					hashes_utils_abytes(personalization, undefined, 'personalization')
					const pers = utils_u32(utils_copyBytes(personalization))
					this.v6l ^= utils_swap8IfBE(pers[0])
					this.v6h ^= utils_swap8IfBE(pers[1])
					this.v7l ^= utils_swap8IfBE(pers[2])
					this.v7h ^= utils_swap8IfBE(pers[3])
				}
				if (key !== undefined) {
					const tmp = new Uint8Array(this.blockLen)
					tmp.set(key)
					this.update(tmp)
					utils_clean(tmp)
				}
			}
			get() {
				let { v0l, v0h, v1l, v1h, v2l, v2h, v3l, v3h, v4l, v4h, v5l, v5h, v6l, v6h, v7l, v7h } = this
				return [v0l, v0h, v1l, v1h, v2l, v2h, v3l, v3h, v4l, v4h, v5l, v5h, v6l, v6h, v7l, v7h]
			}
			set(v0l, v0h, v1l, v1h, v2l, v2h, v3l, v3h, v4l, v4h, v5l, v5h, v6l, v6h, v7l, v7h) {
				this.v0l = v0l | 0
				this.v0h = v0h | 0
				this.v1l = v1l | 0
				this.v1h = v1h | 0
				this.v2l = v2l | 0
				this.v2h = v2h | 0
				this.v3l = v3l | 0
				this.v3h = v3h | 0
				this.v4l = v4l | 0
				this.v4h = v4h | 0
				this.v5l = v5l | 0
				this.v5h = v5h | 0
				this.v6l = v6l | 0
				this.v6h = v6h | 0
				this.v7l = v7l | 0
				this.v7h = v7h | 0
			}
			compress(msg, offset, isLast) {
				const { v0l, v0h, v1l, v1h, v2l, v2h, v3l, v3h, v4l, v4h, v5l, v5h, v6l, v6h, v7l, v7h } = this
				{
					BBUF[0] = v0l
					BBUF[1] = v0h
					BBUF[2] = v1l
					BBUF[3] = v1h
					BBUF[4] = v2l
					BBUF[5] = v2h
					BBUF[6] = v3l
					BBUF[7] = v3h
					BBUF[8] = v4l
					BBUF[9] = v4h
					BBUF[10] = v5l
					BBUF[11] = v5h
					BBUF[12] = v6l
					BBUF[13] = v6h
					BBUF[14] = v7l
					BBUF[15] = v7h
				}
				BBUF.set(B2B_IV, 16)
				const l = fromNumL(this.length)
				const h = fromNumH(this.length)
				BBUF[24] = B2B_IV[8] ^ l
				BBUF[25] = B2B_IV[9] ^ h
				if (isLast) {
					BBUF[28] = ~BBUF[28]
					BBUF[29] = ~BBUF[29]
				}
				let j = 0
				const s = BSIGMA
				for (let i = 0; i < 12; i++) {
					G1b(0, 4, 8, 12, msg, offset + 2 * s[j++])
					G2b(0, 4, 8, 12, msg, offset + 2 * s[j++])
					G1b(1, 5, 9, 13, msg, offset + 2 * s[j++])
					G2b(1, 5, 9, 13, msg, offset + 2 * s[j++])
					G1b(2, 6, 10, 14, msg, offset + 2 * s[j++])
					G2b(2, 6, 10, 14, msg, offset + 2 * s[j++])
					G1b(3, 7, 11, 15, msg, offset + 2 * s[j++])
					G2b(3, 7, 11, 15, msg, offset + 2 * s[j++])
					G1b(0, 5, 10, 15, msg, offset + 2 * s[j++])
					G2b(0, 5, 10, 15, msg, offset + 2 * s[j++])
					G1b(1, 6, 11, 12, msg, offset + 2 * s[j++])
					G2b(1, 6, 11, 12, msg, offset + 2 * s[j++])
					G1b(2, 7, 8, 13, msg, offset + 2 * s[j++])
					G2b(2, 7, 8, 13, msg, offset + 2 * s[j++])
					G1b(3, 4, 9, 14, msg, offset + 2 * s[j++])
					G2b(3, 4, 9, 14, msg, offset + 2 * s[j++])
				}
				this.v0l ^= BBUF[0] ^ BBUF[16]
				this.v0h ^= BBUF[1] ^ BBUF[17]
				this.v1l ^= BBUF[2] ^ BBUF[18]
				this.v1h ^= BBUF[3] ^ BBUF[19]
				this.v2l ^= BBUF[4] ^ BBUF[20]
				this.v2h ^= BBUF[5] ^ BBUF[21]
				this.v3l ^= BBUF[6] ^ BBUF[22]
				this.v3h ^= BBUF[7] ^ BBUF[23]
				this.v4l ^= BBUF[8] ^ BBUF[24]
				this.v4h ^= BBUF[9] ^ BBUF[25]
				this.v5l ^= BBUF[10] ^ BBUF[26]
				this.v5h ^= BBUF[11] ^ BBUF[27]
				this.v6l ^= BBUF[12] ^ BBUF[28]
				this.v6h ^= BBUF[13] ^ BBUF[29]
				this.v7l ^= BBUF[14] ^ BBUF[30]
				this.v7h ^= BBUF[15] ^ BBUF[31]
				utils_clean(BBUF)
			}
			destroy() {
				this.destroyed = true
				utils_clean(this.buffer32)
				this.set(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
			}
		}
		const blake2b = utils_createHasher((opts) => new _BLAKE2b(opts))
		function _compress(s, offset, msg, rounds, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15) {
			let j = 0
			for (let i = 0; i < rounds; i++) {
				;({ a: v0, b: v4, c: v8, d: v12 } = G1s(v0, v4, v8, v12, msg[offset + s[j++]]))
				;({ a: v0, b: v4, c: v8, d: v12 } = G2s(v0, v4, v8, v12, msg[offset + s[j++]]))
				;({ a: v1, b: v5, c: v9, d: v13 } = G1s(v1, v5, v9, v13, msg[offset + s[j++]]))
				;({ a: v1, b: v5, c: v9, d: v13 } = G2s(v1, v5, v9, v13, msg[offset + s[j++]]))
				;({ a: v2, b: v6, c: v10, d: v14 } = G1s(v2, v6, v10, v14, msg[offset + s[j++]]))
				;({ a: v2, b: v6, c: v10, d: v14 } = G2s(v2, v6, v10, v14, msg[offset + s[j++]]))
				;({ a: v3, b: v7, c: v11, d: v15 } = G1s(v3, v7, v11, v15, msg[offset + s[j++]]))
				;({ a: v3, b: v7, c: v11, d: v15 } = G2s(v3, v7, v11, v15, msg[offset + s[j++]]))
				;({ a: v0, b: v5, c: v10, d: v15 } = G1s(v0, v5, v10, v15, msg[offset + s[j++]]))
				;({ a: v0, b: v5, c: v10, d: v15 } = G2s(v0, v5, v10, v15, msg[offset + s[j++]]))
				;({ a: v1, b: v6, c: v11, d: v12 } = G1s(v1, v6, v11, v12, msg[offset + s[j++]]))
				;({ a: v1, b: v6, c: v11, d: v12 } = G2s(v1, v6, v11, v12, msg[offset + s[j++]]))
				;({ a: v2, b: v7, c: v8, d: v13 } = G1s(v2, v7, v8, v13, msg[offset + s[j++]]))
				;({ a: v2, b: v7, c: v8, d: v13 } = G2s(v2, v7, v8, v13, msg[offset + s[j++]]))
				;({ a: v3, b: v4, c: v9, d: v14 } = G1s(v3, v4, v9, v14, msg[offset + s[j++]]))
				;({ a: v3, b: v4, c: v9, d: v14 } = G2s(v3, v4, v9, v14, msg[offset + s[j++]]))
			}
			return { v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15 }
		}
		const B2S_IV = SHA256_IV.slice()
		class _BLAKE2s extends _BLAKE2 {
			v0 = B2S_IV[0] | 0
			v1 = B2S_IV[1] | 0
			v2 = B2S_IV[2] | 0
			v3 = B2S_IV[3] | 0
			v4 = B2S_IV[4] | 0
			v5 = B2S_IV[5] | 0
			v6 = B2S_IV[6] | 0
			v7 = B2S_IV[7] | 0
			constructor(opts = {}) {
				opts = utils_checkOpts({}, opts)
				const olen = opts.dkLen === undefined ? 32 : opts.dkLen
				super(64, olen)
				checkBlake2Opts(olen, opts, 32, 8, 8)
				let { key, personalization, salt } = opts
				let keyLength = 0
				if (key !== undefined) {
					hashes_utils_abytes(key, undefined, 'key')
					keyLength = key.length
				}
				this.v0 ^= this.outputLen | (keyLength << 8) | (0x01 << 16) | (0x01 << 24)
				if (salt !== undefined) {
					hashes_utils_abytes(salt, undefined, 'salt')
					const slt = utils_u32(utils_copyBytes(salt))
					this.v4 ^= utils_swap8IfBE(slt[0])
					this.v5 ^= utils_swap8IfBE(slt[1])
				}
				if (personalization !== undefined) {
					hashes_utils_abytes(personalization, undefined, 'personalization')
					const pers = utils_u32(utils_copyBytes(personalization))
					this.v6 ^= utils_swap8IfBE(pers[0])
					this.v7 ^= utils_swap8IfBE(pers[1])
				}
				if (key !== undefined) {
					const tmp = new Uint8Array(this.blockLen)
					tmp.set(key)
					this.update(tmp)
					utils_clean(tmp)
				}
			}
			get() {
				const { v0, v1, v2, v3, v4, v5, v6, v7 } = this
				return [v0, v1, v2, v3, v4, v5, v6, v7]
			}
			set(v0, v1, v2, v3, v4, v5, v6, v7) {
				this.v0 = v0 | 0
				this.v1 = v1 | 0
				this.v2 = v2 | 0
				this.v3 = v3 | 0
				this.v4 = v4 | 0
				this.v5 = v5 | 0
				this.v6 = v6 | 0
				this.v7 = v7 | 0
			}
			compress(msg, offset, isLast) {
				const l = fromNumL(this.length)
				const h = fromNumH(this.length)
				const { v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15 } = _compress(
					BSIGMA,
					offset,
					msg,
					10,
					this.v0,
					this.v1,
					this.v2,
					this.v3,
					this.v4,
					this.v5,
					this.v6,
					this.v7,
					B2S_IV[0],
					B2S_IV[1],
					B2S_IV[2],
					B2S_IV[3],
					l ^ B2S_IV[4],
					h ^ B2S_IV[5],
					isLast ? ~B2S_IV[6] : B2S_IV[6],
					B2S_IV[7],
				)
				this.v0 ^= v0 ^ v8
				this.v1 ^= v1 ^ v9
				this.v2 ^= v2 ^ v10
				this.v3 ^= v3 ^ v11
				this.v4 ^= v4 ^ v12
				this.v5 ^= v5 ^ v13
				this.v6 ^= v6 ^ v14
				this.v7 ^= v7 ^ v15
			}
			destroy() {
				this.destroyed = true
				utils_clean(this.buffer32)
				this.set(0, 0, 0, 0, 0, 0, 0, 0)
			}
		}
		const blake2s = null && createHasher((opts) => new _BLAKE2s(opts))
		const NONCE_BYTES = 24
		const SIGMA = Buffer.from('expand 32-byte k')
		function seal(message, recipient, ephemeral = (0, external_node_crypto_.generateKeyPairSync)('x25519')) {
			const shared = agree(ephemeral.privateKey, recipient)
			if (shared === undefined) return undefined
			const sender = rawOf(ephemeral.publicKey)
			const nonce = blake2b(Buffer.concat([sender, recipient]), { dkLen: NONCE_BYTES })
			return Buffer.concat([sender, xsalsa20poly1305(deriveKey(shared), nonce).encrypt(message)])
		}
		function agree(privateKey, recipient) {
			const x = Buffer.from(recipient).toString('base64url')
			try {
				const publicKey = (0, external_node_crypto_.createPublicKey)({
					key: { kty: 'OKP', crv: 'X25519', x },
					format: 'jwk',
				})
				return (0, external_node_crypto_.diffieHellman)({ privateKey, publicKey })
			} catch {
				return undefined
			}
		}
		function rawOf(publicKey) {
			return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
		}
		function deriveKey(shared) {
			const key = new Uint32Array(8)
			hsalsa(wordsOf(SIGMA), wordsOf(shared), new Uint32Array(4), key)
			return new Uint8Array(key.buffer)
		}
		function wordsOf(bytes) {
			return new Uint32Array(Uint8Array.from(bytes).buffer)
		}
	},
}
var __webpack_module_cache__ = {}
function __nccwpck_require__(moduleId) {
	var cachedModule = __webpack_module_cache__[moduleId]
	if (cachedModule !== undefined) {
		return cachedModule.exports
	}
	var module = (__webpack_module_cache__[moduleId] = {
		exports: {},
	})
	var threw = true
	try {
		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__)
		threw = false
	} finally {
		if (threw) delete __webpack_module_cache__[moduleId]
	}
	return module.exports
}
if (typeof __nccwpck_require__ !== 'undefined')
	__nccwpck_require__.ab =
		decodeURIComponent(new URL('.', import.meta.url).pathname).slice(
			import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0,
			-1,
		) + '/'
;(() => {
	var getProto = Object.getPrototypeOf ? (obj) => Object.getPrototypeOf(obj) : (obj) => obj.__proto__
	var leafPrototypes
	__nccwpck_require__.t = function (value, mode) {
		if (mode & 1) value = this(value)
		if (mode & 8) return value
		if (typeof value === 'object' && value) {
			if (mode & 4 && value.__esModule) return value
			if (mode & 16 && typeof value.then === 'function') return value
		}
		var ns = Object.create(null)
		__nccwpck_require__.r(ns)
		var def = {}
		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)]
		for (
			var current = mode & 2 && value;
			typeof current == 'object' && !~leafPrototypes.indexOf(current);
			current = getProto(current)
		) {
			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => value[key]))
		}
		def['default'] = () => value
		__nccwpck_require__.d(ns, def)
		return ns
	}
})()
;(() => {
	__nccwpck_require__.d = (exports, definition) => {
		for (var key in definition) {
			if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] })
			}
		}
	}
})()
;(() => {
	__nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop)
})()
;(() => {
	__nccwpck_require__.r = (exports) => {
		if (typeof Symbol !== 'undefined' && Symbol.toStringTag) {
			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' })
		}
		Object.defineProperty(exports, '__esModule', { value: true })
	}
})()
var __webpack_exports__ = {}
const DAY_MS = 24 * 60 * 60 * 1000
const systemClock = {
	now: () => Date.now(),
	monotonicMs: () => Number(process.hrtime.bigint()) / 1e6,
	after(delayMs, callback) {
		const timer = setTimeout(callback, delayMs)
		return () => clearTimeout(timer)
	},
}
function sleep(clock, delayMs) {
	return new Promise((resolve) => clock.after(delayMs, resolve))
}
const external_node_fs_namespaceObject = builtin('node:fs')
const always_loaded_alwaysLoaded = {
	authenticated: {
		when: 'the server named the user (see [what counts as proof](decisions/0009-proof-of-identity.md)), and all gates hold',
		title: '{product} accepts the token',
		message: '{product} at {baseUrl} accepts the token: it belongs to {user}.',
		remedy: [],
	},
	'internal-error': {
		when: 'a fault of this action itself; red whatever `fail-on` says',
		title: 'The check itself failed',
		message: 'jira-pat-check ran into a fault of its own[ ({detail})], so that nothing is known about the token.',
		remedy: [
			'Run the job again.',
			'If it happens again, report it at https://github.com/jira-pat-check/jira-pat-check/issues, with the output report.',
		],
	},
}
const configuration = {
	'url-missing': {
		when: 'neither the input nor the environment gives a URL',
		title: 'No {product} URL given',
		message: 'There is no {product} to ask: <url> is blank, and so is the environment variable {urlVariable}.',
		remedy: [
			'Set <url> (or {urlVariable}) to the address at which people open {product}, for example {exampleUrl}.',
			'Where it comes from a variable of the CI system, check that one of exactly that name exists for this job.',
		],
	},
	'url-invalid': {
		when: 'no scheme, a scheme other than http(s), a login in any spelling, a query, a fragment, or a pasted page or REST path',
		title: 'The {product} URL is not a base URL',
		message: 'The {product} URL {problem}.',
		cause: '[It was probably meant to be {correction}.]',
		remedy: [
			'Set <url> (or {urlVariable}) to [{correction}, ]the base URL of {product}: scheme, host and, where there is one, the context path.',
		],
	},
	'url-insecure': {
		when: '`http://` to a host other than loopback, without `allow-http`',
		title: 'The {product} URL would send the token unencrypted',
		message: 'The {product} URL begins with http://, so that anybody on the way could read the token.',
		cause: 'Nothing was sent.',
		remedy: [
			'Use https instead of http[: {correction}], if {product} offers it, as it should.',
			'Only where the network is trusted and there is no HTTPS, set <allow-http> to true.',
		],
	},
	'token-missing': {
		when: 'the token is empty, or the variable that a list of tokens names; a pull request from a fork or Dependabot has secrets withheld',
		title: 'No {product} token given',
		message: 'There is no token to check: {problem}[, most likely because {withheld}].',
		remedy: [
			'[Skip this step in {forkRuns}: if: github.event.pull_request.head.repo.full_name == github.repository.]',
			'[Check the token elsewhere than in {forkRuns}: on push to a branch of the repository itself, or on a schedule.]',
			'[Store the token as a secret of {dependabot} too: Settings > Secrets and variables > Dependabot.]',
			'[Or skip this step in runs of {dependabot}.]',
			'[The step has {alike}: if that is meant, correct the name in the list or under env.]',
			'[Give the step the secret, in a line of its own under env: {envLine}.]',
			'[Check that {listedSecret} exists, under exactly that name, as a secret of the repository, of its organization, or of the environment that the job names.]',
			'[Set {listedVariable} to the token, as a secret variable of the CI system that this job may read.]',
			'[Check that the secret exists under exactly that name for {repository}, its organization, or the environment that the job names.]',
			'[In the workflow, pass that secret of {repository} to the step, as <token> or as the environment variable {patVariable}.]',
			'[Where the workflow in {repository} is a reusable one, have its caller hand over the secret (secrets: inherit).]',
			'[Check what writes to {pipe}: it has to print the token, and to end.]',
			'[Set {tokenVariable} to the token, as a secret variable of the CI system that this job may read: a protected one reaches only protected branches.]',
			'[Or give the token on standard input, with --token - (then {tokenVariable} does not count).]',
		],
	},
	'token-malformed': {
		when: 'inner white space or control characters, non-ASCII, a pasted `Bearer `, `Basic ` or `token:`, quotes, base64 of `mail:token`, a placeholder, a session cookie, parameters of OAuth 1.0a, or the token of another system; with `username` only what no password can be: nothing is sent',
		title: 'The {product} token is malformed',
		message: 'The token {problem}.',
		cause: 'Nothing was sent.',
		remedy: [
			'Store {wanted}.',
			'[A {bearerToken} is one unbroken string of letters, digits and signs, which {product} shows once, when it is created.]',
		],
	},
	'input-invalid': {
		when: 'any other input, a variable that looks like one, or a proxy variable, that cannot be read',
		title: 'Invalid setting: {input}',
		message: '{input} {problem}.',
		cause: '[Perhaps {meant} is meant.]',
		remedy: [
			'[Put {meant} in its place, if that is what is meant.]',
			'[Rename {ownVariable} where it is a variable of your own: those names are for inputs.]',
			'[Correct {input}: it accepts {accepts}.]',
			'[Or reach {sparedHost} without a proxy, if that is possible: name it in no_proxy.]',
		],
	},
	'certificate-invalid': {
		when: 'a CA or client certificate or key that is missing, unreadable, not PEM, expired, or does not fit',
		title: 'A certificate or key cannot be used: {input}',
		message: '{input} {problem}.',
		remedy: ['Set {input} to {wanted}.'],
	},
	'node-unsupported': {
		when: 'an older Node than 22.15 runs this',
		title: 'This Node.js is too old',
		message: 'Node.js {nodeVersion} runs jira-pat-check, which needs {minNodeVersion} or later.',
		cause: 'Nothing was sent.',
		remedy: [
			'Run it on Node.js {minNodeVersion} or later, best on 24: nodejs.org/en/download, or an image such as node:24.',
			'Where GitHub’s runner should have brought the right one, update the runner: it needs to know node24 (2.327 or later).',
		],
	},
	'tls-verification-off': {
		when: '`NODE_TLS_REJECT_UNAUTHORIZED=0` in the environment: the token would go to an unverified peer',
		title: 'TLS verification is switched off',
		message:
			'The environment has NODE_TLS_REJECT_UNAUTHORIZED=0, so that the token could go to anybody who impersonates {product}.',
		cause: 'Nothing was sent.',
		remedy: [
			'Remove NODE_TLS_REJECT_UNAUTHORIZED from the workflow, the job and the runner.',
			"Where {product}'s certificate is from a private CA, set <ca-certificate> to that CA.",
		],
	},
}
const RENEW = 'Create a new token in {product} at {tokenPage}, and store it in the secret.'
const RENAME = '[Put its name in place of “{givenTokenName}” in <token-name>.]'
const REVOKE = 'Then revoke the old one.'
const ROTATE = '[Or let {rotateAction} put a new one there, this time and from now on (docs/rotate.md).]'
const gates = {
	'user-inactive': {
		when: '`active` is false',
		title: 'The user of the token is deactivated',
		message: 'The token belongs to {user}, and {product} says that this user is not active.',
		remedy: ['Have a {product} administrator activate the user, or use a token of an active one.'],
	},
	'wrong-user': {
		when: 'not one of `expected-user`',
		title: 'The token belongs to another user',
		message: 'The token belongs to {user}, who is not among the expected users: {expected}.',
		remedy: ['Store a token of the expected user in the secret, or correct <expected-user>.'],
	},
	'project-not-visible': {
		when: 'a project that does not exist or that the user may not see',
		title: 'The token does not reach every project',
		message: '{user} cannot see {projects}: there is no such project, or the user may not browse it.',
		cause: '[All that is missing: {missing}.][ Unknown to this {product}: {unknownPermissions}.]',
		remedy: [
			'Check the project key ({projectKeyPlace}).',
			'Have an administrator of the project give the user {projectRole}.',
		],
	},
	'space-not-visible': {
		when: 'a space that does not exist or that the user may not see',
		title: 'The token does not reach every space',
		message: '{user} cannot see {spaces}: there is no such space, or the user may not view it.',
		remedy: [
			'Check the space key (as in its address: OPS in /display/OPS or /spaces/OPS).',
			'Have an administrator of the space give the user the permission to view it.',
		],
	},
	'repository-not-visible': {
		when: 'a repository that does not exist or that the user may not see',
		title: 'The token does not reach every repository',
		message: '{user} cannot see {repositories}: there is no such repository, or the user may not read it.',
		cause: '[All that is missing: {missing}.]',
		remedy: [
			'Check the key of the project and the name of the repository in its address: OPS/web in /projects/OPS/repos/web.',
			'Have an administrator of the repository or of its project give the user Repository read.',
		],
	},
	'permission-missing': {
		when: 'at least one permission is missing; all are listed at once',
		title: 'The user lacks permissions in {product}',
		message: '{user} lacks {missing}.',
		cause: '[Unknown to this {product}: {unknownPermissions}.]',
		remedy: [
			'Have an administrator grant what is missing {permissionPlace}.',
			'[Or create a token with wider permissions: {scopeCaveat}.]',
			'[Correct {unknownPermissions} in <permissions>: this {product} knows no permission of that name.]',
		],
	},
	'permission-unknown': {
		when: 'this Jira knows no permission of that name; the nearest one is named, and it counts in `missing-permissions`',
		title: 'This {product} knows no such permission',
		message: 'This {product} knows no permission named {unknownPermissions}[; perhaps {meant} is meant].',
		remedy: [
			'[Put {meant} in <permissions>, if that is what is meant.]',
			'The keys are those that {baseUrl}/rest/api/2/mypermissions lists, for example CREATE_ISSUES.',
		],
	},
	'token-expiring': {
		when: 'expires within `expiry-fail-days`',
		title: 'The {product} token expires too soon',
		message: 'The token[ “{tokenName}”] of {user} {expiry}, which is within <expiry-fail-days>.',
		remedy: [RENEW, RENAME, REVOKE, ROTATE],
	},
	'expiry-unknown': {
		when: '`expiry-fail-days`, or a rotation, asks for a proof that cannot be had: the list cannot be read, holds no live token, a date that makes no sense, nothing of the name `token-name`, or several of which the first expires too soon',
		title: 'When the {product} token expires is not known',
		message: 'It is not known when the token of {user} expires[, though {gateInput} asks for a proof]: {problem}.',
		cause: '{product} accepts the token now.',
		remedy: [
			'[Set <token-name> to the name of the token that is in the secret (it may be “{ambiguousName}”), so that its own date counts.]',
			'[Ask {operator} to let requests for {path} through like those for the identity.]',
			'Look at the list of tokens at {tokenPage}, logged in as that user.',
			'[Where the expiry is not to stop the job, leave {gateInput} out: <expiry-warn-days> warns all the same.]',
		],
	},
}
const brokenAnswer = {
	'not-http': {
		when: 'what answered does not speak HTTP',
		title: 'What answered does not speak HTTP',
		message: 'What listens at {host} answered, but not with HTTP[ ({detail})].',
		remedy: ['Check the scheme and port in <url>.'],
	},
	'malformed-response': {
		when: 'a status line came, and then something against the rules of HTTP; the message says what',
		title: 'The answer breaks the rules of HTTP',
		message: '{host} answered, but against the rules of HTTP[: {detail}].',
		cause: 'Such an answer proves nothing.',
		remedy: [
			'Ask the operators of {host} to mend it: most often a gateway, a proxy or an app in front of {product} writes such an answer.',
		],
	},
	'response-cut': {
		when: 'the answer ended early',
		title: 'The answer of {product} was cut short',
		message: '{host} closed the connection in the middle of its answer.',
		cause: 'What came of it proves nothing.',
		remedy: [
			'Run the job again.',
			'If it happens again, ask the operators of {host} about limits of the load balancer or proxy in front of {product}.',
		],
	},
	'response-too-large': {
		when: 'more than 1 MiB; the rest is not read',
		title: 'The answer is far too large',
		message: 'The answer of {host} is larger than {product} ever sends here (over 1 MiB, or over 16 KiB of headers).',
		cause: 'Something other than {product} answered.',
		remedy: ['Check that <url> is the base URL of {product}, and not of something else.'],
	},
}
const network = {
	'dns-not-found': {
		when: 'the host name does not exist',
		title: 'The host name of {product} does not exist',
		message: 'The host name {host} does not exist.',
		cause: 'It is mistyped, or known only inside a network that this runner is not in.',
		remedy: [
			'Check the spelling of the host in <url>.',
			'For a {product} inside a company network, use a self-hosted runner there, or set HTTPS_PROXY to a proxy that reaches it.',
		],
	},
	'dns-unavailable': {
		when: 'name resolution failed for now (`EAI_AGAIN`)',
		title: 'Name resolution failed',
		message: 'The name server of the runner gave no answer for {host}.',
		cause: 'The network of the runner has a problem, or its DNS settings are wrong.',
		remedy: ['Run the job again.', 'If it happens again, check the DNS settings of the runner.'],
	},
	'connection-refused': {
		when: 'nothing listens',
		title: 'The connection to {product} is refused',
		message: 'Nothing listens at {host}.',
		cause: '{product} is down, or the port is wrong.',
		remedy: ['Check that {product} is running.', 'Check the host and port in <url>.'],
	},
	'connection-reset': {
		when: 'closed or reset before an answer',
		title: 'The connection was closed without an answer',
		message: '{host} closed the connection before it answered[ ({detail})].',
		cause: 'It is a firewall, a load balancer without a healthy {product}, or a port that speaks another protocol.',
		remedy: [
			'Check the scheme and port in <url>: a server that expects HTTPS closes a plain HTTP connection.',
			'Ask the operators of {host} whether a firewall or load balancer drops connections from this runner.',
		],
	},
	'network-unreachable': {
		when: 'no route to host or network',
		title: 'No route to {product}',
		message: 'The runner has no route to {host}[ ({detail})].',
		cause: 'It is in another network, or a firewall forbids the connection.',
		remedy: [
			'Use a runner in a network that reaches {host}, or set HTTPS_PROXY to a proxy that does.',
			'Where the host has an IPv6 address, check that the runner has IPv6.',
		],
	},
	timeout: {
		when: 'no complete answer in time',
		title: '{product} did not answer in time',
		message: '{host} gave no complete answer within {seconds} s[ (while {phase})].',
		remedy: [
			'[Check that the proxy {proxy} can reach {product}, or add {host} to NO_PROXY if {product} is to be reached directly.]',
			'Check that {product} is up, and that no firewall silently drops connections from this runner.',
			'If {product} is only slow, raise <timeout-seconds> or lower <retries>: the attempts share that time.',
		],
	},
}
const proxy = {
	'proxy-unreachable': {
		when: 'the proxy from `HTTPS_PROXY` does not answer',
		title: 'The proxy does not answer',
		message: 'The proxy {proxy} from {proxyVariable} cannot be reached[: {detail}].',
		cause: '{product} was not asked.',
		remedy: [
			'Check scheme, host and port in {proxyVariable}, and that the proxy is running.',
			'If {product} is to be reached directly, add its host to NO_PROXY.',
		],
	},
	'proxy-unauthorized': {
		when: '407',
		title: 'The proxy wants a login (407)',
		message:
			'The proxy[ {proxy}] on the way to {host} wants a login, or does not accept the one that it was given (HTTP 407)[; it takes {proxyLogins} only].',
		cause: '{product} was not reached.',
		remedy: [
			'[Add or correct user name and password in {proxyVariable}: http://USER:PASSWORD@HOST:PORT, percent-encoded, from a secret.]',
			'[Ask the operators of the proxy to let this runner through to {host} without a login: a user name and password in its URL cannot help with {proxyLogins}.]',
			'[Or run a relay on the runner that logs in with {proxyLogins}, such as cntlm or px, and name that relay as the proxy.]',
		],
	},
	'proxy-refused': {
		when: 'the proxy would not, or could not, connect to Jira',
		title: 'The proxy does not connect to {product}[ ({status})]',
		message:
			'The proxy {proxy} from {proxyVariable} did not open a connection to {host}[: it answered HTTP {status}][ ({proxyWords})][: {detail}].',
		remedy: [
			'[Have CONNECT to port {connectPort} allowed, or use an address of {product} at port 443: many proxies allow port 443 only.]',
			'Ask the operators of the proxy to allow CONNECT to {host}.',
			'After a 500, 502, 503 or 504, check that the proxy can resolve and reach that host.',
			'If {product} is to be reached directly, add its host to NO_PROXY.',
		],
	},
}
const NOT_SENT = 'The token was not sent.'
const tls = {
	'tls-untrusted': {
		when: 'self-signed, private CA, or incomplete chain',
		title: 'The TLS certificate of {product} is not trusted',
		message:
			'The TLS certificate of {host}[ (subject {subject}; issuer {issuer})] is not signed by a CA that this runner trusts: {detail}.',
		cause: NOT_SENT,
		remedy: [
			'Set <ca-certificate> to the CA that signed it: PEM text, or the path of a file.',
			'If the certificate is from a public CA, have the operators of {host} send the intermediate certificates too.',
		],
	},
	'tls-expired': {
		when: "the server's certificate has expired, or is not valid yet",
		title: 'The TLS certificate of {product} is not valid at this time',
		message: 'The TLS certificate of {host}[ (subject {subject})] {validity}.',
		cause: NOT_SENT,
		remedy: [
			'Have the operators of {host} renew the certificate.',
			'If it is valid when seen from elsewhere, check the clock of the runner.',
		],
	},
	'tls-hostname-mismatch': {
		when: 'the certificate is for another host; the message names the hosts that it is for',
		title: 'The TLS certificate is for another host',
		message: 'The TLS certificate that {host} presented is not for that host[, but for {certificateHosts}].',
		cause: NOT_SENT,
		remedy: [
			'Use a host name in <url> that the certificate is for.',
			'Or have the operators of {host} add this one to the certificate.',
		],
	},
	'tls-protocol': {
		when: 'not TLS at that port, or no common version, cipher or renegotiation; a missing client certificate on TLS 1.2 looks the same (alert 40)',
		title: 'No TLS connection to {product}',
		message: 'The TLS handshake with {host} failed: {detail}.',
		remedy: [
			'[Ask the operators of {host} to {request}.]',
			'Check that the port in <url> speaks HTTPS, and that {host} offers TLS 1.2 or later.',
			'[If {product} is behind mutual TLS, set <client-certificate> and <client-key>: on TLS 1.2 a missing client certificate looks the same ({alert}).]',
		],
	},
	'tls-client-certificate': {
		when: 'the server wants a client certificate, or rejects the one given',
		title: '{product} is behind mutual TLS: client certificate missing or rejected',
		message: '{host} requires a TLS client certificate, but {detail}.',
		remedy: [
			'[Ask the operators of {host} to {request}.]',
			'Set <client-certificate> and <client-key> to a certificate that {host} accepts: issued by a CA that it trusts, not expired, with its intermediate certificates.',
		],
	},
}
const noConnection = { ...network, ...tls, ...proxy, ...brokenAnswer }
const rejection = {
	'token-rejected': {
		when: '401 from Jira to a Bearer, or an answer that says `AUTHENTICATED_FAILED`: Jira answers alike whatever is wrong with the token',
		title: '{product} rejected the token ({status})',
		message: '{product} at {baseUrl} does not accept the token[ from {tokenSource}] (HTTP {status}).',
		cause:
			'[It {asNobody}. ][It is a JSON Web Token that expired on {jwtExpiredOn}. ][It looks like an API token of Atlassian Cloud ({cloudToken}). ]{product} does not say why: a token that expired, was revoked or is mistyped gets the same answer.',
		remedy: [
			'[Get a new OAuth 2.0 access token: this one expired on {jwtExpiredOn}.]',
			'[For an API token of Cloud ({cloudToken}), set <username> to the e-mail address of its account.]',
			'Log in to {product} as the user of the token, and look for it at {tokenPage}.',
			'Where it is missing or has expired, create a new one and store it in the secret.',
			'Check that the secret holds the whole token, and one of this {product}.',
			'Check that the user is active, and that {tokenKinds} are enabled ({tokensSince}).',
			'Check that no proxy or load balancer on the way takes the Authorization header off.',
		],
	},
	'basic-rejected': {
		when: 'the same with `username`',
		title: '{product} rejected the user name and password or API token ({status})',
		message:
			'{product} at {baseUrl} does not accept this user name with the password or API token[ from {tokenSource}] (HTTP {status}).',
		remedy: [
			'If this is {aToken}, leave <username> out[: {product} takes one {bearerOnly}, and counts this as a failed login].',
			'[On {product} Cloud, <username> is the e-mail address of the account, and a scoped API token needs <url> {scopedUrl}.]',
			'[On {product} Cloud, have an administrator see whether the account may use it: {cloudAnswer}.]',
			'For a password, log in with it in a browser: after several failures {product} asks for a CAPTCHA there.',
		],
	},
	'pat-unsupported': {
		when: '401, and `/rest/api/2/serverInfo`, asked without the token, tells a Jira before 8.14',
		title: 'This version of {product} has no personal access tokens (401)',
		message: '{product} at {baseUrl} is version {version}, and personal access tokens exist since 8.14.',
		remedy: [
			'Update {product} to 8.14 or later.',
			"Until then, set <username>, and give that user's password as the token, or install an add-on for API tokens.",
		],
	},
	'edge-unauthorized': {
		when: '401 with no trace of Jira: a reverse proxy or gateway in front wants its own login',
		title: 'Something in front of {product} wants its own login (401)',
		message:
			'Something in front of {product} at {host}[ ({edge})] answered HTTP 401[, with a page titled “{pageTitle}”]: it wants a login of its own.',
		cause:
			'[It wants {challenge}.][ Yet {product} {openVersion} answered a question without any login, so this 401 is probably its own, with another page put over it.][ Nothing is known about {unprovenToken}.]',
		remedy: [
			'[First look for the token at {tokenPage}: {product} {openVersion} answers without a login, so this 401 is probably its own.]',
			'Ask {operator} to let requests for {path} that carry an Authorization header through to {product} without another login.',
			'[Authorization carries {product}’s token: where it takes its own login in another header too, give that in <headers>. It wants {challenge}.]',
			'Check that <url> is the base URL of {product}, and not of something else.',
		],
	},
	'captcha-required': {
		when: '`X-Authentication-Denied-Reason: CAPTCHA_CHALLENGE`, or `AUTHENTICATION_DENIED` in `X-Seraph-LoginReason`, at any status; or in the body of an answer that is not 2xx',
		title: '{product} requires this user to solve a CAPTCHA ({status})',
		message:
			'After several failed logins {product} refuses this user until a CAPTCHA is solved in a browser, even with the right password.',
		remedy: [
			'Log in once in a browser[ ({loginUrl})] as this user and solve the CAPTCHA, or have an administrator reset the failed login count.',
			'Find out what keeps logging in with a wrong password: often {aToken} sent as a password. Such a token needs no <username>.',
		],
	},
	'basic-auth-disabled': {
		when: '403, Basic Authentication has been disabled',
		title: 'Basic authentication is switched off in {product} (403)',
		message:
			'{product} at {baseUrl} accepts no user name with a password: Basic authentication has been disabled there.',
		remedy: ['Use {aToken} without <username>: it is sent as Bearer.'],
	},
	'cloud-needs-basic': {
		when: 'Jira Cloud refuses Bearer (“Failed to parse Connect Session Auth Token”, `AtlassianEdge`), or serverInfo after a 401 says `Cloud`; not with `username`, nor with a JWT',
		title: '{product} Cloud wants a user name and an API token ({status})',
		message: '{baseUrl} is {product} Cloud, which has no {tokenKinds} and does not take this token as Bearer.',
		remedy: [
			'Create an API token of an Atlassian account (https://id.atlassian.com/manage-profile/security/api-tokens), and store it in the secret.',
			'Set <username> to the e-mail address of that account.',
		],
	},
	'access-denied': {
		when: 'any other 403 from Jira: no licence or application access, or a scope too narrow',
		title: '{product} denies the user access (403)',
		message: '{product} at {baseUrl} knows the user and denies access (HTTP 403).',
		cause: 'Most likely the user lacks a licence or {access}, or the scope of the token is too narrow.',
		remedy: [
			'Have a {product} administrator give the user {access} ({accessPlace}).',
			'Have them check that the licence has a seat left.',
			'[For a scoped token, create one that may read the user ({readScope}).]',
		],
	},
	'edge-forbidden': {
		when: '403 with no trace of Jira: WAF, CDN, IP allow-list, proxy; named where it can be told; a known block page of a WAF at any status',
		title: 'Something in front of {product} blocks the request ({status})',
		message:
			'Something in front of {product} at {host}[ ({edge})] blocks the request (HTTP {status})[, with a page titled “{pageTitle}”].',
		cause:
			'It bears no trace of {product}: a firewall, CDN, IP allow-list or proxy answered.[ Nothing is known about {unprovenToken}.]',
		remedy: [
			'Ask {operator} to let this runner through: its outgoing IP address, and requests for {path} that carry an Authorization header.',
			'Where it goes by IP addresses, use a runner with a fixed one: those that GitHub hosts change theirs.',
			'Check that <url> is the base URL of {product}, and not of something else.',
		],
	},
}
const BY_HAND_STORE = 'Store it in {places}, and put its name in <token-name>, so that the next run knows it.'
const rotation = {
	'rotation-not-allowed': {
		when: 'the request for a new token is refused (401, 403, 404, a redirect to a login): this server does not let a token make tokens, or something in front of it keeps the request back; Bitbucket lets none',
		title: 'No token can be made with the token[ (HTTP {status})]',
		message: '{problem}.',
		cause: 'So it has to be renewed by hand.',
		remedy: [
			'Log in to {product} as {user}, and create a token that lives longer than this one: {tokenPage}.',
			BY_HAND_STORE,
			'Delete the old one some days later, when no job that was queued before can still need it.',
			'[Or ask {operator} to let POST requests for {path} through, where {product} itself would allow it.]',
		],
	},
	'too-many-tokens': {
		when: 'the account has as many tokens as it may have (10 by default), those that have expired included',
		title: 'The account has too many {product} tokens',
		message: '{product} makes no further token for {user}, since the account has as many as it may have.',
		cause: 'Those that have expired count too, and of this family none could be deleted.',
		remedy: [
			'Log in to {product} as {user}, and delete tokens that nobody needs, expired ones first: {tokenPage}.',
			'Do not delete[ “{tokenName}”,] the one that is stored now.',
			'Run the rotation again. An account of its own for each rotated token keeps it from happening again.',
		],
	},
	'token-life-refused': {
		when: 'this server makes no token that lives as long as `days` says (365 by default, less in many companies; no eternal ones), or one that ends before the old one',
		title: '{product} refuses the life of the new token',
		message: '{problem}.',
		remedy: [
			'Set <days> to a life that this {product} allows: the page for a new token shows the longest one ({tokenPage}), and its administrators know it.',
			'Run the rotation again.',
		],
	},
	'secret-not-writable': {
		when: 'GitHub refuses to read about or to write one of the places: a permission is missing, the place does not exist, or the repository has moved',
		title: 'The secret cannot be written: {place}',
		message: '{problem}.',
		remedy: [
			'[Give <github-token> what it needs for {place}: {permission}. The job’s own GITHUB_TOKEN can never have it.]',
			'[Give the repository by its new name, {newPlace}: it was renamed. <name-prefix> has to be set to the present prefix then.]',
			'Check the names in <secret>: NAME for one of this repository, env:ENVIRONMENT/NAME, org:NAME.',
			'Run the rotation again: a run that writes some places and not others is put right by the next one.',
		],
	},
	'new-token-not-proven': {
		when: 'whether a new token was made, or works, could not be shown: nothing was stored',
		title: 'The new {product} token could not be proven',
		message: '{problem}.',
		remedy: [
			'Run the rotation again: there is time, the old token still works.',
			'[Where it happens again, delete “{newToken}” in {product} first: no place holds it ({tokenPage}).]',
			'Where there is no time: create a token by hand, store it, and put its name in <token-name>.',
		],
	},
	'secret-write-in-doubt': {
		when: 'whether a place was written is not known: the old and the new token are both kept',
		title: 'What the secret holds now is not known',
		message: '{problem}.',
		cause: 'No token that a place may hold was revoked, so that whatever it holds works.',
		remedy: [
			'Delete no token in {product}. Run the rotation again in an hour or later: it sees which token comes out of the store, and puts the rest right.',
			'[Where it stays red: create a token by hand, store it in {places}, and put its name in <token-name>.]',
		],
	},
	'secret-shadowed': {
		when: 'the store does not hand out what was written to it: a secret of that name at a lower level hides it, somebody has changed it by hand, or a run that was killed has left a token behind',
		title: 'The stored token is not the one that comes out',
		message: '{problem}.',
		remedy: [
			'[Look where this workflow’s secret comes from: one of an environment hides one of the repository, which hides one of the organization. Name that place first in <secret>: now it is {ownPlace}.]',
			'[If somebody has put an older token into {ownPlace}: store “{newToken}” again, or delete it in {product} ({tokenPage}).]',
			'[If no place holds “{newToken}”, since a run was killed: delete it in {product} ({tokenPage}); the next run goes on.]',
			'[Delete by hand in {product} what has leaked of {leaked}, but store a new one first: {tokenPage}.]',
		],
	},
	'successor-lost': {
		when: 'a new token was made and its value lost on the way, twice, or it could not be revoked: no place holds it',
		title: 'A new {product} token was made, and is lost',
		message: '{problem}.',
		cause: 'No place holds it, and nobody knows its value.',
		remedy: [
			'[Delete “{newToken}” in {product}: {tokenPage}.]',
			'Run the rotation again[. Where “{newToken}” was not deleted, the run does that itself, an hour from now at the earliest].',
		],
	},
}
const PAGE = '[, with a page titled “{pageTitle}”]'
const unavailableAnswer = {
	'rate-limited': {
		when: '429; the message says when Jira may be asked again',
		title: 'Too many requests for now (429)',
		message: `{host} answered HTTP 429, too many requests[: it was {limiter} in front of {product}]${PAGE}.`,
		cause: '[It says nothing against {unprovenToken}.][ {product} may be asked again {retryAt}.]',
		remedy: [
			'Run the job again later; raise <timeout-seconds> if the wait is short.',
			'[Ask {operator} to exempt the address of this runner, which many jobs share, from that limit.]',
			'[If it happens often, have an administrator of {product} exempt {limitedUser} from rate limiting, or run fewer jobs at once.]',
		],
	},
	starting: {
		when: '5xx, and `/status` says `STARTING`, `STOPPING` or `FIRST_RUN`',
		title: '{product} is starting or stopping',
		message: '{product} at {baseUrl} reports that it is not ready: {state} (HTTP {status}).',
		remedy: ['Wait until {product} is up and run the job again.'],
	},
	maintenance: {
		when: '5xx, and `/status` says `MAINTENANCE`',
		title: '{product} is in maintenance',
		message: '{product} at {baseUrl} reports that it is in maintenance (HTTP {status}).',
		remedy: [
			'Wait for the end of the maintenance and run the job again.',
			'If none was announced, ask the administrators: {maintenanceWork} does this too.',
		],
	},
	'gateway-error': {
		when: '502, 504, 520–527, 530, a 503 with no trace of Jira, or any 5xx whose words say that Jira was never reached',
		title: 'The gateway in front of {product} gets no answer from it ({status})',
		message: `Something in front of {product} at {host}[ ({edge})] answered HTTP {status}${PAGE}[: {unreached}].`,
		cause:
			'[It may be asked again {retryAt}. ]{product} behind it is down, starting, overloaded or not reached.[ Nothing is known about {unprovenToken}.]',
		remedy: [
			'Check that {product} is up, and run the job again.',
			'If {product} is up, ask {operator} why it is not reached[: {unreached}].',
		],
	},
	'server-error': {
		when: 'any other 5xx',
		title: 'The server answered with an error of its own ({status})',
		message: `{baseUrl} answered HTTP {status}[ (from {edge})]${PAGE}: an error of the server itself.`,
		cause: '[That says nothing about {unprovenToken}.]',
		remedy: [
			'Run the job again; if it happens again, the log of {product} at this time has the cause.',
			'[Where it has none, ask {operator}: the answer bears no trace of {product}, so something in front of it may have failed.]',
		],
	},
}
const CHECK_URL = 'Check that <url> is the base URL of {product}, and not of something else.'
const unusableAnswer = {
	'sso-login': {
		when: 'a redirect to, or a page of, a login; a redirect or a page that hands the asked address on, to come back to it; 511',
		title: 'A login page answered instead of {product}',
		message:
			'{host} answered with a login page[ at {location}][ titled “{pageTitle}”] instead of data (HTTP {status}).',
		cause:
			'A single sign-on in front of {product}, a captive portal, or {product} itself did not let the token through.',
		remedy: [
			'Ask {operator} to let requests for {path} that carry an Authorization header pass without single sign-on.',
			'Where it is the login page of {product} itself, look for a proxy on the way that takes that header off.',
			CHECK_URL,
		],
	},
	redirected: {
		when: 'any other redirect; the message says where to, which is often the right base URL',
		title: 'The server redirects elsewhere ({status})',
		message: '{host} redirects[ to {location}] (HTTP {status})[: {redirection}].',
		cause: 'The token is never sent on after a redirect.',
		remedy: [
			'[Set <url> to {newBaseUrl}, if that is your {product}.]',
			'[Use the base URL {cloudUrl}, with <username> (an e-mail address) and an API token: {tokenKinds} stay behind in a move to Cloud.]',
			'[Ask those who run the proxy of your own network to let this runner reach {blockedHost}.]',
			'[Ask {loopOperator} why {path} leads to itself: often {product} is not told the scheme (X-Forwarded-Proto), or a cookie is wanted first.]',
			'[Compare {comparedUrl} with the address that a browser shows when {product} is open, less the path of the page.]',
		],
	},
	'not-found': {
		when: '404: usually a missing or wrong context path',
		title: 'There is no {product} at this URL (404)',
		message: `{baseUrl} answered HTTP 404[ (from {edge})]${PAGE}: there is no {product} REST API at this address.`,
		cause:
			'Usually the context path is missing or wrong[; or what is in front has no route for this host name or scheme: {noRoute}].',
		remedy: [
			'[Set <url> to {frontUrl}: the page that answered leads there.]',
			'Open {product} in a browser and compare: where it shows {examplePage}, the base URL is {exampleBaseUrl}.',
			'[On {product} Cloud the base URL ends in {cloudPath}.]',
			'[Check that scheme and host name in <url> are the ones by which the proxy in front knows {product}: {noRoute}.]',
		],
	},
	'html-page': {
		when: '200 with some other page',
		title: 'A web page answered instead of {product}',
		message: '{baseUrl} answered with a web page[ titled “{pageTitle}”][ (from {edge})] instead of data.',
		cause: 'It is another site, a captive portal, or a proxy in front of {product}.',
		remedy: [
			'[Set <url> to {frontUrl}: that page leads there.]',
			'Open {baseUrl}{openPath} in a browser: it should show JSON. If it does not, correct <url>.',
			'If it does, something on the way from this runner answers in place of {product}.',
		],
	},
	'empty-response': {
		when: '2xx with an empty body',
		title: 'The answer is empty ({status})',
		message: '{host} answered HTTP {status} with nothing in it[; it was {edge}].',
		cause:
			'That proves nothing[, but may mean that what is in front has no route for this host name or scheme: {noRoute}].',
		remedy: [
			'[Check that scheme and host name in <url> are the ones by which the proxy in front knows {product}: {noRoute}.]',
			'Check what a proxy or gateway in front of {product} does to requests for {path}.',
			CHECK_URL,
		],
	},
	'invalid-json': {
		when: '200 that is neither HTML nor the JSON that Jira sends',
		title: 'The answer is not what {product} sends',
		message: '{host} answered HTTP {status} with something that is not the JSON that {product} sends here.',
		remedy: ['Check what a proxy or gateway in front of {product} does to the answers to {path}.', CHECK_URL],
	},
	'no-identity': {
		when: 'JSON that proves no user: see [what counts as proof](decisions/0009-proof-of-identity.md)',
		title: 'The answer does not prove whose token this is',
		message: '{host} answered HTTP {status} with JSON that proves no user[: {contradiction}].',
		cause:
			'[The request was treated as anonymous, or it was not {notAnswered} that answered this request.][That the token belongs to {unconfirmedName} is what a header says, and nothing confirms it.]',
		remedy: [
			'[Ask {operator} to exempt {path} from {cache}: the answer to one user must not be given to another.]',
			'[Have an administrator let {unconfirmedName} read the list of users ({path}).]',
			'[Ask {operator} to leave {strippedHeader} in the answers; or use the token of a user, and none of a project or a repository.]',
			'Check that no proxy on the way takes the Authorization header off.',
			CHECK_URL,
		],
	},
	'unexpected-status': {
		when: 'any other status; without a trace of Jira a 405, 406, 418 or 451 is most often a firewall',
		title: 'Unexpected answer (HTTP {status})',
		message: `{host} answered HTTP {status}[ (from {edge})]${PAGE}[: {detail}].`,
		cause: 'That is no answer of {product}’s REST API.',
		remedy: [
			'[Set <url> to {httpsUrl}: that port speaks https.]',
			'[Ask {firewallOperator} whether a web application firewall blocks requests for {path}: HTTP {status} most often comes from one.]',
			'Check the scheme, the host and the path of <url>, and what is in front of {product}.',
		],
	},
}
const catalogue = {
	authenticated: always_loaded_alwaysLoaded.authenticated,
	...configuration,
	...rejection,
	...noConnection,
	...unavailableAnswer,
	...unusableAnswer,
	...gates,
	...rotation,
	'internal-error': always_loaded_alwaysLoaded['internal-error'],
}
function finding(reason, facts, ...[statusCode = null]) {
	return { kind: 'finding', reason, facts, common: {}, statusCode }
}
function addCommonFacts(found, common) {
	return { ...found, common: { ...found.common, ...common } }
}
function factsOf({ facts, common, statusCode }) {
	return { status: statusCode?.toString(), ...common, ...facts }
}
function isFinding(value) {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'finding'
}
function nearest(mistyped, names) {
	const from = mistyped.toLowerCase()
	const bound = Math.max(1, Math.floor(from.length / 3))
	let best
	for (const name of names) {
		const to = name.toLowerCase()
		if (Math.abs(to.length - from.length) > bound) continue
		const distance = distanceOf(from, to)
		if (distance <= bound && (best === undefined || distance < best.distance)) best = { name, distance }
	}
	return best?.name
}
function distanceOf(a, b) {
	let beforeLast = []
	let last = Array.from({ length: b.length + 1 }, (_, column) => column)
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row]
		for (let column = 1; column <= b.length; column += 1) {
			const at = (line, index) => line[index] ?? Number.POSITIVE_INFINITY
			const isSame = a[row - 1] === b[column - 1]
			const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
			current.push(
				Math.min(
					at(last, column) + 1,
					at(current, column - 1) + 1,
					at(last, column - 1) + (isSame ? 0 : 1),
					isSwapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
				),
			)
		}
		beforeLast = last
		last = current
	}
	return last[b.length] ?? Number.POSITIVE_INFINITY
}
const projectsOfBitbucket = {
	pattern: /^(?:[a-z][\w.-]*|~[\w.@+-]+)$/i,
	accepts: 'project keys, which begin with a letter, or with “~” for the projects of users',
	meantBy: (item) => /^([^/]+)\/[^/]+$/.exec(item)?.[1],
}
const spaces = {
	pattern: /^(?:[a-z0-9]+|~[\w.@+-]+)$/i,
	accepts: 'space keys: letters and digits, or “~” and a user name for the space of a user',
	meantBy: (item) => /\/(?:display|spaces)\/(~?[\w.@+-]+)/i.exec(item)?.[1],
}
const REPOSITORY = /^(?:[a-z][\w.-]*|~[\w.@+-]+)\/\w[\w.-]*$/i
const PATH_OF_REPOSITORY = /\/(projects|users|scm)\/([^/?#]+)\/(?:repos\/)?([^/?#]+?)(?:\.git)?(?:[/?#]|$)/i
const repositories = {
	pattern: REPOSITORY,
	accepts:
		'repositories as KEY/NAME: the key of the project, and the name of the repository as it stands in its address',
	meantBy(item) {
		const [, place = '', key = '', name = ''] = PATH_OF_REPOSITORY.exec(item) ?? []
		const meant = `${place.toLowerCase() === 'users' ? '~' : ''}${key}/${name}`
		return REPOSITORY.test(meant) ? meant : undefined
	},
}
const PERMISSIONS_OF_BITBUCKET = ['PROJECT', 'REPO'].flatMap((place) =>
	['READ', 'WRITE', 'ADMIN'].map((level) => `${place}_${level}`),
)
const permissionsOfBitbucket = {
	pattern: /^(?:PROJECT|REPO)_(?:READ|WRITE|ADMIN)$/,
	accepts: PERMISSIONS_OF_BITBUCKET.join(', '),
	meantBy: (item) => nearest(item, PERMISSIONS_OF_BITBUCKET),
}
const CHECK = { programs: { check: {} } }
const placeRows = {
	projects: {
		...CHECK,
		kind: 'list',
		pattern: /^[a-z]\w*$/i,
		accepts: 'project keys: letters, digits and “_”, starting with a letter',
		meantBy: (item) => /^([a-z]\w*)-\d+$/i.exec(item)?.[1],
		maxItems: 500,
		products: { jira: {}, bitbucket: projectsOfBitbucket },
		help: 'list of project keys that the token must reach',
	},
	spaces: {
		...CHECK,
		kind: 'list',
		...spaces,
		maxItems: 500,
		products: { confluence: {} },
		help: 'list of keys of Confluence’s spaces, likewise',
	},
	repositories: {
		...CHECK,
		kind: 'list',
		...repositories,
		maxItems: 500,
		products: { bitbucket: {} },
		help: 'list of Bitbucket’s repositories, KEY/NAME, likewise',
	},
	permissions: {
		...CHECK,
		kind: 'list',
		pattern: /^[\w.:-]+$/,
		accepts: 'permission keys: letters, digits and the signs “_”, “.”, “:” and “-”',
		maxItems: 100,
		products: { jira: {}, bitbucket: permissionsOfBitbucket },
		help: 'list of permission keys that the user must hold',
	},
}
const rotate_rows_ROTATE = { programs: { rotate: {} } }
const MAX_DAYS = 36_500
const rotateRows = {
	secret: {
		...rotate_rows_ROTATE,
		kind: 'text',
		help: 'where it goes: NAME, env:ENVIRONMENT/NAME, org:NAME',
	},
	'name-prefix': {
		...rotate_rows_ROTATE,
		kind: 'word',
		pattern: /^[\w.-]{1,19}$/,
		accepts: 'up to 19 letters, digits and the signs “_”, “.” and “-”',
		help: "what the new tokens' names begin with",
	},
	days: {
		...rotate_rows_ROTATE,
		kind: 'word',
		pattern: /^(?:never|[1-9]\d{0,3}|[12]\d{4}|3[0-5]\d{3}|36[0-4]\d{2}|36500)$/,
		accepts: `a whole number of days from 1 to ${MAX_DAYS}, or never`,
		words: ['never'],
		default: '90',
		help: 'life of the new token in days ({default}), or never',
	},
	'rotate-days': {
		...rotate_rows_ROTATE,
		kind: 'whole-number',
		min: 0,
		max: MAX_DAYS,
		unit: 'days',
		default: 14,
		help: 'rotate when so many days are left ({default})',
	},
	'overlap-days': {
		...rotate_rows_ROTATE,
		kind: 'whole-number',
		min: 0,
		max: MAX_DAYS,
		unit: 'days',
		default: 7,
		help: 'how long the old token lives on ({default})',
	},
	revoke: {
		...rotate_rows_ROTATE,
		kind: 'word',
		pattern: /^(?:later|never|now)$/,
		accepts: 'later, never or now',
		words: ['later', 'never', 'now'],
		default: 'later',
		help: 'when the old token is revoked: later, never, now ({default})',
	},
	'store-command': { ...rotate_rows_ROTATE, kind: 'text', help: 'command that stores the token from its input' },
	'read-command': { ...rotate_rows_ROTATE, kind: 'text', help: 'command that prints the stored token' },
	'dry-run': {
		...rotate_rows_ROTATE,
		kind: 'boolean',
		default: false,
		help: 'say what would be done; change nothing ({default})',
	},
}
const OF_ONE_TOKEN = { programs: { check: {}, rotate: {} } }
const urlRows = {
	'jira-url': {
		...OF_ONE_TOKEN,
		kind: 'url',
		product: 'jira',
		variable: 'JIRA_DOMAIN',
		tokenVariable: 'JIRA_PAT',
		help: 'base URL of Jira with its context path; else {variable}',
	},
	'confluence-url': {
		...OF_ONE_TOKEN,
		kind: 'url',
		product: 'confluence',
		variable: 'CONFLUENCE_DOMAIN',
		tokenVariable: 'CONFLUENCE_PAT',
		help: 'base URL of Confluence instead; else {variable}',
	},
	'bitbucket-url': {
		programs: { check: {}, rotate: { help: 'is refused: its tokens make no tokens' } },
		kind: 'url',
		product: 'bitbucket',
		variable: 'BITBUCKET_DOMAIN',
		tokenVariable: 'BITBUCKET_PAT',
		help: 'base URL of Bitbucket instead; else {variable}',
	},
}
const WATCH = { programs: { watch: {} } }
const watchRows = {
	tokens: {
		...WATCH,
		kind: 'text',
		default: '.github/jira-tokens.yml',
		help: 'path of the list, or the list ({default})',
	},
	only: {
		...WATCH,
		kind: 'list',
		pattern: /^[a-z_]\w*$/i,
		accepts: 'names of secrets: letters, digits and “_”, not beginning with a digit',
		maxItems: 1_000,
		help: 'list; of all secrets check these only',
	},
	html: { ...WATCH, kind: 'output-file', help: 'write the page as HTML, to a file or to “-”' },
	junit: { ...WATCH, kind: 'output-file', help: 'write a JUnit file, likewise' },
	metrics: { ...WATCH, kind: 'output-file', help: 'write metrics for Prometheus, likewise' },
	'report-path': { ...WATCH, kind: 'output-file', flag: 'report', help: 'write the whole report as JSON, likewise' },
	merge: { ...WATCH, kind: 'paths', help: 'check nothing: put these reports (paths) together' },
	issues: { ...WATCH, kind: 'boolean', default: true, help: 'without effect here' },
	'issue-label': {
		...WATCH,
		kind: 'word',
		pattern: /^[^,\p{Cc}]{1,50}$/u,
		accepts: 'a label of at most 50 characters, without a comma',
		default: 'jira-token',
		help: 'without effect here',
	},
	parallel: {
		...WATCH,
		kind: 'whole-number',
		min: 1,
		max: 32,
		unit: 'tokens',
		default: 4,
		help: 'how many tokens at a time ({default}); two at one host',
	},
}
const table_CHECK = { programs: { check: {} } }
const table_OF_ONE_TOKEN = { programs: { check: {}, rotate: {} } }
const DAYS = { kind: 'whole-number', min: 0, max: 36_500, unit: 'days' }
const table = {
	...watchRows,
	...rotateRows,
	'github-token': {
		kind: 'secret',
		programs: { watch: { expression: '${{ github.token }}' }, rotate: {} },
		help: 'only “-”: from input; else JIRA_CHECK_GITHUB_TOKEN',
	},
	...urlRows,
	token: {
		...table_OF_ONE_TOKEN,
		kind: 'secret',
		variable: 'JIRA_PAT',
		help: 'only “-”: from standard input; else {variable}',
	},
	username: { ...table_CHECK, kind: 'text', help: 'send HTTP Basic username:token instead of Bearer' },
	headers: {
		...table_OF_ONE_TOKEN,
		kind: 'headers',
		help: 'only “-”: lines “Name: value” from standard input',
	},
	'expected-user': {
		...table_OF_ONE_TOKEN,
		kind: 'list',
		pattern: /^\P{Cc}+$/u,
		accepts: 'user names, keys, e-mail addresses or account ids',
		maxItems: 100,
		help: 'list; the token must belong to one of these users',
	},
	...placeRows,
	'check-expiry': {
		...table_CHECK,
		kind: 'boolean',
		default: true,
		help: "whether to read the token's expiry ({default})",
	},
	'token-name': { ...table_OF_ONE_TOKEN, kind: 'text', help: "the token's name in Jira" },
	'expiry-warn-days': {
		...table_CHECK,
		...DAYS,
		default: 14,
		help: 'warn when the token expires within so many days ({default})',
	},
	'expiry-fail-days': {
		...table_CHECK,
		...DAYS,
		default: undefined,
		help: 'fail unless it lives longer than so many days',
	},
	'fail-on': {
		programs: {
			check: {},
			watch: {
				default: ['refused', 'unknown', 'misconfigured', 'expiring', 'expiry-unknown'],
				help: 'what fails (all); also expiring, expiry-unknown',
			},
		},
		kind: 'list',
		pattern: /./,
		accepts:
			'results (refused, unknown, misconfigured), categories and reasons, each with “!” where it is not to fail; or none alone',
		maxItems: 200,
		default: ['refused', 'unknown', 'misconfigured'],
		help: 'what fails (all): results, categories, reasons, none',
	},
	'timeout-seconds': {
		programs: {
			check: {},
			watch: { default: 120, help: 'bound on everything ({default})' },
			rotate: { default: 60, help: 'bound on what comes before a new token is made ({default})' },
		},
		kind: 'whole-number',
		min: 1,
		max: 600,
		unit: 'seconds',
		default: 30,
		help: 'bound on the whole check ({default})',
	},
	retries: {
		...table_OF_ONE_TOKEN,
		kind: 'whole-number',
		min: 0,
		max: 10,
		unit: '',
		default: 2,
		help: 'how many times a transient failure is retried ({default})',
	},
	'ca-certificate': { ...table_OF_ONE_TOKEN, kind: 'pem', help: 'extra CA certificates: path of a PEM file' },
	'client-certificate': {
		...table_OF_ONE_TOKEN,
		kind: 'pem',
		help: 'client certificate for mutual TLS: path likewise',
	},
	'client-key': { ...table_OF_ONE_TOKEN, kind: 'pem', help: 'its private key: path likewise' },
	'allow-http': {
		...table_OF_ONE_TOKEN,
		kind: 'boolean',
		default: false,
		help: 'allow http:// to a host other than loopback ({default})',
	},
	'job-summary': { kind: 'boolean', default: true, help: 'without effect here' },
}
const URL_INPUTS = ['jira-url', 'confluence-url', 'bitbucket-url']
function findAskedUrl(readInput, environment) {
	const [given, rival] = URL_INPUTS.filter((name) => readInput(name).trim() !== '')
	const input = given ?? URL_INPUTS.find((name) => environment[table[name].variable]?.trim()) ?? 'jira-url'
	const { product, tokenVariable } = table[input]
	return { input, product, tokenVariable, rival }
}
function invalidInput(input, problem, accepts, meant) {
	return finding('input-invalid', { input: `<${input}>`, problem, accepts, meant: meant === undefined ? [] : [meant] })
}
function takes(program, { programs }) {
	return programs === undefined || program in programs
}
function rowFor(program, row) {
	return { ...row, ...row.programs?.[program] }
}
function inputsOf(program) {
	return new Map(
		Object.keys(table)
			.filter(isInput)
			.filter((name) => takes(program, table[name]))
			.map((name) => [name, rowFor(program, table[name])]),
	)
}
function isInput(name) {
	return name in table
}
const BOOLEANS = new Map([
	...['true', 'True', 'TRUE'].map((word) => [word, true]),
	...['false', 'False', 'FALSE'].map((word) => [word, false]),
])
const OTHER_BOOLEANS = new Map(
	Object.entries({ yes: 'true', y: 'true', on: 'true', 1: 'true', no: 'false', n: 'false', off: 'false', 0: 'false' }),
)
function createFieldReader(program, source) {
	const { environment } = source
	const asked = findAskedUrl((name) => source.readInput(name), environment)
	let firstFinding
	const reject = (found) => {
		firstFinding ??= found
	}
	const given = (name) => source.readInput(name).trim()
	const variableFor = (name) => {
		const { variable } = table[name]
		return given(name) !== '' || source.blankBecause?.(name) !== undefined
			? undefined
			: name === 'token'
				? asked.tokenVariable
				: variable
	}
	const raw = (name) => {
		const variable = variableFor(name)
		return variable === undefined ? given(name) : (environment[variable] ?? '').trim()
	}
	return {
		asked,
		isGiven: (name) => raw(name) !== '',
		text(name) {
			const row = rowFor(program, table[name])
			return raw(name) || (row.default ?? '')
		},
		word(name) {
			const row = rowFor(program, table[name])
			const value = raw(name)
			if (value !== '' && row.pattern.test(value)) return value
			if (value !== '') reject(invalidInput(name, 'cannot be read', row.accepts, nearest(value, row.words ?? [])))
			return row.default ?? ''
		},
		placeOf: (name) => variableFor(name) ?? source.placeOf(name),
		reject,
		get firstFinding() {
			return firstFinding
		},
		boolean(name) {
			const value = raw(name)
			const read = BOOLEANS.get(value)
			if (read !== undefined) return read
			if (value !== '') {
				const meant = OTHER_BOOLEANS.get(value.toLowerCase()) ?? nearest(value, ['true', 'false'])
				reject(invalidInput(name, 'is neither true nor false', 'true or false', meant))
			}
			return rowFor(program, table[name]).default
		},
		wholeNumber(name) {
			const { min, max, unit, default: byDefault } = rowFor(program, table[name])
			const value = raw(name)
			if (value === '') return byDefault
			const isWithin = (number) => number >= min && number <= max
			if (/^\d+$/.test(value) && isWithin(Number(value))) return Number(value)
			const accepts = `a whole number${unit && ` of ${unit}`} from ${min} to ${max}`
			const [, digits] = /^(\d{1,5})\s*(?:s|secs?|seconds?|d|days?|times?)$/i.exec(value) ?? []
			const meant = digits !== undefined && isWithin(Number(digits)) ? digits : undefined
			reject(invalidInput(name, `is not ${accepts}`, accepts, meant))
			return byDefault
		},
		list(name) {
			const common = rowFor(program, table[name])
			const row = { ...common, ...common.products?.[asked.product] }
			const value = raw(name)
			const items = [...new Set(value.split(/[\s,]+/).filter(Boolean))]
			if (value !== '' && items.length === 0) reject(invalidInput(name, 'holds nothing but separators', row.accepts))
			if (items.length > row.maxItems) {
				const problem = `has ${items.length} items, which is more than ${row.maxItems}`
				reject(invalidInput(name, problem, `up to ${row.maxItems} items`))
			}
			const wrong = items.findIndex((item) => !row.pattern.test(item))
			const meant = items[wrong] === undefined ? undefined : row.meantBy?.(items[wrong])
			if (wrong >= 0) {
				reject(invalidInput(name, `has an item that cannot be right (number ${wrong + 1})`, row.accepts, meant))
			}
			return items.length === 0 ? (row.default ?? []) : items
		},
	}
}
const MIN = { major: 22, minor: 15 }
function judgeNode(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number)
	if (major > MIN.major || (major === MIN.major && minor >= MIN.minor)) return undefined
	return finding('node-unsupported', { nodeVersion: version, minNodeVersion: `${MIN.major}.${MIN.minor}` })
}
const bitbucketMark = {
	product: 'Bitbucket',
	urlInput: 'bitbucket-url',
	isMarked: isOfBitbucket,
	contextPaths: ['/bitbucket', '/stash'],
}
function isOfBitbucket({ headers, body }) {
	return (
		headers.get('x-arequestid')?.startsWith('@') === true ||
		headers.has('x-auserid') ||
		/\bx-auserid\b/i.test(headers.get('vary') ?? '') ||
		/"exceptionName"\s*:\s*"com\.atlassian\.(?:bitbucket|stash)\./.test(body)
	)
}
function parseJson(text) {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}
function isObject(value) {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}
const VISIBLE = /[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}]/u
const VISIBLE_IN_ASCII = /[!-~]/
function textOf(object, name) {
	const value = Object.hasOwn(object, name) ? object[name] : undefined
	return typeof value === 'string' && isVisible(value) ? value.trim() : ''
}
function isVisible(text) {
	return VISIBLE_IN_ASCII.test(text) || VISIBLE.test(text)
}
const confluenceMark = {
	product: 'Confluence',
	urlInput: 'confluence-url',
	isMarked: ({ headers, body }) => headers.has('x-confluence-request-time') || isErrorEnvelope(body),
	contextPaths: ['/confluence', '/wiki'],
}
function isErrorEnvelope(body) {
	if (!/"statusCode"/.test(body)) return false
	const json = parseJson(body)
	return isObject(json) && typeof json['statusCode'] === 'number' && isObject(json['data']) && 'message' in json
}
const words = {
	product: 'Jira',
	urlInput: 'jira-url',
	urlVariable: 'JIRA_DOMAIN',
	patVariable: 'JIRA_PAT',
	exampleUrl: 'https://jira.example.com',
	examplePage: 'https://jira.example.com/jira/secure/Dashboard.jspa',
	exampleBaseUrl: 'https://jira.example.com/jira',
	cloudPath: undefined,
	cloudAnswer: undefined,
	openPath: '/rest/api/2/serverInfo',
	aToken: 'a personal access token',
	tokenNoun: 'personal access token',
	tokenKinds: 'personal access tokens',
	tokenPageTitle: 'Personal Access Tokens',
	tokenMenu: 'Profile > Personal Access Tokens > Create token',
	rotateAction: 'jira-pat-check/rotate',
	tokensSince: 'Jira 8.14 or later, atlassian.pats.enabled',
	bearerOnly: 'only as Bearer',
	maintenanceWork: 'a re-index or an upgrade',
	access: 'application access',
	accessPlace: 'User management > Applications',
	readScope: 'read:jira-user',
	scopedUrl: 'https://api.atlassian.com/ex/jira/CLOUD-ID',
	projectKeyPlace: 'as in the keys of its issues: OPS in OPS-123, upper case',
	projectRole: 'a role or group with Browse Projects',
	permissionPlace: "in the project's permission scheme (a global one under Global permissions)",
	scopeCaveat: undefined,
	placeWords: 'projects',
	placeTitle: 'Project',
}
const jiraMark = {
	product: words.product,
	urlInput: words.urlInput,
	isMarked: ({ headers, body }) =>
		/^\d+x\d+x\d+/.test(headers.get('x-arequestid') ?? '') || /^\s*\{\s*"errorMessages"\s*:/.test(body),
	contextPaths: ['/jira'],
}
const marks = {
	jira: jiraMark,
	confluence: confluenceMark,
	bitbucket: bitbucketMark,
}
function marksFor(name) {
	const { [name]: own, ...others } = marks
	return { contextPaths: own.contextPaths, others: Object.values(others) }
}
function decodePercent(text) {
	try {
		return decodeURIComponent(text)
	} catch {
		return undefined
	}
}
function describeUser({ name, displayName, key, accountId, emailAddress }) {
	const [id] = [name, key, accountId].filter((text) => text !== '' && !holdsEmail(text, emailAddress))
	const shown = displayName !== '' && !holdsEmail(displayName, emailAddress) ? displayName : undefined
	if (shown !== undefined && id === name) return shown === name ? name : `${shown} (${name})`
	return shown ?? id ?? 'a user who is named by an e-mail address only'
}
function holdsEmail(text, emailAddress) {
	const seen = asSeen(text)
	const email = asSeen(emailAddress)
	return /\S@\S/.test(seen) || (email !== '' && seen.includes(email))
}
function asSeen(text) {
	return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').toLowerCase()
}
function describeExpected(expectedUsers) {
	const names = expectedUsers.filter((user) => !holdsEmail(user, ''))
	const addresses = expectedUsers.length - names.length
	const words =
		addresses === 0
			? []
			: [addresses === 1 ? 'the user of an e-mail address' : `the users of ${addresses} e-mail addresses`]
	return [...names, ...words]
}
function identityNames({ name, key, accountId }) {
	return [name, key, accountId].filter(Boolean)
}
function isAnonymous(name) {
	return name.toLowerCase() === 'anonymous'
}
function isExpected(identity, expectedUsers) {
	const names = [...identityNames(identity), identity.emailAddress].filter(Boolean).map(foldName)
	return expectedUsers.some((user) => names.includes(foldName(user)))
}
function foldName(text) {
	return text.normalize('NFC').toLowerCase()
}
function readLoginReason(headers) {
	const words = (headers.get('x-seraph-loginreason') ?? '').toUpperCase().split(/[^A-Z_]+/)
	if (words.includes('AUTHENTICATION_DENIED')) return 'denied'
	const afterOk = words.slice(words.lastIndexOf('OK') + 1)
	if (afterOk.includes('AUTHENTICATED_FAILED')) return 'failed'
	return afterOk.includes('OUT') ? 'out' : undefined
}
function contradictionOf(answer) {
	const { headers } = answer
	const login = readLoginReason(headers)
	if (login !== undefined) return 'its header X-Seraph-LoginReason says that nobody is logged in'
	if (namesIn(headers.get('x-ausername')).flatMap(readingsOf).some(isAnonymous))
		return 'its header X-AUSERNAME says that nobody is logged in'
	if (headers.has('x-authentication-denied-reason'))
		return 'its header X-Authentication-Denied-Reason says that the login was denied'
	return describeCache(answer)
}
function describeCache({ headers, durationMs }) {
	const oldestPossible = Math.ceil(durationMs / 1000) + 1
	const age = (headers.get('age') ?? '').match(/\d+/g)?.find((seconds) => Number(seconds) > oldestPossible)
	if (age !== undefined) return `it comes out of a cache, where it has been for ${age.slice(0, 12)} s (its header Age)`
	const hit = CACHE_HEADERS.find((name) => /(?<![a-z])hit(?![a-z])/i.test(headers.get(name.toLowerCase()) ?? ''))
	return hit === undefined ? undefined : `it comes out of a cache (its header ${hit} says HIT)`
}
const CACHE_HEADERS = ['X-Cache', 'X-Cache-Status', 'X-Proxy-Cache', 'CF-Cache-Status', 'Cache-Status']
function otherUserOf(headers, identity) {
	const { name, key, accountId, emailAddress } = identity
	const accountIds = namesIn(headers.get('x-aaccountid'))
	if (accountId !== '' && accountIds.some((id) => !fits(id, [accountId]))) {
		return 'its header X-AACCOUNTID names another user than its body'
	}
	const own = [name, key, emailAddress].filter(Boolean)
	const header = headers.get('x-ausername') ?? ''
	if (own.length === 0 || header.trim() === '') return undefined
	const all = [...own, accountId].filter(Boolean)
	if (fits(header, all) || namesIn(header).every((part) => fits(part, all) || isUnspeakable(part, name)))
		return undefined
	return 'its header X-AUSERNAME names another user than its body'
}
function namesIn(header) {
	return (header ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean)
}
function isUnspeakable(header, name) {
	return /[^\0-\xff]/.test(name) && !isAnonymous(header) && readingsOf(header).some((text) => /[?\uFFFD]/.test(text))
}
function fits(header, names) {
	const known = names.map(foldName)
	return readingsOf(header).some((text) => !isAnonymous(text) && known.includes(foldName(text.trim())))
}
function readingsOf(header) {
	const utf8 = Buffer.from(header, 'latin1').toString()
	return [header, utf8].flatMap((text) => [
		text,
		decodePercent(text) ?? text,
		decodePercent(text.replaceAll('+', ' ')) ?? text,
	])
}
function askedBy(identity, question) {
	return {
		...question,
		read(diagnosis, outcome) {
			const other = isFinding(diagnosis) ? undefined : otherUserOf(diagnosis.headers, identity)
			return other === undefined || isFinding(diagnosis)
				? question.read(diagnosis, outcome)
				: noIdentity(diagnosis, other)
		},
	}
}
function noIdentity({ statusCode, path, operator, product }, contradiction) {
	return finding('no-identity', { contradiction, path, operator, notAnswered: product }, statusCode)
}
function wrongShape({ statusCode, path }) {
	return finding('invalid-json', { path }, statusCode)
}
function isOfAtlassianEdge(headers) {
	return /^atlassianedge\b/i.test(headers.get('server')?.trim() ?? '')
}
const TRACE_HEADERS = [
	'x-arequestid',
	'x-anodeid',
	'x-asessionid',
	'x-asen',
	'x-ausername',
	'x-seraph-loginreason',
	'x-authentication-denied-reason',
	'atl-traceid',
]
const TRACE_BODY =
	/Client must be authenticated to access this resource|Basic Authentication Failure - Reason|Basic Authentication has been disabled on this instance|Failed to parse Connect Session Auth Token|AUTHENTICATION_DENIED/i
function hasTraceOfJira(answer) {
	return hasTraceHeader(answer.headers) || TRACE_BODY.test(answer.body) || fingerprint_isErrorEnvelope(answer.body)
}
function hasTraceHeader(headers) {
	return (
		TRACE_HEADERS.some((name) => headers.has(name)) ||
		/(?:^|,)\s*OAuth\s+realm\s*=/i.test(headers.get('www-authenticate') ?? '')
	)
}
function fingerprint_isErrorEnvelope(body) {
	if (!/"(?:errorMessages|status-code)"/.test(body)) return false
	const json = parseJson(body)
	if (!isObject(json)) return false
	return Array.isArray(json['errorMessages']) || (typeof json['message'] === 'string' && 'status-code' in json)
}
function isOfCloud({ headers, body }) {
	return isOfAtlassianEdge(headers) || /Failed to parse Connect Session Auth Token/i.test(body)
}
const ADMINISTRATOR_PERMISSIONS = ['ADMINISTER', 'SYSTEM_ADMIN']
function permissionsPath(project, permissions) {
	const query = new URLSearchParams()
	if (project !== undefined) query.set('projectKey', project)
	query.set('permissions', permissions.join(','))
	return `/rest/api/2/mypermissions?${query}`
}
const GLOBAL_PERMISSIONS = new Set([
	'ADMINISTER',
	'SYSTEM_ADMIN',
	'BULK_CHANGE',
	'USER_PICKER',
	'CREATE_SHARED_OBJECTS',
	'MANAGE_GROUP_FILTER_SUBSCRIPTIONS',
	'CREATE_PROJECT',
])
function isGlobalByName(permission) {
	return GLOBAL_PERMISSIONS.has(permission)
}
function parsePermissions(json, wanted) {
	const list = isObject(json) ? json['permissions'] : undefined
	if (!isObject(list)) return undefined
	return {
		holdings: new Map(wanted.map((key) => [key, holdingOf(list, key)])),
		global: new Set(wanted.filter((key) => entryOf(list, key)?.['type'] === 'GLOBAL')),
		known: Object.keys(list),
		isAdministrator: ADMINISTRATOR_PERMISSIONS.some((key) => holdingOf(list, key) === 'held'),
	}
}
function holdingOf(list, key) {
	if (!Object.hasOwn(list, key)) return 'unknown'
	return entryOf(list, key)?.['havePermission'] === true ? 'held' : 'missing'
}
function entryOf(list, key) {
	const entry = Object.hasOwn(list, key) ? list[key] : undefined
	return isObject(entry) ? entry : undefined
}
function saysProjectNotFound(body, project, isFromJira) {
	return errorMessagesOf(body).some((message) => isFromJira || message.includes(project))
}
function permissionsCalledUnknown(body, wanted) {
	const words = new Set(
		errorMessagesOf(body)
			.join(' ')
			.match(/[\w.:-]+/g),
	)
	return wanted.filter((key) => words.has(key))
}
function errorMessagesOf(body) {
	const json = parseJson(body)
	const messages = isObject(json) ? json['errorMessages'] : undefined
	return Array.isArray(messages) ? messages.filter((message) => typeof message === 'string') : []
}
const askAccess = ({ projects, permissions: wanted }) => {
	if (wanted.length === 0) return []
	const places = projects.length === 0 ? [undefined] : projects
	return places.map((project) => askAbout(project, wanted))
}
const askFurtherAccess = ({ projects, permissions: wanted }, access) => {
	const isRead = (permission) => access.some(({ permissions }) => permissions?.global.has(permission))
	const globals = wanted.filter((permission) => isGlobalByName(permission) && !isRead(permission))
	return projects.length === 0 || globals.length === 0 ? [] : [askAbout(undefined, globals)]
}
function askAbout(project, wanted) {
	return {
		path: permissionsPath(project, wanted),
		what: project === undefined ? 'the global permissions' : `the permissions in ${project}`,
		stage: 'permissions',
		read: (diagnosis, outcome) => readAccess(project, wanted, diagnosis, outcome),
	}
}
function withoutOpenGlobals(permissions) {
	const { holdings, global } = permissions
	const proven = Array.from(holdings).filter(([key]) => global.has(key) || !isGlobalByName(key))
	return { ...permissions, holdings: new Map(proven) }
}
function readAccess(project, wanted, diagnosis, outcome) {
	if (!isFinding(diagnosis)) {
		const permissions = parsePermissions(diagnosis.json, wanted)
		if (permissions === undefined) return wrongShape(diagnosis)
		const proven = project === undefined ? permissions : withoutOpenGlobals(permissions)
		return { gate: 'projects', place: project, permissions: proven, statusCode: diagnosis.statusCode }
	}
	if (outcome.kind === 'no-answer') return diagnosis
	const { statusCode, body } = outcome
	if (diagnosis.reason === 'not-found' && project !== undefined) {
		const isInvisible = saysProjectNotFound(body, project, hasTraceHeader(outcome.headers))
		if (isInvisible) return { gate: 'projects', place: project, permissions: undefined, statusCode }
	}
	if (diagnosis.reason === 'unexpected-status' && statusCode === 400) {
		const unknown = permissionsCalledUnknown(body, wanted)
		const holdings = new Map(unknown.map((key) => [key, 'unknown']))
		const permissions = { holdings, global: new Set(), known: [], isAdministrator: false }
		if (unknown.length > 0) return { gate: 'projects', place: project, permissions, statusCode }
	}
	return diagnosis
}
const STATUS_PATH = '/status'
const STATES = ['STARTING', 'STOPPING', 'FIRST_RUN', 'MAINTENANCE']
function parseServerState(body) {
	const json = parseJson(body)
	return isObject(json) ? STATES.find((state) => state === textOf(json, 'state')) : undefined
}
function askState(found) {
	if (found.reason !== 'gateway-error' && found.reason !== 'server-error') return undefined
	return { path: STATUS_PATH, refine: ({ body }) => refineByState(found, body) }
}
function refineByState(found, body) {
	const state = parseServerState(body)
	const statusCode = found.statusCode ?? 503
	if (state === undefined) return found
	const plainer =
		state === 'MAINTENANCE' ? finding('maintenance', {}, statusCode) : finding('starting', { state }, statusCode)
	return addCommonFacts(plainer, found.common)
}
const SERVER_INFO_PATH = '/rest/api/2/serverInfo'
const OF_JIRA = ['baseUrl', 'versionNumbers', 'deploymentType']
function parseServerInfo(body) {
	const json = parseJson(body)
	if (!isObject(json) || !OF_JIRA.some((name) => Object.hasOwn(json, name))) return undefined
	const [version, major, minor] = /^(\d{1,3})\.(\d{1,3})(?:\.\d{1,4})*/.exec(textOf(json, 'version')) ?? []
	return {
		version,
		isCloud: textOf(json, 'deploymentType') === 'Cloud',
		hasTokens: Number(major) > 8 || (Number(major) === 8 && Number(minor) >= 14),
	}
}
const followUpTo = (found, { scheme, traits }) => {
	if (found.reason === 'token-rejected' || found.reason === 'edge-unauthorized') {
		if (found.statusCode !== 401 || scheme !== 'Bearer') return undefined
		return {
			path: SERVER_INFO_PATH,
			refine: ({ statusCode, body }) => (statusCode === 200 ? refineByInfo(found, body, traits.isJwt) : found),
		}
	}
	return askState(found)
}
function refineByInfo(found, body, isJwt) {
	const { version, isCloud, hasTokens } = parseServerInfo(body) ?? {}
	const { common } = found
	if (isCloud && !isJwt) return addCommonFacts(finding('cloud-needs-basic', {}, 401), common)
	if (version === undefined) return found
	if (!isCloud && !hasTokens) return addCommonFacts(finding('pat-unsupported', { version }, 401), common)
	if (found.reason === 'token-rejected') return found
	return addCommonFacts(finding('edge-unauthorized', { ...found.facts, openVersion: version }, 401), common)
}
function contradictionTo(identity, json, { headers }, { isToken, isOwn, product }) {
	const names = identityNames(identity)
	if (names.some(isAnonymous)) return 'it names nobody (anonymous)'
	if ([...names, identity.displayName, identity.emailAddress].some(isToken)) return 'it repeats the token'
	if (['status-code', 'statusCode', 'errorMessages'].some((name) => Object.hasOwn(json, name)))
		return 'it tells an error'
	return isOwn ? otherUserOf(headers, identity) : `nothing in it shows that it is from ${product}`
}
const IDENTITY_PATH = '/rest/api/2/myself'
const identify = (ask, { isToken }) =>
	ask({
		path: IDENTITY_PATH,
		what: 'the identity',
		stage: 'authentication',
		read(diagnosis) {
			if (isFinding(diagnosis)) return diagnosis
			const { json, headers, product } = diagnosis
			const identity = parseIdentity(json)
			if (!isObject(json) || identity === undefined) return noIdentity(diagnosis, 'it names no user')
			const isOwn = hasTraceHeader(headers) || (identity.active !== null && identity.displayName !== '')
			const contradiction = contradictionTo(identity, json, diagnosis, { isToken, isOwn, product })
			return contradiction === undefined ? identity : noIdentity(diagnosis, contradiction)
		},
	})
function parseIdentity(json) {
	if (!isObject(json)) return undefined
	const active = json['active'] ?? null
	if (active !== null && typeof active !== 'boolean') return undefined
	const identity = {
		name: textOf(json, 'name'),
		key: textOf(json, 'key'),
		accountId: textOf(json, 'accountId'),
		displayName: textOf(json, 'displayName'),
		emailAddress: textOf(json, 'emailAddress'),
		active,
		timeZone: textOf(json, 'timeZone'),
		locale: textOf(json, 'locale'),
	}
	return identity.name || identity.key || identity.accountId ? identity : undefined
}
const TOKENS_PATH = '/rest/pat/latest/tokens'
function tokenPageOf(baseUrl) {
	return `${baseUrl}/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens`
}
const MAX_TOKENS = 1000
const listTokens = (ask) =>
	ask({
		path: TOKENS_PATH,
		what: 'the expiry',
		stage: 'expiry',
		read: (diagnosis) => (isFinding(diagnosis) ? diagnosis : (parseTokens(diagnosis.json) ?? wrongShape(diagnosis))),
	})
function parseTokens(json) {
	if (!Array.isArray(json) || json.length > MAX_TOKENS || !json.every(isEntry)) return undefined
	return json.map((token) => ({
		...idOf(token),
		name: textOf(token, 'name'),
		expiresAt: namesOtherDate(token) ? 'unreadable' : parseExpiry(token['expiringAt']),
		lastAccessedAt: parseDate(token['lastAccessedAt']),
		createdAt: parseDate(token['createdAt']),
	}))
}
function isEntry(value) {
	return (
		isObject(value) &&
		textOf(value, 'name') !== '' &&
		['id', 'createdAt', 'expiringAt'].some((key) => Object.hasOwn(value, key))
	)
}
function idOf({ id }) {
	return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? { id } : {}
}
function namesOtherDate(token) {
	return !Object.hasOwn(token, 'expiringAt') && Object.keys(token).some((key) => /expir/i.test(key))
}
function parseExpiry(value) {
	if (value === null || value === undefined || value === '') return 'never'
	const expiresAt = parseDate(value)
	if (expiresAt === undefined) return 'unreadable'
	return new Date(expiresAt).getUTCFullYear() >= 9999 ? 'never' : expiresAt
}
const ISO_DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/
function parseDate(value) {
	const [, day = '', time = '00:00', offset = 'Z'] = (typeof value === 'string' && ISO_DATE.exec(value)) || []
	const ms = Date.parse(`${day}T${time}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`)
	const dayExists = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
	return Number.isNaN(ms) || !dayExists ? undefined : ms
}
const tokenMaking = {
	creation: (name, lifeDays) => ({
		method: 'POST',
		path: TOKENS_PATH,
		body: { name, ...(lifeDays === 'never' ? {} : { expirationDuration: lifeDays }) },
		headers: { 'x-atlassian-token': 'no-check' },
	}),
	readCreation,
	revocation: (id) => ({
		method: 'DELETE',
		path: `${TOKENS_PATH}/${id}`,
		headers: { 'x-atlassian-token': 'no-check' },
	}),
	isRevoked: (outcome) => outcome.kind === 'answer' && outcome.statusCode === 204,
}
const UNCERTAIN_STATUSES = new Set([408, 425, 429, 499])
const LIMIT = /(?:^|[.$])UserTokenLimitExceededException$/
function readCreation(outcome, present) {
	if (outcome.kind === 'no-answer') return { kind: outcome.phase === 'answer' ? 'in-doubt' : 'not-sent' }
	const { statusCode, body, bodyState } = outcome
	const json = bodyState === 'complete' ? parseJson(body) : undefined
	if (statusCode === 200 || statusCode === 201) {
		const value = isObject(json) ? textOf(json, 'rawToken') : ''
		if (!isObject(json) || !/^[!-~]{8,1000}$/.test(value) || value === present) return { kind: 'in-doubt' }
		return { kind: 'made', value, ...idOf(json) }
	}
	if (statusCode === 302) return { kind: 'refused', why: 'not-allowed', statusCode }
	if (statusCode < 400 || statusCode > 499 || UNCERTAIN_STATUSES.has(statusCode)) return { kind: 'in-doubt' }
	if (statusCode === 400) return { kind: 'refused', why: 'life', statusCode }
	const isLimit = statusCode === 403 && isObject(json) && LIMIT.test(textOf(json, 'exception'))
	return { kind: 'refused', why: isLimit ? 'limit' : 'not-allowed', statusCode }
}
const page_path_PAGE =
	/\/(?:rest|browse|secure|plugins)(?:\/.*)?$|\/(?:issues|servicedesk)\/.+$|\/dashboards?(?:[/.].*)?$|\/s[ir]\/jira\..*$|\/[^/]+\.jspa?(?:[;/].*)?$/i
const PROJECT = /\/projects\/[A-Z][A-Z0-9_]*(?:\/.*)?$/
const LIST = /\/(?:issues|projects)\/*$/i
const findPage = ({ hostname, pathname }, hasQuery = false) => {
	if (hostname.endsWith('.atlassian.net') && /^\/+[^/]/.test(pathname)) return 0
	const places = [page_path_PAGE, PROJECT, ...(hasQuery ? [LIST] : [])]
		.map((pattern) => pathname.search(pattern))
		.filter((place) => place >= 0)
	return places.length === 0 ? undefined : Math.min(...places)
}
const jira = {
	name: 'jira',
	words: words,
	findPage: findPage,
	permissionsOfProjects: ['BROWSE_PROJECTS'],
	judgePlaces: () => undefined,
	tokenSystem: undefined,
	hasTrace: hasTraceOfJira,
	isOfCloud: isOfCloud,
	asksForCaptcha: () => false,
	cloud: { host: /(?:^|\.)(?:atlassian\.net|jira\.com)$/i, path: '' },
	pages: /\/(?:secure|browse|projects|issues|plugins|servicedesk|dashboard)(?:\/.*)?$/i,
	...marksFor('jira'),
	tokenPageOf: tokenPageOf,
	administratorPermissions: ADMINISTRATOR_PERMISSIONS,
	identify: identify,
	askAccess: askAccess,
	askFurtherAccess: askFurtherAccess,
	tokensPathOf: () => TOKENS_PATH,
	listTokens: listTokens,
	followUpTo: followUpTo,
	tokenMaking: tokenMaking,
}
async function productOf(name) {
	switch (name) {
		case 'jira':
			return jira
		case 'confluence':
			return (await import('./confluence.js')).confluence
		case 'bitbucket':
			return (await import('./bitbucket.js')).bitbucket
	}
}
const documentation_REPOSITORY = 'jira-pat-check/jira-pat-check'
function documentationUrl(reason, environment) {
	const isGitHubCom = environment['GITHUB_SERVER_URL'] === 'https://github.com'
	const repository = isGitHubCom && matching(environment['GITHUB_ACTION_REPOSITORY'], /^[\w.-]+\/[\w.-]+$/)
	const ref = repository && matching(environment['GITHUB_ACTION_REF'], /^[\w.-]+(?:\/[\w.-]+)*$/)
	return `https://github.com/${repository || documentation_REPOSITORY}/blob/${ref || 'main'}/docs/reasons.md#${reason}`
}
function matching(text, pattern) {
	return text !== undefined && pattern.test(text) ? text : undefined
}
const afterword =
	'[ The same token had just been accepted for {provenUser}, and what failed is the question about {failedQuestion}.][ It was tried {attempts} times.][ The server asks to wait {wait}, which is longer than <timeout-seconds> leaves.][ {secretState}][ {newTokenState}][ {placesState}]'
const otherProductStep =
	'[It is {otherProduct} that answered: to check a token of it, give its address as {otherInput}; else correct <url>.]'
const contradictionTitle = '{product} accepts the token, but a question about {failedQuestion} fails'
const contradictionRemedy = [
	'Run the job again: if the identity is refused then, the token was revoked in between.',
	'If it fails here again, ask the operators of {host} to let requests for {askedPath} through like those for the identity.',
]
function categoryFor(product, category) {
	return category === 'not-jira' ? `not-${product}` : category
}
const INPUT = /<([a-z]+(?:-[a-z]+)*)>/g
function nameInputs(text, nameOf) {
	return text.replace(INPUT, (_, input) => nameOf(input))
}
function fill_fill(template, facts, nameOf = (input) => input) {
	const known = new Map(Object.entries(facts))
	const insert = (part) => nameInputs(part, nameOf).replace(/\{(\w+)\}/g, (_, name) => known.get(name) || '(unknown)')
	const isKnown = (part) => Array.from(part.matchAll(/\{(\w+)\}/g)).every(([, name = '']) => Boolean(known.get(name)))
	return template.replace(/\[([^\]]*)\]|[^[]+/g, (part, optional) => {
		if (optional === undefined) return insert(part)
		return isKnown(optional) ? insert(optional) : ''
	})
}
const rotationNotes = {
	'rotation-rerun': {
		title: 'A re-run changes nothing',
		message: 'This is a re-run, which has the secret as it was when its first attempt was queued.',
		remedy: ['Start a new run in place of this one.'],
	},
	'rotation-ends-soon': {
		title: 'The token ends before its successor comes out of the store',
		message:
			'The token of this run ends within a day, and the store has not handed out its successor “{newToken}” yet.',
		remedy: ['Start a new run: if it gets the same token again, look where the secret of this workflow comes from.'],
	},
	'rotation-never-expires': {
		title: 'The new token never expires',
		message: 'A token that never expires is not replaced again by itself, and works for whoever gets hold of it.',
		remedy: ['Give <days> a number: a token that lives 90 days limits the harm if it leaks.'],
	},
	'rotation-short-life': {
		title: 'The tokens live very short',
		message:
			'A third of the life of this token is less than two days, which is all the time that there is to replace it.',
		remedy: ['Run the rotation once a day at least, or set <days> to more.'],
	},
	'rotation-doubt': {
		title: 'Which {product} token is stored is in doubt',
		message: 'It may be any of these: {leaked}, so that none is revoked.',
		remedy: [
			'Set <token-name> to the one that a person has stored by hand; where none has, to the name of the first one.',
			'An account of its own for each rotated token keeps it from happening again.',
		],
	},
	'rotation-elder': {
		title: 'An old {product} token still lives',
		message: 'These were to be gone two weeks ago, but it could not be seen that nobody needs them: {leaked}.',
		remedy: ['Where nothing uses them any more, delete them in {product}: {tokenPage}.'],
	},
	'rotation-by-hand': {
		title: 'The first token has to be deleted by hand',
		message: 'The first token, “{tokenName}”, was made by a person, so it is not revoked without <token-name>.',
		remedy: ['Delete it in {product} some days from now, when all jobs have the new one: {tokenPage}.'],
	},
}
const notes_ROTATE = '[Or let {rotateAction} put a new one there, this time and from now on (docs/rotate.md).]'
const STORE = 'Store it in the secret[, and put its name in place of “{givenTokenName}” in <token-name>].'
const notes = {
	'permissions-held': {
		title: 'The user holds all permissions that were asked for',
		message: '{user} holds {held}[; {scopeCaveat}].',
		remedy: [],
	},
	'expiry-ok': {
		title: 'The {product} token is good for now',
		message: 'The token[ “{tokenName}”] {expiry}.',
		remedy: [],
	},
	'expiry-near': {
		title: 'The {product} token expires soon',
		message: 'The token[ “{tokenName}”] of {user} {expiry}.',
		remedy: ['Create a new token in {product}[: {tokenPage}].', STORE, 'Then revoke the old one.', notes_ROTATE],
	},
	'expiry-past': {
		title: '<token-name> names a token that has expired',
		message: 'The token[ “{tokenName}”] of {user} {expiry}, so it is not the one that was sent: that one still works.',
		remedy: ['Set <token-name> to the name of the token that is in the secret[; they are listed at {tokenPage}].'],
	},
	'expiry-never': {
		title: 'The {product} token never expires',
		message: 'The token[ “{tokenName}”] never expires.',
		remedy: [],
	},
	'expiry-ambiguous': {
		title: 'Which {product} token was sent is not known',
		message: '{user} {doubt}. The first to expire[, “{tokenName}”,] {expiry}.',
		remedy: [],
	},
	'expiry-ambiguous-near': {
		title: 'A {product} token of this account expires soon',
		message:
			'A token of {user}[, “{tokenName}”,] {expiry}, and {product} does not say whether it is the one that was sent.',
		remedy: [
			'Set <token-name> to the name of the token that is in the secret: then its own date counts.',
			'If it is the one that expires: create a new token[ ({tokenPage})].',
			STORE,
			'Then revoke the old one.',
			notes_ROTATE,
		],
	},
	'expiry-unknown': {
		title: 'The expiry of the {product} token is not known',
		message: 'It is not known when this token expires: {problem}.',
		remedy: [
			'[Ask {operator} to let requests for {path} through like those for the identity.]',
			'[Compare <token-name> (“{givenTokenName}”) with the names of that user’s tokens in {product}, or leave it out.]',
		],
	},
	...rotationNotes,
}
const adviceTemplates = {
	'never-expires': 'The token[ “{tokenName}”] never expires. A token that lives 90 days limits the harm if it leaks.',
	'long-lived':
		'The token[ “{tokenName}”] lives for more than a year. A token that lives 90 days limits the harm if it leaks.',
	'expired-tokens': 'The account still lists expired tokens: {tokenName}. They can be removed.',
	'unused-tokens':
		'Tokens of the account that nobody has used for 90 days: {tokenName}. Revoke them if nothing needs them.',
	administrator:
		'{user} administers this {product}. A token for a pipeline is safer with a user who has just the permissions that it needs.',
}
const of = (category, result) => ({ category, result })
const reasonTable = {
	authenticated: of('ok', 'usable'),
	'url-missing': of('configuration', 'misconfigured'),
	'url-invalid': of('configuration', 'misconfigured'),
	'url-insecure': of('configuration', 'misconfigured'),
	'token-missing': of('configuration', 'misconfigured'),
	'token-malformed': of('configuration', 'misconfigured'),
	'input-invalid': of('configuration', 'misconfigured'),
	'certificate-invalid': of('configuration', 'misconfigured'),
	'node-unsupported': of('configuration', 'misconfigured'),
	'tls-verification-off': of('configuration', 'misconfigured'),
	'token-rejected': of('unauthorized', 'refused'),
	'basic-rejected': of('unauthorized', 'refused'),
	'pat-unsupported': of('unauthorized', 'refused'),
	'edge-unauthorized': of('unauthorized', 'unknown'),
	'captcha-required': of('forbidden', 'refused'),
	'basic-auth-disabled': of('forbidden', 'refused'),
	'cloud-needs-basic': of('forbidden', 'refused'),
	'access-denied': of('forbidden', 'refused'),
	'edge-forbidden': of('forbidden', 'unknown'),
	'dns-not-found': of('connection', 'unknown'),
	'dns-unavailable': of('connection', 'unknown'),
	'connection-refused': of('connection', 'unknown'),
	'connection-reset': of('connection', 'unknown'),
	'network-unreachable': of('connection', 'unknown'),
	timeout: of('connection', 'unknown'),
	'tls-untrusted': of('connection', 'unknown'),
	'tls-expired': of('connection', 'unknown'),
	'tls-hostname-mismatch': of('connection', 'unknown'),
	'tls-protocol': of('connection', 'unknown'),
	'tls-client-certificate': of('connection', 'unknown'),
	'proxy-unreachable': of('connection', 'unknown'),
	'proxy-unauthorized': of('connection', 'unknown'),
	'proxy-refused': of('connection', 'unknown'),
	'not-http': of('connection', 'unknown'),
	'malformed-response': of('connection', 'unknown'),
	'response-cut': of('connection', 'unknown'),
	'response-too-large': of('connection', 'unknown'),
	'rate-limited': of('unavailable', 'unknown'),
	starting: of('unavailable', 'unknown'),
	maintenance: of('unavailable', 'unknown'),
	'gateway-error': of('unavailable', 'unknown'),
	'server-error': of('unavailable', 'unknown'),
	'sso-login': of('not-jira', 'unknown'),
	redirected: of('not-jira', 'unknown'),
	'not-found': of('not-jira', 'unknown'),
	'html-page': of('not-jira', 'unknown'),
	'empty-response': of('not-jira', 'unknown'),
	'invalid-json': of('not-jira', 'unknown'),
	'no-identity': of('not-jira', 'unknown'),
	'unexpected-status': of('not-jira', 'unknown'),
	'user-inactive': of('gate', 'refused'),
	'wrong-user': of('gate', 'refused'),
	'project-not-visible': of('gate', 'refused'),
	'space-not-visible': of('gate', 'refused'),
	'repository-not-visible': of('gate', 'refused'),
	'permission-missing': of('gate', 'refused'),
	'permission-unknown': of('gate', 'misconfigured'),
	'token-expiring': of('gate', 'refused'),
	'expiry-unknown': of('gate', 'unknown'),
	'rotation-not-allowed': of('rotation', 'refused'),
	'too-many-tokens': of('rotation', 'refused'),
	'token-life-refused': of('rotation', 'misconfigured'),
	'secret-not-writable': of('rotation', 'misconfigured'),
	'new-token-not-proven': of('rotation', 'unknown'),
	'secret-write-in-doubt': of('rotation', 'unknown'),
	'secret-shadowed': of('rotation', 'unknown'),
	'successor-lost': of('rotation', 'unknown'),
	'internal-error': of('internal', 'unknown'),
}
function nameOfPermission({ place, permission }) {
	return place === undefined ? permission : `${place}:${permission}`
}
function sumUpPermissions(access, wanted) {
	const isGlobal = (permission) =>
		access.some(({ place, permissions }) =>
			place === undefined ? permissions?.holdings.has(permission) : permissions?.global.has(permission),
		)
	const globals = wanted.filter(isGlobal)
	const ofPlaces = wanted.filter((permission) => !isGlobal(permission))
	const asked = [
		...access.flatMap((one) => (one.place === undefined ? [] : permissionsIn(one, ofPlaces))),
		...globals.map((permission) => ({ place: undefined, permission, holding: globalHolding(permission, access) })),
	]
	const notHeld = asked.filter(({ holding }) => holding !== 'held')
	const unknown = [
		...new Set(notHeld.flatMap(({ holding, permission }) => (holding === 'unknown' ? [permission] : []))),
	]
	const known = new Set(access.flatMap(({ permissions }) => permissions?.known ?? []))
	const isInvisible = ({ permissions }) => permissions === undefined
	const invisibleOf = (gate) =>
		access.filter((one) => one.gate === gate && isInvisible(one)).flatMap(({ place = [] }) => place)
	const deciding = access.find(
		(one) => isInvisible(one) || permissionsIn(one, wanted).some(({ holding }) => holding !== 'held'),
	)
	return {
		asked,
		missing: notHeld.map(nameOfPermission),
		invisible: {
			projects: invisibleOf('projects'),
			spaces: invisibleOf('spaces'),
			repositories: invisibleOf('repositories'),
		},
		areAllVisible: access.every(({ statusCode }) => statusCode === 200),
		unknown,
		meant: unknown.flatMap((permission) => nearest(permission, known) ?? []),
		statusCode: deciding?.statusCode ?? 200,
	}
}
function globalHolding(permission, access) {
	const holdings = access.flatMap(({ place, permissions }) => {
		const isOf = place === undefined || permissions?.global.has(permission)
		return (isOf && permissions?.holdings.get(permission)) || []
	})
	return holdings.every((holding) => holding === 'held') ? 'held' : holdings.includes('missing') ? 'missing' : 'unknown'
}
function permissionsIn({ place, permissions, lacks }, wanted) {
	return wanted.flatMap((permission) => {
		if (permissions === undefined && lacks?.includes(permission) === false) return []
		const holding = permissions === undefined ? 'not-visible' : permissions.holdings.get(permission)
		return holding === undefined ? [] : [{ place, permission, holding }]
	})
}
const external_node_util_namespaceObject = builtin('node:util')
function wellFormed(text) {
	return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
const MAX_LENGTH = 300
const MAX_READ_LENGTH = 2_000
const CUT_MARK = '…'
const DECEPTIVE = /(?!\u200C|\u200D|\uFE0F)[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\uFFFE\uFFFF]/gu
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu
function plainText(text, redact, maxLength = MAX_LENGTH) {
	const head = text.slice(0, MAX_READ_LENGTH)
	const line = (0, external_node_util_namespaceObject.stripVTControlCharacters)(wellFormed(head))
		.replace(DECEPTIVE, '')
		.replace(CONTROL, ' ')
		.replace(/\s+/gu, ' ')
		.trim()
	return cut(withoutCommands(redact(line, head !== text)), maxLength, head !== text).trim()
}
function withoutCommands(text) {
	return text.replace(/:(?=:)/g, ': ').replace(/#(?=#)/g, '# ')
}
function cut(text, maxLength, isCut) {
	const characters = Array.from(isCut ? `${text}${CUT_MARK}` : text)
	return characters.length <= maxLength
		? characters.join('')
		: `${characters.slice(0, maxLength - CUT_MARK.length).join('')}${CUT_MARK}`
}
const MARKDOWN_SIGN = /[!#$&()*+\-/:<=>@[\\\]^_`{|}~]|(?<![a-z])\.|\.(?=\S)|(?<=www)\./gi
function markdownText(text) {
	return text.replace(/:(?=[\w+-]+:)/g, ':\u200B').replace(MARKDOWN_SIGN, (sign) => {
		const entity = `&#${sign.codePointAt(0)};`
		return sign === '@' || sign === '#' ? `${entity}&#8203;` : entity
	})
}
function mermaidText(text) {
	const name = text
		.replace(/[^\p{L}\p{M}\p{N} ._()-]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
	return name === '' ? 'unnamed' : name
}
function escapePattern(text) {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
const OWN_NAMES = new Set(['input', 'gateInput', 'proxyVariable', 'otherProduct', 'otherInput', 'notAnswered'])
const OWN_WORDS = new Set([
	'problem',
	'accepts',
	'wanted',
	'detail',
	'request',
	'secretState',
	'newTokenState',
	'placesState',
])
const OWN_ADDRESSES = new Set([
	'baseUrl',
	'host',
	'proxy',
	'tokenPage',
	'correction',
	'comparedUrl',
	'frontUrl',
	'httpsUrl',
	'blockedHost',
	'path',
])
const MAX_ITEMS = 100
function inWords(facts, { text, ownText, ownAddress, nameOf }) {
	const inWord = (name, value) => {
		if (value === undefined) return undefined
		if (typeof value !== 'string') {
			const more = value.length > MAX_ITEMS ? [`and ${value.length - MAX_ITEMS} more`] : []
			return [...value.slice(0, MAX_ITEMS).map(text), ...more].join(', ')
		}
		if (OWN_NAMES.has(name)) return nameInputs(value, nameOf)
		if (OWN_WORDS.has(name)) return nameInputs(ownText(value), nameOf)
		return OWN_ADDRESSES.has(name) ? ownAddress(value) : text(value)
	}
	return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, inWord(name, value)]))
}
function sanitizeIdentity(identity, plain) {
	const { name, key, accountId, displayName, emailAddress, active, timeZone, locale } = identity
	return {
		name: plain(name),
		key: plain(key),
		accountId: plain(accountId),
		displayName: plain(displayName),
		emailAddress: plain(emailAddress),
		active,
		timeZone: plain(timeZone),
		locale: plain(locale),
	}
}
function sanitizePermissions(asked, redact) {
	const shown = new Map()
	const show = (key) => {
		const text = shown.get(key) ?? redact(key)
		shown.set(key, text)
		return text
	}
	return asked.map(({ place, permission, holding }) => ({
		place: place === undefined ? undefined : show(place),
		permission: show(permission),
		holding,
	}))
}
const JOINERS = '[\u200C\u200D\uFE0F]*'
const MAX_EMAIL_LENGTH = 320
function withoutEmail(line, email) {
	if (!email.includes('@') || email.length > MAX_EMAIL_LENGTH) return line
	const characters = Array.from(email, (character) => (character === '@' ? '(?:@|%40)' : escapePattern(character)))
	return line.replace(new RegExp(characters.join(JOINERS), 'gi'), '(e-mail address)')
}
const NOTHING_KNOWN = {
	tokenName: '',
	expiresAt: undefined,
	daysLeft: undefined,
	warns: false,
	fails: false,
	token: undefined,
}
const EXPIRY_NOT_CHECKED = { status: 'not-checked', ...NOTHING_KNOWN }
function unknownExpiry(problem, blocker) {
	return { ...NOTHING_KNOWN, status: 'unknown', problem, blocker }
}
function isLive({ expiresAt }, nowMs) {
	return typeof expiresAt === 'string' || expiresAt > nowMs
}
function isWithinDays(expiresAt, days, nowMs) {
	return days !== undefined && expiresAt - nowMs <= days * DAY_MS
}
function wholeDaysLeft(expiresAt, nowMs) {
	return Math.floor((expiresAt - nowMs) / DAY_MS)
}
function judgeExpiry(tokens, thresholds, nowMs) {
	const candidates = candidatesOf(tokens, thresholds, nowMs)
	if (typeof candidates === 'string') return unknownExpiry(candidates)
	const [only, ...others] = candidates
	if (candidates.some(({ expiresAt }) => expiresAt === 'unreadable'))
		return unknownExpiry('a date in the list of tokens cannot be read')
	const dated = candidates.flatMap((token) =>
		typeof token.expiresAt === 'number' ? [{ token, at: token.expiresAt }] : [],
	)
	const earliest = dated.toSorted((a, b) => a.at - b.at)[0]
	const isUnlisted = thresholds.tokenName === '' && candidates.every(({ isOwn }) => isOwn === false)
	const isCertain = others.length === 0 && !isUnlisted
	if (earliest === undefined) {
		const known = isCertain && only !== undefined ? { tokenName: only.name, token: only } : {}
		return { ...NOTHING_KNOWN, status: 'never', ...known }
	}
	const warnDays = thresholds.warnDaysOf?.(earliest.token) ?? thresholds.expiryWarnDays
	const warns = isWithinDays(earliest.at, warnDays, nowMs)
	const fails = isWithinDays(earliest.at, thresholds.expiryFailDays, nowMs)
	const status = earliest.at <= nowMs ? 'expired' : warns || fails ? 'expiring' : 'ok'
	return {
		status: isCertain ? status : 'ambiguous',
		tokenName: earliest.token.name,
		expiresAt: earliest.at,
		daysLeft: wholeDaysLeft(earliest.at, nowMs),
		warns,
		fails,
		token: isCertain ? earliest.token : undefined,
		...(isUnlisted && { isUnlisted }),
	}
}
function candidatesOf(tokens, { tokenName, fingerprint }, nowMs) {
	const live = tokens.filter((token) => isLive(token, nowMs))
	if (live.some(({ isOwn }) => isOwn)) return live.filter(({ isOwn }) => isOwn)
	if (tokenName === '') return live.length === 0 ? 'the account lists no live token' : live
	const isNamed = ({ name }) => name === tokenName
	const named = live.some(isNamed) ? live.filter(isNamed) : tokens.filter(isNamed)
	if (named.length > 0) return named
	const prefix = familyPrefixOf(tokenName)
	if (prefix === undefined) return `the account has no token named “${tokenName}” (correct <token-name>)`
	const { candidates } = findOwnEntry(live, { prefix, fingerprint })
	if (candidates.length > 0) return candidates
	return `no token of the account can be told to be the one of “${tokenName}” that was sent`
}
const shown_tokens_MAX_TOKENS = 20
function showTokens(tokens, text, nowMs) {
	const live = tokens.filter((token) => isLive(token, nowMs))
	const shown = [...live].sort((a, b) => expiryOrder(a) - expiryOrder(b)).slice(0, shown_tokens_MAX_TOKENS)
	return {
		tokens: shown.map((token) => ({ ...token, name: text(token.name) })),
		moreTokens: live.length - shown.length,
	}
}
function expiryOrder({ expiresAt }) {
	return typeof expiresAt === 'number' ? expiresAt : Number.MAX_VALUE
}
function present(verdict, entry, redactor, run) {
	const { finding, identity, expiry, product } = verdict
	const ofProduct = product.words
	const nameOf = (input) => run.nameOf(input === 'url' ? ofProduct.urlInput : input, ofProduct.patVariable)
	const plain = (text) => plainText(text, redactor.redactLong)
	const email = plain(identity?.emailAddress ?? '')
	const text = (value) => plainText(value, (line, isCut) => withoutEmail(redactor.redact(line, isCut), email))
	const ownText = (value) => plainText(value, (line, isCut) => withoutEmail(redactor.redactLong(line, isCut), email))
	const words = (template, facts) =>
		fill_fill(
			template,
			{ ...inWords(facts, { text, ownText, ownAddress: redactor.redactLong, nameOf }), ...ofProduct },
			nameOf,
		)
	const permissions = sanitizePermissions(verdict.asked, redactor.redactLong)
	const { category, result } = reasonTable[finding.reason]
	const facts = factsOf(finding)
	const isContradiction = finding.common.provenUser !== undefined && OF_THE_TOKEN.has(category)
	const told = isContradiction ? { title: contradictionTitle, remedy: contradictionRemedy } : entry
	const happened = words(entry.message, facts)
	const cause = words((told.cause ?? '') + afterword, facts).trim()
	const steps = (templates, known) => templates.map((step) => words(step, known)).filter(Boolean)
	const remedySteps = steps([otherProductStep, ...told.remedy], facts)
	const warnings = verdict.notes
		.filter(({ isWarning }) => isWarning)
		.map((note) => {
			const { title, message, remedy } = notes[note.code]
			return {
				title: words(title, note.facts),
				message: words(message, note.facts),
				remedySteps: steps(remedy, note.facts),
			}
		})
	return {
		words: ofProduct,
		title: words(told.title, facts),
		happened,
		remedySteps,
		warnings,
		lines: verdict.notes
			.filter(({ isWarning }) => !isWarning)
			.map((note) => words(notes[note.code].message, note.facts)),
		user: text(verdict.user),
		permissions,
		...showTokens(verdict.tokens, text, run.nowMs),
		expiryWarnDays: verdict.expiryWarnDays,
		expiryFailDays: verdict.expiryFailDays,
		tokenPage: showTokenPage(verdict.tokenPage, [
			...remedySteps,
			...warnings.flatMap((warning) => warning.remedySteps),
		]),
		nowMs: run.nowMs,
		report: {
			schemaVersion: 2,
			product: product.name,
			result,
			category: categoryFor(product.name, category),
			reason: finding.reason,
			stage: verdict.stage,
			message: [happened, cause].filter(Boolean).join(' '),
			remedy: remedySteps.join(' '),
			baseUrl: verdict.baseUrl === null ? null : redactor.redactLong(verdict.baseUrl),
			statusCode: finding.statusCode,
			identity: identity === null ? null : sanitizeIdentity(identity, plain),
			expiry: {
				status: expiry.status,
				tokenName: text(expiry.tokenName),
				expiresAt: expiry.expiresAt === undefined ? null : new Date(expiry.expiresAt).toISOString(),
				daysLeft: expiry.daysLeft ?? null,
			},
			gates: verdict.gates,
			missingPermissions: permissions.filter(({ holding }) => holding !== 'held').map(nameOfPermission),
			advice: verdict.advice.map((advice) => words(adviceTemplates[advice.code], advice.facts)),
			requests: run.requests,
			durationMs: run.durationMs,
		},
	}
}
const OF_THE_TOKEN = new Set(['unauthorized', 'forbidden', 'not-jira'])
function showTokenPage(page, texts) {
	return page !== null && texts.some((text) => text.includes(page)) ? page : null
}
function describeStep(action) {
	if (action === undefined || !/^[\w.-]{1,200}$/.test(action)) return ''
	const parts = action.split('.')
	const ids = parts.filter((part) => !part.startsWith('__'))
	if (ids.length > 0) return `step ${ids.join('.')}`
	const number = /_(\d{1,3})$/.exec(action)?.[1]
	return number === undefined ? '' : `check ${number} of this job`
}
const UNUSED_DAYS = 90
const LONG_LIFE_DAYS = 366
function advise(evidence, nowMs) {
	const { tokens, expiry, access, wanted, user, product } = evidence
	const { token } = expiry
	const advice = []
	if (expiry.status === 'never') advice.push({ code: 'never-expires', facts: { tokenName: expiry.tokenName } })
	else if (token !== undefined && livesLong(token))
		advice.push({ code: 'long-lived', facts: { tokenName: token.name } })
	const others = tokens.filter((other) => other !== token)
	const expired = others.filter((other) => !isLive(other, nowMs))
	if (expired.length > 0) advice.push({ code: 'expired-tokens', facts: { tokenName: namesOf(expired) } })
	const unused = token === undefined ? [] : others.filter((other) => isLive(other, nowMs) && isUnused(other, nowMs))
	if (unused.length > 0) advice.push({ code: 'unused-tokens', facts: { tokenName: namesOf(unused) } })
	const wantsAdministrator = wanted.some((permission) => product.administratorPermissions.includes(permission))
	const isAdministrator = access.some(({ permissions }) => permissions?.isAdministrator)
	if (isAdministrator && !wantsAdministrator) advice.push({ code: 'administrator', facts: { user } })
	return advice
}
function livesLong({ createdAt, expiresAt }) {
	return createdAt !== undefined && typeof expiresAt === 'number' && expiresAt - createdAt > LONG_LIFE_DAYS * DAY_MS
}
function isUnused({ lastAccessedAt, createdAt }, nowMs) {
	const lastSign = lastAccessedAt ?? createdAt
	return lastSign !== undefined && nowMs - lastSign > UNUSED_DAYS * DAY_MS
}
function namesOf(tokens) {
	return tokens.map(({ name }) => `“${name}”`).join(', ')
}
function describeExpiry({ expiresAt, daysLeft }) {
	const day = new Date(expiresAt).toISOString().slice(0, 10)
	return `${daysLeft < 0 ? 'expired' : 'expires'} on ${day} (${describeDaysLeft(daysLeft)})`
}
function describeDaysLeft(daysLeft) {
	if (daysLeft < -1) return daysLeft === -2 ? '1 day ago' : `${-daysLeft - 1} days ago`
	if (daysLeft === -1) return 'within the last day'
	if (daysLeft === 0) return 'in less than a day'
	return daysLeft === 1 ? '1 day left' : `${daysLeft} days left`
}
function withoutDaysLeft(text) {
	return text.replace(/ \((?:\d+ days? (?:left|ago)|within the last day|in less than a day)\)/g, '')
}
function judgeGates(inputs, { identity, permissions, isComplete, expiry }, product) {
	const { areAllVisible } = permissions
	const isVisible = (isComplete && areAllVisible) || null
	const judged = [
		{
			gate: 'user-active',
			isAskedFor: true,
			judgment: identity && (identity.active !== false || finding('user-inactive', {}, 200)),
			stage: 'authentication',
		},
		{
			gate: 'expected-user',
			isAskedFor: inputs.expectedUsers.length > 0,
			judgment:
				identity &&
				(isExpected(identity, inputs.expectedUsers) ||
					finding('wrong-user', { expected: describeExpected(inputs.expectedUsers) }, 200)),
			stage: 'authentication',
		},
		...judgePlaces(inputs, permissions, isVisible),
		{
			gate: 'permissions',
			isAskedFor: inputs.permissions.length > 0,
			judgment: judgePermissions(permissions) ?? (isComplete || null),
			stage: 'permissions',
		},
		{
			gate: 'expiry-fail-days',
			isAskedFor: inputs.expiryFailDays !== undefined,
			judgment: judgeExpiryGate(expiry, inputs.tokenName, product),
			stage: 'expiry',
		},
	]
	const gates = judged.filter(({ isAskedFor }) => isAskedFor)
	return {
		gates: gates.map(({ gate, judgment }) => ({ gate, holds: isFinding(judgment) ? false : judgment })),
		failed: gates.flatMap(({ judgment, stage }) => (isFinding(judgment) ? [{ failure: judgment, stage }] : []))[0],
	}
}
function judgePlaces({ projects, spaces, repositories }, permissions, isVisible) {
	const { invisible, missing, statusCode } = permissions
	const stage = 'permissions'
	const found = {
		projects: finding('project-not-visible', { projects: invisible.projects, ...lacking(permissions) }, statusCode),
		spaces: finding('space-not-visible', { spaces: invisible.spaces }, statusCode),
		repositories: finding('repository-not-visible', { repositories: invisible.repositories, missing }, statusCode),
	}
	const judge = (gate, places) => ({
		gate,
		isAskedFor: places.length > 0,
		judgment: invisible[gate].length > 0 ? found[gate] : isVisible,
		stage,
	})
	return [judge('projects', projects), judge('spaces', spaces), judge('repositories', repositories)]
}
function judgePermissions(permissions) {
	const { missing, unknown, meant, asked, statusCode } = permissions
	if (missing.length === 0) return undefined
	if (asked.some(({ holding }) => holding === 'missing' || holding === 'not-visible')) {
		return finding('permission-missing', lacking(permissions), statusCode)
	}
	return finding('permission-unknown', { unknownPermissions: unknown, meant }, statusCode)
}
function lacking({ missing, unknown }) {
	return { missing, unknownPermissions: unknown }
}
function judgeExpiryGate(expiry, givenTokenName, product) {
	const gateInput = '<expiry-fail-days>'
	switch (expiry.status) {
		case 'not-checked':
			return null
		case 'unknown':
			return finding('expiry-unknown', { problem: expiry.problem, gateInput, ...expiry.blocker }, 200)
		case 'ambiguous': {
			const first = describeExpiry(expiry)
			const problem =
				expiry.isUnlisted === undefined
					? `the account has several tokens, ${product} does not say which one was sent, and the first of them ${first}`
					: `the account lists no token with the number of the one that was sent, and the first that it lists ${first}`
			return expiry.fails
				? finding('expiry-unknown', { problem, gateInput, ambiguousName: expiry.tokenName }, 200)
				: true
		}
		case 'never':
			return true
		default: {
			const { tokenName } = expiry
			const facts = { tokenName, givenTokenName, expiry: describeExpiry(expiry) }
			return expiry.fails ? finding('token-expiring', facts, 200) : true
		}
	}
}
function notePermissions(asked, user) {
	if (asked.length === 0 || asked.some(({ holding }) => holding !== 'held')) return []
	const byPermission = Map.groupBy(asked, ({ permission }) => permission)
	const held = Array.from(byPermission, ([permission, places]) => {
		const keys = places.flatMap(({ place }) => place ?? [])
		return keys.length === 0 ? permission : `${permission} in ${keys.join(', ')}`
	})
	return [{ code: 'permissions-held', isWarning: false, facts: { user, held } }]
}
function noteExpiry(expiry, inputs, context) {
	const { user, words, tokenPage, isRefusal } = context
	if (isRefusal) return []
	const { tokenName } = expiry
	const renewal = { givenTokenName: inputs.tokenName, tokenPage }
	switch (expiry.status) {
		case 'not-checked':
			return []
		case 'unknown': {
			const wasAskedFor = inputs.tokenName !== '' || inputs.expiryFailDays !== undefined
			const { problem, blocker } = expiry
			const givenTokenName = blocker === undefined ? inputs.tokenName || undefined : undefined
			return [{ code: 'expiry-unknown', isWarning: wasAskedFor, facts: { problem, ...blocker, givenTokenName } }]
		}
		case 'never':
			return [{ code: 'expiry-never', isWarning: false, facts: { tokenName } }]
		case 'ambiguous': {
			const facts = { user, tokenName, expiry: describeExpiry(expiry) }
			return expiry.warns || expiry.fails
				? [{ code: 'expiry-ambiguous-near', isWarning: true, facts: { ...facts, ...renewal } }]
				: [{ code: 'expiry-ambiguous', isWarning: false, facts: { ...facts, doubt: describeDoubt(expiry, words) } }]
		}
		case 'ok':
			return [{ code: 'expiry-ok', isWarning: false, facts: { tokenName, expiry: describeExpiry(expiry) } }]
		case 'expiring': {
			const facts = { user, tokenName, expiry: describeExpiry(expiry), ...renewal }
			return [{ code: 'expiry-near', isWarning: true, facts }]
		}
		case 'expired': {
			const facts = { user, tokenName, expiry: describeExpiry(expiry), tokenPage }
			return [{ code: 'expiry-past', isWarning: true, facts }]
		}
	}
}
function describeDoubt({ isUnlisted }, { product }) {
	return isUnlisted
		? 'has no token in the list with the number of the one that was sent'
		: `has several tokens, and ${product} does not say which one was sent`
}
const NO_EVIDENCE = {
	identity: null,
	failure: null,
	access: [],
	tokens: [],
	expiry: EXPIRY_NOT_CHECKED,
}
function verdictWithoutEvidence(found, { name, words }, baseUrl, stage = 'inputs') {
	return {
		product: { name, words },
		finding: found,
		stage,
		baseUrl,
		tokenPage: null,
		identity: null,
		user: '',
		expiry: EXPIRY_NOT_CHECKED,
		tokens: [],
		expiryWarnDays: 0,
		expiryFailDays: undefined,
		gates: [],
		asked: [],
		notes: [],
		advice: [],
	}
}
function judge(inputs, evidence, product, nowMs) {
	const { identity, failure, access, tokens, expiry } = evidence
	const { name, words } = product
	const user = identity === null ? '' : describeUser(identity)
	const permissions = sumUpPermissions(access, inputs.permissions)
	const isComplete = failure === null || failure.stage === 'expiry'
	const judged = failure?.stage === 'expiry' ? EXPIRY_NOT_CHECKED : expiry
	const heard = { identity, permissions, isComplete, expiry: judged }
	const { gates, failed } = judgeGates(inputs, heard, words.product)
	const { found, stage } = conclude(evidence, gates, failed)
	const tokenPage = product.tokenPageOf(inputs.baseUrl)
	const common = {
		baseUrl: inputs.baseUrl,
		host: new URL(inputs.baseUrl).host,
		user,
		tokenPage,
		tokenSource: inputs.places.token,
		...(identity === null ? { unprovenToken: 'the token' } : {}),
		...(identity !== null && found === failure?.finding && stage !== 'rotation'
			? { provenUser: user, failedQuestion: QUESTIONS[stage] }
			: {}),
	}
	return {
		product: { name, words },
		finding: addCommonFacts(found, common),
		stage,
		baseUrl: inputs.baseUrl,
		tokenPage,
		identity,
		user,
		expiry,
		tokens,
		expiryWarnDays: inputs.expiryWarnDays,
		expiryFailDays: inputs.expiryFailDays,
		gates,
		asked: permissions.asked,
		notes:
			identity === null
				? []
				: [
						...(isComplete ? notePermissions(permissions.asked, user) : []),
						...noteExpiry(expiry, inputs, { user, words, tokenPage, isRefusal: stage === 'expiry' }),
					],
		advice:
			identity === null ? [] : advise({ tokens, expiry, access, wanted: inputs.permissions, user, product }, nowMs),
	}
}
const QUESTIONS = {
	inputs: 'the inputs',
	authentication: 'the identity',
	permissions: 'permissions',
	expiry: 'the expiry',
	rotation: 'the rotation',
}
function conclude({ identity, failure }, gates, failed) {
	if (identity !== null && failed !== undefined) return { found: failed.failure, stage: failed.stage }
	if (failure !== null) return { found: failure.finding, stage: failure.stage }
	if (identity === null) throw new Error('neither an identity nor a failure')
	const open = gates.find(({ holds }) => holds !== true)
	if (open !== undefined) throw new Error(`the gate ${open.gate} was not judged`)
	return { found: finding('authenticated', {}, 200), stage: 'authentication' }
}
const VERSION = '2.0.0'
let loaded
let loading
const failures = {
	get loaded() {
		return loaded
	},
	get loading() {
		return loaded === undefined ? loading : undefined
	},
	load() {
		loading ??= import('./failures.js').then((part) => {
			if (part.VERSION !== VERSION)
				throw new Error('./failures.js is not of this version, and the whole of dist/ belongs together')
			loaded = part
			return part
		})
		return loading
	},
}
async function loadWords(reason) {
	return reason === 'authenticated' ? alwaysLoaded.authenticated : (await failures.load()).catalogue[reason]
}
function expiryOf(standing, nowMs) {
	if (standing === undefined) return EXPIRY_NOT_CHECKED
	if (standing.kind === 'untold') return unknownExpiry('it cannot be told which of the tokens was sent')
	const { endsMs } = standing
	if (standing.kind === 'succeeded' && endsMs === undefined) return EXPIRY_NOT_CHECKED
	const [token, ...others] = standing.kind === 'head' ? standing.entry.candidates : []
	const known = { tokenName: standing.kind === 'head' ? standing.token.name : '', warns: false, fails: false }
	if (endsMs === 'never' || endsMs === undefined) {
		return { ...known, status: 'never', expiresAt: undefined, daysLeft: undefined, token }
	}
	const status = others.length > 0 ? 'ambiguous' : endsMs <= nowMs ? 'expired' : 'ok'
	const daysLeft = wholeDaysLeft(endsMs, nowMs)
	return { ...known, status, expiresAt: endsMs, daysLeft, token: others.length > 0 ? undefined : token }
}
function authorityOf(hostname, port) {
	return `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`
}
function logRequests(http, tell) {
	const attempts = new Map()
	const send = async (request, timeoutMs) => {
		const { method, path, authorization } = request
		const attempt = (attempts.get(`${method} ${path}`) ?? 0) + 1
		attempts.set(`${method} ${path}`, attempt)
		const outcome = await http.send(request, timeoutMs)
		tell(describeRequest({ method, path, attempt, hasToken: authorization !== undefined }, outcome))
		return outcome
	}
	return {
		get requestCount() {
			return http.requestCount
		},
		get: (path, authorization, timeoutMs) => send({ method: 'GET', path, authorization }, timeoutMs),
		send,
	}
}
function describeRequest({ method, path, attempt, hasToken }, outcome) {
	const { route, connection, tlsVersion, requestCount } = outcome.trace
	const facts = [
		`attempt ${attempt}`,
		hasToken ? 'with the token' : 'without the token',
		route === 'direct' ? route : 'through the proxy',
		tlsVersion ?? 'no TLS',
		requestCount === 1 ? `${connection} connection` : 'sent again on a new connection, since the kept one was dead',
	]
	return `${method} ${path}: ${describeOutcome(outcome)}; ${facts.join(', ')}${describeHeaders(outcome)}`
}
function describeOutcome(outcome) {
	const time = `${Math.round(outcome.durationMs)} ms`
	if (outcome.kind === 'no-answer') return `no answer (${outcome.code || 'no code'}, ${outcome.phase}) after ${time}`
	const { statusCode, bodyState, trace } = outcome
	return `HTTP ${statusCode} in ${time}, ${trace.bodyBytes} bytes${bodyState === 'complete' ? '' : `, ${bodyState}`}`
}
const USUAL_HEADERS = new Set([
	...['cache-control', 'connection', 'content-encoding', 'content-length', 'content-type', 'date', 'etag', 'expires'],
	...['keep-alive', 'last-modified', 'pragma', 'set-cookie', 'transfer-encoding', 'vary', 'www-authenticate'],
	...['content-security-policy', 'referrer-policy', 'strict-transport-security', 'x-content-type-options'],
	...['x-frame-options', 'x-xss-protection'],
	...['x-anodeid', 'x-arequestid', 'x-asen', 'x-asessionid', 'x-ausername', 'x-seraph-loginreason'],
])
const MAX_HEADERS = 20
function describeHeaders(outcome) {
	if (outcome.kind === 'no-answer') return ''
	const names = [...outcome.headers.keys()].filter((name) => !USUAL_HEADERS.has(name))
	if (names.length === 0) return ''
	const shown = names.slice(0, MAX_HEADERS)
	const more = names.length > MAX_HEADERS ? [`and ${names.length - MAX_HEADERS} more`] : []
	return `; headers besides the usual: ${[...shown, ...more].join(', ')}`
}
const debug_log_MAX_LENGTH = 1_000
function withDebugLog(http, { debug }, redact) {
	if (debug === undefined) return http
	return logRequests(http, (line) => debug(plainText(redact(line), redact, debug_log_MAX_LENGTH)))
}
function describeAttempt({ title, what, attempt, attempts, waitMs }) {
	const next = waitMs === undefined ? 'No further attempt.' : `Next attempt in ${(waitMs / 1000).toFixed(1)} s.`
	return `Asking for ${what}, attempt ${attempt} of ${attempts}: ${title}. ${next}`
}
const RESET_CODES = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED'])
function errorCodeOf(error) {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
const external_node_net_namespaceObject = builtin('node:net')
function createAddresses(host, lookUp = askSystem) {
	let served = (0, external_node_net_namespaceObject.isIP)(host) === 0 ? undefined : host
	return {
		toTry: async () => (served === undefined ? alternate(await lookUp(host)) : [served]),
		prefer(address) {
			served = address
		},
		forget() {
			if (served === undefined || served === host) return false
			served = undefined
			return true
		},
	}
}
async function askSystem(host) {
	const [{ ADDRCONFIG, lookup }, { platform }] = await Promise.all([
		Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__, 610, 19)),
		Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__, 161, 19)),
	])
	const hints = platform() === 'win32' ? 0 : ADDRCONFIG
	return new Promise((resolve, reject) => {
		lookup(host, { all: true, hints }, (error, addresses) => (error ? reject(error) : resolve(addresses)))
	})
}
function alternate(found) {
	const first = found.filter(({ family }) => family === found[0]?.family)
	const second = found.filter(({ family }) => family !== found[0]?.family)
	const longest = Math.max(first.length, second.length)
	const addresses = Array.from({ length: longest }, (_, index) => [first[index], second[index]])
	return [...new Set(addresses.flat().flatMap((entry) => entry?.address ?? []))]
}
const external_node_http_namespaceObject = builtin('node:http')
class ServerAgent extends external_node_http_namespaceObject.Agent {
	#connector
	constructor(protocol, connector, keepAlive) {
		super({ keepAlive })
		this.#connector = connector
		if (protocol === 'https:') Object.assign(this, { protocol, defaultPort: 443 })
	}
	addRequest(request, options) {
		const { attempt } = options
		if (attempt !== undefined) watch(request, attempt)
		super.addRequest(request, options)
	}
	createConnection({ host, port, attempt }, done) {
		if (attempt === undefined) throw new Error('a request without an attempt')
		attempt.connection = 'new'
		const opened = this.#connector.open({ host: host ?? '', port: Number(port) }, attempt)
		opened.then(
			(socket) => done(errorOf(socket), socket),
			(error) => done(error instanceof Error ? error : new Error(String(error))),
		)
	}
	async dropEndedIdleSockets() {
		if (Object.keys(this.freeSockets).length === 0) return
		await new Promise(setImmediate)
		await new Promise(setImmediate)
	}
	closeIdleSockets() {
		for (const socket of Object.values(this.freeSockets).flat()) socket?.destroy()
	}
	keepSocketAlive(socket) {
		socket.once('data', destroy).once('end', destroy)
		return Boolean(super.keepSocketAlive(socket))
	}
	reuseSocket(socket, request) {
		socket.off('data', destroy).off('end', destroy)
		super.reuseSocket(socket, request)
	}
}
function errorOf({ errored, destroyed }) {
	const hangUp = destroyed ? Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }) : null
	return errored ?? hangUp
}
function watch(request, attempt) {
	request.on('error', (error) => {
		const code = errorCodeOf(error)
		if (code.startsWith('HPE_')) attempt.breach = { code, message: error.message }
	})
	request.once('upgrade', (message, socket) => {
		socket.destroy()
		attempt.onUpgrade?.(message)
	})
}
function destroy() {
	this.destroy()
}
const MAX_BODY_BYTES = 1024 * 1024
function readBody(message, attempt, maxBytes, onEnd) {
	const bytes = Buffer.allocUnsafeSlow(maxBytes)
	let size = 0
	let isEnded = false
	const stop = (state, error) => {
		if (!isEnded) onEnd({ bytes: bytes.subarray(0, size), state, ...(error && { error }) })
		isEnded = true
	}
	const stopShort = () => stop(attempt.breach === undefined ? 'cut' : 'malformed', attempt.breach)
	message.on('data', (chunk) => {
		if (size + chunk.length <= maxBytes) {
			size += chunk.copy(bytes, size)
			return
		}
		stop('too-large')
		message.destroy()
	})
	message.on('error', stopShort)
	message.on('close', () => (message.complete ? stop('complete') : stopShort()))
	return { stop }
}
const HEAD_START_MS = 250
async function dial(addresses, connect, clock) {
	const [only, ...others] = addresses
	if (only !== undefined && others.length === 0) return opening(only, connect(only))
	const errors = []
	const late = []
	for (const address of addresses) {
		const socket = connect(address)
		const cancelTimer = clock.after(HEAD_START_MS, () => socket.destroy())
		try {
			return await opening(address, socket)
		} catch (error) {
			if (error === undefined) late.push(address)
			else errors.push(error)
		} finally {
			cancelTimer()
		}
	}
	if (late.length > 0) return race(late, connect, errors)
	throw new AggregateError(errors)
}
async function race(addresses, connect, errors) {
	const all = addresses.map((address) => ({ address, socket: connect(address) }))
	try {
		const first = await Promise.any(all.map(({ address, socket }) => opening(address, socket)))
		for (const { socket } of all) if (socket !== first.socket) socket.destroy()
		return first
	} catch (error) {
		throw error instanceof AggregateError ? new AggregateError([...errors, ...error.errors]) : error
	}
}
function opening(address, socket) {
	return new Promise((resolve, reject) => {
		socket
			.once('connect', () => resolve({ address, socket }))
			.once('error', reject)
			.once('close', () => reject())
	})
}
const external_node_tls_namespaceObject = builtin('node:tls')
var external_node_tls_namespaceObject_0 = external_node_tls_namespaceObject
function describePeer(socket) {
	const { subject, issuer, subjectaltname = '', valid_from: validFrom, valid_to: validTo } = socket.getPeerCertificate()
	if (subject === undefined) return undefined
	return {
		subject: describeName(subject),
		issuer: describeName(issuer),
		hosts: subjectaltname.split(', ').map((name) => name.replace(/^(?:DNS|IP Address):/, '')),
		validFrom,
		validTo,
	}
}
function describeName(name) {
	return Object.entries(name)
		.map(([attribute, value]) => `${attribute}=${value}`)
		.join(', ')
}
function shakeHands(socket, host, secureContext, onCertificate = () => {}) {
	return new Promise((resolve, reject) => {
		const servername = (0, external_node_net_namespaceObject.isIP)(host) === 0 ? host : ''
		const secure = (0, external_node_tls_namespaceObject.connect)({
			socket,
			host,
			secureContext,
			servername,
			ALPNProtocols: ['http/1.1'],
		})
		secure.prependOnceListener('secure', () => {
			const certificate = describePeer(secure)
			if (certificate !== undefined) onCertificate(certificate)
		})
		secure.once('secureConnect', () => resolve(secure)).once('error', reject)
	})
}
function readDefaultCa(tls = external_node_tls_namespaceObject_0) {
	return tls.getCACertificates?.('default') ?? tls.rootCertificates
}
function readSystemCa(sslCertFile, readFile, tls = external_node_tls_namespaceObject_0) {
	return [...(tls.getCACertificates?.('system') ?? []), ...readCertificateFile(sslCertFile, readFile)]
}
function readCertificateFile(path, readFile) {
	if (!path) return []
	try {
		return [readFile(path)]
	} catch {
		return []
	}
}
const UNKNOWN_ISSUER = new Set([
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])
function createTrust({ extraCa, client }, readSystemCa) {
	const identity = client === undefined ? {} : { cert: client.certificate, key: client.key }
	let systemCa
	let server
	let proxy
	const readAuthorities = () => {
		const added = [...extraCa, ...(systemCa ?? [])]
		if (added.length === 0) return {}
		const ca = [...new Set([...readDefaultCa(), ...added])]
		return { ca, allowPartialTrustChain: true }
	}
	return {
		forServer() {
			server ??= (0, external_node_tls_namespaceObject.createSecureContext)({ ...readAuthorities(), ...identity })
			return server
		},
		forProxy() {
			proxy ??= (0, external_node_tls_namespaceObject.createSecureContext)(readAuthorities())
			return proxy
		},
		get isWide() {
			return systemCa !== undefined
		},
		widen(error) {
			if (!UNKNOWN_ISSUER.has(errorCodeOf(error))) return false
			if (systemCa === undefined) {
				systemCa = readSystemCa()
				server = undefined
				proxy = undefined
			}
			return systemCa.length > 0
		},
	}
}
function encodeBasicCredentials(username, password) {
	return Buffer.from(`${username}:${password}`).toString('base64')
}
function openTunnel(socket, to, { credentials }, attempt) {
	const authority = authorityOf(to.host, to.port)
	const login = credentials && `Basic ${encodeBasicCredentials(credentials.username, credentials.password)}`
	return new Promise((resolve, reject) => {
		const request = (0, external_node_http_namespaceObject.request)({
			method: 'CONNECT',
			createConnection: () => socket,
			path: authority,
			headers: { host: authority, ...(login && { 'proxy-authorization': login }) },
			signal: attempt.signal,
		})
		request.once('connect', (response, tunnel, head) => {
			const answer = readAnswer(response, to.port)
			const { statusCode } = answer
			if (statusCode >= 200 && statusCode <= 299) {
				tunnel.unshift(head)
				resolve(tunnel)
				return
			}
			attempt.proxyAnswer = answer
			tunnel.destroy()
			reject(new Error(`the proxy answered CONNECT with HTTP ${statusCode}`))
		})
		request.once('error', reject)
		request.end()
	})
}
function readAnswer({ statusCode = 0, statusMessage, headersDistinct }, port) {
	return {
		statusCode,
		reasonPhrase: statusMessage?.trim() ?? '',
		squidError: headersDistinct['x-squid-error']?.[0] ?? '',
		loginSchemes: [...new Set((headersDistinct['proxy-authenticate'] ?? []).flatMap(parseSchemes))],
		port,
	}
}
function parseSchemes(challenges) {
	const parts = challenges.replace(/"(?:[^"\\]|\\.)*"/g, '""').split(',')
	return parts.flatMap((part) => /^\s*([a-z][\w-]*)(?:\s+[^\s=]|\s*$)/i.exec(part)?.[1] ?? [])
}
function createConnector(options, clock) {
	const { isSecure, proxy, addresses } = options
	const trust = createTrust(options.tls, options.readSystemCa)
	return {
		async open(server, attempt) {
			const { isWide } = trust
			try {
				return await openOnce(server, attempt)
			} catch (error) {
				if (isWide || !trust.widen(error)) throw error
				return openOnce(server, attempt)
			}
		},
	}
	async function openOnce(server, attempt) {
		const { address, socket } = await dialFirst(proxy?.port ?? server.port, attempt)
		const way = proxy === undefined ? socket : await passProxy(proxy, socket, server, attempt)
		const connection = isSecure ? await secure(way, server, attempt) : way
		addresses.prefer(address)
		attempt.phase = 'answer'
		return connection
	}
	async function dialFirst(port, attempt) {
		const dialAll = async () => {
			attempt.phase = proxy === undefined ? 'lookup' : 'proxy'
			const all = await addresses.toTry()
			attempt.phase = proxy === undefined ? 'connect' : 'proxy'
			return dial(
				all,
				(host) => (0, external_node_net_namespaceObject.connect)({ host, port, signal: attempt.signal }),
				clock,
			)
		}
		try {
			return await dialAll()
		} catch (error) {
			if (!addresses.forget()) throw error
			return dialAll()
		}
	}
	async function passProxy(through, socket, to, attempt) {
		const { protocol, hostname } = through
		const connected = protocol === 'https:' ? await shakeHands(socket, hostname, trust.forProxy()) : socket
		return openTunnel(connected, to, through, attempt)
	}
	async function secure(socket, { host }, attempt) {
		attempt.phase = 'tls'
		const secured = await shakeHands(socket, host, trust.forServer(), (certificate) => {
			attempt.certificate = certificate
		})
		attempt.tlsVersion = secured.getProtocol() ?? ''
		return secured
	}
}
const external_http_namespaceObject = builtin('http')
var external_http_namespaceObject_0 = external_http_namespaceObject
const external_https_namespaceObject = builtin('https')
var external_https_namespaceObject_0 = external_https_namespaceObject
function getProxyUrl(reqUrl) {
	const usingSsl = reqUrl.protocol === 'https:'
	if (checkBypass(reqUrl)) {
		return undefined
	}
	const proxyVar = (() => {
		if (usingSsl) {
			return process.env['https_proxy'] || process.env['HTTPS_PROXY']
		} else {
			return process.env['http_proxy'] || process.env['HTTP_PROXY']
		}
	})()
	if (proxyVar) {
		try {
			return new DecodedURL(proxyVar)
		} catch (_a) {
			if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
				return new DecodedURL(`http://${proxyVar}`)
		}
	} else {
		return undefined
	}
}
function checkBypass(reqUrl) {
	if (!reqUrl.hostname) {
		return false
	}
	const reqHost = reqUrl.hostname
	if (isLoopbackAddress(reqHost)) {
		return true
	}
	const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || ''
	if (!noProxy) {
		return false
	}
	let reqPort
	if (reqUrl.port) {
		reqPort = Number(reqUrl.port)
	} else if (reqUrl.protocol === 'http:') {
		reqPort = 80
	} else if (reqUrl.protocol === 'https:') {
		reqPort = 443
	}
	const upperReqHosts = [reqUrl.hostname.toUpperCase()]
	if (typeof reqPort === 'number') {
		upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`)
	}
	for (const upperNoProxyItem of noProxy
		.split(',')
		.map((x) => x.trim().toUpperCase())
		.filter((x) => x)) {
		if (
			upperNoProxyItem === '*' ||
			upperReqHosts.some(
				(x) =>
					x === upperNoProxyItem ||
					x.endsWith(`.${upperNoProxyItem}`) ||
					(upperNoProxyItem.startsWith('.') && x.endsWith(`${upperNoProxyItem}`)),
			)
		) {
			return true
		}
	}
	return false
}
function isLoopbackAddress(host) {
	const hostLower = host.toLowerCase()
	return (
		hostLower === 'localhost' ||
		hostLower.startsWith('127.') ||
		hostLower.startsWith('[::1]') ||
		hostLower.startsWith('[0:0:0:0:0:0:0:1]')
	)
}
class DecodedURL extends URL {
	constructor(url, base) {
		super(url, base)
		this._decodedUsername = decodeURIComponent(super.username)
		this._decodedPassword = decodeURIComponent(super.password)
	}
	get username() {
		return this._decodedUsername
	}
	get password() {
		return this._decodedPassword
	}
}
function makeAgent() {
	return { addRequest: refuseToTunnel }
}
function refuseToTunnel() {
	throw new Error(
		'tunnel is not part of jira-pat-check: the proxy of HttpClient cannot be used here (see vendor/tunnel)',
	)
}
class ProxyAgent {
	constructor() {
		throw new Error(
			'undici is not part of jira-pat-check: HttpClient.getAgentDispatcher() cannot be used here (see vendor/undici)',
		)
	}
}
var __awaiter =
	(undefined && undefined.__awaiter) ||
	function (thisArg, _arguments, P, generator) {
		function adopt(value) {
			return value instanceof P
				? value
				: new P(function (resolve) {
						resolve(value)
					})
		}
		return new (P || (P = Promise))(function (resolve, reject) {
			function fulfilled(value) {
				try {
					step(generator.next(value))
				} catch (e) {
					reject(e)
				}
			}
			function rejected(value) {
				try {
					step(generator['throw'](value))
				} catch (e) {
					reject(e)
				}
			}
			function step(result) {
				result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
			}
			step((generator = generator.apply(thisArg, _arguments || [])).next())
		})
	}
var HttpCodes
;(function (HttpCodes) {
	HttpCodes[(HttpCodes['OK'] = 200)] = 'OK'
	HttpCodes[(HttpCodes['MultipleChoices'] = 300)] = 'MultipleChoices'
	HttpCodes[(HttpCodes['MovedPermanently'] = 301)] = 'MovedPermanently'
	HttpCodes[(HttpCodes['ResourceMoved'] = 302)] = 'ResourceMoved'
	HttpCodes[(HttpCodes['SeeOther'] = 303)] = 'SeeOther'
	HttpCodes[(HttpCodes['NotModified'] = 304)] = 'NotModified'
	HttpCodes[(HttpCodes['UseProxy'] = 305)] = 'UseProxy'
	HttpCodes[(HttpCodes['SwitchProxy'] = 306)] = 'SwitchProxy'
	HttpCodes[(HttpCodes['TemporaryRedirect'] = 307)] = 'TemporaryRedirect'
	HttpCodes[(HttpCodes['PermanentRedirect'] = 308)] = 'PermanentRedirect'
	HttpCodes[(HttpCodes['BadRequest'] = 400)] = 'BadRequest'
	HttpCodes[(HttpCodes['Unauthorized'] = 401)] = 'Unauthorized'
	HttpCodes[(HttpCodes['PaymentRequired'] = 402)] = 'PaymentRequired'
	HttpCodes[(HttpCodes['Forbidden'] = 403)] = 'Forbidden'
	HttpCodes[(HttpCodes['NotFound'] = 404)] = 'NotFound'
	HttpCodes[(HttpCodes['MethodNotAllowed'] = 405)] = 'MethodNotAllowed'
	HttpCodes[(HttpCodes['NotAcceptable'] = 406)] = 'NotAcceptable'
	HttpCodes[(HttpCodes['ProxyAuthenticationRequired'] = 407)] = 'ProxyAuthenticationRequired'
	HttpCodes[(HttpCodes['RequestTimeout'] = 408)] = 'RequestTimeout'
	HttpCodes[(HttpCodes['Conflict'] = 409)] = 'Conflict'
	HttpCodes[(HttpCodes['Gone'] = 410)] = 'Gone'
	HttpCodes[(HttpCodes['TooManyRequests'] = 429)] = 'TooManyRequests'
	HttpCodes[(HttpCodes['InternalServerError'] = 500)] = 'InternalServerError'
	HttpCodes[(HttpCodes['NotImplemented'] = 501)] = 'NotImplemented'
	HttpCodes[(HttpCodes['BadGateway'] = 502)] = 'BadGateway'
	HttpCodes[(HttpCodes['ServiceUnavailable'] = 503)] = 'ServiceUnavailable'
	HttpCodes[(HttpCodes['GatewayTimeout'] = 504)] = 'GatewayTimeout'
})(HttpCodes || (HttpCodes = {}))
var Headers
;(function (Headers) {
	Headers['Accept'] = 'accept'
	Headers['ContentType'] = 'content-type'
})(Headers || (Headers = {}))
var MediaTypes
;(function (MediaTypes) {
	MediaTypes['ApplicationJson'] = 'application/json'
})(MediaTypes || (MediaTypes = {}))
function lib_getProxyUrl(serverUrl) {
	const proxyUrl = pm.getProxyUrl(new URL(serverUrl))
	return proxyUrl ? proxyUrl.href : ''
}
const HttpRedirectCodes = [
	HttpCodes.MovedPermanently,
	HttpCodes.ResourceMoved,
	HttpCodes.SeeOther,
	HttpCodes.TemporaryRedirect,
	HttpCodes.PermanentRedirect,
]
const HttpResponseRetryCodes = [HttpCodes.BadGateway, HttpCodes.ServiceUnavailable, HttpCodes.GatewayTimeout]
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD']
const ExponentialBackoffCeiling = 10
const ExponentialBackoffTimeSlice = 5
class HttpClientError extends Error {
	constructor(message, statusCode) {
		super(message)
		this.name = 'HttpClientError'
		this.statusCode = statusCode
		Object.setPrototypeOf(this, HttpClientError.prototype)
	}
}
class HttpClientResponse {
	constructor(message) {
		this.message = message
	}
	readBody() {
		return __awaiter(this, void 0, void 0, function* () {
			return new Promise((resolve) =>
				__awaiter(this, void 0, void 0, function* () {
					let output = Buffer.alloc(0)
					this.message.on('data', (chunk) => {
						output = Buffer.concat([output, chunk])
					})
					this.message.on('end', () => {
						resolve(output.toString())
					})
				}),
			)
		})
	}
	readBodyBuffer() {
		return __awaiter(this, void 0, void 0, function* () {
			return new Promise((resolve) =>
				__awaiter(this, void 0, void 0, function* () {
					const chunks = []
					this.message.on('data', (chunk) => {
						chunks.push(chunk)
					})
					this.message.on('end', () => {
						resolve(Buffer.concat(chunks))
					})
				}),
			)
		})
	}
}
function isHttps(requestUrl) {
	const parsedUrl = new URL(requestUrl)
	return parsedUrl.protocol === 'https:'
}
class HttpClient {
	constructor(userAgent, handlers, requestOptions) {
		this._ignoreSslError = false
		this._allowRedirects = true
		this._allowRedirectDowngrade = false
		this._maxRedirects = 50
		this._allowRetries = false
		this._maxRetries = 1
		this._keepAlive = false
		this._disposed = false
		this.userAgent = this._getUserAgentWithOrchestrationId(userAgent)
		this.handlers = handlers || []
		this.requestOptions = requestOptions
		if (requestOptions) {
			if (requestOptions.ignoreSslError != null) {
				this._ignoreSslError = requestOptions.ignoreSslError
			}
			this._socketTimeout = requestOptions.socketTimeout
			if (requestOptions.allowRedirects != null) {
				this._allowRedirects = requestOptions.allowRedirects
			}
			if (requestOptions.allowRedirectDowngrade != null) {
				this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade
			}
			if (requestOptions.maxRedirects != null) {
				this._maxRedirects = Math.max(requestOptions.maxRedirects, 0)
			}
			if (requestOptions.keepAlive != null) {
				this._keepAlive = requestOptions.keepAlive
			}
			if (requestOptions.allowRetries != null) {
				this._allowRetries = requestOptions.allowRetries
			}
			if (requestOptions.maxRetries != null) {
				this._maxRetries = requestOptions.maxRetries
			}
		}
	}
	options(requestUrl, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('OPTIONS', requestUrl, null, additionalHeaders || {})
		})
	}
	get(requestUrl, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('GET', requestUrl, null, additionalHeaders || {})
		})
	}
	del(requestUrl, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('DELETE', requestUrl, null, additionalHeaders || {})
		})
	}
	post(requestUrl, data, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('POST', requestUrl, data, additionalHeaders || {})
		})
	}
	patch(requestUrl, data, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('PATCH', requestUrl, data, additionalHeaders || {})
		})
	}
	put(requestUrl, data, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('PUT', requestUrl, data, additionalHeaders || {})
		})
	}
	head(requestUrl, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('HEAD', requestUrl, null, additionalHeaders || {})
		})
	}
	sendStream(verb, requestUrl, stream, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request(verb, requestUrl, stream, additionalHeaders)
		})
	}
	getJson(requestUrl_1) {
		return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(
				additionalHeaders,
				Headers.Accept,
				MediaTypes.ApplicationJson,
			)
			const res = yield this.get(requestUrl, additionalHeaders)
			return this._processResponse(res, this.requestOptions)
		})
	}
	postJson(requestUrl_1, obj_1) {
		return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2)
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(
				additionalHeaders,
				Headers.Accept,
				MediaTypes.ApplicationJson,
			)
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(
				additionalHeaders,
				MediaTypes.ApplicationJson,
			)
			const res = yield this.post(requestUrl, data, additionalHeaders)
			return this._processResponse(res, this.requestOptions)
		})
	}
	putJson(requestUrl_1, obj_1) {
		return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2)
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(
				additionalHeaders,
				Headers.Accept,
				MediaTypes.ApplicationJson,
			)
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(
				additionalHeaders,
				MediaTypes.ApplicationJson,
			)
			const res = yield this.put(requestUrl, data, additionalHeaders)
			return this._processResponse(res, this.requestOptions)
		})
	}
	patchJson(requestUrl_1, obj_1) {
		return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2)
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(
				additionalHeaders,
				Headers.Accept,
				MediaTypes.ApplicationJson,
			)
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(
				additionalHeaders,
				MediaTypes.ApplicationJson,
			)
			const res = yield this.patch(requestUrl, data, additionalHeaders)
			return this._processResponse(res, this.requestOptions)
		})
	}
	request(verb, requestUrl, data, headers) {
		return __awaiter(this, void 0, void 0, function* () {
			if (this._disposed) {
				throw new Error('Client has already been disposed.')
			}
			const parsedUrl = new URL(requestUrl)
			let info = this._prepareRequest(verb, parsedUrl, headers)
			const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1
			let numTries = 0
			let response
			do {
				response = yield this.requestRaw(info, data)
				if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
					let authenticationHandler
					for (const handler of this.handlers) {
						if (handler.canHandleAuthentication(response)) {
							authenticationHandler = handler
							break
						}
					}
					if (authenticationHandler) {
						return authenticationHandler.handleAuthentication(this, info, data)
					} else {
						return response
					}
				}
				let redirectsRemaining = this._maxRedirects
				while (
					response.message.statusCode &&
					HttpRedirectCodes.includes(response.message.statusCode) &&
					this._allowRedirects &&
					redirectsRemaining > 0
				) {
					const redirectUrl = response.message.headers['location']
					if (!redirectUrl) {
						break
					}
					const parsedRedirectUrl = new URL(redirectUrl)
					if (
						parsedUrl.protocol === 'https:' &&
						parsedUrl.protocol !== parsedRedirectUrl.protocol &&
						!this._allowRedirectDowngrade
					) {
						throw new Error(
							'Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.',
						)
					}
					yield response.readBody()
					if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
						for (const header in headers) {
							if (header.toLowerCase() === 'authorization') {
								delete headers[header]
							}
						}
					}
					info = this._prepareRequest(verb, parsedRedirectUrl, headers)
					response = yield this.requestRaw(info, data)
					redirectsRemaining--
				}
				if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) {
					return response
				}
				numTries += 1
				if (numTries < maxTries) {
					yield response.readBody()
					yield this._performExponentialBackoff(numTries)
				}
			} while (numTries < maxTries)
			return response
		})
	}
	dispose() {
		if (this._agent) {
			this._agent.destroy()
		}
		this._disposed = true
	}
	requestRaw(info, data) {
		return __awaiter(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => {
				function callbackForResult(err, res) {
					if (err) {
						reject(err)
					} else if (!res) {
						reject(new Error('Unknown error'))
					} else {
						resolve(res)
					}
				}
				this.requestRawWithCallback(info, data, callbackForResult)
			})
		})
	}
	requestRawWithCallback(info, data, onResult) {
		if (typeof data === 'string') {
			if (!info.options.headers) {
				info.options.headers = {}
			}
			info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8')
		}
		let callbackCalled = false
		function handleResult(err, res) {
			if (!callbackCalled) {
				callbackCalled = true
				onResult(err, res)
			}
		}
		const req = info.httpModule.request(info.options, (msg) => {
			const res = new HttpClientResponse(msg)
			handleResult(undefined, res)
		})
		let socket
		req.on('socket', (sock) => {
			socket = sock
		})
		req.setTimeout(this._socketTimeout || 3 * 60000, () => {
			if (socket) {
				socket.end()
			}
			handleResult(new Error(`Request timeout: ${info.options.path}`))
		})
		req.on('error', function (err) {
			handleResult(err)
		})
		if (data && typeof data === 'string') {
			req.write(data, 'utf8')
		}
		if (data && typeof data !== 'string') {
			data.on('close', function () {
				req.end()
			})
			data.pipe(req)
		} else {
			req.end()
		}
	}
	getAgent(serverUrl) {
		const parsedUrl = new URL(serverUrl)
		return this._getAgent(parsedUrl)
	}
	getAgentDispatcher(serverUrl) {
		const parsedUrl = new URL(serverUrl)
		const proxyUrl = getProxyUrl(parsedUrl)
		const useProxy = proxyUrl && proxyUrl.hostname
		if (!useProxy) {
			return
		}
		return this._getProxyAgentDispatcher(parsedUrl, proxyUrl)
	}
	_prepareRequest(method, requestUrl, headers) {
		const info = {}
		info.parsedUrl = requestUrl
		const usingSsl = info.parsedUrl.protocol === 'https:'
		info.httpModule = usingSsl ? external_https_namespaceObject_0 : external_http_namespaceObject_0
		const defaultPort = usingSsl ? 443 : 80
		info.options = {}
		info.options.host = info.parsedUrl.hostname
		info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort
		info.options.path = (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '')
		info.options.method = method
		info.options.headers = this._mergeHeaders(headers)
		if (this.userAgent != null) {
			info.options.headers['user-agent'] = this.userAgent
		}
		info.options.agent = this._getAgent(info.parsedUrl)
		if (this.handlers) {
			for (const handler of this.handlers) {
				handler.prepareRequest(info.options)
			}
		}
		return info
	}
	_mergeHeaders(headers) {
		if (this.requestOptions && this.requestOptions.headers) {
			return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}))
		}
		return lowercaseKeys(headers || {})
	}
	_getExistingOrDefaultHeader(additionalHeaders, header, _default) {
		let clientHeader
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[header]
			if (headerValue) {
				clientHeader = typeof headerValue === 'number' ? headerValue.toString() : headerValue
			}
		}
		const additionalValue = additionalHeaders[header]
		if (additionalValue !== undefined) {
			return typeof additionalValue === 'number' ? additionalValue.toString() : additionalValue
		}
		if (clientHeader !== undefined) {
			return clientHeader
		}
		return _default
	}
	_getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
		let clientHeader
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType]
			if (headerValue) {
				if (typeof headerValue === 'number') {
					clientHeader = String(headerValue)
				} else if (Array.isArray(headerValue)) {
					clientHeader = headerValue.join(', ')
				} else {
					clientHeader = headerValue
				}
			}
		}
		const additionalValue = additionalHeaders[Headers.ContentType]
		if (additionalValue !== undefined) {
			if (typeof additionalValue === 'number') {
				return String(additionalValue)
			} else if (Array.isArray(additionalValue)) {
				return additionalValue.join(', ')
			} else {
				return additionalValue
			}
		}
		if (clientHeader !== undefined) {
			return clientHeader
		}
		return _default
	}
	_getAgent(parsedUrl) {
		let agent
		const proxyUrl = getProxyUrl(parsedUrl)
		const useProxy = proxyUrl && proxyUrl.hostname
		if (this._keepAlive && useProxy) {
			agent = this._proxyAgent
		}
		if (!useProxy) {
			agent = this._agent
		}
		if (agent) {
			return agent
		}
		const usingSsl = parsedUrl.protocol === 'https:'
		let maxSockets = 100
		if (this.requestOptions) {
			maxSockets = this.requestOptions.maxSockets || external_http_namespaceObject.globalAgent.maxSockets
		}
		if (proxyUrl && proxyUrl.hostname) {
			const agentOptions = {
				maxSockets,
				keepAlive: this._keepAlive,
				proxy: Object.assign(
					Object.assign(
						{},
						(proxyUrl.username || proxyUrl.password) && {
							proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`,
						},
					),
					{ host: proxyUrl.hostname, port: proxyUrl.port },
				),
			}
			let tunnelAgent
			const overHttps = proxyUrl.protocol === 'https:'
			if (usingSsl) {
				tunnelAgent = overHttps ? makeAgent : makeAgent
			} else {
				tunnelAgent = overHttps ? makeAgent : makeAgent
			}
			agent = tunnelAgent(agentOptions)
			this._proxyAgent = agent
		}
		if (!agent) {
			const options = { keepAlive: this._keepAlive, maxSockets }
			agent = usingSsl
				? new external_https_namespaceObject.Agent(options)
				: new external_http_namespaceObject.Agent(options)
			this._agent = agent
		}
		if (usingSsl && this._ignoreSslError) {
			agent.options = Object.assign(agent.options || {}, {
				rejectUnauthorized: false,
			})
		}
		return agent
	}
	_getProxyAgentDispatcher(parsedUrl, proxyUrl) {
		let proxyAgent
		if (this._keepAlive) {
			proxyAgent = this._proxyAgentDispatcher
		}
		if (proxyAgent) {
			return proxyAgent
		}
		const usingSsl = parsedUrl.protocol === 'https:'
		proxyAgent = new ProxyAgent(
			Object.assign(
				{ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 },
				(proxyUrl.username || proxyUrl.password) && {
					token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`,
				},
			),
		)
		this._proxyAgentDispatcher = proxyAgent
		if (usingSsl && this._ignoreSslError) {
			proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
				rejectUnauthorized: false,
			})
		}
		return proxyAgent
	}
	_getUserAgentWithOrchestrationId(userAgent) {
		const baseUserAgent = userAgent || 'actions/http-client'
		const orchId = process.env['ACTIONS_ORCHESTRATION_ID']
		if (orchId) {
			const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_')
			return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`
		}
		return baseUserAgent
	}
	_performExponentialBackoff(retryNumber) {
		return __awaiter(this, void 0, void 0, function* () {
			retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber)
			const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber)
			return new Promise((resolve) => setTimeout(() => resolve(), ms))
		})
	}
	_processResponse(res, options) {
		return __awaiter(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) =>
				__awaiter(this, void 0, void 0, function* () {
					const statusCode = res.message.statusCode || 0
					const response = {
						statusCode,
						result: null,
						headers: {},
					}
					if (statusCode === HttpCodes.NotFound) {
						resolve(response)
					}
					function dateTimeDeserializer(key, value) {
						if (typeof value === 'string') {
							const a = new Date(value)
							if (!isNaN(a.valueOf())) {
								return a
							}
						}
						return value
					}
					let obj
					let contents
					try {
						contents = yield res.readBody()
						if (contents && contents.length > 0) {
							if (options && options.deserializeDates) {
								obj = JSON.parse(contents, dateTimeDeserializer)
							} else {
								obj = JSON.parse(contents)
							}
							response.result = obj
						}
						response.headers = res.message.headers
					} catch (err) {}
					if (statusCode > 299) {
						let msg
						if (obj && obj.message) {
							msg = obj.message
						} else if (contents && contents.length > 0) {
							msg = contents
						} else {
							msg = `Failed request: (${statusCode})`
						}
						const err = new HttpClientError(msg, statusCode)
						err.result = response.result
						reject(err)
					} else {
						resolve(response)
					}
				}),
			)
		})
	}
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {})
function readError(error) {
	const errors = error instanceof AggregateError ? error.errors : [error]
	const [first] = errors.toSorted((a, b) => rankOf(a) - rankOf(b))
	if (!(first instanceof Error)) throw error
	const header = headerIn(first)
	return { code: errorCodeOf(first), message: first.message, ...(header && { header }) }
}
function rankOf(error) {
	return ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL'].includes(errorCodeOf(error)) ? 1 : 0
}
function headerIn(error) {
	if (!('rawPacket' in error && Buffer.isBuffer(error.rawPacket) && 'bytesParsed' in error)) return undefined
	const text = error.rawPacket.toString('latin1')
	const position = Number(error.bytesParsed)
	const [before, after] = [text.slice(0, position), text.slice(position)]
	const lines = `${before}${/^[^\r\n]*/.exec(after)?.[0]}`.split('\n').slice(1)
	const line = lines.findLast((each) => !/^[ \t]/.test(each))
	return /^([^:\r]{1,100}):/.exec(line ?? '')?.[1]
}
const DECOMPRESSORS = new Map([
	['gzip', gunzip],
	['x-gzip', gunzip],
	['deflate', inflate],
	['br', unbrotli],
])
async function decode(body, encoding, maxBytes) {
	const decompress = DECOMPRESSORS.get(encoding.trim().toLowerCase())
	if (decompress === undefined || body.bytes.length === 0) return body
	const isComplete = body.state === 'complete'
	const zlib = await Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__, 522, 19))
	try {
		return { ...body, bytes: decompress(zlib, body.bytes, { isComplete, maxOutputLength: maxBytes }) }
	} catch (error) {
		const nothing = { ...body, bytes: new Uint8Array() }
		if (!isComplete) return nothing
		if (errorCodeOf(error) === 'ERR_BUFFER_TOO_LARGE') return { ...nothing, state: 'too-large' }
		return { ...nothing, state: 'malformed', error: { code: errorCodeOf(error), message: String(error) } }
	}
}
function flushing({ constants }, { isComplete, maxOutputLength }) {
	return { maxOutputLength, ...(!isComplete && { finishFlush: constants.Z_SYNC_FLUSH }) }
}
function gunzip(zlib, bytes, limits) {
	return zlib.gunzipSync(bytes, flushing(zlib, limits))
}
function inflate(zlib, bytes, limits) {
	const hasHeader = ((bytes[0] ?? 0) & 0x0f) === 8
	const decompress = hasHeader ? zlib.inflateSync : zlib.inflateRawSync
	return decompress(bytes, flushing(zlib, limits))
}
function unbrotli({ brotliDecompressSync, constants }, bytes, { isComplete, maxOutputLength }) {
	const flush = { finishFlush: constants.BROTLI_OPERATION_FLUSH }
	return brotliDecompressSync(bytes, { maxOutputLength, ...(!isComplete && flush) })
}
function parseRetryAfter(header) {
	const value = (header ?? '').trim()
	const seconds = value.split(/\s*,\s*/)
	if (seconds.every((part) => /^\d+(?:\.\d+)?$/.test(part))) return { waitMs: Math.max(...seconds.map(Number)) * 1000 }
	const atMs = /[A-Za-z]{3}/.test(value) ? Date.parse(value) : Number.NaN
	return Number.isNaN(atMs) ? undefined : { atMs }
}
async function toAnswer(message, raw, maxBytes, durationMs) {
	const { statusCode = 0, headersDistinct } = message
	const entries = Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')])
	const headers = new Map(entries)
	const { bytes, state: bodyState, error } = await decode(raw, headers.get('content-encoding') ?? '', maxBytes)
	const body = new TextDecoder().decode(bytes)
	const retryAfter = parseRetryAfter(headers.get('retry-after'))
	return {
		kind: 'answer',
		statusCode,
		headers,
		...(retryAfter && { retryAfter }),
		body,
		bodyState,
		...(error && { bodyError: error }),
		durationMs,
	}
}
function toNoAnswer(error, attempt, durationMs) {
	const { phase, certificate, proxyAnswer } = attempt
	const seen = { phase, ...(certificate && { certificate }), ...(proxyAnswer && { proxyAnswer }) }
	return { kind: 'no-answer', ...error, ...seen, durationMs }
}
async function exchange(request, options) {
	const { route, clock, maxBodyBytes } = options
	const startedMs = clock.monotonicMs()
	const abort = new AbortController()
	const attempt = { phase: 'answer', connection: 'reused', signal: abort.signal }
	const ended = await carryOut(request, attempt, abort, options)
	const durationMs = clock.monotonicMs() - startedMs
	const { connection, tlsVersion } = attempt
	const trace = { route, connection, tlsVersion, bodyBytes: 0, requestCount: 1 }
	if ('code' in ended) return { ...toNoAnswer(ended, attempt, durationMs), trace }
	const { message, body } = ended
	return {
		...(await toAnswer(message, body, maxBodyBytes, durationMs)),
		trace: { ...trace, bodyBytes: body.bytes.length },
	}
}
function carryOut(
	{ method, url, headers, body, timeoutMs },
	attempt,
	abort,
	{ agent, userAgent, clock, maxBodyBytes },
) {
	const { promise, resolve, reject } = Promise.withResolvers()
	let reading
	attempt.onUpgrade = (message) => resolve({ message, body: { bytes: new Uint8Array(), state: 'complete' } })
	const cancelTimer = clock.after(timeoutMs, () => {
		if (reading === undefined) resolve({ code: 'TIMEOUT', message: '' })
		else reading.stop('late')
		abort.abort()
	})
	const client = new HttpClient(userAgent, [takePart(agent, attempt)], {
		allowRedirects: false,
		socketTimeout: timeoutMs + 1000,
	})
	client
		.request(method, url, body ?? null, { ...headers })
		.then(
			({ message }) => {
				if (isOverTls(message.socket)) attempt.tlsVersion = message.socket.getProtocol() ?? ''
				reading = readBody(message, attempt, maxBodyBytes, (read) => resolve({ message, body: read }))
			},
			(error) => resolve(readError(error)),
		)
		.catch(reject)
	return promise.finally(cancelTimer)
}
function isOverTls(socket) {
	return 'encrypted' in socket
}
function takePart(agent, attempt) {
	return {
		prepareRequest(options) {
			Object.assign(options, { agent, attempt, signal: attempt.signal })
			options.host = options.host?.toString().replace(/^\[(.*)\]$/, '$1')
		},
		canHandleAuthentication: () => false,
		handleAuthentication: () => Promise.reject(new Error('not used')),
	}
}
function createHttp(
	{ baseUrl, tls, proxy, userAgent, headers, readSystemCa, lookUp, maxBodyBytes = MAX_BODY_BYTES },
	clock,
) {
	const { protocol, hostname } = new URL(baseUrl)
	const addresses = createAddresses(proxy?.hostname ?? hostname.replace(/^\[(.*)\]$/, '$1'), lookUp)
	const connector = createConnector({ isSecure: protocol === 'https:', tls, proxy, addresses, readSystemCa }, clock)
	const agent = new ServerAgent(protocol, connector, true)
	const closingAgent = new ServerAgent(protocol, connector, false)
	const options = { userAgent, route: proxy === undefined ? 'direct' : 'proxy', clock, maxBodyBytes }
	const givenHeaders = lowerCaseNames(headers ?? [])
	let requestCount = 0
	const makeOnce = async (request, through) => {
		requestCount += 1
		await through.dropEndedIdleSockets()
		const outcome = await exchange(request, { ...options, agent: through })
		if (outcome.kind === 'no-answer') addresses.forget()
		return outcome
	}
	const makeUntilAlive = async (request) => {
		const first = await makeOnce(request, agent)
		const leftMs = request.timeoutMs - first.durationMs
		if (!isFromDeadConnection(first) || leftMs <= 0) return first
		agent.closeIdleSockets()
		const second = await makeOnce({ ...request, timeoutMs: leftMs }, agent)
		const durationMs = first.durationMs + second.durationMs
		return { ...second, durationMs, trace: { ...second.trace, requestCount: 2 } }
	}
	const send = ({ method, path, authorization, body, headers }, timeoutMs) => {
		const ownHeaders = {
			accept: 'application/json',
			'accept-encoding': 'identity',
			'cache-control': 'no-cache',
			...lowerCaseNames(Object.entries(headers ?? {})),
			...(body !== undefined && { 'content-type': 'application/json' }),
			...(authorization !== undefined && { authorization }),
		}
		const request = {
			method,
			url: `${baseUrl}${path}`,
			headers: { ...givenHeaders, ...ownHeaders },
			...(body !== undefined && { body: JSON.stringify(body) }),
			timeoutMs,
		}
		return method === 'GET' ? makeUntilAlive(request) : makeOnce(request, closingAgent)
	}
	return {
		get requestCount() {
			return requestCount
		},
		get: (path, authorization, timeoutMs) => send({ method: 'GET', path, authorization }, timeoutMs),
		send,
	}
}
function lowerCaseNames(headers) {
	return Object.fromEntries(Array.from(headers, ([name, value]) => [name.toLowerCase(), value]))
}
function isFromDeadConnection(outcome) {
	if (outcome.trace.connection === 'new') return false
	return outcome.kind === 'answer' ? outcome.statusCode === 408 : RESET_CODES.has(outcome.code)
}
const YEAR_MS = 365 * DAY_MS
function askedToWaitMs({ retryAfter }, nowMs) {
	if (retryAfter === undefined) return undefined
	return 'waitMs' in retryAfter ? retryAfter.waitMs : Math.max(0, retryAfter.atMs - nowMs)
}
function describeRetryAt(answer, nowMs) {
	const reset = answer.headers.get('x-ratelimit-reset') ?? ''
	const resetMs = reset.includes('-') ? Date.parse(reset) - nowMs : Number.NaN
	const waitMs = askedToWaitMs(answer, nowMs) ?? (resetMs > 0 ? resetMs : undefined)
	if (!waitMs) return undefined
	const at = new Date(nowMs + waitMs)
	const wait = `in ${describeWait(waitMs)}`
	return waitMs > YEAR_MS ? wait : `${wait} (${at.toISOString().slice(0, 19)}Z)`
}
function describeWait(waitMs) {
	return waitMs > YEAR_MS ? 'more than a year' : `${Math.ceil(waitMs / 1000)} s`
}
function mayHaveArrived({ phase }) {
	return phase === 'answer'
}
const UNSAID_LIMIT_MS = 60_000
function toGitHubOutcome(outcome, nowMs) {
	if (outcome.kind === 'no-answer') {
		const { kind, code, phase, proxyAnswer } = outcome
		return { kind, code, phase, mayHaveActed: mayHaveArrived(outcome), proxyStatusCode: proxyAnswer?.statusCode }
	}
	const { kind, statusCode, headers, bodyState, body } = outcome
	const serverMs = outcome_parseDate(headers.get('date'))
	const json = bodyState === 'complete' ? parseJson(body) : undefined
	const atMs = serverMs ?? nowMs
	const retryAfterMs = askedToWaitMs(outcome, atMs)
	const limitedMs = limitOf(outcome, json, atMs, retryAfterMs)
	return { kind, statusCode, headers, json, bodyState, serverMs, limitedMs, retryAfterMs }
}
function limitOf({ statusCode, headers }, json, atMs, retryAfterMs) {
	if (statusCode !== 403 && statusCode !== 429) return undefined
	if (retryAfterMs !== undefined) return retryAfterMs
	const reset = headers.get('x-ratelimit-reset') ?? ''
	if (headers.get('x-ratelimit-remaining') === '0' && /^\d+$/.test(reset)) {
		return Math.max(0, Number(reset) * 1000 - atMs)
	}
	const message = isObject(json) ? textOf(json, 'message') : ''
	return statusCode === 429 || /\brate limit\b/i.test(message) ? UNSAID_LIMIT_MS : undefined
}
function outcome_parseDate(header) {
	const ms = Date.parse(header ?? '')
	return Number.isNaN(ms) ? undefined : ms
}
const MIN_ATTEMPT_MS = 10_000
const FIRST_PAUSE_MS = 1_000
const MAX_PAUSE_MS = 30_000
const TRANSIENT_CODES = new Set([
	...RESET_CODES,
	...['TIMEOUT', 'ETIMEDOUT', 'ECONNREFUSED', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL'],
])
const TRANSIENT_STATUSES = new Set([408, 425, 500, 502, 503, 504])
async function retry(attempt, clock, timeoutMs) {
	const endMs = clock.monotonicMs() + timeoutMs
	const longestMs = Math.max(MIN_ATTEMPT_MS, timeoutMs / 3)
	for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS)) {
		const outcome = await attempt(Math.min(longestMs, endMs - clock.monotonicMs()))
		const waitMs = waitAfter(outcome, pauseMs)
		if (waitMs === undefined || clock.monotonicMs() + waitMs >= endMs) return outcome
		await sleep(clock, waitMs)
	}
}
function waitAfter(outcome, pauseMs) {
	if (outcome.kind === 'no-answer') {
		const status = outcome.proxyStatusCode ?? 0
		return TRANSIENT_CODES.has(outcome.code) || TRANSIENT_STATUSES.has(status) ? pauseMs : undefined
	}
	const { statusCode, bodyState, limitedMs, retryAfterMs = 0 } = outcome
	if (limitedMs !== undefined) return Math.max(pauseMs, limitedMs)
	const isBroken = bodyState === 'cut' || bodyState === 'late'
	return isBroken || TRANSIENT_STATUSES.has(statusCode) ? Math.max(pauseMs, retryAfterMs) : undefined
}
const api_MAX_BODY_BYTES = 16 * 1024 * 1024
const HEADERS = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' }
function createGitHub({ token, around = (http) => http, ...options }, clock) {
	const http = around(createHttp({ ...options, tls: { extraCa: [] }, maxBodyBytes: api_MAX_BODY_BYTES }, clock))
	const once = async (request, timeoutMs) => {
		const authorized = { ...request, authorization: `Bearer ${token}`, headers: HEADERS }
		const outcome = await http.send(authorized, Math.max(0, timeoutMs))
		return toGitHubOutcome(outcome, clock.now())
	}
	return {
		get requestCount() {
			return http.requestCount
		},
		send(request, timeoutMs) {
			if (request.method !== 'GET') return once(request, timeoutMs)
			return retry((attemptMs) => once(request, attemptMs), clock, timeoutMs)
		},
	}
}
function readRepository(environment) {
	return parseRepository(environment['GITHUB_REPOSITORY'] ?? '')
}
function parseRepository(text) {
	const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? []
	if (owner === undefined || name === undefined) return undefined
	return [owner, name].some((part) => /^\.{1,2}$/.test(part)) ? undefined : { owner, name }
}
async function getNewName(github, movedTo, timeoutMs) {
	const id = /\/repositories\/(\d{1,20})(?:\/|$)/.exec(movedTo)?.[1]
	if (id === undefined) return undefined
	const outcome = await github.send({ method: 'GET', path: `/repositories/${id}` }, timeoutMs)
	if (outcome.kind !== 'answer' || outcome.statusCode !== 200 || !isObject(outcome.json)) return undefined
	return parseRepository(textOf(outcome.json, 'full_name'))
}
async function getPages(github, list, clock, timeoutMs) {
	const endMs = clock.monotonicMs() + timeoutMs
	const items = []
	let serverMs
	let path = list.path
	for (let page = 1; path !== undefined && page <= list.maxPages; page += 1) {
		const outcome = await github.send({ method: 'GET', path }, endMs - clock.monotonicMs())
		const found = outcome.kind === 'answer' && outcome.statusCode === 200 ? list.itemsOf(outcome.json) : undefined
		if (outcome.kind === 'no-answer' || found === undefined) return { kind: 'failed', outcome }
		if (page === 1) serverMs = outcome.serverMs
		items.push(...found)
		const next = nextPath(list.path, outcome)
		if (next === path) break
		path = next
	}
	return { kind: 'pages', items, isComplete: path === undefined, serverMs }
}
function nextPath(path, { headers }) {
	const link = /<([^<>]*)>\s*;\s*rel="next"/.exec(headers.get('link') ?? '')?.[1]
	if (link === undefined) return undefined
	const [base = '', asked] = path.split('?', 2)
	const question = new URLSearchParams(asked)
	const next = new URLSearchParams(link.split(/[?#]/, 2)[1])
	for (const name of ['page', 'after']) {
		const value = next.get(name)
		if (value !== null) question.set(name, value)
	}
	return `${base}?${question}`
}
const REFUSALS = new Set([400, 401, 402, 403, 404, 405, 409, 410, 422])
const MOVES = new Set([301, 307, 308])
function judgeOutcome(outcome, successes, read) {
	if (outcome.kind === 'no-answer') {
		const { code, phase, proxyStatusCode, mayHaveActed } = outcome
		if (!mayHaveActed) return { kind: 'not-sent', code, phase, proxyStatusCode }
		return { kind: 'in-doubt', statusCode: undefined, code, serverMs: undefined }
	}
	const { statusCode, headers, json, serverMs, limitedMs } = outcome
	const value = successes.includes(statusCode) ? read(json) : undefined
	if (value !== undefined) return { kind: 'done', value, serverMs }
	if (limitedMs !== undefined) return { kind: 'limited', statusCode, serverMs, waitMs: limitedMs }
	if (MOVES.has(statusCode)) return { kind: 'refused', statusCode, serverMs, movedTo: headers.get('location') }
	if (REFUSALS.has(statusCode)) return { kind: 'refused', statusCode, serverMs, movedTo: undefined }
	return { kind: 'in-doubt', statusCode, code: undefined, serverMs }
}
const secretLists = {
	repository: '/repos/{owner}/{repo}/actions/secrets',
	environment: '/repos/{owner}/{repo}/environments/{environment_name}/secrets',
	organization: '/orgs/{org}/actions/secrets',
}
const secretSuffixes = {
	key: '/public-key',
	secret: '/{secret_name}',
	access: '/{secret_name}/repositories',
}
function secretPath(place, { owner, name }, what) {
	const values = {
		owner,
		repo: name,
		org: owner,
		environment_name: place.kind === 'environment' ? place.environment : '',
		secret_name: place.name,
	}
	const template = `${secretLists[place.kind]}${secretSuffixes[what]}`
	return template.replace(/\{(\w+)\}/g, (_, key) => encodeURIComponent(values[key] ?? ''))
}
const NO_ACCESS = { visibility: 'selected', repositoryIds: [] }
const MAX_PAGES = 100
function createSecrets(github, repository, clock) {
	return {
		async getPublicKey(place, timeoutMs) {
			const path = secretPath(place, repository, 'key')
			return judgeOutcome(await github.send({ method: 'GET', path }, timeoutMs), [200], parseKey)
		},
		async getFacts(place, timeoutMs) {
			const endMs = clock.monotonicMs() + timeoutMs
			const path = secretPath(place, repository, 'secret')
			const parse = place.kind === 'organization' ? parseOrganizationFacts : parseFacts
			const facts = judgeOutcome(await github.send({ method: 'GET', path }, timeoutMs), [200], parse)
			if (facts.kind !== 'done' || place.kind !== 'organization') return facts
			const { visibility } = facts.value.access
			if (visibility !== 'selected') return facts
			const ids = await getRepositoryIds(place, endMs - clock.monotonicMs())
			return ids.kind === 'done' ? { ...facts, value: { ...facts.value, access: { visibility, ...ids.value } } } : ids
		},
		async put(place, { text, key, access }, timeoutMs) {
			const { seal } = await Promise.resolve().then(__nccwpck_require__.bind(__nccwpck_require__, 526))
			const box = seal(new TextEncoder().encode(text), key.bytes)
			if (box === undefined) return { kind: 'not-sent', code: 'NO_KEY' }
			const sealed = { encrypted_value: Buffer.from(box).toString('base64'), key_id: key.id }
			const body = place.kind === 'organization' ? { ...sealed, ...toBody(access) } : sealed
			const request = { method: 'PUT', path: secretPath(place, repository, 'secret'), body }
			return judgeOutcome(await github.send(request, timeoutMs), [201, 204], anything)
		},
		async delete(place, timeoutMs) {
			const path = secretPath(place, repository, 'secret')
			return judgeOutcome(await github.send({ method: 'DELETE', path }, timeoutMs), [204], anything)
		},
	}
	async function getRepositoryIds(place, timeoutMs) {
		const path = `${secretPath(place, repository, 'access')}?per_page=100`
		let total
		const itemsOf = (json) => {
			if (!isObject(json) || !Array.isArray(json['repositories'])) return undefined
			total = json['total_count']
			return json['repositories']
		}
		const pages = await getPages(github, { path, itemsOf, maxPages: MAX_PAGES }, clock, timeoutMs)
		if (pages.kind === 'failed') {
			const failed = judgeOutcome(pages.outcome, [], () => undefined)
			const isMissing = failed.kind === 'refused' && failed.statusCode === 404
			return isMissing ? inDoubt(404, failed.serverMs) : failed
		}
		const { serverMs } = pages
		const ids = pages.items.flatMap((item) => (isObject(item) && isId(item['id']) ? [item['id']] : []))
		const repositoryIds = [...new Set(ids)]
		if (pages.isComplete && repositoryIds.length === total) return { kind: 'done', value: { repositoryIds }, serverMs }
		return inDoubt(200, serverMs)
	}
}
function inDoubt(statusCode, serverMs) {
	return { kind: 'in-doubt', statusCode, code: undefined, serverMs }
}
function toBody({ visibility, repositoryIds }) {
	return { visibility, ...(visibility === 'selected' && { selected_repository_ids: repositoryIds }) }
}
function parseKey(json) {
	if (!isObject(json)) return undefined
	const id = textOf(json, 'key_id')
	const bytes = Buffer.from(textOf(json, 'key'), 'base64')
	return id !== '' && bytes.length === 32 ? { id, bytes } : undefined
}
function parseFacts(json) {
	const updatedMs = isObject(json) ? Date.parse(textOf(json, 'updated_at')) : Number.NaN
	return Number.isNaN(updatedMs) ? undefined : { updatedMs, access: NO_ACCESS }
}
function parseOrganizationFacts(json) {
	const facts = parseFacts(json)
	const visibility = isObject(json) ? textOf(json, 'visibility') : ''
	return facts && visibility !== '' ? { ...facts, access: { visibility, repositoryIds: [] } } : undefined
}
const anything = () => ({})
function isId(value) {
	return Number.isSafeInteger(value)
}
var external_node_crypto_ = __nccwpck_require__(598)
function fingerprintOf(token) {
	return (0, external_node_crypto_.createHash)('sha256').update(token).digest('hex').slice(0, 8)
}
function createBound(clock, ms) {
	const [wallMs, monotonicMs] = [clock.now(), clock.monotonicMs()]
	return { leftMs: () => ms - Math.max(clock.now() - wallMs, clock.monotonicMs() - monotonicMs) }
}
const external_node_child_process_namespaceObject = builtin('node:child_process')
var external_node_os_ = __nccwpck_require__(161)
const MAX_OUTPUT_BYTES = 64 * 1024
function runCommand(command, input, timeoutMs, clock) {
	const { promise, resolve } = Promise.withResolvers()
	const chunks = []
	let size = 0
	const child = (0, external_node_child_process_namespaceObject.spawn)(command, {
		shell: true,
		stdio: ['pipe', 'pipe', 'ignore'],
		detached: !isWindows(),
		windowsHide: true,
	})
	const end = (exitCode, problem) => {
		cancelTimer()
		resolve({ exitCode, problem, output: Buffer.concat(chunks).toString() })
		child.stdout.destroy()
		child.unref()
	}
	const cancelTimer = clock.after(Math.max(0, timeoutMs), () => {
		child.kill('SIGKILL')
		end(undefined, `no end within ${Math.round(timeoutMs / 1000)} s`)
	})
	child.stdout.on('data', (chunk) => {
		size += chunk.length
		if (size <= MAX_OUTPUT_BYTES) chunks.push(chunk)
	})
	child.on('error', (error) => end(undefined, `the error ${errorCodeOf(error) || 'of no code'}`))
	child.on('close', (code, signal) =>
		end(code ?? undefined, code === null ? `the signal ${signal}` : `exit code ${code}`),
	)
	child.stdin.on('error', () => undefined)
	child.stdin.end(input)
	return promise
}
function isWindows() {
	return (0, external_node_os_.platform)() === 'win32'
}
const COMMAND_MS = 60_000
function createCommandStore(options) {
	const { storeCommand, readCommand, token, onSecret, clock } = options
	const run = (command, input, bound) => runCommand(command, input, Math.min(COMMAND_MS, bound.leftMs()), clock)
	async function read(bound) {
		if (readCommand === '') return undefined
		const { exitCode, output } = await run(readCommand, '', bound)
		const value = output.trim()
		if (value !== '') onSecret(value)
		return exitCode === 0 && value !== '' ? value : undefined
	}
	async function holds(bound) {
		const value = await read(bound)
		if (value === undefined) return 'unknown'
		return value === token ? 'this' : 'other'
	}
	return {
		kind: 'command',
		places: ['the store of the command'],
		async see(bound) {
			const seen = { kind: 'command', holds: await holds(bound) }
			return { kind: 'sight', seen, offsetMs: undefined }
		},
		rehearse: () => Promise.resolve(undefined),
		prepare: () => Promise.resolve(undefined),
		async write(at, newToken, bound) {
			const trouble = (detail) => ({ kind: 'trouble', at, why: 'unanswered', detail })
			if (bound.leftMs() <= 0) return trouble('was not run, since no time was left')
			const { exitCode, problem } = await run(storeCommand, newToken, bound)
			const stored = await read(bound)
			if (stored === newToken) return { kind: 'written' }
			if (stored !== undefined) return trouble(`ended with ${problem}, but <read-command> prints another token`)
			return exitCode === 0 ? { kind: 'written' } : trouble(`ended with ${problem}`)
		},
		stampOf: () => Promise.resolve(undefined),
	}
}
function parsePlaces(text, input) {
	const entries = text.split(/[\r\n,]+/).map((entry) => entry.trim())
	const places = []
	for (const [index, entry] of entries.filter(Boolean).entries()) {
		const place = parsePlace(entry)
		if (typeof place === 'string') return invalid(input, index + 1, place)
		if (isAmong(place, places)) return invalid(input, index + 1, 'names a secret once more')
		places.push(place)
	}
	return places
}
function invalid(input, number, problem) {
	return finding('input-invalid', {
		input,
		problem: `holds an entry, number ${number}, that ${problem}`,
		accepts: 'NAME, env:ENVIRONMENT/NAME and org:NAME, one per line or separated by commas',
	})
}
function parsePlace(entry) {
	const [, prefix, rest = entry] = /^([a-z]+):(.*)$/is.exec(entry) ?? []
	if (prefix === undefined) return parseName(rest, (name) => ({ kind: 'repository', name }))
	if (prefix === 'org') return parseName(rest, (name) => ({ kind: 'organization', name }))
	if (prefix !== 'env') return 'begins with something else than env: or org:'
	const slash = rest.lastIndexOf('/')
	const environment = rest.slice(0, Math.max(0, slash)).trim()
	const problem = problemOfEnvironment(environment)
	return problem ?? parseName(rest.slice(slash + 1), (name) => ({ kind: 'environment', name, environment }))
}
function problemOfEnvironment(environment) {
	if (environment === '') return 'names no environment: env:ENVIRONMENT/NAME'
	const isName = !/^\.{1,2}$|[\p{Cc}\p{Surrogate}]/u.test(environment) && environment.length <= 255
	return isName ? undefined : 'names an environment that there cannot be'
}
function parseName(text, toPlace) {
	const name = text.trim().toUpperCase()
	if (name === '') return 'names no secret'
	if (name.includes('/')) return 'has a slash in it, but does not begin with env:'
	if (!/^[A-Z0-9_]+$/.test(name)) return 'has a sign in its name other than letters, digits and underscores'
	if (/^\d/.test(name)) return 'has a name that begins with a digit'
	return name.startsWith('GITHUB_')
		? 'has a name that begins with GITHUB_, which GitHub keeps for itself'
		: toPlace(name)
}
function isAmong(place, places) {
	return places.some((other) => describePlace(other).toLowerCase() === describePlace(place).toLowerCase())
}
function describePlace(place) {
	if (place.kind === 'repository') return place.name
	return place.kind === 'organization' ? `org:${place.name}` : `env:${place.environment}/${place.name}`
}
function rehearsalOf(place, mark) {
	return { ...place, name: `${place.name}_REHEARSAL_${mark.toUpperCase()}` }
}
function isTrouble(value) {
	return value?.kind === 'trouble'
}
const permissions = {
	repository: { app: 'secrets: write', fineGrained: 'Secrets', scope: 'repo' },
	environment: { app: 'environments: write', fineGrained: 'Environments', scope: 'repo' },
	organization: { app: 'organization_secrets: write', fineGrained: 'Secrets of the organization', scope: 'admin:org' },
}
function describePermission(kind) {
	const { app, fineGrained, scope } = permissions[kind]
	return `${app} of a GitHub App (fine-grained token: ${fineGrained}, read and write; classic token: ${scope})`
}
const PERMISSION_INPUTS = {
	repository: 'permission-secrets',
	environment: 'permission-environments',
	organization: 'permission-organization-secrets',
}
function toTrouble(at, place, outcome) {
	const trouble = { kind: 'trouble', at }
	switch (outcome.kind) {
		case 'refused': {
			const { statusCode, movedTo } = outcome
			const isForbidden = [401, 403, 404].includes(statusCode)
			const permission = isForbidden
				? `${describePermission(place.kind)}; with actions/create-github-app-token, ${PERMISSION_INPUTS[place.kind]}: write`
				: undefined
			const detail =
				statusCode === 401 ? 'answered HTTP 401, as if <github-token> were no good,' : `answered HTTP ${statusCode}`
			const newPlace = movedTo === undefined ? undefined : 'as GitHub shows it'
			return {
				...trouble,
				why: 'refused',
				detail,
				permission: newPlace === undefined ? permission : undefined,
				newPlace,
			}
		}
		case 'limited':
			return {
				...trouble,
				why: 'unanswered',
				detail: `asks to wait ${Math.ceil(outcome.waitMs / 1000)} s (HTTP ${outcome.statusCode}, its limit for requests)`,
			}
		case 'not-sent':
			return { ...trouble, why: 'unanswered', detail: `could not be reached (${outcome.code || 'no code'})` }
		case 'in-doubt': {
			const { statusCode, code } = outcome
			const detail = statusCode === undefined ? `gave no answer (${code || 'no code'})` : `answered HTTP ${statusCode}`
			return { ...trouble, why: 'unanswered', detail }
		}
	}
}
function isMissing(outcome) {
	return outcome.kind === 'refused' && outcome.statusCode === 404
}
const REQUEST_MS = 10_000
const ATTEMPTS = 4
const PAUSE_MS = 1_000
function createGitHubStore(options) {
	const { secrets, places, fingerprint, clock, newNameOf } = options
	const keys = new Map()
	const present = new Set()
	const prepared = new Map()
	const requestMs = (bound) => Math.min(REQUEST_MS, bound.leftMs())
	const troubleAt = (at, outcome) => toTrouble(at, placeAt(at), outcome)
	function placeAt(at) {
		return places[at] ?? places[0]
	}
	async function see(bound) {
		const stamps = []
		let offsetMs
		for (const [at, place] of places.entries()) {
			const facts = await secrets.getFacts(place, requestMs(bound))
			const serverMs = facts.kind === 'not-sent' ? undefined : facts.serverMs
			if (serverMs !== undefined) offsetMs = serverMs - clock.now()
			if (facts.kind === 'done') {
				present.add(at)
				stamps.push(facts.value.updatedMs)
				continue
			}
			if (!isMissing(facts)) {
				const trouble = troubleAt(at, facts)
				const movedTo = facts.kind === 'refused' ? facts.movedTo : undefined
				const newPlace = movedTo === undefined ? undefined : await newNameOf(movedTo, requestMs(bound))
				return newPlace === undefined ? trouble : { ...trouble, newPlace }
			}
			const key = await secrets.getPublicKey(place, requestMs(bound))
			if (key.kind !== 'done') return troubleAt(at, key)
			if (at === 0) return { ...troubleAt(at, facts), why: 'own-missing' }
			stamps.push('missing')
		}
		return { kind: 'sight', seen: { kind: 'places', stamps }, offsetMs }
	}
	async function prepare(at, bound) {
		const place = placeAt(at)
		let key = keys.get(at)
		if (key === undefined) {
			const read = await secrets.getPublicKey(place, requestMs(bound))
			if (read.kind !== 'done') return troubleAt(at, read)
			key = read.value
			keys.set(at, key)
		}
		let access = NO_ACCESS
		if (place.kind === 'organization') {
			const facts = await secrets.getFacts(place, requestMs(bound))
			if (facts.kind === 'done') access = facts.value.access
			else if (!isMissing(facts) || present.has(at)) return troubleAt(at, facts)
		}
		prepared.set(at, { key, access })
		return undefined
	}
	async function insist(at, bound, request) {
		let doubt
		for (let attempt = 1; ; attempt += 1) {
			const outcome = await request(requestMs(bound))
			if (outcome.kind === 'done') return { kind: 'written' }
			const trouble = troubleAt(at, outcome)
			if (trouble.why === 'refused') return doubt ?? trouble
			if (outcome.kind === 'in-doubt') doubt = trouble
			const waitMs = Math.max(outcome.kind === 'limited' ? outcome.waitMs : 0, PAUSE_MS * 2 ** (attempt - 1))
			if (attempt >= ATTEMPTS || waitMs >= bound.leftMs()) return doubt ?? trouble
			await sleep(clock, waitMs)
			if (bound.leftMs() <= 0) return doubt ?? trouble
		}
	}
	async function rehearseAt(at, bound) {
		const canary = rehearsalOf(placeAt(at), fingerprint)
		const key = await secrets.getPublicKey(canary, requestMs(bound))
		if (key.kind !== 'done') return troubleAt(at, key)
		const value = { text: 'rehearsal', key: key.value, access: NO_ACCESS }
		const put = await insist(at, bound, (timeoutMs) => secrets.put(canary, value, timeoutMs))
		if (isTrouble(put) && put.why === 'refused') return put
		let isFirst = true
		const gone = await insist(at, bound, async (timeoutMs) => {
			let outcome = await secrets.delete(canary, timeoutMs)
			if (isFirst && isMissing(outcome)) outcome = await secrets.delete(canary, requestMs(bound))
			isFirst = false
			return isMissing(outcome) ? { kind: 'done', value: {}, serverMs: outcome.serverMs } : outcome
		})
		if (isTrouble(put)) return put
		keys.set(at, key.value)
		return isTrouble(gone) ? gone : undefined
	}
	const [first, ...others] = places
	return {
		kind: 'places',
		places: [describePlace(first), ...others.map(describePlace)],
		see,
		async rehearse(bound) {
			for (const at of places.keys()) {
				const trouble = await rehearseAt(at, bound)
				if (trouble !== undefined) return trouble
			}
			return undefined
		},
		prepare,
		async write(at, token, bound) {
			const ready = prepared.get(at)
			if (ready === undefined || bound.leftMs() <= 0) {
				return { kind: 'trouble', at, why: 'unanswered', detail: 'was not asked, since no time was left' }
			}
			return insist(at, bound, (timeoutMs) => secrets.put(placeAt(at), { text: token, ...ready }, timeoutMs))
		},
		async stampOf(at, bound) {
			const facts = await secrets.getFacts(placeAt(at), requestMs(bound))
			if (facts.kind === 'done') return facts.value.updatedMs
			return isMissing(facts) ? 'missing' : undefined
		},
	}
}
function authorizationOf(credentials) {
	const { token } = credentials
	return credentials.scheme === 'Bearer'
		? `Bearer ${token}`
		: `Basic ${encodeBasicCredentials(credentials.username, token)}`
}
function readTokenTraits(token, nowMs) {
	const claims = readClaims(token)
	const expiresMs = claims === undefined ? undefined : token_traits_expiryOf(claims)
	return {
		isJwt: claims !== undefined,
		jwtExpiredOn:
			expiresMs !== undefined && expiresMs <= nowMs ? new Date(expiresMs).toISOString().slice(0, 10) : undefined,
		cloudToken: /^ATATT/.test(token) ? 'ATATT…' : undefined,
	}
}
function readClaims(token) {
	const [header, payload] = /^([\w-]+)\.([\w-]+)\.[\w-]*$/.exec(token)?.slice(1) ?? []
	const [head, claims] = [header, payload].map((part) => parseJson(Buffer.from(part ?? '', 'base64url').toString()))
	return isObject(head) && 'alg' in head && isObject(claims) ? claims : undefined
}
function token_traits_expiryOf(claims) {
	const exp = 'exp' in claims ? claims.exp : undefined
	const ms = typeof exp === 'number' ? exp * 1000 : Number.NaN
	return Math.abs(ms) <= 8.64e15 ? ms : undefined
}
function askedUrl({ baseUrl, path }) {
	return new URL(`${baseUrl}${path}`)
}
function askedPath(request) {
	return askedUrl(request).pathname
}
function createCancellation(clock) {
	const waiting = new Set()
	let isCancelled = false
	return {
		cancel() {
			isCancelled = true
			for (const tell of waiting) tell()
		},
		get isCancelled() {
			return isCancelled
		},
		within(promise, graceMs) {
			const tooLong = Promise.withResolvers()
			const tell = () => {
				if (graceMs > 0) clock.after(graceMs, () => tooLong.resolve(undefined))
				else tooLong.resolve(undefined)
			}
			if (isCancelled) tell()
			else waiting.add(tell)
			return Promise.race([promise, tooLong.promise]).finally(() => waiting.delete(tell))
		},
	}
}
const deadline_MIN_ATTEMPT_MS = 10_000
function createDeadline(clock, endMs, timeoutMs, retries) {
	const longestAttemptMs = Math.max(deadline_MIN_ATTEMPT_MS, timeoutMs / (retries + 1))
	const leftMs = () => endMs - clock.monotonicMs()
	return { leftMs, attemptMs: () => Math.min(longestAttemptMs, leftMs()) }
}
function readJsonAnswer(answer, request) {
	const { statusCode, bodyState, body } = answer
	const { product } = request
	if (statusCode !== 200 || bodyState !== 'complete' || !product.hasTrace(answer)) return undefined
	if (product.asksForCaptcha(answer) || body.includes('AUTHENTICATED_FAILED')) return undefined
	const json = parseJson(body)
	return json === undefined || contradictionOf(answer) !== undefined ? undefined : jsonAnswer(json, answer, request)
}
function jsonAnswer(json, { statusCode, headers }, request) {
	const { product } = request.product.words
	const operator = `the operators of ${new URL(request.baseUrl).host}`
	return { kind: 'json', json, statusCode, headers, path: askedPath(request), operator, product }
}
function createDiagnosis({ baseUrl, proxy, tls }, sent, product) {
	const { protocol } = new URL(baseUrl)
	const isCertificateGiven = tls.client !== undefined && protocol === 'https:'
	let hasAnswered = false
	const ofNoAnswer = (noAnswer, { diagnoseNoAnswer }) => {
		const clientCertificate = !isCertificateGiven ? 'none' : hasAnswered ? 'accepted' : 'untried'
		return diagnoseNoAnswer(noAnswer, { product: product.words.product, proxy, clientCertificate })
	}
	return {
		jsonOf(outcome, path) {
			if (outcome.kind === 'no-answer') return undefined
			hasAnswered = true
			return readJsonAnswer(outcome, { baseUrl, path, ...sent, product })
		},
		of: (outcome, path, nowMs, failures) =>
			outcome.kind === 'no-answer'
				? ofNoAnswer(outcome, failures)
				: failures.diagnoseAnswer(outcome, { baseUrl, path, ...sent, product }, nowMs),
		ofNoTime: (timeoutMs, failures) =>
			ofNoAnswer({ kind: 'no-answer', code: 'TIMEOUT', message: '', phase: 'answer', durationMs: timeoutMs }, failures),
	}
}
const MAX_MS = 3_000
async function askFollowUp(found, followUp, http, leftMs) {
	if (followUp === undefined || leftMs <= 0) return found
	const outcome = await http.get(followUp.path, undefined, Math.min(MAX_MS, leftMs))
	return outcome.kind === 'answer' ? followUp.refine(outcome) : found
}
const MAX_CONCURRENT_REQUESTS = 8
const SPACING_MS = 1_000
const SPACING_GROWTH = 1.5
const MAX_SPACING_MS = 10_000
function createPace() {
	const waiting = []
	let limit = MAX_CONCURRENT_REQUESTS
	let underWay = 0
	let resumesAtMs = Number.NEGATIVE_INFINITY
	let startedAtMs = Number.NEGATIVE_INFINITY
	let slowedAtMs = Number.NEGATIVE_INFINITY
	let spacingMs = 0
	const admit = () => {
		while (underWay < limit && waiting.length > 0) {
			underWay += 1
			waiting.shift()?.()
		}
	}
	return {
		enter(isRetry) {
			return new Promise((resolve) => {
				if (isRetry) waiting.unshift(resolve)
				else waiting.push(resolve)
				admit()
			})
		},
		leave() {
			underWay -= 1
			admit()
		},
		waitMs(nowMs, leftMs) {
			const distanceMs = Math.min(spacingMs, leftMs / (waiting.length + 2))
			return Math.max(0, resumesAtMs - nowMs, startedAtMs + distanceMs - nowMs)
		},
		start(nowMs) {
			startedAtMs = nowMs
		},
		learn({ headers }) {
			const remaining = headers.get('x-ratelimit-remaining') ?? ''
			if (/^\d+$/.test(remaining)) limit = Math.min(limit, Math.max(1, Number(remaining)))
		},
		slowDown(nowMs, waitMs, askedToWaitMs = 0) {
			const asked = askedToWaitMs > MAX_SPACING_MS ? 0 : askedToWaitMs
			const wasAtThisDistance = nowMs - slowedAtMs >= spacingMs
			const grown = wasAtThisDistance ? Math.min(spacingMs * SPACING_GROWTH, MAX_SPACING_MS) : spacingMs
			spacingMs = Math.max(SPACING_MS, asked, grown)
			limit = 1
			slowedAtMs = nowMs
			resumesAtMs = Math.max(resumesAtMs, nowMs + waitMs)
		},
	}
}
const FIRST_MS = 500
const backoff_MAX_MS = 8_000
function backoffMs(attempt, random) {
	const longestMs = Math.min(FIRST_MS * 2 ** (attempt - 1), backoff_MAX_MS)
	return longestMs / 2 + (random() * longestMs) / 2
}
const TRANSIENT_REASONS = new Set([
	'connection-refused',
	'connection-reset',
	'response-cut',
	'timeout',
	'dns-unavailable',
	'proxy-unreachable',
])
const REASONS_BY_STATUS = new Set(['rate-limited', 'gateway-error', 'server-error', 'unexpected-status'])
const retry_TRANSIENT_STATUSES = new Set([408, 425, 429, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527])
const TRANSIENT_PROXY_STATUSES = new Set([500, 502, 503, 504])
function isTransient({ reason, statusCode }, outcome) {
	if (reason === 'proxy-refused') return TRANSIENT_PROXY_STATUSES.has(statusCode ?? 0)
	if (REASONS_BY_STATUS.has(reason)) return retry_TRANSIENT_STATUSES.has(statusCode ?? 0)
	return TRANSIENT_REASONS.has(reason) || (outcome.kind === 'no-answer' && RESET_CODES.has(outcome.code))
}
function retriesAfter({ reason }, { ofAny, ofLimit }) {
	return reason === 'rate-limited' ? Math.max(ofAny, ofLimit) : ofAny
}
const LEAST_WAIT_AFTER_LIMIT_MS = 1_000
function decideRetry(failed, random) {
	const { found, outcome, attempt, retries, leftMs, nowMs } = failed
	if (!isTransient(found, outcome)) return { isTransient: false }
	const askedMs = outcome.kind === 'answer' ? askedToWaitMs(outcome, nowMs) : undefined
	const isLimit = found.reason === 'rate-limited'
	const leastMs = askedMs ?? (isLimit ? LEAST_WAIT_AFTER_LIMIT_MS : 0)
	const waitMs = Math.max(backoffMs(attempt, random), leastMs)
	if (attempt > retriesAfter(found, retries)) return { isTransient: true, askedToWaitMs: askedMs }
	return { isTransient: true, askedToWaitMs: askedMs, ...(waitMs < leftMs ? { waitMs } : { tooLongMs: askedMs }) }
}
const GRACE_MS = 1_000
async function takeTurn(path, authorization, isRetry, { http, clock, pace, deadline, cancellation }) {
	await pace.enter(isRetry)
	try {
		while (true) {
			const waitMs = pace.waitMs(clock.monotonicMs(), deadline.leftMs())
			if (waitMs >= deadline.leftMs()) return undefined
			await pause(waitMs, clock, cancellation)
			const { loading } = failures
			if (loading === undefined) break
			await loading
		}
		const attemptMs = deadline.attemptMs()
		if (attemptMs <= 0 || cancellation.isCancelled) return undefined
		pace.start(clock.monotonicMs())
		const outcome = await cancellation.within(http.get(path, authorization, attemptMs), GRACE_MS)
		if (outcome?.kind === 'answer') pace.learn(outcome)
		return outcome
	} finally {
		pace.leave()
	}
}
async function pause(delayMs, clock, cancellation) {
	if (delayMs > 0) await cancellation.within(sleep(clock, delayMs), 0)
}
function createAsk(inputs, options) {
	const { product, http, clock, pace = createPace(), random, onFailedAttempt } = options
	const authorization = authorizationOf(inputs.credentials)
	const deadline = createDeadline(clock, options.deadlineMs, inputs.timeoutMs, inputs.retries)
	const cancellation = createCancellation(clock)
	const sent = {
		scheme: inputs.credentials.scheme,
		traits: readTokenTraits(inputs.credentials.token, clock.now()),
	}
	const diagnosis = createDiagnosis(inputs, sent, product)
	const turns = { http, clock, pace, deadline, cancellation }
	let failure
	let limit
	let answerCount = 0
	return async ({ path, what, stage, read }, retries) => {
		let last
		let attempt = 1
		while (true) {
			const answersBefore = answerCount
			const outcome = await takeTurn(path, authorization, last !== undefined, turns)
			if (outcome === undefined) {
				const told = last ?? limit ?? diagnosis.ofNoTime(inputs.timeoutMs, failures.loaded ?? (await failures.load()))
				return fail(told, stage)
			}
			if (outcome.kind === 'answer' && outcome.statusCode !== 429) answerCount += 1
			const nowMs = clock.now()
			const json = diagnosis.jsonOf(outcome, path)
			const value = json && read(json, outcome)
			if (value !== undefined && !isFinding(value)) return value
			const known = failures.loaded ?? (await failures.load())
			const found = value ?? read(diagnosis.of(outcome, path, nowMs, known), outcome)
			if (!isFinding(found)) return found
			const failed = { found, outcome, attempt, retries, leftMs: deadline.leftMs(), nowMs }
			const { isTransient, waitMs, tooLongMs, askedToWaitMs } = decideRetry(failed, random)
			const isLimited = found.reason === 'rate-limited'
			if (isTransient) {
				const title = known.titleOf(found, product.words)
				onFailedAttempt(found, { title, what, attempt, attempts: retriesAfter(found, retries) + 1, waitMs })
			}
			const other = stage === 'authentication' ? known.describeOther(found, outcome, product) : {}
			const asked = { askedPath: askedPath({ baseUrl: inputs.baseUrl, path }), ...other }
			last = withAttempts(addCommonFacts(found, asked), attempt, tooLongMs)
			if (isLimited) {
				limit = last
				pace.slowDown(clock.monotonicMs(), waitMs ?? 0, askedToWaitMs)
			}
			if (waitMs === undefined || cancellation.isCancelled) return fail(last, stage)
			if (!isLimited || answerCount === answersBefore) attempt += 1
			await pause(waitMs, clock, cancellation)
		}
	}
	function fail(found, stage) {
		const isWorthAsking = stage === 'authentication' || (stage === 'permissions' && found.statusCode !== 401)
		const followUp = isWorthAsking ? product.followUpTo(found, sent) : undefined
		failure ??= askFollowUp(found, followUp, http, deadline.leftMs())
		cancellation.cancel()
		return failure
	}
}
function withAttempts(found, attempt, tooLongMs) {
	const attempts = attempt > 1 && found.statusCode !== 401 && found.statusCode !== 403 ? String(attempt) : undefined
	const wait = tooLongMs ? describeWait(tooLongMs) : undefined
	return addCommonFacts(found, { attempts, wait })
}
function watchClock(http, clock, { onRequest, onOffset }) {
	const send = async (request, timeoutMs) => {
		onRequest(clock.now())
		const outcome = await http.send(request, timeoutMs)
		const date = outcome.kind === 'answer' ? Date.parse(outcome.headers.get('date') ?? '') : Number.NaN
		if (!Number.isNaN(date)) onOffset(date - clock.now())
		return outcome
	}
	return {
		get requestCount() {
			return http.requestCount
		},
		get: (path, authorization, timeoutMs) => send({ method: 'GET', path, authorization }, timeoutMs),
		send,
	}
}
const jira_side_REQUEST_MS = 10_000
const CREATION_MS = 30_000
const jira_side_ATTEMPTS = 3
const jira_side_PAUSE_MS = 1_000
function createJiraSide(options) {
	const { inputs, product, making, clock, random, isToken, onNewToken, onFailedAttempt } = options
	let offsetMs
	let firstRequestMs
	const http = watchClock(options.http, clock, {
		onRequest: (atMs) => {
			firstRequestMs ??= atMs
		},
		onOffset: (ms) => {
			offsetMs = ms
		},
	})
	function askWith(token, bound) {
		const deadlineMs = clock.monotonicMs() + bound.leftMs()
		const asked = { ...inputs, credentials: { scheme: 'Bearer', token }, timeoutMs: jira_side_REQUEST_MS }
		return createAsk(asked, { product, http, clock, deadlineMs, random, onFailedAttempt })
	}
	const retries = { ofAny: inputs.retries, ofLimit: inputs.retries }
	function change(token, request, timeoutMs) {
		return http.send({ ...request, authorization: `Bearer ${token}` }, timeoutMs)
	}
	function sentWith(token) {
		return { scheme: 'Bearer', traits: readTokenTraits(token, clock.now()) }
	}
	async function diagnose(outcome, token, path) {
		const known = await failures.load()
		const found = createDiagnosis(inputs, sentWith(token), product).of(outcome, path, clock.now(), known)
		return isFinding(found) ? found : undefined
	}
	return {
		identify(token, bound) {
			const ask = askWith(token, bound)
			return product.identify((question) => ask(question, retries), { ...sentWith(token), isToken })
		},
		list(token, identity, bound) {
			const ask = askWith(token, bound)
			return product.listTokens((question) => ask(askedBy(identity, question), retries), identity, token)
		},
		async make(token, name, lifeDays) {
			const request = making.creation(name, lifeDays)
			const outcome = await change(token, request, CREATION_MS)
			const creation = making.readCreation(outcome, token)
			if (creation.kind === 'made') onNewToken(creation.value)
			return { creation, found: creation.kind === 'made' ? undefined : await diagnose(outcome, token, request.path) }
		},
		async revoke(token, id, bound) {
			const request = making.revocation(id)
			for (let attempt = 1; ; attempt += 1) {
				const outcome = await change(token, request, Math.max(0, Math.min(jira_side_REQUEST_MS, bound.leftMs())))
				if (making.isRevoked(outcome)) return undefined
				const waitMs = jira_side_PAUSE_MS * attempt
				if (!mayPass(outcome) || attempt >= jira_side_ATTEMPTS || waitMs >= bound.leftMs()) {
					return (await diagnose(outcome, token, request.path)) ?? finding('unexpected-status', {}, 200)
				}
				await sleep(clock, waitMs)
			}
		},
		get offsetMs() {
			return offsetMs
		},
		get firstRequestMs() {
			return firstRequestMs
		},
	}
}
function mayPass(outcome) {
	return outcome.kind === 'no-answer' || outcome.statusCode >= 500 || [408, 425, 429].includes(outcome.statusCode)
}
function openTask(inputs, product, making, world, secrecy, startMs) {
	const { runner, clock, random, environment, signals } = world
	const { token } = inputs.jira.credentials
	const fingerprint = fingerprintOf(token)
	const redactLong = (text) => secrecy.redactor.redactLong(text)
	runner.log(redactLong(describeStart(inputs)))
	const counted = []
	const around = (http) => {
		counted.push(http)
		return withDebugLog(http, runner, (text) => secrecy.redactor.redact(text))
	}
	const userAgent = `jira-pat-check/${VERSION}`
	const readSystemCaOnce = () => readSystemCa(environment['SSL_CERT_FILE'], readFile)
	const http = around(createHttp({ ...inputs.jira, userAgent, readSystemCa: readSystemCaOnce }, clock))
	const side = createJiraSide({
		inputs: inputs.jira,
		product,
		making,
		http,
		clock,
		random,
		isToken: secrecy.isToken,
		onNewToken: secrecy.add,
		onFailedAttempt: (_, attempt) => runner.log(redactLong(describeAttempt(attempt))),
	})
	const timeLeftMs = inputs.jira.timeoutMs - (clock.monotonicMs() - startMs)
	const task = {
		inputs,
		token,
		fingerprint,
		product,
		jira: side,
		store: openStore(),
		clock,
		random,
		signals,
		bound: createBound(clock, timeLeftMs),
		deeds: { own: 'this', written: new Set(), healed: new Set(), gone: new Set(), revoked: [], isOwnRevoked: false },
		evidence: { identity: null, tokens: [] },
	}
	return { task, countRequests: () => counted.reduce((sum, { requestCount }) => sum + requestCount, 0) }
	function openStore() {
		const { target } = inputs
		if (target.kind === 'command') {
			return createCommandStore({ ...target, token, onSecret: secrecy.add, clock })
		}
		const { repository, places, route, githubToken } = target
		const github = createGitHub(
			{ ...route, token: githubToken, userAgent, readSystemCa: readSystemCaOnce, around },
			clock,
		)
		const newNameOf = async (movedTo, timeoutMs) => {
			const renamed = await getNewName(github, movedTo, timeoutMs)
			return renamed && `${renamed.owner}/${renamed.name}`
		}
		const secrets = createSecrets(github, repository, clock)
		return createGitHubStore({ secrets, places, fingerprint, clock, newNameOf })
	}
}
function readFile(path) {
	return (0, external_node_fs_namespaceObject.readFileSync)(path, 'utf8')
}
function describeStart({ jira: { baseUrl, places, proxy } }) {
	const route =
		proxy === undefined ? '' : `, through the proxy ${authorityOf(proxy.hostname, proxy.port)} from ${proxy.variable}`
	return `jira-pat-check ${VERSION} rotates the token (from ${places.token}) of ${baseUrl} (from ${places.url})${route}.`
}
const MAX_STEPS = 3
function formatAnnotation(happened, steps, tokenPage, where) {
	const lines = steps.slice(0, MAX_STEPS).map((step, index) => `${index + 1}. ${withoutQuery(step, tokenPage)}`)
	return [happened, ...lines, ...(where === '' ? [] : [`More: ${where}`])].join('\n')
}
function withoutQuery(step, tokenPage) {
	return tokenPage === null ? step : step.replaceAll(tokenPage, tokenPage.replace(/\?.*$/s, ''))
}
const outputs = {
	result: ({ report }) => report.result,
	category: ({ report }) => report.category,
	reason: ({ report }) => report.reason,
	stage: ({ report }) => report.stage,
	message: ({ report }) => report.message,
	remedy: ({ report }) => report.remedy,
	'status-code': ({ report }) => report.statusCode,
	username: ({ report }) => report.identity?.name,
	'user-key': ({ report }) => report.identity?.key,
	'display-name': ({ report }) => report.identity?.displayName,
	email: ({ report }) => report.identity?.emailAddress,
	'time-zone': ({ report }) => report.identity?.timeZone,
	locale: ({ report }) => report.identity?.locale,
	'account-id': ({ report }) => report.identity?.accountId,
	'token-expires-at': ({ report }) => report.expiry.expiresAt,
	'token-days-left': ({ report }) => report.expiry.daysLeft,
	'token-name': ({ report }) => report.expiry.tokenName,
	'expiry-status': ({ report }) => report.expiry.status,
	'missing-permissions': ({ report, permissions }) =>
		permissions.length === 0 ? undefined : JSON.stringify(report.missingPermissions),
	report: ({ report }) => JSON.stringify(report),
}
function listOutputs(presentation) {
	return Object.entries(outputs).map(([name, read]) => [name, String(read(presentation) ?? '')])
}
function table_table(header, rows) {
	const line = (cells) => `| ${cells.join(' | ')} |`
	return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}
const RESULT_ICONS = {
	usable: '✅',
	refused: '❌',
	unknown: '❓',
	misconfigured: '⚙️',
}
const checklist_QUESTIONS = {
	'expected-user': 'Is an expected user',
	projects: 'Sees all projects',
	spaces: 'Sees all spaces',
	repositories: 'Sees all repositories',
	permissions: 'Holds all permissions',
}
function drawChecklist(presentation) {
	const { report } = presentation
	const rows = [
		[presentation.words.product, report.baseUrl && markdownText(report.baseUrl)],
		['User', userCell(presentation)],
		...report.gates.map((gate) => [checklist_QUESTIONS[gate.gate] ?? '', gateCell(gate, presentation)]),
		['Token expires', expiryCell(report)],
		['HTTP status', statusCell(report)],
	]
	const answered = rows.flatMap(([question, answer]) => (answer === null ? [] : [[question, answer]]))
	return answered.length === 0 ? [] : [table_table(['Checked', 'Answer'], answered)]
}
function userCell({ report, user }) {
	if (report.stage === 'inputs') return null
	if (user === '') return '➖ not known'
	return holds(report, 'user-active') === false ? `❌ ${markdownText(user)}, deactivated` : `✅ ${markdownText(user)}`
}
function gateCell({ gate, holds }, { report, permissions }) {
	if (checklist_QUESTIONS[gate] === undefined) return null
	if (holds === null) return '➖ not judged'
	if (gate !== 'permissions') return holds ? '✅ yes' : '❌ no'
	const all = permissions.length
	return holds ? `✅ ${all === 1 ? 'yes' : `all ${all}`}` : `❌ ${report.missingPermissions.length} of ${all} missing`
}
function expiryCell(report) {
	const { status, expiresAt, daysLeft, tokenName } = report.expiry
	const name = tokenName === '' ? '' : ` (“${markdownText(tokenName)}”)`
	const day = `${expiresAt?.slice(0, 10)}, ${describeDaysLeft(daysLeft ?? 0)}${name}`
	switch (status) {
		case 'not-checked':
			return holds(report, 'expiry-fail-days') === undefined ? null : '➖ not checked'
		case 'unknown':
			return '➖ not known'
		case 'never':
			return `✅ never${name}`
		case 'ambiguous':
			return `➖ not known; the first of the account’s tokens: ${day}`
		case 'ok':
			return `✅ ${day}`
		case 'expired':
			return `⚠️ expired: ${day}`
		case 'expiring':
			return holds(report, 'expiry-fail-days') === false ? `❌ too soon: ${day}` : `⚠️ soon: ${day}`
	}
}
function statusCell({ result, category, statusCode }) {
	return statusCode === null || result === 'usable' || category === 'gate' ? null : String(statusCode)
}
function holds({ gates }, name) {
	return gates.find(({ gate }) => gate === name)?.holds
}
const HOLDINGS = {
	held: '✅ held',
	missing: '❌ missing',
	unknown: '❓ not known here',
	'not-visible': '❌ not visible',
}
const FEW_PLACES = 10
const MAX_PLACES = 200
function drawPermissions(permissions, { placeTitle, placeWords }) {
	if (permissions.length === 0) return []
	const wanted = [...new Set(permissions.map(({ permission }) => permission))]
	const places = Array.from(
		Map.groupBy(permissions, ({ place }) => place ?? 'global'),
		([key, asked]) => ({ key, asked, lacksNothing: asked.every(({ holding }) => holding === 'held') }),
	)
	const toShow = places.length > FEW_PLACES ? places.filter(({ lacksNothing }) => !lacksNothing) : places
	const rows = toShow
		.slice(0, MAX_PLACES)
		.map(({ key, asked }) => [
			markdownText(key),
			...wanted.map((name) => permission_table_holdingOf(name, asked, permissions)),
		])
	const counted = places.length - toShow.length
	const left = toShow.length - rows.length
	return [
		...(rows.length === 0 ? [] : [table_table([placeTitle, ...wanted.map(markdownText)], rows)]),
		...(left === 0 ? [] : [`… and ${left} more such ${placeWords}, all of them in the output \`report\`.`]),
		...(counted === 0 ? [] : [`✅ ${counted} ${rows.length === 0 ? '' : 'more '}${placeWords}: nothing is missing.`]),
	]
}
const ELSEWHERE = { global: '➖ global', project: '➖ by project', repository: '➖ by repository' }
function permission_table_holdingOf(name, asked, all) {
	const holding = asked.find(({ permission }) => permission === name)?.holding
	if (holding !== undefined) return HOLDINGS[holding]
	const here = kindOf(asked[0]?.place)
	const elsewhere = all.find(({ permission, place }) => permission === name && kindOf(place) !== here)
	return elsewhere === undefined ? '➖ not judged' : ELSEWHERE[kindOf(elsewhere.place)]
}
function kindOf(place) {
	return place === undefined ? 'global' : place.includes('/') ? 'repository' : 'project'
}
const MAX_NAME_LENGTH = 40
function drawGantt(tokens, thresholds, nowMs) {
	const today = dayOf(nowMs)
	const lastDay = Math.max(...[...tokens, ...thresholds].map(({ days }) => days))
	const dayAfter = (days) => dayOf(nowMs + Math.max(1, days) * DAY_MS)
	const bars = tokens.map(
		({ label, days, isCritical }) => `    ${label} : ${isCritical ? 'crit, ' : ''}${today}, ${dayAfter(days)}`,
	)
	const milestones = thresholds.map(({ label, days }) => `    ${label} : milestone, ${dayAfter(days)}, 0d`)
	return [
		'```mermaid',
		'gantt',
		'    accTitle: How long the tokens live',
		'    accDescr: A bar for each token, from today to its last day. The table has the same as text.',
		`    title From today, ${today}`,
		'    dateFormat YYYY-MM-DD',
		...(lastDay > 60
			? ['    axisFormat %b %Y', '    tickInterval 1month']
			: ['    axisFormat %d %b', '    tickInterval 1week']),
		'    todayMarker off',
		'    section Tokens',
		...bars,
		...(milestones.length === 0 ? [] : ['    section Thresholds', ...milestones]),
		'```',
	].join('\n')
}
function labelBar(name, left) {
	return `“${plainText(mermaidText(name), (text) => text, MAX_NAME_LENGTH)}”, ${left}`
}
function dayOf(time) {
	return new Date(time).toISOString().slice(0, 10)
}
const NEVER_DAYS = 90
const timeline_MAX_DAYS = 366
function drawTimeline(presentation) {
	const { tokens, moreTokens } = presentation
	if (tokens.length === 0) return []
	const thresholds = listThresholds(presentation)
	const marks = timeline_listTokens(presentation, thresholds)
	return [
		...(marks.length === 0 ? [] : [drawGantt(marks, thresholds, presentation.nowMs)]),
		tokenTable(presentation),
		...(moreTokens === 0 ? [] : [`… and ${moreTokens} more, none of which expires earlier.`]),
	]
}
function listThresholds({ expiryFailDays, expiryWarnDays }) {
	return Object.entries({ 'expiry-fail-days': expiryFailDays ?? 0, 'expiry-warn-days': expiryWarnDays })
		.filter(([, days]) => days > 0)
		.map(([input, days]) => ({ label: `${input} ${days}`, days: Math.min(days, timeline_MAX_DAYS) }))
}
function timeline_listTokens(presentation, thresholds) {
	const { tokens, nowMs } = presentation
	const dated = tokens.flatMap(({ expiresAt }) => (typeof expiresAt === 'number' ? [(expiresAt - nowMs) / DAY_MS] : []))
	const furthest = Math.min(
		timeline_MAX_DAYS,
		Math.max(NEVER_DAYS, ...dated, ...thresholds.map(({ days }) => days)) * 1.1,
	)
	return tokens
		.filter(({ expiresAt }) => expiresAt !== 'unreadable')
		.map((token) => ({
			label: labelOf(token, nowMs),
			days: typeof token.expiresAt === 'number' ? Math.min((token.expiresAt - nowMs) / DAY_MS, furthest) : furthest,
			isCritical: urgencyOf(token, presentation) !== 'none',
		}))
}
function labelOf({ name, expiresAt }, nowMs) {
	return labelBar(
		name,
		typeof expiresAt === 'number' ? describeDaysLeft(wholeDaysLeft(expiresAt, nowMs)) : 'never expires',
	)
}
const URGENCY_WORDS = {
	refuses: (days) => `🔴 ${days}, too soon`,
	warns: (days) => `🟠 ${days}, soon`,
	none: String,
}
function urgencyOf({ expiresAt }, { nowMs, expiryWarnDays, expiryFailDays }) {
	if (typeof expiresAt !== 'number') return 'none'
	if (isWithinDays(expiresAt, expiryFailDays, nowMs)) return 'refuses'
	return isWithinDays(expiresAt, expiryWarnDays, nowMs) ? 'warns' : 'none'
}
function tokenTable(presentation) {
	const { tokens, nowMs, report } = presentation
	const day = (time) => (typeof time === 'number' ? timeline_dayOf(time) : (time ?? ''))
	return table_table(
		['Token', 'Expires', 'Days left', 'Created', 'Last used'],
		tokens.map((token) => [
			nameCell(token.name, report.expiry.tokenName),
			day(token.expiresAt),
			typeof token.expiresAt === 'number'
				? URGENCY_WORDS[urgencyOf(token, presentation)](wholeDaysLeft(token.expiresAt, nowMs))
				: '',
			day(token.createdAt),
			day(token.lastAccessedAt),
		]),
	)
}
function nameCell(name, spokenOf) {
	if (name === '') return '(unnamed)'
	return name === spokenOf ? `**${markdownText(name)}**` : markdownText(name)
}
function timeline_dayOf(time) {
	return new Date(time).toISOString().slice(0, 10)
}
function writeSummary(presentation, context, lives = []) {
	const { report, title, remedySteps, warnings, permissions, tokenPage } = presentation
	const text = (plain) => linkPage(plain, tokenPage, presentation.words.tokenPageTitle)
	const list = (steps) =>
		steps.length === 0 ? [] : [steps.map((step, index) => `${index + 1}. ${text(step)}`).join('\n')]
	const describe = ({ message, remedySteps: steps }) => [text(message), ...list(steps)]
	const first = report.result === 'usable' ? warnings[0] : undefined
	const others = warnings.filter((warning) => warning !== first)
	const advice = report.advice.map((line) => `- ${markdownText(line)}`)
	return [
		heading(first?.title ?? title, first === undefined ? RESULT_ICONS[report.result] : '⚠️', presentation, context),
		text(report.message),
		...(first === undefined ? [] : [text(first.message)]),
		...section('What to do', list(first?.remedySteps ?? remedySteps)),
		...others.flatMap((warning) => section(`⚠️ ${markdownText(warning.title)}`, describe(warning))),
		...section('The old token and the new one', lives),
		...section('What was checked', drawChecklist(presentation)),
		...section('Permissions', drawPermissions(permissions, presentation.words)),
		...section('Tokens of this account', drawTimeline(presentation)),
		...section('Worth knowing', advice.length === 0 ? [] : [advice.join('\n')]),
		writeFooter(presentation, context),
		'',
	].join('\n\n')
}
function heading(title, icon, { user, report }, { step }) {
	const address = (report.baseUrl ?? '').replace(/^https?:\/\//, '')
	return `## ${icon} ${[title, user, address, step].filter(Boolean).map(markdownText).join(' · ')}`
}
function section(title, blocks) {
	return blocks.length === 0 ? [] : [`### ${title}`, ...blocks]
}
function writeFooter({ report }, { documentationUrl }) {
	const requests = `${report.requests} ${report.requests === 1 ? 'request' : 'requests'} in ${report.durationMs} ms`
	const about = `[About \`${report.reason}\`](${documentationUrl})`
	return [`Result: ${report.result}`, about, ...(report.requests === 0 ? [] : [requests])].join(' · ')
}
function linkPage(text, tokenPage, title) {
	if (tokenPage === null) return markdownText(text)
	return text
		.split(tokenPage)
		.map(markdownText)
		.join(`[${title}](${encodeUrl(tokenPage)})`)
}
function encodeUrl(url) {
	return url.replace(/[^\w.~:/?=%[\]-]/gu, (sign) =>
		Array.from(Buffer.from(sign), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
	)
}
const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS
const TOLERANCE_MS = MINUTE_MS
const WRITING_MS = 10 * MINUTE_MS
const BEING_WRITTEN_MS = HOUR_MS
const QUEUED_MS = DAY_MS
const WARN_BEFORE_END_MS = DAY_MS
const FAIL_BEFORE_END_MS = 2 * HOUR_MS
const IDLE_MS = DAY_MS
const OVERDUE_MS = 14 * DAY_MS
const PROOF_MS = MINUTE_MS
const SHORT_THIRD_MS = 2 * DAY_MS
function dueMs({ endsMs, token }, { rotateDays }) {
	if (endsMs === 'never') return undefined
	const byDays = endsMs - rotateDays * DAY_MS
	const lifeMs = lifeOf(endsMs, token.createdAt)
	return lifeMs === undefined ? byDays : Math.max(byDays, endsMs - lifeMs / 3)
}
function isDue(head, plan, nowMs) {
	if (plan.revoke === 'now') {
		const { appearedMs } = head
		if (appearedMs === undefined || nowMs - appearedMs >= BEING_WRITTEN_MS + TOLERANCE_MS) return true
	}
	const due = dueMs(head, plan)
	return due !== undefined && due <= nowMs
}
function outlives({ endsMs }, { lifeDays, revoke }, nowMs) {
	if (revoke === 'now' || lifeDays === 'never') return true
	return endsMs !== 'never' && nowMs + lifeDays * DAY_MS > endsMs
}
function isShortLived({ endsMs, token }) {
	const lifeMs = endsMs === 'never' ? undefined : lifeOf(endsMs, token.createdAt)
	return lifeMs !== undefined && lifeMs / 3 < SHORT_THIRD_MS
}
function lifeOf(endsMs, createdAt) {
	return createdAt === undefined ? undefined : endsMs - createdAt
}
const lives_MAX_NAME_LENGTH = 40
const lives_MAX_DAYS = 366
function drawLives({ rotated, task, redactor }) {
	const made = task?.deeds.made
	if (task === undefined || rotated?.standing?.kind !== 'head' || made?.fate !== 'alive') return []
	const { standing } = rotated
	const nowMs = task.clock.now()
	const bar = (name, fromMs, endsMs) => {
		const startMs = Math.max(fromMs ?? nowMs, nowMs - lives_MAX_DAYS * DAY_MS)
		const endMs = Math.min(typeof endsMs === 'number' ? endsMs : Number.MAX_VALUE, nowMs + lives_MAX_DAYS * DAY_MS)
		const label = plainText(mermaidText(name), redactor.redactLong, lives_MAX_NAME_LENGTH)
		return `    “${label}”, ${endInWords(endsMs)} : ${lives_dayOf(startMs)}, ${lives_dayOf(Math.max(endMs, startMs + DAY_MS))}`
	}
	const mark = (label, atMs) => `    ${label} : milestone, ${lives_dayOf(atMs)}, 0d`
	const { isOwnRevoked } = task.deeds
	const { overlapDays, revoke } = task.inputs
	const nextMs = dueMs(
		{ ...standing, endsMs: made.endsMs ?? 'never', token: { ...standing.token, createdAt: made.createdMs } },
		task.inputs,
	)
	const marks = [
		mark('today', nowMs),
		...(revoke === 'later' && !isOwnRevoked ? [mark('the old one may go', nowMs + overlapDays * DAY_MS)] : []),
		...(nextMs === undefined ? [] : [mark('the next one is made', nextMs)]),
	]
	const oldEndsMs = isOwnRevoked ? nowMs : standing.endsMs
	return [
		[
			'```mermaid',
			'gantt',
			'    accTitle: The lives of the old token and of the new one',
			`    accDescr: Bars for the old token (${endInWords(oldEndsMs)}) and for the new one (${endInWords(made.endsMs)}).`,
			`    title Two tokens, today, ${lives_dayOf(nowMs)}`,
			'    dateFormat YYYY-MM-DD',
			'    axisFormat %b %Y',
			'    tickInterval 1month',
			'    todayMarker off',
			'    section The old one',
			bar(standing.token.name, standing.token.createdAt, oldEndsMs),
			'    section The new one',
			bar(made.name, made.createdMs ?? nowMs, made.endsMs),
			'    section What comes',
			...marks,
			'```',
		].join('\n'),
	]
}
function endInWords(endsMs) {
	return typeof endsMs === 'number' ? `until ${lives_dayOf(endsMs)}` : 'never expires'
}
function lives_dayOf(ms) {
	return new Date(ms).toISOString().slice(0, 10)
}
function writeRotationSummary(told) {
	const { presentation, documentationUrl, step } = told
	return writeSummary(presentation, { documentationUrl, step }, drawLives(told))
}
function wrap(text, columns, indent = '', widthOf = ({ length }) => length) {
	if (columns === undefined) return text
	const lines = []
	let line
	for (const word of text.split(' ')) {
		if (line === undefined) line = word
		else if (widthOf(line) + 1 + widthOf(word) <= columns) line += ` ${word}`
		else {
			lines.push(line)
			line = indent + word
		}
	}
	return [...lines, line].join('\n')
}
const [RED, GREEN, YELLOW] = [31, 32, 33]
function listTerminalLines({ presentation, documentationUrl }, columns, isColoured) {
	const { report, title, remedySteps, warnings, lines } = presentation
	const isUsable = report.result === 'usable'
	const bold = (text, colour) => (isColoured ? `\u001B[1;${colour}m${text}\u001B[0m` : text)
	const say = (text, indent) => wrap(text, columns, indent)
	const list = (steps) => steps.map((step, index) => say(`  ${index + 1}. ${step}`, '     '))
	const heading = isUsable ? (warnings.length === 0 ? 'OK' : 'OK, with a warning') : report.result.toUpperCase()
	return [
		bold(say(`${heading}: ${title}`), isUsable ? (warnings.length === 0 ? GREEN : YELLOW) : RED),
		say(report.message),
		...list(remedySteps),
		...lines.map((text) => say(text)),
		...warnings.flatMap((warning) => [
			bold(say(`Warning: ${warning.title}`), YELLOW),
			say(warning.message),
			...list(warning.remedySteps),
		]),
		...(isUsable ? [] : [`More: ${documentationUrl}`]),
	]
}
const TITLES = {
	'not-due': 'The {product} token is not due yet',
	created: 'A new {product} token was made and stored',
	healed: 'The {product} token was written again',
	revoked: 'An old {product} token was revoked',
	waiting: 'The {product} token has a successor already',
	none: 'Nothing was changed',
	'would-create': 'A new {product} token would be made',
	'would-heal': 'The {product} token would be written again',
	'would-revoke': 'An old {product} token would be revoked',
}
function publish(told) {
	const { presentation, rotated, words } = told
	const { result } = presentation.report
	const failing = result === 'usable' ? null : result
	const title = failing === null ? fill_fill(TITLES[rotated?.rotation ?? 'none'], words) : presentation.title
	const headed = { ...told, presentation: { ...presentation, title } }
	return {
		outputs: listRotationOutputs(told),
		annotations: listAnnotations(headed, failing !== null),
		summary: told.hasSummary ? writeRotationSummary(headed) : undefined,
		terminal: (columns, isColoured) => listTerminalLines(headed, columns, isColoured),
		failing,
	}
}
function listAnnotations({ presentation, hasSummary, documentationUrl }, isFailure) {
	const { title, happened, remedySteps, warnings, tokenPage, report } = presentation
	const places = hasSummary ? ['the job summary'] : []
	const where = [...places, documentationUrl].join(', and ')
	const first = isFailure
		? { level: 'error', title, text: formatAnnotation(happened, remedySteps, tokenPage, where) }
		: { level: 'notice', title, text: report.message }
	return [
		first,
		...warnings.map((warning) => ({
			level: 'warning',
			title: warning.title,
			text: formatAnnotation(warning.message, warning.remedySteps, tokenPage, places.join()),
		})),
	]
}
function listRotationOutputs({ presentation, rotated, task, redactor }) {
	const { deeds } = task ?? {}
	const made = deeds?.made?.fate === 'alive' ? deeds.made : undefined
	const plain = (text) => plainText(text, redactor.redactLong)
	const rotation = {
		rotation: rotated?.rotation ?? 'none',
		newTokenName: plain(made?.name ?? ''),
		newTokenExpiresAt: typeof made?.endsMs === 'number' ? new Date(made.endsMs).toISOString() : null,
		revokedTokens: deeds?.revoked.map(({ name }) => plain(name)) ?? [],
	}
	const outputs = listOutputs(presentation).filter(([name]) => name !== 'report')
	return [
		...outputs,
		['rotation', rotation.rotation],
		['new-token-name', rotation.newTokenName],
		['new-token-expires-at', rotation.newTokenExpiresAt ?? ''],
		['revoked-tokens', JSON.stringify(rotation.revokedTokens)],
		['report', JSON.stringify({ ...presentation.report, rotation })],
	]
}
function mayBeHost({ hostname }) {
	return /^(?:\[.*\]|[a-z0-9._-]+)$/i.test(hostname)
}
function isLoopback(url) {
	return url.hostname === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname) || url.hostname === '[::1]'
}
function readProxy(baseUrl, environment) {
	if (isLoopback(baseUrl) || isBypassed(baseUrl, environment)) return undefined
	const lower = baseUrl.protocol === 'https:' ? 'https_proxy' : 'http_proxy'
	const variable = [lower, lower.toUpperCase()].find((name) => environment[name])
	if (variable === undefined) return undefined
	const value = environment[variable]?.trim() ?? ''
	return (
		parseProxy(variable, value) ??
		finding('input-invalid', {
			input: variable,
			problem: describeProblem(value),
			accepts: 'http://HOST:PORT or https://HOST:PORT',
			sparedHost: baseUrl.hostname,
		})
	)
}
function describeProblem(value) {
	if (value === '') return 'holds nothing but white space'
	if (/^socks/i.test(value)) return 'names a SOCKS proxy, and only HTTP proxies (with CONNECT) can be used'
	return value.includes('@')
		? 'cannot be read as the address of an HTTP proxy: special characters of its user name and password have to be percent-encoded (%40 for “@”, %2F for “/”, %25 for “%”)'
		: 'cannot be read as the address of an HTTP proxy'
}
function parseProxy(variable, value) {
	const isBare = /^(?:[^/]*@)?(?:\[[\da-f:.]+\]|[^/:@]+)(?::\d+)?\/?$/i.test(value)
	const url = isBare || value.includes('://') ? URL.parse(isBare ? `http://${value}` : value) : null
	if (url === null || /\s/.test(value)) return undefined
	const { protocol } = url
	if (protocol !== 'http:' && protocol !== 'https:') return undefined
	if (/^[^/]*\/\/[^/?#\\]*[/?#\\].*@/.test(value) || !mayBeHost(url)) return undefined
	const username = decodePercent(url.username)
	const password = decodePercent(url.password)
	if (username === undefined || password === undefined) return undefined
	const proxy = {
		variable,
		protocol,
		hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
		port: Number(url.port || (protocol === 'https:' ? 443 : 80)),
	}
	return username === '' && password === '' ? proxy : { ...proxy, credentials: { username, password } }
}
function isBypassed(url, environment) {
	const list = environment['no_proxy'] || environment['NO_PROXY'] || ''
	const host = url.hostname.toLowerCase()
	const port = url.port || (url.protocol === 'https:' ? '443' : '80')
	return list
		.toLowerCase()
		.split(/[\s,]+/)
		.filter(Boolean)
		.some((entry) => {
			const suffix = entry.startsWith('.') ? entry : `.${entry}`
			return entry === '*' || [host, `${host}:${port}`].some((name) => name === entry || name.endsWith(suffix))
		})
}
const VARIABLE = 'GITHUB_API_URL'
function readApiRoute(environment) {
	const url = URL.parse(environment[VARIABLE]?.trim() || 'https://api.github.com')
	const problem = problemOf(url)
	if (url === null || problem !== undefined) {
		return finding('input-invalid', {
			input: VARIABLE,
			problem: problem ?? 'cannot be read as a URL',
			accepts: 'https://api.github.com, or https://HOST/api/v3 of a GitHub Enterprise Server',
		})
	}
	const proxy = readProxy(url, environment)
	return isFinding(proxy) ? proxy : { baseUrl: url.href.replace(/\/+$/, ''), proxy }
}
function problemOf(url) {
	if (url === null || !mayBeHost(url)) return 'cannot be read as a URL'
	const { protocol, username, password, search, hash } = url
	if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(url))) {
		return 'is no https URL, and a token has to go there'
	}
	if (username !== '' || password !== '') return 'holds a login, which does not belong there'
	return search === '' && hash === '' ? undefined : 'has a query or a fragment'
}
function findWithholding(event) {
	if (event.actor === 'dependabot[bot]') return 'dependabot'
	return /^pull_request(?:_review(?:_comment)?)?$/.test(event.name) && isFromFork(event) ? 'fork' : undefined
}
function isFromFork({ payload, repository }) {
	const pullRequest = property(payload, 'pull_request')
	const headRepo = property(property(pullRequest, 'head'), 'repo')
	if (headRepo === null) return true
	const headName = property(headRepo, 'full_name')
	const baseName = property(property(property(pullRequest, 'base'), 'repo'), 'full_name') ?? repository
	return typeof headName === 'string' ? headName !== baseName : property(headRepo, 'fork') === true
}
function property(value, name) {
	return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
function missingToken(source, { patVariable }) {
	if (source.missingToken !== undefined) return source.missingToken()
	const blankBecause = source.blankBecause?.('token')
	if (blankBecause !== undefined) return finding('token-missing', { problem: blankBecause, pipe: 'standard input' })
	const event = source.readEvent()
	if (event !== undefined) return missingInWorkflow(event, patVariable)
	return finding('token-missing', {
		problem: `the environment variable ${patVariable} is blank`,
		tokenVariable: patVariable,
	})
}
function missingInWorkflow(event, patVariable) {
	const problem = `the input <token> is blank, and so is the environment variable ${patVariable}`
	switch (findWithholding(event)) {
		case 'fork': {
			const withheld = 'this is a pull request from a fork, from which GitHub withholds secrets'
			return finding('token-missing', { problem, withheld, forkRuns: 'pull requests from forks' })
		}
		case 'dependabot': {
			const withheld = 'Dependabot started this run, and it gets only the Dependabot secrets'
			return finding('token-missing', { problem, withheld, dependabot: 'Dependabot' })
		}
		default:
			return finding('token-missing', { problem, repository: event.repository || 'this repository' })
	}
}
const NEVER_MEANT = [
	{
		pattern: /^[*•●]+$/,
		problem: 'is a row of asterisks or dots: the masked form of a secret was copied, not the secret',
		wanted: 'the secret itself, from where it was created: a log or a form shows only its masked form',
	},
	{
		pattern: /\$\{\{/,
		problem: 'is a GitHub expression that was not evaluated (${{ … }})',
		wanted: 'the value itself: GitHub evaluates an expression in a workflow file, and nowhere else',
	},
]
const UNFILLED = [
	{
		pattern: /^(?:\$\{?[A-Z_][A-Z0-9_]*\}?|\$env:\w+|%\w+%|\$\([\w.]+\)|\{\{.*\}\}|(?:secrets|vars|env)\.\w+)$/s,
		problem: 'is the name of a variable that was not replaced by its value',
		wanted: 'the value itself, or have the shell or the CI system put it in: in a workflow that is ${{ secrets.NAME }}',
	},
	{
		pattern: /^<.*>$/s,
		problem: 'is a placeholder in angle brackets',
		wanted: 'the value itself in its place, without the brackets',
	},
]
function findPlaceholder(text) {
	return [...NEVER_MEANT, ...UNFILLED].find(({ pattern }) => pattern.test(text))
}
const ENCODED_SIGN =
	/(?:%(?:25)*|\\+u00|\\+x)(3a|40|2f|5c)|&(?:amp;)*(?:#0*(58|64|47|92);?|#x0*(3a|40|2f|5c);?|(colon|commat|sol|bsol);)/gi
const ENTITIES = { colon: ':', commat: '@', sol: '/', bsol: '\\' }
const SCHEME = /^(?:(?:https?:\/+)*[a-z][a-z0-9+.-]*:[/\\]+|https?[:/\\]+|[/\\]+)/i
function readUrlParts(text) {
	const all = spellOut(text)
		.replace(/[\s\p{Cc}]+/gu, '')
		.replace(/^["'`<]+|["'`>]+$/g, '')
		.replace(SCHEME, '')
	const first = all.indexOf('@')
	const last = all.lastIndexOf('@')
	const before = all.slice(0, first)
	if (first < 0 || isOfPage(before)) return { login: undefined, rest: all }
	if (/[?#]/.test(before)) return { login: undefined, rest: isOfQuery(before) ? all : undefined }
	const login = all.slice(0, last)
	const isClear = !/[/?#\\]/.test(all.slice(first, last)) && !beginsWithHost(login)
	return { login, rest: isClear ? all.slice(last + 1) : undefined }
}
function passwordsIn(text) {
	const { login } = readUrlParts(text)
	if (login === undefined) return []
	const [, asWritten = ''] = /^[^:]*:(.+)@/s.exec(text.replace(SCHEME, '')) ?? []
	const [, spelledOut = ''] = /^[^:]*:(.+)$/s.exec(login) ?? []
	return [...new Set([asWritten, spelledOut])].filter(Boolean)
}
function isOfPage(before) {
	return /^[^:/?#\\]+\.[^:?#\\]*?\/(?:rest|browse|secure|plugins)\/[^:?#\\]*$/i.test(before)
}
function isOfQuery(before) {
	return /^[^:/?#\\]+\.[^:?#\\]*[?#](?:[^:]*[?#&])?[\w.-]+=[^:]*$/.test(before)
}
function beginsWithHost(login) {
	const [, port, path = ''] = /^[^:/\\]*\.[^:/\\]*(:\d*)?[/\\](.*)$/s.exec(login) ?? [undefined, undefined, ':']
	return port !== undefined || !path.includes(':')
}
function spellOut(text) {
	const whole = /^https?%/i.test(text) ? (decodePercent(text) ?? text) : text
	return whole.normalize('NFKC').replace(ENCODED_SIGN, (_, percent, decimal, hex, entity) => {
		if (entity !== undefined) return ENTITIES[entity.toLowerCase()] ?? ''
		return String.fromCharCode(decimal === undefined ? Number.parseInt(percent ?? hex ?? '', 16) : Number(decimal))
	})
}
function parseBaseUrl(text, findPage) {
	if (text === '') return finding('url-missing', {})
	const problem = base_url_problemOf(text, findPage)
	if (problem === undefined) return new URL(withoutTrailingSlashes(text))
	return finding('url-invalid', { problem, correction: correctionOf(text, findPage) })
}
function base_url_problemOf(text, findPage) {
	const placeholder = findPlaceholder(text)
	if (placeholder !== undefined) return placeholder.problem
	const { login } = readUrlParts(text)
	if (login !== undefined) {
		return /^[^:]*$/.test(login) && /[/\\]/.test(login)
			? 'has an “@” in it, which belongs to a login or a page, and neither belongs there'
			: 'holds a login (what stands before the “@”), which does not belong there'
	}
	if (/^["'`<]|["'`>]$/.test(text)) return 'is wrapped in quotation marks or brackets'
	if (/[\s\p{Cc}\\]/u.test(text)) return 'holds white space, a control character or a backslash'
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
	if (scheme === undefined) return 'has no scheme (https://)'
	if (scheme !== 'https' && scheme !== 'http') return 'has a scheme other than https or http'
	if (/^https?:\/+https?:\/\//i.test(text)) return 'has a scheme twice'
	if (/^[^/]+\/\/(?:[/?#]|$)/.test(text)) return 'names no host'
	const url = URL.canParse(text) ? new URL(text) : undefined
	if (url === undefined) return 'cannot be read as a URL'
	if (!mayBeHost(url)) return 'has a sign in its host that no host name has'
	if (text.includes('?')) return 'has a query (from the question mark on)'
	if (text.includes('#')) return 'has a fragment (from the # on)'
	if (findPage(url) !== undefined) return 'is that of a page or a REST resource'
	return undefined
}
function correctionOf(text, findPage) {
	if (findPlaceholder(text) !== undefined && !/^<https?:/i.test(text)) return undefined
	const { rest } = readUrlParts(text)
	if (/^["'`<\s]*file:/i.test(text) || rest === undefined) return undefined
	const bare = `https://${rest.replaceAll('\\', '/')}`
	if (!/^https:\/\/[\p{L}\p{N}[]/u.test(bare) || !URL.canParse(bare)) return undefined
	const url = new URL(bare)
	const scheme = /^["'`<\s]*http:/i.test(text) || isLoopback(url) ? 'http' : 'https'
	const contextPath = url.pathname.slice(0, findPage(url, /[?#]/.test(rest)))
	const correction = `${scheme}://${url.host}${withoutTrailingSlashes(contextPath)}`
	return base_url_problemOf(correction, findPage) === undefined ? correction : undefined
}
function baseUrlOf(url) {
	return withoutTrailingSlashes(url.href)
}
function withoutTrailingSlashes(text) {
	return text.replace(/\/+$/, '')
}
const PEM = 'PEM text (with its BEGIN and END lines and its line breaks), or to the path of a PEM file'
function invalidPem(input, problem, wanted = PEM) {
	return finding('certificate-invalid', { input: `<${input}>`, problem, wanted })
}
function readPem(input, textOrPath, readFile) {
	const pem = findPem(textOrPath)
	if (pem !== undefined) return pem
	if (isBase64OfDer(textOrPath)) {
		return invalidPem(input, 'is the base64 of a certificate or key alone: its BEGIN and END lines are missing')
	}
	if (/[\r\n]/.test(textOrPath)) return invalidPem(input, 'is neither PEM text nor a path: it has no BEGIN line')
	let text
	try {
		text = readFile(textOrPath)
	} catch (error) {
		return unreadableFile(input, errorCodeOf(error), textOrPath)
	}
	return findPem(text) ?? invalidFile(input, text)
}
function unreadableFile(input, code, path) {
	const isMissing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)
	if (!looksLikePath(path)) {
		return invalidPem(
			input,
			isMissing ? 'is neither PEM text nor the path of a file that exists here' : 'names a file that cannot be read',
		)
	}
	if (isMissing) {
		const wanted =
			'the path of a file that exists when this runs (from the working directory, where it is relative), or to PEM text'
		return invalidPem(input, `names the file ${path}, which does not exist here`, wanted)
	}
	const why = code === 'EISDIR' ? 'is a directory' : `cannot be read${code && ` (${code})`}`
	return invalidPem(input, `names ${path}, which ${why}`, 'the path of a file that can be read here, or to PEM text')
}
function invalidFile(input, text) {
	if (!/^0[\u0080-\u0084\uFFFD]/.test(text))
		return invalidPem(input, 'names a file that is not PEM: it has no BEGIN line')
	const wanted =
		'a file that was converted to PEM: openssl x509 -inform der -in FILE -out FILE.pem (a key: openssl pkey -inform der; PKCS#12: openssl pkcs12 -nodes)'
	return invalidPem(input, 'names a file that is binary (DER or PKCS#12), and not PEM', wanted)
}
function findPem(text) {
	const pem = [text, decodeBase64(text)].find((one) => one?.includes('-----BEGIN'))
	return pem?.replace(/\\r\\n|\\n|\\r/g, '\n')
}
function isBase64OfDer(text) {
	return text.length > 60 && /^0[\u0080-\u0084]/.test(decodeBase64(text) ?? '')
}
function decodeBase64(text) {
	const bare = text.replace(/\s+/g, '')
	return /^[A-Za-z0-9+/]+={0,2}$/.test(bare) ? Buffer.from(bare, 'base64').toString('latin1') : undefined
}
function looksLikePath(line) {
	const isPath = /^(?:~|\.{1,2})?[/\\]|^[a-z]:[/\\]|\.(?:pem|crt|cer|cert|key|der|p12|pfx|ca-bundle|txt)$/i.test(line)
	return isPath && line.length <= 255 && !/[A-Za-z0-9+=]{33}/.test(line)
}
const CERTIFICATE_BLOCK =
	/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[\s\S]*?-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g
function readCertificateBlocks(input, textOrPath, readFile) {
	const text = readPem(input, textOrPath, readFile)
	if (typeof text !== 'string') return text
	const blocks = text.match(CERTIFICATE_BLOCK) ?? []
	const certificates = blocks.map(parseCertificate)
	const [first, ...more] = certificates.filter((certificate) => certificate !== undefined)
	const position = certificates.indexOf(undefined) + 1
	if (position > 0) {
		const problem = `has a certificate (number ${position} of ${blocks.length}) that cannot be read: it is damaged or has lost its line breaks`
		return invalidPem(input, problem)
	}
	return first === undefined ? invalidBlock(input, text, 'certificate') : [first, ...more]
}
function readPrivateKey(textOrPath, readFile) {
	const pem = readPem('client-key', textOrPath, readFile)
	if (typeof pem !== 'string') return pem
	if (/-----BEGIN ENCRYPTED|Proc-Type:.*ENCRYPTED/.test(pem)) {
		const wanted = 'the key without a passphrase (openssl pkey -in FILE -out FILE.key), from a secret'
		return invalidPem('client-key', 'is encrypted with a passphrase, which cannot be given here', wanted)
	}
	if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) return invalidBlock('client-key', pem, 'private key')
	try {
		return { pem, object: (0, external_node_crypto_.createPrivateKey)(pem) }
	} catch {
		return invalidPem('client-key', 'is a private key that cannot be read: it is damaged or has lost its line breaks')
	}
}
function parseCertificate(pem) {
	try {
		return { pem, x509: new external_node_crypto_.X509Certificate(pem) }
	} catch {
		return undefined
	}
}
function invalidBlock(input, pem, wanted) {
	const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(pem)?.[1]?.toLowerCase()
	if (label === undefined) return invalidPem(input, `is not PEM: it has no BEGIN line of a ${wanted}`)
	return label === wanted
		? invalidPem(input, `has a BEGIN line of a ${wanted}, but no matching END line`)
		: invalidPem(input, `holds no ${wanted}, but a PEM block of another kind: ${label}`, `the PEM block of a ${wanted}`)
}
function readCertificates(inputs, readFile, nowMs) {
	const ca = inputs.caCertificate === '' ? [] : readCertificateBlocks('ca-certificate', inputs.caCertificate, readFile)
	if (isFinding(ca)) return ca
	const client = readClient(inputs, readFile, nowMs)
	if (isFinding(client)) return client
	const extraCa = ca.map(({ pem }) => pem)
	return client === undefined ? { extraCa } : { extraCa, client }
}
function readClient({ clientCertificate, clientKey }, readFile, nowMs) {
	if (clientCertificate === '' && clientKey === '') return undefined
	if (clientKey === '') {
		const wanted = 'the private key of <client-certificate>, or leave both out'
		return invalidPem('client-key', 'is missing, though <client-certificate> is given', wanted)
	}
	if (clientCertificate === '') {
		const wanted = 'the certificate that <client-key> belongs to, or leave both out'
		return invalidPem('client-certificate', 'is missing, though <client-key> is given', wanted)
	}
	const chain = readCertificateBlocks('client-certificate', clientCertificate, readFile)
	if (isFinding(chain)) return chain
	const key = readPrivateKey(clientKey, readFile)
	if (isFinding(key)) return key
	const [{ x509 }] = chain
	const problem = describeDates(x509, nowMs)
	if (problem !== undefined) {
		return invalidPem('client-certificate', problem, 'one that is valid now, with its own key as <client-key>')
	}
	if (!x509.checkPrivateKey(key.object)) {
		const wanted = 'the private key of that certificate, which has to come before its intermediates'
		return invalidPem('client-key', 'does not fit the (first) certificate in <client-certificate>', wanted)
	}
	const client = { certificate: chain.map(({ pem }) => pem).join('\n'), key: key.pem }
	if (isAcceptable(client)) return client
	const wanted = 'one with a longer key (RSA of 2048 bits, or an elliptic curve)'
	return invalidPem('client-certificate', 'cannot be used for TLS: its key is too weak', wanted)
}
function describeDates(certificate, nowMs) {
	if (certificate.validToDate.getTime() < nowMs) return `has expired: it was valid until ${certificate.validTo}`
	return certificate.validFromDate.getTime() > nowMs ? `is not valid until ${certificate.validFrom}` : undefined
}
function isAcceptable({ certificate, key }) {
	try {
		;(0, external_node_tls_namespaceObject.createSecureContext)({ cert: certificate, key })
		return true
	} catch {
		return false
	}
}
const FORBIDDEN =
	/^(?:authorization|host|content-.*|connection|keep-alive|transfer-encoding|te|trailer|upgrade|expect|accept-encoding|cache-control|user-agent|cookie)$/
const NAME = /^[!#$%&'*+.^_`|~\w-]+$/
const headers_MAX_LENGTH = 6000
const ACCEPTS =
	'lines “Name: value”, one for each header, but none that the check sets itself or that is about the connection, such as Authorization, Host or Content-Length'
function readHeaders(fields, product) {
	const text = fields.text('headers')
	const headers = new Map()
	let problem = text.length > headers_MAX_LENGTH ? `is longer than ${headers_MAX_LENGTH} characters` : undefined
	for (const [index, line] of linesOf(text).entries()) {
		if (problem !== undefined) break
		if (line.trim() === '') continue
		const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(line) ?? []
		const key = name.toLowerCase()
		const flaw =
			flawOf(line, key, value.trim(), product) ?? (headers.has(key) ? 'names a header for the second time' : undefined)
		if (flaw !== undefined) problem = `has a line (number ${index + 1}) that ${flaw}`
		headers.set(key, value.trim())
	}
	if (problem === undefined) return headers
	fields.reject(invalidInput('headers', problem, ACCEPTS))
	return new Map()
}
function secretsInHeaders(text) {
	const values = linesOf(text).map((line) => line.replace(/^[^:]*:/, '').trim())
	const behindScheme = values.map((value) => /^[a-z]+\s+(\S+)$/i.exec(value)?.[1] ?? '')
	return [...values, ...behindScheme, ...behindScheme.map(passwordOf)].filter(Boolean)
}
function passwordOf(credentials) {
	return /^[\x20-\x7e]*?:([\x20-\x7e]+)$/.exec(Buffer.from(credentials, 'base64').toString('latin1'))?.[1] ?? ''
}
function linesOf(text) {
	return text.split(/\r\n|[\r\n]/)
}
function flawOf(line, key, value, product) {
	if (/^\s/.test(line)) return 'begins with a blank, and no header may go on in a second line'
	if (!line.includes(':')) return 'has no colon'
	if (!NAME.test(key)) return 'has no name of a header before its colon'
	if (key === 'authorization') return `sets authorization, in which the token of ${product} goes`
	if (FORBIDDEN.test(key)) return `sets ${key}, which no line may set`
	if (value === '') return 'has no value: the secret that it should have may be empty'
	if (!/^[\t\x20-\x7e]+$/.test(value)) return 'has a value with a control character or one that is not ASCII'
	const placeholder = findPlaceholder(value)
	return placeholder && `has a value that ${placeholder.problem}`
}
function variableOf(input) {
	return `JIRA_CHECK_${input.toUpperCase().replaceAll('-', '_')}`
}
function defaultText({ default: byDefault }) {
	if (byDefault === undefined) return undefined
	return typeof byDefault === 'object' ? byDefault.join(', ') : String(byDefault)
}
function fillFrom(row, words) {
	const bounds = row.kind === 'whole-number' ? { min: String(row.min), max: String(row.max) } : {}
	return fill(words, { default: defaultText(row), variable: row.variable, ...bounds })
}
const PREFIX = variableOf('')
function findUnknownVariable(environment) {
	const known = new Set(Object.keys(table).map(variableOf))
	const [unknown] = Object.keys(environment)
		.filter((name) => name.startsWith(PREFIX) && !known.has(name) && environment[name]?.trim())
		.sort()
	if (unknown === undefined) return undefined
	const meant = nearest(
		unknown.slice(PREFIX.length),
		Array.from(known, (name) => name.slice(PREFIX.length)),
	)
	const shown = /^\w{1,60}$/.test(unknown) ? unknown : `${PREFIX}…`
	return finding('input-invalid', {
		input: shown,
		problem: `is no input, though it begins with ${PREFIX}`,
		meant: meant === undefined ? [] : [`${PREFIX}${meant}`],
		ownVariable: shown,
	})
}
function readPlaces(fields, product) {
	const read = (name) => {
		const { products } = table[name]
		if (products === undefined || product.name in products) return fields.list(name)
		if (!fields.isGiven(name)) return []
		const { product: words, urlInput } = product.words
		const problem = `is nothing that ${words} can be asked for`
		fields.reject(invalidInput(name, problem, `nothing with <${urlInput}>: leave it out`))
		return []
	}
	const places = {
		projects: read('projects'),
		spaces: read('spaces'),
		repositories: read('repositories'),
		permissions: read('permissions'),
	}
	const found = product.judgePlaces(places)
	if (found !== undefined) fields.reject(found)
	const { projects, permissions } = places
	const isDefault = permissions.length === 0 && projects.length > 0
	return isDefault ? { ...places, permissions: product.permissionsOfProjects } : places
}
const FAIL_ON_ALL = { fails: (reason) => reasonTable[reason].result !== 'usable' }
const SYNONYMS = new Map([
	['not-confluence', 'not-jira'],
	['not-bitbucket', 'not-jira'],
])
const WORDS = new Set([
	...Object.entries(reasonTable).flatMap(([reason, { category, result }]) => [reason, category, result]),
	...SYNONYMS.keys(),
])
const WORDS_OF_SUCCESS = new Set(['usable', 'ok', 'authenticated'])
const WORDS_OF_BUGS = new Set(['internal', 'internal-error'])
const { default: BY_DEFAULT, accepts: fail_on_ACCEPTS, programs: PROGRAMS } = table['fail-on']
function readFailOn(fields) {
	const { fails } = readWords(fields, WORDS, BY_DEFAULT)
	return { fails }
}
function readWatchFailOn(fields) {
	const known = new Set([...WORDS, 'expiring'])
	return readWords(fields, known, PROGRAMS.watch.default, `expiring, expiry-unknown, ${fail_on_ACCEPTS}`)
}
function readWords(fields, known, byDefault, accepts = fail_on_ACCEPTS) {
	const words = fields.list('fail-on').map((word) => word.toLowerCase())
	if (words.length === 1 && words[0] === 'none') return { fails: isBug, failsExpiry: () => false }
	const { problem, meant } = fail_on_flawOf(words, known) ?? {}
	if (problem === undefined) return createFailOn(words, byDefault)
	fields.reject(invalidInput('fail-on', problem, accepts, meant))
	return { ...FAIL_ON_ALL, failsExpiry: () => true }
}
function createFailOn(words, byDefault) {
	const excused = new Set(words.filter((word) => word.startsWith('!')).map((word) => plainWord(word.slice(1))))
	const failing = new Set(words.filter((word) => !word.startsWith('!')).map(plainWord))
	const failingOrDefault = failing.size === 0 ? new Set(byDefault) : failing
	return {
		fails(reason) {
			const { category, result } = reasonTable[reason]
			if (isBug(reason)) return true
			const narrowest = [reason, category, result].find((word) => excused.has(word) || failingOrDefault.has(word))
			return narrowest !== undefined && !excused.has(narrowest)
		},
		failsExpiry: (word) => failingOrDefault.has(word) && !excused.has(word),
	}
}
function plainWord(word) {
	return SYNONYMS.get(word) ?? word
}
function isBug(reason) {
	return WORDS_OF_BUGS.has(reason)
}
function fail_on_flawOf(words, known) {
	for (const [index, word] of words.entries()) {
		const plain = word.replace(/^!/, '')
		if (plain === 'none') return { problem: 'combines none with something else' }
		if (WORDS_OF_SUCCESS.has(plain)) return { problem: `holds “${word}”, and success never fails` }
		if (word.startsWith('!') && WORDS_OF_BUGS.has(plain)) {
			return { problem: `holds “${word}”, and a fault of the check itself always fails` }
		}
		if (known.has(plain)) continue
		const near = nearest(
			plain,
			[...known, 'none'].filter((other) => !WORDS_OF_SUCCESS.has(other)),
		)
		const meant = near === undefined ? undefined : `${word.startsWith('!') ? '!' : ''}${near}`
		return { problem: `has a word that it does not know (number ${index + 1})`, meant }
	}
	return undefined
}
function readSettings(fields) {
	return { failOn: readFailOn(fields), jobSummary: fields.boolean('job-summary') }
}
const MARKS = [
	[/^(?:gh[pousr]_|github_pat_)/, 'GitHub'],
	[/^(?:gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|imt|agent|soat|ffct|wt)-|GR1348941)/, 'GitLab'],
	[/^(?:xox[a-z](?:\.xox[a-z])?-|xapp-)/, 'Slack'],
	[/^npm_/, 'npm'],
	[/^(?:AKIA|ASIA)[A-Z0-9]{12,}$/, 'AWS'],
	[/^BBDC-/, 'Bitbucket'],
	[/^(?:ATBB[A-Za-z0-9]{20,}$|ATCTT3)/, 'Bitbucket Cloud'],
]
function findForeignSystem(token, own) {
	const system = MARKS.find(([pattern]) => pattern.test(token))?.[1]
	return system === own ? undefined : system
}
function tokenOf({ aToken, product, tokenMenu }) {
	return `${aToken} of ${product} (${tokenMenu})`
}
const FLAWS = [
	{
		pattern:
			/(?:^|[;:\s])(?:JSESSIONID|BITBUCKETSESSIONID|seraph\.rememberme\.cookie|(?:cloud|tenant)\.session\.token|crowd\.token_key)=/i,
		problem: 'is the cookie of a session in a browser (such as JSESSIONID=…), which ends with that session',
		wanted: tokenOf,
	},
	{
		pattern: /^OAuth(?:\s|%20)|(?:^|[?&,\s])oauth_\w+=/i,
		problem: 'holds the parameters of OAuth 1.0a (oauth_…=…), which sign a single request',
		wanted: (words) => `${tokenOf(words)}, or an OAuth 2.0 access token, which is sent as Bearer`,
	},
	{
		pattern: /^(?:Authorization\s*[:=]\s*)?Basic(?:[\s:]|%20|$)/i,
		problem: 'begins with “Basic”: what follows that is a user name and a password in one',
		wanted: (words) => `${tokenOf(words)}; or the password or API token alone, with the user name as <username>`,
	},
	{
		pattern: /^(?:Authorization\s*[:=]|Bearer(?:[\s:]|%20|$))/i,
		problem: 'begins with “Bearer” or “Authorization”, which is put before the token when it is sent',
		wanted: 'what follows that, alone',
	},
	{
		pattern: /^token(?:[\s:=]|%20)/i,
		problem: 'begins with “token”, which is its name and not part of it',
		wanted: 'what follows that, alone',
	},
	{ pattern: /^(["'`]).*\1$/s, problem: 'is wrapped in quotation marks', wanted: 'it without them' },
	{
		pattern: /^["'`]|["'`]$/,
		problem: 'begins or ends with a quotation mark',
		wanted: 'it without that, and whole',
	},
	{
		pattern: /[^\P{Cc}\s]|[\r\n]/u,
		problem: 'has a line break or control character inside',
		wanted: 'it again, as one line',
	},
	{ pattern: /\s/, problem: 'has white space inside', wanted: 'it again, as one word' },
	{
		pattern: /[^\x20-\x7e]/,
		problem: 'has a character that is not ASCII',
		wanted: ({ product }) =>
			`it again, copied from ${product} as plain text: an editor or a chat may have changed a character`,
	},
	{
		pattern: /^https?:\/\//i,
		problem: 'is the address of a page',
		wanted: ({ product, urlInput }) => `the token, and give the address of ${product} as <${urlInput}>`,
	},
]
const FLAWS_OF_PASSWORD = [
	{
		pattern: /^Basic(?:\s|%20)/i,
		problem: 'begins with “Basic”: what follows that is a user name and a password in one',
		wanted: 'the password or API token alone: the user name is given as <username>',
	},
	{
		pattern: /\p{Cc}/u,
		problem: 'has a line break or control character inside',
		wanted: 'it again, as one line',
	},
]
function judgeToken(token, username, { words, tokenSystem }) {
	const isBearer = username === ''
	const flaw = isBearer
		? (findPlaceholder(token) ?? FLAWS.find(({ pattern }) => pattern.test(token)) ?? flawOfPair(token, true))
		: ([...NEVER_MEANT, ...FLAWS_OF_PASSWORD].find(({ pattern }) => pattern.test(token)) ?? flawOfPair(token, false))
	const found = flaw ?? (isBearer ? flawOfForeign(token, tokenSystem, words) : undefined)
	if (found === undefined) return undefined
	const { problem, wanted } = found
	return finding('token-malformed', {
		problem,
		wanted: typeof wanted === 'string' ? wanted : wanted(words),
		bearerToken: isBearer ? words.tokenNoun : undefined,
	})
}
function flawOfPair(token, isBearer) {
	if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(token)) return undefined
	if (!/^[^\s:@\p{Cc}]+@[^\s:@\p{Cc}]+:./u.test(Buffer.from(token, 'base64').toString())) return undefined
	return {
		problem: 'is the base64 of an e-mail address and a token, as they are sent together',
		wanted: isBearer
			? 'the API token alone, with the e-mail address as <username>'
			: 'the API token alone: the e-mail address is given as <username>',
	}
}
function flawOfForeign(token, own, words) {
	const system = findForeignSystem(token, own)
	if (system === undefined) return undefined
	const problem = `is one of ${system}, as its first letters show, and not of ${words.product}`
	return { problem, wanted: tokenOf }
}
function readInputs(source, product) {
	const fields = createFieldReader('check', source)
	const url = readUrl(fields, product)
	const username = fields.text('username')
	const token = readToken(source, fields, username, product)
	const settings = readSettings(fields)
	const others = readOthers(source, fields, username, product)
	const tls = readTls(source, fields)
	const proxy = readEnvironment(source, fields, url)
	const baseUrl = url === undefined ? null : baseUrlOf(url)
	if (fields.firstFinding !== undefined || baseUrl === null) {
		return { inputs: fields.firstFinding ?? finding('url-missing', {}), settings, baseUrl }
	}
	const credentials = username === '' ? { scheme: 'Bearer', token } : { scheme: 'Basic', username, token }
	const places = { url: fields.placeOf(fields.asked.input), token: fields.placeOf('token') }
	return { settings, baseUrl, inputs: { baseUrl, credentials, places, ...others, tls, proxy } }
}
function readUrl(fields, { findPage }) {
	const { input, rival } = fields.asked
	if (rival !== undefined) {
		const problem = `is given beside <${input}>, and a check asks one server`
		fields.reject(invalidInput(rival, problem, 'an address only where no other one is given: leave one of them out'))
	}
	const url = parseBaseUrl(fields.text(input), findPage)
	if (!(url instanceof URL)) {
		fields.reject(url)
		return undefined
	}
	if (url.protocol === 'http:' && !isLoopback(url) && !fields.boolean('allow-http')) {
		const correction = url.port === '' ? baseUrlOf(url).replace(/^http:/, 'https:') : undefined
		fields.reject(finding('url-insecure', { correction }))
	}
	return url
}
function readToken(source, fields, username, product) {
	const token = fields.text('token')
	const found = token === '' ? missingToken(source, product.words) : judgeToken(token, username, product)
	if (found !== undefined) fields.reject(found)
	return token
}
function readOthers({ readEvent, environment }, fields, username, product) {
	if (/[:\p{Cc}]/u.test(username)) {
		const accepts = 'the user name alone; the password goes into <token>'
		fields.reject(invalidInput('username', 'has a colon or a control character', accepts))
	}
	const headers = readHeaders(fields, product.words.product)
	const expectedUsers = fields.list('expected-user')
	const places = readPlaces(fields, product)
	const checkExpiry = fields.boolean('check-expiry') && username === ''
	const tokenName = fields.text('token-name')
	const expiryWarnDays = fields.wholeNumber('expiry-warn-days')
	const expiryFailDays = readExpiryFailDays(fields, checkExpiry, username)
	const timeoutMs = fields.wholeNumber('timeout-seconds') * 1000
	const retries = fields.wholeNumber('retries')
	fields.boolean('allow-http')
	const unknown = readEvent() === undefined ? findUnknownVariable(environment) : undefined
	if (unknown !== undefined) fields.reject(unknown)
	return {
		headers,
		expectedUsers,
		...places,
		checkExpiry,
		tokenName,
		expiryWarnDays,
		expiryFailDays,
		timeoutMs,
		retries,
	}
}
function readExpiryFailDays(fields, checkExpiry, username) {
	const days = fields.wholeNumber('expiry-fail-days')
	if (days === undefined || checkExpiry) return days
	const { min, max } = table['expiry-fail-days']
	const [problem, accepts] =
		username === ''
			? ['can never hold while <check-expiry> is false', 'only with <check-expiry> true']
			: ['can never hold with <username>, with which no expiry is read', 'only without <username>']
	fields.reject(
		invalidInput('expiry-fail-days', problem, `a whole number of days from ${min} to ${max}, and ${accepts}`),
	)
	return days
}
function readTls(source, fields) {
	const tls = readCertificates(
		{
			caCertificate: fields.text('ca-certificate'),
			clientCertificate: fields.text('client-certificate'),
			clientKey: fields.text('client-key'),
		},
		source.readFile,
		source.nowMs,
	)
	if (!isFinding(tls)) return tls
	fields.reject(tls)
	return { extraCa: [] }
}
function readEnvironment(source, fields, baseUrl) {
	if (source.environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') fields.reject(finding('tls-verification-off', {}))
	const proxy = baseUrl === undefined ? undefined : readProxy(baseUrl, source.environment)
	if (!isFinding(proxy)) return proxy
	fields.reject(proxy)
	return undefined
}
const CHANCE = 'abcdefghijklmnopqrstuvwxyz0123456789'
function nameNewToken(prefix, fingerprint, nowMs, random) {
	const day = new Date(nowMs).toISOString().slice(2, 10).replaceAll('-', '')
	const chance = Array.from({ length: 4 }, () => CHANCE[Math.floor(random() * CHANCE.length)]).join('')
	return `${prefix}-${day}-${fingerprint}-${chance}`
}
function defaultPrefix({ owner, name }, firstPlace) {
	const readable = name
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '')
		.slice(0, 7)
	const hash = (0, external_node_crypto_.createHash)('sha256')
		.update(`${owner}/${name}${firstPlace}`)
		.digest('hex')
		.slice(0, 4)
	return `github-${readable}-${hash}`
}
function readRotateInputs(source, product) {
	const own = ownInputsOf(source)
	const fields = createFieldReader('rotate', own)
	const { inputs: jira, baseUrl } = readInputs(own, product)
	if (fields.text('token') === '') return { inputs: missingToken(own, product.words), baseUrl }
	const timeoutMs = fields.wholeNumber('timeout-seconds') * 1000
	const plan = readPlan(fields)
	const isDryRun = fields.boolean('dry-run')
	const storing = readTarget(fields, source)
	const attempt = Number(/^\d{1,6}$/.exec(source.environment['GITHUB_RUN_ATTEMPT'] ?? '')?.[0] ?? 1)
	if (isFinding(jira)) return { inputs: jira, baseUrl }
	if (isFinding(storing)) return { inputs: storing, baseUrl }
	if (fields.firstFinding !== undefined) return { inputs: fields.firstFinding, baseUrl }
	const asked = { ...jira, timeoutMs, expiryWarnDays: 0 }
	return { inputs: { ...plan, ...storing, jira: asked, isDryRun, attempt }, baseUrl }
}
function ownInputsOf(source) {
	const names = new Set(inputsOf('rotate').keys())
	return { ...source, readInput: (name) => (names.has(name) ? source.readInput(name) : '') }
}
function readPlan(fields) {
	const days = fields.word('days')
	const revoke = fields.word('revoke')
	return {
		lifeDays: days === 'never' ? days : Number(days),
		rotateDays: fields.wholeNumber('rotate-days') ?? 0,
		overlapDays: fields.wholeNumber('overlap-days') ?? 0,
		revoke: revoke === 'never' || revoke === 'now' ? revoke : 'later',
	}
}
const PLACES = 'NAME, env:ENVIRONMENT/NAME and org:NAME, one per line or separated by commas'
function readTarget(fields, source) {
	const secret = fields.text('secret')
	const [storeCommand, readCommand] = [fields.text('store-command'), fields.text('read-command')]
	const prefix = fields.word('name-prefix')
	if (storeCommand !== '') {
		const accepts = 'a command, where <secret> is left out'
		if (secret !== '')
			return invalidInput('store-command', 'stands beside <secret>, and one of them is enough', accepts)
		const problem = 'is blank, which it may not be with <store-command>: nothing else tells one family from another'
		if (prefix === '')
			return invalidInput('name-prefix', problem, 'up to 19 letters, digits and the signs “_”, “.” and “-”')
		return { prefix, target: { kind: 'command', storeCommand, readCommand } }
	}
	if (readCommand !== '') {
		return invalidInput('read-command', 'means nothing without <store-command>', 'a command beside <store-command>')
	}
	const places = parsePlaces(secret, '<secret>')
	if (isFinding(places)) return places
	const [first, ...others] = places
	if (first === undefined) return invalidInput('secret', 'is blank, so that there is no place for a new token', PLACES)
	const githubToken = fields.text('github-token')
	if (githubToken === '') {
		const problem = 'is blank, and the job’s own GITHUB_TOKEN may not write secrets'
		return invalidInput('github-token', problem, 'a token of a GitHub App, or a personal access token')
	}
	const repository = readRepository(source.environment)
	if (repository === undefined) {
		const problem = 'needs GITHUB_REPOSITORY, which names no repository here'
		return invalidInput('secret', problem, 'a secret of the repository that GITHUB_REPOSITORY names (owner/name)')
	}
	const route = readApiRoute(source.environment)
	if (isFinding(route)) return route
	const target = { kind: 'places', places: [first, ...others], repository, route, githubToken }
	const [given = ''] = secret.split(/[\r\n,]+/).flatMap((entry) => entry.trim() || [])
	return { prefix: prefix || defaultPrefix(repository, given), target }
}
function refuse({ target, jira: { baseUrl } }, product) {
	const problem = `${product.words.product} lets no token make tokens, so that nothing was asked`
	const places = target.kind === 'places' ? target.places.map(describePlace) : ['the store of the command']
	const found = finding('rotation-not-allowed', { problem, places, operator: undefined, path: undefined })
	const common = { user: 'the owner of the token', tokenPage: product.tokenPageOf(baseUrl) }
	return verdictWithoutEvidence(addCommonFacts(found, common), product, baseUrl, 'rotation')
}
function decide(standing, plan, done, nowMs) {
	switch (standing.kind) {
		case 'untold':
			return { kind: 'untold', problem: standing.problem }
		case 'succeeded':
			return decideSucceeded(standing, nowMs)
		case 'head':
			return decideHead(standing, plan, done, nowMs)
	}
}
function decideSucceeded({ successors, endsMs }, nowMs) {
	const [youngest] = successors
	const { token: successor } = youngest
	const end = describeEnd(endsMs, nowMs)
	const isBeingWritten = youngest.ageMs < BEING_WRITTEN_MS + TOLERANCE_MS
	const unwritten = successors.find(
		({ token, mayBeStored, wasUsed }) => !mayBeStored && !wasUsed && token.id !== undefined,
	)
	if (!isBeingWritten && unwritten !== undefined) return { kind: 'drop', token: unwritten.token }
	if (end === 'now') return { kind: 'shadowed', successor, mayBeStored: youngest.mayBeStored, isEnding: true }
	if (isBeingWritten || youngest.ageMs < QUEUED_MS) return { kind: 'wait', successor, end }
	return { kind: 'shadowed', successor, mayBeStored: youngest.mayBeStored, isEnding: false }
}
function describeEnd(endsMs, nowMs) {
	if (endsMs === undefined || endsMs === 'never') return 'far'
	if (endsMs - nowMs <= FAIL_BEFORE_END_MS) return 'now'
	return endsMs - nowMs <= WARN_BEFORE_END_MS ? 'near' : 'far'
}
function decideHead(head, plan, done, nowMs) {
	if (isDue(head, plan, nowMs)) return outlives(head, plan, nowMs) ? { kind: 'create' } : { kind: 'too-short' }
	if (!done.healed && mayHeal(head) && needsHealing(head, plan, nowMs)) return { kind: 'heal' }
	const elder = head.elders.find((one) => mayRevoke(one, head, plan, done))
	return elder === undefined ? { kind: 'rest' } : { kind: 'revoke', token: elder.token }
}
function mayHeal({ entry, hasFamily, otherPlaces, hasStalePlace }) {
	if (otherPlaces === 0) return false
	switch (entry.by) {
		case 'family':
			return true
		case 'token-name':
			return entry.candidates.length === 1 && (hasFamily || hasStalePlace)
		case 'only':
			return false
	}
}
function needsHealing({ appearedMs, elders, hasStalePlace }, { overlapDays }, nowMs) {
	const isOverlapping = appearedMs === undefined || nowMs - appearedMs < overlapDays * DAY_MS
	return isOverlapping || elders.length > 0 || hasStalePlace
}
const CONDITIONS = {
	'it is asked for': (_, __, { revoke }) => revoke === 'later',
	'it is certain which entry this token is': (_, { entry }) => entry.candidates.length === 1,
	'every other place was written by this run': (_, { otherPlaces }, __, { healed }) => otherPlaces === 0 || healed,
	'it is older than all that name the newest fingerprint': ({ isOlderThanNewest }) => isOlderThanNewest,
	'the overlap is over': ({ overlapMs = 0 }, _, { overlapDays }) => overlapMs >= overlapDays * DAY_MS + TOLERANCE_MS,
	'the store has handed out this token': ({ isStoreProven }) => isStoreProven,
	'this token was used after it': ({ isSucceeded }) => isSucceeded,
	'nobody has used it for a day': ({ idleMs = 0 }) => idleMs >= IDLE_MS + TOLERANCE_MS,
	'it can be named to Jira': ({ token }) => token.id !== undefined,
}
function mayRevoke(elder, head, plan, done) {
	return Object.values(CONDITIONS).every((holds) => holds(elder, head, plan, done))
}
function overdueElders({ elders }, { revoke, overlapDays }) {
	if (revoke === 'never') return []
	return elders.filter(({ overlapMs = 0 }) => overlapMs >= overlapDays * DAY_MS + OVERDUE_MS).map(({ token }) => token)
}
function titleOf({ reason, statusCode }, { product }) {
	return fill_fill(catalogue[reason].title, { product, status: statusCode?.toString() })
}
const NO_ANSWER = new Set(['connection', 'unavailable', 'internal'])
function saysNothingOfTheList({ reason }) {
	return NO_ANSWER.has(reasonTable[reason].category)
}
function blockerOf(found) {
	const { operator, path } = factsOf(found)
	return operator === undefined || path === undefined ? undefined : { operator, path }
}
function describeUnreadableList(found, listPath, words) {
	const { path = listPath } = factsOf(found)
	const why =
		found.statusCode === 401
			? 'the answer is HTTP 401, though the same token had just been accepted'
			: titleOf(found, words)
	return `the list of tokens at ${path} cannot be read (${why})`
}
const SUFFIX = /-\d{6}-([0-9a-f]{8})-[0-9a-z]{4}$/
function family_familyPrefixOf(tokenName) {
	return /^(.+)-\*$/.exec(tokenName)?.[1]
}
function isOfFamily({ name }, tokenName) {
	return SUFFIX.test(name) && name.replace(SUFFIX, '') === family_familyPrefixOf(tokenName)
}
function predecessorOf(name, prefix) {
	return name.replace(SUFFIX, '') === prefix ? SUFFIX.exec(name)?.[1] : undefined
}
function familyOf(tokens, prefix) {
	return tokens.filter(({ name }) => predecessorOf(name, prefix) !== undefined).toSorted(byAge)
}
function family_findOwnEntry(live, telling) {
	const { prefix, fingerprint, tokenName = '' } = telling
	const family = familyOf(live, prefix)
	const isNamed = ({ name }) => tokenName !== '' && name === tokenName
	if (family.length === 0) return named(live.filter(isNamed)) ?? only(live)
	const successor = family.findIndex(({ name }) => predecessorOf(name, prefix) === fingerprint)
	const { createdAt: namedAt = Number.MAX_SAFE_INTEGER } = family[successor] ?? {}
	const before = live.filter(({ createdAt }) => createdAt === undefined || createdAt < namedAt)
	const strangers = before.filter(({ name }) => !SUFFIX.test(name))
	const own = successor < 0 ? family.at(-1) : family[successor - 1]
	if (own === undefined) return named(before.filter(isNamed)) ?? only(strangers)
	const younger = before.filter((token) => byAge(token, own) > 0)
	const byHand = named(younger.filter((token) => isNamed(token) && !family.includes(token)))
	if (byHand !== undefined) return byHand
	const doubts = tokenName === '' ? younger.filter((token) => strangers.includes(token)) : []
	return { candidates: [own, ...doubts], by: 'family' }
}
function named(candidates) {
	return candidates.length === 0 ? undefined : { candidates, by: 'token-name' }
}
function only(tokens) {
	return { candidates: tokens.length === 1 ? tokens : [], by: 'only' }
}
function byAge(a, b) {
	return (a.createdAt ?? Number.MAX_SAFE_INTEGER) - (b.createdAt ?? Number.MAX_SAFE_INTEGER)
}
function findElders(live, entry, sighting) {
	const { prefix, tokenName, nowMs, offsets } = sighting
	const family = familyOf(live, prefix)
	const newest = family.at(-1)
	const newestFingerprint = newest && predecessorOf(newest.name, prefix)
	const newestOnes = family.filter(({ name }) => predecessorOf(name, prefix) === newestFingerprint)
	const own = entry.by === 'family' ? [...entry.candidates, ...newestOnes] : entry.candidates
	const appearedMs = latest([...newestOnes, ...entry.candidates].map(({ createdAt }) => createdAt))
	const usedMs = lastUseBefore(own, sighting)
	const named = live.filter(({ name }) => tokenName !== '' && name === tokenName)
	const isNamed = (token) => named.length === 1 && named.includes(token)
	return live
		.filter((token) => !own.includes(token) && (family.includes(token) || isNamed(token)))
		.filter((token) => entry.candidates.every((candidate) => isOlder(token, candidate)))
		.map((token) => {
			const idleSinceMs = lastUseOf(token, sighting)
			return {
				token,
				isOlderThanNewest: newestOnes.length > 0 && newestOnes.every((one) => isOlder(token, one)),
				isStoreProven: usedMs !== undefined && isAfterStore(usedMs, appearedMs, sighting),
				isSucceeded: usedMs !== undefined && idleSinceMs !== undefined && usedMs > idleSinceMs,
				idleMs: idleSinceMs === undefined || offsets.jira === undefined ? undefined : nowMs - idleSinceMs,
				overlapMs: appearedMs === undefined || offsets.jira === undefined ? undefined : nowMs - appearedMs,
			}
		})
}
function isOlder(token, other) {
	return token.createdAt !== undefined && other.createdAt !== undefined && token.createdAt < other.createdAt
}
function isAfterStore(usedMs, appearedMs, { store, offsets }) {
	if (store.kind === 'command') return appearedMs !== undefined && usedMs > appearedMs + WRITING_MS + TOLERANCE_MS
	if (offsets.jira === undefined || offsets.store === undefined) return false
	return store.stamps.every((stamp) => stamp !== 'missing' && usedMs > stamp + TOLERANCE_MS)
}
function lastUseBefore(tokens, sighting) {
	const { firstRequestMs, firstTokens } = sighting
	const uses = [...tokens, ...firstTokens.filter((first) => tokens.some((token) => isSame(first, token)))]
		.flatMap(({ lastAccessedAt }) => lastAccessedAt ?? [])
		.filter((usedMs) => usedMs < firstRequestMs - TOLERANCE_MS)
	return uses.length === 0 ? undefined : Math.max(...uses)
}
function lastUseOf(token, { firstTokens }) {
	const uses = [token, ...firstTokens.filter((first) => isSame(first, token))].map(
		({ lastAccessedAt }) => lastAccessedAt,
	)
	return token.lastAccessedAt === undefined ? undefined : latest(uses.filter((usedMs) => usedMs !== undefined))
}
function isSame(a, b) {
	return a.id === b.id && a.name === b.name
}
function latest(times) {
	return times.includes(undefined) || times.length === 0 ? undefined : Math.max(...times.map(Number))
}
function inOurTime(sighting) {
	const { offsets, tokens, firstTokens, store } = sighting
	const ofJira = (token) => shift(token, -(offsets.jira ?? 0))
	return {
		...sighting,
		tokens: tokens.map(ofJira),
		firstTokens: firstTokens.map(ofJira),
		store:
			store.kind === 'command'
				? store
				: {
						kind: 'places',
						stamps: store.stamps.map((stamp) => (stamp === 'missing' ? stamp : stamp - (offsets.store ?? 0))),
					},
	}
}
function isWrittenSince(stamp, createdMs) {
	return stamp !== 'missing' && createdMs !== undefined && stamp >= createdMs - TOLERANCE_MS
}
function shift(token, byMs) {
	const { expiresAt, createdAt, lastAccessedAt } = token
	return {
		...token,
		expiresAt: typeof expiresAt === 'number' ? expiresAt + byMs : expiresAt,
		createdAt: createdAt === undefined ? undefined : createdAt + byMs,
		lastAccessedAt: lastAccessedAt === undefined ? undefined : lastAccessedAt + byMs,
	}
}
function place(seen) {
	const sighting = inOurTime(seen)
	const { nowMs, prefix, fingerprint } = sighting
	const live = sighting.tokens.filter((token) => isLive(token, nowMs))
	const entry = family_findOwnEntry(live, sighting)
	const first = endOf(entry.candidates)
	const [youngest, ...others] = familyOf(live, prefix)
		.filter(({ name }) => predecessorOf(name, prefix) === fingerprint)
		.toReversed()
	if (youngest !== undefined) {
		const judge = (token) => judgeSuccessor(token, sighting)
		return { kind: 'succeeded', successors: [judge(youngest), ...others.map(judge)], endsMs: first?.endsMs }
	}
	if (entry.candidates.length === 0) return { kind: 'untold', problem: 'entry' }
	if (first === undefined) return { kind: 'untold', problem: 'date' }
	const ages = entry.candidates.map(({ createdAt }) => createdAt)
	const appearedMs = ages.includes(undefined) ? undefined : Math.max(...ages.map(Number))
	const later = stampsOf(sighting).slice(1)
	return {
		kind: 'head',
		entry,
		...first,
		appearedMs,
		hasFamily: familyOf(live, prefix).length > 0,
		otherPlaces: later.length,
		hasStalePlace: later.some((stamp) => !isWrittenSince(stamp, appearedMs)),
		elders: findElders(live, entry, sighting),
	}
}
function endOf(candidates) {
	const ends = candidates.flatMap((token) =>
		token.expiresAt === 'unreadable' ? [] : [{ token, endsMs: token.expiresAt }],
	)
	if (ends.length < candidates.length) return undefined
	return ends.toSorted((a, b) => orderOf(a.endsMs) - orderOf(b.endsMs))[0]
}
function orderOf(endsMs) {
	return endsMs === 'never' ? Number.MAX_VALUE : endsMs
}
function judgeSuccessor(token, { store, offsets, nowMs }) {
	const { createdAt, lastAccessedAt } = token
	const isComparable = offsets.jira !== undefined && (store.kind === 'command' || offsets.store !== undefined)
	return {
		token,
		ageMs: createdAt === undefined ? Number.POSITIVE_INFINITY : nowMs - createdAt,
		mayBeStored:
			!isComparable ||
			createdAt === undefined ||
			(store.kind === 'command'
				? store.holds !== 'this'
				: store.stamps.some((stamp) => isWrittenSince(stamp, createdAt))),
		wasUsed: createdAt === undefined || (lastAccessedAt !== undefined && lastAccessedAt > createdAt + WRITING_MS),
	}
}
function stampsOf({ store }) {
	return store.kind === 'places' ? store.stamps : []
}
function endWith(found, stage = 'rotation') {
	return { kind: 'ended', found, stage }
}
function isEnded(value) {
	return 'kind' in value && value.kind === 'ended'
}
function describeTrouble(trouble, { store }) {
	const { at, why, detail, permission, newPlace } = trouble
	const [own] = store.places
	const place = store.places[at] ?? own
	switch (why) {
		case 'own-missing':
			return finding('secret-shadowed', {
				problem: `There is no secret ${own}, though this run got a token: it comes from somewhere else`,
				ownPlace: own,
			})
		case 'refused': {
			const problem = `GitHub ${detail} to a request about ${place}`
			return finding('secret-not-writable', { problem, place, permission, newPlace })
		}
		case 'unanswered':
			return finding('secret-write-in-doubt', {
				problem: `Whether ${place} can be written, or was, is not known: ${speakerOf(store)} ${detail}`,
				places: store.places,
			})
	}
}
function speakerOf({ kind }) {
	return kind === 'places' ? 'GitHub' : 'the command'
}
async function look(task) {
	const { jira, store, bound, clock } = task
	const seen = await lookAtJira(task, bound)
	if (isEnded(seen)) return seen
	const sight = await store.see(bound)
	if (isTrouble(sight)) return endWith(describeTrouble(sight, task))
	const offsets = { jira: jira.offsetMs, store: sight.offsetMs }
	const firstRequestMs = jira.firstRequestMs ?? clock.now()
	return { ...seen, firstTokens: seen.tokens, seen: sight.seen, offsets, firstRequestMs }
}
async function lookAgain(task, known, bound) {
	const seen = await lookAtJira(task, bound)
	if (isEnded(seen)) return seen
	return { ...known, ...seen, offsets: { ...known.offsets, jira: task.jira.offsetMs } }
}
function standingOf({ inputs, fingerprint, clock, deeds }, known) {
	const isGone = ({ id }) => id !== undefined && deeds.gone.has(id)
	return place({
		...known,
		store: known.seen,
		tokens: known.tokens.filter((token) => !isGone(token)),
		fingerprint,
		prefix: inputs.prefix,
		tokenName: inputs.jira.tokenName,
		nowMs: clock.now(),
	})
}
async function lookAtJira({ inputs, token, jira, product, clock, evidence }, bound) {
	const proof = createBound(clock, PROOF_MS)
	const identity = await jira.identify(token, bound)
	if (isFinding(identity)) return endWith(identity, 'authentication')
	evidence.identity = identity
	const gated = judge(inputs.jira, { ...NO_EVIDENCE, identity }, product, clock.now())
	if (gated.finding.reason !== 'authenticated') return endWith(gated.finding, gated.stage)
	const tokens = await jira.list(token, identity, bound)
	if (isFinding(tokens)) return endWith(describeList(tokens, product.tokensPathOf(identity), product), 'expiry')
	evidence.tokens = tokens
	return { identity, tokens, proof }
}
function describeList(found, path, { words }) {
	if (saysNothingOfTheList(found)) return found
	const facts = { problem: describeUnreadableList(found, path, words), ...blockerOf(found) }
	return addCommonFacts(finding('expiry-unknown', facts, found.statusCode), found.common)
}
async function heal(task, known, bound) {
	const { store, token, deeds } = task
	const troubles = []
	let current = known
	for (const at of [...store.places.keys()].slice(1)) {
		const unready = await store.prepare(at, bound)
		if (isTrouble(unready)) {
			troubles.push(unready)
			continue
		}
		if (current.proof.leftMs() <= 0) {
			const again = await lookAgain(task, current, bound)
			if (isEnded(again) || standingOf(task, again).kind !== 'head') return { troubles, isOvertaken: true }
			current = again
		}
		const written = await store.write(at, token, within(bound, current.proof))
		if (isTrouble(written)) troubles.push(written)
		else deeds.healed.add(at)
	}
	return { troubles, isOvertaken: false }
}
function within(...bounds) {
	return { leftMs: () => Math.min(...bounds.map((bound) => bound.leftMs())) }
}
const LAST_HEALING_MS = 60_000
async function healAtTheEnd(task, known) {
	const { inputs, clock, store, signals } = task
	if (store.places.length === 1) return
	signals.hold()
	const bound = createBound(clock, LAST_HEALING_MS)
	const again = await lookAgain(task, known, bound)
	if (isEnded(again)) return
	const standing = standingOf(task, again)
	if (standing.kind !== 'head' || !mayHeal(standing) || !needsHealing(standing, inputs, clock.now())) return
	await heal(task, again, bound)
}
async function discard(task, name, id, bound) {
	const { jira, token, deeds, evidence } = task
	if (id === undefined || evidence.tokens.some((listed) => listed.id === id && listed.name !== name)) return false
	if ((await jira.revoke(token, id, bound)) !== undefined) return false
	deeds.made = { ...deeds.made, name, id, fate: 'revoked' }
	deeds.gone.add(id)
	return true
}
async function revokeExpired(task, known, bound) {
	const { inputs, token, jira, clock, deeds } = task
	if (known.offsets.jira === undefined) return false
	const jiraMs = clock.now() + known.offsets.jira - TOLERANCE_MS
	let isAny = false
	for (const listed of familyOf(known.tokens, inputs.prefix)) {
		if (isLive(listed, jiraMs) || listed.id === undefined) continue
		if ((await jira.revoke(token, listed.id, bound)) !== undefined) break
		deeds.gone.add(listed.id)
		deeds.revoked.push(listed)
		isAny = true
	}
	return isAny
}
async function create(task, known, bound) {
	const { inputs, token, fingerprint, product, jira, clock, random, deeds } = task
	const [may, was] = [{ clearExpired: true }, { lost: false }]
	while (true) {
		const name = nameNewToken(inputs.prefix, fingerprint, clock.now(), random)
		const made = await jira.make(token, name, inputs.lifeDays)
		const { creation } = made
		switch (creation.kind) {
			case 'made':
				deeds.made = { name, id: creation.id, fate: 'alive' }
				return { kind: 'new', name, value: creation.value, id: creation.id }
			case 'not-sent':
				return none(
					describeNothing(task, made, `the request for a new token did not reach ${product.words.product}`),
					true,
				)
			case 'refused':
				if (creation.why === 'limit' && may.clearExpired && (await revokeExpired(task, known, bound))) {
					may.clearExpired = false
					continue
				}
				return none(describeRefusal(task, made, creation), true)
			case 'in-doubt': {
				const lost = await dropLost(task, known, bound, name, made)
				if (lost !== undefined) return lost
				if (was.lost) {
					const problem = `${product.words.product} has made a new token twice, and the answer with its value was lost on the way`
					return none(finding('successor-lost', { problem: `${problem}; both were revoked` }), true)
				}
				was.lost = true
			}
		}
	}
}
async function dropLost(task, known, bound, name, made) {
	const { jira, token, deeds } = task
	const { product } = task.product.words
	const tokens = await jira.list(token, known.identity, bound)
	const entry = isFinding(tokens) ? undefined : tokens.find((listed) => listed.name === name)
	if (entry === undefined) {
		deeds.made = { name, fate: 'unknown' }
		const seen = isFinding(tokens) ? 'the list of tokens cannot be read now' : 'the list of tokens does not show it yet'
		return none(
			describeNothing(task, made, `it is not known whether ${product} has made “${name}”, and ${seen}`, name),
			false,
		)
	}
	deeds.made = { name, id: entry.id, fate: 'lost' }
	if (await discard(task, name, entry.id, bound)) return undefined
	const problem = `the answer with its value was lost on the way, and ${product} did not revoke it`
	return none(
		finding('successor-lost', { problem: `${product} has made “${name}”, but ${problem}`, newToken: name }),
		false,
	)
}
function none(found, isCertain) {
	return { kind: 'none', found, isCertain }
}
function describeNothing({ product }, { found }, problem, newToken) {
	const title = found && titleOf(found, product.words)
	const why = title === undefined ? '' : ` (${title})`
	return finding('new-token-not-proven', { problem: `${capital(problem)}${why}`, newToken }, found?.statusCode ?? null)
}
function describeRefusal({ inputs, store, product, evidence }, { found }, { why, statusCode }) {
	switch (why) {
		case 'limit':
			return finding('too-many-tokens', { tokenName: inputs.jira.tokenName || undefined }, statusCode)
		case 'life': {
			const life = inputs.lifeDays === 'never' ? 'never expires' : `lives ${inputs.lifeDays} days`
			return finding(
				'token-life-refused',
				{ problem: `${product.words.product} refuses to make a token that ${life} (HTTP 400)` },
				statusCode,
			)
		}
		case 'not-allowed': {
			const { path } = product.tokenMaking?.creation('', 1) ?? {}
			const user = evidence.identity === null ? 'the token' : 'the token itself'
			const problem = `${product.words.product} answers the request for a new token with HTTP ${statusCode}, though it accepts ${user}`
			const blocker = found !== undefined && 'operator' in found.facts ? found.facts.operator : undefined
			const operator = blocker ?? `the operators of ${new URL(inputs.jira.baseUrl).host}`
			return finding('rotation-not-allowed', { problem, places: store.places, operator, path }, statusCode)
		}
	}
}
function capital(text) {
	return text.charAt(0).toUpperCase() + text.slice(1)
}
const CLUSTER_MS = 10_000
const prove_PAUSE_MS = 1_000
async function proveListed(task, known, made, head, bound) {
	const { product, jira, token, inputs, deeds } = task
	const not = (found) => ({ kind: 'not', found })
	const tokens = await untilKnown(
		task,
		bound,
		() => jira.list(token, known.identity, bound),
		(listed) => !isFinding(listed) && !listed.some(({ name }) => name === made.name),
	)
	if (isFinding(tokens))
		return not(unproven(task, made, `the list of tokens cannot be read (${titleOf(tokens, product.words)})`))
	const entry = tokens.find(({ name }) => name === made.name)
	if (entry === undefined) return not(unproven(task, made, 'the list of tokens does not show it'))
	const endsMs = prove_inOurTime(entry.expiresAt, jira.offsetMs)
	deeds.made = {
		name: made.name,
		id: entry.id ?? made.id,
		createdMs: entry.createdAt === undefined ? undefined : entry.createdAt - (jira.offsetMs ?? 0),
		endsMs,
		fate: 'alive',
	}
	if (endsMs === undefined) return not(unproven(task, made, 'nobody can read when it ends'))
	if (inputs.revoke !== 'now' && !isLater(endsMs, head.endsMs)) {
		const problem = `${product.words.product} has made a token that ends no later than the present one, though <days> asks for ${inputs.lifeDays} days`
		return not(finding('token-life-refused', { problem }))
	}
	return { kind: 'listed', entry }
}
async function proveNew(task, { identity }, made, bound) {
	const found = await untilKnown(
		task,
		bound,
		() => task.jira.identify(made.value, bound),
		(answer) => isFinding(answer) && answer.statusCode === 401,
	)
	const { words } = task.product
	if (isFinding(found)) {
		return unproven(task, made, `${words.product} does not accept it (${titleOf(found, words)})`, found.statusCode)
	}
	return isSameUser(found, identity) ? undefined : unproven(task, made, 'it belongs to another user')
}
function outOfTime(task, made) {
	return unproven(task, made, 'too much time has passed since it was asked for, or this machine was suspended')
}
function unproven({ product }, { name }, why, statusCode = null) {
	return finding(
		'new-token-not-proven',
		{ problem: `${product.words.product} has made “${name}”, but ${why}`, newToken: name },
		statusCode,
	)
}
async function untilKnown({ clock }, bound, ask, isTooEarly) {
	const patience = createBound(clock, CLUSTER_MS)
	while (true) {
		const answer = await ask()
		if (!isTooEarly(answer) || patience.leftMs() <= prove_PAUSE_MS || bound.leftMs() <= prove_PAUSE_MS) return answer
		await sleep(clock, prove_PAUSE_MS)
	}
}
function prove_inOurTime(expiresAt, offsetMs = 0) {
	if (expiresAt === 'unreadable') return undefined
	return expiresAt === 'never' ? 'never' : expiresAt - offsetMs
}
function isLater(a, b) {
	if (b === 'never') return false
	return a === 'never' || a > b
}
function isSameUser(a, b) {
	return a.key !== '' && b.key !== '' ? a.key === b.key : a.name === b.name && a.accountId === b.accountId
}
async function revokeElder(task, known, token) {
	const { inputs, deeds, clock } = task
	const bound = createBound(clock, WRITING_MS / 10)
	const now = await lookAgain(task, known, bound)
	if (isEnded(now)) return now
	const done = { healed: isHealed(task) }
	const step = decide(standingOf(task, now), inputs, done, clock.now())
	if ((step.kind !== 'revoke' && step.kind !== 'drop') || step.token.id !== token.id) return now
	const failed = await revokeListed(task, task.token, token)
	if (failed !== undefined) return endWith(step.kind === 'drop' ? describeLeftover(task, token) : failed)
	deeds.revoked.push(token)
	return lookAgain(task, now, bound)
}
function describeLeftover({ product }, { name }) {
	const problem = `An earlier run has made “${name}” and stored it nowhere, and ${product.words.product} did not revoke it`
	return finding('successor-lost', { problem, newToken: name })
}
function isHealed({ deeds, store }) {
	return deeds.healed.size === store.places.length - 1
}
async function revokeNow(task, known, head, made) {
	const { jira, clock, deeds, token } = task
	const bound = createBound(clock, WRITING_MS / 10)
	const [own] = head.entry.candidates
	if (head.entry.candidates.length !== 1 || own?.id === undefined) {
		return endWith(notRevoked(task, 'which entry of the list it is, cannot be told for certain'))
	}
	const listed = await jira.list(made.value, known.identity, bound)
	if (isFinding(listed)) return endWith(listed)
	const entry = listed.find(({ id, name }) => id === own.id && name === own.name)
	if (entry === undefined || !listed.some(({ name }) => name === made.name)) {
		return endWith(notRevoked(task, 'the list of tokens does not show it and the new one'))
	}
	const failed = await revokeListed(task, made.value, entry)
	if (failed !== undefined) return endWith(failed)
	deeds.revoked.push(own)
	const identity = await jira.identify(made.value, bound)
	if (isFinding(identity)) return endWith(identity)
	const old = await untilKnown(
		task,
		bound,
		() => jira.identify(token, bound),
		(answer) => !isFinding(answer),
	)
	if (!isFinding(old) || old.statusCode !== 401) {
		return endWith(
			notRevoked(
				task,
				`“${own.name}” was revoked, but that ${task.product.words.product} refuses the token now could not be shown`,
				[own.name],
			),
		)
	}
	deeds.isOwnRevoked = true
	return endWith(undefined)
}
function notRevoked(task, why, alive = []) {
	return finding('secret-shadowed', {
		problem: `The token that was given was not revoked: ${why}`,
		leaked: [...alive, ...leakedOf(task)],
	})
}
function leakedOf({ evidence, inputs, deeds, clock }) {
	const { prefix, jira } = inputs
	const live = evidence.tokens.filter((token) => isLive(token, clock.now()) && !deeds.gone.has(token.id ?? -1))
	const family = familyOf(live, prefix)
	return live
		.filter((token) => family.includes(token) || token.name === jira.tokenName || live.length === 1)
		.map(({ name }) => name)
		.filter((name) => name !== deeds.made?.name)
}
async function revokeListed(task, withToken, token) {
	const { jira, deeds, clock } = task
	if (token.id === undefined) return undefined
	const failed = await jira.revoke(withToken, token.id, createBound(clock, WRITING_MS / 10))
	if (failed === undefined) deeds.gone.add(token.id)
	return failed
}
async function writeOwn(task, known, made, bound) {
	const { store, deeds } = task
	const [own] = store.places
	const written = await store.write(0, made.value, bound)
	if (isTrouble(written) && written.why === 'refused') return { kind: 'refused', found: describeTrouble(written, task) }
	if (isTrouble(written) && !(await hasMoved(task, known, bound))) {
		deeds.own = 'either'
		const problem = `Whether ${own} holds the new token or the old one is not known: ${speakerOf(store)} ${written.detail}`
		return { kind: 'in-doubt', found: finding('secret-write-in-doubt', { problem, places: store.places }) }
	}
	deeds.own = 'new'
	deeds.written.add(0)
	return { kind: 'written' }
}
async function hasMoved({ store }, { seen }, bound) {
	const before = seen.kind === 'places' ? seen.stamps[0] : undefined
	const after = await store.stampOf(0, bound)
	return typeof before === 'number' && typeof after === 'number' && after > before
}
async function writeOthers(task, made, bound) {
	const { store, deeds } = task
	const troubles = []
	for (const at of [...store.places.keys()].slice(1)) {
		const trouble = (await store.prepare(at, bound)) ?? (await store.write(at, made.value, bound))
		if (isTrouble(trouble)) troubles.push(trouble)
		else deeds.written.add(at)
	}
	return describeTroubles(troubles, task)
}
const LOOKS = 3
const LOOK_PAUSE_MS = 1_000
async function lookAtPlaces(task, { offsets }, bound) {
	const { store, clock, deeds } = task
	const createdMs = deeds.made?.createdMs
	if (store.kind === 'command' || createdMs === undefined || offsets.store === undefined) return undefined
	for (const at of deeds.written) {
		let stamp
		for (let look = 1; look <= LOOKS; look += 1) {
			if (look > 1) await sleep(clock, LOOK_PAUSE_MS)
			stamp = await store.stampOf(at, bound)
			if (stamp === undefined || isWrittenSince(stamp, createdMs + offsets.store)) break
		}
		if (stamp !== undefined && !isWrittenSince(stamp, createdMs + offsets.store)) {
			const place = store.places[at] ?? store.places[0]
			const problem = `GitHub has taken the new token for ${place}, but shows there something that was written before it`
			return finding('secret-write-in-doubt', { problem, places: store.places })
		}
	}
	return undefined
}
function describeTroubles(troubles, task) {
	const trouble = troubles.find(({ why }) => why === 'refused') ?? troubles[0]
	return trouble && describeTrouble(trouble, task)
}
const LOOKING_MS = 60_000
async function replace(task, known, head) {
	const { signals } = task
	signals.hold()
	const result = await makeAndWrite(task, known, head)
	if (result.kind === 'ended') return result
	if (result.isCertain && !signals.areReceived) await healAtTheEnd(task, known)
	return endWith(result.found)
}
async function makeAndWrite(task, known, head) {
	const { store, clock, signals, inputs } = task
	const unwritable = await store.rehearse(task.bound)
	if (unwritable !== undefined) return noToken(describeTrouble(unwritable, task), true)
	if (signals.areReceived) {
		const problem = 'This run was told to end before it asked for a new token'
		return noToken(finding('new-token-not-proven', { problem }), true)
	}
	const bound = createBound(clock, WRITING_MS)
	const made = await create(task, known, bound)
	if (made.kind === 'none') return made
	const listed = await proveListed(task, known, made, head, bound)
	if (listed.kind === 'not') return giveUp(task, made, listed.found)
	const unready = await store.prepare(0, bound)
	if (isTrouble(unready)) return giveUp(task, made, describeTrouble(unready, task))
	const unproven = await proveNew(task, known, made, bound)
	if (unproven !== undefined) return giveUp(task, made, unproven)
	if (bound.leftMs() <= 0) return giveUp(task, made, outOfTime(task, made))
	const own = await writeOwn(task, known, made, bound)
	if (own.kind === 'refused') return giveUp(task, made, own.found)
	if (own.kind === 'in-doubt') return endWith(own.found)
	const found = await writeOthers(task, made, bound)
	if (found !== undefined || signals.areReceived) return endWith(found)
	const stale = await lookAtPlaces(task, known, createBound(clock, LOOKING_MS))
	if (stale !== undefined) return endWith(stale)
	if (inputs.revoke === 'now') return revokeNow(task, known, head, made)
	return endWith(undefined)
}
async function giveUp(task, made, found) {
	const { deeds, clock } = task
	const isGone = await discard(task, made.name, deeds.made?.id ?? made.id, createBound(clock, WRITING_MS / 10))
	if (isGone) return noToken(found, true)
	const problem = `${task.product.words.product} has made “${made.name}”, which could not be stored, and did not revoke it`
	return noToken(finding('successor-lost', { problem, newToken: made.name }), false)
}
function noToken(found, isCertain) {
	return { kind: 'none', found, isCertain }
}
function describeUntold({ inputs, evidence, clock }, problem) {
	if (problem === 'date')
		return finding('expiry-unknown', { problem: 'a date in the list of tokens cannot be read' }, 200)
	const { tokenName } = inputs.jira
	const why =
		tokenName === ''
			? `several tokens of the account may be the one, and none of them is of the family “${inputs.prefix}-*”`
			: `no token named “${tokenName}” can be told to be the one, and none of the family “${inputs.prefix}-*”`
	const [first] = evidence.tokens.filter((token) => isLive(token, clock.now()))
	return finding('expiry-unknown', { problem: why, ambiguousName: first?.name }, 200)
}
function describeShadow({ store }, step) {
	const [ownPlace] = store.places
	const { successor, isEnding, mayBeStored } = step
	const since =
		successor.createdAt === undefined ? '' : `, made on ${new Date(successor.createdAt).toISOString().slice(0, 10)}`
	const what = `the token of this run has a successor, “${successor.name}”${since}`
	const problem = isEnding
		? `It ends within two hours, or has ended, and ${what}, which this run was not given`
		: mayBeStored
			? `This run was given an old token: ${what}, which should have come out of ${ownPlace}`
			: `No place seems to hold it, but it was used: ${what}`
	return finding('secret-shadowed', { problem, ownPlace, newToken: successor.name })
}
function describeTooShort({ inputs, clock }, standing) {
	const endsMs = standing.kind === 'head' && standing.endsMs !== 'never' ? standing.endsMs : clock.now()
	const days = Math.floor((endsMs - clock.now()) / DAY_MS) + 1
	return finding('input-invalid', {
		input: '<days>',
		problem: `asks for a life of ${inputs.lifeDays} days, and the present token lives longer than that`,
		accepts: `more than that token has left: ${days} days or more, or never`,
		meant: [],
	})
}
function describeOmission({ inputs }, step) {
	if (inputs.attempt > 1) return 'a re-run changes nothing'
	switch (step.kind) {
		case 'wait':
			return `it has a successor, “${step.successor.name}”, which the store has not handed out yet`
		case 'rest':
			return 'it was made less than an hour ago, so it is most likely the successor of the one that has leaked'
		default:
			return 'this run could not come so far'
	}
}
const rotate_MAX_STEPS = 50
async function rotate(task) {
	const { inputs, deeds, clock } = task
	let known = await look(task)
	if (isEnded(known)) return { ended: known, rotation: 'none', standing: undefined, step: undefined }
	if (inputs.isDryRun || inputs.attempt > 1) return foresee(task, known)
	let standing = standingOf(task, known)
	let step = { kind: 'rest' }
	for (let steps = 0; steps < rotate_MAX_STEPS; steps += 1) {
		standing = standingOf(task, known)
		step = decide(standing, inputs, { healed: isHealed(task) }, clock.now())
		const next = await act(task, known, standing, step)
		if (isEnded(next)) {
			const ended = inputs.revoke === 'now' ? redUnlessRevoked(task, next, step) : next
			return { ended, rotation: rotationOf(task, step), standing, step }
		}
		known = next
	}
	const found = finding('internal-error', { detail: 'the rotation did not come to an end' })
	return { ended: endWith(found), rotation: deeds.made === undefined ? 'none' : 'created', standing, step }
}
async function act(task, known, standing, step) {
	switch (step.kind) {
		case 'drop':
		case 'revoke':
			return revokeElder(task, known, step.token)
		case 'heal':
			return healOthers(task, known)
		case 'create':
			return standing.kind === 'head' ? replace(task, known, standing) : endWith(undefined)
		case 'too-short': {
			const ended = endUnchanged(task, standing, step)
			await healAtTheEnd(task, known)
			return ended
		}
		default:
			return endUnchanged(task, standing, step)
	}
}
async function healOthers(task, known) {
	task.signals.hold()
	const { troubles, isOvertaken } = await heal(task, known, createBound(task.clock, WRITING_MS))
	const found = describeTroubles(troubles, task)
	if (found !== undefined) return endWith(found)
	return isOvertaken || task.signals.areReceived ? endWith(undefined) : known
}
function endUnchanged(task, standing, step) {
	switch (step.kind) {
		case 'untold':
			return endWith(describeUntold(task, step.problem), 'expiry')
		case 'shadowed':
			return endWith(describeShadow(task, step))
		case 'too-short':
			return endWith(describeTooShort(task, standing))
		default:
			return endWith(undefined)
	}
}
function foresee(task, known) {
	const { inputs, deeds, store, clock } = task
	const kinds = new Set()
	let healed = store.places.length === 1
	while (true) {
		const standing = standingOf(task, known)
		const step = decide(standing, inputs, { healed }, clock.now())
		kinds.add(step.kind)
		if (step.kind === 'heal') healed = true
		else if ((step.kind === 'drop' || step.kind === 'revoke') && step.token.id !== undefined)
			deeds.gone.add(step.token.id)
		else {
			const ended = endUnchanged(task, standing, step)
			const isRed = inputs.revoke === 'now' && !inputs.isDryRun
			const rotation = inputs.attempt > 1 ? 'none' : foreseen(kinds, step)
			return { ended: isRed ? redUnlessRevoked(task, ended, step) : ended, rotation, standing, step }
		}
	}
}
function foreseen(kinds, last) {
	if (kinds.has('create')) return 'would-create'
	if (kinds.has('revoke') || kinds.has('drop')) return 'would-revoke'
	if (kinds.has('heal')) return 'would-heal'
	return last.kind === 'wait' ? 'waiting' : last.kind === 'rest' ? 'not-due' : 'none'
}
function rotationOf({ deeds }, last) {
	if (deeds.own !== 'this') return 'created'
	if (deeds.revoked.length > 0) return 'revoked'
	if (deeds.healed.size > 0) return 'healed'
	return last.kind === 'wait' ? 'waiting' : last.kind === 'rest' ? 'not-due' : 'none'
}
function redUnlessRevoked(task, ended, step) {
	if (ended.found !== undefined || task.deeds.isOwnRevoked) return ended
	return endWith(notRevoked(task, describeOmission(task, step)))
}
function noteRotation({ inputs, deeds, evidence, product }, { standing, step, rotation }) {
	const tokenPage = product.tokenPageOf(inputs.jira.baseUrl)
	const notes = []
	const warn = (note) => {
		notes.push(note)
	}
	if (inputs.attempt > 1) warn({ code: 'rotation-rerun', isWarning: true, facts: {} })
	if (step?.kind === 'wait' && step.end === 'near') {
		warn({ code: 'rotation-ends-soon', isWarning: true, facts: { newToken: step.successor.name } })
	}
	const isMaking = rotation === 'created' || rotation === 'would-create'
	if (isMaking && inputs.lifeDays === 'never') warn({ code: 'rotation-never-expires', isWarning: true, facts: {} })
	if (standing?.kind !== 'head') return notes
	const { entry } = standing
	if (isShortLived(standing)) warn({ code: 'rotation-short-life', isWarning: true, facts: {} })
	if (entry.candidates.length > 1) {
		const leaked = entry.candidates.map(({ name }) => name)
		warn({ code: 'rotation-doubt', isWarning: true, facts: { leaked } })
	}
	const overdue = overdueElders(standing, inputs).filter(({ id }) => id === undefined || !deeds.gone.has(id))
	if (overdue.length > 0) {
		const leaked = overdue.map(({ name }) => name)
		warn({ code: 'rotation-elder', isWarning: true, facts: { leaked, tokenPage } })
	}
	const [only] = entry.candidates
	if (rotation === 'created' && entry.by === 'only' && !deeds.isOwnRevoked && only !== undefined) {
		warn({ code: 'rotation-by-hand', isWarning: true, facts: { tokenName: only.name, tokenPage } })
	}
	return evidence.identity === null ? [] : notes
}
const MIN_MASK_LENGTH = 4
const MIN_HEADER_LENGTH = 8
function readSecrets({ token, username, headers, urls, environment }) {
	const bare = token.replace(/^(?:Bearer|Basic)\s+/i, '')
	const tokens = [token, bare].filter(Boolean)
	const basic = username === '' ? [] : tokens.map((value) => encodeBasicCredentials(username, value))
	const proxies = ['https_proxy', 'http_proxy']
		.flatMap((name) => [name, name.toUpperCase()])
		.flatMap((name) => proxySecrets(environment[name]?.trim() ?? ''))
	const ofHeaders = secretsInHeaders(headers)
	const longOfHeaders = ofHeaders.filter(({ length }) => length >= MIN_HEADER_LENGTH)
	const values = [...new Set([...tokens, ...basic, ...proxies, ...urls.flatMap(passwordsIn), ...longOfHeaders])]
	return {
		values,
		commonValues: [...new Set(ofHeaders.filter((value) => !values.includes(value)))],
		tokens: [...new Set([...tokens.filter((value) => value !== username), ...basic])],
		spellings: [...new Set(values.filter(({ length }) => length >= MIN_MASK_LENGTH).flatMap(spellingsOf))],
	}
}
function spellingsOf(secret) {
	return [secret, encodeURIComponent(wellFormed(secret))]
}
function proxySecrets(value) {
	const [, login] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?!\/\/)(.*)@/is.exec(value) ?? []
	const [, username = '', password = ''] = /^([^:]*):(.+)$/s.exec(login ?? '') ?? []
	if (password === '' || /^\/\//.test(password)) return []
	const decoded = decodePercent(password) ?? password
	const names = [username, decodePercent(username) ?? username]
	return [
		...new Set([
			...[password, decoded, decodePercent(decoded) ?? decoded, encodeURIComponent(wellFormed(decoded))],
			...names.flatMap((name) => [password, decoded].map((word) => encodeBasicCredentials(name, word))),
		]),
	]
}
function once(make) {
	let made
	return () => {
		made ??= make()
		return made
	}
}
const MAX_DEPTH = 4
const UNSEEN = /[\s\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}]/u
const ENCODED =
	/(?<utf8>%(?:25)*[c-fC-F][\da-fA-F](?:%(?:25)*[89abAB][\da-fA-F]){1,3})|%(?:25)*(?<percent>[\da-fA-F]{2})|&(?:amp;)*(?:#0*(?<decimal>\d{1,7});?|#[xX]0*(?<hex>[\da-fA-F]{1,6});?|(?<entity>[a-z]{2,6});)|\\+(?:u\{0*|x)(?<short>[\da-fA-F]{2})\}?|(?:\\+|%(?:25)*)u(?<long>[\da-fA-F]{4})|(?<nothing>\\+(?=["'/\\])|\p{Cc}\[[\d;]*[a-zA-Z])|[\s\p{Cc}]|[^\0-\x7f]/gu
const UNIT = new RegExp(`${ENCODED.source}|.`, 'gsu')
const decoding_ENTITIES = new Map(
	Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", plus: '+', sol: '/', equals: '=', colon: ':' }),
)
function decoding_decode(text) {
	return fold(text.replace(ENCODED, (unit, ...rest) => decodeUnit(unit, rest.at(-1))))
}
function* readings(text) {
	let bytes = decoding_decode(text)
	yield bytes
	for (let depth = 1; depth <= MAX_DEPTH && /[%&\\]/.test(bytes); depth += 1) {
		const again = decoding_decode(Buffer.from(bytes, 'latin1').toString())
		if (again === bytes) return
		bytes = again
		yield bytes
	}
}
function unitsOf(text) {
	return Array.from(text.matchAll(UNIT), ({ 0: unit, groups }) => ({ unit, bytes: fold(decodeUnit(unit, groups)) }))
}
function decodePlain(text) {
	return fold(utf8(text))
}
function decodeUnit(unit, groups = {}) {
	const { utf8: bytes, percent, decimal, hex, entity, short, long, nothing } = groups
	if (nothing !== undefined) return ''
	if (bytes !== undefined) return decoding_asSeen(Buffer.from(bytes.replace(/%(?:25)*/g, ''), 'hex').toString())
	const code = decimal === undefined ? Number.parseInt(percent ?? hex ?? short ?? long ?? '', 16) : Number(decimal)
	if (percent !== undefined && code > 0x7f) return String.fromCharCode(code)
	const character = code <= 0x10ffff ? String.fromCodePoint(code) : (decoding_ENTITIES.get(entity ?? '') ?? unit)
	return decoding_asSeen(character)
}
function decoding_asSeen(character) {
	return UNSEEN.test(character) ? '' : utf8(character)
}
function utf8(text) {
	return Buffer.from(text.normalize('NFKC')).toString('latin1')
}
function fold(bytes) {
	return bytes
		.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
		.replaceAll('-', '+')
		.replaceAll('_', '/')
}
const RUN_LENGTH = 16
const LONG_SECRET_LENGTH = 8
function formsOf(secret) {
	return [decodePlain(secret), decoding_decode(secret), hexOf(secret), ...base64Forms(secret)].filter(Boolean)
}
function bareFormsOf(secret) {
	const forms = [decodePlain(secret), hexOf(secret), ...base64Forms(secret)].map(bareOf)
	return forms.filter(({ length }) => length >= LONG_SECRET_LENGTH).flatMap((form) => [form, backwards(form)])
}
function runsOf(form) {
	const length = Math.min(form.length, RUN_LENGTH)
	return Array.from({ length: form.length - length + 1 }, (_, start) => form.slice(start, start + length))
}
function beginningsOf(form) {
	const length = Math.min(form.length, RUN_LENGTH) - 1
	return Array.from({ length: Math.max(0, length - 3) }, (_, index) => form.slice(0, length - index))
}
function bareOf(bytes) {
	return bytes.replace(/[^a-z0-9]+/g, '')
}
function backwards(text) {
	return Array.from(text).reverse().join('')
}
function hexOf(secret) {
	return Buffer.from(secret).toString('hex')
}
function base64Forms(secret) {
	const size = Buffer.byteLength(secret)
	return [0, 1, 2].flatMap((offset) => {
		const encoded = Buffer.from('\0'.repeat(offset) + secret).toString('base64')
		const form = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + size) * 8) / 6))
		return form.length < 6 ? [] : [decodePlain(form)]
	})
}
const MASK = '***'
const MIN_LENGTH = 4
const redact_VISIBLE = [/[!-~]/, /[\p{L}\p{N}\p{P}\p{S}]/u]
const redact_MAX_NAME_LENGTH = 10_000
function createRedactor(secrets, common = []) {
	const all = [...new Set(secrets)].filter(Boolean)
	const known = all.filter(({ length }) => length >= MIN_LENGTH)
	const words = [...all.filter(({ length }) => length < MIN_LENGTH), ...common].filter((word) =>
		redact_VISIBLE.some((sign) => sign.test(word)),
	)
	const longForms = known.filter(({ length }) => length >= LONG_SECRET_LENGTH).flatMap(formsOf)
	const forms = known.flatMap(formsOf)
	const bareForms = known.flatMap(bareFormsOf)
	const runs = createFinder(forms)
	const bareRuns = createFinder(bareForms)
	const beginnings = once(() => new Set(forms.flatMap(beginningsOf)))
	function partAtEnd(bytes) {
		const known = beginnings()
		const lengths = [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4]
		return lengths.find((length) => length <= bytes.length && known.has(bytes.slice(-length))) ?? 0
	}
	function hide(text, isCut) {
		const units = unitsOf(text)
		const bytes = units.map((unit) => unit.bytes).join('')
		const places = runs.placesIn(bytes)
		const part = isCut ? partAtEnd(bytes) : 0
		for (let place = bytes.length - part; place < bytes.length; place += 1) places.add(place)
		let place = 0
		const isHidden = units.map((unit) => {
			const hides = places.has(place) && (unit.bytes !== '' || places.has(place - 1))
			place += unit.bytes.length
			return hides
		})
		return units.map(({ unit }, at) => (!isHidden[at] ? unit : isHidden[at - 1] ? '' : MASK)).join('')
	}
	function redactLong(text, isCut = false) {
		const holds = (bytes) => runs.standsIn(bytes) || (isCut && partAtEnd(bytes) > 0)
		const [first = '', ...deeper] = readings(text)
		if (!holds(first) && deeper.some(holds)) return MASK
		const shown = holds(first) ? hide(text, isCut) : text
		if (shown !== text && [...readings(shown)].some(runs.standsIn)) return MASK
		return bareReadings(shown).some(bareRuns.standsIn) ? MASK : shown
	}
	return {
		redact: (text, isCut) => redactLong(words.reduce(hideWord, text), isCut),
		redactLong,
		isSecret(name) {
			const head = name.slice(0, redact_MAX_NAME_LENGTH)
			const holdsForm = (bytes) => longForms.some((form) => bytes.includes(form))
			return (
				all.includes(name) ||
				[...readings(head)].some(holdsForm) ||
				bareReadings(head).some((bare) =>
					bareForms.some((form) => form.length > LONG_SECRET_LENGTH && bare.includes(form)),
				)
			)
		},
	}
}
function bareReadings(text) {
	const texts = /[%&\\]/.test(text) ? [text, backwards(text)] : [text]
	const spoken = texts.flatMap((one) => [...readings(one)])
	const withoutTags = spoken
		.filter((bytes) => bytes.includes('<'))
		.map((bytes) => bytes.replace(/<!\+\+.*?\+\+>|<[^>]*>/gs, ''))
	const all = [...spoken, ...withoutTags]
	return [...all, ...all.filter((bytes) => bytes.includes('0x')).map((bytes) => bytes.replaceAll('0x', ''))].map(bareOf)
}
function hideWord(text, word) {
	return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(word)}(?![\\p{L}\\p{N}])`, 'giu'), MASK)
}
function createFinder(forms) {
	const list = once(() => {
		const known = new Set(forms.flatMap(runsOf))
		return { known, lengths: new Set(Array.from(known, ({ length }) => length)) }
	})
	return {
		placesIn(text) {
			const { known, lengths } = list()
			const places = new Set()
			for (const length of lengths) {
				for (let start = 0; start + length <= text.length; start += 1) {
					if (!known.has(text.slice(start, start + length))) continue
					for (let place = start; place < start + length; place += 1) places.add(place)
				}
			}
			return places
		},
		standsIn(text) {
			const { known, lengths } = list()
			for (const length of lengths) {
				for (let start = 0; start + length <= text.length; start += 1) {
					if (known.has(text.slice(start, start + length))) return true
				}
			}
			return false
		},
	}
}
function keepSecrets(fields, environment, mask) {
	const values = []
	const commonValues = []
	const tokens = []
	let redactor = createRedactor([])
	let tokenFinder = createRedactor([])
	const keep = (token, rest) => {
		const secrets = readSecrets({ token, username: '', environment, ...rest })
		secrets.spellings.forEach(mask)
		values.push(...secrets.values)
		commonValues.push(...secrets.commonValues)
		tokens.push(...secrets.tokens)
		redactor = createRedactor(values, commonValues)
		tokenFinder = createRedactor(tokens)
	}
	const nothing = { headers: '', urls: [] }
	keep(fields.text('token'), { headers: fields.text('headers'), urls: URL_INPUTS.map((name) => fields.text(name)) })
	keep(fields.text('github-token'), nothing)
	return {
		get redactor() {
			return redactor
		},
		isToken: (name) => tokenFinder.isSecret(name),
		add: (token) => keep(token, nothing),
	}
}
function describeState(task, rotated) {
	if (task.evidence.identity === null) {
		return { newTokenState: 'Nothing was changed: no token was made or revoked, and no place was written.' }
	}
	return rotated.ended.found === undefined ? describeSuccess(task, rotated) : describeFailure(task, rotated)
}
function describeFailure(task, { standing, ended }) {
	const { store, deeds } = task
	const isRefused =
		deeds.isOwnRevoked || (ended.found !== undefined && reasonTable[ended.found.reason].category === 'unauthorized')
	const [own, ...others] = store.places
	const endsMs = standing?.kind === 'untold' ? undefined : standing?.endsMs
	const until = endsMs === undefined || endsMs === 'never' ? '' : ` until ${state_dayOf(endsMs)}`
	const secretState = {
		this: `The token that this run was given still works${until}, and ${own} was not written.`,
		new: `${own} holds the new token, which works; so does the old one${until}.`,
		either: `${own} holds the old token or the new one, and both work${until && `, the old one${until}`}.`,
	}[deeds.own]
	const missing = others.filter((_, index) => !deeds.written.has(index + 1))
	const healed = others.filter((_, index) => deeds.healed.has(index + 1))
	const states = [
		...(deeds.own === 'new' && missing.length > 0
			? [`Not written, so that the old one is in it: ${missing.join(', ')}.`]
			: []),
		...(healed.length > 0 ? [`Written again with it: ${healed.join(', ')}.`] : []),
		...describeRevoked(deeds),
		...describeLeaked(task),
	]
	return {
		...(isRefused ? {} : { secretState }),
		newTokenState: describeMade(deeds),
		...(states.length === 0 ? {} : { placesState: states.join(' ') }),
	}
}
function describeMade({ made, own }) {
	if (made === undefined) return 'No new token was made.'
	const name = `“${made.name}”`
	switch (made.fate) {
		case 'revoked':
			return `The new token, ${name}, was revoked again: no place holds it.`
		case 'lost':
			return `The new token, ${name}, lives, and nobody knows its value.`
		case 'unknown':
			return `Whether there is a new token, ${name}, is not known; no place holds it.`
		case 'alive':
			return own === 'this' ? `The new token, ${name}, lives, and no place holds it.` : `The new token is ${name}.`
	}
}
function describeSuccess(task, { rotation, standing, step }) {
	const { store, deeds, inputs } = task
	const { product } = task.product.words
	const head = standing?.kind === 'head' ? standing : undefined
	const places = store.places.join(', ')
	switch (rotation) {
		case 'created':
			return {
				secretState: `A new token, “${deeds.made?.name ?? ''}”, was made with the old one, proven, and stored in ${places}.`,
				newTokenState: `It ${state_describeEnd(deeds.made?.endsMs, task.product.words)}.`,
				placesState: `${describeOld(task, head)} ${product} sends its owner a mail about it.`,
			}
		case 'would-create':
			return {
				secretState: `A new token would be made with this one, proven, and stored in ${places}.`,
				newTokenState: `It would ${inputs.lifeDays === 'never' ? 'never expire' : `live ${inputs.lifeDays} days`}.`,
				placesState: `Nothing was changed. Whether ${product} lets a token make one shows only when it is asked to.`,
			}
		case 'waiting':
			return {
				secretState: `It has a successor${step?.kind === 'wait' ? `, “${step.successor.name}”` : ''}: one that is just being stored, or that jobs which were queued before do not have yet.`,
				placesState: 'Nothing was changed.',
			}
		default: {
			const healed = store.places.filter((_, at) => deeds.healed.has(at))
			const did = [
				...(healed.length > 0 ? [`It was written again to ${healed.join(', ')}.`] : []),
				...describeRevoked(deeds),
				...(rotation === 'would-heal' ? [`It would be written again to ${store.places.slice(1).join(', ')}.`] : []),
				...(rotation === 'would-revoke' ? ['A token that nobody needs any more would be revoked.'] : []),
			]
			return {
				secretState: did.length === 0 ? 'Nothing was changed.' : did.join(' '),
				newTokenState: describeDue(head, task),
			}
		}
	}
}
function describeRevoked({ revoked }) {
	return revoked.length === 0 ? [] : [`Revoked: ${revoked.map(({ name }) => `“${name}”`).join(', ')}.`]
}
function describeDue(head, { inputs, clock }) {
	if (head === undefined) return 'This run changes nothing.'
	const due = dueMs(head, inputs)
	if (due === undefined) return 'A token that never expires is never due to be replaced.'
	return due > clock.now() ? `The next one is made on ${state_dayOf(due)} or later.` : 'A new one is due.'
}
function describeLeaked(task) {
	const leaked = task.inputs.revoke === 'now' ? leakedOf(task) : []
	const names = leaked.map((name) => `“${name}”`).join(', ')
	return leaked.length === 0
		? []
		: [`Still live, and to be deleted by hand if it is one of these that has leaked: ${names}.`]
}
function describeOld(task, head) {
	const { deeds, inputs, product, clock } = task
	if (deeds.isOwnRevoked) {
		return ['The old one was revoked: whatever still uses it fails from now on.', ...describeLeaked(task)].join(' ')
	}
	const ends = state_describeEnd(head?.endsMs, product.words)
	const [candidate, ...others] = head?.entry.candidates ?? []
	const isCertain = candidate !== undefined && others.length === 0 && head?.entry.by !== 'only'
	if (inputs.revoke === 'never' || !isCertain) return `The old one ${ends}, and is not revoked before.`
	const day = state_dayOf(clock.now() + inputs.overlapDays * DAY_MS)
	return `The old one, “${candidate.name}”, is revoked on ${day} or later, once it is seen that the new one is in use; else it ${ends}.`
}
function state_describeEnd(endsMs, { product }) {
	if (endsMs === undefined) return `ends when ${product} says`
	return endsMs === 'never' ? 'never expires' : `lives until ${state_dayOf(endsMs)}`
}
function state_dayOf(ms) {
	return new Date(ms).toISOString().slice(0, 10)
}
function createRun(world) {
	const progress = { product: jira, baseUrl: null, hasSummary: true }
	return {
		start: () => run(world, progress),
		tellCrash: (error) => tellCrash(world, progress, error),
	}
}
async function run(world, progress) {
	const { runner, environment, clock, nodeVersion } = world
	progress.startMs = clock.monotonicMs()
	const source = { ...runner, environment, readFile: run_readFile, nowMs: clock.now() }
	const fields = createFieldReader('rotate', ownInputsOf(source))
	const tooOld = judgeNode(nodeVersion)
	if (tooOld === undefined) await runner.ready?.(clock, fields.wholeNumber('timeout-seconds') * 1000)
	const secrecy = keepSecrets(fields, environment, runner.mask)
	progress.secrecy = secrecy
	progress.hasSummary = fields.boolean('job-summary')
	if (tooOld !== undefined) return tell(world, progress, verdictWithoutEvidence(tooOld, jira, null), undefined)
	const product = await productOf(fields.asked.product)
	progress.product = product
	const { inputs, baseUrl } = readRotateInputs(source, product)
	progress.baseUrl = baseUrl
	if (isFinding(inputs)) return tell(world, progress, verdictWithoutEvidence(inputs, product, baseUrl), undefined)
	const making = product.tokenMaking
	if (making === undefined) return tell(world, progress, refuse(inputs, product), undefined)
	await failures.load()
	const opened = openTask(inputs, product, making, world, secrecy, progress.startMs)
	progress.opened = opened
	const rotated = await rotate(opened.task)
	return tell(world, progress, run_conclude(opened.task, rotated), rotated)
}
function run_conclude(task, rotated) {
	const { inputs, evidence, product, clock } = task
	const { found, stage } = rotated.ended
	const expiry = expiryOf(rotated.standing, clock.now())
	const failure = found === undefined ? null : { finding: found, stage }
	const verdict = judge(inputs.jira, { ...NO_EVIDENCE, ...evidence, failure, expiry }, product, clock.now())
	return {
		...verdict,
		finding: addCommonFacts(verdict.finding, describeState(task, rotated)),
		notes: [...verdict.notes.filter(({ isWarning }) => !isWarning), ...noteRotation(task, rotated)],
	}
}
function tellCrash(world, progress, error) {
	const detail = error instanceof Error ? `${error.name}: ${error.message}` : 'no error was given'
	const found = finding('internal-error', { detail })
	const task = progress.opened?.task
	const rotated = crashed(found, task)
	const state = task === undefined ? {} : describeState(task, rotated)
	const verdict = verdictWithoutEvidence(addCommonFacts(found, state), progress.product, progress.baseUrl, 'rotation')
	return tell(world, progress, verdict, rotated)
}
function crashed(found, task) {
	const rotation = task === undefined || task.deeds.own === 'this' ? 'none' : 'created'
	return { ended: endWith(found), rotation, standing: undefined, step: undefined }
}
function tell(world, progress, verdict, rotated) {
	const { runner, environment, clock } = world
	const fields = createFieldReader(
		'rotate',
		ownInputsOf({ ...runner, environment, readFile: run_readFile, nowMs: clock.now() }),
	)
	const { redactor } = progress.secrecy ?? keepSecrets(fields, environment, runner.mask)
	const endMs = clock.monotonicMs()
	const presentation = present(verdict, catalogue[verdict.finding.reason], redactor, {
		requests: progress.opened?.countRequests() ?? 0,
		durationMs: Math.round(endMs - (progress.startMs ?? endMs)),
		nowMs: clock.now(),
		nameOf: runner.nameOf,
	})
	const told = {
		presentation,
		rotated,
		task: progress.opened?.task,
		redactor,
		words: progress.product.words,
		hasSummary: progress.hasSummary,
		documentationUrl: documentationUrl(verdict.finding.reason, environment),
		step: describeStep(environment['GITHUB_ACTION']),
	}
	return runner.publish(publish(told))
}
function run_readFile(path) {
	return (0, external_node_fs_namespaceObject.readFileSync)(path, 'utf8')
}
function createSignals(process) {
	let areHeld = false
	let areReceived = false
	return {
		hold() {
			if (areHeld) return
			areHeld = true
			for (const signal of ['SIGINT', 'SIGTERM']) {
				process.on(signal, () => {
					areReceived = true
				})
			}
		},
		get areReceived() {
			return areReceived
		},
	}
}
function ending_createEnding(process, isGitHub) {
	const internalErrorExitCode = isGitHub ? 1 : 3
	process.exitCode = internalErrorExitCode
	let isEnding = false
	function end(exitCode) {
		isEnding = true
		process.exitCode = exitCode
		process.stdout.write('', () => {
			const isLookingUp = process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap')
			if (isLookingUp && process.platform !== 'win32') process.execve?.('/bin/sh', ['sh', '-c', `exit ${exitCode}`], {})
			process.exit(exitCode)
		})
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
	return {
		end,
		follow(run) {
			const crash = (error) => {
				if (isEnding) process.exit(internalErrorExitCode)
				isEnding = true
				end(tellCrashOrLastWord(run, error))
			}
			process.on('uncaughtException', crash)
			process.on('unhandledRejection', crash)
			process.on('beforeExit', () => crash(new Error('the check ended without a verdict')))
			run.start().then(end, crash)
		},
	}
}
const external_os_namespaceObject = builtin('os')
function utils_toCommandValue(input) {
	if (input === null || input === undefined) {
		return ''
	} else if (typeof input === 'string' || input instanceof String) {
		return input
	}
	return JSON.stringify(input)
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) {
		return {}
	}
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn,
	}
}
function command_issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message)
	process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL)
}
function command_issue(name, message = '') {
	command_issueCommand(name, {}, message)
}
const CMD_STRING = '::'
class Command {
	constructor(command, properties, message) {
		if (!command) {
			command = 'missing.command'
		}
		this.command = command
		this.properties = properties
		this.message = message
	}
	toString() {
		let cmdStr = CMD_STRING + this.command
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += ' '
			let first = true
			for (const key in this.properties) {
				if (this.properties.hasOwnProperty(key)) {
					const val = this.properties[key]
					if (val) {
						if (first) {
							first = false
						} else {
							cmdStr += ','
						}
						cmdStr += `${key}=${escapeProperty(val)}`
					}
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`
		return cmdStr
	}
}
function escapeData(s) {
	return utils_toCommandValue(s).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}
function escapeProperty(s) {
	return utils_toCommandValue(s)
		.replace(/%/g, '%25')
		.replace(/\r/g, '%0D')
		.replace(/\n/g, '%0A')
		.replace(/:/g, '%3A')
		.replace(/,/g, '%2C')
}
const external_crypto_namespaceObject = builtin('crypto')
const external_fs_namespaceObject = builtin('fs')
function file_command_issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`]
	if (!filePath) {
		throw new Error(`Unable to find environment variable for file command ${command}`)
	}
	if (!external_fs_namespaceObject.existsSync(filePath)) {
		throw new Error(`Missing file at path: ${filePath}`)
	}
	external_fs_namespaceObject.appendFileSync(
		filePath,
		`${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`,
		{
			encoding: 'utf8',
		},
	)
}
function file_command_prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`
	const convertedValue = utils_toCommandValue(value)
	if (key.includes(delimiter)) {
		throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`)
	}
	if (convertedValue.includes(delimiter)) {
		throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`)
	}
	return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`
}
const external_path_namespaceObject = builtin('path')
var core_awaiter =
	(undefined && undefined.__awaiter) ||
	function (thisArg, _arguments, P, generator) {
		function adopt(value) {
			return value instanceof P
				? value
				: new P(function (resolve) {
						resolve(value)
					})
		}
		return new (P || (P = Promise))(function (resolve, reject) {
			function fulfilled(value) {
				try {
					step(generator.next(value))
				} catch (e) {
					reject(e)
				}
			}
			function rejected(value) {
				try {
					step(generator['throw'](value))
				} catch (e) {
					reject(e)
				}
			}
			function step(result) {
				result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
			}
			step((generator = generator.apply(thisArg, _arguments || [])).next())
		})
	}
var ExitCode
;(function (ExitCode) {
	ExitCode[(ExitCode['Success'] = 0)] = 'Success'
	ExitCode[(ExitCode['Failure'] = 1)] = 'Failure'
})(ExitCode || (ExitCode = {}))
function exportVariable(name, val) {
	const convertedVal = toCommandValue(val)
	process.env[name] = convertedVal
	const filePath = process.env['GITHUB_ENV'] || ''
	if (filePath) {
		return issueFileCommand('ENV', prepareKeyValueMessage(name, val))
	}
	issueCommand('set-env', { name }, convertedVal)
}
function setSecret(secret) {
	command_issueCommand('add-mask', {}, secret)
}
function addPath(inputPath) {
	const filePath = process.env['GITHUB_PATH'] || ''
	if (filePath) {
		issueFileCommand('PATH', inputPath)
	} else {
		issueCommand('add-path', {}, inputPath)
	}
	process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`
}
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || ''
	if (options && options.required && !val) {
		throw new Error(`Input required and not supplied: ${name}`)
	}
	if (options && options.trimWhitespace === false) {
		return val
	}
	return val.trim()
}
function getMultilineInput(name, options) {
	const inputs = getInput(name, options)
		.split('\n')
		.filter((x) => x !== '')
	if (options && options.trimWhitespace === false) {
		return inputs
	}
	return inputs.map((input) => input.trim())
}
function getBooleanInput(name, options) {
	const trueValue = ['true', 'True', 'TRUE']
	const falseValue = ['false', 'False', 'FALSE']
	const val = getInput(name, options)
	if (trueValue.includes(val)) return true
	if (falseValue.includes(val)) return false
	throw new TypeError(
		`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
			`Support boolean input list: \`true | True | TRUE | false | False | FALSE\``,
	)
}
function setOutput(name, value) {
	const filePath = process.env['GITHUB_OUTPUT'] || ''
	if (filePath) {
		return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value))
	}
	process.stdout.write(external_os_namespaceObject.EOL)
	command_issueCommand('set-output', { name }, utils_toCommandValue(value))
}
function setCommandEcho(enabled) {
	issue('echo', enabled ? 'on' : 'off')
}
function setFailed(message) {
	process.exitCode = ExitCode.Failure
	error(message)
}
function isDebug() {
	return process.env['RUNNER_DEBUG'] === '1'
}
function debug(message) {
	command_issueCommand('debug', {}, message)
}
function error(message, properties = {}) {
	command_issueCommand(
		'error',
		toCommandProperties(properties),
		message instanceof Error ? message.toString() : message,
	)
}
function warning(message, properties = {}) {
	command_issueCommand(
		'warning',
		toCommandProperties(properties),
		message instanceof Error ? message.toString() : message,
	)
}
function notice(message, properties = {}) {
	command_issueCommand(
		'notice',
		toCommandProperties(properties),
		message instanceof Error ? message.toString() : message,
	)
}
function info(message) {
	process.stdout.write(message + external_os_namespaceObject.EOL)
}
function startGroup(name) {
	issue('group', name)
}
function endGroup() {
	issue('endgroup')
}
function group(name, fn) {
	return core_awaiter(this, void 0, void 0, function* () {
		startGroup(name)
		let result
		try {
			result = yield fn()
		} finally {
			endGroup()
		}
		return result
	})
}
function saveState(name, value) {
	const filePath = process.env['GITHUB_STATE'] || ''
	if (filePath) {
		return issueFileCommand('STATE', prepareKeyValueMessage(name, value))
	}
	issueCommand('save-state', { name }, toCommandValue(value))
}
function getState(name) {
	return process.env[`STATE_${name}`] || ''
}
function getIDToken(aud) {
	return core_awaiter(this, void 0, void 0, function* () {
		return yield OidcClient.getIDToken(aud)
	})
}
function fails({ report }, { failOn }) {
	return failOn.fails(report.reason)
}
const OWNER_ONLY = 0o600
const NO_FOLLOW = external_node_fs_namespaceObject.constants.O_NOFOLLOW ?? 0
function writeFile(path, text, mode = OWNER_ONLY) {
	try {
		const present = statusOf(path)
		if (present?.isSymbolicLink()) return 'it is a link'
		if (present !== undefined && !present.isFile() && !present.isDirectory()) {
			writeInto(path, external_node_fs_namespaceObject.constants.O_WRONLY | NO_FOLLOW, text, mode)
		} else {
			write_file_replace(path, text, mode)
		}
		return undefined
	} catch (error) {
		return errorCodeOf(error) || 'unknown error'
	}
}
function write_file_replace(path, text, mode) {
	const beside = `${path}.${Math.random().toString(36).slice(2)}.tmp`
	writeInto(
		beside,
		external_node_fs_namespaceObject.constants.O_WRONLY |
			external_node_fs_namespaceObject.constants.O_CREAT |
			external_node_fs_namespaceObject.constants.O_EXCL |
			NO_FOLLOW,
		text,
		mode,
	)
	try {
		;(0, external_node_fs_namespaceObject.renameSync)(beside, path)
	} catch (error) {
		;(0, external_node_fs_namespaceObject.rmSync)(beside, { force: true })
		throw error
	}
}
function writeInto(path, flags, text, mode) {
	const file = (0, external_node_fs_namespaceObject.openSync)(path, flags, mode)
	try {
		if ((flags & external_node_fs_namespaceObject.constants.O_EXCL) !== 0) openTo(file, mode)
		;(0, external_node_fs_namespaceObject.writeFileSync)(file, text)
	} finally {
		;(0, external_node_fs_namespaceObject.closeSync)(file)
	}
}
function statusOf(path) {
	return (0, external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false })
}
function openTo(file, mode) {
	try {
		;(0, external_node_fs_namespaceObject.fchmodSync)(file, mode)
	} catch {}
}
function createGitHubRunner(environment) {
	return {
		readInput: (name) => getInput(name),
		placeOf: (name) => `the input ${name}`,
		readEvent: () => ({
			name: environment['GITHUB_EVENT_NAME'] ?? '',
			actor: environment['GITHUB_ACTOR'] ?? '',
			repository: environment['GITHUB_REPOSITORY'] ?? '',
			payload: readEventPayload(environment['GITHUB_EVENT_PATH']),
		}),
		nameOf: (input) => input,
		mask: setSecret,
		log: info,
		debug: environment['RUNNER_DEBUG'] === '1' ? debug : undefined,
		tell(presentation, settings) {
			const isFailure = fails(presentation, settings)
			const outputProblem = writeOutputs(listOutputs(presentation), environment)
			annotate(presentation, isFailure, settings.jobSummary, environment)
			tellOutputProblem(outputProblem, isFailure)
			if (settings.jobSummary) {
				writeJobSummary(environment, () =>
					writeSummary(presentation, {
						documentationUrl: documentationUrl(presentation.report.reason, environment),
						step: describeStep(environment['GITHUB_ACTION']),
					}),
				)
			}
			return isFailure || outputProblem !== undefined ? 1 : 0
		},
		publish({ outputs, annotations, summary, failing }) {
			const isFailure = failing !== null
			const outputProblem = writeOutputs(outputs, environment)
			const say = { error: error, warning: warning, notice: notice }
			for (const { level, title, text } of annotations) say[level](text, { title })
			tellOutputProblem(outputProblem, isFailure)
			if (summary !== undefined) writeJobSummary(environment, () => summary)
			return isFailure || outputProblem !== undefined ? 1 : 0
		},
		writeFile: writeFile,
	}
}
function writeOutputs(outputs, environment) {
	if (!environment['GITHUB_OUTPUT']) return 'GITHUB_OUTPUT is not set'
	try {
		for (const [name, value] of outputs) setOutput(name, value)
		return undefined
	} catch (error) {
		return describeFileError(error)
	}
}
function annotate(presentation, isFailure, hasSummary, environment) {
	const { report, title, happened, remedySteps, warnings, lines, tokenPage } = presentation
	const places = hasSummary ? ['the job summary'] : []
	if (report.result === 'usable') info(report.message)
	else {
		const where = [...places, documentationUrl(report.reason, environment)].join(', and ')
		const say = isFailure ? error : warning
		say(formatAnnotation(happened, remedySteps, tokenPage, where), { title })
	}
	for (const line of lines) info(line)
	for (const { title, message, remedySteps } of warnings) {
		warning(formatAnnotation(message, remedySteps, tokenPage, places.join()), { title })
	}
}
function tellOutputProblem(problem, isFailure) {
	if (problem === undefined) return
	const say = isFailure ? info : (text) => error(text, { title: 'The outputs cannot be written' })
	say(`The outputs of this step cannot be written (${problem}), so that later steps would read nothing.`)
}
function writeJobSummary(environment, write) {
	try {
		;(0, external_node_fs_namespaceObject.appendFileSync)(environment['GITHUB_STEP_SUMMARY'] ?? '', `${write()}\n`)
	} catch (error) {
		info(`The job summary cannot be written (${describeFileError(error)}).`)
	}
}
function readEventPayload(path) {
	try {
		return JSON.parse((0, external_node_fs_namespaceObject.readFileSync)(path ?? '', 'utf8'))
	} catch {
		return undefined
	}
}
function describeFileError(error) {
	return errorCodeOf(error) || 'unknown error'
}
function open_isGitHub({ argv, env }) {
	return (
		env['GITHUB_ACTIONS'] === 'true' &&
		Object.keys(env).some((name) => name.startsWith('INPUT_')) &&
		programOf(argv) === 'check' &&
		!argv.slice(2).some((argument) => argument.startsWith('-'))
	)
}
function programOf(argv) {
	const [, , word] = argv
	return word === 'watch' || word === 'rotate' ? word : 'check'
}
async function openRunner(process, program) {
	if (open_isGitHub(process)) return createGitHubRunner(process.env)
	const { openCommandLine } = await import('./open-command-line.js')
	return openCommandLine(process, program)
}
function startProgram(process, program, createRun) {
	const { end, follow } = ending_createEnding(process, open_isGitHub(process))
	openRunner(process, program).then(
		(opened) => (typeof opened === 'number' ? end(opened) : follow(createRun(opened))),
		(error) => failToLoad(process, error),
	)
}
function startPart(process, part) {
	createEnding(process, isGitHub(process))
	part.catch((error) => failToLoad(process, error))
}
function failToLoad(process, error) {
	process.stderr.write(
		`jira-pat-check: a part of it cannot be loaded (${errorCodeOf(error)}): copy the whole of dist/\n`,
	)
	ending_createEnding(process, open_isGitHub(process)).end(3)
}
const { env: environment, versions } = process
startProgram(process, 'rotate', (runner) =>
	createRun({
		runner,
		environment,
		nodeVersion: versions.node,
		clock: systemClock,
		random: Math.random,
		signals: createSignals(process),
	}),
)
