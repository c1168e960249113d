/**
 * What other tools of a job have told the runner to look for in every line that follows, ours too: their problem
 * matchers, as they were published by late 2026. Of one with several lines, the line that makes the annotation.
 */
export const problemMatchers: Record<string, RegExp> = {
  /** https://github.com/actions/setup-node/tree/main/.github */
  tsc: /^(?:\s+\d+>)?([^\s].*)[(:](\d+)[,:](\d+)(?:\):\s+|\s+-\s+)(error|warning|info)\s+TS(\d+)\s*:\s*(.*)$/,
  'eslint-stylish': /^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/,
  'eslint-compact': /^(.+):\sline\s(\d+),\scol\s(\d+),\s(Error|Warning|Info)\s-\s(.+)\s\((.+)\)$/,
  /** https://github.com/actions/setup-go/blob/main/matchers.json */
  go: /^\s*(.+\.go):(?:(\d+):(\d+):)? (.*)/,
  'go with a line': /^\s*(\S+\.go):(\d+)(?::(\d+))?:?\s(.*)$/,
  /** https://github.com/actions/setup-python/blob/main/.github/python.json */
  python: /^\s*File\s"(.*)",\sline\s(\d+),\sin\s(.*)$/,
  'python, last line': /^\s*raise\s(.*)\('(.*)'\)$/,
  /** https://github.com/actions/setup-java/blob/main/.github/java.json */
  javac: /^(.+\.java):(\d+):\s(error|warning):\s(.+)$/,
  'java exception': /^Exception in thread "(\S*)" (.*?)$|^\s+at (.*)\((.*)\.java:(\d+)\)$/,
  /** https://github.com/actions/setup-dotnet/blob/main/.github/csc.json */
  csc: /^([^\s].*)\((\d+)(?:,\d+|,\d+,\d+)?\):\s+(error|warning)\s+([a-zA-Z]+\d+):\s*(.*)\s+\[(.*)\]$/,
  /** https://github.com/ammaraskar/gcc-problem-matcher, and of CMake, clang, shellcheck -f gcc */
  gcc: /^(.*?):(\d+):(\d*):?\s+(?:fatal\s+)?(warning|error|note):\s+(.*)$/,
  linker: /^(.*):(\d+): undefined reference to (.*)$/,
  /** https://github.com/actions-rust-lang/setup-rust-toolchain/blob/main/rust.json */
  cargo: /^(warning|warn|error)(?:\[(\S*)\])?: (.*)$/,
  'rust panic': /^thread '.*' panicked at (?:'(.*)', )?(.*):(\d+):(\d+):?$/,
  /** https://github.com/rhysd/actionlint/blob/main/.github/actionlint-matcher.json */
  actionlint: /^(.+?):(\d+):(\d+): (.+?) \[(.+?)\]$/,
  /** https://github.com/rbialon/flake8-annotations, and pycodestyle, pylint */
  flake8: /^(.+?):(\d+):(?:(\d+):)?\s*([A-Z]\d+):?\s(.*)$/,
  mypy: /^(.+):(\d+):(?:(\d+):)? (error|warning|note): (.+)$/,
  /** https://github.com/shivammathur/setup-php/blob/main/src/configs/pm/php.json */
  php: /^(?:PHP\s+)?(?:Parse|Fatal|Warning|Notice|Deprecated).*?:\s+(.+) in (\S+) on line (\d+)$/,
  phpunit: /^(?:###\s+)?(.*\.php):(\d+)$/,
  /** https://github.com/ruby/setup-ruby: Rubocop and RSpec */
  rubocop: /^(.+?):(\d+):(\d+): ([CRWEF]): (.+)$/,
  rspec: /^rspec (\.\/.*):(\d+) # (.*)$/,
  /** https://github.com/hadolint/hadolint-action/blob/master/problem-matcher.json */
  hadolint: /^(.*):(\d+)\s+(?:(?:DL|SC)\d+)\s+(?:\S*(?:error|warning|info|style)\S*:\s+)?(.*)$/,
  /** https://github.com/swiftlang and https://github.com/mxcl/xcodebuild */
  xcodebuild: /^(.+?):(\d+):(\d+):\s+(?:fatal )?(error|warning|note):\s+(.+?)$/,
  /** https://github.com/gradle and the Kotlin compiler */
  kotlin: /^[ew]: (?:file:\/\/)?(.*):(?:(\d+):(\d+)| \((\d+), (\d+)\)):? (.*)$/,
  /** https://github.com/xt0rted/markdownlint-problem-matcher */
  markdownlint: /^([^:]+):(\d+)(?::(\d+))?\s((MD\d+)\/.*)$/,
  /** https://github.com/mbj4668/pyang and yamllint -f parsable */
  yamllint: /^(.*):(\d+):(\d+): \[(error|warning)\] (.*)$/,
}
