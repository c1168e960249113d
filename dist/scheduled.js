const loadBuiltin = process.getBuiltinModule ?? (await import('node:module')).createRequire(import.meta.url)
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
__nccwpck_require__.d(__webpack_exports__, {
	xv: () => VERSION,
	e$: () => scheduled_rotate,
	wB: () => scheduled_watch,
})
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
function describeBug(error) {
	return error instanceof Error ? `${error.name}: ${error.message}` : 'no error was given'
}
const external_node_fs_namespaceObject = builtin('node:fs')
const MAX_BYTES = 64 * 1024 * 1024
function readFile(path) {
	const stats = (0, external_node_fs_namespaceObject.statSync)(path)
	if (stats.isBlockDevice() || stats.isCharacterDevice()) throw Object.assign(new Error('a device'), { code: 'EINVAL' })
	if (stats.size > MAX_BYTES) throw Object.assign(new Error('too large'), { code: 'EFBIG' })
	return (0, external_node_fs_namespaceObject.readFileSync)(path, 'utf8')
}
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
			'[Skip this step in {forkRuns}: give it the line {forkCondition} beside its uses.]',
			'[Check the token elsewhere than in {forkRuns}: on push to a branch of the repository itself, or on a schedule.]',
			'[Store the token as a secret of {dependabot} too: Settings > Secrets and variables > Dependabot.]',
			'[Or skip this step in runs of {dependabot}: give it the line {dependabotCondition} beside its uses.]',
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
			'Where GitHub\u2019s runner should have brought the right one, update the runner: it needs to know node24 (2.327.1 or later).',
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
const afterword =
	'[ The same token had just been accepted for {provenUser}, and what failed is the question about {failedQuestion}.][ It was tried {attempts} times.][ The server asks to wait {wait}, which is longer than <timeout-seconds> leaves.][ {secretState}][ {newTokenState}][ {placesState}]'
const otherProductStep =
	'[It is {otherProduct} that answered: to check a token of it, give its address as {otherInput}; else correct <url>.]'
const rotateStep = '[Or let {rotateAction} put a new one there, this time and from now on (docs/rotate.md).]'
const contradictionTitle = '{product} accepts the token, but a question about {failedQuestion} fails'
const contradictionRemedy = [
	'Run the job again: if the identity is refused then, the token was revoked in between.',
	'If it fails here again, ask the operators of {host} to let requests for {askedPath} through like those for the identity.',
]
const RENEW = 'Create a new token in {product} at {tokenPage}, and store it in the secret.'
const RENAME = '[Put its name in place of \u201c{givenTokenName}\u201d in <token-name>.]'
const REVOKE = 'Then revoke the old one.'
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
		message: 'The token[ \u201c{tokenName}\u201d] of {user} {expiry}, which is within <expiry-fail-days>.',
		remedy: [RENEW, RENAME, REVOKE, rotateStep],
	},
	'expiry-unknown': {
		when: '`expiry-fail-days`, or a rotation, asks for a proof that cannot be had: the list cannot be read, holds no live token, a date that makes no sense, nothing of the name `token-name`, or several of which the first expires too soon',
		title: 'When the {product} token expires is not known',
		message: 'It is not known when the token of {user} expires[, though {gateInput} asks for a proof]: {problem}.',
		cause: '{product} accepts the token now.',
		remedy: [
			'[Set <token-name> to the name of the token that is in the secret (it may be \u201c{ambiguousName}\u201d), so that its own date counts.]',
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
			'[Ask them to check that the proxy can resolve and reach that host, too: HTTP {connectFailure} mostly means that it cannot.]',
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
			'Something in front of {product} at {host}[ ({edge})] answered HTTP 401[, with a page titled \u201c{pageTitle}\u201d]: it wants a login of its own.',
		cause:
			'[It wants {challenge}.][ Yet {product} {openVersion} answered a question without any login, so this 401 is probably its own, with another page put over it.][ Nothing is known about {unprovenToken}.]',
		remedy: [
			'[First look for the token at {tokenPage}: {product} {openVersion} answers without a login, so this 401 is probably its own.]',
			'Ask {operator} to let requests for {path} that carry an Authorization header through to {product} without another login.',
			'[Authorization carries {product}\u2019s token: where it takes its own login in another header too, give that in <headers>. It wants {challenge}.]',
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
		when: 'Jira Cloud refuses Bearer (\u201cFailed to parse Connect Session Auth Token\u201d, `AtlassianEdge`), or serverInfo after a 401 says `Cloud`; not with `username`, nor with a JWT',
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
		message: '{product} at {baseUrl} denies access (HTTP 403).',
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
			'Something in front of {product} at {host}[ ({edge})] blocks the request (HTTP {status})[, with a page titled \u201c{pageTitle}\u201d].',
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
			'Do not delete[ \u201c{tokenName}\u201d,] the one that is stored now.',
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
			'[Give <github-token> what it needs for {place}: {permission}. The job\u2019s own GITHUB_TOKEN can never have it.]',
			'[The repository was renamed: start a new run there, under its new name, {newPlace}; outside GitHub Actions, set GITHUB_REPOSITORY to it. Set <name-prefix> to the present prefix then.]',
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
			'[Where it happens again, delete \u201c{newToken}\u201d in {product} first: no place holds it ({tokenPage}).]',
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
			'[Look where this workflow\u2019s secret comes from: one of an environment hides one of the repository, which hides one of the organization. Name that place first in <secret>: now it is {ownPlace}.]',
			'[Look where the token of this run comes from: {ownStore} should have handed out \u201c{newToken}\u201d. What <store-command> writes has to be what this run is given.]',
			'[If somebody has put an older token into {ownPlace}: store \u201c{newToken}\u201d again, or delete it in {product} ({tokenPage}).]',
			'[If no place holds \u201c{newToken}\u201d, since a run was killed: delete it in {product} ({tokenPage}); the next run goes on.]',
			'[Delete by hand in {product} what has leaked of {tokenNames}, but store a new one first: {tokenPage}.]',
		],
	},
	'successor-lost': {
		when: 'a new token was made and its value lost on the way, twice, or it could not be revoked: no place holds it',
		title: 'A new {product} token was made, and is lost',
		message: '{problem}.',
		cause: 'No place holds it, and nobody knows its value.',
		remedy: [
			'[Delete \u201c{newToken}\u201d in {product}: {tokenPage}.]',
			'Run the rotation again[. Where \u201c{newToken}\u201d was not deleted, the run does that itself, an hour from now at the earliest].',
		],
	},
}
const PAGE = '[, with a page titled \u201c{pageTitle}\u201d]'
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
		when: '502, 504, 520\u2013527, 530, a 503 with no trace of Jira, or any 5xx whose words say that Jira was never reached',
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
			'{host} answered with a login page[ at {location}][ titled \u201c{pageTitle}\u201d] instead of data (HTTP {status}).',
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
		message: '{baseUrl} answered with a web page[ titled \u201c{pageTitle}\u201d][ (from {edge})] instead of data.',
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
		cause: 'That is no answer of {product}\u2019s REST API.',
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
function finding_finding(reason, facts, ...[statusCode = null]) {
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
function meantBy(mistyped, names) {
	const begun = mistyped.length < 2 ? [] : names.filter((name) => name.startsWith(mistyped))
	if (begun.length === 1) return begun
	const near = nearest(mistyped, names)
	if (near !== undefined) return [near]
	return begun.length > 0 || mistyped.length < 2 ? begun : names.filter((name) => name.endsWith(`-${mistyped}`))
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
	accepts: 'project keys, which begin with a letter, or with \u201c~\u201d for the projects of users',
	meantBy: (item) => /^([^/]+)\/[^/]+$/.exec(item)?.[1],
}
const spaces = {
	pattern: /^(?:[a-z0-9]+|~[\w.@+-]+)$/i,
	accepts: 'space keys: letters and digits, or \u201c~\u201d and a user name for the space of a user',
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
const OF_ONE_TOKEN = { programs: { check: {}, rotate: {} } }
const placeRows = {
	projects: {
		...CHECK,
		kind: 'list',
		pattern: /^[a-z]\w*$/i,
		accepts: 'project keys: letters, digits and \u201c_\u201d, starting with a letter',
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
		help: 'list of keys of Confluence\u2019s spaces, likewise',
	},
	repositories: {
		...CHECK,
		kind: 'list',
		...repositories,
		maxItems: 500,
		products: { bitbucket: {} },
		help: 'list of Bitbucket\u2019s repositories, KEY/NAME, likewise',
	},
	permissions: {
		...CHECK,
		kind: 'list',
		pattern: /^[\w.:-]+$/,
		accepts: 'permission keys: letters, digits and the signs \u201c_\u201d, \u201c.\u201d, \u201c:\u201d and \u201c-\u201d',
		maxItems: 100,
		products: { jira: {}, bitbucket: permissionsOfBitbucket },
		help: 'list of permission keys that the user must hold',
	},
}
const ROTATE = { programs: { rotate: {} } }
const MAX_DAYS = 36_500
const rotateRows = {
	secret: {
		...ROTATE,
		kind: 'text',
		help: 'where it goes: NAME, env:ENVIRONMENT/NAME, org:NAME',
	},
	'name-prefix': {
		...ROTATE,
		kind: 'word',
		pattern: /^[\w.-]{1,19}$/,
		accepts: 'up to 19 letters, digits and the signs \u201c_\u201d, \u201c.\u201d and \u201c-\u201d',
		help: "what the new tokens' names begin with",
	},
	days: {
		...ROTATE,
		kind: 'word',
		pattern: /^(?:never|[1-9]\d{0,3}|[12]\d{4}|3[0-5]\d{3}|36[0-4]\d{2}|36500)$/,
		accepts: `a whole number of days from 1 to ${MAX_DAYS}, or never`,
		words: ['never'],
		default: '90',
		help: 'life of the new token in days ({default}), or never',
	},
	'rotate-days': {
		...ROTATE,
		kind: 'whole-number',
		min: 0,
		max: MAX_DAYS,
		unit: 'days',
		default: 14,
		help: 'rotate when so many days are left ({default})',
	},
	'overlap-days': {
		...ROTATE,
		kind: 'whole-number',
		min: 0,
		max: MAX_DAYS,
		unit: 'days',
		default: 7,
		help: 'how long the old token lives on ({default})',
	},
	revoke: {
		...ROTATE,
		kind: 'word',
		pattern: /^(?:later|never|now)$/,
		accepts: 'later, never or now',
		words: ['later', 'never', 'now'],
		default: 'later',
		help: 'when the old token is revoked: later, never, now ({default})',
	},
	'store-command': { ...ROTATE, kind: 'text', help: 'command that stores the token from its input' },
	'read-command': { ...ROTATE, kind: 'text', help: 'command that prints the stored token' },
	'dry-run': { ...ROTATE, kind: 'boolean', default: false, help: 'say what would be done; change nothing ({default})' },
}
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
		accepts: 'names of secrets: letters, digits and \u201c_\u201d, not beginning with a digit',
		maxItems: 1_000,
		help: 'list; of all secrets check these only',
	},
	html: { ...WATCH, kind: 'output-file', help: 'write the page as HTML, to a file or to \u201c-\u201d' },
	junit: { ...WATCH, kind: 'output-file', help: 'write a JUnit file, likewise' },
	metrics: { ...WATCH, kind: 'output-file', help: 'write metrics for Prometheus, likewise' },
	'report-path': { ...WATCH, kind: 'output-file', flag: 'report', help: 'write the whole report as JSON, likewise' },
	merge: { ...WATCH, kind: 'paths', help: 'check nothing: put these reports (paths) together' },
	issues: { ...WATCH, kind: 'boolean', default: true, help: 'without effect here' },
	'issue-label': {
		...WATCH,
		kind: 'word',
		pattern: /^[ -+\--~\u{A0}-\u{10FFFF}]{1,50}$/u,
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
const DAYS = { kind: 'whole-number', min: 0, max: 36_500, unit: 'days' }
const table = {
	...watchRows,
	...rotateRows,
	'github-token': {
		kind: 'secret',
		programs: { watch: { expression: '${{ github.token }}' }, rotate: {} },
		help: 'only \u201c-\u201d: from input; else JIRA_CHECK_GITHUB_TOKEN',
	},
	...urlRows,
	token: {
		...OF_ONE_TOKEN,
		kind: 'secret',
		variable: 'JIRA_PAT',
		help: 'only \u201c-\u201d: from standard input; else {variable}',
	},
	username: { ...CHECK, kind: 'text', help: 'send HTTP Basic username:token instead of Bearer' },
	headers: {
		...OF_ONE_TOKEN,
		kind: 'headers',
		help: 'only \u201c-\u201d: lines \u201cName: value\u201d from standard input',
	},
	'expected-user': {
		...OF_ONE_TOKEN,
		kind: 'list',
		pattern: /^[ -~\u00A0-\uFFFF]+$/,
		accepts: 'user names, keys, e-mail addresses or account ids',
		maxItems: 100,
		help: 'list; the token must belong to one of these users',
	},
	...placeRows,
	'check-expiry': { ...CHECK, kind: 'boolean', default: true, help: "whether to read the token's expiry ({default})" },
	'token-name': { ...OF_ONE_TOKEN, kind: 'text', help: "the token's name in Jira" },
	'expiry-warn-days': {
		...CHECK,
		...DAYS,
		default: 14,
		help: 'warn when the token expires within so many days ({default})',
	},
	'expiry-fail-days': {
		...CHECK,
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
			'results (refused, unknown, misconfigured), categories and reasons, each with \u201c!\u201d where it is not to fail; or none alone',
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
		...OF_ONE_TOKEN,
		kind: 'whole-number',
		min: 0,
		max: 10,
		unit: '',
		default: 2,
		help: 'how many times a transient failure is retried ({default})',
	},
	'ca-certificate': { ...OF_ONE_TOKEN, kind: 'pem', help: 'extra CA certificates: path of a PEM file' },
	'client-certificate': { ...OF_ONE_TOKEN, kind: 'pem', help: 'client certificate for mutual TLS: path likewise' },
	'client-key': { ...OF_ONE_TOKEN, kind: 'pem', help: 'its private key: path likewise' },
	'allow-http': {
		...OF_ONE_TOKEN,
		kind: 'boolean',
		default: false,
		help: 'allow http:// to a host other than loopback ({default})',
	},
	'job-summary': { kind: 'boolean', default: true, help: 'without effect here' },
}
const URL_INPUTS = Object.keys(urlRows).filter((name) => name in urlRows)
function findAskedUrl(readInput, environment) {
	const [given, rival] = URL_INPUTS.filter((name) => readInput(name).trim() !== '')
	const input = given ?? URL_INPUTS.find((name) => environment[table[name].variable]?.trim()) ?? 'jira-url'
	const { product, tokenVariable } = table[input]
	return { input, product, tokenVariable, rival }
}
function invalidInput(input, problem, accepts, meant) {
	return finding_finding('input-invalid', {
		input: `<${input}>`,
		problem,
		accepts,
		meant: meant === undefined ? [] : [meant],
	})
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
	const variableFor = (name, value = given(name)) => {
		const { variable } = table[name]
		return value !== '' || source.standsAlone === true || source.blankBecause?.(name) !== undefined
			? undefined
			: name === 'token'
				? asked.tokenVariable
				: variable
	}
	const raw = (name) => {
		const value = given(name)
		const variable = variableFor(name, value)
		return variable === undefined ? value : (environment[variable] ?? '').trim()
	}
	return {
		asked,
		isGiven: (name) => raw(name) !== '',
		text(name) {
			const row = rowFor(program, table[name])
			const why = source.blankBecause?.(name)
			if (why !== undefined && name !== 'token') {
				reject(invalidInput(name, `is blank: ${why}`, 'a text from standard input, which has to end'))
			}
			return raw(name) || (row.default ?? '')
		},
		word(name) {
			const row = rowFor(program, table[name])
			const value = raw(name)
			const byDefault = row.default ?? ''
			if (value === '' || row.pattern.test(value)) return value || byDefault
			reject(invalidInput(name, 'cannot be read', row.accepts, nearest(value, row.words ?? [])))
			return byDefault
		},
		sourceOf: (name) => variableFor(name) ?? source.sourceOf(name),
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
	return finding_finding('node-unsupported', { nodeVersion: version, minNodeVersion: `${MIN.major}.${MIN.minor}` })
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
function once(make) {
	let made
	return () => {
		made ??= make()
		return made
	}
}
function isPrintableAscii(text) {
	return /^[ -~]*$/.test(text)
}
const CONTROL_CHARACTER = /[^ -~\u00A0-\uFFFF]/
function lazyPattern(source, flags) {
	return once(() => new RegExp(source, flags))
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
const VISIBLE = lazyPattern(String.raw`[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}]`, 'u')
function textOf(object, name) {
	const value = Object.hasOwn(object, name) ? object[name] : undefined
	return typeof value === 'string' && isVisible(value) ? value.trim() : ''
}
function isVisible(text) {
	return /[!-~]/.test(text) || VISIBLE().test(text)
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
	openPath: '/status',
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
const UNSEEN = lazyPattern(String.raw`\p{Default_Ignorable_Code_Point}`, 'gu')
function asSeen(text) {
	return (isPrintableAscii(text) ? text : text.replace(UNSEEN(), '')).toLowerCase()
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
function proof_readLoginReason(headers) {
	const words = (headers.get('x-seraph-loginreason') ?? '').toUpperCase().split(/[^A-Z_]+/)
	if (words.includes('AUTHENTICATION_DENIED')) return 'denied'
	const afterOk = words.slice(words.lastIndexOf('OK') + 1)
	if (afterOk.includes('AUTHENTICATED_FAILED')) return 'failed'
	return afterOk.includes('OUT') ? 'out' : undefined
}
function contradictionOf(answer) {
	const { headers } = answer
	const login = proof_readLoginReason(headers)
	if (login !== undefined) return 'its header X-Seraph-LoginReason says that nobody is logged in'
	if (namesIn(headers.get('x-ausername')).flatMap(readingsOf).some(isAnonymous))
		return 'its header X-AUSERNAME says that nobody is logged in'
	if (headers.has('x-authentication-denied-reason'))
		return 'its header X-Authentication-Denied-Reason says that the login was denied'
	return describeCache(answer)
}
function describeCache({ headers, durationMs }) {
	const oldestPossible = Math.ceil(durationMs / 1000) + 1
	const age = headers
		.get('age')
		?.match(/\d+/g)
		?.find((seconds) => Number(seconds) > oldestPossible)
	if (age !== undefined) return `it comes out of a cache, where it has been for ${age.slice(0, 12)} s (its header Age)`
	const hit = CACHE_HEADERS.find((name) => {
		const told = headers.get(name.toLowerCase())
		return told !== undefined && /(?<![a-z])hit(?![a-z])/i.test(told)
	})
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
			if (isFinding(diagnosis)) {
				const isOfOther = outcome.kind === 'answer' && isToOther(outcome, identity)
				return isOfOther ? diagnosis : question.read(diagnosis, outcome)
			}
			const other = otherUserOf(diagnosis.headers, identity)
			return other === undefined ? question.read(diagnosis, outcome) : noIdentity(diagnosis, other)
		},
	}
}
function isToOther(answer, identity) {
	return contradictionOf(answer) !== undefined || otherUserOf(answer.headers, identity) !== undefined
}
function noIdentity({ statusCode, path, operator, product }, contradiction) {
	return finding_finding('no-identity', { contradiction, path, operator, notAnswered: product }, statusCode)
}
function wrongShape({ statusCode, path }) {
	return finding_finding('invalid-json', { path }, statusCode)
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
	const isError = isObject(json) && ('status-code' in json || 'errorMessages' in json)
	const list = isObject(json) ? json['permissions'] : undefined
	if (isError || !isObject(list)) return undefined
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
	const names = (message) => message.split(/\W+/).includes(project)
	return errorMessagesOf(body).some((message) => isFromJira || names(message))
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
		state === 'MAINTENANCE'
			? finding_finding('maintenance', {}, statusCode)
			: finding_finding('starting', { state }, statusCode)
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
	if (isCloud && !isJwt) return addCommonFacts(finding_finding('cloud-needs-basic', {}, 401), common)
	if (version === undefined) return found
	if (!isCloud && !hasTokens) return addCommonFacts(finding_finding('pat-unsupported', { version }, 401), common)
	if (found.reason === 'token-rejected') return found
	return addCommonFacts(finding_finding('edge-unauthorized', { ...found.facts, openVersion: version }, 401), common)
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
function mayHaveArrived({ phase }) {
	return phase === 'answer'
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
	if (value === null || value === undefined) return 'never'
	const expiresAt = parseDate(value)
	if (expiresAt === undefined) return 'unreadable'
	return new Date(expiresAt).getUTCFullYear() >= 9999 ? 'never' : expiresAt
}
const ISO_DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/
function parseDate(value) {
	const [, day = '', time = '00:00', offset = 'Z'] = (typeof value === 'string' && ISO_DATE.exec(value)) || []
	const ms = Date.parse(`${day}T${time}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`)
	const dayExists = new Date(day).getUTCDate() === Number(day.slice(-2))
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
	if (outcome.kind === 'no-answer') return { kind: mayHaveArrived(outcome) ? 'in-doubt' : 'not-sent' }
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
async function productOf(name) {
	switch (name) {
		case 'jira':
			return jira
		case 'confluence':
			return (await takePart('confluence.js', import('./confluence.js'))).confluence
		case 'bitbucket':
			return (await takePart('bitbucket.js', import('./bitbucket.js'))).bitbucket
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
function dayOf(ms) {
	const at = new Date(ms)
	return `${digits(at.getUTCFullYear(), 4)}-${digits(at.getUTCMonth() + 1, 2)}-${digits(at.getUTCDate(), 2)}`
}
function utc_dateTimeOf(ms) {
	const at = new Date(ms)
	const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map((part) => digits(part, 2)).join(':')
	return `${dayOf(ms)}T${time}.${digits(at.getUTCMilliseconds(), 3)}Z`
}
function digits(value, length) {
	return String(value).padStart(length, '0')
}
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
			'The token of this run ends within a day, and the store has not handed out its successor \u201c{newToken}\u201d yet.',
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
		message: 'It may be any of these: {tokenNames}, so that none is revoked.',
		remedy: [
			'Set <token-name> to the one that a person has stored by hand; where none has, to the name of the first one.',
			'Or wait: the next rotation, which comes in time for each of them, ends the doubt.',
			'An account of its own for each rotated token keeps it from happening again.',
		],
	},
	'rotation-elder': {
		title: 'An old {product} token still lives',
		message: 'These were to be gone two weeks ago, but it could not be seen that nobody needs them: {tokenNames}.',
		remedy: ['Where nothing uses them any more, delete them in {product}: {tokenPage}.'],
	},
	'rotation-by-hand': {
		title: 'The first token has to be deleted by hand',
		message: 'The first token, \u201c{tokenName}\u201d, was made by a person, so it is not revoked without <token-name>.',
		remedy: ['Delete it in {product} some days from now, when all jobs have the new one: {tokenPage}.'],
	},
}
const STORE = 'Store it in the secret[, and put its name in place of \u201c{givenTokenName}\u201d in <token-name>].'
const notes = {
	'permissions-held': {
		title: 'The user holds all permissions that were asked for',
		message: '{user} holds {held}[; {scopeCaveat}].',
		remedy: [],
	},
	'expiry-ok': {
		title: 'The {product} token is good for now',
		message: 'The token[ \u201c{tokenName}\u201d] {expiry}.',
		remedy: [],
	},
	'expiry-near': {
		title: 'The {product} token expires soon',
		message: 'The token[ \u201c{tokenName}\u201d] of {user} {expiry}.',
		remedy: ['Create a new token in {product}[: {tokenPage}].', STORE, 'Then revoke the old one.', rotateStep],
	},
	'expiry-past': {
		title: '<token-name> names a token that has expired',
		message: 'The token[ \u201c{tokenName}\u201d] of {user} {expiry}, so it is not the one that was sent: that one still works.',
		remedy: ['Set <token-name> to the name of the token that is in the secret[; they are listed at {tokenPage}].'],
	},
	'expiry-never': {
		title: 'The {product} token never expires',
		message: 'The token[ \u201c{tokenName}\u201d] never expires.',
		remedy: [],
	},
	'expiry-ambiguous': {
		title: 'Which {product} token was sent is not known',
		message: '{user} {doubt}. The first to expire[, \u201c{tokenName}\u201d,] {expiry}.',
		remedy: [],
	},
	'expiry-ambiguous-near': {
		title: 'A {product} token of this account expires soon',
		message:
			'A token of {user}[, \u201c{tokenName}\u201d,] {expiry}, and {product} does not say whether it is the one that was sent.',
		remedy: [
			'Set <token-name> to the name of the token that is in the secret: then its own date counts.',
			'If it is the one that expires: create a new token[ ({tokenPage})].',
			STORE,
			'Then revoke the old one.',
			rotateStep,
		],
	},
	'expiry-unknown': {
		title: 'The expiry of the {product} token is not known',
		message: 'It is not known when this token expires: {problem}.',
		remedy: [
			'[Ask {operator} to let requests for {path} through like those for the identity.]',
			'[Compare <token-name> (\u201c{givenTokenName}\u201d) with the names of that user\u2019s tokens in {product}, or leave it out.]',
		],
	},
	...rotationNotes,
}
const adviceTemplates = {
	'never-expires': 'The token[ \u201c{tokenName}\u201d] never expires. A token that lives 90 days limits the harm if it leaks.',
	'long-lived':
		'The token[ \u201c{tokenName}\u201d] lives for more than a year. A token that lives 90 days limits the harm if it leaks.',
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
		if (lacks?.includes(permission) === false) return []
		const holding = permissions === undefined ? 'not-visible' : permissions.holdings.get(permission)
		return holding === undefined ? [] : [{ place, permission, holding }]
	})
}
const external_node_util_namespaceObject = builtin('node:util')
function wellFormed(text) {
	return text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
}
const MAX_LENGTH = 300
const MAX_READ_LENGTH = 2_000
const CUT_MARK = '\u2026'
const DECEPTIVE = lazyPattern(
	String.raw`(?!\u200C|\u200D|\uFE0F)[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\uFFFE\uFFFF]`,
	'gu',
)
const CONTROL = /[^ -~\u00A0-\u2027\u202A-\uFFFF]+/g
function plainText(text, redact, maxLength = MAX_LENGTH) {
	const head = text.slice(0, MAX_READ_LENGTH)
	const seen = isPrintableAscii(head) ? head : withoutUnseen(head)
	const line = seen.replace(/\s+/g, ' ').trim()
	return cut(withoutCommands(redact(line, head !== text)), maxLength, head !== text).trim()
}
function withoutUnseen(text) {
	return (0, external_node_util_namespaceObject.stripVTControlCharacters)(wellFormed(text))
		.replace(DECEPTIVE(), '')
		.replace(CONTROL, ' ')
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
const MARKDOWN_SIGN = /[!#$&()*+\-/:<=>@[\\\]^_`{|}~]|(?<![A-Za-z])\.|\.(?=\S)|(?<=[Ww]{3})\./g
function markdownText(text) {
	return text.replace(/:(?=[\w+-]+:)/g, ':\u200B').replace(MARKDOWN_SIGN, (sign) => {
		const entity = `&#${sign.codePointAt(0)};`
		return sign === '@' || sign === '#' ? `${entity}&#8203;` : entity
	})
}
const NO_NAME = lazyPattern(String.raw`[^\p{L}\p{M}\p{N} ._()-]+`, 'gu')
function mermaidText(text) {
	const other = isPrintableAscii(text) ? /[^\w .()-]+/g : NO_NAME()
	const name = text.replace(other, ' ').replace(/\s+/g, ' ').trim()
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
	if (!email.includes('@') || email.length > MAX_EMAIL_LENGTH || !/@|%40/.test(line)) return line
	const characters = Array.from(email, (character) => (character === '@' ? '(?:@|%40)' : escapePattern(character)))
	return line.replace(new RegExp(characters.join(JOINERS), 'gi'), '(e-mail address)')
}
const SUFFIX = /-\d{6}-([0-9a-f]{8})-[0-9a-z]{4}$/
function familyPrefixOf(tokenName) {
	return /^(.+)-\*$/.exec(tokenName)?.[1]
}
function isStranger({ name }) {
	return !SUFFIX.test(name)
}
function isOfFamily({ name }, tokenName) {
	return SUFFIX.test(name) && name.replace(SUFFIX, '') === familyPrefixOf(tokenName)
}
function predecessorOf(name, prefix) {
	return name.replace(SUFFIX, '') === prefix ? SUFFIX.exec(name)?.[1] : undefined
}
function familyOf(tokens, prefix) {
	return tokens.filter(({ name }) => predecessorOf(name, prefix) !== undefined).toSorted(byAge)
}
function findOwnEntry(live, telling) {
	const { prefix, fingerprint, tokenName = '' } = telling
	const family = familyOf(live, prefix)
	const isNamed = ({ name }) => tokenName !== '' && name === tokenName
	if (family.length === 0) return named(live.filter(isNamed)) ?? only(live)
	const successor = family.findIndex(({ name }) => predecessorOf(name, prefix) === fingerprint)
	const { createdAt: namedAt = Number.MAX_SAFE_INTEGER } = family[successor] ?? {}
	const before = live.filter(({ createdAt }) => createdAt === undefined || createdAt < namedAt)
	const strangers = before.filter(isStranger)
	const own = successor < 0 ? family.at(-1) : family[successor - 1]
	if (own === undefined) return named(before.filter(isNamed)) ?? only(strangers)
	const younger = before.filter((token) => byAge(token, own) > 0)
	const byHand = named(younger.filter((token) => isNamed(token) && !family.includes(token)))
	if (byHand !== undefined) return byHand
	const isOlder = ({ createdAt = Number.MAX_SAFE_INTEGER }) => createdAt < (own.createdAt ?? 0)
	const doubts = tokenName === '' ? strangers.filter((token) => !isOlder(token)) : []
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
	const warnDaysOf = (token) => thresholds.warnDaysOf?.(token) ?? thresholds.expiryWarnDays
	const warns = dated.some(({ token, at }) => isWithinDays(at, warnDaysOf(token), nowMs))
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
	if (prefix === undefined) return `the account has no token named \u201c${tokenName}\u201d (correct <token-name>)`
	const { candidates } = findOwnEntry(live, { prefix, fingerprint: fingerprint() })
	if (candidates.length > 0) return candidates
	return `no token of the account can be told to be the one of \u201c${tokenName}\u201d that was sent`
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
	const wordsOf = (facts) => {
		const known = { ...inWords(facts, { text, ownText, ownAddress: redactor.redactLong, nameOf }), ...ofProduct }
		return (template) => fill_fill(template, known, nameOf)
	}
	const permissions = sanitizePermissions(verdict.asked, redactor.redactLong)
	const { category, result } = reasonTable[finding.reason]
	const inFacts = wordsOf(factsOf(finding))
	const isContradiction = finding.common.provenUser !== undefined && OF_THE_TOKEN.has(category)
	const told = isContradiction ? { title: contradictionTitle, remedy: contradictionRemedy } : entry
	const happened = inFacts(entry.message)
	const cause = inFacts((told.cause ?? '') + afterword).trim()
	const remedySteps = [otherProductStep, ...told.remedy].map(inFacts).filter(Boolean)
	const warnings = verdict.notes
		.filter(({ isWarning }) => isWarning)
		.map((note) => {
			const { title, message, remedy } = notes[note.code]
			const words = wordsOf(note.facts)
			return { title: words(title), message: words(message), remedySteps: remedy.map(words).filter(Boolean) }
		})
	return {
		words: ofProduct,
		title: inFacts(told.title),
		happened,
		remedySteps,
		warnings,
		lines: verdict.notes
			.filter(({ isWarning }) => !isWarning)
			.map((note) => wordsOf(note.facts)(notes[note.code].message)),
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
				expiresAt: expiry.expiresAt === undefined ? null : utc_dateTimeOf(expiry.expiresAt),
				daysLeft: expiry.daysLeft ?? null,
			},
			gates: verdict.gates,
			missingPermissions: permissions.filter(({ holding }) => holding !== 'held').map(nameOfPermission),
			advice: verdict.advice.map((advice) => wordsOf(advice.facts)(adviceTemplates[advice.code])),
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
	return tokens.map(({ name }) => `\u201c${name}\u201d`).join(', ')
}
function describeExpiry({ expiresAt, daysLeft }) {
	const day = dayOf(expiresAt)
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
function judgeExpiryGate(expiry, givenTokenName, product) {
	const gateInput = '<expiry-fail-days>'
	switch (expiry.status) {
		case 'not-checked':
			return null
		case 'unknown':
			return finding_finding('expiry-unknown', { problem: expiry.problem, gateInput, ...expiry.blocker }, 200)
		case 'ambiguous': {
			const first = describeExpiry(expiry)
			const problem =
				expiry.isUnlisted === undefined
					? `the account has several tokens, ${product} does not say which one was sent, and the first of them ${first}`
					: `the account lists no token with the number of the one that was sent, and the first that it lists ${first}`
			return expiry.fails
				? finding_finding('expiry-unknown', { problem, gateInput, ambiguousName: expiry.tokenName }, 200)
				: true
		}
		case 'never':
			return true
		default: {
			const { tokenName } = expiry
			const facts = { tokenName, givenTokenName, expiry: describeExpiry(expiry) }
			return expiry.fails ? finding_finding('token-expiring', facts, 200) : true
		}
	}
}
function judgeGates(inputs, { identity, permissions, isComplete, expiry }, product) {
	const { areAllVisible } = permissions
	const isVisible = (isComplete && areAllVisible) || null
	const rules = [
		{
			gate: 'user-active',
			isAskedFor: true,
			judge: () => identity && (identity.active !== false || finding_finding('user-inactive', {}, 200)),
			stage: 'authentication',
		},
		{
			gate: 'expected-user',
			isAskedFor: inputs.expectedUsers.length > 0,
			judge: () =>
				identity &&
				(isExpected(identity, inputs.expectedUsers) ||
					finding_finding('wrong-user', { expected: describeExpected(inputs.expectedUsers) }, 200)),
			stage: 'authentication',
		},
		...placeRules(inputs, permissions, isVisible),
		{
			gate: 'permissions',
			isAskedFor: inputs.permissions.length > 0,
			judge: () => judgePermissions(permissions) ?? (isComplete || null),
			stage: 'permissions',
		},
		{
			gate: 'expiry-fail-days',
			isAskedFor: inputs.expiryFailDays !== undefined,
			judge: () => judgeExpiryGate(expiry, inputs.tokenName, product),
			stage: 'expiry',
		},
	]
	const judged = rules
		.filter(({ isAskedFor }) => isAskedFor)
		.map(({ gate, stage, judge }) => ({ gate, stage, judgment: judge() }))
	return {
		gates: judged.map(({ gate, judgment }) => ({ gate, holds: isFinding(judgment) ? false : judgment })),
		failed: judged.flatMap(({ judgment, stage }) => (isFinding(judgment) ? [{ failure: judgment, stage }] : []))[0],
	}
}
function placeRules({ projects, spaces, repositories }, permissions, isVisible) {
	const { invisible, missing, statusCode } = permissions
	const found = {
		projects: () =>
			finding_finding('project-not-visible', { projects: invisible.projects, ...lacking(permissions) }, statusCode),
		spaces: () => finding_finding('space-not-visible', { spaces: invisible.spaces }, statusCode),
		repositories: () =>
			finding_finding('repository-not-visible', { repositories: invisible.repositories, missing }, statusCode),
	}
	const rule = (gate, places) => ({
		gate,
		isAskedFor: places.length > 0,
		judge: () => (invisible[gate].length > 0 ? found[gate]() : isVisible),
		stage: 'permissions',
	})
	return [rule('projects', projects), rule('spaces', spaces), rule('repositories', repositories)]
}
function judgePermissions(permissions) {
	const { missing, unknown, meant, asked, statusCode } = permissions
	if (missing.length === 0) return undefined
	if (asked.some(({ holding }) => holding === 'missing' || holding === 'not-visible')) {
		return finding_finding('permission-missing', lacking(permissions), statusCode)
	}
	return finding_finding('permission-unknown', { unknownPermissions: unknown, meant }, statusCode)
}
function lacking({ missing, unknown }) {
	return { missing, unknownPermissions: unknown }
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
	const gateEvidence = { identity, permissions, isComplete, expiry: judged }
	const { gates, failed } = judgeGates(inputs, gateEvidence, words.product)
	const { found, stage } = conclude(evidence, gates, failed)
	const tokenPage = product.tokenPageOf(inputs.baseUrl)
	const common = {
		baseUrl: inputs.baseUrl,
		host: new URL(inputs.baseUrl).host,
		user,
		tokenPage,
		tokenSource: inputs.sources.token,
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
	return { found: finding_finding('authenticated', {}, 200), stage: 'authentication' }
}
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
		loading ??= takePart('failures.js', import('./failures.js')).then((part) => {
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
	if (standing.kind === 'uncertain') return unknownExpiry('it cannot be told which of the tokens was sent')
	const { endsMs } = standing
	if (endsMs === undefined) return EXPIRY_NOT_CHECKED
	const [token, ...others] = standing.kind === 'head' ? standing.entry.candidates : []
	const known = { tokenName: standing.kind === 'head' ? standing.token.name : '', warns: false, fails: false }
	if (endsMs === 'never') {
		return { ...known, status: 'never', expiresAt: undefined, daysLeft: undefined, token }
	}
	const status = others.length > 0 ? 'ambiguous' : endsMs <= nowMs ? 'expired' : 'ok'
	const daysLeft = wholeDaysLeft(endsMs, nowMs)
	return { ...known, status, expiresAt: endsMs, daysLeft, token: others.length > 0 ? undefined : token }
}
function authorityOf(hostname, port) {
	return `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`
}
function withoutBrackets(hostname) {
	return hostname.replace(/^\[(.*)\]$/, '$1')
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
	const familyOfFirst = found[0]?.family
	const first = found.filter(({ family }) => family === familyOfFirst)
	const second = found.filter(({ family }) => family !== familyOfFirst)
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
	attempt.lifetime.keep(request)
	request.maxHeadersCount = 0
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
	return race(late, connect, errors)
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
		secure.prependOnceListener('secure', () => onCertificate(secure.getPeerCertificate()))
		secure
			.once('secureConnect', () => resolve(secure))
			.once('error', reject)
			.once('close', () => reject())
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
function parseSchemes(challenges) {
	const parts = challenges.replace(/"(?:[^"\\]|\\.?)*(?:"|$)/g, '""').split(',')
	return parts.flatMap((part) => /^\s*([a-z][\w-]*)(?:\s+[^\s=]|\s*$)/i.exec(part)?.[1] ?? [])
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
		})
		attempt.lifetime.keep(request)
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
				(host) => attempt.lifetime.keep((0, external_node_net_namespaceObject.connect)({ host, port })),
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
function createLifetime() {
	const kept = []
	let isOver = false
	return {
		keep(opened) {
			if (isOver) opened.destroy()
			else kept.push(opened)
			return opened
		},
		end() {
			isOver = true
			for (const opened of kept) opened.destroy()
		},
	}
}
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
	const lines = `${before}${after.replace(/[\r\n].*/s, '')}`.split('\n').slice(1)
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
	const decompress = DECOMPRESSORS.get(encoding.toLowerCase())
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
function describePeer(certificate) {
	const { subject, issuer, subjectaltname, valid_from: validFrom = '', valid_to: validTo = '' } = certificate
	if (subject === undefined || issuer === undefined) return undefined
	return {
		subject: describeName(subject),
		issuer: describeName(issuer),
		hosts: subjectaltname?.split(', ').map((name) => name.replace(/^(?:DNS|IP Address):/, '')) ?? [],
		validFrom,
		validTo,
	}
}
function describeName(name) {
	return Object.entries(name)
		.map(([attribute, value]) => `${attribute}=${value}`)
		.join(', ')
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
	const { phase, proxyAnswer } = attempt
	const certificate = describePeer(attempt.certificate ?? {})
	const seen = { phase, ...(certificate && { certificate }), ...(proxyAnswer && { proxyAnswer }) }
	return { kind: 'no-answer', ...error, ...seen, durationMs }
}
async function exchange(request, options) {
	const { route, clock, maxBodyBytes } = options
	const startedMs = clock.monotonicMs()
	const attempt = { phase: 'answer', connection: 'reused', lifetime: createLifetime() }
	const ended = await carryOut(request, attempt, options)
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
function carryOut({ method, url, headers, body, timeoutMs }, attempt, { agent, userAgent, clock, maxBodyBytes }) {
	const { promise, resolve, reject } = Promise.withResolvers()
	let reading
	attempt.onUpgrade = (message) => resolve({ message, body: { bytes: new Uint8Array(), state: 'complete' } })
	const cancelTimer = clock.after(timeoutMs, () => {
		if (reading === undefined) resolve({ code: 'TIMEOUT', message: '' })
		else reading.stop('late')
		attempt.lifetime.end()
	})
	const client = new HttpClient(userAgent, [createHandler(agent, attempt)], {
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
function createHandler(agent, attempt) {
	return {
		prepareRequest(options) {
			Object.assign(options, { agent, attempt })
			options.host = withoutBrackets(options.host ?? '')
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
	const addresses = createAddresses(proxy?.hostname ?? withoutBrackets(hostname), lookUp)
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
			'accept-encoding': 'identity',
			'cache-control': 'no-cache',
			...lowerCaseNames(Object.entries(headers ?? {})),
			...(body !== undefined && { 'content-type': 'application/json' }),
			...(authorization !== undefined && { authorization }),
		}
		const request = {
			method,
			url: `${baseUrl}${path}`,
			headers: { accept: 'application/json', ...givenHeaders, ...ownHeaders },
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
	const wait = `in ${describeWait(waitMs)}`
	return waitMs > YEAR_MS ? wait : `${wait} (${dateTimeOf(nowMs + waitMs).slice(0, 19)}Z)`
}
function describeWait(waitMs) {
	return waitMs > YEAR_MS ? 'more than a year' : `${Math.ceil(waitMs / 1000)} s`
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
const ACCEPTED_PLACES = 'NAME, env:ENVIRONMENT/NAME and org:NAME, one per line or separated by commas'
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
	return finding_finding('input-invalid', {
		input,
		problem: `holds an entry, number ${number}, that ${problem}`,
		accepts: ACCEPTED_PLACES,
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
		jwtExpiredOn: expiresMs !== undefined && expiresMs <= nowMs ? dayOf(expiresMs) : undefined,
		cloudToken: /^ATATT/.test(token) ? 'ATATT\u2026' : undefined,
	}
}
function readClaims(token) {
	const parts = token.includes('.') ? (/^([\w-]+)\.([\w-]+)\.[\w-]*$/.exec(token)?.slice(1) ?? []) : []
	const [head, claims] = parts.map((part) => parseJson(Buffer.from(part, 'base64url').toString()))
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
function sent_request_askedPath(request) {
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
	return { kind: 'json', json, statusCode, headers, path: sent_request_askedPath(request), operator, product }
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
			const asked = { askedPath: sent_request_askedPath({ baseUrl: inputs.baseUrl, path }), ...other }
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
					return (await diagnose(outcome, token, request.path)) ?? finding_finding('unexpected-status', {}, 200)
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
function describeStart({ jira: { baseUrl, sources, proxy } }) {
	const route =
		proxy === undefined ? '' : `, through the proxy ${authorityOf(proxy.hostname, proxy.port)} from ${proxy.variable}`
	return `jira-pat-check ${VERSION} rotates the token (from ${sources.token}) of ${baseUrl} (from ${sources.url})${route}.`
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
const RED = 31
const GREEN = 32
const YELLOW = 33
function createPaint(isColoured) {
	return (text, colour) => (isColoured ? `\u001B[1;${colour}m${text}\u001B[0m` : text)
}
function listTerminalLines({ presentation, advice, documentationUrl }, columns, isColoured) {
	const { report, title, remedySteps, warnings, lines } = presentation
	const paint = createPaint(isColoured)
	const say = (text, indent) => wrap(text, columns, indent)
	const list = (steps) => steps.map((step, index) => say(`  ${index + 1}. ${step}`, '     '))
	const [heading, colour] = headingOf(presentation)
	return [
		paint(say(`${heading}: ${title}`), colour),
		say(report.message),
		...list(remedySteps),
		...lines.map((text) => say(text)),
		...warnings.flatMap((warning) => [
			paint(say(`Warning: ${warning.title}`), YELLOW),
			say(warning.message),
			...list(warning.remedySteps),
		]),
		...advice.map((text) => say(`Worth knowing: ${text}`)),
		...(report.result === 'usable' ? [] : [`More: ${documentationUrl}`]),
	]
}
function headingOf({ report, warnings }) {
	if (report.result !== 'usable') return [report.result.toUpperCase(), RED]
	return warnings.length === 0 ? ['OK', GREEN] : ['OK, with a warning', YELLOW]
}
function table_table(header, rows) {
	const line = (cells) => `| ${cells.join(' | ')} |`
	return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}
const RESULT_ICONS = {
	usable: '\u2705',
	refused: '\u274c',
	unknown: '\u2753',
	misconfigured: '\u2699\ufe0f',
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
	if (user === '') return '\u2796 not known'
	return holds(report, 'user-active') === false ? `\u274c ${markdownText(user)}, deactivated` : `\u2705 ${markdownText(user)}`
}
function gateCell({ gate, holds }, { report, permissions }) {
	if (checklist_QUESTIONS[gate] === undefined) return null
	if (holds === null) return '\u2796 not judged'
	if (gate !== 'permissions') return holds ? '\u2705 yes' : '\u274c no'
	const all = permissions.length
	return holds ? `\u2705 ${all === 1 ? 'yes' : `all ${all}`}` : `\u274c ${report.missingPermissions.length} of ${all} missing`
}
function expiryCell(report) {
	const { status, expiresAt, daysLeft, tokenName } = report.expiry
	const name = tokenName === '' ? '' : ` (\u201c${markdownText(tokenName)}\u201d)`
	const day = `${expiresAt?.slice(0, 10)}, ${describeDaysLeft(daysLeft ?? 0)}${name}`
	switch (status) {
		case 'not-checked':
			return holds(report, 'expiry-fail-days') === undefined ? null : '\u2796 not checked'
		case 'unknown':
			return '\u2796 not known'
		case 'never':
			return `\u2705 never${name}`
		case 'ambiguous':
			return `\u2796 not known; the first of the account\u2019s tokens: ${day}`
		case 'ok':
			return `\u2705 ${day}`
		case 'expired':
			return `\u26a0\ufe0f expired: ${day}`
		case 'expiring':
			return holds(report, 'expiry-fail-days') === false ? `\u274c too soon: ${day}` : `\u26a0\ufe0f soon: ${day}`
	}
}
function statusCell({ result, category, statusCode }) {
	return statusCode === null || result === 'usable' || category === 'gate' ? null : String(statusCode)
}
function holds({ gates }, name) {
	return gates.find(({ gate }) => gate === name)?.holds
}
const HOLDINGS = {
	held: '\u2705 held',
	missing: '\u274c missing',
	unknown: '\u2753 not known here',
	'not-visible': '\u274c not visible',
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
		...(left === 0 ? [] : [`\u2026 and ${left} more such ${placeWords}, all of them in the output \`report\`.`]),
		...(counted === 0 ? [] : [`\u2705 ${counted} ${rows.length === 0 ? '' : 'more '}${placeWords}: nothing is missing.`]),
	]
}
const ELSEWHERE = { global: '\u2796 global', project: '\u2796 by project', repository: '\u2796 by repository' }
function permission_table_holdingOf(name, asked, all) {
	const holding = asked.find(({ permission }) => permission === name)?.holding
	if (holding !== undefined) return HOLDINGS[holding]
	const here = kindOf(asked[0]?.place)
	const elsewhere = all.find(({ permission, place }) => permission === name && kindOf(place) !== here)
	return elsewhere === undefined ? '\u2796 not judged' : ELSEWHERE[kindOf(elsewhere.place)]
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
	return `\u201c${plainText(mermaidText(name), (text) => text, MAX_NAME_LENGTH)}\u201d, ${left}`
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
		...(moreTokens === 0 ? [] : [`\u2026 and ${moreTokens} more, none of which expires earlier.`]),
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
	refuses: (days) => `\ud83d\udd34 ${days}, too soon`,
	warns: (days) => `\ud83d\udfe0 ${days}, soon`,
	none: String,
}
function urgencyOf({ expiresAt }, { nowMs, expiryWarnDays, expiryFailDays }) {
	if (typeof expiresAt !== 'number') return 'none'
	if (isWithinDays(expiresAt, expiryFailDays, nowMs)) return 'refuses'
	return isWithinDays(expiresAt, expiryWarnDays, nowMs) ? 'warns' : 'none'
}
function tokenTable(presentation) {
	const { tokens, nowMs, report } = presentation
	const day = (time) => (typeof time === 'number' ? dayOf(time) : (time ?? ''))
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
		heading(first?.title ?? title, first === undefined ? RESULT_ICONS[report.result] : '\u26a0\ufe0f', presentation, context),
		text(report.message),
		...(first === undefined ? [] : [text(first.message)]),
		...section('What to do', list(first?.remedySteps ?? remedySteps)),
		...others.flatMap((warning) => section(`\u26a0\ufe0f ${markdownText(warning.title)}`, describe(warning))),
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
	return `## ${icon} ${[title, user, address, step].filter(Boolean).map(markdownText).join(' \u00b7 ')}`
}
function section(title, blocks) {
	return blocks.length === 0 ? [] : [`### ${title}`, ...blocks]
}
function writeFooter({ report }, { documentationUrl }) {
	const requests = `${report.requests} ${report.requests === 1 ? 'request' : 'requests'} in ${report.durationMs} ms`
	const about = `[About \`${report.reason}\`](${documentationUrl})`
	return [`Result: ${report.result}`, about, ...(report.requests === 0 ? [] : [requests])].join(' \u00b7 ')
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
function lastThirdMs({ createdAt }, endsMs) {
	return createdAt === undefined ? undefined : (endsMs - createdAt) / 3
}
function restAtRotationMs(token, endsMs, rotateDays) {
	return Math.min(rotateDays * DAY_MS, lastThirdMs(token, endsMs) ?? Number.POSITIVE_INFINITY)
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
function dueMs({ token, endsMs, entry }, { rotateDays }) {
	const others = (entry?.candidates ?? []).filter((candidate) => candidate !== token)
	const dues = [{ ...token, expiresAt: endsMs }, ...others].flatMap((one) =>
		typeof one.expiresAt === 'number' ? one.expiresAt - restAtRotationMs(one, one.expiresAt, rotateDays) : [],
	)
	return dues.length === 0 ? undefined : Math.min(...dues)
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
	const thirdMs = endsMs === 'never' ? undefined : lastThirdMs(token, endsMs)
	return thirdMs !== undefined && thirdMs < SHORT_THIRD_MS
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
		return `    \u201c${label}\u201d, ${endInWords(endsMs)} : ${dayOf(startMs)}, ${dayOf(Math.max(endMs, startMs + DAY_MS))}`
	}
	const mark = (label, atMs) => `    ${label} : milestone, ${dayOf(atMs)}, 0d`
	const { isOwnRevoked } = task.deeds
	const { overlapDays, revoke } = task.inputs
	const nextMs = dueMs(
		{ endsMs: made.endsMs ?? 'never', token: { ...standing.token, createdAt: made.createdMs } },
		task.inputs,
	)
	const revokedMs = nowMs + overlapDays * DAY_MS
	const isToGo = revoke === 'later' && !isOwnRevoked && (standing.endsMs === 'never' || revokedMs < standing.endsMs)
	const marks = [
		mark('today', nowMs),
		...(isToGo ? [mark('the old one may go', revokedMs)] : []),
		...(nextMs === undefined ? [] : [mark('the next one is made', nextMs)]),
	]
	const oldEndsMs = isOwnRevoked ? nowMs : standing.endsMs
	return [
		[
			'```mermaid',
			'gantt',
			'    accTitle: The lives of the old token and of the new one',
			`    accDescr: Bars for the old token (${endInWords(oldEndsMs)}) and for the new one (${endInWords(made.endsMs)}).`,
			`    title Two tokens, today, ${dayOf(nowMs)}`,
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
	return typeof endsMs === 'number' ? `until ${dayOf(endsMs)}` : 'never expires'
}
function writeRotationSummary(told) {
	const { presentation, documentationUrl, step } = told
	return writeSummary(presentation, { documentationUrl, step }, drawLives(told))
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
		terminal: (columns, isColoured) => listTerminalLines({ ...headed, advice: [] }, columns, isColoured),
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
		newTokenExpiresAt: typeof made?.endsMs === 'number' ? utc_dateTimeOf(made.endsMs) : null,
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
		finding_finding('input-invalid', {
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
		? 'cannot be read as the address of an HTTP proxy: special characters of its user name and password have to be percent-encoded (%40 for \u201c@\u201d, %2F for \u201c/\u201d, %25 for \u201c%\u201d)'
		: 'cannot be read as the address of an HTTP proxy'
}
function parseProxy(variable, value) {
	const isBare = /^(?:[^/]*@)?(?:\[[\da-f:.]+\]|[^/:@]+)(?::\d+)?\/?$/i.test(value)
	const url = isBare || value.includes('://') ? URL.parse(isBare ? `http://${value}` : value) : null
	if (url === null || /\s/.test(value)) return undefined
	const { protocol } = url
	if (protocol !== 'http:' && protocol !== 'https:') return undefined
	if (/\/\/[^/?#\\]*[/?#\\].*@/.test(value) || !mayBeHost(url)) return undefined
	const username = decodePercent(url.username)
	const password = decodePercent(url.password)
	if (username === undefined || password === undefined) return undefined
	const proxy = {
		variable,
		protocol,
		hostname: withoutBrackets(url.hostname),
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
		return finding_finding('input-invalid', {
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
const FORK = {
	withheld: 'this is a pull request from a fork, from which GitHub withholds secrets',
	forkRuns: 'pull requests from forks',
	forkCondition:
		"if: ${{ github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository }}",
}
const DEPENDABOT = {
	withheld: 'Dependabot started this run, and it gets only the Dependabot secrets',
	dependabot: 'Dependabot',
	dependabotCondition: "if: ${{ github.actor != 'dependabot[bot]' }}",
}
function findWithholding(event) {
	if (event.actor === 'dependabot[bot]') return DEPENDABOT
	return /^pull_request(?:_review(?:_comment)?)?$/.test(event.name) && isFromFork(event) ? FORK : undefined
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
	if (blankBecause !== undefined)
		return finding_finding('token-missing', { problem: blankBecause, pipe: 'standard input' })
	const event = source.readEvent()
	if (event !== undefined) return missingInWorkflow(event, patVariable)
	return finding_finding('token-missing', {
		problem: `the environment variable ${patVariable} is blank`,
		tokenVariable: patVariable,
	})
}
function missingInWorkflow(event, patVariable) {
	const problem = `the input <token> is blank, and so is the environment variable ${patVariable}`
	const withheld = findWithholding(event) ?? { repository: event.repository || 'this repository' }
	return finding_finding('token-missing', { problem, ...withheld })
}
const NEVER_MEANT = [
	{
		pattern: /^[*\u2022\u25cf]+$/,
		problem: 'is a row of asterisks or dots: the masked form of a secret was copied, not the secret',
		wanted: 'the secret itself, from where it was created: a log or a form shows only its masked form',
	},
	{
		pattern: /\$\{\{/,
		problem: 'is a GitHub expression that was not evaluated (${{ \u2026 }})',
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
		.replace(/[^!-~\u00A0-\uFFFF]|\s/g, '')
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
function loginOf(text) {
	return /^[\w:/.-]*$/.test(text) ? undefined : readUrlParts(text).login
}
function passwordsIn(text) {
	const login = loginOf(text)
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
	const plain = isPrintableAscii(whole) ? whole : whole.normalize('NFKC')
	return plain.replace(ENCODED_SIGN, (_, percent, decimal, hex, entity) => {
		if (entity !== undefined) return ENTITIES[entity.toLowerCase()] ?? ''
		return String.fromCharCode(decimal === undefined ? Number.parseInt(percent ?? hex ?? '', 16) : Number(decimal))
	})
}
function parseBaseUrl(text, findPage) {
	if (text === '') return finding_finding('url-missing', {})
	const problem = base_url_problemOf(text, findPage)
	if (problem === undefined) return new URL(withoutTrailingSlashes(text))
	return finding_finding('url-invalid', { problem, correction: correctionOf(text, findPage) })
}
function base_url_problemOf(text, findPage) {
	if (/^https?:\/\/[\w.-]+(?::\d+)?$/.test(text) && URL.canParse(text)) return undefined
	const placeholder = findPlaceholder(text)
	if (placeholder !== undefined) return placeholder.problem
	const login = loginOf(text)
	if (login !== undefined) {
		return /^[^:]*$/.test(login) && /[/\\]/.test(login)
			? 'has an \u201c@\u201d in it, which belongs to a login or a page, and neither belongs there'
			: 'holds a login (what stands before the \u201c@\u201d), which does not belong there'
	}
	if (/^["'`<]|["'`>]$/.test(text)) return 'is wrapped in quotation marks or brackets'
	if (/[\s\\]/.test(text) || CONTROL_CHARACTER.test(text))
		return 'holds white space, a control character or a backslash'
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
const BEGINNING_WITH_HOST = lazyPattern(String.raw`^https://[\p{L}\p{N}[]`, 'u')
function correctionOf(text, findPage) {
	if (findPlaceholder(text) !== undefined && !/^<https?:/i.test(text)) return undefined
	const { rest } = readUrlParts(text)
	if (/^["'`<\s]*file:/i.test(text) || rest === undefined) return undefined
	const bare = `https://${rest.replaceAll('\\', '/')}`
	if (!BEGINNING_WITH_HOST().test(bare) || !URL.canParse(bare)) return undefined
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
	return finding_finding('certificate-invalid', { input: `<${input}>`, problem, wanted })
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
	'lines \u201cName: value\u201d, one for each header, but none that the check sets itself or that is about the connection, such as Authorization, Host or Content-Length'
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
	return text === '' ? [] : text.split(/\r\n|[\r\n]/)
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
const TYPED = /^(?:[a-z]{1,20}(?:_[a-z\d]{1,20}){0,4})?$/i
function findUnknownVariable(environment) {
	const names = Object.keys(table)
	const known = new Set(names.map(variableOf))
	const [unknown] = Object.keys(environment)
		.filter((name) => name.startsWith(PREFIX) && !known.has(name) && environment[name]?.trim())
		.sort()
	if (unknown === undefined) return undefined
	const typed = unknown.slice(PREFIX.length)
	const shown = TYPED.test(typed) ? unknown : `${PREFIX}\u2026`
	return finding_finding('input-invalid', {
		input: shown,
		problem: `is no input, though it begins with ${PREFIX}`,
		meant: meantBy(typed.toLowerCase().replaceAll('_', '-'), names).map(variableOf),
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
const SYNONYMS = new Map(Object.values(urlRows).map(({ product }) => [categoryFor(product, 'not-jira'), 'not-jira']))
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
		if (WORDS_OF_SUCCESS.has(plain)) return { problem: `holds \u201c${word}\u201d, and success never fails` }
		if (word.startsWith('!') && WORDS_OF_BUGS.has(plain)) {
			return { problem: `holds \u201c${word}\u201d, and a fault of the check itself always fails` }
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
		problem: 'is the cookie of a session in a browser (such as JSESSIONID=\u2026), which ends with that session',
		wanted: tokenOf,
	},
	{
		pattern: /^OAuth(?:\s|%20)|(?:^|[?&,\s])oauth_\w+=/i,
		problem: 'holds the parameters of OAuth 1.0a (oauth_\u2026=\u2026), which sign a single request',
		wanted: (words) => `${tokenOf(words)}, or an OAuth 2.0 access token, which is sent as Bearer`,
	},
	{
		pattern: /^(?:Authorization\s*[:=]\s*)?Basic(?:[\s:]|%20|$)/i,
		problem: 'begins with \u201cBasic\u201d: what follows that is a user name and a password in one',
		wanted: (words) => `${tokenOf(words)}; or the password or API token alone, with the user name as <username>`,
	},
	{
		pattern: /^(?:Authorization\s*[:=]|Bearer(?:[\s:]|%20|$))/i,
		problem: 'begins with \u201cBearer\u201d or \u201cAuthorization\u201d, which is put before the token when it is sent',
		wanted: 'what follows that, alone',
	},
	{
		pattern: /^token(?:[\s:=]|%20)/i,
		problem: 'begins with \u201ctoken\u201d, which is its name and not part of it',
		wanted: 'what follows that, alone',
	},
	{ pattern: /^(["'`]).*\1$/s, problem: 'is wrapped in quotation marks', wanted: 'it without them' },
	{
		pattern: /^["'`]|["'`]$/,
		problem: 'begins or ends with a quotation mark',
		wanted: 'it without that, and whole',
	},
	{
		pattern: /[^\s -~\u00A0-\uFFFF]|[\r\n]/,
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
		problem: 'begins with \u201cBasic\u201d: what follows that is a user name and a password in one',
		wanted: 'the password or API token alone: the user name is given as <username>',
	},
	{
		pattern: CONTROL_CHARACTER,
		problem: 'has a line break or control character inside',
		wanted: 'it again, as one line',
	},
]
function judgeToken(token, username, { words, tokenSystem }) {
	const isBearer = username === ''
	if (isOfDataCenter(token)) return undefined
	const flaw = isBearer
		? (findPlaceholder(token) ?? FLAWS.find(({ pattern }) => pattern.test(token)) ?? flawOfPair(token, true))
		: ([...NEVER_MEANT, ...FLAWS_OF_PASSWORD].find(({ pattern }) => pattern.test(token)) ?? flawOfPair(token, false))
	const found = flaw ?? (isBearer ? flawOfForeign(token, tokenSystem, words) : undefined)
	if (found === undefined) return undefined
	const { problem, wanted } = found
	return finding_finding('token-malformed', {
		problem,
		wanted: typeof wanted === 'string' ? wanted : wanted(words),
		bearerToken: isBearer ? words.tokenNoun : undefined,
	})
}
function isOfDataCenter(token) {
	return /^[A-Za-z0-9+/]{44}$/.test(token) && /^\d{12}:/.test(Buffer.from(token, 'base64').toString('latin1'))
}
function flawOfPair(token, isBearer) {
	if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(token)) return undefined
	const [, mail] = /^([^\s:@]+@[^\s:@]+):./.exec(Buffer.from(token, 'base64').toString()) ?? []
	if (mail === undefined || CONTROL_CHARACTER.test(mail)) return undefined
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
		return { inputs: fields.firstFinding ?? finding_finding('url-missing', {}), settings, baseUrl }
	}
	const credentials = username === '' ? { scheme: 'Bearer', token } : { scheme: 'Basic', username, token }
	const sources = { url: fields.sourceOf(fields.asked.input), token: fields.sourceOf('token') }
	return { settings, baseUrl, inputs: { baseUrl, credentials, sources, ...others, tls, proxy } }
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
		fields.reject(finding_finding('url-insecure', { correction }))
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
	if (username.includes(':') || CONTROL_CHARACTER.test(username)) {
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
	if (source.environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
		fields.reject(finding_finding('tls-verification-off', {}))
	const proxy = baseUrl === undefined ? undefined : readProxy(baseUrl, source.environment)
	if (!isFinding(proxy)) return proxy
	fields.reject(proxy)
	return undefined
}
const CHANCE = 'abcdefghijklmnopqrstuvwxyz0123456789'
function nameNewToken(prefix, fingerprint, nowMs, random) {
	const day = dayOf(nowMs).slice(2).replaceAll('-', '')
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
		rotateDays: fields.wholeNumber('rotate-days'),
		overlapDays: fields.wholeNumber('overlap-days'),
		revoke: revoke === 'never' || revoke === 'now' ? revoke : 'later',
	}
}
function readTarget(fields, source) {
	const secret = fields.text('secret')
	const [storeCommand, readCommand] = [fields.text('store-command'), fields.text('read-command')]
	const prefix = fields.word('name-prefix')
	if (storeCommand !== '') {
		const accepts = 'a command, where <secret> is left out'
		if (secret !== '')
			return invalidInput('store-command', 'stands beside <secret>, and one of them is enough', accepts)
		const problem = 'is blank, which it may not be with <store-command>: nothing else tells one family from another'
		if (prefix === '') return invalidInput('name-prefix', problem, table['name-prefix'].accepts)
		return { prefix, target: { kind: 'command', storeCommand, readCommand } }
	}
	if (readCommand !== '') {
		return invalidInput('read-command', 'means nothing without <store-command>', 'a command beside <store-command>')
	}
	const places = parsePlaces(secret, '<secret>')
	if (isFinding(places)) return places
	const [first, ...others] = places
	if (first === undefined) {
		const problem = 'is blank, and so is <store-command>, so that there is no place for a new token'
		return invalidInput('secret', problem, `${ACCEPTED_PLACES}; or give <store-command> in its place`)
	}
	const githubToken = fields.text('github-token')
	if (githubToken === '') {
		const problem = 'is blank, and the job\u2019s own GITHUB_TOKEN may not write secrets'
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
	const found = finding_finding('rotation-not-allowed', { problem, places, operator: undefined, path: undefined })
	const common = { user: 'the owner of the token', tokenPage: product.tokenPageOf(baseUrl) }
	return verdictWithoutEvidence(addCommonFacts(found, common), product, baseUrl, 'rotation')
}
function decide(standing, plan, done, nowMs) {
	switch (standing.kind) {
		case 'uncertain':
			return { kind: 'uncertain', problem: standing.problem }
		case 'superseded':
			return decideSuperseded(standing, nowMs)
		case 'head':
			return decideHead(standing, plan, done, nowMs)
	}
}
function decideSuperseded({ successors, endsMs }, nowMs) {
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
function title_titleOf({ reason, statusCode }, { product }) {
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
			: title_titleOf(found, words)
	return `the list of tokens at ${path} cannot be read (${why})`
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
function doubtByStamp(entry, live, sighting) {
	const { prefix, store, offsets } = sighting
	const isComparable = offsets.jira !== undefined && offsets.store !== undefined
	if (entry.by !== 'family' || store.kind === 'command' || !isComparable) return entry
	const family = familyOf(live, prefix)
	const newest = family.at(-1)
	const fingerprint = newest && predecessorOf(newest.name, prefix)
	const [stamp = 'missing'] = store.stamps
	const isWrittenWith = ({ name, createdAt }) =>
		predecessorOf(name, prefix) === fingerprint &&
		(createdAt === undefined || (isWrittenSince(stamp, createdAt) && Number(stamp) <= createdAt + LATEST_MS))
	if (family.some(isWrittenWith)) return entry
	const others = live.filter(
		(token) => (family.includes(token) || isStranger(token)) && !entry.candidates.includes(token),
	)
	return { ...entry, candidates: [...entry.candidates, ...others] }
}
const LATEST_MS = QUEUED_MS + TOLERANCE_MS
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
function place(seen) {
	const sighting = inOurTime(seen)
	const { nowMs, prefix, fingerprint } = sighting
	const live = sighting.tokens.filter((token) => isLive(token, nowMs))
	const told = findOwnEntry(live, sighting)
	const first = endOf(told.candidates)
	const [youngest, ...others] = familyOf(live, prefix)
		.filter(({ name }) => predecessorOf(name, prefix) === fingerprint)
		.toReversed()
	if (youngest !== undefined) {
		const judge = (token) => judgeSuccessor(token, sighting)
		return { kind: 'superseded', successors: [judge(youngest), ...others.map(judge)], endsMs: first?.endsMs }
	}
	if (told.candidates.length === 0) return { kind: 'uncertain', problem: 'entry' }
	const entry = doubtByStamp(told, live, sighting)
	const earliest = endOf(entry.candidates)
	if (earliest === undefined) return { kind: 'uncertain', problem: 'date' }
	const ages = entry.candidates.map(({ createdAt }) => createdAt)
	const appearedMs = ages.includes(undefined) ? undefined : Math.max(...ages.map(Number))
	const later = stampsOf(sighting).slice(1)
	return {
		kind: 'head',
		entry,
		...earliest,
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
			return finding_finding('secret-shadowed', {
				problem: `There is no secret ${own}, though this run got a token: it comes from somewhere else`,
				ownPlace: own,
			})
		case 'refused': {
			const problem = `GitHub ${detail} to a request about ${place}`
			return finding_finding('secret-not-writable', { problem, place, permission, newPlace })
		}
		case 'unanswered':
			return finding_finding('secret-write-in-doubt', {
				problem: `Whether ${place} can be written, or was, is not known: ${trouble_words_speakerOf(store)} ${detail}`,
				places: store.places,
			})
	}
}
function trouble_words_speakerOf({ kind }) {
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
	return addCommonFacts(finding_finding('expiry-unknown', facts, found.statusCode), found.common)
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
	let mayClearExpired = true
	let wasLost = false
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
				if (creation.why === 'limit' && mayClearExpired && (await revokeExpired(task, known, bound))) {
					mayClearExpired = false
					continue
				}
				return none(describeRefusal(task, made, creation), true)
			case 'in-doubt': {
				const lost = await dropLost(task, known, bound, name, made)
				if (lost !== undefined) return lost
				if (wasLost) {
					const problem = `${product.words.product} has made a new token twice, and the answer with its value was lost on the way`
					return none(finding_finding('successor-lost', { problem: `${problem}; both were revoked` }), true)
				}
				wasLost = true
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
			describeNothing(task, made, `it is not known whether ${product} has made \u201c${name}\u201d, and ${seen}`, name),
			false,
		)
	}
	deeds.made = { name, id: entry.id, fate: 'lost' }
	if (await discard(task, name, entry.id, bound)) return undefined
	const problem = `the answer with its value was lost on the way, and ${product} did not revoke it`
	return none(
		finding_finding('successor-lost', { problem: `${product} has made \u201c${name}\u201d, but ${problem}`, newToken: name }),
		false,
	)
}
function none(found, isCertain) {
	return { kind: 'none', found, isCertain }
}
function describeNothing({ product }, { found }, problem, newToken) {
	const title = found && title_titleOf(found, product.words)
	const why = title === undefined ? '' : ` (${title})`
	return finding_finding(
		'new-token-not-proven',
		{ problem: `${capital(problem)}${why}`, newToken },
		found?.statusCode ?? null,
	)
}
function describeRefusal({ inputs, store, product }, { found }, { why, statusCode }) {
	switch (why) {
		case 'limit':
			return finding_finding('too-many-tokens', { tokenName: inputs.jira.tokenName || undefined }, statusCode)
		case 'life': {
			const life = inputs.lifeDays === 'never' ? 'never expires' : `lives ${inputs.lifeDays} days`
			return finding_finding(
				'token-life-refused',
				{ problem: `${product.words.product} refuses to make a token that ${life} (HTTP 400)` },
				statusCode,
			)
		}
		case 'not-allowed': {
			const { path } = product.tokenMaking?.creation('', 1) ?? {}
			const problem = `${product.words.product} answers the request for a new token with HTTP ${statusCode}, though it accepts the token itself`
			const blocker = found !== undefined && 'operator' in found.facts ? found.facts.operator : undefined
			const operator = blocker ?? `the operators of ${new URL(inputs.jira.baseUrl).host}`
			return finding_finding('rotation-not-allowed', { problem, places: store.places, operator, path }, statusCode)
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
	const tokens = await untilKnown(
		task,
		bound,
		() => jira.list(token, known.identity, bound),
		(listed) => !isFinding(listed) && !listed.some(({ name }) => name === made.name),
	)
	if (isFinding(tokens))
		return unproven(task, made, `the list of tokens cannot be read (${title_titleOf(tokens, product.words)})`)
	const entry = tokens.find(({ name }) => name === made.name)
	if (entry === undefined) return unproven(task, made, 'the list of tokens does not show it')
	const endsMs = prove_inOurTime(entry.expiresAt, jira.offsetMs)
	deeds.made = {
		name: made.name,
		id: entry.id ?? made.id,
		createdMs: entry.createdAt === undefined ? undefined : entry.createdAt - (jira.offsetMs ?? 0),
		endsMs,
		fate: 'alive',
	}
	if (endsMs === undefined) return unproven(task, made, 'nobody can read when it ends')
	if (inputs.revoke !== 'now' && !isLater(endsMs, head.endsMs)) {
		const problem = `${product.words.product} has made a token that ends no later than the present one, though <days> asks for ${inputs.lifeDays} days`
		return finding_finding('token-life-refused', { problem })
	}
	return undefined
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
		return unproven(
			task,
			made,
			`${words.product} does not accept it (${title_titleOf(found, words)})`,
			found.statusCode,
		)
	}
	return isSameUser(found, identity) ? undefined : unproven(task, made, 'it belongs to another user')
}
function outOfTime(task, made) {
	return unproven(task, made, 'too much time has passed since it was asked for, or this machine was suspended')
}
function unproven({ product }, { name }, why, statusCode = null) {
	return finding_finding(
		'new-token-not-proven',
		{ problem: `${product.words.product} has made \u201c${name}\u201d, but ${why}`, newToken: name },
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
	const problem = `An earlier run has made \u201c${name}\u201d and stored it nowhere, and ${product.words.product} did not revoke it`
	return finding_finding('successor-lost', { problem, newToken: name })
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
				`\u201c${own.name}\u201d was revoked, but that ${task.product.words.product} refuses the token now could not be shown`,
				[own.name],
			),
		)
	}
	deeds.isOwnRevoked = true
	return endWith(undefined)
}
function notRevoked(task, why, alive = []) {
	return finding_finding('secret-shadowed', {
		problem: `The token that was given was not revoked: ${why}`,
		tokenNames: [...alive, ...leakedOf(task)],
	})
}
function leakedOf({ evidence, inputs, deeds, clock, fingerprint }) {
	const { prefix, jira } = inputs
	const { tokenName } = jira
	const live = evidence.tokens.filter((token) => isLive(token, clock.now()))
	const suspects = new Set([
		...familyOf(live, prefix),
		...findOwnEntry(live, { prefix, fingerprint, tokenName }).candidates,
	])
	return live
		.filter((token) => suspects.has(token) || (tokenName !== '' && token.name === tokenName))
		.filter(({ id, name }) => !deeds.gone.has(id ?? -1) && name !== deeds.made?.name)
		.map(({ name }) => name)
}
async function revokeListed(task, withToken, token) {
	const { jira, deeds, clock } = task
	if (token.id === undefined) return undefined
	deeds.toRevoke = token
	const failed = await jira.revoke(withToken, token.id, createBound(clock, WRITING_MS / 10))
	if (failed !== undefined) return failed
	deeds.gone.add(token.id)
	delete deeds.toRevoke
	return undefined
}
async function writeOwn(task, known, made, bound) {
	const { store, deeds } = task
	const [own] = store.places
	const written = await store.write(0, made.value, bound)
	if (isTrouble(written) && written.why === 'refused') return { kind: 'refused', found: describeTrouble(written, task) }
	if (isTrouble(written) && !(await hasMoved(task, known, bound))) {
		deeds.own = 'either'
		const problem = `Whether ${own} holds the new token or the old one is not known: ${trouble_words_speakerOf(store)} ${written.detail}`
		return { kind: 'in-doubt', found: finding_finding('secret-write-in-doubt', { problem, places: store.places }) }
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
			return finding_finding('secret-write-in-doubt', { problem, places: store.places })
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
		return noToken(finding_finding('new-token-not-proven', { problem }), true)
	}
	const bound = createBound(clock, WRITING_MS)
	const made = await create(task, known, bound)
	if (made.kind === 'none') return made
	const unlisted = await proveListed(task, known, made, head, bound)
	if (unlisted !== undefined) return giveUp(task, made, unlisted)
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
	const problem = `${task.product.words.product} has made \u201c${made.name}\u201d, which could not be stored, and did not revoke it`
	return noToken(finding_finding('successor-lost', { problem, newToken: made.name }), false)
}
function noToken(found, isCertain) {
	return { kind: 'none', found, isCertain }
}
function describeUncertainty({ inputs, evidence, clock }, problem) {
	if (problem === 'date')
		return finding_finding('expiry-unknown', { problem: 'a date in the list of tokens cannot be read' }, 200)
	const { tokenName } = inputs.jira
	const why =
		tokenName === ''
			? `several tokens of the account may be the one, and none of them is of the family \u201c${inputs.prefix}-*\u201d`
			: `no token named \u201c${tokenName}\u201d can be told to be the one, and none of the family \u201c${inputs.prefix}-*\u201d`
	const [first] = evidence.tokens.filter((token) => isLive(token, clock.now()))
	return finding_finding('expiry-unknown', { problem: why, ambiguousName: first?.name }, 200)
}
function describeShadow({ store }, step) {
	const [ownPlace] = store.places
	const { successor, isEnding, mayBeStored } = step
	const since = successor.createdAt === undefined ? '' : `, made on ${dayOf(successor.createdAt)}`
	const what = `the token of this run has a successor, \u201c${successor.name}\u201d${since}`
	const problem = isEnding
		? `It ends within two hours, or has ended, and ${what}, which this run was not given`
		: mayBeStored
			? `This run was given an old token: ${what}, which should have come out of ${ownPlace}`
			: `No place seems to hold it, but it was used: ${what}`
	const own = store.kind === 'places' ? { ownPlace } : { ownStore: ownPlace }
	return finding_finding('secret-shadowed', { problem, ...own, newToken: successor.name })
}
function describeTooShort({ inputs, clock }, standing) {
	const endsMs = standing.kind === 'head' && standing.endsMs !== 'never' ? standing.endsMs : clock.now()
	const days = Math.floor((endsMs - clock.now()) / DAY_MS) + 1
	return finding_finding('input-invalid', {
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
			return `it has a successor, \u201c${step.successor.name}\u201d, which the store has not handed out yet`
		case 'rest':
			return 'it was made less than an hour ago, so it is most likely the successor of the one that has leaked'
		default:
			return 'this run could not come so far'
	}
}
const rotate_MAX_STEPS = 50
async function rotate(task) {
	const { inputs, clock } = task
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
	const found = finding_finding('internal-error', { detail: 'the rotation did not come to an end' })
	return { ended: endWith(found), rotation: rotationOf(task, step), standing, step }
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
		case 'uncertain':
			return endWith(describeUncertainty(task, step.problem), 'expiry')
		case 'shadowed':
			return endWith(describeShadow(task, step))
		case 'too-short':
			return endWith(describeTooShort(task, standing))
		default:
			return endWith(undefined)
	}
}
function foresee(task, known) {
	const { inputs, deeds, clock } = task
	const kinds = new Set()
	let healed = false
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
		const tokenNames = entry.candidates.map(({ name }) => name)
		warn({ code: 'rotation-doubt', isWarning: true, facts: { tokenNames } })
	}
	const overdue = overdueElders(standing, inputs).filter(
		({ id }) => id === undefined || !(deeds.gone.has(id) || id === deeds.toRevoke?.id),
	)
	if (overdue.length > 0) {
		const tokenNames = overdue.map(({ name }) => name)
		warn({ code: 'rotation-elder', isWarning: true, facts: { tokenNames, tokenPage } })
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
	if (!value.includes('@')) return []
	const [, login] = /^(?:(?:[a-z][a-z0-9+.-]*:)?\/\/)?(.*)@/is.exec(value) ?? []
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
const MAX_DEPTH = 4
const decoding_UNSEEN = lazyPattern(String.raw`[\s\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}]`, 'u')
const ENCODED =
	/(?<utf8>%(?:25)*[c-fC-F][\da-fA-F](?:%(?:25)*[89abAB][\da-fA-F]){1,3})|%(?:25)*(?<percent>[\da-fA-F]{2})|&(?:amp;)*(?:#0*(?<decimal>\d{1,7});?|#[xX]0*(?<hex>[\da-fA-F]{1,6});?|(?<entity>[a-z]{2,6});)|\\+(?:u\{0*|x)(?<short>[\da-fA-F]{2})\}?|(?:\\+|%(?:25)*)u(?<long>[\da-fA-F]{4})|(?<nothing>\\+(?=["'/\\])|[^ -~\u{A0}-\u{10FFFF}]\[[\d;]*[a-zA-Z])|[^!-~]/gu
const UNIT = lazyPattern(`${ENCODED.source}|.`, 'gsu')
const decoding_ENTITIES = new Map(
	Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", plus: '+', sol: '/', equals: '=', colon: ':' }),
)
function isPlain(text) {
	return /^[ -$'-[\]-~]*$/.test(text)
}
function decoding_decode(text) {
	if (isPlain(text)) return fold(text.replaceAll(' ', ''))
	return fold(text.replace(ENCODED, (unit, ...rest) => decodeUnit(unit, rest.at(-1))))
}
function readings(text) {
	let bytes = decoding_decode(text)
	const all = [bytes]
	while (all.length <= MAX_DEPTH && /[%&\\]/.test(bytes)) {
		const again = decoding_decode(Buffer.from(bytes, 'latin1').toString())
		if (again === bytes) break
		bytes = again
		all.push(bytes)
	}
	return all
}
function unitsOf(text) {
	return Array.from(text.matchAll(UNIT()), ({ 0: unit, groups }) => ({ unit, bytes: fold(decodeUnit(unit, groups)) }))
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
	return decoding_UNSEEN().test(character) ? '' : utf8(character)
}
function utf8(text) {
	return isPrintableAscii(text) ? text : Buffer.from(text.normalize('NFKC')).toString('latin1')
}
function fold(bytes) {
	const small = isPrintableAscii(bytes)
		? bytes.toLowerCase()
		: bytes.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
	return small.replaceAll('-', '+').replaceAll('_', '/')
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
function runLengthOf(form) {
	return Math.min(form.length, RUN_LENGTH)
}
function beginningsOf(form) {
	const length = runLengthOf(form) - 1
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
function createFinder(forms) {
	const groups = once(() =>
		[...new Set(forms().map(runLengthOf))].map((length) => {
			const group = forms().filter((form) => runLengthOf(form) === length)
			const partLength = Math.ceil(length / 2)
			return { length, partLength, parts: piecesOf(group, partLength), runs: once(() => piecesOf(group, length)) }
		}),
	)
	return {
		placesIn(text) {
			const places = new Set()
			for (const { length, runs } of groups()) {
				const known = runs()
				for (let start = 0; start + length <= text.length; start += 1) {
					if (!known.has(text.slice(start, start + length))) continue
					for (let place = start; place < start + length; place += 1) places.add(place)
				}
			}
			return places
		},
		standsIn: (text) =>
			groups().some(
				({ length, partLength, parts, runs }) =>
					holdsOneOf(parts, text, partLength, length - partLength + 1) && holdsOneOf(runs(), text, length, 1),
			),
	}
}
function piecesOf(texts, length) {
	const pieces = new Set()
	for (const text of texts) {
		for (let start = 0; start + length <= text.length; start += 1) pieces.add(text.slice(start, start + length))
	}
	return pieces
}
function holdsOneOf(pieces, text, length, step) {
	for (let start = 0; start + length <= text.length; start += step) {
		if (pieces.has(text.slice(start, start + length))) return true
	}
	return false
}
const MASK = '***'
const MIN_LENGTH = 4
const redact_VISIBLE = lazyPattern(String.raw`[\p{L}\p{N}\p{P}\p{S}]`, 'u')
const redact_MAX_NAME_LENGTH = 10_000
function createRedactor(secrets, common = []) {
	const all = [...new Set(secrets)].filter(Boolean)
	const known = all.filter(({ length }) => length >= MIN_LENGTH)
	const words = [...all.filter(({ length }) => length < MIN_LENGTH), ...common].filter(
		(word) => /[!-~]/.test(word) || redact_VISIBLE().test(word),
	)
	const longForms = once(() => known.filter(({ length }) => length >= LONG_SECRET_LENGTH).flatMap(formsOf))
	const forms = once(() => known.flatMap(formsOf))
	const bareForms = once(() => known.flatMap(bareFormsOf))
	const runs = createFinder(forms)
	const bareRuns = createFinder(bareForms)
	const least = once(() => {
		const all = [...forms(), ...bareForms()]
		return { form: Math.min(...all.map(({ length }) => length)), run: Math.min(...all.map(runLengthOf)) }
	})
	const beginnings = once(() => new Set(forms().flatMap(beginningsOf)))
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
		if (!isCut && text.length < least().run && isPlain(text)) return text
		const [first, ...deeper] = readings(text)
		if (!holds(first) && deeper.some(holds)) return MASK
		const shown = holds(first) ? hide(text, isCut) : text
		const left = shown === text ? [first, ...deeper] : readings(shown)
		if (shown !== text && left.some(runs.standsIn)) return MASK
		return bareReadings(shown, left).some(bareRuns.standsIn) ? MASK : shown
	}
	return {
		redact: (text, isCut) => redactLong(words.reduce(hideWord, text), isCut),
		redactLong,
		isSecret(name) {
			if (name.length < least().form && isPlain(name)) return all.includes(name)
			const head = name.slice(0, redact_MAX_NAME_LENGTH)
			const holdsForm = (bytes) => longForms().some((form) => bytes.includes(form))
			const said = readings(head)
			return (
				all.includes(name) ||
				said.some(holdsForm) ||
				bareReadings(head, said).some((bare) =>
					bareForms().some((form) => form.length > LONG_SECRET_LENGTH && bare.includes(form)),
				)
			)
		},
	}
}
function bareReadings(text, said) {
	const spoken = /[%&\\]/.test(text) ? [...said, ...readings(backwards(text))] : said
	const withoutTags = spoken
		.filter((bytes) => bytes.includes('<'))
		.map((bytes) => bytes.replace(/<!\+\+.*?\+\+>|<[^>]*>/gs, ''))
	const all = [...spoken, ...withoutTags]
	return [...all, ...all.filter((bytes) => bytes.includes('0x')).map((bytes) => bytes.replaceAll('0x', ''))].map(bareOf)
}
function hideWord(text, word) {
	return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(word)}(?![\\p{L}\\p{N}])`, 'giu'), MASK)
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
	const [ownPlace, ...others] = store.places
	const own = store.kind === 'places' ? ownPlace : 'The store of the command'
	const endsMs = standing?.kind === 'uncertain' ? undefined : standing?.endsMs
	const until = endsMs === undefined || endsMs === 'never' ? '' : ` until ${dayOf(endsMs)}`
	const secretState = {
		this: `The token that this run was given still works${until}, and ${own} was not written.`,
		new: `${own} holds the new token, which works${isOldGone(deeds, standing) ? '' : `; so does the old one${until}`}.`,
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
		...(deeds.toRevoke === undefined ? [] : [`Whether \u201c${deeds.toRevoke.name}\u201d was revoked is not known.`]),
		...describeLeaked(task),
	]
	return {
		...(isRefused ? {} : { secretState }),
		newTokenState: describeMade(deeds),
		...(states.length === 0 ? {} : { placesState: states.join(' ') }),
	}
}
function isOldGone({ gone, toRevoke }, standing) {
	const ids = standing?.kind === 'head' ? standing.entry.candidates.map(({ id }) => id ?? -1) : []
	return ids.some((id) => gone.has(id) || id === toRevoke?.id)
}
function describeMade({ made, own }) {
	if (made === undefined) return 'No new token was made.'
	const name = `\u201c${made.name}\u201d`
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
				secretState: `A new token, \u201c${deeds.made?.name ?? ''}\u201d, was made with the old one, proven, and stored in ${places}.`,
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
				secretState: `It has a successor${step?.kind === 'wait' ? `, \u201c${step.successor.name}\u201d` : ''}: one that is just being stored, or that jobs which were queued before do not have yet.`,
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
	return revoked.length === 0 ? [] : [`Revoked: ${revoked.map(({ name }) => `\u201c${name}\u201d`).join(', ')}.`]
}
function describeDue(head, { inputs, clock }) {
	if (head === undefined) return 'This run changes nothing.'
	const due = dueMs(head, inputs)
	if (due === undefined) return 'A token that never expires is never due to be replaced.'
	return due > clock.now() ? `The next one is made on ${dayOf(due)} or later.` : 'A new one is due.'
}
function describeLeaked(task) {
	const leaked = task.inputs.revoke === 'now' ? leakedOf(task) : []
	const names = leaked.map((name) => `\u201c${name}\u201d`).join(', ')
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
	const revokedMs = clock.now() + inputs.overlapDays * DAY_MS
	if (typeof head?.endsMs === 'number' && head.endsMs <= revokedMs) return `The old one, \u201c${candidate.name}\u201d, ${ends}.`
	const day = dayOf(revokedMs)
	return `The old one, \u201c${candidate.name}\u201d, is revoked on ${day} or later, once it is seen that the new one is in use; else it ${ends}.`
}
function state_describeEnd(endsMs, { product }) {
	if (endsMs === undefined) return `ends when ${product} says`
	return endsMs === 'never' ? 'never expires' : `lives until ${dayOf(endsMs)}`
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
	const source = { ...runner, environment, readFile: readFile, nowMs: clock.now() }
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
	const detail = describeBug(error)
	const found = finding_finding('internal-error', { detail })
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
		ownInputsOf({ ...runner, environment, readFile: readFile, nowMs: clock.now() }),
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
const STANDARD_STREAMS = new Set(['PipeWrap', 'TTYWrap'])
const TURNS_TO_CLOSE = 3
const MAX_END_MS = 1000
function ending_createEnding(process, isGitHub) {
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
		return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value))
	}
	process.stdout.write(os.EOL)
	issueCommand('set-output', { name }, toCommandValue(value))
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
function formatOutputs(outputs) {
	let delimiter = 'ghadelimiter'
	while (outputs.some(([, value]) => value.includes(delimiter))) delimiter += '_'
	return outputs.map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`).join('')
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
function writeInto(path, flags, text, mode = OWNER_ONLY) {
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
		sourceOf: (name) => `the input ${name}`,
		readEvent: () => ({
			name: environment['GITHUB_EVENT_NAME'] ?? '',
			actor: environment['GITHUB_ACTOR'] ?? '',
			repository: environment['GITHUB_REPOSITORY'] ?? '',
			get payload() {
				return readEventPayload(environment['GITHUB_EVENT_PATH'])
			},
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
	const path = environment['GITHUB_OUTPUT']
	if (!path) return 'GITHUB_OUTPUT is not set'
	try {
		writeInto(
			path,
			external_node_fs_namespaceObject.constants.O_WRONLY | external_node_fs_namespaceObject.constants.O_APPEND,
			formatOutputs(outputs),
		)
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
const row_PROGRAMS = ['check', 'watch', 'rotate']
function opening_process_isGitHub({ argv, env }) {
	return (
		env['GITHUB_ACTIONS'] === 'true' &&
		Object.keys(env).some((name) => name.startsWith('INPUT_')) &&
		programOf(argv) === 'check' &&
		!argv.slice(2).some((argument) => argument.startsWith('-'))
	)
}
function programOf(argv) {
	const [, , word] = argv
	return row_PROGRAMS.find((program) => program === word) ?? 'check'
}
async function openRunner(process, program) {
	if (opening_process_isGitHub(process)) return createGitHubRunner(process.env)
	const part = import('./open-command-line.js')
	const { openCommandLine } = await takePart('open-command-line.js', part)
	return openCommandLine(process, program)
}
function startPart(process, part) {
	createEnding(process, isGitHub(process))
	part.catch((error) => failToLoad(process, error))
}
function failToLoad(process, error) {
	const onGitHub = opening_process_isGitHub(process)
	const why = error instanceof MissingPart ? error.message : 'a fault of its own'
	const text = `jira-pat-check could not start: ${why}\n`
	if (onGitHub) process.stdout.write(`::error title=The check itself failed::${text}`)
	else process.stderr.write(text)
	ending_createEnding(process, onGitHub).end(onGitHub ? 1 : 3)
}
function startProgram(process, program, createRun) {
	const { end, follow } = ending_createEnding(process, opening_process_isGitHub(process))
	openRunner(process, program).then(
		(opened) => (typeof opened === 'number' ? end(opened) : follow(createRun(opened))),
		(error) => failToLoad(process, error),
	)
}
function describeTask({ merge, only }, read, count, { redactLong }) {
	const list = read === undefined ? '' : plainText(read.identity.name, redactLong)
	const place = list === '' ? '' : ` of ${list}`
	if (merge.length > 0)
		return `puts together what other jobs have found${place === '' ? '' : ` about the tokens${place}`}`
	if (count === 0) return `watches the tokens${place}`
	return `watches ${only.length === 0 ? '' : `${only.length} of `}${count} ${count === 1 ? 'token' : 'tokens'}${place}`
}
function readWatchInputs(fields) {
	return {
		tokens: fields.text('tokens'),
		only: fields.list('only'),
		merge: fields
			.text('merge')
			.split(/[\r\n]+/)
			.map((path) => path.trim())
			.filter(Boolean),
		files: {
			html: fields.text('html'),
			junit: fields.text('junit'),
			metrics: fields.text('metrics'),
			'report-path': fields.text('report-path'),
		},
		issues: fields.boolean('issues'),
		issueLabel: fields.word('issue-label'),
		githubToken: fields.text('github-token'),
		failOn: readWatchFailOn(fields),
		timeoutMs: fields.wholeNumber('timeout-seconds') * 1000,
		parallel: fields.wholeNumber('parallel'),
		jobSummary: fields.boolean('job-summary'),
	}
}
const external_node_path_namespaceObject = builtin('node:path')
const flaw_LIST = 'YAML or JSON that has, below \u201ctokens:\u201d, a \u201c- secret: NAME\u201d for each token'
function flaw(at, problem, accepts = flaw_LIST, meant) {
	return { kind: 'flaw', at, problem, accepts, meant }
}
function isFlaw(value) {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'flaw'
}
function findingOf({ at, problem, accepts, meant }, path) {
	const line = at === undefined ? '' : `line ${at.line}${'column' in at ? `, column ${at.column}` : ''}`
	const place = [line, path].filter(Boolean).join(' of ') || 'the text'
	return invalidInput('tokens', `is no list that can be used: ${place} ${problem}`, accepts, meant)
}
const ALIAS = Symbol.for('yaml.alias')
const DOC = Symbol.for('yaml.document')
const MAP = Symbol.for('yaml.map')
const PAIR = Symbol.for('yaml.pair')
const SCALAR = Symbol.for('yaml.scalar')
const SEQ = Symbol.for('yaml.seq')
const NODE_TYPE = Symbol.for('yaml.node.type')
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS
const identity_isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ
function isCollection(node) {
	if (node && typeof node === 'object')
		switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ:
				return true
		}
	return false
}
function isNode(node) {
	if (node && typeof node === 'object')
		switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ:
				return true
		}
	return false
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor
const BREAK = Symbol('break visit')
const SKIP = Symbol('skip children')
const REMOVE = Symbol('remove node')
function visit(node, visitor) {
	const visitor_ = initVisitor(visitor)
	if (identity_isDocument(node)) {
		const cd = visit_(null, node.contents, visitor_, Object.freeze([node]))
		if (cd === REMOVE) node.contents = null
	} else visit_(null, node, visitor_, Object.freeze([]))
}
visit.BREAK = BREAK
visit.SKIP = SKIP
visit.REMOVE = REMOVE
function visit_(key, node, visitor, path) {
	const ctrl = callVisitor(key, node, visitor, path)
	if (isNode(ctrl) || isPair(ctrl)) {
		replaceNode(key, path, ctrl)
		return visit_(key, ctrl, visitor, path)
	}
	if (typeof ctrl !== 'symbol') {
		if (isCollection(node)) {
			path = Object.freeze(path.concat(node))
			for (let i = 0; i < node.items.length; ++i) {
				const ci = visit_(i, node.items[i], visitor, path)
				if (typeof ci === 'number') i = ci - 1
				else if (ci === BREAK) return BREAK
				else if (ci === REMOVE) {
					node.items.splice(i, 1)
					i -= 1
				}
			}
		} else if (isPair(node)) {
			path = Object.freeze(path.concat(node))
			const ck = visit_('key', node.key, visitor, path)
			if (ck === BREAK) return BREAK
			else if (ck === REMOVE) node.key = null
			const cv = visit_('value', node.value, visitor, path)
			if (cv === BREAK) return BREAK
			else if (cv === REMOVE) node.value = null
		}
	}
	return ctrl
}
async function visitAsync(node, visitor) {
	const visitor_ = initVisitor(visitor)
	if (identity_isDocument(node)) {
		const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]))
		if (cd === REMOVE) node.contents = null
	} else await visitAsync_(null, node, visitor_, Object.freeze([]))
}
visitAsync.BREAK = BREAK
visitAsync.SKIP = SKIP
visitAsync.REMOVE = REMOVE
async function visitAsync_(key, node, visitor, path) {
	const ctrl = await callVisitor(key, node, visitor, path)
	if (isNode(ctrl) || isPair(ctrl)) {
		replaceNode(key, path, ctrl)
		return visitAsync_(key, ctrl, visitor, path)
	}
	if (typeof ctrl !== 'symbol') {
		if (isCollection(node)) {
			path = Object.freeze(path.concat(node))
			for (let i = 0; i < node.items.length; ++i) {
				const ci = await visitAsync_(i, node.items[i], visitor, path)
				if (typeof ci === 'number') i = ci - 1
				else if (ci === BREAK) return BREAK
				else if (ci === REMOVE) {
					node.items.splice(i, 1)
					i -= 1
				}
			}
		} else if (isPair(node)) {
			path = Object.freeze(path.concat(node))
			const ck = await visitAsync_('key', node.key, visitor, path)
			if (ck === BREAK) return BREAK
			else if (ck === REMOVE) node.key = null
			const cv = await visitAsync_('value', node.value, visitor, path)
			if (cv === BREAK) return BREAK
			else if (cv === REMOVE) node.value = null
		}
	}
	return ctrl
}
function initVisitor(visitor) {
	if (typeof visitor === 'object' && (visitor.Collection || visitor.Node || visitor.Value)) {
		return Object.assign(
			{
				Alias: visitor.Node,
				Map: visitor.Node,
				Scalar: visitor.Node,
				Seq: visitor.Node,
			},
			visitor.Value && {
				Map: visitor.Value,
				Scalar: visitor.Value,
				Seq: visitor.Value,
			},
			visitor.Collection && {
				Map: visitor.Collection,
				Seq: visitor.Collection,
			},
			visitor,
		)
	}
	return visitor
}
function callVisitor(key, node, visitor, path) {
	if (typeof visitor === 'function') return visitor(key, node, path)
	if (isMap(node)) return visitor.Map?.(key, node, path)
	if (isSeq(node)) return visitor.Seq?.(key, node, path)
	if (isPair(node)) return visitor.Pair?.(key, node, path)
	if (isScalar(node)) return visitor.Scalar?.(key, node, path)
	if (isAlias(node)) return visitor.Alias?.(key, node, path)
	return undefined
}
function replaceNode(key, path, node) {
	const parent = path[path.length - 1]
	if (isCollection(parent)) {
		parent.items[key] = node
	} else if (isPair(parent)) {
		if (key === 'key') parent.key = node
		else parent.value = node
	} else if (identity_isDocument(parent)) {
		parent.contents = node
	} else {
		const pt = isAlias(parent) ? 'alias' : 'scalar'
		throw new Error(`Cannot replace node with ${pt} parent`)
	}
}
const escapeChars = {
	'!': '%21',
	',': '%2C',
	'[': '%5B',
	']': '%5D',
	'{': '%7B',
	'}': '%7D',
}
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch])
class Directives {
	constructor(yaml, tags) {
		this.docStart = null
		this.docEnd = false
		this.yaml = Object.assign({}, Directives.defaultYaml, yaml)
		this.tags = Object.assign({}, Directives.defaultTags, tags)
	}
	clone() {
		const copy = new Directives(this.yaml, this.tags)
		copy.docStart = this.docStart
		return copy
	}
	atDocument() {
		const res = new Directives(this.yaml, this.tags)
		switch (this.yaml.version) {
			case '1.1':
				this.atNextDocument = true
				break
			case '1.2':
				this.atNextDocument = false
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: '1.2',
				}
				this.tags = Object.assign({}, Directives.defaultTags)
				break
		}
		return res
	}
	add(line, onError) {
		if (this.atNextDocument) {
			this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' }
			this.tags = Object.assign({}, Directives.defaultTags)
			this.atNextDocument = false
		}
		const parts = line.trim().split(/[ \t]+/)
		const name = parts.shift()
		switch (name) {
			case '%TAG': {
				if (parts.length !== 2) {
					onError(0, '%TAG directive should contain exactly two parts')
					if (parts.length < 2) return false
				}
				const [handle, prefix] = parts
				this.tags[handle] = prefix
				return true
			}
			case '%YAML': {
				this.yaml.explicit = true
				if (parts.length !== 1) {
					onError(0, '%YAML directive should contain exactly one part')
					return false
				}
				const [version] = parts
				if (version === '1.1' || version === '1.2') {
					this.yaml.version = version
					return true
				} else {
					const isValid = /^\d+\.\d+$/.test(version)
					onError(6, `Unsupported YAML version ${version}`, isValid)
					return false
				}
			}
			default:
				onError(0, `Unknown directive ${name}`, true)
				return false
		}
	}
	tagName(source, onError) {
		if (source === '!') return '!'
		if (source[0] !== '!') {
			onError(`Not a valid tag: ${source}`)
			return null
		}
		if (source[1] === '<') {
			const verbatim = source.slice(2, -1)
			if (verbatim === '!' || verbatim === '!!') {
				onError(`Verbatim tags aren't resolved, so ${source} is invalid.`)
				return null
			}
			if (source[source.length - 1] !== '>') onError('Verbatim tags must end with a >')
			return verbatim
		}
		const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s)
		if (!suffix) onError(`The ${source} tag has no suffix`)
		const prefix = this.tags[handle]
		if (prefix) {
			try {
				return prefix + decodeURIComponent(suffix)
			} catch (error) {
				onError(String(error))
				return null
			}
		}
		if (handle === '!') return source
		onError(`Could not resolve tag: ${source}`)
		return null
	}
	tagString(tag) {
		for (const [handle, prefix] of Object.entries(this.tags)) {
			if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length))
		}
		return tag[0] === '!' ? tag : `!<${tag}>`
	}
	toString(doc) {
		const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || '1.2'}`] : []
		const tagEntries = Object.entries(this.tags)
		let tagNames
		if (doc && tagEntries.length > 0 && isNode(doc.contents)) {
			const tags = {}
			visit(doc.contents, (_key, node) => {
				if (isNode(node) && node.tag) tags[node.tag] = true
			})
			tagNames = Object.keys(tags)
		} else tagNames = []
		for (const [handle, prefix] of tagEntries) {
			if (handle === '!!' && prefix === 'tag:yaml.org,2002:') continue
			if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`)
		}
		return lines.join('\n')
	}
}
Directives.defaultYaml = { explicit: false, version: '1.2' }
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' }
function anchorIsValid(anchor) {
	if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
		const sa = JSON.stringify(anchor)
		const msg = `Anchor must not contain whitespace or control characters: ${sa}`
		throw new Error(msg)
	}
	return true
}
function anchorNames(root) {
	const anchors = new Set()
	visit(root, {
		Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor)
		},
	})
	return anchors
}
function findNewAnchor(prefix, exclude) {
	for (let i = 1; true; ++i) {
		const name = `${prefix}${i}`
		if (!exclude.has(name)) return name
	}
}
function createNodeAnchors(doc, prefix) {
	const aliasObjects = []
	const sourceObjects = new Map()
	let prevAnchors = null
	return {
		onAnchor: (source) => {
			aliasObjects.push(source)
			prevAnchors ?? (prevAnchors = anchorNames(doc))
			const anchor = findNewAnchor(prefix, prevAnchors)
			prevAnchors.add(anchor)
			return anchor
		},
		setAnchors: () => {
			for (const source of aliasObjects) {
				const ref = sourceObjects.get(source)
				if (typeof ref === 'object' && ref.anchor && (isScalar(ref.node) || isCollection(ref.node))) {
					ref.node.anchor = ref.anchor
				} else {
					const error = new Error('Failed to resolve repeated object (this should not happen)')
					error.source = source
					throw error
				}
			}
		},
		sourceObjects,
	}
}
function applyReviver(reviver, obj, key, val) {
	if (val && typeof val === 'object') {
		if (Array.isArray(val)) {
			for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i]
				const v1 = applyReviver(reviver, val, String(i), v0)
				if (v1 === undefined) delete val[i]
				else if (v1 !== v0) val[i] = v1
			}
		} else if (val instanceof Map) {
			for (const k of Array.from(val.keys())) {
				const v0 = val.get(k)
				const v1 = applyReviver(reviver, val, k, v0)
				if (v1 === undefined) val.delete(k)
				else if (v1 !== v0) val.set(k, v1)
			}
		} else if (val instanceof Set) {
			for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0)
				if (v1 === undefined) val.delete(v0)
				else if (v1 !== v0) {
					val.delete(v0)
					val.add(v1)
				}
			}
		} else {
			for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0)
				if (v1 === undefined) delete val[k]
				else if (v1 !== v0) val[k] = v1
			}
		}
	}
	return reviver.call(obj, key, val)
}
function toJS(value, arg, ctx) {
	if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx))
	if (value && typeof value.toJSON === 'function') {
		if (!ctx || !hasAnchor(value)) return value.toJSON(arg, ctx)
		const data = { aliasCount: 0, count: 1, res: undefined }
		ctx.anchors.set(value, data)
		ctx.onCreate = (res) => {
			data.res = res
			delete ctx.onCreate
		}
		const res = value.toJSON(arg, ctx)
		if (ctx.onCreate) ctx.onCreate(res)
		return res
	}
	if (typeof value === 'bigint' && !ctx?.keep) return Number(value)
	return value
}
class NodeBase {
	constructor(type) {
		Object.defineProperty(this, NODE_TYPE, { value: type })
	}
	clone() {
		const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this))
		if (this.range) copy.range = this.range.slice()
		return copy
	}
	toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
		if (!identity_isDocument(doc)) throw new TypeError('A document argument is required')
		const ctx = {
			anchors: new Map(),
			doc,
			keep: true,
			mapAsMap: mapAsMap === true,
			mapKeyWarned: false,
			maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100,
		}
		const res = toJS(this, '', ctx)
		if (typeof onAnchor === 'function') for (const { count, res } of ctx.anchors.values()) onAnchor(res, count)
		return typeof reviver === 'function' ? applyReviver(reviver, { '': res }, '', res) : res
	}
}
class Alias extends NodeBase {
	constructor(source) {
		super(ALIAS)
		this.source = source
		Object.defineProperty(this, 'tag', {
			set() {
				throw new Error('Alias nodes cannot have tags')
			},
		})
	}
	resolve(doc, ctx) {
		if (ctx?.maxAliasCount === 0) throw new ReferenceError('Alias resolution is disabled')
		let nodes
		if (ctx?.aliasResolveCache) {
			nodes = ctx.aliasResolveCache
		} else {
			nodes = []
			visit(doc, {
				Node: (_key, node) => {
					if (isAlias(node) || hasAnchor(node)) nodes.push(node)
				},
			})
			if (ctx) ctx.aliasResolveCache = nodes
		}
		let found = undefined
		for (const node of nodes) {
			if (node === this) break
			if (node.anchor === this.source) found = node
		}
		if (found && ctx) {
			const { anchors, doc, maxAliasCount } = ctx
			let data = anchors.get(found)
			if (!data) {
				toJS(found, null, ctx)
				data = anchors.get(found)
			}
			if (data?.res === undefined) {
				const msg = 'This should not happen: Alias anchor was not resolved?'
				throw new ReferenceError(msg)
			}
			if (maxAliasCount >= 0) {
				data.count += 1
				if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors)
				if (data.count * data.aliasCount > maxAliasCount) {
					const msg = 'Excessive alias count indicates a resource exhaustion attack'
					throw new ReferenceError(msg)
				}
			}
		}
		return found
	}
	toJSON(_arg, ctx) {
		if (!ctx) return { source: this.source }
		const source = this.resolve(ctx.doc, ctx)
		if (!source) {
			const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`
			throw new ReferenceError(msg)
		}
		return ctx.anchors.get(source).res
	}
	toString(ctx, _onComment, _onChompKeep) {
		const src = `*${this.source}`
		if (ctx) {
			anchorIsValid(this.source)
			if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`
				throw new Error(msg)
			}
			if (ctx.implicitKey) return `${src} `
		}
		return src
	}
}
function getAliasCount(doc, node, anchors) {
	if (isAlias(node)) {
		const source = node.resolve(doc)
		const anchor = anchors && source && anchors.get(source)
		return anchor ? anchor.count * anchor.aliasCount : 0
	} else if (isCollection(node)) {
		let count = 0
		for (const item of node.items) {
			const c = getAliasCount(doc, item, anchors)
			if (c > count) count = c
		}
		return count
	} else if (isPair(node)) {
		const kc = getAliasCount(doc, node.key, anchors)
		const vc = getAliasCount(doc, node.value, anchors)
		return Math.max(kc, vc)
	}
	return 1
}
const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object')
class Scalar extends NodeBase {
	constructor(value) {
		super(SCALAR)
		this.value = value
	}
	toJSON(arg, ctx) {
		return ctx?.keep ? this.value : toJS(this.value, arg, ctx)
	}
	toString() {
		return String(this.value)
	}
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED'
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL'
Scalar.PLAIN = 'PLAIN'
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE'
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE'
const defaultTagPrefix = 'tag:yaml.org,2002:'
function findTagObject(value, tagName, tags) {
	if (tagName) {
		const match = tags.filter((t) => t.tag === tagName)
		const tagObj = match.find((t) => !t.format) ?? match[0]
		if (!tagObj) throw new Error(`Tag ${tagName} not found`)
		return tagObj
	}
	return tags.find((t) => t.identify?.(value) && !t.format)
}
function createNode(value, tagName, ctx) {
	if (identity_isDocument(value)) value = value.contents
	if (isNode(value)) return value
	if (isPair(value)) {
		const map = ctx.schema[MAP].createNode?.(ctx.schema, null, ctx)
		map.items.push(value)
		return map
	}
	if (
		value instanceof String ||
		value instanceof Number ||
		value instanceof Boolean ||
		(typeof BigInt !== 'undefined' && value instanceof BigInt)
	) {
		value = value.valueOf()
	}
	const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx
	let ref = undefined
	if (aliasDuplicateObjects && value && typeof value === 'object') {
		ref = sourceObjects.get(value)
		if (ref) {
			ref.anchor ?? (ref.anchor = onAnchor(value))
			return new Alias(ref.anchor)
		} else {
			ref = { anchor: null, node: null }
			sourceObjects.set(value, ref)
		}
	}
	if (tagName?.startsWith('!!')) tagName = defaultTagPrefix + tagName.slice(2)
	let tagObj = findTagObject(value, tagName, schema.tags)
	if (!tagObj) {
		if (value && typeof value.toJSON === 'function') {
			value = value.toJSON()
		}
		if (!value || typeof value !== 'object') {
			const node = new Scalar(value)
			if (ref) ref.node = node
			return node
		}
		tagObj = value instanceof Map ? schema[MAP] : Symbol.iterator in Object(value) ? schema[SEQ] : schema[MAP]
	}
	if (onTagObj) {
		onTagObj(tagObj)
		delete ctx.onTagObj
	}
	const node = tagObj?.createNode
		? tagObj.createNode(ctx.schema, value, ctx)
		: typeof tagObj?.nodeClass?.from === 'function'
			? tagObj.nodeClass.from(ctx.schema, value, ctx)
			: new Scalar(value)
	if (tagName) node.tag = tagName
	else if (!tagObj.default) node.tag = tagObj.tag
	if (ref) ref.node = node
	return node
}
function collectionFromPath(schema, path, value) {
	let v = value
	for (let i = path.length - 1; i >= 0; --i) {
		const k = path[i]
		if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
			const a = []
			a[k] = v
			v = a
		} else {
			v = new Map([[k, v]])
		}
	}
	return createNode(v, undefined, {
		aliasDuplicateObjects: false,
		keepUndefined: false,
		onAnchor: () => {
			throw new Error('This should not happen, please report a bug.')
		},
		schema,
		sourceObjects: new Map(),
	})
}
const isEmptyPath = (path) => path == null || (typeof path === 'object' && !!path[Symbol.iterator]().next().done)
class Collection extends NodeBase {
	constructor(type, schema) {
		super(type)
		Object.defineProperty(this, 'schema', {
			value: schema,
			configurable: true,
			enumerable: false,
			writable: true,
		})
	}
	clone(schema) {
		const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this))
		if (schema) copy.schema = schema
		copy.items = copy.items.map((it) => (isNode(it) || isPair(it) ? it.clone(schema) : it))
		if (this.range) copy.range = this.range.slice()
		return copy
	}
	addIn(path, value) {
		if (isEmptyPath(path)) this.add(value)
		else {
			const [key, ...rest] = path
			const node = this.get(key, true)
			if (isCollection(node)) node.addIn(rest, value)
			else if (node === undefined && this.schema) this.set(key, collectionFromPath(this.schema, rest, value))
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`)
		}
	}
	deleteIn(path) {
		const [key, ...rest] = path
		if (rest.length === 0) return this.delete(key)
		const node = this.get(key, true)
		if (isCollection(node)) return node.deleteIn(rest)
		else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`)
	}
	getIn(path, keepScalar) {
		const [key, ...rest] = path
		const node = this.get(key, true)
		if (rest.length === 0) return !keepScalar && isScalar(node) ? node.value : node
		else return isCollection(node) ? node.getIn(rest, keepScalar) : undefined
	}
	hasAllNullValues(allowScalar) {
		return this.items.every((node) => {
			if (!isPair(node)) return false
			const n = node.value
			return n == null || (allowScalar && isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag)
		})
	}
	hasIn(path) {
		const [key, ...rest] = path
		if (rest.length === 0) return this.has(key)
		const node = this.get(key, true)
		return isCollection(node) ? node.hasIn(rest) : false
	}
	setIn(path, value) {
		const [key, ...rest] = path
		if (rest.length === 0) {
			this.set(key, value)
		} else {
			const node = this.get(key, true)
			if (isCollection(node)) node.setIn(rest, value)
			else if (node === undefined && this.schema) this.set(key, collectionFromPath(this.schema, rest, value))
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`)
		}
	}
}
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#')
function indentComment(comment, indent) {
	if (/^\n+$/.test(comment)) return comment.substring(1)
	return indent ? comment.replace(/^(?! *$)/gm, indent) : comment
}
const lineComment = (str, indent, comment) =>
	str.endsWith('\n')
		? indentComment(comment, indent)
		: comment.includes('\n')
			? '\n' + indentComment(comment, indent)
			: (str.endsWith(' ') ? '' : ' ') + comment
const FOLD_FLOW = 'flow'
const FOLD_BLOCK = 'block'
const FOLD_QUOTED = 'quoted'
function foldFlowLines(
	text,
	indent,
	mode = 'flow',
	{ indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {},
) {
	if (!lineWidth || lineWidth < 0) return text
	if (lineWidth < minContentWidth) minContentWidth = 0
	const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length)
	if (text.length <= endStep) return text
	const folds = []
	const escapedFolds = {}
	let end = lineWidth - indent.length
	if (typeof indentAtStart === 'number') {
		if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0)
		else end = lineWidth - indentAtStart
	}
	let split = undefined
	let prev = undefined
	let overflow = false
	let i = -1
	let escStart = -1
	let escEnd = -1
	if (mode === FOLD_BLOCK) {
		i = consumeMoreIndentedLines(text, i, indent.length)
		if (i !== -1) end = i + endStep
	}
	for (let ch; (ch = text[(i += 1)]); ) {
		if (mode === FOLD_QUOTED && ch === '\\') {
			escStart = i
			switch (text[i + 1]) {
				case 'x':
					i += 3
					break
				case 'u':
					i += 5
					break
				case 'U':
					i += 9
					break
				default:
					i += 1
			}
			escEnd = i
		}
		if (ch === '\n') {
			if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length)
			end = i + indent.length + endStep
			split = undefined
		} else {
			if (ch === ' ' && prev && prev !== ' ' && prev !== '\n' && prev !== '\t') {
				const next = text[i + 1]
				if (next && next !== ' ' && next !== '\n' && next !== '\t') split = i
			}
			if (i >= end) {
				if (split) {
					folds.push(split)
					end = split + endStep
					split = undefined
				} else if (mode === FOLD_QUOTED) {
					while (prev === ' ' || prev === '\t') {
						prev = ch
						ch = text[(i += 1)]
						overflow = true
					}
					const j = i > escEnd + 1 ? i - 2 : escStart - 1
					if (escapedFolds[j]) return text
					folds.push(j)
					escapedFolds[j] = true
					end = j + endStep
					split = undefined
				} else {
					overflow = true
				}
			}
		}
		prev = ch
	}
	if (overflow && onOverflow) onOverflow()
	if (folds.length === 0) return text
	if (onFold) onFold()
	let res = text.slice(0, folds[0])
	for (let i = 0; i < folds.length; ++i) {
		const fold = folds[i]
		const end = folds[i + 1] || text.length
		if (fold === 0) res = `\n${indent}${text.slice(0, end)}`
		else {
			if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`
			res += `\n${indent}${text.slice(fold + 1, end)}`
		}
	}
	return res
}
function consumeMoreIndentedLines(text, i, indent) {
	let end = i
	let start = i + 1
	let ch = text[start]
	while (ch === ' ' || ch === '\t') {
		if (i < start + indent) {
			ch = text[++i]
		} else {
			do {
				ch = text[++i]
			} while (ch && ch !== '\n')
			end = i
			start = i + 1
			ch = text[start]
		}
	}
	return end
}
const getFoldOptions = (ctx, isBlock) => ({
	indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
	lineWidth: ctx.options.lineWidth,
	minContentWidth: ctx.options.minContentWidth,
})
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str)
function lineLengthOverLimit(str, lineWidth, indentLength) {
	if (!lineWidth || lineWidth < 0) return false
	const limit = lineWidth - indentLength
	const strLen = str.length
	if (strLen <= limit) return false
	for (let i = 0, start = 0; i < strLen; ++i) {
		if (str[i] === '\n') {
			if (i - start > limit) return true
			start = i + 1
			if (strLen - start <= limit) return false
		}
	}
	return true
}
function doubleQuotedString(value, ctx) {
	const json = JSON.stringify(value)
	if (ctx.options.doubleQuotedAsJSON) return json
	const { implicitKey } = ctx
	const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength
	const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '')
	let str = ''
	let start = 0
	for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
		if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
			str += json.slice(start, i) + '\\ '
			i += 1
			start = i
			ch = '\\'
		}
		if (ch === '\\')
			switch (json[i + 1]) {
				case 'u':
					{
						str += json.slice(start, i)
						const code = json.substr(i + 2, 4)
						switch (code) {
							case '0000':
								str += '\\0'
								break
							case '0007':
								str += '\\a'
								break
							case '000b':
								str += '\\v'
								break
							case '001b':
								str += '\\e'
								break
							case '0085':
								str += '\\N'
								break
							case '00a0':
								str += '\\_'
								break
							case '2028':
								str += '\\L'
								break
							case '2029':
								str += '\\P'
								break
							default:
								if (code.substr(0, 2) === '00') str += '\\x' + code.substr(2)
								else str += json.substr(i, 6)
						}
						i += 5
						start = i + 1
					}
					break
				case 'n':
					if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
						i += 1
					} else {
						str += json.slice(start, i) + '\n\n'
						while (json[i + 2] === '\\' && json[i + 3] === 'n' && json[i + 4] !== '"') {
							str += '\n'
							i += 2
						}
						str += indent
						if (json[i + 2] === ' ') str += '\\'
						i += 1
						start = i + 1
					}
					break
				default:
					i += 1
			}
	}
	str = start ? str + json.slice(start) : json
	return implicitKey ? str : foldFlowLines(str, indent, FOLD_QUOTED, getFoldOptions(ctx, false))
}
function singleQuotedString(value, ctx) {
	if (ctx.options.singleQuote === false || (ctx.implicitKey && value.includes('\n')) || /[ \t]\n|\n[ \t]/.test(value))
		return doubleQuotedString(value, ctx)
	const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '')
	const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'"
	return ctx.implicitKey ? res : foldFlowLines(res, indent, FOLD_FLOW, getFoldOptions(ctx, false))
}
function quotedString(value, ctx) {
	const { singleQuote } = ctx.options
	let qs
	if (singleQuote === false) qs = doubleQuotedString
	else {
		const hasDouble = value.includes('"')
		const hasSingle = value.includes("'")
		if (hasDouble && !hasSingle) qs = singleQuotedString
		else if (hasSingle && !hasDouble) qs = doubleQuotedString
		else qs = singleQuote ? singleQuotedString : doubleQuotedString
	}
	return qs(value, ctx)
}
let blockEndNewlines
try {
	blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g')
} catch {
	blockEndNewlines = /\n+(?!\n|$)/g
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
	const { blockQuote, commentString, lineWidth } = ctx.options
	if (!blockQuote || /\n[\t ]+$/.test(value)) {
		return quotedString(value, ctx)
	}
	const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '')
	const literal =
		blockQuote === 'literal'
			? true
			: blockQuote === 'folded' || type === Scalar.BLOCK_FOLDED
				? false
				: type === Scalar.BLOCK_LITERAL
					? true
					: !lineLengthOverLimit(value, lineWidth, indent.length)
	if (!value) return literal ? '|\n' : '>\n'
	let chomp
	let endStart
	for (endStart = value.length; endStart > 0; --endStart) {
		const ch = value[endStart - 1]
		if (ch !== '\n' && ch !== '\t' && ch !== ' ') break
	}
	let end = value.substring(endStart)
	const endNlPos = end.indexOf('\n')
	if (endNlPos === -1) {
		chomp = '-'
	} else if (value === end || endNlPos !== end.length - 1) {
		chomp = '+'
		if (onChompKeep) onChompKeep()
	} else {
		chomp = ''
	}
	if (end) {
		value = value.slice(0, -end.length)
		if (end[end.length - 1] === '\n') end = end.slice(0, -1)
		end = end.replace(blockEndNewlines, `$&${indent}`)
	}
	let startWithSpace = false
	let startEnd
	let startNlPos = -1
	for (startEnd = 0; startEnd < value.length; ++startEnd) {
		const ch = value[startEnd]
		if (ch === ' ') startWithSpace = true
		else if (ch === '\n') startNlPos = startEnd
		else break
	}
	let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd)
	if (start) {
		value = value.substring(start.length)
		start = start.replace(/\n+/g, `$&${indent}`)
	}
	const indentSize = indent ? '2' : '1'
	let header = (startWithSpace ? indentSize : '') + chomp
	if (comment) {
		header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '))
		if (onComment) onComment()
	}
	if (!literal) {
		const foldedValue = value
			.replace(/\n+/g, '\n$&')
			.replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2')
			.replace(/\n+/g, `$&${indent}`)
		let literalFallback = false
		const foldOptions = getFoldOptions(ctx, true)
		if (blockQuote !== 'folded' && type !== Scalar.BLOCK_FOLDED) {
			foldOptions.onOverflow = () => {
				literalFallback = true
			}
		}
		const body = foldFlowLines(`${start}${foldedValue}${end}`, indent, FOLD_BLOCK, foldOptions)
		if (!literalFallback) return `>${header}\n${indent}${body}`
	}
	value = value.replace(/\n+/g, `$&${indent}`)
	return `|${header}\n${indent}${start}${value}${end}`
}
function plainString(item, ctx, onComment, onChompKeep) {
	const { type, value } = item
	const { actualString, implicitKey, indent, indentStep, inFlow } = ctx
	if ((implicitKey && value.includes('\n')) || (inFlow && /[[\]{},]/.test(value))) {
		return quotedString(value, ctx)
	}
	if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
		return implicitKey || inFlow || !value.includes('\n')
			? quotedString(value, ctx)
			: blockString(item, ctx, onComment, onChompKeep)
	}
	if (!implicitKey && !inFlow && type !== Scalar.PLAIN && value.includes('\n')) {
		return blockString(item, ctx, onComment, onChompKeep)
	}
	if (containsDocumentMarker(value)) {
		if (indent === '') {
			ctx.forceBlockIndent = true
			return blockString(item, ctx, onComment, onChompKeep)
		} else if (implicitKey && indent === indentStep) {
			return quotedString(value, ctx)
		}
	}
	const str = value.replace(/\n+/g, `$&\n${indent}`)
	if (actualString) {
		const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str)
		const { compat, tags } = ctx.doc.schema
		if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx)
	}
	return implicitKey ? str : foldFlowLines(str, indent, FOLD_FLOW, getFoldOptions(ctx, false))
}
function stringifyString_stringifyString(item, ctx, onComment, onChompKeep) {
	const { implicitKey, inFlow } = ctx
	const ss = typeof item.value === 'string' ? item : Object.assign({}, item, { value: String(item.value) })
	let { type } = item
	if (type !== Scalar.QUOTE_DOUBLE) {
		if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.QUOTE_DOUBLE
	}
	const _stringify = (_type) => {
		switch (_type) {
			case Scalar.BLOCK_FOLDED:
			case Scalar.BLOCK_LITERAL:
				return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep)
			case Scalar.QUOTE_DOUBLE:
				return doubleQuotedString(ss.value, ctx)
			case Scalar.QUOTE_SINGLE:
				return singleQuotedString(ss.value, ctx)
			case Scalar.PLAIN:
				return plainString(ss, ctx, onComment, onChompKeep)
			default:
				return null
		}
	}
	let res = _stringify(type)
	if (res === null) {
		const { defaultKeyType, defaultStringType } = ctx.options
		const t = (implicitKey && defaultKeyType) || defaultStringType
		res = _stringify(t)
		if (res === null) throw new Error(`Unsupported default string type ${t}`)
	}
	return res
}
function createStringifyContext(doc, options) {
	const opt = Object.assign(
		{
			blockQuote: true,
			commentString: stringifyComment,
			defaultKeyType: null,
			defaultStringType: 'PLAIN',
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: 'false',
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: 'null',
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: 'true',
			verifyAliasOrder: true,
		},
		doc.schema.toStringOptions,
		options,
	)
	let inFlow
	switch (opt.collectionStyle) {
		case 'block':
			inFlow = false
			break
		case 'flow':
			inFlow = true
			break
		default:
			inFlow = null
	}
	return {
		anchors: new Set(),
		doc,
		flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
		indent: '',
		indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
		inFlow,
		options: opt,
	}
}
function getTagObject(tags, item) {
	if (item.tag) {
		const match = tags.filter((t) => t.tag === item.tag)
		if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0]
	}
	let tagObj = undefined
	let obj
	if (isScalar(item)) {
		obj = item.value
		let match = tags.filter((t) => t.identify?.(obj))
		if (match.length > 1) {
			const testMatch = match.filter((t) => t.test)
			if (testMatch.length > 0) match = testMatch
		}
		tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format)
	} else {
		obj = item
		tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass)
	}
	if (!tagObj) {
		const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj)
		throw new Error(`Tag not resolved for ${name} value`)
	}
	return tagObj
}
function stringifyProps(node, tagObj, { anchors, doc }) {
	if (!doc.directives) return ''
	const props = []
	const anchor = (isScalar(node) || isCollection(node)) && node.anchor
	if (anchor && anchorIsValid(anchor)) {
		anchors.add(anchor)
		props.push(`&${anchor}`)
	}
	const tag = node.tag ?? (tagObj.default ? null : tagObj.tag)
	if (tag) props.push(doc.directives.tagString(tag))
	return props.join(' ')
}
function stringify(item, ctx, onComment, onChompKeep) {
	if (isPair(item)) return item.toString(ctx, onComment, onChompKeep)
	if (isAlias(item)) {
		if (ctx.doc.directives) return item.toString(ctx)
		if (ctx.resolvedAliases?.has(item)) {
			throw new TypeError(`Cannot stringify circular structure without alias nodes`)
		} else {
			if (ctx.resolvedAliases) ctx.resolvedAliases.add(item)
			else ctx.resolvedAliases = new Set([item])
			item = item.resolve(ctx.doc)
		}
	}
	let tagObj = undefined
	const node = isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => (tagObj = o) })
	tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node))
	const props = stringifyProps(node, tagObj, ctx)
	if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1
	const str =
		typeof tagObj.stringify === 'function'
			? tagObj.stringify(node, ctx, onComment, onChompKeep)
			: isScalar(node)
				? stringifyString_stringifyString(node, ctx, onComment, onChompKeep)
				: node.toString(ctx, onComment, onChompKeep)
	if (!props) return str
	return isScalar(node) || str[0] === '{' || str[0] === '[' ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`
}
function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
	const {
		allNullValues,
		doc,
		indent,
		indentStep,
		options: { commentString, indentSeq, simpleKeys },
	} = ctx
	let keyComment = (isNode(key) && key.comment) || null
	if (simpleKeys) {
		if (keyComment) {
			throw new Error('With simple keys, key nodes cannot have comments')
		}
		if (isCollection(key) || (!isNode(key) && typeof key === 'object')) {
			const msg = 'With simple keys, collection cannot be used as a key value'
			throw new Error(msg)
		}
	}
	let explicitKey =
		!simpleKeys &&
		(!key ||
			(keyComment && value == null && !ctx.inFlow) ||
			isCollection(key) ||
			(isScalar(key) ? key.type === Scalar.BLOCK_FOLDED || key.type === Scalar.BLOCK_LITERAL : typeof key === 'object'))
	ctx = Object.assign({}, ctx, {
		allNullValues: false,
		implicitKey: !explicitKey && (simpleKeys || !allNullValues),
		indent: indent + indentStep,
	})
	let keyCommentDone = false
	let chompKeep = false
	let str = stringify(
		key,
		ctx,
		() => (keyCommentDone = true),
		() => (chompKeep = true),
	)
	if (!explicitKey && !ctx.inFlow && str.length > 1024) {
		if (simpleKeys) throw new Error('With simple keys, single line scalar must not span more than 1024 characters')
		explicitKey = true
	}
	if (ctx.inFlow) {
		if (allNullValues || value == null) {
			if (keyCommentDone && onComment) onComment()
			return str === '' ? '?' : explicitKey ? `? ${str}` : str
		}
	} else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
		str = `? ${str}`
		if (keyComment && !keyCommentDone) {
			str += lineComment(str, ctx.indent, commentString(keyComment))
		} else if (chompKeep && onChompKeep) onChompKeep()
		return str
	}
	if (keyCommentDone) keyComment = null
	if (explicitKey) {
		if (keyComment) str += lineComment(str, ctx.indent, commentString(keyComment))
		str = `? ${str}\n${indent}:`
	} else {
		str = `${str}:`
		if (keyComment) str += lineComment(str, ctx.indent, commentString(keyComment))
	}
	let vsb, vcb, valueComment
	if (isNode(value)) {
		vsb = !!value.spaceBefore
		vcb = value.commentBefore
		valueComment = value.comment
	} else {
		vsb = false
		vcb = null
		valueComment = null
		if (value && typeof value === 'object') value = doc.createNode(value)
	}
	ctx.implicitKey = false
	if (!explicitKey && !keyComment && isScalar(value)) ctx.indentAtStart = str.length + 1
	chompKeep = false
	if (
		!indentSeq &&
		indentStep.length >= 2 &&
		!ctx.inFlow &&
		!explicitKey &&
		isSeq(value) &&
		!value.flow &&
		!value.tag &&
		!value.anchor
	) {
		ctx.indent = ctx.indent.substring(2)
	}
	let valueCommentDone = false
	const valueStr = stringify(
		value,
		ctx,
		() => (valueCommentDone = true),
		() => (chompKeep = true),
	)
	let ws = ' '
	if (keyComment || vsb || vcb) {
		ws = vsb ? '\n' : ''
		if (vcb) {
			const cs = commentString(vcb)
			ws += `\n${indentComment(cs, ctx.indent)}`
		}
		if (valueStr === '' && !ctx.inFlow) {
			if (ws === '\n' && valueComment) ws = '\n\n'
		} else {
			ws += `\n${ctx.indent}`
		}
	} else if (!explicitKey && isCollection(value)) {
		const vs0 = valueStr[0]
		const nl0 = valueStr.indexOf('\n')
		const hasNewline = nl0 !== -1
		const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0
		if (hasNewline || !flow) {
			let hasPropsLine = false
			if (hasNewline && (vs0 === '&' || vs0 === '!')) {
				let sp0 = valueStr.indexOf(' ')
				if (vs0 === '&' && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === '!') {
					sp0 = valueStr.indexOf(' ', sp0 + 1)
				}
				if (sp0 === -1 || nl0 < sp0) hasPropsLine = true
			}
			if (!hasPropsLine) ws = `\n${ctx.indent}`
		}
	} else if (valueStr === '' || valueStr[0] === '\n') {
		ws = ''
	}
	str += ws + valueStr
	if (ctx.inFlow) {
		if (valueCommentDone && onComment) onComment()
	} else if (valueComment && !valueCommentDone) {
		str += lineComment(str, ctx.indent, commentString(valueComment))
	} else if (chompKeep && onChompKeep) {
		onChompKeep()
	}
	return str
}
function log_debug(logLevel, ...messages) {
	if (logLevel === 'debug') console.log(...messages)
}
function log_warn(logLevel, warning) {
	if (logLevel === 'debug' || logLevel === 'warn') {
		console.warn(warning)
	}
}
const MERGE_KEY = '<<'
const merge = {
	identify: (value) => value === MERGE_KEY || (typeof value === 'symbol' && value.description === MERGE_KEY),
	default: 'key',
	tag: 'tag:yaml.org,2002:merge',
	test: /^<<$/,
	resolve: () =>
		Object.assign(new Scalar(Symbol(MERGE_KEY)), {
			addToJSMap: addMergeToJSMap,
		}),
	stringify: () => MERGE_KEY,
}
const isMergeKey = (ctx, key) =>
	(merge.identify(key) || (isScalar(key) && (!key.type || key.type === Scalar.PLAIN) && merge.identify(key.value))) &&
	ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default)
function addMergeToJSMap(ctx, map, value) {
	const source = resolveAliasValue(ctx, value)
	if (isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it)
	else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it)
	else mergeValue(ctx, map, source)
}
function mergeValue(ctx, map, value) {
	const source = resolveAliasValue(ctx, value)
	if (!isMap(source)) throw new Error('Merge sources must be maps or map aliases')
	const srcMap = source.toJSON(null, ctx, Map)
	for (const [key, value] of srcMap) {
		if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value)
		} else if (map instanceof Set) {
			map.add(key)
		} else if (!Object.prototype.hasOwnProperty.call(map, key)) {
			Object.defineProperty(map, key, {
				value,
				writable: true,
				enumerable: true,
				configurable: true,
			})
		}
	}
	return map
}
function resolveAliasValue(ctx, value) {
	return ctx && isAlias(value) ? value.resolve(ctx.doc, ctx) : value
}
function addPairToJSMap(ctx, map, { key, value }) {
	if (isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value)
	else if (isMergeKey(ctx, key)) addMergeToJSMap(ctx, map, value)
	else {
		const jsKey = toJS(key, '', ctx)
		if (map instanceof Map) {
			map.set(jsKey, toJS(value, jsKey, ctx))
		} else if (map instanceof Set) {
			map.add(jsKey)
		} else {
			const stringKey = stringifyKey(key, jsKey, ctx)
			const jsValue = toJS(value, stringKey, ctx)
			if (stringKey in map)
				Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true,
				})
			else map[stringKey] = jsValue
		}
	}
	return map
}
function stringifyKey(key, jsKey, ctx) {
	if (jsKey === null) return ''
	if (typeof jsKey !== 'object') return String(jsKey)
	if (isNode(key) && ctx?.doc) {
		const strCtx = createStringifyContext(ctx.doc, {})
		strCtx.anchors = new Set()
		for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor)
		strCtx.inFlow = true
		strCtx.inStringifyKey = true
		const strKey = key.toString(strCtx)
		if (!ctx.mapKeyWarned) {
			let jsonStr = JSON.stringify(strKey)
			if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + '..."'
			log_warn(
				ctx.doc.options.logLevel,
				`Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`,
			)
			ctx.mapKeyWarned = true
		}
		return strKey
	}
	return JSON.stringify(jsKey)
}
function createPair(key, value, ctx) {
	const k = createNode(key, undefined, ctx)
	const v = createNode(value, undefined, ctx)
	return new Pair(k, v)
}
class Pair {
	constructor(key, value = null) {
		Object.defineProperty(this, NODE_TYPE, { value: PAIR })
		this.key = key
		this.value = value
	}
	clone(schema) {
		let { key, value } = this
		if (isNode(key)) key = key.clone(schema)
		if (isNode(value)) value = value.clone(schema)
		return new Pair(key, value)
	}
	toJSON(_, ctx) {
		const pair = ctx?.mapAsMap ? new Map() : {}
		return addPairToJSMap(ctx, pair, this)
	}
	toString(ctx, onComment, onChompKeep) {
		return ctx?.doc ? stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this)
	}
}
function stringifyCollection(collection, ctx, options) {
	const flow = ctx.inFlow ?? collection.flow
	const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection
	return stringify(collection, ctx, options)
}
function stringifyBlockCollection(
	{ comment, items },
	ctx,
	{ blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment },
) {
	const {
		indent,
		options: { commentString },
	} = ctx
	const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null })
	let chompKeep = false
	const lines = []
	for (let i = 0; i < items.length; ++i) {
		const item = items[i]
		let comment = null
		if (isNode(item)) {
			if (!chompKeep && item.spaceBefore) lines.push('')
			addCommentBefore(ctx, lines, item.commentBefore, chompKeep)
			if (item.comment) comment = item.comment
		} else if (isPair(item)) {
			const ik = isNode(item.key) ? item.key : null
			if (ik) {
				if (!chompKeep && ik.spaceBefore) lines.push('')
				addCommentBefore(ctx, lines, ik.commentBefore, chompKeep)
			}
		}
		chompKeep = false
		let str = stringify(
			item,
			itemCtx,
			() => (comment = null),
			() => (chompKeep = true),
		)
		if (comment) str += lineComment(str, itemIndent, commentString(comment))
		if (chompKeep && comment) chompKeep = false
		lines.push(blockItemPrefix + str)
	}
	let str
	if (lines.length === 0) {
		str = flowChars.start + flowChars.end
	} else {
		str = lines[0]
		for (let i = 1; i < lines.length; ++i) {
			const line = lines[i]
			str += line ? `\n${indent}${line}` : '\n'
		}
	}
	if (comment) {
		str += '\n' + indentComment(commentString(comment), indent)
		if (onComment) onComment()
	} else if (chompKeep && onChompKeep) onChompKeep()
	return str
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
	const {
		indent,
		indentStep,
		flowCollectionPadding: fcPadding,
		options: { commentString },
	} = ctx
	itemIndent += indentStep
	const itemCtx = Object.assign({}, ctx, {
		indent: itemIndent,
		inFlow: true,
		type: null,
	})
	let reqNewline = false
	let linesAtValue = 0
	const lines = []
	for (let i = 0; i < items.length; ++i) {
		const item = items[i]
		let comment = null
		if (isNode(item)) {
			if (item.spaceBefore) lines.push('')
			addCommentBefore(ctx, lines, item.commentBefore, false)
			if (item.comment) comment = item.comment
		} else if (isPair(item)) {
			const ik = isNode(item.key) ? item.key : null
			if (ik) {
				if (ik.spaceBefore) lines.push('')
				addCommentBefore(ctx, lines, ik.commentBefore, false)
				if (ik.comment) reqNewline = true
			}
			const iv = isNode(item.value) ? item.value : null
			if (iv) {
				if (iv.comment) comment = iv.comment
				if (iv.commentBefore) reqNewline = true
			} else if (item.value == null && ik?.comment) {
				comment = ik.comment
			}
		}
		if (comment) reqNewline = true
		let str = stringify(item, itemCtx, () => (comment = null))
		reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'))
		if (i < items.length - 1) {
			str += ','
		} else if (ctx.options.trailingComma) {
			if (ctx.options.lineWidth > 0) {
				reqNewline ||
					(reqNewline =
						lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth)
			}
			if (reqNewline) {
				str += ','
			}
		}
		if (comment) str += lineComment(str, itemIndent, commentString(comment))
		lines.push(str)
		linesAtValue = lines.length
	}
	const { start, end } = flowChars
	if (lines.length === 0) {
		return start + end
	} else {
		if (!reqNewline) {
			const len = lines.reduce((sum, line) => sum + line.length + 2, 2)
			reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth
		}
		if (reqNewline) {
			let str = start
			for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : '\n'
			return `${str}\n${indent}${end}`
		} else {
			return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`
		}
	}
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
	if (comment && chompKeep) comment = comment.replace(/^\n+/, '')
	if (comment) {
		const ic = indentComment(commentString(comment), indent)
		lines.push(ic.trimStart())
	}
}
function findPair(items, key) {
	const k = isScalar(key) ? key.value : key
	for (const it of items) {
		if (isPair(it)) {
			if (it.key === key || it.key === k) return it
			if (isScalar(it.key) && it.key.value === k) return it
		}
	}
	return undefined
}
class YAMLMap extends Collection {
	static get tagName() {
		return 'tag:yaml.org,2002:map'
	}
	constructor(schema) {
		super(MAP, schema)
		this.items = []
	}
	static from(schema, obj, ctx) {
		const { keepUndefined, replacer } = ctx
		const map = new this(schema)
		const add = (key, value) => {
			if (typeof replacer === 'function') value = replacer.call(obj, key, value)
			else if (Array.isArray(replacer) && !replacer.includes(key)) return
			if (value !== undefined || keepUndefined) map.items.push(createPair(key, value, ctx))
		}
		if (obj instanceof Map) {
			for (const [key, value] of obj) add(key, value)
		} else if (obj && typeof obj === 'object') {
			for (const key of Object.keys(obj)) add(key, obj[key])
		}
		if (typeof schema.sortMapEntries === 'function') {
			map.items.sort(schema.sortMapEntries)
		}
		return map
	}
	add(pair, overwrite) {
		let _pair
		if (isPair(pair)) _pair = pair
		else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
			_pair = new Pair(pair, pair?.value)
		} else _pair = new Pair(pair.key, pair.value)
		const prev = findPair(this.items, _pair.key)
		const sortEntries = this.schema?.sortMapEntries
		if (prev) {
			if (!overwrite) throw new Error(`Key ${_pair.key} already set`)
			if (isScalar(prev.value) && isScalarValue(_pair.value)) prev.value.value = _pair.value
			else prev.value = _pair.value
		} else if (sortEntries) {
			const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0)
			if (i === -1) this.items.push(_pair)
			else this.items.splice(i, 0, _pair)
		} else {
			this.items.push(_pair)
		}
	}
	delete(key) {
		const it = findPair(this.items, key)
		if (!it) return false
		const del = this.items.splice(this.items.indexOf(it), 1)
		return del.length > 0
	}
	get(key, keepScalar) {
		const it = findPair(this.items, key)
		const node = it?.value
		return (!keepScalar && isScalar(node) ? node.value : node) ?? undefined
	}
	has(key) {
		return !!findPair(this.items, key)
	}
	set(key, value) {
		this.add(new Pair(key, value), true)
	}
	toJSON(_, ctx, Type) {
		const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {}
		if (ctx?.onCreate) ctx.onCreate(map)
		for (const item of this.items) addPairToJSMap(ctx, map, item)
		return map
	}
	toString(ctx, onComment, onChompKeep) {
		if (!ctx) return JSON.stringify(this)
		for (const item of this.items) {
			if (!isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`)
		}
		if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true })
		return stringifyCollection(this, ctx, {
			blockItemPrefix: '',
			flowChars: { start: '{', end: '}' },
			itemIndent: ctx.indent || '',
			onChompKeep,
			onComment,
		})
	}
}
const map = {
	collection: 'map',
	default: true,
	nodeClass: YAMLMap,
	tag: 'tag:yaml.org,2002:map',
	resolve(map, onError) {
		if (!isMap(map)) onError('Expected a mapping for this tag')
		return map
	},
	createNode: (schema, obj, ctx) => YAMLMap.from(schema, obj, ctx),
}
class YAMLSeq extends Collection {
	static get tagName() {
		return 'tag:yaml.org,2002:seq'
	}
	constructor(schema) {
		super(SEQ, schema)
		this.items = []
	}
	add(value) {
		this.items.push(value)
	}
	delete(key) {
		const idx = asItemIndex(key)
		if (typeof idx !== 'number') return false
		const del = this.items.splice(idx, 1)
		return del.length > 0
	}
	get(key, keepScalar) {
		const idx = asItemIndex(key)
		if (typeof idx !== 'number') return undefined
		const it = this.items[idx]
		return !keepScalar && isScalar(it) ? it.value : it
	}
	has(key) {
		const idx = asItemIndex(key)
		return typeof idx === 'number' && idx < this.items.length
	}
	set(key, value) {
		const idx = asItemIndex(key)
		if (typeof idx !== 'number') throw new Error(`Expected a valid index, not ${key}.`)
		const prev = this.items[idx]
		if (isScalar(prev) && isScalarValue(value)) prev.value = value
		else this.items[idx] = value
	}
	toJSON(_, ctx) {
		const seq = []
		if (ctx?.onCreate) ctx.onCreate(seq)
		let i = 0
		for (const item of this.items) seq.push(toJS(item, String(i++), ctx))
		return seq
	}
	toString(ctx, onComment, onChompKeep) {
		if (!ctx) return JSON.stringify(this)
		return stringifyCollection(this, ctx, {
			blockItemPrefix: '- ',
			flowChars: { start: '[', end: ']' },
			itemIndent: (ctx.indent || '') + '  ',
			onChompKeep,
			onComment,
		})
	}
	static from(schema, obj, ctx) {
		const { replacer } = ctx
		const seq = new this(schema)
		if (obj && Symbol.iterator in Object(obj)) {
			let i = 0
			for (let it of obj) {
				if (typeof replacer === 'function') {
					const key = obj instanceof Set ? it : String(i++)
					it = replacer.call(obj, key, it)
				}
				seq.items.push(createNode(it, undefined, ctx))
			}
		}
		return seq
	}
}
function asItemIndex(key) {
	let idx = isScalar(key) ? key.value : key
	if (idx && typeof idx === 'string') idx = Number(idx)
	return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0 ? idx : null
}
const seq = {
	collection: 'seq',
	default: true,
	nodeClass: YAMLSeq,
	tag: 'tag:yaml.org,2002:seq',
	resolve(seq, onError) {
		if (!isSeq(seq)) onError('Expected a sequence for this tag')
		return seq
	},
	createNode: (schema, obj, ctx) => YAMLSeq.from(schema, obj, ctx),
}
const string = {
	identify: (value) => typeof value === 'string',
	default: true,
	tag: 'tag:yaml.org,2002:str',
	resolve: (str) => str,
	stringify(item, ctx, onComment, onChompKeep) {
		ctx = Object.assign({ actualString: true }, ctx)
		return stringifyString_stringifyString(item, ctx, onComment, onChompKeep)
	},
}
const nullTag = {
	identify: (value) => value == null,
	createNode: () => new Scalar(null),
	default: true,
	tag: 'tag:yaml.org,2002:null',
	test: /^(?:~|[Nn]ull|NULL)?$/,
	resolve: () => new Scalar(null),
	stringify: ({ source }, ctx) =>
		typeof source === 'string' && nullTag.test.test(source) ? source : ctx.options.nullStr,
}
const boolTag = {
	identify: (value) => typeof value === 'boolean',
	default: true,
	tag: 'tag:yaml.org,2002:bool',
	test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
	resolve: (str) => new Scalar(str[0] === 't' || str[0] === 'T'),
	stringify({ source, value }, ctx) {
		if (source && boolTag.test.test(source)) {
			const sv = source[0] === 't' || source[0] === 'T'
			if (value === sv) return source
		}
		return value ? ctx.options.trueStr : ctx.options.falseStr
	},
}
function stringifyNumber({ format, minFractionDigits, tag, value }) {
	if (typeof value === 'bigint') return String(value)
	const num = typeof value === 'number' ? value : Number(value)
	if (!isFinite(num)) return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf'
	let n = Object.is(value, -0) ? '-0' : JSON.stringify(value)
	if (
		!format &&
		minFractionDigits &&
		(!tag || tag === 'tag:yaml.org,2002:float') &&
		/^-?\d/.test(n) &&
		!n.includes('e')
	) {
		let i = n.indexOf('.')
		if (i < 0) {
			i = n.length
			n += '.'
		}
		let d = minFractionDigits - (n.length - i - 1)
		while (d-- > 0) n += '0'
	}
	return n
}
const floatNaN = {
	identify: (value) => typeof value === 'number',
	default: true,
	tag: 'tag:yaml.org,2002:float',
	test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
	resolve: (str) =>
		str.slice(-3).toLowerCase() === 'nan' ? NaN : str[0] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
	stringify: stringifyNumber,
}
const floatExp = {
	identify: (value) => typeof value === 'number',
	default: true,
	tag: 'tag:yaml.org,2002:float',
	format: 'EXP',
	test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
	resolve: (str) => parseFloat(str),
	stringify(node) {
		const num = Number(node.value)
		return isFinite(num) ? num.toExponential() : stringifyNumber(node)
	},
}
const float_float = {
	identify: (value) => typeof value === 'number',
	default: true,
	tag: 'tag:yaml.org,2002:float',
	test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
	resolve(str) {
		const node = new Scalar(parseFloat(str))
		const dot = str.indexOf('.')
		if (dot !== -1 && str[str.length - 1] === '0') node.minFractionDigits = str.length - dot - 1
		return node
	},
	stringify: stringifyNumber,
}
const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value)
const intResolve = (str, offset, radix, { intAsBigInt }) =>
	intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix)
function intStringify(node, radix, prefix) {
	const { value } = node
	if (intIdentify(value) && value >= 0) return prefix + value.toString(radix)
	return stringifyNumber(node)
}
const intOct = {
	identify: (value) => intIdentify(value) && value >= 0,
	default: true,
	tag: 'tag:yaml.org,2002:int',
	format: 'OCT',
	test: /^0o[0-7]+$/,
	resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
	stringify: (node) => intStringify(node, 8, '0o'),
}
const int_int = {
	identify: intIdentify,
	default: true,
	tag: 'tag:yaml.org,2002:int',
	test: /^[-+]?[0-9]+$/,
	resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
	stringify: stringifyNumber,
}
const intHex = {
	identify: (value) => intIdentify(value) && value >= 0,
	default: true,
	tag: 'tag:yaml.org,2002:int',
	format: 'HEX',
	test: /^0x[0-9a-fA-F]+$/,
	resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
	stringify: (node) => intStringify(node, 16, '0x'),
}
const schema = [map, seq, string, nullTag, boolTag, intOct, int_int, intHex, floatNaN, floatExp, float_float]
function schema_intIdentify(value) {
	return typeof value === 'bigint' || Number.isInteger(value)
}
const stringifyJSON = ({ value }) => JSON.stringify(value)
const jsonScalars = [
	{
		identify: (value) => typeof value === 'string',
		default: true,
		tag: 'tag:yaml.org,2002:str',
		resolve: (str) => str,
		stringify: stringifyJSON,
	},
	{
		identify: (value) => value == null,
		createNode: () => new Scalar(null),
		default: true,
		tag: 'tag:yaml.org,2002:null',
		test: /^null$/,
		resolve: () => null,
		stringify: stringifyJSON,
	},
	{
		identify: (value) => typeof value === 'boolean',
		default: true,
		tag: 'tag:yaml.org,2002:bool',
		test: /^true$|^false$/,
		resolve: (str) => str === 'true',
		stringify: stringifyJSON,
	},
	{
		identify: schema_intIdentify,
		default: true,
		tag: 'tag:yaml.org,2002:int',
		test: /^-?(?:0|[1-9][0-9]*)$/,
		resolve: (str, _onError, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str, 10)),
		stringify: ({ value }) => (schema_intIdentify(value) ? value.toString() : JSON.stringify(value)),
	},
	{
		identify: (value) => typeof value === 'number',
		default: true,
		tag: 'tag:yaml.org,2002:float',
		test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
		resolve: (str) => parseFloat(str),
		stringify: stringifyJSON,
	},
]
const jsonError = {
	default: true,
	tag: '',
	test: /^/,
	resolve(str, onError) {
		onError(`Unresolved plain scalar ${JSON.stringify(str)}`)
		return str
	},
}
const schema_schema = [map, seq].concat(jsonScalars, jsonError)
const binary = {
	identify: (value) => value instanceof Uint8Array,
	default: false,
	tag: 'tag:yaml.org,2002:binary',
	resolve(src, onError) {
		if (typeof atob === 'function') {
			const str = atob(src.replace(/[\n\r]/g, ''))
			const buffer = new Uint8Array(str.length)
			for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i)
			return buffer
		} else {
			onError('This environment does not support reading binary tags; either Buffer or atob is required')
			return src
		}
	},
	stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
		if (!value) return ''
		const buf = value
		let str
		if (typeof btoa === 'function') {
			let s = ''
			for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i])
			str = btoa(s)
		} else {
			throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required')
		}
		type ?? (type = Scalar.BLOCK_LITERAL)
		if (type !== Scalar.QUOTE_DOUBLE) {
			const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth)
			const n = Math.ceil(str.length / lineWidth)
			const lines = new Array(n)
			for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
				lines[i] = str.substr(o, lineWidth)
			}
			str = lines.join(type === Scalar.BLOCK_LITERAL ? '\n' : ' ')
		}
		return stringifyString_stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep)
	},
}
function resolvePairs(seq, onError) {
	if (isSeq(seq)) {
		for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i]
			if (isPair(item)) continue
			else if (isMap(item)) {
				if (item.items.length > 1) onError('Each pair must have its own sequence indicator')
				const pair = item.items[0] || new Pair(new Scalar(null))
				if (item.commentBefore)
					pair.key.commentBefore = pair.key.commentBefore
						? `${item.commentBefore}\n${pair.key.commentBefore}`
						: item.commentBefore
				if (item.comment) {
					const cn = pair.value ?? pair.key
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment
				}
				item = pair
			}
			seq.items[i] = isPair(item) ? item : new Pair(item)
		}
	} else onError('Expected a sequence for this tag')
	return seq
}
function createPairs(schema, iterable, ctx) {
	const { replacer } = ctx
	const pairs = new YAMLSeq(schema)
	pairs.tag = 'tag:yaml.org,2002:pairs'
	let i = 0
	if (iterable && Symbol.iterator in Object(iterable))
		for (let it of iterable) {
			if (typeof replacer === 'function') it = replacer.call(iterable, String(i++), it)
			let key, value
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0]
					value = it[1]
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`)
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it)
				if (keys.length === 1) {
					key = keys[0]
					value = it[key]
				} else {
					throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`)
				}
			} else {
				key = it
			}
			pairs.items.push(createPair(key, value, ctx))
		}
	return pairs
}
const pairs = {
	collection: 'seq',
	default: false,
	tag: 'tag:yaml.org,2002:pairs',
	resolve: resolvePairs,
	createNode: createPairs,
}
class YAMLOMap extends YAMLSeq {
	constructor() {
		super()
		this.add = YAMLMap.prototype.add.bind(this)
		this.delete = YAMLMap.prototype.delete.bind(this)
		this.get = YAMLMap.prototype.get.bind(this)
		this.has = YAMLMap.prototype.has.bind(this)
		this.set = YAMLMap.prototype.set.bind(this)
		this.tag = YAMLOMap.tag
	}
	toJSON(_, ctx) {
		if (!ctx) return super.toJSON(_)
		const map = new Map()
		if (ctx?.onCreate) ctx.onCreate(map)
		for (const pair of this.items) {
			let key, value
			if (isPair(pair)) {
				key = toJS(pair.key, '', ctx)
				value = toJS(pair.value, key, ctx)
			} else {
				key = toJS(pair, '', ctx)
			}
			if (map.has(key)) throw new Error('Ordered maps must not include duplicate keys')
			map.set(key, value)
		}
		return map
	}
	static from(schema, iterable, ctx) {
		const pairs = createPairs(schema, iterable, ctx)
		const omap = new this()
		omap.items = pairs.items
		return omap
	}
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap'
const omap = {
	collection: 'seq',
	identify: (value) => value instanceof Map,
	nodeClass: YAMLOMap,
	default: false,
	tag: 'tag:yaml.org,2002:omap',
	resolve(seq, onError) {
		const pairs = resolvePairs(seq, onError)
		const seenKeys = []
		for (const { key } of pairs.items) {
			if (isScalar(key)) {
				if (seenKeys.includes(key.value)) {
					onError(`Ordered maps must not include duplicate keys: ${key.value}`)
				} else {
					seenKeys.push(key.value)
				}
			}
		}
		return Object.assign(new YAMLOMap(), pairs)
	},
	createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx),
}
function boolStringify({ value, source }, ctx) {
	const boolObj = value ? trueTag : falseTag
	if (source && boolObj.test.test(source)) return source
	return value ? ctx.options.trueStr : ctx.options.falseStr
}
const trueTag = {
	identify: (value) => value === true,
	default: true,
	tag: 'tag:yaml.org,2002:bool',
	test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
	resolve: () => new Scalar(true),
	stringify: boolStringify,
}
const falseTag = {
	identify: (value) => value === false,
	default: true,
	tag: 'tag:yaml.org,2002:bool',
	test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
	resolve: () => new Scalar(false),
	stringify: boolStringify,
}
const float_floatNaN = {
	identify: (value) => typeof value === 'number',
	default: true,
	tag: 'tag:yaml.org,2002:float',
	test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
	resolve: (str) =>
		str.slice(-3).toLowerCase() === 'nan' ? NaN : str[0] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
	stringify: stringifyNumber,
}
const float_floatExp = {
	identify: (value) => typeof value === 'number',
	default: true,
	tag: 'tag:yaml.org,2002:float',
	format: 'EXP',
	test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
	resolve: (str) => parseFloat(str.replace(/_/g, '')),
	stringify(node) {
		const num = Number(node.value)
		return isFinite(num) ? num.toExponential() : stringifyNumber(node)
	},
}
const yaml_1_1_float_float = {
	identify: (value) => typeof value === 'number',
	default: true,
	tag: 'tag:yaml.org,2002:float',
	test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
	resolve(str) {
		const node = new Scalar(parseFloat(str.replace(/_/g, '')))
		const dot = str.indexOf('.')
		if (dot !== -1) {
			const f = str.substring(dot + 1).replace(/_/g, '')
			if (f[f.length - 1] === '0') node.minFractionDigits = f.length
		}
		return node
	},
	stringify: stringifyNumber,
}
const int_intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value)
function int_intResolve(str, offset, radix, { intAsBigInt }) {
	const sign = str[0]
	if (sign === '-' || sign === '+') offset += 1
	str = str.substring(offset).replace(/_/g, '')
	if (intAsBigInt) {
		switch (radix) {
			case 2:
				str = `0b${str}`
				break
			case 8:
				str = `0o${str}`
				break
			case 16:
				str = `0x${str}`
				break
		}
		const n = BigInt(str)
		return sign === '-' ? BigInt(-1) * n : n
	}
	const n = parseInt(str, radix)
	return sign === '-' ? -1 * n : n
}
function int_intStringify(node, radix, prefix) {
	const { value } = node
	if (int_intIdentify(value)) {
		const str = value.toString(radix)
		return value < 0 ? '-' + prefix + str.substr(1) : prefix + str
	}
	return stringifyNumber(node)
}
const intBin = {
	identify: int_intIdentify,
	default: true,
	tag: 'tag:yaml.org,2002:int',
	format: 'BIN',
	test: /^[-+]?0b[0-1_]+$/,
	resolve: (str, _onError, opt) => int_intResolve(str, 2, 2, opt),
	stringify: (node) => int_intStringify(node, 2, '0b'),
}
const int_intOct = {
	identify: int_intIdentify,
	default: true,
	tag: 'tag:yaml.org,2002:int',
	format: 'OCT',
	test: /^[-+]?0[0-7_]+$/,
	resolve: (str, _onError, opt) => int_intResolve(str, 1, 8, opt),
	stringify: (node) => int_intStringify(node, 8, '0'),
}
const yaml_1_1_int_int = {
	identify: int_intIdentify,
	default: true,
	tag: 'tag:yaml.org,2002:int',
	test: /^[-+]?[0-9][0-9_]*$/,
	resolve: (str, _onError, opt) => int_intResolve(str, 0, 10, opt),
	stringify: stringifyNumber,
}
const int_intHex = {
	identify: int_intIdentify,
	default: true,
	tag: 'tag:yaml.org,2002:int',
	format: 'HEX',
	test: /^[-+]?0x[0-9a-fA-F_]+$/,
	resolve: (str, _onError, opt) => int_intResolve(str, 2, 16, opt),
	stringify: (node) => int_intStringify(node, 16, '0x'),
}
class YAMLSet extends YAMLMap {
	constructor(schema) {
		super(schema)
		this.tag = YAMLSet.tag
	}
	add(key) {
		let pair
		if (isPair(key)) pair = key
		else if (key && typeof key === 'object' && 'key' in key && 'value' in key && key.value === null)
			pair = new Pair(key.key, null)
		else pair = new Pair(key, null)
		const prev = findPair(this.items, pair.key)
		if (!prev) this.items.push(pair)
	}
	get(key, keepPair) {
		const pair = findPair(this.items, key)
		return !keepPair && isPair(pair) ? (isScalar(pair.key) ? pair.key.value : pair.key) : pair
	}
	set(key, value) {
		if (typeof value !== 'boolean')
			throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`)
		const prev = findPair(this.items, key)
		if (prev && !value) {
			this.items.splice(this.items.indexOf(prev), 1)
		} else if (!prev && value) {
			this.items.push(new Pair(key))
		}
	}
	toJSON(_, ctx) {
		return super.toJSON(_, ctx, Set)
	}
	toString(ctx, onComment, onChompKeep) {
		if (!ctx) return JSON.stringify(this)
		if (this.hasAllNullValues(true))
			return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep)
		else throw new Error('Set items must all have null values')
	}
	static from(schema, iterable, ctx) {
		const { replacer } = ctx
		const set = new this(schema)
		if (iterable && Symbol.iterator in Object(iterable))
			for (let value of iterable) {
				if (typeof replacer === 'function') value = replacer.call(iterable, value, value)
				set.items.push(createPair(value, null, ctx))
			}
		return set
	}
}
YAMLSet.tag = 'tag:yaml.org,2002:set'
const set = {
	collection: 'map',
	identify: (value) => value instanceof Set,
	nodeClass: YAMLSet,
	default: false,
	tag: 'tag:yaml.org,2002:set',
	createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
	resolve(map, onError) {
		if (isMap(map)) {
			if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map)
			else onError('Set items must all have null values')
		} else onError('Expected a mapping for this tag')
		return map
	},
}
function parseSexagesimal(str, asBigInt) {
	const sign = str[0]
	const parts = sign === '-' || sign === '+' ? str.substring(1) : str
	const num = (n) => (asBigInt ? BigInt(n) : Number(n))
	const res = parts
		.replace(/_/g, '')
		.split(':')
		.reduce((res, p) => res * num(60) + num(p), num(0))
	return sign === '-' ? num(-1) * res : res
}
function stringifySexagesimal(node) {
	let { value } = node
	let num = (n) => n
	if (typeof value === 'bigint') num = (n) => BigInt(n)
	else if (isNaN(value) || !isFinite(value)) return stringifyNumber(node)
	let sign = ''
	if (value < 0) {
		sign = '-'
		value *= num(-1)
	}
	const _60 = num(60)
	const parts = [value % _60]
	if (value < 60) {
		parts.unshift(0)
	} else {
		value = (value - parts[0]) / _60
		parts.unshift(value % _60)
		if (value >= 60) {
			value = (value - parts[0]) / _60
			parts.unshift(value)
		}
	}
	return (
		sign +
		parts
			.map((n) => String(n).padStart(2, '0'))
			.join(':')
			.replace(/000000\d*$/, '')
	)
}
const intTime = {
	identify: (value) => typeof value === 'bigint' || Number.isInteger(value),
	default: true,
	tag: 'tag:yaml.org,2002:int',
	format: 'TIME',
	test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
	resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
	stringify: stringifySexagesimal,
}
const floatTime = {
	identify: (value) => typeof value === 'number',
	default: true,
	tag: 'tag:yaml.org,2002:float',
	format: 'TIME',
	test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
	resolve: (str) => parseSexagesimal(str, false),
	stringify: stringifySexagesimal,
}
const timestamp = {
	identify: (value) => value instanceof Date,
	default: true,
	tag: 'tag:yaml.org,2002:timestamp',
	test: RegExp(
		'^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' +
			'(?:' +
			'(?:t|T|[ \\t]+)' +
			'([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' +
			'(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' +
			')?$',
	),
	resolve(str) {
		const match = str.match(timestamp.test)
		if (!match) throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd')
		const [, year, month, day, hour, minute, second] = match.map(Number)
		const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0
		let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec)
		const tz = match[8]
		if (tz && tz !== 'Z') {
			let d = parseSexagesimal(tz, false)
			if (Math.abs(d) < 30) d *= 60
			date -= 60000 * d
		}
		return new Date(date)
	},
	stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? '',
}
const yaml_1_1_schema_schema = [
	map,
	seq,
	string,
	nullTag,
	trueTag,
	falseTag,
	intBin,
	int_intOct,
	yaml_1_1_int_int,
	int_intHex,
	float_floatNaN,
	float_floatExp,
	yaml_1_1_float_float,
	binary,
	merge,
	omap,
	pairs,
	set,
	intTime,
	floatTime,
	timestamp,
]
const schemas = new Map([
	['core', schema],
	['failsafe', [map, seq, string]],
	['json', schema_schema],
	['yaml11', yaml_1_1_schema_schema],
	['yaml-1.1', yaml_1_1_schema_schema],
])
const tagsByName = {
	binary: binary,
	bool: boolTag,
	float: float_float,
	floatExp: floatExp,
	floatNaN: floatNaN,
	floatTime: floatTime,
	int: int_int,
	intHex: intHex,
	intOct: intOct,
	intTime: intTime,
	map: map,
	merge: merge,
	null: nullTag,
	omap: omap,
	pairs: pairs,
	seq: seq,
	set: set,
	timestamp: timestamp,
}
const coreKnownTags = {
	'tag:yaml.org,2002:binary': binary,
	'tag:yaml.org,2002:merge': merge,
	'tag:yaml.org,2002:omap': omap,
	'tag:yaml.org,2002:pairs': pairs,
	'tag:yaml.org,2002:set': set,
	'tag:yaml.org,2002:timestamp': timestamp,
}
function getTags(customTags, schemaName, addMergeTag) {
	const schemaTags = schemas.get(schemaName)
	if (schemaTags && !customTags) {
		return addMergeTag && !schemaTags.includes(merge) ? schemaTags.concat(merge) : schemaTags.slice()
	}
	let tags = schemaTags
	if (!tags) {
		if (Array.isArray(customTags)) tags = []
		else {
			const keys = Array.from(schemas.keys())
				.filter((key) => key !== 'yaml11')
				.map((key) => JSON.stringify(key))
				.join(', ')
			throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`)
		}
	}
	if (Array.isArray(customTags)) {
		for (const tag of customTags) tags = tags.concat(tag)
	} else if (typeof customTags === 'function') {
		tags = customTags(tags.slice())
	}
	if (addMergeTag) tags = tags.concat(merge)
	return tags.reduce((tags, tag) => {
		const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag
		if (!tagObj) {
			const tagName = JSON.stringify(tag)
			const keys = Object.keys(tagsByName)
				.map((key) => JSON.stringify(key))
				.join(', ')
			throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`)
		}
		if (!tags.includes(tagObj)) tags.push(tagObj)
		return tags
	}, [])
}
const sortMapEntriesByKey = (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
class Schema {
	constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
		this.compat = Array.isArray(compat) ? getTags(compat, 'compat') : compat ? getTags(null, compat) : null
		this.name = (typeof schema === 'string' && schema) || 'core'
		this.knownTags = resolveKnownTags ? coreKnownTags : {}
		this.tags = getTags(customTags, this.name, merge)
		this.toStringOptions = toStringDefaults ?? null
		Object.defineProperty(this, MAP, { value: map })
		Object.defineProperty(this, SCALAR, { value: string })
		Object.defineProperty(this, SEQ, { value: seq })
		this.sortMapEntries =
			typeof sortMapEntries === 'function' ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null
	}
	clone() {
		const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this))
		copy.tags = this.tags.slice()
		return copy
	}
}
function stringifyDocument(doc, options) {
	const lines = []
	let hasDirectives = options.directives === true
	if (options.directives !== false && doc.directives) {
		const dir = doc.directives.toString(doc)
		if (dir) {
			lines.push(dir)
			hasDirectives = true
		} else if (doc.directives.docStart) hasDirectives = true
	}
	if (hasDirectives) lines.push('---')
	const ctx = createStringifyContext(doc, options)
	const { commentString } = ctx.options
	if (doc.commentBefore) {
		if (lines.length !== 1) lines.unshift('')
		const cs = commentString(doc.commentBefore)
		lines.unshift(indentComment(cs, ''))
	}
	let chompKeep = false
	let contentComment = null
	if (doc.contents) {
		if (isNode(doc.contents)) {
			if (doc.contents.spaceBefore && hasDirectives) lines.push('')
			if (doc.contents.commentBefore) {
				const cs = commentString(doc.contents.commentBefore)
				lines.push(indentComment(cs, ''))
			}
			ctx.forceBlockIndent = !!doc.comment
			contentComment = doc.contents.comment
		}
		const onChompKeep = contentComment ? undefined : () => (chompKeep = true)
		let body = stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep)
		if (contentComment) body += lineComment(body, '', commentString(contentComment))
		if ((body[0] === '|' || body[0] === '>') && lines[lines.length - 1] === '---') {
			lines[lines.length - 1] = `--- ${body}`
		} else lines.push(body)
	} else {
		lines.push(stringify(doc.contents, ctx))
	}
	if (doc.directives?.docEnd) {
		if (doc.comment) {
			const cs = commentString(doc.comment)
			if (cs.includes('\n')) {
				lines.push('...')
				lines.push(indentComment(cs, ''))
			} else {
				lines.push(`... ${cs}`)
			}
		} else {
			lines.push('...')
		}
	} else {
		let dc = doc.comment
		if (dc && chompKeep) dc = dc.replace(/^\n+/, '')
		if (dc) {
			if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '') lines.push('')
			lines.push(indentComment(commentString(dc), ''))
		}
	}
	return lines.join('\n') + '\n'
}
class Document_Document {
	constructor(value, replacer, options) {
		this.commentBefore = null
		this.comment = null
		this.errors = []
		this.warnings = []
		Object.defineProperty(this, NODE_TYPE, { value: DOC })
		let _replacer = null
		if (typeof replacer === 'function' || Array.isArray(replacer)) {
			_replacer = replacer
		} else if (options === undefined && replacer) {
			options = replacer
			replacer = undefined
		}
		const opt = Object.assign(
			{
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: 'warn',
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: '1.2',
			},
			options,
		)
		this.options = opt
		let { version } = opt
		if (options?._directives) {
			this.directives = options._directives.atDocument()
			if (this.directives.yaml.explicit) version = this.directives.yaml.version
		} else this.directives = new Directives({ version })
		this.setSchema(version, options)
		this.contents = value === undefined ? null : this.createNode(value, _replacer, options)
	}
	clone() {
		const copy = Object.create(Document_Document.prototype, {
			[NODE_TYPE]: { value: DOC },
		})
		copy.commentBefore = this.commentBefore
		copy.comment = this.comment
		copy.errors = this.errors.slice()
		copy.warnings = this.warnings.slice()
		copy.options = Object.assign({}, this.options)
		if (this.directives) copy.directives = this.directives.clone()
		copy.schema = this.schema.clone()
		copy.contents = isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents
		if (this.range) copy.range = this.range.slice()
		return copy
	}
	add(value) {
		if (assertCollection(this.contents)) this.contents.add(value)
	}
	addIn(path, value) {
		if (assertCollection(this.contents)) this.contents.addIn(path, value)
	}
	createAlias(node, name) {
		if (!node.anchor) {
			const prev = anchorNames(this)
			node.anchor = !name || prev.has(name) ? findNewAnchor(name || 'a', prev) : name
		}
		return new Alias(node.anchor)
	}
	createNode(value, replacer, options) {
		let _replacer = undefined
		if (typeof replacer === 'function') {
			value = replacer.call({ '': value }, '', value)
			_replacer = replacer
		} else if (Array.isArray(replacer)) {
			const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number
			const asStr = replacer.filter(keyToStr).map(String)
			if (asStr.length > 0) replacer = replacer.concat(asStr)
			_replacer = replacer
		} else if (options === undefined && replacer) {
			options = replacer
			replacer = undefined
		}
		const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {}
		const { onAnchor, setAnchors, sourceObjects } = createNodeAnchors(this, anchorPrefix || 'a')
		const ctx = {
			aliasDuplicateObjects: aliasDuplicateObjects ?? true,
			keepUndefined: keepUndefined ?? false,
			onAnchor,
			onTagObj,
			replacer: _replacer,
			schema: this.schema,
			sourceObjects,
		}
		const node = createNode(value, tag, ctx)
		if (flow && isCollection(node)) node.flow = true
		setAnchors()
		return node
	}
	createPair(key, value, options = {}) {
		const k = this.createNode(key, null, options)
		const v = this.createNode(value, null, options)
		return new Pair(k, v)
	}
	delete(key) {
		return assertCollection(this.contents) ? this.contents.delete(key) : false
	}
	deleteIn(path) {
		if (isEmptyPath(path)) {
			if (this.contents == null) return false
			this.contents = null
			return true
		}
		return assertCollection(this.contents) ? this.contents.deleteIn(path) : false
	}
	get(key, keepScalar) {
		return isCollection(this.contents) ? this.contents.get(key, keepScalar) : undefined
	}
	getIn(path, keepScalar) {
		if (isEmptyPath(path)) return !keepScalar && isScalar(this.contents) ? this.contents.value : this.contents
		return isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : undefined
	}
	has(key) {
		return isCollection(this.contents) ? this.contents.has(key) : false
	}
	hasIn(path) {
		if (isEmptyPath(path)) return this.contents !== undefined
		return isCollection(this.contents) ? this.contents.hasIn(path) : false
	}
	set(key, value) {
		if (this.contents == null) {
			this.contents = collectionFromPath(this.schema, [key], value)
		} else if (assertCollection(this.contents)) {
			this.contents.set(key, value)
		}
	}
	setIn(path, value) {
		if (isEmptyPath(path)) {
			this.contents = value
		} else if (this.contents == null) {
			this.contents = collectionFromPath(this.schema, Array.from(path), value)
		} else if (assertCollection(this.contents)) {
			this.contents.setIn(path, value)
		}
	}
	setSchema(version, options = {}) {
		if (typeof version === 'number') version = String(version)
		let opt
		switch (version) {
			case '1.1':
				if (this.directives) this.directives.yaml.version = '1.1'
				else this.directives = new Directives({ version: '1.1' })
				opt = { resolveKnownTags: false, schema: 'yaml-1.1' }
				break
			case '1.2':
			case 'next':
				if (this.directives) this.directives.yaml.version = version
				else this.directives = new Directives({ version })
				opt = { resolveKnownTags: true, schema: 'core' }
				break
			case null:
				if (this.directives) delete this.directives
				opt = null
				break
			default: {
				const sv = JSON.stringify(version)
				throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`)
			}
		}
		if (options.schema instanceof Object) this.schema = options.schema
		else if (opt) this.schema = new Schema(Object.assign(opt, options))
		else throw new Error(`With a null YAML version, the { schema: Schema } option is required`)
	}
	toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
		const ctx = {
			anchors: new Map(),
			doc: this,
			keep: !json,
			mapAsMap: mapAsMap === true,
			mapKeyWarned: false,
			maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100,
		}
		const res = toJS(this.contents, jsonArg ?? '', ctx)
		if (typeof onAnchor === 'function') for (const { count, res } of ctx.anchors.values()) onAnchor(res, count)
		return typeof reviver === 'function' ? applyReviver(reviver, { '': res }, '', res) : res
	}
	toJSON(jsonArg, onAnchor) {
		return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor })
	}
	toString(options = {}) {
		if (this.errors.length > 0) throw new Error('Document with errors cannot be stringified')
		if ('indent' in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
			const s = JSON.stringify(options.indent)
			throw new Error(`"indent" option must be a positive integer, not ${s}`)
		}
		return stringifyDocument(this, options)
	}
}
function assertCollection(contents) {
	if (isCollection(contents)) return true
	throw new Error('Expected a YAML collection as document contents')
}
class YAMLError extends Error {
	constructor(name, pos, code, message) {
		super()
		this.name = name
		this.code = code
		this.message = message
		this.pos = pos
	}
}
class errors_YAMLParseError extends YAMLError {
	constructor(pos, code, message) {
		super('YAMLParseError', pos, code, message)
	}
}
class YAMLWarning extends YAMLError {
	constructor(pos, code, message) {
		super('YAMLWarning', pos, code, message)
	}
}
const errors_prettifyError = (src, lc) => (error) => {
	if (error.pos[0] === -1) return
	error.linePos = error.pos.map((pos) => lc.linePos(pos))
	const { line, col } = error.linePos[0]
	error.message += ` at line ${line}, column ${col}`
	let ci = col - 1
	let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, '')
	if (ci >= 60 && lineStr.length > 80) {
		const trimStart = Math.min(ci - 39, lineStr.length - 79)
		lineStr = '\u2026' + lineStr.substring(trimStart)
		ci -= trimStart - 1
	}
	if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + '\u2026'
	if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
		let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1])
		if (prev.length > 80) prev = prev.substring(0, 79) + '\u2026\n'
		lineStr = prev + lineStr
	}
	if (/[^ ]/.test(lineStr)) {
		let count = 1
		const end = error.linePos[1]
		if (end?.line === line && end.col > col) {
			count = Math.max(1, Math.min(end.col - col, 80 - ci))
		}
		const pointer = ' '.repeat(ci) + '^'.repeat(count)
		error.message += `:\n\n${lineStr}\n${pointer}\n`
	}
}
function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
	let spaceBefore = false
	let atNewline = startOnNewline
	let hasSpace = startOnNewline
	let comment = ''
	let commentSep = ''
	let hasNewline = false
	let reqSpace = false
	let tab = null
	let anchor = null
	let tag = null
	let newlineAfterProp = null
	let comma = null
	let found = null
	let start = null
	for (const token of tokens) {
		if (reqSpace) {
			if (token.type !== 'space' && token.type !== 'newline' && token.type !== 'comma')
				onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space')
			reqSpace = false
		}
		if (tab) {
			if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
				onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation')
			}
			tab = null
		}
		switch (token.type) {
			case 'space':
				if (!flow && (indicator !== 'doc-start' || next?.type !== 'flow-collection') && token.source.includes('\t')) {
					tab = token
				}
				hasSpace = true
				break
			case 'comment': {
				if (!hasSpace)
					onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters')
				const cb = token.source.substring(1) || ' '
				if (!comment) comment = cb
				else comment += commentSep + cb
				commentSep = ''
				atNewline = false
				break
			}
			case 'newline':
				if (atNewline) {
					if (comment) comment += token.source
					else if (!found || indicator !== 'seq-item-ind') spaceBefore = true
				} else commentSep += token.source
				atNewline = true
				hasNewline = true
				if (anchor || tag) newlineAfterProp = token
				hasSpace = true
				break
			case 'anchor':
				if (anchor) onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor')
				if (token.source.endsWith(':'))
					onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true)
				anchor = token
				start ?? (start = token.offset)
				atNewline = false
				hasSpace = false
				reqSpace = true
				break
			case 'tag': {
				if (tag) onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag')
				tag = token
				start ?? (start = token.offset)
				atNewline = false
				hasSpace = false
				reqSpace = true
				break
			}
			case indicator:
				if (anchor || tag)
					onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`)
				if (found) onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`)
				found = token
				atNewline = indicator === 'seq-item-ind' || indicator === 'explicit-key-ind'
				hasSpace = false
				break
			case 'comma':
				if (flow) {
					if (comma) onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`)
					comma = token
					atNewline = false
					hasSpace = false
					break
				}
			default:
				onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`)
				atNewline = false
				hasSpace = false
		}
	}
	const last = tokens[tokens.length - 1]
	const end = last ? last.offset + last.source.length : offset
	if (
		reqSpace &&
		next &&
		next.type !== 'space' &&
		next.type !== 'newline' &&
		next.type !== 'comma' &&
		(next.type !== 'scalar' || next.source !== '')
	) {
		onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space')
	}
	if (tab && ((atNewline && tab.indent <= parentIndent) || next?.type === 'block-map' || next?.type === 'block-seq'))
		onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation')
	return {
		comma,
		found,
		spaceBefore,
		comment,
		hasNewline,
		anchor,
		tag,
		newlineAfterProp,
		end,
		start: start ?? end,
	}
}
function containsNewline(key) {
	if (!key) return null
	switch (key.type) {
		case 'alias':
		case 'scalar':
		case 'double-quoted-scalar':
		case 'single-quoted-scalar':
			if (key.source.includes('\n')) return true
			if (key.end) for (const st of key.end) if (st.type === 'newline') return true
			return false
		case 'flow-collection':
			for (const it of key.items) {
				for (const st of it.start) if (st.type === 'newline') return true
				if (it.sep) for (const st of it.sep) if (st.type === 'newline') return true
				if (containsNewline(it.key) || containsNewline(it.value)) return true
			}
			return false
		default:
			return true
	}
}
function flowIndentCheck(indent, fc, onError) {
	if (fc?.type === 'flow-collection') {
		const end = fc.end[0]
		if (end.indent === indent && (end.source === ']' || end.source === '}') && containsNewline(fc)) {
			const msg = 'Flow end indicator should be more indented than parent'
			onError(end, 'BAD_INDENT', msg, true)
		}
	}
}
function mapIncludes(ctx, items, search) {
	const { uniqueKeys } = ctx.options
	if (uniqueKeys === false) return false
	const isEqual =
		typeof uniqueKeys === 'function'
			? uniqueKeys
			: (a, b) => a === b || (isScalar(a) && isScalar(b) && a.value === b.value)
	return items.some((pair) => isEqual(pair.key, search))
}
const startColMsg = 'All mapping items must start at the same column'
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
	const NodeClass = tag?.nodeClass ?? YAMLMap
	const map = new NodeClass(ctx.schema)
	if (ctx.atRoot) ctx.atRoot = false
	let offset = bm.offset
	let commentEnd = null
	for (const collItem of bm.items) {
		const { start, key, sep, value } = collItem
		const keyProps = resolveProps(start, {
			indicator: 'explicit-key-ind',
			next: key ?? sep?.[0],
			offset,
			onError,
			parentIndent: bm.indent,
			startOnNewline: true,
		})
		const implicitKey = !keyProps.found
		if (implicitKey) {
			if (key) {
				if (key.type === 'block-seq')
					onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key')
				else if ('indent' in key && key.indent !== bm.indent) onError(offset, 'BAD_INDENT', startColMsg)
			}
			if (!keyProps.anchor && !keyProps.tag && !sep) {
				commentEnd = keyProps.end
				if (keyProps.comment) {
					if (map.comment) map.comment += '\n' + keyProps.comment
					else map.comment = keyProps.comment
				}
				continue
			}
			if (keyProps.newlineAfterProp || containsNewline(key)) {
				onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line')
			}
		} else if (keyProps.found?.indent !== bm.indent) {
			onError(offset, 'BAD_INDENT', startColMsg)
		}
		ctx.atKey = true
		const keyStart = keyProps.end
		const keyNode = key
			? composeNode(ctx, key, keyProps, onError)
			: composeEmptyNode(ctx, keyStart, start, null, keyProps, onError)
		if (ctx.schema.compat) flowIndentCheck(bm.indent, key, onError)
		ctx.atKey = false
		if (mapIncludes(ctx, map.items, keyNode)) onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique')
		const valueProps = resolveProps(sep ?? [], {
			indicator: 'map-value-ind',
			next: value,
			offset: keyNode.range[2],
			onError,
			parentIndent: bm.indent,
			startOnNewline: !key || key.type === 'block-scalar',
		})
		offset = valueProps.end
		if (valueProps.found) {
			if (implicitKey) {
				if (value?.type === 'block-map' && !valueProps.hasNewline)
					onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings')
				if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
					onError(
						keyNode.range,
						'KEY_OVER_1024_CHARS',
						'The : indicator must be at most 1024 chars after the start of an implicit block mapping key',
					)
			}
			const valueNode = value
				? composeNode(ctx, value, valueProps, onError)
				: composeEmptyNode(ctx, offset, sep, null, valueProps, onError)
			if (ctx.schema.compat) flowIndentCheck(bm.indent, value, onError)
			offset = valueNode.range[2]
			const pair = new Pair(keyNode, valueNode)
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem
			map.items.push(pair)
		} else {
			if (implicitKey) onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values')
			if (valueProps.comment) {
				if (keyNode.comment) keyNode.comment += '\n' + valueProps.comment
				else keyNode.comment = valueProps.comment
			}
			const pair = new Pair(keyNode)
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem
			map.items.push(pair)
		}
	}
	if (commentEnd && commentEnd < offset) onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content')
	map.range = [bm.offset, offset, commentEnd ?? offset]
	return map
}
function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
	const NodeClass = tag?.nodeClass ?? YAMLSeq
	const seq = new NodeClass(ctx.schema)
	if (ctx.atRoot) ctx.atRoot = false
	if (ctx.atKey) ctx.atKey = false
	let offset = bs.offset
	let commentEnd = null
	for (const { start, value } of bs.items) {
		const props = resolveProps(start, {
			indicator: 'seq-item-ind',
			next: value,
			offset,
			onError,
			parentIndent: bs.indent,
			startOnNewline: true,
		})
		if (!props.found) {
			if (props.anchor || props.tag || value) {
				if (value?.type === 'block-seq')
					onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column')
				else onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator')
			} else {
				commentEnd = props.end
				if (props.comment) seq.comment = props.comment
				continue
			}
		}
		const node = value
			? composeNode(ctx, value, props, onError)
			: composeEmptyNode(ctx, props.end, start, null, props, onError)
		if (ctx.schema.compat) flowIndentCheck(bs.indent, value, onError)
		offset = node.range[2]
		seq.items.push(node)
	}
	seq.range = [bs.offset, offset, commentEnd ?? offset]
	return seq
}
function resolveEnd(end, offset, reqSpace, onError) {
	let comment = ''
	if (end) {
		let hasSpace = false
		let sep = ''
		for (const token of end) {
			const { source, type } = token
			switch (type) {
				case 'space':
					hasSpace = true
					break
				case 'comment': {
					if (reqSpace && !hasSpace)
						onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters')
					const cb = source.substring(1) || ' '
					if (!comment) comment = cb
					else comment += sep + cb
					sep = ''
					break
				}
				case 'newline':
					if (comment) sep += source
					hasSpace = true
					break
				default:
					onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`)
			}
			offset += source.length
		}
	}
	return { comment, offset }
}
const blockMsg = 'Block collections are not allowed within flow collections'
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq')
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
	const isMap = fc.start.source === '{'
	const fcName = isMap ? 'flow map' : 'flow sequence'
	const NodeClass = tag?.nodeClass ?? (isMap ? YAMLMap : YAMLSeq)
	const coll = new NodeClass(ctx.schema)
	coll.flow = true
	const atRoot = ctx.atRoot
	if (atRoot) ctx.atRoot = false
	if (ctx.atKey) ctx.atKey = false
	let offset = fc.offset + fc.start.source.length
	for (let i = 0; i < fc.items.length; ++i) {
		const collItem = fc.items[i]
		const { start, key, sep, value } = collItem
		const props = resolveProps(start, {
			flow: fcName,
			indicator: 'explicit-key-ind',
			next: key ?? sep?.[0],
			offset,
			onError,
			parentIndent: fc.indent,
			startOnNewline: false,
		})
		if (!props.found) {
			if (!props.anchor && !props.tag && !sep && !value) {
				if (i === 0 && props.comma) onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`)
				else if (i < fc.items.length - 1) onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`)
				if (props.comment) {
					if (coll.comment) coll.comment += '\n' + props.comment
					else coll.comment = props.comment
				}
				offset = props.end
				continue
			}
			if (!isMap && ctx.options.strict && containsNewline(key))
				onError(key, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line')
		}
		if (i === 0) {
			if (props.comma) onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`)
		} else {
			if (!props.comma) onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`)
			if (props.comment) {
				let prevItemComment = ''
				loop: for (const st of start) {
					switch (st.type) {
						case 'comma':
						case 'space':
							break
						case 'comment':
							prevItemComment = st.source.substring(1)
							break loop
						default:
							break loop
					}
				}
				if (prevItemComment) {
					let prev = coll.items[coll.items.length - 1]
					if (isPair(prev)) prev = prev.value ?? prev.key
					if (prev.comment) prev.comment += '\n' + prevItemComment
					else prev.comment = prevItemComment
					props.comment = props.comment.substring(prevItemComment.length + 1)
				}
			}
		}
		if (!isMap && !sep && !props.found) {
			const valueNode = value
				? composeNode(ctx, value, props, onError)
				: composeEmptyNode(ctx, props.end, sep, null, props, onError)
			coll.items.push(valueNode)
			offset = valueNode.range[2]
			if (isBlock(value)) onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg)
		} else {
			ctx.atKey = true
			const keyStart = props.end
			const keyNode = key
				? composeNode(ctx, key, props, onError)
				: composeEmptyNode(ctx, keyStart, start, null, props, onError)
			if (isBlock(key)) onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg)
			ctx.atKey = false
			const valueProps = resolveProps(sep ?? [], {
				flow: fcName,
				indicator: 'map-value-ind',
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: fc.indent,
				startOnNewline: false,
			})
			if (valueProps.found) {
				if (!isMap && !props.found && ctx.options.strict) {
					if (sep)
						for (const st of sep) {
							if (st === valueProps.found) break
							if (st.type === 'newline') {
								onError(
									st,
									'MULTILINE_IMPLICIT_KEY',
									'Implicit keys of flow sequence pairs need to be on a single line',
								)
								break
							}
						}
					if (props.start < valueProps.found.offset - 1024)
						onError(
							valueProps.found,
							'KEY_OVER_1024_CHARS',
							'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key',
						)
				}
			} else if (value) {
				if ('source' in value && value.source?.[0] === ':')
					onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`)
				else onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`)
			}
			const valueNode = value
				? composeNode(ctx, value, valueProps, onError)
				: valueProps.found
					? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
					: null
			if (valueNode) {
				if (isBlock(value)) onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg)
			} else if (valueProps.comment) {
				if (keyNode.comment) keyNode.comment += '\n' + valueProps.comment
				else keyNode.comment = valueProps.comment
			}
			const pair = new Pair(keyNode, valueNode)
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem
			if (isMap) {
				const map = coll
				if (mapIncludes(ctx, map.items, keyNode)) onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique')
				map.items.push(pair)
			} else {
				const map = new YAMLMap(ctx.schema)
				map.flow = true
				map.items.push(pair)
				const endRange = (valueNode ?? keyNode).range
				map.range = [keyNode.range[0], endRange[1], endRange[2]]
				coll.items.push(map)
			}
			offset = valueNode ? valueNode.range[2] : valueProps.end
		}
	}
	const expectedEnd = isMap ? '}' : ']'
	const [ce, ...ee] = fc.end
	let cePos = offset
	if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length
	else {
		const name = fcName[0].toUpperCase() + fcName.substring(1)
		const msg = atRoot
			? `${name} must end with a ${expectedEnd}`
			: `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`
		onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg)
		if (ce && ce.source.length !== 1) ee.unshift(ce)
	}
	if (ee.length > 0) {
		const end = resolveEnd(ee, cePos, ctx.options.strict, onError)
		if (end.comment) {
			if (coll.comment) coll.comment += '\n' + end.comment
			else coll.comment = end.comment
		}
		coll.range = [fc.offset, cePos, end.offset]
	} else {
		coll.range = [fc.offset, cePos, cePos]
	}
	return coll
}
function resolveCollection(CN, ctx, token, onError, tagName, tag) {
	const coll =
		token.type === 'block-map'
			? resolveBlockMap(CN, ctx, token, onError, tag)
			: token.type === 'block-seq'
				? resolveBlockSeq(CN, ctx, token, onError, tag)
				: resolveFlowCollection(CN, ctx, token, onError, tag)
	const Coll = coll.constructor
	if (tagName === '!' || tagName === Coll.tagName) {
		coll.tag = Coll.tagName
		return coll
	}
	if (tagName) coll.tag = tagName
	return coll
}
function composeCollection(CN, ctx, token, props, onError) {
	const tagToken = props.tag
	const tagName = !tagToken
		? null
		: ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
	if (token.type === 'block-seq') {
		const { anchor, newlineAfterProp: nl } = props
		const lastProp = anchor && tagToken ? (anchor.offset > tagToken.offset ? anchor : tagToken) : (anchor ?? tagToken)
		if (lastProp && (!nl || nl.offset < lastProp.offset)) {
			const message = 'Missing newline after block sequence props'
			onError(lastProp, 'MISSING_CHAR', message)
		}
	}
	const expType =
		token.type === 'block-map' ? 'map' : token.type === 'block-seq' ? 'seq' : token.start.source === '{' ? 'map' : 'seq'
	if (
		!tagToken ||
		!tagName ||
		tagName === '!' ||
		(tagName === YAMLMap.tagName && expType === 'map') ||
		(tagName === YAMLSeq.tagName && expType === 'seq')
	) {
		return resolveCollection(CN, ctx, token, onError, tagName)
	}
	let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType)
	if (!tag) {
		const kt = ctx.schema.knownTags[tagName]
		if (kt?.collection === expType) {
			ctx.schema.tags.push(Object.assign({}, kt, { default: false }))
			tag = kt
		} else {
			if (kt) {
				onError(
					tagToken,
					'BAD_COLLECTION_TYPE',
					`${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`,
					true,
				)
			} else {
				onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true)
			}
			return resolveCollection(CN, ctx, token, onError, tagName)
		}
	}
	const coll = resolveCollection(CN, ctx, token, onError, tagName, tag)
	const res = tag.resolve?.(coll, (msg) => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll
	const node = isNode(res) ? res : new Scalar(res)
	node.range = coll.range
	node.tag = tagName
	if (tag?.format) node.format = tag.format
	return node
}
function resolve_block_scalar_resolveBlockScalar(ctx, scalar, onError) {
	const start = scalar.offset
	const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError)
	if (!header) return { value: '', type: null, comment: '', range: [start, start, start] }
	const type = header.mode === '>' ? Scalar.BLOCK_FOLDED : Scalar.BLOCK_LITERAL
	const lines = scalar.source ? splitLines(scalar.source) : []
	let chompStart = lines.length
	for (let i = lines.length - 1; i >= 0; --i) {
		const content = lines[i][1]
		if (content === '' || content === '\r') chompStart = i
		else break
	}
	if (chompStart === 0) {
		const value = header.chomp === '+' && lines.length > 0 ? '\n'.repeat(Math.max(1, lines.length - 1)) : ''
		let end = start + header.length
		if (scalar.source) end += scalar.source.length
		return { value, type, comment: header.comment, range: [start, end, end] }
	}
	let trimIndent = scalar.indent + header.indent
	let offset = scalar.offset + header.length
	let contentStart = 0
	for (let i = 0; i < chompStart; ++i) {
		const [indent, content] = lines[i]
		if (content === '' || content === '\r') {
			if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length
		} else {
			if (indent.length < trimIndent) {
				const message =
					'Block scalars with more-indented leading empty lines must use an explicit indentation indicator'
				onError(offset + indent.length, 'MISSING_CHAR', message)
			}
			if (header.indent === 0) trimIndent = indent.length
			contentStart = i
			if (trimIndent === 0 && !ctx.atRoot) {
				const message = 'Block scalar values in collections must be indented'
				onError(offset, 'BAD_INDENT', message)
			}
			break
		}
		offset += indent.length + content.length + 1
	}
	for (let i = lines.length - 1; i >= chompStart; --i) {
		if (lines[i][0].length > trimIndent) chompStart = i + 1
	}
	let value = ''
	let sep = ''
	let prevMoreIndented = false
	for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + '\n'
	for (let i = contentStart; i < chompStart; ++i) {
		let [indent, content] = lines[i]
		offset += indent.length + content.length + 1
		const crlf = content[content.length - 1] === '\r'
		if (crlf) content = content.slice(0, -1)
		if (content && indent.length < trimIndent) {
			const src = header.indent ? 'explicit indentation indicator' : 'first line'
			const message = `Block scalar lines must not be less indented than their ${src}`
			onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message)
			indent = ''
		}
		if (type === Scalar.BLOCK_LITERAL) {
			value += sep + indent.slice(trimIndent) + content
			sep = '\n'
		} else if (indent.length > trimIndent || content[0] === '\t') {
			if (sep === ' ') sep = '\n'
			else if (!prevMoreIndented && sep === '\n') sep = '\n\n'
			value += sep + indent.slice(trimIndent) + content
			sep = '\n'
			prevMoreIndented = true
		} else if (content === '') {
			if (sep === '\n') value += '\n'
			else sep = '\n'
		} else {
			value += sep + content
			sep = ' '
			prevMoreIndented = false
		}
	}
	switch (header.chomp) {
		case '-':
			break
		case '+':
			for (let i = chompStart; i < lines.length; ++i) value += '\n' + lines[i][0].slice(trimIndent)
			if (value[value.length - 1] !== '\n') value += '\n'
			break
		default:
			value += '\n'
	}
	const end = start + header.length + scalar.source.length
	return { value, type, comment: header.comment, range: [start, end, end] }
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
	if (props[0].type !== 'block-scalar-header') {
		onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found')
		return null
	}
	const { source } = props[0]
	const mode = source[0]
	let indent = 0
	let chomp = ''
	let error = -1
	for (let i = 1; i < source.length; ++i) {
		const ch = source[i]
		if (!chomp && (ch === '-' || ch === '+')) chomp = ch
		else {
			const n = Number(ch)
			if (!indent && n) indent = n
			else if (error === -1) error = offset + i
		}
	}
	if (error !== -1) onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`)
	let hasSpace = false
	let comment = ''
	let length = source.length
	for (let i = 1; i < props.length; ++i) {
		const token = props[i]
		switch (token.type) {
			case 'space':
				hasSpace = true
			case 'newline':
				length += token.source.length
				break
			case 'comment':
				if (strict && !hasSpace) {
					const message = 'Comments must be separated from other tokens by white space characters'
					onError(token, 'MISSING_CHAR', message)
				}
				length += token.source.length
				comment = token.source.substring(1)
				break
			case 'error':
				onError(token, 'UNEXPECTED_TOKEN', token.message)
				length += token.source.length
				break
			default: {
				const message = `Unexpected token in block scalar header: ${token.type}`
				onError(token, 'UNEXPECTED_TOKEN', message)
				const ts = token.source
				if (ts && typeof ts === 'string') length += ts.length
			}
		}
	}
	return { mode, indent, chomp, comment, length }
}
function splitLines(source) {
	const split = source.split(/\n( *)/)
	const first = split[0]
	const m = first.match(/^( *)/)
	const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ['', first]
	const lines = [line0]
	for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]])
	return lines
}
function resolve_flow_scalar_resolveFlowScalar(scalar, strict, onError) {
	const { offset, type, source, end } = scalar
	let _type
	let value
	const _onError = (rel, code, msg) => onError(offset + rel, code, msg)
	switch (type) {
		case 'scalar':
			_type = Scalar.PLAIN
			value = plainValue(source, _onError)
			break
		case 'single-quoted-scalar':
			_type = Scalar.QUOTE_SINGLE
			value = singleQuotedValue(source, _onError)
			break
		case 'double-quoted-scalar':
			_type = Scalar.QUOTE_DOUBLE
			value = doubleQuotedValue(source, _onError)
			break
		default:
			onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`)
			return {
				value: '',
				type: null,
				comment: '',
				range: [offset, offset + source.length, offset + source.length],
			}
	}
	const valueEnd = offset + source.length
	const re = resolveEnd(end, valueEnd, strict, onError)
	return {
		value,
		type: _type,
		comment: re.comment,
		range: [offset, valueEnd, re.offset],
	}
}
function plainValue(source, onError) {
	let badChar = ''
	switch (source[0]) {
		case '\t':
			badChar = 'a tab character'
			break
		case ',':
			badChar = 'flow indicator character ,'
			break
		case '%':
			badChar = 'directive indicator character %'
			break
		case '|':
		case '>': {
			badChar = `block scalar indicator ${source[0]}`
			break
		}
		case '@':
		case '`': {
			badChar = `reserved character ${source[0]}`
			break
		}
	}
	if (badChar) onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`)
	return unfoldLines(source)
}
function singleQuotedValue(source, onError) {
	if (source[source.length - 1] !== "'" || source.length === 1)
		onError(source.length, 'MISSING_CHAR', "Missing closing 'quote")
	return unfoldLines(source.slice(1, -1)).replace(/''/g, "'")
}
function unfoldLines(source) {
	const line = /(.*?)\r?\n/sy
	let match = line.exec(source)
	if (!match) return source
	let trimEnd, trimBoth
	try {
		trimEnd = new RegExp('(?<![ \t])[ \t]+$')
		trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g')
	} catch {
		trimEnd = /[ \t]+$/
		trimBoth = /^[ \t]+|[ \t]+$/g
	}
	let res = match[1].replace(trimEnd, '')
	let sep = ' '
	let pos = line.lastIndex
	while ((match = line.exec(source))) {
		const lm = match[1].replace(trimBoth, '')
		if (lm === '') {
			if (sep === '\n') res += sep
			else sep = '\n'
		} else {
			res += sep + lm
			sep = ' '
		}
		pos = line.lastIndex
	}
	const last = /[ \t]*(.*)/sy
	last.lastIndex = pos
	match = last.exec(source)
	return res + sep + (match?.[1] ?? '')
}
function doubleQuotedValue(source, onError) {
	let res = ''
	for (let i = 1; i < source.length - 1; ++i) {
		const ch = source[i]
		if (ch === '\r' && source[i + 1] === '\n') continue
		if (ch === '\n') {
			const { fold, offset } = foldNewline(source, i)
			res += fold
			i = offset
		} else if (ch === '\\') {
			let next = source[++i]
			const cc = escapeCodes[next]
			if (cc) res += cc
			else if (next === '\n') {
				next = source[i + 1]
				while (next === ' ' || next === '\t') next = source[++i + 1]
			} else if (next === '\r' && source[i + 1] === '\n') {
				next = source[++i + 1]
				while (next === ' ' || next === '\t') next = source[++i + 1]
			} else if (next === 'x' || next === 'u' || next === 'U') {
				const length = next === 'x' ? 2 : next === 'u' ? 4 : 8
				res += parseCharCode(source, i + 1, length, onError)
				i += length
			} else {
				const raw = source.substr(i - 1, 2)
				onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`)
				res += raw
			}
		} else if (ch === ' ' || ch === '\t') {
			const wsStart = i
			let next = source[i + 1]
			while (next === ' ' || next === '\t') next = source[++i + 1]
			if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
				res += i > wsStart ? source.slice(wsStart, i + 1) : ch
		} else {
			res += ch
		}
	}
	if (source[source.length - 1] !== '"' || source.length === 1)
		onError(source.length, 'MISSING_CHAR', 'Missing closing "quote')
	return res
}
function foldNewline(source, offset) {
	let fold = ''
	let ch = source[offset + 1]
	while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
		if (ch === '\r' && source[offset + 2] !== '\n') break
		if (ch === '\n') fold += '\n'
		offset += 1
		ch = source[offset + 1]
	}
	if (!fold) fold = ' '
	return { fold, offset }
}
const escapeCodes = {
	0: '\0',
	a: '\x07',
	b: '\b',
	e: '\x1b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v',
	N: '\u0085',
	_: '\u00a0',
	L: '\u2028',
	P: '\u2029',
	' ': ' ',
	'"': '"',
	'/': '/',
	'\\': '\\',
	'\t': '\t',
}
function parseCharCode(source, offset, length, onError) {
	const cc = source.substr(offset, length)
	const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc)
	const code = ok ? parseInt(cc, 16) : NaN
	try {
		return String.fromCodePoint(code)
	} catch {
		const raw = source.substr(offset - 2, length + 2)
		onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`)
		return raw
	}
}
function composeScalar(ctx, token, tagToken, onError) {
	const { value, type, comment, range } =
		token.type === 'block-scalar'
			? resolve_block_scalar_resolveBlockScalar(ctx, token, onError)
			: resolve_flow_scalar_resolveFlowScalar(token, ctx.options.strict, onError)
	const tagName = tagToken
		? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
		: null
	let tag
	if (ctx.options.stringKeys && ctx.atKey) {
		tag = ctx.schema[SCALAR]
	} else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError)
	else if (token.type === 'scalar') tag = findScalarTagByTest(ctx, value, token, onError)
	else tag = ctx.schema[SCALAR]
	let scalar
	try {
		const res = tag.resolve(value, (msg) => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options)
		scalar = isScalar(res) ? res : new Scalar(res)
	} catch (error) {
		const msg = error instanceof Error ? error.message : String(error)
		onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg)
		scalar = new Scalar(value)
	}
	scalar.range = range
	scalar.source = value
	if (type) scalar.type = type
	if (tagName) scalar.tag = tagName
	if (tag.format) scalar.format = tag.format
	if (comment) scalar.comment = comment
	return scalar
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
	if (tagName === '!') return schema[SCALAR]
	const matchWithTest = []
	for (const tag of schema.tags) {
		if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag)
			else return tag
		}
	}
	for (const tag of matchWithTest) if (tag.test?.test(value)) return tag
	const kt = schema.knownTags[tagName]
	if (kt && !kt.collection) {
		schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }))
		return kt
	}
	onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str')
	return schema[SCALAR]
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
	const tag =
		schema.tags.find((tag) => (tag.default === true || (atKey && tag.default === 'key')) && tag.test?.test(value)) ||
		schema[SCALAR]
	if (schema.compat) {
		const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[SCALAR]
		if (tag.tag !== compat.tag) {
			const ts = directives.tagString(tag.tag)
			const cs = directives.tagString(compat.tag)
			const msg = `Value may be parsed as either ${ts} or ${cs}`
			onError(token, 'TAG_RESOLVE_FAILED', msg, true)
		}
	}
	return tag
}
function emptyScalarPosition(offset, before, pos) {
	if (before) {
		pos ?? (pos = before.length)
		for (let i = pos - 1; i >= 0; --i) {
			let st = before[i]
			switch (st.type) {
				case 'space':
				case 'comment':
				case 'newline':
					offset -= st.source.length
					continue
			}
			st = before[++i]
			while (st?.type === 'space') {
				offset += st.source.length
				st = before[++i]
			}
			break
		}
	}
	return offset
}
const CN = { composeNode, composeEmptyNode }
function composeNode(ctx, token, props, onError) {
	const atKey = ctx.atKey
	const { spaceBefore, comment, anchor, tag } = props
	let node
	let isSrcToken = true
	switch (token.type) {
		case 'alias':
			node = composeAlias(ctx, token, onError)
			if (anchor || tag) onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties')
			break
		case 'scalar':
		case 'single-quoted-scalar':
		case 'double-quoted-scalar':
		case 'block-scalar':
			node = composeScalar(ctx, token, tag, onError)
			if (anchor) node.anchor = anchor.source.substring(1)
			break
		case 'block-map':
		case 'block-seq':
		case 'flow-collection':
			try {
				node = composeCollection(CN, ctx, token, props, onError)
				if (anchor) node.anchor = anchor.source.substring(1)
			} catch (error) {
				const message = error instanceof Error ? error.message : String(error)
				onError(token, 'RESOURCE_EXHAUSTION', message)
			}
			break
		default: {
			const message = token.type === 'error' ? token.message : `Unsupported token (type: ${token.type})`
			onError(token, 'UNEXPECTED_TOKEN', message)
			isSrcToken = false
		}
	}
	node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError))
	if (anchor && node.anchor === '') onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string')
	if (
		atKey &&
		ctx.options.stringKeys &&
		(!isScalar(node) || typeof node.value !== 'string' || (node.tag && node.tag !== 'tag:yaml.org,2002:str'))
	) {
		const msg = 'With stringKeys, all keys must be strings'
		onError(tag ?? token, 'NON_STRING_KEY', msg)
	}
	if (spaceBefore) node.spaceBefore = true
	if (comment) {
		if (token.type === 'scalar' && token.source === '') node.comment = comment
		else node.commentBefore = comment
	}
	if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token
	return node
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
	const token = {
		type: 'scalar',
		offset: emptyScalarPosition(offset, before, pos),
		indent: -1,
		source: '',
	}
	const node = composeScalar(ctx, token, tag, onError)
	if (anchor) {
		node.anchor = anchor.source.substring(1)
		if (node.anchor === '') onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string')
	}
	if (spaceBefore) node.spaceBefore = true
	if (comment) {
		node.comment = comment
		node.range[2] = end
	}
	return node
}
function composeAlias({ options }, { offset, source, end }, onError) {
	const alias = new Alias(source.substring(1))
	if (alias.source === '') onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string')
	if (alias.source.endsWith(':'))
		onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true)
	const valueEnd = offset + source.length
	const re = resolveEnd(end, valueEnd, options.strict, onError)
	alias.range = [offset, valueEnd, re.offset]
	if (re.comment) alias.comment = re.comment
	return alias
}
function composeDoc(options, directives, { offset, start, value, end }, onError) {
	const opts = Object.assign({ _directives: directives }, options)
	const doc = new Document_Document(undefined, opts)
	const ctx = {
		atKey: false,
		atRoot: true,
		directives: doc.directives,
		options: doc.options,
		schema: doc.schema,
	}
	const props = resolveProps(start, {
		indicator: 'doc-start',
		next: value ?? end?.[0],
		offset,
		onError,
		parentIndent: 0,
		startOnNewline: true,
	})
	if (props.found) {
		doc.directives.docStart = true
		if (value && (value.type === 'block-map' || value.type === 'block-seq') && !props.hasNewline)
			onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker')
	}
	doc.contents = value
		? composeNode(ctx, value, props, onError)
		: composeEmptyNode(ctx, props.end, start, null, props, onError)
	const contentEnd = doc.contents.range[2]
	const re = resolveEnd(end, contentEnd, false, onError)
	if (re.comment) doc.comment = re.comment
	doc.range = [offset, contentEnd, re.offset]
	return doc
}
function getErrorPos(src) {
	if (typeof src === 'number') return [src, src + 1]
	if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]]
	const { offset, source } = src
	return [offset, offset + (typeof source === 'string' ? source.length : 1)]
}
function parsePrelude(prelude) {
	let comment = ''
	let atComment = false
	let afterEmptyLine = false
	for (let i = 0; i < prelude.length; ++i) {
		const source = prelude[i]
		switch (source[0]) {
			case '#':
				comment += (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') + (source.substring(1) || ' ')
				atComment = true
				afterEmptyLine = false
				break
			case '%':
				if (prelude[i + 1]?.[0] !== '#') i += 1
				atComment = false
				break
			default:
				if (!atComment) afterEmptyLine = true
				atComment = false
		}
	}
	return { comment, afterEmptyLine }
}
class composer_Composer {
	constructor(options = {}) {
		this.doc = null
		this.atDirectives = false
		this.prelude = []
		this.errors = []
		this.warnings = []
		this.onError = (source, code, message, warning) => {
			const pos = getErrorPos(source)
			if (warning) this.warnings.push(new YAMLWarning(pos, code, message))
			else this.errors.push(new errors_YAMLParseError(pos, code, message))
		}
		this.directives = new Directives({ version: options.version || '1.2' })
		this.options = options
	}
	decorate(doc, afterDoc) {
		const { comment, afterEmptyLine } = parsePrelude(this.prelude)
		if (comment) {
			const dc = doc.contents
			if (afterDoc) {
				doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment
			} else if (afterEmptyLine || doc.directives.docStart || !dc) {
				doc.commentBefore = comment
			} else if (isCollection(dc) && !dc.flow && dc.items.length > 0) {
				let it = dc.items[0]
				if (isPair(it)) it = it.key
				const cb = it.commentBefore
				it.commentBefore = cb ? `${comment}\n${cb}` : comment
			} else {
				const cb = dc.commentBefore
				dc.commentBefore = cb ? `${comment}\n${cb}` : comment
			}
		}
		if (afterDoc) {
			for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i])
			for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i])
		} else {
			doc.errors = this.errors
			doc.warnings = this.warnings
		}
		this.prelude = []
		this.errors = []
		this.warnings = []
	}
	streamInfo() {
		return {
			comment: parsePrelude(this.prelude).comment,
			directives: this.directives,
			errors: this.errors,
			warnings: this.warnings,
		}
	}
	*compose(tokens, forceDoc = false, endOffset = -1) {
		for (const token of tokens) yield* this.next(token)
		yield* this.end(forceDoc, endOffset)
	}
	*next(token) {
		switch (token.type) {
			case 'directive':
				this.directives.add(token.source, (offset, message, warning) => {
					const pos = getErrorPos(token)
					pos[0] += offset
					this.onError(pos, 'BAD_DIRECTIVE', message, warning)
				})
				this.prelude.push(token.source)
				this.atDirectives = true
				break
			case 'document': {
				const doc = composeDoc(this.options, this.directives, token, this.onError)
				if (this.atDirectives && !doc.directives.docStart)
					this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line')
				this.decorate(doc, false)
				if (this.doc) yield this.doc
				this.doc = doc
				this.atDirectives = false
				break
			}
			case 'byte-order-mark':
			case 'space':
				break
			case 'comment':
			case 'newline':
				this.prelude.push(token.source)
				break
			case 'error': {
				const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message
				const error = new errors_YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg)
				if (this.atDirectives || !this.doc) this.errors.push(error)
				else this.doc.errors.push(error)
				break
			}
			case 'doc-end': {
				if (!this.doc) {
					const msg = 'Unexpected doc-end without preceding document'
					this.errors.push(new errors_YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg))
					break
				}
				this.doc.directives.docEnd = true
				const end = resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError)
				this.decorate(this.doc, true)
				if (end.comment) {
					const dc = this.doc.comment
					this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment
				}
				this.doc.range[2] = end.offset
				break
			}
			default:
				this.errors.push(
					new errors_YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`),
				)
		}
	}
	*end(forceDoc = false, endOffset = -1) {
		if (this.doc) {
			this.decorate(this.doc, true)
			yield this.doc
			this.doc = null
		} else if (forceDoc) {
			const opts = Object.assign({ _directives: this.directives }, this.options)
			const doc = new Document_Document(undefined, opts)
			if (this.atDirectives) this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line')
			doc.range = [0, endOffset, endOffset]
			this.decorate(doc, false)
			yield doc
		}
	}
}
function resolveAsScalar(token, strict = true, onError) {
	if (token) {
		const _onError = (pos, code, message) => {
			const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset
			if (onError) onError(offset, code, message)
			else throw new YAMLParseError([offset, offset + 1], code, message)
		}
		switch (token.type) {
			case 'scalar':
			case 'single-quoted-scalar':
			case 'double-quoted-scalar':
				return resolveFlowScalar(token, strict, _onError)
			case 'block-scalar':
				return resolveBlockScalar({ options: { strict } }, token, _onError)
		}
	}
	return null
}
function createScalarToken(value, context) {
	const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context
	const source = stringifyString(
		{ type, value },
		{
			implicitKey,
			indent: indent > 0 ? ' '.repeat(indent) : '',
			inFlow,
			options: { blockQuote: true, lineWidth: -1 },
		},
	)
	const end = context.end ?? [{ type: 'newline', offset: -1, indent, source: '\n' }]
	switch (source[0]) {
		case '|':
		case '>': {
			const he = source.indexOf('\n')
			const head = source.substring(0, he)
			const body = source.substring(he + 1) + '\n'
			const props = [{ type: 'block-scalar-header', offset, indent, source: head }]
			if (!addEndtoBlockProps(props, end)) props.push({ type: 'newline', offset: -1, indent, source: '\n' })
			return { type: 'block-scalar', offset, indent, props, source: body }
		}
		case '"':
			return { type: 'double-quoted-scalar', offset, indent, source, end }
		case "'":
			return { type: 'single-quoted-scalar', offset, indent, source, end }
		default:
			return { type: 'scalar', offset, indent, source, end }
	}
}
function setScalarValue(token, value, context = {}) {
	let { afterKey = false, implicitKey = false, inFlow = false, type } = context
	let indent = 'indent' in token ? token.indent : null
	if (afterKey && typeof indent === 'number') indent += 2
	if (!type)
		switch (token.type) {
			case 'single-quoted-scalar':
				type = 'QUOTE_SINGLE'
				break
			case 'double-quoted-scalar':
				type = 'QUOTE_DOUBLE'
				break
			case 'block-scalar': {
				const header = token.props[0]
				if (header.type !== 'block-scalar-header') throw new Error('Invalid block scalar header')
				type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL'
				break
			}
			default:
				type = 'PLAIN'
		}
	const source = stringifyString(
		{ type, value },
		{
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
			inFlow,
			options: { blockQuote: true, lineWidth: -1 },
		},
	)
	switch (source[0]) {
		case '|':
		case '>':
			setBlockScalarValue(token, source)
			break
		case '"':
			setFlowScalarValue(token, source, 'double-quoted-scalar')
			break
		case "'":
			setFlowScalarValue(token, source, 'single-quoted-scalar')
			break
		default:
			setFlowScalarValue(token, source, 'scalar')
	}
}
function setBlockScalarValue(token, source) {
	const he = source.indexOf('\n')
	const head = source.substring(0, he)
	const body = source.substring(he + 1) + '\n'
	if (token.type === 'block-scalar') {
		const header = token.props[0]
		if (header.type !== 'block-scalar-header') throw new Error('Invalid block scalar header')
		header.source = head
		token.source = body
	} else {
		const { offset } = token
		const indent = 'indent' in token ? token.indent : -1
		const props = [{ type: 'block-scalar-header', offset, indent, source: head }]
		if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
			props.push({ type: 'newline', offset: -1, indent, source: '\n' })
		for (const key of Object.keys(token)) if (key !== 'type' && key !== 'offset') delete token[key]
		Object.assign(token, { type: 'block-scalar', indent, props, source: body })
	}
}
function addEndtoBlockProps(props, end) {
	if (end)
		for (const st of end)
			switch (st.type) {
				case 'space':
				case 'comment':
					props.push(st)
					break
				case 'newline':
					props.push(st)
					return true
			}
	return false
}
function setFlowScalarValue(token, source, type) {
	switch (token.type) {
		case 'scalar':
		case 'double-quoted-scalar':
		case 'single-quoted-scalar':
			token.type = type
			token.source = source
			break
		case 'block-scalar': {
			const end = token.props.slice(1)
			let oa = source.length
			if (token.props[0].type === 'block-scalar-header') oa -= token.props[0].source.length
			for (const tok of end) tok.offset += oa
			delete token.props
			Object.assign(token, { type, source, end })
			break
		}
		case 'block-map':
		case 'block-seq': {
			const offset = token.offset + source.length
			const nl = { type: 'newline', offset, indent: token.indent, source: '\n' }
			delete token.items
			Object.assign(token, { type, source, end: [nl] })
			break
		}
		default: {
			const indent = 'indent' in token ? token.indent : -1
			const end =
				'end' in token && Array.isArray(token.end)
					? token.end.filter((st) => st.type === 'space' || st.type === 'comment' || st.type === 'newline')
					: []
			for (const key of Object.keys(token)) if (key !== 'type' && key !== 'offset') delete token[key]
			Object.assign(token, { type, indent, source, end })
		}
	}
}
const cst_visit_BREAK = Symbol('break visit')
const cst_visit_SKIP = Symbol('skip children')
const cst_visit_REMOVE = Symbol('remove item')
function cst_visit_visit(cst, visitor) {
	if ('type' in cst && cst.type === 'document') cst = { start: cst.start, value: cst.value }
	_visit(Object.freeze([]), cst, visitor)
}
cst_visit_visit.BREAK = cst_visit_BREAK
cst_visit_visit.SKIP = cst_visit_SKIP
cst_visit_visit.REMOVE = cst_visit_REMOVE
cst_visit_visit.itemAtPath = (cst, path) => {
	let item = cst
	for (const [field, index] of path) {
		const tok = item?.[field]
		if (tok && 'items' in tok) {
			item = tok.items[index]
		} else return undefined
	}
	return item
}
cst_visit_visit.parentCollection = (cst, path) => {
	const parent = cst_visit_visit.itemAtPath(cst, path.slice(0, -1))
	const field = path[path.length - 1][0]
	const coll = parent?.[field]
	if (coll && 'items' in coll) return coll
	throw new Error('Parent collection not found')
}
function _visit(path, item, visitor) {
	let ctrl = visitor(item, path)
	if (typeof ctrl === 'symbol') return ctrl
	for (const field of ['key', 'value']) {
		const token = item[field]
		if (token && 'items' in token) {
			for (let i = 0; i < token.items.length; ++i) {
				const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor)
				if (typeof ci === 'number') i = ci - 1
				else if (ci === cst_visit_BREAK) return cst_visit_BREAK
				else if (ci === cst_visit_REMOVE) {
					token.items.splice(i, 1)
					i -= 1
				}
			}
			if (typeof ctrl === 'function' && field === 'key') ctrl = ctrl(item, path)
		}
	}
	return typeof ctrl === 'function' ? ctrl(item, path) : ctrl
}
const BOM = '\u{FEFF}'
const DOCUMENT = '\x02'
const FLOW_END = '\x18'
const cst_SCALAR = '\x1f'
const cst_isCollection = (token) => !!token && 'items' in token
const cst_isScalar = (token) =>
	!!token &&
	(token.type === 'scalar' ||
		token.type === 'single-quoted-scalar' ||
		token.type === 'double-quoted-scalar' ||
		token.type === 'block-scalar')
function prettyToken(token) {
	switch (token) {
		case BOM:
			return '<BOM>'
		case DOCUMENT:
			return '<DOC>'
		case FLOW_END:
			return '<FLOW_END>'
		case cst_SCALAR:
			return '<SCALAR>'
		default:
			return JSON.stringify(token)
	}
}
function tokenType(source) {
	switch (source) {
		case BOM:
			return 'byte-order-mark'
		case DOCUMENT:
			return 'doc-mode'
		case FLOW_END:
			return 'flow-error-end'
		case cst_SCALAR:
			return 'scalar'
		case '---':
			return 'doc-start'
		case '...':
			return 'doc-end'
		case '':
		case '\n':
		case '\r\n':
			return 'newline'
		case '-':
			return 'seq-item-ind'
		case '?':
			return 'explicit-key-ind'
		case ':':
			return 'map-value-ind'
		case '{':
			return 'flow-map-start'
		case '}':
			return 'flow-map-end'
		case '[':
			return 'flow-seq-start'
		case ']':
			return 'flow-seq-end'
		case ',':
			return 'comma'
	}
	switch (source[0]) {
		case ' ':
		case '\t':
			return 'space'
		case '#':
			return 'comment'
		case '%':
			return 'directive-line'
		case '*':
			return 'alias'
		case '&':
			return 'anchor'
		case '!':
			return 'tag'
		case "'":
			return 'single-quoted-scalar'
		case '"':
			return 'double-quoted-scalar'
		case '|':
		case '>':
			return 'block-scalar-header'
	}
	return null
}
function isEmpty(ch) {
	switch (ch) {
		case undefined:
		case ' ':
		case '\n':
		case '\r':
		case '\t':
			return true
		default:
			return false
	}
}
const hexDigits = new Set('0123456789ABCDEFabcdef')
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()")
const flowIndicatorChars = new Set(',[]{}')
const invalidAnchorChars = new Set(' ,[]{}\n\r\t')
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch)
class Lexer {
	constructor() {
		this.atEnd = false
		this.blockScalarIndent = -1
		this.blockScalarKeep = false
		this.buffer = ''
		this.flowKey = false
		this.flowLevel = 0
		this.indentNext = 0
		this.indentValue = 0
		this.lineEndPos = null
		this.next = null
		this.pos = 0
	}
	*lex(source, incomplete = false) {
		if (source) {
			if (typeof source !== 'string') throw TypeError('source is not a string')
			this.buffer = this.buffer ? this.buffer + source : source
			this.lineEndPos = null
		}
		this.atEnd = !incomplete
		let next = this.next ?? 'stream'
		while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next)
	}
	atLineEnd() {
		let i = this.pos
		let ch = this.buffer[i]
		while (ch === ' ' || ch === '\t') ch = this.buffer[++i]
		if (!ch || ch === '#' || ch === '\n') return true
		if (ch === '\r') return this.buffer[i + 1] === '\n'
		return false
	}
	charAt(n) {
		return this.buffer[this.pos + n]
	}
	continueScalar(offset) {
		let ch = this.buffer[offset]
		if (this.indentNext > 0) {
			let indent = 0
			while (ch === ' ') ch = this.buffer[++indent + offset]
			if (ch === '\r') {
				const next = this.buffer[indent + offset + 1]
				if (next === '\n' || (!next && !this.atEnd)) return offset + indent + 1
			}
			return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd) ? offset + indent : -1
		}
		if (ch === '-' || ch === '.') {
			const dt = this.buffer.substr(offset, 3)
			if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3])) return -1
		}
		return offset
	}
	getLine() {
		let end = this.lineEndPos
		if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
			end = this.buffer.indexOf('\n', this.pos)
			this.lineEndPos = end
		}
		if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null
		if (this.buffer[end - 1] === '\r') end -= 1
		return this.buffer.substring(this.pos, end)
	}
	hasChars(n) {
		return this.pos + n <= this.buffer.length
	}
	setNext(state) {
		this.buffer = this.buffer.substring(this.pos)
		this.pos = 0
		this.lineEndPos = null
		this.next = state
		return null
	}
	peek(n) {
		return this.buffer.substr(this.pos, n)
	}
	*parseNext(next) {
		switch (next) {
			case 'stream':
				return yield* this.parseStream()
			case 'line-start':
				return yield* this.parseLineStart()
			case 'block-start':
				return yield* this.parseBlockStart()
			case 'doc':
				return yield* this.parseDocument()
			case 'flow':
				return yield* this.parseFlowCollection()
			case 'quoted-scalar':
				return yield* this.parseQuotedScalar()
			case 'block-scalar':
				return yield* this.parseBlockScalar()
			case 'plain-scalar':
				return yield* this.parsePlainScalar()
		}
	}
	*parseStream() {
		let line = this.getLine()
		if (line === null) return this.setNext('stream')
		if (line[0] === BOM) {
			yield* this.pushCount(1)
			line = line.substring(1)
		}
		if (line[0] === '%') {
			let dirEnd = line.length
			let cs = line.indexOf('#')
			while (cs !== -1) {
				const ch = line[cs - 1]
				if (ch === ' ' || ch === '\t') {
					dirEnd = cs - 1
					break
				} else {
					cs = line.indexOf('#', cs + 1)
				}
			}
			while (true) {
				const ch = line[dirEnd - 1]
				if (ch === ' ' || ch === '\t') dirEnd -= 1
				else break
			}
			const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true))
			yield* this.pushCount(line.length - n)
			this.pushNewline()
			return 'stream'
		}
		if (this.atLineEnd()) {
			const sp = yield* this.pushSpaces(true)
			yield* this.pushCount(line.length - sp)
			yield* this.pushNewline()
			return 'stream'
		}
		yield DOCUMENT
		return yield* this.parseLineStart()
	}
	*parseLineStart() {
		const ch = this.charAt(0)
		if (!ch && !this.atEnd) return this.setNext('line-start')
		if (ch === '-' || ch === '.') {
			if (!this.atEnd && !this.hasChars(4)) return this.setNext('line-start')
			const s = this.peek(3)
			if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
				yield* this.pushCount(3)
				this.indentValue = 0
				this.indentNext = 0
				return s === '---' ? 'doc' : 'stream'
			}
		}
		this.indentValue = yield* this.pushSpaces(false)
		if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue
		return yield* this.parseBlockStart()
	}
	*parseBlockStart() {
		const [ch0, ch1] = this.peek(2)
		if (!ch1 && !this.atEnd) return this.setNext('block-start')
		if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
			const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true))
			this.indentNext = this.indentValue + 1
			this.indentValue += n
			return 'block-start'
		}
		return 'doc'
	}
	*parseDocument() {
		yield* this.pushSpaces(true)
		const line = this.getLine()
		if (line === null) return this.setNext('doc')
		let n = yield* this.pushIndicators()
		switch (line[n]) {
			case '#':
				yield* this.pushCount(line.length - n)
			case undefined:
				yield* this.pushNewline()
				return yield* this.parseLineStart()
			case '{':
			case '[':
				yield* this.pushCount(1)
				this.flowKey = false
				this.flowLevel = 1
				return 'flow'
			case '}':
			case ']':
				yield* this.pushCount(1)
				return 'doc'
			case '*':
				yield* this.pushUntil(isNotAnchorChar)
				return 'doc'
			case '"':
			case "'":
				return yield* this.parseQuotedScalar()
			case '|':
			case '>':
				n += yield* this.parseBlockScalarHeader()
				n += yield* this.pushSpaces(true)
				yield* this.pushCount(line.length - n)
				yield* this.pushNewline()
				return yield* this.parseBlockScalar()
			default:
				return yield* this.parsePlainScalar()
		}
	}
	*parseFlowCollection() {
		let nl, sp
		let indent = -1
		do {
			nl = yield* this.pushNewline()
			if (nl > 0) {
				sp = yield* this.pushSpaces(false)
				this.indentValue = indent = sp
			} else {
				sp = 0
			}
			sp += yield* this.pushSpaces(true)
		} while (nl + sp > 0)
		const line = this.getLine()
		if (line === null) return this.setNext('flow')
		if (
			(indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
			(indent === 0 && (line.startsWith('---') || line.startsWith('...')) && isEmpty(line[3]))
		) {
			const atFlowEndMarker =
				indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === ']' || line[0] === '}')
			if (!atFlowEndMarker) {
				this.flowLevel = 0
				yield FLOW_END
				return yield* this.parseLineStart()
			}
		}
		let n = 0
		while (line[n] === ',') {
			n += yield* this.pushCount(1)
			n += yield* this.pushSpaces(true)
			this.flowKey = false
		}
		n += yield* this.pushIndicators()
		switch (line[n]) {
			case undefined:
				return 'flow'
			case '#':
				yield* this.pushCount(line.length - n)
				return 'flow'
			case '{':
			case '[':
				yield* this.pushCount(1)
				this.flowKey = false
				this.flowLevel += 1
				return 'flow'
			case '}':
			case ']':
				yield* this.pushCount(1)
				this.flowKey = true
				this.flowLevel -= 1
				return this.flowLevel ? 'flow' : 'doc'
			case '*':
				yield* this.pushUntil(isNotAnchorChar)
				return 'flow'
			case '"':
			case "'":
				this.flowKey = true
				return yield* this.parseQuotedScalar()
			case ':': {
				const next = this.charAt(1)
				if (this.flowKey || isEmpty(next) || next === ',') {
					this.flowKey = false
					yield* this.pushCount(1)
					yield* this.pushSpaces(true)
					return 'flow'
				}
			}
			default:
				this.flowKey = false
				return yield* this.parsePlainScalar()
		}
	}
	*parseQuotedScalar() {
		const quote = this.charAt(0)
		let end = this.buffer.indexOf(quote, this.pos + 1)
		if (quote === "'") {
			while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2)
		} else {
			while (end !== -1) {
				let n = 0
				while (this.buffer[end - 1 - n] === '\\') n += 1
				if (n % 2 === 0) break
				end = this.buffer.indexOf('"', end + 1)
			}
		}
		const qb = this.buffer.substring(0, end)
		let nl = qb.indexOf('\n', this.pos)
		if (nl !== -1) {
			while (nl !== -1) {
				const cs = this.continueScalar(nl + 1)
				if (cs === -1) break
				nl = qb.indexOf('\n', cs)
			}
			if (nl !== -1) {
				end = nl - (qb[nl - 1] === '\r' ? 2 : 1)
			}
		}
		if (end === -1) {
			if (!this.atEnd) return this.setNext('quoted-scalar')
			end = this.buffer.length
		}
		yield* this.pushToIndex(end + 1, false)
		return this.flowLevel ? 'flow' : 'doc'
	}
	*parseBlockScalarHeader() {
		this.blockScalarIndent = -1
		this.blockScalarKeep = false
		let i = this.pos
		while (true) {
			const ch = this.buffer[++i]
			if (ch === '+') this.blockScalarKeep = true
			else if (ch > '0' && ch <= '9') this.blockScalarIndent = Number(ch) - 1
			else if (ch !== '-') break
		}
		return yield* this.pushUntil((ch) => isEmpty(ch) || ch === '#')
	}
	*parseBlockScalar() {
		let nl = this.pos - 1
		let indent = 0
		let ch
		loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
			switch (ch) {
				case ' ':
					indent += 1
					break
				case '\n':
					nl = i
					indent = 0
					break
				case '\r': {
					const next = this.buffer[i + 1]
					if (!next && !this.atEnd) return this.setNext('block-scalar')
					if (next === '\n') break
				}
				default:
					break loop
			}
		}
		if (!ch && !this.atEnd) return this.setNext('block-scalar')
		if (indent >= this.indentNext) {
			if (this.blockScalarIndent === -1) this.indentNext = indent
			else {
				this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext)
			}
			do {
				const cs = this.continueScalar(nl + 1)
				if (cs === -1) break
				nl = this.buffer.indexOf('\n', cs)
			} while (nl !== -1)
			if (nl === -1) {
				if (!this.atEnd) return this.setNext('block-scalar')
				nl = this.buffer.length
			}
		}
		let i = nl + 1
		ch = this.buffer[i]
		while (ch === ' ') ch = this.buffer[++i]
		if (ch === '\t') {
			while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n') ch = this.buffer[++i]
			nl = i - 1
		} else if (!this.blockScalarKeep) {
			do {
				let i = nl - 1
				let ch = this.buffer[i]
				if (ch === '\r') ch = this.buffer[--i]
				const lastChar = i
				while (ch === ' ') ch = this.buffer[--i]
				if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar) nl = i
				else break
			} while (true)
		}
		yield cst_SCALAR
		yield* this.pushToIndex(nl + 1, true)
		return yield* this.parseLineStart()
	}
	*parsePlainScalar() {
		const inFlow = this.flowLevel > 0
		let end = this.pos - 1
		let i = this.pos - 1
		let ch
		while ((ch = this.buffer[++i])) {
			if (ch === ':') {
				const next = this.buffer[i + 1]
				if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next))) break
				end = i
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1]
				if (ch === '\r') {
					if (next === '\n') {
						i += 1
						ch = '\n'
						next = this.buffer[i + 1]
					} else end = i
				}
				if (next === '#' || (inFlow && flowIndicatorChars.has(next))) break
				if (ch === '\n') {
					const cs = this.continueScalar(i + 1)
					if (cs === -1) break
					i = Math.max(i, cs - 2)
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break
				end = i
			}
		}
		if (!ch && !this.atEnd) return this.setNext('plain-scalar')
		yield cst_SCALAR
		yield* this.pushToIndex(end + 1, true)
		return inFlow ? 'flow' : 'doc'
	}
	*pushCount(n) {
		if (n > 0) {
			yield this.buffer.substr(this.pos, n)
			this.pos += n
			return n
		}
		return 0
	}
	*pushToIndex(i, allowEmpty) {
		const s = this.buffer.slice(this.pos, i)
		if (s) {
			yield s
			this.pos += s.length
			return s.length
		} else if (allowEmpty) yield ''
		return 0
	}
	*pushIndicators() {
		let n = 0
		loop: while (true) {
			switch (this.charAt(0)) {
				case '!':
					n += yield* this.pushTag()
					n += yield* this.pushSpaces(true)
					continue loop
				case '&':
					n += yield* this.pushUntil(isNotAnchorChar)
					n += yield* this.pushSpaces(true)
					continue loop
				case '-':
				case '?':
				case ':': {
					const inFlow = this.flowLevel > 0
					const ch1 = this.charAt(1)
					if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
						if (!inFlow) this.indentNext = this.indentValue + 1
						else if (this.flowKey) this.flowKey = false
						n += yield* this.pushCount(1)
						n += yield* this.pushSpaces(true)
						continue loop
					}
				}
			}
			break loop
		}
		return n
	}
	*pushTag() {
		if (this.charAt(1) === '<') {
			let i = this.pos + 2
			let ch = this.buffer[i]
			while (!isEmpty(ch) && ch !== '>') ch = this.buffer[++i]
			return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false)
		} else {
			let i = this.pos + 1
			let ch = this.buffer[i]
			while (ch) {
				if (tagChars.has(ch)) ch = this.buffer[++i]
				else if (ch === '%' && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
					ch = this.buffer[(i += 3)]
				} else break
			}
			return yield* this.pushToIndex(i, false)
		}
	}
	*pushNewline() {
		const ch = this.buffer[this.pos]
		if (ch === '\n') return yield* this.pushCount(1)
		else if (ch === '\r' && this.charAt(1) === '\n') return yield* this.pushCount(2)
		else return 0
	}
	*pushSpaces(allowTabs) {
		let i = this.pos - 1
		let ch
		do {
			ch = this.buffer[++i]
		} while (ch === ' ' || (allowTabs && ch === '\t'))
		const n = i - this.pos
		if (n > 0) {
			yield this.buffer.substr(this.pos, n)
			this.pos = i
		}
		return n
	}
	*pushUntil(test) {
		let i = this.pos
		let ch = this.buffer[i]
		while (!test(ch)) ch = this.buffer[++i]
		return yield* this.pushToIndex(i, false)
	}
}
class LineCounter {
	constructor() {
		this.lineStarts = []
		this.addNewLine = (offset) => this.lineStarts.push(offset)
		this.linePos = (offset) => {
			let low = 0
			let high = this.lineStarts.length
			while (low < high) {
				const mid = (low + high) >> 1
				if (this.lineStarts[mid] < offset) low = mid + 1
				else high = mid
			}
			if (this.lineStarts[low] === offset) return { line: low + 1, col: 1 }
			if (low === 0) return { line: 0, col: offset }
			const start = this.lineStarts[low - 1]
			return { line: low, col: offset - start + 1 }
		}
	}
}
function includesToken(list, type) {
	for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true
	return false
}
function findNonEmptyIndex(list) {
	for (let i = 0; i < list.length; ++i) {
		switch (list[i].type) {
			case 'space':
			case 'comment':
			case 'newline':
				break
			default:
				return i
		}
	}
	return -1
}
function isFlowToken(token) {
	switch (token?.type) {
		case 'alias':
		case 'scalar':
		case 'single-quoted-scalar':
		case 'double-quoted-scalar':
		case 'flow-collection':
			return true
		default:
			return false
	}
}
function getPrevProps(parent) {
	switch (parent.type) {
		case 'document':
			return parent.start
		case 'block-map': {
			const it = parent.items[parent.items.length - 1]
			return it.sep ?? it.start
		}
		case 'block-seq':
			return parent.items[parent.items.length - 1].start
		default:
			return []
	}
}
function getFirstKeyStartProps(prev) {
	if (prev.length === 0) return []
	let i = prev.length
	loop: while (--i >= 0) {
		switch (prev[i].type) {
			case 'doc-start':
			case 'explicit-key-ind':
			case 'map-value-ind':
			case 'seq-item-ind':
			case 'newline':
				break loop
		}
	}
	while (prev[++i]?.type === 'space') {}
	return prev.splice(i, prev.length)
}
function arrayPushArray(target, source) {
	if (source.length < 1e5) Array.prototype.push.apply(target, source)
	else for (let i = 0; i < source.length; ++i) target.push(source[i])
}
function fixFlowSeqItems(fc) {
	if (fc.start.type === 'flow-seq-start') {
		for (const it of fc.items) {
			if (
				it.sep &&
				!it.value &&
				!includesToken(it.start, 'explicit-key-ind') &&
				!includesToken(it.sep, 'map-value-ind')
			) {
				if (it.key) it.value = it.key
				delete it.key
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep)
					else it.value.end = it.sep
				} else arrayPushArray(it.start, it.sep)
				delete it.sep
			}
		}
	}
}
class parser_Parser {
	constructor(onNewLine) {
		this.atNewLine = true
		this.atScalar = false
		this.indent = 0
		this.offset = 0
		this.onKeyLine = false
		this.stack = []
		this.source = ''
		this.type = ''
		this.lexer = new Lexer()
		this.onNewLine = onNewLine
	}
	*parse(source, incomplete = false) {
		if (this.onNewLine && this.offset === 0) this.onNewLine(0)
		for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme)
		if (!incomplete) yield* this.end()
	}
	*next(source) {
		this.source = source
		if (this.atScalar) {
			this.atScalar = false
			yield* this.step()
			this.offset += source.length
			return
		}
		const type = tokenType(source)
		if (!type) {
			const message = `Not a YAML token: ${source}`
			yield* this.pop({ type: 'error', offset: this.offset, message, source })
			this.offset += source.length
		} else if (type === 'scalar') {
			this.atNewLine = false
			this.atScalar = true
			this.type = 'scalar'
		} else {
			this.type = type
			yield* this.step()
			switch (type) {
				case 'newline':
					this.atNewLine = true
					this.indent = 0
					if (this.onNewLine) this.onNewLine(this.offset + source.length)
					break
				case 'space':
					if (this.atNewLine && source[0] === ' ') this.indent += source.length
					break
				case 'explicit-key-ind':
				case 'map-value-ind':
				case 'seq-item-ind':
					if (this.atNewLine) this.indent += source.length
					break
				case 'doc-mode':
				case 'flow-error-end':
					return
				default:
					this.atNewLine = false
			}
			this.offset += source.length
		}
	}
	*end() {
		while (this.stack.length > 0) yield* this.pop()
	}
	get sourceToken() {
		const st = {
			type: this.type,
			offset: this.offset,
			indent: this.indent,
			source: this.source,
		}
		return st
	}
	*step() {
		const top = this.peek(1)
		if (this.type === 'doc-end' && top?.type !== 'doc-end') {
			while (this.stack.length > 0) yield* this.pop()
			this.stack.push({
				type: 'doc-end',
				offset: this.offset,
				source: this.source,
			})
			return
		}
		if (!top) return yield* this.stream()
		switch (top.type) {
			case 'document':
				return yield* this.document(top)
			case 'alias':
			case 'scalar':
			case 'single-quoted-scalar':
			case 'double-quoted-scalar':
				return yield* this.scalar(top)
			case 'block-scalar':
				return yield* this.blockScalar(top)
			case 'block-map':
				return yield* this.blockMap(top)
			case 'block-seq':
				return yield* this.blockSequence(top)
			case 'flow-collection':
				return yield* this.flowCollection(top)
			case 'doc-end':
				return yield* this.documentEnd(top)
		}
		yield* this.pop()
	}
	peek(n) {
		return this.stack[this.stack.length - n]
	}
	*pop(error) {
		const token = error ?? this.stack.pop()
		if (!token) {
			const message = 'Tried to pop an empty stack'
			yield { type: 'error', offset: this.offset, source: '', message }
		} else if (this.stack.length === 0) {
			yield token
		} else {
			const top = this.peek(1)
			if (token.type === 'block-scalar') {
				token.indent = 'indent' in top ? top.indent : 0
			} else if (token.type === 'flow-collection' && top.type === 'document') {
				token.indent = 0
			}
			if (token.type === 'flow-collection') fixFlowSeqItems(token)
			switch (top.type) {
				case 'document':
					top.value = token
					break
				case 'block-scalar':
					top.props.push(token)
					break
				case 'block-map': {
					const it = top.items[top.items.length - 1]
					if (it.value) {
						top.items.push({ start: [], key: token, sep: [] })
						this.onKeyLine = true
						return
					} else if (it.sep) {
						it.value = token
					} else {
						Object.assign(it, { key: token, sep: [] })
						this.onKeyLine = !it.explicitKey
						return
					}
					break
				}
				case 'block-seq': {
					const it = top.items[top.items.length - 1]
					if (it.value) top.items.push({ start: [], value: token })
					else it.value = token
					break
				}
				case 'flow-collection': {
					const it = top.items[top.items.length - 1]
					if (!it || it.value) top.items.push({ start: [], key: token, sep: [] })
					else if (it.sep) it.value = token
					else Object.assign(it, { key: token, sep: [] })
					return
				}
				default:
					yield* this.pop()
					yield* this.pop(token)
			}
			if (
				(top.type === 'document' || top.type === 'block-map' || top.type === 'block-seq') &&
				(token.type === 'block-map' || token.type === 'block-seq')
			) {
				const last = token.items[token.items.length - 1]
				if (
					last &&
					!last.sep &&
					!last.value &&
					last.start.length > 0 &&
					findNonEmptyIndex(last.start) === -1 &&
					(token.indent === 0 || last.start.every((st) => st.type !== 'comment' || st.indent < token.indent))
				) {
					if (top.type === 'document') top.end = last.start
					else top.items.push({ start: last.start })
					token.items.splice(-1, 1)
				}
			}
		}
	}
	*stream() {
		switch (this.type) {
			case 'directive-line':
				yield { type: 'directive', offset: this.offset, source: this.source }
				return
			case 'byte-order-mark':
			case 'space':
			case 'comment':
			case 'newline':
				yield this.sourceToken
				return
			case 'doc-mode':
			case 'doc-start': {
				const doc = {
					type: 'document',
					offset: this.offset,
					start: [],
				}
				if (this.type === 'doc-start') doc.start.push(this.sourceToken)
				this.stack.push(doc)
				return
			}
		}
		yield {
			type: 'error',
			offset: this.offset,
			message: `Unexpected ${this.type} token in YAML stream`,
			source: this.source,
		}
	}
	*document(doc) {
		if (doc.value) return yield* this.lineEnd(doc)
		switch (this.type) {
			case 'doc-start': {
				if (findNonEmptyIndex(doc.start) !== -1) {
					yield* this.pop()
					yield* this.step()
				} else doc.start.push(this.sourceToken)
				return
			}
			case 'anchor':
			case 'tag':
			case 'space':
			case 'comment':
			case 'newline':
				doc.start.push(this.sourceToken)
				return
		}
		const bv = this.startBlockValue(doc)
		if (bv) this.stack.push(bv)
		else {
			yield {
				type: 'error',
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source,
			}
		}
	}
	*scalar(scalar) {
		if (this.type === 'map-value-ind') {
			const prev = getPrevProps(this.peek(2))
			const start = getFirstKeyStartProps(prev)
			let sep
			if (scalar.end) {
				sep = scalar.end
				sep.push(this.sourceToken)
				delete scalar.end
			} else sep = [this.sourceToken]
			const map = {
				type: 'block-map',
				offset: scalar.offset,
				indent: scalar.indent,
				items: [{ start, key: scalar, sep }],
			}
			this.onKeyLine = true
			this.stack[this.stack.length - 1] = map
		} else yield* this.lineEnd(scalar)
	}
	*blockScalar(scalar) {
		switch (this.type) {
			case 'space':
			case 'comment':
			case 'newline':
				scalar.props.push(this.sourceToken)
				return
			case 'scalar':
				scalar.source = this.source
				this.atNewLine = true
				this.indent = 0
				if (this.onNewLine) {
					let nl = this.source.indexOf('\n') + 1
					while (nl !== 0) {
						this.onNewLine(this.offset + nl)
						nl = this.source.indexOf('\n', nl) + 1
					}
				}
				yield* this.pop()
				break
			default:
				yield* this.pop()
				yield* this.step()
		}
	}
	*blockMap(map) {
		const it = map.items[map.items.length - 1]
		switch (this.type) {
			case 'newline':
				this.onKeyLine = false
				if (it.value) {
					const end = 'end' in it.value ? it.value.end : undefined
					const last = Array.isArray(end) ? end[end.length - 1] : undefined
					if (last?.type === 'comment') end?.push(this.sourceToken)
					else map.items.push({ start: [this.sourceToken] })
				} else if (it.sep) {
					it.sep.push(this.sourceToken)
				} else {
					it.start.push(this.sourceToken)
				}
				return
			case 'space':
			case 'comment':
				if (it.value) {
					map.items.push({ start: [this.sourceToken] })
				} else if (it.sep) {
					it.sep.push(this.sourceToken)
				} else {
					if (this.atIndentedComment(it.start, map.indent)) {
						const prev = map.items[map.items.length - 2]
						const end = prev?.value?.end
						if (Array.isArray(end)) {
							arrayPushArray(end, it.start)
							end.push(this.sourceToken)
							map.items.pop()
							return
						}
					}
					it.start.push(this.sourceToken)
				}
				return
		}
		if (this.indent >= map.indent) {
			const atMapIndent = !this.onKeyLine && this.indent === map.indent
			const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== 'seq-item-ind'
			let start = []
			if (atNextItem && it.sep && !it.value) {
				const nl = []
				for (let i = 0; i < it.sep.length; ++i) {
					const st = it.sep[i]
					switch (st.type) {
						case 'newline':
							nl.push(i)
							break
						case 'space':
							break
						case 'comment':
							if (st.indent > map.indent) nl.length = 0
							break
						default:
							nl.length = 0
					}
				}
				if (nl.length >= 2) start = it.sep.splice(nl[1])
			}
			switch (this.type) {
				case 'anchor':
				case 'tag':
					if (atNextItem || it.value) {
						start.push(this.sourceToken)
						map.items.push({ start })
						this.onKeyLine = true
					} else if (it.sep) {
						it.sep.push(this.sourceToken)
					} else {
						it.start.push(this.sourceToken)
					}
					return
				case 'explicit-key-ind':
					if (!it.sep && !it.explicitKey) {
						it.start.push(this.sourceToken)
						it.explicitKey = true
					} else if (atNextItem || it.value) {
						start.push(this.sourceToken)
						map.items.push({ start, explicitKey: true })
					} else {
						this.stack.push({
							type: 'block-map',
							offset: this.offset,
							indent: this.indent,
							items: [{ start: [this.sourceToken], explicitKey: true }],
						})
					}
					this.onKeyLine = true
					return
				case 'map-value-ind':
					if (it.explicitKey) {
						if (!it.sep) {
							if (includesToken(it.start, 'newline')) {
								Object.assign(it, { key: null, sep: [this.sourceToken] })
							} else {
								const start = getFirstKeyStartProps(it.start)
								this.stack.push({
									type: 'block-map',
									offset: this.offset,
									indent: this.indent,
									items: [{ start, key: null, sep: [this.sourceToken] }],
								})
							}
						} else if (it.value) {
							map.items.push({ start: [], key: null, sep: [this.sourceToken] })
						} else if (includesToken(it.sep, 'map-value-ind')) {
							this.stack.push({
								type: 'block-map',
								offset: this.offset,
								indent: this.indent,
								items: [{ start, key: null, sep: [this.sourceToken] }],
							})
						} else if (isFlowToken(it.key) && !includesToken(it.sep, 'newline')) {
							const start = getFirstKeyStartProps(it.start)
							const key = it.key
							const sep = it.sep
							sep.push(this.sourceToken)
							delete it.key
							delete it.sep
							this.stack.push({
								type: 'block-map',
								offset: this.offset,
								indent: this.indent,
								items: [{ start, key, sep }],
							})
						} else if (start.length > 0) {
							it.sep = it.sep.concat(start, this.sourceToken)
						} else {
							it.sep.push(this.sourceToken)
						}
					} else {
						if (!it.sep) {
							Object.assign(it, { key: null, sep: [this.sourceToken] })
						} else if (it.value || atNextItem) {
							map.items.push({ start, key: null, sep: [this.sourceToken] })
						} else if (includesToken(it.sep, 'map-value-ind')) {
							this.stack.push({
								type: 'block-map',
								offset: this.offset,
								indent: this.indent,
								items: [{ start: [], key: null, sep: [this.sourceToken] }],
							})
						} else {
							it.sep.push(this.sourceToken)
						}
					}
					this.onKeyLine = true
					return
				case 'alias':
				case 'scalar':
				case 'single-quoted-scalar':
				case 'double-quoted-scalar': {
					const fs = this.flowScalar(this.type)
					if (atNextItem || it.value) {
						map.items.push({ start, key: fs, sep: [] })
						this.onKeyLine = true
					} else if (it.sep) {
						this.stack.push(fs)
					} else {
						Object.assign(it, { key: fs, sep: [] })
						this.onKeyLine = true
					}
					return
				}
				default: {
					const bv = this.startBlockValue(map)
					if (bv) {
						if (bv.type === 'block-seq') {
							if (!it.explicitKey && it.sep && !includesToken(it.sep, 'newline')) {
								yield* this.pop({
									type: 'error',
									offset: this.offset,
									message: 'Unexpected block-seq-ind on same line with key',
									source: this.source,
								})
								return
							}
						} else if (atMapIndent) {
							map.items.push({ start })
						}
						this.stack.push(bv)
						return
					}
				}
			}
		}
		yield* this.pop()
		yield* this.step()
	}
	*blockSequence(seq) {
		const it = seq.items[seq.items.length - 1]
		switch (this.type) {
			case 'newline':
				if (it.value) {
					const end = 'end' in it.value ? it.value.end : undefined
					const last = Array.isArray(end) ? end[end.length - 1] : undefined
					if (last?.type === 'comment') end?.push(this.sourceToken)
					else seq.items.push({ start: [this.sourceToken] })
				} else it.start.push(this.sourceToken)
				return
			case 'space':
			case 'comment':
				if (it.value) seq.items.push({ start: [this.sourceToken] })
				else {
					if (this.atIndentedComment(it.start, seq.indent)) {
						const prev = seq.items[seq.items.length - 2]
						const end = prev?.value?.end
						if (Array.isArray(end)) {
							arrayPushArray(end, it.start)
							end.push(this.sourceToken)
							seq.items.pop()
							return
						}
					}
					it.start.push(this.sourceToken)
				}
				return
			case 'anchor':
			case 'tag':
				if (it.value || this.indent <= seq.indent) break
				it.start.push(this.sourceToken)
				return
			case 'seq-item-ind':
				if (this.indent !== seq.indent) break
				if (it.value || includesToken(it.start, 'seq-item-ind')) seq.items.push({ start: [this.sourceToken] })
				else it.start.push(this.sourceToken)
				return
		}
		if (this.indent > seq.indent) {
			const bv = this.startBlockValue(seq)
			if (bv) {
				this.stack.push(bv)
				return
			}
		}
		yield* this.pop()
		yield* this.step()
	}
	*flowCollection(fc) {
		const it = fc.items[fc.items.length - 1]
		if (this.type === 'flow-error-end') {
			let top
			do {
				yield* this.pop()
				top = this.peek(1)
			} while (top?.type === 'flow-collection')
		} else if (fc.end.length === 0) {
			switch (this.type) {
				case 'comma':
				case 'explicit-key-ind':
					if (!it || it.sep) fc.items.push({ start: [this.sourceToken] })
					else it.start.push(this.sourceToken)
					return
				case 'map-value-ind':
					if (!it || it.value) fc.items.push({ start: [], key: null, sep: [this.sourceToken] })
					else if (it.sep) it.sep.push(this.sourceToken)
					else Object.assign(it, { key: null, sep: [this.sourceToken] })
					return
				case 'space':
				case 'comment':
				case 'newline':
				case 'anchor':
				case 'tag':
					if (!it || it.value) fc.items.push({ start: [this.sourceToken] })
					else if (it.sep) it.sep.push(this.sourceToken)
					else it.start.push(this.sourceToken)
					return
				case 'alias':
				case 'scalar':
				case 'single-quoted-scalar':
				case 'double-quoted-scalar': {
					const fs = this.flowScalar(this.type)
					if (!it || it.value) fc.items.push({ start: [], key: fs, sep: [] })
					else if (it.sep) this.stack.push(fs)
					else Object.assign(it, { key: fs, sep: [] })
					return
				}
				case 'flow-map-end':
				case 'flow-seq-end':
					fc.end.push(this.sourceToken)
					return
			}
			const bv = this.startBlockValue(fc)
			if (bv) this.stack.push(bv)
			else {
				yield* this.pop()
				yield* this.step()
			}
		} else {
			const parent = this.peek(2)
			if (
				parent.type === 'block-map' &&
				((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
					(this.type === 'newline' && !parent.items[parent.items.length - 1].sep))
			) {
				yield* this.pop()
				yield* this.step()
			} else if (this.type === 'map-value-ind' && parent.type !== 'flow-collection') {
				const prev = getPrevProps(parent)
				const start = getFirstKeyStartProps(prev)
				fixFlowSeqItems(fc)
				const sep = fc.end.splice(1, fc.end.length)
				sep.push(this.sourceToken)
				const map = {
					type: 'block-map',
					offset: fc.offset,
					indent: fc.indent,
					items: [{ start, key: fc, sep }],
				}
				this.onKeyLine = true
				this.stack[this.stack.length - 1] = map
			} else {
				yield* this.lineEnd(fc)
			}
		}
	}
	flowScalar(type) {
		if (this.onNewLine) {
			let nl = this.source.indexOf('\n') + 1
			while (nl !== 0) {
				this.onNewLine(this.offset + nl)
				nl = this.source.indexOf('\n', nl) + 1
			}
		}
		return {
			type,
			offset: this.offset,
			indent: this.indent,
			source: this.source,
		}
	}
	startBlockValue(parent) {
		switch (this.type) {
			case 'alias':
			case 'scalar':
			case 'single-quoted-scalar':
			case 'double-quoted-scalar':
				return this.flowScalar(this.type)
			case 'block-scalar-header':
				return {
					type: 'block-scalar',
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: '',
				}
			case 'flow-map-start':
			case 'flow-seq-start':
				return {
					type: 'flow-collection',
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: [],
				}
			case 'seq-item-ind':
				return {
					type: 'block-seq',
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }],
				}
			case 'explicit-key-ind': {
				this.onKeyLine = true
				const prev = getPrevProps(parent)
				const start = getFirstKeyStartProps(prev)
				start.push(this.sourceToken)
				return {
					type: 'block-map',
					offset: this.offset,
					indent: this.indent,
					items: [{ start, explicitKey: true }],
				}
			}
			case 'map-value-ind': {
				this.onKeyLine = true
				const prev = getPrevProps(parent)
				const start = getFirstKeyStartProps(prev)
				return {
					type: 'block-map',
					offset: this.offset,
					indent: this.indent,
					items: [{ start, key: null, sep: [this.sourceToken] }],
				}
			}
		}
		return null
	}
	atIndentedComment(start, indent) {
		if (this.type !== 'comment') return false
		if (this.indent <= indent) return false
		return start.every((st) => st.type === 'newline' || st.type === 'space')
	}
	*documentEnd(docEnd) {
		if (this.type !== 'doc-mode') {
			if (docEnd.end) docEnd.end.push(this.sourceToken)
			else docEnd.end = [this.sourceToken]
			if (this.type === 'newline') yield* this.pop()
		}
	}
	*lineEnd(token) {
		switch (this.type) {
			case 'comma':
			case 'doc-start':
			case 'doc-end':
			case 'flow-seq-end':
			case 'flow-map-end':
			case 'map-value-ind':
				yield* this.pop()
				yield* this.step()
				break
			case 'newline':
				this.onKeyLine = false
			case 'space':
			case 'comment':
			default:
				if (token.end) token.end.push(this.sourceToken)
				else token.end = [this.sourceToken]
				if (this.type === 'newline') yield* this.pop()
		}
	}
}
function parseOptions(options) {
	const prettyErrors = options.prettyErrors !== false
	const lineCounter = options.lineCounter || (prettyErrors && new LineCounter()) || null
	return { lineCounter, prettyErrors }
}
function parseAllDocuments(source, options = {}) {
	const { lineCounter, prettyErrors } = parseOptions(options)
	const parser = new Parser(lineCounter?.addNewLine)
	const composer = new Composer(options)
	const docs = Array.from(composer.compose(parser.parse(source)))
	if (prettyErrors && lineCounter)
		for (const doc of docs) {
			doc.errors.forEach(prettifyError(source, lineCounter))
			doc.warnings.forEach(prettifyError(source, lineCounter))
		}
	if (docs.length > 0) return docs
	return Object.assign([], { empty: true }, composer.streamInfo())
}
function parseDocument(source, options = {}) {
	const { lineCounter, prettyErrors } = parseOptions(options)
	const parser = new parser_Parser(lineCounter?.addNewLine)
	const composer = new composer_Composer(options)
	let doc = null
	for (const _doc of composer.compose(parser.parse(source), true, source.length)) {
		if (!doc) doc = _doc
		else if (doc.options.logLevel !== 'silent') {
			doc.errors.push(
				new errors_YAMLParseError(
					_doc.range.slice(0, 2),
					'MULTIPLE_DOCS',
					'Source contains multiple documents; please use YAML.parseAllDocuments()',
				),
			)
			break
		}
	}
	if (prettyErrors && lineCounter) {
		doc.errors.forEach(errors_prettifyError(source, lineCounter))
		doc.warnings.forEach(errors_prettifyError(source, lineCounter))
	}
	return doc
}
function parse(src, reviver, options) {
	let _reviver = undefined
	if (typeof reviver === 'function') {
		_reviver = reviver
	} else if (options === undefined && reviver && typeof reviver === 'object') {
		options = reviver
	}
	const doc = parseDocument(src, options)
	if (!doc) return null
	doc.warnings.forEach((warning) => warn(doc.options.logLevel, warning))
	if (doc.errors.length > 0) {
		if (doc.options.logLevel !== 'silent') throw doc.errors[0]
		else doc.errors = []
	}
	return doc.toJS(Object.assign({ reviver: _reviver }, options))
}
function public_api_stringify(value, replacer, options) {
	let _replacer = null
	if (typeof replacer === 'function' || Array.isArray(replacer)) {
		_replacer = replacer
	} else if (options === undefined && replacer) {
		options = replacer
	}
	if (typeof options === 'string') options = options.length
	if (typeof options === 'number') {
		const indent = Math.round(options)
		options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent }
	}
	if (value === undefined) {
		const { keepUndefined } = options ?? replacer ?? {}
		if (!keepUndefined) return undefined
	}
	if (isDocument(value) && !_replacer) return value.toString(options)
	return new Document(value, _replacer, options).toString(options)
}
const ANCHOR = 'has an anchor or an alias (& or *), where a list says everything itself'
const TAG = 'has a tag (!), which no list needs'
const document_WORDS = {
	ALIAS_PROPS: ANCHOR,
	BAD_ALIAS: ANCHOR,
	MULTIPLE_ANCHORS: ANCHOR,
	BAD_COLLECTION_TYPE: TAG,
	MULTIPLE_TAGS: TAG,
	TAG_RESOLVE_FAILED: TAG,
	BAD_DQ_ESCAPE: 'has a backslash that means nothing in double quotation marks: single ones leave it as it is',
	BAD_INDENT: 'begins after more or fewer blanks than what it belongs to, or stands in a bracket that was not closed',
	BAD_SCALAR_START: 'has a value that begins with a sign of YAML\u2019s own, such as \u201c@\u201d: put it in quotation marks',
	BLOCK_AS_IMPLICIT_KEY:
		'has a colon and a blank in a value: put it in quotation marks, or on a line of its own after \u201c|\u201d',
	KEY_OVER_1024_CHARS: 'has a key of more than 1024 characters',
	MISSING_CHAR: 'lacks a sign: a closing quotation mark or bracket, a comma, or the colon and the blank after a key',
	MULTILINE_IMPLICIT_KEY: 'has words that are neither a key with its colon nor the value of one',
	MULTIPLE_DOCS: 'begins a second document (---), and a list is one alone',
	NON_STRING_KEY: 'has a key that is no word',
	RESOURCE_EXHAUSTION: 'is nested too deeply',
	TAB_AS_INDENT: 'begins with a tab, where YAML takes blanks alone',
}
function parseYaml(text) {
	const lineCounter = new LineCounter()
	const positionOf = (offset) => {
		const { line, col } = lineCounter.linePos(offset)
		return { line: Math.max(1, line), column: Math.max(1, col) }
	}
	const document = parseDocument(text, {
		schema: 'failsafe',
		lineCounter,
		prettyErrors: false,
		stringKeys: true,
		uniqueKeys: false,
		logLevel: 'error',
	})
	const [error] = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0])
	if (error !== undefined) {
		return flaw(positionOf(error.pos[0]), document_WORDS[error.code] ?? 'has something that cannot stand there')
	}
	const { contents } = document
	return contents === null ? flaw(undefined, 'is empty') : toValue(contents, positionOf)
}
function toValue(node, positionOf) {
	const at = positionOf(node.range[0])
	if (isAlias(node) || node.anchor !== undefined) return flaw(at, ANCHOR)
	if (node.tag !== undefined) return flaw(at, TAG)
	if (isScalar(node)) {
		const text = String(node.value)
		return { kind: 'text', text, isNull: node.type === 'PLAIN' && /^(?:|~|null|Null|NULL)$/.test(text), at }
	}
	return isMap(node) ? toMapping(node, at, positionOf) : toSequence(node, at, positionOf)
}
function toSequence({ items }, at, positionOf) {
	const values = []
	for (const item of items) {
		const value = toValue(item, positionOf)
		if (isFlaw(value)) return value
		values.push(value)
	}
	return { kind: 'sequence', items: values, at }
}
function toMapping({ items }, at, positionOf) {
	const pairs = new Map()
	for (const { key: keyNode, value: valueNode } of items) {
		const key = toValue(keyNode, positionOf)
		if (isFlaw(key)) return key
		if (key.kind !== 'text') return flaw(key.at, 'has a key that is no word')
		if (key.text === '<<') return flaw(key.at, 'merges something (<<), where a list says everything itself')
		const first = pairs.get(key.text)?.at.line
		if (first !== undefined) return flaw(key.at, `has a key for the second time: the first is in line ${first}`)
		const value =
			valueNode === null ? { kind: 'text', text: '', isNull: true, at: key.at } : toValue(valueNode, positionOf)
		if (isFlaw(value)) return value
		pairs.set(key.text, { key: key.text, at: key.at, value })
	}
	return { kind: 'mapping', pairs: [...pairs.values()], at }
}
const OF_THE_RUN = new Set(['fail-on', 'job-summary'])
const LISTED_INPUTS = new Map(
	[...inputsOf('check')].filter(([name, { kind }]) => {
		return kind !== 'secret' && kind !== 'output-file' && !OF_THE_RUN.has(name)
	}),
)
const ADDRESSES = [...LISTED_INPUTS].flatMap(([name, { kind }]) => (kind === 'url' ? [name] : []))
const LIST_KEYS = ['name', 'defaults', 'tokens']
const ENTRY_KEYS = ['secret', 'owner', 'used-by', ...LISTED_INPUTS.keys()]
const OF_ONE_ENTRY = new Set(['secret', 'token-name', 'expected-user'])
const DEFAULTS_KEYS = ENTRY_KEYS.filter((key) => !OF_ONE_ENTRY.has(key))
const keys_SYNONYMS = new Map([
	['token', 'secret'],
	['env', 'secret'],
	['variable', 'secret'],
	['url', 'jira-url'],
	['base-url', 'jira-url'],
	['name', 'token-name'],
	['user', 'expected-user'],
	['entries', 'tokens'],
])
function nearestKey(mistyped, keys) {
	const word = mistyped.toLowerCase().replaceAll('_', '-')
	const synonym = keys_SYNONYMS.get(word)
	if (synonym !== undefined && keys.includes(synonym)) return synonym
	return nearest(word, keys)
}
function whyElsewhere(key) {
	if (OF_ONE_ENTRY.has(key)) return 'is a matter of each token'
	return OF_THE_RUN.has(key) ? 'is a matter of the whole run' : undefined
}
function pick({ pairs }, keys, what) {
	const unknown = pairs.find(({ key }) => !keys.includes(key))
	if (unknown === undefined) return new Map(pairs.map(({ key, value }) => [key, value]))
	const why = whyElsewhere(unknown.key)
	const problem = `has a key that ${what} does not take${why === undefined ? '' : `: it ${why}`}`
	const meant = why === undefined ? nearestKey(unknown.key, keys) : undefined
	return flaw(unknown.at, problem, keys.join(', '), meant)
}
const OF_THE_RUNNER = /^(?:GITHUB|ACTIONS|RUNNER|INPUT|NODE)_/i
const PREFIXES = 'GITHUB_, ACTIONS_, RUNNER_, INPUT_ or NODE_'
const secret_name_ACCEPTS = `the name of a secret: letters, digits and \u201c_\u201d, with no digit first, and not beginning with ${PREFIXES}`
const secret_name_MAX_LENGTH = 200
function flawOfName(name, at, what = 'a secret') {
	if (!/^[a-z_]\w*$/i.test(name) || name.length > secret_name_MAX_LENGTH) {
		return flaw(at, `has a name of ${what} that none can have`, secret_name_ACCEPTS)
	}
	if (OF_THE_RUNNER.test(name)) {
		const problem = `has a name of ${what} that begins with ${PREFIXES}: those are the runner\u2019s own, and go to no server`
		return flaw(at, problem, secret_name_ACCEPTS)
	}
	const system = findForeignSystem(name)
	return system === undefined
		? undefined
		: flaw(at, `has what looks like a token of ${system} where a name belongs`, secret_name_ACCEPTS)
}
function isNameable(name) {
	return /^[a-z_]\w{0,99}$/i.test(name) && !OF_THE_RUNNER.test(name) && findForeignSystem(name) === undefined
}
const value_text_OTHER_BOOLEANS = new Map(
	Object.entries({ yes: 'true', y: 'true', on: 'true', 1: 'true', no: 'false', n: 'false', off: 'false', 0: 'false' }),
)
function lineOf(value) {
	const text = value_text_textOf(value)
	if (isFlaw(text) || !/\p{Cc}/u.test(text)) return text
	return flaw(value.at, 'has a line break or a control character in a value of one line', 'one line of text')
}
function inputTextOf(value, { kind }) {
	switch (kind) {
		case 'list':
		case 'headers':
			return value.kind === 'sequence'
				? value_text_linesOf(value.items)
				: value_text_textOf(value, 'a text or a list of texts')
		case 'pem':
			return value_text_textOf(value)
		case 'boolean':
			return booleanOf(value)
		case 'whole-number':
			return wholeNumberOf(value)
		default:
			return lineOf(value)
	}
}
function value_text_textOf(value, accepts = 'a text') {
	if (value.kind !== 'text') {
		const problem = `has ${value.kind === 'mapping' ? 'keys of their own' : 'a list'} where a value of one piece belongs`
		return flaw(value.at, problem, accepts)
	}
	return value.isNull
		? flaw(value.at, 'has a key without a value', 'a value for it, or else no such key')
		: value.text.trim()
}
function value_text_linesOf(items) {
	const lines = []
	for (const item of items) {
		const line = lineOf(item)
		if (isFlaw(line)) return line
		lines.push(line)
	}
	return lines.join('\n')
}
function booleanOf(value) {
	const text = value_text_textOf(value, 'true or false')
	if (isFlaw(text) || text === '' || /^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return text
	const meant = value_text_OTHER_BOOLEANS.get(text.toLowerCase()) ?? nearest(text, ['true', 'false'])
	return flaw(value.at, 'has a value that is neither true nor false', 'true or false', meant)
}
function wholeNumberOf(value) {
	const accepts = 'a whole number, in digits alone'
	const text = value_text_textOf(value, accepts)
	if (isFlaw(text) || /^\d*$/.test(text)) return text
	const [, digits] = /^(\d{1,5})\s*(?:s|secs?|seconds?|d|days?|times?)$/i.exec(text) ?? []
	return flaw(value.at, 'has a value that is no whole number', accepts, digits)
}
function readVariable(environment, name) {
	return Object.hasOwn(environment, name) ? (environment[name] ?? '').trim() : ''
}
const HEADER = /^([!#$%&'*+.^_`|~\w-]+)\s*:\s*\$(\w+)$/
const variables_HEADERS =
	'lines \u201cName: $VARIABLE\u201d: the value comes from an environment variable of the step, and never from the list'
const KEY = 'the path of a PEM file, or $VARIABLE: an environment variable of the step that holds the key or its path'
function flawOfReference(name, text, at) {
	if (name === 'headers') return flawOfHeaders(text, at)
	return name === 'client-key' ? flawOfKey(text, at) : undefined
}
function variablesIn(name, text) {
	if (name === 'headers') return variables_linesOf(text).flatMap((line) => HEADER.exec(line)?.[2] ?? [])
	return name === 'client-key' && text.startsWith('$') ? [text.slice(1)] : []
}
function resolve(name, text, environment) {
	if (name === 'client-key' && text.startsWith('$')) return readVariable(environment, text.slice(1))
	if (name !== 'headers') return text
	return variables_linesOf(text)
		.map((line) => {
			const [, header = '', variable = ''] = HEADER.exec(line) ?? []
			const value = readVariable(environment, variable).replace(/[\r\n]+/g, '\u0000')
			return `${header}: ${value}`
		})
		.join('\n')
}
function flawOfHeaders(text, at) {
	for (const [index, line] of variables_linesOf(text).entries()) {
		const [, , variable] = HEADER.exec(line) ?? []
		if (variable === undefined) {
			return flaw(at, `has headers of which number ${index + 1} is not \u201cName: $VARIABLE\u201d`, variables_HEADERS)
		}
		const wrong = flawOfName(variable, at, 'a variable')
		if (wrong !== undefined) return wrong
	}
	return undefined
}
function flawOfKey(text, at) {
	const isPem = /[\r\n]|-----BEGIN/.test(text) || /^[A-Za-z0-9+/=\\]{100,}$/.test(text)
	if (isPem) return flaw(at, 'has a private key itself, which now has to be replaced, where its place belongs', KEY)
	if (!text.startsWith('$')) return undefined
	return flawOfName(text.slice(1), at, 'a variable')
}
function variables_linesOf(text) {
	return text
		.split(/\r\n|[\r\n]/)
		.map((line) => line.trim())
		.filter(Boolean)
}
const ENTRY = 'for each token a \u201c- secret: NAME\u201d, and below \u201csecret\u201d its other keys'
const OWNER = '\u201c@octocat\u201d, \u201c@org/team\u201d, or plain words without \u201c@\u201d at the beginning'
const MENTION = /^@[a-z\d][\w-]{0,99}(?:\/[\w.-]{1,100})?$/i
const MAX_WORDS_LENGTH = 300
function parseDefaults(value) {
	if (value === undefined) return { owner: '', usedBy: '', texts: new Map() }
	if (value.kind !== 'mapping') return flaw(value.at, 'has no keys below \u201cdefaults:\u201d', 'keys of a token')
	const keys = pick(value, DEFAULTS_KEYS, '\u201cdefaults\u201d')
	return isFlaw(keys) ? keys : parseShared(keys)
}
function parseEntry(value, defaults) {
	if (value.kind !== 'mapping') return flaw(value.at, 'has a token without keys', ENTRY)
	const keys = pick(value, ENTRY_KEYS, 'a token')
	if (isFlaw(keys)) return keys
	const secret = parseSecret(keys.get('secret'), value)
	if (isFlaw(secret)) return secret
	const shared = parseShared(keys)
	if (isFlaw(shared)) return shared
	const texts = new Map([...defaults.texts, ...shared.texts])
	const hasAddress = ADDRESSES.some((name) => shared.texts.has(name))
	for (const name of ADDRESSES) if (hasAddress && !shared.texts.has(name)) texts.delete(name)
	if (!ADDRESSES.some((name) => texts.has(name))) {
		return flaw(value.at, 'has a token without an address, and \u201cdefaults\u201d has none', ADDRESSES.join(' or '))
	}
	return {
		secret,
		owner: shared.owner || defaults.owner,
		usedBy: shared.usedBy || defaults.usedBy,
		line: value.at.line,
		texts,
		own: new Set(shared.texts.keys()),
		variables: [...new Set([...texts].flatMap(([name, text]) => variablesIn(name, text)))],
	}
}
function parseSecret(value, entry) {
	if (value === undefined) return flaw(entry.at, 'has a token without \u201csecret:\u201d', ENTRY)
	const name = lineOf(value)
	return isFlaw(name) ? name : (flawOfName(name, value.at) ?? name)
}
function parseShared(keys) {
	const owner = parseWords(keys.get('owner'), 'text')
	if (isFlaw(owner)) return owner
	const usedBy = parseWords(keys.get('used-by'), 'list')
	if (isFlaw(usedBy)) return usedBy
	const ownerAt = keys.get('owner')?.at
	if (owner.startsWith('@') && !MENTION.test(owner)) {
		return flaw(ownerAt, 'has an owner who is neither a user nor a team, though \u201c@\u201d comes first', OWNER)
	}
	const texts = new Map()
	for (const [name, row] of LISTED_INPUTS) {
		const value = keys.get(name)
		if (value === undefined) continue
		const text = inputTextOf(value, row)
		if (isFlaw(text)) return text
		const wrong = flawOfReference(name, text, value.at)
		if (wrong !== undefined) return wrong
		if (text !== '') texts.set(name, text)
	}
	return { owner, usedBy, texts }
}
function parseWords(value, kind) {
	if (value === undefined) return ''
	const text = inputTextOf(value, { kind })
	if (isFlaw(text)) return text
	const words = text.replaceAll('\n', ', ')
	if (words.length <= MAX_WORDS_LENGTH) return words
	const accepts = `up to ${MAX_WORDS_LENGTH} characters`
	return flaw(value.at, `has a text of more than ${MAX_WORDS_LENGTH} characters`, accepts)
}
const pasted_token_PEM =
	/-----BEGIN [A-Z0-9 ]{1,40}-----[A-Za-z0-9+/=\s#\\]*-----END [A-Z0-9 ]{1,40}-----|\bLS0tLS1CRUdJTi[A-Za-z0-9+/=]*/g
const MARKED = /(?:BBDC-|ATATT)[\w+/=.-]{10,}/g
const RUN = /[A-Za-z0-9+/]+/g
function findPastedTokens(text) {
	return withoutEscapes(text.replace(pasted_token_PEM, blankOut))
		.split(/\r\n|[\r\n]/)
		.flatMap((line, index) => tokensIn(line).map((token) => ({ token, line: index + 1 })))
}
function findTokensInValue(value) {
	switch (value.kind) {
		case 'text':
			return tokensIn(value.text.replace(pasted_token_PEM, '')).map((token) => ({ token, line: value.at.line }))
		case 'sequence':
			return value.items.flatMap(findTokensInValue)
		default:
			return value.pairs.flatMap(({ key, at, value: inside }) => [
				...tokensIn(key).map((token) => ({ token, line: at.line })),
				...findTokensInValue(inside),
			])
	}
}
function holdsToken(text) {
	return tokensIn(text).length > 0
}
function tokensIn(text) {
	const runs = (text.match(RUN) ?? []).filter(
		(run) => run.length === 44 && /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run),
	)
	const marked = text.match(MARKED) ?? []
	return [...marked, ...runs.filter((run) => !marked.some((token) => token.includes(run)))]
}
function withoutEscapes(text) {
	return text.replace(/\\([/nrt"])/g, (_, sign) => (sign === '/' ? '/' : ' '))
}
function blankOut(block) {
	return block.replace(/[^\r\n]+/g, ' ')
}
const parse_list_MAX_LENGTH = 1_048_576
const parse_list_MAX_NAME_LENGTH = 100
const TOKENS = 'a list \u201ctokens:\u201d with a \u201c- secret: NAME\u201d for each token'
function parseList(text, mask) {
	if (text.length > parse_list_MAX_LENGTH) {
		return flaw(
			undefined,
			`is longer than ${parse_list_MAX_LENGTH} characters`,
			'a list of tokens, or its parts in files of their own',
		)
	}
	const pasted = flawOfPasted(findPastedTokens(text), mask)
	if (pasted !== undefined) return pasted
	const encoding = flawOfEncoding(text)
	if (encoding !== undefined) return encoding
	const root = parseYaml(text.replace(/^\uFEFF/, ''))
	if (isFlaw(root)) return root
	return flawOfPasted(findTokensInValue(root), mask) ?? listOf(root)
}
function flawOfPasted(found, mask) {
	for (const { token } of found) mask(token)
	const [first] = found
	if (first === undefined) return undefined
	const accepts =
		'names of secrets alone: revoke that token, since whoever can read the list has seen it, and store the new one as a secret'
	return flaw({ line: first.line }, 'has what looks like a token itself', accepts)
}
function flawOfEncoding(text) {
	if (text.includes('\0')) return flaw(undefined, 'has NUL characters: it may be UTF-16', 'a file in UTF-8')
	const before = text.indexOf('\uFFFD')
	if (before < 0) return undefined
	const line = text.slice(0, before).split(/\r\n|[\r\n]/).length
	return flaw({ line }, 'has a character that is not UTF-8', 'a file in UTF-8')
}
function listOf(root) {
	if (root.kind !== 'mapping') {
		return flaw(root.at, root.kind === 'text' && root.isNull ? 'is empty' : 'is not \u201ctokens:\u201d with a list below it')
	}
	const keys = pick(root, LIST_KEYS, 'a list')
	if (isFlaw(keys)) return keys
	const name = nameOf(keys.get('name'))
	if (isFlaw(name)) return name
	const defaults = parseDefaults(keys.get('defaults'))
	if (isFlaw(defaults)) return defaults
	const entries = entriesOf(keys.get('tokens'), root, defaults)
	return isFlaw(entries) ? entries : { name, entries }
}
function nameOf(value) {
	if (value === undefined) return ''
	const name = lineOf(value)
	if (isFlaw(name) || name.length <= parse_list_MAX_NAME_LENGTH) return name
	return flaw(
		value.at,
		`has a name of more than ${parse_list_MAX_NAME_LENGTH} characters`,
		`up to ${parse_list_MAX_NAME_LENGTH} characters`,
	)
}
function entriesOf(value, root, defaults) {
	if (value === undefined) return flaw(root.at, 'begins a list without \u201ctokens:\u201d', TOKENS)
	if (value.kind === 'mapping') return flaw(value.at, 'has keys where \u201c- \u201d has to begin each token', TOKENS)
	if (value.kind === 'text' && !value.isNull) return flaw(value.at, 'has a text where a list of tokens belongs', TOKENS)
	if (value.kind === 'text' || value.items.length === 0) return flaw(value.at, 'has no token below \u201ctokens:\u201d', TOKENS)
	const entries = new Map()
	for (const item of value.items) {
		const entry = parseEntry(item, defaults)
		if (isFlaw(entry)) return entry
		const key = entry.secret.toUpperCase()
		const first = entries.get(key)
		if (first !== undefined) {
			const problem = `has a secret for the second time: the first is in the entry of line ${first.line}`
			return flaw(item.at, problem, 'each secret once')
		}
		entries.set(key, entry)
	}
	return [...entries.values()]
}
const read_list_ACCEPTS =
	'the path of a file that exists when this runs (in a workflow a step with actions/checkout comes before), or the list itself'
function readList(given, readFile, mask) {
	const isText = /[\r\n{]/.test(given)
	if (!isText && holdsToken(given)) {
		mask(given.trim())
		const list = invalidInput(
			'tokens',
			'has what looks like a token itself',
			'the path of a list of tokens, or the list',
		)
		return { list, identity: { path: '', name: '', own: '' } }
	}
	const path = isText ? '' : pathOf(given.trim())
	const text = isText ? given : readText(path, readFile)
	const parsed = isFinding(text) ? text : parseList(text, mask)
	if (isFinding(parsed)) return { list: parsed, identity: { path, name: path, own: path } }
	if (isFlaw(parsed)) return { list: findingOf(parsed, path), identity: { path, name: path, own: path } }
	const name = parsed.name || path
	return { list: parsed, identity: { path, name, own: path || name } }
}
function pathOf(given) {
	return external_node_path_namespaceObject.posix.normalize(given.replaceAll('\\', '/'))
}
function readText(path, readFile) {
	try {
		return readFile(path)
	} catch (error) {
		const code = errorCodeOf(error)
		if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) {
			return invalidInput('tokens', `names ${path}, which does not exist here`, read_list_ACCEPTS)
		}
		const why = code === 'EISDIR' ? 'is a directory' : `cannot be read${code && ` (${code})`}`
		return invalidInput(
			'tokens',
			`names ${path}, which ${why}`,
			'the path of a file that can be read here, or the list itself',
		)
	}
}
const MAX_ALIKE = 3
function findAlike(missing, environment, others) {
	const isFree = (name) => isNameable(name) && !others.has(name)
	const names = new Set(
		Object.keys(environment).filter((name) => isFree(name) && readVariable(environment, name) !== ''),
	)
	const alike = []
	while (alike.length < MAX_ALIKE) {
		const near = nearest(missing, names)
		if (near === undefined) break
		alike.push(near)
		names.delete(near)
	}
	return alike
}
function missingSecret({ secret, line }, source, others) {
	const problem = `the environment variable ${secret}, which line ${line} of the list names, is missing or blank in this step`
	return finding_finding('token-missing', {
		problem,
		alike: findAlike(secret, source.environment, others),
		...remedyOf(secret, source),
	})
}
function missingSecrets(entries, source) {
	const [first] = entries
	const isBlank = ({ secret }) => readVariable(source.environment, secret) === ''
	if (first === undefined || !entries.every(isBlank)) return undefined
	const others = new Set(entries.map(({ secret }) => secret))
	if (entries.length === 1) return missingSecret(first, source, others)
	const problem = `of the ${entries.length} secrets that the list names this step has none as an environment variable`
	const alike = findAlike(first.secret, source.environment, others)
	return finding_finding('token-missing', { problem, alike, ...remedyOf(first.secret, source) })
}
function remedyOf(secret, { readEvent }) {
	const event = readEvent()
	if (event === undefined) return { listedVariable: secret }
	return findWithholding(event) ?? { envLine: `${secret}: \${{ secrets.${secret} }}`, listedSecret: secret }
}
function createEntrySource(entry, source, used = new Set()) {
	const { environment, readFile, nowMs } = source
	const { secret, line, texts } = entry
	const resolved = new Map([...texts].map(([name, text]) => [name, resolve(name, text, environment)]))
	return {
		readInput: (name) => (name === 'token' ? readVariable(environment, secret) : (resolved.get(name) ?? '')),
		sourceOf: (name) => (name === 'token' ? `secret ${secret} of the list, line ${line}` : `the list, line ${line}`),
		standsAlone: true,
		missingToken: () => missingSecret(entry, source, used),
		readEvent: () => source.readEvent(),
		environment,
		readFile,
		nowMs,
	}
}
function missingVariable({ texts, line }, environment, others) {
	for (const [input, text] of texts) {
		const missing = variablesIn(input, text).find((name) => readVariable(environment, name) === '')
		if (missing === undefined) continue
		const problem = `names the environment variable ${missing} (entry of line ${line}), which is missing or blank in this step`
		const accepts = 'the names of variables that the step has, each in a line of its own under env'
		return invalidInput(input, problem, accepts, findAlike(missing, environment, others)[0])
	}
	return undefined
}
function listEntries(list, origin) {
	const used = usedBy(list)
	const environment = withoutUsed(origin.environment, list)
	return list.entries.map((entry) => ({
		secret: entry.secret,
		owner: entry.owner,
		usedBy: entry.usedBy,
		source: { ...createEntrySource(entry, origin, used), environment },
		hasOwnWarnDays: entry.own.has('expiry-warn-days'),
		variableValues: entry.variables.flatMap((name) => readVariable(origin.environment, name) || []),
		missingVariable: missingVariable(entry, origin.environment, used),
		nameOf: (input) => input,
	}))
}
function withoutUsed(environment, list) {
	const used = usedBy(list)
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !used.has(name)))
}
function usedBy({ entries }) {
	return new Set(entries.flatMap(({ secret, variables }) => [secret, ...variables]))
}
async function check(inputs, options) {
	const { product, ask, clock, isToken, warnDaysOf } = options
	const retries = { ofAny: inputs.retries, ofLimit: inputs.retries }
	const conclude = (evidence) => judge(inputs, { ...NO_EVIDENCE, ...evidence }, product, clock.now())
	const { scheme, token } = inputs.credentials
	const sent = { scheme, traits: readTokenTraits(token, clock.now()), isToken }
	const identity = await product.identify((question) => ask(question, retries), sent)
	if (isFinding(identity)) return conclude({ failure: { finding: identity, stage: 'authentication' } })
	const askAll = (questions) => Promise.all(questions.map((question) => ask(askedBy(identity, question), retries)))
	const answers = [...(await askAll(product.askAccess(inputs)))]
	if (!answers.some(isFinding))
		answers.push(...(await askAll(product.askFurtherAccess(inputs, answers.filter(isAccess)))))
	const access = answers.filter(isAccess)
	const failed = answers.find(isFinding)
	if (failed !== undefined) return conclude({ identity, access, failure: { finding: failed, stage: 'permissions' } })
	if (!inputs.checkExpiry) return conclude({ identity, access })
	const isGate = inputs.expiryFailDays !== undefined
	const askForList = (question) => ask(askedBy(identity, question), isGate ? retries : { ofAny: 0, ofLimit: 1 })
	const tokens = await product.listTokens(askForList, identity, token)
	if (!isFinding(tokens)) {
		return conclude({
			identity,
			access,
			tokens,
			expiry: judgeExpiry(tokens, { ...inputs, warnDaysOf, fingerprint: () => fingerprintOf(token) }, clock.now()),
		})
	}
	const { blockerOf, describeUnreadableList, saysNothingOfTheList } = await failures.load()
	const expiry = unknownExpiry(
		describeUnreadableList(tokens, product.tokensPathOf(identity), product.words),
		blockerOf(tokens),
	)
	if (isGate && saysNothingOfTheList(tokens)) {
		return conclude({ identity, access, expiry, failure: { finding: tokens, stage: 'expiry' } })
	}
	return conclude({ identity, access, expiry })
}
function isAccess(answer) {
	return !isFinding(answer)
}
function openServer(inputs, { environment, clock, readFile }) {
	const readSystemCaOnce = () => readSystemCa(environment['SSL_CERT_FILE'], readFile)
	return createHttp({ ...inputs, userAgent: `jira-pat-check/${VERSION}`, readSystemCa: readSystemCaOnce }, clock)
}
function askServer(inputs, { isToken, warnDaysOf, onStage, ...options }) {
	const asking = createAsk(inputs, options)
	const ask = (question, retries) => {
		onStage?.(question.stage)
		return asking(question, retries)
	}
	return check(inputs, { product: options.product, ask, clock: options.clock, isToken, warnDaysOf })
}
function concludeUnasked(inputs, product, failure, nowMs) {
	return judge(inputs, { ...NO_EVIDENCE, failure: { finding: failure, stage: 'authentication' } }, product, nowMs)
}
const ROTATE_DAYS = table['rotate-days'].default
const PATIENCE_DAYS = 2
const LARGEST_PART_OF_REST = 1 / 2
function rotationWarnDays(token) {
	const { expiresAt } = token
	return typeof expiresAt === 'number' ? warnDaysOf(token, expiresAt) : undefined
}
function warnDaysOf(token, expiresAt) {
	const restDays = Math.max(0, restAtRotationMs(token, expiresAt, ROTATE_DAYS) / DAY_MS)
	return Math.max(restDays - PATIENCE_DAYS, restDays * (1 - LARGEST_PART_OF_REST))
}
function hasRotationStopped(token, tokenName, nowMs) {
	const { expiresAt } = token
	if (typeof expiresAt !== 'number' || !isOfFamily(token, tokenName)) return false
	return expiresAt - nowMs <= warnDaysOf(token, expiresAt) * DAY_MS
}
function describeToken(entry, verdict, redactor, described) {
	const { tokenName, asked, unaskedBecause, nowMs } = described
	const plain = (text) => plainText(text, redactor.redactLong)
	const presentation = present(verdict, catalogue[verdict.finding.reason], redactor, {
		...described,
		nameOf: entry.nameOf,
	})
	const { expiry } = verdict
	const expiryState = expiryStateOf(verdict, tokenName)
	const risk = tokenAtRisk(verdict)
	const isStopped = expiryState !== null && risk !== undefined && hasRotationStopped(risk, tokenName, nowMs)
	const isRotated = expiry.token !== undefined && isOfFamily(expiry.token, tokenName)
	const createdAt = isRotated ? expiry.token.createdAt : undefined
	return {
		...presentation.report,
		secret: plain(entry.secret),
		owner: plain(entry.owner),
		usedBy: plain(entry.usedBy),
		asked,
		unaskedBecause,
		...wordsOf(presentation, isStopped),
		expiryState,
		rotatedAt: createdAt === undefined ? null : utc_dateTimeOf(createdAt),
		hasRotationStopped: isStopped,
	}
}
function expiryStateOf({ expiry }, tokenName) {
	switch (expiry.status) {
		case 'expiring':
		case 'expired':
			return expiry.status
		case 'ambiguous':
			return expiry.warns || expiry.fails ? 'ambiguous' : null
		case 'unknown':
			return tokenName === '' ? null : 'expiry-unknown'
		default:
			return null
	}
}
function tokenAtRisk({ expiry, tokens }) {
	const isIt = ({ name, expiresAt }) => name === expiry.tokenName && expiresAt === expiry.expiresAt
	return expiry.token ?? tokens.find(isIt)
}
function wordsOf({ report, title, remedySteps, warnings }, isStopped) {
	const [warning] = report.result === 'usable' ? warnings : []
	if (warning === undefined) return { title, message: report.message, steps: remedySteps }
	const message = `${report.message} ${warning.message}`
	if (!isStopped) return { title: warning.title, message, steps: warning.remedySteps }
	return {
		message,
		title: 'The rotation of this token has stopped',
		steps: [
			'Look at the last runs of the workflow that rotates it, and mend what it says: a new token should be there by now.',
			'Then start it by hand.',
			'If that does not help before the token expires, renew it by hand:',
			...warning.remedySteps,
		],
	}
}
function warnsByRotation({ hasOwnWarnDays }, tokenName) {
	return !hasOwnWarnDays && familyPrefixOf(tokenName) !== undefined
}
function saysAuthenticationFailed({ headers, body }) {
	const says = (text) => typeof text === 'string' && text.includes('AUTHENTICATED_FAILED')
	if (proof_readLoginReason(headers) === 'failed') return true
	if (!says(body)) return false
	const json = parseJson(body)
	if (!isObject(json)) return !/^\s*[{[]/.test(body)
	const { message, errorMessages } = json
	return says(message) || (Array.isArray(errorMessages) && errorMessages.some(says))
}
function hasTraceOfBitbucket(answer) {
	return isOfBitbucket(answer) || answer.headers.has('x-ausername') || errorsIn(answer.body).length > 0
}
function errorsIn(body) {
	if (!/"exceptionName"/.test(body)) return []
	const json = parseJson(body)
	const errors = isObject(json) && Array.isArray(json['errors']) ? json['errors'] : []
	return errors
		.filter(isObject)
		.filter((error) => 'message' in error && 'exceptionName' in error)
		.map(({ message, exceptionName }) => ({
			message: String(message),
			exception: String(exceptionName ?? '').replace(/^.*\./, ''),
		}))
}
function isNotAuthorised({ body }) {
	return errorsIn(body).some(({ exception }) => exception === 'AuthorisationException')
}
function asksForCaptcha({ statusCode, body }) {
	return (
		statusCode >= 400 && errorsIn(body).some(({ exception }) => exception === 'CaptchaRequiredAuthenticationException')
	)
}
const REJECTIONS = new Set(['token-rejected', 'basic-rejected'])
const PAGE_LIMIT = 100
const access_askAccess = ({ projects, repositories, permissions }) => {
	const places = [
		...projects.map((project) => placeOf(project, permissions)),
		...repositories.map((repository) => placeOf(repository, permissions)),
	]
	return places.map((place) => ({
		path: `/rest/api/latest/projects/${encodeURIComponent(place.project)}${place.slug === undefined ? '' : `/repos/${encodeURIComponent(place.slug)}`}`,
		what: place.slug === undefined ? `the project ${place.place}` : `the repository ${place.place}`,
		stage: 'permissions',
		read: (diagnosis, outcome) => readPlace(place, diagnosis, outcome),
	}))
}
const access_askFurtherAccess = ({ permissions }, access) =>
	access.flatMap(({ place: key = '', name = '', permissions: seen }) => {
		if (seen === undefined) return []
		const place = placeOf(key, permissions)
		return place.wanted.map((permission) => askHolding(place, name, permission))
	})
function placeOf(key, permissions) {
	const [project = '', slug] = key.split('/')
	const [gate, prefix] = slug === undefined ? ['projects', 'PROJECT_'] : ['repositories', 'REPO_']
	return { gate, place: key, project, slug, wanted: permissions.filter((permission) => permission.startsWith(prefix)) }
}
function readPlace(place, diagnosis, outcome) {
	const { gate, place: key, wanted } = place
	if (!isFinding(diagnosis)) {
		const { json, statusCode } = diagnosis
		if (!isObject(json) || !isThis(json, place)) return wrongShape(diagnosis)
		return { gate, place: key, name: textOf(json, 'name'), permissions: holding([]), statusCode }
	}
	if (outcome.kind === 'no-answer') return diagnosis
	const isHidden =
		(diagnosis.reason === 'not-found' && hasTraceOfBitbucket(outcome)) ||
		(REJECTIONS.has(diagnosis.reason) && isNotAuthorised(outcome) && !saysAuthenticationFailed(outcome))
	if (!isHidden) return diagnosis
	return { gate, place: key, permissions: undefined, lacks: wanted, statusCode: outcome.statusCode }
}
function askHolding(place, name, permission) {
	const filter = { name, permission, limit: String(PAGE_LIMIT) }
	const path =
		place.slug === undefined
			? `/rest/api/latest/projects?${new URLSearchParams(filter)}`
			: `/rest/api/latest/repos?${new URLSearchParams({ projectkey: place.project, ...filter })}`
	return {
		path,
		what: `${permission} in ${place.place}`,
		stage: 'permissions',
		read(diagnosis) {
			if (isFinding(diagnosis)) return diagnosis
			const { json, statusCode } = diagnosis
			const values = isObject(json) ? json['values'] : undefined
			if (!Array.isArray(values)) return wrongShape(diagnosis)
			const isHeld = values.some((value) => isObject(value) && isThis(value, place))
			const permissions = holding([[permission, isHeld ? 'held' : 'missing']])
			return { gate: place.gate, place: place.place, permissions, statusCode }
		},
	}
}
function holding(holdings) {
	return { holdings: new Map(holdings), global: new Set(), known: [], isAdministrator: false }
}
function isThis(json, { project, slug }) {
	const owner = slug === undefined ? json : json['project']
	const isOfProject = isObject(owner) && access_isSame(textOf(owner, 'key'), project)
	return isOfProject && (slug === undefined || access_isSame(textOf(json, 'slug'), slug))
}
function access_isSame(a, b) {
	return a.toLowerCase() === b.toLowerCase()
}
const PROPERTIES_PATH = '/rest/api/latest/application-properties'
const USERS_PATH = '/rest/api/latest/users'
const MAX_USERS = 1000
const RECENT_PATH = '/rest/api/latest/profile/recent/repos'
const identity_identify = async (ask, sent) => {
	const named = await ask(askName())
	if (isFinding(named)) return named
	return ask(named.name === '' ? askWhetherAnybody() : askUser(named, sent))
}
function askName() {
	return {
		path: PROPERTIES_PATH,
		what: 'the identity',
		stage: 'authentication',
		read(diagnosis) {
			if (isFinding(diagnosis)) return diagnosis
			const { json, headers, product } = diagnosis
			const isOwn = isObject(json) && textOf(json, 'displayName') !== '' && textOf(json, 'version') !== ''
			if (!isOwn) return noIdentity(diagnosis, `nothing in it shows that it is from ${product}`)
			const [name = '', ...otherNames] = identity_namesIn(headers.get('x-ausername'))
			const [id = '', ...otherIds] = identity_namesIn(headers.get('x-auserid'))
			if (otherNames.length > 0 || otherIds.length > 0) return noIdentity(diagnosis, 'its headers name several users')
			return { name: decodePercent(name) ?? name, id }
		},
	}
}
function identity_namesIn(header) {
	return [...new Set((header ?? '').split(',').map((part) => part.trim()))].filter(Boolean)
}
function askWhetherAnybody() {
	return {
		path: `${RECENT_PATH}?limit=1`,
		what: 'the identity',
		stage: 'authentication',
		read(diagnosis) {
			if (isFinding(diagnosis)) return diagnosis
			const { path, operator, statusCode } = diagnosis
			const contradiction =
				'the token is accepted, and no header names a user: something on the way takes X-AUSERNAME off, or it is the token of a project or a repository, which belongs to no user'
			return finding_finding(
				'no-identity',
				{ contradiction, path, operator, strippedHeader: 'X-AUSERNAME' },
				statusCode,
			)
		},
	}
}
function askUser(named, sent) {
	return {
		path: `${USERS_PATH}?${new URLSearchParams({ filter: named.name, limit: String(MAX_USERS) })}`,
		what: 'the identity',
		stage: 'authentication',
		read(diagnosis) {
			if (isFinding(diagnosis))
				return identity_REFUSALS.has(diagnosis.reason) ? unconfirmed(named, diagnosis) : diagnosis
			const { json, headers, product } = diagnosis
			const users = isObject(json) ? json['values'] : undefined
			if (!isObject(json) || !Array.isArray(users)) return wrongShape(diagnosis)
			const alike = users.filter(isObject).filter((one) => foldName(textOf(one, 'name')) === foldName(named.name))
			const user = alike.find((one) => textOf(one, 'name') === named.name) ?? alike[0]
			if (user === undefined) return unconfirmed(named, diagnosis)
			const identity = parseUser(user)
			const ids = [named.id, ...identity_namesIn(headers.get('x-auserid'))].filter(Boolean)
			if (ids.some((id) => id !== identity.key)) return noIdentity(diagnosis, 'its header X-AUSERID names another user')
			const contradiction = contradictionTo(identity, json, diagnosis, { isToken: sent.isToken, isOwn: true, product })
			return contradiction === undefined ? identity : noIdentity(diagnosis, contradiction)
		},
	}
}
const identity_REFUSALS = new Set(['token-rejected', 'basic-rejected', 'access-denied', 'not-found'])
function unconfirmed({ name }, answer) {
	const isRefused = isFinding(answer)
	const contradiction = isRefused
		? 'the list of users, which has to confirm the name in X-AUSERNAME, is refused'
		: 'the list of users has no entry of the name in X-AUSERNAME'
	const { path, operator } = isRefused ? { path: USERS_PATH, operator: undefined } : answer
	return finding_finding(
		'no-identity',
		{ contradiction, path, operator, unconfirmedName: name },
		answer.statusCode ?? 200,
	)
}
function parseUser(user) {
	const { id, active } = user
	return {
		name: textOf(user, 'name'),
		key: typeof id === 'number' ? String(id) : '',
		accountId: '',
		displayName: textOf(user, 'displayName'),
		emailAddress: textOf(user, 'emailAddress'),
		active: typeof active === 'boolean' ? active : null,
		timeZone: '',
		locale: '',
		slug: textOf(user, 'slug'),
	}
}
const bitbucket_page_path_PAGE =
	/\/(?:rest|plugins)(?:\/.*)?$|\/(?:projects|repos|scm|users|admin|account)\/+[^/].*$|\/(?:login|logout|dashboard|account|profile|repos)\/*$/i
const page_path_LIST = /\/(?:projects|users|admin)\/*$/i
const page_path_findPage = ({ pathname }, hasQuery = false) => {
	const places = [bitbucket_page_path_PAGE, ...(hasQuery ? [page_path_LIST] : [])]
		.map((pattern) => pathname.search(pattern))
		.filter((place) => place >= 0)
	return places.length === 0 ? undefined : Math.min(...places)
}
const judgePlaces = ({ projects, repositories, permissions }) => {
	const reject = (permission, places) =>
		finding_finding('input-invalid', {
			input: '<permissions>',
			problem: `has ${permission}, and <${places}> names no place in which it could be held`,
			accepts: 'PROJECT_\u2026 only with <projects>, and REPO_\u2026 only with <repositories>',
			meant: [],
		})
	const ofProject = permissions.find((permission) => permission.startsWith('PROJECT_'))
	if (ofProject !== undefined && projects.length === 0) return reject(ofProject, 'projects')
	const ofRepository = permissions.find((permission) => permission.startsWith('REPO_'))
	return ofRepository !== undefined && repositories.length === 0 ? reject(ofRepository, 'repositories') : undefined
}
const tokens_PAGE_LIMIT = 100
const tokens_MAX_PAGES = 10
function tokensPathOf({ slug = '' }) {
	return `/rest/access-tokens/latest/users/${encodeURIComponent(slug)}`
}
const tokens_listTokens = async (ask, identity, token) => {
	const entries = []
	let start = 0
	for (let page = 1; ; page += 1) {
		const answer = await ask(askPage(identity, start, page === tokens_MAX_PAGES))
		if (isFinding(answer)) return answer
		entries.push(...answer.entries)
		if (answer.nextStart === undefined) return readEntries(entries, tokenNumberOf(token))
		start = answer.nextStart
	}
}
function askPage(identity, start, hasToBeLast) {
	return {
		path: `${tokensPathOf(identity)}?limit=${tokens_PAGE_LIMIT}&start=${start}`,
		what: 'the expiry',
		stage: 'expiry',
		read(diagnosis) {
			if (isFinding(diagnosis)) return diagnosis
			const page = parsePage(diagnosis.json, start)
			return page === undefined || (hasToBeLast && page.nextStart !== undefined) ? wrongShape(diagnosis) : page
		},
	}
}
function parsePage(json, start) {
	if (!isObject(json)) return undefined
	const { values, isLastPage, nextPageStart } = json
	if (!Array.isArray(values) || !values.every(tokens_isEntry) || typeof isLastPage !== 'boolean') return undefined
	if (isLastPage) return { entries: values, nextStart: undefined }
	const isOnward = typeof nextPageStart === 'number' && Number.isSafeInteger(nextPageStart) && nextPageStart > start
	return isOnward ? { entries: values, nextStart: nextPageStart } : undefined
}
function tokens_isEntry(value) {
	return isObject(value) && textOf(value, 'id') !== '' && textOf(value, 'name') !== ''
}
const NUMBER = /^\d{12}$/
function tokenNumberOf(token) {
	const [, encoded = ''] = /^BBDC-([A-Za-z0-9+/_-]+={0,2})$/.exec(token) ?? []
	return /^(\d{12}):/.exec(Buffer.from(encoded, 'base64').toString('latin1'))?.[1]
}
function readEntries(entries, ownNumber) {
	const numbers = entries.map((entry) => textOf(entry, 'id'))
	const areNumbered = ownNumber !== undefined && numbers.every((number) => NUMBER.test(number))
	return entries.map((entry, index) => {
		const createdAt = dateOf(entry['createdDate'])
		const isOwn = ownNumber !== undefined && numbers[index] === ownNumber
		return {
			name: textOf(entry, 'name'),
			expiresAt: tokens_expiryOf(entry, createdAt),
			lastAccessedAt: dateOf(entry['lastAuthenticated']),
			createdAt,
			...((isOwn || areNumbered) && { isOwn }),
		}
	})
}
function tokens_expiryOf(entry, createdAt) {
	const { expiryDate, expiryDays } = entry
	if (expiryDate !== undefined && expiryDate !== null) return dateOf(expiryDate) ?? 'unreadable'
	if (expiryDays !== undefined && expiryDays !== null) {
		const isCount = typeof expiryDays === 'number' && Number.isFinite(expiryDays) && expiryDays > 0
		return isCount && createdAt !== undefined ? (dateOf(createdAt + expiryDays * DAY_MS) ?? 'unreadable') : 'unreadable'
	}
	const isOther = Object.keys(entry).some((key) => /expir/i.test(key) && key !== 'expiryDate' && key !== 'expiryDays')
	return isOther ? 'unreadable' : 'never'
}
function dateOf(value) {
	return typeof value === 'number' && value > 0 && value <= 8.64e15 ? value : undefined
}
const words_words = {
	product: bitbucketMark.product,
	urlInput: bitbucketMark.urlInput,
	urlVariable: 'BITBUCKET_DOMAIN',
	patVariable: 'BITBUCKET_PAT',
	exampleUrl: 'https://bitbucket.example.com',
	examplePage: 'https://bitbucket.example.com/bitbucket/projects/OPS',
	exampleBaseUrl: 'https://bitbucket.example.com/bitbucket',
	cloudPath: undefined,
	cloudAnswer: undefined,
	openPath: '/rest/api/latest/application-properties',
	aToken: 'an HTTP access token',
	tokenNoun: 'token of that kind',
	tokenKinds: 'HTTP access tokens',
	tokenPageTitle: 'HTTP access tokens',
	tokenMenu: 'Manage account > HTTP access tokens > Create token',
	rotateAction: undefined,
	tokensSince: 'Bitbucket 5.5 or later',
	bearerOnly: undefined,
	maintenanceWork: 'a migration or an upgrade',
	access: 'the global permission Bitbucket User',
	accessPlace: 'Administration > Global permissions',
	readScope: undefined,
	scopedUrl: undefined,
	projectKeyPlace: 'as in its address: OPS in /projects/OPS, and ~svc-ci for the projects of a user',
	projectRole: 'Project read',
	permissionPlace: 'in the permissions of the project or the repository',
	scopeCaveat: 'a token may have fewer permissions than its user, and what Bitbucket answered need not show that',
	placeWords: 'projects and repositories',
	placeTitle: 'Project or repository',
}
const bitbucket = {
	name: 'bitbucket',
	words: words_words,
	findPage: page_path_findPage,
	permissionsOfProjects: [],
	judgePlaces: judgePlaces,
	tokenSystem: 'Bitbucket',
	hasTrace: hasTraceOfBitbucket,
	isOfCloud: () => false,
	asksForCaptcha: asksForCaptcha,
	cloud: undefined,
	pages: /\/(?:projects|repos|dashboard|login|plugins|getting-started)(?:\/.*)?$/i,
	...marksFor('bitbucket'),
	tokenPageOf: (baseUrl) => `${baseUrl}/plugins/servlet/access-tokens/manage`,
	administratorPermissions: [],
	identify: identity_identify,
	askAccess: access_askAccess,
	askFurtherAccess: access_askFurtherAccess,
	tokensPathOf: tokensPathOf,
	listTokens: tokens_listTokens,
	followUpTo: askState,
	tokenMaking: undefined,
}
const fingerprint_TRACE_HEADERS = [
	'x-ausername',
	'x-seraph-loginreason',
	'x-authentication-denied-reason',
	'x-confluence-request-time',
	'atl-traceid',
]
const fingerprint_TRACE_BODY =
	/Client must be authenticated to access this resource|Basic Authentication Failure - Reason|Basic Authentication has been disabled on this instance|AUTHENTICATION_DENIED|not permitted to use confluence/i
function hasTraceOfConfluence(answer) {
	return (
		fingerprint_hasTraceHeader(answer.headers) ||
		fingerprint_TRACE_BODY.test(answer.body) ||
		isErrorEnvelope(answer.body)
	)
}
function fingerprint_hasTraceHeader(headers) {
	return (
		fingerprint_TRACE_HEADERS.some((name) => headers.has(name)) ||
		/(?:^|,)\s*OAuth\s+realm\s*=/i.test(headers.get('www-authenticate') ?? '')
	)
}
function hasOwnLinks(json) {
	const links = json['_links']
	return isObject(links) && typeof links['base'] === 'string' && typeof links['context'] === 'string'
}
function fingerprint_isOfCloud({ headers, body }) {
	return isOfAtlassianEdge(headers) || /Current user not permitted to use Confluence/i.test(body)
}
const server = (pattern) => ({ header: 'server', pattern })
const header = (name) => ({ header: name, pattern: /^/ })
const edges_text = (body) => ({ body })
const NETWORK = 'those who run the proxy of your own network'
const AWS = 'those who administer its AWS account'
const AZURE = 'those who administer its Azure subscription'
const GOOGLE = 'those who administer its Google Cloud project'
const F5 = 'those who administer its F5'
const edges_edges = [
	{
		name: 'Cloudflare',
		marks: [header('cf-ray'), server(/cloudflare/i)],
		blocks: [
			header('cf-mitigated'),
			edges_text(/<title>Attention Required! \| Cloudflare|cf-error-details[\s\S]{0,4000}you have been blocked/i),
		],
		operator: 'those who administer its Cloudflare account',
	},
	{
		name: 'Akamai',
		marks: [server(/akamaighost/i)],
		operator: 'those who administer its Akamai account',
	},
	{ name: 'AWS WAF', marks: [], blocks: [header('x-amzn-waf-action')], operator: AWS },
	{ name: 'an AWS load balancer', marks: [server(/^awselb/i)], operator: AWS },
	{ name: 'Amazon CloudFront', marks: [server(/cloudfront/i), header('x-amz-cf-id')], operator: AWS },
	{
		name: 'Imperva',
		marks: [header('x-iinfo')],
		blocks: [edges_text(/Incapsula incident ID|_Incapsula_Resource/i)],
		operator: 'those who administer its Imperva account',
	},
	{
		name: 'Zscaler',
		marks: [server(/zscaler/i)],
		blocks: [edges_text(/Internet Security by Zscaler|zscaler\.(?:net|com)\/[^"'\s]{0,200}block/i)],
		operator: NETWORK,
	},
	{ name: 'Azure Front Door', marks: [header('x-azure-ref')], operator: AZURE },
	{ name: 'Azure Application Gateway', marks: [server(/azure-application-gateway/i)], operator: AZURE },
	{
		name: 'Google Cloud',
		marks: [
			server(/^google frontend|^gws\b/i),
			header('x-goog-iap-generated-response'),
			{ header: 'via', pattern: /\b1\.1 google\b/i },
		],
		operator: GOOGLE,
	},
	{
		name: 'an F5 firewall',
		marks: [],
		blocks: [edges_text(/The requested URL was rejected\. Please consult with your administrator/i)],
		operator: F5,
	},
	{
		name: 'Sucuri',
		marks: [header('x-sucuri-id')],
		blocks: [header('x-sucuri-block'), edges_text(/<title>Sucuri WebSite Firewall/i)],
		operator: 'those who administer its Sucuri account',
	},
	{
		name: 'a Palo Alto firewall',
		marks: [],
		blocks: [edges_text(/<title>Web Page Blocked<\/title>[\s\S]{0,8000}in accordance with company policy/i)],
		operator: NETWORK,
	},
	{
		name: 'FortiGate',
		marks: [],
		blocks: [
			edges_text(
				/<title>(?:Web Page Blocked!?|Web Filter Violation|FortiGate)|FortiGuard (?:Intrusion Prevention|Web Filtering)/i,
			),
		],
		operator: NETWORK,
	},
	{
		name: 'ModSecurity',
		marks: [server(/mod_?security/i)],
		blocks: [edges_text(/generated by Mod_?Security|blocked by Mod_?Security|<title>[^<]{0,80}Mod_?Security/i)],
	},
	{ name: 'Squid', marks: [header('x-squid-error'), server(/squid/i)], operator: NETWORK },
	{ name: 'tinyproxy', marks: [server(/tinyproxy/i), { header: 'via', pattern: /tinyproxy/i }], operator: NETWORK },
	{ name: 'mitmproxy', marks: [server(/mitmproxy/i)], operator: NETWORK },
	{ name: 'NetScaler', marks: [{ header: 'set-cookie', pattern: /(?:^|[,;\s])NSC_/ }] },
	{ name: 'F5 BIG-IP', marks: [server(/big-?ip/i)], operator: F5 },
	{ name: 'Fastly', marks: [header('x-fastly-request-id')], operator: 'those who administer its Fastly account' },
	{
		name: 'Varnish',
		marks: [server(/varnish/i), header('x-varnish'), { header: 'via', pattern: /\bvarnish\b/i }],
	},
	{
		name: 'Envoy',
		marks: [
			server(/envoy/i),
			edges_text(/^upstream connect error or disconnect\/reset before headers|^no healthy upstream\s*$/),
		],
	},
	{ name: 'Kong', marks: [server(/^kong/i), header('x-kong-response-latency'), header('x-kong-request-id')] },
	{
		name: 'Traefik',
		marks: [
			server(/traefik/i),
			{ header: 'www-authenticate', pattern: /realm="traefik"/i },
			edges_text(/^no available server\s*$/),
		],
	},
	{
		name: 'HAProxy',
		marks: [
			server(/haproxy/i),
			edges_text(
				/Request forbidden by administrative rules\.|No server is available to handle this request\.|The server didn't respond in time\.|The server returned an invalid or incomplete response\.|You have sent too many requests in a given amount of time\.|Your browser (?:sent an invalid request|didn't send a complete request in time|sent early data)\.|You need a valid user and password to access this content\.|An internal server error occurred\.\s*<\/body>/,
			),
		],
	},
	{ name: 'Caddy', marks: [server(/caddy/i)] },
	{ name: 'nginx', marks: [server(/nginx|openresty/i), edges_text(/<hr><center>(?:nginx|openresty)/i)] },
	{ name: 'lighttpd', marks: [server(/lighttpd/i)] },
	{ name: 'h2o', marks: [server(/^h2o\b/i)] },
	{ name: 'Apache', marks: [server(/^apache(?!-coyote)/i)] },
	{ name: 'Microsoft IIS', marks: [server(/microsoft-iis/i)] },
]
function edge_describeEdge(answer) {
	const known = blockingEdge(answer) ?? edges.find(({ marks }) => marks.some((mark) => bears(answer, mark)))
	return { name: known?.name ?? edge_productOf(answer.headers.get('server')), operator: known?.operator }
}
function isBlockPage(answer) {
	return blockingEdge(answer) !== undefined
}
function blockingEdge(answer) {
	return edges.find(({ blocks = [] }) => blocks.some((mark) => bears(answer, mark)))
}
function bears({ headers, body }, mark) {
	if ('body' in mark) return mark.body.test(body)
	const value = headers.get(mark.header)
	return value !== undefined && mark.pattern.test(value)
}
const OWN = /^(?:apache-coyote|tomcat|atlassianedge|atlassianproxy)\b/i
function edge_productOf(server) {
	const product = /^([A-Za-z][\w.+-]{1,39})(?:[/\s(;,]|$)/.exec(server ?? '')?.[1]
	return product === undefined || OWN.test(product) ? undefined : product
}
const MISSING_ROUTES = [
	[
		({ statusCode, headers, body }) =>
			statusCode === 404 && body.trim() === '404 page not found' && headers.get('x-content-type-options') === 'nosniff',
		'\u201c404 page not found\u201d is what Traefik and other proxies written in Go say then',
	],
	[
		({ statusCode, body }) => statusCode === 404 && /^default backend - 404/.test(body),
		'\u201cdefault backend - 404\u201d is what the ingress of Kubernetes says then',
	],
	[
		({ statusCode, headers, body }) =>
			statusCode === 404 && body.trim() === '' && /envoy/i.test(headers.get('server') ?? ''),
		'Envoy gives an empty 404 then',
	],
	[
		({ statusCode, headers, body }) =>
			statusCode === 200 && body.trim() === '' && /caddy/i.test(headers.get('server') ?? ''),
		'Caddy gives an empty 200 then',
	],
]
function describeMissingRoute(answer) {
	return MISSING_ROUTES.find(([fits]) => fits(answer))?.[1]
}
const HTML_START =
	/^\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script|form|div|h1|p|center)\b/i
function isHtml(body, contentType) {
	return HTML_START.test(body) || (/\bx?html\b/i.test(contentType) && !/^\s*[{["]/.test(body))
}
function page_titleOf(body) {
	const title = /<title\b[^>]{0,100}>([^<]+)/i.exec(body)?.[1]
	return title === undefined ? undefined : decodeEntities(title).trim() || undefined
}
const page_ENTITIES = new Map(
	Object.entries({
		amp: '&',
		lt: '<',
		gt: '>',
		quot: '"',
		apos: "'",
		nbsp: ' ',
		ndash: '\u2013',
		mdash: '\u2014',
		middot: '\u00b7',
		raquo: '\u00bb',
		laquo: '\u00ab',
		hellip: '\u2026',
		bull: '\u2022',
		copy: '\u00a9',
		reg: '\u00ae',
		trade: '\u2122',
		lsquo: '\u2018',
		rsquo: '\u2019',
		ldquo: '\u201c',
		rdquo: '\u201d',
		szlig: '\u00df',
		...lettersWith({
			acute: '\u0301',
			grave: '\u0300',
			circ: '\u0302',
			uml: '\u0308',
			tilde: '\u0303',
			cedil: '\u0327',
		}),
	}),
)
function lettersWith(marks) {
	const letters = Object.entries(marks).flatMap(([name, mark]) =>
		Array.from('aceinouyACEINOUY', (letter) => [`${letter}${name}`, `${letter}${mark}`.normalize('NFC')]),
	)
	return Object.fromEntries(letters)
}
function decodeEntities(text) {
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (entity, decimal, hex, name) => {
		if (name !== undefined) return page_ENTITIES.get(name) ?? page_ENTITIES.get(name.toLowerCase()) ?? entity
		const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
		return code <= 0x10ffff ? String.fromCodePoint(code) : entity
	})
}
function speaker_speakerOf(answer, { baseUrl, product }) {
	const isOwn = product.hasTrace(answer)
	const { name, operator } = describeEdge(answer)
	return {
		isOwn,
		edge: isOwn ? undefined : name,
		operator: (isOwn ? undefined : operator) ?? `the operators of ${new URL(baseUrl).host}`,
		pageTitle: titleOf(answer.body),
	}
}
function diagnoseCaptcha(answer, request) {
	const { statusCode, headers, body } = answer
	const isError = statusCode < 200 || statusCode > 299
	const isDenied =
		readLoginReason(headers) === 'denied' ||
		/CAPTCHA_CHALLENGE/i.test(headers.get('x-authentication-denied-reason') ?? '') ||
		(isError && /AUTHENTICATION_DENIED|CAPTCHA_CHALLENGE/.test(body)) ||
		request.product.asksForCaptcha(answer)
	return isDenied ? finding('captcha-required', { loginUrl: loginUrlOf(answer, request) }, statusCode) : undefined
}
function loginUrlOf({ headers }, { baseUrl }) {
	const text = /login-url=([^\s;,]+)/i.exec(headers.get('x-authentication-denied-reason') ?? '')?.[1]
	const url = URL.parse(text ?? '')
	return url !== null && url.origin === new URL(baseUrl).origin ? `${url.origin}${url.pathname}` : undefined
}
function diagnose_refusal_rejection({ statusCode }, { scheme, traits }, asNobody) {
	if (scheme === 'Basic') return finding_finding('basic-rejected', {}, statusCode)
	const { jwtExpiredOn, cloudToken } = traits
	return finding_finding('token-rejected', { jwtExpiredOn, cloudToken, asNobody }, statusCode)
}
function diagnoseUnauthorized(answer, request) {
	const { statusCode } = answer
	if (request.product.isOfCloud(answer)) return cloudRefusal(answer, request)
	const { isOwn, edge, pageTitle, operator } = speakerOf(answer, request)
	if (isOwn) return diagnose_refusal_rejection(answer, request)
	const facts = { edge, pageTitle, operator, path: askedPath(request), challenge: describeChallenge(answer) }
	return finding('edge-unauthorized', facts, statusCode)
}
function diagnoseForbidden(answer, request) {
	const { statusCode, body } = answer
	if (/Basic Authentication has been disabled/i.test(body)) return finding('basic-auth-disabled', {}, statusCode)
	if (request.product.isOfCloud(answer)) {
		if (SAYS_ADDRESS_REFUSED.test(body)) return edgeForbidden(answer, request)
		if (!namesUser(answer)) return cloudRefusal(answer, request)
	}
	return request.product.hasTrace(answer) ? finding('access-denied', {}, statusCode) : edgeForbidden(answer, request)
}
function edgeForbidden(answer, request) {
	const { edge, pageTitle, operator } = speakerOf(answer, request)
	return finding('edge-forbidden', { edge, pageTitle, operator, path: askedPath(request) }, answer.statusCode)
}
const SAYS_ADDRESS_REFUSED = /\bIP[ -]address\b[^<>{}]{0,100}\b(?:not|isn[\u2019']t) allowed|\bIP allow-?list/i
function namesUser({ headers }) {
	const words = (headers.get('x-seraph-loginreason') ?? '').split(/[^A-Z_]+/i)
	return words.includes('OK') && readLoginReason(headers) === undefined
}
function cloudRefusal(answer, request) {
	const { scheme, traits } = request
	const needsBasic = scheme === 'Bearer' && !traits.isJwt
	return needsBasic ? finding('cloud-needs-basic', {}, answer.statusCode) : diagnose_refusal_rejection(answer, request)
}
const identity_IDENTITY_PATH = '/rest/api/user/current'
const AS_NOBODY =
	'answered as to an anonymous user: where anonymous access is on, a token that is not accepted counts as none'
const confluence_identity_identify = (ask, sent) =>
	ask({
		path: identity_IDENTITY_PATH,
		what: 'the identity',
		stage: 'authentication',
		read(diagnosis, outcome) {
			if (identity_isAnonymous(outcome) && (!isFinding(diagnosis) || diagnosis.reason === 'no-identity'))
				return diagnose_refusal_rejection(outcome, sent, AS_NOBODY)
			if (isFinding(diagnosis)) return diagnosis
			const { json, headers, product } = diagnosis
			const identity = identity_parseIdentity(json)
			if (!isObject(json) || identity === undefined) return noIdentity(diagnosis, 'it names no user')
			const isOwn = fingerprint_hasTraceHeader(headers) || (identity.displayName !== '' && identity.key !== '')
			const contradiction = contradictionTo(identity, json, diagnosis, { isToken: sent.isToken, isOwn, product })
			return contradiction === undefined ? identity : noIdentity(diagnosis, contradiction)
		},
	})
function identity_isAnonymous(outcome) {
	if (outcome.kind === 'no-answer' || outcome.statusCode !== 200 || describeCache(outcome) !== undefined) return false
	const json = parseJson(outcome.body)
	if (!isObject(json) || textOf(json, 'type') !== 'anonymous' || confluence_identity_namesIn(json).some(Boolean))
		return false
	return fingerprint_hasTraceHeader(outcome.headers) || hasOwnLinks(json)
}
function confluence_identity_namesIn(json) {
	return ['username', 'userKey', 'accountId'].map((name) => textOf(json, name))
}
function identity_parseIdentity(json) {
	if (!isObject(json) || textOf(json, 'type') !== 'known') return undefined
	const [name = '', key = '', accountId = ''] = confluence_identity_namesIn(json)
	if (!name && !key && !accountId) return undefined
	return {
		name,
		key,
		accountId,
		displayName: textOf(json, 'displayName'),
		emailAddress: textOf(json, 'email'),
		active: null,
		timeZone: '',
		locale: '',
	}
}
const confluence_page_path_PAGE =
	/\/(?:rest|plugins|display|pages|spaces|label|download|admin)(?:\/.*)?$|\/x\/.+$|\/[^/]+\.action(?:[;/].*)?$/i
const confluence_page_path_LIST = /\/(?:pages|spaces|display|admin|label|download)\/*$/i
const confluence_page_path_findPage = ({ hostname, pathname }, hasQuery = false) => {
	const place = pathname.search(confluence_page_path_PAGE)
	if (place >= 0 && (hasQuery || !confluence_page_path_LIST.test(pathname))) return place
	return hostname.endsWith('.atlassian.net') && /^\/wiki\/+[^/]/.test(pathname) ? '/wiki'.length : undefined
}
const spaces_askAccess = ({ spaces }) => spaces.map(spaces_askAbout)
function spaces_askAbout(space) {
	return {
		path: `/rest/api/space/${encodeURIComponent(space)}`,
		what: `the space ${space}`,
		stage: 'permissions',
		read: (diagnosis, outcome) => readSpace(space, diagnosis, outcome),
	}
}
function readSpace(space, diagnosis, outcome) {
	const place = { gate: 'spaces', place: space }
	if (!isFinding(diagnosis)) {
		const { json, statusCode } = diagnosis
		const isThis = isObject(json) && textOf(json, 'key').toLowerCase() === space.toLowerCase()
		if (!isThis) return wrongShape(diagnosis)
		const permissions = { holdings: new Map(), global: new Set(), known: [], isAdministrator: false }
		return { ...place, permissions, statusCode }
	}
	const isHidden = diagnosis.reason === 'not-found' && outcome.kind === 'answer' && saysSpaceNotFound(space, outcome)
	return isHidden ? { ...place, permissions: undefined, statusCode: outcome.statusCode } : diagnosis
}
function saysSpaceNotFound(space, { headers, body }) {
	const json = parseJson(body)
	if (!isObject(json) || 'status-code' in json) return false
	const message = textOf(json, 'message')
	const namesSpace = /no space with key/i.test(message) && message.includes(space)
	return message !== '' && (fingerprint_hasTraceHeader(headers) || namesSpace)
}
const confluence_words_words = {
	product: confluenceMark.product,
	urlInput: confluenceMark.urlInput,
	urlVariable: 'CONFLUENCE_DOMAIN',
	patVariable: 'CONFLUENCE_PAT',
	exampleUrl: 'https://confluence.example.com',
	examplePage: 'https://confluence.example.com/confluence/display/OPS/Home',
	exampleBaseUrl: 'https://confluence.example.com/confluence',
	cloudPath: '/wiki',
	cloudAnswer: 'it gives an account without access the same answer as a wrong token',
	openPath: '/status',
	aToken: 'a personal access token',
	tokenNoun: 'personal access token',
	tokenKinds: 'personal access tokens',
	tokenPageTitle: 'Personal Access Tokens',
	tokenMenu: 'Settings > Personal Access Tokens > Create token',
	rotateAction: 'jira-pat-check/rotate',
	tokensSince: 'Confluence 7.9 or later',
	bearerOnly: 'only as Bearer',
	maintenanceWork: 'an upgrade',
	access: 'the global permission \u201ccan use\u201d',
	accessPlace: 'General configuration > Global permissions',
	readScope: 'read:confluence-user',
	scopedUrl: 'https://api.atlassian.com/ex/confluence/CLOUD-ID/wiki',
	projectKeyPlace: '',
	projectRole: '',
	permissionPlace: '',
	scopeCaveat: undefined,
	placeWords: 'spaces',
	placeTitle: 'Space',
}
const confluence = {
	name: 'confluence',
	words: confluence_words_words,
	findPage: confluence_page_path_findPage,
	permissionsOfProjects: [],
	judgePlaces: () => undefined,
	tokenSystem: undefined,
	hasTrace: hasTraceOfConfluence,
	isOfCloud: fingerprint_isOfCloud,
	asksForCaptcha: () => false,
	cloud: { host: /(?:^|\.)atlassian\.net$/i, path: '/wiki' },
	pages: /\/(?:display|pages|spaces|plugins|[^/]+\.action)(?:\/.*)?$/i,
	...marksFor('confluence'),
	tokenPageOf: (baseUrl) => `${baseUrl}/plugins/personalaccesstokens/usertokens.action`,
	administratorPermissions: [],
	identify: confluence_identity_identify,
	askAccess: spaces_askAccess,
	askFurtherAccess: () => [],
	tokensPathOf: () => TOKENS_PATH,
	listTokens: listTokens,
	followUpTo: askState,
	tokenMaking: tokenMaking,
}
const allProducts = { jira: jira, confluence: confluence, bitbucket: bitbucket }
function findingOnBug(error) {
	return finding_finding('internal-error', { detail: describeBug(error) })
}
function readEntry(entry) {
	const { source, missingVariable } = entry
	let product = allProducts.jira
	try {
		product = allProducts[createFieldReader('check', source).asked.product]
		const { inputs, baseUrl } = readInputs(source, product)
		const isOfOthers =
			!isFinding(inputs) || inputs.reason === 'input-invalid' || inputs.reason === 'certificate-invalid'
		return { entry, product, inputs: isOfOthers ? (missingVariable ?? inputs) : inputs, baseUrl }
	} catch (error) {
		return { entry, product, inputs: findingOnBug(error), baseUrl: null }
	}
}
function unfinished(
	entry,
	redactor,
	nowMs,
	unaskedBecause = null,
	found = finding_finding('internal-error', { detail: undefined }),
) {
	const { product, baseUrl } = readEntry(entry)
	const verdict = verdictWithoutEvidence(found, product, baseUrl)
	const described = { asked: false, unaskedBecause, tokenName: '', requests: 0, durationMs: 0, nowMs }
	return describeToken(entry, verdict, redactor, described)
}
function nightListOf(read) {
	if (read === undefined) return { name: '', path: '', state: 'unread' }
	const { list, identity } = read
	const { path } = identity
	return isFinding(list) ? { name: '', path, state: 'unsound' } : { name: list.name, path, state: 'sound' }
}
function emptyNight(problem, read, { redactor, nowMs }) {
	const list = plainText(read?.identity.name ?? '', redactor.redactLong)
	return {
		report: { schemaVersion: 2, list, checkedAt: utc_dateTimeOf(nowMs), tokens: [] },
		problem,
		isWhole: false,
		list: nightListOf(read),
	}
}
function brokenNight(entries, problem, read, words, found) {
	const night = emptyNight(problem, read, words)
	const tokens = entries.map((entry) => unfinished(entry, words.redactor, words.nowMs, null, found))
	return { ...night, report: { ...night.report, tokens }, isWhole: tokens.length > 0 }
}
function night_problemOf(found, { redactor, nameOf, nowMs }) {
	const run = { requests: 0, durationMs: 0, nowMs, nameOf }
	const { title, report, remedySteps } = present(
		verdictWithoutEvidence(found, jira, null),
		catalogue[found.reason],
		redactor,
		run,
	)
	const { result } = reasonTable[found.reason]
	return { title, message: report.message, steps: remedySteps, result: result === 'usable' ? 'unknown' : result }
}
function problemOfCrash(error, words) {
	const detail = describeBug(error)
	return {
		...night_problemOf(finding_finding('internal-error', { detail }), words),
		title: 'The watch itself failed',
		message: `jira-pat-check ran into a fault of its own (${plainText(detail, words.redactor.redactLong)}), so that what is told here may not be all.`,
	}
}
function pickEntries(entries, only) {
	const names = entries.map(({ secret }) => secret)
	const unknown = only.find((name) => !names.includes(name))
	if (unknown !== undefined) {
		const problem = `names ${unknown}, which is no secret of the list`
		return invalidInput('only', problem, 'names of secrets that the list has', nearest(unknown, names))
	}
	return only.length === 0 ? entries : entries.filter(({ secret }) => only.includes(secret))
}
async function askEntry(
	{ entry, product, inputs },
	{ http: shared, pace },
	onAnswer,
	{ clock, random, secrecy, runner, deadlineMs },
) {
	const { redactor } = secrecy
	const startMs = clock.monotonicMs()
	const { debug } = runner
	const http = withDebugLog(
		countRequests(shared, onAnswer),
		{ debug: debug && ((line) => debug(`${entry.secret}: ${line}`)) },
		redactor.redact,
	)
	const verdict = await askServer(inputs, {
		product,
		http,
		pace,
		clock,
		random,
		deadlineMs: Math.min(deadlineMs, startMs + inputs.timeoutMs),
		isToken: secrecy.isTokenOf(entry),
		...(warnsByRotation(entry, inputs.tokenName) && { warnDaysOf: rotationWarnDays }),
		onFailedAttempt: (_, attempt) => debug?.(`${entry.secret}: ${redactor.redactLong(describeAttempt(attempt))}`),
	})
	const endMs = clock.monotonicMs()
	const token = describeToken(entry, verdict, redactor, {
		asked: true,
		unaskedBecause: null,
		tokenName: inputs.tokenName,
		requests: http.requestCount,
		durationMs: Math.round(endMs - startMs),
		nowMs: clock.now(),
	})
	const isCutShort = verdict.finding.reason === 'timeout' && endMs >= deadlineMs
	return { token, failure: isCutShort ? undefined : failureIn(verdict) }
}
const OF_THE_SERVER = new Set(['connection', 'unavailable', 'not-jira'])
function failureIn({ finding: found, identity }) {
	if (identity !== null || found.reason === 'rate-limited') return undefined
	return OF_THE_SERVER.has(reasonTable[found.reason].category) ? found : undefined
}
function countRequests(http, onAnswer) {
	let requestCount = 0
	const count = async (sending) => {
		requestCount += 1
		const outcome = await sending
		requestCount += outcome.trace.requestCount - 1
		onAnswer()
		return outcome
	}
	return {
		get requestCount() {
			return requestCount
		},
		get: (path, authorization, timeoutMs) => count(http.get(path, authorization, timeoutMs)),
		send: (request, timeoutMs) => count(http.send(request, timeoutMs)),
	}
}
function wayOf({ baseUrl, headers, tls, proxy }) {
	return JSON.stringify([baseUrl, [...headers], tls, proxy])
}
function createConnections(open) {
	const ways = new Map()
	const paces = new Map()
	const known = (map, key, make) => {
		const value = map.get(key) ?? make()
		map.set(key, value)
		return value
	}
	return {
		to: (inputs) => ({
			http: known(ways, wayOf(inputs), () => open(inputs)),
			pace: known(paces, new URL(inputs.baseUrl).origin, createPace),
		}),
	}
}
function createStandings() {
	const standings = new Map()
	const standingOf = (server) => {
		const known = standings.get(server) ?? { underWay: 0, failure: undefined, isDown: false }
		standings.set(server, known)
		return known
	}
	return {
		mayBeAsked(server) {
			const { underWay, failure, isDown } = standingOf(server)
			return !isDown && (failure === undefined || underWay === 0)
		},
		start(server) {
			standingOf(server).underWay += 1
		},
		end(server, answer, failure) {
			const standing = standingOf(server)
			standing.underWay -= 1
			standing.isDown ||= failure !== undefined && failure === standing.failure
			standing.failure = failure
			return standing.isDown ? answer : undefined
		},
	}
}
const LONG_WAIT_MS = 1_000
function createWait(clock, count) {
	let isCounted = false
	let hasEnded = false
	let cancelTimer = () => undefined
	const setCounted = (counts) => {
		if (isCounted === counts) return
		isCounted = counts
		count(counts ? 1 : -1)
	}
	const prolong = () => {
		if (hasEnded) return
		cancelTimer()
		cancelTimer = clock.after(LONG_WAIT_MS, () => setCounted(false))
		setCounted(true)
	}
	prolong()
	return {
		prolong,
		end() {
			hasEnded = true
			cancelTimer()
			setCounted(false)
		},
	}
}
const MAX_AT_ONE_HOST = 2
const schedule_GRACE_MS = 500
const LEAST_MS = 200
function schedule(items, { clock, parallel, deadlineMs, placeOf, ask, failureOf, onDone }) {
	if (items.length === 0) return Promise.resolve([])
	const { promise, resolve, reject } = Promise.withResolvers()
	const places = items.map(placeOf)
	const results = new Map()
	const waiting = new Set(items.keys())
	const atHost = new Map()
	const standings = createStandings()
	let counted = 0
	const settle = (index, result) => {
		if (results.has(index)) return
		results.set(index, result)
		waiting.delete(index)
		onDone(results.size)
		if (results.size < items.length) return
		for (const cancelTimer of timers) cancelTimer()
		resolve(items.flatMap((_, at) => results.get(at) ?? []))
	}
	const start = (index, { host, server }) => {
		waiting.delete(index)
		atHost.set(host, (atHost.get(host) ?? 0) + 1)
		standings.start(server)
		const wait = createWait(clock, (difference) => {
			counted += difference
			if (difference < 0) startAll()
		})
		const end = (answer) => {
			atHost.set(host, (atHost.get(host) ?? 0) - 1)
			settle(index, { kind: 'answered', answer })
			const like = standings.end(server, answer, failureOf(answer))
			if (like !== undefined) {
				for (const other of [...waiting]) if (places[other]?.server === server) settle(other, { kind: 'unasked', like })
			}
			wait.end()
			startAll()
		}
		const item = items[index]
		if (item !== undefined) ask(item, wait.prolong).then(end).catch(reject)
	}
	const startAll = () => {
		while (counted < parallel && deadlineMs - clock.monotonicMs() >= LEAST_MS) {
			const next = nextOf(waiting, places, atHost, standings.mayBeAsked)
			if (next === undefined) return
			start(...next)
		}
	}
	const leftMs = Math.max(0, deadlineMs - clock.monotonicMs())
	const timers = [
		clock.after(leftMs, () => {
			for (const index of [...waiting]) settle(index, { kind: 'late' })
		}),
		clock.after(leftMs + schedule_GRACE_MS, () => {
			for (const index of items.keys()) settle(index, { kind: 'late' })
		}),
	]
	startAll()
	return promise
}
function nextOf(waiting, places, atHost, mayBeAsked) {
	let best
	let fewest = MAX_AT_ONE_HOST
	for (const index of waiting) {
		const place = places[index]
		const count = atHost.get(place?.host ?? '') ?? 0
		if (place === undefined || count >= fewest || !mayBeAsked(place.server)) continue
		best = [index, place]
		fewest = count
	}
	return best
}
function unaskedLike(sound, failure, options) {
	return describe(sound, failure, 'server', options)
}
function unaskedInTime(sound, options) {
	const { timeoutSeconds, nameOf } = options
	const seconds = String(timeoutSeconds)
	const token = describe(
		sound,
		finding_finding('timeout', { seconds, phase: undefined, proxy: undefined }),
		'time',
		options,
	)
	const steps = [
		'See which servers of the list did not answer: they take most of the time.',
		`Where all do, give the whole more time (${nameOf('timeout-seconds')}).`,
		`Or share the list among several jobs (${nameOf('only')}), and put together what they find (${nameOf('merge')}).`,
	]
	return {
		...token,
		title: 'Time was up before this token was asked about',
		message: `Nothing is known about this token: the time for the whole list (${seconds} s) was up before it was its turn.`,
		steps,
		remedy: steps.join(' '),
	}
}
function describe({ entry, product, inputs }, failure, unaskedBecause, { clock, redactor }) {
	const nowMs = clock.now()
	return describeToken(entry, concludeUnasked(inputs, product, failure, nowMs), redactor, {
		asked: false,
		unaskedBecause,
		tokenName: inputs.tokenName,
		requests: 0,
		durationMs: 0,
		nowMs,
	})
}
async function sweep(entries, options) {
	const { clock, secrecy, parallel, deadlineMs, open, onProgress } = options
	const { redactor } = secrecy
	const read = entries.map(readEntry)
	const sound = read.flatMap(({ entry, product, inputs }) => (isFinding(inputs) ? [] : [{ entry, product, inputs }]))
	const unsoundCount = entries.length - sound.length
	const connections = createConnections(open)
	const answers = await schedule(sound, {
		clock,
		parallel,
		deadlineMs,
		placeOf: ({ inputs }) => ({ host: new URL(inputs.baseUrl).host, server: wayOf(inputs) }),
		async ask(one, onAnswer) {
			try {
				return await askEntry(one, connections.to(one.inputs), onAnswer, options)
			} catch (error) {
				return { token: describeUnread(one, findingOnBug(error), one.inputs.baseUrl), failure: undefined }
			}
		},
		failureOf: ({ failure }) => failure && reasonTable[failure.reason].category,
		onDone: (count) => onProgress(unsoundCount + count),
	})
	const unasked = { ...options, redactor }
	const ofSound = new Map(
		sound.map((one, index) => {
			const answer = answers[index]
			if (answer?.kind === 'answered') return [one.entry, answer.answer.token]
			const failure = answer?.kind === 'unasked' ? answer.like.failure : undefined
			return [one.entry, failure === undefined ? unaskedInTime(one, unasked) : unaskedLike(one, failure, unasked)]
		}),
	)
	return read.map(({ entry, product, inputs, baseUrl }) => {
		const known = ofSound.get(entry)
		if (known !== undefined) return known
		if (!isFinding(inputs)) throw new Error('an entry is missing')
		return describeUnread({ entry, product }, inputs, baseUrl)
	})
	function describeUnread({ entry, product }, found, baseUrl) {
		const described = { asked: false, unaskedBecause: null, tokenName: '', requests: 0, durationMs: 0 }
		return describeToken(entry, verdictWithoutEvidence(found, product, baseUrl), redactor, {
			...described,
			nowMs: clock.now(),
		})
	}
}
async function look_look(inputs, read, options) {
	const { world, readFile, secrecy, entries, deadlineMs } = options
	const { runner, environment, clock, random } = world
	const { list, identity } = read
	const { redactor } = secrecy
	const nowMs = clock.now()
	const words = { redactor, nameOf: runner.nameOf, nowMs }
	const nightOf = (tokens, problem) => ({
		report: {
			schemaVersion: 2,
			list: plainText(identity.name, redactor.redactLong),
			checkedAt: utc_dateTimeOf(nowMs),
			tokens,
		},
		problem,
		isWhole: true,
		list: nightListOf(read),
	})
	if (isFinding(list)) return emptyNight(night_problemOf(list, words), read, words)
	const watched = pickEntries(entries, inputs.only)
	if (isFinding(watched)) return emptyNight(night_problemOf(watched, words), read, words)
	const secrets = new Set(watched.map(({ secret }) => secret))
	const listed = list.entries.filter(({ secret }) => secrets.has(secret))
	const missing = missingSecrets(listed, { environment, readEvent: runner.readEvent })
	if (missing !== undefined) {
		const tokens = watched.map((entry) => {
			return unfinished(entry, redactor, nowMs, null, entry.source.missingToken?.() ?? missing)
		})
		return nightOf(tokens, night_problemOf(missing, words))
	}
	await failures.load()
	const total = watched.length
	runner.progress?.(`0 of ${total}`)
	const tokens = await sweep(watched, {
		clock,
		random,
		secrecy,
		runner,
		deadlineMs,
		parallel: inputs.parallel,
		timeoutSeconds: inputs.timeoutMs / 1000,
		nameOf: runner.nameOf,
		open: (one) => openServer(one, { environment, clock, readFile }),
		onProgress: (count) => runner.progress?.(count < total ? `${count} of ${total}` : ''),
	})
	return nightOf(tokens, null)
}
const STEPS = [
	'Look at when the job ran that has left this report, and run it again.',
	'If the token has expired, create a new one, and store it in the secret.',
]
function asOfNow(token, nowMs) {
	const { expiry, expiryState, result } = token
	const hasDate = expiry.status === 'ok' || expiry.status === 'expiring' || expiry.status === 'ambiguous'
	if (result !== 'usable' || !hasDate) return token
	const endsMs = Date.parse(expiry.expiresAt ?? '')
	if (Number.isNaN(endsMs)) return token
	const current = { ...token, expiry: { ...expiry, daysLeft: wholeDaysLeft(endsMs, nowMs) } }
	if (endsMs > nowMs) return current
	const status = expiry.status === 'ambiguous' ? 'ambiguous' : 'expired'
	return {
		...current,
		expiry: { ...current.expiry, status },
		expiryState: status,
		...(expiryState === null && {
			title: 'The token has expired since it was looked at',
			message: `${token.message} That was before it expired: the report is older.`,
			steps: STEPS,
		}),
	}
}
const find_reports_ACCEPTS = 'paths of the files of report-file, or of folders with them, one a line'
const find_reports_MAX_BYTES = 50_000_000
function findReports(paths) {
	const found = []
	for (const path of paths) {
		try {
			if ((0, external_node_fs_namespaceObject.statSync)(path).isDirectory()) found.push(...reportsIn(path))
			else found.push(path)
		} catch (error) {
			const code = errorCodeOf(error)
			const why = code === 'ENOENT' ? 'does not exist here' : `cannot be read${code && ` (${code})`}`
			return unmergeable(`names ${path}, which ${why}`)
		}
	}
	const all = [...new Set(found)]
	const large = all.find((path) => (0, external_node_fs_namespaceObject.statSync)(path).size > find_reports_MAX_BYTES)
	if (large !== undefined) return unmergeable(`names ${large}, which is larger than any report`)
	return all.length === 0 ? unmergeable('leads to no report at all: the folders have no *.json in them') : all
}
function unmergeable(problem) {
	return invalidInput('merge', problem, find_reports_ACCEPTS)
}
function reportsIn(folder) {
	return (0, external_node_fs_namespaceObject.readdirSync)(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
		.map((entry) => (0, external_node_path_namespaceObject.join)(entry.parentPath, entry.name))
		.toSorted()
}
const LONG_TEXT = 2_000
function textIn(object, name, sanitize, maxLength) {
	const value = object[name]
	return typeof value === 'string' ? sanitize(value, maxLength) : ''
}
function textsIn(object, name, sanitize, maxLength) {
	const texts = untrusted_listOf(object[name]) ?? []
	return texts.flatMap((text) => (typeof text === 'string' ? sanitize(text, maxLength) : []))
}
function untrusted_dateOf(value) {
	const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
	return Number.isNaN(ms) ? null : utc_dateTimeOf(ms)
}
function countOf(value) {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0
}
const untrusted_MAX_ITEMS = 100_000
function untrusted_listOf(value) {
	return Array.isArray(value) ? value.slice(0, untrusted_MAX_ITEMS) : undefined
}
function oneOf(value, words) {
	return words.find((word) => word === value)
}
const STAGES = ['inputs', 'authentication', 'permissions', 'expiry']
const STATUSES = ['ok', 'expiring', 'expired', 'ambiguous', 'never', 'not-checked', 'unknown']
const parse_token_STATES = ['expiring', 'expired', 'ambiguous', 'expiry-unknown']
const CAUSES = ['server', 'time', 'no-report']
const PRODUCTS = Object.values(allProducts).map(({ name }) => name)
const GATES = [
	...['user-active', 'expected-user', 'projects', 'spaces', 'repositories'],
	...['permissions', 'expiry-fail-days'],
]
const SECRET = /^[a-z_]\w{0,254}$/i
function parseToken(json, sanitize) {
	if (!isObject(json)) return undefined
	const { secret, reason: given } = json
	const reason = Object.keys(reasonTable).find((known) => known === given)
	const stage = oneOf(json['stage'], STAGES)
	const expiry = parse_token_parseExpiry(json['expiry'], sanitize)
	if (typeof secret !== 'string' || !SECRET.test(secret)) return undefined
	if (reason === undefined || stage === undefined || expiry === undefined) return undefined
	const { category, result } = reasonTable[reason]
	const { title } = catalogue[reason]
	const product = allProducts[oneOf(json['product'], PRODUCTS) ?? 'jira']
	const unaskedBecause = oneOf(json['unaskedBecause'], CAUSES) ?? null
	const asked = json['asked'] === true && unaskedBecause === null
	if (result === 'usable' && !asked) return undefined
	return {
		schemaVersion: 2,
		product: product.name,
		result,
		category: categoryFor(product.name, category),
		reason,
		stage,
		message: textIn(json, 'message', sanitize, LONG_TEXT),
		remedy: textIn(json, 'remedy', sanitize, LONG_TEXT),
		baseUrl: parseAddress(json['baseUrl'], product),
		statusCode: countOf(json['statusCode']) || null,
		identity: parse_token_parseIdentity(json['identity'], sanitize),
		expiry,
		gates: parseGates(json['gates']),
		missingPermissions: textsIn(json, 'missingPermissions', sanitize),
		advice: textsIn(json, 'advice', sanitize, LONG_TEXT),
		requests: countOf(json['requests']),
		durationMs: countOf(json['durationMs']),
		secret: sanitize(secret),
		owner: textIn(json, 'owner', sanitize),
		usedBy: textIn(json, 'usedBy', sanitize),
		asked,
		unaskedBecause,
		title: textIn(json, 'title', sanitize) || fill_fill(title, { product: product.words.product }),
		steps: textsIn(json, 'steps', sanitize, LONG_TEXT),
		expiryState: stateOfExpiry(expiry) ?? oneOf(json['expiryState'], parse_token_STATES) ?? null,
		rotatedAt: untrusted_dateOf(json['rotatedAt']),
		hasRotationStopped: json['hasRotationStopped'] === true,
	}
}
function parseAddress(value, { findPage }) {
	if (typeof value !== 'string') return null
	const url = parseBaseUrl(value, findPage)
	return isFinding(url) ? null : baseUrlOf(url)
}
function parse_token_parseIdentity(value, sanitize) {
	if (!isObject(value)) return null
	const { active } = value
	const text = (name) => textIn(value, name, sanitize)
	return {
		name: text('name'),
		key: text('key'),
		accountId: text('accountId'),
		displayName: text('displayName'),
		emailAddress: text('emailAddress'),
		active: typeof active === 'boolean' ? active : null,
		timeZone: text('timeZone'),
		locale: text('locale'),
	}
}
function parse_token_parseExpiry(value, sanitize) {
	const status = isObject(value) ? oneOf(value['status'], STATUSES) : undefined
	if (!isObject(value) || status === undefined) return undefined
	const expiresAt = untrusted_dateOf(value['expiresAt'])
	return { status, tokenName: textIn(value, 'tokenName', sanitize), expiresAt, daysLeft: daysOf(value) }
}
function stateOfExpiry({ status }) {
	return status === 'expiring' || status === 'expired' ? status : null
}
function daysOf({ daysLeft }) {
	const isDays = typeof daysLeft === 'number' && Number.isSafeInteger(daysLeft) && Math.abs(daysLeft) < 9e15 / DAY_MS
	return isDays ? daysLeft : null
}
function parseGates(value) {
	return (untrusted_listOf(value) ?? []).flatMap((item) => {
		const gate = isObject(item) ? oneOf(item['gate'], GATES) : undefined
		if (!isObject(item) || gate === undefined) return []
		const { holds } = item
		return [{ gate, holds: typeof holds === 'boolean' ? holds : null }]
	})
}
function parseReport(text, sanitize) {
	const json = parseJson(text)
	if (!isObject(json)) return 'is no JSON object'
	if (json['schemaVersion'] !== 2) return 'is no report of this version (schemaVersion 2)'
	const checkedAt = untrusted_dateOf(json['checkedAt'])
	if (checkedAt === null) return 'does not say when it was made (checkedAt)'
	const given = untrusted_listOf(json['tokens'])
	if (given === undefined) return 'has no list of tokens'
	const tokens = given.flatMap((token) => parseToken(token, sanitize) ?? [])
	if (tokens.length < given.length) return 'has a token in it that is not as the report of a watch has it'
	return { schemaVersion: 2, list: textIn(json, 'list', sanitize), checkedAt, tokens }
}
function mergeReports(paths, readFile, sanitize) {
	const files = findReports(paths)
	if (isFinding(files)) return files
	const reports = []
	const places = new Map()
	for (const path of files) {
		const text = merge_reports_readText(path, readFile)
		if (isFinding(text)) return text
		const report = parseReport(text, sanitize)
		if (typeof report === 'string') return unmergeable(`names ${path}, which ${report}`)
		for (const { secret } of report.tokens) {
			const key = secret.toUpperCase()
			const other = places.get(key)
			if (other !== undefined) return unmergeable(`has ${secret} twice, in ${other} and in ${path}`)
			places.set(key, path)
		}
		reports.push(report)
	}
	const lists = new Set(reports.map(({ list }) => list))
	return {
		schemaVersion: 2,
		list: lists.size === 1 ? ([...lists][0] ?? '') : '',
		checkedAt: reports.map(({ checkedAt }) => checkedAt).toSorted()[0] ?? '',
		tokens: reports.flatMap(({ tokens }) => tokens),
	}
}
function completeByList(tokens, entries, toMissing) {
	const known = new Map(tokens.map((token) => [token.secret, token]))
	const listed = new Set(entries.map(({ secret }) => secret))
	const others = tokens.filter(({ secret }) => !listed.has(secret))
	return [...entries.map((entry) => known.get(entry.secret) ?? toMissing(entry)), ...others]
}
function merge_reports_readText(path, readFile) {
	try {
		return readFile(path)
	} catch (error) {
		return unmergeable(`names ${path}, which cannot be read (${errorCodeOf(error) || 'unknown error'})`)
	}
}
function missingReport(entry, redactor, nowMs) {
	const steps = [
		'Look for the job that had this secret to check (only): it failed before it could, was left out, or did not hand its report on.',
		'Mend what its log says, and run the whole again.',
	]
	return {
		...unfinished(entry, redactor, nowMs, 'no-report'),
		title: 'Its job left no report',
		message: 'Nothing is known about this token: it stands in the list, and its job left no report.',
		steps,
		remedy: steps.join(' '),
	}
}
function putTogether(inputs, read, options) {
	const { world, readFile, secrecy, entries } = options
	const { runner, clock } = world
	const { redactor } = secrecy
	const nowMs = clock.now()
	const words = { redactor, nameOf: runner.nameOf, nowMs }
	const list = nightListOf(read)
	const unsound = read !== undefined && isFinding(read.list) ? night_problemOf(read.list, words) : null
	const merged = mergeReports(inputs.merge, readFile, (text, maxLength) =>
		plainText(text, redactor.redactLong, maxLength),
	)
	const isSound = read !== undefined && unsound === null
	const complete = (tokens) => completeByList(tokens, entries, (entry) => missingReport(entry, redactor, nowMs))
	if (isFinding(merged)) {
		const night = emptyNight(unsound ?? night_problemOf(merged, words), read, words)
		return { ...night, report: { ...night.report, tokens: complete([]) }, isWhole: isSound }
	}
	const listName = plainText(read?.identity.name ?? '', redactor.redactLong)
	const tokens = merged.tokens.map((token) => asOfNow(token, nowMs))
	const report = { ...merged, tokens, list: listName || merged.list }
	if (!isSound) {
		const known = read === undefined ? { ...list, name: merged.list } : list
		return { report, problem: unsound, isWhole: unsound === null, list: known }
	}
	return { report: { ...report, tokens: complete(tokens) }, problem: null, isWhole: true, list }
}
const KEY_LINE = /^[\w+/=]{8,}$/
function maskAll(entries, others, environment, mask) {
	const ofEntries = entries.map(({ source, variableValues }) => {
		const fields = createFieldReader('check', source)
		const username = fields.text('username')
		const secrets = readSecrets({
			token: fields.text('token'),
			username,
			headers: fields.text('headers'),
			urls: URL_INPUTS.map((name) => fields.text(name)),
			environment: source.environment,
		})
		return { ...secrets, username, keyLines: variableValues.flatMap(keyLinesIn) }
	})
	const ofRun = readSecrets({ token: '', username: '', headers: '', urls: [], environment })
	const own = others.filter(Boolean)
	const masked = new Set([
		...own,
		...ofRun.spellings,
		...ofEntries.flatMap(({ spellings, keyLines }) => [...spellings, ...keyLines]),
	])
	masked.forEach(mask)
	const values = [...own, ...ofRun.values, ...ofEntries.flatMap((secrets) => [...secrets.values, ...secrets.keyLines])]
	const redactor = createRedactor(
		values,
		ofEntries.flatMap(({ commonValues }) => commonValues),
	)
	const bearers = createRedactor(ofEntries.flatMap(({ username, tokens }) => (username === '' ? tokens : [])))
	return {
		redactor,
		isTokenOf(entry) {
			const tokens = createRedactor(ofEntries[entries.indexOf(entry)]?.tokens ?? [])
			return (name) => tokens.isSecret(name) || bearers.isSecret(name)
		},
	}
}
function keyLinesIn(value) {
	return value.split(/\r?\n|\\n/).filter((line) => KEY_LINE.test(line))
}
const FROM_WORST = ['refused', 'misconfigured', 'unknown']
function worstOf(results) {
	return FROM_WORST.find((result) => results.includes(result)) ?? null
}
function failureOf({ result }) {
	return result === 'usable' ? null : result
}
function failingOf(token, failOn) {
	const { reason, expiryState } = token
	const isExpiring = reason === 'token-expiring' || (expiryState !== null && expiryState !== 'expiry-unknown')
	const isUnknown = expiryState === 'expiry-unknown'
	return worstOf([
		failOn.fails(reason) ? failureOf(token) : null,
		isExpiring && failOn.failsExpiry('expiring') ? 'refused' : null,
		isUnknown && failOn.failsExpiry('expiry-unknown') ? 'unknown' : null,
	])
}
function stateOf({ reason, expiryState }) {
	if (reason === 'authenticated') return expiryState ?? 'well'
	return reason
}
function needsCare(token) {
	return stateOf(token) !== 'well'
}
const MAX_REPORT_BYTES = 100_000
function listWatchOutputs(told) {
	const { report, isWhole, problem, reportFile, nowMs } = told
	const { tokens } = report
	const care = tokens.filter(needsCare)
	return [
		['result', worstOf([problem, ...tokens.map(failureOf)]) ?? 'usable'],
		['needs-care', isWhole ? JSON.stringify(care.map(({ secret }) => secret)) : ''],
		['checked', String(tokens.length)],
		['next-expiry-at', nextExpiryOf(tokens, nowMs)],
		['report', cutReport(report)],
		['report-file', reportFile],
	]
}
function nextExpiryOf(tokens, nowMs) {
	const dates = tokens.flatMap(({ expiry }) => expiry.expiresAt ?? [])
	return dates.filter((date) => Date.parse(date) > nowMs).toSorted()[0] ?? ''
}
function cutReport({ tokens, ...report }) {
	const first = [...tokens.filter(needsCare), ...tokens.filter((token) => !needsCare(token))]
	const sizeOf = (value) => Buffer.byteLength(JSON.stringify(value))
	const sizes = first.map((token) => sizeOf(token) + 1)
	let left = MAX_REPORT_BYTES - sizeOf({ ...report, tokens: [], cut: tokens.length })
	const tooMany = sizes.findIndex((size) => {
		left -= size
		return left < 0
	})
	const shown = tooMany < 0 ? first : first.slice(0, tooMany)
	return JSON.stringify({ ...report, tokens: shown, cut: tokens.length - shown.length })
}
function expiry_expiryOf({ expiry }, nowMs) {
	const at = expiry.expiresAt === null ? Number.NaN : Date.parse(expiry.expiresAt)
	if (Number.isFinite(at)) {
		const left = describeDaysLeft(wholeDaysLeft(at, nowMs))
		return { day: dayOf(at), left: expiry.status === 'ambiguous' ? `${left}, maybe more` : left, at }
	}
	if (expiry.status === 'never') return { day: 'never', left: '', at: Number.POSITIVE_INFINITY }
	return { day: 'not known', left: '', at: Number.NEGATIVE_INFINITY }
}
function dueOf(token, nowMs) {
	const { day, at } = expiry_expiryOf(token, nowMs)
	const state = stateOf(token)
	const hasTime = state === 'expiring' || state === 'ambiguous' || state === 'token-expiring'
	return hasTime && Number.isFinite(at) && at > nowMs ? { day, at } : { day: 'now', at: Number.NEGATIVE_INFINITY }
}
function minuteOf(text) {
	const at = Date.parse(text)
	return Number.isFinite(at) ? `${utc_dateTimeOf(at).slice(0, 16).replace('T', ' ')} UTC` : ''
}
const KINDS = ['refused', 'misconfigured', 'unknown', 'soon', 'well']
const KIND_ICONS = {
	refused: RESULT_ICONS.refused,
	misconfigured: RESULT_ICONS.misconfigured,
	unknown: RESULT_ICONS.unknown,
	soon: '\u26a0\ufe0f',
	well: RESULT_ICONS.usable,
}
const NOT_ASKED = 'not asked'
const OF_EXPIRY = {
	expiring: { kind: 'soon', word: 'expiring' },
	expired: { kind: 'soon', word: 'expired' },
	ambiguous: { kind: 'soon', word: 'ambiguous' },
	'expiry-unknown': { kind: 'unknown', word: 'expiry unknown' },
}
const OF_RESULT = {
	refused: { kind: 'refused', word: 'refused' },
	misconfigured: { kind: 'misconfigured', word: 'misconfigured' },
	unknown: { kind: 'unknown', word: 'unknown' },
}
function signOf(token) {
	if (!token.asked && token.unaskedBecause !== null) return { kind: 'unknown', word: NOT_ASKED }
	const state = stateOf(token)
	if (state === 'well') return { kind: 'well', word: 'well' }
	return token.result === 'usable' ? OF_EXPIRY[token.expiryState ?? 'expiry-unknown'] : OF_RESULT[token.result]
}
function inOrder(tokens, nowMs) {
	return tokens
		.map((token) => ({ token, at: expiry_expiryOf(token, nowMs).at, badness: KINDS.indexOf(signOf(token).kind) }))
		.toSorted((a, b) => compare(a.at, b.at) || a.badness - b.badness)
		.map(({ token }) => token)
}
function compare(a, b) {
	return a === b ? 0 : a < b ? -1 : 1
}
const MAX_BARS = 40
function soonest(tokens, nowMs) {
	const dated = inOrder(tokens, nowMs).filter((token) => {
		const { at } = expiry_expiryOf(token, nowMs)
		return Number.isFinite(at) && at > nowMs
	})
	return { shown: dated.slice(0, MAX_BARS), more: Math.max(0, dated.length - MAX_BARS) }
}
function tally(tokens) {
	const byWord = Map.groupBy(tokens.map(signOf), ({ word }) => word)
	return Array.from(byWord.values(), (signs) => ({
		kind: signs[0]?.kind ?? 'unknown',
		word: signs[0]?.word ?? '',
		count: signs.length,
	})).toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
}
function order_worstOf(tokens) {
	return tally(tokens)[0]?.kind ?? 'unknown'
}
function countCare(tokens) {
	return tokens.filter(needsCare).length
}
function headlineOf({ tokens }, { problem }) {
	const count = countWords(countCare(tokens), tokens.length)
	if (problem === null) return count
	return tokens.length === 0 ? problem.title : `${problem.title} \u00b7 ${count}`
}
function countWords(care, all) {
	if (all === 0) return 'No token was checked'
	if (all === 1) return care === 0 ? 'The only token is well' : 'The only token needs care'
	if (care === 0) return `All ${all} tokens are well`
	return `${care} of ${all} tokens ${care === 1 ? 'needs' : 'need'} care`
}
function isWell({ tokens }, { problem }) {
	return problem === null && tokens.length > 0 && countCare(tokens) === 0
}
function countTokens(count) {
	return `${count} ${count === 1 ? 'token' : 'tokens'}`
}
function countMoreTokens(count) {
	return `${count} more ${count === 1 ? 'token' : 'tokens'}`
}
function describeIssuesToFollow(count) {
	if (count === 0) return ''
	return `${count} more ${count === 1 ? 'issue follows' : 'issues follow'} with the next run.`
}
function userOf({ identity }) {
	return identity === null ? '' : describeUser(identity)
}
function shortUrl(url) {
	return (url ?? '').replace(/^https?:\/\//, '')
}
function ownerOf({ owner }) {
	return owner === '' ? 'nobody named' : owner
}
function listCare(tokens, nowMs) {
	const alike = Map.groupBy(tokens.filter(needsCare), (token) =>
		JSON.stringify([signOf(token).kind, token.title, messageOf(token), token.steps, token.baseUrl, token.reason]),
	)
	return [...alike.values()]
		.map((group) => {
			const dues = group.map((token) => ({ token, at: dueOf(token, nowMs).at })).toSorted((a, b) => compare(a.at, b.at))
			return { care: careOf(dues.map(({ token }) => token)), at: dues[0]?.at ?? Number.NEGATIVE_INFINITY }
		})
		.toSorted((a, b) => compare(a.at, b.at) || KINDS.indexOf(a.care.kind) - KINDS.indexOf(b.care.kind))
		.map(({ care }) => care)
}
function careOf(tokens) {
	const [first] = tokens
	if (first === undefined) throw new Error('a group of no tokens')
	return {
		kind: signOf(first).kind,
		title: first.title,
		message: messageOf(first),
		steps: first.steps,
		reason: first.reason,
		server: first.baseUrl ?? '',
		tokens,
	}
}
function messageOf(token) {
	if (token.result === 'usable' && token.hasRotationStopped) return rotationWords(token)
	return token.result === 'usable' && token.expiryState === 'expiring' ? '' : token.message
}
function rotationWords({ rotatedAt }) {
	const at = rotatedAt === null ? Number.NaN : Date.parse(rotatedAt)
	const made = Number.isFinite(at) ? `, which was made on ${dayOf(at)},` : ''
	return `Its rotation has stopped: this token${made} should have been replaced by now.`
}
const UNASKED = {
	server: 'others at the same server had failed',
	time: 'time was up',
	'no-report': 'the job that had to left no report',
}
function listUnasked(tokens) {
	const unasked = tokens.filter(({ asked, unaskedBecause }) => !asked && unaskedBecause !== null)
	return Array.from(
		Map.groupBy(unasked, ({ unaskedBecause }) => unaskedBecause),
		([because, group]) =>
			`${countTokens(group.length)} ${group.length === 1 ? 'was' : 'were'} not asked about, since ${UNASKED[because ?? 'time']}: nobody knows whether ${group.length === 1 ? 'it is' : 'they are'} well.`,
	)
}
function standsForAll({ problem }, tokens) {
	const [first] = tokens
	if (problem === null || first === undefined) return false
	return tokens.every(({ asked, unaskedBecause, title }) => {
		return !asked && (unaskedBecause === null || unaskedBecause === 'no-report') && title === first.title
	})
}
const MAX_OF_A_LEVEL = 9
function annotations_listAnnotations(report, context, fails, where, beside = []) {
	const { problem, nowMs } = context
	const ofAll =
		problem === null
			? []
			: [
					{
						level: 'error',
						title: problem.title,
						message: formatAnnotation(problem.message, problem.steps, null, where),
					},
				]
	const tokens = standsForAll(context, report.tokens) ? [] : urgentFirst(report.tokens, nowMs)
	const all = [...ofAll, ...beside, ...tokens.map((token) => annotations_annotate(token, context, fails, where))]
	return ['error', 'warning'].flatMap((level) => {
		const some = all.filter((annotation) => annotation.level === level)
		const more = some.length - MAX_OF_A_LEVEL
		return more <= 0 ? some : [...some.slice(0, MAX_OF_A_LEVEL), countRest(level, more, where)]
	})
}
function urgentFirst(tokens, nowMs) {
	return listCare(tokens, nowMs).flatMap((care) => care.tokens)
}
function annotations_annotate(token, { nowMs }, fails, where) {
	const { day } = dueOf(token, nowMs)
	const act = day === 'now' ? 'Act now' : `Act by ${day}`
	const unasked = signOf(token).word === NOT_ASKED ? ' This token was not asked about.' : ''
	const message = messageOf(token)
	const happened = message === '' ? '' : ` ${message}`
	return {
		level: fails(token) ? 'error' : 'warning',
		title: plainText(`${token.secret}: ${token.title}`, (line) => line),
		message: formatAnnotation(`${act}; owner: ${ownerOf(token)}.${unasked}${happened}`, token.steps, null, where),
	}
}
function countRest(level, more, where) {
	const place = where === '' ? '' : ` All of them are in ${where}.`
	return {
		level,
		title: `${more} more ${more === 1 ? 'token needs' : 'tokens need'} care`,
		message: `GitHub shows no more than ten ${level}s of a step.${place}`,
	}
}
function listAccounts(tokens) {
	const advised = tokens.filter(({ identity, advice }) => identity !== null && advice.length > 0)
	const byAccount = Map.groupBy(advised, ({ product, baseUrl, identity }) =>
		JSON.stringify([product, baseUrl, identity?.key, identity?.accountId, identity?.name]),
	)
	return Array.from(byAccount.values(), (group) => ({
		user: group[0] === undefined ? '' : userOf(group[0]),
		server: group[0]?.baseUrl ?? '',
		advice: [...new Set(group.flatMap(({ advice }) => advice))],
	}))
}
const COLUMNS = [
	{ name: 'Act by', read: (token, nowMs) => dueOf(token, nowMs).day },
	{ name: 'Owner', read: ownerOf },
	{ name: 'Used by', read: ({ usedBy }) => usedBy },
	{ name: 'User', read: userOf },
]
function listWho(tokens, nowMs) {
	const columns = COLUMNS.filter(({ read }) => tokens.some((token) => read(token, nowMs) !== ''))
	return {
		names: columns.map(({ name }) => name),
		rows: tokens.map((token) => ({
			secret: token.secret,
			isAsked: signOf(token).word !== NOT_ASKED,
			values: columns.map(({ read }) => read(token, nowMs)),
		})),
	}
}
class Markup {
	text
	constructor(text) {
		this.text = text
	}
}
function html(strings, ...values) {
	return new Markup(strings.map((string, index) => string + markup_textOf(values[index] ?? '')).join(''))
}
function trusted(text) {
	return new Markup(text)
}
const NOTHING = trusted('')
function markup_text(plain) {
	return plain === '' ? NOTHING : html`<bdi>${plain}</bdi>`
}
function markup_name(plain) {
	const parts = plain.split(/(?<=[_./-])(?=[\p{L}\p{N}])/u)
	const broken = parts.slice(1).reduce((before, part) => html`${before}<wbr>${part}`, html`${parts[0] ?? ''}`)
	return plain === '' ? NOTHING : html`<bdi>${broken}</bdi>`
}
function markup_textOf(value) {
	if (value instanceof Markup) return value.text
	if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value))
	return value.map(({ text: piece }) => piece).join('\n')
}
function escapeText(text) {
	return text.replace(/[&<>"'`]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
const SHAPES = {
	refused: '<circle cx="8" cy="8" r="7"/><path class="cut" d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4"/>',
	misconfigured:
		'<path d="M4.9 1h6.2L15 4.9v6.2L11.1 15H4.9L1 11.1V4.9z"/><path class="cut" d="M8 4.2v4.6M8 11.3v.6"/>',
	unknown:
		'<rect x="1" y="1" width="14" height="14" rx="3"/><path class="cut" d="M5.7 6.1a2.3 2.3 0 1 1 3.5 2c-.8.5-1.2.8-1.2 1.6M8 11.8v.4"/>',
	soon: '<path d="M8 .8l7.6 13.7H.4z"/><path class="cut" d="M8 5.6v4M8 11.9v.4"/>',
	well: '<circle cx="8" cy="8" r="7"/><path class="cut" d="M4.8 8.3l2.2 2.2 4.2-4.6"/>',
}
function defineIcons() {
	const symbols = KINDS.map((kind) => `<symbol id="icon-${kind}" viewBox="0 0 16 16">${SHAPES[kind]}</symbol>`)
	return trusted(`<svg class="shapes" aria-hidden="true" width="0" height="0">${symbols.join('')}</svg>`)
}
function icon(kind) {
	return html`<svg class="icon ${kind}" aria-hidden="true" width="16" height="16"><use href="#icon-${kind}"/></svg>`
}
function spokenIcon(kind, word) {
	return html`<svg class="icon ${kind}" role="img" aria-label="${word}" width="16" height="16"><use href="#icon-${kind}"/></svg>`
}
function drawTable(caption, header, rows, sorting) {
	return html`<table role="table"${sorting === undefined ? NOTHING : html` id="${sorting.id}"`}>
<caption class="unseen">${caption}</caption>
<thead role="rowgroup"><tr role="row">${header.map((name, index) => html`<th role="columnheader" scope="col"${sorting?.column === index ? trusted(' aria-sort="ascending"') : NOTHING}>${name}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => drawRow(row, header))}
</tbody>
</table>`
}
function drawRow({ cells, data = {} }, header) {
	const attributes = Object.entries(data).map(([name, value]) => html` data-${name}="${value}"`)
	return html`<tr role="row"${attributes}>${cells.map((cell, index) => drawCell(cell, header[index] ?? '', index === 0))}</tr>`
}
function drawCell(cell, label, isFirst) {
	return isFirst
		? html`<th role="rowheader" scope="row">${cell}</th>`
		: html`<td role="cell" data-label="${label}">${cell}</td>`
}
function drawCare(tokens, context) {
	const { problem, nowMs } = context
	const isSaid = standsForAll(context, tokens)
	const cares = listCare(tokens, nowMs)
	if (problem === null && cares.length === 0) return NOTHING
	return html`<section id="care" aria-labelledby="care-heading">
<h2 id="care-heading">What needs care</h2>
${
	problem === null
		? NOTHING
		: html`<article class="care refused">
<h3>${spokenIcon('refused', 'problem')}<span>${markup_text(problem.title)}</span></h3>
<p>${markup_text(problem.message)}</p>
${drawSteps(problem.steps)}
${isSaid ? drawWho(tokens, nowMs) : NOTHING}
</article>`
}
${isSaid ? NOTHING : cares.map((care) => drawOne(care, context))}
</section>`
}
function drawOne({ kind, title, message, steps, reason, server, tokens }, context) {
	const [only] = tokens
	const whose = tokens.length === 1 && only !== undefined ? only.secret : countTokens(tokens.length)
	return html`<article class="care ${kind}">
<h3>${spokenIcon(kind, only === undefined ? kind : signOf(only).word)}<span>${markup_text(title)}</span></h3>
<p class="where"><b>${markup_text(whose)}</b>${server === '' ? NOTHING : html` at ${markup_text(shortUrl(server))}`}</p>
${tokens.length === 1 && only !== undefined ? drawFacts(only, context.nowMs) : NOTHING}
${message === '' ? NOTHING : html`<p>${markup_text(message)}</p>`}
${drawSteps(steps)}
${tokens.length > 1 ? drawWho(tokens, context.nowMs) : NOTHING}
${
	reason === 'authenticated'
		? NOTHING
		: html`<p class="more"><a href="${context.documentationOf(reason)}" rel="noreferrer">About <code>${reason}</code></a></p>`
}
</article>`
}
function drawSteps(steps) {
	return steps.length === 0
		? NOTHING
		: html`<ol class="steps">
${steps.map((step) => html`<li>${markup_text(step)}</li>`)}
</ol>`
}
function drawFacts(token, nowMs) {
	const { names, rows } = listWho([token], nowMs)
	const values = rows[0]?.values ?? []
	return html`<dl class="facts">
${names.map((name, index) => html`<div><dt>${name}</dt><dd>${drawValue(values[index] ?? '', index)}</dd></div>`)}
${rows[0]?.isAsked === false ? html`<div><dt>State</dt><dd><b>not asked</b></dd></div>` : NOTHING}
</dl>`
}
function drawWho(tokens, nowMs) {
	const { names, rows } = listWho(tokens, nowMs)
	return drawTable(
		'Who has to act, and by when',
		['Token', ...names],
		rows.map(({ secret, isAsked, values }) => ({
			cells: [
				html`${markup_text(secret)}${isAsked ? NOTHING : html` <small>not asked</small>`}`,
				...values.map(drawValue),
			],
		})),
	)
}
function drawValue(value, index) {
	if (index > 0) return markup_text(value)
	return value === 'now' ? html`<b>now</b>` : html`<b><time datetime="${value}">${value}</time></b>`
}
const SCRIPT = `
(() => {
  const table = document.getElementById('tokens')
  const filters = document.getElementById('filters')
  const count = document.getElementById('count')
  if (!table || !filters || !count) return
  const body = table.tBodies[0]
  const rows = Array.from(body.rows)
  const heads = Array.from(table.tHead.rows[0].cells)
  const selects = Array.from(filters.querySelectorAll('select'))
  const collator = new Intl.Collator('en', { numeric: true })
  const byDaysLeft = heads.findIndex((head) => head.hasAttribute('aria-sort'))
  let sorting = 'by days left'

  const tell = () => {
    const shown = rows.filter((row) => !row.hidden).length
    count.textContent = shown + ' of ' + rows.length + (rows.length === 1 ? ' token, ' : ' tokens, ') + sorting
  }

  const filter = () => {
    for (const row of rows) {
      row.hidden = !selects.every(({ name, value }) => value === '' || value === '=' + row.dataset[name])
    }
    tell()
  }

  const sort = (index) => {
    const head = heads[index]
    const isDown = head.getAttribute('aria-sort') === 'ascending'
    for (const other of heads) other.removeAttribute('aria-sort')
    head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending')
    const words = (row) => row.cells[index].textContent
    const compare = (a, b) =>
      (index === byDaysLeft ? 0 : collator.compare(words(a), words(b))) || a.dataset.order - b.dataset.order
    body.append(...rows.toSorted(isDown ? (a, b) => compare(b, a) : compare))
    sorting = 'by ' + head.textContent.toLowerCase() + (isDown ? ', reversed' : '')
    tell()
  }

  heads.forEach((head, index) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = head.textContent
    button.addEventListener('click', () => sort(index))
    head.replaceChildren(button)
  })
  filters.addEventListener('change', filter)
  filters.addEventListener('submit', (event) => event.preventDefault())
  filters.addEventListener('reset', () => setTimeout(filter))
  filters.hidden = false
})()
`
const TABLE_STYLE = `
table { width: 100%; border-collapse: collapse; font-size: .925rem; line-height: 1.4 }
th, td { padding: .55rem .75rem .55rem 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top }
th:last-child, td:last-child { padding-inline-end: 0 }
thead th { border-top: 0; color: var(--soft); font-size: .85rem; font-weight: 600; vertical-align: bottom }
tbody th { min-width: 13.5rem; font-weight: 600 }
td[data-label=Server] { min-width: 9.5rem }
tbody th small { display: block }
td time, td time + small, .state { white-space: nowrap }
.state { display: inline-flex; gap: .4rem; align-items: baseline; color: var(--kind); font-weight: 600 }
.state .icon { position: relative; inset-block-start: .15rem }
th button { margin: -.3rem -.4rem; padding: .3rem .4rem; border: 0; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer }
th button:hover { color: var(--ink); text-decoration: underline }
th button::after { content: "\\2195"; content: "\\2195" / ""; margin-inline-start: .3em; opacity: .55 }
th[aria-sort] button { color: var(--ink) }
th[aria-sort="ascending"] button::after { content: "\\2191"; content: "\\2191" / ""; opacity: 1 }
th[aria-sort="descending"] button::after { content: "\\2193"; content: "\\2193" / ""; opacity: 1 }
.filters { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end }
.filters label { display: grid; gap: .2rem; color: var(--soft); font-size: .875rem }
select, .filters button {
  min-height: 2.5rem; max-width: 18rem; padding: .35rem .6rem; border: 1px solid var(--soft); border-radius: .4rem;
  background: var(--sheet); color: var(--ink); font: inherit; font-size: .95rem;
}
.filters button { cursor: pointer }
.count + .sheet { margin-top: .6rem }
@media screen and (max-width: 56rem) {
  table, tbody { display: block }
  thead { display: none }
  #tokens thead:has(button) { display: block }
  #tokens thead tr { display: flex; flex-wrap: wrap; gap: .4rem; padding-bottom: .75rem; border: 0 }
  #tokens thead th { padding: 0 }
  #tokens thead button { margin: 0; padding: .35rem .6rem; border: 1px solid var(--line); border-radius: .4rem }
  tbody tr { display: block; padding: .75rem 0; border-top: 1px solid var(--line) }
  tbody th, tbody td[data-label] { display: block; min-width: 0; padding: .1rem 0; border: 0 }
  tbody td[data-label] { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 .75rem }
  tbody td::before { content: attr(data-label); content: attr(data-label) / ""; color: var(--soft) }
  tbody td > * { grid-column: 2 }
  tbody td[data-label]:empty { display: none }
  .filters label, select, .filters button { width: 100%; max-width: none }
}
`
const COLOURS = `
:root {
  color-scheme: light;
  --page: #f5f6f8; --sheet: #fff; --ink: #1b2027; --soft: #555f6b; --line: #d9dee5; --track: #eceff3; --link: #0b57c4;
  --refused: #b42318; --misconfigured: #a03a00; --unknown: #5b3cc4; --soon: #8a5300; --well: #1a6f37;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --page: #0f1216; --sheet: #181c22; --ink: #e7ebf0; --soft: #9fa9b5; --line: #333b45; --track: #262d36; --link: #82b4ff;
    --refused: #ff8a80; --misconfigured: #ffa46b; --unknown: #bba6ff; --soon: #e8b64a; --well: #5fd08a;
  }
}
.refused { --kind: var(--refused) }
.misconfigured { --kind: var(--misconfigured) }
.unknown { --kind: var(--unknown) }
.soon { --kind: var(--soon) }
.well { --kind: var(--well) }
`
const LAYOUT = `
*, ::before, ::after { box-sizing: border-box }
[hidden] { display: none !important }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem }
body {
  margin: 0 auto; max-width: 84rem; padding: clamp(1rem, 4vw, 3rem) clamp(.75rem, 4vw, 2.5rem);
  background: var(--page); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
h1, h2, h3, p, ol, ul, dl { margin: 0 }
h1 { font-size: clamp(1.7rem, 1.1rem + 3vw, 2.75rem); line-height: 1.12; letter-spacing: -.025em; text-wrap: balance }
h2 { margin: 3rem 0 1rem; font-size: 1.35rem; line-height: 1.25; letter-spacing: -.01em }
h3 { font-size: 1.05rem; line-height: 1.35 }
small { color: var(--soft); font-size: .875em; font-weight: 400 }
time, .count, .tally b { font-variant-numeric: tabular-nums }
code { font: .925em ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace }
a { color: var(--link); text-underline-offset: .15em }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.shapes { position: absolute }
.icon { flex: none; vertical-align: -.15em; fill: var(--kind); color: var(--sheet) }
.cut { fill: none; stroke: var(--sheet); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round }
.eyebrow { margin-bottom: .4rem; color: var(--soft); font-weight: 600 }
.checked { margin-top: .5rem; color: var(--soft) }
header > p { margin-top: .6rem }
.alert { display: flex; gap: .6rem; align-items: baseline; font-weight: 600 }
.tally { display: flex; flex-wrap: wrap; gap: .35rem 1.4rem; margin-top: 1.25rem; padding: 0; list-style: none }
.tally li { display: flex; gap: .4rem; align-items: center }
.strip { display: block; width: 100%; height: .5rem; margin: .75rem 0 1rem; border-radius: .25rem }
.strip rect { fill: var(--kind) }
nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; margin-top: .75rem; padding: 0; list-style: none }
nav a { display: inline-block; padding: .35rem 0 }
.sheet, .care { border: 1px solid var(--line); border-radius: .6rem; background: var(--sheet) }
.sheet { padding: 1rem clamp(.75rem, 2vw, 1.25rem) }
.care { position: relative; margin-top: 1rem; padding: 1.1rem clamp(.9rem, 2.5vw, 1.5rem) 1.1rem clamp(1.15rem, 3vw, 1.75rem); overflow: hidden }
.care::before { content: ""; position: absolute; inset: 0 auto 0 0; border-inline-start: .35rem solid var(--kind) }
.care h3 { display: flex; gap: .6rem; align-items: baseline; color: var(--kind) }
.care h3 .icon { position: relative; inset-block-start: .1rem }
.care > * + * { margin-top: .6rem }
.where { color: var(--soft) }
.where b { color: var(--ink) }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem }
.facts dt { color: var(--soft); font-size: .875rem }
.facts dd { margin: 0 }
.steps { padding-inline-start: 1.4rem; max-width: 62rem }
.steps li + li { margin-top: .2rem }
.steps ::marker { color: var(--soft); font-weight: 600 }
.care > p { max-width: 62rem }
.more { font-size: .925rem }
.count { margin-top: .75rem; color: var(--soft) }
.timeline { position: relative }
.timeline ol { margin: 0; padding: 0; list-style: none }
.timeline li, .scale { display: grid; grid-template-columns: minmax(8rem, 17rem) minmax(6rem, 1fr) minmax(8.5rem, 13rem); gap: 0 1rem; align-items: center }
.timeline li { padding: .3rem 0 }
.timeline .name { display: flex; gap: .5rem; align-items: baseline }
.scale p { grid-column: 2; display: grid; grid-template-columns: repeat(4, 1fr); color: var(--soft); font-size: .8rem; font-variant-numeric: tabular-nums }
.scale span { padding-inline-start: .3rem; border-inline-start: 1px solid var(--line); white-space: nowrap; overflow: hidden }
.bar { display: block; width: 100%; height: .6rem; border-radius: .3rem; background: var(--track) }
.bar rect { fill: var(--kind) }
.until small { white-space: nowrap }
#tidy h3 { margin-top: 1.25rem }
#tidy h3:first-child { margin-top: 0 }
#tidy ul { margin-top: .3rem; padding-inline-start: 1.2rem }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
@media screen and (max-width: 56rem) {
  h2 { margin-top: 2.25rem }
  .scale { display: none }
  .facts { display: grid; gap: .15rem }
  .facts div { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 .75rem; align-items: baseline }
}
@media screen and (max-width: 40rem) {
  .timeline li { grid-template-columns: 1fr; gap: .25rem; padding: .6rem 0 }
  .timeline li + li { border-top: 1px solid var(--line) }
}
`
const PRINT = `
@media print {
  body { max-width: none; padding: 0; background: none; font-size: 10pt }
  nav, .filters, .scale { display: none !important }
  h2 { margin-top: 1.5rem }
  table { font-size: 8pt }
  tbody th, tbody td { min-width: 0 !important; padding: .3rem .5rem .3rem 0 }
  th button::after { content: none !important }
  .state { white-space: normal }
  .care, .timeline li, tr { break-inside: avoid }
  h2, h3 { break-after: avoid }
  .icon, .bar, .strip, .care::before { -webkit-print-color-adjust: exact; print-color-adjust: exact }
}
@media (forced-colors: active) {
  .icon, .bar, .strip { forced-color-adjust: none }
}
`
const STYLE = COLOURS + LAYOUT + TABLE_STYLE + PRINT
const html_timeline_MAX_DAYS = 366
const MIN_DAYS = 28
const timeline_MARKS = 4
function timeline_drawTimeline(tokens, nowMs) {
	const { shown, more } = soonest(tokens, nowMs)
	const furthest = shown.at(-1)
	if (furthest === undefined) return NOTHING
	const days = (expiry_expiryOf(furthest, nowMs).at - nowMs) / DAY_MS
	const scaleDays = Math.min(html_timeline_MAX_DAYS, Math.max(MIN_DAYS, Math.ceil(days)))
	const marks = Array.from({ length: timeline_MARKS }, (_, index) =>
		dayOf(nowMs + (index * scaleDays * DAY_MS) / timeline_MARKS),
	)
	return html`<section id="next" aria-labelledby="next-heading">
<h2 id="next-heading">The next to expire</h2>
<div class="sheet timeline">
<div class="scale" aria-hidden="true"><p>${marks.map((mark) => html`<span>${mark}</span>`)}</p></div>
<ol>
${shown.map((token) => drawBar(token, scaleDays, nowMs))}
</ol>
</div>
${more === 0 ? NOTHING : html`<p class="count">\u2026 and ${more} more, none of which expires earlier.</p>`}
</section>`
}
function drawBar(token, scaleDays, nowMs) {
	const { kind, word } = signOf(token)
	const { day, left, at } = expiry_expiryOf(token, nowMs)
	const percent = Math.min(100, Math.max(1, ((at - nowMs) / DAY_MS / scaleDays) * 100))
	return html`<li><span class="name">${spokenIcon(kind, word)}${markup_text(token.secret)}</span> <svg class="bar ${kind}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${percent.toFixed(1)}" height="1"/></svg> <span class="until"><time datetime="${day}">${day}</time> <small>${left}</small></span></li>`
}
const FILTERS = { owner: 'Owner', server: 'Server', state: 'State' }
const NONE = '(none)'
function drawTokens(tokens, nowMs) {
	if (tokens.length === 0) return NOTHING
	const rows = inOrder(tokens, nowMs).map((token, index) => ({
		filtered: filteredOf(token),
		cells: cellsOf(token, nowMs),
		index,
	}))
	return html`<section id="all" aria-labelledby="all-heading">
<h2 id="all-heading">All tokens</h2>
<form class="filters" id="filters" aria-label="Filter the tokens" hidden>
${['state', 'owner', 'server'].map((filter) =>
	drawFilter(
		filter,
		rows.map(({ filtered }) => filtered[filter]),
	),
)}
<button type="reset">Show all</button>
</form>
<p class="count" id="count" role="status">${countTokens(tokens.length)}, by days left</p>
<div class="sheet">
${drawTable(
	'All tokens, by days left: what is not known comes first, what never expires last',
	['Token', 'State', 'Expires', 'Server', 'User', 'Token name', 'Owner'],
	rows.map(({ cells, filtered, index }) => ({ cells, data: { ...filtered, order: String(index) } })),
	{ id: 'tokens', column: 2 },
)}
</div>
</section>`
}
function filteredOf(token) {
	return {
		owner: token.owner || NONE,
		server: shortUrl(token.baseUrl) || NONE,
		state: signOf(token).word,
	}
}
function cellsOf(token, nowMs) {
	const { kind, word } = signOf(token)
	const { day, left, at } = expiry_expiryOf(token, nowMs)
	return [
		html`${markup_name(token.secret)}${token.usedBy === '' ? NOTHING : html` <small>${markup_text(token.usedBy)}</small>`}`,
		html`<span class="state ${kind}">${icon(kind)}${word}</span>`,
		Number.isFinite(at) ? html`<time datetime="${day}">${day}</time> <small>${left}</small>` : html`${day}`,
		markup_name(shortUrl(token.baseUrl)),
		markup_text(userOf(token)),
		markup_name(token.expiry.tokenName),
		markup_name(token.owner),
	]
}
function drawFilter(filter, values) {
	const counts = Map.groupBy(values, (value) => value)
	const options = [...counts.keys()].toSorted((a, b) => a.localeCompare(b, 'en'))
	return html`<label>${FILTERS[filter]} <select name="${filter}" autocomplete="off">
<option value="">all</option>
${options.map((value) => html`<option value="=${value}">${value} (${counts.get(value)?.length ?? 0})</option>`)}
</select></label>`
}
function writeWatchPage(report, context) {
	const { tokens, list } = report
	const headline = headlineOf(report, context)
	const parts = [
		{ id: 'care', words: 'What needs care', part: drawCare(tokens, context) },
		{ id: 'next', words: 'The next to expire', part: timeline_drawTimeline(tokens, context.nowMs) },
		{ id: 'all', words: 'All tokens', part: drawTokens(tokens, context.nowMs) },
		{ id: 'tidy', words: 'Worth tidying up', part: drawAccounts(listAccounts(tokens)) },
	].filter(({ part }) => part !== NOTHING)
	return `${
		html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${writePolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${[headline, list].filter(Boolean).join(' \u00b7 ')}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
${defineIcons()}
<header>
<p class="eyebrow">${nameProducts(tokens)} tokens${list === '' ? NOTHING : html` \u00b7 ${markup_text(list)}`}</p>
<h1>${markup_text(headline)}</h1>
${page_drawFacts(report, context)}
${parts.length < 2 ? NOTHING : drawNavigation(parts)}
</header>
<main>
${parts.map(({ part }) => part)}
</main>
<footer><p>Written by jira-pat-check. Days are those of UTC, and days left are counted from when this page was written.</p></footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`.text
	}`
}
const hashOf = (source) => `'sha256-${(0, external_node_crypto_.createHash)('sha256').update(source).digest('base64')}'`
function nameProducts(tokens) {
	const names = new Set(tokens.map(({ product }) => product))
	return Object.values(allProducts)
		.flatMap(({ name, words }) => (names.has(name) ? words.product : []))
		.join(' \u00b7 ')
}
function drawNavigation(parts) {
	return html`<nav aria-label="On this page"><ul>
${parts.map(({ id, words }) => html`<li><a href="#${id}">${words}</a></li>`)}
</ul></nav>`
}
function writePolicy() {
	return [
		"default-src 'none'",
		`style-src ${hashOf(STYLE)}`,
		`script-src ${hashOf(SCRIPT)}`,
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ')
}
function page_drawFacts(report, context) {
	const { tokens, checkedAt } = report
	const checked = minuteOf(checkedAt)
	const sentences = [
		...listUnasked(tokens).map((sentence) => html`<p class="alert">${icon('unknown')}${sentence}</p>`),
		...[describeIssuesToFollow(context.issuesToFollow)].filter(Boolean).map((sentence) => html`<p>${sentence}</p>`),
	]
	const counts = tally(tokens)
	return html`${checked === '' ? NOTHING : html`<p class="checked">Checked <time datetime="${checkedAt}">${checked}</time></p>`}
${
	counts.length === 0
		? NOTHING
		: html`<ul class="tally" aria-label="How they stand">
${counts.map(({ kind, word, count }) => html`<li>${icon(kind)}<b>${count}</b> ${word}</li>`)}
</ul>
${drawStrip(counts, tokens.length)}`
}
${isWell(report, context) ? html`<p>Nobody has to do anything.</p>` : NOTHING}
${sentences}`
}
function drawStrip(counts, all) {
	let before = 0
	const parts = counts.map(({ kind, count }) => {
		const part = html`<rect class="${kind}" x="${before}" width="${count}" height="1"/>`
		before += count
		return part
	})
	return html`<svg class="strip" viewBox="0 0 ${all} 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`
}
function drawAccounts(accounts) {
	if (accounts.length === 0) return NOTHING
	return html`<section id="tidy" aria-labelledby="tidy-heading">
<h2 id="tidy-heading">Worth tidying up</h2>
<div class="sheet">
${accounts.map(
	({ user, server, advice }) => html`<h3>${markup_text(user)} <small>at ${markup_text(shortUrl(server))}</small></h3>
<ul>
${advice.map((line) => html`<li>${markup_text(line)}</li>`)}
</ul>`,
)}
</div>
</section>`
}
const CLASS_NAME = 'jira-pat-check'
function testSuite(cases, seconds) {
	const count = (mark) => cases.filter((text) => text.includes(mark)).length
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites><testsuite name="${CLASS_NAME}" tests="${cases.length}" failures="${count('<failure')}" errors="0" skipped="${count('<skipped')}" time="${seconds}">`,
		...cases,
		'</testsuite></testsuites>',
		'',
	].join('\n')
}
function testCase(name, seconds, content) {
	return `<testcase classname="${CLASS_NAME}" name="${xmlText(name)}" time="${seconds}">${content}</testcase>`
}
function failure(type, words) {
	return `<failure type="${xmlText(type)}" message="${xmlText(words.title)}">${xmlText(test_cases_textOf(words))}</failure>`
}
function skipped(words) {
	return `<skipped message="${xmlText(words.title)}">${xmlText(test_cases_textOf(words))}</skipped>`
}
function test_cases_textOf({ message, remedySteps = [] }) {
	return [message, ...remedySteps.map((step, index) => `${index + 1}. ${step}`)].join('\n')
}
function xmlText(text) {
	return text.replace(/[<>&"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
function formatWatchJunit({ list, tokens }, { problem, nowMs }, fails) {
	const ofAll =
		problem === null
			? []
			: [
					testCase(
						list === '' ? 'the list of tokens' : `the list of tokens ${list}`,
						0,
						failure('watch', { ...problem, remedySteps: problem.steps }),
					),
				]
	const seconds = tokens.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000
	const cases = tokens.map((token) =>
		testCase(junit_nameOf(token), token.durationMs / 1000, contentOf(token, nowMs, fails)),
	)
	return testSuite([...ofAll, ...cases], seconds)
}
function junit_nameOf({ secret, baseUrl }) {
	return baseUrl === null ? secret : `${secret} at ${baseUrl}`
}
function contentOf(token, nowMs, fails) {
	const isFailure = fails(token)
	if (!isFailure && !needsCare(token)) return ''
	const { word } = signOf(token)
	const words = {
		title: `${word}: ${token.title}`,
		message: [`Owner: ${ownerOf(token)}. Act by: ${dueOf(token, nowMs).day}.`, messageOf(token)]
			.filter(Boolean)
			.join(' '),
		remedySteps: token.steps,
	}
	return isFailure ? failure(token.expiryState ?? token.reason, words) : skipped(words)
}
function formatMetrics({ tokens, checkedAt }) {
	if (tokens.length === 0) return undefined
	const watchedAt = secondsOf(checkedAt)
	return [
		...family('jira_token_result', 'What the watch says of a token: 1 beside the result that it has.', [
			...tokens.map((token) => sample({ ...labelsOf(token), result: token.result }, 1)),
		]),
		...family('jira_token_expires_timestamp_seconds', 'When a token expires, or the first that it may be.', [
			...tokens.flatMap((token) => {
				const at = token.expiry.expiresAt === null ? undefined : secondsOf(token.expiry.expiresAt)
				return at === undefined ? [] : [sample(labelsOf(token), at)]
			}),
		]),
		...family('jira_token_check_duration_seconds', 'How long it took to check a token.', [
			...tokens.filter(({ asked }) => asked).map((token) => sample(labelsOf(token), token.durationMs / 1000)),
		]),
		...family('jira_token_watch_timestamp_seconds', 'When the tokens were watched last.', [
			...(watchedAt === undefined ? [] : [` ${watchedAt}`]),
		]),
		'# EOF',
		'',
	].join('\n')
}
function labelsOf({ secret, product, baseUrl, expiry }) {
	return { secret, product, server: baseUrl ?? '', token_name: expiry.tokenName }
}
function family(name, help, samples) {
	if (samples.length === 0) return []
	return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...samples.map((rest) => `${name}${rest}`)]
}
function sample(labels, value) {
	const pairs = Object.entries(labels).map(([name, text]) => `${name}="${labelText(text)}"`)
	return `{${pairs.join(',')}} ${value}`
}
function labelText(text) {
	return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
function secondsOf(text) {
	const at = Date.parse(text)
	return Number.isFinite(at) ? at / 1000 : undefined
}
const cell_MAX_LENGTH = 80
function cell(text) {
	return markdownText(plainText(text, (line) => line, cell_MAX_LENGTH))
}
function takeWhatFits(blocks, maxBytes) {
	let bytes = 0
	const count = blocks.findIndex((block) => {
		bytes += Buffer.byteLength(block) + 2
		return bytes > maxBytes
	})
	const shown = count < 0 ? blocks : blocks.slice(0, count)
	return { shown, left: blocks.length - shown.length }
}
function foldAway(words, blocks) {
	return [`<details><summary>${words}</summary>`, ...blocks, '</details>']
}
const OPEN_BLOCKS = 20
const OPEN_ROWS = 25
const MAX_ROWS = 250
function care_blocks_drawCare(cares, context, maxBytes) {
	const { shown, left } = takeWhatFits(
		cares.map((care) => care_blocks_drawOne(care, context)),
		maxBytes,
	)
	const folded = shown.slice(OPEN_BLOCKS)
	const missing = cares.slice(shown.length).reduce((sum, { tokens }) => sum + tokens.length, 0)
	return [
		...shown.slice(0, OPEN_BLOCKS),
		...(folded.length === 0 ? [] : foldAway(`${folded.length} more that need care`, folded)),
		...(left === 0
			? []
			: [
					`**${countMoreTokens(missing)} ${missing === 1 ? 'needs' : 'need'} care, for which there is no room here; the whole report has them.**`,
				]),
	]
}
function care_blocks_drawOne({ kind, title, message, steps, reason, server, tokens }, context) {
	const [only] = tokens
	const whose = tokens.length === 1 && only !== undefined ? cell(only.secret) : countTokens(tokens.length)
	const place = server === '' ? '' : ` \u00b7 ${markdownText(shortUrl(server))}`
	const list = steps.map((step, index) => `${index + 1}. ${markdownText(step)}`)
	return [
		`#### ${KIND_ICONS[kind]} ${whose}: ${markdownText(title)}${place}`,
		...(message === '' ? [] : [markdownText(message)]),
		...(list.length === 0 ? [] : [list.join('\n')]),
		...drawCareList(tokens, context.nowMs),
		...(reason === 'authenticated' ? [] : [`[About \`${reason}\`](${context.documentationOf(reason)})`]),
	].join('\n\n')
}
function drawCareList(tokens, nowMs) {
	const who = listWho(tokens.slice(0, MAX_ROWS), nowMs)
	const rows = who.rows.map(({ secret, isAsked, values: [day = '', ...others] }) => [
		`${cell(secret)}${isAsked ? '' : ' (not asked)'}`,
		`**${cell(day)}**`,
		...others.map(cell),
	])
	const draw = (some) => table_table(['Token', ...who.names], some)
	const folded = rows.slice(OPEN_ROWS)
	return [
		draw(rows.slice(0, OPEN_ROWS)),
		...(folded.length === 0 ? [] : foldAway(countMoreTokens(folded.length), [draw(folded)])),
		...(tokens.length > rows.length ? [`\u2026 and ${countMoreTokens(tokens.length - rows.length)}.`] : []),
	]
}
const token_table_OPEN_ROWS = 50
const token_table_HEADER = ['Token', 'State', 'Expires', 'Server, user, token name', 'Owner']
function token_table_drawTokens(tokens, nowMs, maxBytes) {
	const rows = inOrder(tokens, nowMs).map((token) => rowOf(token, nowMs))
	const { shown, left } = takeWhatFits(
		rows.map((row) => row.join(' | ')),
		maxBytes,
	)
	const open = rows.slice(0, Math.min(token_table_OPEN_ROWS, shown.length))
	const folded = rows.slice(open.length, shown.length)
	return [
		table_table(token_table_HEADER, open),
		...(folded.length === 0 ? [] : foldAway(countMoreTokens(folded.length), [table_table(token_table_HEADER, folded)])),
		...(left === 0
			? []
			: [`\u2026 and ${countMoreTokens(left)}, for which there is no room here; the whole report has them.`]),
	]
}
function rowOf(token, nowMs) {
	const { kind, word } = signOf(token)
	const { day, left } = expiry_expiryOf(token, nowMs)
	const { tokenName } = token.expiry
	return [
		cell(token.secret),
		`${KIND_ICONS[kind]}&nbsp;${word.replaceAll(' ', '&nbsp;')}`,
		lines(day, left.replaceAll(' ', '&nbsp;')),
		lines(
			cell(shortUrl(token.baseUrl)),
			[cell(userOf(token)), tokenName === '' ? '' : `\u201c${cell(tokenName)}\u201d`].filter(Boolean).join(' \u00b7 '),
		),
		cell(token.owner),
	]
}
function lines(...parts) {
	return parts.filter(Boolean).join('<br>')
}
const summary_MAX_BYTES = { care: 400_000, tokens: 400_000, accounts: 100_000 }
const PROBLEM_ICON = KIND_ICONS.refused
const summary_MAX_DAYS = 366
const OPEN_ACCOUNTS = 10
function writeWatchSummary(report, context) {
	const { tokens } = report
	const { problem, htmlPage, nowMs } = context
	const checked = minuteOf(report.checkedAt)
	const facts = [
		...(checked === '' ? [] : [`Checked ${checked}`]),
		...(report.list === '' ? [] : [`list ${markdownText(report.list)}`]),
		...tally(tokens).map(({ kind, word, count }) => [KIND_ICONS[kind], count, ...word.split(' ')].join('&nbsp;')),
	]
	const notes = [
		...listUnasked(tokens).map((sentence) => `${KIND_ICONS.unknown} **${sentence}**`),
		describeIssuesToFollow(context.issuesToFollow),
		htmlPage === '' ? '' : `The same as a page to sort and filter: ${markdownText(htmlPage)}`,
	].filter(Boolean)
	const isSaid = standsForAll(context, tokens)
	const care = isSaid
		? drawCareList(tokens, nowMs)
		: care_blocks_drawCare(listCare(tokens, nowMs), context, summary_MAX_BYTES.care)
	return [
		`## ${iconOf(report, context)} ${markdownText(headlineOf(report, context))}`,
		facts.join(' \u00b7 '),
		...notes,
		...(problem === null ? [] : drawProblem(problem, tokens.length > 0)),
		...(care.length === 0 ? [] : [...(isSaid ? [] : ['### What needs care']), ...care]),
		...(tokens.length === 0
			? []
			: ['### All tokens', ...token_table_drawTokens(tokens, nowMs, summary_MAX_BYTES.tokens)]),
		...summary_drawTimeline(report, nowMs),
		...summary_drawAccounts(listAccounts(tokens)),
		'',
	].join('\n\n')
}
function iconOf({ tokens }, { problem }) {
	if (problem !== null) return PROBLEM_ICON
	return KIND_ICONS[order_worstOf(tokens)]
}
function drawProblem({ title, message, steps }, hasTitle) {
	const list = steps.map((step, index) => `${index + 1}. ${markdownText(step)}`)
	return [
		...(hasTitle ? [`### ${PROBLEM_ICON} ${markdownText(title)}`] : []),
		markdownText(message),
		...(list.length === 0 ? [] : [list.join('\n')]),
	]
}
function summary_drawTimeline({ tokens }, nowMs) {
	const { shown, more } = soonest(tokens, nowMs)
	if (shown.length === 0) return []
	const bars = shown.map((token) => {
		const { at, left } = expiry_expiryOf(token, nowMs)
		return {
			label: labelBar(token.secret, left),
			days: Math.min((at - nowMs) / DAY_MS, summary_MAX_DAYS),
			isCritical: needsCare(token),
		}
	})
	return [
		'### The next to expire',
		drawGantt(bars, [], nowMs),
		...(more === 0 ? [] : [`\u2026 and ${more} more, none of which expires earlier.`]),
	]
}
function summary_drawAccounts(accounts) {
	if (accounts.length === 0) return []
	const blocks = accounts.map(({ user, server, advice }) =>
		[
			`- ${markdownText(user)} at ${markdownText(shortUrl(server))}`,
			...advice.map((line) => `  - ${markdownText(line)}`),
		].join('\n'),
	)
	const { shown, left } = takeWhatFits(blocks, summary_MAX_BYTES.accounts)
	const folded = shown.slice(OPEN_ACCOUNTS)
	return [
		'### Worth tidying up',
		shown.slice(0, OPEN_ACCOUNTS).join('\n'),
		...(folded.length === 0 ? [] : foldAway(`${folded.length} more accounts`, [folded.join('\n')])),
		...(left === 0 ? [] : [`\u2026 and ${left} more accounts, for which there is no room here; the whole report has them.`]),
	]
}
const getCodePointsLength = (() => {
	const SURROGATE_PAIR_RE = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g
	return (input) => {
		let surrogatePairsNr = 0
		SURROGATE_PAIR_RE.lastIndex = 0
		while (SURROGATE_PAIR_RE.test(input)) {
			surrogatePairsNr += 1
		}
		return input.length - surrogatePairsNr
	}
})()
const isFullWidth = (x) => {
	return x === 0x3000 || (x >= 0xff01 && x <= 0xff60) || (x >= 0xffe0 && x <= 0xffe6)
}
const isWideNotCJKTNotEmoji = (x) => {
	return (
		x === 0x231b ||
		x === 0x2329 ||
		(x >= 0x2ff0 && x <= 0x2fff) ||
		(x >= 0x3001 && x <= 0x303e) ||
		(x >= 0x3099 && x <= 0x30ff) ||
		(x >= 0x3105 && x <= 0x312f) ||
		(x >= 0x3131 && x <= 0x318e) ||
		(x >= 0x3190 && x <= 0x31e3) ||
		(x >= 0x31ef && x <= 0x321e) ||
		(x >= 0x3220 && x <= 0x3247) ||
		(x >= 0x3250 && x <= 0x4dbf) ||
		(x >= 0xfe10 && x <= 0xfe19) ||
		(x >= 0xfe30 && x <= 0xfe52) ||
		(x >= 0xfe54 && x <= 0xfe66) ||
		(x >= 0xfe68 && x <= 0xfe6b) ||
		(x >= 0x1f200 && x <= 0x1f202) ||
		(x >= 0x1f210 && x <= 0x1f23b) ||
		(x >= 0x1f240 && x <= 0x1f248) ||
		(x >= 0x20000 && x <= 0x2fffd) ||
		(x >= 0x30000 && x <= 0x3fffd)
	)
}
const ANSI_RE =
	/[\u001b\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]|\u001b\]8;[^;]*;.*?(?:\u0007|\u001b\u005c)/y
const CONTROL_RE = /[\x00-\x08\x0A-\x1F\x7F-\x9F]{1,1000}/y
const CJKT_WIDE_RE =
	/(?:(?![\uFF61-\uFF9F\uFF00-\uFFEF])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tangut}]){1,1000}/uy
const TAB_RE = /\t{1,1000}/y
const EMOJI_RE =
	/[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?))*/uy
const LATIN_RE = /(?:[\x20-\x7E\xA0-\xFF](?!\uFE0F)){1,1000}/y
const MODIFIER_RE = /\p{M}+/gu
const NO_TRUNCATION = { limit: Infinity, ellipsis: '' }
const getStringTruncatedWidth = (input, truncationOptions = {}, widthOptions = {}) => {
	const LIMIT = truncationOptions.limit ?? Infinity
	const ELLIPSIS = truncationOptions.ellipsis ?? ''
	const ELLIPSIS_WIDTH =
		truncationOptions?.ellipsisWidth ??
		(ELLIPSIS ? getStringTruncatedWidth(ELLIPSIS, NO_TRUNCATION, widthOptions).width : 0)
	const ANSI_WIDTH = 0
	const CONTROL_WIDTH = widthOptions.controlWidth ?? 0
	const TAB_WIDTH = widthOptions.tabWidth ?? 8
	const EMOJI_WIDTH = widthOptions.emojiWidth ?? 2
	const FULL_WIDTH_WIDTH = 2
	const REGULAR_WIDTH = widthOptions.regularWidth ?? 1
	const WIDE_WIDTH = widthOptions.wideWidth ?? FULL_WIDTH_WIDTH
	const PARSE_BLOCKS = [
		[LATIN_RE, REGULAR_WIDTH],
		[ANSI_RE, ANSI_WIDTH],
		[CONTROL_RE, CONTROL_WIDTH],
		[TAB_RE, TAB_WIDTH],
		[EMOJI_RE, EMOJI_WIDTH],
		[CJKT_WIDE_RE, WIDE_WIDTH],
	]
	let indexPrev = 0
	let index = 0
	let length = input.length
	let lengthExtra = 0
	let truncationEnabled = false
	let truncationIndex = length
	let truncationLimit = Math.max(0, LIMIT - ELLIPSIS_WIDTH)
	let unmatchedStart = 0
	let unmatchedEnd = 0
	let width = 0
	let widthExtra = 0
	outer: while (true) {
		if (unmatchedEnd > unmatchedStart || (index >= length && index > indexPrev)) {
			const unmatched = input.slice(unmatchedStart, unmatchedEnd) || input.slice(indexPrev, index)
			lengthExtra = 0
			for (const char of unmatched.replaceAll(MODIFIER_RE, '')) {
				const codePoint = char.codePointAt(0) || 0
				if (isFullWidth(codePoint)) {
					widthExtra = FULL_WIDTH_WIDTH
				} else if (isWideNotCJKTNotEmoji(codePoint)) {
					widthExtra = WIDE_WIDTH
				} else {
					widthExtra = REGULAR_WIDTH
				}
				if (width + widthExtra > truncationLimit) {
					truncationIndex = Math.min(truncationIndex, Math.max(unmatchedStart, indexPrev) + lengthExtra)
				}
				if (width + widthExtra > LIMIT) {
					truncationEnabled = true
					break outer
				}
				lengthExtra += char.length
				width += widthExtra
			}
			unmatchedStart = unmatchedEnd = 0
		}
		if (index >= length) {
			break outer
		}
		for (let i = 0, l = PARSE_BLOCKS.length; i < l; i++) {
			const [BLOCK_RE, BLOCK_WIDTH] = PARSE_BLOCKS[i]
			BLOCK_RE.lastIndex = index
			if (BLOCK_RE.test(input)) {
				lengthExtra =
					BLOCK_RE === CJKT_WIDE_RE
						? getCodePointsLength(input.slice(index, BLOCK_RE.lastIndex))
						: BLOCK_RE === EMOJI_RE
							? 1
							: BLOCK_RE.lastIndex - index
				widthExtra = lengthExtra * BLOCK_WIDTH
				if (width + widthExtra > truncationLimit) {
					truncationIndex = Math.min(truncationIndex, index + Math.floor((truncationLimit - width) / BLOCK_WIDTH))
				}
				if (width + widthExtra > LIMIT) {
					truncationEnabled = true
					break outer
				}
				width += widthExtra
				unmatchedStart = indexPrev
				unmatchedEnd = index
				index = indexPrev = BLOCK_RE.lastIndex
				continue outer
			}
		}
		index += 1
	}
	return {
		width: truncationEnabled ? truncationLimit : width,
		index: truncationEnabled ? truncationIndex : length,
		truncated: truncationEnabled,
		ellipsed: truncationEnabled && LIMIT >= ELLIPSIS_WIDTH,
	}
}
const dist = getStringTruncatedWidth
const GAP = '  '
function widthOf(text) {
	return dist(text).width
}
function cutToWidth(text, width) {
	if (widthOf(text) <= width) return text
	const characters = Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)
	let shown = ''
	for (const character of characters) {
		if (widthOf(shown + character) + 1 > width) break
		shown += character
	}
	return `${shown}\u2026`
}
function layOut(columns, rows, maxWidth) {
	const header = columns.map(({ name }) => name)
	const widths = header.map((name, index) => Math.max(widthOf(name), ...rows.map((row) => widthOf(row[index] ?? ''))))
	const room = maxWidth - GAP.length * (header.length - 1)
	while (widths.reduce((sum, width) => sum + width, 0) > room) {
		const spare = widths.map((width, index) => width - (columns[index]?.minWidth ?? width))
		const most = Math.max(...spare)
		if (most <= 0) break
		const index = spare.indexOf(most)
		widths[index] = (widths[index] ?? 0) - 1
	}
	return [header, ...rows].map((row) =>
		row.map((text, index) => {
			const width = widths[index] ?? 0
			const shown = cutToWidth(text, width)
			return index === row.length - 1 ? shown : `${shown}${' '.repeat(width - widthOf(shown))}${GAP}`
		}),
	)
}
const terminal_COLUMNS = 80
const terminal_MAX_STEPS = 3
const MAX_NAMES = 5
const SIGNS = { refused: '\u2717', misconfigured: '!', unknown: '?', soon: '~', well: '\u2713' }
const terminal_COLOURS = {
	refused: RED,
	misconfigured: RED,
	unknown: RED,
	soon: YELLOW,
	well: GREEN,
}
const TABLE = [
	{ name: 'STATE' },
	{ name: 'TOKEN', minWidth: 24 },
	{ name: 'EXPIRES' },
	{ name: 'SERVER', minWidth: 10 },
	{ name: 'OWNER', minWidth: 10 },
]
function writeTerminal(report, context, isColoured) {
	const paint = createPaint(isColoured)
	const say = (text, indent = '') => wrap(text, terminal_COLUMNS, indent, widthOf)
	const { tokens } = report
	const { problem, nowMs, htmlPage } = context
	const checked = [minuteOf(report.checkedAt), report.list].filter(Boolean).join(', ')
	const ofAll =
		problem === null
			? []
			: [
					'',
					...(tokens.length === 0 ? [] : [paint(say(problem.title), RED)]),
					say(problem.message),
					...stepsOf(problem.steps, say),
				]
	const cares = standsForAll(context, tokens) ? [] : listCare(tokens, nowMs)
	const advice = listAccounts(tokens).flatMap((account) => [
		say(`${account.user}, ${shortUrl(account.server)}`, '  '),
		...account.advice.map((line) => say(`  - ${line}`, '    ')),
	])
	return [
		paint(say(headlineOf(report, context)), problem === null ? terminal_COLOURS[order_worstOf(tokens)] : RED),
		...(checked === '' ? [] : [say(`Checked ${checked}`)]),
		...ofAll,
		...(tokens.length === 0 ? [] : ['', ...terminal_drawTable(report, nowMs, paint)]),
		...(cares.length === 0 ? [] : ['', 'What to do', ...cares.flatMap((care) => sayCare(care, nowMs, say))]),
		...listUnasked(tokens).map((sentence) => say(sentence)),
		...(advice.length === 0 ? [] : ['', 'Worth tidying up', ...advice]),
		...[describeIssuesToFollow(context.issuesToFollow), htmlPage === '' ? '' : `Page: ${htmlPage}`]
			.filter(Boolean)
			.map((line) => say(line)),
		'',
	].join('\n')
}
function terminal_drawTable({ tokens }, nowMs, paint) {
	const ordered = inOrder(tokens, nowMs)
	const rows = ordered.map((token) => {
		const { kind, word } = signOf(token)
		const { day } = expiry_expiryOf(token, nowMs)
		return [`${SIGNS[kind]} ${word}`, token.secret, day, shortUrl(token.baseUrl), token.owner]
	})
	const [header = [], ...lines] = layOut(TABLE, rows, terminal_COLUMNS)
	return [
		header.join(''),
		...lines.map(([state = '', ...rest], index) => {
			const token = ordered[index]
			const colour = token === undefined ? RED : terminal_COLOURS[signOf(token).kind]
			return `${paint(state.trimEnd(), colour)}${' '.repeat(state.length - state.trimEnd().length)}${rest.join('')}`.trimEnd()
		}),
	]
}
function sayCare({ kind, title, message, steps, server, tokens }, nowMs, say) {
	const names = tokens.slice(0, MAX_NAMES).map((token) => {
		const user = userOf(token)
		return `${token.secret} (${[ownerOf(token), user, dueOf(token, nowMs).day].filter(Boolean).join(', ')})`
	})
	const more = tokens.length > MAX_NAMES ? [`and ${tokens.length - MAX_NAMES} more`] : []
	const place = server === '' ? '' : `, ${shortUrl(server)}`
	return [
		say(`${SIGNS[kind]} ${title}${place}`, '  '),
		say(`  ${[...names, ...more].join(', ')}`, '  '),
		...(message === '' ? [] : [say(`  ${message}`, '  ')]),
		...stepsOf(steps, say),
	]
}
function stepsOf(steps, say) {
	return steps.slice(0, terminal_MAX_STEPS).map((step, index) => say(`  ${index + 1}. ${step}`, '     '))
}
const FOR_ALL = 0o644
function writeFiles({ writeFile, nameOf }, files, formats) {
	const names = ['html', 'junit', 'metrics', 'report-path']
	const unwritten = names.flatMap((name) => {
		const path = files[name]
		const text = path === '' ? undefined : formats[name]()
		const problem = text === undefined ? undefined : writeFile(path, text, name === 'metrics' ? FOR_ALL : undefined)
		if (problem === undefined) return []
		const words = `The file of ${nameOf(name)} cannot be written (${problem}), so that whoever reads it finds an old one or none. Check that its folder exists before this runs, and may be written to.`
		return [[name, words]]
	})
	return new Map(unwritten)
}
function writeReportFile({ writeFile, log }, environment, report) {
	const folder = environment['RUNNER_TEMP']
	if (!folder) return ''
	const path = (0, external_node_path_namespaceObject.join)(
		folder,
		`jira-token-watch-${(0, external_node_crypto_.randomUUID)()}.json`,
	)
	const problem = writeFile(path, formatReport(report))
	if (problem === undefined) return path
	log(`The file with the whole report cannot be written (${problem}).`)
	return ''
}
function formatReport(report) {
	return `${JSON.stringify(report, null, 2)}\n`
}
function tell_tell(night, { warnings, issuesToFollow }, options) {
	const { runner, environment, inputs, redactor, nowMs } = options
	const { report, problem, isWhole } = night
	const { failOn, files, jobSummary } = inputs
	const contextOfFile = {
		nowMs,
		problem,
		issuesToFollow,
		htmlPage: '',
		documentationOf: (reason) => documentationUrl(reason, environment),
	}
	const fails = (token) => failingOf(token, failOn) !== null
	const broken = []
	const attempt = (what, make, otherwise) => {
		try {
			return make()
		} catch (error) {
			const detail = describeBug(error)
			broken.push(plainText(`The watch failed to make ${what} (${detail}).`, redactor.redactLong))
			return otherwise
		}
	}
	const reportFile = writeReportFile(runner, environment, report)
	const page =
		files.html === '' ? undefined : attempt('the page', () => writeWatchPage(report, contextOfFile), undefined)
	const unwritten = writeFiles(runner, files, {
		html: () => page,
		junit: () => attempt('the JUnit file', () => formatWatchJunit(report, contextOfFile, fails), undefined),
		metrics: () => attempt('the metrics', () => (isWhole ? formatMetrics(report) : undefined), undefined),
		'report-path': () => formatReport(report),
	})
	const hasPage = page !== undefined && files.html !== '-' && !unwritten.has('html')
	const context = { ...contextOfFile, htmlPage: hasPage ? plainText(files.html, redactor.redactLong) : '' }
	const summary = jobSummary
		? attempt('the summary', () => writeWatchSummary(report, context), bareSummary(report))
		: undefined
	const where = jobSummary ? 'the job summary' : ''
	const lines = attempt('the table', () => writeTerminal(report, context, false), '')
	const beside = () => [
		...[...broken, ...unwritten.values()].map((message) => ({
			level: 'error',
			title: 'Not all could be told',
			message,
		})),
		...warnings.map((message) => ({ level: 'warning', title: 'Issues', message })),
	]
	const listed = attempt(
		'the annotations',
		() => annotations_listAnnotations(report, context, fails, where, beside()),
		undefined,
	)
	const annotations = listed ?? beside()
	const failures = [...broken, ...unwritten.values()]
	const problems = [problem?.result ?? null, failures.length > 0 ? 'unknown' : null]
	const publication = {
		outputs: listWatchOutputs({ report, isWhole, problem: worstOf(problems), reportFile, nowMs }),
		annotations: annotations.map(({ level, title, message }) => ({ level, title, text: message })),
		summary,
		terminal: (_columns, isColoured) => [
			...attempt('the table', () => writeTerminal(report, context, isColoured), lines)
				.trimEnd()
				.split('\n'),
			...failures,
			...warnings,
		],
		failing: worstOf([...problems, ...report.tokens.map((token) => failingOf(token, failOn))]),
	}
	if (runner.readEvent() !== undefined) runner.log(`${headlineOf(report, context)}.`)
	return runner.publish(publication)
}
function bareSummary({ tokens }) {
	const lines = tokens.map(({ secret, reason, expiryState }) => `- ${markdownText(secret)}: ${expiryState ?? reason}`)
	return ['## The page of these tokens could not be made', lines.join('\n'), ''].join('\n\n')
}
function tellTooOld(found, runner, nowMs) {
	const words = { redactor: createRedactor([]), nameOf: runner.nameOf, nowMs }
	const { title, message, steps } = night_problemOf(found, words)
	return runner.publish({
		outputs: [
			['result', 'misconfigured'],
			['needs-care', ''],
			['checked', '0'],
		],
		annotations: [{ level: 'error', title, text: formatAnnotation(message, steps, null, '') }],
		summary: undefined,
		terminal: () => [title, message, ...steps],
		failing: 'misconfigured',
	})
}
function parseIssue(value) {
	if (!isObject(value)) return undefined
	const field = (name) => value[name]
	const number = field('number')
	const createdAtMs = parseTime(field('created_at'))
	if (typeof number !== 'number' || createdAtMs === undefined) return undefined
	if (isObject(field('pull_request'))) return 'pull-request'
	return {
		number,
		url: parseUrl(field('html_url')),
		body: issue_textOf(field('body')),
		authorId: issue_idOf(field('user')),
		isOpen: field('state') === 'open',
		stateReason: issue_textOf(field('state_reason')),
		createdAtMs,
		closedAtMs: parseTime(field('closed_at')),
		labels: issue_listOf(field('labels')).flatMap((label) =>
			isObject(label) ? issue_textOf(label['name']) : issue_textOf(label),
		),
		assignees: issue_listOf(field('assignees')).flatMap((user) => (isObject(user) ? issue_textOf(user['login']) : [])),
		comments: Number(field('comments')) || 0,
	}
}
function parseComment(value) {
	return isObject(value) && Object.hasOwn(value, 'body')
		? { authorId: issue_idOf(value['user']), body: issue_textOf(value['body']) }
		: undefined
}
function issue_textOf(value) {
	return typeof value === 'string' ? value : ''
}
function issue_listOf(value) {
	return Array.isArray(value) ? value : []
}
function issue_idOf(user) {
	const id = isObject(user) ? user['id'] : undefined
	return typeof id === 'number' ? id : undefined
}
function parseTime(value) {
	const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
	return Number.isNaN(ms) ? undefined : ms
}
function parseUrl(value) {
	const url = URL.parse(issue_textOf(value))
	return url !== null && /^https?:$/.test(url.protocol) ? url.href : ''
}
const NO_TIME = { kind: 'refusal', why: 'no-time', status: undefined, detail: '' }
function isRefusal(value) {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refusal'
}
function toRefusal(outcome) {
	if (outcome.kind === 'no-answer') {
		const { mayHaveActed, proxyStatusCode, code } = outcome
		return { kind: 'refusal', why: mayHaveActed ? 'unclear' : 'unreached', status: proxyStatusCode, detail: code }
	}
	const { statusCode, limitedMs, json } = outcome
	const detail = isObject(json) ? textOf(json, 'message') : ''
	return { kind: 'refusal', why: limitedMs !== undefined ? 'limit' : whyOf(statusCode), status: statusCode, detail }
}
function whyOf(status) {
	const isClear = status >= 300 && status < 500 && status !== 408 && status !== 425
	return isClear ? 'refused' : 'unclear'
}
const issues_MAX_PAGES = 100
const MIN_WRITE_MS = 1_000
const MAX_WRITE_MS = 10_000
function createIssues(github, repository, clock, deadlineMs) {
	const base = `/repos/${repository}`
	const leftMs = () => deadlineMs - clock.monotonicMs()
	async function read(path, parse) {
		if (leftMs() <= 0) return NO_TIME
		const outcome = await github.send({ method: 'GET', path: `${base}${path}` }, leftMs())
		const value = outcome.kind === 'answer' ? parse(outcome) : undefined
		return value ?? toRefusal(outcome)
	}
	async function readPages(path, parse) {
		if (leftMs() <= 0) return NO_TIME
		const itemsOf = (json) =>
			Array.isArray(json) && json.every((item) => parse(item) !== undefined) ? json : undefined
		const list = { path: `${base}${path}`, itemsOf, maxPages: issues_MAX_PAGES }
		const pages = await getPages(github, list, clock, leftMs())
		if (pages.kind === 'failed') return toRefusal(pages.outcome)
		if (!pages.isComplete) return { ...NO_TIME, why: 'refused', detail: `more than ${issues_MAX_PAGES} pages` }
		return pages.items.flatMap((item) => parse(item) ?? [])
	}
	async function write(request, parse) {
		while (leftMs() >= MIN_WRITE_MS) {
			const outcome = await github.send(request, Math.min(MAX_WRITE_MS, leftMs()))
			if (outcome.kind === 'no-answer') return toRefusal(outcome)
			const value = parse(outcome)
			if (value !== undefined) return value
			const { limitedMs, retryAfterMs } = outcome
			if (limitedMs === undefined || retryAfterMs === undefined || retryAfterMs > leftMs() - MIN_WRITE_MS) {
				return toRefusal(outcome)
			}
			await sleep(clock, retryAfterMs)
		}
		return NO_TIME
	}
	const parseListed = (item) => parseIssue(item)
	return {
		async list(label, since) {
			const state = since === undefined ? { state: 'open' } : { state: 'closed', since }
			const asked = { labels: label, ...state, sort: 'created', direction: 'asc', per_page: '100' }
			const found = await readPages(`/issues?${new URLSearchParams(asked)}`, parseListed)
			return isRefusal(found) ? found : found.filter((issue) => issue !== 'pull-request')
		},
		get: (number) => read(`/issues/${number}`, issueWith(200, number)),
		comments: (number) => readPages(`/issues/${number}/comments?per_page=100`, parseComment),
		create: (body) => write({ method: 'POST', path: `${base}/issues`, body }, issueWith(201)),
		comment: (number, body) =>
			write({ method: 'POST', path: `${base}/issues/${number}/comments`, body: { body } }, ({ statusCode, json }) =>
				statusCode === 201 && parseComment(json) !== undefined ? 'done' : undefined,
			),
		async update(number, body) {
			const changed = await write({ method: 'PATCH', path: `${base}/issues/${number}`, body }, issueWith(200, number))
			return isRefusal(changed) ? changed : 'done'
		},
		async isAssignable(login) {
			const path = `/assignees/${encodeURIComponent(login)}`
			const known = await read(path, ({ statusCode }) => ({ 204: 'yes', 404: 'no' })[statusCode])
			return isRefusal(known) ? known : known === 'yes'
		},
		defaultBranch: () =>
			read('', ({ statusCode, json }) =>
				statusCode === 200 && isObject(json) ? textOf(json, 'default_branch') || undefined : undefined,
			),
	}
}
function issueWith(status, number) {
	return ({ statusCode, json }) => {
		const issue = statusCode === status ? parseIssue(json) : undefined
		return issue === 'pull-request' || (number !== undefined && issue?.number !== number) ? undefined : issue
	}
}
const code_MAX_LENGTH = 1_000
const code_CUT_MARK = '\u2026'
function code(text) {
	const characters = Array.from(
		wellFormed(text)
			.replace(/[\p{Cc}\p{Z}]+/gu, ' ')
			.trim(),
	)
	const line =
		characters.length > code_MAX_LENGTH
			? `${characters.slice(0, code_MAX_LENGTH).join('')}${code_CUT_MARK}`
			: characters.join('')
	if (line === '') return '\u2013'
	const longestRun = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length))
	const fence = '`'.repeat(longestRun + 1)
	const pad = longestRun > 0 ? ' ' : ''
	return `${fence}${pad}${line.replace(/@\u200B?/g, '@\u200B')}${pad}${fence}`
}
function state_words_describeState(subject, state) {
	const [token] = subject.tokens
	switch (state) {
		case 'unsound':
			return `The list ${code(subject.name)} cannot be used, so that none of its tokens is checked.`
		case 'no-secrets':
			return `Every secret of the list ${code(subject.name)} is empty or missing, so that none of its tokens is checked.`
		case 'incomplete':
			return `Not every token of the list ${code(subject.name)} could be checked.`
		case 'down':
			return `Tokens at ${code(subject.name)} cannot be checked.`
		case 'expiring':
			return `The token in ${code(subject.name)} expires soon${onDay(token)}${token?.hasRotationStopped ? ', and its rotation has stopped' : ''}.`
		case 'expired':
			return `The token that the list names for ${code(subject.name)} has expired${onDay(token)}; what is in the secret still works.`
		case 'ambiguous':
			return `A token of the account in ${code(subject.name)} expires soon${onDay(token)}, and it is not known whether it is this one.`
		case 'expiry-unknown':
			return `It is not known when the token in ${code(subject.name)} expires.`
		default:
			return `The token in ${code(subject.name)} needs care: ${code(token?.title ?? state)}.`
	}
}
function onDay(token) {
	const expiresAt = token?.expiry.expiresAt ?? null
	return expiresAt === null || Number.isNaN(Date.parse(expiresAt)) ? '' : `, on ${dayOf(Date.parse(expiresAt))}`
}
const MAX_TITLE_LENGTH = 256
const MAX_BODY_LENGTH = 65_536
const issue_text_MAX_STEPS = 20
const CARE =
	'jira-pat-check keeps this text up to date, leaves alone what people write before and after it, and closes the issue when ' +
	'all is well again. Close it as *not planned*, and nothing more is said until the state changes.'
function issue_text_titleOf({ kind, name }) {
	const [before, after] = issue_text_TITLES[kind]
	const longest = MAX_TITLE_LENGTH - before.length - after.length
	const shown = code(name)
	const bare = Array.from(name.replace(/[`@]/g, ''))
	return `${before}${shown.length <= longest ? shown : code(`${bare.slice(0, longest / 2 - 2).join('')}\u2026`)}${after}`
}
const issue_text_TITLES = {
	token: ['The token in ', ' needs care'],
	server: ['Tokens at ', ' cannot be checked'],
	list: ['The list of tokens ', ' cannot be checked as a whole'],
}
const BARE_TEXT = 'jira-pat-check will say here in a moment what this is about.\n'
function textOfLoser(winner) {
	return `This goes on in #${winner}.`
}
function ownerLineOf({ owner }) {
	return `- Owner: ${owner === '' ? 'the list names nobody' : code(owner)}`
}
function issue_text_textOf(subject, maxLength) {
	const { seen, tokens } = subject
	const [token] = tokens
	if (seen === 'well')
		return issue_text_cut([`All is well with ${code(subject.name)}.`, ...wellFactsOf(token)], maxLength)
	if (typeof seen === 'string') return ''
	const head = [state_words_describeState(subject, seen.state), '']
	if (subject.kind === 'token' && token !== undefined) {
		return issue_text_cut(
			[...head, ...issue_text_factsOf(token), '', ...issue_text_stepsOf(token.steps), CARE],
			maxLength,
		)
	}
	const what = subject.unsound === undefined ? [] : [`What was found: ${code(subject.unsound)}`, '']
	const steps =
		subject.kind === 'server'
			? issue_text_stepsOf(token?.steps ?? [])
			: issue_text_stepsOf(STEPS_OF_LIST[seen.state] ?? [], true)
	const those =
		tokens.length === 0 ? [] : ['', 'Tokens that are waiting for it:', '', ...tokens.map(issue_text_describeToken)]
	return issue_text_cut([...head, ...what, ...steps, CARE, ...those], maxLength)
}
const STEPS_OF_LIST = {
	unsound: ['Mend the list.', 'Run the workflow again on the default branch: it closes this issue.'],
	'no-secrets': [
		'Hand the secrets to the step by `env:`, one line each, under the names that the list has.',
		'If the secrets belong to an environment, name it in the job.',
		'Run the workflow again on the default branch. Forks and Dependabot are given no secrets.',
	],
	incomplete: [
		'Look into the log of the run: a job that failed early leaves no report.',
		'Where time was up, give the step more by `timeout-seconds`, or split the list over several jobs by `only`.',
	],
}
function issue_text_factsOf(token) {
	const { baseUrl, expiry, usedBy, message, hasRotationStopped } = token
	return [
		...(message === '' ? [] : [`- What was seen: ${code(withoutDaysLeft(message))}`]),
		...(baseUrl === null ? [] : [`- Server: ${code(baseUrl)}`]),
		...(expiry.tokenName === '' ? [] : [`- Token: ${code(expiry.tokenName)}`]),
		...(isDate(expiry.expiresAt) ? [`- Expires: ${dayOf(Date.parse(expiry.expiresAt))}`] : []),
		...(hasRotationStopped ? ['- Its rotation has stopped: by now it should have been replaced by itself.'] : []),
		ownerLineOf(token),
		...(usedBy === '' ? [] : [`- Used by: ${code(usedBy)}`]),
	]
}
function wellFactsOf(token) {
	return token === undefined ? [] : ['', ...issue_text_factsOf(token)]
}
function isDate(time) {
	return time !== null && !Number.isNaN(Date.parse(time))
}
function issue_text_describeToken(token) {
	const why = {
		time: 'time was up before it was asked about',
		'no-report': 'its job left no report',
		server: 'not asked, since its server had failed others',
	}
	const { unaskedBecause, title, owner, usedBy } = token
	const reason = unaskedBecause === null ? code(withoutDaysLeft(title)) : why[unaskedBecause]
	const people = [owner && `owner ${code(owner)}`, usedBy && `used by ${code(usedBy)}`].filter(Boolean)
	return `- ${[code(token.secret), reason, ...people].join('; ')}`
}
function issue_text_stepsOf(steps, isOurs = false) {
	if (steps.length === 0) return []
	const shown = steps
		.slice(0, issue_text_MAX_STEPS)
		.map((step, at) => `${at + 1}. ${isOurs ? step : code(withoutDaysLeft(step))}`)
	return ['What to do:', '', ...shown, '']
}
function issue_text_cut(lines, maxLength) {
	const textOfLines = (some) => `${some.join('\n')}\n`
	const whole = textOfLines(lines)
	if (whole.length <= maxLength) return whole
	let kept = lines.length
	let length = whole.length
	const mark = () => `- \u2026 and ${lines.length - kept} more that do not fit here`
	while (kept > 0 && length + mark().length + 1 > maxLength) {
		kept -= 1
		length -= (lines[kept]?.length ?? 0) + 1
	}
	return kept === 0 ? '' : textOfLines([...lines.slice(0, kept), mark()])
}
const BEGIN = /^<!-- jira-pat-check 1 ([0-9a-f]{16}) ([0-9a-f]{16}) ([a-z]+(?:-[a-z]+)*) (\d{1,9}) -->[ \t]*$/
const END = /^<!-- jira-pat-check end -->[ \t]*$/
const SAID = /^<!-- jira-pat-check said ([a-z]+(?:-[a-z]+)*) (\d{1,9}) -->[ \t]*$/
function marker_readBody(body) {
	const lines = marker_linesOf(body)
	const at = lines.findIndex(({ text }) => BEGIN.test(text))
	const begin = lines[at]
	const [, list, identity, state, n] = BEGIN.exec(begin?.text ?? '') ?? []
	if (begin === undefined || list === undefined || identity === undefined || state === undefined) return undefined
	const next = lines.findIndex(({ text }, index) => index > at && (BEGIN.test(text) || END.test(text)))
	const end = lines[next]
	const isClosed = end !== undefined && END.test(end.text)
	return {
		marker: { list, identity, state, n: Number(n) },
		before: body.slice(0, begin.start),
		ours: isClosed ? body.slice(begin.end + begin.lineEnd.length, end.start).replaceAll(/\r\n?/g, '\n') : '',
		after: body.slice(isClosed ? end.end : begin.end),
		lineEnd: begin.lineEnd === '\r\n' ? '\r\n' : '\n',
	}
}
function writeBody({ before, after, lineEnd }, { list, identity, state, n }, ours) {
	const begin = `<!-- jira-pat-check 1 ${list} ${identity} ${state} ${n} -->`
	const part = `${begin}\n${ours}<!-- jira-pat-check end -->`
	return `${before}${part.replaceAll('\n', lineEnd)}${after}`
}
function writeUnmarkedBody({ before, after, lineEnd }, ours) {
	return `${before}${ours.replaceAll('\n', lineEnd)}${after}`
}
function writeSaid({ state, n }) {
	return `<!-- jira-pat-check said ${state} ${n} -->`
}
function readSaid(comment) {
	for (const { text } of marker_linesOf(comment)) {
		const [, state, n] = SAID.exec(text) ?? []
		if (state !== undefined) return { state, n: Number(n) }
	}
	return undefined
}
function marker_linesOf(text) {
	const lines = []
	for (const { 1: words = '', 2: lineEnd = '', index } of text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
		lines.push({ text: words, start: index, end: index + words.length, lineEnd })
	}
	const outside = []
	for (let at = 0; at < lines.length; at += 1) {
		const line = lines[at]
		if (line === undefined) break
		const [, ticks, tildes] = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line.text) ?? []
		const fence = ticks ?? tildes
		const close = fence === undefined ? -1 : lines.findIndex((other, index) => index > at && closes(other.text, fence))
		if (close === -1) outside.push(line)
		else at = close
	}
	return outside
}
function closes(line, fence) {
	return /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]?.startsWith(fence) ?? false
}
function commentOnChange(subject, said, { mentions, named }, sinceMs) {
	if (typeof subject.seen === 'string') return commentOnEnd('well', said)
	const people = mentions.map((mention) => `@${mention}`).join(' ')
	const since = said.state === 'down-told' ? ` It has been so since ${dayOf(sinceMs)}.` : ''
	const owners = named.length === 0 ? '' : ` Owner: ${named.map(code).join(', ')}.`
	const sentence = `${state_words_describeState(subject, subject.seen.state)}${since}${owners} What to do stands at the top of this issue.`
	return withSaid(people === '' ? sentence : `${people} ${sentence}`, said)
}
function commentOnEnd(end, said) {
	const sentence =
		end === 'well' ? 'All is well again.' : 'No longer watched: what this issue is about is not in the list any more.'
	return withSaid(sentence, said)
}
function withSaid(text, said) {
	const line = writeSaid(said)
	return `${Array.from(text)
		.slice(0, MAX_BODY_LENGTH / 2 - line.length)
		.join('')}\n\n${line}`
}
async function edit({ issues, trouble }, found, change) {
	const { number, isOpen } = found.issue
	const issue = await issues.get(number)
	if (isRefusal(issue)) {
		trouble.note('write', issue, number)
		return 'failed'
	}
	const marked = marker_readBody(issue.body)
	const isSame = marked?.marker.identity === found.marked.marker.identity && issue.isOpen === isOpen
	if (marked === undefined || !isSame) return 'other'
	const wanted = change({ issue, marked })
	if (wanted === undefined) return 'done'
	const answer = await issues.update(number, wanted)
	if (answer === 'done' || (answer.why === 'unclear' && (await isDone(issues, number, wanted)))) {
		trouble.noteSuccess()
		return 'done'
	}
	trouble.note('write', answer, number)
	return 'failed'
}
async function isDone(issues, number, { body, state }) {
	const issue = await issues.get(number)
	if (isRefusal(issue)) return false
	const isBodyWritten = withoutLineEnds(issue.body) === withoutLineEnds(body ?? '')
	return isBodyWritten && (state === undefined || issue.isOpen === (state === 'open'))
}
function withoutLineEnds(text) {
	return text.replaceAll('\r\n', '\n').trimEnd()
}
function newBody(subject, marked, state, n) {
	const marker = { ...marked.marker, list: subject.list, state, n }
	const bodyWith = (maxLength) => writeBody(marked, marker, issue_text_textOf(subject, maxLength))
	const room = MAX_BODY_LENGTH - writeBody(marked, marker, '').length
	const body = bodyWith(room)
	return body.length <= MAX_BODY_LENGTH ? body : bodyWith(room - (body.length - MAX_BODY_LENGTH))
}
const MEMORY_MS = 90 * DAY_MS
async function search(issues, label, nowMs) {
	const open = await issues.list(label)
	if (isRefusal(open)) return open
	const sinceMs = nowMs - MEMORY_MS
	const closed = await issues.list(label, utc_dateTimeOf(sinceMs))
	if (isRefusal(closed)) return closed
	const isRecent = ({ closedAtMs }) => (closedAtMs ?? nowMs) >= sinceMs
	const closedMeanwhile = new Set(closed.map(({ number }) => number))
	return {
		open: oursAmong(open.filter(({ number }) => !closedMeanwhile.has(number))),
		closed: oursAmong(closed.filter(isRecent)).toSorted((a, b) => closedAt(b) - closedAt(a)),
	}
}
function oursAmong(issues) {
	return issues
		.flatMap((issue) => {
			const marked = marker_readBody(issue.body)
			return marked === undefined ? [] : { issue, marked }
		})
		.toSorted((a, b) => a.issue.number - b.issue.number)
}
function issuesOf({ list, otherList, identity }, ours) {
	return ours.filter(({ marked: { marker } }) => {
		return marker.identity === identity && (marker.list === list || marker.list === otherList)
	})
}
async function readNewestSaid(issues, { number, authorId }) {
	const comments = await issues.comments(number)
	if (isRefusal(comments)) return comments
	const told = comments
		.filter((comment) => comment.authorId !== undefined && comment.authorId === authorId)
		.flatMap(({ body }) => readSaid(body) ?? [])
	return told.toSorted((a, b) => b.n - a.n)[0]
}
function closedAt({ issue }) {
	return issue.closedAtMs ?? issue.createdAtMs
}
const USER = /^@([a-z\d][a-z\d_-]{0,38})$/i
const TEAM = /^@(([a-z\d][a-z\d-]{0,38})\/[a-z\d][a-z\d_-]{0,99})$/i
function readOwner(owner, repository) {
	const login = USER.exec(owner)?.[1]
	if (login !== undefined) return { kind: 'user', login }
	const [, name, organization] = TEAM.exec(owner) ?? []
	const isOwn = organization?.toLowerCase() === repository.split('/')[0]?.toLowerCase()
	return name !== undefined && isOwn ? { kind: 'team', name } : { kind: 'words' }
}
async function reach(owner, { repository, isAssignable }) {
	const who = readOwner(owner, repository)
	if (who.kind === 'team') return { mention: who.name, login: undefined }
	if (who.kind === 'words') return { mention: undefined, login: undefined }
	const answer = await isAssignable(who.login)
	if (isRefusal(answer)) return answer
	const login = answer ? who.login : undefined
	return { mention: login, login }
}
function askOnce(issues) {
	const answers = new Map()
	return async (login) => {
		const key = login.toLowerCase()
		const known = answers.get(key) ?? (await issues.isAssignable(login))
		if (!isRefusal(known)) answers.set(key, known)
		return known
	}
}
const MAX_ASSIGNEES = 10
async function carry_out_carryOut(planned, work) {
	const { step } = planned
	switch (step.kind) {
		case 'change':
			return change(planned, step, work)
		case 'close':
			return carry_out_close(planned, step, work)
		case 'refresh':
			return refresh(planned, step.of, work)
		case 'mark-well':
			await edit(work, step.of, ({ marked }) => {
				return { body: writeBody(marked, { ...marked.marker, state: 'well' }, marked.ours) }
			})
			return
		case 'drop':
			await edit(work, step.of, ({ marked }) => ({
				body: writeUnmarkedBody(marked, textOfLoser(step.winner)),
				state: 'closed',
				state_reason: 'not_planned',
			}))
			return
		default:
			return step
	}
}
async function change({ subject }, { of, said, isTold }, work) {
	const [token] = subject.tokens
	const isOwners = subject.kind === 'token' || said.state === 'down-told'
	const owners = isOwners ? [...new Set(subject.tokens.map(({ owner }) => owner).filter(Boolean))] : []
	const reached = []
	for (const owner of owners) {
		const how = await reach(owner, work)
		if (isRefusal(how)) return work.trouble.note('read', how, of.issue.number)
		reached.push([owner, how])
	}
	const mentions = new Map(reached.flatMap(([, { mention }]) => (mention ? [[mention.toLowerCase(), mention]] : [])))
	const named = reached.filter(([, { mention }]) => mention === undefined).map(([owner]) => owner)
	const told = { mentions: [...mentions.values()], named }
	const comment = commentOnChange(subject, said, told, of.issue.createdAtMs)
	if (!isTold && !(await carry_out_tell(of, said, comment, work))) return
	const login = subject.kind === 'token' && token !== undefined ? reached[0]?.[1].login : undefined
	const end = await edit(work, of, (now) => ({
		body: newBody(subject, now.marked, said.state, said.n),
		...carry_out_assign(now, login),
	}))
	if (end === 'done' && of.marked.marker.state !== 'new') work.done.updated += 1
}
async function carry_out_close({ subject }, { of, said, isTold }, work) {
	const isGone = subject.seen === 'gone'
	if (!isTold && !(await carry_out_tell(of, said, commentOnEnd(isGone ? 'gone' : 'well', said), work))) return
	const end = await edit(work, of, ({ marked }) => ({
		body: isGone
			? writeBody(marked, { ...marked.marker, ...said }, marked.ours)
			: newBody(subject, marked, said.state, said.n),
		state: 'closed',
		state_reason: 'completed',
	}))
	if (end === 'done') work.done.closed += 1
}
async function refresh({ subject }, of, work) {
	const [token] = subject.tokens
	const { state, n } = of.marked.marker
	if (newBody(subject, of.marked, state, n) === of.issue.body) return
	const isOtherOwner = ({ marked }) =>
		subject.kind === 'token' && token !== undefined && !marked.ours.split('\n').includes(ownerLineOf(token))
	const how = token !== undefined && isOtherOwner(of) ? await reach(token.owner, work) : undefined
	if (how !== undefined && isRefusal(how)) return work.trouble.note('read', how, of.issue.number)
	const end = await edit(work, of, (now) => {
		const body = newBody(subject, now.marked, now.marked.marker.state, now.marked.marker.n)
		return body === now.issue.body
			? undefined
			: { body, ...carry_out_assign(now, isOtherOwner(now) ? how?.login : undefined) }
	})
	if (end === 'done') work.done.updated += 1
}
function carry_out_assign({ issue: { assignees } }, login) {
	const isThere = assignees.some((assignee) => assignee.toLowerCase() === login?.toLowerCase())
	return login === undefined || isThere || assignees.length >= MAX_ASSIGNEES ? {} : { assignees: [...assignees, login] }
}
async function carry_out_tell({ issue }, said, comment, { issues, trouble }) {
	const answer = await issues.comment(issue.number, comment)
	if (answer === 'done' || (answer.why === 'unclear' && (await isSaid()))) {
		trouble.noteSuccess()
		return true
	}
	trouble.note('write', answer, issue.number)
	return false
	async function isSaid() {
		const newest = await readNewestSaid(issues, issue)
		return newest !== undefined && !isRefusal(newest) && newest.state === said.state && newest.n >= said.n
	}
}
const MAX_NEW_ISSUES = 25
const MAX_LOOKS = 5
const BETWEEN_LOOKS_MS = 1_000
const MAX_IN_DOUBT = 3
async function createAll(subjects, work) {
	const made = []
	const asked = []
	const doubts = new Map()
	for (const subject of subjects.slice(0, MAX_NEW_ISSUES)) {
		if (work.trouble.isOver || doubts.size === MAX_IN_DOUBT) break
		const issue = await create_create(subject, work)
		if (issue === undefined) continue
		asked.push(subject)
		if (isRefusal(issue)) doubts.set(subject, issue)
		else made.push(issue)
	}
	if (asked.length === 0) return undefined
	const listed = await create_lookAgain(made, [...doubts.keys()], work)
	if (listed === undefined) return undefined
	const known = new Set(listed.map(({ number }) => number))
	const open = oursAmong([...listed, ...made.filter(({ number }) => !known.has(number))])
	for (const [subject, refusal] of doubts) {
		if (issuesOf(subject, open).length > 0) work.done.opened += 1
		else work.trouble.note('create', refusal)
	}
	return { open, subjects: asked, numbers: new Set(made.map(({ number }) => number)) }
}
async function create_create(subject, work) {
	const { issues, trouble, label, done } = work
	const marker = { list: subject.list, identity: subject.identity, state: 'new', n: 0 }
	const body = writeBody({ before: '', after: '', lineEnd: '\n' }, marker, BARE_TEXT)
	const issue = await issues.create({ title: issue_text_titleOf(subject), body, labels: [label] })
	if (isRefusal(issue)) {
		if (issue.why === 'unclear') return issue
		trouble.note('create', issue)
		return undefined
	}
	if (!hasLabel(issue, label)) {
		await create_giveUp(issue, work)
		return undefined
	}
	trouble.noteSuccess()
	done.opened += 1
	return issue
}
async function create_giveUp(issue, work) {
	work.trouble.note('label', { ...NO_TIME, why: 'refused' }, issue.number)
	const [ours] = oursAmong([issue])
	if (ours === undefined) return
	await edit(work, ours, ({ marked }) => {
		return { body: writeUnmarkedBody(marked, ''), state: 'closed', state_reason: 'not_planned' }
	})
}
function hasLabel({ labels }, label) {
	return labels.some((name) => name.toLowerCase() === label.toLowerCase())
}
async function create_lookAgain(made, doubtful, work) {
	const { issues, label, clock, trouble } = work
	for (let look = 1; ; look += 1) {
		const listed = await issues.list(label)
		if (isRefusal(listed)) {
			trouble.note('find', listed)
			return undefined
		}
		const numbers = new Set(listed.map(({ number }) => number))
		const ours = oursAmong(listed)
		const isAllThere =
			made.every(({ number }) => numbers.has(number)) && doubtful.every((subject) => issuesOf(subject, ours).length > 0)
		if (isAllThere || look === MAX_LOOKS) return listed
		await sleep(clock, BETWEEN_LOOKS_MS)
	}
}
const SERVER_GRACE_MS = 12 * 60 * 60 * 1000
function decide_decide(seen, { open, closed, said }, nowMs) {
	if (seen === 'unseen') return []
	const [first, ...others] = open
	const drops = others.map((of) => ({ kind: 'drop', of, winner: first?.issue.number ?? 0 }))
	if (typeof seen === 'string') {
		const silenced = closed.filter(({ issue, marked }) => isSilenced(issue) && marked.marker.state !== 'well')
		const marks = silenced.map((of) => ({ kind: 'mark-well', of }))
		if (first === undefined || first.marked.marker.state === 'well') return [...drops, ...marks]
		return [{ kind: 'close', of: first, ...telling('well', first, said) }, ...drops, ...marks]
	}
	if (first === undefined) return isSilent(seen.state, closed[0]) ? [] : [{ kind: 'create' }]
	const state = stateFor(seen.state, first, nowMs)
	const told = telling(state, first, said)
	const { marker } = first.marked
	const isSame = marker.state === state && marker.n === told.said.n
	return [isSame ? { kind: 'refresh', of: first } : { kind: 'change', of: first, ...told }, ...drops]
}
function telling(state, { marked: { marker } }, said) {
	const isNewer = said !== undefined && said.n >= marker.n
	const told = isNewer ? said : marker
	if (told.state === state) return { said: { state, n: told.n }, isTold: true }
	return { said: { state, n: Math.max(said?.n ?? 0, marker.n) + 1 }, isTold: false }
}
function stateFor(state, { issue, marked }, nowMs) {
	if (state !== 'down') return state
	return marked.marker.state === 'down-told' || nowMs - issue.createdAtMs > SERVER_GRACE_MS ? 'down-told' : 'down'
}
function isSilenced({ stateReason }) {
	return stateReason === 'not_planned'
}
function isSilent(state, newest) {
	if (newest === undefined || !isSilenced(newest.issue)) return false
	const silenced = newest.marked.marker.state
	return state === (silenced === 'down-told' ? 'down' : silenced)
}
const AT_WORK_MS = 10 * 60 * 1000
const IN_ORDER = [['change'], ['close'], ['drop', 'mark-well', 'refresh']]
async function carryOutAll(plans, ours, work) {
	const wanting = plans.filter(({ steps }) => steps.some(({ kind }) => kind === 'create'))
	const created = await createAll(
		wanting.map(({ subject }) => subject),
		work,
	)
	if (created !== undefined) {
		for (const subject of created.subjects) if (!work.trouble.isOver) await tellNew(subject, created, work)
	}
	for (const kinds of IN_ORDER) {
		for (const { subject, steps } of plans) {
			for (const step of steps.filter(({ kind }) => kinds.includes(kind))) {
				if (step.kind !== 'create' && !work.trouble.isOver) await carry_out_carryOut({ subject, step }, work)
			}
		}
	}
	return created?.open ?? ours.open
}
async function tellNew(subject, created, work) {
	const open = issuesOf(subject, created.open)
	const [first] = open
	if (first === undefined) return
	const isOfThisRun = created.numbers.has(first.issue.number)
	const said = isOfThisRun ? undefined : await readNewestSaid(work.issues, first.issue)
	if (said !== undefined && isRefusal(said)) return work.trouble.note('read', said, first.issue.number)
	const isAnothers =
		!isOfThisRun &&
		open.some(({ issue }) => created.numbers.has(issue.number)) &&
		first.marked.marker.state === 'new' &&
		work.clock.now() - first.issue.createdAtMs < AT_WORK_MS
	for (const step of decide_decide(subject.seen, { open, closed: [], said }, work.clock.now())) {
		if (step.kind === 'create' || work.trouble.isOver || (isAnothers && step.kind === 'change')) continue
		await carry_out_carryOut({ subject, step }, work)
	}
}
const ON_A_BRANCH = new Set(['workflow_dispatch', 'repository_dispatch', 'push'])
async function mayWrite({ eventName, ref, event }, issues) {
	if (eventName === 'schedule') return 'yes'
	if (!ON_A_BRANCH.has(eventName) || !ref.startsWith('refs/heads/')) return 'no'
	const told = defaultBranchIn(event)
	const branch = told === '' ? await issues.defaultBranch() : told
	if (isRefusal(branch)) return 'unknown'
	return ref === `refs/heads/${branch}` ? 'yes' : 'no'
}
function defaultBranchIn(event) {
	const repository = isObject(event) ? event['repository'] : undefined
	return isObject(repository) ? textOf(repository, 'default_branch') : ''
}
const LIST_IDENTITY = 'list'
function identityOfToken(secret) {
	return `secret:${secret}`
}
function identityOfServer(baseUrl) {
	const url = URL.parse(baseUrl)
	return url === null || url.host === '' ? undefined : `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`
}
function identity_hashOf(text) {
	return (0, external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex').slice(0, 16)
}
const SIDE_BY_SIDE = 4
async function planAll(subjects, ours, work) {
	const plans = []
	const waiting = [...subjects.entries()]
	const planNext = async () => {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			const [at, subject] = next
			plans[at] = { subject, steps: await planOne(subject, ours, work) }
		}
	}
	await Promise.all(Array.from({ length: SIDE_BY_SIDE }, planNext))
	return plans
}
async function planOne(subject, ours, { issues, trouble, clock }) {
	const { seen } = subject
	if (seen === 'unseen') return []
	const open = issuesOf(subject, ours.open)
	const first = open[0]?.issue
	const said = first === undefined || first.comments === 0 ? undefined : await readNewestSaid(issues, first)
	if (said !== undefined && isRefusal(said)) {
		trouble.note('read', said, first?.number)
		return []
	}
	return decide_decide(seen, { open, closed: issuesOf(subject, ours.closed), said }, clock.now())
}
function goneFrom(ours, subjects, list) {
	const isHidden = ({ tokens }) =>
		tokens.some(({ baseUrl, reason }) => baseUrl === null && reason !== 'url-missing' && reason !== 'url-invalid')
	if (!list.isRead || list.unsound !== undefined || subjects.some(isHidden)) return []
	const listHash = identity_hashOf(list.name ?? list.path ?? '')
	const otherList = identity_hashOf(list.path ?? list.name ?? '')
	const known = new Set(subjects.map(({ identity }) => identity))
	const identities = [...ours.open, ...ours.closed]
		.map(({ marked: { marker } }) => marker)
		.map(({ identity }) => identity)
		.filter((identity) => !known.has(identity))
	return [...new Set(identities)].map((identity) => {
		return { kind: 'token', name: '', list: listHash, otherList, identity, seen: 'gone', tokens: [] }
	})
}
function subjectsOf(report, list) {
	const listName = list.name ?? list.path
	if (listName === undefined) return []
	const { tokens } = report
	const isWithoutSecrets = tokens.every(({ reason }) => reason === 'token-missing')
	const placed = tokens.map((token) => ({ token, place: isWithoutSecrets ? 'list' : subject_placeOf(token) }))
	const inList = placed.filter(({ place }) => place === 'list').map(({ token }) => token)
	const well = list.isRead ? 'well' : 'unseen'
	const listSubject = {
		kind: 'list',
		name: list.path ?? listName,
		list: identity_hashOf(list.path ?? listName),
		otherList: identity_hashOf(listName),
		identity: identity_hashOf(LIST_IDENTITY),
		seen: well,
		tokens: inList,
	}
	if (list.unsound !== undefined) {
		return [{ ...listSubject, seen: { state: 'unsound' }, tokens: [], unsound: list.unsound }]
	}
	const hashes = { list: identity_hashOf(listName), otherList: listSubject.list }
	const incomplete = { state: isWithoutSecrets ? 'no-secrets' : 'incomplete' }
	return [
		inList.length > 0 ? { ...listSubject, seen: incomplete } : listSubject,
		...serversOf(placed, hashes, well),
		...placed.map(({ token, place }) => {
			const state = stateOf(token)
			const seen = state === 'well' ? well : place === 'own' ? { state } : 'unseen'
			const identity = identity_hashOf(identityOfToken(token.secret))
			return { kind: 'token', name: token.secret, ...hashes, identity, seen, tokens: [token] }
		}),
	]
}
function subject_placeOf(token) {
	if (token.unaskedBecause === 'no-report' || token.unaskedBecause === 'time') return 'list'
	const isOfServer =
		token.result === 'unknown' && token.reason !== 'expiry-unknown' && token.reason !== 'internal-error'
	return isOfServer && serverOf(token) !== undefined ? 'server' : 'own'
}
function serversOf(placed, hashes, well) {
	const byServer = Map.groupBy(placed, ({ token }) => serverOf(token))
	return Array.from(byServer).flatMap(([name, those]) => {
		if (name === undefined) return []
		const down = those.filter(({ place }) => place === 'server').map(({ token }) => token)
		const seen = down.length > 0 ? { state: 'down' } : those.some(hasReachedServer) ? well : 'unseen'
		return [{ kind: 'server', name, ...hashes, identity: identity_hashOf(name), seen, tokens: down }]
	})
}
function serverOf({ baseUrl }) {
	return baseUrl === null ? undefined : identityOfServer(baseUrl)
}
function hasReachedServer({ token: { asked, result, reason, stage } }) {
	return asked && stage !== 'inputs' && (result !== 'unknown' || reason === 'expiry-unknown')
}
const MAX_IN_A_ROW = 3
function createTrouble(redact) {
	const kinds = new Map()
	let inARow = 0
	let isOver = false
	return {
		note(attempt, refusal, number) {
			const { why, status } = refusal
			inARow += 1
			isOver ||= inARow >= MAX_IN_A_ROW || endsAll(attempt, refusal)
			const key = [why === 'no-time' || why === 'limit' ? '' : attempt, why, status].join()
			const kind = kinds.get(key) ?? { words: trouble_describe(attempt, refusal, redact), numbers: new Set() }
			if (number !== undefined) kind.numbers.add(number)
			kinds.set(key, kind)
		},
		noteSuccess() {
			inARow = 0
		},
		get isOver() {
			return isOver
		},
		get warnings() {
			return Array.from(kinds.values(), ({ words, numbers }) => {
				const places = Array.from(numbers, (number) => `#${number}`).join(', ')
				return places === '' ? words : `${words} (${numbers.size === 1 ? 'issue' : 'issues'} ${places})`
			})
		},
	}
}
function endsAll(attempt, { why, status }) {
	if (why === 'limit' || why === 'no-time' || why === 'unreached') return true
	return why === 'refused' && (attempt === 'find' || attempt === 'label' || (attempt === 'create' && status !== 422))
}
function trouble_describe(attempt, refusal, redact) {
	const { why, status } = refusal
	const detail = plainText(refusal.detail, redact)
	const answer = [status === undefined ? '' : `HTTP ${status}`, detail].filter(Boolean).join(': ')
	const said = answer === '' ? '' : ` (${answer})`
	const rest = 'What is left to do, the next run does.'
	switch (why) {
		case 'no-time':
			return `Time was up before all issues were up to date. ${rest} Give the step more by timeout-seconds if that happens again.`
		case 'limit':
			return `GitHub wants to be asked later${said}, which is too late for this run, so that issues are not up to date. ${rest}`
		case 'unreached':
			return `GitHub\u2019s API cannot be reached${said}, so that issues are not up to date. If that lasts, check GITHUB_API_URL and the proxy variables.`
		case 'unclear':
			return `GitHub gave no clear answer${said}, so that it is not known whether an issue is up to date. The next run looks again.`
		case 'refused':
			return describeRefused(attempt, status, said)
	}
}
function describeRefused(attempt, status, said) {
	if (attempt === 'label') {
		return 'GitHub did not put the label on a new issue, by which it is found again, so it was closed. Give the job the permission issues: write, or a github-token that may set labels.'
	}
	if (status === undefined) {
		return `There are too many issues, or comments of one, to be read${said}, so that issues are not up to date. Choose an issue-label that no other issue has, or take it off old ones.`
	}
	if (status === 410 && attempt !== 'write') {
		return `Issues are switched off in this repository${said}. Switch them on in its settings, or set issues to false.`
	}
	if (status < 400) {
		return `The repository, or an issue of it, has moved${said}. Run the workflow where it is now.`
	}
	if (status === 422) return `GitHub does not take an issue as it is${said}. Check issue-label.`
	if (attempt === 'write' && status !== 403 && status !== 401) {
		return `An issue cannot be written${said}: perhaps it was deleted or moved.`
	}
	return `GitHub does not let this token ${attempt === 'find' || attempt === 'read' ? 'read' : 'write'} issues${said}. Give the job the permission issues: write, or a github-token that has it; an archived repository takes none.`
}
async function updateIssues(night, { github, clock, deadlineMs }) {
	const { repository, label } = night
	const done = { opened: 0, updated: 0, closed: 0 }
	const trouble = createTrouble(night.redact)
	const end = (more = {}) => {
		return { ...done, following: 0, warnings: trouble.warnings, skipped: undefined, links: new Map(), ...more }
	}
	if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return end({ warnings: [WITHOUT.repository] })
	const issues = createIssues(github, repository, clock, deadlineMs)
	const may = await mayWrite(night, issues)
	if (may === 'no') return end({ skipped: WITHOUT.branch })
	if (may === 'unknown') return end({ warnings: [WITHOUT.defaultBranch] })
	const plain = (text) => text && plainText(text, night.redact)
	const list = { ...night.list, name: plain(night.list.name), path: plain(night.list.path) }
	const subjects = subjectsOf(night.report, list)
	if (subjects.length === 0) return end({ warnings: [WITHOUT.name] })
	const ours = await search(issues, label, clock.now())
	if (isRefusal(ours)) {
		trouble.note('find', ours)
		return end()
	}
	const work = { issues, clock, trouble, repository, label, isAssignable: askOnce(issues), done }
	const plans = await planAll([...subjects, ...goneFrom(ours, subjects, list)], ours, work)
	const open = await carryOutAll(plans, ours, work)
	const wanted = plans.filter(({ steps }) => steps.some(({ kind }) => kind === 'create')).length
	const following = Math.max(0, wanted - MAX_NEW_ISSUES)
	return end({ following, links: linksOf(subjects, open), warnings: trouble.warnings })
}
const WITHOUT = {
	repository: 'No issues are written: GITHUB_REPOSITORY names no repository.',
	branch:
		'Issues are written by runs of the default branch alone, on a schedule, by hand or on a push: none are written here.',
	defaultBranch: 'No issues are written: neither the event nor GitHub says which branch is the default one.',
	name: 'No issues are written: a list that is given as text needs a name, by which its issues are found again, and reports that are put together without a list have to be of one list.',
}
function linksOf(subjects, open) {
	const links = new Map()
	for (const subject of subjects) {
		const url = issuesOf(subject, open)[0]?.issue.url ?? ''
		if (typeof subject.seen === 'string' || url === '') continue
		for (const { secret } of subject.tokens) links.set(secret, url)
	}
	return links
}
function writesIssues({ issues, only }, { runner }) {
	return issues && only.length === 0 && runner.readEvent() !== undefined
}
async function writeIssues({ report, problem, isWhole, list }, inputs, { world, readFile, redactor, deadlineMs }) {
	const { runner, environment, clock } = world
	const event = runner.readEvent()
	if (!writesIssues(inputs, world) || event === undefined || !(isWhole || list.state === 'unsound')) {
		return { warnings: [], issuesToFollow: 0 }
	}
	const route = readApiRoute(environment)
	if (isFinding(route)) {
		const { message } = night_problemOf(route, { redactor, nameOf: runner.nameOf, nowMs: clock.now() })
		return { warnings: [`No issues are written: ${message}`], issuesToFollow: 0 }
	}
	if (inputs.githubToken === '') {
		return {
			warnings: [
				`No issues are written: ${runner.nameOf('github-token')} is blank. Leave it out, or set ${runner.nameOf('issues')} to false where none are wanted.`,
			],
			issuesToFollow: 0,
		}
	}
	const github = createGitHub(
		{
			...route,
			userAgent: `jira-pat-check/${VERSION}`,
			token: inputs.githubToken,
			readSystemCa: () => readSystemCa(environment['SSL_CERT_FILE'], readFile),
			around: (http) => withDebugLog(http, runner, redactor.redact),
		},
		clock,
	)
	const done = await updateIssues(
		{
			report,
			list: {
				name: list.name || undefined,
				path: list.path || undefined,
				unsound: list.state === 'unsound' ? (problem?.message ?? '') : undefined,
				isRead: list.state !== 'unread',
			},
			label: inputs.issueLabel,
			repository: event.repository,
			eventName: event.name,
			ref: environment['GITHUB_REF'] ?? '',
			event: event.payload,
			redact: redactor.redactLong,
		},
		{ github, clock, deadlineMs },
	)
	const { opened, updated, closed, skipped, warnings, following } = done
	runner.log(skipped ?? `Issues: ${opened} opened, ${updated} updated, ${closed} closed.`)
	return { warnings, issuesToFollow: following }
}
const PART_FOR_ISSUES = 1 / 4
const NOTHING_ASIDE = { warnings: [], issuesToFollow: 0 }
function run_createRun(world) {
	const progress = { redactor: createRedactor([]), aside: NOTHING_ASIDE }
	return {
		start: () => run_run(world, progress),
		tellCrash: (error) => run_tellCrash(world, progress, error),
	}
}
async function run_run(world, progress) {
	const { runner, environment, clock } = world
	const startMs = clock.monotonicMs()
	const fields = createFieldReader('watch', { ...runner, environment })
	const tooOld = judgeNode(world.nodeVersion)
	if (tooOld !== undefined) return tellTooOld(tooOld, runner, clock.now())
	await runner.ready?.(clock, fields.wholeNumber('timeout-seconds') * 1000)
	const inputs = readWatchInputs(fields)
	progress.inputs = inputs
	const read = readListOf(inputs, runner.mask)
	const origin = { environment, readFile: readFile, readEvent: runner.readEvent, nowMs: clock.now() }
	const entries = read === undefined || isFinding(read.list) ? [] : listEntries(read.list, origin)
	const secrecy = maskAll(entries, [inputs.githubToken], environment, runner.mask)
	const { redactor } = secrecy
	progress.redactor = redactor
	const picked = entries.filter(({ secret }) => inputs.only.length === 0 || inputs.only.includes(secret))
	progress.night = (problem) => brokenNight(picked, problem, read, { redactor, nowMs: clock.now() })
	runner.log(`jira-pat-check ${VERSION} ${describeTask(inputs, read, entries.length, redactor)}.`)
	const found = fields.firstFinding ?? crowded(inputs) ?? unknownVariable(world, read)
	const words = { redactor, nameOf: runner.nameOf, nowMs: clock.now() }
	const partForSweep = writesIssues(inputs, world) ? 1 - PART_FOR_ISSUES : 1
	const options = {
		world,
		readFile: readFile,
		secrecy,
		entries,
		deadlineMs: startMs + inputs.timeoutMs * partForSweep,
	}
	const night = await (found !== undefined
		? brokenNight(inputs.merge.length > 0 ? [] : picked, night_problemOf(found, words), read, words, found)
		: read === undefined || inputs.merge.length > 0
			? putTogether(inputs, read, options)
			: look_look(inputs, read, options))
	progress.night = (problem) => ({ ...night, problem })
	const deadlineMs = startMs + inputs.timeoutMs
	if (found === undefined)
		progress.aside = await writeIssues(night, inputs, { world, readFile: readFile, redactor, deadlineMs })
	return tell_tell(night, progress.aside, { runner, environment, inputs, redactor, nowMs: clock.now() })
}
function run_tellCrash(world, { inputs: known, redactor, night, aside }, error) {
	const { runner, environment, clock } = world
	const inputs = known ?? readWatchInputs(createFieldReader('watch', { ...runner, environment }))
	const words = { redactor, nameOf: runner.nameOf, nowMs: clock.now() }
	const problem = problemOfCrash(error, words)
	const broken = night?.(problem) ?? emptyNight(problem, undefined, words)
	return tell_tell(broken, aside, { runner, environment, inputs, redactor, nowMs: words.nowMs })
}
function readListOf({ tokens, merge }, mask) {
	const isByDefault = tokens === table.tokens.default
	return merge.length > 0 && isByDefault && !(0, external_node_fs_namespaceObject.existsSync)(tokens)
		? undefined
		: readList(tokens, readFile, mask)
}
function crowded({ only, merge }) {
	if (only.length === 0 || merge.length === 0) return undefined
	return invalidInput(
		'only',
		'stands beside <merge>, which puts all shares together',
		'names of secrets, without <merge>',
	)
}
function unknownVariable({ runner, environment }, read) {
	if (runner.readEvent() !== undefined || (read !== undefined && isFinding(read.list))) return undefined
	return findUnknownVariable(
		read === undefined || isFinding(read.list) ? environment : withoutUsed(environment, read.list),
	)
}
const { env: environment, versions } = process
const machine = { environment, nodeVersion: versions.node, clock: systemClock, random: Math.random }
function scheduled_watch() {
	startProgram(process, 'watch', (runner) => run_createRun({ runner, ...machine }))
}
function scheduled_rotate() {
	const signals = createSignals(process)
	startProgram(process, 'rotate', (runner) => createRun({ runner, ...machine, signals }))
}
var __webpack_exports__VERSION = __webpack_exports__.xv
var __webpack_exports__rotate = __webpack_exports__.e$
var __webpack_exports__watch = __webpack_exports__.wB
export { __webpack_exports__VERSION as VERSION, __webpack_exports__rotate as rotate, __webpack_exports__watch as watch }
