// nock has to be loaded before @actions/http-client, or requests go to the real network. It sleeps until a test wakes
// it: the others ask servers of their own.
import nock from 'nock'

nock.restore()
