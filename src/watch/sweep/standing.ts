/** How the servers stand, by what came of the tokens that they were asked about. */
export interface Standings<Answer> {
  /** Whether one token more may be asked about: of a server that has failed one, only one other at a time. */
  mayBeAsked(server: string): boolean
  /** One token is being asked about from now on. */
  start(server: string): void
  /**
   * This came of one token.
   * @param failure the kind of failure, where it was the server's own and says nothing of the token
   * @returns the answer, where the server has now failed alike twice, so that no further token is to be asked about
   */
  end(server: string, answer: Answer, failure: string | undefined): Answer | undefined
}

interface Standing {
  underWay: number
  /** What it failed with the last time; undefined once it has answered about a token. */
  failure: string | undefined
  isDown: boolean
}

/** A failure of one token may be chance, or that token's; one that another token meets alike is the server's. */
export function createStandings<Answer>(): Standings<Answer> {
  const standings = new Map<string, Standing>()
  const standingOf = (server: string): Standing => {
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
