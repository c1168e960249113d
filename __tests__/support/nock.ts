import 'nock'
