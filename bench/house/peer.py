"""Runs the SQL that comes line by line on an SQLite file; answers how many milliseconds each took, all rows read."""
import sqlite3
import sys
import time

database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
for line in sys.stdin:
    since = time.perf_counter()
    database.execute(line).fetchall()
    print((time.perf_counter() - since) * 1000, flush=True)
