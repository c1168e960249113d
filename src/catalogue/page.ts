/** What follows the status, where a page came with it. */
export const PAGE = '[, with a page titled “{pageTitle}”]'
