/**
 * The script of the page: it lays buttons into the header of the table of all tokens, and shows the filters. It makes no
 * HTML of anything, and asks nobody.
 */
export const SCRIPT = `
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
