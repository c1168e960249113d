/** Has `npm test` say at its end which tests it leaves out, since they install programs of others. */
export default function setup(): () => void {
  return () => {
    console.log(
      'Left out: the tests in act (npm run test:act), in gitlab-ci-local (npm run test:gitlab), in a browser (npm run test:page), and those with clients of others (npm run test:clients).',
    )
  }
}
