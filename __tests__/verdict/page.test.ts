import { describe, expect, it } from 'vitest'
import { isHtml, titleOf } from '../../src/verdict/page.ts'

describe('the title of a page', () => {
  it.each([
    ['<html><head><title>Sign in</title>', 'Sign in'],
    [
      '<title>Zugriff f&uuml;r Stra&szlig;e &Eacute;cole &ndash; it&rsquo;s &copy;</title>',
      'Zugriff für Straße École – it’s ©',
    ],
    ['<TITLE lang="en"> a\n b </TITLE>', 'a\n b'],
    ['<title>R&amp;D &#8211; &#x27;Wiki&#x27; &lt;b&gt; &nbsp;</title>', "R&D – 'Wiki' <b>"],
    [
      '<title>&quot;a&quot; &apos;b&apos;&nbsp;c &ndash; d &mdash; e &middot; &raquo;f&laquo; &hellip;</title>',
      '"a" \'b\' c – d — e · »f« …',
    ],
    ['<title>&#1114111;</title>', '\u{10ffff}'],
    ['<title>&#1114112;</title>', '&#1114112;'],
    ['<title>&amp;lt;</title>', '&lt;'],
    ['<title>&unknown; &#9999999;</title>', '&unknown; &#9999999;'],
    ['<title></title>', undefined],
    ['<title>&nbsp;</title>', undefined],
    ['{"title":"x"}', undefined],
  ])('%j: %j', (body, title) => {
    expect(titleOf(body)).toBe(title)
  })
})

describe('a web page', () => {
  it.each([
    ['<!doctype html>', ''],
    ['<!-- a --> <!-- b --><HTML>', ''],
    ['<?xml version="1.0"?>\n<html>', ''],
    ['Just words', 'text/html'],
    ['', 'application/xhtml+xml'],
  ])('is %j of type %j', (body, type) => {
    expect(isHtml(body, type)).toBe(true)
  })

  it.each([
    ['{"a":1}', 'text/html'],
    ['["a"]', 'text/html'],
    ['Just words', 'text/plain'],
    ['<?xml version="1.0"?><error/>', 'application/xml'],
  ])('is not %j of type %j', (body, type) => {
    expect(isHtml(body, type)).toBe(false)
  })
})
