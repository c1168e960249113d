/** What finds that which keeps people out of a page; its source runs in the page itself. */
export { default } from 'axe-core'
