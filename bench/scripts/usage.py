"""Runs a program, and says as JSON on file descriptor 3 how it ended and what it took: time, CPU and memory.

Whoever waits for a process is told that by the system; Node does not hand it on.
"""

import json
import os
import sys
import time

os.set_inheritable(3, False)
# Where there is a pipe, Node writes otherwise than to a file, and the runner has a pipe.
reading, writing = os.pipe()
streams = [
    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
    (os.POSIX_SPAWN_DUP2, writing, 1),
    (os.POSIX_SPAWN_DUP2, writing, 2),
]
began = time.monotonic()
program = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=streams)
os.close(writing)
while os.read(reading, 65536):
    pass
_, status, usage = os.wait4(program, 0)
took = time.monotonic() - began
usage = {
    "exitCode": os.waitstatus_to_exitcode(status),
    "durationMs": took * 1000,
    "cpuMs": (usage.ru_utime + usage.ru_stime) * 1000,
    # https://man7.org/linux/man-pages/man2/getrusage.2.html; macOS has bytes.
    "peakMemoryBytes": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
}
os.write(3, json.dumps(usage).encode())
