/**
 * Takes the place of @actions/exec in the bundle.
 *
 * `@actions/core` imports it for one thing: `platform.getDetails()`, which runs programs to ask for the name and
 * version of the operating system. This action never asks, and starts no program, yet @actions/exec with
 * @actions/io would be a fifth of the bundle and load `node:child_process`. Whoever does reach it gets the error below.
 */
export function getExecOutput() {
  throw new Error(
    '@actions/exec is not part of jira-pat-check: core.platform cannot be used here (see vendor/actions-exec)',
  )
}
