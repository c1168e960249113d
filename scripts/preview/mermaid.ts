/** What draws diagrams on GitHub. It wants a DOM at its start. */
export { default } from 'mermaid'
