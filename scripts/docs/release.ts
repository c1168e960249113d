/**
 * Puts the newest release in wherever a page names one to fetch, as `v2.0.0` or `jira-pat-check-2.0.0`.
 *
 * @param version of this program; a pre-release (`2.1.0-rc.1`) is none that anybody is sent to
 */
export const nameRelease = (page: string, version: string): string =>
  version.includes('-') ? page : page.replaceAll(/(?<=\bv|\bjira-pat-check-)\d+\.\d+\.\d+\b/g, version)
